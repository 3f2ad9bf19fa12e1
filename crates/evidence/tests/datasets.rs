//! The datasets that ship, and the invented one of the tests, against the texts that they are drawn from.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

#[path = "../../../tests/support/datasets.rs"]
mod datasets;

use std::collections::{BTreeSet, HashMap};

use atlas::text::{fold, sentences};
use datasets::{EXAMPLE, example, harbours, paragraphs_of, template};

/// The source by paragraph.
fn copy_of(path: &str) -> HashMap<String, String> {
    paragraphs_of(path).into_iter().collect()
}

#[test]
fn evidence_stands_in_the_source_it_is_drawn_from() {
    let (d, mut copy) = (harbours(), copy_of("tests/fixtures/harbours-source.json"));
    let found = evidence::verify(&d, &copy);
    assert!(found.problems.is_empty(), "{:?}", found.problems);
    assert!(found.terms >= 2 * found.evidences && found.evidences > d.statements().len());

    // What is quoted is what the sentence says.
    for s in d.statements().map(|ix| d.statement(ix)) {
        for e in s.evidence.iter().filter(|e| e.quote.is_some()) {
            let sentence = &sentences(&copy[&d.paragraph(e.paragraph).id])[e.sentence as usize - 1];
            assert_eq!(e.quote.as_deref().map(fold), Some(fold(sentence)));
        }
    }

    // A copy that says something else is found out: another year, a sentence less, a paragraph less.
    let year = copy["1.ladder.1"].replace("1902", "1903");
    copy.insert("1.ladder.1".to_owned(), year);
    copy.insert(
        "1.ladder.2".to_owned(),
        "Brackmouth has shown an interest in the Review.".to_owned(),
    );
    copy.remove("0.intro.1");
    let problems = evidence::verify(&d, &copy).problems;
    let places: BTreeSet<(&str, &str)> = problems.iter().map(|p| (p.id.as_str(), p.field.as_str())).collect();
    let expected = [
        ("aldhaven-review-entry", "evidence.fp"),
        ("aldhaven-review-entry", "evidence.terms"),
        ("chronicle-closed", "evidence.paragraph"),
        ("compact-of-both", "evidence.paragraph"),
        ("deep-charter-holder", "evidence.sentence"),
        ("dues-against-lights", "evidence.paragraph"),
        ("kelp-tended-by-some", "evidence.sentence"),
        ("league-founded", "evidence.paragraph"),
        ("others-without-charter", "evidence.sentence"),
    ];
    assert_eq!(places, BTreeSet::from(expected));
}

#[test]
fn the_example_quotes_every_sentence_that_it_rests_on() {
    let d = example();
    let copy = copy_of(&format!("{EXAMPLE}/article.json"));
    assert!((20..=30).contains(&copy.len()), "{} paragraphs", copy.len());
    let found = evidence::verify(&d, &copy);
    assert!(found.problems.is_empty(), "{:?}", found.problems);
    assert_eq!(found.quotes, found.evidences, "every place is quoted");
    for s in d.statements().map(|ix| d.statement(ix)) {
        for e in &s.evidence {
            let sentence = &sentences(&copy[&d.paragraph(e.paragraph).id])[e.sentence as usize - 1];
            assert_eq!(e.quote.as_ref(), Some(sentence), "{}: to the letter", s.id);
        }
    }
}

#[test]
fn the_template_quotes_every_sentence_that_it_rests_on() {
    let found = evidence::verify(&template(), &copy_of("examples/template/article.json"));
    assert!(
        found.problems.is_empty() && found.quotes == found.evidences,
        "{:?}",
        found.problems
    );
}
