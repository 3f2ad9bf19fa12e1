//! The matrix: programmes down, countries across, and a bracket for what is said of some that are not named.

use atlas::EntityIx;
use atlas::model::Dataset;
use atlas::views::{cell, matrix_programmes, row_wide};
use leptos::prelude::*;
use markup::view;

use super::claim::ValueWords;
use super::value::{EntityLink, Value};
use crate::state::{use_atlas, use_place};
use crate::ui::Sign;

/// Who takes part in what.
#[component]
pub fn Matrix() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let day = place.day(&d);
    let countries = d.countries();
    let heads = countries.iter().map(|&c| country_head(&d, c)).collect_view();
    let tiers = matrix_programmes(&d);
    let (ladder, outside): (Vec<EntityIx>, Vec<EntityIx>) =
        tiers.into_iter().partition(|&p| d.entity(p).rung.is_some());
    let row = |p: EntityIx| {
        let cells = countries
            .iter()
            .map(|&c| matrix_cell(&d, cell(&d, c, p, day)))
            .collect_view();
        view! {
            <tr data-line="">
                <th scope="row"><EntityLink ix=p short=true /></th>
                {cells}
                <td class="row-wide">{row_wide_mark(&d, p)}</td>
            </tr>
        }
    };
    let span = countries.len() + 2;
    let group = move |text: &'static str| view! { <tr class="group"><th scope="colgroup" colspan=span.to_string()>{text}</th></tr> };
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-label="Who takes part in what">
            <table class="matrix">
                <thead><tr><th scope="col">"Programme"</th>{heads}<th scope="col" class="row-wide">"Said of more"</th></tr></thead>
                {(!ladder.is_empty()).then(|| view! { <tbody>{group("On the ladder")}{ladder.into_iter().map(row).collect_view()}</tbody> })}
                {(!outside.is_empty()).then(|| view! { <tbody>{group("Outside the ladder")}{outside.into_iter().map(row).collect_view()}</tbody> })}
            </table>
        </div>
    }
}

fn country_head(d: &Dataset, c: EntityIx) -> impl IntoView + use<> {
    let code = d
        .entity(c)
        .iso
        .clone()
        .unwrap_or_else(|| d.entity(c).name.chars().take(2).collect());
    view! { <th scope="col"><span class="full-name"><EntityLink ix=c /></span><abbr class="code" title=d.entity(c).name.clone() aria-hidden="true">{code}</abbr></th> }
}

fn matrix_cell(d: &Dataset, c: atlas::views::Cell) -> impl IntoView + use<> {
    let class = match c.value.claim() {
        None => "cell is-empty",
        Some(claim) if claim.is_active() => "cell is-active",
        Some(_) => "cell",
    };
    let id = c.value.claim().map(|claim| claim.id(d).to_owned());
    let inner = view! { <ValueWords value=c.value /> };
    view! {
        <td class=class>
            {match id {
                Some(id) => view! { <Value id=id>{inner}</Value> }.into_any(),
                None => inner.into_any(),
            }}
        </td>
    }
}

fn row_wide_mark(d: &Dataset, p: EntityIx) -> Option<impl IntoView + use<>> {
    let (ix, scope) = row_wide(d, p)?;
    let participation = d.participation(ix);
    let word = d
        .word_for("scope", scope.as_str())
        .map(|w| w.word.clone())
        .unwrap_or_default();
    let date = participation.history.first().and_then(|row| {
        let s = d.statement(row.cited.first());
        s.date_words
            .clone()
            .or_else(|| s.when.as_ref().map(atlas::dates::in_words))
    });
    Some(view! {
        <Value id=participation.id.clone()>
            <span class="shown"><Sign name="bracket" /><span class="word">{word}</span>{date.map(|date| view! { <span class="date">{date}</span> })}</span>
        </Value>
    })
}
