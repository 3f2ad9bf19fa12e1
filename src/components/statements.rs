//! Lists of statements and of what is left open, and texts that rest on statements.

use atlas::model::Cited;
use atlas::views::firmness;
use atlas::{GapIx, StatementIx};
use leptos::prelude::*;
use markup::view;

use super::edition::{anchor, in_app, is_first_view};
use super::mark::Marks;
use super::value::Value;
use crate::state::use_atlas;

/// Most statements that are shown without a fold.
const WHOLE: usize = 8;
/// Statements shown before the fold of a longer list: a fold that hides one line helps nobody.
const FOLD: usize = 7;
/// Statements behind the fold that are drawn at a time.
const BULK: usize = 60;

/// A statement in a list: its words, how firmly and in whose voice where that is no plain fact of the author, and its marks.
#[component]
pub fn StatementRow(
    /// The statement.
    ix: StatementIx,
) -> impl IntoView {
    let d = use_atlas().data();
    let s = d.statement(ix);
    // Where the note of a statement stands beside its row, it does not repeat the words.
    let says = (in_app() && !is_first_view()).then(|| s.id.clone());
    let tag = firmness(&d, ix).map(|word| view! { " "<span class="tag">{word}</span> });
    view! {
        <li class="statement" data-line="" data-says=says>
            <p class="row-text">{s.text.clone()}{tag}</p>
            <Marks statements=vec![ix] />
        </li>
    }
}

/// Statements one a row.
#[component]
pub fn StatementList(
    /// The statements, in the order shown.
    list: Vec<StatementIx>,
    /// All of them at once: where the list is what the page is for.
    #[prop(optional)]
    whole: bool,
) -> impl IntoView {
    let shown = match (list.len() > WHOLE, whole) {
        (true, false) => FOLD,
        _ => list.len().min(BULK),
    };
    let (first, rest) = list.split_at(shown);
    let rows = first.iter().map(|&ix| view! { <StatementRow ix=ix /> }).collect_view();
    let more =
        (!rest.is_empty()).then(|| view! { <Folded list=rest.to_vec() summary=format!("{} more", rest.len()) /> });
    view! { <ul class="rows statements">{rows}</ul>{more} }
}

/// Statements under a heading of the second level, and beside them what the source leaves open there; nothing where there are
/// neither.
#[component]
pub fn StatementSection(
    /// The heading's id.
    #[prop(into)]
    id: String,
    /// The heading.
    #[prop(into)]
    heading: String,
    /// The statements, in the order shown.
    list: Vec<StatementIx>,
    /// All of them at once: where the list is what the page is for.
    #[prop(optional)]
    whole: bool,
    /// What is left open, in the order shown.
    #[prop(optional)]
    open: Vec<GapIx>,
) -> impl IntoView {
    let class = (!open.is_empty()).then_some("with-open");
    let some = !list.is_empty() || !open.is_empty();
    some.then(|| {
        let statements =
            (!list.is_empty()).then(|| view! { <div class="said-list"><StatementList list=list whole=whole /></div> });
        view! {
            <section aria-labelledby=id.clone()>
                <h2 id=id>{heading}</h2>
                <div class=class>{statements}<LeftOpen list=open /></div>
            </section>
        }
    })
}

/// What the source leaves open, as questions, each the link to its note; nothing where there are none. It stands beside the list
/// before it where both are in one element of the class `with-open`.
#[component]
pub fn LeftOpen(
    /// The questions, in the order shown.
    list: Vec<GapIx>,
) -> impl IntoView {
    let d = use_atlas().data();
    let rows = list
        .iter()
        .map(|&ix| {
            let gap = d.gap(ix);
            let question = gap.question.clone();
            view! { <li data-line="" id=anchor(&gap.id)><Value id=gap.id.clone()>{question}</Value></li> }
        })
        .collect_view();
    (!rows.is_empty()).then(|| {
        view! { <div class="left-open"><h3>"What the article leaves open"</h3><ul>{rows}</ul></div> }
    })
}

/// A list folded under its summary; a long one is drawn once it is opened and a part at a time, so that a large dataset is as quick as
/// a small one.
#[component]
pub fn Folded(
    /// The statements, in the order shown.
    list: Vec<StatementIx>,
    /// What the fold says while it is closed.
    summary: String,
) -> impl IntoView {
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
        let rows = list
            .iter()
            .take(drawn.get())
            .map(|&ix| view! { <StatementRow ix=ix /> })
            .collect_view();
        (!rows.is_empty()).then(|| view! { <ul class="rows statements">{rows}</ul> })
    };
    let left = move || count.saturating_sub(drawn.get());
    let next = move || {
        (left() > 0).then(|| view! { <p><button type="button" on:click=move |_| draw.update(|n| *n += BULK)>{format!("Show the next {}", left().min(BULK))}</button>" "<span class="minor">{format!("{} of {count} are shown.", count - left())}</span></p> })
    };
    view! { <details class="more" on:toggle=open><summary>{summary}</summary>{rows}{next}</details> }
}

/// A text, and after it the marks of its statements.
#[component]
pub fn CitedText(
    /// The text.
    text: Cited<String>,
) -> impl IntoView {
    let words = text.value().clone();
    view! { <span class="cited">{words}" "<CitedMarks text=text /></span> }
}

/// The marks of the statements that a text rests on, where the text itself stands in a heading.
#[component]
pub fn CitedMarks(
    /// The text.
    text: Cited<String>,
) -> impl IntoView {
    let statements: Vec<StatementIx> = text.statements().collect();
    view! { <Marks statements=statements /> }
}
