//! Finds in a reader's copy what the statements cite: each sentence by its fingerprint or quote, each paragraph by its sentences.
//!
//! The work is cut into steps of counted size, so that a page stays alive over a million words and can be left at any time. What
//! comes out is finished ([`Aligned`]): places in the cleaned text, and for all that is not found the reason.
//!
//! Left out: how it is shown, and keeping anything.

mod aligned;
mod gather;
mod order;
mod place;
mod reading;
mod wanted;

pub use aligned::{Aligned, Difference, Figures, Outcome, Passage, Piece, Placed, Why};

use super::copy::{Cleaner, ReaderCopy, Refusal};
use atlas::Dataset;
use atlas::ParagraphIx;
use place::Spot;
use reading::Reading;
use wanted::Wanted;

/// A copy in which fewer than one cited sentence in so many stands is another text.
pub const LEAST_SHARE: usize = 10;
/// What looking at one place of a run counts for, against a byte read.
const LOOKUP: usize = 500;

/// How far the work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Of a hundred.
    Working(u8),
    /// [`Alignment::finish`] has no work left.
    Done,
}

enum Stage {
    Clean(Box<Cleaner>),
    Read(Box<Reading>),
    /// Each sentence by itself.
    Locate(Box<Reading>),
    /// Sentences of which nothing was recognised, between those that were.
    Rescue(Box<Reading>),
    Done(Box<Reading>),
    Refused(Refusal),
}

/// The work of aligning a copy with a dataset. Dropping it ends it.
pub struct Alignment {
    wanted: Vec<Wanted>,
    unmarked: Vec<Placed>,
    sources: Vec<ParagraphIx>,
    spots: Vec<Vec<Spot>>,
    chosen: Vec<Option<Spot>>,
    next: usize,
    stage: Stage,
}

impl Alignment {
    /// Takes what is to be looked up from the dataset; nothing is read yet.
    pub fn new(dataset: &Dataset, copy: ReaderCopy) -> Self {
        let (wanted, unmarked) = wanted::collect(dataset);
        let stage = if wanted.is_empty() {
            Stage::Refused(Refusal::NothingToCompare)
        } else {
            Stage::Clean(Box::new(Cleaner::new(copy)))
        };
        Self {
            spots: Vec::with_capacity(wanted.len()),
            sources: dataset.paragraphs().collect(),
            wanted,
            unmarked,
            chosen: Vec::new(),
            next: 0,
            stage,
        }
    }

    /// Does about `budget` bytes' worth of work: 100,000 take a few milliseconds.
    pub fn step(&mut self, budget: usize) -> Progress {
        let stage = std::mem::replace(&mut self.stage, Stage::Refused(Refusal::Empty));
        self.stage = self.advance(stage, budget.max(1));
        self.progress()
    }

    fn advance(&mut self, stage: Stage, budget: usize) -> Stage {
        match stage {
            Stage::Clean(mut cleaner) => {
                if cleaner.step(budget) {
                    Stage::Read(Box::new(Reading::new(cleaner.finish(), &self.wanted)))
                } else {
                    Stage::Clean(cleaner)
                }
            }
            Stage::Read(mut reading) => {
                if reading.advance(budget) {
                    Stage::Locate(reading)
                } else {
                    Stage::Read(reading)
                }
            }
            Stage::Locate(reading) => {
                let mut left = budget;
                while left > 0 {
                    let Some(wanted) = self.wanted.get(self.spots.len()) else {
                        return self.judge(reading);
                    };
                    let hits = reading.hits(&wanted.print);
                    left = left.saturating_sub((1 + hits.len()) * LOOKUP);
                    self.spots.push(place::locate(&reading, wanted, &hits));
                }
                Stage::Locate(reading)
            }
            Stage::Rescue(reading) => {
                for _ in 0..(budget / (4 * LOOKUP)).max(1) {
                    if self.next >= self.wanted.len() {
                        return Stage::Done(reading);
                    }
                    order::rescue(&reading, &self.wanted, &mut self.chosen, self.next);
                    self.next += 1;
                }
                Stage::Rescue(reading)
            }
            done => done,
        }
    }

    /// Whether it is the source at all, once every sentence has been looked up.
    fn judge(&mut self, reading: Box<Reading>) -> Stage {
        let wanted = self.wanted.len();
        let found = self.spots.iter().filter(|spots| !spots.is_empty()).count();
        if found == 0 || found * LEAST_SHARE < wanted {
            return Stage::Refused(Refusal::NotTheSource { found, wanted });
        }
        self.chosen = order::choose(std::mem::take(&mut self.spots));
        Stage::Rescue(reading)
    }

    fn progress(&self) -> Progress {
        // Cleaning and reading are most of the work on a large copy, looking up on a small one.
        const PARTS: [usize; 4] = [0, 40, 80, 95];
        let all = self.wanted.len().max(1);
        let (from, permille) = match &self.stage {
            Stage::Clean(cleaner) => (PARTS[0], cleaner.permille() * (PARTS[1] - PARTS[0])),
            Stage::Read(reading) => (PARTS[1], reading.permille() * (PARTS[2] - PARTS[1])),
            Stage::Locate(_) => (PARTS[2], self.spots.len() * 1000 / all * (PARTS[3] - PARTS[2])),
            Stage::Rescue(_) => (PARTS[3], self.next * 1000 / all * (100 - PARTS[3])),
            Stage::Done(_) | Stage::Refused(_) => return Progress::Done,
        };
        Progress::Working(u8::try_from(from + permille / 1000).unwrap_or(99))
    }

    /// What came of it; work that is left is done now, in one go.
    pub fn finish(mut self) -> Result<Aligned, Refusal> {
        while self.step(usize::MAX) != Progress::Done {}
        match self.stage {
            Stage::Done(reading) => Ok(gather::gather(
                *reading,
                &self.wanted,
                &self.chosen,
                self.unmarked,
                &self.sources,
            )),
            Stage::Refused(refusal) => Err(refusal),
            // Unreachable by the loop above; a refusal is still an answer.
            _ => Err(Refusal::Empty),
        }
    }
}
