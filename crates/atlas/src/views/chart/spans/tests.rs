//! The stretches of small histories, and what holds of those of any history: they never say more than the answer for the day.

use proptest::prelude::*;

use super::*;
use crate::dates::Edtf;
use crate::index::{Owner, StatementIx, WordIx};
use crate::model::Cited;
use crate::roles::{Basis, State};

fn day(text: &str) -> Day {
    Edtf::parse(text).unwrap().first().unwrap()
}

fn row(date: Option<&str>, basis: Basis, value: State) -> Row<State> {
    let when = date.map(|text| Edtf::parse(text).unwrap());
    let bounds = when
        .as_ref()
        .and_then(|when| if value == OVER { when.end() } else { when.start() });
    Row {
        cited: Cited::new(value, &[StatementIx::at(Owner::none(), 0)]).unwrap(),
        word: WordIx::at(Owner::none(), 0),
        basis,
        basis_word: WordIx::at(Owner::none(), 0),
        start: bounds.map_or(Start::NotGiven, |(from, to)| Start::Within(from, to)),
        when,
        reason: None,
        ends_previous: value == OVER,
    }
}

/// A state that stands for "over" here; what it is called does not matter.
const OVER: State = State::Absent;

fn axis() -> Bounds {
    Bounds {
        first: day("1890-01-01"),
        last: day("1910-12-31"),
    }
}

fn spans_of(history: &[Row<State>]) -> Vec<Span> {
    let steps: Vec<Step> = history
        .iter()
        .map(|row| Step::of(row, *row.cited.value() == OVER))
        .collect();
    spans(&steps, &told(history, axis()), axis())
}

fn named(dates: &[Option<&str>]) -> Vec<Row<State>> {
    dates
        .iter()
        .map(|date| row(*date, Basis::Named, State::Active))
        .collect()
}

fn days(from: &str, to: &str) -> Reach {
    Reach::Days(day(from).ordinal(), day(to).ordinal())
}

fn span(row: usize, reach: Reach, says: Says, torn: (bool, bool)) -> Span {
    Span { row, reach, says, torn }
}

#[test]
fn a_start_that_is_not_given_is_torn_and_nothing_after_it_is_certain() {
    let last = day("1910-12-31").ordinal();
    assert_eq!(
        spans_of(&named(&[None])),
        [span(0, Reach::Until(last), Says::Uncertain, (true, false))]
    );
}

#[test]
fn a_year_is_uncertain_and_certain_from_its_last_day_on() {
    assert_eq!(
        spans_of(&named(&[Some("1902")])),
        [
            span(0, days("1902-01-01", "1902-12-31"), Says::Uncertain, (false, false)),
            span(0, days("1902-12-31", "1910-12-31"), Says::Certain, (false, false)),
        ]
    );
}

#[test]
fn a_day_is_certain_at_once() {
    assert_eq!(
        spans_of(&named(&[Some("1902-03-04")])),
        [span(0, days("1902-03-04", "1910-12-31"), Says::Certain, (false, false))]
    );
}

#[test]
fn a_window_tears_both_what_ends_and_what_begins_within_it() {
    assert_eq!(
        spans_of(&named(&[Some("1895-01-01"), Some("[1901..1902]")])),
        [
            span(0, days("1895-01-01", "1901-01-01"), Says::Certain, (false, true)),
            span(1, days("1901-01-01", "1902-12-31"), Says::Window, (false, false)),
            span(1, days("1902-12-31", "1910-12-31"), Says::Certain, (true, false)),
        ]
    );
}

#[test]
fn what_is_over_ends_on_the_last_possible_day() {
    let history = [
        row(None, Basis::Named, State::Active),
        row(Some("/1905-12"), Basis::Named, OVER),
    ];
    assert_eq!(
        spans_of(&history),
        [
            span(0, days("1905-12-01", "1905-12-31"), Says::Uncertain, (false, false)),
            span(
                0,
                Reach::Until(day("1905-12-01").ordinal()),
                Says::Uncertain,
                (true, false)
            ),
            span(1, days("1905-12-31", "1905-12-31"), Says::End, (false, false)),
        ]
    );
}

#[test]
fn of_rows_without_a_date_the_last_alone_reaches_into_the_axis() {
    let last = day("1910-12-31").ordinal();
    assert_eq!(
        spans_of(&named(&[None, None, None])),
        [
            span(0, Reach::Before(0, 2), Says::Uncertain, (true, true)),
            span(1, Reach::Before(1, 2), Says::Uncertain, (true, true)),
            span(2, Reach::Until(last), Says::Uncertain, (true, false)),
        ]
    );
}

#[test]
fn only_is_certain_at_every_earlier_date() {
    let history = [row(None, Basis::Only, State::Denied)];
    assert_eq!(
        spans_of(&history),
        [span(0, days("1890-01-01", "1910-12-31"), Says::Certain, (false, false))]
    );
}

#[test]
fn only_stands_below_an_interest_that_may_be_so_besides() {
    let last = day("1910-12-31").ordinal();
    let history = [
        row(None, Basis::Only, State::Denied),
        row(None, Basis::Named, State::Interest),
    ];
    assert_eq!(
        spans_of(&history),
        [
            span(0, days("1890-01-01", "1910-12-31"), Says::Beneath, (false, false)),
            span(1, Reach::Until(last), Says::Uncertain, (true, false)),
        ]
    );
}

#[test]
fn between_two_dates_an_undated_row_is_so_in_the_year_before_the_second() {
    let found = spans_of(&named(&[Some("1892-05-06"), None, Some("1893-05-06")]));
    let uncertain: Vec<&Span> = found.iter().filter(|s| s.says == Says::Uncertain).collect();
    assert_eq!(
        uncertain,
        [&span(
            1,
            days("1892-05-06", "1893-05-06"),
            Says::Uncertain,
            (true, false)
        )]
    );
}

#[test]
fn a_row_that_lies_ahead_of_the_time_of_writing_has_no_stretch() {
    assert_eq!(spans_of(&named(&[Some("1915")])), []);
}

fn dates() -> impl Strategy<Value = Option<String>> {
    let year = || 1888..=1912_u16;
    prop_oneof![
        3 => Just(None),
        2 => year().prop_map(|y| Some(y.to_string())),
        2 => (year(), 1..=12_u8).prop_map(|(y, m)| Some(format!("{y}-{m:02}"))),
        2 => (year(), 1..=12_u8, 1..=28_u8).prop_map(|(y, m, d)| Some(format!("{y}-{m:02}-{d:02}"))),
        1 => Just(Some("190X".to_owned())),
        2 => (year(), 0..=3_u16).prop_map(|(y, n)| Some(format!("[{y}..{}]", y + n))),
        1 => year().prop_map(|y| Some(format!("[..{y}]"))),
        1 => year().prop_map(|y| Some(format!("[{y}..]"))),
        1 => (year(), 0..=3_u16).prop_map(|(y, n)| Some(format!("{y}/{}", y + n))),
        1 => year().prop_map(|y| Some(format!("/{y}"))),
    ]
}

/// Histories in the order that the validator asks for: no row ends before the latest start above it.
fn histories() -> impl Strategy<Value = Vec<Row<State>>> {
    let basis = prop_oneof![4 => Just(Basis::Named), 1 => Just(Basis::Only)];
    let state = prop_oneof![3 => Just(State::Active), 1 => Just(OVER)];
    prop::collection::vec((dates(), basis, state, any::<bool>()), 1..6).prop_map(|rows| {
        let mut latest = Day::MIN;
        let rows = rows.into_iter().map(|(date, basis, value, ends_previous)| Row {
            ends_previous,
            ..row(date.as_deref(), basis, value)
        });
        rows.filter(|row| match row.start {
            Start::Within(_, to) if to < latest => false,
            Start::Within(from, _) => {
                latest = latest.max(from);
                true
            }
            Start::NotGiven => true,
        })
        .collect()
    })
}

/// Days on which an answer may change, and those beside them.
fn telling(history: &[Row<State>]) -> Vec<Day> {
    let years = (1889..=1911).flat_map(|y| [Day::new(y, 1, 1), Day::new(y, 6, 15), Day::new(y, 12, 31)]);
    let starts = history.iter().filter_map(|row| match row.start {
        Start::Within(from, to) => Some([from, to, from.year_before()]),
        Start::NotGiven => None,
    });
    let mut days: Vec<Day> = years.flatten().chain(starts.flatten()).collect();
    days.retain(|day| (axis().first..axis().last).contains(day));
    days
}

fn covers(span: &Span, day: Day) -> bool {
    match span.reach {
        Reach::Days(from, to) => from <= day.ordinal() && day.ordinal() < to,
        Reach::Until(to) => day.ordinal() < to,
        Reach::Before(..) => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_000) })]

    #[test]
    fn no_chart_of_any_history_says_more_than_the_answer_for_the_day(history in histories()) {
        let found = spans_of(&history);
        for day in telling(&history) {
            let answered = answer(&history, day, axis().last);
            let on_day: Vec<&Span> = found.iter().filter(|s| covers(s, day) && s.says != Says::End).collect();
            let dates: Vec<_> = history.iter().map(|row| (row.when.as_ref().map(Edtf::as_str), row.basis, row.cited.value())).collect();
            let case = format!("{day}: {answered:?}, {on_day:?} of {dates:?}");
            let beneath: Vec<usize> = on_day.iter().filter(|s| s.says == Says::Beneath).map(|s| s.row).collect();
            let expected = match answered {
                Answer::Inferred(row, Rule::Beneath) if *history[row].cited.value() != OVER => vec![row],
                _ => Vec::new(),
            };
            prop_assert_eq!(beneath, expected, "{}", case);
            let on_day: Vec<&Span> = on_day.into_iter().filter(|s| s.says != Says::Beneath).collect();
            prop_assert!(on_day.len() <= 1, "two stretches on a day: {}", case);
            let certain = on_day.iter().find(|s| s.says == Says::Certain);
            prop_assert!(certain.is_none_or(|s| answered.row() == Some(s.row)), "{}", case);
            match answered {
                Answer::Inferred(_, Rule::Beneath) => prop_assert!(certain.is_none(), "{}", case),
                Answer::Stated(row) | Answer::Inferred(row, _) if *history[row].cited.value() != OVER => {
                    prop_assert!(on_day.first().is_some_and(|s| s.row == row), "{}", case);
                    let stated = matches!(answered, Answer::Stated(_));
                    prop_assert!(!stated || certain.is_some(), "{}", case);
                }
                Answer::Stated(_) => prop_assert!(on_day.is_empty(), "{}", case),
                Answer::NotSaid => prop_assert!(on_day.is_empty(), "{}", case),
                _ => {}
            }
        }
    }

    #[test]
    fn every_row_that_is_not_ahead_has_at_most_one_end(history in histories()) {
        let found = spans_of(&history);
        for row in 0..history.len() {
            prop_assert!(found.iter().filter(|s| s.row == row && s.says == Says::End).count() <= 1);
        }
    }
}
