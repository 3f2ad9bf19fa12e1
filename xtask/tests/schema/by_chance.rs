//! Mutants made by chance: one to three edits anywhere in the whole document, with values that lie near a bound or miss a type.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};

use crate::{is_deep, judge, mutants, schema, verdicts};

/// A place (a number that picks one of all), what is done there, and a value to do it with.
type Edit = (prop::sample::Index, u8, Value);

/// Values that a careless or hostile author might write.
fn values() -> impl Strategy<Value = Value> {
    let kept = vec![
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1),
        json!(1.0),
        json!(2.5),
        json!(255),
        json!(256),
        json!(65_536),
        json!(-2_147_483_649_i64),
        json!(4_294_967_296_i64),
        json!(9_007_199_254_740_992_i64),
        json!(u64::MAX),
        json!(1e300),
        json!(""),
        json!("1"),
        json!("words"),
        json!("two\nlines"),
        json!("\u{202e}turned"),
        json!("x".repeat(4_001)),
        json!("é".repeat(4_000)),
        json!([]),
        json!(["words"]),
        json!([1, 2]),
        json!([null]),
        json!({}),
        json!({"id": "words"}),
    ];
    prop_oneof![3 => prop::sample::select(kept), 1 => any::<f64>().prop_map(Value::from), 1 => any::<i64>().prop_map(Value::from), 1 => any::<String>().prop_map(Value::from)]
}

/// Every place in a document, in the order in which it is walked.
fn pointers(value: &Value, at: &str, out: &mut Vec<String>) {
    out.push(at.to_owned());
    match value {
        Value::Array(items) => {
            for (n, item) in items.iter().enumerate() {
                pointers(item, &format!("{at}/{n}"), out);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                pointers(field, &format!("{at}/{name}"), out);
            }
        }
        _ => {}
    }
}

fn edit(document: &mut Value, (place, what, value): &Edit) {
    let mut all = Vec::new();
    pointers(document, "", &mut all);
    let pointer = place.get(&all);
    let name = pointer.rsplit('/').next().unwrap_or_default();
    // The value of another place, which has a shape that stands somewhere.
    let moved = document.pointer(place.get::<String>(&all[all.len() / 2..])).cloned();
    let parent = pointer
        .rsplit_once('/')
        .and_then(|(parent, _)| document.pointer_mut(parent));
    match (parent, what % 5) {
        (Some(Value::Object(fields)), 0) => {
            fields.remove(name);
        }
        (Some(Value::Array(items)), 0) => {
            items.pop();
        }
        (Some(Value::Object(fields)), 1) => {
            fields.insert("mood".to_owned(), value.clone());
        }
        (Some(Value::Array(items)), 1) => items.push(value.clone()),
        (Some(_), 2) => {
            if let (Some(place), Some(moved)) = (document.pointer_mut(pointer), moved) {
                *place = moved;
            }
        }
        // A list grows by what it has, which changes no shape.
        (Some(Value::Array(items)), 3) => items.extend_from_within(..1),
        (Some(_), _) => {
            if let Some(place) = document.pointer_mut(pointer) {
                *place = value.clone();
            }
        }
        (None, _) => *document = value.clone(),
    }
}

#[test]
fn mutants_by_chance_are_judged_alike() {
    let judge = judge(&schema());
    let whole = mutants::whole();
    let cases = if is_deep() { 20_000 } else { 500 };
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    // The same mutants every time, so that a run tells of the code and not of luck; more of them when asked.
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let edits = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), values()), 1..=3);
    let (stood, fell) = (std::cell::Cell::new(0_u32), std::cell::Cell::new(0_u32));
    let judged = runner.run(&edits, |edits| {
        let mut document = whole.clone();
        edits.iter().for_each(|each| edit(&mut document, each));
        let (by_schema, by_types) = verdicts(&judge, &document);
        let count = if by_types { &stood } else { &fell };
        count.set(count.get() + 1);
        prop_assert_eq!(by_schema, by_types, "by schema, by types");
        Ok(())
    });
    judged.unwrap_or_else(|error| panic!("{error}"));
    println!("{cases} mutants by chance: {} stand, {} fall", stood.get(), fell.get());
    assert!(
        stood.get() > cases / 20 && fell.get() > cases / 5,
        "{} stand, {} fall",
        stood.get(),
        fell.get()
    );
}
