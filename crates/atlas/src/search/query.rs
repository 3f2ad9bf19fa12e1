//! What was typed, taken apart: words, "phrases in quotes", and -words that must not occur.

use super::words::{telling, words};
use crate::text::fold;

/// Longest query read, in characters; the rest is left off.
pub const LONGEST: usize = 200;
/// Most words looked for.
const MOST_WORDS: usize = 12;

/// A query, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that must occur, in the order typed.
    pub words: Vec<String>,
    /// Those words and the words of the phrases: what is looked up.
    pub looked_for: Vec<String>,
    /// Phrases that must occur as they are.
    pub phrases: Vec<String>,
    /// Words that must not occur.
    pub without: Vec<String>,
}

impl Query {
    /// Takes a query apart. A quotation mark without its partner is none.
    pub fn parse(text: &str) -> Self {
        let text: String = text.chars().take(LONGEST).collect();
        let folded = fold(&text);
        let mut query = Self::default();
        let parts: Vec<&str> = folded.split('"').collect();
        let closed = parts.len() - usize::from(parts.len().is_multiple_of(2));
        for (n, part) in parts.iter().enumerate() {
            let quoted = n % 2 == 1 && n < closed;
            match quoted.then(|| part.trim()) {
                Some("") => {}
                Some(phrase) => query.phrases.push(phrase.to_owned()),
                None => query.take_plain(part),
            }
        }
        query.looked_for.clone_from(&query.words);
        for word in query.phrases.iter().flat_map(|phrase| words(phrase)) {
            if !query.looked_for.contains(&word) {
                query.looked_for.push(word);
            }
        }
        for list in [&mut query.words, &mut query.looked_for] {
            *list = telling(std::mem::take(list));
            list.truncate(MOST_WORDS);
        }
        query.phrases.truncate(MOST_WORDS);
        query.without.truncate(MOST_WORDS);
        query
    }

    fn take_plain(&mut self, text: &str) {
        for chunk in text.split_whitespace() {
            match chunk.strip_prefix('-') {
                Some(unwanted) => self.without.extend(words(unwanted)),
                None => self.words.extend(words(chunk)),
            }
        }
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty()
    }
}

/// The text of a query without one of its words, as typed.
pub(super) fn leaving_out(text: &str, word: &str) -> String {
    let kept = text
        .split_whitespace()
        .filter(|chunk| !words(chunk).iter().any(|w| w == word));
    kept.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, found: [&[&str]; 3]) {
        let query = Query::parse(text);
        assert_eq!(
            [query.words, query.phrases, query.without],
            found.map(|list| list.iter().map(|&w| w.to_owned()).collect::<Vec<_>>()),
            "{text}"
        );
    }

    #[test]
    fn words_phrases_and_what_must_not_occur() {
        check("Who keeps a Light?", [&["keeps", "light"], &[], &[]]);
        check("tide “high water” -moor", [&["tide"], &["high water"], &["moor"]]);
        check("who is it", [&["who", "is", "it"], &[], &[]]);
        check("\"open", [&["open"], &[], &[]]);
        check("co-operation", [&["co", "operation"], &[], &[]]);
        check("", [&[], &[], &[]]);
    }

    #[test]
    fn the_words_of_phrases_are_looked_up_with_the_others() {
        let looked_for = |text: &str| Query::parse(text).looked_for.join(" ");
        assert_eq!(
            looked_for("tide \"of the tide\" \"high water\" -moor"),
            "tide high water"
        );
        assert_eq!(looked_for("\"who is\""), "who is");
        let many: String = ('a'..='z').map(|c| format!("{c}{c} \"{c}x\" ")).collect();
        let query = Query::parse(&many);
        assert_eq!(
            [query.words.len(), query.looked_for.len(), query.phrases.len()],
            [12; 3]
        );
        assert!(Query::parse("-moor").is_empty() && !Query::parse("\"moor\"").is_empty());
    }

    #[test]
    fn a_word_is_left_out_of_what_was_typed() {
        assert_eq!(leaving_out("Tide  in Examplia 1899", "1899"), "Tide in Examplia");
        assert_eq!(leaving_out("Tide in Examplia", "examplia"), "Tide in");
    }
}
