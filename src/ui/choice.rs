//! A choice whose state is in the address: a link that is a checkbox, so that it can be opened in a new tab and shared.

use leptos::prelude::*;
use markup::view;

use crate::browser;

/// A box to tick that leads to the address with the choice made, or unmade.
#[component]
pub fn Choice(
    /// The address with the choice toggled.
    #[prop(into)]
    href: Signal<String>,
    /// Whether it is chosen.
    #[prop(into)]
    on: Signal<bool>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    // A link answers to Enter alone; a checkbox answers to the space bar.
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == " " {
            event.prevent_default();
            browser::go(&href.get_untracked());
        }
    };
    view! {
        <a class="choice" role="checkbox" aria-checked=move || on.get().to_string() href=move || href.get() on:keydown=on_key>
            {children()}
        </a>
    }
}
