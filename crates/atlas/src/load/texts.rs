//! Every text of every row, whatever its field: no control characters, none that change the direction of text, none too long.
//!
//! Markup is no matter here: texts are shown as text.

/// Longest text of any field, in characters.
pub(crate) const LONGEST_TEXT: usize = 4_000;

/// Why a text may not stand: what was found, what was expected.
pub(super) fn fault(text: &str) -> Option<(String, String)> {
    let length = text.chars().count();
    if length > LONGEST_TEXT {
        return Some((
            format!("{length} characters"),
            format!("at most {LONGEST_TEXT} characters"),
        ));
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

    #[test]
    fn a_text_is_plain() {
        assert!(fault("plain, with \"quotes\", <b>marks</b> and \\").is_none());
        for bad in ["one\ntwo", "\u{202e}", "\0", "left\u{200f}", "\u{7}"] {
            assert!(fault(bad).is_some(), "{bad:?}");
        }
    }

    #[test]
    fn a_text_has_a_longest_length() {
        assert!(fault(&"x".repeat(LONGEST_TEXT)).is_none());
        assert!(fault(&"é".repeat(LONGEST_TEXT)).is_none(), "characters, not bytes");
        assert!(fault(&"x".repeat(LONGEST_TEXT + 1)).is_some());
    }
}
