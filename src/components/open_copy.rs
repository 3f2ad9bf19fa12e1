//! "Open my copy": the reader gives the source's text, by file, drop or paste; passages are found and highlighted in place.

use std::ops::Range;

use atlas::model::Dataset;
use atlas::{ParagraphIx, StatementIx};
use evidence::Aligned;
use evidence::align::{Outcome, Placed};
use evidence::copy::MOST_BYTES;
use leptos::prelude::*;
use markup::view;

use super::mark::Marks;
use crate::browser;
use crate::reader_text::{COPIES, CopyState, use_reader_text};
use crate::state::use_atlas;

/// How much of the copy stands around a passage in a note, in bytes.
const AROUND: usize = 220;

/// The whole of it, for the page of the source: taking a copy, how far it is, what was found.
#[component]
pub fn OpenCopy() -> impl IntoView {
    let (atlas, text) = (use_atlas(), use_reader_text());
    crate::ui::reactive(move || match text.state() {
        CopyState::None => view! { <Take /> }.into_any(),
        CopyState::Working(done) => view! {
            <p><label>"Looking for every passage… "<progress max="100" value=done.to_string()></progress></label></p>
            <button type="button" on:click=move |_| text.close()>"Stop"</button>
        }
        .into_any(),
        CopyState::Refused(reason) => view! { <p class="notice" role="alert">{reason}</p><Take /> }.into_any(),
        CopyState::Open(aligned) => found(&atlas.data(), &aligned).into_any(),
    })
}

/// The ways to give a copy.
#[component]
fn Take() -> impl IntoView {
    let (atlas, text) = (use_atlas(), use_reader_text());
    let (pasted, paste) = signal(String::new());
    let choose = move |event: leptos::ev::Event| {
        browser::chosen_file(&event, MOST_BYTES, move |given| text.take_file(atlas.data(), given))
    };
    let drop = move |event: leptos::ev::DragEvent| {
        browser::dropped_file(&event, MOST_BYTES, move |given| text.take_file(atlas.data(), given))
    };
    view! {
        <div class="take" on:dragover=|event| event.prevent_default() on:drop=drop>
            <p>"If you have the article, give its text here, as a text, Markdown or HTML file, and the sentence behind each statement is highlighted in it. The file does not leave this device and is not kept."</p>
            <p><label class="file">"Choose a file, or drop it here "<input type="file" accept=".txt,.md,.markdown,.html,.htm,text/*" on:change=choose /></label></p>
            <details>
                <summary>"Paste the text instead"</summary>
                <p><label>"Text of the article, from a PDF viewer for instance"<textarea rows="6" on:input=move |event| paste.set(event_target_value(&event))></textarea></label></p>
                <button type="button" on:click=move |_| text.take_paste(atlas.data(), pasted.get_untracked())>"Look for the passages"</button>
            </details>
        </div>
    }
}

/// What was found, what was altered, what is missing; and the way to leave.
fn found(d: &Dataset, aligned: &Aligned) -> impl IntoView + use<> {
    let text = use_reader_text();
    let figures = aligned.figures();
    let all = figures.found + figures.altered + figures.missing;
    let rest: Vec<&Placed> = aligned
        .placed()
        .iter()
        .filter(|p| !matches!(p.outcome, Outcome::Found(_)))
        .collect();
    let rows = rest
        .iter()
        .map(|p| {
            let s = d.statement(p.statement);
            let place = atlas::cite::place(d, p.paragraph);
            let tag = format!("{place}. {}", why(&p.outcome));
            view! { <li data-line=""><p class="row-text">{s.text.clone()}" "<span class="tag">{tag}</span></p><Marks statements=vec![p.statement] of=s.text.clone() /></li> }
        })
        .collect_view();
    view! {
        <p role="status">{format!("{} of {all} passages found word for word, {} with other words, {} not found. Your file stayed on this device.", figures.found, figures.altered, figures.missing)}</p>
        {(!rest.is_empty()).then(|| view! { <details><summary>{format!("Those that are not word for word ({})", rest.len())}</summary><ul class="rows">{rows}</ul></details> })}
        <button type="button" on:click=move |_| text.close()>"Close my copy"</button>
    }
}

/// Why a passage is not simply found, for the reader.
fn why(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Found(_) => "Found word for word.".to_owned(),
        Outcome::Altered(_, difference) if !difference.terms.is_empty() => {
            format!("In your copy the sentence lacks: {}.", difference.terms.join(", "))
        }
        Outcome::Altered(_, difference) if !difference.words.is_empty() => {
            format!(
                "In your copy the sentence lacks the words: {}.",
                difference.words.join(", ")
            )
        }
        Outcome::Altered(..) => "In your copy the sentence has other words.".to_owned(),
        Outcome::Missing(evidence::align::Why::NotInParagraph) => {
            "Other sentences of the paragraph are there, this one is not.".to_owned()
        }
        Outcome::Missing(evidence::align::Why::ParagraphMissing) => "Nothing of the paragraph is there.".to_owned(),
        Outcome::Missing(evidence::align::Why::Unmarked) => "The dataset has no fingerprint for it.".to_owned(),
    }
}

/// In a note: the passage in its context, or the way to give a copy.
#[component]
pub fn InMyCopy(
    /// The statement whose passages are shown.
    statement: StatementIx,
) -> impl IntoView {
    let text = use_reader_text();
    crate::ui::reactive(move || {
        match text.open() {
        Some(aligned) => {
            let passages = aligned
                .of(statement)
                .iter()
                .map(|p| passage(&aligned, p))
                .collect_view();
            view! { <div class="in-copy"><h3>"In your copy"</h3>{passages}</div> }.into_any()
        }
        None => view! { <details class="others" on:toggle=|_| COPIES.prefetch()><summary>"Highlight in my copy"</summary><OpenCopy /></details> }.into_any(),
    }
    })
}

fn passage(aligned: &Aligned, placed: &Placed) -> AnyView {
    let remark = (!matches!(placed.outcome, Outcome::Found(_)))
        .then(|| view! { <p class="note-sentence">{why(&placed.outcome)}</p> });
    let Some(found) = placed.outcome.passage() else {
        return remark.into_any();
    };
    let around = found.range.start.saturating_sub(AROUND)..found.range.end.saturating_add(AROUND);
    // The stretch of a paragraph may not hold a passage that stands elsewhere in the copy, in its notes say.
    let whole = aligned
        .paragraph(placed.paragraph)
        .filter(|p| p.start <= found.range.start && found.range.end <= p.end);
    let around = whole
        .clone()
        .map_or(around.clone(), |p| p.start.max(around.start)..p.end.min(around.end));
    let around = whole_words(aligned.text(), around, &found.range);
    let cut = |at: usize, end: bool| {
        whole
            .as_ref()
            .is_none_or(|p| if end { at < p.end } else { at > p.start })
            .then_some("…")
    };
    let (before, after) = (cut(around.start, false), cut(around.end, true));
    let body = lit(aligned, around, |p| p.statement == placed.statement);
    view! { <blockquote>{before}{body}{after}</blockquote>{remark} }.into_any()
}

/// A paragraph of the reader's copy with every cited sentence highlighted; nothing where it was not found.
pub fn paragraph_of_copy(aligned: &Aligned, paragraph: ParagraphIx) -> Option<impl IntoView + use<>> {
    let range = aligned.paragraph(paragraph)?;
    Some(view! { <blockquote class="own-text">{lit(aligned, range, |p| p.paragraph == paragraph)}</blockquote> })
}

/// A stretch of the copy with the passages that are wanted marked.
fn lit(aligned: &Aligned, range: Range<usize>, wanted: impl Fn(&Placed) -> bool) -> Vec<AnyView> {
    let text = aligned.text();
    let range = whole_chars(text, range);
    aligned
        .pieces(range)
        .into_iter()
        .filter_map(|piece| {
            let words = text.get(piece.range)?.to_owned();
            let marked = piece
                .placed
                .iter()
                .filter_map(|&n| aligned.placed().get(n))
                .any(&wanted);
            Some(if marked {
                view! { <mark>{words}</mark> }.into_any()
            } else {
                words.into_any()
            })
        })
        .collect()
}

/// The stretch around a passage narrowed to whole words, never into the passage itself.
fn whole_words(text: &str, around: Range<usize>, passage: &Range<usize>) -> Range<usize> {
    let around = whole_chars(text, around);
    let in_word = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
    let (mut from, mut to) = (around.start, around.end);
    if in_word(text.get(..from).and_then(|before| before.chars().next_back())) {
        let lead = text.get(from..passage.start).unwrap_or_default();
        from += lead.find(' ').map_or(lead.len(), |n| n + 1);
    }
    if in_word(text.get(to..).and_then(|after| after.chars().next())) {
        let tail = text.get(passage.end..to).unwrap_or_default();
        to = passage.end + tail.rfind(' ').unwrap_or(0);
    }
    from..to
}

/// The range widened inwards to where characters begin, and to the text's end.
fn whole_chars(text: &str, range: Range<usize>) -> Range<usize> {
    let fit = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    fit(range.start)..fit(range.end)
}
