//! Themes: what the statements are about, beyond countries and programmes.

use atlas::model::{Dataset, Table};
use atlas::{EntityIx, StatementIx};
use leptos::prelude::*;
use markup::view;

use super::{heading, page_head};
use crate::components::{Contents, EntityLink, PageLink, StatementList};
use crate::route::Page;

/// The page; with an id, that theme alone.
pub fn view(d: &Dataset, id: Option<&str>) -> AnyView {
    match id.and_then(|id| d.entity_in(Table::Theme, id)) {
        Some(ix) => one(d, ix),
        None => {
            let rows = d
                .table(Table::Theme)
                .map(|ix| {
                    let count = match d.statements_about(ix).len() {
                        1 => "1 statement".to_owned(),
                        n => format!("{n} statements"),
                    };
                    view! { <li><EntityLink ix=ix />" "<span class="minor">{count}</span></li> }
                })
                .collect_view();
            view! {
                {page_head(d, "themes", "What the statements are about")}
                <p class="lead">"Every statement carries one to three themes. Counts show how much the article says, not how much happened."</p>
                <ul class="named">{rows}</ul>
            }
            .into_any()
        }
    }
}

/// A theme: its statements by section of the article, so that each stands where it is said; those that only touch it are tagged by
/// standing in a list of their own.
fn one(d: &Dataset, ix: EntityIx) -> AnyView {
    let (main, beside): (Vec<StatementIx>, Vec<StatementIx>) = d
        .statements_about(ix)
        .iter()
        .copied()
        .partition(|&s| d.statement(s).themes.first() == Some(&ix));
    let none = main.is_empty() && beside.is_empty();
    let section_of = |s: StatementIx| {
        d.statement(s)
            .evidence
            .first()
            .map(|e| d.paragraph(e.paragraph).section)
    };
    let (mut contents, mut sections) = (Vec::new(), Vec::new());
    for (n, section) in d.sections().iter().enumerate() {
        let list: Vec<StatementIx> = main.iter().copied().filter(|&s| section_of(s) == Some(n)).collect();
        if !list.is_empty() {
            let id = format!("theme-{}", section.id);
            contents.push((id.clone(), section.title.clone(), Some(list.len())));
            sections.push((id, section.title.clone(), list));
        }
    }
    if !beside.is_empty() {
        let (id, heading) = (
            "beside-heading".to_owned(),
            "Said of something else, and touching it".to_owned(),
        );
        contents.push((id.clone(), heading.clone(), Some(beside.len())));
        sections.push((id, heading, beside));
    }
    let sections = sections
        .into_iter()
        .map(|(id, heading, list)| view! { <section aria-labelledby=id.clone()><h2 id=id.clone() tabindex="-1">{heading}</h2><StatementList list=list /></section> })
        .collect_view();
    view! {
        {heading(d.entity(ix).name.clone())}
        {none.then(|| view! { <p class="is-gap">"No statement carries it."</p> })}
        <div class="page-body"><Contents rows=contents /><div class="page-sections">{sections}</div></div>
        <p class="steps"><PageLink page=Page::Themes(None)>"All themes"</PageLink></p>
    }
    .into_any()
}
