//! Whether documents say what is. Ids that the codebook names must stand in the dataset: an example that is gone teaches nothing.
//! The tests below hold the other documents to the code: paths, modules, fields, tasks.

use std::collections::HashSet;
use std::path::PathBuf;

use atlas::Dataset;

use crate::{Outcome, project};

/// The project's documents whose examples are ids.
const DOCUMENTS: [&str; 2] = ["docs/codebook.md", "docs/agreement/disagreements.md"];

/// Looks at the project's own documents.
pub fn check(d: &Dataset) -> Outcome {
    let root = project::root()?;
    ids_stand(d, &DOCUMENTS.map(|document| root.join(document)))
}

/// Finds every word in code style that has the form of an id of several words, and looks it up.
pub fn ids_stand(d: &Dataset, documents: &[PathBuf]) -> Outcome {
    let mut faults = Vec::new();
    let mut named = 0;
    for document in documents {
        let text = project::read(document)?;
        let document = document.file_name().unwrap_or_default().to_string_lossy();
        let ids = ids_in(&text);
        named += ids.len();
        let unknown = ids.into_iter().filter(|id| !is_known(d, id));
        faults.extend(unknown.map(|id| format!("{document}: the dataset has no \"{id}\"")));
    }
    if faults.is_empty() {
        println!("codebook: all of {named} ids named in it stand in the dataset");
        return Ok(());
    }
    Err(format!("the codebook has drifted\n{}", faults.join("\n")))
}

/// Names with hyphens between backticks, each once, sorted. Names of one word are fields as often as ids, so they are let be.
fn ids_in(text: &str) -> Vec<&str> {
    let is_id = |word: &&str| {
        word.contains('-')
            && word
                .split('-')
                .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
    };
    let unique: HashSet<&str> = in_code(text).filter(is_id).collect();
    let mut ids: Vec<&str> = unique.into_iter().collect();
    ids.sort_unstable();
    ids
}

/// What stands between backticks, line by line.
fn in_code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split('`').skip(1).step_by(2))
}

fn is_known(d: &Dataset, id: &str) -> bool {
    d.find(id).is_some() || d.words().any(|word| d.word(word).id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn root() -> PathBuf {
        project::root().expect("cargo sets CARGO_MANIFEST_DIR for tests")
    }

    #[track_caller]
    fn read(document: &str) -> String {
        project::read(&root().join(document)).expect(document)
    }

    #[test]
    fn ids_are_told_from_fields_and_commands() {
        let text = "`examplia-joins`, `date_words`, `holds`, `cargo xtask check-data`,\n`[2001-09..2008-12]`, `examplia-joins`.";
        assert_eq!(ids_in(text), ["examplia-joins"]);
    }

    #[test]
    fn words_outside_code_are_no_ids() {
        assert_eq!(ids_in("well-known `a-b` half-way `c-d` so-called"), ["a-b", "c-d"]);
    }

    /// Paths in code style, and where links lead, from the root or from the document's own folder.
    #[test]
    fn paths_named_in_documents_exist() {
        let made = ["dist/", "target/", "source/", "schema/", "tests/e2e/node_modules"];
        let is_path = |word: &&str| {
            word.contains('/')
                && word.bytes().all(|b| b.is_ascii_alphanumeric() || b"/._-".contains(&b))
                && !made.iter().any(|place| word.starts_with(place))
        };
        let links = |line: &'static str| line.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        let mut found = 0;
        for document in [
            "README.md",
            "ARCHITECTURE.md",
            "CONTRIBUTING.md",
            "CHANGELOG.md",
            "LICENSE",
            "SECURITY.md",
        ]
        .into_iter()
        .chain([
            "data/README.md",
            "docs/codebook.md",
            "docs/decisions.md",
            "docs/security.md",
            "docs/agreement/disagreements.md",
        ]) {
            let text: &'static str = read(document).leak();
            let folder = root().join(Path::new(document).parent().unwrap_or(Path::new("")));
            let inner = text.lines().filter(|line| !line.contains("://")).flat_map(links);
            let words = in_code(text).filter(is_path).chain(inner);
            for word in words {
                found += 1;
                let exists = root().join(word).exists() || folder.join(word).exists();
                assert!(exists, "{document} names {word}, which does not exist");
            }
        }
        assert!(found > 50, "only {found} paths were found: the search has lost its way");
    }

    #[test]
    fn the_codemap_names_every_module_of_the_domain_and_every_layer_of_the_app() {
        let map = read("ARCHITECTURE.md");
        for folder in ["crates/atlas/src", "src"] {
            for entry in std::fs::read_dir(root().join(folder)).expect(folder).flatten() {
                let path = entry.path();
                let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                let is_named = ["lib", "main"].contains(&name.as_str()) || map.contains(&format!("| `{name}` |"));
                assert!(is_named, "ARCHITECTURE.md has no row for {folder}/{name}");
            }
        }
    }

    #[test]
    fn the_readme_of_the_data_names_every_field_of_every_row() {
        let readme = read("data/README.md");
        let rows = read("crates/atlas/src/tables.rs");
        // After the macro, a field is a line `name: Type,`, with its attributes before it.
        let (_, rows) = rows.split_once("row! { ///").expect("the rows");
        let fields = rows.lines().filter(|line| !line.contains("///")).filter_map(|line| {
            let (before, _) = line.strip_suffix(',')?.rsplit_once(": ")?;
            before.rsplit(' ').next().map(|name| name.trim_end_matches('_'))
        });
        let fields: HashSet<&str> = fields.collect();
        assert!(
            fields.len() > 60,
            "only {} fields were found: the search has lost its way",
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
        let template = root().join("examples/template");
        let mut rows: Vec<serde_json::Value> = Vec::new();
        for file in project::files_under(&template).expect("the template") {
            if file.extension().is_some_and(|kind| kind == "json") {
                let table: serde_json::Value =
                    serde_json::from_str(&project::read(&file).expect("a table")).expect("JSON");
                let table = table.get("paragraphs").unwrap_or(&table);
                rows.extend(table.as_array().into_iter().flatten().cloned());
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
            "only {} rows were found: the search has lost its way",
            shown.len()
        );
        for row in shown {
            let inner = row.get("paragraphs").and_then(|rows| rows.get(0));
            let row = inner.filter(|row| row.is_object()).unwrap_or(&row);
            assert!(rows.contains(row), "no row of the template: {row}");
        }
    }

    #[test]
    fn the_guide_for_contributors_names_every_task() {
        let guide = read("CONTRIBUTING.md");
        let tasks = crate::HELP.lines().filter_map(|line| line.strip_prefix("cargo xtask "));
        for task in tasks.filter_map(|rest| rest.split([' ', ',']).next()) {
            assert!(
                guide.contains(&format!("`cargo xtask {task}")),
                "CONTRIBUTING.md does not name {task}"
            );
        }
        for step in crate::checks::names().split(", ") {
            assert!(guide.contains(step), "CONTRIBUTING.md does not name the step {step}");
        }
    }
}
