//! Events as lines: when, what, and how firmly.

use atlas::model::Dataset;
use atlas::views::{Event, event_date, firmness};
use leptos::prelude::*;
use markup::view;

use super::value::text_value;

/// A line: its date in words (the text's own where it has some that no date can say), its name, and how firmly it is said.
pub fn event_line(d: &Dataset, event: &Event) -> impl IntoView + use<> {
    let entity = d.entity(event.ix);
    let first = entity.statements.first().copied();
    let date = event_date(d, event.ix);
    let firmness = first.and_then(|s| firmness(d, s));
    view! {
        <li data-line="">
            <span class="date">{date}</span>
            {text_value(&entity.id, &entity.name)}
            {firmness.map(|word| view! { <span class="firmness">{word}</span> })}
        </li>
    }
}
