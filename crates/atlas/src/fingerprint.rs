//! Fingerprints as a dataset carries them: how a sentence is recognised in a copy of the source that is not shipped.
//!
//! A fingerprint holds how many words the sentence has, a digest of all of them, and hashes of a few of its runs of words. Only its
//! written form is read here; the crate `evidence` makes fingerprints and looks for them.

use std::fmt;

/// Words in a run.
pub const RUN: usize = 5;
/// Runs kept.
pub const KEPT: usize = 4;
/// Bits of a hash that are kept.
pub const BITS: u32 = 20;

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

impl Fingerprint {
    /// One of a sentence with so many words, a digest and runs, which are ascending and at most [`KEPT`]; none of a sentence without words.
    pub fn new(words: usize, digest: u32, kept: &[u32]) -> Option<Self> {
        let mut runs = [0; KEPT];
        for (slot, run) in runs.iter_mut().zip(kept) {
            *slot = *run;
        }
        (words > 0).then_some(Self {
            words: u16::try_from(words.min(MOST_WORDS)).ok()?,
            digest,
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

    /// Digest of all its words.
    pub fn digest(&self) -> u32 {
        self.digest
    }

    /// Whether a sentence of so many words may have it.
    pub fn counts(&self, words: usize) -> bool {
        words.min(MOST_WORDS) == self.words()
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
