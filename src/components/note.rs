//! The note of a value: evidence as marginalia. What is stated, who says it, how firmly, when, and where it says so.

mod actions;
mod target;

use atlas::StatementIx;
use atlas::dates::in_words;
use atlas::model::{Dataset, Node, Statement};
use atlas::views::firmness;
use leptos::prelude::*;
use markup::view;

use self::actions::{Actions, Collect};
use self::target::target_note;
use super::cite::Cite;
use super::open_copy::InMyCopy;
use super::value::{text_link, text_value};
use crate::browser;
use crate::parts;
use crate::route::Page;
use crate::shelf::use_shelf;
use crate::state::{use_atlas, use_place};

/// The open note, if one is open. Its host is one element that is moved beside the value or under its line.
#[component]
pub fn Note() -> impl IntoView {
    let (atlas, place, shelf) = (use_atlas(), use_place(), use_shelf());
    let close = move |_| close(place);
    let body = move || {
        let d = atlas.data();
        let id = place.note.get()?;
        let _ = place.as_of.get();
        // It is of a dataset that is still being read.
        if shelf.awaited().is_some() {
            return None;
        }
        let content = match parts::notes() {
            Some(notes) => (notes.content)(&d, &id),
            None => view! {
                <h2 class="note-heading">"This note did not arrive"</h2>
                <p>"A file of the atlas that it needs could not be fetched. Look whether you are online, then reload the page."</p>
            }
            .into_any(),
        };
        Some(view! {
            <section id="note" class="note" tabindex="-1" aria-label="Note: where it says so">
                <button type="button" class="close" on:click=close>"Close "<span class="visually-hidden">"the note"</span><kbd aria-hidden="true">"Esc"</kbd></button>
                {content}
            </section>
        })
    };
    Effect::new(move |before: Option<()>| {
        // A new page or date takes a note under a line with it.
        let _ = (place.page.get(), place.as_of.get(), place.vs.get());
        if let Some(id) = place.note.get() {
            browser::place_note(&id);
            // The reader came by a link to this note: it may be far down the page.
            if before.is_none() {
                browser::show_note();
            }
        }
    });
    view! { <div id="note-host">{body}</div> }
}

/// What stands in the note of an id.
pub(crate) fn content(d: &Dataset, id: &str) -> AnyView {
    match d.find(id) {
        Some(target) => target_note(d, target),
        None => view! {
            <h2 class="note-heading">"No such note"</h2>
            <p>"Nothing in this dataset has the id “"{id.chars().take(80).collect::<String>()}"”. The page itself is shown as it is."</p>
        }
        .into_any(),
    }
}

/// Closes the note without a step of history, and gives the focus back to its value.
pub fn close(place: crate::state::Place) {
    let mut url = place.url.get_untracked();
    if let Some(id) = url.note.take() {
        let href = url.href();
        // The page is shown without its note at once; the address bar follows when it is free.
        place.arrive(url, Vec::new());
        browser::replace(&href);
        browser::focus_value(&id);
    }
}

/// The note of a statement, whole.
pub(crate) fn statement_note(d: &Dataset, ix: StatementIx) -> AnyView {
    let s = d.statement(ix);
    let citation = atlas::cite::statement(d, ix);
    let own_id = s.id.clone();
    view! {
        <h2 class="note-heading">"What is stated"</h2>
        <p class="note-text">{s.text.clone()}</p>
        <dl class="note-facts">
            {fact("Who says it", who(d, s))}
            {fact("How firmly", how(d, ix))}
            {fact("When", when(d, s))}
            {places(d, s)}
            {s.remark.clone().map(|remark| fact("Remark", remark))}
            {s.settled.clone().map(|settled| fact("Coders differed", settled))}
            {relations(d, ix)}
        </dl>
        <Collect id=s.id.clone() />
        <Actions citation=citation id=s.id.clone() dispute=Some(atlas::cite::dispute(d, ix)) />
        <Cite statement=Some(ix) what=Signal::derive(move || format!("statement {own_id}")) />
        <InMyCopy statement=ix />
        {same_paragraph(d, ix)}
    }
    .into_any()
}

fn fact(term: &'static str, text: String) -> impl IntoView {
    (!text.is_empty()).then(|| view! { <div><dt>{term}</dt><dd>{text}</dd></div> })
}

/// "The author, in own words": who speaks, how, and the author's stance where it is not to adopt.
fn who(d: &Dataset, s: &Statement) -> String {
    let name = &d.entity(s.who).name;
    let mut text = format!("{name}, {}", d.word(s.how).word);
    if !d.is_own_voice(s) {
        text = format!("{text} {}", d.word(s.stance).word);
    }
    text
}

fn how(d: &Dataset, ix: StatementIx) -> String {
    let s = d.statement(ix);
    let modality = d.word(s.modality_word);
    let scope = d.word(s.scope_word);
    let mut text = format!("{}. {}", modality.word, modality.sentence);
    if s.scope != atlas::roles::Scope::One {
        text = format!("{text} {}", scope.sentence);
    }
    text
}

fn when(d: &Dataset, s: &Statement) -> String {
    let date = s.when.as_ref().map(in_words);
    let event = s.relative_to.map(|e| format!("dated by: {}", d.entity(e).name));
    let words = match (&date, &s.date_words) {
        (Some(date), Some(words)) if date.to_lowercase() != words.to_lowercase() => {
            Some(format!("{} (“{words}”)", capital(date)))
        }
        (Some(date), _) => Some(capital(date)),
        (None, Some(words)) => Some(format!("“{words}”")),
        (None, None) => None,
    };
    match (words, event) {
        (Some(words), Some(event)) => format!("{words}; {event}"),
        (Some(words), None) => words,
        (None, Some(event)) => capital(&event),
        (None, None) => "Date not given".to_owned(),
    }
}

/// The first letter as a capital.
pub(crate) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|c| c.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

/// Every place that supports the statement, with the words to look for.
fn places(d: &Dataset, s: &Statement) -> impl IntoView + use<> {
    let rows = s
        .evidence
        .iter()
        .map(|e| {
            let paragraph = d.paragraph(e.paragraph).id.clone();
            let place = format!(
                "{}, {} sentence",
                atlas::cite::place(d, e.paragraph),
                atlas::cite::ordinal(e.sentence)
            );
            let less = (e.role == atlas::roles::EvidenceRole::LessPrecise).then_some(" (says it less precisely)");
            let terms = e
                .terms
                .iter()
                .map(|t| view! { <li><q>{t.clone()}</q></li> })
                .collect_view();
            let quote = e.quote.clone().map(|q| view! { <blockquote>{q}</blockquote> });
            view! {
                <dd>
                    {text_link(Page::Source(Some(paragraph)), &place)}
                    {less}
                    {quote}
                    <div class="terms"><span class="label">"Words to look for: "</span><ul>{terms}</ul></div>
                </dd>
            }
        })
        .collect_view();
    view! { <div><dt>"Where it says so"</dt>{rows}</div> }
}

/// What the source relates this statement to, in its own direction.
fn relations(d: &Dataset, ix: StatementIx) -> impl IntoView + use<> {
    let rows: Vec<_> = d
        .relations()
        .iter()
        .filter(|r| r.from == Node::Statement(ix) || r.to == Node::Statement(ix))
        .collect();
    let rows = rows
        .into_iter()
        .map(|r| {
            let word = d.word(r.kind).word.clone();
            let forward = r.from == Node::Statement(ix);
            let other = node(d, if forward { r.to } else { r.from });
            if forward {
                view! { <li>{capital(&word)}": "{other}</li> }.into_any()
            } else {
                view! { <li>{other}" ("{word}" this)"</li> }.into_any()
            }
        })
        .collect_view();
    (!rows.is_empty())
        .then(|| view! { <div><dt>"Related in the article"</dt><dd><ul class="relations">{rows}</ul></dd></div> })
}

fn node(d: &Dataset, node: Node) -> AnyView {
    match node {
        Node::Statement(ix) => view! { {text_value(&d.statement(ix).id, &d.statement(ix).text)} }.into_any(),
        Node::Event(ix) => view! { {text_value(&d.entity(ix).id, &d.entity(ix).name)} }.into_any(),
    }
}

/// Others from the same paragraph, folded away.
fn same_paragraph(d: &Dataset, ix: StatementIx) -> impl IntoView + use<> {
    let paragraph = d.statement(ix).evidence.first()?.paragraph;
    let others: Vec<StatementIx> = d
        .paragraph(paragraph)
        .statements
        .iter()
        .copied()
        .filter(|&other| other != ix)
        .collect();
    let rows = others
        .iter()
        .map(|&other| {
            let s = d.statement(other);
            view! { <li>{text_value(&s.id, &s.text)}{firmness(d, other).map(|word| view! { " " <span class="firmness">{word}</span> })}</li> }
        })
        .collect_view();
    (!rows.is_empty()).then(|| view! { <details class="others"><summary>{format!("{} more from this paragraph", others.len())}</summary><ul>{rows}</ul></details> })
}
