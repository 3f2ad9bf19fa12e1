//! Whether documents name what is there: paths, fields of rows, rows of the template. What they claim is for review.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

#[path = "support/datasets.rs"]
mod datasets;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use datasets::{read, root};

/// Every document of the project's own, by its path from the root.
fn documents() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(root().join(&folder)).expect("a folder").flatten() {
            let path = folder.join(entry.file_name());
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_made =
                ["target", "dist", "node_modules", "source"].contains(&name.as_str()) || name.starts_with('.');
            if entry.path().is_dir() && !is_made {
                folders.push(path);
            } else if name.ends_with(".md") {
                found.push(path);
            }
        }
    }
    found
}

fn in_code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split('`').skip(1).step_by(2))
}

/// Paths in code style, and where links lead, from the root or from the document's own folder.
#[test]
fn paths_named_in_documents_exist() {
    // Folders of the built site, and a kind of file.
    let made = [
        "dist/",
        "target/",
        "source/",
        "schema/",
        "plain/",
        "package/",
        "application/",
        "tests/e2e/node_modules",
    ];
    let is_path = |word: &&str| {
        word.contains('/')
            && word.bytes().all(|b| b.is_ascii_alphanumeric() || b"/._-".contains(&b))
            && !made.iter().any(|place| word.starts_with(place))
    };
    let (mut found, mut lost) = (0, Vec::new());
    // The guide for authors names files of an atlas that its reader makes.
    for document in documents().iter().filter(|path| !path.ends_with("docs/authoring.md")) {
        let text = read(&document.to_string_lossy());
        let folder = root().join(document.parent().unwrap_or(Path::new("")));
        let links = text.lines().filter(|line| !line.contains("://"));
        let links = links.flat_map(|line| {
            line.split("](")
                .skip(1)
                .filter_map(|rest| rest.split([')', '#']).next())
        });
        for word in in_code(&text)
            .filter(is_path)
            .chain(links.filter(|link| !link.is_empty()))
        {
            found += 1;
            if !root().join(word).exists() && !folder.join(word).exists() {
                lost.push(format!("{} names {word}", document.display()));
            }
        }
    }
    assert!(lost.is_empty(), "there is no such file:\n{}", lost.join("\n"));
    assert!(found > 50, "only {found} paths were found: the search is broken");
}

#[test]
fn the_code_map_names_every_module_of_the_domain() {
    let map = read("ARCHITECTURE.md");
    let rows: Vec<&str> = map.lines().filter(|line| line.starts_with("| `")).collect();
    for entry in std::fs::read_dir(root().join("crates/atlas/src"))
        .expect("a folder")
        .flatten()
    {
        let path = entry.path();
        let name = format!("`{}`", path.file_stem().unwrap_or_default().to_string_lossy());
        let is_named = name == "`lib`" || rows.iter().any(|row| row.contains(&name));
        assert!(is_named, "ARCHITECTURE.md has no row for {name}");
    }
}

#[test]
fn the_readme_of_the_data_names_every_field_of_every_row() {
    let readme = read("data/README.md");
    let schema: serde_json::Value = serde_json::from_str(&read("data/schema.json")).expect("the schema is JSON");
    let rows = schema.get("$defs").and_then(|rows| rows.as_object()).expect("rows");
    // Outlines are written by tools/map.
    let by_hand = rows
        .iter()
        .filter(|(row, _)| !["Outlines", "Shape", "Mark"].contains(&row.as_str()));
    let fields = by_hand.filter_map(|(_, row)| row.get("properties")?.as_object());
    let fields: HashSet<&String> = fields.flat_map(serde_json::Map::keys).collect();
    assert!(
        fields.len() > 60,
        "only {} fields were found: the search is broken",
        fields.len()
    );
    for field in fields {
        let is_named = readme.contains(&format!("`{field}`")) || readme.contains(&format!("\"{field}\":"));
        assert!(is_named, "data/README.md does not name the field {field}");
    }
}

/// The guide for authors shows rows of the template: what it shows is what its readers have copied.
#[test]
fn rows_shown_to_authors_stand_in_the_template() {
    let mut rows: Vec<serde_json::Value> = Vec::new();
    let mut folders = vec![root().join("examples/template")];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder)
            .expect("a folder")
            .flatten()
            .map(|entry| entry.path())
        {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "json") {
                let text = std::fs::read_to_string(&path).expect("a table");
                let table: serde_json::Value = serde_json::from_str(&text).expect("JSON");
                let table = table.get("paragraphs").unwrap_or(&table);
                rows.extend(table.as_array().into_iter().flatten().cloned());
            }
        }
    }
    let guide = read("docs/authoring.md");
    let blocks = guide
        .split("```json\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next());
    let shown: Vec<serde_json::Value> = blocks.map(|block| serde_json::from_str(block).expect(block)).collect();
    assert!(
        shown.len() >= 4,
        "only {} rows were found: the search is broken",
        shown.len()
    );
    for row in &shown {
        let row = row
            .pointer("/paragraphs/0")
            .filter(|row| row.is_object())
            .unwrap_or(row);
        assert!(rows.contains(row), "no row of the template: {row}");
    }
}
