//! What became of a query, in sentences: how many results have all its words, which words were taken for others, which occur
//! nowhere, which were left aside.

use super::{How, Results};

/// Nearest words that are named for one that occurs nowhere.
const NAMED: usize = 3;

/// "1 result", "12 results".
pub fn count_words(n: usize) -> String {
    match n {
        0 => "No result".to_owned(),
        1 => "1 result".to_owned(),
        n => format!("{n} results"),
    }
}

/// Words in quotation marks, as a list: “a”, “b” and “c”.
fn quoted(words: &[String]) -> String {
    listed(&words.iter().map(|word| format!("“{word}”")).collect::<Vec<_>>(), "and")
}

fn listed(words: &[String], last: &str) -> String {
    match words.split_last() {
        Some((end, rest)) if !rest.is_empty() => format!("{} {last} {end}", rest.join(", ")),
        Some((end, _)) => end.clone(),
        None => String::new(),
    }
}

impl Results {
    /// How many were found, and how many of them have all the words; without a full stop, for a line of its own.
    pub fn counted(&self) -> String {
        let all = self.hits.len();
        match self.whole {
            _ if all == 0 => count_words(0),
            0 if self.partial && self.sought > 1 => format!("{}, none with all the words", count_words(all)),
            whole if whole < all && whole > 0 => format!("{}, {whole} with all the words", count_words(all)),
            _ => count_words(all),
        }
    }

    /// What happened to words, a sentence each; none where all stand as typed.
    pub fn sentences(&self) -> Vec<String> {
        let mut out = Vec::new();
        for reading in &self.read {
            let (word, taken) = (&reading.word, &reading.taken_for);
            out.push(match reading.how {
                How::Spelling => format!("Shown for {}: nothing here is written “{word}”.", quoted(taken)),
                How::Form => format!("“{word}” is read as {}.", quoted(taken)),
                How::Meaning if taken.is_empty() => {
                    format!("The article, as coded here, does not mention “{word}”; shown is what it leaves open.")
                }
                How::Meaning => format!(
                    "The article, as coded here, has no word “{word}”; shown is what it may stand for: {}.",
                    listed(taken, "and")
                ),
            });
        }
        for missing in &self.missing {
            let nearest: Vec<String> = missing.nearest.iter().take(NAMED).cloned().collect();
            let word = &missing.word;
            out.push(match nearest.is_empty() {
                true => format!("The article, as coded here, does not mention “{word}”."),
                false => format!(
                    "The article, as coded here, does not mention “{word}”. The nearest words that occur: {}.",
                    quoted(&nearest)
                ),
            });
        }
        if self.by_words {
            out.push("No text here has all these words; shown first is what they may stand for.".to_owned());
        }
        if !self.aside.is_empty() && !self.hits.is_empty() {
            out.push(format!("Left aside: {}.", listed(&self.aside, "and")));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{Reading, Unknown};

    #[test]
    fn counts_are_correct_english() {
        assert_eq!([0, 1, 2].map(count_words), ["No result", "1 result", "2 results"]);
    }

    #[test]
    fn what_happened_is_said() {
        let reading = |word: &str, how, taken: &[&str]| Reading {
            word: word.to_owned(),
            how,
            taken_for: taken.iter().map(|&word| word.to_owned()).collect(),
        };
        let results = Results {
            read: vec![
                reading("harbuor", How::Spelling, &["harbour"]),
                reading("lampholders", How::Form, &["lamp", "holders"]),
                reading("jetty", How::Meaning, &["Landing", "Quay"]),
            ],
            missing: vec![
                Unknown {
                    word: "zeppelin".to_owned(),
                    nearest: Vec::new(),
                },
                Unknown {
                    word: "lamq".to_owned(),
                    nearest: vec!["lamp".to_owned()],
                },
            ],
            ..Results::default()
        };
        assert_eq!(results.counted(), "No result");
        assert_eq!(
            results.sentences(),
            [
                "Shown for “harbour”: nothing here is written “harbuor”.",
                "“lampholders” is read as “lamp” and “holders”.",
                "The article, as coded here, has no word “jetty”; shown is what it may stand for: Landing and Quay.",
                "The article, as coded here, does not mention “zeppelin”.",
                "The article, as coded here, does not mention “lamq”. The nearest words that occur: “lamp”.",
            ]
        );
    }
}
