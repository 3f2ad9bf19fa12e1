//! The pages: each composes components for an address. What is computed stands in the domain crate, what is drawn in components.

mod about;
mod actors;
mod brief;
mod changes;
mod compare;
mod countries;
mod gaps;
mod glossary;
mod not_found;
mod notes;
mod open;
mod overview;
mod programmes;
mod routes;
mod search;
mod source;
mod statements;
mod teaching;
mod tension;
mod themes;
mod timeline;

use atlas::model::{Cited, Dataset, Table, Target};
use leptos::prelude::*;
use markup::view;

use crate::browser;
use crate::catalogue::{brief_subject, exists, sheet_number};
use crate::components::{CitedText, Marks};
use crate::lazy::part;
use crate::route::{Page, Url};
use crate::state::use_place;

/// Draws pages.
#[derive(Clone, Copy)]
pub struct PageFns {
    /// A page of an address.
    view: fn(&Dataset, &Page) -> AnyView,
}

part! {
    /// Pages other than the first.
    pub fn pages() -> PageFns = PageFns { view: other_page };
    /// The part that draws them.
    PAGES
}

/// The page of an address. The start page is part of what comes first, all others come when they are asked for.
pub fn view(d: &Dataset, page: &Page) -> AnyView {
    match (page, pages()) {
        (Page::Overview, _) => overview::view(d),
        (_, Some(pages)) => (pages.view)(d, page),
        (_, None) => absent(),
    }
}

/// The title of the page while the dataset that an address is for is being read.
pub const AWAITED: &str = "Opening a dataset";

/// What stands for a page of a dataset that is being read.
pub fn awaited(name: &str) -> AnyView {
    view! {
        {heading(AWAITED)}
        <p class="lead" role="status">"Reading “"{name.to_owned()}"”…"</p>
        <p class="loading" aria-hidden="true"></p>
        <p><a href=Url::of(Page::Overview).href()>"Go to the embedded atlas instead"</a></p>
    }
    .into_any()
}

/// What stands for a page whose part of the program could not be fetched.
fn absent() -> AnyView {
    view! {
        {heading("This page did not arrive")}
        <p class="lead" role="status">"A file of the atlas that it needs could not be fetched: you may be offline, or a newer version has been published. What you chose is kept in the address."</p>
        <p><button type="button" on:click=move |_| browser::reload()>"Reload the page"</button></p>
    }
    .into_any()
}

/// Any page but the first; what it names and the dataset does not have is a page that says so.
fn other_page(d: &Dataset, page: &Page) -> AnyView {
    if !exists(d, page) {
        return not_found::view(d, page);
    }
    let missing = || not_found::view(d, page);
    match page {
        Page::Overview => overview::view(d),
        Page::Countries => countries::all(d),
        Page::Country(id) => d
            .entity_in(Table::Country, id)
            .map_or_else(missing, |ix| countries::one(d, ix)),
        Page::Programmes => programmes::all(d),
        Page::Programme(id) => d
            .entity_in(Table::Programme, id)
            .map_or_else(missing, |ix| programmes::one(d, ix)),
        Page::Routes => routes::view(d),
        Page::Timeline => timeline::view(d),
        Page::Changes => changes::view(d),
        Page::Tension => tension::view(d),
        Page::Actors(id) => actors::view(d, id.as_deref()),
        Page::Themes(id) => themes::view(d, id.as_deref()),
        Page::Statements => statements::all(d),
        Page::Statement(id) => match d.find(id) {
            Some(Target::Statement(ix)) => statements::one(d, ix),
            _ => missing(),
        },
        Page::Source(id) => source::view(d, id.as_deref()),
        Page::Gaps => gaps::view(d),
        Page::Glossary => glossary::view(d),
        Page::About => about::view(d),
        Page::Open => open::view(d),
        Page::Brief(None) => brief::all(d),
        Page::Brief(Some(id)) => brief_subject(d, id).map_or_else(missing, |of| brief::one(d, of)),
        Page::Teaching(id) => sheet_number(id.as_deref()).map_or_else(missing, |n| teaching::view(d, n)),
        Page::Compare => compare::view(d),
        Page::Search => search::view(d),
        Page::Notes => notes::view(d),
        Page::NotFound(_) => missing(),
    }
}

/// The page before or after one that stands in an order.
pub fn neighbour(d: &Dataset, page: &Page, step: i32) -> Option<Page> {
    match page {
        Page::Source(Some(id)) => source::neighbour(d, id, step),
        _ => None,
    }
}

/// The headline of a page with its marks: the dataset's own where the page is shown as written, else a neutral line, in which `{}`
/// stands for the date asked about.
pub(crate) fn headline(d: &Dataset, own: Option<Cited<String>>, neutral: &str) -> impl IntoView + use<> {
    match own {
        Some(text) => {
            let words = text.value().clone();
            let statements: Vec<_> = text.statements().collect();
            view! { <h1 tabindex="-1">{whole_words(&words)}</h1><p class="headline-marks"><Marks statements=statements of=words /></p> }.into_any()
        }
        None => {
            let date = use_place().other_date(d);
            let date = date.map_or_else(|| d.about().vantage.words.clone(), atlas::AsOf::words);
            view! { <h1 tabindex="-1">{neutral.replace("{}", &date)}</h1> }.into_any()
        }
    }
}

/// The headline and the lead that the dataset has for a page, where the page is shown as written; else a neutral line.
pub(crate) fn page_head(d: &Dataset, page: &str, neutral: &str) -> impl IntoView + use<> {
    let written = use_place().other_date(d).is_none();
    let own = d.texts().pages.iter().find(|text| written && text.page == page);
    let lead = own.and_then(|text| text.lead.clone());
    view! {
        {headline(d, own.map(|text| text.headline.clone()), neutral)}
        {lead.map(|text| view! { <p class="lead" data-line=""><CitedText text=text /></p> })}
    }
}

/// A page's heading: takes the focus when the page changes.
pub(crate) fn heading(text: impl Into<String>) -> impl IntoView {
    let text: String = text.into();
    view! { <h1 tabindex="-1">{whole_words(&text)}</h1> }
}

/// Words of a heading; one with a hyphen is not broken there.
fn whole_words(text: &str) -> impl IntoView + use<> {
    text.split_inclusive(' ')
        .map(|word| match word.contains('-') {
            true => view! { <span class="whole">{word.to_owned()}</span> }.into_any(),
            false => word.to_owned().into_any(),
        })
        .collect_view()
}
