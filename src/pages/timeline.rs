//! Dated events as a list by year, with their precision in words.

use std::collections::BTreeMap;

use atlas::model::{Dataset, Table};
use atlas::{Day, EntityIx};
use leptos::prelude::*;

use super::heading;
use crate::components::text_value;

/// The page.
pub fn view(d: &Dataset) -> AnyView {
    let mut years: BTreeMap<u16, Vec<(Day, EntityIx)>> = BTreeMap::new();
    let mut undated = Vec::new();
    for ix in d.table(Table::Event) {
        let first = d
            .entity(ix)
            .statements
            .first()
            .and_then(|&s| d.statement(s).when.as_ref().and_then(|w| w.first().or(w.last())));
        match first {
            Some(day) => years.entry(day.year()).or_default().push((day, ix)),
            None => undated.push(ix),
        }
    }
    let sections = years
        .into_iter()
        .map(|(year, mut events)| {
            events.sort_by_key(|&(day, _)| day);
            let rows = events.into_iter().map(|(_, ix)| row(d, ix)).collect_view();
            let id = format!("year-{year}");
            view! { <section class="year" aria-labelledby=id.clone()><h2 id=id.clone()>{year}</h2><ul class="plain">{rows}</ul></section> }
        })
        .collect_view();
    let undated = undated.into_iter().map(|ix| row(d, ix)).collect_view();
    view! {
        {heading("Timeline")}
        <p class="lead">"What the article dates, from the earliest to what was planned when it was written. Words in quotation marks are the article’s own."</p>
        {sections}
        {(!undated.is_empty()).then(|| view! { <section class="year" aria-labelledby="undated"><h2 id="undated">"No date given"</h2><ul class="plain">{undated}</ul></section> })}
    }
    .into_any()
}

fn row(d: &Dataset, ix: EntityIx) -> impl IntoView + use<> {
    let event = d.entity(ix);
    let first = event.statements.first().copied();
    let date = first.map(|s| {
        let s = d.statement(s);
        let words = s
            .date_words
            .as_ref()
            .filter(|_| s.when.as_ref().is_none_or(|w| w.as_str().starts_with('[')))
            .map(|w| format!("“{w}”"));
        words
            .or_else(|| s.when.as_ref().map(atlas::dates::in_words))
            .unwrap_or_default()
    });
    let firmness = first.and_then(|s| crate::components::firmness(d, s));
    view! {
        <li data-line="">
            <span class="date">{date}</span>
            {text_value(&event.id, &event.name)}
            {firmness.map(|word| view! { <span class="firmness">{word}</span> })}
        </li>
    }
}
