//! Statements as a table: filtered by facets, sorted, with the count of every value. How much of it is drawn is for the page.

use std::collections::{HashMap, HashSet};

use crate::index::{EntityIx, StatementIx, WordIx};
use crate::model::{Dataset, Statement, Table};

/// Widest span of years by which a statement is listed under each year of it; wider ones have no year.
const WIDEST_SPAN: u16 = 4;
/// The value of a facet that stands for statements without any.
const NONE: &str = "none";

/// A facet with all its values; those without a statement stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementFacet {
    /// The word of the address.
    pub key: &'static str,
    /// Its heading.
    pub name: String,
    /// Its values, in the order of the dataset; years ascending; what has none, last.
    pub values: Vec<ListedValue>,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedValue {
    /// The word of the address.
    pub id: String,
    /// What is shown.
    pub word: String,
    /// How many statements have it, of those that the other facets leave.
    pub count: usize,
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// As in the source.
    Source,
    /// By first possible day; undated ones last.
    Date,
    /// As the vocabulary of modality has it.
    Modality,
    /// By their text.
    Text,
}

impl Sort {
    /// All orders with their word in the address (empty for the default) and their words on the page.
    pub const ALL: [(Self, &'static str, &'static str); 4] = [
        (Self::Source, "", "Order of the article"),
        (Self::Date, "date", "Date"),
        (Self::Modality, "modality", "How certain"),
        (Self::Text, "text", "Text"),
    ];

    /// The order of an address; `None` for a word that is no order.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|(_, own, _)| *own == word)
            .map(|(sort, ..)| sort)
    }
}

/// What the table shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The rows, sorted.
    pub rows: Vec<StatementIx>,
    /// The facets, in a fixed order; those of which the dataset has no value are left out.
    pub facets: Vec<StatementFacet>,
}

/// What a value stands for.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Entity(EntityIx),
    Word(WordIx),
    Section(usize),
    Year(u16),
    /// For statements without any.
    None,
}

/// A facet before it is counted: its values in order, and how those of a statement are found.
struct Reader {
    key: &'static str,
    name: String,
    values: Vec<(Key, String, String)>,
    of: fn(&Dataset, &Statement, &mut Vec<Key>),
}

impl Reader {
    fn at(&self, id: &str) -> Option<usize> {
        self.values.iter().position(|(_, own, _)| own == id)
    }
}

fn entities(d: &Dataset, list: &[EntityIx], table: Table, into: &mut Vec<Key>) {
    let of_table = list.iter().filter(|&&ix| d.entity(ix).table == table);
    into.extend(of_table.map(|&ix| Key::Entity(ix)));
}

fn years(s: &Statement, into: &mut Vec<Key>) {
    let when = s.when.as_ref();
    let bounds = when.and_then(|w| Some((w.first()?.year(), w.last()?.year())));
    match bounds.filter(|(first, last)| last.saturating_sub(*first) <= WIDEST_SPAN) {
        Some((first, last)) => into.extend((first..=last).map(Key::Year)),
        None => into.push(Key::None),
    }
}

fn section(d: &Dataset, s: &Statement, into: &mut Vec<Key>) {
    let first = s.evidence.first();
    into.extend(first.map(|e| Key::Section(d.paragraph(e.paragraph).section)));
}

fn lenses(s: &Statement, into: &mut Vec<Key>) {
    match s.lens.as_slice() {
        [] => into.push(Key::None),
        lenses => into.extend(lenses.iter().map(|&ix| Key::Word(ix))),
    }
}

fn readers(d: &Dataset) -> Vec<Reader> {
    let named = |table| -> Vec<(Key, String, String)> {
        d.table(table)
            .map(|ix| (Key::Entity(ix), d.entity(ix).id.clone(), d.entity(ix).name.clone()))
            .collect()
    };
    let words = |group: &str| -> Vec<(Key, String, String)> {
        d.words_of(group)
            .map(|ix| (Key::Word(ix), d.word(ix).id.clone(), d.word(ix).word.clone()))
            .collect()
    };
    let none = |word: &str| (Key::None, NONE.to_owned(), word.to_owned());
    let mut found = Vec::new();
    d.statements().for_each(|ix| years(d.statement(ix), &mut found));
    let mut all_years: Vec<u16> = found
        .into_iter()
        .filter_map(|key| match key {
            Key::Year(year) => Some(year),
            _ => None,
        })
        .collect();
    crate::order::sort(&mut all_years);
    all_years.dedup();
    let all_years = all_years
        .into_iter()
        .map(|year| (Key::Year(year), year.to_string(), year.to_string()));
    let year_values = all_years.chain([none("No year given")]).collect();
    let mut lens_values = words("lens");
    if !lens_values.is_empty() {
        lens_values.push(none("No reason of these"));
    }
    let sections = d.sections().iter().enumerate();
    let sections = sections.map(|(n, s)| (Key::Section(n), s.id.clone(), s.title.clone()));
    let facet = |key, name: &str, values, of| Reader {
        key,
        name: name.to_owned(),
        values,
        of,
    };
    let all = vec![
        facet("country", &d.texts().names.unit, named(Table::Country), |d, s, into| {
            entities(d, &s.about, Table::Country, into);
        }),
        facet("programme", "Programme", named(Table::Programme), |d, s, into| {
            entities(d, &s.about, Table::Programme, into);
        }),
        facet("theme", "Theme", named(Table::Theme), |d, s, into| {
            entities(d, &s.themes, Table::Theme, into);
        }),
        facet("modality", "How certain", words("modality"), |_, s, into| {
            into.push(Key::Word(s.modality_word));
        }),
        facet("voice", "Who is speaking", words("voice-how"), |_, s, into| {
            into.push(Key::Word(s.how))
        }),
        facet("lens", "Reason given", lens_values, |_, s, into| lenses(s, into)),
        facet("year", "Year", year_values, |_, s, into| years(s, into)),
        facet("section", "Section", sections.collect(), section),
    ];
    all.into_iter().filter(|facet| !facet.values.is_empty()).collect()
}

/// Whether a facet of this key has this value, however many statements do.
pub fn is_listed(d: &Dataset, key: &str, id: &str) -> bool {
    let facet = readers(d).into_iter().find(|facet| facet.key == key);
    facet.is_some_and(|facet| facet.at(id).is_some())
}

/// A facet while it is counted.
struct Counting {
    reader: Reader,
    /// Where the value of a key stands.
    places: HashMap<Key, usize>,
    /// The values chosen of it; none narrows nothing.
    wanted: Vec<usize>,
    counts: Vec<usize>,
    /// The values of the statement at hand; kept from one to the next, so that nothing is allocated for each.
    own: Vec<usize>,
}

impl Counting {
    fn new(reader: Reader, chosen: &[(String, Vec<String>)]) -> Self {
        let ids = chosen.iter().filter(|(key, _)| key == reader.key);
        let ids = ids.flat_map(|(_, ids)| ids);
        let places = reader.values.iter().enumerate();
        Self {
            wanted: ids.filter_map(|id| reader.at(id)).collect(),
            places: places.map(|(n, (key, ..))| (*key, n)).collect(),
            counts: vec![0; reader.values.len()],
            own: Vec::new(),
            reader,
        }
    }

    /// Reads the values of a statement; whether it has one of those chosen.
    fn read(&mut self, d: &Dataset, s: &Statement, keys: &mut Vec<Key>) -> bool {
        keys.clear();
        (self.reader.of)(d, s, keys);
        self.own.clear();
        for &at in keys.iter().filter_map(|key| self.places.get(key)) {
            if !self.own.contains(&at) {
                self.own.push(at);
            }
        }
        self.wanted.is_empty() || self.wanted.iter().any(|at| self.own.contains(at))
    }

    /// Counts the values read last.
    fn count(&mut self) {
        for &at in &self.own {
            if let Some(count) = self.counts.get_mut(at) {
                *count += 1;
            }
        }
    }

    fn facet(self) -> StatementFacet {
        let values = self.reader.values.into_iter().zip(self.counts);
        StatementFacet {
            key: self.reader.key,
            name: self.reader.name,
            values: values
                .map(|((_, id, word), count)| ListedValue { id, word, count })
                .collect(),
        }
    }
}

/// The statements that have one of the values chosen of every facet, sorted, and the facets counted. `of` narrows to statements
/// found by a query; without it all are listed. A value that the dataset does not have narrows nothing.
pub fn listing(d: &Dataset, chosen: &[(String, Vec<String>)], sort: Sort, of: Option<&[StatementIx]>) -> Listing {
    let readers = readers(d).into_iter();
    let mut facets: Vec<Counting> = readers.map(|reader| Counting::new(reader, chosen)).collect();
    let found: Option<HashSet<StatementIx>> = of.map(|found| found.iter().copied().collect());
    let among = |ix: &StatementIx| found.as_ref().is_none_or(|found| found.contains(ix));
    let mut rows = Vec::new();
    let mut keys = Vec::new();
    for ix in d.statements().filter(among) {
        let s = d.statement(ix);
        let (mut missed, mut missed_at) = (0, 0);
        for (n, facet) in facets.iter_mut().enumerate() {
            if !facet.read(d, s, &mut keys) {
                (missed, missed_at) = (missed + 1, n);
            }
        }
        for (n, facet) in facets.iter_mut().enumerate() {
            // A value is counted with what the other facets leave: it says what choosing it would show.
            if missed == 0 || (missed == 1 && missed_at == n) {
                facet.count();
            }
        }
        if missed == 0 {
            rows.push(ix);
        }
    }
    sort_rows(d, &mut rows, sort);
    Listing {
        rows,
        facets: facets.into_iter().map(Counting::facet).collect(),
    }
}

fn sort_rows(d: &Dataset, rows: &mut Vec<StatementIx>, sort: Sort) {
    match sort {
        Sort::Source => {}
        Sort::Date => crate::order::sort_by_key(rows, |&ix| {
            let when = d.statement(ix).when.as_ref();
            let day = when.and_then(|w| w.first().or_else(|| w.last()));
            (day.is_none(), day)
        }),
        Sort::Modality => crate::order::sort_by_key(rows, |&ix| d.statement(ix).modality_word),
        Sort::Text => crate::order::sort_by_key(rows, |&ix| crate::text::fold(&d.statement(ix).text)),
    }
}
