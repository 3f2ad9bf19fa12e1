//! The schema and the types give the same verdict on the shape of a document: over the datasets, over the kept mutants of
//! `tests/fixtures/mutants`, and over mutants made by chance.
//!
//! The schema is read here by a crate that knows nothing of the loader. `ATLAS_DEEP=1` makes more mutants, and takes the schema
//! apart word by word to see that a kept mutant notices.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

#[path = "schema/by_chance.rs"]
mod by_chance;
#[path = "../../tests/support/datasets.rs"]
mod datasets;
#[path = "schema/mutants.rs"]
mod mutants;
#[path = "schema/weakened.rs"]
mod weakened;

use std::collections::BTreeSet;

use jsonschema::Validator;
use mutants::Mutant;
use serde_json::{Value, json};

/// The published schema.
fn schema() -> Value {
    serde_json::from_str(&datasets::read("data/schema.json")).expect("the schema is JSON")
}

/// What judges by a schema.
fn judge(schema: &Value) -> Validator {
    jsonschema::draft202012::new(schema).expect("a schema of the draft 2020-12")
}

/// Whether a check that takes minutes is wanted.
fn is_deep() -> bool {
    std::env::var("ATLAS_DEEP").is_ok_and(|value| value == "1")
}

/// Both verdicts on a document: by the schema, and by the types.
fn verdicts(judge: &Validator, document: &Value) -> (bool, bool) {
    let by_types = atlas::schema::faults(&document.to_string()).is_empty();
    (judge.is_valid(document), by_types)
}

#[test]
fn the_schema_is_one_of_its_draft() {
    assert!(jsonschema::meta::is_valid(&schema()));
}

#[test]
fn the_kept_schema_is_the_one_that_is_written() {
    assert!(
        atlas::schema::document() == datasets::read("data/schema.json"),
        "`cargo xtask schema data/schema.json` writes it anew"
    );
}

#[test]
fn the_datasets_have_their_shape_by_both() {
    let judge = judge(&schema());
    for json in [
        datasets::real_json(),
        datasets::harbours_json(),
        datasets::ferries_json(),
    ] {
        let document: Value = serde_json::from_str(&json).expect("JSON");
        let complaints: Vec<String> = judge.iter_errors(&document).map(|error| error.to_string()).collect();
        assert!(complaints.is_empty(), "{complaints:?}");
        assert_eq!(verdicts(&judge, &document), (true, true));
        assert_eq!(document["$schema"], atlas::bundle::SCHEMA);
    }
}

#[test]
fn the_whole_document_has_every_field_of_every_row() {
    let (schema, whole) = (schema(), mutants::whole());
    assert_eq!(verdicts(&judge(&schema), &whole), (true, true));
    let mut missing = BTreeSet::new();
    let definitions = schema["$defs"].as_object().expect("definitions");
    for (name, row) in definitions.iter().filter(|(name, _)| *name != "text") {
        for field in row["properties"].as_object().expect("fields").keys() {
            let reference = json!(format!("#/$defs/{name}"));
            if !weakened::is_used(&schema, &schema, &whole, &reference, field) {
                missing.insert(format!("{name}.{field}"));
            }
        }
    }
    assert!(
        missing.is_empty(),
        "no instance of {missing:?}: mend tests/fixtures/mutants/whole.json"
    );
}

#[test]
fn kept_mutants_are_judged_alike_and_as_they_were() {
    let judge = judge(&schema());
    let whole = mutants::whole();
    let mutants = mutants::kept();
    let differ = |mutant: &&Mutant| {
        let (by_schema, by_types) = verdicts(&judge, &mutant.of(&whole));
        (by_schema, by_types) != (mutant.stands, mutant.stands)
    };
    let differ: Vec<String> = mutants.iter().filter(differ).map(|m| m.line.to_string()).collect();
    assert!(
        differ.is_empty(),
        "{} are judged otherwise\n{}",
        differ.len(),
        differ.join("\n")
    );
    let fall = mutants.iter().filter(|mutant| !mutant.stands).count();
    let stand = mutants.len() - fall;
    assert!(fall >= 150 && stand >= 50, "{fall} fall, {stand} stand");
    let schema = schema();
    for table in schema["properties"].as_object().expect("tables").keys() {
        let starts = format!("/{table}");
        assert!(
            mutants.iter().any(|m| !m.stands && m.pointer.starts_with(&starts)),
            "{table} has no mutant"
        );
    }
}

#[test]
fn a_table_has_as_many_rows_by_both() {
    let judge = judge(&schema());
    let gap = json!({"id": "", "about": [], "paragraphs": [], "question": "", "why": ""});
    for (table, row) in [("relations", json!({"from": "", "kind": "", "to": ""})), ("gaps", gap)] {
        let most = atlas::limits::most_rows(table);
        for (rows, stands) in [(most, true), (most + 1, false)] {
            let mut document: Value = serde_json::from_str(&datasets::harbours_json()).expect("JSON");
            document[table] = vec![row.clone(); rows].into();
            assert_eq!(verdicts(&judge, &document), (stands, stands), "{rows} rows of {table}");
        }
    }
}

#[test]
fn a_list_in_a_row_has_as_many_items_by_both() {
    let judge = judge(&schema());
    for (items, stands) in [
        (atlas::limits::MOST_DRAWN, true),
        (atlas::limits::MOST_DRAWN + 1, false),
    ] {
        let mut document: Value = serde_json::from_str(&datasets::harbours_json()).expect("JSON");
        document["gaps"][0]["about"] = vec![json!(""); items].into();
        assert_eq!(verdicts(&judge, &document), (stands, stands), "{items} items");
    }
}
