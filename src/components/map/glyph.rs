//! Signs within drawings, 12 px, by the names that vocabularies give: a word of the key stands for each.

use leptos::prelude::*;
use markup::view;

/// A sign with its upper left corner at a point of the drawing.
pub fn glyph(name: &str, x: i32, y: i32) -> impl IntoView + use<> {
    let shape = shape(name);
    view! { <svg class="glyph" x=x y=y width="12" height="12" viewBox="0 0 12 12">{shape}</svg> }
}

/// A sign in a line of text.
pub fn inline_glyph(name: &str) -> impl IntoView + use<> {
    let shape = shape(name);
    view! { <svg class="glyph" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">{shape}</svg> }
}

fn shape(name: &str) -> AnyView {
    let path = |class: &'static str, d: &'static str| view! { <path class=class d=d /> }.into_any();
    match name {
        "diamond" => path("edge", "M6 .9 11.1 6 6 11.1 .9 6Z"),
        "cross" => path("edge", "M2 2 10 10M10 2 2 10"),
        "hatched" => path("edge", "M.5 6 6 .5M1.5 10.5 10.5 1.5M6 11.5 11.5 6"),
        "hatched-barred" => path("bar", "M3.6 .5V11.5M8.4 .5V11.5"),
        "filled-notch" => path("edge", "M2 6.4A4.1 4.1 0 1 0 4.6 2.6M5.9 .4 3.9 2.9 6.6 4.7"),
        "question" => path("edge", "M3.3 3.9A2.7 2.7 0 1 1 6 6.6V8M6 10V11.4"),
        _ => path("bar", "M5 6H7"),
    }
}
