//! The reader's notes: statements collected, in their order, each with a line of their own; to copy and to save.

use atlas::cite::Format;
use atlas::model::Dataset;
use atlas::tray::{Item, LONGEST_LINE, statement};
use leptos::prelude::*;
use markup::view;

use super::heading;
use crate::components::{CopyTable, Marks, PageLink, Said, SaidLine, Sheet};
use crate::route::Page;
use crate::state::use_atlas;
use crate::tray::use_notes;

/// The page.
pub fn view(_: &Dataset) -> AnyView {
    let (atlas, notes) = (use_atlas(), use_notes());
    // Made anew when items come, go or move; not while the reader writes in one.
    let order = crate::ui::memo(move || {
        notes
            .tray()
            .items()
            .iter()
            .map(|item| item.id.clone())
            .collect::<Vec<_>>()
    });
    let list = move || {
        let d = atlas.data();
        let ids = order.get();
        let tray = untrack(move || notes.tray());
        let rows = tray.items().iter().map(|item| row(&d, item, ids.len())).collect_view();
        if tray.items().is_empty() {
            return view! { <div class="notice"><p><strong>"No notes yet"</strong></p><p>"Choose “Save to notes” in any note; they stay on this device. "<PageLink page=Page::Statements>"All statements"</PageLink></p></div> }.into_any();
        }
        view! { <ol class="tray">{rows}</ol> }.into_any()
    };
    let trouble = move || {
        let trouble = notes.trouble();
        (!trouble.is_empty()).then(|| view! { <p class="notice" role="alert">{trouble}</p> })
    };
    let unread = move || {
        notes
            .unread()
            .map(|text| view! { <pre tabindex="0" aria-label="What could not be read">{text}</pre> })
    };
    let take = move || (notes.count() > 0).then(|| view! { <TakeAway /> });
    view! {
        {heading("Your notes")}
        <p class="lead">"Statements that you have saved. They are kept in this browser and nowhere else."</p>
        {trouble}
        {unread}
        {list}
        {take}
    }
    .into_any()
}

fn row(d: &Dataset, item: &Item, count: usize) -> impl IntoView + use<> {
    let notes = use_notes();
    let text = match statement(d, &item.id) {
        Some(ix) => view! { <span class="row-text">{d.statement(ix).text.clone()}</span>" "<Marks statements=vec![ix] of=d.statement(ix).text.clone() /> }.into_any(),
        None => format!(
            "Statement {}, which this version of the dataset does not have.",
            item.id
        )
        .into_any(),
    };
    let id = StoredValue::new(item.id.clone());
    let shift = move |step: isize| move |_| id.with_value(|id| notes.change(|tray| tray.shift(id, step)));
    let write = move |event: leptos::ev::Event| {
        let line = event_target_value(&event);
        id.with_value(|id| notes.change(|tray| tray.write(id, &line)));
    };
    let remove = move |_| id.with_value(|id| notes.change(|tray| tray.remove(id)));
    let (line, longest) = (item.line.clone(), LONGEST_LINE.to_string());
    view! {
        <li data-line="">
            <p>{text}</p>
            <label>"Your line "<input type="text" value=line maxlength=longest on:input=write /></label>
            <div class="actions">
                {(count > 1).then(|| view! { <button type="button" on:click=shift(-1)>"Up"</button><button type="button" on:click=shift(1)>"Down"</button> })}
                <button type="button" on:click=remove>"Remove"</button>
            </div>
        </li>
    }
}

/// The notes as files, and as a table to copy.
#[component]
fn TakeAway() -> impl IntoView {
    let (atlas, notes) = (use_atlas(), use_notes());
    let said = Said::new();
    let save = move |name: &'static str, kind: &'static str, text: String| said.save(&text, name, kind);
    let markdown = move || notes.tray().to_markdown(&atlas.data());
    let references = move |format| notes.tray().to_references(&atlas.data(), format);
    let copy = move |_| said.copy(markdown(), "Copied as Markdown with footnotes.");
    let sheet = move |d: &Dataset| {
        let head = ["id", "note", "statement", "place"].map(str::to_owned).to_vec();
        Sheet::new(head, notes.tray().rows(d).into_iter().map(|row| row.to_vec()))
    };
    view! {
        <section aria-labelledby="take-heading">
            <h2 id="take-heading">"Take them away"</h2>
            <div class="actions">
                <button type="button" on:click=copy>"Copy with footnotes"</button>
                <button type="button" on:click=move |_| save("notes.md", "text/markdown", markdown())>"Save Markdown"</button>
                <button type="button" on:click=move |_| save("notes.bib", "application/x-bibtex", references(Format::BibTex))>"Save BibTeX"</button>
                <button type="button" on:click=move |_| save("notes.ris", "application/x-research-info-systems", references(Format::Ris))>"Save RIS"</button>
                <button type="button" on:click=move |_| save("notes-csl.json", "application/json", references(Format::CslJson))>"Save CSL-JSON"</button>
            </div>
            <SaidLine said=said />
            <CopyTable sheet=Box::new(sheet) name=Some("notes") />
        </section>
    }
}
