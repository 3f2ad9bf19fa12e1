//! Words as evidence compares them: what page layout does to a text (hyphens at line ends, quotes, ligatures, footnote marks)
//! makes no difference to them, and each knows where it stands.
//!
//! Hyphens and apostrophes inside a word are dropped, even where a line ends after the hyphen, so that "co-operation" broken at
//! either place is one and the same word. Footnote digits glued to a word or to the quote or stop after it are dropped as well.
//! The price is accepted on both sides alike: "Annex12" and "Annex" are one word here.
//!
//! Left out: sentences and paragraphs (`crate::text`, `super::copy`).

use std::ops::Range;

use crate::text::fold_char;

/// No language has longer words; a hostile text may.
const LONGEST: usize = 256;
/// Footnote marks have at most so many digits.
pub(super) const MARK_DIGITS: usize = 3;
/// A name such as "K2" keeps its digit: only after so many letters digits are taken for a mark.
const LETTERS_BEFORE_MARK: usize = 3;

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

/// What a character is to a word.
enum Kind {
    Letter,
    Digit,
    Apostrophe,
    Hyphen,
    Dash,
    Space,
    /// Ends a word; a footnote mark may be glued to it.
    Closing,
    /// Closes a quote or bracket: a digit glued to it is a mark even after a figure.
    Quote,
    /// No part of the text: zero width, accents set apart from their letter, raised figures.
    Nothing,
    Other,
}

/// Where in a word the cutter stands.
#[derive(Clone, Copy)]
enum State {
    /// In none; a digit that comes now may be glued to what has ended.
    Between {
        glued: bool,
    },
    Inside,
    AfterApostrophe,
    AfterHyphen,
    AfterHyphenAndSpace,
    AfterDash,
}

/// Cuts a text into words, a piece at a time.
pub(super) struct Cutter {
    at: usize,
    word: String,
    start: usize,
    end: usize,
    state: State,
    /// Whether the word began with a digit glued to what stood before.
    mark: bool,
}

impl Default for Cutter {
    fn default() -> Self {
        Self {
            at: 0,
            word: String::new(),
            start: 0,
            end: 0,
            state: State::Between { glued: false },
            mark: false,
        }
    }
}

impl Cutter {
    /// Reads on for `budget` bytes, of the same text each time, and hands over each word with its place; true when all is read.
    pub(super) fn advance(&mut self, text: &str, budget: usize, emit: &mut impl FnMut(&str, Range<usize>)) -> bool {
        let from = self.at;
        let stop = from.saturating_add(budget.max(1));
        for (offset, ch) in text.get(from..).unwrap_or_default().char_indices() {
            let here = from + offset;
            if here >= stop {
                self.at = here;
                return false;
            }
            self.feed(ch, here, emit);
        }
        self.at = text.len();
        self.end_word(emit);
        true
    }

    /// How far it has read, in bytes.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    fn feed(&mut self, ch: char, here: usize, emit: &mut impl FnMut(&str, Range<usize>)) {
        let kind = kind(ch);
        self.state = match (kind, self.state) {
            (Kind::Nothing, state) => state,
            (Kind::Letter | Kind::Digit, _) if self.word.len() > LONGEST => {
                self.end_word(emit);
                self.begin(ch, here, false)
            }
            (Kind::Digit, State::Between { glued }) => self.begin(ch, here, glued),
            (Kind::Letter, State::Between { .. }) => self.begin(ch, here, false),
            (Kind::Letter | Kind::Digit, _) => self.push(ch, here),
            (Kind::Apostrophe, State::Inside) => State::AfterApostrophe,
            (Kind::Hyphen, State::Inside) => State::AfterHyphen,
            (Kind::Dash, State::Inside) => State::AfterDash,
            (Kind::Space, State::AfterHyphen | State::AfterHyphenAndSpace) => State::AfterHyphenAndSpace,
            (Kind::Closing, State::Between { glued }) => State::Between { glued },
            (Kind::Quote | Kind::Apostrophe, State::Between { glued }) => State::Between { glued },
            (Kind::Closing, state) => {
                let quoted = matches!(state, State::AfterApostrophe);
                let glued = quoted || self.word.ends_with(char::is_alphabetic);
                self.end_word(emit);
                State::Between { glued }
            }
            (Kind::Quote | Kind::Apostrophe, _) => {
                self.end_word(emit);
                State::Between { glued: true }
            }
            _ => {
                self.end_word(emit);
                State::Between { glued: false }
            }
        };
    }

    fn begin(&mut self, ch: char, here: usize, mark: bool) -> State {
        self.start = here;
        self.mark = mark;
        self.push(ch, here)
    }

    fn push(&mut self, ch: char, here: usize) -> State {
        fold_char(ch, &mut self.word);
        self.end = here + ch.len_utf8();
        State::Inside
    }

    fn end_word(&mut self, emit: &mut impl FnMut(&str, Range<usize>)) {
        let letters = self.word.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = self.word.len() - letters.len();
        let few = (1..=MARK_DIGITS).contains(&digits);
        let marked = few && letters.chars().count() >= LETTERS_BEFORE_MARK && letters.chars().all(char::is_alphabetic);
        let only_mark = self.mark && few && letters.is_empty();
        if !self.word.is_empty() && !only_mark {
            let word = if marked { letters } else { &self.word };
            emit(word, self.start..self.end);
        }
        self.word.clear();
        self.mark = false;
    }
}

fn kind(ch: char) -> Kind {
    match ch {
        'a'..='z' | 'A'..='Z' => Kind::Letter,
        '0'..='9' => Kind::Digit,
        '\'' | '‘' | '’' | '‛' | 'ʻ' | 'ʼ' | '`' | '´' => Kind::Apostrophe,
        // The last three stand for a hyphen at a line end: soft hyphens, and what viewers of PDF put there.
        '-' | '‐' | '‑' | '−' | '¬' | '\u{ad}' | '\u{2}' | '\u{fffe}' => Kind::Hyphen,
        // An en dash joins only what touches it on both sides; a longer one never joins.
        '–' | '‒' => Kind::Dash,
        '.' | ',' | ';' | ':' | '!' | '?' | '…' | '*' | '^' => Kind::Closing,
        '"' | '”' | '“' | '„' | '»' | ')' | ']' | '[' => Kind::Quote,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => Kind::Nothing,
        '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' => Kind::Nothing,
        _ if ch.is_whitespace() => Kind::Space,
        _ if ch.is_alphabetic() => Kind::Letter,
        _ => Kind::Other,
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
