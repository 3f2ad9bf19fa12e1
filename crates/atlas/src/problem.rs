//! What is wrong with a dataset, said so that its author can mend it: where, what was found, what was expected.

use std::fmt;

use crate::characters::is_forbidden;
use crate::limits::{MOST_KEPT, MOST_PROBLEMS};

/// Whether a dataset with this problem may still be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The dataset is refused.
    Error,
    /// The dataset opens; the reader is told.
    Warning,
    /// Nothing is amiss; its author may want to look.
    Hint,
}

/// One defect, with its place. Problems sort by severity, table, row and field.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Whether it stops the dataset.
    pub severity: Severity,
    /// The table, as the bundle names it.
    pub table: String,
    /// The row's id; where it has none, its place ("row 3").
    pub id: String,
    /// The field, or empty where the whole row is meant.
    pub field: String,
    /// What stands there.
    pub found: String,
    /// What may stand there, with an example where one helps.
    pub expected: String,
    /// How many problems it stands for: itself, or all that are not listed.
    pub count: usize,
}

impl Problem {
    /// An error at a place.
    pub fn new(table: &str, id: &str, field: &str, found: impl Into<String>, expected: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            table: shown(table),
            id: shown(id),
            field: shown(field),
            found: shown(&found.into()),
            expected: shortened(&expected.into(), MOST_EXPECTED),
            count: 1,
        }
    }

    /// The same as a warning.
    #[must_use]
    pub fn warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }

    /// The same as a hint.
    #[must_use]
    pub fn hint(mut self) -> Self {
        self.severity = Severity::Hint;
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        };
        write!(f, "{kind}: {} / {}", self.table, self.id)?;
        if !self.field.is_empty() {
            write!(f, " / {}", self.field)?;
        }
        write!(f, "\n  found:    {}\n  expected: {}", self.found, self.expected)
    }
}

/// What comes from a document is shown, but a hostile one must not fill the screen, nor turn what is read beside it.
fn shown(text: &str) -> String {
    shortened(text, MOST_FOUND)
}

/// Longest piece of a document that is shown, in characters.
const MOST_FOUND: usize = 160;
/// Longest answer to it: a list of fields that there are fits.
const MOST_EXPECTED: usize = 600;

fn shortened(text: &str, most: usize) -> String {
    let plain = |c| if is_forbidden(c) { '\u{fffd}' } else { c };
    let mut short: String = text.chars().take(most).map(plain).collect();
    if text.chars().nth(most).is_some() {
        short.push('…');
    }
    short
}

/// Problems as they are found, so that no document fills the memory with what is wrong with it.
#[derive(Default)]
pub(crate) struct Problems {
    kept: Vec<Problem>,
    more: usize,
    errors: bool,
}

impl Problems {
    /// Notes one. The first error is always kept.
    pub(crate) fn push(&mut self, problem: Problem) {
        let first = problem.severity == Severity::Error && !self.errors;
        self.errors |= first;
        if self.kept.len() < MOST_KEPT || first {
            self.kept.push(problem);
        } else {
            self.more += 1;
        }
    }

    /// Notes those of another list.
    pub(crate) fn extend(&mut self, other: Self) {
        self.more += other.more;
        other.kept.into_iter().for_each(|problem| self.push(problem));
    }

    /// How many were noted.
    pub(crate) fn len(&self) -> usize {
        self.kept.len() + self.more
    }

    /// Whether one of them stops the dataset.
    pub(crate) fn has_errors(&self) -> bool {
        self.errors
    }

    /// The list for its reader: sorted, each once, the first so many, and last how many more there are.
    pub(crate) fn listed(self) -> Vec<Problem> {
        let mut list = self.kept;
        crate::order::sort(&mut list);
        list.dedup();
        let more = self.more + list.len().saturating_sub(MOST_PROBLEMS);
        if more > 0 {
            list.truncate(MOST_PROBLEMS);
            let found = format!("{more} more problems");
            let rest = Problem::new("bundle", "document", "", found, "mend those above first");
            let rest = if self.errors { rest } else { rest.warning() };
            list.push(Problem { count: more, ..rest });
        }
        list
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        let mut this = Self::default();
        this.push(problem);
        this
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbered(n: usize) -> Problem {
        Problem::new("rows", &format!("row-{n:05}"), "colour", "nothing", "a colour")
    }

    #[test]
    fn a_problem_is_written_over_three_lines() {
        let error = numbered(7);
        assert_eq!(
            error.to_string(),
            "error: rows / row-00007 / colour\n  found:    nothing\n  expected: a colour"
        );
        let whole = Problem::new("bundle", "document", "", "a list", "an object").warning();
        assert!(whole.to_string().starts_with("warning: bundle / document\n"));
    }

    #[test]
    fn of_those_beyond_the_most_the_number_is_kept() {
        let mut all = Problems::default();
        (0..MOST_KEPT).for_each(|n| all.push(numbered(n)));
        assert_eq!((all.len(), all.more), (MOST_KEPT, 0));
        (0..5).for_each(|n| all.push(numbered(n)));
        assert_eq!((all.len(), all.more), (MOST_KEPT + 5, 5));
        let mut both = Problems::default();
        (0..3).for_each(|n| both.push(numbered(n)));
        both.extend(all);
        assert_eq!((both.len(), both.more), (MOST_KEPT + 8, 8));
        // Three of them are told twice; a list says each once.
        let listed = both.listed();
        assert_eq!(listed.len(), MOST_PROBLEMS + 1);
        let last = listed.last().map(|problem| (problem.count, problem.found.clone()));
        let beyond = MOST_KEPT - 3 - MOST_PROBLEMS + 8;
        assert_eq!(last, Some((beyond, format!("{beyond} more problems"))));
    }
}
