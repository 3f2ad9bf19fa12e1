//! The making of the index: every thing of a dataset, with the words of each of its fields.

use std::collections::HashMap;

use super::{Index, Thing};
use crate::index::{EntityIx, StatementIx, WordIx};
use crate::model::{Dataset, Table, Target};
use crate::search::names::{names_of, other_names, permits};
use crate::search::words::{telling, words};
use crate::search::{Field, Group};
use crate::text::fold;

/// Widest span of years by which a thing is found by each year of it; what is wider is not "of" a year.
const WIDEST_SPAN: u16 = 4;

/// An index in the making: statements are taken some at a time, so that a page can answer in between.
pub struct Indexing {
    things: Vec<Thing>,
    found: HashMap<String, Vec<(u32, Field)>>,
    /// Words of the names of each entity that statements have named so far.
    named: HashMap<EntityIx, Vec<String>>,
    /// Statements taken.
    taken: usize,
    /// What kinds of permission a statement tells of.
    permits: HashMap<StatementIx, Vec<WordIx>>,
}

impl Indexing {
    /// An index with the entities alone.
    pub fn new(d: &Dataset) -> Self {
        let mut begun = Self {
            things: Vec::new(),
            found: HashMap::new(),
            named: HashMap::new(),
            taken: 0,
            permits: permits(d),
        };
        for ix in d.entities() {
            begun.entity(d, ix);
        }
        begun
    }

    /// Takes up to so many further statements; whether there were any left to take.
    pub fn step(&mut self, d: &Dataset, statements: usize) -> bool {
        for ix in d.statements().skip(self.taken).take(statements) {
            self.statement(d, ix);
        }
        self.taken = self.taken.saturating_add(statements);
        self.taken < d.statements().len()
    }

    fn thing(&mut self, target: Target, group: Group, text: &str) {
        self.things.push(Thing {
            target,
            group,
            text: fold(text),
            length: u32::try_from(words(text).len()).unwrap_or(u32::MAX),
            names: Vec::new(),
        });
    }

    /// Adds a text to the thing begun last.
    fn add(&mut self, field: Field, text: &str) {
        let thing = u32::try_from(self.things.len().saturating_sub(1)).unwrap_or(u32::MAX);
        for word in words(text) {
            self.found_at(word, thing, field);
        }
    }

    fn found_at(&mut self, word: String, thing: u32, field: Field) {
        let places = self.found.entry(word).or_default();
        if places.last() != Some(&(thing, field)) {
            places.push((thing, field));
        }
    }

    fn names(&mut self, d: &Dataset, field: Field, ix: EntityIx) {
        let words = self
            .named
            .entry(ix)
            .or_insert_with(|| names_of(d, ix).flat_map(|name| words(name)).collect())
            .clone();
        let thing = u32::try_from(self.things.len().saturating_sub(1)).unwrap_or(u32::MAX);
        for word in words {
            self.found_at(word, thing, field);
        }
    }

    fn years(&mut self, when: Option<&crate::dates::Edtf>) {
        let bounds = when.and_then(|w| Some((w.first()?.year(), w.last()?.year())));
        if let Some((first, last)) = bounds.filter(|(first, last)| last.saturating_sub(*first) <= WIDEST_SPAN) {
            for year in first..=last {
                self.add(Field::Date, &year.to_string());
            }
        }
    }

    fn statement(&mut self, d: &Dataset, ix: StatementIx) {
        let s = d.statement(ix);
        self.thing(Target::Statement(ix), Group::Statements, &s.text);
        self.add(Field::Text, &s.text);
        for &e in s.about.iter().chain(&s.themes).chain([&s.who]) {
            self.names(d, Field::About, e);
        }
        for term in s.evidence.iter().flat_map(|e| &e.terms) {
            self.add(Field::Terms, term);
        }
        self.add(Field::Date, s.date_words.as_deref().unwrap_or_default());
        self.years(s.when.as_ref());
        self.add(Field::Kind, &d.word(s.modality_word).word);
        for kind in self.permits.get(&ix).cloned().unwrap_or_default() {
            self.add(Field::Kind, &d.word(kind).word);
        }
    }

    fn entity(&mut self, d: &Dataset, ix: EntityIx) {
        let entity = d.entity(ix);
        let event = entity.table == Table::Event;
        let group = if event { Group::Events } else { Group::Entities };
        self.thing(Target::Entity(ix), group, &entity.name);
        self.names(d, Field::Name, ix);
        if let Some(thing) = self.things.last_mut().filter(|_| !event) {
            // As a query has them: without words that say nothing.
            thing.names = names_of(d, ix).map(|name| telling(words(name)).join(" ")).collect();
        }
        if let Some(kind) = entity.kind {
            self.add(Field::Kind, &d.word(kind).word);
        }
        self.add(Field::Text, entity.words.as_deref().unwrap_or_default());
        if let Some(country) = entity.country {
            self.names(d, Field::About, country);
        }
        if let Some(&dating) = entity.statements.first().filter(|_| event) {
            let s = d.statement(dating);
            self.years(s.when.as_ref());
            for &e in &s.about {
                self.names(d, Field::About, e);
            }
        }
    }

    /// Takes all that is left, and is done.
    pub fn finish(mut self, d: &Dataset) -> Index {
        self.step(d, usize::MAX);
        let mut b = self;
        for ix in d.paragraphs() {
            b.thing(Target::Paragraph(ix), Group::Paragraphs, &d.paragraph(ix).gist);
            b.add(Field::Text, &d.paragraph(ix).gist);
            b.add(Field::Name, &d.paragraph(ix).id);
        }
        for (n, term) in d.glossary().iter().enumerate() {
            let text = format!("{} {}", term.term, term.expansion.as_deref().unwrap_or_default());
            b.thing(Target::Term(n), Group::Terms, &format!("{text} {}", term.meaning));
            b.add(Field::Name, &text);
            b.add(Field::Text, &term.meaning);
        }
        for ix in d.gaps() {
            let gap = d.gap(ix);
            b.thing(Target::Gap(ix), Group::Gaps, &format!("{} {}", gap.question, gap.why));
            b.add(Field::Text, &gap.question);
            b.add(Field::Terms, &gap.why);
            for &e in &gap.about {
                b.names(d, Field::About, e);
            }
        }
        let mut found: Vec<(String, Vec<(u32, Field)>)> = b.found.into_iter().collect();
        crate::order::sort_by_key(&mut found, |(word, _)| word.clone());
        let (words, places) = found.into_iter().unzip();
        Index {
            words,
            places,
            things: b.things,
            names: other_names(d),
        }
    }
}
