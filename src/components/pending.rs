//! Stand-ins until the drawings are merged.
use atlas::EntityIx;
use leptos::prelude::*;
use markup::view;
/// Map.
#[component]
pub fn MapFigure(#[prop(optional)] rail: bool) -> impl IntoView {
    let _ = rail;
    view! { <super::LocatorMap /> }
}
/// Notes.
#[component]
pub fn MapNotes() -> impl IntoView {}
/// Off lines.
#[component]
pub fn OffLines() -> impl IntoView {}
