//! What came of aligning a copy: for each evidence a passage or a reason, for each paragraph its stretch of the copy.

use std::ops::Range;

use crate::copy::Cleaned;
use atlas::{ParagraphIx, StatementIx};

/// A copy, with what was found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aligned {
    pub(super) copy: Cleaned,
    pub(super) placed: Vec<Placed>,
    pub(super) paragraphs: Vec<(ParagraphIx, Range<usize>)>,
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
        atlas::order::sort(&mut cuts);
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
