//! Programmes: the staircase, the table, those without a country; one programme.

use atlas::EntityIx;
use atlas::model::{Dataset, Table};
use atlas::views::{cell, has_ladder, matrix_programmes, row_wide, within};
use leptos::prelude::*;
use markup::view;

use super::{heading, page_head};
use crate::components::{
    CopyTable, EntityLink, Legend, Marks, Matrix, MovementsOf, Staircase, StatementSection, ValueWords,
    participations_sheet, text_link, value_marks,
};
use crate::route::Page;
use crate::state::use_place;

/// All programmes.
pub fn all(d: &Dataset) -> AnyView {
    let (ranked, shown) = (has_ladder(d), matrix_programmes(d));
    let day = use_place().day(d);
    view! {
        {page_head(d, "programmes", "Who takes part in what")}
        {ranked.then(|| view! {
            <section class="plain-section" aria-labelledby="tiers-heading">
                <h2 id="tiers-heading" class="visually-hidden">{d.texts().names.tiers.clone()}</h2>
                <Staircase />
                <Legend groups=&["state", "answer", "mention"] />
            </section>
        })}
        {(!shown.is_empty()).then(|| view! {
            <section aria-labelledby="matrix-heading">
                <div class="section-head">
                    <h2 id="matrix-heading">"Programme by programme"</h2>
                    <p>"“*” marks what is worked out: it follows from the article without being said in so many words."</p>
                </div>
                <Matrix />
                <CopyTable sheet=Box::new(move |d| participations_sheet(d, day)) name=Some("programmes") />
            </section>
        })}
        {others(d, &shown)}
    }
    .into_any()
}

/// Programmes of which nothing is said of any unit, with what is said of them.
fn others(d: &Dataset, shown: &[EntityIx]) -> impl IntoView + use<> {
    let rows = d
        .table(Table::Programme)
        .filter(|ix| !shown.contains(ix))
        .map(|ix| {
            let lead = d.entity(ix).lead.or_else(|| d.statements_about(ix).first().copied());
            let said = lead.map(|s| {
                let text = d.statement(s).text.clone();
                view! { <p>{text.clone()}" "<Marks statements=vec![s] of=text /></p> }
            });
            view! { <li data-line=""><h3><EntityLink ix=ix /></h3>{said}</li> }
        })
        .collect_view();
    (!rows.is_empty()).then(|| {
        view! {
            <section aria-labelledby="others-heading">
                <h2 id="others-heading">"Programmes in which no participant is named"</h2>
                <ul class="said-of">{rows}</ul>
            </section>
        }
    })
}

/// One programme.
pub fn one(d: &Dataset, ix: EntityIx) -> AnyView {
    let entity = d.entity(ix);
    let day = use_place().day(d);
    let rows = d
        .countries()
        .into_iter()
        .map(|unit| {
            let cell = cell(d, unit, ix, day);
            let of = format!("{} in {}: {}", d.entity(unit).name, entity.short(), within(&cell.value.word(d).word));
            let marks = value_marks(d, &cell.value, of);
            view! { <li class="row" data-line=""><span class="who"><EntityLink ix=unit />" "<ValueWords value=cell.value /></span>{marks}</li> }
        })
        .collect_view();
    let group = row_wide(d, ix).map(|(p, scope)| {
        let word = d
            .word_for("scope", scope.as_str())
            .map(|w| w.word.clone())
            .unwrap_or_default();
        let row = d.participation(p);
        let what = row
            .history
            .first()
            .map(|row| within(&d.word(row.word).word))
            .unwrap_or_default();
        let of = format!("{word} in {}: {what}", entity.short());
        view! { <li class="row" data-line=""><span>{word}": "{what}</span><Marks id=row.id.clone() of=of /></li> }
    });
    let lead = entity.lead.map(|s| {
        let text = d.statement(s).text.clone();
        view! { <p class="lead" data-line="">{text.clone()}" "<Marks statements=vec![s] of=text /></p> }
    });
    let others: Vec<_> = d
        .statements_about(ix)
        .iter()
        .copied()
        .filter(|s| Some(*s) != entity.lead)
        .collect();
    let open: Vec<_> = d.gaps().filter(|&g| d.gap(g).about.contains(&ix)).collect();
    view! {
        {heading(entity.long())}
        {lead}
        <section aria-labelledby="who-heading">
            <h2 id="who-heading">"Who takes part"</h2>
            <ul class="rows">{group}{rows}</ul>
            <MovementsOf programmes=vec![ix] />
            <Legend groups=&["state", "answer", "mention"] />
        </section>
        <StatementSection id="said-heading" heading="What the article says of it" list=others open=open />
        <p class="minor to-print">{text_link(Page::Brief(Some(entity.id.clone())), "One-page handout")}</p>
    }
    .into_any()
}
