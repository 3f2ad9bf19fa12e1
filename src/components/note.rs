//! The note of a value: the evidence behind a mark. What is stated, who says it, how certain that is, when, and where it says so.
//!
//! One note is open at a time. Where it stands (beside its row, docked, or as a sheet) is decided in src/browser/web/margin.rs.

mod actions;
mod target;

use atlas::StatementIx;
use atlas::dates::in_words;
use atlas::model::{Dataset, Node, Statement};
use atlas::views::marks;
use leptos::prelude::*;
use markup::view;

use self::actions::{Actions, ArticleLink};
use self::target::target_note;
use super::cite::Cite;
use super::mark::Marks;
use super::statements::StatementRow;
use super::value::text_link;
use crate::browser;
use crate::lazy::part;
use crate::open_dataset::use_open_dataset;
use crate::route::Page;
use crate::state::{use_atlas, use_place};

/// Draws notes.
#[derive(Clone, Copy)]
pub struct NoteFns {
    /// What a note of an id shows.
    content: fn(&Dataset, &str) -> AnyView,
}

part! {
    /// What notes show.
    pub fn notes() -> NoteFns = NoteFns { content };
    /// The part that draws it.
    NOTES
}

/// The open note, if one is open. Its host is one element, which the browser's edge moves to the row of its mark.
#[component]
pub fn Note() -> impl IntoView {
    let (atlas, place, open_dataset) = (use_atlas(), use_place(), use_open_dataset());
    let close = move |_| close(place);
    let body = move || {
        let d = atlas.data();
        let id = place.note.get()?;
        let _ = place.as_of.get();
        // It is of a dataset that is still being read.
        if open_dataset.awaited().is_some() {
            return None;
        }
        let content = match notes() {
            Some(notes) => (notes.content)(&d, &id),
            None => view! {
                <h2 class="note-heading">"This note did not arrive"</h2>
                <p>"A file of the atlas that it needs could not be fetched. Check your connection, then reload the page."</p>
            }
            .into_any(),
        };
        Some(view! {
            <section id="note" class="note" tabindex="-1" aria-label="Note: where it says so">
                <button type="button" class="close" on:click=close>"Close"<span class="visually-hidden">" the note"</span></button>
                {content}
            </section>
        })
    };
    Effect::new(move |before: Option<()>| {
        // A new page or date takes a note that stands in a row with it.
        let _ = (place.page.get(), place.as_of.get(), place.vs.get());
        if let Some(id) = place.note.get() {
            browser::place_note(&id);
            // The reader came by a link to this note: its mark may be far down the page.
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

/// Closes the note without a step of history, and gives the focus back to its mark.
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
    let own_id = s.id.clone();
    view! {
        <h2 class="note-heading">{paragraphs_of(d, ix)}</h2>
        <p class="note-text">{s.text.clone()}</p>
        {facts(d, ix)}
        <Actions citation=atlas::cite::statement(d, ix) id=s.id.clone() statement=Some(ix) />
        {relations(d, ix)}
        {same_paragraph(d, ix)}
        <Cite statement=Some(ix) what=Signal::derive(move || format!("statement {own_id}")) />
        <ArticleLink />
    }
    .into_any()
}

/// "Paragraph 24 of 57": where a statement stands, by the numbers of its marks.
fn paragraphs_of(d: &Dataset, ix: StatementIx) -> String {
    let numbers: Vec<String> = marks(d, [ix]).iter().map(|mark| mark.number.to_string()).collect();
    let all = d.paragraphs().count();
    match numbers.split_last() {
        Some((last, [])) => format!("Paragraph {last} of {all}"),
        Some((last, before)) => format!("Paragraphs {} and {last} of {all}", before.join(", ")),
        None => String::new(),
    }
}

/// Who is speaking, how certain it is, when, where, by which words it is found; and what a reader is warned of.
fn facts(d: &Dataset, ix: StatementIx) -> impl IntoView + use<> {
    let s = d.statement(ix);
    let remark = s
        .remark
        .clone()
        .map(|remark| view! { <p class="note-remark">{remark}</p> });
    let settled = s
        .settled
        .as_ref()
        .map(|settled| view! { <p class="note-remark">{format!("Coders differed: {settled}")}</p> });
    view! {
        <dl class="note-facts">
            {fact("Who is speaking", who(d, s))}
            {fact("How certain", how(d, ix))}
            {fact("When", when(d, s))}
            {places(d, s)}
        </dl>
        {remark}
        {settled}
    }
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

/// The text's own words for the date, as a quotation; the date itself after them where they do not hold it.
fn when(d: &Dataset, s: &Statement) -> String {
    let date = s.when.as_ref().map(in_words);
    let event = s.relative_to.map(|e| format!("dated by: {}", d.entity(e).name));
    let words = match (date, &s.date_words) {
        (Some(date), Some(words)) if words.to_lowercase().contains(&date.to_lowercase()) => Some(format!("“{words}”")),
        (Some(date), Some(words)) => Some(format!("“{words}” ({date})")),
        (None, Some(words)) => Some(format!("“{words}”")),
        (Some(date), None) => Some(capital(&date)),
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

/// A paragraph by its number and its printed place.
fn place_of(d: &Dataset, paragraph: atlas::ParagraphIx) -> String {
    let number = marks::number(paragraph);
    format!("¶{number}. {}", atlas::cite::place(d, paragraph))
}

/// Every place that supports the statement, with the words by which it is found.
fn places(d: &Dataset, s: &Statement) -> Vec<AnyView> {
    let rows = s.evidence.iter().map(|e| {
        let page = Page::Source(Some(d.paragraph(e.paragraph).id.clone()));
        let sentence = atlas::cite::ordinal(e.sentence);
        let place = format!("{}, {sentence} sentence", place_of(d, e.paragraph));
        let less = (e.role == atlas::roles::EvidenceRole::LessPrecise).then_some(" (says it less precisely)");
        let quote = e.quote.clone().map(|q| view! { <blockquote>{q}</blockquote> });
        let terms = e
            .terms
            .iter()
            .map(|t| view! { <li><mark>{t.clone()}</mark></li> })
            .collect_view();
        let find = (!terms.is_empty()).then(|| {
            view! { <div><dt>"Find it in the article by these words"</dt><dd><ul class="terms">{terms}</ul></dd></div> }
        });
        view! {
            <div><dt>"Where"</dt><dd>{text_link(page, &place)}{less}{quote}</dd></div>
            {find}
        }
        .into_any()
    });
    rows.collect()
}

/// What the source relates this statement to, in its own direction.
fn relations(d: &Dataset, ix: StatementIx) -> impl IntoView + use<> {
    let own = Node::Statement(ix);
    let rows = d
        .relations()
        .iter()
        .filter(|r| r.from == own || r.to == own)
        .map(|r| {
            let word = d.word(r.kind).word.clone();
            let forward = r.from == own;
            let other = if forward { r.to } else { r.from };
            let text = match other {
                Node::Statement(ix) => d.statement(ix).text.clone(),
                Node::Event(ix) => d.entity(ix).name.clone(),
            };
            let said = match forward {
                true => format!("{}: {text}", capital(&word)),
                false => format!("{text} ({word} this)"),
            };
            let marks = match other {
                Node::Statement(ix) => view! { <Marks statements=vec![ix] /> }.into_any(),
                Node::Event(ix) => view! { <Marks id=d.entity(ix).id.clone() of=text /> }.into_any(),
            };
            view! { <li><p class="row-text">{said}</p>{marks}</li> }
        })
        .collect_view();
    (!rows.is_empty()).then(|| view! { <h3>"Related in the article"</h3><ul class="rows">{rows}</ul> })
}

/// Others from the same paragraph, folded away.
fn same_paragraph(d: &Dataset, ix: StatementIx) -> impl IntoView + use<> {
    let paragraph = d.statement(ix).evidence.first()?.paragraph;
    let rows = d
        .paragraph(paragraph)
        .statements
        .iter()
        .filter(|&&other| other != ix)
        .map(|&other| view! { <StatementRow ix=other /> })
        .collect_view();
    let count = rows.len();
    (count > 0).then(|| view! { <details class="others"><summary>{format!("{count} more from this paragraph")}</summary><ul class="rows">{rows}</ul></details> })
}
