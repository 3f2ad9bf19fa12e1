//! What pages are given to show, kept as it was found good: legs of every combination of permissions, readings of what is left
//! standing, events with their facets.
//!
//! After a wanted change: `ATLAS_GOLDEN=write cargo test -p atlas --test views`, then read what differs.

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

use std::collections::BTreeSet;

use atlas::model::Table;
use atlas::views::{
    Counts, asks, claim_of, event_date, events, facets, leg, matches, matrix_programmes, standing, strips, subjects,
    support,
};
use atlas::{Dataset, Day};
use datasets::{example, example_json, opened, real};
use serde_json::{Value, json};

/// The example as a bundle, for a test to change.
fn bundle() -> Value {
    serde_json::from_str(&example_json()).expect("JSON")
}

/// The days that tell something of the example: long before, in the midst, the time of writing, after it.
fn days(d: &Dataset) -> [Day; 4] {
    let vantage = d.vantage_day();
    let year = |back: u16| Day::new(vantage.year() - back, 6, 30).expect("a day");
    [year(100), year(3), vantage, Day::MAX]
}

/// A leg may rest on any permissions: it says the least that they say together, and since when.
#[test]
fn legs_say_the_least_of_what_they_rest_on() {
    let bundle = bundle();
    let permissions: Vec<&str> = bundle["permissions"]
        .as_array()
        .expect("a table")
        .iter()
        .map(|row| row["id"].as_str().expect("an id"))
        .collect();
    let mut said = String::new();
    for (n, one) in permissions.iter().enumerate() {
        for other in &permissions[n..] {
            let mut bundle = bundle.clone();
            // One leg that is used, one that is not; each in both orders.
            for (at, both) in [(0, [one, other]), (5, [one, other]), (6, [other, one])] {
                bundle["legs"][at]["permissions"] = if one == other { json!([one]) } else { json!(both) };
            }
            let d = opened(&bundle.to_string());
            said += &format!("# {one}, {other}\n");
            for day in days(&d) {
                for (_, ix) in d.legs().enumerate().filter(|(at, _)| [0, 5, 6].contains(at)) {
                    let l = leg(&d, ix, day);
                    let id = &d.leg(ix).id;
                    said += &format!(
                        "{day} {id}: {} [{}], {}, {:?}\n",
                        l.arrangement_word(&d),
                        l.date(),
                        l.use_word(&d),
                        l.sign(&d)
                    );
                }
            }
        }
    }
    golden::assert_snapshot("legs-example", &said);
}

/// A line says from when on anything of it is dated.
#[test]
fn a_line_says_before_when_nothing_of_it_is_dated() {
    for d in [real(), example()] {
        for line in strips(&d, d.vantage_day()) {
            assert_eq!(line.nothing_before, None, "at the time of writing there is something");
            let starts = line.legs.iter().flat_map(|l| &d.leg(l.leg).permissions);
            let starts = starts.flat_map(|&p| &d.permission(p).history);
            let first = starts.filter_map(|row| match row.start {
                atlas::model::Start::Within(from, _) => Some(from),
                atlas::model::Start::NotGiven => None,
            });
            let on = |day: Day| strips(&d, day).into_iter().find(|other| other.line == line.line);
            let nothing = |day: Day| on(day).expect("the line").nothing_before;
            match first.min() {
                None => assert_eq!(nothing(Day::MIN), None),
                Some(first) => {
                    assert!(nothing(first.year_before()).is_some());
                    assert_eq!(nothing(first), None, "on that day it may have begun");
                }
            }
        }
    }
}

#[test]
fn what_is_left_standing_is_read_as_it_was() {
    let mut said = String::new();
    for d in [real(), example()] {
        let legs: Vec<String> = d.legs().map(|ix| d.leg(ix).id.clone()).collect();
        let lines: Vec<String> = d.table(Table::Line).map(|ix| d.entity(ix).id.clone()).collect();
        let closed = [
            Vec::new(),
            lines[..1].to_vec(),
            legs[..1].to_vec(),
            legs[..2].to_vec(),
            legs[..3].to_vec(),
            vec![legs[0].clone(), lines[1].clone()],
        ];
        for day in days(&d) {
            for closed in &closed {
                let found = standing(&d, day, closed, &Counts::default());
                let ids: Vec<&str> = found.lines.iter().map(|&ix| d.entity(ix).id.as_str()).collect();
                said += &format!("# {day} without {closed:?}: {ids:?} left\n");
                for sentence in found.sentences {
                    let places = sentence.statements.iter().map(|&ix| d.statement(ix).id.as_str());
                    said += &format!("{}\n  {:?}\n", sentence.text, places.collect::<Vec<_>>());
                }
            }
        }
    }
    golden::assert_snapshot("standing", &said);
}

#[test]
fn events_are_told_and_found_by_their_facets_as_they_were() {
    let mut said = String::new();
    for d in [real(), example(), datasets::harbours()] {
        let all = events(&d);
        said += &format!("# {}\n", d.about().title);
        let ids = |list: &[atlas::EntityIx]| {
            list.iter()
                .map(|&ix| d.entity(ix).id.as_str())
                .collect::<Vec<_>>()
                .join(" ")
        };
        for event in &all {
            let day = |day: Option<Day>| day.map_or("?".to_owned(), |day| day.to_string());
            let (from, to, plan) = (
                day(event.first),
                day(event.last),
                if event.plan { ", ahead" } else { "" },
            );
            let date = event_date(&d, event.ix);
            said += &format!(
                "{} {from} to {to}{plan} [{date}]: {}\n",
                d.entity(event.ix).id,
                ids(&event.about)
            );
        }
        let mut several: Vec<(String, Vec<String>)> = Vec::new();
        for facet in facets(&d, &all) {
            let values: Vec<String> = facet.values.iter().map(|v| d.entity(v.entity).id.clone()).collect();
            for (value, id) in facet.values.iter().zip(&values) {
                let chosen = [(facet.key.to_owned(), vec![id.clone()])];
                assert_eq!(
                    all.iter().filter(|e| matches(&d, e, &chosen)).count(),
                    value.count,
                    "{id}"
                );
            }
            let counts: Vec<String> = facet
                .values
                .iter()
                .zip(&values)
                .map(|(v, id)| format!("{id} {}", v.count))
                .collect();
            said += &format!("{} ({}): {}\n", facet.name, facet.key, counts.join(", "));
            several.push((facet.key.to_owned(), values.into_iter().take(2).collect()));
        }
        // Any of the values of a facet, in every facet; a facet without a value chosen asks for nothing.
        let (first, last) = (&several[0], &several[2]);
        for chosen in [
            vec![first.clone()],
            vec![first.clone(), last.clone()],
            vec![first.clone(), (last.0.clone(), Vec::new())],
        ] {
            let found: Vec<atlas::EntityIx> = all.iter().filter(|e| matches(&d, e, &chosen)).map(|e| e.ix).collect();
            said += &format!("{chosen:?}: {}\n", ids(&found));
        }
    }
    golden::assert_snapshot("events", &said);
}

/// Every answer of every history, with its date, its reason and what it rests on.
#[test]
fn answers_are_told_as_they_were() {
    let mut said = String::new();
    for d in [real(), example(), datasets::harbours()] {
        said += &format!("# {}\n", d.about().title);
        for subject in subjects(&d) {
            said += &format!("{}\n", d.id_of(subject.target()));
            let mut before = String::new();
            for day in days(&d) {
                let claim = claim_of(&d, subject, day).expect("a claim");
                let basis = claim.basis_word(&d).map_or("", |word| &word.word);
                let rests = support(&d, subject.target(), day);
                let rests: Vec<&str> = rests.iter().map(|&ix| d.statement(ix).id.as_str()).collect();
                assert_eq!(
                    rests.iter().collect::<BTreeSet<_>>().len(),
                    rests.len(),
                    "each once: {rests:?}"
                );
                let answer = format!(
                    "{} {:?} [{}] {basis} {} {rests:?}",
                    claim.word(&d).word,
                    claim.sign(&d),
                    claim.when().words(),
                    claim.reason()
                );
                if answer != before {
                    said += &format!("  {day} {answer}\n");
                }
                before = answer;
            }
        }
    }
    golden::assert_snapshot("answers", &said);
}

#[test]
fn the_matrix_has_the_ladder_and_whatever_anyone_takes_part_in() {
    for d in [real(), example(), datasets::harbours(), datasets::ferries()] {
        let rows = matrix_programmes(&d);
        let taken: BTreeSet<atlas::EntityIx> = d.participations().map(|ix| d.participation(ix).programme).collect();
        for ix in d.table(Table::Programme) {
            let wanted = d.entity(ix).rung.is_some() || taken.contains(&ix);
            assert_eq!(rows.contains(&ix), wanted, "{}", d.entity(ix).id);
        }
    }
}

#[test]
fn what_could_not_be_said_asks_nothing() {
    let asked = |ladder: bool, permissions: bool| {
        let mut bundle: Value = serde_json::from_str(&if permissions {
            datasets::ferries_json()
        } else {
            datasets::harbours_json()
        })
        .expect("JSON");
        for step in bundle["programmes"].as_array_mut().expect("a table") {
            if !ladder {
                step.as_object_mut().expect("a row").remove("rung");
            }
        }
        asks(&opened(&bundle.to_string()))
    };
    assert!(asked(true, true) && asked(true, false) && asked(false, true));
    assert!(
        !asked(false, false),
        "no ladder and no permission: nothing that could be silent"
    );
}
