//! Line styles drawn at a given place within a drawing, in its own pixels; `line` draws them at whatever length a page gives.

use leptos::prelude::*;
use markup::view;

/// How heavy a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// As the line itself.
    Full,
    /// As a sample of it.
    Sample,
}

/// A stretch of line in a style, as vocabularies give it, from a point on: to the right, or down.
pub fn stroke(name: &str, (x, y): (i32, i32), length: i32, down: bool, weight: Weight) -> AnyView {
    let along = |from: i32, to: i32, aside: i32| match down {
        true => format!("M{} {}V{}", x + aside, y + from, y + to),
        false => format!("M{} {}H{}", x + from, y + aside, x + to),
    };
    let point = |along: i32, aside: i32| {
        if down {
            (x + aside, y + along)
        } else {
            (x + along, y + aside)
        }
    };
    // Half the gap of a double line, the arm of a cross, the space that each cross or bead takes.
    let (gap, arm, step) = match weight {
        Weight::Full => (4, 6, 26),
        Weight::Sample => (2, 4, 12),
    };
    let size = if weight == Weight::Sample { " is-sample" } else { "" };
    let path = |class: &str, d: String| view! { <path class=format!("stroke {class}{size}") d=d /> };
    let middles = || {
        let count = (length / step).max(1);
        (0..count).map(move |n| (2 * n + 1) * length / (2 * count))
    };
    match name {
        "solid" => path("is-thick", along(0, length, 0)).into_any(),
        "solid-end" => {
            let (from, to) = (point(length, -arm - 2), point(length, arm + 2));
            let bar = format!("M{} {}L{} {}", from.0, from.1, to.0, to.1);
            view! { {path("is-thick is-broken", along(0, length, 0))}{path("is-end is-broken", bar)} }.into_any()
        }
        "solid-crosses" => {
            let cross = |at: i32| {
                let (cx, cy) = point(at, 0);
                let (left, right, top, bottom) = (cx - arm, cx + arm, cy - arm, cy + arm);
                format!("M{left} {top}L{right} {bottom}M{right} {top}L{left} {bottom}")
            };
            let crosses: Vec<String> = middles().map(cross).collect();
            view! { {path("is-thick is-broken", along(0, length, 0))}{path("is-cross is-broken", crosses.concat())} }
                .into_any()
        }
        "double" => path(
            "is-double",
            format!("{}{}", along(0, length, -gap), along(0, length, gap)),
        )
        .into_any(),
        "long-dashes" => path("is-thick is-dashed", along(0, length, 0)).into_any(),
        "dots" => path("is-thick is-dotted", along(gap, length, 0)).into_any(),
        "beads" => {
            let beads: Vec<_> = middles()
                .map(|at| {
                    let (cx, cy) = point(at, 0);
                    view! { <circle class=format!("stroke is-double{size}") cx=cx cy=cy r=gap /> }
                })
                .collect();
            beads.into_any()
        }
        // What is not said or cannot be known.
        _ => path("is-unsaid", along(0, length, 0)).into_any(),
    }
}
