//! Where a sentence stands in the copy: word for word, with a page between its halves, or altered.

use std::ops::Range;

use super::reading::{Hit, Reading};
use super::wanted::Wanted;
use crate::fingerprint::{RUN, is_whole, is_whole_in_two};
use crate::words::spelled;

/// Words that may stand between the halves of a sentence: the foot of one page and the head of the next, notes included.
const GAP: usize = 150;
/// An altered sentence is at most so many words longer than twice the cited one.
const LONGER: usize = 8;

/// A place of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) words: Range<usize>,
    /// Words in it that are not the sentence's.
    pub(super) gap: Option<Range<usize>>,
    /// Of the kept runs, how many stand here.
    pub(super) runs: usize,
    /// Whether every word of the sentence stands here.
    pub(super) whole: bool,
    /// How unlike the cited sentence it is: runs that are missing, words too many or too few.
    pub(super) unlike: usize,
}

/// The places of a sentence, in order: all where it stands word for word; else all where it is recognised.
///
/// `hits` are the places of its runs.
pub(super) fn locate(reading: &Reading, wanted: &Wanted, hits: &[Hit]) -> Vec<Spot> {
    let whole = whole(reading, wanted, hits);
    if !whole.is_empty() {
        return whole;
    }
    let mut out = Vec::new();
    for near in groups(hits, wanted.print.words()) {
        let sentences = sentences_around(reading, near, wanted.print.words());
        if let Some(spot) = in_two(reading, wanted, near, &sentences) {
            return vec![spot];
        }
        let altered = altered(wanted, near, &sentences).unwrap_or_else(|| unmarked(wanted, near, reading.len()));
        if wanted.terms_suffice(altered.runs, &text_of(reading, &altered)) {
            out.push(altered);
        }
    }
    out
}

/// The folded words of a place, without what stands between its halves.
pub(super) fn text_of(reading: &Reading, spot: &Spot) -> String {
    let of = |words: &Range<usize>| spelled(reading.text(words));
    match &spot.gap {
        None => of(&spot.words),
        Some(gap) => format!(
            "{} {}",
            of(&(spot.words.start..gap.start)),
            of(&(gap.end..spot.words.end))
        ),
    }
}

/// Every place where the sentence stands word for word.
fn whole(reading: &Reading, wanted: &Wanted, hits: &[Hit]) -> Vec<Spot> {
    let print = &wanted.print;
    let (words, kept) = (print.words(), print.runs().len());
    // From the first word of the first run to the first word of the last.
    let reach = words - print.run_words();
    let mut out: Vec<Spot> = Vec::new();
    let mut untried = 0;
    for (place, first) in hits.iter().enumerate() {
        let near = hits.iter().skip(place).take_while(|hit| hit.word <= first.word + reach);
        let Some(last) = all_of(near, kept) else {
            continue;
        };
        for start in last.saturating_sub(reach).max(untried)..=first.word {
            if is_whole(print, reading.hashes(start..start + words)) {
                out.push(Spot {
                    words: start..start + words,
                    gap: None,
                    runs: kept,
                    whole: true,
                    unlike: 0,
                });
            }
        }
        untried = first.word + 1;
    }
    if words <= RUN {
        keep_sentences(reading, &mut out);
    }
    out
}

/// The word of the hit with which the last of the runs has been seen.
fn all_of<'a>(hits: impl Iterator<Item = &'a Hit>, kept: usize) -> Option<usize> {
    let mut seen = 0_u32;
    for hit in hits {
        seen |= 1 << hit.run;
        if seen.count_ones() as usize == kept {
            return Some(hit.word);
        }
    }
    None
}

/// The words of a very short sentence stand in longer ones too: where it stands by itself, only those places count.
fn keep_sentences(reading: &Reading, spots: &mut Vec<Spot>) {
    let alone = |spot: &Spot| {
        let (start, end) = (spot.words.start.saturating_sub(GAP), spot.words.end + GAP);
        reading.sentences(start..end).contains(&spot.words)
    };
    let sentences: Vec<Spot> = spots.iter().filter(|spot| alone(spot)).cloned().collect();
    if !sentences.is_empty() {
        *spots = sentences;
    }
}

/// Hits that may belong to one sentence of so many words.
fn groups(hits: &[Hit], words: usize) -> impl Iterator<Item = &[Hit]> {
    hits.chunk_by(move |before, hit| hit.word - before.word <= words + GAP)
}

/// The sentences around some hits that are not torn by the edge of what is looked at.
fn sentences_around(reading: &Reading, near: &[Hit], words: usize) -> Vec<Range<usize>> {
    let (first, last) = (
        near.first().map_or(0, |hit| hit.word),
        near.last().map_or(0, |hit| hit.word),
    );
    let from = first.saturating_sub(words + GAP);
    let to = (last + words + GAP).min(reading.len());
    let mut sentences = reading.sentences(from..to);
    sentences.retain(|sentence| {
        (sentence.start > from || reading.begins_line(from)) && (sentence.end < to || to == reading.len())
    });
    sentences
}

/// Every stretch from the beginning of a sentence to the end of the same or a later one, of at most so many words.
fn stretches(sentences: &[Range<usize>], most: usize) -> impl Iterator<Item = Range<usize>> {
    sentences.iter().enumerate().flat_map(move |(place, first)| {
        let to_end = sentences.iter().skip(place).map(|last| first.start..last.end);
        to_end.take_while(move |stretch| stretch.len() <= most)
    })
}

/// How many different runs stand in a stretch.
fn runs_in(near: &[Hit], stretch: &Range<usize>, run: usize) -> usize {
    let inside = near
        .iter()
        .filter(|hit| stretch.start <= hit.word && hit.word + run <= stretch.end);
    inside.fold(0_u32, |seen, hit| seen | 1 << hit.run).count_ones() as usize
}

/// The sentence whole, but with something between its halves that begins and ends with a line: what a page puts there.
fn in_two(reading: &Reading, wanted: &Wanted, near: &[Hit], sentences: &[Range<usize>]) -> Option<Spot> {
    let print = &wanted.print;
    for stretch in stretches(sentences, print.words() + GAP) {
        let Some(gap) = stretch.len().checked_sub(print.words()).filter(|gap| *gap > 0) else {
            continue;
        };
        if runs_in(near, &stretch, print.run_words()) == 0 {
            continue;
        }
        for torn in stretch.start + 1..stretch.start + print.words() {
            let paged = reading.begins_line(torn) && reading.begins_line(torn + gap);
            let marked = gap == 1 && reading.is_mark(torn);
            let (first, second) = (stretch.start..torn, torn + gap..stretch.end);
            if (paged || marked) && is_whole_in_two(print, reading.hashes(first), reading.hashes(second)) {
                return Some(Spot {
                    words: stretch,
                    gap: Some(torn..torn + gap),
                    runs: print.runs().len(),
                    whole: true,
                    unlike: 0,
                });
            }
        }
    }
    None
}

/// The stretch that is most like the sentence.
fn altered(wanted: &Wanted, near: &[Hit], sentences: &[Range<usize>]) -> Option<Spot> {
    let print = &wanted.print;
    let spots = stretches(sentences, 2 * print.words() + LONGER).filter_map(|stretch| {
        let runs = runs_in(near, &stretch, print.run_words());
        let missing = print.runs().len() - runs;
        (runs > 0).then(|| Spot {
            unlike: missing * RUN + stretch.len().abs_diff(print.words()),
            words: stretch,
            gap: None,
            runs,
            whole: false,
        })
    });
    spots.min_by_key(|spot| spot.unlike)
}

/// Where no sentence of the copy is of that size: as many words as the cited sentence has, around the hits.
fn unmarked(wanted: &Wanted, near: &[Hit], end: usize) -> Spot {
    let (words, run) = (wanted.print.words(), wanted.print.run_words());
    let first = near.first().map_or(0, |hit| hit.word);
    let inside = |hit: &&Hit| hit.word + run <= first + words;
    let last = near.iter().rev().find(inside).map_or(first, |hit| hit.word) + run;
    let stretch = last.saturating_sub(words)..(first + words).min(end);
    let runs = runs_in(near, &stretch, run);
    Spot {
        unlike: (wanted.print.runs().len() - runs) * RUN + words,
        words: stretch,
        gap: None,
        runs,
        whole: false,
    }
}
