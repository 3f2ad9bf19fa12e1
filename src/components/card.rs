//! The country cards: five columns whose rows align, so that the cards are the matrix.

use atlas::model::Dataset;
use atlas::views::{
    NotSaid, asks, groups, has_ladder, not_said, permission_label, permission_shown, permission_title, permissions_of,
};
use atlas::{Day, EntityIx, WordIx};
use leptos::prelude::*;
use markup::view;

use super::shown::ShownValue;
use super::stair::Stair;
use super::value::{Value, text_link, text_value};
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
    let groups = groups(&d);
    // Name, line, tiers, one row a group of permissions, and what is not said.
    let class = format!("cards rows-{}", groups.len() + 3 + usize::from(has_ladder(&d)));
    let cards = d
        .countries()
        .into_iter()
        .map(|c| card(&d, c, &groups, day, top))
        .collect_view();
    view! { <ul class=class>{cards}</ul> }
}

fn card(d: &Dataset, c: EntityIx, groups: &[WordIx], day: Day, top: bool) -> impl IntoView + use<> {
    let entity = d.entity(c);
    let lead = entity
        .lead
        .map(|ix| view! { {text_value(&d.statement(ix).id, &d.statement(ix).text)} });
    let rows = groups.iter().map(|&g| card_row(d, c, g, day)).collect_view();
    let missing = not_said(d, c);
    let name = text_link(Page::Country(entity.id.clone()), &entity.name);
    view! {
        <li class="card">
            {if top { view! { <h2 class="card-name">{name}</h2> }.into_any() } else { view! { <h3 class="card-name">{name}</h3> }.into_any() }}
            <p class="card-lead" data-line="">{lead}</p>
            {has_ladder(d).then(|| view! { <div class="card-row card-tiers" data-line=""><span class="label">{d.texts().names.tiers.clone()}</span><Stair country=c /></div> })}
            {rows}
            <p class="card-row card-gaps">{asks(d).then(|| gaps_line(d, &missing))}</p>
        </li>
    }
}

fn card_row(d: &Dataset, c: EntityIx, group: WordIx, day: Day) -> impl IntoView + use<> {
    let values = permissions_of(d, c, Some(group))
        .into_iter()
        .map(|ix| {
            let p = d.permission(ix);
            let (title, shown) = (permission_title(d, ix), permission_shown(d, p, day));
            view! {
                <li data-line="">
                    <Value id=p.id.clone()>
                        <span class="what">{title}</span>
                        <ShownValue shown=shown />
                    </Value>
                    <span class="minor">{permission_label(d, ix)}</span>
                </li>
            }
        })
        .collect_view();
    let empty = values.is_empty().then(|| {
        let word = d
            .word_for("answer", "not-said")
            .map(|w| w.word.clone())
            .unwrap_or_default();
        view! { <p class="shown is-gap"><Sign name="dot" /><span class="word">{word}</span></p> }
    });
    view! {
        <div class="card-row card-permissions">
            <span class="label">{d.word(group).word.clone()}</span>
            {(!values.is_empty()).then(|| view! { <ul class="card-values">{values}</ul> })}
            {empty}
        </div>
    }
}

/// "3 things not said: PARP, airfields, transit."
pub fn gaps_line(d: &Dataset, missing: &[NotSaid]) -> String {
    let names: Vec<String> = missing
        .iter()
        .map(|m| match *m {
            NotSaid::Programme(ix) => d.entity(ix).short().to_owned(),
            NotSaid::Permission(ix) => d.word(ix).word.to_lowercase(),
        })
        .collect();
    match names.len() {
        0 => "Nothing of these is left unsaid.".to_owned(),
        1 => format!("1 thing not said: {}.", names.join(", ")),
        n => format!("{n} things not said: {}.", names.join(", ")),
    }
}
