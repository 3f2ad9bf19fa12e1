//! What a dataset calls its kinds of things.

use crate::tables::NamesRow;

/// What kinds of things are called: the dataset's names, else the atlas's own.
#[derive(Clone, Debug)]
pub struct Names {
    /// A unit.
    pub unit: String,
    /// The rungs that programmes stand on, together.
    pub tiers: String,
    /// The lines, together.
    pub lines: String,
    /// The page of lines and permissions.
    pub routes: String,
}

impl Names {
    /// Those of a row, and the atlas's own for what it leaves out.
    pub(super) fn of(row: Option<&NamesRow>) -> Self {
        let name = |of: fn(&NamesRow) -> &Option<String>, own: &str| {
            let given = row.and_then(|row| of(row).clone());
            given.unwrap_or_else(|| own.to_owned())
        };
        Self {
            unit: name(|row| &row.unit, "Country"),
            tiers: name(|row| &row.tiers, "Programme tiers"),
            lines: name(|row| &row.lines, "Supply lines"),
            routes: name(|row| &row.routes, "Supply routes"),
        }
    }
}
