//! The source's thesis: what is given as a reason, where two reasons are set against each other, and the worked case.

use atlas::model::{Dataset, Node};
use atlas::{StatementIx, WordIx};
use leptos::prelude::*;
use markup::view;

use super::heading;
use crate::components::note::capital;
use crate::components::{StatementList, StatementSection, Value, text_value};

/// The page.
pub fn view(d: &Dataset) -> AnyView {
    let tension: Vec<StatementIx> = d.statements().filter(|&ix| d.statement(ix).tension).collect();
    let lenses: Vec<WordIx> = d.words_of("lens").collect();
    let columns = lenses
        .into_iter()
        .map(|lens| {
            let word = d.word(lens);
            let list: Vec<StatementIx> = d
                .statements()
                .filter(|&ix| d.statement(ix).lens.contains(&lens))
                .collect();
            let id = format!("lens-{}", word.id);
            view! {
                <section aria-labelledby=id.clone()>
                    <h2 id=id.clone()>{word.word.clone()}</h2>
                    <p class="minor">{word.sentence.clone()}</p>
                    <details><summary>{format!("{} clauses", list.len())}</summary><StatementList list=list /></details>
                </section>
            }
        })
        .collect_view();
    let case = d.texts().worked_case.clone().map(|case| {
        let steps = case
            .statements
            .iter()
            .enumerate()
            .map(|(n, &ix)| step(d, ix, case.statements.get(n.wrapping_sub(1)).copied()))
            .collect_view();
        view! {
            <section aria-labelledby="case-heading">
                <h2 id="case-heading">{case.heading}</h2>
                <p class="lead">{case.text}</p>
                <ol class="sequence">{steps}</ol>
            </section>
        }
    });
    view! {
        {heading(title(d))}
        <p class="lead">"Clauses of the article that give a reason, a purpose, a condition or a standard, by what is at stake; and where the text sets two against each other."</p>
        <StatementSection id="against-heading" heading="Set against each other" list=tension />
        {case}
        {columns}
    }
    .into_any()
}

/// A step of the worked case, with the relations that the text asserts to what came before; between others, nothing.
fn step(d: &Dataset, ix: StatementIx, before: Option<StatementIx>) -> impl IntoView + use<> {
    let s = d.statement(ix);
    let date = s
        .when
        .as_ref()
        .map(atlas::dates::in_words)
        .or_else(|| s.date_words.clone())
        .unwrap_or_else(|| "date not given".to_owned());
    let asserted = d
        .relations()
        .iter()
        .filter(|r| r.from == Node::Statement(ix))
        .map(|r| {
            let to = match r.to {
                Node::Statement(to) => (d.statement(to).id.clone(), d.statement(to).text.clone()),
                Node::Event(to) => (d.entity(to).id.clone(), d.entity(to).name.clone()),
            };
            view! { <li>{capital(&d.word(r.kind).word)}": "<Value id=to.0>{to.1}</Value></li> }
        })
        .collect_view();
    let none = (asserted.is_empty() && before.is_some())
        .then(|| view! { <p class="minor is-gap">"The article connects this to nothing before it."</p> });
    view! {
        <li data-line="">
            <span class="date">{date}</span>
            {text_value(&s.id, &s.text)}
            {(!asserted.is_empty()).then(|| view! { <ul class="relations">{asserted}</ul> })}
            {none}
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
