//! Broken datasets: one defect each, made in the invented dataset, and the whole list of problems that it must give.
//!
//! A case says table, id and field of every problem; nothing more may be reported, and nothing less. The cases stand by stage:
//! `broken/shape.rs`, `broken/rows.rs`, `broken/references.rs`, `broken/meaning.rs`; what several defects give together in `broken/lists.rs`, and what opens
//! with a warning or a hint in `broken/doubtful.rs`.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

#[path = "../../../tests/support/datasets.rs"]
mod datasets;
#[path = "broken/doubtful.rs"]
mod doubtful;
#[path = "../../../tests/support/golden.rs"]
mod golden;
#[path = "broken/lists.rs"]
mod lists;
#[path = "broken/meaning.rs"]
mod meaning;
#[path = "broken/references.rs"]
mod references;
#[path = "broken/rows.rs"]
mod rows;
#[path = "broken/shape.rs"]
mod shape;

use atlas::{Dataset, Problem, Severity};
use serde_json::Value;

/// Table, id and field of a problem.
type Place = (&'static str, &'static str, &'static str);

/// One defect: what is done to the bundle, and where problems must be reported, sorted.
struct Case {
    name: &'static str,
    edit: fn(&mut Value),
    expected: &'static [Place],
}

/// Shorthand for a case with one problem.
const fn case(name: &'static str, edit: fn(&mut Value), expected: &'static [Place]) -> Case {
    Case { name, edit, expected }
}

/// The row of a table by its id; paragraphs, sections and oddities are tables of the source.
#[track_caller]
fn row<'a>(bundle: &'a mut Value, table: &str, id: &str) -> &'a mut Value {
    let tables = match table {
        "paragraphs" | "sections" | "oddities" => &mut bundle["source"][table],
        "country_sections" => &mut bundle["texts"][table],
        _ => &mut bundle[table],
    };
    let rows = tables.as_array_mut().unwrap_or_else(|| panic!("no table {table}"));
    let found = rows.iter_mut().find(|row| row["id"] == id);
    found.unwrap_or_else(|| panic!("no {id} in {table}"))
}

/// Adds a row to a table.
fn add(bundle: &mut Value, table: &str, new: Value) {
    bundle[table].as_array_mut().expect("a table").push(new);
}

/// Takes a field away.
fn take(row: &mut Value, field: &str) {
    assert!(
        row.as_object_mut().expect("a row").remove(field).is_some(),
        "no {field} to take"
    );
}

fn broken(edit: fn(&mut Value)) -> Value {
    let mut bundle: Value = serde_json::from_str(&datasets::ferries_json()).expect("JSON");
    edit(&mut bundle);
    bundle
}

#[track_caller]
fn refused(json: &str) -> Vec<Problem> {
    match Dataset::from_json(json) {
        Ok(d) => panic!("{} opens", d.about().id),
        Err(problems) => problems,
    }
}

fn places(problems: &[Problem]) -> Vec<(&str, &str, &str)> {
    let place = |p: &Problem| (p.table.clone(), p.id.clone(), p.field.clone());
    let mut places: Vec<_> = problems
        .iter()
        .map(|p| (p.table.as_str(), p.id.as_str(), p.field.as_str()))
        .collect();
    let mut sorted: Vec<_> = problems.iter().map(place).collect();
    sorted.sort();
    assert_eq!(
        problems.iter().map(place).collect::<Vec<_>>(),
        sorted,
        "sorted by table, row and field"
    );
    places.dedup();
    places
}

/// Tries every case of a list, and says of all that fail how; what is said of each is kept in `tests/golden`.
fn check(kept: &str, cases: &[Case]) {
    let mut failures = Vec::new();
    let mut said = String::new();
    for case in cases {
        let problems = match Dataset::from_json(&broken(case.edit).to_string()) {
            Ok(_) => Vec::new(),
            Err(problems) => problems,
        };
        assert!(
            problems.iter().all(|p| !p.found.is_empty() && !p.expected.is_empty()),
            "{}",
            case.name
        );
        let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
        said.push_str(&format!("# {}\n{}\n\n", case.name, list.join("\n")));
        let found = places(&problems);
        if found != case.expected || problems.iter().any(|p| p.severity == Severity::Warning) {
            failures.push(format!(
                "{}\nexpected {:?}\nfound {}",
                case.name,
                case.expected,
                list.join("\n")
            ));
        }
    }
    assert!(
        failures.is_empty(),
        "{} of {} cases\n\n{}",
        failures.len(),
        cases.len(),
        failures.join("\n\n")
    );
    golden::assert_snapshot(kept, &said);
}

#[test]
fn without_a_defect_it_opens() {
    assert!(datasets::opened(&broken(|_| ()).to_string()).warnings().is_empty());
}

#[test]
fn what_is_just_right_opens() {
    let edits: [fn(&mut Value); 6] = [
        // What happened on one day stands in any order.
        |b| row(b, "statements", "aldhaven-review-absence")["when"] = "1902".into(),
        |b| row(b, "statements", "league-founded")["when"] = "1911-09-30".into(),
        |b| row(b, "gaps", "gap-guild-size")["id"] = "x".repeat(64).into(),
        |b| row(b, "statements", "coasters-moor")["remark"] = "a ".repeat(2_000).into(),
        |b| row(b, "statements", "storm-puts-lamp-out")["quantity"]["high"] = 40.into(),
        |b| {
            row(b, "statements", "coasters-moor")["evidence"][0]["terms"] = serde_json::json!(["a", "b", "c", "d", "e"])
        },
    ];
    for edit in edits {
        assert!(datasets::opened(&broken(edit).to_string()).warnings().is_empty());
    }
}

#[test]
fn defects_of_shape() {
    check("problems-shape", shape::CASES);
}

#[test]
fn defects_of_ids_texts_and_vocabularies() {
    check("problems-rows", rows::CASES);
}

#[test]
fn defects_of_references() {
    check("problems-references", references::CASES);
}

#[test]
fn defects_of_meaning() {
    check("problems-meaning", meaning::CASES);
}

#[test]
fn there_are_enough_cases_and_each_has_a_name_of_its_own() {
    let lists = [
        shape::CASES,
        rows::CASES,
        references::CASES,
        meaning::CASES,
        doubtful::CASES,
    ];
    let names: std::collections::BTreeSet<&str> = lists.iter().flat_map(|list| list.iter()).map(|c| c.name).collect();
    assert_eq!(names.len(), lists.iter().map(|list| list.len()).sum::<usize>());
    assert!(names.len() >= 100, "{}", names.len());
}

#[test]
fn what_is_no_document_is_refused() {
    let large = " ".repeat(atlas::limits::MOST_BYTES + 1);
    let whole = datasets::harbours_json();
    let cut = &whole[..whole.len() / 2];
    for text in ["", "null", "[]", "\"text\"", "{", "not JSON", "\u{0}", cut, &large] {
        let problems = refused(text);
        let found: Vec<_> = problems
            .iter()
            .map(|p| (p.table.as_str(), p.id.as_str(), p.field.as_str()))
            .collect();
        assert_eq!(
            found,
            [("bundle", "document", "")],
            "{}",
            text.chars().take(20).collect::<String>()
        );
    }
}

#[test]
fn a_document_nested_without_end_is_refused() {
    let nested = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for document in [
        format!("{{\"format\":{nested}}}"),
        format!("{{\"gaps\":[{nested}]}}"),
        nested,
    ] {
        assert!(Dataset::from_json(&document).is_err());
    }
    let inside = datasets::harbours_json().replacen(
        "\"name\":\"Lights\"",
        &format!(
            "\"name\":\"Lights\",\"mood\":{{\"id\":{}1{}}}",
            "[".repeat(50_000),
            "]".repeat(50_000)
        ),
        1,
    );
    assert_eq!(places(&refused(&inside)), [("themes", "row 2", "")]);
}

#[test]
fn a_field_given_twice_is_refused() {
    let twice = datasets::harbours_json().replacen("\"name\":\"Lights\"", "\"name\":\"Lights\",\"name\":\"Lamps\"", 1);
    let problems = refused(&twice);
    assert_eq!(places(&problems), [("themes", "lights", "name")]);
    assert!(
        problems[0].found.contains("the same field twice"),
        "{}",
        problems[0].found
    );

    // A whole table too: the second would silently take the place of the first.
    let twice = datasets::harbours_json().replacen("{\"$schema\"", "{\"gaps\":[],\"$schema\"", 1);
    let problems = refused(&twice);
    assert_eq!(places(&problems), [("bundle", "document", "gaps")]);
}

#[test]
fn a_newer_minor_format_makes_unknown_fields_warnings() {
    let edit: fn(&mut Value) = |b| {
        b["format"] = "partnership-atlas/1.7".into();
        b["almanac"] = serde_json::json!([]);
        row(b, "statements", "league-founded")["mood"] = "merry".into();
    };
    let d = datasets::opened(&broken(edit).to_string());
    assert_eq!(
        places(d.warnings()),
        [
            ("bundle", "document", "almanac"),
            ("statements", "league-founded", "mood")
        ]
    );
    assert!(d.warnings().iter().all(|p| p.severity == Severity::Warning));
}

#[test]
fn a_paragraph_without_statements_and_reason_is_warned_of() {
    let edit: fn(&mut Value) = |b| take(row(b, "paragraphs", "1.lights.2"), "argument_only");
    let d = datasets::opened(&broken(edit).to_string());
    assert_eq!(places(d.warnings()), [("source", "1.lights.2", "statements")]);
    // Unless the dataset says that it is not coded yet.
    let edit: fn(&mut Value) = |b| {
        take(row(b, "paragraphs", "1.lights.2"), "argument_only");
        row(b, "country_sections", "rest")["coded"] = false.into();
    };
    assert!(datasets::opened(&broken(edit).to_string()).warnings().is_empty());
}
