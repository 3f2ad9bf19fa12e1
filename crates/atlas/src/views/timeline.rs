//! Dated events: which there are, how they are filtered, and where they stand on an axis in lanes.
//!
//! Compute, then place: [`events`] and [`facets`] compute, [`timeline`] places; drawing is the component's.

mod place;

use std::collections::BTreeMap;

use crate::dates::Day;
use crate::index::*;
use crate::model::{Dataset, Table};
use crate::roles::Modality;

pub use place::{Form, Lane, Mark, Name, Tick, Timeline, WIDTHS, timeline};

/// An event with what is needed to place and filter it.
#[derive(Clone, Debug)]
pub struct Event {
    /// The event.
    pub ix: EntityIx,
    /// First and last possible day; `None` where the end is open, or no date is given at all.
    pub first: Option<Day>,
    /// See `first`.
    pub last: Option<Day>,
    /// Whether the source gives only a time within which it lies, and not its date.
    pub is_range: bool,
    /// Whether it lay ahead when the source was written, or is no fact: drawn unlike the past.
    pub plan: bool,
    /// Countries, programmes, actors and themes that its statements are about, each once, in the order found.
    pub about: Vec<EntityIx>,
}

impl Event {
    /// Whether the source gives it any date.
    pub fn is_dated(&self) -> bool {
        self.first.is_some() || self.last.is_some()
    }

    /// The year that it belongs to. `None` for what has no date, and for what is dated only roughly: an end of the time within which
    /// it lies is not its date, so it has a year only where both ends are of the same.
    pub fn year(&self) -> Option<u16> {
        let (first, last) = (self.first.map(Day::year), self.last.map(Day::year));
        match self.is_range {
            true => first.filter(|_| first == last),
            false => first,
        }
    }
}

/// All events, dated ones by first possible day, then undated ones as authored.
pub fn events(d: &Dataset) -> Vec<Event> {
    let mut out: Vec<Event> = d.table(Table::Event).map(|ix| event(d, ix)).collect();
    crate::order::sort_by_key(&mut out, |e| (!e.is_dated(), e.first.or(e.last), e.last));
    out
}

fn event(d: &Dataset, ix: EntityIx) -> Event {
    let entity = d.entity(ix);
    let dating = entity.statements.first().map(|&s| d.statement(s));
    let when = dating.and_then(|s| s.when.as_ref());
    let mut about = Vec::new();
    for &s in &entity.statements {
        let s = d.statement(s);
        for &e in s.about.iter().chain(&s.themes) {
            if !about.contains(&e) {
                about.push(e);
            }
        }
    }
    let first = when.and_then(|w| w.first());
    let fact = dating.is_some_and(|s| s.modality.is_fact() || matches!(s.modality, Modality::Over | Modality::Negated));
    Event {
        ix,
        first,
        last: when.and_then(|w| w.last()),
        is_range: when.is_some_and(|w| w.as_str().starts_with('[')),
        plan: !fact || first.is_some_and(|day| day > d.vantage_day()),
        about,
    }
}

/// The date of an event in words: the text's own where it has some that no date can say. Empty where there is none.
pub fn event_date(d: &Dataset, event: EntityIx) -> String {
    let Some(&first) = d.entity(event).statements.first() else {
        return String::new();
    };
    let s = d.statement(first);
    let vague = s.when.as_ref().is_none_or(|w| w.as_str().starts_with('['));
    match (&s.date_words, &s.when) {
        (Some(words), _) if vague => format!("“{words}”"),
        (_, Some(when)) => crate::dates::in_words(when),
        (_, None) => String::new(),
    }
}

/// A facet by which events are filtered.
#[derive(Clone, Debug)]
pub struct Facet {
    /// Its key in the address.
    pub key: &'static str,
    /// Its name.
    pub name: String,
    /// Its values, as authored; those without an event stay, with a count of 0.
    pub values: Vec<FacetValue>,
}

/// A value of a facet.
#[derive(Clone, Debug)]
pub struct FacetValue {
    /// The entity.
    pub entity: EntityIx,
    /// Events about it.
    pub count: usize,
}

/// The facets of events, with counts over all events.
pub fn facets(d: &Dataset, events: &[Event]) -> Vec<Facet> {
    let mut counts: BTreeMap<EntityIx, usize> = BTreeMap::new();
    for entity in events.iter().flat_map(|e| &e.about) {
        *counts.entry(*entity).or_default() += 1;
    }
    let tables = [
        ("country", d.texts().names.unit.as_str(), Table::Country),
        ("programme", "Programme", Table::Programme),
        ("theme", "Theme", Table::Theme),
        ("actor", "Actor", Table::Actor),
    ];
    tables
        .into_iter()
        .map(|(key, name, table)| {
            let values = d
                .table(table)
                .map(|entity| FacetValue {
                    entity,
                    count: counts.get(&entity).copied().unwrap_or_default(),
                })
                .collect();
            Facet {
                key,
                name: name.to_owned(),
                values,
            }
        })
        .collect()
}

/// Whether an event matches what is chosen: any of the values of a facet, in every facet.
pub fn matches(d: &Dataset, event: &Event, chosen: &[(String, Vec<String>)]) -> bool {
    chosen
        .iter()
        .filter(|(_, ids)| !ids.is_empty())
        .all(|(_, ids)| event.about.iter().any(|&e| ids.contains(&d.entity(e).id)))
}
