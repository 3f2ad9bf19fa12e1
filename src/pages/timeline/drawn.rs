//! The drawn timeline: finished geometry as SVG. The list by year says the same, so the drawing is hidden from screen readers'
//! reading order but every mark stays a link.

use atlas::model::Dataset;
use atlas::views::{Event, Lane, Mark, Timeline, timeline};
use leptos::prelude::*;
use markup::view;

use crate::components::note_href;

use crate::state::{use_atlas, use_place};

/// The drawing.
#[component]
pub fn Drawn(
    /// The events to draw.
    events: Vec<Event>,
) -> impl IntoView {
    let d = use_atlas().data();
    let placed = timeline(&d, &events);
    if placed.marks.is_empty() {
        return ().into_any();
    }
    let (width, height) = (placed.width.to_string(), placed.height.to_string());
    let lanes = placed
        .lanes
        .iter()
        .map(|lane| lane_view(&d, lane, placed.width))
        .collect_view();
    let marks = placed.marks.iter().map(|mark| mark_view(&d, mark)).collect_view();
    view! {
        <div class="drawn-wrap" tabindex="0" role="region" aria-label="The timeline, drawn">
            <svg class="drawn" viewBox=format!("0 0 {width} {height}") width=width height=height role="group" aria-label="Events in lanes">
                {written(&placed)}
                {axis(&placed)}
                {lanes}
                {marks}
            </svg>
        </div>
        <p class="scheme">"A dot is a day, a bar the time within which it lies; an open end fades. Outlined on ruled ground: ahead when the article was written. Years are as wide as they need to be, and gaps are cut: distance is not duration."</p>
    }
    .into_any()
}

/// Ruled ground for what lay ahead.
fn written(t: &Timeline) -> impl IntoView + use<> {
    let x = t.written?;
    let (width, height) = (t.width - x, t.height);
    Some(view! {
        <defs><pattern id="ahead" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="ahead-line" x1="0" x2="0" y1="0" y2="6" /></pattern></defs>
        <rect class="ahead" x=x y="0" width=width height=height fill="url(#ahead)" />
    })
}

fn axis(t: &Timeline) -> impl IntoView + use<> {
    let height = t.height;
    let ticks = t
        .ticks
        .iter()
        .map(|tick| view! { <line class="tick" x1=tick.x x2=tick.x y1="22" y2=height /><text class="year-label" x=tick.x + 4 y="16">{tick.year}</text> })
        .collect_view();
    let breaks = t
        .breaks
        .iter()
        .map(|x| view! { <path class="break" d=format!("M{} 8l6 10M{} 8l6 10", x - 8, x) /> })
        .collect_view();
    view! { {ticks}{breaks} }
}

fn lane_view(d: &Dataset, lane: &Lane, width: i32) -> impl IntoView + use<> {
    let name = lane
        .country
        .map_or_else(|| "Several or none".to_owned(), |c| d.entity(c).name.clone());
    view! {
        <line class="lane-rule" x1="0" x2=width y1=lane.y y2=lane.y />
        <text class="lane-name" x="0" y=lane.y + 19>{name}</text>
    }
}

fn mark_view(d: &Dataset, m: &Mark) -> impl IntoView + use<> {
    let place = use_place();
    let entity = d.entity(m.event);
    let id = entity.id.clone();
    let own = id.clone();
    let href = note_href(&id);
    let chosen = move || place.note.with(|note| note.as_deref() == Some(own.as_str()));
    let (a, b) = m.x;
    let width = b - a;
    let shape = if width < 5 {
        view! { <circle class="shape" cx=(a + b) / 2 cy=m.y r="4" /> }.into_any()
    } else {
        view! { <rect class="shape" x=a y=m.y - 4 width=width height="8" rx="1" /> }.into_any()
    };
    let open = |is: bool, x: i32, towards: i32| {
        is.then(|| view! { <path class="fade" d=format!("M{x} {}h{}", m.y, 10 * towards) /> })
    };
    let class = if m.plan { "event is-plan" } else { "event" };
    let anchor = if m.before { "end" } else { "start" };
    view! {
        // Inside a group of the same view, `a` is the link of SVG and not that of HTML.
        <g class=class>
            <a href=href data-mark=id aria-current=move || chosen().then_some("true")>
                {shape}
                {open(m.open.0, a, -1)}
                {open(m.open.1, b, 1)}
                <text x=m.label_x y=m.y + 4 text-anchor=anchor>
                    {entity.name.clone()}
                </text>
            </a>
        </g>
    }
}
