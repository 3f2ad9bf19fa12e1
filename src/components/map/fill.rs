//! Fillings of the map: a pattern for each sign that lines are drawn by, so that strip and map speak alike.
//!
//! Firmer is denser; nothing rests on colour alone. Colours come from the style sheet, by class.

use leptos::prelude::*;
use markup::view;

/// Signs with a pattern of their own; all others leave the territory plain.
const PATTERNED: &[&str] = &[
    "solid",
    "solid-crosses",
    "solid-end",
    "double",
    "long-dashes",
    "dots",
    "beads",
    "question",
];

/// The `fill` of a sign: its pattern, or `none` where it leaves the ground as it is.
pub fn fill_of(sign: &str) -> String {
    if PATTERNED.contains(&sign) {
        format!("url(#map-fill-{sign})")
    } else {
        "none".to_owned()
    }
}

/// The patterns, in units of the plane; once a document, within a drawing that is shown.
#[component]
pub fn FillDefs() -> impl IntoView {
    view! {
        <svg class="map-fills" width="0" height="0" aria-hidden="true" focusable="false">
            <defs>
                <pattern id="map-fill-solid" width="20" height="20" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="tint" width="20" height="20" />
                    <path class="stroke" d="M5 0V20M15 0V20" />
                </pattern>
                <pattern id="map-fill-solid-crosses" width="48" height="48" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="tint ended" width="48" height="48" />
                    <path class="stroke ended" d="M16 24H32M24 16V32" />
                </pattern>
                <pattern id="map-fill-solid-end" width="52" height="36" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <path class="stroke ended" d="M0 18H38M38 9V27" />
                </pattern>
                <pattern id="map-fill-double" width="30" height="30" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="tint" width="30" height="30" />
                    <path class="stroke" d="M11 0V30M19 0V30" />
                </pattern>
                <pattern id="map-fill-long-dashes" width="48" height="48" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <path class="stroke" d="M12 2V32M36 26V48M36 0V8" />
                </pattern>
                <pattern id="map-fill-dots" width="34" height="34" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <circle class="full" cx="17" cy="17" r="3.6" />
                </pattern>
                <pattern id="map-fill-beads" width="40" height="40" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <circle class="stroke" cx="20" cy="20" r="7" />
                </pattern>
                <pattern id="map-fill-question" width="100" height="100" patternUnits="userSpaceOnUse">
                    <path class="stroke muted" d="M18 22A8 8 0 1 1 26 30V36M26 42V45M68 72A8 8 0 1 1 76 80V86M76 92V95" />
                </pattern>
            </defs>
        </svg>
    }
}

/// A piece of ground with a filling, for the key.
#[component]
pub fn Swatch(
    /// Name of the sign.
    #[prop(into)]
    sign: String,
    /// Class of the ground.
    ground: &'static str,
) -> impl IntoView {
    let fill = fill_of(&sign);
    let class = format!("map-ground {ground}");
    // At a little over two units a pixel, so that a pattern looks as it does on a map of middling width.
    view! {
        <svg class="map-swatch" viewBox="0 0 126 72" aria-hidden="true" focusable="false">
            <rect class=class width="126" height="72" />
            <rect width="126" height="72" fill=fill />
            <rect class="map-line" x="1" y="1" width="124" height="70" />
        </svg>
    }
}
