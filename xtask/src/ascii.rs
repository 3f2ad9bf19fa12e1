//! Documents in ASCII alone. A host that names another encoding than theirs would else spoil every dash and quotation mark, and with
//! them the digests by which the policy admits what stands inline. Each language has its own way to write any letter so.

use std::fmt::Write as _;

/// A document or a piece of one, its scripts and style sheets apart: those are no place for references.
pub fn html(text: &str) -> String {
    written(text, |c, out| {
        let _ = write!(out, "&#{};", u32::from(c));
    })
}

/// A style sheet.
pub fn css(text: &str) -> String {
    written(text, |c, out| {
        let _ = write!(out, "\\{:x} ", u32::from(c));
    })
}

/// A script, or JSON. Letters beyond the first plane are two units.
pub fn script(text: &str) -> String {
    written(text, |c, out| {
        for unit in c.encode_utf16(&mut [0; 2]) {
            let _ = write!(out, "\\u{unit:04x}");
        }
    })
}

fn written(text: &str, other: impl Fn(char, &mut String)) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            other(c, &mut out);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_written_in_ascii() {
        assert_eq!(html("it’s <b>5–6</b>"), "it&#8217;s <b>5&#8211;6</b>");
        assert_eq!(css("a{content:\"→\" / \"\"}"), "a{content:\"\\2192 \" / \"\"}");
        assert_eq!(script("\"’🙂\""), "\"\\u2019\\ud83d\\ude42\"");
        assert_eq!(serde_json::from_str::<String>(&script("\"’🙂\"")).unwrap(), "’🙂");
    }

    /// Scripts that the build puts into documents: a letter outside strings could not be written otherwise.
    #[test]
    fn the_scripts_are_ascii_already() {
        for (name, text) in [
            ("theme.js", include_str!("../../public/theme.js")),
            ("boot.js", include_str!("../../public/boot.js")),
            ("keep.js", include_str!("../../public/keep.js")),
        ] {
            assert!(text.is_ascii(), "{name}");
        }
    }
}
