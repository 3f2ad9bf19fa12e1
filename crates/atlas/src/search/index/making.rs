//! The making of the index: every thing of a dataset, with the words of each of its fields.

use std::collections::{HashMap, HashSet};

use super::{Follower, Index, Thing, traits};
use crate::index::{EntityIx, StatementIx, WordIx};
use crate::model::{Dataset, Node, Table, Target};
use crate::roles::Scope;
use crate::search::names::{names_of, other_names, permits};
use crate::search::thesaurus::Thesaurus;
use crate::search::words::{stem, telling, words};
use crate::search::{Field, Group};
use crate::tables::SearchWordsRow;
use crate::text::fold;

/// Widest span of years by which a thing is found by each year of it; what is wider is not "of" a year.
const WIDEST_SPAN: u16 = 4;

/// An index in the making: statements are taken some at a time, so that a page can answer in between.
pub struct Indexing {
    things: Vec<Thing>,
    found: HashMap<String, Vec<(u32, Field)>>,
    /// The places among the things of entities.
    entities: HashMap<EntityIx, u32>,
    /// For each entity, by its place, what is about it: what finds the entity finds that too.
    followers: Vec<Vec<Follower>>,
    /// Statements taken.
    taken: usize,
    /// What kinds of permission a statement tells of.
    permits: HashMap<StatementIx, Vec<WordIx>>,
    /// Statements of which the source says why.
    reasons: HashSet<StatementIx>,
}

impl Indexing {
    /// An index with the entities alone.
    pub fn new(d: &Dataset) -> Self {
        let mut begun = Self {
            things: Vec::new(),
            found: HashMap::new(),
            entities: HashMap::new(),
            followers: Vec::new(),
            taken: 0,
            permits: permits(d),
            reasons: reasons(d),
        };
        for (n, ix) in d.entities().enumerate() {
            begun.entities.insert(ix, u32::try_from(n).unwrap_or(u32::MAX));
            begun.followers.push(Vec::new());
        }
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
            phrases: Vec::new(),
            traits: 0,
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

    /// Adds names to the thing begun last.
    fn names(&mut self, d: &Dataset, field: Field, ix: EntityIx) {
        for name in names_of(d, ix) {
            self.add(field, name);
            self.phrase(name, true);
        }
    }

    /// The thing begun last is found by what finds an entity: its names, and as a rule the words of readers for it.
    fn follows(&mut self, ix: EntityIx, by_words: bool) {
        let thing = u32::try_from(self.things.len().saturating_sub(1)).unwrap_or(u32::MAX);
        let followers = self.entities.get(&ix).and_then(|&n| self.followers.get_mut(n as usize));
        if let Some(followers) = followers.filter(|followers| followers.last().is_none_or(|last| last.thing != thing)) {
            followers.push(Follower { thing, by_words });
        }
    }

    /// Words by which readers look for the thing begun last.
    fn search_words(&mut self, rows: &[SearchWordsRow]) {
        for row in rows {
            self.add(Field::Words, &row.text);
            row.text.split(',').for_each(|phrase| self.phrase(phrase, false));
        }
    }

    /// A name or other words for the thing begun last, by their stems: what is asked for in all of them is meant.
    fn phrase(&mut self, text: &str, is_name: bool) {
        let phrase: Vec<String> = telling(words(text)).iter().map(|word| stem(word)).collect();
        if let Some(thing) = self.things.last_mut().filter(|_| !phrase.is_empty()) {
            thing.phrases.push((phrase, is_name));
        }
    }

    fn has_trait(&mut self, bit: u8, has: bool) {
        if let Some(thing) = self.things.last_mut().filter(|_| has) {
            thing.traits |= bit;
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
        for &e in s.about.iter().chain(&s.themes) {
            self.follows(e, true);
        }
        self.follows(s.who, false);
        for term in s.evidence.iter().flat_map(|e| &e.terms) {
            self.add(Field::Terms, term);
        }
        self.add(Field::Date, s.date_words.as_deref().unwrap_or_default());
        self.years(s.when.as_ref());
        if let Some(quantity) = &s.quantity {
            for words in [&quantity.unit, &quantity.of].into_iter().flatten() {
                self.add(Field::Terms, words);
            }
        }
        self.add(Field::Kind, &d.word(s.modality_word).word);
        let of = |table: Table| s.about.iter().any(|&e| d.entity(e).table == table);
        self.has_trait(traits::WHO, of(Table::Actor));
        self.has_trait(traits::WHEN, s.when.is_some() || s.date_words.is_some());
        self.has_trait(traits::WHERE, of(Table::Place));
        self.has_trait(traits::HOW_MANY, s.quantity.is_some());
        self.has_trait(traits::WHY, self.reasons.contains(&ix));
        self.has_trait(traits::WHICH, of(Table::Country));
        let of_belonging = |word: &String| {
            matches!(
                stem(word).as_str(),
                "join" | "member" | "membership" | "part" | "belong"
            )
        };
        self.has_trait(traits::WHETHER, words(&s.text).iter().any(of_belonging));
        // What is said of all is said of each.
        if s.scope == Scope::All {
            for country in d.table(Table::Country) {
                self.follows(country, false);
            }
        }
        for kind in self.permits.get(&ix).cloned().unwrap_or_default() {
            self.add(Field::Terms, &d.word(kind).word);
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
        self.search_words(&entity.search_words);
        self.has_trait(traits::WHO, entity.table == Table::Actor);
        self.has_trait(traits::WHEN, event);
        self.has_trait(traits::WHERE, matches!(entity.table, Table::Place | Table::Line));
        self.has_trait(traits::WHICH, entity.table == Table::Country);
        self.has_trait(traits::WIDE, entity.table == Table::Theme);
        for role in entity.roles.iter().filter_map(|role| role.value().words.as_ref()) {
            self.add(Field::Terms, role);
        }
        if let Some(kind) = entity.kind {
            self.add(Field::Kind, &d.word(kind).word);
        }
        self.add(Field::Text, entity.words.as_deref().unwrap_or_default());
        if let Some(country) = entity.country {
            self.follows(country, true);
        }
        if let Some(&dating) = entity.statements.first().filter(|_| event) {
            let s = d.statement(dating);
            self.years(s.when.as_ref());
            for &e in &s.about {
                self.follows(e, true);
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
            b.add(Field::Terms, &d.paragraph(ix).id);
        }
        for (n, term) in d.glossary().iter().enumerate() {
            let text = format!("{} {}", term.term, term.expansion.as_deref().unwrap_or_default());
            b.thing(Target::Term(n), Group::Terms, &format!("{text} {}", term.meaning));
            b.add(Field::Name, &text);
            b.add(Field::Text, &term.meaning);
            b.search_words(&term.search_words);
        }
        for ix in d.gaps() {
            let gap = d.gap(ix);
            b.thing(Target::Gap(ix), Group::Gaps, &format!("{} {}", gap.question, gap.why));
            b.add(Field::Text, &gap.question);
            b.add(Field::Terms, &gap.why);
            b.search_words(&gap.search_words);
            b.asked(&gap.question);
            for &e in &gap.about {
                b.follows(e, true);
            }
        }
        let mut found: Vec<(String, Vec<(u32, Field)>)> = b.found.into_iter().collect();
        crate::order::sort_by_key(&mut found, |(word, _)| word.clone());
        let (words, places): (Vec<String>, _) = found.into_iter().unzip();
        let mut stems: Vec<(String, u32)> = words.iter().map(|word| stem(word)).zip(0..).collect();
        crate::order::sort_by_key(&mut stems, |(stem, _)| stem.clone());
        Index {
            words,
            stems,
            places,
            things: b.things,
            followers: b.followers,
            thesaurus: Thesaurus::new(),
            names: other_names(d),
        }
    }

    /// What a gap leaves open.
    fn asked(&mut self, question: &str) {
        let asked = words(question);
        let has = |wanted: &str| asked.iter().any(|word| word == wanted);
        let follows = |first: &str, second: &[&str]| {
            let mut pairs = asked.iter().zip(asked.iter().skip(1));
            pairs.any(|(one, other)| one == first && second.contains(&other.as_str()))
        };
        self.has_trait(traits::WHO, has("who") || has("whom") || has("whose"));
        self.has_trait(traits::WHEN, has("when") || follows("what", &["date", "day"]));
        self.has_trait(traits::WHERE, has("where") || follows("which", &["city", "place"]));
        self.has_trait(
            traits::HOW_MANY,
            follows("how", &["many", "much", "large", "long", "often", "big", "strong"]),
        );
        self.has_trait(traits::WHY, has("why") || follows("what", &["led", "caused"]));
    }
}

/// Statements of which the source itself gives a reason or a consequence.
fn reasons(d: &Dataset) -> HashSet<StatementIx> {
    let relations = d.relations().iter().filter(|relation| !relation.statements.is_empty());
    let ends = relations.flat_map(|relation| [relation.from, relation.to]);
    ends.filter_map(|end| match end {
        Node::Statement(ix) => Some(ix),
        Node::Event(_) => None,
    })
    .collect()
}
