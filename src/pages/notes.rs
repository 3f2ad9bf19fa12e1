//! The reader's notes: statements collected, in their order, each with a line of their own; to copy and to save.

use atlas::cite::Format;
use atlas::model::Dataset;
use atlas::reader_notes::{Item, LONGEST_LINE, statement};
use leptos::prelude::*;
use markup::view;

use super::heading;
use crate::browser;
use crate::components::{CopyTable, Marks, PageLink, Said, SaidLine, Sheet};
use crate::reader_notes::use_notes;
use crate::route::Page;
use crate::state::use_atlas;

/// Words of a statement by which a row is told from others.
const WORDS: usize = 8;

/// The page.
pub fn view(_: &Dataset) -> AnyView {
    let (atlas, notes) = (use_atlas(), use_notes());
    // Made anew when items come, go or move; what stands in a row's field follows the item by itself.
    let order = crate::ui::memo(move || {
        notes
            .all()
            .items()
            .iter()
            .map(|item| item.id.clone())
            .collect::<Vec<_>>()
    });
    let list = move || {
        let d = atlas.data();
        let ids = order.get();
        let kept = untrack(move || notes.all());
        let rows = kept.items().iter().map(|item| row(&d, item, ids.len())).collect_view();
        if kept.items().is_empty() {
            return view! { <div class="notice"><p><strong>"No notes yet"</strong></p><p>"Choose “Save to notes” in any note; they stay on this device. "<PageLink page=Page::Statements>"All statements"</PageLink></p></div> }.into_any();
        }
        view! { <ol class="tray">{rows}</ol> }.into_any()
    };
    // Said where it was, until something else is removed or the page is left.
    let removed = move || {
        notes.removed().map(|item| {
            let text = short(&atlas.data(), &item);
            let undo = move |_| {
                if let Some(id) = notes.put_back() {
                    browser::later(move || browser::focus_by_id(&format!("line-{id}")));
                }
            };
            view! { <p>"Removed: "{text}" "<button type="button" id="undo" on:click=undo>"Undo"</button></p> }
        })
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
        <div class="undo" role="status">{removed}</div>
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
    let shift = move |step: isize| move |_| id.with_value(|id| notes.change(|notes| notes.shift(id, step)));
    let line = move || id.with_value(|id| notes.line(id));
    let write = move |event: leptos::ev::Event| {
        let line = event_target_value(&event);
        id.with_value(|id| notes.change(|notes| notes.write(id, &line)));
    };
    let remove = move |_| {
        id.with_value(|id| notes.remove(id));
        // Where it was the last, or the next one's button would be pressed without looking.
        browser::later(|| browser::focus_by_id("undo"));
    };
    let longest = LONGEST_LINE.to_string();
    // Of many rows each says which it is of. The ids lead the focus to where a row has gone.
    let of = short(d, item);
    let of = move || view! { <span class="visually-hidden">" “"{of.clone()}"”"</span> };
    let own = move |part: &str| format!("{part}-{}", id.get_value());
    view! {
        <li data-line="">
            <p>{text}</p>
            <label>"Your line "{of()}<input type="text" id=own("line") prop:value=line maxlength=longest on:input=write /></label>
            <div class="actions">
                {(count > 1).then(|| view! { <button type="button" id=own("up") on:click=shift(-1)>"Up"{of()}</button><button type="button" id=own("down") on:click=shift(1)>"Down"{of()}</button> })}
                <button type="button" on:click=remove>"Remove"{of()}</button>
            </div>
        </li>
    }
}

/// The first words of an item.
fn short(d: &Dataset, item: &Item) -> String {
    let text = statement(d, &item.id).map_or(item.id.as_str(), |ix| d.statement(ix).text.as_str());
    let words: Vec<&str> = text.split(' ').take(WORDS + 1).collect();
    match words.get(..WORDS) {
        Some(first) if words.len() > WORDS => format!("{}…", first.join(" ")),
        _ => words.join(" "),
    }
}

/// The notes as files, and as a table to copy.
#[component]
fn TakeAway() -> impl IntoView {
    let (atlas, notes) = (use_atlas(), use_notes());
    let said = Said::new();
    let save = move |name: &'static str, kind: &'static str, text: String| said.save(&text, name, kind);
    let markdown = move || notes.all().to_markdown(&atlas.data());
    let references = move |format| notes.all().to_references(&atlas.data(), format);
    let copy = move |_| said.copy(markdown(), "Copied as Markdown with footnotes.");
    let sheet = move |d: &Dataset| {
        let head = ["id", "note", "statement", "place"].map(str::to_owned).to_vec();
        Sheet::new(head, notes.all().rows(d).into_iter().map(|row| row.to_vec()))
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
