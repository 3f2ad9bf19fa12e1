//! Filters of the timeline: every value is a link that sets or clears it, with its count; values without an event stay.

use atlas::model::Dataset;
use atlas::views::{FacetValue, events, facets};
use leptos::prelude::*;
use markup::view;

use crate::route::Url;
use crate::state::{use_atlas, use_place};
use crate::ui::Choice;

/// The facets, folded, and what is chosen, as tags that remove it.
#[component]
pub fn Filter() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let groups = facets(&d, &events(&d))
        .into_iter()
        .map(|facet| {
            let rows = facet.values.iter().map(|v| choice(&d, facet.key, v)).collect_view();
            view! { <details class="facet"><summary>{facet.name.clone()}</summary><ul class="choices" aria-label=facet.name.clone()>{rows}</ul></details> }
        })
        .collect_view();
    let chosen = move || {
        let d = atlas.data();
        let url = place.url.get();
        let tags = url
            .facets
            .iter()
            .flat_map(|(key, ids)| ids.iter().map(move |id| (key.clone(), id.clone())));
        let tags = tags
            .map(|(key, id)| {
                let name = match d.find(&id) {
                    Some(atlas::model::Target::Entity(ix)) => d.entity(ix).name.clone(),
                    _ => id.clone(),
                };
                let label = format!("Remove the filter {name}");
                view! { <li><a class="chip" href=url.toggling(&key, &id).href() aria-label=label>{name}" ×"</a></li> }
            })
            .collect_view();
        (!tags.is_empty()).then(|| view! { <ul class="choices tags" aria-label="Filters chosen">{tags}<li><a href=Url { facets: Vec::new(), ..url.clone() }.href()>"Clear all"</a></li></ul> })
    };
    view! { <div class="facets" role="group" aria-label="Filter">{groups}</div>{chosen} }
}

fn choice(d: &Dataset, key: &'static str, value: &FacetValue) -> impl IntoView + use<> {
    let place = use_place();
    let entity = d.entity(value.entity);
    let (id, own, name) = (entity.id.clone(), entity.id.clone(), entity.name.clone());
    let href = move || place.url.with(|url| url.toggling(key, &id).href());
    let on = move || place.url.with(|url| url.has_facet(key, &own));
    let count = match value.count {
        0 => "no event".to_owned(),
        n => n.to_string(),
    };
    view! { <li><Choice href=Signal::derive(href) on=Signal::derive(on)>{name}" "<span class="minor">{count}</span></Choice></li> }
}
