//! Keys: what they do, on `?` or the button in the footer. Left out: how to read the atlas, which About says.

use leptos::prelude::*;
use markup::view;

use crate::browser;
use crate::components::PageLink;
use crate::route::Page;

/// Whether the list of keys is open.
#[derive(Clone, Copy)]
pub struct Help(RwSignal<bool>);

impl Help {
    /// Closed.
    pub fn new() -> Self {
        Self(RwSignal::new(false))
    }

    /// Opens it and moves the focus there; closes it where it is open.
    pub fn toggle(self) {
        if !self.close() {
            self.0.set(true);
            browser::later(|| browser::focus_by_id("help"));
        }
    }

    /// Closes it; whether it was open. The focus goes back to the button.
    pub fn close(self) -> bool {
        let open = self.0.get_untracked();
        if open {
            self.0.set(false);
            browser::focus_by_id("help-button");
        }
        open
    }
}

/// The keys and what they do.
const KEYS: [(&str, &str); 7] = [
    ("/ or Ctrl K", "go to the search box"),
    ("Tab, Enter", "go from mark to mark; open the note of one"),
    (
        "← →",
        "with a note open: the mark before or after; on a paragraph: the paragraph before or after",
    ),
    ("← → on the date", "the dated change before or after"),
    ("↑ ↓ in the search box", "choose among the results"),
    ("Esc", "close the note, the list, this"),
    ("?", "this list"),
];

/// The list, where it is open.
#[component]
pub fn HelpPanel() -> impl IntoView {
    let help = expect_context::<Help>();
    let (taken, take) = signal(browser::takes_characters());
    let toggle = move |_| {
        let on = !taken.get_untracked();
        browser::take_characters(on);
        take.set(on);
    };
    let panel = move || {
        let rows = KEYS
            .iter()
            .map(|&(keys, what)| view! { <div><dt><kbd>{keys}</kbd></dt><dd>{what}</dd></div> })
            .collect_view();
        view! {
            <section id="help" class="help-panel" role="dialog" aria-label="Keys" tabindex="-1">
                <button type="button" class="close" on:click=move |_| { help.close(); }>"Close "<kbd aria-hidden="true">"Esc"</kbd></button>
                <h2>"Keys"</h2>
                <dl>{rows}</dl>
                <p><button type="button" aria-pressed=move || (!taken.get()).to_string() on:click=toggle>"Switch / and ? off"</button></p>
                <p><PageLink page=Page::About>"How to read this atlas"</PageLink></p>
            </section>
        }
    };
    crate::ui::reactive(move || help.0.get().then(panel))
}

/// The button that opens it.
#[component]
pub fn HelpButton() -> impl IntoView {
    let help = expect_context::<Help>();
    view! { <button type="button" class="link" id="help-button" on:click=move |_| help.toggle()>"Keys"<kbd aria-hidden="true">"?"</kbd></button> }
}
