//! English wording of dates: "June 2005", "in the 1990s", "until December 2005".

use super::Day;
use super::edtf::{Edtf, End, Partial, Precision};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The English name of a month from 1 to 12; empty for any other number.
pub fn month_name(month: u8) -> &'static str {
    MONTHS
        .get(usize::from(month).wrapping_sub(1))
        .copied()
        .unwrap_or_default()
}

/// A date in English words, without a preposition where it is a plain date.
///
/// ```
/// use atlas::dates::{Edtf, in_words};
/// assert_eq!(in_words(&Edtf::parse("2005-06").unwrap()), "June 2005");
/// assert_eq!(in_words(&Edtf::parse("/2005-12").unwrap()), "until December 2005");
/// ```
pub fn in_words(date: &Edtf) -> String {
    date.words()
}

pub(super) fn partial(date: Partial) -> String {
    let first = date.first();
    let year = first.year();
    let plain = match date.precision() {
        Precision::Day => day(first),
        Precision::Month => format!("{} {year}", month_name(first.month())),
        Precision::Season(21) => format!("spring {year}"),
        Precision::Season(22) => format!("summer {year}"),
        Precision::Season(23) => format!("autumn {year}"),
        Precision::Season(_) => format!("winter {year}"),
        Precision::Year => year.to_string(),
        Precision::Decade | Precision::Century => format!("{year}s"),
    };
    if date.is_qualified() {
        format!("about {plain}")
    } else {
        plain
    }
}

fn day(day: Day) -> String {
    format!("{} {} {}", day.day(), month_name(day.month()), day.year())
}

pub(super) fn interval(a: End, b: End) -> String {
    match (a, b) {
        (End::At(a), End::At(b)) => {
            let (x, y) = (a.first(), b.first());
            let days = a.precision() == Precision::Day && b.precision() == Precision::Day;
            if days && x.year() == y.year() && x.month() == y.month() {
                format!("{} to {}", x.day(), day(y))
            } else {
                format!("{} to {}", partial(a), partial(b))
            }
        }
        (End::At(a), End::Unknown) => format!("since {}", partial(a)),
        (End::At(a), End::Open) => format!("from {}", partial(a)),
        (_, End::At(b)) => format!("until {}", partial(b)),
        _ => "date not given".to_owned(),
    }
}

pub(super) fn one_of(a: End, b: End) -> String {
    match (a, b) {
        (End::At(a), End::At(b)) => format!("between {} and {}", partial(a), partial(b)),
        (End::At(a), _) => format!("in or after {}", partial(a)),
        (_, End::At(b)) => format!("in or before {}", partial(b)),
        _ => "date not given".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_english() {
        for (text, words) in [
            ("2008-09-11", "11 September 2008"),
            ("2009-06-24/2009-06-25", "24 to 25 June 2009"),
            ("2002", "2002"),
            ("199X", "1990s"),
            ("2008-22", "summer 2008"),
            ("[2008-10..2008-12]", "between October 2008 and December 2008"),
            ("2004/..", "from 2004"),
            ("2004/", "since 2004"),
            ("/2005-12", "until December 2005"),
            ("../2005", "until 2005"),
            ("2009-06-24/2009-07-02", "24 June 2009 to 2 July 2009"),
            ("2008-06-24/2009-06-25", "24 June 2008 to 25 June 2009"),
            ("2009-06/2009-06-25", "June 2009 to 25 June 2009"),
            ("2009-06-24/2009-06", "24 June 2009 to June 2009"),
            ("[2004..]", "in or after 2004"),
            ("[..2004]", "in or before 2004"),
            ("1995~", "about 1995"),
        ] {
            assert_eq!(in_words(&Edtf::parse(text).unwrap()), words);
        }
        assert_eq!(month_name(13), "");
    }
}
