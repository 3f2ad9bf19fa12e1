//! The cards of the units: a picture, a name, a telling line, and what each permits. A card is one link; its marks lie above it.

use atlas::model::Dataset;
use atlas::roles::Arrangement;
use atlas::views::{Permitted, has_ladder, permission_label, permission_terms, permission_title, permitted, within};
use atlas::{Claim, Day, EntityIx, PermissionIx};
use leptos::prelude::*;
use markup::view;

use super::mark::Marks;
use super::silhouette::Silhouette;
use super::stair::{Stair, worked_out};
use super::value::text_link;
use crate::route::Page;
use crate::state::{use_atlas, use_place};
use crate::ui::Sign;

/// All cards, in the order of the dataset.
#[component]
pub fn Cards(
    /// Their names are headings next to the page's own, where no other heading stands between.
    #[prop(optional)]
    top: bool,
) -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let day = place.day(&d);
    // Said in late 2008 is not said of another day.
    let prefix = place
        .other_date(&d)
        .map(|_| format!("Said in {}: ", d.about().vantage.words));
    let units = d.countries();
    let class = format!("cards of-{}", units.len());
    let cards = units
        .into_iter()
        .map(|unit| card(&d, unit, day, top, prefix.clone()))
        .collect_view();
    view! { <ul class=class>{cards}</ul> }
}

fn card(d: &Dataset, unit: EntityIx, day: Day, top: bool, prefix: Option<String>) -> impl IntoView + use<> {
    let entity = d.entity(unit);
    let lead = entity.lead.map(|ix| {
        let text = d.statement(ix).text.clone();
        view! { {prefix}{text.clone()}" "<Marks statements=vec![ix] of=text /> }
    });
    let groups = permitted(d, unit, day);
    let rows = groups.iter().map(|of| group(d, of)).collect_view();
    let count = groups.len();
    let name = text_link(Page::Country(entity.id.clone()), &entity.name);
    let picture = match has_ladder(d) {
        true => view! { <Stair country=unit /> }.into_any(),
        false => view! { <Silhouette unit=unit /> }.into_any(),
    };
    view! {
        <li class="card" data-unit=entity.id.clone()>
            <div class="card-picture">{picture}</div>
            {if top { view! { <h2 class="card-name">{name}</h2> }.into_any() } else { view! { <h3 class="card-name">{name}</h3> }.into_any() }}
            <p class="card-lead" data-line="">{lead}</p>
            <div class=format!("card-groups of-{count}")>{rows}</div>
        </li>
    }
}

/// What a unit permits under a group, or that nothing is said of that: every card has the same rows.
fn group(d: &Dataset, of: &Permitted) -> impl IntoView + use<> {
    let rows = of
        .claims
        .iter()
        .map(|(ix, claim)| permission_line(d, *ix, claim, permission_terms(d, *ix)))
        .collect_view();
    let name = d.word(of.group).word.clone();
    let silent = of.claims.is_empty().then(|| {
        let (word, rests) = (of.mention.word(d).word.clone(), of.mention.statements().to_vec());
        let told = format!("{name}: {}", within(&word));
        view! { " "<span class="is-silent">{word}" "<Marks statements=rests of=told /></span> }
    });
    view! {
        <div class="card-group">
            <p class="label" data-line="">{name}{silent}</p>
            {(!of.claims.is_empty()).then(|| view! { <ul>{rows}</ul> })}
        </div>
    }
}

/// "Main airfield for Examplia", "Agreed, April 1908 for the League": sign, what stands out, for whom, and where it says so.
pub fn permission_row(d: &Dataset, ix: PermissionIx, claim: &Claim) -> impl IntoView + use<> {
    permission_line(d, ix, claim, permission_label(d, ix))
}

fn permission_line(d: &Dataset, ix: PermissionIx, claim: &Claim, label: String) -> impl IntoView + use<> {
    let permission = d.permission(ix);
    let word = claim.word(d).word.clone();
    let date = Some(claim.when().words()).filter(|_| claim.when().is_given());
    let dated = |word: String| match &date {
        Some(date) => format!("{word}, {date}"),
        None => word,
    };
    let (strong, later) = match permission.place {
        // That a place is in use goes without saying, unless it is worked out.
        Some(_) if claim.arrangement() == Some(Arrangement::InEffect) && !claim.is_worked_out() => {
            (permission_title(d, ix), String::new())
        }
        Some(_) => (permission_title(d, ix), format!(" {}", dated(within(&word)))),
        None => (dated(word), String::new()),
    };
    let of = format!(
        "{}, {} {label}: {}",
        d.entity(permission.country).name,
        permission_title(d, ix),
        within(&claim.word(d).word)
    );
    let star = claim.is_worked_out().then(worked_out);
    let rests: Vec<_> = claim.statements().collect();
    view! {
        <li class="permission" data-line="">
            <Sign name=claim.sign(d).to_owned() />
            <span><strong>{strong}</strong>{later}{star}" "<span class="minor">{label}</span></span>
            <Marks id=claim.id(d).to_owned() statements=rests of=of />
        </li>
    }
}

/// "Not mentioned: airfields, transit.", in the words of the vocabulary.
pub fn silences(d: &Dataset, groups: &[Permitted]) -> String {
    let mut said: Vec<(String, Vec<String>)> = Vec::new();
    for of in groups.iter().filter(|of| of.claims.is_empty()) {
        let (word, group) = (of.mention.word(d).word.clone(), within(&d.word(of.group).word));
        match said.iter_mut().find(|(known, _)| *known == word) {
            Some((_, list)) => list.push(group),
            None => said.push((word, vec![group])),
        }
    }
    let lines = said
        .into_iter()
        .map(|(word, groups)| format!("{word}: {}.", groups.join(", ")));
    lines.collect::<Vec<_>>().join(" ")
}
