//! Where ids and words lead, and what is said where they lead nowhere: the resolver's own knowledge, apart from any table's fields.

use std::cell::Cell;
use std::collections::HashMap;

use super::kind::{Kind, file};
use super::*;
use crate::bundle::Bundle;
use crate::index::Owner;
use crate::limits::{LONGEST_ID, MOST_NAMED, MOST_PROBLEMS};
use crate::load::Unread;
use crate::problem::{Problem, Problems};
use crate::tables::EntityRow;

/// Most problems that get an example of their own.
const MOST_EXAMPLES: usize = 100;

/// Knows where every id leads before anything is resolved.
pub(super) struct Resolver {
    pub(super) ids: HashMap<String, Target>,
    /// The table of each entity, in the entities' order.
    tables: Vec<Table>,
    words: HashMap<(String, String), WordIx>,
    pub(super) word_rows: Vec<Word>,
    /// Whose places these are.
    pub(super) owner: Owner,
    unread: Unread,
    /// Whether everything referred to was there.
    whole: Cell<bool>,
}

/// Where in the document the resolver is, so that a problem can say so.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) table: &'a str,
    pub(super) id: &'a str,
}

impl Place<'_> {
    pub(super) fn problem(self, field: &str, found: impl Into<String>, expected: impl Into<String>) -> Problem {
        Problem::new(self.table, self.id, field, found, expected)
    }
}

/// The tables of entities of a bundle, in the order of [`Table`].
pub(crate) fn entity_tables(b: &Bundle) -> [(&'static str, Table, &[EntityRow]); 8] {
    [
        (file(Table::Country), Table::Country, &b.countries),
        (file(Table::Programme), Table::Programme, &b.programmes),
        (file(Table::Actor), Table::Actor, &b.actors),
        (file(Table::Place), Table::Place, &b.places),
        (file(Table::Document), Table::Document, &b.documents),
        (file(Table::Theme), Table::Theme, &b.themes),
        (file(Table::Event), Table::Event, &b.events),
        (file(Table::Line), Table::Line, &b.lines),
    ]
}

impl Resolver {
    pub(super) fn new(b: &Bundle, unread: Unread, problems: &mut Problems) -> Self {
        let owner = Owner::of(b);
        let mut this = Self {
            whole: Cell::new(unread.is_nothing()),
            unread,
            tables: Vec::new(),
            ids: HashMap::new(),
            words: HashMap::new(),
            word_rows: Vec::new(),
            owner,
        };
        for (n, row) in b.vocabularies.iter().enumerate() {
            let key = (row.group.clone(), row.id.clone());
            if this.words.insert(key, WordIx::at(owner, n)).is_some() {
                problems.push(Problem::new(
                    "vocabularies",
                    &row.id,
                    "id",
                    format!("\"{}\" twice in the group \"{}\"", row.id, row.group),
                    format!("ids unique within their group, such as \"{}-2\"", row.id),
                ));
            }
            this.word_rows.push(Word {
                id: row.id.clone(),
                group: row.group.clone(),
                role: row.role.clone(),
                word: row.word.clone(),
                sentence: row.sentence.clone(),
                sign: row.sign.clone(),
                statements: Vec::new(),
            });
        }
        for (name, table, rows) in entity_tables(b) {
            for row in rows {
                let ix = EntityIx::at(owner, this.tables.len());
                this.add(name, &row.id, Target::Entity(ix), problems);
                this.tables.push(table);
            }
        }
        fn ids<'a, T>(rows: &'a [T], id: impl Fn(&T) -> &String + 'a) -> impl Iterator<Item = (usize, String)> + 'a {
            rows.iter().enumerate().map(move |(n, row)| (n, id(row).clone()))
        }
        for (n, id) in ids(&b.statements, |r| &r.id) {
            this.add(
                "statements",
                &id,
                Target::Statement(StatementIx::at(owner, n)),
                problems,
            );
        }
        for (n, id) in ids(&b.participations, |r| &r.id) {
            this.add(
                "participations",
                &id,
                Target::Participation(ParticipationIx::at(owner, n)),
                problems,
            );
        }
        for (n, id) in ids(&b.permissions, |r| &r.id) {
            this.add(
                "permissions",
                &id,
                Target::Permission(PermissionIx::at(owner, n)),
                problems,
            );
        }
        for (n, id) in ids(&b.legs, |r| &r.id) {
            this.add("legs", &id, Target::Leg(LegIx::at(owner, n)), problems);
        }
        for (n, id) in ids(&b.gaps, |r| &r.id) {
            this.add("gaps", &id, Target::Gap(GapIx::at(owner, n)), problems);
        }
        for (n, id) in ids(&b.glossary, |r| &r.id) {
            this.add("glossary", &id, Target::Term(n), problems);
        }
        for (n, id) in ids(&b.source.oddities, |r| &r.id) {
            this.add("source", &id, Target::Oddity(n), problems);
        }
        for (n, id) in ids(&b.source.paragraphs, |r| &r.id) {
            this.add("source", &id, Target::Paragraph(ParagraphIx::at(owner, n)), problems);
        }
        for (n, row) in b.vocabularies.iter().enumerate() {
            let at = Place {
                table: "vocabularies",
                id: &row.id,
            };
            let statements = this.statements(at, "statements", &row.statements, problems);
            if let Some(word) = this.word_rows.get_mut(n) {
                word.statements = statements;
            }
        }
        this
    }

    fn add(&mut self, table: &str, id: &str, target: Target, problems: &mut Problems) {
        if self.ids.insert(id.to_owned(), target).is_some() {
            problems.push(Problem::new(
                table,
                id,
                "id",
                format!("\"{id}\" twice"),
                format!("ids unique over all tables, such as \"{id}-2\""),
            ));
        }
    }

    /// Whether nothing was missing so far.
    pub(super) fn is_whole(&self) -> bool {
        self.whole.get()
    }

    pub(super) fn word(
        &self,
        at: Place,
        field: &str,
        group: &str,
        id: &str,
        problems: &mut Problems,
    ) -> Option<WordIx> {
        let found = self.words.get(&(group.to_owned(), id.to_owned())).copied();
        if found.is_none() {
            self.whole.set(false);
            if self.unread.may_have(id) {
                return None;
            }
            // As in `target`: examples take time.
            let known = (problems.len() < MOST_PROBLEMS).then(|| {
                let rows = self.word_rows.iter().filter(|w| w.group == group);
                format!(": {}", listed(rows.map(|w| &w.id)))
            });
            let expected = format!(
                "a row of the group \"{group}\" in vocabularies{}",
                known.unwrap_or_default()
            );
            problems.push(at.problem(field, format!("\"{id}\""), expected));
        }
        found
    }

    /// A vocabulary row with the role that code knows it by.
    pub(super) fn role<R: Copy>(
        &self,
        at: Place,
        field: &str,
        group: &str,
        id: &str,
        parse: fn(&str) -> Option<R>,
        problems: &mut Problems,
    ) -> Option<(WordIx, R)> {
        let ix = self.word(at, field, group, id, problems)?;
        // Rows with an unknown role are reported once, by `validate::rows`.
        Some((ix, parse(&self.word_rows.get(ix.get())?.role)?))
    }

    /// What an id names, where that is of the kind that stands here. A row of another table is told and taken all the same, so that
    /// what rests on it is judged too.
    pub(super) fn target(
        &self,
        at: Place,
        field: &str,
        id: &str,
        kind: Kind,
        problems: &mut Problems,
    ) -> Option<Target> {
        let named = self.ids.get(id).copied();
        if let Some(target) = named.filter(|&target| self.fits(target, kind)) {
            return Some(target);
        }
        let stands_in = match (named, kind) {
            (Some(target @ Target::Entity(_)), Kind::Entity(_)) => Some(target),
            _ => None,
        };
        if stands_in.is_none() {
            self.whole.set(false);
        }
        if named.is_none() && self.unread.may_have(id) {
            return None;
        }
        let found = named.map_or_else(
            || format!("\"{id}\""),
            |target| format!("\"{id}\", which is in {}", self.table_of(target)),
        );
        // Looking for an example takes time: a long list has some for the first.
        let nearest = (problems.len() < MOST_EXAMPLES)
            .then(|| self.nearest(id, kind))
            .flatten();
        let such_as = nearest.map_or_else(String::new, |known| format!(", such as \"{known}\""));
        problems.push(at.problem(field, found, format!("the id of {}{such_as}", kind.words())));
        stands_in
    }

    fn fits(&self, target: Target, kind: Kind) -> bool {
        let is_in =
            |ix: EntityIx, tables: &[Table]| self.tables.get(ix.get()).is_some_and(|table| tables.contains(table));
        match (kind, target) {
            (Kind::Entity(tables), Target::Entity(ix)) => is_in(ix, tables),
            (Kind::Node, Target::Entity(ix)) => is_in(ix, &[Table::Event]),
            (Kind::Statement | Kind::Node, Target::Statement(_))
            | (Kind::Paragraph, Target::Paragraph(_))
            | (Kind::Permission, Target::Permission(_)) => true,
            _ => false,
        }
    }

    /// The table that a row stands in, as a bundle names it.
    fn table_of(&self, target: Target) -> &'static str {
        match target {
            Target::Entity(ix) => self.tables.get(ix.get()).map_or("", |&table| file(table)),
            Target::Statement(_) => "statements",
            Target::Participation(_) => "participations",
            Target::Permission(_) => "permissions",
            Target::Leg(_) => "legs",
            Target::Gap(_) => "gaps",
            Target::Term(_) => "glossary",
            Target::Oddity(_) | Target::Paragraph(_) => "source",
        }
    }

    /// The id of this kind that begins most like the one written: what was meant, or at least an example.
    fn nearest(&self, id: &str, kind: Kind) -> Option<&String> {
        let alike = |known: &str| {
            let both = known.bytes().zip(id.bytes()).take(LONGEST_ID);
            both.take_while(|(a, b)| a == b).count()
        };
        let known = self
            .ids
            .iter()
            .filter(|(_, target)| self.fits(**target, kind))
            .map(|(known, _)| known);
        known.max_by(|a, b| alike(a).cmp(&alike(b)).then_with(|| b.cmp(a)))
    }

    /// A row of one of these tables.
    pub(super) fn entity(
        &self,
        at: Place,
        field: &str,
        id: &str,
        tables: &'static [Table],
        problems: &mut Problems,
    ) -> Option<EntityIx> {
        match self.target(at, field, id, Kind::Entity(tables), problems)? {
            Target::Entity(ix) => Some(ix),
            _ => None,
        }
    }

    pub(super) fn statement(&self, at: Place, field: &str, id: &str, problems: &mut Problems) -> Option<StatementIx> {
        match self.target(at, field, id, Kind::Statement, problems)? {
            Target::Statement(ix) => Some(ix),
            _ => None,
        }
    }

    pub(super) fn node(&self, at: Place, field: &str, id: &str, problems: &mut Problems) -> Option<Node> {
        match self.target(at, field, id, Kind::Node, problems)? {
            Target::Statement(ix) => Some(Node::Statement(ix)),
            Target::Entity(ix) => Some(Node::Event(ix)),
            _ => None,
        }
    }

    pub(super) fn entities(
        &self,
        at: Place,
        field: &str,
        ids: &[String],
        tables: &'static [Table],
        problems: &mut Problems,
    ) -> Vec<EntityIx> {
        ids.iter()
            .filter_map(|id| self.entity(at, field, id, tables, problems))
            .collect()
    }

    pub(super) fn statements(
        &self,
        at: Place,
        field: &str,
        ids: &[String],
        problems: &mut Problems,
    ) -> Vec<StatementIx> {
        ids.iter()
            .filter_map(|id| self.statement(at, field, id, problems))
            .collect()
    }

    /// Statements behind a value: there must be one.
    pub(super) fn cited<T>(
        &self,
        at: Place,
        field: &str,
        value: T,
        ids: &[String],
        problems: &mut Problems,
    ) -> Option<Cited<T>> {
        let statements = self.statements(at, field, ids, problems);
        if ids.is_empty() {
            problems.push(at.problem(
                field,
                "no statement",
                "at least one statement, such as [\"a-statement\"]: a value cannot exist without one",
            ));
        }
        Cited::new(value, &statements)
    }

    pub(super) fn date(&self, at: Place, field: &str, text: &str, problems: &mut Problems) -> Option<Edtf> {
        match Edtf::parse(text) {
            Ok(date) => Some(date),
            Err(error) => {
                self.whole.set(false);
                problems.push(at.problem(field, format!("\"{text}\""), format!("an EDTF date: {error}")));
                None
            }
        }
    }

    pub(super) fn paragraph(&self, at: Place, field: &str, id: &str, problems: &mut Problems) -> Option<ParagraphIx> {
        match self.target(at, field, id, Kind::Paragraph, problems)? {
            Target::Paragraph(ix) => Some(ix),
            _ => None,
        }
    }
}

/// Ids one after the other, or that there are none.
pub(super) fn listed<'a>(ids: impl Iterator<Item = &'a String>) -> String {
    let ids: Vec<&str> = ids.map(String::as_str).take(MOST_NAMED).collect();
    match ids.is_empty() {
        true => "it has none".to_owned(),
        false => ids.join(", "),
    }
}
