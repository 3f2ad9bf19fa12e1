//! Makes the answer of what was found: passages and differences for the evidences, stretches of the copy for the paragraphs.

use std::collections::HashSet;
use std::ops::Range;

use super::aligned::{Aligned, Difference, Outcome, Passage, Placed, Why};
use super::place::{Spot, text_of};
use super::reading::Reading;
use super::wanted::{Use, Wanted};
use crate::words::spelled;
use atlas::ParagraphIx;

/// Sentences of a paragraph lie no farther apart than this in a copy, in bytes.
const APART: usize = 4_000;

/// Puts together what was found.
pub(super) fn gather(
    reading: Reading,
    wanted: &[Wanted],
    chosen: &[Option<Spot>],
    unmarked: Vec<Placed>,
    paragraphs: &[ParagraphIx],
) -> Aligned {
    let stretches = stretches(&reading, wanted, chosen, paragraphs);
    let seen: HashSet<ParagraphIx> = wanted
        .iter()
        .zip(chosen)
        .filter(|(_, spot)| spot.is_some())
        .map(|(wanted, _)| wanted.paragraph)
        .collect();
    let mut placed = unmarked;
    for (wanted, spot) in wanted.iter().zip(chosen) {
        let text = spot.as_ref().map(|spot| text_of(&reading, spot));
        placed.extend(wanted.uses.iter().map(|used| Placed {
            statement: used.statement,
            evidence: used.evidence,
            paragraph: wanted.paragraph,
            sentence: wanted.sentence,
            outcome: match (spot, &text) {
                (Some(spot), Some(text)) => outcome(&reading, wanted, used, spot, text),
                _ if seen.contains(&wanted.paragraph) => Outcome::Missing(Why::NotInParagraph),
                _ => Outcome::Missing(Why::ParagraphMissing),
            },
        }));
    }
    atlas::order::sort_by_key(&mut placed, |placed| (placed.statement, placed.evidence));
    Aligned {
        copy: reading.copy,
        placed,
        paragraphs: stretches,
    }
}

fn outcome(reading: &Reading, wanted: &Wanted, used: &Use, spot: &Spot, text: &str) -> Outcome {
    let passage = Passage {
        range: reading.range(&spot.words),
        between: spot.gap.as_ref().map(|gap| {
            let (from, to) = (
                reading.range(&(spot.words.start..gap.start)),
                reading.range(&(gap.end..spot.words.end)),
            );
            from.end..to.start
        }),
    };
    let absent = used.terms.iter().filter(|term| !text.contains(&term.spelled));
    let terms: Vec<String> = absent.map(|term| term.text.clone()).collect();
    if spot.whole && terms.is_empty() {
        return Outcome::Found(passage);
    }
    let here: HashSet<&str> = text.split(' ').collect();
    let quote = wanted.quote.as_deref().map(spelled).unwrap_or_default();
    let words = quote.split(' ').filter(|word| !word.is_empty() && !here.contains(word));
    let difference = Difference {
        runs: spot.runs,
        of: wanted.print.runs().len(),
        terms,
        words: words.map(str::to_owned).collect(),
    };
    Outcome::Altered(passage, difference)
}

/// The stretch of each paragraph: where most of its sentences stand near one another, widened to the ends of the copy's own
/// paragraphs where no other stretch is in the way.
fn stretches(
    reading: &Reading,
    wanted: &[Wanted],
    chosen: &[Option<Spot>],
    paragraphs: &[ParagraphIx],
) -> Vec<(ParagraphIx, Range<usize>)> {
    let mut found: Vec<(usize, Vec<Range<usize>>)> = vec![(0, Vec::new()); paragraphs.len()];
    for (wanted, spot) in wanted.iter().zip(chosen) {
        // Paragraphs are ascending.
        let at = paragraphs.binary_search(&wanted.paragraph).ok();
        if let Some((cited, places)) = at.and_then(|at| found.get_mut(at)) {
            *cited += 1;
            places.extend(spot.as_ref().map(|spot| reading.range(&spot.words)));
        }
    }
    let mut out: Vec<(ParagraphIx, Range<usize>)> = found
        .into_iter()
        .zip(paragraphs)
        .filter_map(|((cited, places), &ix)| Some((ix, core(cited, places)?)))
        .collect();
    widen(&mut out, &reading.copy.paragraphs);
    out
}

/// From the first to the last of the sentences that lie near one another; one alone is enough only where no more is cited.
fn core(cited: usize, mut places: Vec<Range<usize>>) -> Option<Range<usize>> {
    atlas::order::sort_by_key(&mut places, |range| range.start);
    let mut groups: Vec<(usize, Range<usize>)> = Vec::new();
    for range in places {
        match groups.last_mut() {
            Some((count, group)) if range.start <= group.end + APART => {
                *count += 1;
                group.end = group.end.max(range.end);
            }
            _ => groups.push((1, range)),
        }
    }
    let (count, group) = groups
        .into_iter()
        .max_by_key(|(count, group)| (*count, usize::MAX - group.start))?;
    (count >= cited.min(2)).then_some(group)
}

fn widen(stretches: &mut [(ParagraphIx, Range<usize>)], blocks: &[Range<usize>]) {
    let mut cores: Vec<Range<usize>> = stretches.iter().map(|(_, range)| range.clone()).collect();
    atlas::order::sort_by_key(&mut cores, |range| range.start);
    let block_of = |byte: usize| {
        let place = blocks.partition_point(|block| block.end <= byte);
        blocks.get(place).filter(|block| block.start <= byte)
    };
    for (_, range) in stretches {
        let own = range.clone();
        let before = cores.iter().filter(|core| **core != own && core.start < own.start);
        let floor = before.map(|core| core.end).max().unwrap_or(0);
        let after = cores.iter().filter(|core| **core != own && core.start >= own.start);
        let ceiling = after.map(|core| core.start).min().unwrap_or(usize::MAX);
        if let Some(block) = block_of(own.start).filter(|block| block.start >= floor) {
            range.start = block.start;
        }
        if let Some(block) = own
            .end
            .checked_sub(1)
            .and_then(block_of)
            .filter(|block| block.end <= ceiling)
        {
            range.end = block.end;
        }
    }
}
