//! The words around the chart: how it is read, its lists of events, and all of it as a table that is read aloud.

use atlas::model::Dataset;
use atlas::views::{Chart, ChartEvent, ChartLook, ChartRow, Happened};
use leptos::prelude::*;
use markup::view;

use crate::components::mark::Mark;

/// How the chart is read: what occurs on it, and no more.
pub(super) fn how(d: &Dataset, chart: &Chart, unit: &str) -> String {
    let tracks = || {
        chart
            .groups
            .iter()
            .flat_map(|group| &group.rows)
            .flat_map(|row| &row.tracks)
    };
    let bars = || tracks().flat_map(|track| &track.bars);
    let mut out: Vec<String> = Vec::new();
    if bars().any(|bar| bar.torn.0 || bar.torn.1) {
        out.push("A torn edge is a date the article does not give; the bar after it is pale.".to_owned());
    }
    if bars().any(|bar| bar.look == ChartLook::Window) {
        out.push("Along a thin dashed line something came about, at a time that is not given.".to_owned());
    }
    if bars().any(|bar| bar.beneath) {
        out.push("What stands below a bar holds besides.".to_owned());
    }
    let words = &d.about().vantage.words;
    out.push(format!("Every bar ends where the article does: {words}."));
    if tracks().flat_map(|track| &track.entries).any(|entry| entry.worked_out) {
        out.push("* Worked out from what the article says.".to_owned());
    }
    let hollow = chart.happened.events.iter().any(|event| event.hollow);
    if hollow {
        let share = if chart.dates == 0 { "nothing" } else { "little" };
        let units = &d.texts().units;
        out.push(format!(
            "The article dates {share} of {unit} alone; open circles are dated for all together ({units})."
        ));
    }
    out.join(" ")
}

/// Events by the numbers under their dots.
pub(super) fn list(d: &Dataset, events: &[ChartEvent]) -> impl IntoView + use<> {
    let rows = events
        .iter()
        .zip(1_usize..)
        .map(|(event, number)| {
            view! {
                <li data-line="">
                    <span class="chart-number" aria-hidden="true">{number}</span>
                    {listed(d, event)}
                </li>
            }
        })
        .collect_view();
    view! { <ol class="chart-list">{rows}</ol> }
}

fn listed(d: &Dataset, event: &ChartEvent) -> impl IntoView + use<> {
    let of = format!("{}, {}", event.name, event.date);
    let marks = event
        .marks
        .iter()
        .map(|placed| view! { <Mark mark=placed.mark.clone() id=d.id_of(placed.target) of=of.clone() /> })
        .collect_view();
    view! {
        <span class="chart-event"><strong>{event.date.clone()}</strong>" "{event.name.clone()}</span>
        <span class="evs">{marks}</span>
    }
}

/// Events that have no dot: dated between bounds only, or ahead at the time of writing.
pub(super) fn more(d: &Dataset, h: &Happened) -> impl IntoView + use<> {
    let part = |heading: String, events: &[ChartEvent]| {
        let rows = events
            .iter()
            .map(|event| view! { <li data-line="">{listed(d, event)}</li> })
            .collect_view();
        (!events.is_empty())
            .then(|| view! { <div class="chart-more"><h3>{heading}</h3><ul class="chart-list">{rows}</ul></div> })
    };
    let ahead = format!("Still ahead in {}", d.about().vantage.words);
    view! { {part("Dated only roughly".to_owned(), &h.loose)}{part(ahead, &h.ahead)} }
}

/// All that the drawing says, for those who do not see it.
pub(super) fn table(chart: &Chart, unit: &str) -> impl IntoView + use<> {
    let groups = chart
        .groups
        .iter()
        .map(|group| {
            let rows = group.rows.iter().flat_map(rows_of).collect_view();
            view! { <tbody><tr><th scope="rowgroup" colspan="3">{group.title.text.clone()}</th></tr>{rows}</tbody> }
        })
        .collect_view();
    let events: Vec<_> = chart
        .happened
        .events
        .iter()
        .map(|event| {
            table_row(
                event.date.clone(),
                &event.name,
                event.marks.iter().map(|mark| mark.mark.number),
            )
        })
        .collect();
    let events = (!events.is_empty()).then(|| {
        view! { <tbody><tr><th scope="rowgroup" colspan="3">{chart.happened.title.text.clone()}</th></tr>{events.collect_view()}</tbody> }
    });
    view! {
        <div class="visually-hidden"><table>
            <caption>{format!("{unit}: the chart in words")}</caption>
            <thead><tr><th scope="col">"What"</th><th scope="col">"What is said"</th><th scope="col">"Paragraphs"</th></tr></thead>
            {groups}
            {events}
        </table></div>
    }
}

fn rows_of(row: &ChartRow) -> Vec<AnyView> {
    if let Some(silent) = &row.silent {
        return vec![table_row(row.name.clone(), &silent.text, std::iter::empty())];
    }
    let entries = row.tracks.iter().flat_map(|track| &track.entries);
    entries
        .map(|entry| table_row(row.name.clone(), &entry.words, entry.paragraphs.iter().copied()))
        .collect()
}

fn table_row(what: String, said: &str, paragraphs: impl Iterator<Item = usize>) -> AnyView {
    let numbers: Vec<String> = paragraphs.map(|number| number.to_string()).collect();
    let said = said.to_owned();
    view! { <tr><th scope="row">{what}</th><td>{said}</td><td>{numbers.join(", ")}</td></tr> }.into_any()
}
