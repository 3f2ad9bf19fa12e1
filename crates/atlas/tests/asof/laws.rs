//! Laws of as-of answers, over any history in time order.

use atlas::asof::answer;
use atlas::model::{Row, Start};
use atlas::roles::State;
use atlas::{Answer, Day, Edtf, Rule, When, Why, claim};
use proptest::prelude::*;

use super::{AFTER, BENEATH, ONLY, Planned, STATED, trial, trial_ix, with_history};

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
                prop_assert!(!after || found == ONLY(row) || found == BENEATH(row), "{}", case);
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
                    prop_assert!(history[row + 1].ends_previous, "{}", case);
                }
                Answer::Inferred(row, Rule::Only | Rule::Beneath) => prop_assert_eq!(history[row].basis, atlas::roles::Basis::Only, "{}", case),
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
            prop_assert_eq!(digits(&When::of(&d, row).words()), within(row).is_some(), "{:?}", rows);
        }
        for day in telling_days(history, d.vantage_day()) {
            let claim = claim::participation(&d, trial_ix(&d), day).expect("a claim");
            let dated = claim.answer().row().is_some_and(|row| within(&history[row]).is_some());
            prop_assert_eq!(digits(&claim.when().words()), dated, "{:?} on {}", rows, day);
            prop_assert!(!claim.word(&d).word.is_empty() && !claim.sign(&d).is_empty(), "{:?} on {}", rows, day);
        }
    }
}
