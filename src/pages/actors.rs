//! Actors, places and documents on one page with an address each: what they do, and where it is said.

use atlas::EntityIx;
use atlas::model::{Dataset, Table};
use leptos::prelude::*;
use markup::view;

use super::{heading, page_head};
use crate::catalogue::actor;
use crate::components::note::capital;
use crate::components::{EntityLink, Marks, PageLink, StatementSection};
use crate::route::Page;

/// The page; with an id, that one alone.
pub fn view(d: &Dataset, id: Option<&str>) -> AnyView {
    match id.and_then(|id| actor(d, id)) {
        Some(ix) => one(d, ix),
        None => all(d),
    }
}

fn all(d: &Dataset) -> AnyView {
    let groups = [
        ("actor-kind", Table::Actor, "Other actors"),
        ("place-kind", Table::Place, "Other places"),
        ("document-kind", Table::Document, "Other documents"),
    ];
    let sections = groups
        .into_iter()
        .flat_map(|(group, table, others)| {
            let kinds = d.words_of(group).map(Some);
            kinds
                .chain([None])
                .map(move |kind| (kind, table, group, others))
                .collect::<Vec<_>>()
        })
        .map(|(kind, table, group, others)| {
            let rows = d
                .table(table)
                .filter(|&ix| d.entity(ix).kind == kind)
                .map(|ix| {
                    let count = d.statements_about(ix).len();
                    view! { <li><EntityLink ix=ix />" "<span class="minor">{count_words(count)}</span></li> }
                })
                .collect_view();
            let (id, word) = kind.map_or(("none", others), |kind| {
                (d.word(kind).id.as_str(), d.word(kind).word.as_str())
            });
            let (id, word) = (format!("kind-{group}-{id}"), word.to_owned());
            (!rows.is_empty())
                .then(|| view! { <section><h2 id=id.clone()>{word}</h2><ul class="named">{rows}</ul></section> })
        })
        .collect_view();
    view! {
        {page_head(d, "actors", "People, places and documents that the article names")}
        <p class="lead">"Counts show how much the article says, not how much happened."</p>
        {sections}
    }
    .into_any()
}

fn count_words(n: usize) -> String {
    match n {
        0 => "named only".to_owned(),
        1 => "1 statement".to_owned(),
        n => format!("{n} statements"),
    }
}

fn one(d: &Dataset, ix: EntityIx) -> AnyView {
    let entity = d.entity(ix);
    let roles = entity
        .roles
        .iter()
        .map(|role| {
            let value = role.value();
            let word = d.word(value.role).word.clone();
            let of = value.of.map(|e| d.entity(e).name.clone());
            let words = value.words.clone().map(|w| format!(" ({w})"));
            let text = format!(
                "{}{}{}",
                capital(&word),
                of.map(|of| format!(" {of}")).unwrap_or_default(),
                words.unwrap_or_default()
            );
            let behind: Vec<_> = role.statements().collect();
            view! { <li data-line=""><p class="row-text">{text.clone()}</p><Marks statements=behind of=text /></li> }
        })
        .collect_view();
    let aliases: Vec<String> = entity.aliases.iter().map(|a| a.text.clone()).collect();
    let said = d.statements_about(ix).to_vec();
    let alone = said.is_empty();
    view! {
        {heading(entity.long())}
        <p class="minor">{entity.kind.map(|k| format!("{}. ", d.word(k).word))}{(!aliases.is_empty()).then(|| format!("Also called {}.", aliases.join(", ")))}</p>
        {(!roles.is_empty()).then(|| view! { <section><h2 id="roles-heading">"Roles"</h2><ul class="rows">{roles}</ul></section> })}
        <StatementSection id="said-heading" heading="What the article says" list=said />
        {alone.then(|| view! { <p class="is-gap">"Named within statements about others."</p> })}
        <p><PageLink page=Page::Actors(None)>"All people, places and documents"</PageLink></p>
    }
    .into_any()
}
