//! The part of EDTF that sources of this kind need: parsed once, kept with its text, and answered with its widest honest bounds.
//!
//! Read: years, months, days, seasons (21 to 24), unspecified digits (`199X`, `2004-XX`), qualifiers (`?`, `~`, `%`, kept out of
//! the bounds), intervals with unknown (`/2005`) and open (`../2005`) ends, and "once, somewhere between" (`[a..b]`).
//! Left out: years beyond four digits, exponents, negative years, lists of dates. They are refused with a reason.

use std::fmt;

use super::{Day, days_in_month};

/// One EDTF expression, with the text it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edtf {
    text: String,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Date(Partial),
    Interval(End, End),
    OneOf(End, End),
}

/// A date of some precision, with its bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Partial {
    first: Day,
    last: Day,
    precision: Precision,
    qualified: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Precision {
    Day,
    Month,
    Season(u8),
    Year,
    Decade,
    Century,
}

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Given, with its precision.
    At(Partial),
    /// There is one, and it is not known (nothing written).
    Unknown,
    /// There is no limit (`..`).
    Open,
}

/// Why a text is no date this tool reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EdtfError {
    /// Not of the form read here; carries the part.
    Malformed(String),
    /// The calendar has no such day or month; carries the part.
    NoSuchDate(String),
    /// The end lies before the start.
    Reversed,
}

impl fmt::Display for EdtfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(part) => write!(
                f,
                "\"{part}\" is not an EDTF date (examples: 2002, 2006-01, 199X, /2005-12, [2005..2006])"
            ),
            Self::NoSuchDate(part) => write!(f, "the calendar has no \"{part}\""),
            Self::Reversed => f.write_str("the end lies before the start"),
        }
    }
}

impl Edtf {
    /// Longest text read; dates are short.
    const LONGEST: usize = 40;

    /// Reads an expression.
    ///
    /// # Errors
    /// Where the text is not of the form, names no day of the calendar, or ends before it starts.
    ///
    /// ```
    /// use atlas::Edtf;
    /// let until = Edtf::parse("/2005-12").unwrap();
    /// assert_eq!(until.last().unwrap().to_string(), "2005-12-31");
    /// assert!(until.first().is_none());
    /// ```
    pub fn parse(text: &str) -> Result<Self, EdtfError> {
        let malformed = || EdtfError::Malformed(text.chars().take(Self::LONGEST).collect());
        if text.len() > Self::LONGEST || !text.is_ascii() {
            return Err(malformed());
        }
        let kind = if let Some(inner) = text.strip_prefix('[').and_then(|t| t.strip_suffix(']')) {
            let (a, b) = inner.split_once("..").ok_or_else(malformed)?;
            Kind::OneOf(End::parse_bound(a)?, End::parse_bound(b)?)
        } else if let Some((a, b)) = text.split_once('/') {
            Kind::Interval(End::parse(a)?, End::parse(b)?)
        } else {
            Kind::Date(Partial::parse(text)?)
        };
        if let Kind::Interval(a, b) | Kind::OneOf(a, b) = kind {
            match (a, b) {
                (End::At(a), End::At(b)) if a.first > b.last => return Err(EdtfError::Reversed),
                (End::At(_), _) | (_, End::At(_)) => {}
                _ => return Err(malformed()),
            }
        }
        Ok(Self {
            text: text.to_owned(),
            kind,
        })
    }

    /// The text it was read from.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// First possible day; `None` where the start is unknown or open.
    pub fn first(&self) -> Option<Day> {
        match self.kind {
            Kind::Date(date) => Some(date.first),
            Kind::Interval(start, _) | Kind::OneOf(start, _) => start.partial().map(|p| p.first),
        }
    }

    /// Last possible day; `None` where the end is unknown or open.
    pub fn last(&self) -> Option<Day> {
        match self.kind {
            Kind::Date(date) => Some(date.last),
            Kind::Interval(_, end) | Kind::OneOf(_, end) => end.partial().map(|p| p.last),
        }
    }

    /// Bounds of the start: of the date itself, or of an interval's start. `None` where it is not given.
    pub fn start(&self) -> Option<(Day, Day)> {
        match self.kind {
            Kind::Date(date) => Some((date.first, date.last)),
            Kind::Interval(start, _) => start.partial().map(|p| (p.first, p.last)),
            Kind::OneOf(a, b) => Some((
                a.partial().map_or(Day::MIN, |p| p.first),
                b.partial().map_or(Day::MAX, |p| p.last),
            )),
        }
    }

    /// Bounds of the end, for what is over: of an interval's end, else of the date itself.
    pub fn end(&self) -> Option<(Day, Day)> {
        match self.kind {
            Kind::Interval(_, end) => end.partial().map(|p| (p.first, p.last)),
            Kind::Date(_) | Kind::OneOf(..) => self.start(),
        }
    }

    /// Whether it is a single day.
    pub fn is_day(&self) -> bool {
        matches!(
            self.kind,
            Kind::Date(Partial {
                precision: Precision::Day,
                ..
            })
        )
    }

    /// Whether it is an interval (`a/b`).
    pub fn is_interval(&self) -> bool {
        matches!(self.kind, Kind::Interval(..))
    }

    pub(super) fn words(&self) -> String {
        match self.kind {
            Kind::Date(date) => super::words::partial(date),
            Kind::Interval(a, b) => super::words::interval(a, b),
            Kind::OneOf(a, b) => super::words::one_of(a, b),
        }
    }
}

impl End {
    fn parse(text: &str) -> Result<Self, EdtfError> {
        match text {
            "" => Ok(Self::Unknown),
            ".." => Ok(Self::Open),
            _ => Partial::parse(text).map(Self::At),
        }
    }

    fn parse_bound(text: &str) -> Result<Self, EdtfError> {
        if text.is_empty() {
            Ok(Self::Open)
        } else {
            Partial::parse(text).map(Self::At)
        }
    }

    fn partial(self) -> Option<Partial> {
        if let Self::At(partial) = self {
            Some(partial)
        } else {
            None
        }
    }
}

impl Partial {
    fn parse(text: &str) -> Result<Self, EdtfError> {
        let malformed = || EdtfError::Malformed(text.to_owned());
        let none = || EdtfError::NoSuchDate(text.to_owned());
        let body = text.trim_end_matches(['?', '~', '%']);
        let qualified = body.len() < text.len();
        if text.len() - body.len() > 1 {
            return Err(malformed());
        }
        let mut parts = body.split('-');
        let year = parts.next().unwrap_or_default();
        let month = parts.next();
        let day = parts.next();
        if parts.next().is_some() || year.len() != 4 {
            return Err(malformed());
        }
        let bounds = |first: Option<Day>, last: Option<Day>, precision| match (first, last) {
            (Some(first), Some(last)) => Ok(Self {
                first,
                last,
                precision,
                qualified,
            }),
            _ => Err(none()),
        };
        if let Some(stem) = year.strip_suffix('X') {
            if month.is_some() {
                return Err(malformed());
            }
            let (digits, span, precision) = match stem.strip_suffix('X') {
                Some(century) => (century, 100, Precision::Century),
                None => (stem, 10, Precision::Decade),
            };
            let from = digits_of(digits).ok_or_else(malformed)? * span;
            return bounds(Day::new(from, 1, 1), Day::new(from + span - 1, 12, 31), precision);
        }
        let year = digits_of(year).ok_or_else(malformed)?;
        let Some(month) = month.filter(|m| *m != "XX") else {
            if day.is_some() {
                return Err(malformed());
            }
            return bounds(Day::new(year, 1, 1), Day::new(year, 12, 31), Precision::Year);
        };
        if month.len() != 2 {
            return Err(malformed());
        }
        let month = digits_of(month)
            .and_then(|m| u8::try_from(m).ok())
            .ok_or_else(malformed)?;
        if (21..=24).contains(&month) {
            if day.is_some() {
                return Err(malformed());
            }
            return season(year, month)
                .and_then(|(a, b)| bounds(Some(a), Some(b), Precision::Season(month)).ok())
                .ok_or_else(none);
        }
        let Some(day) = day.filter(|d| *d != "XX") else {
            return bounds(
                Day::new(year, month, 1),
                Day::new(year, month, days_in_month(year, month)),
                Precision::Month,
            );
        };
        if day.len() != 2 {
            return Err(malformed());
        }
        let day = digits_of(day)
            .and_then(|d| u8::try_from(d).ok())
            .ok_or_else(malformed)?;
        let day = Day::new(year, month, day);
        bounds(day, day, Precision::Day)
    }

    /// First possible day.
    pub fn first(self) -> Day {
        self.first
    }

    /// Last possible day.
    pub fn last(self) -> Day {
        self.last
    }

    pub(super) fn precision(self) -> Precision {
        self.precision
    }

    pub(super) fn is_qualified(self) -> bool {
        self.qualified
    }
}

/// Seasons are those of the northern hemisphere, by whole months. EDTF leaves open in which year a winter begins, so its widest
/// honest bound is the whole year.
fn season(year: u16, code: u8) -> Option<(Day, Day)> {
    match code {
        21 => Some((Day::new(year, 3, 1)?, Day::new(year, 6, 30)?)),
        22 => Some((Day::new(year, 6, 1)?, Day::new(year, 9, 30)?)),
        23 => Some((Day::new(year, 9, 1)?, Day::new(year, 12, 31)?)),
        24 => Some((Day::new(year, 1, 1)?, Day::new(year, 12, 31)?)),
        _ => None,
    }
}

fn digits_of(text: &str) -> Option<u16> {
    if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}
