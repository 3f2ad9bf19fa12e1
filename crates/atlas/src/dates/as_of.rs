//! The date that a reader asks about, as the address writes it and as a page says it.

use std::fmt;

use super::{Day, days_in_month, month_name};

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
