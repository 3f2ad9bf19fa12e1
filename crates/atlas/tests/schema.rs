//! The schema and the loader give the same verdict on the shape of a document: over the datasets and over the edits of
//! `tests/fixtures/edits`. The schema is read here by a crate that knows nothing of the loader.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

#[path = "../../../tests/support/datasets.rs"]
mod datasets;
#[path = "schema/edits.rs"]
mod edits;

use edits::Edit;
use jsonschema::Validator;
use serde_json::{Value, json};

/// The published schema.
fn schema() -> Value {
    serde_json::from_str(&datasets::read("data/schema.json")).expect("the schema is JSON")
}

/// What judges by a schema.
fn judge(schema: &Value) -> Validator {
    jsonschema::draft202012::new(schema).expect("a schema of the draft 2020-12")
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

/// Whether a value that the schema refers to by `reference` has a field, anywhere in a document.
fn is_used(root: &Value, schema: &Value, value: &Value, reference: &str, field: &str) -> bool {
    let inner = |schema: &Value, value: &Value| is_used(root, schema, value, reference, field);
    if let Some(to) = schema["$ref"].as_str() {
        return match to == reference {
            true => value.get(field).is_some(),
            false => inner(root.pointer(to.trim_start_matches('#')).expect("a definition"), value),
        };
    }
    let mut fields = schema["properties"].as_object().into_iter().flatten();
    let mut ways = schema["anyOf"].as_array().into_iter().flatten();
    let mut items = value.as_array().into_iter().flatten();
    fields.any(|(name, schema)| value.get(name).is_some_and(|value| inner(schema, value)))
        || ways.any(|way| inner(way, value))
        || schema
            .get("items")
            .is_some_and(|schema| items.any(|item| inner(schema, item)))
}

/// The edits start from a document that has every field of every row, so each field can be edited.
#[test]
fn the_whole_document_has_every_field_of_every_row() {
    let (schema, whole) = (schema(), edits::whole());
    assert_eq!(verdicts(&judge(&schema), &whole), (true, true));
    let mut missing = Vec::new();
    let definitions = schema["$defs"].as_object().expect("definitions");
    for (name, row) in definitions.iter().filter(|(name, _)| *name != "text") {
        for field in row["properties"].as_object().expect("fields").keys() {
            if !is_used(&schema, &schema, &whole, &format!("#/$defs/{name}"), field) {
                missing.push(format!("{name}.{field}"));
            }
        }
    }
    assert!(missing.is_empty(), "add {missing:?} to tests/fixtures/edits/whole.json");
}

#[test]
fn schema_and_loader_judge_edits_alike() {
    let judge = judge(&schema());
    let whole = edits::whole();
    let edits = edits::kept();
    let differ = |edit: &&Edit| {
        let (by_schema, by_types) = verdicts(&judge, &edit.of(&whole));
        (by_schema, by_types) != (edit.stands, edit.stands)
    };
    let differ: Vec<String> = edits.iter().filter(differ).map(|m| m.line.to_string()).collect();
    assert!(
        differ.is_empty(),
        "{} are judged otherwise\n{}",
        differ.len(),
        differ.join("\n")
    );
    let fall = edits.iter().filter(|edit| !edit.stands).count();
    let stand = edits.len() - fall;
    assert!(fall >= 150 && stand >= 50, "{fall} fall, {stand} stand");
    let schema = schema();
    for table in schema["properties"].as_object().expect("tables").keys() {
        let starts = format!("/{table}");
        assert!(
            edits.iter().any(|m| !m.stands && m.pointer.starts_with(&starts)),
            "{table} has no edit"
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
