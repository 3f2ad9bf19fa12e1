//! Writes the text of a line as a reader wants it: single spaces, no footnote marks, no characters that only layout knows.

use std::ops::Range;

use crate::words::MARK_DIGITS;

/// Writes a line with single spaces, without footnote marks and characters of layout.
pub(super) fn write_clean(out: &mut String, line: &str) {
    let mut chars = line.char_indices();
    while let Some((offset, ch)) = chars.next() {
        let rest = line.get(offset..).unwrap_or_default();
        match ch {
            '0'..='9' | '[' => match mark(out, rest) {
                Some(Range { start, end }) => {
                    // All of it is one byte a character.
                    for _ in start + 1..end {
                        chars.next();
                    }
                }
                None => out.push(ch),
            },
            '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' => {}
            // Hyphens at a line end, as typesetting and viewers of PDF write them.
            '\u{2}' | '\u{fffe}' | '¬' => out.push('-'),
            '\u{ad}' if rest.trim() == "\u{ad}" => out.push('-'),
            '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => {}
            _ if ch.is_whitespace() || ch.is_control() => {
                if !out.is_empty() && !out.ends_with([' ', '\n']) {
                    out.push(' ');
                }
            }
            _ => out.push(ch),
        }
    }
}

/// The footnote mark that `rest` begins with, as a range of its bytes, where it is glued to the end of a sentence, clause or
/// quotation: "policy.3", "policy’12", `policy[4]`.
fn mark(before: &str, rest: &str) -> Option<Range<usize>> {
    let bracketed = rest.starts_with('[');
    let digits_from = if bracketed {
        1 + usize::from(rest.starts_with("[^"))
    } else {
        0
    };
    // One more than a mark may have: enough to see that it is none.
    let digits = rest.get(digits_from..)?.bytes().take(MARK_DIGITS + 1);
    let digits = digits.take_while(u8::is_ascii_digit).count();
    let mut end = digits_from + digits;
    if bracketed && rest.get(end..)?.starts_with(']') {
        end += 1;
    } else if bracketed {
        return None;
    }
    let after = rest.get(end..)?.chars().next();
    let free = after.is_none_or(|c| c.is_whitespace() || matches!(c, '\'' | '’' | '"' | '”' | ')' | '.' | ',' | ';'));
    let quoted = before.ends_with(['’', '”', '"', '\'', ')']);
    let word = before.trim_end_matches(['.', ',', ';', ':', '!', '?', '’', '”', '"', '\'', ')']);
    let stopped = word.len() < before.len();
    // "No.4" and "1.4" are no marks; neither is the figure that a quotation begins with.
    let told = if quoted {
        word.ends_with(char::is_alphanumeric)
    } else {
        ends_long_word(word)
    };
    let glued = if bracketed {
        !before.is_empty() && !before.ends_with([' ', '\n'])
    } else {
        stopped && told
    };
    ((1..=MARK_DIGITS).contains(&digits) && free && glued).then_some(0..end)
}

fn ends_long_word(text: &str) -> bool {
    const LEAST_LETTERS: usize = 4;
    text.chars()
        .rev()
        .take(LEAST_LETTERS)
        .filter(|c| c.is_alphabetic())
        .count()
        == LEAST_LETTERS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn footnote_marks_are_dropped_and_figures_kept() {
        let line =
            "The lamp burned.12 It was ‘bright’3 and high[4], said No.4 of 1.5 in (1904)7. ‘26+5’ keepers¹ left.";
        let mut out = String::new();
        write_clean(&mut out, line);
        assert_eq!(
            out,
            "The lamp burned. It was ‘bright’ and high, said No.4 of 1.5 in (1904). ‘26+5’ keepers left."
        );
    }

    #[test]
    fn characters_of_layout_become_what_they_stand_for() {
        let mut out = String::new();
        write_clean(&mut out, "a\u{a0}\u{2009} b\u{200b}c d\u{ad}e f\u{2}g\u{1} h\u{ad}");
        assert_eq!(out, "a bc de f-g h-");
    }
}
