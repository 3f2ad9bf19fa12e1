//! About: what this is, how to read it, the oddities of the text, licence and download.

use atlas::model::{Dataset, Target};
use leptos::prelude::*;
use markup::view;

use super::heading;
use crate::components::{Contents, Marks, PageLink, SaveDataset, anchor, beside, text_value};
use crate::open_dataset::has_files;
use crate::route::Page;

/// The heading over what is odd about the source's text.
const ODDITIES: &str = "Problems in the article’s text";

/// The page.
pub fn view(d: &Dataset) -> AnyView {
    let sections = d
        .texts()
        .about
        .iter()
        .enumerate()
        .map(|(n, s)| {
            let id = format!("about-{n}");
            let paragraphs = s.paragraphs.iter().map(|p| view! { <p>{p.clone()}</p> }).collect_view();
            view! { <section class="text"><h2 id=id.clone() tabindex="-1">{s.heading.clone()}</h2>{paragraphs}</section> }
        })
        .collect_view();
    let oddities = d
        .oddities()
        .iter()
        .map(|o| {
            let first = o.paragraphs.first().cloned().unwrap_or_default();
            let of = match d.find(&first) {
                Some(Target::Paragraph(ix)) => format!(": {}", atlas::cite::place(d, ix)),
                _ => String::new(),
            };
            view! { <li data-line="" id=anchor(&o.id)><p class="row-text">{text_value(&o.id, &o.text)}</p><p class="minor"><PageLink page=Page::Source(Some(first))>"Open the paragraph"<span class="visually-hidden">{of}</span></PageLink></p></li> }
        })
        .collect_view();
    let vantage = d.vantage_statements().to_vec();
    let mut contents: Vec<(String, String)> = d
        .texts()
        .about
        .iter()
        .enumerate()
        .map(|(n, s)| (format!("about-{n}"), s.heading.clone()))
        .collect();
    let own = [
        ("cite-heading", "How to cite"),
        ("codebook-heading", "Codebook"),
        ("trust-heading", "How this was checked"),
    ];
    contents.extend(own.map(|(id, word)| (id.to_owned(), word.to_owned())));
    if !oddities.is_empty() {
        contents.push(("oddities-heading".to_owned(), ODDITIES.to_owned()));
    }
    view! {
        {heading("About this atlas")}
        <div class="page-body">
            <Contents rows=contents.into_iter().map(|(id, word)| (id, word, None)).collect() />
            <div class="page-sections">
                {sections}
                <section class="text">
                    <h2 id="cite-heading" tabindex="-1">"How to cite"</h2>
                    <p>"The article: "{atlas::cite::source(d)}</p>
                    <p>"The atlas: "{d.about().title.clone()}", dataset "{d.about().id.clone()}" version "{d.about().version.clone()}" ("{d.about().date.clone()}")."</p>
                    <p>"The article was written in "{d.about().vantage.words.clone()}", by what it says itself: what lies after is shown as planned when written. "<Marks statements=vantage of="when the article was written" /></p>
                    <SaveDataset />
                    {has_files().then(|| view! {
                        <p><a href=beside("package/datapackage.json")>"The same as tables: a data package of CSV files"</a></p>
                    })}
                    {(!d.glossary().is_empty()).then(|| view! { <p><PageLink page=Page::Glossary>"The terms explained: glossary"</PageLink></p> })}
                </section>
                {codebook(d)}
                {trust(d)}
                {(!oddities.is_empty()).then(|| view! { <section><h2 id="oddities-heading" tabindex="-1">{ODDITIES}</h2><ul class="rows open-questions">{oddities}</ul></section> })}
            </div>
        </div>
    }
    .into_any()
}

/// What every word of the vocabularies means: the rules by which the article is coded.
fn codebook(d: &Dataset) -> impl IntoView + use<> {
    let names = [
        ("modality", "How certain a statement is"),
        ("scope", "Of how many it speaks"),
        ("voice-how", "Who is speaking"),
        ("voice-stance", "Where the author stands to it"),
        ("lens", "What is given as a reason"),
        ("state", "What is said of taking part"),
        ("basis", "Why it stands where it does"),
        ("arrangement", "How far an arrangement has come"),
        ("use", "What is reported of the use of a leg"),
        ("relation-kind", "How two statements are related"),
        ("answer", "What is never stored, only answered"),
    ];
    let groups = names
        .into_iter()
        .map(|(group, name)| {
            let rows = d
                .words_of(group)
                .filter(|&w| !d.word(w).sentence.is_empty())
                .map(|w| view! { <div><dt>{d.word(w).word.clone()}</dt><dd>{d.word(w).sentence.clone()}</dd></div> })
                .collect_view();
            (!rows.is_empty())
                .then(|| view! { <details><summary>{name}</summary><dl class="glossary">{rows}</dl></details> })
        })
        .collect_view();
    view! {
        <section>
            <h2 id="codebook-heading" tabindex="-1">"Codebook"</h2>
            <p>"The words below are the values a coder may choose. "{has_files().then(|| view! { <a href=beside("codebook.md")>"The whole codebook, with decision rules, examples and counter-examples (Markdown)"</a>"." })}</p>
            {groups}
        </section>
    }
}

/// Figures that say how far the dataset can be trusted, computed from it.
fn trust(d: &Dataset) -> impl IntoView + use<> {
    let paragraphs = d.paragraphs().len();
    let covered = d
        .paragraphs()
        .filter(|&ix| !d.paragraph(ix).statements.is_empty())
        .count();
    let evidences: usize = d.statements().map(|ix| d.statement(ix).evidence.len()).sum();
    let terms: usize = d
        .statements()
        .flat_map(|ix| {
            d.statement(ix)
                .evidence
                .iter()
                .map(|e| e.terms.len())
                .collect::<Vec<_>>()
        })
        .sum();
    let by_modality = d
        .words_of("modality")
        .map(|w| {
            let n = d.statements().filter(|&ix| d.statement(ix).modality_word == w).count();
            view! { <tr><th scope="row">{d.word(w).word.clone()}</th><td>{n}</td><td class="minor">{d.word(w).sentence.clone()}</td></tr> }
        })
        .collect_view();
    let by_section = d
        .sections()
        .iter()
        .enumerate()
        .map(|(n, s)| {
            let of = |ix: &atlas::StatementIx| {
                d.statement(*ix)
                    .evidence
                    .first()
                    .is_some_and(|e| d.paragraph(e.paragraph).section == n)
            };
            let count = d.statements().filter(of).count();
            let paragraphs = d.paragraphs().filter(|&ix| d.paragraph(ix).section == n).count();
            view! { <tr><th scope="row">{s.title.clone()}</th><td>{paragraphs}</td><td>{count}</td></tr> }
        })
        .collect_view();
    view! {
        <section>
            <h2 id="trust-heading" tabindex="-1">"How this was checked"</h2>
            <p>{format!("{covered} of {paragraphs} paragraphs, notes counted, carry statements: {} statements with {evidences} places of evidence and {terms} words to find them by; questions left open: {}, problems in its text: {}.", d.statements().len(), d.gaps().len(), d.oddities().len())}</p>
            {agreement(d)}
            {changelog(d)}
            <p class="minor">"Counts show how much the article says, not how much happened."</p>
            <div class="table-wrap" tabindex="0" role="region" aria-label="Statements by section"><table><caption>"By section"</caption><thead><tr><th scope="col">"Section"</th><th scope="col">"Paragraphs"</th><th scope="col">"Statements"</th></tr></thead><tbody>{by_section}</tbody></table></div>
            <div class="table-wrap" tabindex="0" role="region" aria-label="Statements by certainty"><table><caption>"By certainty"</caption><thead><tr><th scope="col">"How certain"</th><th scope="col">"Statements"</th><th scope="col">"Meaning"</th></tr></thead><tbody>{by_modality}</tbody></table></div>
        </section>
    }
}

/// How far coders agreed, as the dataset publishes it.
fn agreement(d: &Dataset) -> impl IntoView + use<> {
    let rows = d.about().agreement.iter();
    let rows = rows
        .map(|a| view! { <tr><th scope="row">{a.of.clone()}</th><td>{a.clauses}</td><td>{format!("{} %", a.percent)}</td><td>{a.alpha.clone()}</td><td class="minor">{a.coders.clone()}</td></tr> })
        .collect_view();
    (!rows.is_empty()).then(|| {
        view! {
            <div class="table-wrap" tabindex="0" role="region" aria-label="Agreement of coders">
                <table>
                    <caption>"Agreement of independent codings from the rules alone. Where coders differed, the statement’s note says so."</caption>
                    <thead><tr><th scope="col">"Of what"</th><th scope="col">"Clauses"</th><th scope="col">"Agreed"</th><th scope="col">"Krippendorff’s alpha"</th><th scope="col">"Coders"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    })
}

/// What each version of the dataset brought.
fn changelog(d: &Dataset) -> impl IntoView + use<> {
    let rows = d
        .about()
        .changelog
        .iter()
        .map(|r| view! { <div><dt>{format!("{}, {}", r.version, r.date)}</dt><dd>{r.text.clone()}</dd></div> })
        .collect_view();
    (!rows.is_empty()).then(|| view! { <h3>"Versions of the dataset"</h3><dl class="participants">{rows}</dl> })
}
