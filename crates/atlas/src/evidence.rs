//! Evidence against a copy of the source: whether each term stands in its sentence.
//!
//! The source itself is never part of a dataset; whoever has a copy hands its paragraphs in.

use std::collections::HashMap;

use crate::model::Dataset;
use crate::problem::Problem;
use crate::text::{fold, sentences};

/// What a check against a copy came to.
#[derive(Debug, Default)]
pub struct Verification {
    /// Pieces of evidence looked at.
    pub evidences: usize,
    /// Terms looked for.
    pub terms: usize,
    /// What does not hold, in the order of the statements.
    pub problems: Vec<Problem>,
}

/// Looks for every term of every evidence in its sentence of the copy.
///
/// `copy` maps a locator to the paragraph's text.
pub fn verify(d: &Dataset, copy: &HashMap<String, String>) -> Verification {
    let mut out = Verification::default();
    let mut cut: HashMap<&str, Vec<String>> = HashMap::new();
    for ix in d.statements() {
        let statement = d.statement(ix);
        for evidence in &statement.evidence {
            out.evidences += 1;
            let paragraph = d.paragraph(evidence.paragraph).id.as_str();
            let problem = |field: &str, found: String, expected: String| {
                Problem::new("statements", &statement.id, field, found, expected)
            };
            let Some(text) = copy.get(paragraph) else {
                out.problems.push(problem(
                    "evidence.paragraph",
                    format!("\"{paragraph}\""),
                    "a paragraph of the copy".to_owned(),
                ));
                continue;
            };
            let folded = cut
                .entry(paragraph)
                .or_insert_with(|| sentences(text).iter().map(|s| fold(s)).collect());
            let Some(sentence) = usize::try_from(evidence.sentence)
                .ok()
                .and_then(|n| folded.get(n.checked_sub(1)?))
            else {
                out.problems.push(problem(
                    "evidence.sentence",
                    format!("{} of {paragraph}", evidence.sentence),
                    format!("one of its {} sentences", folded.len()),
                ));
                continue;
            };
            for term in &evidence.terms {
                out.terms += 1;
                if !sentence.contains(&fold(term)) {
                    out.problems.push(problem(
                        "evidence.terms",
                        format!("\"{term}\""),
                        format!("words that stand in sentence {} of {paragraph}", evidence.sentence),
                    ));
                }
            }
        }
    }
    out
}
