//! What a territory on the map stands for under a layer: its tone, its word, its date and its sign.
//!
//! Left out: the tiers, which `tiers` knows; where the words stand, which is for `labels`.

use crate::bundle::Shape;
use crate::dates::Day;
use crate::index::*;
use crate::mention::{Matter, mention};
use crate::model::{Dataset, Table, Target};
use crate::roles::{AnswerWord, Arrangement};

use super::super::facts::{self, Fact, Firmness};
use super::super::support::within;
use super::layer::{Layer, is_of_legs, permissions};
use super::tiers;

/// The tone that fills a territory. Tones are told apart without their hue; the word stands in each as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// The highest step; what is agreed or in effect.
    High,
    /// A middle step; what is approved.
    Middle,
    /// The first step; what is talked about; where places are named.
    Low,
    /// Nothing of it, or nothing known.
    Blank,
    /// Attacked, or over.
    Broken,
    /// A line starts or ends there.
    End,
    /// It only lies there.
    Ground,
}

/// A sign with what it says of a further step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beyond {
    /// Name of the sign.
    pub sign: String,
    /// The word: "interest only".
    pub word: String,
    /// The step and the word: "Review Programme: interest only".
    pub words: String,
}

/// A territory on the map.
#[derive(Clone, Debug)]
pub struct Land<'a> {
    /// The entity, where the dataset has one.
    pub entity: Option<EntityIx>,
    /// Its name.
    pub name: String,
    /// Whether it is one of the units.
    pub is_unit: bool,
    /// Its tone.
    pub tone: Tone,
    /// Path data in units of the plane.
    pub path: &'a str,
    /// What is said of it; empty for what only lies there.
    pub word: String,
    /// Since when; empty where it is not given.
    pub date: String,
    /// Name of the sign of its own: of taking part again, say. Empty for most.
    pub sign: String,
    /// Name of the line style of its arrangement or use; empty where none is drawn.
    pub line: String,
    /// Whether the word follows from what is said and is not said in so many words.
    pub is_worked_out: bool,
    /// What is said of further steps, from the lowest.
    pub beyond: Vec<Beyond>,
    /// The word of the key for its tone.
    pub key: String,
    /// Place in the key, the first one first.
    pub rank: i32,
    /// Id of the note that tells it; empty where nothing is said.
    pub note: String,
    /// Running numbers of the paragraphs that support it.
    pub marks: Vec<usize>,
}

impl Land<'_> {
    /// The word with the asterisk of what is worked out.
    pub fn starred(&self) -> String {
        format!("{}{}", self.word, if self.is_worked_out { "*" } else { "" })
    }

    /// The word with its date.
    pub fn dated(&self) -> String {
        match self.date.is_empty() {
            true => self.starred(),
            false => format!("{}, {}", self.starred(), self.date),
        }
    }

    /// "Examplia: approved, September 1908"; the name alone of what only lies there.
    pub fn accessible_name(&self) -> String {
        if self.word.is_empty() {
            return self.name.clone();
        }
        let date = if self.date.is_empty() {
            String::new()
        } else {
            format!(", {}", self.date)
        };
        let worked_out = if self.is_worked_out { " (worked out)" } else { "" };
        let beyond: Vec<String> = self.beyond.iter().map(|b| format!("; {}", b.words)).collect();
        format!("{}: {}{date}{worked_out}{}", self.name, self.word, beyond.concat())
    }
}

/// What a shape stands for on a day.
pub(super) fn land<'a>(d: &Dataset, shape: &'a Shape, layer: Layer, day: Day) -> Land<'a> {
    let entity = match d.find(&shape.entity) {
        Some(Target::Entity(ix)) => Some(ix),
        _ => None,
    };
    let plain = Land {
        entity,
        name: entity.map_or_else(|| shape.name.clone(), |ix| d.entity(ix).name.clone()),
        is_unit: entity.is_some_and(|ix| d.entity(ix).table == Table::Country),
        tone: Tone::Ground,
        path: &shape.path,
        word: String::new(),
        date: String::new(),
        sign: String::new(),
        line: String::new(),
        is_worked_out: false,
        beyond: Vec::new(),
        key: String::new(),
        rank: 0,
        note: String::new(),
        marks: Vec::new(),
    };
    let Some(ix) = entity else { return plain };
    match layer {
        Layer::Tiers if plain.is_unit => tiers::land(d, ix, day, plain),
        Layer::Tiers => plain,
        Layer::Group(group) if layer.is_of_places(d) => of_places(d, group, ix, plain),
        Layer::Group(group) => of_group(d, group, ix, day, plain),
    }
}

/// Filled by how many places are named.
fn of_places<'a>(d: &Dataset, group: WordIx, ix: EntityIx, plain: Land<'a>) -> Land<'a> {
    let mut places: Vec<Option<EntityIx>> = Vec::new();
    let mut kind = None;
    for permission in permissions(d, group).map(|p| d.permission(p)) {
        let is_new = permission.place.is_none() || !places.contains(&permission.place);
        if permission.country == ix && is_new {
            places.push(permission.place);
            kind = kind.or(Some(permission.kind));
        }
    }
    let name = within(&d.word(group).word);
    match (places.len(), kind) {
        (0, _) if plain.is_unit => ungranted(d, group, ix, plain),
        (0, _) => plain,
        (count, kind) => Land {
            tone: Tone::Low,
            word: match kind {
                Some(kind) if count == 1 => format!("1 {}", within(&d.word(kind).word)),
                _ => format!("{count} {name}"),
            },
            key: format!("{name} named"),
            rank: 0,
            ..plain
        },
    }
}

/// A unit of which nothing is said by name.
pub(super) fn unsaid<'a>(d: &Dataset, plain: Land<'a>) -> Land<'a> {
    let word = Fact::of_answer(d, AnswerWord::NotSaid).word;
    silent(word, plain)
}

/// A unit that no permission of a group is said of.
fn ungranted<'a>(d: &Dataset, group: WordIx, ix: EntityIx, plain: Land<'a>) -> Land<'a> {
    silent(mention(d, ix, Matter::Permission(group)).word(d).word.clone(), plain)
}

fn silent(word: String, plain: Land<'_>) -> Land<'_> {
    Land {
        tone: Tone::Blank,
        key: word.clone(),
        word,
        rank: 90,
        ..plain
    }
}

/// Filled by how far the arrangement has come, or by its use where one is reported.
fn of_group<'a>(d: &Dataset, group: WordIx, ix: EntityIx, day: Day, plain: Land<'a>) -> Land<'a> {
    let of_legs = is_of_legs(d, group);
    if let Some(leg) = first_leg(d, ix).filter(|_| of_legs) {
        let told = facts::of_leg(d, leg, day);
        return filled(told.fact, told.firmness, plain);
    }
    let own: Vec<PermissionIx> = permissions(d, group)
        .filter(|&p| d.permission(p).country == ix)
        .collect();
    // The answer that promises least, as for a leg: what cannot be known, then what has ended, then the least firm.
    let told = own
        .iter()
        .filter_map(|&p| facts::of_permission(d, p, day))
        .min_by_key(|(_, arrangement)| (arrangement.is_some(), arrangement.and_then(Arrangement::rank)));
    if let Some((fact, arrangement)) = told {
        return filled(fact, Firmness::of(arrangement), plain);
    }
    match end_words(d, ix).filter(|_| of_legs) {
        Some(words) => Land {
            tone: Tone::End,
            key: words.clone(),
            word: words,
            rank: 99,
            ..plain
        },
        None if plain.is_unit => ungranted(d, group, ix, plain),
        None => plain,
    }
}

fn filled<'a>(fact: Fact, firmness: Firmness, plain: Land<'a>) -> Land<'a> {
    let (tone, rank) = match firmness {
        Firmness::Firm => (Tone::High, 0),
        Firmness::Approved => (Tone::Middle, 10),
        Firmness::Talks => (Tone::Low, 20),
        Firmness::Unsaid => (Tone::Blank, 90),
        Firmness::Broken => (Tone::Broken, 95),
    };
    Land {
        tone,
        rank,
        line: if firmness == Firmness::Unsaid {
            String::new()
        } else {
            fact.sign
        },
        key: fact.word.clone(),
        word: fact.word,
        date: fact.date,
        is_worked_out: fact.is_worked_out,
        note: fact.note,
        marks: fact.marks,
        ..plain
    }
}

/// "Where both lines end"; `None` where no line starts or ends.
fn end_words(d: &Dataset, ix: EntityIx) -> Option<String> {
    let lines = || d.table(Table::Line).map(|line| d.entity(line).ends);
    let all = lines().count();
    let ends = lines().filter(|ends| ends.1 == Some(ix)).count();
    let starts = lines().filter(|ends| ends.0 == Some(ix)).count();
    let words = |count: usize, verb: &str, verbs: &str| match count {
        1 => format!("Where {} line {verb}", if all == 1 { "the" } else { "a" }),
        2 if all == 2 => format!("Where both lines {verbs}"),
        count => format!("Where {count} lines {verbs}"),
    };
    match (ends, starts) {
        (0, 0) => None,
        (0, count) => Some(words(count, "starts", "start")),
        (count, _) => Some(words(count, "ends", "end")),
    }
}

/// The first leg over a territory, line by line as authored.
fn first_leg(d: &Dataset, territory: EntityIx) -> Option<LegIx> {
    let lines: Vec<EntityIx> = d.table(Table::Line).collect();
    let mut legs = lines.into_iter().flat_map(|line| d.legs_of(line));
    legs.find(|&ix| d.leg(ix).territory == territory)
}
