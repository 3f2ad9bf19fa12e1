//! How wide a text will be, without a browser: advance widths of Arial, which Helvetica and Liberation Sans share.
//!
//! For placing labels on drawings whose typeface is set to one of these. Left out: kerning, and scripts beyond Latin, which are
//! taken to be as wide as they can be.

/// The typeface and weight of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// The sans-serif of drawings, regular.
    Sans,
    /// The same, bold.
    Bold,
    /// The serif of names, semibold.
    Serif,
}

/// Advance widths of the printable ASCII characters from the space on, in thousandths of the size of type.
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];

/// Width of a text in CSS pixels, rounded up; `size` is the size of type in CSS pixels.
pub fn text_width(text: &str, size: i32, face: Face) -> i32 {
    let thousandths: i64 = text.chars().map(advance).sum();
    // In hundredths of the regular sans: measured over names of countries, and a little more, since no typeface is exactly this one.
    let share = match face {
        Face::Sans => 102,
        Face::Bold => 111,
        Face::Serif => 105,
    };
    let width = (thousandths * i64::from(size) * share + 99_999) / 100_000;
    i32::try_from(width).unwrap_or(i32::MAX)
}

fn advance(ch: char) -> i64 {
    let ascii = u32::from(ch)
        .checked_sub(u32::from(' '))
        .and_then(|at| usize::try_from(at).ok());
    if let Some(&width) = ascii.and_then(|at| WIDTHS.get(at)) {
        return i64::from(width);
    }
    match ch {
        '’' | '‘' => 222,
        '“' | '”' => 333,
        '–' | '¶' => 556,
        ch if ch.is_lowercase() => 580,
        _ => 1_000,
    }
}

/// A text in lines that are no wider than `most`, broken at spaces; a longer word has a line of its own.
pub fn wrapped(text: &str, most: i32, size: i32, face: Face) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match longer.filter(|longer| text_width(longer, size, face) <= most) {
            Some(longer) => {
                lines.pop();
                lines.push(longer);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_as_wide_as_its_letters() {
        assert_eq!(text_width("", 10, Face::Sans), 0);
        assert_eq!(
            text_width("ii", 1_000, Face::Sans),
            453,
            "two letters of 222, and two in a hundred more"
        );
        let wide = |face| text_width("Aldhaven", 16, face);
        assert!(wide(Face::Sans) < wide(Face::Serif) && wide(Face::Serif) < wide(Face::Bold));
        assert_eq!(
            text_width("港", 20, Face::Sans),
            21,
            "what is not known is as wide as it can be"
        );
    }

    #[test]
    fn lines_are_no_wider_than_asked_and_lose_no_word() {
        let lines = wrapped("Approved by the whole harbour board", 90, 13, Face::Sans);
        assert_eq!(lines.join(" "), "Approved by the whole harbour board");
        assert!(lines.len() > 1 && lines.iter().all(|line| text_width(line, 13, Face::Sans) <= 90));
        assert_eq!(wrapped("Unbreakable", 5, 13, Face::Sans), ["Unbreakable"]);
        assert!(wrapped(" ", 5, 13, Face::Sans).is_empty());
    }
}
