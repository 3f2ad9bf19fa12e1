//! As of a date: the contract's rules on small histories, and its laws on any history.
//!
//! Histories are made in the invented dataset, so that they come the whole way: text, statement, date, row, answer. Named
//! answers of the real dataset stand in `changes.rs`.

#[path = "../../../tests/support/datasets.rs"]
mod datasets;

use atlas::asof::answer;
use atlas::model::{Row, Start, Target};
use atlas::roles::State;
use atlas::views::{date_of, shown};
use atlas::{Answer, Dataset, Day, Edtf, Rule, Why};
use proptest::prelude::*;
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
    match d.find("trial") {
        Some(Target::Participation(ix)) => &d.participation(ix).history,
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
fn an_undated_row_before_a_dated_one_holds_for_the_twelve_months_before() {
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
            ("1907-01-01", UNTIL(1)),
            ("1908-01-01", WITHIN(2)),
            ("1908-12-31", STATED(2)),
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

/// A date that a row may carry, before the end of writing.
fn row_date() -> impl Strategy<Value = Option<String>> {
    let year = || 1880..=1910_u16;
    prop_oneof![
        2 => Just(None),
        2 => year().prop_map(|y| Some(y.to_string())),
        2 => (year(), 1..=12_u8).prop_map(|(y, m)| Some(format!("{y}-{m:02}"))),
        2 => (year(), 1..=12_u8, 1..=28_u8).prop_map(|(y, m, d)| Some(format!("{y}-{m:02}-{d:02}"))),
        1 => (year(), 21..=24_u8).prop_map(|(y, s)| Some(format!("{y}-{s}"))),
        1 => Just(Some("189X".to_owned())),
        1 => (year(), 0..=3_u16).prop_map(|(y, n)| Some(format!("[{y}..{}]", y + n))),
        1 => (year(), 0..=3_u16).prop_map(|(y, n)| Some(format!("{y}/{}", y + n))),
        1 => year().prop_map(|y| Some(format!("/{y}"))),
    ]
}

/// A history in time order with states and bases of all kinds.
fn histories() -> impl Strategy<Value = Vec<(&'static str, &'static str, Option<String>)>> {
    let value = prop_oneof![
        Just(("aboard", "by-name")),
        Just(("ashore", "read-out")),
        Just(("curious", "by-name")),
        Just(("not-aboard", "alone")),
        Just(("not-aboard", "by-name")),
    ];
    prop::collection::vec((value, row_date()), 1..5).prop_map(|rows| {
        let start = |when: &Option<String>| Edtf::parse(when.as_deref()?).ok()?.start();
        let mut dated: Vec<_> = rows
            .iter()
            .filter_map(|(_, when)| start(when).map(|s| (s, when.clone())))
            .collect();
        dated.sort();
        let mut dated = dated.into_iter();
        // Undated rows stay where they are; dated ones change places among themselves until they are in order.
        rows.iter()
            .map(|((state, basis), when)| {
                let when = if start(when).is_some() {
                    dated.next().and_then(|(_, when)| when)
                } else {
                    when.clone()
                };
                (*state, *basis, when)
            })
            .collect()
    })
}

/// Days on which an answer may change, and the days beside them.
fn telling_days(history: &[Row<State>], vantage: Day) -> Vec<Day> {
    let mut days = vec![Day::MIN, Day::MAX, vantage];
    for row in history {
        if let Start::Within(from, to) = row.start {
            days.extend([from, to, from.year_before()]);
        }
    }
    let beside = |d: &Day| {
        let months = (1..=12).flat_map(|m| [Day::new(d.year(), m, 1), Day::new(d.year(), m, 28)]);
        months
            .flatten()
            .chain(Day::new(d.year().saturating_sub(2), d.month(), 1))
            .collect::<Vec<_>>()
    };
    let more: Vec<Day> = days.iter().flat_map(beside).collect();
    days.extend(more);
    days.sort();
    days.dedup();
    days
}

fn within(row: &Row<State>) -> Option<(Day, Day)> {
    match row.start {
        Start::Within(from, to) => Some((from, to)),
        Start::NotGiven => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn answers_keep_the_laws(rows in histories()) {
        let planned: Vec<Planned> = rows.iter().map(|(s, b, w)| (*s, *b, w.as_deref())).collect();
        let d = with_history(&planned);
        let (history, vantage) = (trial(&d), d.vantage_day());
        let mut latest = None;
        for day in telling_days(history, vantage) {
            let found = answer(history, day, vantage);
            let case = format!("{rows:?} on {day}: {found:?}");
            prop_assert_eq!(found == AFTER, day > vantage, "{}", case);
            if let Some(row) = found.row() {
                // No answer rests on a row dated wholly after the day, the rule "only" apart.
                let after = within(&history[row]).is_some_and(|(from, _)| from > day);
                prop_assert!(!after || found == ONLY(row), "{}", case);
            }
            match found {
                Answer::Stated(row) => {
                    // A row is stated from the last possible day of its date; an undated one on the day of writing alone.
                    let begun = within(&history[row]).map_or(day == vantage, |(_, to)| to <= day);
                    prop_assert!(begun, "{}", case);
                    // It is no longer so on the first possible day of the next.
                    let next = history[row + 1..].iter().find_map(within);
                    prop_assert!(next.is_none_or(|(from, _)| day < from), "{}", case);
                    prop_assert!(latest <= Some(row), "time does not run back: {}", case);
                    latest = Some(row);
                }
                Answer::Inferred(row, Rule::Until) => {
                    let next = history[row + 1..].iter().find_map(within).expect("a dated row after it").0;
                    prop_assert!(within(&history[row]).is_none(), "{}", case);
                    prop_assert!(next.year_before() <= day && day < next, "{}", case);
                }
                Answer::Inferred(row, Rule::Only) => prop_assert_eq!(history[row].basis, atlas::roles::Basis::Only, "{}", case),
                Answer::CannotBeKnown(Why::WithinItsDate(row)) => {
                    let (from, to) = within(&history[row]).expect("a dated row");
                    prop_assert!(from <= day && day < to, "{}", case);
                }
                Answer::CannotBeKnown(Why::StartNotGiven(row)) => prop_assert!(within(&history[row]).is_none(), "{}", case),
                Answer::NotSaid => {
                    // Nothing may have begun, and nothing that is undated comes before what is dated.
                    let first = history.iter().position(|row| within(row).is_some());
                    prop_assert_eq!(first, Some(0), "{}", case);
                    prop_assert!(within(&history[0]).is_some_and(|(from, _)| day < from), "{}", case);
                }
                Answer::CannotBeKnown(Why::AfterWriting) => {}
            }
        }
    }

    #[test]
    fn two_dated_rows_meet_where_the_contract_says(rows in histories()) {
        let planned: Vec<Planned> = rows.iter().map(|(s, b, w)| (*s, *b, w.as_deref())).collect();
        let d = with_history(&planned);
        let (history, vantage) = (trial(&d), d.vantage_day());
        for (n, pair) in history.windows(2).enumerate() {
            let (Some((_, to)), Some((from, _))) = (within(&pair[0]), within(&pair[1])) else { continue };
            for day in telling_days(history, vantage).into_iter().filter(|&day| to <= day && day < from) {
                prop_assert_eq!(answer(history, day, vantage), STATED(n), "{:?} on {}", rows, day);
            }
        }
    }

    #[test]
    fn an_undated_start_never_becomes_a_date(rows in histories()) {
        let planned: Vec<Planned> = rows.iter().map(|(s, b, w)| (*s, *b, w.as_deref())).collect();
        let d = with_history(&planned);
        let history = trial(&d);
        let digits = |text: &str| text.chars().any(|c| c.is_ascii_digit());
        for row in history {
            prop_assert_eq!(digits(&date_of(&d, row)), within(row).is_some(), "{:?}", rows);
        }
        for day in telling_days(history, d.vantage_day()) {
            let shown = shown(&d, history, day);
            let dated = shown.answer.row().is_some_and(|row| within(&history[row]).is_some());
            prop_assert_eq!(digits(&shown.date), dated, "{:?} on {}", rows, day);
            prop_assert!(!shown.word.is_empty() && !shown.sign.is_empty(), "{:?} on {}", rows, day);
        }
    }
}
