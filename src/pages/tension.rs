//! The source's thesis: what is given as a reason, where two reasons are set against each other, and the worked case.

use atlas::model::{Dataset, Node};
use atlas::{StatementIx, WordIx};
use leptos::prelude::*;
use markup::view;

use super::page_head;
use crate::components::note::capital;
use crate::components::{Contents, Marks, StatementList};

/// The heading over statements in which two reasons meet.
const CONFLICT: &str = "Where the article sees a conflict";

/// The page.
pub fn view(d: &Dataset) -> AnyView {
    let tension: Vec<StatementIx> = d.statements().filter(|&ix| d.statement(ix).tension).collect();
    let lenses: Vec<(WordIx, Vec<StatementIx>)> = d
        .words_of("lens")
        .map(|lens| {
            (
                lens,
                d.statements()
                    .filter(|&ix| d.statement(ix).lens.contains(&lens))
                    .collect(),
            )
        })
        .collect();
    let case = d.texts().worked_case.clone();
    let mut contents = Vec::new();
    if !tension.is_empty() {
        contents.push(("against-heading".to_owned(), CONFLICT.to_owned(), Some(tension.len())));
    }
    contents.extend(case.iter().map(|case| {
        (
            "case-heading".to_owned(),
            case.heading.clone(),
            Some(case.statements.len()),
        )
    }));
    contents.extend(
        lenses
            .iter()
            .map(|(lens, list)| (lens_id(d, *lens), d.word(*lens).word.clone(), Some(list.len()))),
    );
    let columns = lenses
        .into_iter()
        .map(|(lens, list)| {
            let (id, word) = (lens_id(d, lens), d.word(lens));
            view! {
                <section>
                    <div class="section-head"><h2 id=id.clone() tabindex="-1">{word.word.clone()}</h2><p>{word.sentence.clone()}</p></div>
                    <StatementList list=list />
                </section>
            }
        })
        .collect_view();
    let against = (!tension.is_empty()).then(|| view! {
        <section><div class="section-head"><h2 id="against-heading" tabindex="-1">{CONFLICT}</h2></div><StatementList list=tension whole=true /></section>
    });
    let case = case.map(|case| {
        let steps = case
            .statements
            .iter()
            .enumerate()
            .map(|(n, &ix)| step(d, ix, n > 0))
            .collect_view();
        view! {
            <section>
                <div class="section-head"><h2 id="case-heading" tabindex="-1">{case.heading}</h2><p>{case.text}</p></div>
                <ol class="rows sequence">{steps}</ol>
            </section>
        }
    });
    view! {
        {page_head(d, "tension", &title(d))}
        <p class="lead">"Statements that give a reason, a purpose, a condition or a standard, by what is at stake; and where the text sets two against each other."</p>
        <div class="page-body">
            <Contents rows=contents />
            <div class="page-sections">{against}{case}{columns}</div>
        </div>
    }
    .into_any()
}

fn lens_id(d: &Dataset, lens: WordIx) -> String {
    format!("lens-{}", d.word(lens).id)
}

/// A step of the worked case, in the order of the article, with the relations that the text asserts; between others, nothing. Its
/// dot is filled where the article gives a date.
fn step(d: &Dataset, ix: StatementIx, follows: bool) -> impl IntoView + use<> {
    let s = d.statement(ix);
    let is_dated = s.when.as_ref().is_some_and(|when| !when.as_str().starts_with('['));
    let date = match (&s.when, &s.date_words) {
        (Some(when), _) if is_dated => atlas::dates::in_words(when),
        (_, Some(words)) => format!("“{words}”"),
        (Some(when), None) => atlas::dates::in_words(when),
        (None, None) => "date not given".to_owned(),
    };
    let class = if is_dated {
        "sequence-step is-dated"
    } else {
        "sequence-step"
    };
    let asserted = d
        .relations()
        .iter()
        .filter(|r| r.from == Node::Statement(ix))
        .map(|r| {
            let (to, behind) = match r.to {
                Node::Statement(to) => (d.statement(to).text.clone(), vec![to]),
                Node::Event(to) => (d.entity(to).name.clone(), d.entity(to).statements.clone()),
            };
            view! { <li><strong>{capital(&d.word(r.kind).word)}": "</strong>{to.clone()}" "<Marks statements=behind of=to /></li> }
        })
        .collect_view();
    let none = (asserted.is_empty() && follows)
        .then(|| view! { <p class="minor">"The article connects this to nothing before it."</p> });
    view! {
        <li class=class data-line="" data-says=s.id.clone()>
            <div>
                <p class="date">{date}</p>
                <p class="row-text">{s.text.clone()}</p>
                {(!asserted.is_empty()).then(|| view! { <ul class="relations">{asserted}</ul> })}
                {none}
            </div>
            <Marks statements=vec![ix] of=s.text.clone() />
        </li>
    }
}

/// The lenses by name: what is at stake is the dataset's word.
fn title(d: &Dataset) -> String {
    let words: Vec<String> = d.words_of("lens").map(|w| d.word(w).word.to_lowercase()).collect();
    let text = match words.as_slice() {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        other => other.join(""),
    };
    capital(&text)
}
