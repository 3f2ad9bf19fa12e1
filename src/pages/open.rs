//! Open a dataset: give another atlas's bundle, see what is wrong with it as a compiler would say it, or go back.

use atlas::bundle::SCHEMA;
use atlas::limits::MOST_BYTES;
use atlas::model::Dataset;
use atlas::problem::{Problem, Severity};
use leptos::prelude::*;
use markup::view;

use super::heading;
use crate::browser;
use crate::components::{CopyText, beside};
use crate::open_dataset::{self, Opening, has_files, use_open_dataset};

/// Problems drawn; all of them are in the text to copy.
const MOST_DRAWN: usize = 100;

/// The page.
pub fn view(d: &Dataset) -> AnyView {
    let open_dataset = use_open_dataset();
    let about = d.about();
    let now = format!("{}, dataset {} {}", about.title, about.id, about.version);
    let own = open_dataset.from().map(|from| {
        view! { <p>"It came from “"{from}"”. "<button type="button" on:click=move |_| open_dataset.close()>"Back to the embedded atlas"</button></p> }
    });
    let warnings = problems_of("Warnings of the open dataset", d.warnings());
    let choose = move |event: leptos::ev::Event| {
        browser::chosen_file(&event, MOST_BYTES, move |given| open_dataset.take_file(given))
    };
    let drop = move |event: leptos::ev::DragEvent| {
        browser::dropped_file(&event, MOST_BYTES, move |given| open_dataset.take_file(given))
    };
    let examples = open_dataset::examples()
        .map(|(url, title)| view! { <p>"Or open an example: "<a href=url.href()>{title}</a></p> })
        .collect_view();
    let state = move || match open_dataset.opening() {
        Opening::None => ().into_any(),
        Opening::Reading(name) => {
            view! { <p role="status">"Reading “"{name}"”…"</p><p class="loading" aria-hidden="true"></p> }.into_any()
        }
        Opening::Refused(name, problems) => refused(&name, &problems),
    };
    view! {
        {heading("Open a dataset")}
        <p class="lead">"Another article’s atlas, checked by the rules that the build uses."{has_files().then(|| view! { " "<a href=beside(SCHEMA)>"The shape of such a file, as a JSON Schema"</a>"." })}</p>
        <div class="take" on:dragover=|event| event.prevent_default() on:drop=drop>
            <p><strong>"Drop an atlas file here"</strong></p>
            <p class="minor">"One JSON file. It is checked, opens in the place of this one, and does not leave this device."</p>
            <p><label class="file">"Or choose a file "<input type="file" accept=".json,application/json" on:change=choose /></label></p>
        </div>
        {examples}
        {state}
        <section aria-labelledby="now-heading"><h2 id="now-heading">"Open now"</h2><p>{now}"."</p>{own}{warnings}</section>
    }
    .into_any()
}

/// A dataset that does not open: everything that is wrong with it, at once.
fn refused(name: &str, problems: &[Problem]) -> AnyView {
    let (errors, warnings): (Vec<Problem>, Vec<Problem>) =
        problems.iter().cloned().partition(|p| p.severity == Severity::Error);
    let count = match errors.iter().map(|problem| problem.count).sum::<usize>() {
        1 => "1 error".to_owned(),
        n => format!("{n} errors"),
    };
    view! {
        <div class="notice" role="alert"><p><strong>"“"{name.to_owned()}"” was not opened: "{count}"."</strong></p><p>"The atlas that was open still is."</p></div>
        {problems_of("Errors", &errors)}
        {problems_of("Warnings", &warnings)}
    }
    .into_any()
}

/// Problems as a table in the order that they are listed in, and as a text to copy.
fn problems_of(title: &'static str, problems: &[Problem]) -> impl IntoView + use<> {
    let text: String = problems.iter().map(|problem| format!("{problem}\n")).collect();
    let more = problems.len().checked_sub(MOST_DRAWN).filter(|&n| n > 0);
    let rows = problems
        .iter()
        .take(MOST_DRAWN)
        .map(|p| {
            view! {
                <tr>
                    <th scope="row">{p.table.clone()}" / "{p.id.clone()}</th>
                    <td data-label="Field">{p.field.clone()}</td>
                    <td data-label="Found">{p.found.clone()}</td>
                    <td data-label="Expected">{p.expected.clone()}</td>
                </tr>
            }
        })
        .collect_view();
    (!problems.is_empty()).then(|| {
        view! {
            <section class="wide" aria-label=title>
                <h2>{title}</h2>
                <div class="table-wrap" tabindex="0" role="region" aria-label=title>
                    <table class="legs-table" aria-label=title>
                        <thead><tr><th scope="col">"Table and row"</th><th scope="col">"Field"</th><th scope="col">"Found"</th><th scope="col">"Expected"</th></tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
                {more.map(|n| view! { <p class="minor">{format!("{n} more are in the text.")}</p> })}
                <CopyText text=text what="list" />
            </section>
        }
    })
}
