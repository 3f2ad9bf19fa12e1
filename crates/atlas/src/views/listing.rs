//! Statements as a table: filtered by facets, sorted, with the count of every value. How much of it is drawn is for the page.

use std::collections::HashSet;

use crate::index::{EntityIx, StatementIx};
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
    pub name: &'static str,
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
        (Self::Modality, "modality", "How firmly"),
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

/// A facet before it is counted: how the values of a statement are found.
struct Reader {
    key: &'static str,
    name: &'static str,
    values: Vec<(String, String)>,
    of: fn(&Dataset, &Statement) -> Vec<String>,
}

fn ids(d: &Dataset, list: &[EntityIx], table: Table) -> Vec<String> {
    let of_table = list.iter().filter(|&&ix| d.entity(ix).table == table);
    of_table.map(|&ix| d.entity(ix).id.clone()).collect()
}

fn years(_: &Dataset, s: &Statement) -> Vec<String> {
    let when = s.when.as_ref();
    let bounds = when.and_then(|w| Some((w.first()?.year(), w.last()?.year())));
    match bounds.filter(|(first, last)| last.saturating_sub(*first) <= WIDEST_SPAN) {
        Some((first, last)) => (first..=last).map(|year| year.to_string()).collect(),
        None => vec![NONE.to_owned()],
    }
}

fn section(d: &Dataset, s: &Statement) -> Vec<String> {
    let paragraph = s.evidence.first().map(|e| d.paragraph(e.paragraph));
    let section = paragraph.and_then(|p| d.sections().get(p.section));
    section.map(|section| section.id.clone()).into_iter().collect()
}

fn lenses(d: &Dataset, s: &Statement) -> Vec<String> {
    match s.lens.as_slice() {
        [] => vec![NONE.to_owned()],
        lenses => lenses.iter().map(|&ix| d.word(ix).id.clone()).collect(),
    }
}

fn readers(d: &Dataset) -> Vec<Reader> {
    let entities = |table| -> Vec<(String, String)> {
        d.table(table)
            .map(|ix| (d.entity(ix).id.clone(), d.entity(ix).name.clone()))
            .collect()
    };
    let words = |group: &str| -> Vec<(String, String)> {
        d.words_of(group)
            .map(|ix| (d.word(ix).id.clone(), d.word(ix).word.clone()))
            .collect()
    };
    let none = |word: &str| (NONE.to_owned(), word.to_owned());
    let mut all_years: Vec<String> = d
        .statements()
        .flat_map(|ix| years(d, d.statement(ix)))
        .filter(|y| y != NONE)
        .collect();
    crate::order::sort(&mut all_years);
    all_years.dedup();
    let mut year_values: Vec<(String, String)> = all_years.into_iter().map(|year| (year.clone(), year)).collect();
    year_values.push(none("No year given"));
    let mut lens_values = words("lens");
    if !lens_values.is_empty() {
        lens_values.push(none("No reason of these"));
    }
    let sections = d.sections().iter().map(|s| (s.id.clone(), s.title.clone())).collect();
    let facet = |key, name, values, of| Reader { key, name, values, of };
    let all = vec![
        facet("country", "Country", entities(Table::Country), |d, s| {
            ids(d, &s.about, Table::Country)
        }),
        facet("programme", "Programme", entities(Table::Programme), |d, s| {
            ids(d, &s.about, Table::Programme)
        }),
        facet("theme", "Theme", entities(Table::Theme), |d, s| {
            ids(d, &s.themes, Table::Theme)
        }),
        facet("modality", "How firmly", words("modality"), |d, s| {
            vec![d.word(s.modality_word).id.clone()]
        }),
        facet("voice", "Voice", words("voice-how"), |d, s| {
            vec![d.word(s.how).id.clone()]
        }),
        facet("lens", "Reason given", lens_values, lenses),
        facet("year", "Year", year_values, years),
        facet("section", "Section", sections, section),
    ];
    all.into_iter().filter(|facet| !facet.values.is_empty()).collect()
}

/// Whether a facet of this key has this value, however many statements do.
pub fn is_listed(d: &Dataset, key: &str, id: &str) -> bool {
    let facet = readers(d).into_iter().find(|facet| facet.key == key);
    facet.is_some_and(|facet| facet.values.iter().any(|(own, _)| own == id))
}

/// The statements that have one of the values chosen of every facet, sorted, and the facets counted. `of` narrows to statements
/// found by a query; without it all are listed. A value that the dataset does not have narrows nothing.
pub fn listing(d: &Dataset, chosen: &[(String, Vec<String>)], sort: Sort, of: Option<&[StatementIx]>) -> Listing {
    let readers = readers(d);
    let wanted: Vec<Vec<&String>> = readers
        .iter()
        .map(|facet| {
            let ids = chosen
                .iter()
                .filter(|(key, _)| key == facet.key)
                .flat_map(|(_, ids)| ids);
            ids.filter(|id| facet.values.iter().any(|(own, _)| own == *id))
                .collect()
        })
        .collect();
    let mut counts: Vec<Vec<usize>> = readers.iter().map(|facet| vec![0; facet.values.len()]).collect();
    let mut rows = Vec::new();
    let found: Option<HashSet<StatementIx>> = of.map(|found| found.iter().copied().collect());
    for ix in d
        .statements()
        .filter(|ix| found.as_ref().is_none_or(|found| found.contains(ix)))
    {
        let s = d.statement(ix);
        let own: Vec<Vec<String>> = readers.iter().map(|facet| (facet.of)(d, s)).collect();
        let fits: Vec<bool> = wanted
            .iter()
            .zip(&own)
            .map(|(wanted, own)| wanted.is_empty() || wanted.iter().any(|id| own.contains(id)))
            .collect();
        for (n, ((facet, counts), own)) in readers.iter().zip(&mut counts).zip(&own).enumerate() {
            // A value is counted with what the other facets leave: it says what choosing it would show.
            if fits.iter().enumerate().all(|(other, fits)| *fits || other == n) {
                for (count, _) in counts
                    .iter_mut()
                    .zip(&facet.values)
                    .filter(|(_, (id, _))| own.contains(id))
                {
                    *count += 1;
                }
            }
        }
        if fits.iter().all(|fits| *fits) {
            rows.push(ix);
        }
    }
    sort_rows(d, &mut rows, sort);
    let facets = readers.into_iter().zip(counts).map(|(facet, counts)| StatementFacet {
        key: facet.key,
        name: facet.name,
        values: facet
            .values
            .into_iter()
            .zip(counts)
            .map(|((id, word), count)| ListedValue { id, word, count })
            .collect(),
    });
    Listing {
        rows,
        facets: facets.collect(),
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
