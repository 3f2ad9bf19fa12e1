//! Lists of statements, and texts that rest on statements.

use atlas::StatementIx;
use atlas::model::{Cited, Dataset};
use atlas::views::firmness;
use leptos::prelude::*;
use markup::view;

use super::edition::in_app;
use super::value::{Value, text_value};
use crate::state::use_atlas;

/// Statements shown before the fold.
const FOLD: usize = 6;
/// Statements behind the fold that are drawn at a time.
const BULK: usize = 60;

/// Statements one a line, each a value; what is no plain fact says so before its text.
#[component]
pub fn StatementList(
    /// The statements, in the order shown.
    list: Vec<StatementIx>,
    /// All of them at once: where the list is what the page is for.
    #[prop(optional)]
    whole: bool,
) -> impl IntoView {
    let d = use_atlas().data();
    // A few more than the fold are shown at once: a fold that hides two lines helps nobody.
    let shown = match (list.len() > FOLD + 3, whole) {
        (true, false) => FOLD,
        _ => list.len().min(BULK),
    };
    let (first, rest) = list.split_at(shown);
    let rows = first.iter().map(|&ix| statement_line(&d, ix)).collect_view();
    let more = (!rest.is_empty()).then(|| view! { <Folded list=rest.to_vec() /> });
    view! { <ul class="statements">{rows}</ul>{more} }
}

/// Statements under a heading of the second level; nothing where there are none.
#[component]
pub fn StatementSection(
    /// The heading's id.
    id: &'static str,
    /// The heading.
    heading: &'static str,
    /// The statements, in the order shown.
    list: Vec<StatementIx>,
    /// All of them at once: where the list is what the page is for.
    #[prop(optional)]
    whole: bool,
) -> impl IntoView {
    (!list.is_empty()).then(|| {
        view! { <section aria-labelledby=id><h2 id=id>{heading}</h2><StatementList list=list whole=whole /></section> }
    })
}

/// The rest of a list, folded; a long one is drawn once it is opened and a part at a time, so that a large dataset is as quick as
/// a small one.
#[component]
fn Folded(list: Vec<StatementIx>) -> impl IntoView {
    let atlas = use_atlas();
    let count = list.len();
    let first = match in_app() {
        true if count > BULK => 0,
        true => BULK,
        // Nothing draws the rest later.
        false => count,
    };
    let (drawn, draw) = signal(first);
    let open = move |_| {
        if drawn.get_untracked() == 0 {
            draw.set(BULK);
        }
    };
    let rows = move || {
        let d = atlas.data();
        let rows = list
            .iter()
            .take(drawn.get())
            .map(|&ix| statement_line(&d, ix))
            .collect_view();
        (!rows.is_empty()).then(|| view! { <ul class="statements">{rows}</ul> })
    };
    let left = move || count.saturating_sub(drawn.get());
    let next = move || {
        (left() > 0).then(|| view! { <p><button type="button" on:click=move |_| draw.update(|n| *n += BULK)>{format!("Show the next {}", left().min(BULK))}</button>" "<span class="minor">{format!("{} of {count} are shown.", count - left())}</span></p> })
    };
    view! { <details class="more" on:toggle=open><summary>{format!("{count} more")}</summary>{rows}{next}</details> }
}

fn statement_line(d: &Dataset, ix: StatementIx) -> impl IntoView + use<> {
    let s = d.statement(ix);
    view! {
        <li class="statement" data-line="">
            {text_value(&s.id, &s.text)}
            {firmness(d, ix).map(|word| view! { <span class="firmness">{word}</span> })}
        </li>
    }
}

/// A text with the links to its statements behind it.
#[component]
pub fn CitedText(
    /// The text.
    text: Cited<String>,
) -> impl IntoView {
    let words = text.value().clone();
    view! { <span class="cited">{words}" "<CitedMarks text=text /></span> }
}

/// The links to the statements that a text rests on, where the text itself stands in a heading.
#[component]
pub fn CitedMarks(
    /// The text.
    text: Cited<String>,
) -> impl IntoView {
    let d = use_atlas().data();
    let links = text
        .statements()
        .enumerate()
        .map(|(n, ix)| {
            let s = d.statement(ix);
            let text = s.text.clone();
            view! { <Value id=s.id.clone() class="mark"><span class="visually-hidden">"Where it says so: "{text}</span><span aria-hidden="true">{n + 1}</span></Value> }
        })
        .collect_view();
    view! { <span class="marks"><span class="label" aria-hidden="true">"Where it says so"</span>{links}</span> }
}
