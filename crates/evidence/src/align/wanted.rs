//! What is looked up: the cited sentences of a dataset, each once, with the evidences that rest on it.

use std::collections::BTreeMap;

use super::aligned::{Outcome, Placed, Why};
use crate::fingerprint::{self, Fingerprint};
use crate::words::spelled;
use atlas::Dataset;
use atlas::ParagraphIx;
use atlas::StatementIx;

/// A cited sentence.
pub(super) struct Wanted {
    pub(super) paragraph: ParagraphIx,
    pub(super) sentence: u32,
    /// Of the quote, where there is one.
    pub(super) print: Fingerprint,
    pub(super) quote: Option<String>,
    pub(super) uses: Vec<Use>,
}

/// An evidence that rests on the sentence.
pub(super) struct Use {
    pub(super) statement: StatementIx,
    pub(super) evidence: usize,
    pub(super) terms: Vec<Term>,
}

/// A term, as authored and as it is looked up.
pub(super) struct Term {
    pub(super) text: String,
    pub(super) spelled: String,
}

impl Wanted {
    /// The terms of all its evidences, each once, sorted.
    pub(super) fn terms(&self) -> Vec<&str> {
        let mut terms: Vec<&str> = self
            .uses
            .iter()
            .flat_map(|used| &used.terms)
            .map(|term| term.spelled.as_str())
            .collect();
        atlas::order::sort(&mut terms);
        terms.dedup();
        terms
    }

    /// Whether enough of its terms stand in a text, given as `spelled`, to take it for the sentence, altered, when so many of the
    /// kept runs stand there: one run may be an accident of its hash, and two may be phrases that many texts have.
    pub(super) fn terms_suffice(&self, runs: usize, text: &str) -> bool {
        let terms = self.terms();
        let needed = match runs {
            0 | 1 => terms.len().div_ceil(2).max(2),
            2 => terms.len().div_ceil(3),
            _ => 0,
        };
        terms.iter().filter(|term| text.contains(**term)).count() >= needed
    }
}

/// The cited sentences in the order of the source, and the evidences that carry nothing to look up.
pub(super) fn collect(d: &Dataset) -> (Vec<Wanted>, Vec<Placed>) {
    let mut wanted: BTreeMap<(ParagraphIx, u32, String), Wanted> = BTreeMap::new();
    let mut unmarked = Vec::new();
    for statement in d.statements() {
        for (evidence, row) in d.statement(statement).evidence.iter().enumerate() {
            let print = match &row.quote {
                Some(quote) => fingerprint::of(quote),
                None => row.fp,
            };
            let Some(print) = print else {
                unmarked.push(Placed {
                    statement,
                    evidence,
                    paragraph: row.paragraph,
                    sentence: row.sentence,
                    outcome: Outcome::Missing(Why::Unmarked),
                });
                continue;
            };
            let key = (row.paragraph, row.sentence, print.to_string());
            let sentence = wanted.entry(key).or_insert_with(|| Wanted {
                paragraph: row.paragraph,
                sentence: row.sentence,
                print,
                quote: row.quote.clone(),
                uses: Vec::new(),
            });
            let terms = row.terms.iter().map(|text| Term {
                text: text.clone(),
                spelled: spelled(text),
            });
            sentence.uses.push(Use {
                statement,
                evidence,
                terms: terms.collect(),
            });
        }
    }
    (wanted.into_values().collect(), unmarked)
}
