//! Dates as written: which bounds they have, and what is refused with which words.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

use atlas::dates::{Day, Edtf, EdtfError};

#[track_caller]
fn check(text: &str, first: &str, last: &str) {
    let date = Edtf::parse(text).expect(text);
    let show = |day: Option<Day>| day.map_or("-".to_owned(), |d| d.to_string());
    assert_eq!(
        (show(date.first()).as_str(), show(date.last()).as_str()),
        (first, last),
        "{text}"
    );
    assert_eq!(date.as_str(), text);
}

#[test]
fn bounds_are_the_widest_honest_ones() {
    check("1985-04-12", "1985-04-12", "1985-04-12");
    check("1985-04", "1985-04-01", "1985-04-30");
    check("1985", "1985-01-01", "1985-12-31");
    check("199X", "1990-01-01", "1999-12-31");
    check("19XX", "1900-01-01", "1999-12-31");
    check("2004-XX", "2004-01-01", "2004-12-31");
    check("2008-22", "2008-06-01", "2008-09-30");
    check("1964/2008", "1964-01-01", "2008-12-31");
    check("/2005-12", "-", "2005-12-31");
    check("2005/..", "2005-01-01", "-");
    check("[1993..1997]", "1993-01-01", "1997-12-31");
    check("[..2008]", "-", "2008-12-31");
    check("1984?", "1984-01-01", "1984-12-31");
}

#[test]
fn what_is_no_date_is_refused_with_a_reason() {
    for text in [
        "",
        "05",
        "2005-13",
        "2005-02-30",
        "2008/2005",
        "..",
        "/",
        "[..]",
        "2005-1",
        "20055",
        "2005-06-07-08",
        "199X-05",
        "2005-22-01",
        "zwölf",
        "1984??",
        "+200",
        "2005-+5",
    ] {
        assert!(Edtf::parse(text).is_err(), "{text}");
    }
    assert_eq!(Edtf::parse("2008/2005"), Err(EdtfError::Reversed));
    let said = |text: &str| Edtf::parse(text).map_err(|error| error.to_string()).unwrap_err();
    assert!(said("early").starts_with("\"early\" is not an EDTF date (examples: 2002,"));
    assert_eq!(said("2005-02-30"), "the calendar has no \"2005-02-30\"");
    assert_eq!(said("2008/2005"), "the end lies before the start");
}

#[test]
fn a_text_is_read_up_to_its_longest_and_no_further() {
    // The longest form there is, and one of the same length that is none; beyond it nothing is looked at.
    for (text, read) in [("x".repeat(40), 40), ("x".repeat(41), 40), ("é".repeat(9), 9)] {
        let part = text.chars().take(read).collect();
        assert_eq!(Edtf::parse(&text), Err(EdtfError::Malformed(part)));
    }
    assert!(matches!(
        Edtf::parse("2005-01-01/2005-13-01"),
        Err(EdtfError::NoSuchDate(_))
    ));
}

#[test]
fn an_interval_may_end_on_the_day_it_starts() {
    let day = Edtf::parse("2005-06-07/2005-06-07").unwrap();
    assert!(day.is_interval() && !day.is_day());
    let plain = Edtf::parse("2005-06-07").unwrap();
    assert!(plain.is_day() && !plain.is_interval());
    assert!(!Edtf::parse("2005-06").unwrap().is_day());
}
