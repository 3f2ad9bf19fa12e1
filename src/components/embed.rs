//! The view at hand for another page: a frame to copy, and what stands in it instead of header and footer.

use leptos::prelude::*;
use markup::view;

use crate::browser;
use crate::route::Url;
use crate::state::{use_atlas, use_place};

/// The frame as HTML to paste.
#[component]
pub fn Embed() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let (said, say) = signal(String::new());
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
    let copy = move |_| {
        browser::copy(&frame(), move |worked| {
            say.set(
                if worked {
                    "Copied."
                } else {
                    "This browser does not let the page copy: select the text above."
                }
                .to_owned(),
            );
        });
    };
    view! {
        <details class="others cite">
            <summary>"Embed this view"</summary>
            <p>"Paste this into a page of your own; the view comes without header and footer, and links back."</p>
            <pre tabindex="0" aria-label="Frame to paste">{frame}</pre>
            <button type="button" on:click=copy>"Copy"<span class="visually-hidden">" the frame"</span></button>
            <p class="said" role="status">{said}</p>
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
