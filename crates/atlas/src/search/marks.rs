//! Which words of a text a query has found: for marking them where they stand.

use std::ops::Range;

use super::words::{ranges, words};

/// Where words that were looked for stand in a text, in bytes and in order..
pub fn marks(text: &str, wanted: &[String]) -> Vec<Range<usize>> {
    let is_wanted = |range: &Range<usize>| {
        let word = text.get(range.clone()).map(words).unwrap_or_default();
        word.iter().any(|word| wanted.iter().any(|want| word == want))
    };
    ranges(text).into_iter().filter(is_wanted).collect()
}

/// The whole text in stretches, marked or not, in order.
pub fn stretches<'a>(text: &'a str, wanted: &[String]) -> Vec<(bool, &'a str)> {
    let mut out = Vec::new();
    let mut at = 0;
    for range in marks(text, wanted) {
        out.push((false, text.get(at..range.start).unwrap_or_default()));
        at = range.end;
        out.push((true, text.get(range).unwrap_or_default()));
    }
    out.push((false, text.get(at..).unwrap_or_default()));
    out.retain(|(_, stretch)| !stretch.is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_are_the_text_again() {
        let text = "“Café” Moor keeps two cafés.";
        let found = stretches(text, &["cafe".to_owned(), "moor".to_owned()]);
        let marked: Vec<&str> = found.iter().filter(|(marked, _)| *marked).map(|(_, s)| *s).collect();
        assert_eq!(marked, ["Café", "Moor"]);
        assert_eq!(found.iter().map(|(_, s)| *s).collect::<String>(), text);
    }
}
