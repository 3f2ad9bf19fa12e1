//! Lists of statements, and texts that rest on statements.

use atlas::StatementIx;
use atlas::model::{Cited, Dataset};
use atlas::roles::{Modality, Scope};
use leptos::prelude::*;
use markup::view;

use super::value::{Value, text_value};
use crate::state::use_atlas;

/// Statements shown before the fold.
const FOLD: usize = 6;

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
    let shown = if list.len() > FOLD + 3 && !whole {
        FOLD
    } else {
        list.len()
    };
    let rows = list.iter().take(shown).map(|&ix| statement_line(&d, ix)).collect_view();
    let rest = list.iter().skip(shown).map(|&ix| statement_line(&d, ix)).collect_view();
    let more = list.len() - shown;
    view! {
        <ul class="statements">{rows}</ul>
        {(more > 0).then(|| view! { <details class="more"><summary>{format!("{more} more")}</summary><ul class="statements">{rest}</ul></details> })}
    }
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

/// The word for how firmly a statement speaks, and of how many, where it is not a plain fact about those named.
pub fn firmness(d: &Dataset, ix: StatementIx) -> Option<String> {
    let s = d.statement(ix);
    let mut words = Vec::new();
    if !matches!(s.modality, Modality::Act | Modality::State) {
        words.push(d.word(s.modality_word).word.clone());
    }
    if matches!(s.scope, Scope::Most | Scope::Some) {
        words.push(d.word(s.scope_word).word.clone());
    }
    if !d.is_own_voice(s) {
        words.push(format!("{}, {}", d.entity(s.who).name, d.word(s.how).word));
    }
    (!words.is_empty()).then(|| words.join(" · "))
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
