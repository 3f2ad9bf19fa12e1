//! What stands on a page, section by section, as links that stay in sight on wide screens.

use leptos::prelude::*;
use markup::view;

use crate::browser;
use crate::state::use_place;

/// Links to sections: the id of each heading, its words, and how much stands in it. A link goes to the page's own address and
/// moves the focus: the fragment is the app's.
#[component]
pub fn Contents(
    /// The sections, in the order of the page.
    rows: Vec<(String, String, usize)>,
) -> impl IntoView {
    let links = rows
        .into_iter()
        .map(|(id, words, count)| {
            let go = move |event: leptos::ev::MouseEvent| {
                event.prevent_default();
                browser::focus_by_id(&id);
            };
            let page = use_place().url.with_untracked(crate::route::Url::href);
            view! { <li><a href=page on:click=go>{words}" "<span class="minor">{count}</span></a></li> }
        })
        .collect_view();
    view! { <nav class="contents" aria-label="On this page"><ul>{links}</ul></nav> }
}
