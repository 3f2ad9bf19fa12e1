//! A JSON value as people read it: what fits on a line stands on one, everything else is indented. The order is kept.

use crate::characters::is_forbidden;
use crate::row::json::Json;

/// Longest line that is not broken, in bytes, its indent left out.
const LINE: usize = 100;

/// The value as text, with a line break at its end.
pub(super) fn pretty(json: &Json) -> String {
    let mut out = String::new();
    write(json, 0, &mut out);
    out.push('\n');
    out
}

fn write(json: &Json, depth: usize, out: &mut String) {
    let line = flat(json);
    let parts: Vec<(String, &Json)> = match json {
        Json::List(items) if line.len() > LINE => items.iter().map(|item| (String::new(), item)).collect(),
        Json::Object(fields) if line.len() > LINE => {
            let named = fields
                .iter()
                .map(|(name, value)| (format!("{}: ", quoted(name)), value));
            named.collect()
        }
        _ => return out.push_str(&line),
    };
    let (open, close) = brackets(json);
    out.push_str(open);
    for (n, (name, value)) in parts.into_iter().enumerate() {
        out.push_str(if n > 0 { ",\n" } else { "\n" });
        out.push_str(&"  ".repeat(depth + 1));
        out.push_str(&name);
        write(value, depth + 1, out);
    }
    out.push('\n');
    out.push_str(&"  ".repeat(depth));
    out.push_str(close);
}

fn flat(json: &Json) -> String {
    let parts: Vec<String> = match json {
        Json::Null | Json::OtherNumber => return "null".to_owned(),
        Json::Flag(flag) => return flag.to_string(),
        Json::Number(number) => return number.to_string(),
        Json::Text(text) => return quoted(text),
        Json::List(items) => items.iter().map(flat).collect(),
        Json::Object(fields) => {
            let named = fields
                .iter()
                .map(|(name, value)| format!("{}: {}", quoted(name), flat(value)));
            named.collect()
        }
    };
    let (open, close) = brackets(json);
    format!("{open}{}{close}", parts.join(", "))
}

fn brackets(json: &Json) -> (&'static str, &'static str) {
    match json {
        Json::List(_) => ("[", "]"),
        _ => ("{", "}"),
    }
}

/// What cannot be seen in a file stands as an escape.
fn quoted(text: &str) -> String {
    let plain = serde_json::Value::from(text).to_string();
    let mut out = String::new();
    for ch in plain.chars() {
        if is_forbidden(ch) {
            let mut units = [0; 2];
            out.extend(ch.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            out.push(ch);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_as_it_was_and_long_lines_are_broken() {
        let long = Json::List(vec![
            Json::Text("wörds \"and\" \\".repeat(8)),
            Json::Number(-3),
            Json::Flag(true),
        ]);
        let json = Json::Object(vec![
            ("b".to_owned(), long),
            ("a".to_owned(), Json::List(vec![Json::Null, Json::Object(Vec::new())])),
        ]);
        let text = pretty(&json);
        assert_eq!(serde_json::from_str::<Json>(&text).unwrap(), json);
        assert!(text.ends_with("\n  ],\n  \"a\": [null, {}]\n}\n"), "{text}");
    }
}
