//! Words as evidence compares them: what page layout does to a text (hyphens at line ends, quotes, ligatures, footnote marks)
//! makes no difference to them, and each knows where it stands.
//!
//! Hyphens and apostrophes inside a word are dropped, even where a line ends after the hyphen, so that "co-operation" broken at
//! either place is one and the same word. Footnote digits glued to a word or to the quote or stop after it are dropped as well.
//! The price is accepted on both sides alike: "Annex12" and "Annex" are one word here.
//!
//! Left out: sentences and paragraphs (`atlas::text`, `super::copy`).

mod cutter;

use std::ops::Range;

pub(super) use cutter::Cutter;

/// Footnote marks have at most so many digits.
pub(super) const MARK_DIGITS: usize = 3;
/// A word: what it is, as a hash, and where it stands, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// FNV-1a of the folded word.
    pub hash: u32,
    /// Where it begins.
    pub start: u32,
    /// Where it ends, marks glued to it included.
    pub end: u32,
}

/// The words of a text, in order.
pub fn words(text: &str) -> Vec<Word> {
    let mut out = Vec::new();
    Cutter::default().advance(text, usize::MAX, &mut |word, at| out.push(Word::new(word, at)));
    out
}

/// The hashes of the words of a text, in order.
pub fn hashes(text: &str) -> Vec<u32> {
    words(text).iter().map(|word| word.hash).collect()
}

/// The words of a text, folded, with one space between them: what terms are looked up in.
pub fn spelled(text: &str) -> String {
    let mut out = String::new();
    Cutter::default().advance(text, usize::MAX, &mut |word, _| {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    });
    out
}

/// FNV-1a, 32 bits: the one hash of this module, over the bytes of a word or over the hashes of several.
pub(super) fn fnv(bytes: impl IntoIterator<Item = u8>) -> u32 {
    fnv_on(0x811c_9dc5, bytes)
}

/// FNV-1a, going on from what was hashed before.
pub(super) fn fnv_on(from: u32, bytes: impl IntoIterator<Item = u8>) -> u32 {
    bytes
        .into_iter()
        .fold(from, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

impl Word {
    pub(super) fn new(word: &str, at: Range<usize>) -> Self {
        // Texts are capped far below this (`copy::MOST_BYTES`).
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            hash: fnv(word.bytes()),
            start: narrow(at.start),
            end: narrow(at.end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn same(texts: &[&str], expected: &str) {
        for text in texts {
            assert_eq!(spelled(text), expected, "{text:?}");
        }
    }

    #[test]
    fn hyphens_and_line_ends_make_no_difference() {
        same(
            &[
                "co-operation",
                "co-\noperation",
                "coopera-\r\ntion",
                "co\u{ad}operation",
                "coopera\u{2}\ntion",
                "co‐operation",
            ],
            "cooperation",
        );
        same(
            &[
                "lamps – and oil",
                "lamps — and oil",
                "lamps -- and oil",
                "lamps—and oil",
            ],
            "lamps and oil",
        );
        same(&["24–25 June", "24-25 June"], "2425 june");
    }

    #[test]
    fn quotes_ligatures_and_accents_make_no_difference() {
        same(
            &[
                "the ‘ﬁrst’ keeper’s café",
                "the 'first' keeper's cafe\u{301}",
                "THE “FIRST” KEEPER'S CAFÉ",
            ],
            "the first keepers cafe",
        );
        same(
            &[
                "résumé of oars",
                "re\u{301}sume\u{301} of oars",
                "resume\u{200b} o\u{200b}f oars",
            ],
            "resume of oars",
        );
    }

    #[test]
    fn footnote_marks_make_no_difference() {
        same(
            &[
                "the lamp. It",
                "the lamp.3 It",
                "the lamp3. It",
                "the lamp.’12 It",
                "the lamp¹. It",
                "the lamp[4]. It",
                "the lamp.[^4] It",
            ],
            "the lamp it",
        );
        same(&["in (1904)7 it", "in (1904) it"], "in 1904 it");
    }

    #[test]
    fn figures_that_are_no_marks_stay() {
        same(&["over 1,425 oars"], "over 1 425 oars");
        same(&["the so-called '26+5+1' talks"], "the socalled 26 5 1 talks");
        same(&["pier K2'. Then 2004. So"], "pier k2 then 2004 so");
    }

    #[test]
    fn words_know_their_place() {
        let text = "A lamp‐\n light³ went";
        let places: Vec<&str> = words(text)
            .iter()
            .map(|w| &text[w.start as usize..w.end as usize])
            .collect();
        assert_eq!(places, ["A", "lamp‐\n light", "went"]);
    }

    #[test]
    fn pieces_of_any_size_give_the_same_words() {
        let text = "The co-\noperative’s “ﬁrst” lamp.12 (of 1,425) — lit—burned long";
        let whole = spelled(text);
        for budget in 1..9 {
            let (mut cutter, mut out) = (Cutter::default(), Vec::new());
            while !cutter.advance(text, budget, &mut |word, _| out.push(word.to_owned())) {}
            assert_eq!(out.join(" "), whole, "{budget} bytes at a time");
        }
    }
}
