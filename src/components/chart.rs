//! The chart of a unit: what is dated of it and what is not, on one axis of time.
//!
//! It draws what [`atlas::views::chart`] has placed, for three widths of which the style sheet shows one; a table that is read
//! aloud only says the same. Every label carries the marks of its paragraphs, and every bar opens what its first mark opens.

mod bar;
mod words;

use atlas::EntityIx;
use atlas::model::Dataset;
use atlas::views::marks::BASELINE_PX;
use atlas::views::{
    Anchor, Chart, ChartAxis, ChartEvent, ChartGroup, ChartLabel, ChartMark, ChartRow, ChartText, ChartTrack,
    ChartWidth, EventLabel, LABEL_PX, NAME_PX, YEAR_PX, chart,
};
use leptos::prelude::*;
use markup::view;

use self::bar::{bar_view, hatch_id, hatches};
use self::words::{how, list, more, table};
use super::edition::note_href;
use super::mark::SvgMark;
use crate::state::use_atlas;

/// The chart of a unit with its title; nothing where the source says nothing that could stand on it.
#[component]
pub fn UnitChart(
    /// The unit.
    unit: EntityIx,
) -> impl IntoView {
    let d = use_atlas().data();
    let charts: Vec<(ChartWidth, Chart)> = ChartWidth::ALL
        .into_iter()
        .filter_map(|width| Some((width, chart(&d, unit, width)?)))
        .collect();
    let (_, widest) = charts.first()?;
    let table = table(widest, &d.entity(unit).name);
    let more = more(&d, &widest.happened);
    let how = how(&d, widest, &d.entity(unit).name);
    let hatch = hatch_id(&d, unit);
    let drawings = charts
        .iter()
        .map(|(width, chart)| drawing(*width, chart, &d.entity(unit).name, &d, &hatch))
        .collect_view();
    Some(view! {
        <figure class="chart" aria-labelledby="chart-heading" data-line="">
            <figcaption>
                <h2 id="chart-heading">"What is dated, and what is not"</h2>
                <p class="chart-how">{how}</p>
            </figcaption>
            {hatches(&hatch)}
            {drawings}
            {table}
            {more}
        </figure>
    })
}

/// One rendering, with the list of its events where they are numbered.
fn drawing(width: ChartWidth, chart: &Chart, unit: &str, d: &Dataset, hatch: &str) -> impl IntoView + use<> {
    let class = match width {
        ChartWidth::Wide => "chart-rendering is-wide",
        ChartWidth::Medium => "chart-rendering is-medium",
        ChartWidth::Phone => "chart-rendering is-phone",
    };
    let view_box = format!("0 0 {} {}", chart.width, chart.height);
    let name = format!("{unit}: what is dated, and what is not");
    let groups = chart
        .groups
        .iter()
        .map(|group| group_view(d, group, chart, hatch))
        .collect_view();
    let list = chart.happened.numbered.then(|| list(d, &chart.happened.events));
    view! {
        <div class=class>
            <svg class="chart-drawing" viewBox=view_box role="group" aria-label=name font-size=LABEL_PX>
                {grid(&chart.axis)}
                {groups}
                {happened(d, chart)}
                {head(&chart.axis)}
            </svg>
            {list}
        </div>
    }
}

/// The lines of years, and the one at which the source was written.
fn grid(axis: &ChartAxis) -> impl IntoView + use<> {
    let (top, bottom) = (axis.top, axis.bottom);
    let lines = axis
        .ticks
        .iter()
        .map(|tick| view! { <line class="chart-year-line" x1=tick.x x2=tick.x y1=top y2=bottom /> })
        .collect_view();
    view! {
        <g aria-hidden="true">
            {lines}
            <line class="chart-written-line" x1=axis.right x2=axis.right y1=top - 4 y2=bottom />
        </g>
    }
}

fn head(axis: &ChartAxis) -> impl IntoView + use<> {
    let years = axis.ticks.iter().filter_map(|tick| tick.label.as_ref());
    let years = years.map(|label| text(label, "chart-year", YEAR_PX)).collect_view();
    view! {
        <g aria-hidden="true">
            {text(&axis.undated, "chart-year", YEAR_PX)}
            {years}
            {text(&axis.written, "chart-strong", LABEL_PX)}
        </g>
    }
}

fn text(t: &ChartText, class: &'static str, size: i32) -> impl IntoView + use<> {
    let anchor = match t.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    view! { <text class=class x=t.x y=t.y text-anchor=anchor font-size=size>{t.text.clone()}</text> }
}

fn rule(y: i32, width: i32) -> impl IntoView + use<> {
    view! { <line class="chart-rule" x1="0" x2=width y1=y y2=y /> }
}

fn group_view(d: &Dataset, group: &ChartGroup, chart: &Chart, hatch: &str) -> impl IntoView + use<> {
    let rows = group.rows.iter().map(|row| row_view(d, row, hatch)).collect_view();
    view! {
        <g>
            <g aria-hidden="true">{rule(group.rule, chart.width)}{text(&group.title, "chart-title", NAME_PX)}</g>
            {rows}
        </g>
    }
}

fn row_view(d: &Dataset, row: &ChartRow, hatch: &str) -> impl IntoView + use<> {
    let names = row
        .names
        .iter()
        .map(|name| text(name, "chart-name", NAME_PX))
        .collect_view();
    let silent = row.silent.as_ref().map(|silent| text(silent, "chart-silent", LABEL_PX));
    let tracks = row
        .tracks
        .iter()
        .map(|track| track_view(d, &row.name, track, hatch))
        .collect_view();
    view! { <g><g aria-hidden="true">{names}{silent}</g>{tracks}</g> }
}

fn track_view(d: &Dataset, name: &str, track: &ChartTrack, hatch: &str) -> impl IntoView + use<> {
    let bars = track
        .bars
        .iter()
        .map(|bar| {
            let mark = track.entries.get(bar.row).and_then(|entry| entry.label.marks.first());
            part(d, mark, bar_view(bar, hatch).into_any())
        })
        .collect_view();
    let labels = track
        .entries
        .iter()
        .map(|entry| label_view(d, &entry.label, &format!("{name}: {}", entry.words)))
        .collect_view();
    view! { <g>{bars}{labels}</g> }
}

/// A part of the drawing that opens what its mark opens; the mark is its name and its stop for the keyboard.
fn part(d: &Dataset, mark: Option<&ChartMark>, shape: AnyView) -> AnyView {
    let Some(mark) = mark else { return shape };
    let href = note_href(d.id_of(mark.target));
    view! { <g><a class="chart-part" href=href tabindex="-1" aria-hidden="true">{shape}</a></g> }.into_any()
}

fn label_view(d: &Dataset, label: &ChartLabel, of: &str) -> impl IntoView + use<> {
    let words = (!label.text.is_empty())
        .then(|| view! { <text class="chart-label" x=label.x y=label.baseline aria-hidden="true">{label.text.clone()}</text> });
    let marks = marks(d, &label.marks, label.baseline, of);
    view! { <g>{words}{marks}</g> }
}

fn marks(d: &Dataset, marks: &[ChartMark], baseline: i32, of: &str) -> impl IntoView + use<> {
    marks
        .iter()
        .map(|placed| {
            let (x, y) = (f64::from(placed.x), f64::from(baseline) - BASELINE_PX);
            view! { <SvgMark mark=placed.mark.clone() id=d.id_of(placed.target) of=of x=x y=y /> }
        })
        .collect_view()
}

fn happened(d: &Dataset, chart: &Chart) -> impl IntoView + use<> {
    let h = &chart.happened;
    let events = h.events.iter().map(|event| event_view(d, event, h.y)).collect_view();
    let numbers = h
        .numbers
        .iter()
        .map(|number| text(number, "chart-strong", LABEL_PX))
        .collect_view();
    let empty = h.empty.as_ref().map(|empty| text(empty, "chart-silent", LABEL_PX));
    let leaders = h
        .events
        .iter()
        .filter_map(|event| Some(leader(event.x, event.label.as_ref()?)))
        .collect_view();
    view! {
        <g>
            <g aria-hidden="true">{rule(h.rule, chart.width)}{text(&h.title, "chart-title", NAME_PX)}{leaders}{numbers}{empty}</g>
            {events}
        </g>
    }
}

fn leader(x: i32, label: &EventLabel) -> impl IntoView + use<> {
    let (top, bottom) = label.leader;
    view! { <line class="chart-leader" x1=x x2=x y1=top y2=bottom /> }
}

fn event_view(d: &Dataset, event: &ChartEvent, y: i32) -> impl IntoView + use<> {
    let class = if event.hollow {
        "chart-dot is-hollow"
    } else {
        "chart-dot"
    };
    let reach = event
        .reach
        .map(|(a, b)| view! { <path class="chart-reach" d=format!("M{a} {y}H{b}") /> });
    let dot = view! { <g>{reach}<circle class=class cx=event.x cy=y r="5" /></g> };
    let of = format!("{}, {}", event.name, event.date);
    let label = event.label.as_ref().map(|label| {
        let marks = marks(d, &label.marks, label.baseline, &of);
        view! {
            <g>
                <text class="chart-label is-strong" x=label.x y=label.baseline aria-hidden="true">{event.date.clone()}</text>
                <text class="chart-label" x=label.x y=label.name_baseline aria-hidden="true">{event.name.clone()}</text>
                {marks}
            </g>
        }
    });
    view! { <g>{part(d, event.marks.first(), dot.into_any())}{label}</g> }
}
