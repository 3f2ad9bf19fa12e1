//! A button that copies a text and says whether it worked.

use leptos::prelude::*;
use markup::view;

use crate::browser;

/// The button.
#[component]
pub fn CopyText(
    /// What is copied.
    text: String,
    /// What it is called on the button.
    what: &'static str,
) -> impl IntoView {
    let (said, say) = signal("");
    let copy = move |_| {
        browser::copy(&text, move |worked| {
            say.set(if worked {
                "Copied."
            } else {
                "This browser does not let the page copy."
            });
        });
    };
    view! {
        <p class="actions"><button type="button" on:click=copy>"Copy the "{what}" as text"</button></p>
        <p class="said" role="status">{said}</p>
    }
}
