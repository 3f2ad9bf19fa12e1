//! What is wrong with a dataset, said so that its author can mend it: where, what was found, what was expected.

use std::fmt;

/// Whether a dataset with this problem may still be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The dataset is refused.
    Error,
    /// The dataset opens; the reader is told.
    Warning,
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
}

impl Problem {
    /// An error at a place.
    pub fn new(table: &str, id: &str, field: &str, found: impl Into<String>, expected: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            table: table.to_owned(),
            id: id.to_owned(),
            field: field.to_owned(),
            found: shortened(found.into()),
            expected: expected.into(),
        }
    }

    /// The same as a warning.
    #[must_use]
    pub fn warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{kind}: {} / {}", self.table, self.id)?;
        if !self.field.is_empty() {
            write!(f, " / {}", self.field)?;
        }
        write!(f, "\n  found:    {}\n  expected: {}", self.found, self.expected)
    }
}

/// A found value is shown, but a hostile one must not fill the screen.
fn shortened(text: String) -> String {
    const MOST: usize = 160;
    if text.chars().count() <= MOST {
        return text;
    }
    let mut short: String = text.chars().take(MOST).collect();
    short.push('…');
    short
}
