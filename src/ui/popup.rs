//! A list or panel that drops down from a word: a `<details>` that also closes on Escape and when the focus leaves it.
//!
//! It opens without the program as well, since the browser knows how. What counts as a choice and closes it is for whoever fills it.

use leptos::prelude::*;
use markup::view;

use crate::browser;

/// The word and what drops down from it.
#[component]
pub fn Popup(
    /// Class of the whole.
    class: &'static str,
    /// Id of the word, which gets the focus back.
    id: &'static str,
    /// Whether it is open; whoever fills it closes it on a choice.
    open: RwSignal<bool>,
    /// Whether the page at hand is one of those that it leads to.
    #[prop(into, default = Signal::stored(false))]
    is_here: Signal<bool>,
    /// The word.
    #[prop(into)]
    word: ViewFn,
    /// What drops down.
    children: Children,
) -> impl IntoView {
    let toggle = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        open.update(|open| *open = !*open);
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.stop_propagation();
            open.set(false);
            browser::focus_by_id(id);
        }
    };
    let on_leave = move |event: leptos::ev::FocusEvent| {
        if browser::leaves(&event) {
            open.set(false);
        }
    };
    // The panel takes the focus of a press on nothing, and in browsers that give links none: the press is not a leave then.
    view! {
        <details class=class class:is-here=move || is_here.get() open=move || open.get() on:keydown=on_key on:focusout=on_leave>
            <summary id=id class="caret" on:click=toggle>{move || word.run()}</summary>
            <div class="popup" tabindex="-1">{children()}</div>
        </details>
    }
}
