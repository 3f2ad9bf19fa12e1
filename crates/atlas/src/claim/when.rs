//! The date of a claim, typed, with the text's own words where they say what no date can.

use crate::dates::{Day, Edtf, in_words};
use crate::model::{Dataset, Row, Start};
use crate::roles::{Begins, HistoryValue, Undated};

/// The date of a claim.
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    /// Given, from the first to the last possible day.
    Given {
        /// As written.
        date: Edtf,
        /// The first possible day on which it began.
        first: Day,
        /// The last possible day on which it began.
        last: Day,
        /// The text's own words, where they say what the date cannot.
        words: Option<String>,
        /// Whether it is the date of a decision, not of what was decided.
        decided: bool,
    },
    /// Not given; with the text's own words, where it has words for it.
    Missing(Undated, Option<String>),
}

impl When {
    /// The date of a row.
    pub fn of<V: HistoryValue>(d: &Dataset, row: &Row<V>) -> Self {
        let value = *row.cited.value();
        let bounds = match row.start {
            Start::Within(first, last) => Some((first, last)),
            // A plan is dated by what is to happen.
            Start::NotGiven => row.when.as_ref().and_then(Edtf::start).filter(|_| is_plan(value)),
        };
        let (Some((first, last)), Some(when)) = (bounds, &row.when) else {
            let own = d.statement(row.cited.first());
            let is_bare = own.when.is_none() && value.undated() != Undated::Never;
            let words = own.date_words.clone().filter(|_| is_bare);
            return Self::Missing(value.undated(), words);
        };
        let own = &d.statement(row.cited.first()).date_words;
        // An interval or a guess at bounds reads better in the text's words; a plain date in ours.
        let vague = !when.is_day() && (when.as_str().starts_with('[') || when.as_str().ends_with('X'));
        let words = own.as_ref().filter(|_| row.reason.is_none() && vague);
        Self::Given {
            date: began(when, first, last),
            first,
            last,
            words: words.map(|words| words.trim_start_matches("in ").to_owned()),
            decided: is_plan(value) && matches!(row.start, Start::Within(..)),
        }
    }

    /// Whether the source gives it.
    pub fn is_given(&self) -> bool {
        matches!(self, Self::Given { .. })
    }

    /// In words ("June 2005", "“in the mid-1990s”", "decided 2005", "start not mentioned"); empty where no date is to be expected.
    pub fn words(&self) -> String {
        match self {
            Self::Given { decided: true, .. } => format!("decided {}", self.date_words()),
            _ => self.date_words(),
        }
    }

    /// The date alone in words, whatever was done then.
    pub fn date_words(&self) -> String {
        match self {
            Self::Given { words: Some(words), .. } => format!("“{words}”"),
            Self::Given { date, .. } => in_words(date),
            Self::Missing(_, Some(words)) => format!("“{words}”"),
            Self::Missing(undated, None) => undated.words().to_owned(),
        }
    }

    /// The year, or the first and the last that are possible, for narrow places; empty where none is given.
    pub fn years(&self) -> String {
        match self {
            Self::Given { words: Some(words), .. } if words.len() < 16 => {
                words.strip_prefix("the ").unwrap_or(words).to_owned()
            }
            Self::Given { first, last, .. } if first.year() == last.year() => first.year().to_string(),
            Self::Given { date, words, .. } if words.is_none() && !date.as_str().starts_with('[') => in_words(date),
            Self::Given { first, last, .. } => format!("{}–{}", first.year(), last.year()),
            Self::Missing(..) => String::new(),
        }
    }
}

fn is_plan<V: HistoryValue>(value: V) -> bool {
    value.begins() == Begins::WhenDecided
}

/// The part of an interval that a row begins with: its start, or its end for what is over.
fn began(when: &Edtf, first: Day, last: Day) -> Edtf {
    let part = |text: &str| {
        Edtf::parse(text)
            .ok()
            .filter(|part| part.start() == Some((first, last)))
    };
    let interval = when.is_interval().then(|| when.as_str().split_once('/')).flatten();
    let part = interval.and_then(|(start, end)| part(start).or_else(|| Edtf::parse(end).ok()));
    part.unwrap_or_else(|| when.clone())
}
