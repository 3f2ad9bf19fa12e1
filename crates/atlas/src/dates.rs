//! Dates: days, EDTF (ISO 8601-2) with honest bounds, and their English wording.
//!
//! No clock and no `Intl`: the same answers natively and in the browser.

mod as_of;
mod edtf;
mod words;

use std::fmt;

pub use as_of::AsOf;
pub use edtf::{Edtf, EdtfError, End, Partial};
pub use words::{in_words, month_name};

/// A day of the proleptic Gregorian calendar, years 0000 to 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// The earliest day there is; stands for an open start.
    pub const MIN: Self = Self {
        year: 0,
        month: 1,
        day: 1,
    };
    /// The latest day there is; stands for an open end.
    pub const MAX: Self = Self {
        year: 9999,
        month: 12,
        day: 31,
    };

    /// The day, if the calendar has it.
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        if year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month) {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// Year, 0 to 9999.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// Month, 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// Day of the month, 1 to 31.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The same day twelve months earlier (29 February becomes 28 February).
    #[must_use]
    pub fn year_before(self) -> Self {
        let year = self.year.saturating_sub(1);
        Self {
            year,
            month: self.month,
            day: self.day.min(days_in_month(year, self.month)),
        }
    }

    /// Days since the day 0000-03-01, for placing days on an axis.
    pub fn ordinal(self) -> i32 {
        let (y, m, d) = (i32::from(self.year), i32::from(self.month), i32::from(self.day));
        let y = if m <= 2 { y - 1 } else { y };
        let shifted = (m + 9) % 12;
        365 * y + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400) + (shifted * 306 + 5) / 10 + d - 1
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Days in a month; 0 for a month that does not exist.
pub const fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_know_the_calendar() {
        assert!(Day::new(2008, 2, 29).is_some());
        assert!(Day::new(2007, 2, 29).is_none());
        assert_eq!(Day::new(2008, 2, 29).map(Day::year_before), Day::new(2007, 2, 28));
    }

    #[test]
    fn ordinals_count_days() {
        let ordinal = |y, m, d| Day::new(y, m, d).map(Day::ordinal).unwrap_or_default();
        assert_eq!(ordinal(2008, 3, 1) - ordinal(2008, 2, 28), 2);
        assert_eq!(ordinal(2009, 1, 1) - ordinal(2008, 1, 1), 366);
        assert_eq!(ordinal(2000, 1, 1) - ordinal(1900, 1, 1), 36524);
        // Five times the 146,097 days in which the calendar comes round, counted from its first day.
        assert_eq!((ordinal(0, 3, 1), ordinal(2000, 3, 1)), (0, 730_485));
        // A year that is a whole century, and no leap year, has 365 days.
        assert_eq!(ordinal(2101, 1, 1) - ordinal(2100, 1, 1), 365);
    }

    #[test]
    fn a_day_is_written_alike_for_readers_and_for_those_who_debug() {
        let day = Day::new(1994, 2, 8).unwrap();
        assert_eq!(
            (day.to_string(), format!("{day:?}")),
            ("1994-02-08".to_owned(), "1994-02-08".to_owned())
        );
    }
}
