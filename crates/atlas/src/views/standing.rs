//! What the source leaves standing when legs or lines are thought closed: a reading aid, not a claim of the source.
//!
//! A pure function of the dataset, the day, what is closed and which arrangements count. Airfields and overflight are no part of
//! it, and nothing is said of how much a line carries.

use std::collections::BTreeSet;

use crate::dates::Day;
use crate::index::*;
use crate::model::Dataset;
use crate::roles::{Arrangement, Use};

use super::routes::{LegView, Strip, strips};
use super::support::within;
use crate::claim::Claim;

/// Which arrangements count, and whether use does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Arrangements that count.
    pub arrangements: BTreeSet<Arrangement>,
    /// Whether a leg whose use is reported counts, whatever its arrangement.
    pub in_use: bool,
}

impl Default for Counts {
    /// Agreed, or in use.
    fn default() -> Self {
        Self {
            arrangements: BTreeSet::from([Arrangement::Agreed, Arrangement::InEffect]),
            in_use: true,
        }
    }
}

/// A sentence of the reading with the statements it rests on.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// In words.
    pub text: String,
    /// Its statements; empty only where it repeats what the reader chose or says that nothing is said.
    pub statements: Vec<StatementIx>,
}

/// The reading.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Lines that stand from end to end, as authored.
    pub lines: Vec<EntityIx>,
    /// In sentences, line by line, as authored.
    pub sentences: Vec<Sentence>,
}

/// Reads the lines for a day with some legs or lines closed (by id).
pub fn standing(d: &Dataset, day: Day, closed: &[String], counts: &Counts) -> Standing {
    let mut out = Standing {
        lines: Vec::new(),
        sentences: Vec::new(),
    };
    for strip in strips(d, day) {
        read_line(d, &strip, closed, counts, &mut out);
    }
    out
}

fn read_line(d: &Dataset, strip: &Strip, closed: &[String], counts: &Counts, out: &mut Standing) {
    let name = &d.entity(strip.line).name;
    if closed.contains(&d.entity(strip.line).id) {
        out.sentences.push(Sentence {
            text: format!("You have closed the {name}."),
            statements: Vec::new(),
        });
        return;
    }
    let shut: Vec<&LegView> = strip
        .legs
        .iter()
        .filter(|l| closed.contains(&d.leg(l.leg).id))
        .collect();
    if !shut.is_empty() {
        let names: Vec<&str> = shut.iter().map(|l| d.entity(l.territory).name.as_str()).collect();
        out.sentences.push(Sentence {
            text: format!("You have closed {} on the {name}.", joined(&names)),
            statements: Vec::new(),
        });
        return;
    }
    let missing: Vec<&LegView> = strip.legs.iter().filter(|l| !counts_for(l, counts)).collect();
    if missing.is_empty() && !strip.legs.is_empty() {
        out.lines.push(strip.line);
        let statements = strip.legs.iter().flat_map(|l| basis(d, l)).collect();
        let legs: Vec<String> = strip.legs.iter().map(|l| describe(d, l)).collect();
        out.sentences.push(Sentence {
            text: format!("The {name} is open throughout, by what you count: {}.", legs.join("; ")),
            statements,
        });
        return;
    }
    for l in strip.legs.iter().filter(|l| counts_for(l, counts)) {
        out.sentences.push(Sentence {
            text: format!("On the {name}, {}.", describe(d, l)),
            statements: basis(d, l),
        });
    }
    for l in &missing {
        out.sentences.push(Sentence {
            text: format!(
                "To complete the {name}, more would have to be said of {}: {}.",
                d.entity(l.territory).name,
                state_words(d, l)
            ),
            statements: basis(d, l),
        });
    }
}

/// Whether a leg counts as standing.
fn counts_for(l: &LegView, counts: &Counts) -> bool {
    let usage = l.usage.as_ref().and_then(Claim::usage);
    let used = counts.in_use && matches!(usage, Some(Use::Reported | Use::Attacked));
    let arrangement = l.arrangement.as_ref().and_then(Claim::arrangement);
    used || arrangement.is_some_and(|a| counts.arrangements.contains(&a))
}

/// "Examplia’s leg: agreed, April 2008; use not reported".
fn describe(d: &Dataset, l: &LegView) -> String {
    format!("{}: {}", d.entity(l.territory).name, state_words(d, l))
}

fn state_words(d: &Dataset, l: &LegView) -> String {
    within(&l.in_words(d))
}

/// Statements behind a leg's arrangement and use, one each; those that put it on its line where there are none.
fn basis(d: &Dataset, l: &LegView) -> Vec<StatementIx> {
    let claims = l.arrangement.iter().chain(&l.usage);
    let mut out: Vec<StatementIx> = claims.filter_map(|claim| claim.statements().next()).collect();
    if out.is_empty() {
        out.extend(d.leg(l.leg).statements.first());
    }
    out.dedup();
    out
}

fn joined(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}
