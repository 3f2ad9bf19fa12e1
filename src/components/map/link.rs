//! Links within drawings: of a territory to its page, and of a mark to its note.

use atlas::EntityIx;
use atlas::model::Dataset;
use atlas::views::Rect;
use leptos::prelude::*;
use markup::view;

use crate::components::edition::{in_app, is_first_view, note_href};
use crate::components::value::{page_href, page_of};
use crate::state::use_place;

/// A territory as a link to its page; what is spoken of elsewhere is linked to it by `data-unit`.
pub fn land_link(d: &Dataset, ix: EntityIx, name: String, shape: AnyView) -> impl IntoView + use<> {
    let href = page_href(page_of(d, ix));
    let id = d.entity(ix).id.clone();
    view! { <g><a class="map-link" href=href data-unit=id aria-label=name>{shape}</a></g> }
}

/// The number of a paragraph, as a link that opens a note; `name` says of what.
pub fn mark_link(note: &str, number: usize, name: &str, at: Rect) -> impl IntoView + use<> {
    let place = use_place();
    let href = note_href(note);
    let own = note.to_owned();
    let chosen = move || {
        place
            .note
            .with(|open| open.as_deref() == Some(own.as_str()))
            .then_some("true")
    };
    let value = (in_app() && !is_first_view()).then(|| note.to_owned());
    let label = format!("¶{number}, where it says so: {name}");
    let (x, y) = ((at.left + at.right) / 2, (at.top + at.bottom) / 2 + 4);
    view! {
        <g><a class="ev sev" href=href data-value=value aria-label=label aria-current=chosen>
            <rect x=at.left y=at.top width=at.width() height=at.height() rx="3" />
            <text x=x y=y>"¶"{number.to_string()}</text>
        </a></g>
    }
}

/// The same in a line of text, one for each paragraph.
pub fn marks(note: &str, numbers: &[usize], name: &str) -> Vec<AnyView> {
    let place = use_place();
    numbers
        .iter()
        .map(|number| {
            let href = note_href(note);
            let own = note.to_owned();
            let chosen = move || place.note.with(|open| open.as_deref() == Some(own.as_str())).then_some("true");
            let value = (in_app() && !is_first_view()).then(|| note.to_owned());
            let label = format!("¶{number}, where it says so: {name}");
            view! { " "<a class="ev" href=href data-value=value aria-label=label aria-current=chosen>"¶"{number.to_string()}</a> }
                .into_any()
        })
        .collect()
}
