//! The dataset as this tool thinks of it: references resolved, dates read, roles known; immutable and private.
//!
//! Built only by [`Dataset::from_json`], so whoever holds a `Dataset` holds a valid one. Left out: any content.

mod dataset;
mod kind;
mod lookup;
mod names;
mod resolve;

pub use dataset::{Dataset, Target};
pub(crate) use lookup::entity_tables;
pub use names::Names;
pub(crate) use resolve::resolve;

use crate::dates::{Day, Edtf};
use crate::fingerprint::Fingerprint;
use crate::index::*;
use crate::roles::{Arrangement, Basis, EvidenceRole, Modality, Scope, State, Use};
use crate::tables::{AliasRow, QuantityRow, SearchWordsRow};

/// A value that cannot be built without the statements behind it: everything that stands on screen as a fact is one.
#[derive(Clone, Debug, PartialEq)]
pub struct Cited<T> {
    value: T,
    first: StatementIx,
    others: Vec<StatementIx>,
}

impl<T> Cited<T> {
    /// `None` where there is no statement: such a value does not exist.
    pub(crate) fn new(value: T, statements: &[StatementIx]) -> Option<Self> {
        let (&first, others) = statements.split_first()?;
        Some(Self {
            value,
            first,
            others: others.to_vec(),
        })
    }

    /// The value.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// The first statement: it dates the value.
    pub fn first(&self) -> StatementIx {
        self.first
    }

    /// Every statement behind the value, the first one first.
    pub fn statements(&self) -> impl Iterator<Item = StatementIx> + '_ {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }

    /// The same statements behind another value.
    pub fn map<U>(&self, f: impl FnOnce(&T) -> U) -> Cited<U> {
        Cited {
            value: f(&self.value),
            first: self.first,
            others: self.others.clone(),
        }
    }
}

/// What kind of thing an entity is: the table it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// A unit with a card.
    Country,
    /// A programme.
    Programme,
    /// An actor.
    Actor,
    /// A place.
    Place,
    /// A document.
    Document,
    /// A theme.
    Theme,
    /// An event.
    Event,
    /// A supply line.
    Line,
}

/// Something statements are about.
#[derive(Clone, Debug)]
pub struct Entity {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its acronym.
    pub acronym: Option<String>,
    /// Other names.
    pub aliases: Vec<AliasRow>,
    /// Words by which readers look for it.
    pub search_words: Vec<SearchWordsRow>,
    /// Its table.
    pub table: Table,
    /// Vocabulary row of its kind.
    pub kind: Option<WordIx>,
    /// One line, for themes.
    pub words: Option<String>,
    /// Adjective, for countries.
    pub adjective: Option<String>,
    /// ISO 3166-1 alpha-2, for countries.
    pub iso: Option<String>,
    /// The telling line.
    pub lead: Option<StatementIx>,
    /// Rung of the ladder, 1 is the floor.
    pub rung: Option<u8>,
    /// Where a place lies.
    pub country: Option<EntityIx>,
    /// Start and end of a line, where said.
    pub ends: (Option<EntityIx>, Option<EntityIx>),
    /// Roles of an actor.
    pub roles: Vec<Cited<ActorRole>>,
    /// Statements of a line or an event; the first dates it.
    pub statements: Vec<StatementIx>,
    /// The event this one is part of.
    pub part_of: Option<EntityIx>,
}

impl Entity {
    /// Acronym where there is one, else the name: for narrow places.
    pub fn short(&self) -> &str {
        self.acronym.as_deref().unwrap_or(&self.name)
    }

    /// Name, with the acronym in brackets.
    pub fn long(&self) -> String {
        match &self.acronym {
            Some(acronym) if *acronym != self.name => format!("{} ({acronym})", self.name),
            _ => self.name.clone(),
        }
    }
}

/// What an actor does, to what.
#[derive(Clone, Debug, PartialEq)]
pub struct ActorRole {
    /// Vocabulary row.
    pub role: WordIx,
    /// To what.
    pub of: Option<EntityIx>,
    /// The office, or other words.
    pub words: Option<String>,
}

/// A statement with everything resolved.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Its id.
    pub id: String,
    /// One sentence in our own words.
    pub text: String,
    /// Entities, main first.
    pub about: Vec<EntityIx>,
    /// How firmly, as role.
    pub modality: Modality,
    /// How firmly, as vocabulary row.
    pub modality_word: WordIx,
    /// Who says it.
    pub who: EntityIx,
    /// Vocabulary row: own, reported, quoted.
    pub how: WordIx,
    /// Vocabulary row: adopts, neutral, disputes.
    pub stance: WordIx,
    /// Of how many it speaks.
    pub scope: Scope,
    /// Vocabulary row of the scope.
    pub scope_word: WordIx,
    /// When, where the text says.
    pub when: Option<Edtf>,
    /// The text's own words for it.
    pub date_words: Option<String>,
    /// The event by which it is dated.
    pub relative_to: Option<EntityIx>,
    /// Themes, main first.
    pub themes: Vec<EntityIx>,
    /// Lenses.
    pub lens: Vec<WordIx>,
    /// Whether two lenses are set against each other.
    pub tension: bool,
    /// A figure.
    pub quantity: Option<QuantityRow>,
    /// Where it says so; never empty.
    pub evidence: Vec<Evidence>,
    /// A warning to the reader.
    pub remark: Option<String>,
    /// How coders differed over it, and the rule that settled it.
    pub settled: Option<String>,
}

/// One place in the source.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The paragraph.
    pub paragraph: ParagraphIx,
    /// Sentence in it, from 1.
    pub sentence: u32,
    /// Words to look for.
    pub terms: Vec<String>,
    /// How it supports.
    pub role: EvidenceRole,
    /// Fingerprint of the sentence.
    pub fp: Option<Fingerprint>,
    /// The sentence, where the source is open.
    pub quote: Option<String>,
}

/// A paragraph of the source.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Locator.
    pub id: String,
    /// Place of its section in `Dataset::sections`.
    pub section: usize,
    /// Its part's printed title, where it has one.
    pub part: Option<String>,
    /// Place in its part, from 1.
    pub ordinal: u32,
    /// What it says, in our words.
    pub gist: String,
    /// Why it has no statements.
    pub argument_only: Option<String>,
    /// Statements with evidence in it, in the order of their sentences.
    pub statements: Vec<StatementIx>,
}

/// When a row of a history begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// Not given.
    NotGiven,
    /// On some day from the first to the second, both included.
    Within(Day, Day),
}

/// One row of a history.
#[derive(Clone, Debug)]
pub struct Row<V> {
    /// State or arrangement, with its statements.
    pub cited: Cited<V>,
    /// Vocabulary row of the value.
    pub word: WordIx,
    /// Why it stands for this country.
    pub basis: Basis,
    /// Vocabulary row of the basis.
    pub basis_word: WordIx,
    /// When it begins.
    pub start: Start,
    /// The date as written, where there is one.
    pub when: Option<Edtf>,
    /// Why the date is not its first statement's.
    pub reason: Option<String>,
    /// Whether it says that what the row before tells held until then: it rests on the same statement ("until Y"), or is an end.
    pub ends_previous: bool,
}

/// Who takes part: one country, or some that are not named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    /// This country.
    Country(EntityIx),
    /// A row-wide mark: most, some or a bare plural.
    RowWide(Scope),
}

/// A country (or some) in a programme.
#[derive(Clone, Debug)]
pub struct Participation {
    /// Its id.
    pub id: String,
    /// The programme.
    pub programme: EntityIx,
    /// Who.
    pub who: Who,
    /// In time order; never empty.
    pub history: Vec<Row<State>>,
}

/// What a country permits.
#[derive(Clone, Debug)]
pub struct Permission {
    /// Its id.
    pub id: String,
    /// Who grants it.
    pub country: EntityIx,
    /// Vocabulary row of its kind; the row's role names the group it is shown in.
    pub kind: WordIx,
    /// Vocabulary row.
    pub granted_to: WordIx,
    /// The Ally named.
    pub user: Option<EntityIx>,
    /// Vocabulary rows.
    pub limits: Vec<WordIx>,
    /// What the text calls it.
    pub called: Option<WordIx>,
    /// The airfield.
    pub place: Option<EntityIx>,
    /// In time order; never empty.
    pub history: Vec<Row<Arrangement>>,
}

/// The territory of a state on a line.
#[derive(Clone, Debug)]
pub struct Leg {
    /// Its id.
    pub id: String,
    /// The line.
    pub line: EntityIx,
    /// Place on it.
    pub order: u32,
    /// Whose territory.
    pub territory: EntityIx,
    /// Permissions it rests on.
    pub permissions: Vec<PermissionIx>,
    /// What is reported of its use.
    pub uses: Vec<(Cited<Use>, WordIx)>,
    /// Statements that put it on the line.
    pub statements: Vec<StatementIx>,
}

/// What the source does not say.
#[derive(Clone, Debug)]
pub struct Gap {
    /// Its id.
    pub id: String,
    /// About what.
    pub about: Vec<EntityIx>,
    /// Where the source speaks of the matter and leaves it open, as authored.
    pub paragraphs: Vec<ParagraphIx>,
    /// As a question.
    pub question: String,
    /// What it says instead.
    pub why: String,
    /// Words by which readers look for it.
    pub search_words: Vec<SearchWordsRow>,
}

/// One end of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Node {
    /// A statement.
    Statement(StatementIx),
    /// An event.
    Event(EntityIx),
}

/// A relation between two statements or events.
#[derive(Clone, Debug)]
pub struct Relation {
    /// What follows, answers or differs.
    pub from: Node,
    /// Vocabulary row.
    pub kind: WordIx,
    /// What it follows, answers or differs from.
    pub to: Node,
    /// Statements that assert it; empty only for what the coder noted.
    pub statements: Vec<StatementIx>,
}

/// A vocabulary row.
#[derive(Clone, Debug)]
pub struct Word {
    /// Its id.
    pub id: String,
    /// Its group.
    pub group: String,
    /// Its role.
    pub role: String,
    /// The word shown.
    pub word: String,
    /// The sentence that explains it.
    pub sentence: String,
    /// The sign drawn.
    pub sign: Option<String>,
    /// Of a group of permissions: statements that speak of it without naming a unit.
    pub statements: Vec<StatementIx>,
}

/// A section of a country's page.
#[derive(Clone, Debug)]
pub struct CountrySection {
    /// Its id.
    pub id: String,
    /// Its heading.
    pub heading: String,
    /// Themes whose statements stand in it.
    pub themes: Vec<EntityIx>,
    /// Whether an empty place may say that the source does not say.
    pub coded: bool,
}

/// Texts of pages, with their statements.
#[derive(Clone, Debug)]
pub struct Texts {
    /// The finding.
    pub finding: Cited<String>,
    /// The finding as a headline, as of the time of writing.
    pub headline: Option<Cited<String>>,
    /// What stands below the headline.
    pub second: Option<Cited<String>>,
    /// Headlines of other pages, as of the time of writing.
    pub pages: Vec<PageText>,
    /// What the source argues.
    pub argument: Vec<Cited<String>>,
    /// Whose view it is.
    pub standpoint: Option<Cited<String>>,
    /// What the units are called together.
    pub units: String,
    /// What kinds of things are called.
    pub names: Names,
    /// Sections of a country's page.
    pub country_sections: Vec<CountrySection>,
    /// Transit assigned to no line.
    pub also_stated: Vec<StatementIx>,
    /// Sections of About.
    pub about: Vec<crate::tables::AboutRow>,
    /// Sample questions.
    pub questions: Vec<crate::tables::QuestionRow>,
    /// The worked case.
    pub worked_case: Option<WorkedCase>,
}

/// What stands at the head of a page.
#[derive(Clone, Debug)]
pub struct PageText {
    /// The page, by its word in the address.
    pub page: String,
    /// Its headline.
    pub headline: Cited<String>,
    /// What stands below it.
    pub lead: Option<Cited<String>>,
}

/// The worked case of the Tension page.
#[derive(Clone, Debug)]
pub struct WorkedCase {
    /// Its heading.
    pub heading: String,
    /// What it shows.
    pub text: String,
    /// In the order told.
    pub statements: Vec<StatementIx>,
}
