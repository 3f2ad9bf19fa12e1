//! Marks of the chart, in the drawing and in its lists: the numbers of paragraphs, each a link to a note.

use atlas::model::Dataset;
use atlas::views::{ChartMark, MARK_PX};
use leptos::prelude::*;
use markup::view;

use crate::components::edition::{in_app, note_href};
use crate::state::use_place;

/// Height of the field of a mark, which a finger can hit.
const FIELD: i32 = 24;
/// From the top of that field to the baseline of its text.
const FIELD_BASELINE: i32 = 17;

/// A mark in the drawing: a link on a field that a finger can hit.
pub(super) fn drawn_mark(d: &Dataset, mark: &ChartMark, baseline: i32, of: &str) -> impl IntoView + use<> {
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
pub(super) fn listed_mark(d: &Dataset, mark: &ChartMark, of: &str) -> impl IntoView + use<> {
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
