//! The view at hand for another page: a frame to copy, and what stands in it instead of header and footer.

use leptos::prelude::*;
use markup::view;

use super::said::{Said, SaidLine};
use crate::browser;
use crate::route::Url;
use crate::state::{use_atlas, use_place};

/// The frame as HTML to paste.
#[component]
pub fn Embed() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let said = Said::new();
    let frame = move || {
        let url = Url {
            embed: true,
            ..place.url.get()
        };
        let address = format!("{}{}", browser::base(), url.href()).replace('&', "&amp;");
        let title = atlas
            .data()
            .about()
            .title
            .replace('&', "&amp;")
            .replace('"', "&quot;")
            .replace('<', "&lt;");
        format!(
            "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"640\" loading=\"lazy\" referrerpolicy=\"no-referrer\"></iframe>"
        )
    };
    let copy = move |_| said.copy(frame(), "Copied.");
    view! {
        <details class="others cite">
            <summary>"Embed this view"</summary>
            <p>"Paste this into a page of your own; the view comes without header and footer, and links back."</p>
            <pre tabindex="0" aria-label="Frame to paste">{frame}</pre>
            <button type="button" on:click=copy>"Copy"<span class="visually-hidden">" the frame"</span></button>
            <SaidLine said=said />
        </details>
    }
}

/// In a frame: which dataset this is, and the way to the whole atlas.
#[component]
pub fn EmbedLine() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let href = move || {
        Url {
            embed: false,
            ..place.url.get()
        }
        .href()
    };
    let about = atlas.data().about().clone();
    view! { <p class="embed-line">{about.title}", "{about.version}". "<a href=href target="_blank" rel="noopener">"Open in the atlas"</a></p> }
}
