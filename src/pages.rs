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
mod tray;

use atlas::model::{Cited, Dataset, Table, Target};
use leptos::prelude::*;
use markup::view;

use crate::browser;
use crate::components::{CitedText, Marks};
use crate::parts;
use crate::route::{Page, Url};
use crate::state::use_place;

/// The page of an address. The start page is part of what comes first, all others come when they are asked for.
pub fn view(d: &Dataset, page: &Page) -> AnyView {
    match (page, parts::pages()) {
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
pub(crate) fn far(d: &Dataset, page: &Page) -> AnyView {
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
        Page::Brief(Some(id)) => brief::subject(d, id).map_or_else(missing, |of| brief::one(d, of)),
        Page::Teaching(id) => teaching::number(id.as_deref()).map_or_else(missing, |n| teaching::view(d, n)),
        Page::Compare => compare::view(d),
        Page::Search => search::view(d),
        Page::Tray => tray::view(d),
        Page::NotFound(_) => missing(),
    }
}

/// Whether the dataset has what a page is of: what it lacks has no page, and nothing leads there.
pub fn exists(d: &Dataset, page: &Page) -> bool {
    let has = |tables: &[Table]| tables.iter().any(|&table| d.table(table).next().is_some());
    match page {
        Page::Country(id) => d.entity_in(Table::Country, id).is_some(),
        Page::Programme(id) => d.entity_in(Table::Programme, id).is_some(),
        Page::Themes(Some(id)) => d.entity_in(Table::Theme, id).is_some(),
        Page::Actors(Some(id)) => actors::find(d, id).is_some(),
        Page::Statement(id) => matches!(d.find(id), Some(Target::Statement(_))),
        Page::Source(Some(id)) => matches!(d.find(id), Some(Target::Paragraph(_))),
        Page::Brief(Some(id)) => brief::subject(d, id).is_some(),
        Page::Teaching(id) => teaching::number(id.as_deref()).is_some(),
        Page::Programmes => has(&[Table::Programme]),
        Page::Routes => has(&[Table::Line]),
        Page::Timeline => has(&[Table::Event]),
        Page::Compare => d.countries().len() > 1,
        Page::Actors(None) => has(&[Table::Actor, Table::Place, Table::Document]),
        Page::Themes(None) => has(&[Table::Theme]),
        Page::Tension => d.words_of("lens").next().is_some() && d.texts().worked_case.is_some(),
        Page::Glossary => !d.glossary().is_empty(),
        Page::NotFound(_) => false,
        _ => true,
    }
}

/// The page before or after one that stands in an order.
pub fn neighbour(d: &Dataset, page: &Page, step: i32) -> Option<Page> {
    match page {
        Page::Source(Some(id)) => source::neighbour(d, id, step),
        _ => None,
    }
}

/// The word of a page in the navigation. Units are countries where one has a country's code; else they are what the dataset calls them.
pub fn nav_word(d: &Dataset, page: &Page) -> String {
    let word = match page {
        Page::Overview => "Overview",
        Page::Countries | Page::Country(_) if d.countries().iter().all(|&c| d.entity(c).iso.is_none()) => {
            d.texts().units.as_str()
        }
        Page::Countries | Page::Country(_) => "Countries",
        Page::Programmes | Page::Programme(_) => "Programmes",
        Page::Routes => d.texts().names.routes.as_str(),
        Page::Timeline => "Timeline",
        Page::Changes => "What changed",
        Page::Tension => "Values and interests",
        Page::Actors(_) => "People, places, documents",
        Page::Themes(_) => "Themes",
        Page::Statements | Page::Statement(_) => "Statements",
        Page::Source(_) => "The article, by paragraph",
        Page::Gaps => "What it doesn’t say",
        Page::Compare => "Compare",
        Page::Search => "Search",
        Page::Tray => "Your notes",
        Page::Open => "Open a dataset",
        Page::Brief(_) => "Handouts",
        Page::Teaching(_) => "Teaching sheet",
        Page::Glossary => "Glossary",
        Page::About => "About",
        Page::NotFound(_) => "Not found",
    };
    word.to_owned()
}

/// The title of a page: the name of what it shows.
pub fn title(d: &Dataset, page: &Page) -> String {
    if !exists(d, page) {
        return nav_word(d, &Page::NotFound(String::new()));
    }
    let named = |id: &str| match d.find(id) {
        Some(Target::Entity(ix)) => Some(d.entity(ix).name.clone()),
        Some(Target::Statement(_)) => Some("Statement".to_owned()),
        Some(Target::Paragraph(ix)) => Some(atlas::cite::place(d, ix)),
        _ => None,
    };
    if let Page::Brief(Some(id)) = page {
        let of = named(id).unwrap_or_else(|| nav_word(d, &Page::Routes));
        return format!("Handout: {of}");
    }
    let id = match page {
        Page::Country(id) | Page::Programme(id) | Page::Statement(id) => Some(id),
        Page::Actors(id) | Page::Themes(id) | Page::Source(id) => id.as_ref(),
        _ => None,
    };
    id.and_then(|id| named(id)).unwrap_or_else(|| nav_word(d, page))
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
