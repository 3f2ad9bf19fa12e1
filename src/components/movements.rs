//! Paths through the tiers: an arrow only where the source reports movement.

use atlas::EntityIx;
use atlas::model::Dataset;
use atlas::views::{Path, movements};
use leptos::prelude::*;
use markup::view;

use super::value::text_value;
use crate::state::{use_atlas, use_place};

/// The paths reported, of all countries or of one; nothing where none is.
#[component]
pub fn Movements(
    /// Only this country's.
    #[prop(default = None)]
    of: Option<EntityIx>,
) -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let day = place.day(&d);
    let paths: Vec<Path> = movements(&d, day)
        .into_iter()
        .filter(|p| of.is_none_or(|c| p.country == c))
        .collect();
    let rows = paths.iter().map(|p| path(&d, p, of.is_none())).collect_view();
    (!rows.is_empty()).then(|| {
        view! {
            <h3 class="movements-heading">"Movement that the article reports"</h3>
            <ul class="movements">{rows}</ul>
        }
    })
}

fn path(d: &Dataset, p: &Path, named: bool) -> impl IntoView + use<> {
    let country = named.then(|| d.entity(p.country).name.clone());
    let programme = p.programme.map(|ix| d.entity(ix).short().to_owned());
    let name: Vec<String> = country.into_iter().chain(programme).collect();
    let steps = p
        .steps
        .iter()
        .map(|step| {
            let date = step.when.words();
            let date = (!date.is_empty()).then(|| view! { " " <span class="date">{date}</span> });
            view! { <li>{text_value(&d.participation(step.participation).id, &step.words)}{date}</li> }
        })
        .collect_view();
    let label = (!name.is_empty()).then(|| view! { <span class="movement-name">{name.join(", ")}": "</span> });
    view! { <li data-line="">{label}<ol class="movement">{steps}</ol></li> }
}
