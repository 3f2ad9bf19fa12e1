//! All statements, and one statement as a page of its own.

use atlas::StatementIx;
use atlas::model::Dataset;
use leptos::prelude::*;
use markup::view;

use super::heading;
use crate::components::note::statement_note;
use crate::components::{EntityLink, StatementList};

/// All statements, by section of the source.
pub fn all(d: &Dataset) -> AnyView {
    let sections = d
        .sections()
        .iter()
        .enumerate()
        .map(|(n, section)| {
            let first = |ix: &StatementIx| d.statement(*ix).evidence.first().map(|e| d.paragraph(e.paragraph).section);
            let list: Vec<StatementIx> = d.statements().filter(|ix| first(ix) == Some(n)).collect();
            let id = format!("section-{}", section.id);
            view! { <section aria-labelledby=id.clone()><h2 id=id.clone()>{section.title.clone()}</h2><StatementList list=list /></section> }
        })
        .collect_view();
    view! { {heading("All statements")}<p class="lead">"In the order of the article. Choose one for the place that supports it."</p>{sections} }.into_any()
}

/// One statement.
pub fn one(d: &Dataset, ix: StatementIx) -> AnyView {
    let about = d
        .statement(ix)
        .about
        .iter()
        .map(|&e| view! { <li><EntityLink ix=e /></li> })
        .collect_view();
    view! {
        {heading("Statement")}
        <div class="note is-page">{statement_note(d, ix)}</div>
        <section aria-labelledby="about-heading"><h2 id="about-heading">"What it is about"</h2><ul class="plain">{about}</ul></section>
    }
    .into_any()
}
