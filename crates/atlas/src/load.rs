//! From text to rows: every row is read by itself, so that one defect does not hide the others.
//!
//! Shape only, with caps on what is worked on; meaning is checked by `model::resolve` and `validate`.

use std::collections::{BTreeMap, HashSet};
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::bundle::{Bundle, FORMAT, FORMATS, MINOR};
use crate::limits::{MOST_BYTES, MOST_DIGITS, SLICE, is_drawing, most_rows};
use crate::problem::{Problem, Problems};
use crate::row::json::Json;
use crate::row::shape::{FromJson, Reading};
use crate::yielding::Yield;

/// What was read of a document: the rows that have their shape, and what is wrong with the others.
pub(crate) struct Read {
    pub(crate) bundle: Bundle,
    pub(crate) problems: Problems,
    pub(crate) unread: Unread,
}

/// What a document has and was not read, for want of its shape: whatever refers to it must not be told as a defect of its own.
#[derive(Default)]
pub(crate) struct Unread {
    ids: HashSet<String>,
    tables: HashSet<String>,
    /// Something was not read whose id is not known.
    nameless: bool,
}

/// What no other row refers to.
const NEVER_NAMED: &[&str] = &[
    "format",
    "$schema",
    "participations",
    "legs",
    "relations",
    "gaps",
    "glossary",
    "outlines",
];

impl Unread {
    fn row(&mut self, table: &str, id: Option<&str>) {
        self.tables.insert(table.to_owned());
        match id {
            Some(id) => drop(self.ids.insert(id.to_owned())),
            None => self.nameless |= !NEVER_NAMED.contains(&table),
        }
    }

    /// Whether all was read.
    pub(crate) fn is_nothing(&self) -> bool {
        self.tables.is_empty()
    }

    /// Whether it may have a row of this id.
    pub(crate) fn may_have(&self, id: &str) -> bool {
        self.nameless || self.ids.contains(id)
    }

    /// Whether it has a row of this table.
    pub(crate) fn is_of(&self, table: &str) -> bool {
        self.tables.contains(table)
    }
}

/// Reads the shape of a bundle, with every row that does not have its shape among the problems. Fields that are not known are errors
/// too, or warnings where the bundle is of a newer minor format.
///
/// # Errors
/// Where there is no document, or one of the tables that are a single row does not have its shape.
pub(crate) async fn bundle(json: &str, yield_now: Yield<'_>) -> Result<Read, Problems> {
    if json.len() > MOST_BYTES {
        let (found, most) = (format!("{} bytes", json.len()), format!("at most {MOST_BYTES} bytes"));
        return Err(Problem::new("bundle", "document", "", found, most).into());
    }
    let Top(fields) = serde_json::from_str(json).map_err(|error| {
        Problem::new(
            "bundle",
            "document",
            "",
            error.to_string(),
            "a JSON object, such as {\"format\": ...}",
        )
    })?;
    let mut top = BTreeMap::new();
    for (table, raw) in fields {
        if top.insert(table.clone(), raw).is_some() {
            let twice = Problem::new("bundle", "document", &table, "the same field twice", "each table once");
            return Err(twice.into());
        }
    }
    let mut reader = Reader {
        top,
        problems: Problems::default(),
        unread: Unread::default(),
        newer: false,
    };
    let format = reader.format();
    if let Some(format) = &format {
        reader.check_format(format);
    }
    yield_now().await;
    let bundle = reader.tables(format.unwrap_or_default(), yield_now).await;
    yield_now().await;
    reader.unknown_tables();
    let Reader { problems, unread, .. } = reader;
    match bundle {
        Some(bundle) => Ok(Read {
            bundle,
            problems,
            unread,
        }),
        None => Err(problems),
    }
}

/// The fields of the document as they stand, so that one given twice is noticed.
struct Top<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Top<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Vec<(String, &'de RawValue)>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(fields)
            }
        }
        deserializer.deserialize_map(Fields).map(Top)
    }
}

struct Reader<'a> {
    top: BTreeMap<String, &'a RawValue>,
    problems: Problems,
    unread: Unread,
    newer: bool,
}

impl<'a> Reader<'a> {
    fn format(&mut self) -> Option<String> {
        if !self.top.contains_key("format") {
            let expected = format!("the version of the format, such as \"{FORMAT}\"");
            self.problems
                .push(Problem::new("bundle", "document", "format", "nothing", expected));
            return None;
        }
        self.one("format")
    }

    fn check_format(&mut self, format: &str) {
        let digits = |minor: &&str| minor.len() <= MOST_DIGITS && minor.bytes().all(|digit| digit.is_ascii_digit());
        let minor = format.strip_prefix(FORMATS).filter(digits);
        match minor.and_then(|minor| minor.parse::<u32>().ok()) {
            Some(minor) => self.newer = minor > MINOR,
            None => self.problems.push(Problem::new(
                "bundle",
                "document",
                "format",
                format!("\"{format}\""),
                format!("\"{FORMAT}\""),
            )),
        }
    }

    async fn tables(&mut self, format: String, yield_now: Yield<'_>) -> Option<Bundle> {
        // The schema that a bundle names is for editors and other validators; here it need only be a text.
        if self.top.contains_key("$schema") {
            let _: Option<String> = self.one("$schema");
        }
        let (dataset, source, texts) = (self.one("dataset"), self.one("source"), self.one("texts"));
        Some(Bundle {
            format,
            glossary: self.many("glossary"),
            vocabularies: self.many("vocabularies"),
            statements: self.rows_yielding("statements", yield_now).await,
            countries: self.many("countries"),
            programmes: self.many("programmes"),
            actors: self.many("actors"),
            places: self.many("places"),
            documents: self.many("documents"),
            themes: self.many("themes"),
            participations: self.many("participations"),
            permissions: self.many("permissions"),
            lines: self.many("lines"),
            legs: self.many("legs"),
            events: self.many("events"),
            relations: self.many("relations"),
            gaps: self.many("gaps"),
            outlines: self.optional("outlines"),
            dataset: dataset?,
            source: source?,
            texts: texts?,
        })
    }

    /// Notes every table that has not been taken.
    fn unknown_tables(&mut self) {
        for table in std::mem::take(&mut self.top).into_keys() {
            self.unknown("bundle", "document", &table);
        }
    }

    fn one<T: FromJson>(&mut self, table: &'static str) -> Option<T> {
        let Some(raw) = self.top.remove(table) else {
            self.problems
                .push(Problem::new("bundle", "document", table, "nothing", T::EXPECTED));
            return None;
        };
        self.row(table, table, raw.get())
    }

    fn optional<T: FromJson>(&mut self, table: &'static str) -> Option<T> {
        let raw = self.top.remove(table).filter(|raw| raw.get() != "null")?;
        self.row(table, table, raw.get())
    }

    fn many<T: FromJson>(&mut self, table: &'static str) -> Vec<T> {
        let rows = self.list(table).into_iter().enumerate();
        rows.filter_map(|(n, row)| self.nth(table, n, row)).collect()
    }

    /// The table of which a large dataset has most: some rows at a time.
    async fn rows_yielding<T: FromJson>(&mut self, table: &'static str, yield_now: Yield<'_>) -> Vec<T> {
        let rows = self.list(table);
        let mut read = Vec::with_capacity(rows.len());
        for (n, row) in rows.into_iter().enumerate() {
            if n % SLICE == 0 {
                yield_now().await;
            }
            read.extend(self.nth(table, n, row));
        }
        read
    }

    fn nth<T: FromJson>(&mut self, table: &str, n: usize, row: &RawValue) -> Option<T> {
        self.row(table, &format!("row {}", n + 1), row.get())
    }

    /// The rows of a table, each as it stands.
    fn list(&mut self, table: &'static str) -> Vec<&'a RawValue> {
        let Some(raw) = self.top.remove(table) else {
            return Vec::new();
        };
        let whole = self.rows(table, raw);
        if whole.is_none() {
            self.unread.row(table, None);
        }
        whole.unwrap_or_default()
    }

    /// The same; nothing where there is no list, or too long a one.
    fn rows(&mut self, table: &'static str, raw: &'a RawValue) -> Option<Vec<&'a RawValue>> {
        let rows: Vec<&'a RawValue> = match serde_json::from_str(raw.get()) {
            Ok(rows) => rows,
            Err(_) => {
                if let Some(json) = self.value(table, "table", raw.get()) {
                    let problem = Problem::new(table, "table", "", json.in_words(), "a list of rows, such as []");
                    self.problems.push(problem);
                }
                return None;
            }
        };
        let most = most_rows(table);
        if rows.len() > most {
            self.problems.push(Problem::new(
                table,
                "table",
                "",
                format!("{} rows", rows.len()),
                format!("at most {most} rows"),
            ));
            return None;
        }
        Some(rows)
    }

    fn row<T: FromJson>(&mut self, table: &str, place: &str, raw: &str) -> Option<T> {
        let mut reading = Reading::new(is_drawing(table));
        let Some(json) = self.value(table, place, raw) else {
            self.unread.row(table, None);
            return None;
        };
        let own = json.text_of("id").map(str::to_owned);
        let row = T::from_json(json, &mut reading);
        let whole = !reading.broken;
        self.take_faults(table, own.as_deref().unwrap_or(place), reading);
        if !whole {
            self.unread.row(table, own.as_deref());
        }
        whole.then_some(row)
    }

    /// What can still be wrong with a value inside a document that was read whole: it is nested too deeply.
    fn value(&mut self, table: &str, place: &str, raw: &str) -> Option<Json> {
        let read = serde_json::from_str(raw);
        read.map_err(|error| {
            let problem = Problem::new(
                table,
                place,
                "",
                error.to_string(),
                "a row of this table (data/README.md)",
            );
            self.problems.push(problem);
        })
        .ok()
    }

    fn take_faults(&mut self, table: &str, id: &str, reading: Reading) {
        for fault in reading.faults {
            let problem = Problem::new(table, id, &fault.field, fault.found, fault.expected);
            let allowed = fault.unknown && self.newer;
            self.problems.push(if allowed { problem.warning() } else { problem });
        }
    }

    fn unknown(&mut self, table: &str, id: &str, field: &str) {
        let problem = Problem::new(
            table,
            id,
            field,
            "a field this version does not know",
            "no such field (is it misspelt?)",
        );
        self.problems.push(if self.newer { problem.warning() } else { problem });
    }
}
