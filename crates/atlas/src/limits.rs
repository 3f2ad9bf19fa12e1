//! How much of a document is worked on: the caps by which no dataset, however large or hostile, fills memory or screen.
//!
//! Left out: the caps of what is no dataset: a reader's notes, a copy of the source, an address.

/// Largest document read, in bytes.
pub const MOST_BYTES: usize = 64 << 20;
/// Most rows in a table whose rows pages draw a part at a time: statements, and the relations between them.
pub const MOST_ROWS: usize = 200_000;
/// Most rows in any other table, and most items of a list in a row: pages draw them all.
pub const MOST_DRAWN: usize = 5_000;
/// Most cells, of a unit and a programme or a group of permissions: cards and matrix draw them all.
pub const MOST_CELLS: usize = 4_000;
/// Most problems listed; beyond that their number is said.
pub const MOST_PROBLEMS: usize = 500;
/// Most problems kept while a document is read; of those beyond, only the number.
pub(crate) const MOST_KEPT: usize = 10_000;
/// Most ids that a message names: more is no help.
pub(crate) const MOST_NAMED: usize = 30;
/// Most digits of a minor format.
pub(crate) const MOST_DIGITS: usize = 9;
/// Most fields of an object; no row has nearly as many, and each is compared with the others.
pub(crate) const MOST_FIELDS: usize = 100;
/// Longest text of any field, in characters.
pub const LONGEST_TEXT: usize = 4_000;
/// Longest id, in bytes.
pub(crate) const LONGEST_ID: usize = 64;

/// Statements worked on before others get a turn.
pub(crate) const SLICE: usize = 1_000;

/// Most rows in a table.
pub fn most_rows(table: &str) -> usize {
    match table {
        "statements" | "relations" => MOST_ROWS,
        _ => MOST_DRAWN,
    }
}

/// Whether a table is a drawing, whose texts are path data of any length.
pub(crate) fn is_drawing(table: &str) -> bool {
    table == "outlines"
}
