//! As of a date: what a history says was so then, and how that is known.
//!
//! Four answers, none of which is ever stored. The rules are the contract's: a row holds from the last possible day of its date
//! to the first possible day of the next; in between it cannot be known.

use std::fmt;

use crate::dates::{Day, days_in_month, month_name};
use crate::model::{Row, Start};
use crate::roles::Basis;

/// The date a reader asks about: a year, a month or a day, meaning its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AsOf {
    last: Day,
    months: bool,
    days: bool,
}

impl AsOf {
    /// Reads `2005`, `2005-06` or `2005-06-30`; `None` for anything else.
    ///
    /// ```
    /// use atlas::AsOf;
    /// assert_eq!(AsOf::parse("2005-06").unwrap().day().to_string(), "2005-06-30");
    /// assert!(AsOf::parse("summer 2005").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let number = |part: &str, len: usize| {
            (part.len() == len && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<u16>().ok())
                .flatten()
        };
        let year = number(parts.next()?, 4)?;
        let month = parts.next().map(|m| number(m, 2).and_then(|m| u8::try_from(m).ok()));
        let day = parts.next().map(|d| number(d, 2).and_then(|d| u8::try_from(d).ok()));
        if parts.next().is_some() {
            return None;
        }
        let (last, months, days) = match (month, day) {
            (None, _) => (Day::new(year, 12, 31)?, false, false),
            (Some(month), None) => (Day::new(year, month?, days_in_month(year, month?))?, true, false),
            (Some(month), Some(day)) => (Day::new(year, month?, day?)?, true, true),
        };
        Some(Self { last, months, days })
    }

    /// A month.
    pub fn month(year: u16, month: u8) -> Option<Self> {
        Some(Self {
            last: Day::new(year, month, days_in_month(year, month))?,
            months: true,
            days: false,
        })
    }

    /// A year.
    pub fn year(year: u16) -> Option<Self> {
        Some(Self {
            last: Day::new(year, 12, 31)?,
            months: false,
            days: false,
        })
    }

    /// The day asked about.
    pub fn day(self) -> Day {
        self.last
    }

    /// "June 2005".
    pub fn words(self) -> String {
        let (year, month) = (self.last.year(), month_name(self.last.month()));
        match (self.months, self.days) {
            (false, _) => year.to_string(),
            (true, false) => format!("{month} {year}"),
            (true, true) => format!("{} {month} {year}", self.last.day()),
        }
    }
}

impl fmt::Display for AsOf {
    /// As the URL writes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.last.year())?;
        if self.months {
            write!(f, "-{:02}", self.last.month())?;
        }
        if self.days {
            write!(f, "-{:02}", self.last.day())?;
        }
        Ok(())
    }
}

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
    /// "Until Y", or an undated row before a dated one: so in the twelve months before.
    Until,
    /// "Only X so far": not the others, at every earlier date.
    Only,
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
            Some((i, from))
        } else {
            None
        }
    });
    match next {
        // "Only" denies at every earlier date, its own included, unless another row says something of that time.
        Some((0, _)) if history.first().is_some_and(|row| row.basis == Basis::Only) => Answer::Inferred(0, Rule::Only),
        Some((i, from)) if from <= day => Answer::CannotBeKnown(Why::WithinItsDate(i)),
        // An undated row between the current one and the next dated one.
        Some((i, from)) if i > after => {
            let undated = i - 1;
            if day >= from.year_before() {
                Answer::Inferred(undated, Rule::Until)
            } else {
                not_yet(history, undated)
            }
        }
        Some(_) => current.map_or(Answer::NotSaid, Answer::Stated),
        None if after < history.len() => {
            let undated = history.len() - 1;
            if day == vantage {
                Answer::Stated(undated)
            } else {
                not_yet(history, undated)
            }
        }
        None => current.map_or(Answer::NotSaid, Answer::Stated),
    }
}

/// An undated row before its time is known: "only" reaches back, nothing else does.
fn not_yet<V>(history: &[Row<V>], row: usize) -> Answer {
    match history.get(row).map(|row| row.basis) {
        Some(Basis::Only) => Answer::Inferred(row, Rule::Only),
        _ => Answer::CannotBeKnown(Why::StartNotGiven(row)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_asked_about_round_trip() {
        for text in ["2005", "2005-06", "2005-06-30"] {
            assert_eq!(AsOf::parse(text).map(|a| a.to_string()).as_deref(), Some(text));
        }
        for text in ["", "5", "2005-13", "2005-6", "2005-02-30", "2005-06-30-1", "20x5"] {
            assert!(AsOf::parse(text).is_none(), "{text}");
        }
        assert_eq!(
            AsOf::parse("2008").map(AsOf::day),
            AsOf::parse("2008-12").map(AsOf::day)
        );
    }
}
