//! The start page: the finding, the cards, the lines, and what the source argues.

use atlas::model::{Dataset, Table};
use atlas::views::has_rail;
use leptos::prelude::*;
use markup::view;

use crate::components::{Cards, CitedMarks, CitedText, Legend, MapFigure, OffLines, PageLink, Strips, beside, in_app};
use crate::route::{Page, Url};
use crate::state::use_place;

/// The page.
pub fn view(d: &Dataset) -> AnyView {
    let texts = d.texts();
    let lines = d.table(Table::Line).next().is_some();
    let argument = texts
        .argument
        .iter()
        .map(|text| view! { <li data-line=""><CitedText text=text.clone() /></li> })
        .collect_view();
    let standpoint = texts
        .standpoint
        .clone()
        .map(|text| view! { <p class="standpoint" data-line=""><CitedText text=text /></p> });
    let questions = texts
        .questions
        .iter()
        .map(|q| view! { <li><a href=question_href(&q.href)>{q.question.clone()}</a></li> })
        .collect_view();
    view! {
        <div class="hero">
            <section class="finding" data-line="">
                <h1 tabindex="-1">{texts.finding.value().clone()}</h1>
                <p><CitedMarks text=texts.finding.clone() /></p>
                <ul class="questions" aria-label="Questions to start with">{questions}<li><PageLink page=Page::About>"How to read this"</PageLink></li></ul>
            </section>
            <MapFigure rail=true />
        </div>
        <section class="wide" aria-labelledby="cards-heading">
            <h2 id="cards-heading">{texts.units.clone()}</h2>
            <Cards />
            <Legend groups=&["state", "arrangement", "answer"] />
        </section>
        {lines.then(|| view! {
            <section class=if has_rail(d) { "wide below-rail" } else { "wide" } aria-labelledby="lines-heading">
                <h2 id="lines-heading">{d.texts().names.lines.clone()}</h2>
                <Strips />
                <OffLines />
                <p class="scheme">"A diagram, not a map of the route. "<PageLink page=Page::Routes>"Who allows what, and how firmly"</PageLink></p>
            </section>
        })}
        {(!argument.is_empty() || standpoint.is_some()).then(|| view! {
            <section class="wide argument-section" aria-labelledby="argument-heading">
                <h2 id="argument-heading">"What the article argues, and whose view it is"</h2>
                <div class="argument-columns">
                    {(!argument.is_empty()).then(|| view! { <ul class="argument">{argument}</ul> })}
                    {standpoint}
                </div>
            </section>
        })}
    }
    .into_any()
}

/// A question's address as the data has it, for the dataset that is open.
fn question_href(href: &str) -> String {
    match Url::parse(href) {
        Some((url, _)) if in_app() => use_place().url.with_untracked(|now| {
            Url {
                d: now.d.clone(),
                data: now.data.clone(),
                ..url
            }
            .href()
        }),
        _ => beside(href),
    }
}
