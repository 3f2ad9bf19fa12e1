//! What every page is called, and whether the open dataset has it: one row a page, above the addresses and below all views.
//!
//! Left out: the word of a page in addresses (`route`), and what it shows (`pages`).

use atlas::EntityIx;
use atlas::model::{Dataset, Table, Target};
use atlas::views::{BriefSubject, SETS};

use crate::route::Page;

/// What is known of a page before it is drawn.
struct Entry<'a> {
    /// Its word in the navigation.
    name: &'a str,
    /// Whether the dataset has what it is of.
    exists: bool,
}

fn entry<'a>(d: &'a Dataset, page: &Page) -> Entry<'a> {
    let has = |tables: &[Table]| tables.iter().any(|&table| d.table(table).next().is_some());
    let (name, exists) = match page {
        Page::Overview => ("Overview", true),
        Page::Countries => (units(d), true),
        Page::Country(id) => (units(d), d.entity_in(Table::Country, id).is_some()),
        Page::Programmes => ("Programmes", has(&[Table::Programme])),
        Page::Programme(id) => ("Programmes", d.entity_in(Table::Programme, id).is_some()),
        Page::Routes => (d.texts().names.routes.as_str(), has(&[Table::Line])),
        Page::Timeline => ("Timeline", has(&[Table::Event])),
        Page::Changes => ("What changed", true),
        Page::Tension => (
            "Values and interests",
            d.words_of("lens").next().is_some() && d.texts().worked_case.is_some(),
        ),
        Page::Actors(None) => (ACTORS, has(&[Table::Actor, Table::Place, Table::Document])),
        Page::Actors(Some(id)) => (ACTORS, actor(d, id).is_some()),
        Page::Themes(None) => ("Themes", has(&[Table::Theme])),
        Page::Themes(Some(id)) => ("Themes", d.entity_in(Table::Theme, id).is_some()),
        Page::Statements => ("Statements", true),
        Page::Statement(id) => ("Statements", matches!(d.find(id), Some(Target::Statement(_)))),
        Page::Source(None) => (SOURCE, true),
        Page::Source(Some(id)) => (SOURCE, matches!(d.find(id), Some(Target::Paragraph(_)))),
        Page::Gaps => ("What it doesn’t say", true),
        Page::Compare => ("Compare", d.countries().len() > 1),
        Page::Search => ("Search", true),
        Page::Notes => ("Your notes", true),
        Page::Open => ("Open a dataset", true),
        Page::Brief(None) => ("Handouts", true),
        Page::Brief(Some(id)) => ("Handouts", brief_subject(d, id).is_some()),
        Page::Teaching(id) => ("Teaching sheet", sheet_number(id.as_deref()).is_some()),
        Page::Glossary => ("Glossary", !d.glossary().is_empty()),
        Page::About => ("About", true),
        Page::NotFound(_) => ("Not found", false),
    };
    Entry { name, exists }
}

const ACTORS: &str = "People, places, documents";
const SOURCE: &str = "The article, by paragraph";

/// Units are countries where one has a country's code; else they are what the dataset calls them.
fn units(d: &Dataset) -> &str {
    match d.countries().iter().all(|&c| d.entity(c).iso.is_none()) {
        true => d.texts().units.as_str(),
        false => "Countries",
    }
}

/// Whether the dataset has what a page is of: what it lacks has no page, and nothing leads there.
pub fn exists(d: &Dataset, page: &Page) -> bool {
    entry(d, page).exists
}

/// The word of a page in the navigation.
pub fn nav_word(d: &Dataset, page: &Page) -> String {
    entry(d, page).name.to_owned()
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

/// The actor, place or document of an id.
pub fn actor(d: &Dataset, id: &str) -> Option<EntityIx> {
    let tables = [Table::Actor, Table::Place, Table::Document];
    tables.into_iter().find_map(|table| d.entity_in(table, id))
}

/// The id of the brief of all lines: the word of their page.
pub const LINES: &str = "routes";

/// What a brief's id stands for.
pub fn brief_subject(d: &Dataset, id: &str) -> Option<BriefSubject> {
    match d.find(id) {
        Some(Target::Entity(ix)) => match d.entity(ix).table {
            Table::Country => Some(BriefSubject::Country(ix)),
            Table::Programme => Some(BriefSubject::Programme(ix)),
            _ => None,
        },
        _ if id == LINES && d.table(Table::Line).next().is_some() => Some(BriefSubject::Lines),
        _ => None,
    }
}

/// The number of a sheet as the address has it: nothing for the first, then 2 to the last.
pub fn sheet_number(id: Option<&str>) -> Option<usize> {
    match id {
        None => Some(1),
        Some(text) => (2..=SETS).find(|n| n.to_string() == text),
    }
}
