//! Every text of every row, whatever its field: no control characters, none that change the direction of text or cannot be seen,
//! none too long.
//!
//! Markup is no matter here: texts are shown as text.

use crate::limits::LONGEST_TEXT;

/// Why a text may not stand: what was found, what was expected. The data of a drawing may be of any length.
pub(crate) fn fault(text: &str, drawing: bool) -> Option<(String, String)> {
    let length = text.chars().count();
    if !drawing && length > LONGEST_TEXT {
        return Some((
            format!("{length} characters"),
            format!("at most {LONGEST_TEXT} characters"),
        ));
    }
    let bad = text.chars().find(|&c| is_forbidden(c))?;
    Some((
        format!("the character U+{:04X}", u32::from(bad)),
        "plain text without control, direction-changing and unseen characters".to_owned(),
    ))
}

/// Control characters, breaks of lines, those that change the direction of text, and those of no width: none has a place in a
/// sentence, and no reader sees that it is there. The two joiners pass, which some scripts are not written without.
pub(crate) fn is_forbidden(c: char) -> bool {
    let directs = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}');
    let unseen = matches!(c, '\u{ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}');
    c.is_control() || directs || unseen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_plain() {
        assert!(fault("plain, with \"quotes\", <b>marks</b> and \\", false).is_none());
        assert!(fault("joined\u{200d} and not\u{200c}", false).is_none());
        for bad in [
            "one\ntwo",
            "\u{202e}",
            "\0",
            "left\u{200f}",
            "\u{7}",
            "\u{61c}",
            "a\u{2028}b",
            "zero\u{200b}width",
            "soft\u{ad}hyphen",
            "\u{feff}mark",
            "tag\u{e0041}",
        ] {
            assert!(fault(bad, false).is_some() && fault(bad, true).is_some(), "{bad:?}");
        }
    }

    #[test]
    fn a_text_has_a_longest_length() {
        assert!(fault(&"x".repeat(LONGEST_TEXT), false).is_none());
        assert!(
            fault(&"é".repeat(LONGEST_TEXT), false).is_none(),
            "characters, not bytes"
        );
        let longer = "x".repeat(LONGEST_TEXT + 1);
        assert!(fault(&longer, false).is_some() && fault(&longer, true).is_none());
    }
}
