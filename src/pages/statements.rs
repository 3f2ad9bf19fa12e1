//! One statement as a page of its own; the table of all is in `table`.

mod table;

pub use table::all;

use atlas::StatementIx;
use atlas::model::Dataset;
use leptos::prelude::*;
use markup::view;

use super::heading;
use crate::components::EntityLink;
use crate::components::note::statement_note;

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
