//! Dated events and plans: drawn in lanes on a broken axis where there is room, and as a list by year for everyone.

mod drawn;
mod filter;

use std::collections::BTreeMap;

use atlas::model::Dataset;
use atlas::views::{Event, events, matches};
use leptos::prelude::*;
use markup::view;

use self::drawn::Drawn;
use self::filter::Filter;
use super::heading;
use crate::components::{CopyTable, event_line, events_sheet};
use crate::state::{use_atlas, use_place};

/// The page.
pub fn view(_: &Dataset) -> AnyView {
    view! {
        {heading("Timeline")}
        <p class="lead">"What the article dates, from the earliest to what was planned when it was written. Words in quotation marks are the article’s own."</p>
        <Filter />
        <Matching />
    }
    .into_any()
}

/// The events that match, drawn and listed.
#[component]
fn Matching() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let chosen = crate::ui::memo(move || place.url.with(|url| url.facets.clone()));
    crate::ui::reactive(move || {
        let d = atlas.data();
        let found: Vec<Event> =
            chosen.with(|chosen| events(&d).into_iter().filter(|e| matches(&d, e, chosen)).collect());
        let plans = found.iter().filter(|e| e.plan).count();
        let empty = (found.len() == plans && !chosen.with(Vec::is_empty)).then(|| empty_words(plans));
        let list = list(&d, &found);
        let taken = found.clone();
        view! {
            {empty.map(|words| view! { <p class="notice" role="status">{words}</p> })}
            <section class="wide drawn-section" aria-label="Drawn"><Drawn events=found /></section>
            {list}
            <CopyTable sheet=Box::new(move |d| events_sheet(d, &taken)) name=Some("timeline") />
        }
    })
}

fn empty_words(plans: usize) -> String {
    match plans {
        0 => "No event matches.".to_owned(),
        1 => "No event matches. 1 plan does.".to_owned(),
        n => format!("No event matches. {n} plans do."),
    }
}

fn list(d: &Dataset, found: &[Event]) -> impl IntoView + use<> {
    let mut years: BTreeMap<u16, Vec<&Event>> = BTreeMap::new();
    let mut undated = Vec::new();
    for event in found {
        match event.first.or(event.last) {
            Some(day) => years.entry(day.year()).or_default().push(event),
            None => undated.push(event),
        }
    }
    let sections = years
        .into_iter()
        .map(|(year, events)| {
            let rows = events.into_iter().map(|e| event_line(d, e)).collect_view();
            let id = format!("year-{year}");
            view! { <section class="year" aria-labelledby=id.clone()><h2 id=id.clone()>{year}</h2><ul class="plain">{rows}</ul></section> }
        })
        .collect_view();
    let undated = undated.into_iter().map(|e| event_line(d, e)).collect_view();
    view! {
        {sections}
        {(!undated.is_empty()).then(|| view! { <section class="year" aria-labelledby="undated"><h2 id="undated">"No date given"</h2><ul class="plain">{undated}</ul></section> })}
    }
}
