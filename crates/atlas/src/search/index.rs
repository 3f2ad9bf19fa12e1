//! The index: every folded word of a dataset, with the things and fields it stands in; and what a query finds in it.

mod making;

use std::collections::HashMap;

pub use self::making::Indexing;
use super::names::chips;
use super::query::Query;
use super::words::{distance, is_near, slack};
use super::{Field, Group, Hit, Results, Unknown, bit};
use crate::model::{Dataset, Target};

/// Most words of the dataset that one typed word may stand for.
const MOST_WORDS: usize = 400;

/// Nearest words that are offered for one that does not occur.
const NEAREST: usize = 4;

/// How well a word of the dataset fits a typed one.
const SAME: u32 = 4;
const OTHER_NAME: u32 = 4;
const BEGINS_SO: u32 = 3;
const NEARLY: u32 = 1;

/// Everything that can be found in a dataset.
pub struct Index {
    /// Sorted, each once.
    words: Vec<String>,
    /// For each word where it stands: thing and field, in the order of things.
    places: Vec<Vec<(u32, Field)>>,
    things: Vec<Thing>,
    /// Words that are names of one thing: those of each entity that has several names of one word.
    names: HashMap<String, Vec<String>>,
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
}

impl Index {
    /// The index of a dataset, made at once.
    pub fn new(d: &Dataset) -> Self {
        Indexing::new(d).finish(d)
    }

    /// What a query finds. The work is bounded by the query's words times the places of the words they stand for.
    pub fn search(&self, d: &Dataset, text: &str) -> Results {
        let query = Query::parse(text);
        let chips = chips(d, text, &query);
        if query.is_empty() {
            return Results {
                hits: Vec::new(),
                chips,
                partial: false,
                wanted: Vec::new(),
            };
        }
        let mut tally: Vec<Tally> = vec![Tally::default(); self.things.len()];
        let mut wanted = Vec::new();
        for word in &query.looked_for {
            let meant = self.meant_by(word);
            for &(at, quality) in &meant {
                for &(thing, field) in self.places.get(at).map_or(&[][..], Vec::as_slice) {
                    if let Some(tally) = tally.get_mut(thing as usize) {
                        tally.note(quality, field);
                    }
                }
            }
            tally.iter_mut().for_each(Tally::close);
            wanted.extend(meant.iter().filter_map(|&(at, _)| self.words.get(at).cloned()));
        }
        let unwanted: Vec<usize> = query
            .without
            .iter()
            .flat_map(|word| self.beginning_with(word))
            .collect();
        for at in unwanted {
            for &(thing, _) in self.places.get(at).map_or(&[][..], Vec::as_slice) {
                if let Some(tally) = tally.get_mut(thing as usize) {
                    tally.out = true;
                }
            }
        }
        let all = query.looked_for.len();
        let mut hits = self.hits(&tally, &query, all);
        let partial = hits.is_empty() && all > 1;
        if partial {
            let most = tally.iter().filter(|t| !t.out).map(|t| t.words).max().unwrap_or(0);
            if most > 0 {
                hits = self.hits(&tally, &query, most);
            }
        }
        Results {
            partial: partial && !hits.is_empty(),
            hits,
            chips,
            wanted,
        }
    }

    /// Words of a query that stand for no word of the dataset, each with the nearest words that occur; in the order typed.
    pub fn unknown(&self, text: &str) -> Vec<Unknown> {
        let unknown = |word: &String| self.meant_by(word).is_empty();
        let words = Query::parse(text).looked_for.into_iter().filter(unknown);
        words
            .map(|word| Unknown {
                nearest: self.nearest(&word),
                word,
            })
            .collect()
    }

    /// The words of the dataset nearest to one that does not occur, the nearest first, equal ones by the alphabet; none that is
    /// not near.
    fn nearest(&self, word: &str) -> Vec<String> {
        let length = word.chars().count();
        let most = length.div_ceil(2).min(4);
        let telling = self.words.iter().filter(|other| {
            let other_length = other.chars().count();
            other_length > 3 && other_length.abs_diff(length) <= most && !other.chars().any(|c| c.is_ascii_digit())
        });
        let mut near: Vec<(usize, &String)> = telling
            .map(|other| (distance(word, other), other))
            .filter(|(distance, _)| *distance <= most)
            .collect();
        crate::order::sort_by_key(&mut near, |(distance, _)| *distance);
        near.into_iter().take(NEAREST).map(|(_, word)| word.clone()).collect()
    }

    fn hits(&self, tally: &[Tally], query: &Query, least: usize) -> Vec<Hit> {
        let fits = |(thing, tally): &(&Thing, &Tally)| {
            !tally.out
                && tally.words >= least
                && query.phrases.iter().all(|phrase| thing.text.contains(phrase.as_str()))
        };
        let mut hits: Vec<Hit> = self
            .things
            .iter()
            .zip(tally)
            .filter(fits)
            .map(|(thing, tally)| hit(thing, tally, query))
            .collect();
        crate::order::sort_by_key(&mut hits, |hit| (std::cmp::Reverse(hit.score), hit.group));
        hits
    }

    /// The words of the dataset that a typed word stands for, each with how well it fits.
    fn meant_by(&self, word: &str) -> Vec<(usize, u32)> {
        let mut meant: Vec<(usize, u32)> = Vec::new();
        for at in self.beginning_with(word) {
            let same = self.words.get(at).is_some_and(|found| found == word);
            keep_best(&mut meant, at, if same { SAME } else { BEGINS_SO });
        }
        if let Some(other) = other_number(word) {
            for at in self.beginning_with(&other) {
                keep_best(&mut meant, at, BEGINS_SO);
            }
        }
        for name in self.names.get(word).into_iter().flatten() {
            if let Ok(at) = self.words.binary_search(name) {
                keep_best(&mut meant, at, OTHER_NAME);
            }
        }
        if meant.is_empty() && slack(word) > 0 {
            let near = self
                .words
                .iter()
                .enumerate()
                .filter(|(_, other)| is_near(word, other, slack(word)));
            let mut near: Vec<usize> = near.map(|(at, _)| at).collect();
            // A misspelt name has its other names too.
            let names = near.iter().filter_map(|&at| self.names.get(self.words.get(at)?));
            let others = names.flatten().filter_map(|name| self.words.binary_search(name).ok());
            near.extend(others.collect::<Vec<_>>());
            meant.extend(near.into_iter().map(|at| (at, NEARLY)));
        }
        meant
    }

    fn beginning_with(&self, start: &str) -> impl Iterator<Item = usize> {
        let from = self.words.partition_point(|word| word.as_str() < start);
        let rest = self.words.get(from..).unwrap_or_default();
        let count = rest.iter().take_while(|word| word.starts_with(start)).count();
        from..from + count
    }
}

/// The singular of a plural, and the plural of a word in `y`; that of any other word begins as it does.
fn other_number(word: &str) -> Option<String> {
    let stem = |ending: &str| word.strip_suffix(ending).filter(|stem| stem.len() > 2);
    let of_y = stem("ies").map(|stem| format!("{stem}y"));
    let plural = stem("y").map(|stem| format!("{stem}ies"));
    of_y.or(plural).or_else(|| stem("s").map(str::to_owned))
}

/// Adds a word, or betters the fit of one that is there.
fn keep_best(meant: &mut Vec<(usize, u32)>, at: usize, quality: u32) {
    if let Some((_, best)) = meant.iter_mut().find(|(other, _)| *other == at) {
        *best = (*best).max(quality);
    } else if meant.len() < MOST_WORDS {
        meant.push((at, quality));
    }
}

/// What the words of a query have found in one thing.
#[derive(Clone, Default)]
struct Tally {
    score: u32,
    /// How many words of the query have been found.
    words: usize,
    fields: u8,
    /// What the word at hand has found best, and where.
    best: u32,
    /// It has a word that must not occur.
    out: bool,
}

impl Tally {
    fn note(&mut self, quality: u32, field: Field) {
        self.best = self.best.max(quality * field.weight());
        self.fields |= bit(field);
    }

    /// Ends a word of the query.
    fn close(&mut self) {
        self.words += usize::from(self.best > 0);
        self.score += self.best;
        self.best = 0;
    }
}

fn hit(thing: &Thing, tally: &Tally, query: &Query) -> Hit {
    // The thing itself, where all that was typed is its name; else what says it in fewest words.
    let typed = query.looked_for.join(" ");
    let is_named = |name: &String| is_near(&typed, name, slack(&typed));
    let whole_name = match () {
        () if thing.names.iter().any(is_named) => 40,
        () if query.looked_for.len() > 1 && thing.names.iter().any(|name| name.starts_with(&typed)) => 20,
        () => 0,
    };
    let brief = 8 * u32::try_from(tally.words).unwrap_or_default() / thing.length.max(4);
    let own = match thing.group {
        Group::Statements => 4,
        Group::Events => 3,
        Group::Entities | Group::Terms => 2,
        Group::Paragraphs | Group::Gaps => 0,
    };
    Hit {
        target: thing.target,
        group: thing.group,
        score: tally.score + whole_name + brief + own,
        fields: tally.fields,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_another_number() {
        let other = |word: &str| other_number(word).unwrap_or_default();
        let words = ["lamps", "libraries", "library", "ties", "gas", "is", "lamp"];
        assert_eq!(words.map(other), ["lamp", "library", "libraries", "tie", "", "", ""]);
    }
}
