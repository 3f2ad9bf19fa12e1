//! Caps on the work: what stands at a cap opens, or is refused for something else; what is beyond it is refused for the cap.

use std::collections::BTreeMap;

use atlas::limits::{LONGEST_TEXT, MOST_BYTES, MOST_CELLS, MOST_DRAWN, MOST_PROBLEMS};
use atlas::{Dataset, Problem};
use serde_json::{Value, json};

use super::{are_reasons, datasets};

fn harbours() -> Value {
    serde_json::from_str(&datasets::harbours_json()).expect("JSON")
}

#[track_caller]
fn refused(json: &str) -> Vec<Problem> {
    let problems = Dataset::from_json(json).expect_err("refused");
    are_reasons(&problems);
    problems
}

/// Whether a problem says this of what was found.
fn says(problems: &[Problem], found: &str) -> bool {
    problems.iter().any(|p| p.found.contains(found))
}

#[test]
fn bytes() {
    let json = datasets::harbours_json();
    let padding = |more: usize| format!("{json}{}", " ".repeat(MOST_BYTES + more - json.len()));
    datasets::opened(&padding(0));
    assert!(says(&refused(&padding(1)), &format!("{} bytes", MOST_BYTES + 1)));
}

#[test]
fn rows_of_a_table() {
    for table in ["gaps", "relations"] {
        let most = atlas::limits::most_rows(table);
        let with = |rows: usize| {
            let mut bundle = harbours();
            bundle[table] = vec![json!(0); rows].into();
            refused(&bundle.to_string())
        };
        // As many as may be are each looked at; one more, and none is.
        let at_cap = with(most);
        assert!(!says(&at_cap, &format!("{most} rows")));
        let left_out = format!("{} more problems", most - MOST_PROBLEMS);
        assert!(says(&at_cap, &left_out), "{:?}", at_cap.last());
        let beyond = with(most + 1);
        assert_eq!(beyond.len(), 1);
        assert!(says(&beyond, &format!("{} rows", most + 1)));
    }
}

#[test]
fn items_of_a_list() {
    let with = |items: usize| {
        let mut bundle = harbours();
        bundle["gaps"][0]["about"] = vec![json!(""); items].into();
        refused(&bundle.to_string())
    };
    assert!(!says(&with(MOST_DRAWN), "a list of more than"));
    assert!(says(&with(MOST_DRAWN + 1), "a list of more than 5000 items"));
}

/// What is drawn for every unit with every programme grows faster than the document.
#[test]
fn cells_of_cards_and_matrix() {
    let with = |units: usize, programmes: usize| {
        let mut bundle = harbours();
        let more = |table: &Value, name: &str, to: usize| -> Vec<Value> {
            let own = table.as_array().expect("a table").clone();
            let new = (own.len()..to).map(|n| json!({"id": format!("{name}-{n}"), "name": name}));
            own.into_iter().chain(new).collect()
        };
        bundle["countries"] = more(&bundle["countries"], "unit", units).into();
        bundle["programmes"] = more(&bundle["programmes"], "step", programmes).into();
        bundle
    };
    datasets::opened(&with(40, MOST_CELLS / 40).to_string());
    assert!(says(&refused(&with(40, MOST_CELLS / 40 + 1).to_string()), "4040 cells"));
    assert!(says(&refused(&with(320, 320).to_string()), "102400 cells"));
    // A group of permissions is a column too.
    let mut grouped = with(40, MOST_CELLS / 40);
    let group = json!({"id": "pier", "group": "permission-group", "role": "pier", "word": "Piers", "sentence": ""});
    grouped["vocabularies"].as_array_mut().expect("a table").push(group);
    assert!(says(
        &refused(&grouped.to_string()),
        "101 programmes and groups of permissions: 4040 cells"
    ));
}

#[test]
fn fields_of_an_object() {
    let with = |fields: usize| {
        let mut bundle = harbours();
        let row = bundle["themes"][0].as_object_mut().expect("a row");
        for n in row.len()..fields {
            row.insert(format!("field{n}"), Value::Null);
        }
        bundle["format"] = "partnership-atlas/1.7".into();
        bundle.to_string()
    };
    assert!(!datasets::opened(&with(100)).warnings().is_empty());
    assert!(says(&refused(&with(101)), "an object of more than 100 fields"));
}

#[test]
fn length_of_a_text() {
    let with = |characters: usize| {
        let mut bundle = harbours();
        bundle["statements"][0]["remark"] = "é".repeat(characters).into();
        bundle.to_string()
    };
    datasets::opened(&with(LONGEST_TEXT));
    assert!(says(
        &refused(&with(LONGEST_TEXT + 1)),
        &format!("{} characters", LONGEST_TEXT + 1)
    ));
}

/// The data of a drawing is longer than any text, but no less plain.
#[test]
fn texts_of_a_drawing() {
    let with = |place: &str, text: &str| {
        let mut bundle: Value = serde_json::from_str(&datasets::real_json()).expect("JSON");
        *bundle.pointer_mut(place).expect("the place") = text.into();
        bundle.to_string()
    };
    datasets::opened(&with(
        "/outlines/shapes/0/path",
        &format!("M{}", "1 ".repeat(LONGEST_TEXT)),
    ));
    for place in ["/outlines/note", "/outlines/source", "/outlines/marks/0/source"] {
        assert!(says(&refused(&with(place, "a\u{202e}b")), "U+202E"), "{place}");
    }
}

#[test]
fn depth() {
    let with = |depth: usize| {
        let mut bundle = harbours();
        bundle["format"] = "partnership-atlas/1.7".into();
        bundle["themes"][0]["mood"] = (0..depth).fold(Value::Null, |inner, _| json!([inner]));
        bundle.to_string()
    };
    // The row itself is one level of the 127 that serde_json reads.
    datasets::opened(&with(126));
    assert!(says(&refused(&with(127)), "recursion limit"));
}

#[test]
fn what_a_problem_shows() {
    let mut bundle = harbours();
    let long = format!("{}\u{202e}", "x".repeat(100_000));
    bundle["themes"][0]["id"] = long.clone().into();
    bundle["themes"][1][&long] = 1.into();
    bundle["themes"][1]["\u{202e}eman"] = 1.into();
    bundle[&long] = 1.into();
    assert!(refused(&bundle.to_string()).len() >= 4);
}

/// Every field that is not known is a warning in a newer format; a flood of them must not carry an error away.
#[test]
fn a_flood_of_warnings_hides_no_error() {
    let mut bundle = harbours();
    bundle["format"] = "partnership-atlas/1.7".into();
    let row = json!({"id": "", "a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 1, "g": 1});
    let term = bundle["glossary"][0].clone();
    let many = (0..3_000).map(|n| {
        let mut term = term.clone();
        let extra = row.as_object().expect("an object").clone();
        term.as_object_mut().expect("a row").extend(extra);
        term["id"] = format!("term-{n}").into();
        term
    });
    bundle["glossary"] = many.collect();
    let d = datasets::opened(&bundle.to_string());
    assert_eq!(d.warnings().len(), MOST_PROBLEMS + 1);
    // The tables of the end are read after the flood.
    bundle["gaps"][0]["why"] = 7.into();
    assert!(says(&refused(&bundle.to_string()), "the number 7"));
}

/// Everything wrong at once: millions of faults are counted, not kept.
#[test]
fn a_document_of_faults_alone() {
    let mut bundle = harbours();
    let faults: Value = vec![json!(1); MOST_DRAWN].into();
    for row in bundle["gaps"].as_array_mut().expect("a table") {
        row["about"] = faults.clone();
    }
    for n in 0..30_000 {
        bundle[format!("table{n}")] = Value::Null;
    }
    let problems = refused(&bundle.to_string());
    assert_eq!(problems.len(), MOST_PROBLEMS + 1);
}

/// What is part of what may turn in a circle in a document; nothing follows it without end.
#[test]
fn circles() {
    let mut bundle = harbours();
    let names: Vec<String> = (0..50).map(|n| format!("circle-{n}")).collect();
    let like = bundle["events"][0].clone();
    for (n, name) in names.iter().enumerate() {
        let mut row = like.clone();
        row["id"] = name.as_str().into();
        row["part_of"] = names[(n + 1) % names.len()].as_str().into();
        bundle["events"].as_array_mut().expect("a table").push(row);
    }
    match Dataset::from_json(&bundle.to_string()) {
        Ok(d) => super::asked::everything(&d),
        Err(problems) => are_reasons(&problems),
    }
}

/// The paths to numbers, one of each kind: places in lists do not make a kind.
fn numbers(value: &Value, at: &str, kind: &str, out: &mut BTreeMap<String, String>) {
    match value {
        Value::Number(_) => drop(out.insert(kind.to_owned(), at.to_owned())),
        Value::Array(items) => {
            let each = items.iter().enumerate();
            each.for_each(|(n, item)| numbers(item, &format!("{at}/{n}"), &format!("{kind}/*"), out));
        }
        Value::Object(fields) => {
            let each = fields.iter();
            each.for_each(|(name, field)| numbers(field, &format!("{at}/{name}"), &format!("{kind}/{name}"), out));
        }
        _ => {}
    }
}

/// Every kind of number at the ends of its range and beyond: coordinates, ordinals, quantities.
#[test]
fn numbers_at_their_ends() {
    let (small, large): (Value, Value) = {
        let read = |json: String| serde_json::from_str(&json).expect("JSON");
        (read(datasets::ferries_json()), read(datasets::real_json()))
    };
    let (mut of_small, mut of_large) = (BTreeMap::new(), BTreeMap::new());
    numbers(&small, "", "", &mut of_small);
    numbers(&large, "", "", &mut of_large);
    // What the invented one has need not be tried in the large one.
    of_large.retain(|kind, _| !of_small.contains_key(kind));
    assert!(of_small.len() + of_large.len() >= 10, "{of_small:?} {of_large:?}");
    for (bundle, places) in [(small, of_small), (large, of_large)] {
        for at in places.values() {
            for end in [
                0,
                -1,
                i64::from(i32::MAX),
                i64::from(i32::MIN),
                i64::from(u32::MAX),
                i64::MAX,
            ] {
                let mut mutant = bundle.clone();
                *mutant.pointer_mut(at).expect("the place") = end.into();
                super::try_document(&mutant.to_string());
            }
        }
    }
}
