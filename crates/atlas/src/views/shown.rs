//! An answer in words: the sign, the word, since when, and how it is known.

use crate::asof::{Answer, Rule, Why, answer};
use crate::dates::{Day, in_words};
use crate::index::WordIx;
use crate::model::{Dataset, Permission, Row, Start};
use crate::roles::{AnswerWord, Arrangement, Basis, State};

/// An answer as it is shown. Words and signs are the dataset's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Name of the sign.
    pub sign: String,
    /// The word beside it.
    pub word: String,
    /// The sentence that explains the word.
    pub sentence: String,
    /// When, in words ("2002", "start not given"); empty where nothing is to be said.
    pub date: String,
    /// Vocabulary row of the basis, where it is not that the unit is named.
    pub basis: Option<WordIx>,
    /// Why it is not simply stated; empty where it is.
    pub reason: String,
    /// The answer it was made from.
    pub answer: Answer,
}

/// A value that a history holds.
pub trait Value: Copy + PartialEq {
    /// Whether this value after those is a return: active after an absence.
    fn is_return(self, before: &[Self]) -> bool;

    /// What is said where its date is not given; empty where none is to be expected.
    fn undated(self) -> &'static str;
}

impl Value for State {
    fn is_return(self, before: &[Self]) -> bool {
        self == Self::Active && before.iter().any(|s| matches!(s, Self::Absent))
    }

    fn undated(self) -> &'static str {
        match self {
            Self::Active | Self::Absent => "start not given",
            Self::Suspended | Self::Interest => "date not given",
            Self::Denied => "",
        }
    }
}

impl Value for Arrangement {
    fn is_return(self, _: &[Self]) -> bool {
        false
    }

    fn undated(self) -> &'static str {
        match self {
            Self::InEffect => "start not given",
            Self::Ended => "end not given",
            Self::Talks | Self::Negotiating | Self::Approved | Self::Agreed => "date not given",
        }
    }
}

/// The answer of a history for a day, in words.
pub fn shown<V: Value>(d: &Dataset, history: &[Row<V>], day: Day) -> Shown {
    let answer = answer(history, day, d.vantage_day());
    let row = answer.row().and_then(|i| history.get(i).map(|row| (i, row)));
    let Some((i, row)) = row else {
        return without_row(d, history, answer);
    };
    let before: Vec<V> = history.iter().take(i).map(|r| *r.cited.value()).collect();
    let word = d.word(row.word);
    let again = row
        .cited
        .value()
        .is_return(&before)
        .then(|| d.word_for(AnswerWord::GROUP, AnswerWord::Again.as_str()))
        .flatten();
    let word = again.unwrap_or(word);
    Shown {
        sign: word.sign.clone().unwrap_or_default(),
        word: word.word.clone(),
        sentence: word.sentence.clone(),
        date: date_of(d, row),
        basis: (row.basis != Basis::Named).then_some(row.basis_word),
        reason: match answer {
            Answer::Inferred(_, Rule::Until) => format!(
                "Inferred: so before {}.",
                history.get(i + 1).map(|next| date_of(d, next)).unwrap_or_default()
            ),
            Answer::Inferred(_, Rule::Only) => "inferred from “only”, said later".to_owned(),
            _ => String::new(),
        },
        answer,
    }
}

/// The present state of a permission, in words.
pub fn permission_shown(d: &Dataset, permission: &Permission, day: Day) -> Shown {
    shown(d, &permission.history, day)
}

fn without_row<V: Value>(d: &Dataset, history: &[Row<V>], answer: Answer) -> Shown {
    let role = if answer == Answer::NotSaid {
        AnswerWord::NotSaid
    } else {
        AnswerWord::Unknown
    };
    let word = d.word_for(AnswerWord::GROUP, role.as_str());
    let later = |row: usize| {
        history
            .get(row)
            .map(|r| d.word(r.word).word.to_lowercase())
            .unwrap_or_default()
    };
    Shown {
        sign: word.and_then(|w| w.sign.clone()).unwrap_or_default(),
        word: word.map(|w| w.word.clone()).unwrap_or_default(),
        sentence: word.map(|w| w.sentence.clone()).unwrap_or_default(),
        date: String::new(),
        basis: None,
        reason: match answer {
            Answer::CannotBeKnown(Why::StartNotGiven(_)) => "start not given".to_owned(),
            Answer::CannotBeKnown(Why::WithinItsDate(row)) => {
                let date = history.get(row).map(|r| date_of(d, r)).unwrap_or_default();
                format!("“{}”: dated only as {date}", later(row))
            }
            Answer::CannotBeKnown(Why::AfterWriting) => {
                format!("the article was written in {}", d.about().vantage.words)
            }
            _ => String::new(),
        },
        answer,
    }
}

/// When a row begins, in words: the text's own, in quotation marks, where it has some that EDTF cannot say.
pub fn date_of<V: Value>(d: &Dataset, row: &Row<V>) -> String {
    let (Start::Within(from, to), Some(when)) = (row.start, &row.when) else {
        return row.cited.value().undated().to_owned();
    };
    let words = d
        .statement(row.cited.first())
        .date_words
        .as_ref()
        .filter(|_| row.reason.is_none());
    match words {
        // An interval or a guess at bounds reads better in the text's words; a plain date in ours.
        Some(words) if !when.is_day() && (when.as_str().starts_with('[') || when.as_str().ends_with('X')) => {
            format!("“{}”", words.trim_start_matches("in "))
        }
        _ if when.is_interval() => {
            let end = crate::Edtf::parse(&bounds_text(when.as_str(), from, to));
            end.map_or_else(|_| in_words(when), |end| in_words(&end))
        }
        _ => in_words(when),
    }
}

/// The part of an interval that the row begins with: its start, or its end for what is over.
fn bounds_text(interval: &str, from: Day, to: Day) -> String {
    let (start, end) = interval.split_once('/').unwrap_or((interval, interval));
    let matches = |text: &str| crate::Edtf::parse(text).ok().and_then(|e| e.start()) == Some((from, to));
    if matches(start) {
        start.to_owned()
    } else {
        end.to_owned()
    }
}

/// The word of an answer with its date, its basis and why it is not simply stated.
pub fn answer_words(d: &Dataset, shown: &Shown) -> String {
    let mut text = shown.word.clone();
    if !shown.date.is_empty() {
        text = format!("{text}, {}", shown.date);
    }
    let basis = shown.basis.map(|b| d.word(b).word.clone());
    let reason = (!shown.reason.is_empty()).then(|| shown.reason.trim_end_matches('.').to_owned());
    let aside: Vec<String> = basis.into_iter().chain(reason).collect();
    match aside.is_empty() {
        true => text,
        false => format!("{text} ({})", aside.join("; ")),
    }
}
