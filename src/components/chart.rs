//! The chart of a unit: what is dated of it and what is not, on one axis of time.
//!
//! It draws what [`atlas::views::chart`] has placed, for three widths of which the style sheet shows one; a table that is read
//! aloud only says the same. Every label carries the marks of its paragraphs, and every bar opens what its first mark opens.

use atlas::EntityIx;
use atlas::model::Dataset;
use atlas::views::{
    Anchor, Chart, ChartAxis, ChartBar, ChartEvent, ChartGroup, ChartLabel, ChartLook, ChartMark, ChartRow, ChartText,
    ChartTrack, ChartWidth, EventLabel, Happened, LABEL_PX, MARK_PX, NAME_PX, YEAR_PX, chart,
};
use leptos::prelude::*;
use markup::view;

use super::edition::{in_app, note_href};
use crate::state::{use_atlas, use_place};

/// Half the height of a bar.
const HALF: i32 = 6;
/// Depth of a torn edge.
const TEAR: i32 = 8;
/// Height of the field of a mark, which a finger can hit.
const FIELD: i32 = 24;
/// From the top of that field to the baseline of its text.
const FIELD_BASELINE: i32 = 17;

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

/// How the chart is read: what occurs on it, and no more.
fn how(d: &Dataset, chart: &Chart, unit: &str) -> String {
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
    let words = &d.about().vantage.words;
    out.push(format!("Every bar ends where the article does: {words}."));
    if tracks().flat_map(|track| &track.entries).any(|entry| entry.worked_out) {
        out.push("* Worked out from what the article says.".to_owned());
    }
    let hollow = chart.happened.events.iter().any(|event| event.hollow);
    if hollow {
        let share = if chart.happened.own == 0 { "nothing" } else { "little" };
        let units = &d.texts().units;
        out.push(format!(
            "The article dates {share} of {unit} alone; open circles are of all together ({units})."
        ));
    }
    out.join(" ")
}

fn hatch_id(d: &Dataset, unit: EntityIx) -> String {
    format!("chart-hatch-{}", d.entity(unit).id)
}

/// Patterns stand in a drawing of their own: one that is not shown lends none.
fn hatches(id: &str) -> impl IntoView + use<> {
    let faint = format!("{id}-faint");
    let id = id.to_owned();
    view! {
        <svg class="defs" width="0" height="0" aria-hidden="true" focusable="false">
            <defs>
                <pattern id=id width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="chart-hatch" x1="0" x2="0" y1="0" y2="10" /></pattern>
                <pattern id=faint width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="chart-hatch is-faint" x1="0" x2="0" y1="0" y2="10" /></pattern>
            </defs>
        </svg>
    }
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

fn bar_view(bar: &ChartBar, hatch: &str) -> impl IntoView + use<> {
    let (class, fill) = match (bar.look, bar.certain) {
        (ChartLook::Full, true) => ("chart-bar is-full", None),
        (ChartLook::Full, false) => ("chart-bar is-full is-pale", None),
        (ChartLook::Halted, true) => ("chart-bar is-halted", Some(format!("url(#{hatch})"))),
        (ChartLook::Halted, false) => ("chart-bar is-halted is-pale", Some(format!("url(#{hatch}-faint)"))),
        (ChartLook::Wished, _) => ("chart-bar is-wished", Some("none".to_owned())),
        (ChartLook::Denied, true) => ("chart-stroke is-denied", None),
        (ChartLook::Denied, false) => ("chart-stroke is-denied is-pale", None),
        (ChartLook::Announced, true) => ("chart-stroke is-announced", None),
        (ChartLook::Announced, false) => ("chart-stroke is-announced is-pale", None),
        (ChartLook::Negotiated, true) => ("chart-stroke is-negotiated", None),
        (ChartLook::Negotiated, false) => ("chart-stroke is-negotiated is-pale", None),
        (ChartLook::Talked, true) => ("chart-stroke is-talked", None),
        (ChartLook::Talked, false) => ("chart-stroke is-talked is-pale", None),
        (ChartLook::Window, _) => ("chart-stroke is-window", None),
        (ChartLook::End, _) => ("chart-stroke is-end", None),
    };
    let shape = match bar.look {
        ChartLook::Full | ChartLook::Halted | ChartLook::Wished => outline(bar),
        ChartLook::End => format!("M{} {}v20", bar.x.0, bar.y - 10),
        _ => format!("M{} {}H{}", bar.x.0, bar.y, bar.x.1),
    };
    let length = pattern_length(bar);
    view! { <path class=class d=shape fill=fill pathLength=length /> }
}

/// The length that a stroke of dashes or dots is said to have, so that it ends with a whole one.
fn pattern_length(bar: &ChartBar) -> Option<i32> {
    let (mark, gap) = match bar.look {
        ChartLook::Announced => (16, 6),
        ChartLook::Negotiated => (0, 9),
        ChartLook::Talked => (0, 7),
        _ => return None,
    };
    let length = bar.x.1 - bar.x.0;
    let count = ((length + gap) / (mark + gap)).max(1);
    Some((count * (mark + gap) - gap).max(1))
}

/// The outline of a bar: straight at a date, torn where none is given.
fn outline(bar: &ChartBar) -> String {
    let ((left, right), top) = (bar.x, bar.y - HALF);
    let tooth = HALF / 2;
    let teeth = |out: i32, down: i32| {
        let (there, back) = (format!("l{out} {down}"), format!("l{} {down}", -out));
        format!("{there}{back}{there}{back}")
    };
    let end = match bar.torn.1 {
        true => teeth(-TEAR, tooth),
        false => format!("v{}", 2 * HALF),
    };
    let (start, back) = match bar.torn.0 {
        true => (left + TEAR, teeth(-TEAR, -tooth)),
        false => (left, String::new()),
    };
    format!("M{start} {top}H{right}{end}H{start}{back}z")
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
        .map(|mark| drawn_mark(d, mark, baseline, of))
        .collect_view()
}

/// A mark in the drawing: a link on a field that a finger can hit.
fn drawn_mark(d: &Dataset, mark: &ChartMark, baseline: i32, of: &str) -> impl IntoView + use<> {
    let link = MarkLink::new(d, mark);
    let (href, id, current) = (link.href(), link.known(), link.current());
    let name = format!("¶{}, where it says so: {of}", mark.paragraph);
    view! {
        <g>
            <a class="sev" href=href data-value=id aria-label=name aria-current=current>
                <rect x=mark.x y=baseline - FIELD_BASELINE width=mark.width height=FIELD rx="3" />
                <text x=mark.x + mark.width / 2 y=baseline font-size=MARK_PX text-anchor="middle">"¶"{mark.paragraph}</text>
            </a>
        </g>
    }
}

/// A mark in a list.
fn listed_mark(d: &Dataset, mark: &ChartMark, of: &str) -> impl IntoView + use<> {
    let link = MarkLink::new(d, mark);
    let (href, id, current) = (link.href(), link.known(), link.current());
    let of = of.to_owned();
    view! { <a class="ev" href=href data-value=id aria-current=current>"¶"{mark.paragraph}<span class="visually-hidden">", where it says so: "{of}</span></a> }
}

/// Where a mark leads.
struct MarkLink {
    id: String,
}

impl MarkLink {
    fn new(d: &Dataset, mark: &ChartMark) -> Self {
        Self {
            id: d.id_of(mark.target).to_owned(),
        }
    }

    fn href(&self) -> impl Fn() -> String + use<> {
        note_href(&self.id)
    }

    fn known(&self) -> Option<String> {
        in_app().then(|| self.id.clone())
    }

    fn current(&self) -> impl Fn() -> Option<&'static str> + use<> {
        let (place, id) = (use_place(), self.id.clone());
        move || {
            let open = place.note.with(|note| note.as_deref() == Some(id.as_str()));
            open.then_some("true")
        }
    }
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

/// Events by the numbers under their dots.
fn list(d: &Dataset, events: &[ChartEvent]) -> impl IntoView + use<> {
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
    let marks = event.marks.iter().map(|mark| listed_mark(d, mark, &of)).collect_view();
    view! {
        <span class="chart-event"><strong>{event.date.clone()}</strong>" "{event.name.clone()}</span>
        <span class="evs">{marks}</span>
    }
}

/// Events that have no dot: dated between bounds only, or ahead at the time of writing.
fn more(d: &Dataset, h: &Happened) -> impl IntoView + use<> {
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
fn table(chart: &Chart, unit: &str) -> impl IntoView + use<> {
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
        .map(|event| table_row(event.date.clone(), &event.name, &event.marks))
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
        return vec![table_row(row.name.clone(), &silent.text, &[]).into_any()];
    }
    let entries = row.tracks.iter().flat_map(|track| &track.entries);
    entries
        .map(|entry| table_row(row.name.clone(), &entry.words, &entry.label.marks).into_any())
        .collect()
}

fn table_row(what: String, said: &str, marks: &[ChartMark]) -> impl IntoView + use<> {
    let numbers: Vec<String> = marks.iter().map(|mark| mark.paragraph.to_string()).collect();
    let said = said.to_owned();
    view! { <tr><th scope="row">{what}</th><td>{said}</td><td>{numbers.join(", ")}</td></tr> }
}
