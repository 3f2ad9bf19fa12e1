//! Search over everything that has an id and a text: statements, entities, events, gists, glossary, gaps.
//!
//! An index of folded words is made once for a dataset; a query looks its words up by beginning, by other names, and, where
//! nothing begins so, by nearness. Left out: how hits are drawn, and where they lead.

mod index;
mod marks;
mod names;
mod query;
mod words;

pub use index::{Index, Indexing};
pub use marks::{marks, stretches};
pub use query::{LONGEST, Query};

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
}

impl Field {
    const ALL: [Self; 6] = [Self::Name, Self::Text, Self::About, Self::Terms, Self::Date, Self::Kind];

    fn weight(self) -> u32 {
        match self {
            Self::Name => 6,
            Self::Text => 4,
            Self::Date => 3,
            Self::About | Self::Terms => 2,
            Self::Kind => 1,
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
        let aside = |field: Field| plain && matches!(field, Field::About | Field::Terms);
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Results {
    /// Best first; equal ones by group, then as authored.
    pub hits: Vec<Hit>,
    /// What was recognised in it.
    pub chips: Vec<Chip>,
    /// Nothing has all the words; these have most of them.
    pub partial: bool,
    /// The words of the dataset that were looked for, folded, for marking.
    pub wanted: Vec<String>,
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
