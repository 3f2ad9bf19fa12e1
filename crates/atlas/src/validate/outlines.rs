//! Outlines of the map: they are of entities that exist, they are outlines, and there are not too many of them.
//!
//! Whether a border runs where it should is for whoever drew it.

use super::Problems;
use crate::model::{Dataset, Table, Target};
use crate::problem::Problem;

/// Longest side of the plane, in its units.
const LONGEST_SIDE: u32 = 100_000;
/// Most shapes, disputed lines or marks: names are placed by looking at each beside each.
const MOST: usize = 500;
/// What an outline is, with an example.
const PATH: &str = "path data that begins with M, such as \"M0 0L9 4Z\"";

/// Checks the outlines, where there are any.
pub(super) fn outlines(d: &Dataset, p: &mut Problems) {
    let Some(o) = d.outlines() else { return };
    let mut at = |id: &str, field: &str, found: String, expected: &str| {
        p.push(Problem::new("outlines", id, field, found, expected));
    };
    for (field, length) in [("width", o.width), ("height", o.height)] {
        if !(1..=LONGEST_SIDE).contains(&length) {
            at("plane", field, length.to_string(), "1 to 100,000");
        }
    }
    for (field, count) in [
        ("shapes", o.shapes.len()),
        ("disputed", o.disputed.len()),
        ("marks", o.marks.len()),
    ] {
        if count > MOST {
            at("plane", field, format!("{count} rows"), "at most 500");
        }
    }
    for shape in &o.shapes {
        let id = if shape.entity.is_empty() {
            &shape.name
        } else {
            &shape.entity
        };
        if shape.entity.is_empty() == shape.name.is_empty() {
            at(
                id,
                "entity",
                "both or neither of entity and name".to_owned(),
                "one of them",
            );
        }
        if !shape.entity.is_empty() && !matches!(d.find(&shape.entity), Some(Target::Entity(_))) {
            at(id, "entity", format!("\"{}\"", shape.entity), "the id of an entity");
        }
        if !is_path(&shape.path) {
            at(id, "path", "something else".to_owned(), PATH);
        }
    }
    for line in o.disputed.iter().filter(|line| !is_path(line)) {
        let found: String = line.chars().take(20).collect();
        at("plane", "disputed", format!("\"{found}\""), PATH);
    }
    for mark in &o.marks {
        if d.entity_in(Table::Place, &mark.entity).is_none() {
            at(
                &mark.entity,
                "entity",
                format!("\"{}\"", mark.entity),
                "the id of a place",
            );
        }
        if mark.source.trim().is_empty() {
            at(
                &mark.entity,
                "source",
                "nothing".to_owned(),
                "where the position is from",
            );
        }
    }
}

/// Path data with straight lines and numbers, as far as can be told from its characters.
fn is_path(path: &str) -> bool {
    path.starts_with('M') && path.chars().all(|c| c.is_ascii_digit() || "MmLlHhVvZz -.,".contains(c))
}
