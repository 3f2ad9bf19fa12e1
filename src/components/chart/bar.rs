//! Bars of the chart: their outlines, and the patterns that fill them.

use atlas::EntityIx;
use atlas::model::Dataset;
use atlas::views::{ChartBar, ChartLook};
use leptos::prelude::*;
use markup::view;

/// Half the height of a bar.
const HALF: i32 = 6;
/// Depth of a torn edge.
const TEAR: i32 = 8;

/// The id of the patterns, which no other drawing of the page has.
pub(super) fn hatch_id(d: &Dataset, unit: EntityIx) -> String {
    format!("chart-hatch-{}", d.entity(unit).id)
}

/// Patterns stand in a drawing of their own: one that is not shown lends none.
pub(super) fn hatches(id: &str) -> impl IntoView + use<> {
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

/// A bar, a stroke or the mark of an end.
pub(super) fn bar_view(bar: &ChartBar, hatch: &str) -> impl IntoView + use<> {
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
