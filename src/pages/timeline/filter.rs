//! Filters of the timeline: every value that an event has is a link that sets or clears it, with its count.

use atlas::model::Dataset;
use atlas::views::{FacetValue, events, facets};
use leptos::prelude::*;
use markup::view;

use crate::components::{FacetBox, chosen_facets};
use crate::state::{use_atlas, use_place};

/// The facets, folded, and what is chosen, as tags that remove it.
#[component]
pub fn Filter() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let open = place.url.with_untracked(|url| !url.facets.is_empty());
    let groups = facets(&d, &events(&d))
        .into_iter()
        .filter_map(|facet| {
            let occurring = facet.values.iter().filter(|value| value.count > 0);
            let rows: Vec<AnyView> = occurring.map(|value| choice(&d, facet.key, value).into_any()).collect();
            // One value narrows nothing.
            (rows.len() > 1).then(|| view! { <FacetBox name=facet.name.clone() rows=rows /> })
        })
        .collect_view();
    let chosen = move || {
        let d = atlas.data();
        let url = place.url.get();
        chosen_facets(&url, &|_, id| match d.find(id) {
            Some(atlas::model::Target::Entity(ix)) => d.entity(ix).name.clone(),
            _ => id.to_owned(),
        })
    };
    view! {
        {(!groups.is_empty()).then(|| view! { <details class="narrow" open=open><summary>"Narrow the events"</summary><div class="narrow-groups" role="group" aria-label="Filter">{groups}</div></details> })}
        {chosen}
    }
}

fn choice(d: &Dataset, key: &'static str, value: &FacetValue) -> impl IntoView + use<> {
    let place = use_place();
    let entity = d.entity(value.entity);
    let (id, own, name) = (entity.id.clone(), entity.id.clone(), entity.name.clone());
    let href = move || place.url.with(|url| url.toggling(key, &id).href());
    let on = move || place.url.with(|url| url.has_facet(key, &own));
    let count = value.count;
    view! { <crate::components::FacetChoice name=name count=count href=Signal::derive(href) on=Signal::derive(on) /> }
}
