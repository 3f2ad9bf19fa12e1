//! Events as rows: when, whose, what, how firmly, and where it says so.

use atlas::model::{Dataset, Table};
use atlas::views::{Event, event_date, firmness};
use leptos::prelude::*;
use markup::view;

use super::mark::Marks;

/// A row: its date in words (the text's own where it has some that no date can say), the unit that it is about where it is about
/// one alone, its name, and how firmly it is said.
pub fn event_row(d: &Dataset, event: &Event) -> impl IntoView + use<> {
    let entity = d.entity(event.ix);
    let date = Some(event_date(d, event.ix)).filter(|date| !date.is_empty());
    let date = date.unwrap_or_else(|| "date not given".to_owned());
    // What words of the article leave open is said with the time that they leave.
    let when = entity.statements.first().and_then(|&s| d.statement(s).when.as_ref());
    let within = when
        .map(atlas::dates::in_words)
        .filter(|words| date.starts_with('“') && *words != date);
    let within = within.map(|words| view! { <span class="within">{words}</span> });
    let mut units = event.about.iter().filter(|&&e| d.entity(e).table == Table::Country);
    let unit = match (units.next(), units.next()) {
        (Some(&unit), None) => Some(d.entity(unit).name.clone()),
        _ => None,
    };
    let tag = entity.statements.first().and_then(|&s| firmness(d, s));
    let tag = tag.map(|word| view! { " "<span class="tag">{word}</span> });
    view! {
        <li class="event-row" data-line="">
            <span class="date">{date}" "{within}</span>
            <span class="minor">{unit}</span>
            <p class="row-text">{entity.name.clone()}{tag}</p>
            <Marks id=entity.id.clone() of=entity.name.clone() />
        </li>
    }
}
