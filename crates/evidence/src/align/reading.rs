//! The copy as words, and where in it the kept runs of the wanted sentences stand. Read piece by piece.

use std::collections::HashMap;
use std::ops::Range;

use super::wanted::Wanted;
use crate::copy::Cleaned;
use crate::fingerprint::{Fingerprint, RUN, combined};
use crate::words::{Cutter, Word};
use atlas::fingerprint::BITS;
use atlas::text::sentence_ranges;

/// Places of one run that are kept: more than these is a text made to be slow.
const MOST_PLACES: usize = 64;
/// Bytes of text that are looked at together: a thousand words have less, unless what stands between them was made to be slow.
const MOST_BYTES: usize = 32_768;
/// Quotes, brackets and stops before or after a sentence.
const MOST_STOPS: usize = 8;

/// The place of a run, in words, with its number among the runs of its fingerprint.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hit {
    pub(super) word: usize,
    pub(super) run: usize,
}

pub(super) struct Reading {
    pub(super) copy: Cleaned,
    cutter: Cutter,
    /// The words' hashes and, beside them, their places.
    hashes: Vec<u32>,
    spans: Vec<Range<u32>>,
    /// A bit for every hash that is looked for: most words end here.
    known: Vec<u64>,
    /// Words in a run, its hash; its places in words.
    places: HashMap<(usize, u32), Vec<u32>>,
    lengths: Vec<usize>,
}

impl Reading {
    pub(super) fn new(copy: Cleaned, wanted: &[Wanted]) -> Self {
        let mut known = vec![0_u64; 1 << (BITS - 6)];
        let mut places = HashMap::new();
        for print in wanted.iter().map(|wanted| &wanted.print) {
            for run in print.runs() {
                if let Some(bits) = known.get_mut(*run as usize >> 6) {
                    *bits |= 1 << (run & 63);
                }
                places.insert((print.run_words(), *run), Vec::new());
            }
        }
        let mut lengths: Vec<usize> = places.keys().map(|(words, _)| *words).collect();
        atlas::order::sort(&mut lengths);
        lengths.dedup();
        Self {
            copy,
            cutter: Cutter::default(),
            hashes: Vec::new(),
            spans: Vec::new(),
            known,
            places,
            lengths,
        }
    }

    /// Reads on for `budget` bytes; true when all is read.
    pub(super) fn advance(&mut self, budget: usize) -> bool {
        let (hashes, spans, places) = (&mut self.hashes, &mut self.spans, &mut self.places);
        let (known, lengths) = (&self.known, &self.lengths);
        self.cutter.advance(&self.copy.text, budget, &mut |word, at| {
            let word = Word::new(word, at);
            hashes.push(word.hash);
            spans.push(word.start..word.end);
            for length in lengths.iter().filter(|length| **length <= hashes.len().min(RUN)) {
                let first = hashes.len() - length;
                let run = combined(hashes.get(first..).unwrap_or_default());
                let bits = known.get(run as usize >> 6).copied().unwrap_or_default();
                if bits >> (run & 63) & 1 == 1
                    && let Some(places) = places.get_mut(&(*length, run))
                    && places.len() < MOST_PLACES
                    && let Ok(first) = u32::try_from(first)
                {
                    places.push(first);
                }
            }
        })
    }

    pub(super) fn permille(&self) -> usize {
        self.cutter.at() * 1000 / self.copy.text.len().max(1)
    }

    /// The hashes of some words.
    pub(super) fn hashes(&self, words: Range<usize>) -> &[u32] {
        self.hashes.get(words).unwrap_or_default()
    }

    pub(super) fn len(&self) -> usize {
        self.hashes.len()
    }

    /// Where the runs of a fingerprint stand, in order.
    pub(super) fn hits(&self, print: &Fingerprint) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        for (run, hash) in print.runs().iter().enumerate() {
            let places = self.places.get(&(print.run_words(), *hash));
            hits.extend(places.into_iter().flatten().map(|word| Hit {
                word: *word as usize,
                run,
            }));
        }
        hits.sort_unstable();
        hits
    }

    /// Where some words stand, in bytes of the text, with the quotes and stops around them.
    pub(super) fn range(&self, words: &Range<usize>) -> Range<usize> {
        let start = self.spans.get(words.start).map_or(0, |span| span.start as usize);
        let last = words.end.checked_sub(1).and_then(|word| self.spans.get(word));
        let end = last.map_or(start, |span| span.end as usize);
        let text = self.copy.text.as_str();
        let before = text.get(..start).unwrap_or_default().chars().rev().take(MOST_STOPS);
        let opening = before.take_while(|c| matches!(c, '\'' | '‘' | '"' | '“' | '(' | '['));
        let after = text.get(end..).unwrap_or_default().chars().take(MOST_STOPS);
        let closing = after.take_while(|c| {
            matches!(
                c,
                '.' | ',' | ';' | ':' | '!' | '?' | '…' | '\'' | '’' | '"' | '”' | ')' | ']'
            )
        });
        let bytes = |chars: &mut dyn Iterator<Item = char>| chars.map(char::len_utf8).sum::<usize>();
        start - bytes(&mut { opening })..end + bytes(&mut { closing })
    }

    /// The text of some words, with the stops around them; none where it is too much for a sentence.
    pub(super) fn text(&self, words: &Range<usize>) -> &str {
        let text = self.copy.text.get(self.range(words)).unwrap_or_default();
        if text.len() > MOST_BYTES { "" } else { text }
    }

    /// Whether a line of the copy began with this word.
    pub(super) fn begins_line(&self, word: usize) -> bool {
        let before = word
            .checked_sub(1)
            .and_then(|word| self.spans.get(word))
            .map_or(0, |span| span.end as usize);
        let Some(here) = self.spans.get(word).map(|span| span.start as usize) else {
            return true;
        };
        let lines = &self.copy.lines;
        let line = lines.partition_point(|line| *line < before);
        lines.get(line).is_some_and(|line| *line <= here)
    }

    /// Whether this word is a figure of at most three digits: a footnote mark that was not dropped.
    pub(super) fn is_mark(&self, word: usize) -> bool {
        let text = self
            .spans
            .get(word)
            .and_then(|span| self.copy.text.get(span.start as usize..span.end as usize));
        text.is_some_and(|text| text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// The sentences among these words, as words. The first and the last may be torn by the ends of the range.
    pub(super) fn sentences(&self, words: Range<usize>) -> Vec<Range<usize>> {
        let (Some(first), Some(last)) = (
            self.spans.get(words.start),
            words
                .end
                .min(self.len())
                .checked_sub(1)
                .and_then(|word| self.spans.get(word)),
        ) else {
            return Vec::new();
        };
        let mut from = first.start as usize;
        let text = self.copy.text.get(from..last.end as usize).unwrap_or_default();
        let mut out = Vec::new();
        if text.len() > MOST_BYTES {
            return out;
        }
        for line in text.split('\n') {
            for sentence in sentence_ranges(line) {
                let word = |byte: usize| self.spans.partition_point(|span| (span.start as usize) < byte);
                let words = word(from + sentence.start)..word(from + sentence.end);
                if !words.is_empty() {
                    out.push(words);
                }
            }
            from += line.len() + 1;
        }
        out
    }
}
