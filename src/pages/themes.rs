//! Themes: what the statements are about, beyond countries and programmes.

use atlas::EntityIx;
use atlas::model::{Dataset, Table};
use leptos::prelude::*;
use markup::view;

use super::heading;
use crate::components::{EntityLink, PageLink, StatementList};
use crate::route::Page;

/// The page; with an id, that theme alone.
pub fn view(d: &Dataset, id: Option<&str>) -> AnyView {
    match id.and_then(|id| d.entity_in(Table::Theme, id)) {
        Some(ix) => one(d, ix),
        None => {
            let rows = d
                .table(Table::Theme)
                .map(|ix| view! { <li><EntityLink ix=ix /><span class="minor how-many">{d.statements_about(ix).len()}" statements"</span></li> })
                .collect_view();
            view! {
                {heading("Themes")}
                <p class="lead">"Every statement carries one to three themes. Counts show how much the article says, not how much happened."</p>
                <ul class="plain columns">{rows}</ul>
            }
            .into_any()
        }
    }
}

fn one(d: &Dataset, ix: EntityIx) -> AnyView {
    let (main, beside): (Vec<_>, Vec<_>) = d
        .statements_about(ix)
        .iter()
        .copied()
        .partition(|&s| d.statement(s).themes.first() == Some(&ix));
    view! {
        {heading(d.entity(ix).name.clone())}
        <section aria-labelledby="main-heading"><h2 id="main-heading">"Mainly about it"</h2><StatementList list=main /></section>
        <section aria-labelledby="beside-heading"><h2 id="beside-heading">"Touching it"</h2><StatementList list=beside /></section>
        <p><PageLink page=Page::Themes(None)>"All themes"</PageLink></p>
    }
    .into_any()
}
