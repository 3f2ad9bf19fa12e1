//! Cuts a text into words, character by character and piece by piece: what joins a word, what ends it, what is no part of it.
//!
//! Left out: what is made of the words (`super`).

use std::ops::Range;

use super::MARK_DIGITS;
use atlas::text::fold_char;

/// No language has longer words; a hostile text may.
const LONGEST: usize = 256;
/// A name such as "K2" keeps its digit: only after so many letters digits are taken for a mark.
const LETTERS_BEFORE_MARK: usize = 3;

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
pub(crate) struct Cutter {
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
    pub(crate) fn advance(&mut self, text: &str, budget: usize, emit: &mut impl FnMut(&str, Range<usize>)) -> bool {
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
    pub(crate) fn at(&self) -> usize {
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
