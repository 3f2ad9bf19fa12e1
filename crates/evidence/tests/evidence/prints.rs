//! Fingerprints and quotes against the source itself, as whoever has it checks a dataset.

use atlas::Dataset;
use evidence::verify;
use serde_json::{Value, json};

use crate::source::Source;
use crate::{datasets, golden};

#[test]
fn fingerprints_are_checked_against_the_source_by_paragraph() {
    let source = Source::new();
    let d = source.dataset();
    let copy = source
        .0
        .iter()
        .map(|(id, sentences)| (id.clone(), sentences.join(" ")))
        .collect();
    let found = verify(&d, &copy);
    assert!(found.problems.is_empty(), "{:?}", found.problems);
    assert_eq!((found.quotes, found.unmarked, found.twins), (3, 0, 0));
    let sentences: usize = source.0.iter().map(|(_, sentences)| sentences.len()).sum();
    assert_eq!(found.sentences, sentences);
    assert_eq!(found.fingerprints + found.quotes, found.evidences);

    // A word altered, a sentence that stands a second time with two words more.
    let mut other = Source::new();
    other.0[1].1[0] = other.0[1].1[0].replace("barrels", "casks");
    let longer = other.0[2].1[0].replace("every", "each and every");
    other.0[4].1.push(longer);
    let copy = other
        .0
        .iter()
        .map(|(id, sentences)| (id.clone(), sentences.join(" ")))
        .collect();
    let problems = verify(&d, &copy).problems;
    let told: Vec<(&str, &str)> = problems.iter().map(|p| (p.id.as_str(), p.field.as_str())).collect();
    assert!(told.contains(&("aldhaven-review-entry", "evidence.fp")), "{told:?}");
    let as_well = problems
        .iter()
        .find(|p| p.id == "brackmouth-review-interest" && p.found.contains("as well"));
    assert!(
        as_well.is_some_and(|p| p.found.contains("sentence 2 of 1.lights.2")),
        "{problems:?}"
    );
}

/// Two sentences of the same words cannot be told apart, and are counted; what has neither print nor quote is counted too. What is
/// wrong is told with its place.
#[test]
fn what_no_check_can_tell_is_counted() {
    let copy_of = |source: &Source| {
        let paragraphs = source.0.iter();
        paragraphs
            .map(|(id, sentences)| (id.clone(), sentences.join(" ")))
            .collect()
    };
    let mut source = Source::new();
    let d = source.dataset();
    // The sentence of two statements, once more in its own paragraph and once in another.
    let twin = source.0[2].1[1].clone();
    source.0[2].1.push(twin.clone());
    source.0[4].1.push(twin);
    let found = verify(&d, &copy_of(&source));
    assert!(found.problems.is_empty(), "{:?}", found.problems);
    assert_eq!((found.twins, found.unmarked), (2, 0));

    // In its own paragraph alone.
    let mut source = Source::new();
    let twin = source.0[2].1[1].clone();
    source.0[2].1.push(twin);
    assert_eq!(verify(&d, &copy_of(&source)).twins, 2);

    let source = Source::new();
    let mut bare = source.bundle();
    for n in [3, 4] {
        let evidence = bare["statements"][n]["evidence"][0]
            .as_object_mut()
            .expect("an evidence");
        evidence.remove("fp").expect("a print");
    }
    let found = verify(&datasets::opened(&bare.to_string()), &copy_of(&source));
    assert_eq!(
        (found.unmarked, found.fingerprints + found.quotes),
        (2, found.evidences - 2)
    );

    let mut other = Source::new();
    other.0[1].1[0] = other.0[1].1[0].replace("1902", "1903").replace("barrels", "casks");
    other.0[0].1[0] = other.0[0].1[0].replace("founded", "dreamt of");
    let told: Vec<String> = verify(&d, &copy_of(&other))
        .problems
        .iter()
        .map(ToString::to_string)
        .collect();
    golden::assert_snapshot("verified", &(told.join("\n") + "\n"));
}

#[test]
fn a_fingerprint_that_is_none_is_named_when_a_dataset_is_opened() {
    let mut bundle: Value = serde_json::from_str(&datasets::harbours_json()).expect("JSON");
    bundle["statements"][3]["evidence"][0]["fp"] = json!("not one");
    let problems = Dataset::from_json(&bundle.to_string()).expect_err("refused");
    assert_eq!(
        (problems[0].field.as_str(), problems[0].found.as_str()),
        ("evidence.fp", "\"not one\"")
    );
}
