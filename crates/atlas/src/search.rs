//! Search over everything that has an id and a text: statements, entities, events, gists, glossary, gaps.
//!
//! An index of folded words is made once for a dataset; a query looks its words up by beginning, by stem, by other names, by the
//! words that readers use, and, where nothing begins so, by nearness. Rare words weigh more than frequent ones; what has them all
//! stands first, what has most of them follows. Left out: how hits are drawn, and where they lead.

mod index;
mod marks;
mod names;
mod pages;
mod query;
mod said;
mod thesaurus;
mod words;

pub use index::{Index, Indexing};
pub use marks::{marks, stretches};
pub use pages::{PageHit, pages};
pub use query::{Asked, LONGEST, Query};
pub use said::count_words;

use crate::model::Target;

/// The kinds of things found, in the order in which equal hits stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Countries, programmes, actors, places, documents, themes, lines.
    Entities,
    /// Statements.
    Statements,
    /// Dated events.
    Events,
    /// Paragraphs, by their gist.
    Paragraphs,
    /// The glossary.
    Terms,
    /// What is not said.
    Gaps,
}

impl Group {
    /// All of them, in order.
    pub const ALL: [Self; 6] = [
        Self::Entities,
        Self::Statements,
        Self::Events,
        Self::Paragraphs,
        Self::Terms,
        Self::Gaps,
    ];

    /// The heading over its hits.
    pub fn word(self) -> &'static str {
        match self {
            Self::Entities => "Names",
            Self::Statements => "Statements",
            Self::Events => "Events",
            Self::Paragraphs => "Paragraphs",
            Self::Terms => "Glossary",
            Self::Gaps => "Not said",
        }
    }
}

/// Where in a thing a word was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Its name, an acronym or another name.
    Name,
    /// Its text.
    Text,
    /// The names of what it is about.
    About,
    /// The words to look for in the source.
    Terms,
    /// Its date.
    Date,
    /// What kind of thing it is, or how firmly it is said.
    Kind,
    /// Words by which readers look for it.
    Words,
    /// Words by which readers look for what it is about.
    Inherited,
}

impl Field {
    const ALL: [Self; 8] = [
        Self::Name,
        Self::Text,
        Self::About,
        Self::Terms,
        Self::Date,
        Self::Kind,
        Self::Words,
        Self::Inherited,
    ];

    fn weight(self) -> u32 {
        match self {
            Self::Name => 6,
            Self::Text | Self::Date => 4,
            Self::Words => 3,
            Self::About | Self::Terms => 2,
            Self::Inherited | Self::Kind => 1,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Name => "in its name",
            Self::Text => "in its text",
            Self::About => "in what it is about",
            Self::Terms => "in the words to find it by",
            Self::Date => "by its date",
            Self::Kind => "by its kind",
            Self::Words => "by another word for it",
            Self::Inherited => "by another word for what it is about",
        }
    }
}

/// A thing found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What was found.
    pub target: Target,
    /// Its group.
    pub group: Group,
    /// Whether it has all the words.
    pub whole: bool,
    /// Its place in the index.
    thing: u32,
    /// Whether it has them all without the words of readers.
    own: bool,
    score: u32,
    /// The fields that matched, a bit each in the order of [`Field`].
    fields: u8,
}

impl Hit {
    /// Why it was found: "in its text, by its date".
    pub fn why(&self) -> String {
        let has = |field: Field| self.fields & bit(field) != 0;
        // What stands in the text itself is marked there; the rest explains what would be a riddle otherwise.
        let plain = has(Field::Name) || has(Field::Text);
        let aside = |field: Field| match field {
            Field::About | Field::Terms => plain,
            Field::Inherited => plain || has(Field::About),
            _ => false,
        };
        let fields = Field::ALL.into_iter().filter(|field| has(*field) && !aside(*field));
        fields.map(Field::words).collect::<Vec<_>>().join(", ")
    }
}

fn bit(field: Field) -> u8 {
    1 << (field as u8)
}

/// A part of the query that was recognised: a country, a programme, a year, a modality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// What it is ("Country", "Year").
    pub kind: String,
    /// What it stands for.
    pub label: String,
    /// The query without it.
    pub rest: String,
}

/// What a query came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// Best first; equal ones by group, then as authored.
    pub hits: Vec<Hit>,
    /// What was recognised in it.
    pub chips: Vec<Chip>,
    /// How many words were looked for.
    pub sought: usize,
    /// How many hits have all the words.
    pub whole: usize,
    /// Nothing has all the words; these have most of them.
    pub partial: bool,
    /// What has all the words has some of them only among the words of readers: no text has them all.
    pub by_words: bool,
    /// The words of the dataset that were looked for, folded, for marking.
    pub wanted: Vec<String>,
    /// Words that were taken for others, in the order typed.
    pub read: Vec<Reading>,
    /// Words that occur nowhere, in the order typed.
    pub missing: Vec<Unknown>,
    /// Words that say nothing of what is looked for.
    pub aside: Vec<String>,
}

/// A word that was taken for others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The word typed, folded.
    pub word: String,
    /// How it was taken.
    pub how: How,
    /// The words of the dataset, or the names of things, that it was taken for; the most frequent first.
    pub taken_for: Vec<String>,
}

/// How a word is taken for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// As a misspelling.
    Spelling,
    /// As another form of a word, or one written in two.
    Form,
    /// As a word of readers, which no text has, for what has the names.
    Meaning,
}

/// A word of a query that the dataset does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The word, folded.
    pub word: String,
    /// The nearest words that occur, the nearest first.
    pub nearest: Vec<String>,
}

impl Results {
    /// The hits of a group, best first.
    pub fn of(&self, group: Group) -> impl Iterator<Item = &Hit> {
        self.hits.iter().filter(move |hit| hit.group == group)
    }

    /// Groups that have hits, the one with the best hit first.
    pub fn groups(&self) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for hit in &self.hits {
            if !groups.contains(&hit.group) {
                groups.push(hit.group);
            }
        }
        groups
    }
}
