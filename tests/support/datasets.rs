//! The datasets that tests open: the real one of `data/`, a tiny invented one, that one with permissions and a line, the example
//! that ships with the atlas, and the template that authors copy.
//!
//! Merged as the build merges them; files are read here, because the domain crate reads none. Shared by the tests of the domain
//! (`crates/atlas/tests`) and of the app (`tests`), so not every test uses all of it.

#![allow(dead_code, reason = "shared by several test binaries, each of which uses a part")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use atlas::Dataset;
use serde_json::Value;

/// The root of the workspace, from whichever package the test belongs to.
pub fn root() -> PathBuf {
    let own = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    own.ancestors()
        .find(|folder| folder.join("data/ids.txt").is_file())
        .expect("the workspace has data/ids.txt")
        .to_owned()
}

/// A text file of the workspace.
#[track_caller]
pub fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The bundle of the real dataset.
pub fn real_json() -> String {
    merged(&root().join("data"))
}

/// The real dataset.
pub fn real() -> Dataset {
    opened(&real_json())
}

/// The bundle of the invented dataset: two units, a ladder of two rungs, no permissions, no lines, no map, no lenses.
pub fn harbours_json() -> String {
    merged(&root().join("tests/fixtures/harbours"))
}

/// The invented dataset.
pub fn harbours() -> Dataset {
    opened(&harbours_json())
}

/// The invented dataset with permissions, a line and its legs: rows of `tests/fixtures/ferries` added to its tables.
pub fn ferries_json() -> String {
    let mut bundle: Value = serde_json::from_str(&harbours_json()).expect("the fixture is JSON");
    for (table, text) in files(&root().join("tests/fixtures/ferries")) {
        let rows: Vec<Value> = serde_json::from_str(&text).expect("a list of rows");
        self::rows(&mut bundle, &table).extend(rows);
    }
    bundle.to_string()
}

/// The invented dataset with permissions, a line and its legs.
pub fn ferries() -> Dataset {
    opened(&ferries_json())
}

/// The bundle of the example that ships: five units, three rungs, two lines, every state and arrangement, no map.
pub fn example_json() -> String {
    merged(&root().join(EXAMPLE))
}

/// The example that ships.
pub fn example() -> Dataset {
    opened(&example_json())
}

/// The folder of the example that ships.
pub const EXAMPLE: &str = "examples/merrow";

/// The bundle of the template that authors copy.
pub fn template_json() -> String {
    merged(&root().join("examples/template"))
}

/// The template that authors copy.
pub fn template() -> Dataset {
    opened(&template_json())
}

/// The bundle that a new author made from the guide alone.
pub fn trial_json() -> String {
    merged(&root().join("tests/fixtures/orrin"))
}

/// The template without all that a dataset may leave out: one unit, its statements, the words that every atlas needs.
pub fn bare_json() -> String {
    let mut bundle: Value = serde_json::from_str(&template_json()).expect("the template is JSON");
    for table in [
        "programmes",
        "participations",
        "permissions",
        "lines",
        "legs",
        "events",
        "relations",
        "gaps",
    ] {
        bundle[table] = Value::Array(Vec::new());
    }
    bundle["texts"]["country_sections"] = Value::Array(Vec::new());
    let groups = ["permission-kind", "permission-group"].map(Value::from);
    rows(&mut bundle, "vocabularies").retain(|word| !groups.contains(&word["group"]));
    let gone = ["first-programme", "supply-line"].map(Value::from);
    for statement in rows(&mut bundle, "statements") {
        rows(statement, "about").retain(|id| !gone.contains(id));
    }
    bundle.to_string()
}

#[track_caller]
fn rows<'a>(of: &'a mut Value, name: &str) -> &'a mut Vec<Value> {
    of[name].as_array_mut().unwrap_or_else(|| panic!("{name} is no list"))
}

/// A source by paragraph, as authors keep it: locators and texts, in order.
#[track_caller]
pub fn paragraphs_of(path: &str) -> Vec<(String, String)> {
    let copy: Value = serde_json::from_str(&read(path)).expect("JSON");
    let field = |row: &Value, name: &str| row[name].as_str().expect("a text").to_owned();
    let rows = copy["paragraphs"].as_array().expect("paragraphs").iter();
    rows.map(|row| (field(row, "id"), field(row, "text"))).collect()
}

/// Opens what must be valid.
#[track_caller]
pub fn opened(json: &str) -> Dataset {
    Dataset::from_json(json).unwrap_or_else(|problems| {
        let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("the dataset has {} problems\n{}", problems.len(), list.join("\n"))
    })
}

fn merged(folder: &Path) -> String {
    let files = files(folder);
    let order: Vec<&str> = files
        .keys()
        .filter_map(|name| name.strip_prefix("statements/"))
        .collect();
    atlas::bundle::merge(&files, &order).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// Every table by its name without folder and ending, sorted, so that sections of statements stand in order.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for (prefix, folder) in [("", folder.to_owned()), ("statements/", folder.join("statements"))] {
        let Ok(entries) = std::fs::read_dir(&folder) else {
            continue;
        };
        for path in entries.map(|entry| entry.expect("an entry").path()) {
            if path.extension().is_some_and(|ending| ending == "json") {
                let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a name");
                let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
                out.insert(format!("{prefix}{name}"), text);
            }
        }
    }
    out
}
