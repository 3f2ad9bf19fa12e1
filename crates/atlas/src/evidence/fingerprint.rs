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
use std::fmt;

use super::words::{fnv, fnv_on, hashes};

/// Words in a run.
pub const RUN: usize = 5;
/// Runs kept.
pub const KEPT: usize = 4;
/// Runs by which a sentence is recognised though it is altered.
pub const ENOUGH: usize = 2;
/// Bits of a hash that are kept.
pub(super) const BITS: u32 = 20;

/// Digits of base 32 without those that are mistaken for others (Crockford's), five bits each.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const WORDS_DIGITS: usize = 2;
const HASH_DIGITS: usize = 4;
/// The highest count that fits; a longer sentence counts as this long and is then found by its runs alone.
const MOST_WORDS: usize = 1023;

/// The fingerprint of a sentence. Its runs are ascending and at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint {
    words: u16,
    digest: u32,
    runs: [u32; KEPT],
    kept: u8,
}

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

impl Fingerprint {
    /// The fingerprint of a sentence by itself; none where it has no words.
    pub fn of(sentence: &str) -> Option<Self> {
        let words = hashes(sentence);
        let mut runs = runs(&words);
        runs.truncate(KEPT);
        Self::new(&words, &runs)
    }

    /// `kept` are ascending and at most [`KEPT`].
    fn new(words: &[u32], kept: &[u32]) -> Option<Self> {
        let mut runs = [0; KEPT];
        for (slot, run) in runs.iter_mut().zip(kept) {
            *slot = *run;
        }
        (!words.is_empty()).then_some(Self {
            words: u16::try_from(words.len().min(MOST_WORDS)).ok()?,
            digest: combined(words),
            runs,
            kept: u8::try_from(kept.len()).ok()?,
        })
    }

    /// Reads what `Display` wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let (words, rest) = text.split_at_checked(WORDS_DIGITS)?;
        let (digest, mut rest) = rest.split_at_checked(HASH_DIGITS)?;
        let mut out = Self {
            words: u16::try_from(number(words)?).ok()?,
            digest: number(digest)?,
            runs: [0; KEPT],
            kept: 0,
        };
        for slot in &mut out.runs {
            if rest.is_empty() {
                break;
            }
            let (run, after) = rest.split_at_checked(HASH_DIGITS)?;
            *slot = number(run)?;
            out.kept += 1;
            rest = after;
        }
        let most = out.words().saturating_sub(RUN - 1).clamp(1, KEPT);
        let sound = rest.is_empty() && out.words > 0 && (1..=most).contains(&out.runs().len()) && ascending(out.runs());
        sound.then_some(out)
    }

    /// Words of the sentence.
    pub fn words(&self) -> usize {
        usize::from(self.words)
    }

    /// The kept runs, ascending.
    pub fn runs(&self) -> &[u32] {
        self.runs.get(..usize::from(self.kept)).unwrap_or_default()
    }

    /// Words in each of its runs.
    pub fn run_words(&self) -> usize {
        self.words().min(RUN)
    }

    /// How much of the fingerprint these words have, given as [`hashes`].
    pub fn likeness(&self, words: &[u32]) -> Likeness {
        let theirs: Vec<u32> = words.windows(self.run_words()).map(combined).collect();
        Likeness {
            runs: self.runs().iter().filter(|run| theirs.contains(run)).count(),
            whole: self.is_whole(words),
        }
    }

    /// Whether these are the words of the sentence, all and no other.
    pub(super) fn is_whole(&self, words: &[u32]) -> bool {
        words.len().min(MOST_WORDS) == self.words() && combined(words) == self.digest
    }

    /// Whether these two pieces are the words of the sentence, with something else between them.
    pub(super) fn is_whole_in_two(&self, first: &[u32], second: &[u32]) -> bool {
        (first.len() + second.len()).min(MOST_WORDS) == self.words()
            && cut(fnv_on(fnv(bytes(first)), bytes(second))) == self.digest
    }

    /// Whether a sentence of these words is taken for the one of the fingerprint, altered perhaps.
    pub fn recognises(&self, words: &[u32]) -> bool {
        let likeness = self.likeness(words);
        likeness.whole || likeness.runs >= ENOUGH
    }
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
        crate::order::sort(&mut kept);
        Fingerprint::new(&words, &kept)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_number(f, u32::from(self.words), WORDS_DIGITS)?;
        write_number(f, self.digest, HASH_DIGITS)?;
        self.runs()
            .iter()
            .try_for_each(|run| write_number(f, *run, HASH_DIGITS))
    }
}

/// The runs of some words, each once, ascending.
fn runs(words: &[u32]) -> Vec<u32> {
    let mut all: Vec<u32> = words.windows(words.len().clamp(1, RUN)).map(combined).collect();
    crate::order::sort(&mut all);
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

fn ascending(runs: &[u32]) -> bool {
    runs.is_sorted_by(|a, b| a < b)
}

fn number(digits: &str) -> Option<u32> {
    digits.bytes().try_fold(0, |sum, byte| {
        let digit = DIGITS.iter().position(|known| *known == byte)?;
        Some(sum << 5 | u32::try_from(digit).ok()?)
    })
}

fn write_number(f: &mut fmt::Formatter<'_>, number: u32, digits: usize) -> fmt::Result {
    (0..digits).rev().try_for_each(|place| {
        let digit = DIGITS
            .get((number >> (5 * place) & 31) as usize)
            .copied()
            .unwrap_or(b'0');
        fmt::Write::write_char(f, char::from(digit))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "The keeper of the second lamp wrote down every ship that passed the point in his first winter.";

    fn print(sentence: &str) -> Fingerprint {
        Fingerprint::of(sentence).expect("it has words")
    }

    #[test]
    fn the_written_form_is_fixed() {
        // Datasets carry it: whoever changes it makes every fingerprint void.
        assert_eq!(print(LONG).to_string(), "0jgwjz08p60afn40zd4b9c");
        assert_eq!(print("Lamps burn.").to_string(), "02mte1mte1");
        assert_eq!(Fingerprint::of(" … "), None);
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
            assert!(!print.likeness(&hashes(&other)).whole, "{other}");
        }
        assert!(print.likeness(&hashes(&LONG.to_uppercase())).whole);
    }

    #[test]
    fn runs_that_two_sentences_share_are_kept_by_neither() {
        let other = "The keeper of the second lamp wrote down nothing at all when he had lost his only pen.";
        let printer = Fingerprinter::new([LONG, other, LONG]);
        let (first, second) = (
            printer.print(LONG).expect("words"),
            printer.print(other).expect("words"),
        );
        assert_eq!(first.likeness(&hashes(other)).runs, 0);
        assert_eq!(second.likeness(&hashes(LONG)).runs, 0);
        assert!(first.recognises(&hashes(LONG)) && second.recognises(&hashes(other)));
    }

    #[test]
    fn where_a_run_stands_is_not_told() {
        let print = print(LONG);
        assert!(print.runs().is_sorted() && print.runs().len() == KEPT);
    }
}
