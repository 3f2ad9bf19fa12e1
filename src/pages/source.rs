//! The source by paragraph: our gist, the statements drawn from it, and what is odd about it.

use atlas::model::Dataset;
use atlas::roles::Modality;
use atlas::views::marks;
use atlas::{GapIx, ParagraphIx};
use leptos::prelude::*;
use markup::view;

use super::heading;
use crate::components::{
    Contents, LeftOpen, OpenCopy, PageLink, StatementList, StatementSection, paragraph_of_copy, text_link, text_value,
};
use crate::reader_text::use_reader_text;
use crate::route::Page;

/// Steps of height of a bar of coverage.
const BARS: usize = 40;

/// The page; with an id, that paragraph alone with its neighbours.
pub fn view(d: &Dataset, id: Option<&str>) -> AnyView {
    match id.and_then(|id| d.paragraphs().find(|&ix| d.paragraph(ix).id == id)) {
        Some(ix) => one(d, ix),
        None => all(d),
    }
}

fn all(d: &Dataset) -> AnyView {
    let of_section = |n: usize| d.paragraphs().filter(move |&ix| d.paragraph(ix).section == n);
    let sections = d
        .sections()
        .iter()
        .enumerate()
        .map(|(n, section)| {
            let rows = of_section(n).map(|ix| row(d, ix)).collect_view();
            let id = format!("section-{}", section.id);
            view! { <section><h2 id=id.clone() tabindex="-1">{section.title.clone()}</h2><ol class="reading">{rows}</ol></section> }
        })
        .collect_view();
    let contents = d
        .sections()
        .iter()
        .enumerate()
        .map(|(n, section)| {
            (
                format!("section-{}", section.id),
                section.title.clone(),
                Some(of_section(n).count()),
            )
        })
        .collect();
    let quoted = d
        .statements()
        .flat_map(|ix| &d.statement(ix).evidence)
        .any(|e| e.quote.is_some());
    let shipped = match quoted {
        true => "The sentences that support them are quoted in their notes.",
        false => "The article’s own sentences are not part of it; you can open your own copy beside this page.",
    };
    let paragraphs = d.paragraphs().len();
    view! {
        {heading("The article, paragraph by paragraph")}
        <p class="lead">{format!("Each of its {paragraphs} paragraphs, notes counted, in our words, with what is drawn from it. {shipped}")}</p>
        <p class="reference">{atlas::cite::source(d)}</p>
        {coverage(d, None)}
        <details class="copy"><summary>"Open my copy of the article"</summary><OpenCopy /></details>
        <div class="page-body">
            <Contents rows=contents />
            <div class="page-sections">{sections}</div>
        </div>
    }
    .into_any()
}

/// A strip of all paragraphs: how many statements are drawn from each, as the height of its bar, each a link.
fn coverage(d: &Dataset, here: Option<ParagraphIx>) -> impl IntoView + use<> {
    let most = d
        .paragraphs()
        .map(|ix| d.paragraph(ix).statements.len())
        .max()
        .unwrap_or_default();
    let bars = d
        .paragraphs()
        .enumerate()
        .map(|(n, ix)| {
            let p = d.paragraph(ix);
            // Of the height of the tallest; nothing has no bar at all.
            let height = (p.statements.len() * BARS).div_ceil(most.max(1));
            let label = format!("¶{}: {}", n + 1, counts(d, ix));
            let current = (here == Some(ix)).then_some("true");
            view! { <li aria-current=current><PageLink page=Page::Source(Some(p.id.clone()))><svg class="cover" viewBox=format!("0 0 8 {BARS}") preserveAspectRatio="none" aria-hidden="true"><rect width="8" y=(BARS - height).to_string() height=height.to_string() /></svg><span class="visually-hidden">{label}</span></PageLink></li> }
        })
        .collect_view();
    view! {
        <nav class="coverage-wrap" aria-label="How much is drawn from each paragraph"><ol class="coverage">{bars}</ol></nav>
        <p class="minor">{format!("A bar is a paragraph, in the order of the article: the taller it is, the more statements are drawn from it; the tallest stands for {most}. Counts show how much the article says, not how much happened.")}</p>
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

/// A paragraph as a row: its number, our words for it, and counts; opened, what is drawn from it and what it leaves open.
fn row(d: &Dataset, ix: ParagraphIx) -> impl IntoView + use<> {
    let p = d.paragraph(ix);
    let (statements, open) = (p.statements.clone(), gaps_at(d, ix));
    let page = Page::Source(Some(p.id.clone()));
    let reason = statements.is_empty().then(|| format!("{}.", count_words(p)));
    // Drawn once it is opened: all paragraphs at once would be all statements.
    let (drawn, draw) = signal(false);
    let body = move || {
        drawn.get().then(|| {
            view! {
                {reason.clone().map(|reason| view! { <p class="minor">{reason}</p> })}
                {(!statements.is_empty()).then(|| view! { <h3>"Statements drawn from it"</h3><StatementList list=statements.clone() /> })}
                <LeftOpen list=open.clone() />
            }
        })
    };
    let count = |n: usize, one: &str, more: &str| match n {
        0 => None,
        1 => Some(view! { <span>"1 "{one.to_owned()}</span> }),
        n => Some(view! { <span>{n.to_string()}" "{more.to_owned()}</span> }),
    };
    let gaps = gaps_at(d, ix).len();
    let none = p.statements.is_empty().then(|| view! { <span>"no statement"</span> });
    view! {
        <li>
            <details on:toggle=move |_| draw.set(true)>
                <summary>
                    <span class="paragraph-number">"¶"{marks::number(ix)}</span>
                    <span class="gist">{p.gist.clone()}</span>
                    <span class="counts">{none}{count(p.statements.len(), "statement", "statements")}{count(gaps, "question left open", "left open")}</span>
                </summary>
                <div class="opened">
                    {body}
                    <p class="minor">{text_link(page, "This paragraph alone")}{p.part.clone().map(|part| format!(" · {part}"))}</p>
                </div>
            </details>
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
    let odd = next_with("Next with a problem in its text", &|ix| {
        d.oddities().iter().any(|o| o.paragraphs.contains(&d.paragraph(ix).id))
    });
    let gap = next_with("Next that leaves something open", &|ix| !gaps_at(d, ix).is_empty());
    let none = p.statements.is_empty();
    let oddities = d
        .oddities()
        .iter()
        .filter(|o| o.paragraphs.contains(&p.id))
        .map(|o| view! { <li data-line=""><p class="row-text">{text_value(&o.id, &o.text)}</p></li> })
        .collect_view();
    view! {
        {heading(atlas::cite::place(d, ix))}
        <p class="lead"><strong class="paragraph-number">"¶"{marks::number(ix)}</strong>" "{p.gist.clone()}</p>
        <nav class="paragraph-steps" aria-label="Paragraphs">{before}{after}{text_link(Page::Source(None), "All paragraphs")}</nav>
        <div class="beside-copy">
            <StatementSection id="drawn-heading" heading="Statements drawn from it" list=p.statements.clone() whole=true open=gaps_at(d, ix) />
            {none.then(|| view! { <p class="is-gap">{count_words(p)}</p> })}
            {own_text(ix)}
        </div>
        {(!oddities.is_empty()).then(|| view! { <section><h2 id="odd-heading">"Problems in its text"</h2><ul class="rows">{oddities}</ul></section> })}
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
        Some(view! { <section><h2 id="own-heading">"In your copy"</h2>{body}</section> })
    })
}
