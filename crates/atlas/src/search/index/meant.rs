//! Which words of the dataset a typed word stands for.

use super::Index;
use crate::search::How;
use crate::search::words::{distance, is_near, slack, stem};

/// Most words of the dataset that one typed word may stand for.
const MOST_WORDS: usize = 400;

/// How well a word of the dataset fits a typed one.
const SAME: u32 = 4;
const OTHER_NAME: u32 = 4;
const BEGINS_SO: u32 = 3;
const SAME_STEM: u32 = 3;
const BEGINS_ONLY: u32 = 2;
const NEARLY: u32 = 2;
/// Another word of the thesaurus.
pub(super) const ALIKE: u32 = 1;
/// Longer words are a beginning only.
const LONGER_BY: usize = 4;
/// Words as short are not taken for beginnings where they occur themselves.
const SHORT: usize = 3;

/// A word that is looked for, and what it stands for.
pub(super) struct Meant {
    /// The word looked for.
    pub(super) word: String,
    /// The word typed, of which it may be a part.
    pub(super) typed: String,
    /// Words of the dataset by their place, each with how well it fits.
    pub(super) words: Vec<(usize, u32)>,
    /// How it is taken, where it is not as typed.
    pub(super) how: Option<How>,
}

impl Meant {
    /// Whether only other words of the thesaurus stand here.
    pub(super) fn is_read_as_others(&self) -> bool {
        self.typed_words().next().is_none()
    }

    /// The words of the dataset without those of the thesaurus.
    pub(super) fn typed_words(&self) -> impl Iterator<Item = usize> {
        self.words.iter().filter(|(_, fit)| *fit > ALIKE).map(|(at, _)| *at)
    }
}

impl Index {
    /// What each of the words stands for, in the order typed; one that is written in one and stands here in two is two.
    pub(super) fn meant(&self, looked_for: &[String]) -> Vec<Meant> {
        let mut out = Vec::new();
        for (n, word) in looked_for.iter().enumerate() {
            let mut words = self.as_typed(word);
            let before = n.checked_sub(1).and_then(|before| looked_for.get(before));
            let joined = [
                before.map(|before| format!("{before}{word}")),
                looked_for.get(n + 1).map(|next| format!("{word}{next}")),
            ];
            for joined in joined.iter().flatten() {
                words.extend(self.place(joined).map(|at| (at, SAME_STEM)));
            }
            let mut how = None;
            if words.is_empty() {
                how = Some(How::Form);
            }
            for at in self.of_stem(&stem(word)) {
                let other = self.words.get(at).map_or("", String::as_str);
                keep_best(
                    &mut words,
                    at,
                    if is_close_form(word, other) {
                        SAME_STEM
                    } else {
                        BEGINS_ONLY
                    },
                );
            }
            for alike in self.thesaurus.alike(&stem(word)) {
                for at in self.of_stem(alike) {
                    keep_best(&mut words, at, ALIKE);
                }
            }
            if words.is_empty() {
                words = self.ending_with(word);
            }
            if words.is_empty()
                && let Some(halves) = self.halves(word)
            {
                for half in halves {
                    out.push(Meant {
                        words: self.as_typed(half),
                        word: half.to_owned(),
                        typed: word.clone(),
                        how: Some(How::Form),
                    });
                }
                continue;
            }
            if words.is_empty() {
                (how, words) = (Some(How::Spelling), self.misspelt(word));
            }
            out.push(Meant {
                word: word.clone(),
                typed: word.clone(),
                words,
                how,
            });
        }
        out
    }

    /// The word itself, longer ones, its other number, and other names of what it names.
    fn as_typed(&self, word: &str) -> Vec<(usize, u32)> {
        let mut meant: Vec<(usize, u32)> = Vec::new();
        let length = word.chars().count();
        let own = self.place(word);
        let beginnings = self.beginning_with(word).filter(|_| own.is_none() || length > SHORT);
        for at in own.into_iter().chain(beginnings) {
            let found = self.words.get(at).map_or(0, |found| found.chars().count());
            let is_form = self.words.get(at).is_some_and(|found| stem(found) == stem(word));
            let quality = match found.saturating_sub(length) {
                0 => SAME,
                1 | 2 if is_form => SAME,
                longer if longer <= LONGER_BY => BEGINS_SO,
                _ => BEGINS_ONLY,
            };
            keep_best(&mut meant, at, quality);
        }
        if let Some(other) = other_number(word) {
            for at in self.beginning_with(&other) {
                let same = self.words.get(at).is_some_and(|found| *found == other);
                keep_best(&mut meant, at, if same { BEGINS_SO } else { BEGINS_ONLY });
            }
        }
        for name in self.names.get(word).into_iter().flatten() {
            if let Some(at) = self.place(name) {
                keep_best(&mut meant, at, OTHER_NAME);
            }
        }
        meant
    }

    fn place(&self, word: &str) -> Option<usize> {
        self.words.binary_search_by(|other| other.as_str().cmp(word)).ok()
    }

    /// Longer words that end so: "children" for "grandchildren".
    fn ending_with(&self, word: &str) -> Vec<(usize, u32)> {
        let long = word.chars().count() > SHORT + 1;
        let ending = self
            .words
            .iter()
            .enumerate()
            .filter(|(_, other)| long && other.ends_with(word));
        ending.map(|(at, _)| (at, BEGINS_ONLY)).take(MOST_WORDS).collect()
    }

    /// The two words that one is made of, where both occur; the longest first one.
    fn halves<'a>(&self, word: &'a str) -> Option<[&'a str; 2]> {
        let cuts = word.char_indices().map(|(at, _)| at).rev();
        let mut halves = cuts.filter_map(|at| word.split_at_checked(at));
        let is_word = |half: &str| half.chars().count() > SHORT && self.place(half).is_some();
        halves
            .find(|(one, other)| is_word(one) && is_word(other))
            .map(|(one, other)| [one, other])
    }

    /// The words that one may be a misspelling of: the nearest, the most frequent first; and what they name has its other names too.
    fn misspelt(&self, word: &str) -> Vec<(usize, u32)> {
        if slack(word) == 0 {
            return Vec::new();
        }
        let near = self
            .words
            .iter()
            .enumerate()
            .filter(|(_, other)| is_near(word, other, slack(word)));
        let near: Vec<(usize, usize)> = near.map(|(at, other)| (at, distance(word, other))).collect();
        let least = near.iter().map(|(_, distance)| *distance).min();
        let mut nearest: Vec<usize> = near
            .iter()
            .filter(|(_, distance)| Some(*distance) == least)
            .map(|(at, _)| *at)
            .collect();
        crate::order::sort_by_key(&mut nearest, |&at| {
            std::cmp::Reverse(self.places.get(at).map_or(0, Vec::len))
        });
        let names = nearest.iter().filter_map(|&at| self.names.get(self.words.get(at)?));
        let others: Vec<usize> = names.flatten().filter_map(|name| self.place(name)).collect();
        let mut meant = Vec::new();
        nearest
            .into_iter()
            .chain(others)
            .for_each(|at| keep_best(&mut meant, at, NEARLY));
        meant
    }
}

/// The singular of a plural, and the plural of a word in `y`; that of any other word begins as it does.
fn other_number(word: &str) -> Option<String> {
    let stem = |ending: &str| word.strip_suffix(ending).filter(|stem| stem.len() > 2);
    let of_y = stem("ies").map(|stem| format!("{stem}y"));
    let plural = stem("y").map(|stem| format!("{stem}ies"));
    of_y.or(plural).or_else(|| stem("s").map(str::to_owned))
}

/// Whether two words of a stem differ in few letters: "member" and "membership" do not.
fn is_close_form(one: &str, other: &str) -> bool {
    let alike = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let longer = one.chars().count().max(other.chars().count());
    longer - alike < LONGER_BY
}

/// Adds a word, or betters the fit of one that is there.
fn keep_best(meant: &mut Vec<(usize, u32)>, at: usize, quality: u32) {
    if let Some((_, best)) = meant.iter_mut().find(|(other, _)| *other == at) {
        *best = (*best).max(quality);
    } else if meant.len() < MOST_WORDS {
        meant.push((at, quality));
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
