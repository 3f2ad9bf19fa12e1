//! Evidence marks: which paragraphs a value is said to stand in, under which numbers, and what shares a mark.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

#[path = "../../../tests/support/datasets.rs"]
mod datasets;

use atlas::model::Target;
use atlas::views::marks;
use atlas::{Dataset, StatementIx};
use datasets::{example, harbours, harbours_json, opened, real};
use serde_json::Value;

fn statement(d: &Dataset, id: &str) -> StatementIx {
    match d.find(id) {
        Some(Target::Statement(ix)) => ix,
        _ => panic!("no statement {id}"),
    }
}

/// Marks as numbers with the ids of their statements.
fn shown(d: &Dataset, ids: &[&str]) -> Vec<(usize, Vec<String>)> {
    let statements = ids.iter().map(|id| statement(d, id));
    let id = |ix: &StatementIx| d.statement(*ix).id.clone();
    let marks = marks(d, statements).into_iter();
    marks
        .map(|mark| (mark.number, mark.statements.iter().map(id).collect()))
        .collect()
}

fn ids(list: &[&str]) -> Vec<String> {
    list.iter().map(|&id| id.to_owned()).collect()
}

/// The invented dataset with one more piece of evidence for a statement: a copy of its first, elsewhere.
fn with_evidence(id: &str, paragraph: &str, role: &str) -> Dataset {
    let mut bundle: Value = serde_json::from_str(&harbours_json()).expect("JSON");
    let rows = bundle["statements"].as_array_mut().expect("a table");
    let row = rows.iter_mut().find(|row| row["id"] == id).expect("the statement");
    let evidence = row["evidence"].as_array_mut().expect("evidence");
    let mut more = evidence[0].clone();
    more["paragraph"] = paragraph.into();
    more["role"] = role.into();
    evidence.push(more);
    opened(&bundle.to_string())
}

#[test]
fn statements_of_one_paragraph_share_its_mark() {
    let d = harbours();
    let (entry, back) = ("aldhaven-review-entry", "aldhaven-review-return");
    assert_eq!(shown(&d, &[back, entry]), [(2, ids(&[back, entry]))]);
}

#[test]
fn different_paragraphs_have_a_mark_each_ascending_whatever_the_order_of_the_statements() {
    let d = harbours();
    let (late, early) = ("storm-puts-lamp-out", "league-founded");
    let expected = [(1, ids(&[early])), (4, ids(&[late]))];
    assert_eq!(shown(&d, &[late, early]), expected);
    assert_eq!(shown(&d, &[early, late]), expected);
}

#[test]
fn a_statement_stands_once_in_a_mark_however_often_it_is_given() {
    let d = harbours();
    assert_eq!(
        shown(&d, &["league-founded", "league-founded"]),
        [(1, ids(&["league-founded"]))]
    );
    assert_eq!(shown(&d, &[]), []);
}

#[test]
fn a_statement_that_two_paragraphs_support_has_the_mark_of_each() {
    let d = with_evidence("aldhaven-review-entry", "0.intro.1", "bears");
    let (entry, founded) = ("aldhaven-review-entry", "league-founded");
    assert_eq!(shown(&d, &[entry]), [(1, ids(&[entry])), (2, ids(&[entry]))]);
    let shared = [(1, ids(&[founded, entry])), (2, ids(&[entry]))];
    assert_eq!(shown(&d, &[founded, entry]), shared);
}

#[test]
fn a_place_that_says_it_less_precisely_counts_only_where_no_other_does() {
    let (said, loosely) = ("dues-against-lights", "loosely");
    // Opening, which speaks of it loosely, has no mark.
    assert_eq!(shown(&harbours(), &[said]), [(4, ids(&[said]))]);
    let mut bundle: Value = serde_json::from_str(&harbours_json()).expect("JSON");
    let rows = bundle["statements"].as_array_mut().expect("a table");
    let row = rows.iter_mut().find(|row| row["id"] == said).expect("the statement");
    row["evidence"][0]["role"] = loosely.into();
    let d = opened(&bundle.to_string());
    assert_eq!(shown(&d, &[said]), [(1, ids(&[said])), (4, ids(&[said]))]);
}

#[test]
fn every_statement_has_marks_and_every_number_is_that_of_a_paragraph() {
    for d in [real(), example(), harbours()] {
        let numbered: Vec<_> = d.paragraphs().zip(1..).collect();
        for ix in d.statements() {
            let marks = marks(&d, [ix]);
            assert!(!marks.is_empty(), "{}", d.statement(ix).id);
            assert!(marks.is_sorted_by_key(|mark| mark.number));
            for mark in &marks {
                assert!(numbered.contains(&(mark.paragraph, mark.number)));
            }
        }
    }
}

#[test]
fn a_mark_has_room_for_its_number_and_for_a_finger() {
    let d = example();
    let mut mark = marks(&d, d.statements().next())[0].clone();
    let mut width = |number| {
        mark.number = number;
        (mark.text(), mark.width_px())
    };
    let (one, two, three) = (width(7), width(24), width(124));
    assert_eq!((one.0.as_str(), one.1), ("¶7", 26.0));
    assert_eq!(two.0, "¶24");
    assert!(two.1 > one.1 && three.1 > two.1 + 6.0, "{one:?} {two:?} {three:?}");
}
