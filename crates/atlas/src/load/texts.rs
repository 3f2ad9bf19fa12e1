//! Every text of every row, whatever its field: no control characters, none that change the direction of text, none too long.
//!
//! Looked for in the row as it came, so that a new field is covered on the day it is added. Markup is no matter here: texts are
//! shown as text.

/// Longest text of any field, in bytes.
const LONGEST_TEXT: usize = 4_000;

/// A text that may not stand: its field, what was found, what was expected.
pub(super) struct BadText {
    pub(super) field: String,
    pub(super) found: String,
    pub(super) expected: String,
}

/// The texts of a row that may not stand, in their order. `raw` is one JSON value.
pub(super) fn bad_texts(raw: &str) -> Vec<BadText> {
    let mut out = Vec::new();
    let mut field = String::new();
    let mut rest = raw;
    while let Some((_, from)) = rest.split_once('"') {
        let (token, after) = from.split_at(end_of_text(from));
        rest = after.strip_prefix('"').unwrap_or_default();
        let text = serde_json::from_str::<String>(&format!("\"{token}\"")).unwrap_or_default();
        if rest.trim_start().starts_with(':') {
            field = text;
        } else if let Some((found, expected)) = fault(&text) {
            out.push(BadText {
                field: field.clone(),
                found,
                expected,
            });
        }
    }
    out
}

/// Where a text ends whose opening quote has been read: before the next quote that is not escaped.
fn end_of_text(from: &str) -> usize {
    let mut escaped = false;
    from.bytes()
        .position(|byte| {
            let ends = byte == b'"' && !escaped;
            escaped = byte == b'\\' && !escaped;
            ends
        })
        .unwrap_or(from.len())
}

fn fault(text: &str) -> Option<(String, String)> {
    if text.len() > LONGEST_TEXT {
        return Some((format!("{} bytes", text.len()), format!("at most {LONGEST_TEXT} bytes")));
    }
    let bad = text.chars().find(|&c| is_forbidden(c))?;
    Some((
        format!("the character U+{:04X}", u32::from(bad)),
        "plain text without control and direction-changing characters".to_owned(),
    ))
}

/// Control characters and those that change the direction of text: neither has a place in a sentence.
fn is_forbidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, fields: &[&str]) {
        let found: Vec<String> = bad_texts(raw).into_iter().map(|bad| bad.field).collect();
        assert_eq!(found, fields, "{raw}");
    }

    #[test]
    fn texts_are_found_wherever_they_stand() {
        check(r#"{"id":"a","text":"plain, with \"quotes\" and \\"}"#, &[]);
        check(r#"{"id":"a","text":"one\ntwo"}"#, &["text"]);
        check(r#"{"terms":["fine","\u202e"],"role":"\u0000"}"#, &["terms", "role"]);
        check("{\"name\" : \"left\u{200f}\"}", &["name"]);
        check(r#"{"a":{"b":[{"c":"\u0007"}]},"d":"\\\\"}"#, &["c"]);
    }

    #[test]
    fn a_text_has_a_longest_length() {
        check(&format!(r#"{{"gist":"{}"}}"#, "x".repeat(LONGEST_TEXT)), &[]);
        check(&format!(r#"{{"gist":"{}"}}"#, "x".repeat(LONGEST_TEXT + 1)), &["gist"]);
    }
}
