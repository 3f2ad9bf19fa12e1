//! What the words of a query have found in a thing, and how well the thing answers.

use super::meant::ALIKE;
use super::{Thing, traits};
use crate::search::words::{is_near, slack, stem};
use crate::search::{Asked, Field, Group, Hit, bit};

/// The best that one word can do: the word itself, in the name.
const BEST: u32 = 24;
/// What the words of a query make together, where each does its best.
const FULL: u32 = 1_000;

/// What the words of a query have found in one thing.
#[derive(Clone, Default)]
pub(super) struct Tally {
    /// For each word found the best it has done, times its weight.
    score: u32,
    /// The weight of the words found.
    weight: u32,
    /// How many words of the query have been found.
    pub(super) words: usize,
    /// Of them those found as they were typed or read, and not by another word of the thesaurus alone.
    pub(super) typed: usize,
    /// Of them those found otherwise than by the words of readers.
    pub(super) own: usize,
    fields: u8,
    /// What the word at hand has found best, and whether it is the thing's own.
    best: u32,
    is_own: bool,
    is_direct: bool,
    is_typed: bool,
    /// It has a word that must not occur.
    pub(super) out: bool,
}

impl Tally {
    pub(super) fn note(&mut self, quality: u32, field: Field) {
        self.best = self.best.max(quality * field.weight());
        self.fields |= bit(field);
        // A word of the thesaurus makes the one typed no commoner, and its hits say something else.
        let is_typed = quality > ALIKE;
        self.is_typed |= is_typed;
        self.is_direct |= is_typed && field != Field::Inherited;
        self.is_own |= is_typed && !matches!(field, Field::Words | Field::Inherited);
    }

    /// The word at hand stands in, or for, what the thing was put under.
    pub(super) fn note_heading(&mut self, quality: u32, field: Field) {
        self.best = self.best.max(quality * Field::Inherited.weight());
        self.is_typed |= quality > ALIKE;
        self.fields |= bit(field);
    }

    /// Whether the word at hand is found.
    pub(super) fn is_found(&self) -> bool {
        self.best > 0
    }

    /// Whether the thing has the word at hand itself, among those of readers at least.
    pub(super) fn is_direct(&self) -> bool {
        self.is_direct
    }

    /// Ends a word of the query, which may be one that is read as others of the thesaurus.
    pub(super) fn close(&mut self, weight: u32, read_as_others: bool) {
        if self.best > 0 {
            self.words += 1;
            self.weight += weight;
            self.score += self.best * weight;
            self.own += usize::from(self.is_own);
            self.typed += usize::from(self.is_typed || read_as_others);
            (self.best, self.is_own, self.is_direct, self.is_typed) = (0, false, false, false);
        }
    }
}

/// The weight of a word that is found in so many things of all: the rarer, the heavier. A sixteenth is a sixteenth of a bit.
pub(super) fn rarity(all: usize, found: usize) -> u32 {
    let ratio = (((all + 1) as u64) << 16) / (found.max(1) as u64);
    let bits = ratio.max(1 << 16).ilog2();
    let fraction = ((ratio.max(1 << 16) << 4) >> bits) & 15;
    ((bits - 16) * 16 + u32::try_from(fraction).unwrap_or(0)).max(8)
}

/// The words of a query with their weights, and what it asks for.
pub(super) struct Search {
    asked: Option<Asked>,
    /// Words as taken, their stems, and weights.
    words: Vec<(String, String, u32)>,
    total: u32,
    /// The words as taken, with single spaces.
    typed: String,
}

impl Search {
    pub(super) fn new(asked: Option<Asked>) -> Self {
        Self {
            asked,
            words: Vec::new(),
            total: 0,
            typed: String::new(),
        }
    }

    pub(super) fn word(&mut self, word: &str, weight: u32) {
        if !self.typed.is_empty() {
            self.typed.push(' ');
        }
        self.typed.push_str(word);
        self.words.push((word.to_owned(), stem(word), weight));
        self.total += weight;
    }

    /// How many words were found at all.
    pub(super) fn words(&self) -> usize {
        self.words.len()
    }

    /// How much of the weight of the words was found, in thousandths.
    pub(super) fn covered(&self, tally: &Tally) -> u32 {
        tally.weight * FULL / self.total.max(1)
    }

    /// A thing as found, with how well it answers.
    pub(super) fn hit(&self, thing: &Thing, tally: &Tally) -> Hit {
        let total = self.total.max(1);
        let covered = self.covered(tally);
        let words = tally.score / BEST * FULL / total;
        // What lacks a telling word answers less than half as well.
        let score = words * covered / FULL * covered / FULL;
        let all = self.words.len();
        let own = u32::from(tally.own == all) * 260;
        let more = own + self.named(thing, tally) + self.brief(thing, tally) + self.kind(thing, tally.words == all);
        let less = self.unnamed(thing);
        Hit {
            target: thing.target,
            group: thing.group,
            whole: false,
            own: false,
            thing: 0,
            score: (score + more * covered / FULL).saturating_sub(less),
            fields: tally.fields,
        }
    }

    /// The thing itself, where what was typed is its name or another word for it.
    fn named(&self, thing: &Thing, tally: &Tally) -> u32 {
        let typed = self.typed.as_str();
        let is_named = |name: &String| *name == typed || is_near(typed, name, slack(typed));
        if thing.names.iter().any(is_named) {
            return 1_500;
        }
        let begins = self.words.len() > 1 && thing.names.iter().any(|name| name.starts_with(typed));
        let weight = |words: &Vec<String>| -> u32 {
            let found = words
                .iter()
                .map(|word| self.words.iter().find(|(_, stem, _)| stem == word));
            found
                .map(|found| found.map(|(.., weight)| *weight))
                .sum::<Option<u32>>()
                .unwrap_or(0)
        };
        let is_wide = thing.traits & traits::WIDE != 0;
        let worth = |(words, is_name): &(Vec<String>, bool)| {
            let share = weight(words) * FULL / self.total.max(1);
            let squared = share * share / FULL;
            match (is_name, is_wide) {
                (true, _) => 400 * (squared * share / FULL) / FULL,
                // Where the thing has the words itself, those of readers add nothing.
                (false, _) if tally.own == self.words.len() => 0,
                (false, false) => 150 * squared / FULL,
                (false, true) => 50 * squared / FULL,
            }
        };
        u32::from(begins) * 600 + thing.phrases.iter().map(worth).max().unwrap_or(0)
    }

    /// A name of which only a part was typed is another thing's, perhaps; and what is as wide as a theme stands behind what is narrower.
    fn unnamed(&self, thing: &Thing) -> u32 {
        let is_typed = |word: &&String| self.words.iter().any(|(_, stem, _)| stem == *word);
        let names = thing.phrases.iter().filter(|(_, is_name)| *is_name);
        let least = names
            .map(|(words, _)| words.iter().filter(|word| !is_typed(word)).count())
            .min()
            .unwrap_or(0);
        let wide = u32::from(thing.traits & traits::WIDE != 0) * 160;
        13 * u32::try_from(least.min(3)).unwrap_or(0) + wide
    }

    /// Of two that say the same, the one that says it in fewer words.
    fn brief(&self, thing: &Thing, tally: &Tally) -> u32 {
        let words = u32::try_from(tally.words).unwrap_or_default();
        let all = u32::try_from(self.words.len()).unwrap_or(1).max(1);
        // In few steps: a word more or less is no difference.
        41 * (8 * words / thing.length.max(4)) / all
    }

    /// What is of the kind that is asked for.
    fn kind(&self, thing: &Thing, whole: bool) -> u32 {
        let wanted = match self.asked {
            Some(Asked::Who) => traits::WHO,
            Some(Asked::When) => traits::WHEN,
            Some(Asked::Where) => traits::WHERE,
            Some(Asked::HowMany) => traits::HOW_MANY,
            Some(Asked::Why) => traits::WHY,
            Some(Asked::Whether) => traits::WHETHER,
            Some(Asked::Which) => traits::WHICH,
            Some(Asked::What) | None => 0,
        };
        let is_what = self.asked == Some(Asked::What) && matches!(thing.group, Group::Entities | Group::Terms);
        let answers = thing.traits & wanted != 0 || is_what;
        let asked = match (thing.group, self.asked) {
            (_, Some(Asked::Whether)) => 350,
            (Group::Gaps, _) if whole => 440,
            (Group::Gaps, _) => 300,
            (Group::Entities, Some(Asked::Who)) => 200,
            _ => 130,
        };
        let own = match thing.group {
            Group::Statements => 140,
            Group::Events => 125,
            Group::Entities | Group::Terms => 110,
            Group::Gaps => 40,
            Group::Paragraphs => 0,
        };
        own + u32::from(answers) * asked
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_rarer_weighs_more(all in 1_usize..100_000, one in 1_usize..100_000, other in 1_usize..100_000) {
            let (fewer, more) = (one.min(other).min(all), one.max(other).min(all));
            prop_assert!(rarity(all, fewer) >= rarity(all, more));
        }
    }

    #[test]
    fn twice_as_rare_is_a_bit_more() {
        assert_eq!(rarity(1_023, 512), 16);
        assert_eq!(rarity(1_023, 256), 32);
        assert_eq!(rarity(1_023, 1), 160);
        assert_eq!(rarity(1_023, 1_024), 8);
    }
}
