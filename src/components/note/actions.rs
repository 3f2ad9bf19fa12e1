//! What a reader does with a note: collect it, copy its citation or its link, dispute it.

use leptos::prelude::*;
use markup::view;

use crate::browser;
use crate::components::said::{Said, SaidLine};
use crate::state::{use_atlas, use_place};
use crate::tray::use_notes;

/// Buttons that copy, the DOI, and a line that says what happened.
#[component]
pub fn Actions(
    /// The citation as plain text.
    citation: String,
    /// The id that the link opens.
    id: String,
    /// A note to dispute the coding with, where what is shown is coded.
    #[prop(default = None)]
    dispute: Option<String>,
) -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let said = Said::new();
    let copy = move |what: &'static str, text: String| said.copy(text, format!("{what} copied."));
    let copy_citation = move |_| copy("Citation", citation.clone());
    let copy_link = move |_| {
        copy(
            "Link",
            format!(
                "{}{}",
                browser::base(),
                place.url.with_untracked(|url| url.with_note(&id).href())
            ),
        )
    };
    let doi = atlas::cite::link(&atlas.data()).map(|link| {
        let text = link.trim_start_matches("https://").to_owned();
        view! { <p class="doi"><a href=link rel="noreferrer">{text}</a></p> }
    });
    view! {
        <div class="actions">
            <button type="button" on:click=copy_citation>"Copy citation"</button>
            <button type="button" on:click=copy_link>"Copy link"</button>
            {dispute.map(|text| view! { <button type="button" on:click=move |_| copy("Note for a dispute", text.clone())>"Dispute this coding"</button> })}
        </div>
        <SaidLine said=said />
        {doi}
    }
}

/// Puts a statement among the reader's notes, or takes it out again.
#[component]
pub fn Collect(
    /// The statement's id.
    id: String,
) -> impl IntoView {
    let notes = use_notes();
    let id = StoredValue::new(id);
    let has = move || id.with_value(|id| notes.has(id));
    let said = Said::new();
    let toggle = move |_| {
        let full = id.with_value(|id| {
            let mut full = false;
            notes.change(|tray| {
                if tray.has(id) {
                    tray.remove(id);
                } else {
                    full = !tray.add(id);
                }
            });
            full
        });
        said.say(if full {
            "Your notes are full: take something out first.".to_owned()
        } else {
            notes.trouble()
        });
    };
    let words = move || if has() { "Collected" } else { "Collect" };
    view! {
        <div class="actions"><button type="button" aria-pressed=move || has().to_string() on:click=toggle>{words}</button></div>
        <SaidLine said=said />
    }
}
