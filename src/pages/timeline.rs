//! Dated events and plans: drawn in lanes, and as a list by year for everyone.

mod drawn;
mod filter;

use std::collections::BTreeMap;

use atlas::model::Dataset;
use atlas::views::{Event, events, matches};
use leptos::prelude::*;
use markup::view;

use self::drawn::Drawn;
use self::filter::Filter;
use super::page_head;
use crate::components::{CopyTable, event_row, events_sheet};
use crate::state::{use_atlas, use_place};

/// The page.
pub fn view(d: &Dataset) -> AnyView {
    let all = events(d);
    let years: Vec<u16> = all.iter().filter(|e| e.is_dated()).filter_map(Event::year).collect();
    let head = match (years.iter().min(), years.iter().max()) {
        (Some(first), Some(last)) if first != last => format!("What the article dates, from {first} to {last}"),
        _ => "What the article dates".to_owned(),
    };
    view! {
        {page_head(d, "timeline", &head)}
        <p class="lead">{counted(&all)}" Counts show how much the article dates, not how much happened."</p>
        <Filter />
        <Matching />
    }
    .into_any()
}

/// "57 events and 4 plans."
fn counted(all: &[Event]) -> String {
    let plans = all.iter().filter(|e| e.plan).count();
    let events = all.len() - plans;
    let events = if events == 1 {
        "1 event".to_owned()
    } else {
        format!("{events} events")
    };
    match plans {
        0 => format!("{events}."),
        1 => format!("{events}, and 1 plan."),
        n => format!("{events}, and {n} plans."),
    }
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
            <Drawn events=found />
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

/// By year; then what is dated only roughly, what has no date, and apart from all that, what was ahead.
fn list(d: &Dataset, found: &[Event]) -> impl IntoView + use<> {
    let mut years: BTreeMap<u16, Vec<&Event>> = BTreeMap::new();
    let (mut roughly, mut undated, mut plans) = (Vec::new(), Vec::new(), Vec::new());
    for event in found {
        match event.year() {
            _ if event.plan => plans.push(event),
            Some(year) => years.entry(year).or_default().push(event),
            None if event.is_dated() => roughly.push(event),
            None => undated.push(event),
        }
    }
    let by_year = years
        .into_iter()
        .map(|(year, events)| group(d, &format!("year-{year}"), &year.to_string(), &events))
        .collect_view();
    let some = !by_year.is_empty();
    let quoted = found
        .iter()
        .any(|event| atlas::views::event_date(d, event.ix).starts_with('“'));
    let rest = [
        (
            "roughly",
            "Dated only roughly",
            "The article gives a time within which each of these lies, or one end of it, and no date.",
            roughly,
        ),
        ("undated", "Without a date", "The article gives these no date.", undated),
        (
            "plans",
            "Planned when it was written",
            "The article tells of these as plans, and not whether they came about.",
            plans,
        ),
    ];
    let rest = rest
        .into_iter()
        .filter(|(.., events)| !events.is_empty())
        .map(|(id, heading, about, events)| {
            let rows = events.iter().map(|event| event_row(d, event)).collect_view();
            view! { <section aria-labelledby=id><div class="section-head"><h2 id=id>{heading}</h2><p>{about}</p></div><div class="year"><ul class="rows event-rows">{rows}</ul></div></section> }
        })
        .collect_view();
    view! {
        {some.then(|| view! {
            <section aria-labelledby="by-year">
                <div class="section-head"><h2 id="by-year">"Year by year"</h2>{quoted.then(|| view! { <p>"Words in quotation marks are the article’s own."</p> })}</div>
                {by_year}
            </section>
        })}
        {rest}
    }
}

fn group(d: &Dataset, id: &str, name: &str, events: &[&Event]) -> impl IntoView + use<> {
    let rows = events.iter().map(|event| event_row(d, event)).collect_view();
    let (id, name) = (id.to_owned(), name.to_owned());
    view! { <div class="year" role="group" aria-labelledby=id.clone()><h3 id=id>{name}</h3><ul class="rows event-rows">{rows}</ul></div> }
}
