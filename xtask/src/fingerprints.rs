//! Writes the fingerprints of cited sentences into `data/statements/*.json`: `fp` after `role` in each evidence, and nothing else
//! in the file changes by a byte. Running it again changes nothing.
//!
//! Evidence with a `quote` needs none. Each file is read, changed and written in one go, so that someone who is editing it loses
//! nothing but the moment.

use std::ops::Range;
use std::path::Path;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::source::Source;
use crate::{Outcome, project};

/// Writes the fingerprints of a dataset's tables; `folder` is `data` or one like it.
pub fn write(source: &Path, folder: &Path) -> Outcome {
    let source = Source::read(source)?;
    let (mut all, mut changed, mut problems) = (0, 0, Vec::new());
    for file in project::files_under(&folder.join("statements"))? {
        let text = project::read(&file)?;
        let name = file.display();
        match stamped(&text, &source) {
            Ok((new, places)) => {
                all += places;
                if new != text {
                    project::write(&file, new.as_bytes())?;
                    changed += 1;
                }
            }
            Err(error) => problems.push(format!("{name}: {error}")),
        }
    }
    println!("fingerprints: {all} evidences have theirs, {changed} files changed");
    if problems.is_empty() {
        Ok(())
    } else {
        Err(format!("nothing was written to these files\n{}", problems.join("\n")))
    }
}

#[derive(Deserialize)]
struct Row<'a> {
    id: String,
    #[serde(borrow)]
    evidence: Vec<Evidence<'a>>,
}

#[derive(Deserialize)]
struct Evidence<'a> {
    paragraph: String,
    sentence: u32,
    #[serde(borrow)]
    role: &'a RawValue,
    #[serde(borrow)]
    fp: Option<&'a RawValue>,
    quote: Option<String>,
}

/// The text with every fingerprint in its place, and how many there are.
fn stamped(text: &str, source: &Source) -> Outcome<(String, usize)> {
    let rows: Vec<Row> = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for row in &rows {
        for evidence in row.evidence.iter().filter(|evidence| evidence.quote.is_none()) {
            let at = || format!("{}: sentence {} of {}", row.id, evidence.sentence, evidence.paragraph);
            let sentence = source
                .sentence(&evidence.paragraph, evidence.sentence)
                .ok_or_else(|| format!("{} is not in the source", at()))?;
            let print = source
                .print(&sentence)
                .ok_or_else(|| format!("{} has no words", at()))?;
            edits.push(match evidence.fp {
                Some(old) => (place(text, old), format!("\"{print}\"")),
                None => {
                    let role = place(text, evidence.role);
                    let gap = gap_before_key(text, role.start, "\"role\"")
                        .ok_or_else(|| format!("{}: no \"role\" before its value", at()))?;
                    (role.end..role.end, format!(",{gap}\"fp\": \"{print}\""))
                }
            });
        }
    }
    let count = edits.len();
    Ok((edited(text, edits), count))
}

/// Where a value stands in the text that it was read from.
fn place(text: &str, value: &RawValue) -> Range<usize> {
    let start = value.get().as_ptr().addr() - text.as_ptr().addr();
    start..start + value.get().len()
}

/// The white space before the key whose value begins at `value`.
fn gap_before_key<'a>(text: &'a str, value: usize, key: &str) -> Option<&'a str> {
    let before = text.get(..value)?;
    let before = before.get(..before.rfind(key)?)?;
    before.get(before.trim_end().len()..)
}

fn edited(text: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(range, _)| range.start);
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (range, new) in edits {
        out.push_str(text.get(from..range.start).unwrap_or_default());
        out.push_str(&new);
        from = range.end;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPREAD: &str = "[\n  {\n    \"id\": \"a\",\n    \"evidence\": [\n      {\n        \"paragraph\": \"1.a.1\",\n        \
        \"sentence\": 2,\n        \"terms\": [\"role\", \"x\"],\n        \"role\": \"supports\"\n      }\n    ]\n  }\n]\n";
    const DENSE: &str = r#"[ {"id":"a", "evidence": [{"paragraph": "1.a.1", "sentence": 1, "role": "bears", "z": 0},
  {"paragraph": "1.a.1", "sentence": 2, "fp": "old", "role": "bears"}, {"paragraph": "1.a.1", "sentence": 9, "role": "r", "quote": "Q."}]} ]"#;

    fn source() -> Source {
        Source::of(&[("1.a.1", "The lamp was lit in spring. It burned until the storm.")])
    }

    fn print(sentence: &str) -> String {
        source().print(sentence).expect("it has words").to_string()
    }

    #[test]
    fn only_fingerprints_are_added_and_once() {
        let second = print("It burned until the storm.");
        let (out, count) = stamped(SPREAD, &source()).expect("sound");
        let expected = SPREAD.replace(
            "\"role\": \"supports\"",
            &format!("\"role\": \"supports\",\n        \"fp\": \"{second}\""),
        );
        assert_eq!((out.as_str(), count), (expected.as_str(), 1));
        assert_eq!(stamped(&out, &source()).expect("sound"), (expected, 1));
    }

    #[test]
    fn dense_rows_old_fingerprints_and_quotes_keep_their_form() {
        let (first, second) = (
            print("The lamp was lit in spring."),
            print("It burned until the storm."),
        );
        let expected = DENSE
            .replace("\"bears\", \"z\"", &format!("\"bears\", \"fp\": \"{first}\", \"z\""))
            .replace("old", &second);
        assert_eq!(stamped(DENSE, &source()).expect("sound"), (expected, 2));
    }

    #[test]
    fn a_sentence_that_the_source_lacks_is_named() {
        let error = stamped(&SPREAD.replace("\"sentence\": 2", "\"sentence\": 3"), &source()).expect_err("refused");
        assert_eq!(error, "a: sentence 3 of 1.a.1 is not in the source");
    }
}
