//! A teaching sheet: questions about the data on one printed page, with a key that gives the paragraph.

use atlas::model::Dataset;
use atlas::views::{SETS, tasks};
use leptos::prelude::*;
use markup::view;

use super::brief::{Imprint, PrintButton};
use super::heading;
use crate::components::note::capital;
use crate::components::text_link;
use crate::route::Page;

/// The page of a sheet.
pub fn view(d: &Dataset, set: usize) -> AnyView {
    let tasks = tasks(d, set);
    let questions = tasks
        .iter()
        .map(|t| view! { <li>{t.question.clone()}</li> })
        .collect_view();
    let key = tasks
        .iter()
        .map(|task| {
            let places = task
                .paragraphs
                .iter()
                .map(|&ix| view! { " "{text_link(Page::Source(Some(d.paragraph(ix).id.clone())), &atlas::cite::place(d, ix))}"." })
                .collect_view();
            view! { <li>{capital(&task.answer)}{places}</li> }
        })
        .collect_view();
    let others = (1..=SETS)
        .map(|n| {
            let id = (n > 1).then(|| n.to_string());
            match n == set {
                true => view! { <li><span aria-current="page">{n}</span></li> }.into_any(),
                false => view! { <li>{text_link(Page::Teaching(id), &n.to_string())}</li> }.into_any(),
            }
        })
        .collect_view();
    view! {
        <div class="sheet">
            {heading(format!("Questions to the article, sheet {set}"))}
            <p class="minor">"Answer from the article alone, and say where. Some questions it does not answer: then say so."</p>
            <nav class="orders screen-only" aria-label="Sheets"><span class="label">"Sheets: "</span><ul>{others}</ul></nav>
            <PrintButton />
            {match tasks.is_empty() {
                true => view! { <p class="is-gap">"The dataset has nothing yet to ask about."</p> }.into_any(),
                false => view! {
                    <ol class="tasks">{questions}</ol>
                    <section aria-labelledby="key-heading"><h2 id="key-heading">"Key"</h2><ol class="brief-notes">{key}</ol></section>
                }.into_any(),
            }}
            <Imprint />
        </div>
    }
    .into_any()
}
