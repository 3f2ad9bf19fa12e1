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
use atlas::roles::{Arrangement, Begins, HistoryValue, State, Undated, Use};
use atlas::views::{Passing, changes, claim_of, dated_changes, ladder, strips, subjects};
use atlas::{Answer, AsOf, Claim, Dataset, Day, Rule, Standing, Subject, When, Why};
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
fn pairs(d: &Dataset, from: Day, to: Day) -> HashMap<Subject, (Standing, Standing)> {
    let changes = changes(d, from, to);
    let both = changes.certain.iter().chain(&changes.possible);
    let pairs: HashMap<Subject, (Standing, Standing)> = both
        .map(|c| (c.subject, (c.before.standing(), c.after.standing())))
        .collect();
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
    days.extend(years.filter_map(AsOf::year).map(|year| year.day(d.vantage_day())));
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
                let mut picked = [pick[0].get(&days), pick[1].get(&days), pick[2].get(&days)].map(|day| *day);
                picked.sort();
                let [a, b, c] = picked;
                let (ab, bc, ac) = (pairs(&d, a, b), pairs(&d, b, c), pairs(&d, a, c));
                // Two dates are always told in their order.
                prop_assert_eq!(&pairs(&d, b, a), &ab, "{} to {}", a, b);
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
                assert!(change.before.is_certain() && change.after.is_certain());
            }
            for change in &found.possible {
                assert!(!change.before.is_certain() || !change.after.is_certain());
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
                    let ends = [*from, *to].map(|day| claim_of(&d, p.subject, day).expect("a claim").standing());
                    assert_eq!(ends[0], ends[1], "{from} to {to}");
                    assert_eq!(ends[1], p.after.standing(), "{from} to {to}");
                    for known in [&p.between, &p.after] {
                        assert!(matches!(known.standing(), Standing::Is(_)), "{from} to {to}");
                    }
                    assert!(p.between.standing() != p.after.standing(), "{from} to {to}");
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
        let year = AsOf::year(vantage.year()).map(|year| d.day_of(Some(year)));
        let month = AsOf::month(vantage.year(), vantage.month()).map(|month| d.day_of(Some(month)));
        assert_eq!([year, month, Some(d.day_of(None))], [Some(vantage); 3]);
        for subject in subjects(&d) {
            assert!(
                matches!(
                    claim_of(&d, subject, vantage).expect("a claim").answer(),
                    Answer::Stated(_)
                ),
                "{}",
                d.id_of(subject.target())
            );
        }
    }
}

#[test]
fn dated_changes_are_those_a_reader_can_step_through() {
    for d in all() {
        let steps = dated_changes(&d);
        let day = |at: AsOf| d.day_of(Some(at));
        assert!(steps.is_sorted_by_key(|step| day(step.at)));
        for step in &steps {
            assert!(
                !step.subjects.is_empty() && day(step.at) <= d.vantage_day(),
                "{}",
                step.at
            );
            for &subject in &step.subjects {
                let after = claim_of(&d, subject, day(step.at)).expect("a claim");
                assert!(
                    after.answer().row().is_some(),
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
    golden::assert_snapshot("steps-example", &steps.collect::<String>());
}

#[test]
fn no_date_is_shown_for_a_start_that_is_not_given() {
    fn rows<V: HistoryValue + std::fmt::Debug>(d: &Dataset, rows: &[atlas::model::Row<V>]) {
        // A plan is dated by what is to come, though it was there before.
        let undated = rows.iter().filter(|row| row.start == Start::NotGiven);
        for row in undated.filter(|row| row.cited.value().begins() != Begins::WhenDecided) {
            assert!(!When::of(d, row).is_given(), "{row:?}");
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
    let after = AsOf::year(1912).expect("a year").last();
    let uses = |day: Day| -> Vec<Option<Use>> {
        strips(&d, day)
            .iter()
            .flat_map(|s| &s.legs)
            .map(|leg| leg.usage.as_ref().and_then(Claim::usage))
            .collect()
    };
    assert_eq!(uses(d.vantage_day()), [Some(Use::Reported), None]);
    assert_eq!(uses(after), [None, None]);
    let arrangements: Vec<Option<Option<Arrangement>>> = strips(&d, d.vantage_day())[0]
        .legs
        .iter()
        .map(|leg| leg.arrangement.as_ref().map(Claim::arrangement))
        .collect();
    assert_eq!(arrangements, [Some(Some(Arrangement::InEffect)), None]);
    let later = strips(&d, after)[0].legs[0].arrangement.clone().expect("a claim");
    assert_eq!(later.answer(), Answer::CannotBeKnown(Why::AfterWriting));
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
        let day = AsOf::parse(date).expect("a date").last();
        let usage = strips(&d, day)[0].legs[0].usage.as_ref().and_then(Claim::usage);
        assert_eq!(usage, expected, "{date}");
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
    let away = AsOf::parse("1906").expect("a year").last();
    assert_eq!(
        on(away),
        [Vec::<String>::new(), Vec::new()],
        "not known for the floor, ashore above it"
    );
}

/// The answer of the real dataset for a subject.
fn asked(d: &Dataset, id: &str, as_of: &str) -> Claim {
    let subject = match d.find(id) {
        Some(Target::Participation(ix)) => Subject::Participation(ix),
        Some(Target::Permission(ix)) => Subject::Permission(ix),
        other => panic!("{id} is {other:?}"),
    };
    let date = AsOf::parse(as_of).unwrap_or_else(|| panic!("{as_of} is no date"));
    claim_of(d, subject, d.day_of(Some(date))).expect("a claim")
}

#[test]
fn karshi_khanabad_was_in_use_with_its_start_not_given_and_ended() {
    let d = datasets::real();
    let id = "uzbekistan-karshi-khanabad";
    let claim = asked(&d, id, "2005-06");
    assert_eq!(claim.arrangement(), Some(Arrangement::InEffect));
    assert_eq!(claim.answer(), Answer::Inferred(0, Rule::Until));
    assert_eq!(claim.when(), &When::Missing(Undated::Start, None));
    let claim = asked(&d, id, "2006-01");
    assert_eq!(claim.arrangement(), Some(Arrangement::Ended));
    assert!(matches!(claim.answer(), Answer::Stated(_)));
    assert_eq!(claim.when().words(), "December 2005");
    let within = asked(&d, id, "2005-12-15").answer();
    assert_eq!(within, Answer::CannotBeKnown(Why::WithinItsDate(1)));
    let before = asked(&d, id, "2003").answer();
    assert_eq!(before, Answer::CannotBeKnown(Why::StartNotGiven(0)));
}

#[test]
fn uzbekistan_was_absent_from_parp_and_takes_part_again() {
    let d = datasets::real();
    let id = "uzbekistan-in-parp";
    assert_eq!(asked(&d, id, "2007").state(), Some(State::Absent));
    let back = asked(&d, id, "2008-06");
    assert_eq!(back.state(), Some(State::Active));
    assert_eq!(back.word(&d).role, "again");
    assert_eq!(asked(&d, id, "2008").state(), Some(State::Active));
}

#[test]
fn who_was_away_and_came_back_between_two_dates_is_told() {
    let d = datasets::harbours();
    let [before, away, after] = ["1904", "1906", "1909"].map(|year| d.day_of(AsOf::parse(year)));
    let told = |from: Day, to: Day| -> Vec<(String, Option<State>, Option<State>)> {
        let passing = changes(&d, from, to).passing;
        let row = |p: &Passing| {
            (
                d.id_of(p.subject.target()).to_owned(),
                p.between.state(),
                p.after.state(),
            )
        };
        passing.iter().map(row).collect()
    };
    let back = told(before, after);
    assert!(!back.is_empty());
    assert!(
        back.iter()
            .all(|(_, between, after)| *between == Some(State::Absent) && *after == Some(State::Active))
    );
    assert_eq!(
        told(away, after),
        [],
        "at its end it is otherwise than at its beginning"
    );
}

#[test]
fn the_changes_from_2007_to_2008_are_those_of_2008() {
    let d = datasets::real();
    let [from, to] = ["2007", "2008"].map(|year| d.day_of(AsOf::parse(year)));
    let found = changes(&d, from, to);
    let certain: Vec<&str> = found.certain.iter().map(|c| d.id_of(c.subject.target())).collect();
    for change in &found.certain {
        let Some(row) = change.after.answer().row() else {
            continue;
        };
        let start = match change.subject {
            Subject::Participation(ix) => d.participation(ix).history[row].start,
            Subject::Permission(ix) => d.permission(ix).history[row].start,
            other => panic!("{other:?} has no history"),
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
        .filter(|step| (from.max(step.at.last()), step.at.last().min(to)) == (step.at.last(), step.at.last()))
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
        .filter(|leg| leg.arrangement.as_ref().and_then(Claim::arrangement) == Some(Arrangement::Agreed))
        .map(|leg| d.entity(leg.territory).id.as_str())
        .collect();
    assert_eq!(agreed, ["russia"]);
    assert!(
        strip.legs.iter().all(|leg| leg.usage.is_none()),
        "no use is reported of it"
    );
}
