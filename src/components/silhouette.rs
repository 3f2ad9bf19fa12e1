//! A unit by its outline, or by two letters where the dataset has none. The outlines stand in the document once.

use atlas::EntityIx;
use atlas::views::silhouette;
use leptos::prelude::*;
use markup::view;

use crate::state::use_atlas;

/// The name of an outline, by its place in the dataset's list.
pub fn outline_name(shape: usize) -> String {
    format!("o{shape}")
}

/// Every outline of the dataset, drawn by no one until it is used; once a document.
#[component]
pub fn Outlines() -> impl IntoView {
    let d = use_atlas().data();
    d.outlines().map(|outlines| {
        let shapes = outlines.shapes.iter().enumerate();
        let shapes = shapes
            .map(|(n, shape)| view! { <path id=outline_name(n) class="outline" d=shape.path.clone() /> })
            .collect_view();
        view! { <svg class="defs" width="0" height="0" aria-hidden="true" focusable="false"><defs>{shapes}</defs></svg> }
    })
}

/// The picture of a unit, without a name: that stands beside it.
#[component]
pub fn Silhouette(
    /// The unit.
    unit: EntityIx,
    /// Drawn hollow: it does not stand here.
    #[prop(optional)]
    hollow: bool,
) -> impl IntoView {
    let d = use_atlas().data();
    let class = if hollow { "silhouette is-hollow" } else { "silhouette" };
    match silhouette(&d, unit) {
        Some(outline) => {
            let [left, top, width, height] = outline.view;
            let view_box = format!("{left} {top} {width} {height}");
            let href = format!("#{}", outline_name(outline.shape));
            view! { <svg class=class viewBox=view_box aria-hidden="true" focusable="false"><use href=href /></svg> }
                .into_any()
        }
        None => {
            let letters: String = d.entity(unit).name.chars().take(2).collect();
            view! { <span class=format!("{class} is-disc") aria-hidden="true">{letters}</span> }.into_any()
        }
    }
}
