//! The country cards: five columns whose rows align, so that the cards are the matrix.

use atlas::model::Dataset;
use atlas::views::{
    NotSaid, Permitted, asks, groups, has_ladder, not_said, permission_label, permission_title, permitted,
};
use atlas::{Day, EntityIx};
use leptos::prelude::*;
use markup::view;

use super::claim::{ClaimWords, ValueWords};
use super::stair::Stair;
use super::value::{Value, text_link, text_value};
use crate::route::Page;
use crate::state::{use_atlas, use_place};

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
    let cards = d.countries().into_iter().map(|c| card(&d, c, day, top)).collect_view();
    view! { <ul class=class>{cards}</ul> }
}

fn card(d: &Dataset, c: EntityIx, day: Day, top: bool) -> impl IntoView + use<> {
    let entity = d.entity(c);
    let lead = entity
        .lead
        .map(|ix| view! { {text_value(&d.statement(ix).id, &d.statement(ix).text)} });
    let rows = permitted(d, c, day).into_iter().map(|p| card_row(d, p)).collect_view();
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

fn card_row(d: &Dataset, permitted: Permitted) -> impl IntoView + use<> {
    let Permitted { group, claims, mention } = permitted;
    let values = claims
        .into_iter()
        .map(|(ix, claim)| {
            let p = d.permission(ix);
            let title = permission_title(d, ix);
            view! {
                <li data-line="">
                    <Value id=p.id.clone()>
                        <span class="what">{title}</span>
                        <ClaimWords claim=claim />
                    </Value>
                    <span class="minor">{permission_label(d, ix)}</span>
                </li>
            }
        })
        .collect_view();
    let empty = values
        .is_empty()
        .then(|| view! { <p><ValueWords value=atlas::views::Value::Mentioned(mention) /></p> });
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
