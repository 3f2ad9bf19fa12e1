//! What a reader does with a note: cite it, save it, find it in a copy of the article, report a mistake in it.

use atlas::StatementIx;
use leptos::prelude::*;
use markup::view;

use crate::browser;
use crate::components::open_copy::InMyCopy;
use crate::components::said::{Said, SaidLine};
use crate::reader_notes::use_notes;
use crate::state::{use_atlas, use_place};

/// The acts as one row, and a line that says what happened.
#[component]
pub fn Actions(
    /// The citation as plain text.
    citation: String,
    /// The id that the link opens.
    id: String,
    /// The statement that can be saved, looked for in a copy and reported, where the note is of one.
    #[prop(default = None)]
    statement: Option<StatementIx>,
) -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let said = Said::new();
    let copy = move |what: &'static str, text: String| said.copy(text, format!("{what} copied."));
    let copy_citation = move |_| copy("Citation", citation.clone());
    let copy_link = move |_| {
        let href = place.url.with_untracked(|url| url.with_note(&id).href());
        copy("Link", format!("{}{href}", browser::base()));
    };
    let of_statement = statement.map(|ix| {
        let report = atlas::cite::dispute(&d, ix);
        let report = move |_| copy("A report to fill in and send", report.clone());
        view! {
            <Save id=d.statement(ix).id.clone() said=said />
            <InMyCopy statement=ix />
            <button type="button" on:click=report>"Report a mistake"</button>
        }
    });
    view! {
        <div class="note-actions">
            <button type="button" on:click=copy_citation>"Copy citation"</button>
            {of_statement}
            <button type="button" on:click=copy_link>"Copy link"</button>
        </div>
        <SaidLine said=said />
    }
}

/// The address of the article, where it has one.
#[component]
pub fn ArticleLink() -> impl IntoView {
    atlas::cite::link(&use_atlas().data()).map(|link| {
        let text = link.trim_start_matches("https://").to_owned();
        view! { <p class="doi">"The article: "<a href=link rel="noreferrer">{text}</a></p> }
    })
}

/// Puts a statement among the reader's notes, or takes it out again.
#[component]
fn Save(
    /// The statement's id.
    id: String,
    /// The line that says what happened.
    said: Said,
) -> impl IntoView {
    let notes = use_notes();
    let id = StoredValue::new(id);
    let has = move || id.with_value(|id| notes.has(id));
    let toggle = move |_| {
        let done = id.with_value(|id| {
            if notes.has(id) {
                notes.remove(id);
                return "Removed from your notes.";
            }
            match notes.add(id) {
                true => "Saved to your notes.",
                false => "Your notes are full: remove something first.",
            }
        });
        let trouble = notes.trouble();
        said.say(if trouble.is_empty() { done.to_owned() } else { trouble });
    };
    // One button throughout, so that the focus stays on it.
    let word = move || if has() { "Remove" } else { "Save to notes" };
    let rest = move || has().then_some(" from your notes");
    view! { <button type="button" on:click=toggle>{word}<span class="visually-hidden">{rest}</span></button> }
}
