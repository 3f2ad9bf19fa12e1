//! What was typed, taken apart: words, "phrases in quotes", and -words that must not occur.

use super::words::{is_empty_word, stem, telling, words};
use crate::text::fold;

/// Longest query read, in characters; the rest is left off.
pub const LONGEST: usize = 200;
/// Most words looked for.
const MOST_WORDS: usize = 12;

/// What kind of answer a query asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Who did, holds or says something.
    Who,
    /// When, or since when.
    When,
    /// Where.
    Where,
    /// How many, how much, how long.
    HowMany,
    /// For what reason.
    Why,
    /// What something is.
    What,
    /// Whether something is in, or part of, something else.
    Whether,
    /// Which of the units.
    Which,
}

/// Words that ask for a figure.
const FIGURES: &str = "number numbers amount cost costs price budget deaths casualties victims toll figures statistics percentage size length quantity";

/// What a query of these words asks for, where it asks.
fn asked(words: &[String]) -> Option<Asked> {
    let has = |wanted: &str| words.iter().any(|word| wanted.split(' ').any(|one| one == word));
    let follows = |first: &str, second: &str| {
        let pairs = words.iter().zip(words.iter().skip(1));
        pairs
            .into_iter()
            .any(|(one, other)| one == first && second.split(' ').any(|s| s == other))
    };
    let begins = |first: &str| words.first().is_some_and(|word| word == first);
    match () {
        () if follows("how", "many much long large big often far old high strong") || has(FIGURES) => {
            Some(Asked::HowMany)
        }
        () if has("why") || follows("what", "reason reasons caused") || begins("reason") || begins("reasons") => {
            Some(Asked::Why)
        }
        () if has("when") || follows("what", "year date day month") || follows("which", "year date day month") => {
            Some(Asked::When)
        }
        () if has("who whom whose") => Some(Asked::Who),
        () if has("where") => Some(Asked::Where),
        () if begins("is") || begins("are") || begins("was") || begins("were") => Some(Asked::Whether),
        () if has("meaning define definition") || (begins("what") && follows("what", "is are")) => Some(Asked::What),
        () => None,
    }
}

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
    /// What it asks for, where it is a question.
    pub asked: Option<Asked>,
    /// Words left aside because they say nothing of what is looked for, each once.
    pub aside: Vec<String>,
}

impl Query {
    /// A query that asks which of the units: the word for them says nothing more, where there are others.
    pub(super) fn asks_which(&mut self, unit: &str) {
        let is_unit = |word: &String| stem(word) == unit;
        let asks = self
            .aside
            .iter()
            .any(|word| matches!(word.as_str(), "which" | "what" | "where"));
        if asks && self.looked_for.iter().any(is_unit) && !self.looked_for.iter().all(is_unit) {
            self.asked = Some(self.asked.unwrap_or(Asked::Which));
            self.aside
                .extend(self.looked_for.extract_if(.., |word| stem(word) == unit));
        }
    }

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
        query.asked = asked(&query.words);
        query.looked_for.clone_from(&query.words);
        for word in query.phrases.iter().flat_map(|phrase| words(phrase)) {
            if !query.looked_for.contains(&word) {
                query.looked_for.push(word);
            }
        }
        if query.looked_for.iter().any(|word| !is_empty_word(word)) {
            for word in query.words.iter().filter(|word| is_empty_word(word)) {
                if !query.aside.contains(word) {
                    query.aside.push(word.clone());
                }
            }
        }
        for list in [&mut query.words, &mut query.looked_for] {
            *list = telling(std::mem::take(list));
            list.truncate(MOST_WORDS);
        }
        query.aside.truncate(MOST_WORDS);
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
        check("co-operation of it", [&["cooperation"], &[], &[]]);
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
    fn a_question_asks_for_a_kind_of_answer() {
        let asked = |text: &str| Query::parse(text).asked;
        for (text, expected) in [
            ("who keeps the lamp", Some(Asked::Who)),
            ("since when is there a lamp", Some(Asked::When)),
            ("in which year was it lit", Some(Asked::When)),
            ("where does it stand", Some(Asked::Where)),
            ("how much oil", Some(Asked::HowMany)),
            ("number of lamps", Some(Asked::HowMany)),
            ("why was it lit", Some(Asked::Why)),
            ("what is a lamp", Some(Asked::What)),
            ("is the lamp in the harbour", Some(Asked::Whether)),
            ("what happened", None),
            ("lamp", None),
        ] {
            assert_eq!(asked(text), expected, "{text}");
        }
        assert_eq!(Query::parse("who keeps the lamp, who").aside, ["who", "the"]);
        assert!(Query::parse("who is it").aside.is_empty());
    }

    #[test]
    fn a_word_is_left_out_of_what_was_typed() {
        assert_eq!(leaving_out("Tide  in Examplia 1899", "1899"), "Tide in Examplia");
        assert_eq!(leaving_out("Tide in Examplia", "examplia"), "Tide in");
    }
}
