//! The drawn timeline: finished geometry as SVG, for three widths of which the style sheet shows one. The list by year says the
//! same; every mark is a link to its note.

use atlas::model::Dataset;
use atlas::views::{Event, EventForm, Lane, Mark, TIMELINE_WIDTHS_PX, Timeline, event_date, timeline};
use leptos::prelude::*;
use markup::view;

use crate::components::note_href;
use crate::state::{use_atlas, use_place};

/// The classes of the drawings, widest first.
const CLASSES: [&str; 3] = ["drawn is-wide", "drawn is-middle", "drawn is-narrow"];

/// How much of an end that is not given is drawn in dashes.
const OPEN: i32 = 24;

/// The drawing, and how it is read.
#[component]
pub fn Drawn(
    /// The events to draw.
    events: Vec<Event>,
) -> impl IntoView {
    let d = use_atlas().data();
    let placed: Vec<Timeline> = TIMELINE_WIDTHS_PX
        .into_iter()
        .map(|width| timeline(&d, &events, width))
        .collect();
    let how = how(placed.first().filter(|t| !t.marks.is_empty())?);
    let drawings = placed
        .iter()
        .zip(CLASSES)
        .map(|(t, class)| drawing(&d, t, class))
        .collect_view();
    Some(
        view! { <section class="drawn-section" aria-label="The timeline, drawn">{drawings}<p class="scheme">{how}</p></section> },
    )
}

/// How it is read: what occurs on it, and no more.
fn how(t: &Timeline) -> String {
    let has = |form: EventForm| t.marks.iter().any(|mark| mark.form == form);
    let mut out = Vec::new();
    let keys = [
        (has(EventForm::Dot), "Dot: a day or a month."),
        (has(EventForm::Bar), "Bar: a longer time, such as a year."),
        (
            has(EventForm::Band),
            "Pale band: at some time within it; an end with dashes is not given.",
        ),
        (
            t.marks.iter().any(|mark| mark.plan),
            "Hollow: planned when the article was written.",
        ),
    ];
    out.extend(
        keys.into_iter()
            .filter(|(shown, _)| *shown)
            .map(|(_, words)| words.to_owned()),
    );
    match t.earlier {
        0 => {}
        1 => out.push("1 earlier event is in the list only.".to_owned()),
        n => out.push(format!("{n} earlier events are in the list only.")),
    }
    out.join(" ")
}

fn drawing(d: &Dataset, t: &Timeline, class: &'static str) -> impl IntoView + use<> {
    // Below the lanes stands what the line of the time of writing says.
    let (width, height, foot) = (t.width, t.height + 24, t.height + 16);
    let ticks = t
        .ticks
        .iter()
        .map(|tick| view! { <line class="tick" x1=tick.x x2=tick.x y1="20" y2=t.height /><text class="year-label" x=tick.x + 3 y="15">{tick.year}</text> })
        .collect_view();
    let lanes = t.lanes.iter().map(|lane| lane_view(d, lane, t)).collect_view();
    let marks = t.marks.iter().map(|mark| mark_view(d, mark)).collect_view();
    let anchor = if t.written * 2 > t.width { "end" } else { "start" };
    view! {
        <svg class=class viewBox=format!("0 0 {width} {height}") role="group" aria-label="Events in lanes">
            {ticks}
            {lanes}
            <line class="written" x1=t.written x2=t.written y1="20" y2=t.height />
            <text class="written-label" x=t.written + 2 y=foot text-anchor=anchor>"written "{d.about().vantage.words.clone()}</text>
            {marks}
        </svg>
    }
}

fn lane_view(d: &Dataset, lane: &Lane, t: &Timeline) -> impl IntoView + use<> {
    let name = lane
        .country
        .map_or_else(|| "Several or none".to_owned(), |unit| d.entity(unit).name.clone());
    let silent = lane
        .is_empty
        .then(|| view! { <text class="lane-empty" x=t.left + 3 y=lane.y + lane.height - 10>"nothing dated"</text> });
    view! {
        <line class="lane-rule" x1="0" x2=t.width y1=lane.y y2=lane.y />
        <text class="lane-name" x="0" y=lane.name_y>{name}</text>
        {silent}
    }
}

fn mark_view(d: &Dataset, m: &Mark) -> impl IntoView + use<> {
    let place = use_place();
    let entity = d.entity(m.event);
    let id = entity.id.clone();
    let own = id.clone();
    let chosen = move || place.note.with(|note| note.as_deref() == Some(own.as_str()));
    let (a, b) = m.x;
    let (shape, half) = match m.form {
        EventForm::Dot => (view! { <circle cx=i32::midpoint(a, b) cy=m.y r="4" /> }.into_any(), 4),
        EventForm::Bar => (view! { <rect x=a y=m.y - 3 width=b - a height="6" /> }.into_any(), 3),
        EventForm::Band => (view! { <rect x=a y=m.y - 3 width=b - a height="5" /> }.into_any(), 3),
    };
    let open = |is: bool, x: i32, towards: i32| {
        is.then(|| view! { <path class="open-end" d=format!("M{x} {}h{}", m.y, towards * OPEN) /> })
    };
    let name = m.name.as_ref().map(|name| {
        let (anchor, lead) = (if name.before { "end" } else { "start" }, m.lead());
        view! {
            <path class="lead-line" d=format!("M{lead} {}V{}", name.y + 3, m.y - half) />
            <text x=name.x y=name.y text-anchor=anchor>{entity.name.clone()}</text>
        }
    });
    let class = match (m.form, m.plan) {
        (EventForm::Dot, false) => "event is-dot",
        (EventForm::Bar, false) => "event is-bar",
        (EventForm::Band, false) => "event is-band",
        (_, true) => "event is-plan",
    };
    let date = event_date(d, m.event);
    view! {
        // Inside a group of the same view, `a` is the link of SVG and not that of HTML.
        <g class=class>
            <a href=note_href(&id) data-mark=id aria-current=move || chosen().then_some("true")>
                <title>{format!("{}: {date}", entity.name)}</title>
                {name}
                {shape}
                {open(m.open.0, a, 1)}
                {open(m.open.1, b, -1)}
            </a>
        </g>
    }
}
