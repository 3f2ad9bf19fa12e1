//! As of a date: the contract's rules on small histories; its laws on any history stand in `asof/laws.rs`.
//!
//! Histories are made in the invented dataset, so that they come the whole way: text, statement, date, row, answer. Named
//! answers of the real dataset stand in `changes.rs`.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

#[path = "../../../tests/support/datasets.rs"]
mod datasets;
#[path = "asof/laws.rs"]
mod laws;

use atlas::asof::answer;
use atlas::model::{Row, Target};
use atlas::roles::State;
use atlas::{Answer, AsOf, Dataset, Day, Edtf, ParticipationIx, Rule, Why};
use serde_json::{Value, json};

/// State, basis and date of a row.
type Planned<'a> = (&'a str, &'a str, Option<&'a str>);

/// The invented dataset with one more participation, `trial`, of these rows, each on a statement of its own.
fn with_history(rows: &[Planned]) -> Dataset {
    let mut bundle: Value = serde_json::from_str(&datasets::harbours_json()).expect("JSON");
    let mut history = Vec::new();
    for (n, (state, basis, when)) in rows.iter().enumerate() {
        let id = format!("trial-row-{n}");
        let mut statement = bundle["statements"][16].clone();
        statement["id"] = json!(id);
        statement["modality"] = json!(match *state {
            "not-aboard" => "not-so",
            "curious" => "wished",
            _ => "happened",
        });
        for field in ["date_words", "relative_to"] {
            statement.as_object_mut().expect("a row").remove(field);
        }
        if let Some(when) = when {
            statement["when"] = json!(when);
        }
        bundle["statements"].as_array_mut().expect("rows").push(statement);
        history.push(json!({"state": state, "basis": basis, "statements": [id]}));
    }
    let trial = json!({"id": "trial", "programme": "foghorn-choir", "country": "aldhaven", "history": history});
    bundle["participations"].as_array_mut().expect("rows").push(trial);
    datasets::opened(&bundle.to_string())
}

fn trial(d: &Dataset) -> &[Row<State>] {
    &d.participation(trial_ix(d)).history
}

fn trial_ix(d: &Dataset) -> ParticipationIx {
    match d.find("trial") {
        Some(Target::Participation(ix)) => ix,
        other => panic!("{other:?}"),
    }
}

fn day(text: &str) -> Day {
    let date = Edtf::parse(text).expect("a day");
    assert!(date.is_day());
    date.first().expect("a day has bounds")
}

/// The answers of a history for days, each checked by name.
#[track_caller]
fn check(rows: &[Planned], expected: &[(&str, Answer)]) {
    let d = with_history(rows);
    for (text, expected) in expected {
        let found = answer(trial(&d), day(text), d.vantage_day());
        assert_eq!(found, *expected, "{rows:?} on {text}");
    }
}

const WITHIN: fn(usize) -> Answer = |row| Answer::CannotBeKnown(Why::WithinItsDate(row));
const NO_START: fn(usize) -> Answer = |row| Answer::CannotBeKnown(Why::StartNotGiven(row));
const AFTER: Answer = Answer::CannotBeKnown(Why::AfterWriting);
const STATED: fn(usize) -> Answer = Answer::Stated;
const UNTIL: fn(usize) -> Answer = |row| Answer::Inferred(row, Rule::Until);
const ONLY: fn(usize) -> Answer = |row| Answer::Inferred(row, Rule::Only);
const BENEATH: fn(usize) -> Answer = |row| Answer::Inferred(row, Rule::Beneath);

#[test]
fn a_row_holds_from_the_last_possible_day_of_its_date() {
    check(
        &[("aboard", "by-name", Some("1902"))],
        &[
            ("1899-01-01", Answer::NotSaid),
            ("1901-12-31", Answer::NotSaid),
            ("1902-01-01", WITHIN(0)),
            ("1902-12-30", WITHIN(0)),
            ("1902-12-31", STATED(0)),
            ("1911-09-30", STATED(0)),
        ],
    );
}

#[test]
fn a_row_holds_to_the_first_possible_day_of_the_next() {
    check(
        &[
            ("aboard", "by-name", Some("1902")),
            ("ashore", "by-name", Some("1905-06")),
            ("aboard", "by-name", Some("1908-06-24")),
        ],
        &[
            ("1905-05-31", STATED(0)),
            ("1905-06-01", WITHIN(1)),
            ("1905-06-29", WITHIN(1)),
            ("1905-06-30", STATED(1)),
            ("1908-06-23", STATED(1)),
            ("1908-06-24", STATED(2)),
        ],
    );
}

#[test]
fn once_somewhere_between_is_known_only_after() {
    check(
        &[("aboard", "by-name", Some("[1904..1906]"))],
        &[
            ("1903-12-31", Answer::NotSaid),
            ("1904-01-01", WITHIN(0)),
            ("1906-12-30", WITHIN(0)),
            ("1906-12-31", STATED(0)),
        ],
    );
    check(
        &[("aboard", "by-name", Some("[..1906]"))],
        &[
            ("0001-01-01", WITHIN(0)),
            ("1906-12-30", WITHIN(0)),
            ("1906-12-31", STATED(0)),
        ],
    );
}

#[test]
fn what_began_within_an_interval_began_at_its_start() {
    check(
        &[("aboard", "by-name", Some("1904/1909"))],
        &[
            ("1904-12-30", WITHIN(0)),
            ("1904-12-31", STATED(0)),
            ("1911-09-30", STATED(0)),
        ],
    );
}

#[test]
fn the_present_tense_is_true_when_written_and_unknown_earlier() {
    for when in [None, Some("/1905"), Some("../1905")] {
        check(
            &[("aboard", "by-name", when)],
            &[
                ("1911-09-30", STATED(0)),
                ("1911-09-29", NO_START(0)),
                ("1890-01-01", NO_START(0)),
            ],
        );
    }
}

#[test]
fn days_after_the_writing_have_no_answer() {
    for when in [None, Some("1902")] {
        check(
            &[("aboard", "by-name", when)],
            &[("1911-10-01", AFTER), ("1999-12-31", AFTER)],
        );
    }
    check(&[("not-aboard", "alone", None)], &[("1911-10-01", AFTER)]);
}

#[test]
fn an_undated_row_holds_for_the_twelve_months_before_the_row_that_ends_it() {
    check(
        &[("aboard", "by-name", None), ("ashore", "by-name", Some("1905-06"))],
        &[
            ("1904-05-31", NO_START(0)),
            ("1904-06-01", UNTIL(0)),
            ("1905-05-31", UNTIL(0)),
            ("1905-06-01", WITHIN(1)),
            ("1905-06-30", STATED(1)),
        ],
    );
    check(
        &[
            ("aboard", "by-name", Some("1902")),
            ("ashore", "by-name", None),
            ("aboard", "by-name", Some("1908")),
        ],
        &[
            ("1901-12-31", Answer::NotSaid),
            ("1902-06-01", WITHIN(0)),
            ("1902-12-31", NO_START(1)),
            ("1906-12-31", NO_START(1)),
            // Taking part again does not say that the absence lasted until then.
            ("1907-01-01", NO_START(1)),
            ("1908-01-01", WITHIN(2)),
            ("1908-12-31", STATED(2)),
        ],
    );
}

#[test]
fn an_undated_row_before_another_kind_of_row_is_not_dated_by_it() {
    check(
        &[("curious", "by-name", None), ("aboard", "by-name", Some("1905-06"))],
        &[
            ("1904-06-01", NO_START(0)),
            ("1905-05-31", NO_START(0)),
            ("1905-06-30", STATED(1)),
        ],
    );
}

#[test]
fn only_is_a_layer_under_the_other_rows_of_those_it_leaves_out() {
    check(
        &[
            ("not-aboard", "alone", None),
            ("curious", "by-name", None),
            ("ashore", "by-name", Some("[1905..1911]")),
        ],
        &[
            ("1890-01-01", BENEATH(0)),
            ("1907-01-01", BENEATH(0)),
            ("1911-09-30", STATED(2)),
        ],
    );
}

#[test]
fn until_says_so_before_and_ended_after() {
    let d = datasets::ferries();
    let Some(Target::Permission(ix)) = d.find("gull-point-berth") else {
        panic!("the fixture has a berth")
    };
    for (text, expected) in [
        ("1906-11-30", NO_START(0)),
        ("1906-12-01", UNTIL(0)),
        ("1907-11-30", UNTIL(0)),
        ("1907-12-01", WITHIN(1)),
        ("1907-12-30", WITHIN(1)),
        ("1907-12-31", STATED(1)),
        ("1911-09-30", STATED(1)),
    ] {
        assert_eq!(
            answer(&d.permission(ix).history, day(text), d.vantage_day()),
            expected,
            "{text}"
        );
    }
}

#[test]
fn a_dated_row_before_an_undated_one_is_not_known_to_hold() {
    check(
        &[("aboard", "by-name", Some("1902")), ("ashore", "by-name", None)],
        &[
            ("1901-01-01", Answer::NotSaid),
            ("1902-12-31", NO_START(1)),
            ("1911-09-29", NO_START(1)),
            ("1911-09-30", STATED(1)),
        ],
    );
}

#[test]
fn only_denies_at_every_earlier_date() {
    check(
        &[("not-aboard", "alone", None)],
        &[
            ("0001-01-01", ONLY(0)),
            ("1911-09-29", ONLY(0)),
            ("1911-09-30", STATED(0)),
        ],
    );
    check(
        &[("not-aboard", "alone", Some("1908"))],
        &[
            ("0001-01-01", ONLY(0)),
            ("1907-12-31", ONLY(0)),
            ("1908-06-01", ONLY(0)),
            ("1908-12-31", STATED(0)),
        ],
    );
    // What another row says of that time goes before.
    check(
        &[
            ("curious", "by-name", Some("1902")),
            ("not-aboard", "alone", Some("1908")),
        ],
        &[
            ("1901-01-01", Answer::NotSaid),
            ("1902-12-31", STATED(0)),
            ("1908-06-01", WITHIN(1)),
        ],
    );
}

#[test]
fn without_a_history_nothing_is_said() {
    assert_eq!(
        answer::<State>(&[], day("1900-01-01"), day("1911-09-30")),
        Answer::NotSaid
    );
}

#[test]
fn a_date_is_said_as_exactly_as_it_was_asked() {
    for (asked, said) in [
        ("2005", "2005"),
        ("2005-06", "June 2005"),
        ("2005-06-30", "30 June 2005"),
    ] {
        assert_eq!(AsOf::parse(asked).map(AsOf::words).as_deref(), Some(said));
    }
}
