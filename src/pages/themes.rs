//! Themes: what the statements are about, beyond countries and programmes.

use atlas::EntityIx;
use atlas::model::{Dataset, Table};
use leptos::prelude::*;
use markup::view;

use super::heading;
use crate::components::{EntityLink, PageLink, StatementSection};
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
    let none = main.is_empty() && beside.is_empty();
    view! {
        {heading(d.entity(ix).name.clone())}
        {none.then(|| view! { <p class="is-gap">"No statement carries it."</p> })}
        <StatementSection id="main-heading" heading="Mainly about it" list=main />
        <StatementSection id="beside-heading" heading="Touching it" list=beside />
        <p><PageLink page=Page::Themes(None)>"All themes"</PageLink></p>
    }
    .into_any()
}
