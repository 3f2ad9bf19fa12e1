//! What narrows a list: a facet with its values as boxes to tick, each with its count, and what is chosen, as tags that remove it.

use leptos::prelude::*;
use markup::view;

use crate::route::Url;
use crate::ui::Choice;

/// Values of a facet before its fold.
const FOLD: usize = 7;

/// A facet: its name, its first values, and the others folded.
#[component]
pub fn FacetBox(
    /// Its name.
    name: String,
    /// Its values as rows of a list, in the order shown.
    mut rows: Vec<AnyView>,
    /// Whether what is folded begins open: where something of it is chosen.
    #[prop(optional)]
    open: bool,
) -> impl IntoView {
    // A fold that hides one value helps nobody.
    let fold = if rows.len() > FOLD + 1 { FOLD } else { rows.len() };
    let rest = rows.split_off(fold);
    let more = (!rest.is_empty()).then(|| {
        let words = format!("{} more", rest.len());
        view! { <details open=open><summary>{words}</summary><ul>{rest}</ul></details> }
    });
    view! { <div class="facet" role="group" aria-label=name.clone()><p class="facet-name">{name}</p><ul>{rows}</ul>{more}</div> }
}

/// A value of a facet: a box to tick, its name, and how many have it.
#[component]
pub fn FacetChoice(
    /// Its name.
    name: String,
    /// How many have it.
    count: usize,
    /// The address with the choice toggled.
    #[prop(into)]
    href: Signal<String>,
    /// Whether it is chosen.
    #[prop(into)]
    on: Signal<bool>,
) -> impl IntoView {
    view! { <li><Choice href=href on=on><span class="facet-word">{name}</span>" "<span class="minor">{count}</span></Choice></li> }
}

/// What is chosen, each with the way to take it away; nothing where nothing is.
pub fn chosen_facets(url: &Url, name: &dyn Fn(&str, &str) -> String) -> Option<impl IntoView + use<>> {
    let mut tags: Vec<AnyView> = Vec::new();
    if !url.q.is_empty() {
        let without = Url {
            q: String::new(),
            ..url.clone()
        }
        .href();
        tags.push(view! { <li><a class="chip" href=without aria-label=format!("Remove the search {}", url.q)>"“"{url.q.clone()}"”"<span aria-hidden="true">" ×"</span></a></li> }.into_any());
    }
    for (key, ids) in &url.facets {
        for id in ids {
            let name = name(key, id);
            let label = format!("Remove the filter {name}");
            tags.push(view! { <li><a class="chip" href=url.toggling(key, id).href() aria-label=label>{name}<span aria-hidden="true">" ×"</span></a></li> }.into_any());
        }
    }
    let clear = Url {
        q: String::new(),
        facets: Vec::new(),
        ..url.clone()
    }
    .href();
    (!tags.is_empty()).then(|| view! { <ul class="choices tags" aria-label="Filters chosen">{tags}<li><a href=clear>"Clear all"</a></li></ul> })
}
