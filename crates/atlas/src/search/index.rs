//! The index: every folded word of a dataset, with the things and fields it stands in; and what a query finds in it.

mod making;
mod meant;
mod score;

use std::collections::HashMap;

pub use self::making::Indexing;
use self::meant::Meant;
use self::score::{Search, Tally, rarity};
use super::names::chips;
use super::query::Query;
use super::thesaurus::Thesaurus;
use super::words::{distance, stem};
use super::{Field, Group, Hit, How, Reading, Results, Unknown};
use crate::model::{Dataset, Target};

/// Nearest words that are offered for one that does not occur.
const NEAREST: usize = 4;
/// Most words or names that a word is said to be taken for.
const MOST_TAKEN: usize = 3;
/// How much of what the best hit's words weigh a hit must have to be one, in percent, where few words are typed to narrow.
const ENOUGH: u32 = 70;
/// The same of the words of a question.
const ENOUGH_OF_MANY: u32 = 60;
/// From so many words on a query is a question.
const MANY: usize = 3;

/// Most hits whose text is read again, the best first, for words that stand together.
const MOST_READ: usize = 200;
/// What it is worth that all words stand together.
const TOGETHER: usize = 15;

/// Everything that can be found in a dataset.
pub struct Index {
    /// Sorted, each once.
    words: Vec<String>,
    /// The stem of each word with the word's place, sorted by stem.
    stems: Vec<(String, u32)>,
    /// For each word where it stands: thing and field, in the order of things.
    places: Vec<Vec<(u32, Field)>>,
    /// Entities first, in the dataset's order.
    things: Vec<Thing>,
    /// For each entity, what is about it.
    followers: Vec<Vec<Follower>>,
    thesaurus: Thesaurus,
    /// Words that are names of one thing: those of each entity that has several names of one word.
    names: HashMap<String, Vec<String>>,
}

/// What is about an entity.
struct Follower {
    thing: u32,
    /// Whether it is found by the words of readers for the entity, and not by its names alone.
    by_words: bool,
}

struct Thing {
    target: Target,
    group: Group,
    /// The text that phrases are looked for in, folded.
    text: String,
    /// How many words its name or text has.
    length: u32,
    /// An entity's names, as words with single spaces.
    names: Vec<String>,
    /// Its names and the words of readers for it, as stems, and whether it is a name.
    phrases: Vec<(Vec<String>, bool)>,
    /// What questions it may answer, or leaves open: a bit each.
    traits: u8,
}

/// What questions a thing may answer.
mod traits {
    pub(super) const WHO: u8 = 1;
    pub(super) const WHEN: u8 = 2;
    pub(super) const WHERE: u8 = 4;
    pub(super) const HOW_MANY: u8 = 8;
    pub(super) const WHY: u8 = 16;
    pub(super) const WHETHER: u8 = 32;
    pub(super) const WHICH: u8 = 64;
    /// It is as wide as a theme: what is narrower answers before it.
    pub(super) const WIDE: u8 = 128;
}

impl Index {
    /// The index of a dataset, made at once.
    pub fn new(d: &Dataset) -> Self {
        Indexing::new(d).finish(d)
    }

    /// What a query finds. The work is bounded by the query's words times the places of the words they stand for.
    pub fn search(&self, d: &Dataset, text: &str) -> Results {
        let mut query = Query::parse(text);
        query.asks_which(&stem(&d.texts().names.unit.to_lowercase()));
        let mut results = Results {
            chips: chips(d, text, &query),
            ..Results::default()
        };
        if query.is_empty() {
            return results;
        }
        results.aside.clone_from(&query.aside);
        results.sought = query.looked_for.len();
        let mut tally: Vec<Tally> = vec![Tally::default(); self.things.len()];
        let mut search = Search::new(query.asked);
        for meant in self.meant(&query.looked_for) {
            self.note(&meant, &mut tally);
            if !tally.iter().any(Tally::is_found) {
                results.missing.push(self.unknown_word(meant.word));
                continue;
            }
            let count = |of: fn(&Tally) -> bool| tally.iter().filter(|tally| of(tally)).count();
            let direct = match count(Tally::is_direct) {
                0 => count(Tally::is_found),
                direct => direct,
            };
            let weight = rarity(self.things.len(), direct);
            let read_as_others = meant.is_read_as_others();
            tally.iter_mut().for_each(|tally| tally.close(weight, read_as_others));
            search.word(&self.spelt(&meant), weight);
            let meant_words = meant.words.iter().filter_map(|&(at, _)| self.words.get(at));
            results.wanted.extend(meant_words.cloned());
            results.read.extend(self.reading(d, meant));
        }
        self.leave_out(&query.without, &mut tally);
        let all = search.words();
        let found = self.things.iter().zip(&tally).zip(0..).filter(|((thing, tally), _)| {
            let has_phrases = || query.phrases.iter().all(|phrase| thing.text.contains(phrase.as_str()));
            !tally.out && tally.words > 0 && has_phrases()
        });
        // Of a question nearly everything has a word; only what has enough of them is looked at closely.
        let found: Vec<_> = found.collect();
        let is_question = all >= MANY || query.asked.is_some();
        let enough = if is_question { ENOUGH_OF_MANY } else { ENOUGH };
        let covered = found.iter().map(|((_, tally), _)| search.covered(tally)).max();
        let least = covered.unwrap_or(0) * enough / 100;
        let is_whole = |tally: &Tally| tally.typed == all && results.missing.is_empty();
        let mut hits: Vec<Hit> = Vec::new();
        for ((thing, tally), n) in found {
            if is_whole(tally) || search.covered(tally) >= least {
                let mut hit = search.hit(thing, tally);
                hit.whole = is_whole(tally);
                hit.own = tally.own == all;
                hit.thing = n;
                hits.push(hit);
            }
        }
        results.whole = hits.iter().filter(|hit| hit.whole).count();
        results.partial = results.whole == 0 && !hits.is_empty();
        results.by_words = all > 1 && results.whole > 0 && !hits.iter().any(|hit| hit.whole && hit.own);
        let best_first = |hits: &mut Vec<Hit>| {
            crate::order::sort_by_key(hits, |hit| (std::cmp::Reverse(hit.score), hit.group));
        };
        best_first(&mut hits);
        self.raise_what_stands_together(&query.looked_for, &mut hits);
        best_first(&mut hits);
        results.hits = hits;
        results
    }

    /// What a word has found: where it stands itself, and what is about what it names.
    fn note(&self, meant: &Meant, tally: &mut [Tally]) {
        let mut reached = vec![(0, 0); self.followers.len()];
        for &(at, quality) in &meant.words {
            for &(thing, field) in self.places.get(at).map_or(&[][..], Vec::as_slice) {
                if let Some(tally) = tally.get_mut(thing as usize) {
                    tally.note(quality, field);
                }
                if let Some((by_name, by_words)) = reached.get_mut(thing as usize) {
                    match field {
                        Field::Name => *by_name = quality.max(*by_name),
                        Field::Words => *by_words = quality.max(*by_words),
                        _ => {}
                    }
                }
            }
        }
        for ((followers, thing), (by_name, by_words)) in self.followers.iter().zip(&self.things).zip(reached) {
            // The name of a theme is a heading that others chose: it tells less than what is spoken of.
            let is_wide = thing.traits & traits::WIDE != 0;
            for (quality, field) in [(by_name, Field::About), (by_words, Field::Inherited)] {
                let inherits = |follower: &&Follower| quality > 0 && (follower.by_words || field == Field::About);
                for follower in followers.iter().filter(inherits) {
                    let Some(tally) = tally.get_mut(follower.thing as usize) else {
                        continue;
                    };
                    match is_wide {
                        true => tally.note_heading(quality, field),
                        false => tally.note(quality, field),
                    }
                }
            }
        }
    }

    /// Raises hits in whose text words stand together that were typed together.
    fn raise_what_stands_together(&self, words: &[String], hits: &mut [Hit]) {
        let pairs: Vec<String> = words.windows(2).map(|pair| pair.join(" ")).collect();
        for hit in hits.iter_mut().filter(|_| !pairs.is_empty()).take(MOST_READ) {
            let text = self
                .things
                .get(hit.thing as usize)
                .map_or("", |thing| thing.text.as_str());
            let together = pairs.iter().filter(|pair| text.contains(pair.as_str())).count();
            hit.score += u32::try_from(TOGETHER * together / pairs.len()).unwrap_or_default();
        }
    }

    /// Marks what has words that must not occur, in itself or in the name of what it is about.
    fn leave_out(&self, without: &[String], tally: &mut [Tally]) {
        for at in without.iter().flat_map(|word| self.beginning_with(word)) {
            for &(thing, field) in self.places.get(at).map_or(&[][..], Vec::as_slice) {
                let followers = self.followers.get(thing as usize).filter(|_| field == Field::Name);
                let things = followers
                    .into_iter()
                    .flatten()
                    .map(|follower| follower.thing)
                    .chain([thing]);
                for thing in things.filter(|_| field != Field::Words) {
                    if let Some(tally) = tally.get_mut(thing as usize) {
                        tally.out = true;
                    }
                }
            }
        }
    }

    /// A word as it is taken: one misspelt as the word it is taken for.
    fn spelt(&self, meant: &Meant) -> String {
        let first = meant.words.first().filter(|_| meant.how == Some(How::Spelling));
        let taken = first.and_then(|&(at, _)| self.words.get(at));
        taken.unwrap_or(&meant.word).clone()
    }

    /// What a word was taken for, where it is not what was typed.
    fn reading(&self, d: &Dataset, meant: Meant) -> Option<Reading> {
        let words = meant.words.iter().filter_map(|&(at, _)| self.words.get(at));
        let (how, taken_for): (How, Vec<String>) = match meant.how {
            Some(how) => (how, words.take(MOST_TAKEN).cloned().collect()),
            // A word of readers alone: no text has it, nor anything that begins so.
            None => {
                let places = || meant.typed_words().filter_map(|at| self.places.get(at)).flatten();
                if places().any(|(_, field)| *field != Field::Words) {
                    return None;
                }
                let mut names: Vec<String> = Vec::new();
                for &(thing, _) in places() {
                    let name = self
                        .things
                        .get(thing as usize)
                        .and_then(|thing| name_of(d, thing.target));
                    names.extend(name.filter(|name| !names.contains(name)));
                }
                names.truncate(MOST_TAKEN);
                (How::Meaning, names)
            }
        };
        Some(Reading {
            word: meant.typed,
            how,
            taken_for,
        })
    }

    /// Words of a query that stand for no word of the dataset, each with the nearest words that occur; in the order typed.
    pub fn unknown(&self, text: &str) -> Vec<Unknown> {
        let meant = self.meant(&Query::parse(text).looked_for).into_iter();
        let missing = meant.filter(|meant| meant.words.is_empty());
        missing.map(|meant| self.unknown_word(meant.word)).collect()
    }

    fn unknown_word(&self, word: String) -> Unknown {
        Unknown {
            nearest: self.nearest(&word),
            word,
        }
    }

    /// The words of the dataset nearest to one that does not occur, the nearest first, equal ones by the alphabet; none that is
    /// not near.
    fn nearest(&self, word: &str) -> Vec<String> {
        let length = word.chars().count();
        let most = length.div_ceil(2).min(4);
        // Words are seldom mistyped at their first letter, and another one reads as a guess at random.
        let first = word.chars().next();
        let telling = self.words.iter().filter(|other| {
            let other_length = other.chars().count();
            other.chars().next() == first
                && other_length > 3
                && other_length.abs_diff(length) <= most
                && !other.chars().any(|c| c.is_ascii_digit())
        });
        let mut near: Vec<(usize, &String)> = telling
            .map(|other| (distance(word, other), other))
            .filter(|(distance, _)| *distance <= most)
            .collect();
        crate::order::sort_by_key(&mut near, |(distance, _)| *distance);
        near.into_iter().take(NEAREST).map(|(_, word)| word.clone()).collect()
    }

    fn beginning_with(&self, start: &str) -> std::ops::Range<usize> {
        let from = self.words.partition_point(|word| word.as_str() < start);
        let rest = self.words.get(from..).unwrap_or_default();
        from..from + rest.iter().take_while(|word| word.starts_with(start)).count()
    }

    /// The words of a stem.
    fn of_stem(&self, stem: &str) -> impl Iterator<Item = usize> {
        let from = self.stems.partition_point(|(other, _)| other.as_str() < stem);
        let rest = self.stems.get(from..).unwrap_or_default().iter();
        let same = rest.take_while(move |(other, _)| other == stem);
        same.map(|&(_, at)| at as usize)
    }
}

/// What a thing that readers have a word for is called; what is not said has no name.
fn name_of(d: &Dataset, target: Target) -> Option<String> {
    match target {
        Target::Entity(ix) => Some(d.entity(ix).name.clone()),
        Target::Term(n) => d.glossary().get(n).map(|term| term.term.clone()),
        _ => None,
    }
}
