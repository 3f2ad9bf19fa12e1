//! Hostile documents: generated and mutated ones by the thousand are opened or refused with reasons, never with a panic.
//!
//! Each mutant comes from its number alone (`hostile/mutants.rs`), so a failure names all that is needed to see it again. What
//! opens after all is asked everything (`hostile/asked.rs`). Caps on the work are tested at the cap and beyond it in
//! `hostile/caps.rs`. Counts: `tests/support/counts.rs`.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

#[path = "hostile/asked.rs"]
mod asked;
#[path = "hostile/caps.rs"]
mod caps;
#[path = "../../../tests/support/counts.rs"]
mod counts;
#[path = "../../../tests/support/datasets.rs"]
mod datasets;
#[path = "hostile/mutants.rs"]
mod mutants;

use std::panic::{AssertUnwindSafe, catch_unwind};

use atlas::limits::MOST_PROBLEMS;
use atlas::{Dataset, Problem, Severity};
use serde_json::Value;

use mutants::Mutants;

/// Of which kind a character is that may stand neither on a page nor in a list of problems.
fn is_forbidden(c: char) -> bool {
    let directs = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}');
    c.is_control() || directs || matches!(c, '\u{200b}' | '\u{feff}' | '\u{e0041}')
}

/// What every list of problems keeps, whatever was given.
fn are_reasons(problems: &[Problem]) {
    assert!(!problems.is_empty(), "refused without a reason");
    assert!(problems.len() <= MOST_PROBLEMS + 1, "{} problems", problems.len());
    assert!(
        problems.iter().any(|p| p.severity == Severity::Error),
        "refused for warnings"
    );
    for p in problems {
        assert!(
            !p.table.is_empty() && !p.found.is_empty() && !p.expected.is_empty(),
            "{p:?}"
        );
        // What comes from the document is short; the answer to it is ours, and may list what there is.
        for (text, most) in [
            (&p.table, 200),
            (&p.id, 200),
            (&p.field, 200),
            (&p.found, 200),
            (&p.expected, 601),
        ] {
            assert!(text.chars().count() <= most, "a problem of {} bytes", text.len());
            assert!(!text.chars().any(is_forbidden), "{text:?}");
        }
    }
}

/// Every text of a document, names of fields apart.
fn texts<'a>(value: &'a Value, out: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => out.push(text),
        Value::Array(items) => items.iter().for_each(|item| texts(item, out)),
        Value::Object(fields) => fields.values().for_each(|field| texts(field, out)),
        _ => {}
    }
}

/// What became of a document.
enum Fate {
    Opened,
    Refused,
}

/// Opens a document and holds it to what is promised.
fn try_document(json: &str) -> Fate {
    match Dataset::from_json(json) {
        Err(problems) => {
            are_reasons(&problems);
            Fate::Refused
        }
        Ok(d) => {
            // A field that only a newer format knows is not looked at, and not shown.
            if d.warnings().is_empty() {
                let value: Value = serde_json::from_str(json).expect("what opens is JSON");
                let mut all = Vec::new();
                texts(&value, &mut all);
                for text in all {
                    assert!(!text.chars().any(is_forbidden), "opens with {text:?}");
                }
            }
            asked::everything(&d);
            Fate::Opened
        }
    }
}

#[test]
fn no_document_brings_the_atlas_down_and_each_is_opened_or_refused_with_reasons() {
    let mutants = Mutants::new();
    let number: usize = std::env::var("ATLAS_MUTANT")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(usize::MAX);
    let all = counts::count(400, 100_000);
    let (mut opened, mut refused, mut failed) = (0, 0, Vec::new());
    for n in (0..all).filter(|n| number == usize::MAX || *n == number) {
        let json = mutants.document(n);
        match catch_unwind(AssertUnwindSafe(|| try_document(&json))) {
            Ok(Fate::Opened) => opened += 1,
            Ok(Fate::Refused) => refused += 1,
            Err(_) => failed.push(n),
        }
    }
    counts::figure(&format!(
        "hostile documents: {} tried, {opened} opened, {refused} refused, {} failed; seed {}",
        opened + refused + failed.len(),
        failed.len(),
        mutants::SEED
    ));
    assert!(failed.is_empty(), "again by ATLAS_MUTANT=N for N of {failed:?}");
    // Mutants that all fail at the first brace would test little.
    assert!(
        number != usize::MAX || (opened > all / 50 && refused > all / 2),
        "{opened} opened, {refused} refused"
    );
}
