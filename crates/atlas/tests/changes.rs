//! What changed between two days: the laws of changes on every dataset, and the answers that readers of the real one ask for.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

#[path = "../../../tests/support/datasets.rs"]
mod datasets;
#[path = "../../../tests/support/golden.rs"]
mod golden;

use std::collections::HashMap;

use atlas::model::{Start, Table, Target};
use atlas::roles::{Arrangement, State, Use};
use atlas::views::{
    LegState, Passing, Shown, Stand, Subject, changes, date_of, dated_changes, ladder, stand, strips, subjects,
};
use atlas::{Answer, AsOf, Dataset, Day, Rule, Why};
use proptest::prelude::*;

fn all() -> [Dataset; 4] {
    [
        datasets::real(),
        datasets::harbours(),
        datasets::ferries(),
        datasets::example(),
    ]
}

/// Pairs of answers that differ between two days, by subject.
fn pairs(d: &Dataset, from: Day, to: Day) -> HashMap<Subject, (Stand, Stand)> {
    let changes = changes(d, from, to);
    let both = changes.certain.iter().chain(&changes.possible);
    let pairs: HashMap<Subject, (Stand, Stand)> = both.map(|c| (c.subject, (c.before.0, c.after.0))).collect();
    assert_eq!(
        pairs.len(),
        changes.certain.len() + changes.possible.len(),
        "each subject once"
    );
    pairs
}

/// Days around everything dated, and the ends of years.
fn days(d: &Dataset) -> Vec<Day> {
    let mut days = vec![Day::MIN, d.vantage_day(), Day::MAX];
    let mut add = |start: Start| {
        if let Start::Within(from, to) = start {
            days.extend([from, to, from.year_before()]);
        }
    };
    d.participations()
        .flat_map(|ix| &d.participation(ix).history)
        .for_each(|row| add(row.start));
    d.permissions()
        .flat_map(|ix| &d.permission(ix).history)
        .for_each(|row| add(row.start));
    let years = d.vantage_day().year() - 20..=d.vantage_day().year() + 2;
    days.extend(years.filter_map(AsOf::year).map(AsOf::day));
    days.sort();
    days.dedup();
    days
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1) })]

    #[test]
    fn changes_keep_the_laws(picks in prop::collection::vec(any::<[prop::sample::Index; 3]>(), 150)) {
        for d in all() {
            let days = days(&d);
            for pick in &picks {
                let [a, b, c] = [pick[0].get(&days), pick[1].get(&days), pick[2].get(&days)].map(|day| *day);
                let (ab, bc, ac) = (pairs(&d, a, b), pairs(&d, b, c), pairs(&d, a, c));
                let swapped: HashMap<Subject, (Stand, Stand)> = ab.iter().map(|(&s, &(x, y))| (s, (y, x))).collect();
                prop_assert_eq!(&pairs(&d, b, a), &swapped, "{} to {}", a, b);
                prop_assert!(pairs(&d, a, a).is_empty(), "{}", a);
                let mut joined = HashMap::new();
                for subject in subjects(&d) {
                    let (first, second) = (ab.get(&subject), bc.get(&subject));
                    let before = first.or(second).map(|pair| pair.0);
                    let after = second.or(first).map(|pair| pair.1);
                    if let (Some(before), Some(after)) = (before, after) && before != after {
                        joined.insert(subject, (before, after));
                    }
                }
                prop_assert_eq!(joined, ac, "{} to {} to {}", a, b, c);
            }
        }
    }
}

#[test]
fn a_change_is_certain_where_both_answers_are_known() {
    for d in all() {
        let days = days(&d);
        for pair in days.windows(2) {
            let found = changes(&d, pair[0], pair[1]);
            for change in &found.certain {
                assert!(change.before.0 != Stand::Unknown && change.after.0 != Stand::Unknown);
            }
            for change in &found.possible {
                assert!(change.before.0 == Stand::Unknown || change.after.0 == Stand::Unknown);
            }
        }
    }
}

#[test]
fn what_did_not_last_is_told_both_ways_and_only_where_the_ends_agree() {
    let mut told = 0;
    for d in all() {
        let days = days(&d);
        for (n, from) in days.iter().enumerate() {
            for to in &days[n..] {
                let (found, back) = (changes(&d, *from, *to), changes(&d, *to, *from));
                let subjects = |passing: &[Passing]| passing.iter().map(|p| p.subject).collect::<Vec<_>>();
                assert_eq!(subjects(&found.passing), subjects(&back.passing), "{from} to {to}");
                for p in &found.passing {
                    let ends = [*from, *to].map(|day| stand(&d, p.subject, day).0);
                    assert_eq!(ends[0], ends[1], "{from} to {to}");
                    assert_eq!(ends[1], p.after.0, "{from} to {to}");
                    for known in [p.between.0, p.after.0] {
                        assert!(!matches!(known, Stand::Unknown | Stand::NotSaid), "{from} to {to}");
                    }
                    assert!(p.between.0 != p.after.0, "{from} to {to}");
                    told += 1;
                }
            }
        }
    }
    assert!(told > 0);
}

#[test]
fn undated_events_are_listed_and_never_placed() {
    let d = datasets::harbours();
    let found = changes(&d, Day::MIN, Day::MAX);
    let undated: Vec<&str> = found.undated.iter().map(|&ix| d.entity(ix).id.as_str()).collect();
    assert_eq!(undated, ["charter-reading"]);
}

#[test]
fn the_year_of_writing_its_last_month_and_the_default_answer_alike() {
    for d in all() {
        let vantage = d.vantage_day();
        let year = AsOf::year(vantage.year()).map(AsOf::day);
        let month = AsOf::month(vantage.year(), vantage.month()).map(AsOf::day);
        assert_eq!(month, Some(vantage));
        for subject in subjects(&d) {
            assert!(
                matches!(stand(&d, subject, vantage).1.answer, Answer::Stated(_)),
                "{}",
                d.id_of(subject.target())
            );
        }
        if vantage.month() == 12 {
            assert_eq!(year, month);
        }
    }
}

#[test]
fn dated_changes_are_those_a_reader_can_step_through() {
    for d in all() {
        let steps = dated_changes(&d);
        assert!(steps.is_sorted_by_key(|step| step.at.day()));
        for step in &steps {
            assert!(
                !step.subjects.is_empty() && step.at.day() <= d.vantage_day(),
                "{}",
                step.at
            );
            for &subject in &step.subjects {
                let (after, shown) = stand(&d, subject, step.at.day());
                assert!(
                    shown.answer.row().is_some(),
                    "{} as of {}: {after:?}",
                    d.id_of(subject.target()),
                    step.at
                );
            }
        }
    }
}

#[test]
fn the_steps_of_a_small_history() {
    let d = datasets::example();
    let steps = dated_changes(&d).into_iter().map(|step| {
        let subjects = step.subjects.iter().map(|subject| d.id_of(subject.target()));
        format!("{} {}\n", step.at, subjects.collect::<Vec<_>>().join(" "))
    });
    golden::is_as_it_was("steps-example.txt", &steps.collect::<String>());
}

#[test]
fn no_date_is_shown_for_a_start_that_is_not_given() {
    fn rows<V: atlas::views::Value>(d: &Dataset, rows: &[atlas::model::Row<V>]) {
        for row in rows.iter().filter(|row| row.start == Start::NotGiven) {
            assert!(
                !date_of(d, row).chars().any(|c| c.is_ascii_digit()),
                "{}",
                date_of(d, row)
            );
        }
    }
    for d in all() {
        d.participations().for_each(|ix| rows(&d, &d.participation(ix).history));
        d.permissions().for_each(|ix| rows(&d, &d.permission(ix).history));
    }
}

#[test]
fn what_is_used_is_reported_up_to_the_time_of_writing() {
    let d = datasets::ferries();
    let after = AsOf::year(1912).expect("a year").day();
    let uses = |day: Day| -> Vec<Option<Use>> {
        strips(&d, day)
            .iter()
            .flat_map(|s| &s.legs)
            .map(|leg| leg.use_)
            .collect()
    };
    assert_eq!(uses(d.vantage_day()), [Some(Use::Reported), None]);
    assert_eq!(uses(after), [None, None]);
    let states: Vec<LegState> = strips(&d, d.vantage_day())[0]
        .legs
        .iter()
        .map(|leg| leg.state)
        .collect();
    assert_eq!(states, [LegState::Is(Arrangement::InEffect), LegState::NotSaid]);
    assert_eq!(strips(&d, after)[0].legs[0].state, LegState::Unknown(Why::AfterWriting));
}

#[test]
fn a_dated_use_is_reported_from_its_date_up_to_the_time_of_writing() {
    let mut bundle: serde_json::Value = serde_json::from_str(&datasets::ferries_json()).expect("JSON");
    bundle["legs"][0]["uses"][0]["statements"] = serde_json::json!(["storm-puts-lamp-out"]);
    let d = datasets::opened(&bundle.to_string());
    for (date, expected) in [
        ("1904-05", None),
        ("1904", Some(Use::Reported)),
        ("1911-09", Some(Use::Reported)),
        ("1911-10", None),
    ] {
        let day = AsOf::parse(date).expect("a date").day();
        assert_eq!(strips(&d, day)[0].legs[0].use_, expected, "{date}");
    }
}

#[test]
fn the_ladder_stands_floor_first_with_those_taking_part() {
    let d = datasets::harbours();
    let ids = |list: Vec<atlas::EntityIx>| list.into_iter().map(|ix| d.entity(ix).id.clone()).collect::<Vec<_>>();
    let on = |day: Day| {
        ladder(&d, day)
            .iter()
            .map(|rung| ids(rung.standing()))
            .collect::<Vec<_>>()
    };
    assert_eq!(on(d.vantage_day()), [vec!["aldhaven", "brackmouth"], vec!["aldhaven"]]);
    let away = AsOf::parse("1906").expect("a year").day();
    assert_eq!(
        on(away),
        [Vec::<String>::new(), Vec::new()],
        "not known for the floor, ashore above it"
    );
}

/// The answer of the real dataset for a subject.
fn asked(d: &Dataset, id: &str, as_of: &str) -> (Stand, Shown) {
    let subject = match d.find(id) {
        Some(Target::Participation(ix)) => Subject::Participation(ix),
        Some(Target::Permission(ix)) => Subject::Permission(ix),
        other => panic!("{id} is {other:?}"),
    };
    stand(
        d,
        subject,
        AsOf::parse(as_of).unwrap_or_else(|| panic!("{as_of} is no date")).day(),
    )
}

#[test]
fn karshi_khanabad_was_in_use_with_its_start_not_given_and_ended() {
    let d = datasets::real();
    let id = "uzbekistan-karshi-khanabad";
    let (stand, shown) = asked(&d, id, "2005-06");
    assert_eq!(stand, Stand::Arrangement(Arrangement::InEffect));
    assert_eq!(shown.answer, Answer::Inferred(0, Rule::Until));
    assert_eq!(shown.date, "start not given");
    let (stand, shown) = asked(&d, id, "2006-01");
    assert_eq!(stand, Stand::Arrangement(Arrangement::Ended));
    assert!(matches!(shown.answer, Answer::Stated(_)));
    assert_eq!(shown.date, "December 2005");
    assert_eq!(
        asked(&d, id, "2005-12-15").1.answer,
        Answer::CannotBeKnown(Why::WithinItsDate(1))
    );
    assert_eq!(
        asked(&d, id, "2003").1.answer,
        Answer::CannotBeKnown(Why::StartNotGiven(0))
    );
}

#[test]
fn uzbekistan_was_absent_from_parp_and_takes_part_again() {
    let d = datasets::real();
    let id = "uzbekistan-in-parp";
    assert_eq!(asked(&d, id, "2007").0, Stand::State(State::Absent));
    let (stand, shown) = asked(&d, id, "2008-06");
    assert_eq!(stand, Stand::State(State::Active));
    let again = d.word_for("answer", "again").expect("the word for it").word.clone();
    assert_eq!(shown.word, again);
    assert_eq!(asked(&d, id, "2008").0, Stand::State(State::Active));
}

#[test]
fn who_was_away_and_came_back_between_two_dates_is_told() {
    let d = datasets::real();
    let [from, away, to] = ["2004", "2007", "2008"].map(|year| AsOf::parse(year).expect("a year").day());
    let ids = |from: Day, to: Day| -> Vec<(String, Stand, Stand)> {
        let passing = changes(&d, from, to).passing;
        passing
            .iter()
            .map(|p| (d.id_of(p.subject.target()).to_owned(), p.between.0, p.after.0))
            .collect()
    };
    let back = [(
        "uzbekistan-in-parp".to_owned(),
        Stand::State(State::Absent),
        Stand::State(State::Active),
    )];
    assert_eq!(ids(from, to), back);
    assert_eq!(ids(away, to), [], "at its end it is otherwise than at its beginning");
}

#[test]
fn the_changes_from_2007_to_2008_are_those_of_2008() {
    let d = datasets::real();
    let [from, to] = ["2007", "2008"].map(|year| AsOf::parse(year).expect("a year").day());
    let found = changes(&d, from, to);
    let certain: Vec<&str> = found.certain.iter().map(|c| d.id_of(c.subject.target())).collect();
    for change in &found.certain {
        let row = change.after.1.answer.row().expect("a row");
        let start = match change.subject {
            Subject::Participation(ix) => d.participation(ix).history[row].start,
            Subject::Permission(ix) => d.permission(ix).history[row].start,
        };
        let Start::Within(first, last) = start else {
            panic!("{certain:?}: a change without a date")
        };
        assert!(from < first && last <= to, "{certain:?}: {first} to {last}");
    }
    assert!(certain.contains(&"uzbekistan-in-parp"), "{certain:?}");
    // And the other way round: whatever is dated within the year is among them.
    for step in dated_changes(&d)
        .iter()
        .filter(|step| from < step.at.day() && step.at.day() <= to)
    {
        for &subject in &step.subjects {
            let listed = found
                .certain
                .iter()
                .chain(&found.possible)
                .any(|c| c.subject == subject);
            assert!(listed, "{} of {}", d.id_of(subject.target()), step.at);
        }
    }
}

#[test]
fn the_northern_line_is_agreed_on_its_russian_leg_alone() {
    let d = datasets::real();
    let line = d.entity_in(Table::Line, "northern-line").expect("the line");
    let strip = strips(&d, d.vantage_day())
        .into_iter()
        .find(|s| s.line == line)
        .expect("its strip");
    let agreed: Vec<&str> = strip
        .legs
        .iter()
        .filter(|leg| leg.state == LegState::Is(Arrangement::Agreed))
        .map(|leg| d.entity(leg.territory).id.as_str())
        .collect();
    assert_eq!(agreed, ["russia"]);
    assert!(
        strip.legs.iter().all(|leg| leg.use_.is_none()),
        "no use is reported of it"
    );
}
