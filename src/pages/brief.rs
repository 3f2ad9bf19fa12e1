//! To print: a brief of one country, one programme or the supply lines, on one page with numbered notes; and what there is to print.

use atlas::cite::{Format, source_work};
use atlas::model::{Dataset, Table};
use atlas::views::{BriefSubject, Line, brief};
use leptos::prelude::*;
use markup::view;

use super::heading;
use crate::browser;
use crate::catalogue::LINES;
use crate::components::{PageLink, Value, text_link};
use crate::route::Page;
use crate::state::{use_atlas, use_place};

/// The page that a brief is short for.
fn whole(d: &Dataset, of: BriefSubject) -> Page {
    match of {
        BriefSubject::Country(ix) => Page::Country(d.entity(ix).id.clone()),
        BriefSubject::Programme(ix) => Page::Programme(d.entity(ix).id.clone()),
        BriefSubject::Lines => Page::Routes,
    }
}

/// What there is to print.
pub fn all(d: &Dataset) -> AnyView {
    let links = |table| {
        let rows = d.table(table).map(|ix| {
            let page = Page::Brief(Some(d.entity(ix).id.clone()));
            view! { <li>{text_link(page, &d.entity(ix).name)}</li> }
        });
        rows.collect_view()
    };
    let programmes = links(Table::Programme);
    let lines = d.table(Table::Line).next().is_some();
    view! {
        {heading("Handouts")}
        <p class="lead">"One printed page each: what the article says, with numbered notes, and what it leaves open. And questions for a class, with a key that gives the paragraph."</p>
        <section aria-labelledby="units-heading"><h2 id="units-heading">{d.texts().units.clone()}</h2><ul class="named">{links(Table::Country)}</ul></section>
        {(!programmes.is_empty()).then(|| view! { <section aria-labelledby="programmes-heading"><h2 id="programmes-heading">"Programmes"</h2><ul class="named">{programmes}</ul></section> })}
        {lines.then(|| view! { <section aria-labelledby="lines-heading"><h2 id="lines-heading">{d.texts().names.routes.clone()}</h2><p>{text_link(Page::Brief(Some(LINES.to_owned())), "All lines and permissions")}</p></section> })}
        <section aria-labelledby="teach-heading"><h2 id="teach-heading">"For a class"</h2><p>{text_link(Page::Teaching(None), "Teaching sheet")}</p></section>
    }
    .into_any()
}

/// A brief.
pub fn one(d: &Dataset, of: BriefSubject) -> AnyView {
    let (place, day) = (use_place(), use_place().day(d));
    let brief = brief(d, of, day);
    let lead = brief
        .lead
        .as_ref()
        .map(|line| view! { <p class="lead" data-line="">{marked(d, line)}</p> });
    let parts = brief
        .parts
        .iter()
        .map(|part| {
            let rows = part
                .lines
                .iter()
                .map(|line| view! { <li data-line="">{marked(d, line)}</li> })
                .collect_view();
            let more = more(part.more);
            view! { <section><h2>{part.heading.clone()}</h2><ul class="plain">{rows}{more}</ul></section> }
        })
        .collect_view();
    let open = brief
        .open
        .iter()
        .map(|text| view! { <li>{text.clone()}</li> })
        .collect_view();
    let more_open = more(brief.more_open);
    let foot = brief
        .notes
        .iter()
        .map(|place| view! { <li>{place.clone()}"."</li> })
        .collect_view();
    let silent = foot.is_empty() && open.is_empty();
    let as_of = place.as_of.get();
    let when = match as_of {
        Some(date) => format!("The situation at the end of {}.", date.words()),
        None => format!("Date: {}.", d.about().vantage.words),
    };
    view! {
        <div class="sheet">
            {heading(brief.title)}
            {lead}
            <p class="minor">{when}" A value without a note is one of which the article says nothing. "<span class="screen-only"><PageLink page=whole(d, of)>"The whole page"</PageLink></span></p>
            <PrintButton />
            <div class="brief-parts">{parts}</div>
            {(!open.is_empty()).then(|| view! { <section class="gaps"><h2>"What the article leaves open"</h2><ul class="plain is-gap">{open}{more_open}</ul></section> })}
            {silent.then(|| view! { <p class="is-gap">{d.mention_word(atlas::roles::Mentioned::Nothing).word.clone()}</p> })}
            {(!foot.is_empty()).then(|| view! { <section><h2>"Notes"</h2><ol class="brief-notes">{foot}</ol></section> })}
            <Imprint />
        </div>
    }
    .into_any()
}

/// What a brief leaves to the page that it is short for.
fn more(count: usize) -> Option<impl IntoView + use<>> {
    (count > 0).then(|| view! { <li class="minor">{format!("{count} more on the whole page.")}</li> })
}

/// A line with the numbers of its notes, each of which opens its statement.
fn marked(d: &Dataset, line: &Line) -> impl IntoView + use<> {
    let marks = line
        .notes
        .iter()
        .map(|&(n, ix)| {
            let id = d.statement(ix).id.clone();
            let says = d.statement(ix).text.clone();
            view! { <Value id=id class="mark"><span class="visually-hidden">"Note "</span>{n}<span class="visually-hidden">", "{says}</span></Value> }
        })
        .collect_view();
    view! { {line.text.clone()}" "<span class="marks">{marks}</span> }
}

/// What a printed sheet says of itself: source, dataset, version, address.
#[component]
pub fn Imprint() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let about = d.about().clone();
    let address = move || format!("{}{}", browser::base(), place.setting.with(crate::route::Url::href));
    view! {
        <p class="imprint">
            "Drawn from: "{source_work(&d, None).written(Format::Plain)}" Atlas: "{about.title}", dataset "{about.id}" version "{about.version}", "{about.date}". "
            <span class="address">{address}</span>
        </p>
    }
}

/// The button that opens the browser's own dialogue.
#[component]
pub fn PrintButton() -> impl IntoView {
    view! { <p class="actions"><button type="button" on:click=move |_| browser::print()>"Print"</button></p> }
}
