//! As of a date: what a history says was so then, and how that is known.
//!
//! Four answers, none of which is ever stored. A row holds from the last possible day of its date to the first possible day of the
//! next; in between it cannot be known. An undated row before a dated one holds just before it only where the dated one says so
//! ([`Row::ends_previous`]). "Only" denies at every earlier date, whatever else is not known of that date.

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
    /// assert_eq!(AsOf::parse("2005-06").unwrap().last().to_string(), "2005-06-30");
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

    /// The last day of the period asked about.
    pub fn last(self) -> Day {
        self.last
    }

    /// The day asked about: the last of the period, or the time of writing where the period holds it.
    ///
    /// ```
    /// use atlas::{AsOf, Day};
    /// let written = Day::new(1947, 3, 12).unwrap();
    /// assert_eq!(AsOf::parse("1947").unwrap().day(written), written);
    /// assert_eq!(AsOf::parse("1946").unwrap().day(written), Day::new(1946, 12, 31).unwrap());
    /// ```
    pub fn day(self, vantage: Day) -> Day {
        if self.first() <= vantage {
            self.last.min(vantage)
        } else {
            self.last
        }
    }

    /// The first day of the period asked about.
    fn first(self) -> Day {
        let month = if self.months { self.last.month() } else { 1 };
        let day = if self.days { self.last.day() } else { 1 };
        Day::new(self.last.year(), month, day).unwrap_or(self.last)
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
            AsOf::parse("2008").map(AsOf::last),
            AsOf::parse("2008-12").map(AsOf::last)
        );
    }
}
