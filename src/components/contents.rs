//! What stands on a page, section by section, as links that stay in sight on wide screens.

use leptos::prelude::*;
use markup::view;

use super::edition::in_app;
use crate::browser;
use crate::state::use_place;

/// Links to sections: the id of each heading, its words, and how much stands in it, where that is said. A link goes to the page's own address and
/// moves the focus: the fragment is the app's.
#[component]
pub fn Contents(
    /// The sections, in the order of the page.
    rows: Vec<(String, String, Option<usize>)>,
) -> impl IntoView {
    let links = rows
        .into_iter()
        .map(|(id, words, count)| {
            let go = move |event: leptos::ev::MouseEvent| {
                event.prevent_default();
                browser::focus_by_id(&id);
            };
            let page = use_place().setting.with_untracked(crate::route::Url::href);
            view! { <li><a href=page on:click=go>{words}{count.map(|count| view! { " "<span class="minor">{count}</span> })}</a></li> }
        })
        .collect_view();
    // Without the program nothing moves the focus, and one section needs no list.
    (in_app() && links.len() > 1)
        .then(|| view! { <nav class="contents" aria-label="On this page"><ul>{links}</ul></nav> })
}
