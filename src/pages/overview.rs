//! The start page: the finding, the map as the door, what the source argues, the units, the staircase, the lines.

use atlas::model::{Cited, Dataset, Table};
use atlas::views::{has_ladder, has_rail, layer};
use leptos::prelude::*;
use markup::view;

use super::headline;
use crate::components::{
    Cards, CitedText, Legend, MapFigure, MapNotes, OffLines, PageLink, Staircase, Strips, beside, in_app, text_link,
};
use crate::route::{Page, Url};
use crate::state::use_place;

/// The page.
pub fn view(d: &Dataset) -> AnyView {
    let lines = d.table(Table::Line).next().is_some();
    let programmes = d.table(Table::Programme).count();
    // Without a map the staircase is the picture of the page.
    let mapped = layer(d, None).is_some();
    let stairs = || view! { <Staircase /><Legend groups=&["state", "answer"] /> };
    let stands_in = (!mapped && has_ladder(d)).then(|| view! { <div class="hero-stairs">{stairs()}</div> });
    view! {
        <div class="hero">
            {finding(d)}
            {mapped.then(|| view! { <MapFigure rail=true /> })}
            {more(d)}
            {stands_in}
        </div>
        {argument(d)}
        <section aria-labelledby="cards-heading">
            <div class="section-head">
                <h2 id="cards-heading">{d.texts().units.clone()}</h2>
                {has_ladder(d).then(|| view! { <p>"Each stands on the highest tier on which it is said to take part. “*” marks what is worked out and not said in so many words."</p> })}
            </div>
            <Cards />
        </section>
        {(mapped && has_ladder(d)).then(|| view! {
            <section aria-labelledby="staircase-heading">
                <div class="section-head">
                    <h2 id="staircase-heading">"Who takes part in what"</h2>
                    <p>"A step higher is one that the article ranks higher; none is drawn as a condition of another."</p>
                    <span class="go">{text_link(Page::Programmes, &format!("All {programmes} programmes"))}</span>
                </div>
                {stairs()}
            </section>
        })}
        {lines.then(|| view! {
            <section class=if has_rail(d) { "below-rail" } else { "" } aria-labelledby="lines-heading">
                <div class="section-head">
                    <h2 id="lines-heading">{d.texts().names.lines.clone()}</h2>
                    <p>"A diagram, not a map of the route."</p>
                    <span class="go">{text_link(Page::Routes, "Who allows what, and how firmly")}</span>
                </div>
                <Strips />
                <OffLines />
            </section>
        })}
        <MapNotes />
    }
    .into_any()
}

/// The headline; of another date only what can be said of that.
fn finding(d: &Dataset) -> impl IntoView + use<> {
    let texts = d.texts();
    let written = use_place().other_date(d).is_none();
    let head = texts.headline.as_ref().unwrap_or(&texts.finding);
    view! {
        <section class="finding" data-line="">
            {headline(d, Some(head.clone()).filter(|_| written), &format!("{}: the situation at the end of {{}}", d.short_title()))}
        </section>
    }
}

/// How to read a mark, second finding, whose article this is, and where to begin. On a narrow screen the map stands above it.
fn more(d: &Dataset) -> impl IntoView + use<> {
    let texts = d.texts();
    let written = use_place().other_date(d).is_none();
    let second = texts.second.clone().filter(|_| written);
    let questions = texts
        .questions
        .iter()
        .map(|q| view! { <li><a href=question_href(&q.href)>{q.question.clone()}</a></li> })
        .collect_view();
    let count = d.paragraphs().len();
    let example = d
        .paragraphs()
        .nth(11)
        .or(d.paragraphs().next())
        .map(atlas::views::marks::number);
    view! {
        <div class="hero-more" data-line="">
            {example.map(|n| view! { <p class="how-to-read"><span class="ev">"¶"{n}</span>{format!(" is the {} of the article’s {count} paragraphs. Choose a mark to see the statement and where it stands.", atlas::cite::ordinal(u32::try_from(n).unwrap_or_default()))}</p> })}
            {second.map(|text| view! { <p class="second"><CitedText text=text /></p> })}
            {standfirst(d)}
            <ul class="questions" aria-label="Questions to start with">{questions}<li><PageLink page=Page::About>"How to read this atlas"</PageLink></li></ul>
        </div>
    }
}

/// What this is, and whose view it is.
fn standfirst(d: &Dataset) -> impl IntoView + use<> {
    let position = d.texts().standpoint.clone();
    view! {
        <p class="standfirst">
            "This atlas draws what one article says, and nothing else. "
            {position.map(|text: Cited<String>| view! { <CitedText text=text /> })}
        </p>
    }
}

fn argument(d: &Dataset) -> Option<impl IntoView + use<>> {
    let argument = &d.texts().argument;
    let rows = argument
        .iter()
        .map(|text| view! { <li data-line=""><CitedText text=text.clone() /></li> })
        .collect_view();
    let written = d.about().vantage.words.clone();
    (!argument.is_empty()).then(|| {
        view! {
            <section aria-labelledby="argument-heading">
                <div class="section-head">
                    <h2 id="argument-heading">"What the article argues"</h2>
                    <p>{format!("As written, in {written}.")}</p>
                    <span class="go">{text_link(Page::Source(None), "The article, by paragraph")}</span>
                </div>
                <ul class="argument">{rows}</ul>
            </section>
        }
    })
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
