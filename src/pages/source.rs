//! The source by paragraph: our gist, the statements drawn from it, and what is odd about it.

use atlas::model::Dataset;
use atlas::roles::Modality;
use atlas::{GapIx, ParagraphIx};
use leptos::prelude::*;
use markup::view;

use super::heading;
use crate::components::{OpenCopy, PageLink, StatementSection, paragraph_of_copy, text_link, text_value};
use crate::reader_text::use_reader_text;
use crate::route::Page;

/// The page; with an id, that paragraph alone with its neighbours.
pub fn view(d: &Dataset, id: Option<&str>) -> AnyView {
    match id.and_then(|id| d.paragraphs().find(|&ix| d.paragraph(ix).id == id)) {
        Some(ix) => one(d, ix),
        None => all(d),
    }
}

fn all(d: &Dataset) -> AnyView {
    let sections = d
        .sections()
        .iter()
        .enumerate()
        .map(|(n, section)| {
            let rows = d.paragraphs().filter(|&ix| d.paragraph(ix).section == n).map(|ix| row(d, ix)).collect_view();
            let id = format!("section-{}", section.id);
            view! { <section aria-labelledby=id.clone()><h2 id=id.clone()>{section.title.clone()}</h2><ol class="paragraphs">{rows}</ol></section> }
        })
        .collect_view();
    let quoted = d
        .statements()
        .flat_map(|ix| &d.statement(ix).evidence)
        .any(|e| e.quote.is_some());
    let shipped = match quoted {
        true => "The sentences that support them are quoted in their notes.",
        false => "The article itself is not shipped.",
    };
    view! {
        {heading("The article, paragraph by paragraph")}
        <p class="lead">"What each paragraph does, in our words, and how many statements are drawn from it. "{shipped}</p>
        <p class="reference">{atlas::cite::source(d)}" "{text_link(Page::Statements, "All statements in one list")}"."</p>
        {coverage(d, None)}
        <section class="text" aria-labelledby="copy-heading"><h2 id="copy-heading">"Open my copy"</h2><OpenCopy /></section>
        {sections}
    }
    .into_any()
}

/// A strip of all paragraphs: how much is drawn from each, in five shades, each a link.
fn coverage(d: &Dataset, here: Option<ParagraphIx>) -> impl IntoView + use<> {
    let cells = d
        .paragraphs()
        .map(|ix| {
            let p = d.paragraph(ix);
            let class = format!("cover cover-{}", p.statements.len().div_ceil(4).min(5));
            let label = format!("{}: {}", atlas::cite::place(d, ix), counts(d, ix));
            let current = (here == Some(ix)).then_some("true");
            view! { <li class=class aria-current=current><PageLink page=Page::Source(Some(p.id.clone()))><span class="visually-hidden">{label}</span></PageLink></li> }
        })
        .collect_view();
    view! {
        <nav class="coverage-wrap" aria-label="Coverage, paragraph by paragraph"><ol class="coverage">{cells}</ol></nav>
        <p class="minor">"Each mark is a paragraph; the stronger its colour, the more statements are drawn from it. Counts show how much the article says, not how much happened."</p>
    }
}

/// How many statements are drawn from a paragraph, and how many questions it leaves open.
fn counts(d: &Dataset, ix: ParagraphIx) -> String {
    let statements = count_words(d.paragraph(ix));
    match gaps_at(d, ix).len() {
        0 => statements,
        1 => format!("{statements}, 1 question left open"),
        n => format!("{statements}, {n} questions left open"),
    }
}

/// What a paragraph leaves open, as authored.
fn gaps_at(d: &Dataset, ix: ParagraphIx) -> Vec<GapIx> {
    d.gaps().filter(|&g| d.gap(g).paragraphs.contains(&ix)).collect()
}

fn count_words(p: &atlas::model::Paragraph) -> String {
    match (p.statements.len(), &p.argument_only) {
        (0, Some(reason)) => format!("No statement: {reason}"),
        (0, None) => "Not coded yet".to_owned(),
        (1, _) => "1 statement".to_owned(),
        (n, _) => format!("{n} statements"),
    }
}

fn row(d: &Dataset, ix: ParagraphIx) -> impl IntoView + use<> {
    let p = d.paragraph(ix);
    let words = counts(d, ix);
    view! {
        <li>
            <p class="gist">{text_link(Page::Source(Some(p.id.clone())), &p.gist)}</p>
            <p class="minor">{p.part.clone().map(|part| format!("{part}, "))}{atlas::cite::ordinal(p.ordinal)}" paragraph. "{words}"."</p>
        </li>
    }
}

fn one(d: &Dataset, ix: ParagraphIx) -> AnyView {
    let p = d.paragraph(ix);
    let step = |to: Option<ParagraphIx>, word: &'static str| {
        to.map(|to| {
            text_link(
                Page::Source(Some(d.paragraph(to).id.clone())),
                &format!("{word}: {}", atlas::cite::place(d, to)),
            )
        })
    };
    let before = step(beside(d, ix, -1), "Before");
    let after = step(beside(d, ix, 1), "After");
    let next_with =
        |word: &'static str, has: &dyn Fn(ParagraphIx) -> bool| step(later(d, ix).find(|&ix| has(ix)), word);
    let modality =
        |ix: ParagraphIx, m: Modality| d.paragraph(ix).statements.iter().any(|&s| d.statement(s).modality == m);
    let plan = next_with("Next with a plan", &|ix| modality(ix, Modality::Plan));
    let proposal = next_with("Next with a proposal", &|ix| modality(ix, Modality::Proposal));
    let odd = next_with("Next with an oddity", &|ix| {
        d.oddities().iter().any(|o| o.paragraphs.contains(&d.paragraph(ix).id))
    });
    let gap = next_with("Next that leaves something open", &|ix| !gaps_at(d, ix).is_empty());
    let none = p.statements.is_empty();
    let open = gaps_at(d, ix)
        .into_iter()
        .map(|g| view! { <li data-line="">{text_value(&d.gap(g).id, &d.gap(g).question)}<span class="minor">{d.gap(g).why.clone()}</span></li> })
        .collect_view();
    let oddities = d
        .oddities()
        .iter()
        .filter(|o| o.paragraphs.contains(&p.id))
        .map(|o| view! { <li data-line="">{text_value(&o.id, &o.text)}</li> })
        .collect_view();
    view! {
        {heading(atlas::cite::place(d, ix))}
        <p class="lead">{p.gist.clone()}</p>
        <nav class="paragraph-steps" aria-label="Paragraphs">{before}{after}{text_link(Page::Source(None), "All paragraphs")}</nav>
        <div class="beside-copy">
            <StatementSection id="drawn-heading" heading="Statements drawn from it" list=p.statements.clone() whole=true />
            {none.then(|| view! { <p class="is-gap">{count_words(p)}</p> })}
            {own_text(ix)}
        </div>
        {(!open.is_empty()).then(|| view! { <section aria-labelledby="open-heading"><h2 id="open-heading">"What it leaves open"</h2><ul class="plain gap-list">{open}</ul></section> })}
        {(!oddities.is_empty()).then(|| view! { <section aria-labelledby="odd-heading"><h2 id="odd-heading">"Odd about it"</h2><ul class="plain">{oddities}</ul></section> })}
        <nav class="steps" aria-label="Go on reading">{plan}{proposal}{odd}{gap}</nav>
        <p class="minor">"The left and right arrow keys walk the paragraphs while no note is open."</p>
        {coverage(d, Some(ix))}
    }
    .into_any()
}

/// Paragraphs after this one, in the source's order.
fn later(d: &Dataset, ix: ParagraphIx) -> impl Iterator<Item = ParagraphIx> + use<> {
    d.paragraphs().skip_while(move |&other| other != ix).skip(1)
}

/// The paragraph before or after.
fn beside(d: &Dataset, ix: ParagraphIx, step: i32) -> Option<ParagraphIx> {
    match step {
        1 => later(d, ix).next(),
        _ => d.paragraphs().take_while(|&other| other != ix).last(),
    }
}

/// The page of the paragraph before or after the one of an id.
pub fn neighbour(d: &Dataset, id: &str, step: i32) -> Option<Page> {
    let ix = d.paragraphs().find(|&ix| d.paragraph(ix).id == id)?;
    beside(d, ix, step).map(|ix| Page::Source(Some(d.paragraph(ix).id.clone())))
}

/// The paragraph as the reader's own copy has it, where one is open.
fn own_text(ix: ParagraphIx) -> impl IntoView {
    let text = use_reader_text();
    crate::ui::reactive(move || {
        let aligned = text.open()?;
        let body = match paragraph_of_copy(&aligned, ix) {
            Some(body) => body.into_any(),
            None => view! { <p class="is-gap">"This paragraph was not found in your copy."</p> }.into_any(),
        };
        Some(view! { <section aria-labelledby="own-heading"><h2 id="own-heading">"In your copy"</h2>{body}</section> })
    })
}
