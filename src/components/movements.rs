//! How a unit's place in a programme changed: an arrow only where the source reports movement.

use atlas::EntityIx;
use atlas::model::Dataset;
use atlas::views::{Path, movements};
use leptos::prelude::*;
use markup::view;

use super::mark::Marks;
use crate::state::{use_atlas, use_place};

/// The changes within some programmes, unit by unit; nothing where none is reported.
#[component]
pub fn MovementsOf(
    /// The programmes.
    programmes: Vec<EntityIx>,
) -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let paths = movements(&d, place.day(&d)).into_iter();
    let paths = paths.filter(|path| path.programme.is_some_and(|ix| programmes.contains(&ix)));
    paths.map(|p| path(&d, &p, &d.entity(p.country).name)).collect_view()
}

/// The changes of one unit in any programme that is ranked; nothing where none is reported.
#[component]
pub fn Movements(
    /// The unit.
    of: EntityIx,
) -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let paths = movements(&d, place.day(&d))
        .into_iter()
        .filter(|path| path.country == of);
    let name = |p: &Path| {
        p.programme
            .map_or_else(|| d.texts().names.tiers.clone(), |ix| d.entity(ix).short().to_owned())
    };
    paths.map(|p| path(&d, &p, &name(&p))).collect_view()
}

fn path(d: &Dataset, p: &Path, of: &str) -> impl IntoView + use<> {
    let unit = &d.entity(p.country).name;
    let steps = p
        .steps
        .iter()
        .map(|step| {
            let id = d.participation(step.participation).id.clone();
            let (date, words) = (step.when.words(), super::note::capital(&step.words));
            let name = format!("{unit}: {}", step.words);
            view! {
                <li data-line="">
                    <strong>{words}</strong>
                    <span class="date">{date}" "<Marks id=id statements=step.statements.clone() of=name /></span>
                </li>
            }
        })
        .collect_view();
    view! { <p class="movement-name">"How this changed: "{of.to_owned()}</p><ol class="movement">{steps}</ol> }
}
