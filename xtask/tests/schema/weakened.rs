//! Whether the kept mutants would notice a schema that says less: each of its words is taken away in turn.

use serde_json::Value;

use crate::mutants::{self, Mutant};
use crate::{is_deep, judge, schema};

/// Words of the schema without which more documents stand.
const WORDS: [&str; 11] = [
    "$ref",
    "additionalProperties",
    "anyOf",
    "items",
    "maxLength",
    "maximum",
    "minItems",
    "minimum",
    "not",
    "pattern",
    "type",
];

/// Whether a word says nothing of its own: the type beside a `not`, which falls by itself on what is no text. It stands for whoever
/// reads the schema.
fn is_spare(schema: &Value, at: &str, word: &str) -> bool {
    word == "type" && schema.pointer(at).is_some_and(|object| object.get("not").is_some())
}

/// Every word that can be taken away: the place of the object it stands in, and the word, or the field no longer required.
fn words(value: &Value, at: &str, out: &mut Vec<(String, String)>) {
    let Value::Object(fields) = value else { return };
    for (name, field) in fields {
        if WORDS.contains(&name.as_str()) {
            out.push((at.to_owned(), name.clone()));
        }
        match (name.as_str(), field) {
            ("required", Value::Array(names)) => {
                out.extend(
                    names
                        .iter()
                        .filter_map(Value::as_str)
                        .map(|name| (format!("{at}/required"), name.to_owned())),
                );
            }
            ("anyOf", Value::Array(ways)) => {
                ways.iter()
                    .enumerate()
                    .for_each(|(n, way)| words(way, &format!("{at}/anyOf/{n}"), out));
            }
            // Fields of rows may have the names of words.
            ("properties" | "$defs", Value::Object(fields)) => {
                fields
                    .iter()
                    .for_each(|(field, inner)| words(inner, &format!("{at}/{name}/{field}"), out));
            }
            ("items", Value::Object(_)) => words(field, &format!("{at}/items"), out),
            _ => {}
        }
    }
}

fn without(schema: &Value, at: &str, word: &str) -> Value {
    let mut weaker = schema.clone();
    match weaker.pointer_mut(at).expect("a place of the schema") {
        Value::Array(names) => names.retain(|name| name != word),
        Value::Object(fields) => {
            fields.remove(word).expect("a word of the schema");
        }
        _ => panic!("{at} holds no words"),
    }
    weaker
}

/// Whether a value that a schema refers to by `reference` has a field, anywhere in a document.
pub fn is_used(root: &Value, schema: &Value, value: &Value, reference: &Value, field: &str) -> bool {
    if schema["$ref"] == *reference {
        return value.get(field).is_some();
    }
    let inner = |schema: &Value, value: &Value| is_used(root, schema, value, reference, field);
    if let Some(target) = schema["$ref"]
        .as_str()
        .and_then(|to| root.pointer(to.trim_start_matches('#')))
    {
        return inner(target, value);
    }
    let in_fields = schema["properties"].as_object().into_iter().flatten();
    let mut found = in_fields.filter_map(|(name, schema)| Some(inner(schema, value.get(name)?)));
    let in_ways = schema["anyOf"].as_array().into_iter().flatten();
    let in_items = value.as_array().into_iter().flatten();
    found.any(|used| used)
        || in_ways.into_iter().any(|way| inner(way, value))
        || (schema.get("items").is_some() && in_items.into_iter().any(|item| inner(&schema["items"], item)))
}

#[test]
fn every_word_of_the_schema_is_needed_by_a_kept_mutant() {
    let (schema, whole) = (schema(), mutants::whole());
    let mut all = Vec::new();
    words(&schema, "", &mut all);
    assert!(
        all.len() > 300,
        "only {} words were found: the search has lost its way",
        all.len()
    );
    // A look at some of them is enough for every day.
    let step = if is_deep() { 1 } else { 16 };
    let falling: Vec<Mutant> = mutants::kept().into_iter().filter(|mutant| !mutant.stands).collect();
    let idle = |(at, word): &&(String, String)| {
        let weaker = judge(&without(&schema, at, word));
        let field = match at.ends_with("/required") {
            true => word,
            false => at
                .trim_end_matches("/items")
                .trim_end_matches("/anyOf/0")
                .rsplit('/')
                .next()
                .unwrap_or_default(),
        };
        let (near, far): (Vec<_>, Vec<_>) = falling.iter().partition(|m| m.pointer.ends_with(&format!("/{field}")));
        !near
            .into_iter()
            .chain(far)
            .any(|mutant| weaker.is_valid(&mutant.of(&whole)))
    };
    let idle: Vec<String> = all
        .iter()
        .filter(|(at, word)| !is_spare(&schema, at, word))
        .step_by(step)
        .filter(idle)
        .map(|(at, word)| format!("{at}: {word}"))
        .collect();
    assert!(
        idle.is_empty(),
        "no mutant of tests/fixtures/mutants falls by these\n{}",
        idle.join("\n")
    );
}
