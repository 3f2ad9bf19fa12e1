//! What became of a copy or a saved file: said in a line that is read out.

use leptos::prelude::*;
use markup::view;

use crate::browser;

/// Texts up to this many characters are shown where they could not be copied.
const SHORT: usize = 2_000;

/// The line's text.
#[derive(Clone, Copy)]
pub struct Said(RwSignal<String>);

impl Said {
    /// A line that says nothing yet.
    pub fn new() -> Self {
        Self(RwSignal::new(String::new()))
    }

    /// Says something.
    pub fn say(self, text: impl Into<String>) {
        self.0.set(text.into());
    }

    /// Copies a text and says that it is done, or gives the text where the browser forbids it.
    pub fn copy(self, text: String, done: impl Into<String>) {
        let done = done.into();
        browser::copy(&text.clone(), move |worked| {
            self.say(match worked {
                true => done.clone(),
                false if text.len() <= SHORT => {
                    format!("This browser does not let the page copy. Here it is: {text}")
                }
                false => "This browser does not let the page copy, and the text is long: save it instead.".to_owned(),
            });
        });
    }

    /// Saves a text as a file and says so, or that the browser forbids it.
    pub fn save(self, text: &str, name: &str, kind: &str) {
        self.say(match browser::save_text(text, name, kind) {
            true => format!("Saved as {name}."),
            false => "This browser does not let the page save: copy instead.".to_owned(),
        });
    }
}

/// The line.
#[component]
pub fn SaidLine(
    /// Its text.
    said: Said,
) -> impl IntoView {
    view! { <p class="said" role="status">{move || said.0.get()}</p> }
}

/// A button that copies a text, and its line.
#[component]
pub fn CopyText(
    /// What is copied.
    text: String,
    /// What it is called on the button.
    what: &'static str,
) -> impl IntoView {
    let said = Said::new();
    let copy = move |_| said.copy(text.clone(), "Copied.");
    view! {
        <p class="actions"><button type="button" on:click=copy>"Copy the "{what}" as text"</button></p>
        <SaidLine said=said />
    }
}
