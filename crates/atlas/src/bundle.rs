//! The bundle: one document that carries every table, and the merging of authored tables into it.
//!
//! Left out: reading files. Whoever merges hands in the texts.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::value::RawValue;

use crate::problem::Problem;
use crate::row::json::Json;
use crate::row::shape::{FromJson, Reading};
use crate::row::{document, row};
use crate::tables::*;

/// The format this version writes.
pub const FORMAT: &str = "partnership-atlas/1.0";
/// How every format begins that this version reads; its minor number follows.
pub(crate) const FORMATS: &str = "partnership-atlas/1.";
/// Highest minor version whose fields this build knows.
pub(crate) const MINOR: u32 = 0;
/// Where the JSON Schema of [`FORMAT`] lies beside a published bundle, which names it in `$schema`.
pub const SCHEMA: &str = "schema/partnership-atlas-1.0.json";

document! { /// Every table, in the shape of the rows.
Bundle {
    /// `partnership-atlas/MAJOR.MINOR`.
    format: String,
    /// What the dataset is.
    dataset: DatasetRow,
    /// The source.
    source: SourceRow,
    /// Texts of pages.
    texts: TextsRow,
    /// Glossary.
    glossary: Vec<TermRow>,
    /// Vocabularies.
    vocabularies: Vec<WordRow>,
    /// Statements, in paragraph order.
    statements: Vec<StatementRow>,
    /// Units with a card.
    countries: Vec<EntityRow>,
    /// Programmes.
    programmes: Vec<EntityRow>,
    /// Actors.
    actors: Vec<EntityRow>,
    /// Places.
    places: Vec<EntityRow>,
    /// Documents.
    documents: Vec<EntityRow>,
    /// Themes.
    themes: Vec<EntityRow>,
    /// Participations.
    participations: Vec<ParticipationRow>,
    /// Permissions.
    permissions: Vec<PermissionRow>,
    /// Lines.
    lines: Vec<EntityRow>,
    /// Legs.
    legs: Vec<LegRow>,
    /// Events.
    events: Vec<EntityRow>,
    /// Relations.
    relations: Vec<RelationRow>,
    /// Gaps.
    gaps: Vec<GapRow>,
    /// Outlines for the map, or null.
    outlines: Option<Outlines>,
} }

row! { /// Outlines of the map, in plane units of a projection done at authoring time.
Outlines {
    /// Width of the plane.
    width: u32,
    /// Height of the plane.
    height: u32,
    /// Where they are from, with package and version.
    source: String,
    /// Hash of the file they were cut from.
    [serde(default, skip_serializing_if = "String::is_empty")] sha256: String,
    /// What the reader must know of the boundaries.
    note: String,
    /// One row a country.
    shapes: Vec<Shape>,
    /// Boundaries that are disputed, drawn dashed.
    [serde(default, skip_serializing_if = "Vec::is_empty")] disputed: Vec<String>,
    /// Places whose position a citable source gives.
    [serde(default, skip_serializing_if = "Vec::is_empty")] marks: Vec<Mark>,
} }

row! { /// The outline of one country.
Shape {
    /// Entity id, or empty for a neighbour that the dataset has no entity for.
    [serde(default, skip_serializing_if = "String::is_empty")] entity: String,
    /// Name, for neighbours without an entity.
    [serde(default, skip_serializing_if = "String::is_empty")] name: String,
    /// SVG path data.
    path: String,
    /// Where its label may stand: the middle of the line of text.
    label: [i32; 2],
    /// Half the width that a line of text may have there without leaving the shape; 0 where it is not known.
    [serde(default)] room: u32,
} }

row! { /// The position of a place, which the source of the dataset does not give.
Mark {
    /// Entity id.
    entity: String,
    /// To the right, in plane units.
    x: i32,
    /// Downwards, in plane units.
    y: i32,
    /// Where the position is from, with version.
    source: String,
} }

/// Authored files that make one table each; statements are many files.
pub const FILES: &[&str] = &[
    "dataset",
    "source",
    "texts",
    "glossary",
    "vocabularies",
    "countries",
    "programmes",
    "actors",
    "places",
    "documents",
    "themes",
    "participations",
    "permissions",
    "lines",
    "legs",
    "events",
    "relations",
    "gaps",
];

/// Merges authored tables into the text of a bundle, in a fixed order of fields and without white space.
///
/// `files` maps a file's name without folder and ending (`countries`, `statements/3`) to its text. Whether the result is a
/// valid dataset is for [`crate::Dataset::from_json`] to say.
///
/// # Errors
/// Where a file is missing or is not JSON.
pub fn merge(files: &BTreeMap<String, String>, statement_order: &[&str]) -> Result<String, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut parts: Vec<(&str, String)> = vec![
        ("$schema", format!("\"{SCHEMA}\"")),
        ("format", format!("\"{FORMAT}\"")),
    ];
    for &name in FILES {
        match files.get(name) {
            Some(text) => push_json(name, name, text, &mut parts, &mut problems),
            None => problems.push(Problem::new(
                name,
                "file",
                "",
                "no such file",
                format!("{name}.json beside the other tables"),
            )),
        }
        if name == "vocabularies" {
            parts.push(("statements", merged_statements(files, statement_order, &mut problems)));
        }
    }
    match files.get("outlines") {
        Some(text) => push_json("outlines", "outlines", text, &mut parts, &mut problems),
        None => parts.push(("outlines", "null".to_owned())),
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let body: Vec<String> = parts.iter().map(|(name, text)| format!("\"{name}\":{text}")).collect();
    Ok(format!("{{{}}}\n", body.join(",")))
}

fn merged_statements(files: &BTreeMap<String, String>, order: &[&str], problems: &mut Vec<Problem>) -> String {
    let mut rows: Vec<String> = Vec::new();
    for section in order {
        let name = format!("statements/{section}");
        let Some(text) = files.get(&name) else {
            problems.push(Problem::new(
                "statements",
                &name,
                "",
                "no such file",
                format!("{name}.json"),
            ));
            continue;
        };
        match serde_json::from_str::<Vec<Box<RawValue>>>(text) {
            Ok(section_rows) => rows.extend(section_rows.iter().map(|row| compact(row.get()))),
            Err(error) => problems.push(not_json("statements", &name, &error)),
        }
    }
    format!("[{}]", rows.join(","))
}

fn push_json<'a>(
    key: &'a str,
    file: &str,
    text: &str,
    parts: &mut Vec<(&'a str, String)>,
    problems: &mut Vec<Problem>,
) {
    match serde_json::from_str::<&RawValue>(text) {
        Ok(raw) => parts.push((key, compact(raw.get()))),
        Err(error) => problems.push(not_json(key, file, &error)),
    }
}

fn not_json(table: &str, file: &str, error: &serde_json::Error) -> Problem {
    Problem::new(table, file, "", error.to_string(), "a JSON document")
}

/// The same JSON without white space between tokens.
fn compact(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let (mut in_string, mut escaped) = (false, false);
    for ch in json.chars() {
        if in_string {
            out.push(ch);
            in_string = escaped || ch != '"';
            escaped = !escaped && ch == '\\';
        } else if !ch.is_ascii_whitespace() {
            in_string = ch == '"';
            out.push(ch);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compacting_keeps_strings_as_they_are() {
        assert_eq!(
            compact("{ \"a b\" : [ 1 , \"c \\\" d\\\\\" ] }"),
            "{\"a b\":[1,\"c \\\" d\\\\\"]}"
        );
    }

    #[test]
    fn missing_files_are_all_named() {
        let problems = merge(&BTreeMap::new(), &["0"]).unwrap_err();
        assert_eq!(problems.len(), FILES.len() + 1);
    }
}
