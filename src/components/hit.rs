//! One thing found: its text with the words marked, where it leads, and why it was found.

use atlas::model::{Dataset, Table, Target};
use atlas::search::{Hit, stretches};
use atlas::views::firmness;
use leptos::prelude::*;
use markup::view;

use super::value::page_of;
use crate::route::{Page, Url};

/// The address of what was found, in the reader's setting.
pub fn hit_url(d: &Dataset, from: &Url, hit: &Hit) -> Url {
    let id = d.id_of(hit.target).to_owned();
    let with_note = |page: Page| from.to(page).with_note(&id);
    match hit.target {
        Target::Statement(_) => from.to(Page::Statement(id)),
        Target::Entity(ix) => match d.entity(ix).table {
            Table::Event | Table::Line => with_note(page_of(d, ix)),
            _ => from.to(page_of(d, ix)),
        },
        Target::Paragraph(_) => from.to(Page::Source(Some(id))),
        Target::Gap(_) => with_note(Page::Gaps),
        Target::Term(_) => with_note(Page::Glossary),
        _ => with_note(Page::About),
    }
}

/// What was found, in words, and a few more that say what it is.
fn words(d: &Dataset, hit: &Hit) -> (String, String) {
    match hit.target {
        Target::Statement(ix) => (d.statement(ix).text.clone(), firmness(d, ix).unwrap_or_default()),
        Target::Entity(ix) => {
            let entity = d.entity(ix);
            let kind = entity.kind.map(|kind| d.word(kind).word.clone());
            let date = entity.statements.first().map(|&s| d.statement(s)).and_then(|s| {
                let when = s.date_words.clone();
                when.or_else(|| s.when.as_ref().map(atlas::dates::in_words))
            });
            let is_event = entity.table == Table::Event;
            (entity.long(), if is_event { date } else { kind }.unwrap_or_default())
        }
        Target::Paragraph(ix) => (d.paragraph(ix).gist.clone(), atlas::cite::place(d, ix)),
        Target::Gap(ix) => (d.gap(ix).question.clone(), String::new()),
        Target::Term(n) => d.glossary().get(n).map_or_else(Default::default, |term| {
            (term.term.clone(), term.expansion.clone().unwrap_or_default())
        }),
        _ => Default::default(),
    }
}

/// Its text with the words that were looked for marked, and what it is.
pub fn hit_text(d: &Dataset, hit: &Hit, wanted: &[String]) -> AnyView {
    let (text, more) = words(d, hit);
    let text = found_in(&text, wanted);
    let more = (!more.is_empty()).then(|| view! { <span class="minor">{more}</span> });
    view! { <span class="hit-text">{text}</span>{more} }.into_any()
}

/// A text with the words that were looked for marked.
pub fn found_in(text: &str, wanted: &[String]) -> impl IntoView + use<> {
    let stretches = stretches(text, wanted).into_iter();
    let words = stretches.map(|(marked, stretch)| {
        let stretch = stretch.to_owned();
        match marked {
            true => view! { <mark>{stretch}</mark> }.into_any(),
            false => stretch.into_any(),
        }
    });
    words.collect_view()
}
