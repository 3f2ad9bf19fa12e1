//! As of a date: what a history says was so then, and how that is known.
//!
//! Four answers, none of which is ever stored. A row holds from the last possible day of its date to the first possible day of the
//! next; in between it cannot be known. An undated row before a dated one holds just before it only where the dated one says so
//! ([`Row::ends_previous`]). "Only" denies at every earlier date, whatever else is not known of that date.

use crate::dates::Day;
use crate::model::{Row, Start};
use crate::roles::Basis;

/// What a history says of a day. Rows are given by their place in the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A row says so.
    Stated(usize),
    /// It follows from a row by a rule.
    Inferred(usize, Rule),
    /// It cannot be known.
    CannotBeKnown(Why),
    /// There is no row for that time.
    NotSaid,
}

/// The rule by which an answer is inferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// "Until Y", or a dated row that ends the undated one before it: so in the twelve months before.
    Until,
    /// "Only X so far": not the others, at every earlier date.
    Only,
    /// The same, on a day on which another row may hold as well: an interest, say, whose start is not given.
    Beneath,
}

/// Why it cannot be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The row's start is not given; it holds later. Carries the row.
    StartNotGiven(usize),
    /// The change lies somewhere within its date, and the day does too. Carries the row that may have begun.
    WithinItsDate(usize),
    /// The day lies after the time of writing.
    AfterWriting,
}

impl Answer {
    /// The row that the answer rests on.
    pub fn row(self) -> Option<usize> {
        match self {
            Self::Stated(row) | Self::Inferred(row, _) => Some(row),
            Self::CannotBeKnown(_) | Self::NotSaid => None,
        }
    }
}

/// Answers for a day.
///
/// `vantage` is the last possible day of writing, on which rows in the present tense hold.
pub fn answer<V>(history: &[Row<V>], day: Day, vantage: Day) -> Answer {
    if history.is_empty() {
        return Answer::NotSaid;
    }
    if day > vantage {
        return Answer::CannotBeKnown(Why::AfterWriting);
    }
    let begun = |row: &Row<V>| matches!(row.start, Start::Within(_, to) if to <= day);
    let current = history.iter().rposition(begun);
    let after = current.map_or(0, |i| i + 1);
    let later = history.iter().enumerate().skip(after);
    let next = later.clone().find_map(|(i, row)| {
        if let Start::Within(from, _) = row.start {
            Some((i, row, from))
        } else {
            None
        }
    });
    let answer = match next {
        Some((i, _, from)) if from <= day => Answer::CannotBeKnown(Why::WithinItsDate(i)),
        // An undated row between the current one and the next dated one.
        Some((i, row, from)) if i > after => {
            let undated = i - 1;
            if row.ends_previous && day >= from.year_before() {
                Answer::Inferred(undated, Rule::Until)
            } else {
                Answer::CannotBeKnown(Why::StartNotGiven(undated))
            }
        }
        Some(_) => current.map_or(Answer::NotSaid, Answer::Stated),
        None if after < history.len() => {
            let undated = history.len() - 1;
            if day == vantage {
                Answer::Stated(undated)
            } else {
                Answer::CannotBeKnown(Why::StartNotGiven(undated))
            }
        }
        None => current.map_or(Answer::NotSaid, Answer::Stated),
    };
    match answer {
        Answer::CannotBeKnown(_) | Answer::NotSaid => denied(history, after, answer).unwrap_or(answer),
        known => known,
    }
}

/// "Only X so far" denies at every earlier date, its own included: the first such row that no known row stands before.
fn denied<V>(history: &[Row<V>], after: usize, otherwise: Answer) -> Option<Answer> {
    let only = history.iter().position(|row| row.basis == Basis::Only)?;
    // A row that is known by the day, or dated before the denial, says something of that time.
    let is_first = after <= only && history.iter().take(only).all(|row| row.start == Start::NotGiven);
    let rule = match otherwise {
        Answer::CannotBeKnown(Why::StartNotGiven(row) | Why::WithinItsDate(row)) if row != only => Rule::Beneath,
        _ => Rule::Only,
    };
    is_first.then_some(Answer::Inferred(only, rule))
}
