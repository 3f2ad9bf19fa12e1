//! Line styles of the supply lines, drawn along a row or down a column at whatever length the layout gives.

use leptos::prelude::*;
use markup::view;

/// Patterns that line styles share; once a document.
#[component]
pub fn LineDefs() -> impl IntoView {
    view! {
        <svg class="defs" width="0" height="0" aria-hidden="true" focusable="false">
            <defs>
                <pattern id="line-crosses" width="28" height="16" patternUnits="userSpaceOnUse">
                    <path class="edge" d="M10 4 18 12M18 4 10 12" />
                </pattern>
                <pattern id="line-beads" width="16" height="16" patternUnits="userSpaceOnUse">
                    <circle class="edge" cx="8" cy="8" r="4" />
                </pattern>
                <pattern id="line-crosses-down" width="16" height="28" patternUnits="userSpaceOnUse">
                    <path class="edge" d="M4 10 12 18M12 10 4 18" />
                </pattern>
            </defs>
        </svg>
    }
}

/// A stretch of line, 16 px thick; hidden from screen readers, since the words stand on it.
#[component]
pub fn LineSign(
    /// Name of the style, as vocabularies give it.
    #[prop(into)]
    name: String,
    /// Down a column instead of along a row.
    #[prop(optional)]
    down: bool,
) -> impl IntoView {
    let class = format!("line-sign line-{name} {}", if down { "is-down" } else { "is-along" });
    let strokes = if down {
        strokes_down(&name)
    } else {
        strokes_along(&name)
    };
    view! { <svg class=class aria-hidden="true" focusable="false">{strokes}</svg> }
}

fn strokes_along(name: &str) -> AnyView {
    let line = |class: &'static str, y: &'static str| view! { <line class=class x1="0" x2="100%" y1=y y2=y /> };
    match name {
        "solid" => line("edge thick", "8").into_any(),
        "solid-end" => view! { {line("edge thick", "8")}<line class="edge thick" x1="99.5%" x2="99.5%" y1="1" y2="15" /> }.into_any(),
        "solid-crosses" => view! { {line("edge thick", "8")}<rect width="100%" height="16" fill="url(#line-crosses)" /> }.into_any(),
        "double" => view! { {line("edge", "5.5")}{line("edge", "10.5")} }.into_any(),
        "long-dashes" => line("edge thick long-dashes", "8").into_any(),
        "dots" => line("edge thick dots", "8").into_any(),
        "beads" => view! { <rect width="100%" height="16" fill="url(#line-beads)" /> }.into_any(),
        // What is not said or cannot be known is a bracketed gap.
        _ => view! {
            <line class="edge" x1="1" x2="1" y1="2" y2="14" /><line class="edge" x1="1" x2="8" y1="2" y2="2" /><line class="edge" x1="1" x2="8" y1="14" y2="14" />
            <svg x="100%" width="1" height="16" overflow="visible"><path class="edge" d="M-8 2H-1V14H-8" /></svg>
        }
        .into_any(),
    }
}

fn strokes_down(name: &str) -> AnyView {
    let line = |class: &'static str, x: &'static str| view! { <line class=class x1=x x2=x y1="0" y2="100%" /> };
    match name {
        "solid" => line("edge thick", "8").into_any(),
        "solid-end" => {
            view! { {line("edge thick", "8")}<line class="edge thick" x1="1" x2="15" y1="99%" y2="99%" /> }.into_any()
        }
        "solid-crosses" => {
            view! { {line("edge thick", "8")}<rect width="16" height="100%" fill="url(#line-crosses-down)" /> }
                .into_any()
        }
        "double" => view! { {line("edge", "5.5")}{line("edge", "10.5")} }.into_any(),
        "long-dashes" => line("edge thick long-dashes", "8").into_any(),
        "dots" => line("edge thick dots", "8").into_any(),
        "beads" => view! { <rect width="16" height="100%" fill="url(#line-beads)" /> }.into_any(),
        _ => view! {
            <path class="edge" d="M2 8V1H14V8" />
            <svg y="100%" width="16" height="1" overflow="visible"><path class="edge" d="M2 -8V-1H14V-8" /></svg>
        }
        .into_any(),
    }
}
