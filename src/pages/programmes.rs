//! Programmes: the ladder, the matrix; one programme.

use atlas::EntityIx;
use atlas::model::{Dataset, Table};
use atlas::views::{cell, has_ladder, matrix_programmes, row_wide};
use leptos::prelude::*;
use markup::view;

use super::heading;
use crate::components::{
    CopyTable, EntityLink, LadderSteps, Legend, Matrix, Movements, StatementSection, Value, ValueWords,
    participations_sheet, text_link, text_value,
};
use crate::route::Page;
use crate::state::use_place;

/// All programmes.
pub fn all(d: &Dataset) -> AnyView {
    let (ladder, shown) = (has_ladder(d), matrix_programmes(d));
    let day = use_place().day(d);
    view! {
        {heading("Who takes part in what")}
        {ladder.then(|| view! {
            <section aria-labelledby="ladder-heading">
                <h2 id="ladder-heading">{d.texts().names.tiers.clone()}</h2>
                <p class="lead">"A step higher is one that the article ranks higher; none is drawn as a condition of another. Beside a step stand those who do not take part but of whom the article says something."</p>
                <LadderSteps />
                <Movements />
            </section>
        })}
        {(!shown.is_empty()).then(|| view! {
            <section class="wide" aria-labelledby="matrix-heading">
                <h2 id="matrix-heading">"Programme by programme"</h2>
                <Matrix />
                <Legend groups=&["state", "answer"] />
                <CopyTable sheet=Box::new(move |d| participations_sheet(d, day)) name=Some("programmes") />
            </section>
        })}
        {others(d, &shown)}
    }
    .into_any()
}

/// Programmes of which no participation is stated: all but those shown.
fn others(d: &Dataset, shown: &[EntityIx]) -> impl IntoView + use<> {
    let rows = d
        .table(Table::Programme)
        .filter(|ix| !shown.contains(ix))
        .map(|ix| view! { <li><EntityLink ix=ix /></li> })
        .collect_view();
    (!rows.is_empty()).then(|| {
        view! { <section aria-labelledby="others-heading"><h2 id="others-heading">"Programmes of which no participant is named"</h2><ul class="plain columns">{rows}</ul></section> }
    })
}

/// One programme.
pub fn one(d: &Dataset, ix: EntityIx) -> AnyView {
    let entity = d.entity(ix);
    let day = use_place().day(d);
    let rows = d
        .countries()
        .into_iter()
        .map(|c| {
            let cell = cell(d, c, ix, day);
            let id = cell.value.claim().map(|claim| claim.id(d).to_owned());
            let inner = view! { <ValueWords value=cell.value /> };
            let value = match id {
                Some(id) => view! { <Value id=id>{inner}</Value> }.into_any(),
                None => inner.into_any(),
            };
            view! { <div data-line=""><dt><EntityLink ix=c /></dt><dd>{value}</dd></div> }
        })
        .collect_view();
    let bracket = row_wide(d, ix).map(|(p, scope)| {
        let word = d
            .word_for("scope", scope.as_str())
            .map(|w| w.word.clone())
            .unwrap_or_default();
        view! { <p data-line=""><Value id=d.participation(p).id.clone()>{word}</Value></p> }
    });
    let lead = entity
        .lead
        .map(|s| view! { <p class="lead" data-line="">{text_value(&d.statement(s).id, &d.statement(s).text)}</p> });
    let others: Vec<_> = d
        .statements_about(ix)
        .iter()
        .copied()
        .filter(|s| Some(*s) != entity.lead)
        .collect();
    let asked = d
        .gaps()
        .filter(|&g| d.gap(g).about.contains(&ix))
        .map(|g| view! { <li data-line="">{text_value(&d.gap(g).id, &d.gap(g).question)}</li> })
        .collect_view();
    view! {
        {heading(entity.long())}
        {lead}
        <section aria-labelledby="who-heading">
            <h2 id="who-heading">"Who takes part"</h2>
            {bracket}
            <dl class="participants">{rows}</dl>
            <Legend groups=&["state", "answer"] />
        </section>
        <StatementSection id="said-heading" heading="What the article says of it" list=others />
        {(!asked.is_empty()).then(|| view! { <section class="gaps" aria-labelledby="gaps-heading"><h2 id="gaps-heading">"What the article leaves open"</h2><ul class="plain is-gap">{asked}</ul></section> })}
        <p class="minor to-print">{text_link(Page::Brief(Some(entity.id.clone())), "A brief of it on one printed page")}</p>
    }
    .into_any()
}
