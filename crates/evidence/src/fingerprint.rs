//! Fingerprints: by them a sentence is recognised in a copy of the source, and none can be rebuilt from them.
//!
//! A fingerprint holds how many words the sentence has, a digest of all of them, and hashes of a few of its runs of five words:
//! the four smallest of those that no other sentence of the source has, in the order of their size, so that where in the sentence
//! a run stands is not kept. Each hash is cut to 20 bits. Written out it has at most 22 characters, that is 110 bits, while English prose carries more than that in twenty words:
//! many sentences have the same fingerprint, so none follows from it. What it does tell is whether a guess is right, which is
//! its purpose. `docs/evidence.md` has the figures.
//!
//! The runs find the place although words were altered; count and digest tell whether every word stands there.

use std::collections::{HashMap, HashSet};

use crate::words::{fnv, fnv_on, hashes};
use atlas::fingerprint::BITS;
pub use atlas::fingerprint::{Fingerprint, KEPT, RUN};

/// Runs by which a sentence is recognised though it is altered.
pub const ENOUGH: usize = 2;

/// Makes the fingerprints of a source: it knows which runs stand in one sentence only.
pub struct Fingerprinter {
    /// For each run, in how many different sentences it stands.
    sentences: HashMap<u32, u32>,
}

/// How much of a fingerprint some words have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// Of the kept runs, how many.
    pub runs: usize,
    /// Whether they are those of the sentence, word for word.
    pub whole: bool,
}

/// The fingerprint of a sentence by itself; none where it has no words.
pub fn of(sentence: &str) -> Option<Fingerprint> {
    let words = hashes(sentence);
    let mut runs = runs(&words);
    runs.truncate(KEPT);
    print_of(&words, &runs)
}

/// `kept` are ascending and at most [`KEPT`].
fn print_of(words: &[u32], kept: &[u32]) -> Option<Fingerprint> {
    Fingerprint::new(words.len(), combined(words), kept)
}

/// How much of a fingerprint these words have, given as [`hashes`].
pub fn likeness(print: &Fingerprint, words: &[u32]) -> Likeness {
    let theirs: Vec<u32> = words.windows(print.run_words()).map(combined).collect();
    Likeness {
        runs: print.runs().iter().filter(|run| theirs.contains(run)).count(),
        whole: is_whole(print, words),
    }
}

/// Whether these are the words of the sentence, all and no other.
pub(crate) fn is_whole(print: &Fingerprint, words: &[u32]) -> bool {
    print.counts(words.len()) && combined(words) == print.digest()
}

/// Whether these two pieces are the words of the sentence, with something else between them.
pub(crate) fn is_whole_in_two(print: &Fingerprint, first: &[u32], second: &[u32]) -> bool {
    print.counts(first.len() + second.len()) && cut(fnv_on(fnv(bytes(first)), bytes(second))) == print.digest()
}

/// Whether a sentence of these words is taken for the one of the fingerprint, altered perhaps.
pub fn recognises(print: &Fingerprint, words: &[u32]) -> bool {
    let likeness = likeness(print, words);
    likeness.whole || likeness.runs >= ENOUGH
}

impl Fingerprinter {
    /// Reads all sentences of the source. One that stands there twice in the same words counts once.
    pub fn new<'a>(sentences: impl IntoIterator<Item = &'a str>) -> Self {
        let mut seen: HashSet<Vec<u32>> = HashSet::new();
        let mut counts: HashMap<u32, u32> = HashMap::new();
        for sentence in sentences {
            let words = hashes(sentence);
            for run in runs(&words) {
                *counts.entry(run).or_default() += u32::from(!seen.contains(&words));
            }
            seen.insert(words);
        }
        Self { sentences: counts }
    }

    /// The fingerprint of a sentence of the source; none where it has no words. Runs that other sentences have too are kept only
    /// where it has fewer of its own than a sentence is recognised by.
    pub fn print(&self, sentence: &str) -> Option<Fingerprint> {
        let words = hashes(sentence);
        let is_shared = |run: &u32| self.sentences.get(run).is_some_and(|sentences| *sentences > 1);
        let (shared, mut kept): (Vec<u32>, Vec<u32>) = runs(&words).into_iter().partition(is_shared);
        kept.truncate(KEPT);
        kept.extend(shared.into_iter().take(ENOUGH.saturating_sub(kept.len())));
        atlas::order::sort(&mut kept);
        print_of(&words, &kept)
    }
}

/// The runs of some words, each once, ascending.
fn runs(words: &[u32]) -> Vec<u32> {
    let mut all: Vec<u32> = words.windows(words.len().clamp(1, RUN)).map(combined).collect();
    atlas::order::sort(&mut all);
    all.dedup();
    all
}

/// The hash of several words in order, cut to the bits that are kept.
pub fn combined(words: &[u32]) -> u32 {
    cut(fnv(bytes(words)))
}

fn bytes(words: &[u32]) -> impl Iterator<Item = u8> {
    words.iter().flat_map(|word| word.to_le_bytes())
}

/// Folds the upper bits into the lower ones, as the authors of FNV advise for sizes that are not a power of two.
fn cut(hash: u32) -> u32 {
    (hash >> BITS) ^ (hash & ((1 << BITS) - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "The keeper of the second lamp wrote down every ship that passed the point in his first winter.";

    fn print(sentence: &str) -> Fingerprint {
        of(sentence).expect("it has words")
    }

    #[test]
    fn the_written_form_is_fixed() {
        // Datasets carry it: whoever changes it makes every fingerprint void.
        assert_eq!(print(LONG).to_string(), "0jgwjz08p60afn40zd4b9c");
        assert_eq!(print("Lamps burn.").to_string(), "02mte1mte1");
        assert_eq!(of(" … "), None);
    }

    #[test]
    fn what_is_written_is_read_back_and_nothing_else() {
        for sentence in [
            LONG,
            "Lamps burn.",
            "One two three four five six.",
            "One two three four five six seven.",
        ] {
            let print = print(sentence);
            assert_eq!(Fingerprint::parse(&print.to_string()), Some(print));
        }
        let good = print(LONG).to_string();
        let swapped = format!("{}{}{}{}", &good[..6], &good[10..14], &good[6..10], &good[14..]);
        let twice = format!("{}{}{}{}", &good[..6], &good[6..10], &good[6..10], &good[14..]);
        for bad in [
            "",
            "0",
            &twice,
            &good[..21],
            &good[..6],
            &format!("{good}0000"),
            &good.to_uppercase(),
            &swapped,
            "00aaaabbbb",
            "05aaaabbbbcccc",
        ] {
            assert_eq!(Fingerprint::parse(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn a_word_more_or_less_or_other_is_not_the_whole_sentence() {
        let print = print(LONG);
        for other in [
            LONG.replace("first", "worst"),
            LONG.replace("his ", ""),
            LONG.replace("every", "never every"),
        ] {
            assert!(!likeness(&print, &hashes(&other)).whole, "{other}");
        }
        assert!(likeness(&print, &hashes(&LONG.to_uppercase())).whole);
    }

    #[test]
    fn runs_that_two_sentences_share_are_kept_by_neither() {
        let other = "The keeper of the second lamp wrote down nothing at all when he had lost his only pen.";
        let printer = Fingerprinter::new([LONG, other, LONG]);
        let (first, second) = (
            printer.print(LONG).expect("words"),
            printer.print(other).expect("words"),
        );
        assert_eq!(likeness(&first, &hashes(other)).runs, 0);
        assert_eq!(likeness(&second, &hashes(LONG)).runs, 0);
        assert!(recognises(&first, &hashes(LONG)) && recognises(&second, &hashes(other)));
    }

    #[test]
    fn where_a_run_stands_is_not_told() {
        let print = print(LONG);
        assert!(print.runs().is_sorted() && print.runs().len() == KEPT);
    }
}
