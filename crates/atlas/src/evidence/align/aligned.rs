//! What came of aligning a copy: for each evidence a passage or a reason, for each paragraph its stretch of the copy.

use std::collections::HashSet;
use std::ops::Range;

use super::place::{Spot, text_of};
use super::reading::Reading;
use super::wanted::{Use, Wanted};
use crate::evidence::copy::Cleaned;
use crate::evidence::words::spelled;
use crate::{ParagraphIx, StatementIx};

/// Sentences of a paragraph lie no farther apart than this in a copy, in bytes.
const APART: usize = 4_000;

/// A copy, with what was found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aligned {
    copy: Cleaned,
    placed: Vec<Placed>,
    paragraphs: Vec<(ParagraphIx, Range<usize>)>,
}

/// What became of one evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The statement it supports.
    pub statement: StatementIx,
    /// Its place among the statement's evidences.
    pub evidence: usize,
    /// The paragraph it cites.
    pub paragraph: ParagraphIx,
    /// The sentence it cites, from 1.
    pub sentence: u32,
    /// Whether it stands in the copy.
    pub outcome: Outcome,
}

/// Whether a sentence stands in the copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Every word of it, and every term.
    Found(Passage),
    /// One like it.
    Altered(Passage, Difference),
    /// It does not.
    Missing(Why),
}

/// A place in the cleaned copy, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The sentence.
    pub range: Range<usize>,
    /// What a page has put between its halves and is no part of it.
    pub between: Option<Range<usize>>,
}

/// In what a passage differs from the cited sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Of the kept runs of words, how many stand here.
    pub runs: usize,
    /// How many are kept.
    pub of: usize,
    /// Terms that do not stand here, as authored.
    pub terms: Vec<String>,
    /// Words of the quote, folded, that do not stand here; empty where the dataset carries no quote.
    pub words: Vec<String>,
}

/// Why a sentence is not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Other sentences of its paragraph stand in the copy, this one does not.
    NotInParagraph,
    /// Nothing of its paragraph stands in the copy.
    ParagraphMissing,
    /// The dataset carries neither fingerprint nor quote for it.
    Unmarked,
}

/// How many evidences came to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Word for word.
    pub found: usize,
    /// With other words.
    pub altered: usize,
    /// Not at all.
    pub missing: usize,
}

/// A stretch of text that is highlighted alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where, in bytes of the text.
    pub range: Range<usize>,
    /// The evidences found here, as places in [`Aligned::placed`]; none for plain text.
    pub placed: Vec<usize>,
}

impl Aligned {
    /// The cleaned copy, a paragraph a line. All ranges are bytes of it.
    pub fn text(&self) -> &str {
        &self.copy.text
    }

    /// The paragraphs of the copy as it has them, in order.
    pub fn copy_paragraphs(&self) -> &[Range<usize>] {
        &self.copy.paragraphs
    }

    /// What became of every evidence: statements in paragraph order, evidences as authored.
    pub fn placed(&self) -> &[Placed] {
        &self.placed
    }

    /// What became of the evidences of a statement, as authored.
    pub fn of(&self, statement: StatementIx) -> &[Placed] {
        let from = self.placed.partition_point(|placed| placed.statement < statement);
        let to = self.placed.partition_point(|placed| placed.statement <= statement);
        self.placed.get(from..to).unwrap_or_default()
    }

    /// The stretches of the copy in which paragraphs of the source stand, in the order of the source. Paragraphs of which too
    /// little was found have none.
    pub fn paragraphs(&self) -> &[(ParagraphIx, Range<usize>)] {
        &self.paragraphs
    }

    /// The stretch of the copy in which a paragraph of the source stands.
    pub fn paragraph(&self, paragraph: ParagraphIx) -> Option<Range<usize>> {
        let place = self.paragraphs.binary_search_by_key(&paragraph, |(ix, _)| *ix).ok()?;
        self.paragraphs.get(place).map(|(_, range)| range.clone())
    }

    /// How many evidences came to what.
    pub fn figures(&self) -> Figures {
        let mut out = Figures::default();
        for placed in &self.placed {
            match placed.outcome {
                Outcome::Found(_) => out.found += 1,
                Outcome::Altered(..) => out.altered += 1,
                Outcome::Missing(_) => out.missing += 1,
            }
        }
        out
    }

    /// A stretch of the text cut where highlighting changes, in order: what is to be drawn.
    pub fn pieces(&self, within: Range<usize>) -> Vec<Piece> {
        if within.is_empty() {
            return Vec::new();
        }
        let mut lit: Vec<(usize, Range<usize>)> = Vec::new();
        for (place, placed) in self.placed.iter().enumerate() {
            lit.extend(placed.outcome.lit().into_iter().map(|range| (place, range)));
        }
        lit.retain(|(_, range)| range.start < within.end && within.start < range.end);
        let mut cuts: Vec<usize> = lit.iter().flat_map(|(_, range)| [range.start, range.end]).collect();
        cuts.retain(|cut| within.contains(cut));
        cuts.extend([within.start, within.end]);
        cuts.sort_unstable();
        cuts.dedup();
        let ends = cuts.iter().skip(1);
        cuts.iter()
            .zip(ends)
            .map(|(start, end)| Piece {
                range: *start..*end,
                placed: lit
                    .iter()
                    .filter(|(_, range)| range.contains(start))
                    .map(|(place, _)| *place)
                    .collect(),
            })
            .collect()
    }
}

impl Outcome {
    /// Where the sentence or one like it stands.
    pub fn passage(&self) -> Option<&Passage> {
        match self {
            Self::Found(passage) | Self::Altered(passage, _) => Some(passage),
            Self::Missing(_) => None,
        }
    }

    fn lit(&self) -> Vec<Range<usize>> {
        match self.passage() {
            None => Vec::new(),
            Some(Passage { range, between: None }) => vec![range.clone()],
            Some(Passage {
                range,
                between: Some(between),
            }) => vec![range.start..between.start, between.end..range.end],
        }
    }
}

/// Puts together what was found.
pub(super) fn gather(
    reading: Reading,
    wanted: &[Wanted],
    chosen: &[Option<Spot>],
    unmarked: Vec<Placed>,
    paragraphs: usize,
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
    placed.sort_by_key(|placed| (placed.statement, placed.evidence));
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
    paragraphs: usize,
) -> Vec<(ParagraphIx, Range<usize>)> {
    let mut found: Vec<(usize, Vec<Range<usize>>)> = vec![(0, Vec::new()); paragraphs];
    for (wanted, spot) in wanted.iter().zip(chosen) {
        if let Some((cited, places)) = found.get_mut(wanted.paragraph.get()) {
            *cited += 1;
            places.extend(spot.as_ref().map(|spot| reading.range(&spot.words)));
        }
    }
    let mut out: Vec<(ParagraphIx, Range<usize>)> = found
        .into_iter()
        .enumerate()
        .filter_map(|(place, (cited, places))| Some((ParagraphIx::at(place), core(cited, places)?)))
        .collect();
    widen(&mut out, &reading.copy.paragraphs);
    out
}

/// From the first to the last of the sentences that lie near one another; one alone is enough only where no more is cited.
fn core(cited: usize, mut places: Vec<Range<usize>>) -> Option<Range<usize>> {
    places.sort_by_key(|range| range.start);
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
    cores.sort_by_key(|range| range.start);
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
