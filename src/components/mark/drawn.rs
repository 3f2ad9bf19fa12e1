//! An evidence mark within a drawing in SVG.
//!
//! Left out: where it stands, which whoever places the drawing computes, from the room that a mark says it needs.

use atlas::views::marks::{BASELINE_PX, HEIGHT_PX, Mark, TEXT_PX};
use leptos::prelude::*;
use markup::view;

use super::{Link, known};
use crate::state::use_changed;

/// Corner of the field, in CSS pixels.
const CORNER_PX: f64 = 3.0;

/// One mark in a drawing: a link on a field of 24 px, inverted where it stands on a dark ground.
#[component]
pub fn SvgMark(
    /// The paragraph, with its number.
    mark: Mark,
    /// Id whose note it opens.
    #[prop(into)]
    id: String,
    /// The value in words.
    #[prop(into)]
    of: String,
    /// Left edge of its field, in units of the drawing. The field is [`atlas::views::marks::Mark::width_px`] wide.
    x: f64,
    /// Top of its field, in units of the drawing.
    y: f64,
    /// Units of the drawing to a CSS pixel.
    #[prop(default = 1.0)]
    unit: f64,
    /// Whether it stands on a dark ground.
    #[prop(optional)]
    inverted: bool,
) -> impl IntoView {
    let link = Link::new(&mark, &id);
    let (current, differs) = (link.clone(), use_changed());
    let own = id.clone();
    let class = if inverted { "sev is-inverted" } else { "sev" };
    let width = mark.width_px() * unit;
    let name = format!("{}, where it says so: {of}", mark.text());
    view! {
        <g>
            <a class=class class:is-changed=move || differs.has(&own) href=link.href() data-value=known(id) aria-label=name aria-current=move || current.is_open()>
                <rect x=units(x) y=units(y) width=units(width) height=units(HEIGHT_PX * unit) rx=units(CORNER_PX * unit) />
                <text x=units(x + width / 2.0) y=units(y + BASELINE_PX * unit) font-size=units(TEXT_PX * unit) text-anchor="middle">{mark.text()}</text>
            </a>
        </g>
    }
}

/// A coordinate to a tenth of a unit.
fn units(value: f64) -> String {
    format!("{}", (value * 10.0).round() / 10.0)
}
