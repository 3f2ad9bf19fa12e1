//! What the source does not say, as questions, by country, programme, line and the rest.

use atlas::GapIx;
use atlas::model::{Dataset, Table};
use atlas::views::{NotSaid, asks, not_said};
use leptos::prelude::*;
use markup::view;

use super::page_head;
use crate::browser;
use crate::catalogue::nav_word;
use crate::components::{Contents, CopyTable, Sheet, anchor, text_value};
use crate::route::{Page, Url};

/// The page.
pub fn view(d: &Dataset) -> AnyView {
    let all: Vec<GapIx> = d.gaps().collect();
    let main = |g: GapIx| d.gap(g).about.first().map(|&e| d.entity(e).table);
    let groups = [
        (Page::Countries, Table::Country),
        (Page::Programmes, Table::Programme),
        (Page::Routes, Table::Line),
    ];
    let of_table = |table: Table| all.iter().filter(|&&g| main(g) == Some(table)).count();
    let mut contents: Vec<(String, String, usize)> = groups
        .iter()
        .map(|(page, table)| (format!("gaps-{}", page.kind()), nav_word(d, page), of_table(*table)))
        .collect();
    let others = all.len() - contents.iter().map(|(.., count)| count).sum::<usize>();
    contents.push(("gaps-others".to_owned(), "Others".to_owned(), others));
    contents.retain(|(.., count)| *count > 0);
    let count = match all.len() {
        1 => "1 question".to_owned(),
        n => format!("{n} questions"),
    };
    let named = groups
        .iter()
        .map(|(page, table)| {
            group(
                d,
                page.kind(),
                nav_word(d, page),
                all.iter().copied().filter(|&g| main(g) == Some(*table)).collect(),
            )
        })
        .collect_view();
    let rest: Vec<GapIx> = all
        .iter()
        .copied()
        .filter(|&g| !groups.iter().any(|(_, table)| main(g) == Some(*table)))
        .collect();
    view! {
        {page_head(d, "gaps", "What the article leaves open")}
        <p class="lead">{count}" that a reader may have and that the article does not answer. Silence is not “no”."</p>
        <div class="page-body">
            <Contents rows=contents.into_iter().map(|(id, word, count)| (id, word, Some(count))).collect() />
            <div class="page-sections">
                {asks(d).then(|| derived(d))}
                {named}
                {group(d, "others", "Others".to_owned(), rest)}
            </div>
        </div>
        <CopyTable sheet=Box::new(sheet) name=Some("gaps") />
    }
    .into_any()
}

/// The register as a table of plain texts.
fn sheet(d: &Dataset) -> Sheet {
    let head = [
        "id",
        "about",
        "question",
        "what the article says instead",
        "places",
        "link",
    ]
    .map(str::to_owned)
    .to_vec();
    let rows = d.gaps().map(|g| {
        let gap = d.gap(g);
        let about: Vec<&str> = gap.about.iter().map(|&e| d.entity(e).name.as_str()).collect();
        let places: Vec<String> = gap.paragraphs.iter().map(|&p| atlas::cite::place(d, p)).collect();
        let link = Url::of(Page::Gaps).with_note(&gap.id).href();
        vec![
            gap.id.clone(),
            about.join("; "),
            gap.question.clone(),
            gap.why.clone(),
            places.join("; "),
            format!("{}{link}", browser::base()),
        ]
    });
    Sheet::new(head, rows.collect::<Vec<_>>())
}

/// Tiers and permissions on which nothing is said of a country.
fn derived(d: &Dataset) -> impl IntoView + use<> {
    let rows = d
        .countries()
        .into_iter()
        .map(|c| {
            let names: Vec<String> = not_said(d, c)
                .into_iter()
                .map(|m| match m {
                    NotSaid::Programme(ix) => d.entity(ix).short().to_owned(),
                    NotSaid::Permission(ix) => d.word(ix).word.to_lowercase(),
                })
                .collect();
            let text = if names.is_empty() {
                "nothing of these".to_owned()
            } else {
                names.join(", ")
            };
            view! { <div><dt>{d.entity(c).name.clone()}</dt><dd>{text}</dd></div> }
        })
        .collect_view();
    view! {
        <section>
            <h2 id="derived-heading">{format!("{} and permissions of which nothing is said by name", d.texts().names.tiers)}</h2>
            <dl class="participants">{rows}</dl>
        </section>
    }
}

fn group(d: &Dataset, kind: &str, word: String, gaps: Vec<GapIx>) -> impl IntoView + use<> {
    let rows = gaps
        .into_iter()
        .map(|g| {
            let gap = d.gap(g);
            view! { <li data-line="" id=anchor(&gap.id)><p class="row-text">{text_value(&gap.id, &gap.question)}</p><p class="minor">{gap.why.clone()}</p></li> }
        })
        .collect_view();
    let id = format!("gaps-{kind}");
    (!rows.is_empty()).then(|| view! { <section><h2 id=id.clone() tabindex="-1">{word}</h2><ul class="rows open-questions">{rows}</ul></section> })
}
