//! The dataset's tables: merging them into the bundle, checking it, and checking its evidence against a copy of the source.
//!
//! The rules themselves are the domain crate's; this reads files and prints.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use atlas::{Dataset, Problem, Severity};

use crate::source::Source;
use crate::{Outcome, agreement, documents, project, schema};

/// Checks the dataset, and its evidence against a copy of the article where one is given.
pub fn check(source: Option<&Path>) -> Outcome {
    let dataset = open()?;
    ids_are_kept(&dataset)?;
    documents::check(&dataset)?;
    schema::check()?;
    agreement::check(&dataset)?;
    let statements = dataset.statements().len();
    println!(
        "dataset {} {}: {statements} statements, no errors, {} warnings",
        dataset.about().id,
        dataset.about().version,
        dataset.warnings().len()
    );
    for warning in dataset.warnings() {
        println!("{warning}");
    }
    match source {
        Some(file) => against(&dataset, file),
        None => {
            println!(
                "evidence: NOT CHECKED, no copy of the article given (--source FILE, ATLAS_SOURCE, or source/article.json)"
            );
            Ok(())
        }
    }
}

/// The dataset as one bundle of JSON.
pub fn bundle() -> Outcome<String> {
    let folder = project::root()?.join("data");
    let files = atlas_files(&folder)?;
    let order: Vec<&str> = files
        .keys()
        .filter_map(|name| name.strip_prefix("statements/"))
        .collect();
    atlas::bundle::merge(&files, &order).map_err(listed)
}

/// The dataset, opened.
pub fn open() -> Outcome<Dataset> {
    Dataset::from_json(&bundle()?).map_err(listed)
}

/// Problems as one message: errors in their order, then warnings.
pub fn listed(problems: Vec<Problem>) -> String {
    let (errors, warnings): (Vec<Problem>, Vec<Problem>) =
        problems.into_iter().partition(|p| p.severity == Severity::Error);
    let lines = |list: &[Problem]| list.iter().map(|problem| format!("\n{problem}")).collect::<String>();
    let counted = |list: &[Problem], kind| match list.len() {
        1 => format!("1 {kind}"),
        count => format!("{count} {kind}s"),
    };
    let mut message = format!("the dataset has {}{}", counted(&errors, "error"), lines(&errors));
    if !warnings.is_empty() {
        message += &format!("\n\nand {}{}", counted(&warnings, "warning"), lines(&warnings));
    }
    message
}

/// Every `.json` under `folder`, by its name without folder and ending, sorted (so sections of statements stand in order).
fn atlas_files(folder: &Path) -> Outcome<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for (prefix, folder) in [("", folder.to_owned()), ("statements/", folder.join("statements"))] {
        let entries =
            std::fs::read_dir(&folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
        for path in entries
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|e| e == "json"))
        {
            let name = path
                .file_stem()
                .and_then(|stem| stem.to_str())
                .unwrap_or_default()
                .to_owned();
            let text =
                std::fs::read_to_string(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
            files.insert(format!("{prefix}{name}"), text);
        }
    }
    Ok(files)
}

/// `data/ids.txt` is append-only: every id stands there, and what is no longer used has a successor.
fn ids_are_kept(dataset: &Dataset) -> Outcome {
    let path = project::root()?.join("data/ids.txt");
    let text = std::fs::read_to_string(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    let mut listed = HashSet::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        let (id, successor) = line
            .split_once(" -> ")
            .map_or((line, None), |(id, successor)| (id, Some(successor)));
        listed.insert(id);
        match (dataset.find(id), successor) {
            (None, None) => {
                return Err(format!(
                    "data/ids.txt: \"{id}\" is gone from the dataset; write \"{id} -> SUCCESSOR\""
                ));
            }
            (None, Some(successor)) if dataset.find(successor).is_none() => {
                return Err(format!(
                    "data/ids.txt: the successor \"{successor}\" of \"{id}\" is not in the dataset"
                ));
            }
            _ => {}
        }
    }
    let missing: Vec<&str> = dataset.ids().filter(|id| !listed.contains(id)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(format!(
        "data/ids.txt lacks {} ids; add a line each: {}",
        missing.len(),
        missing.join(", ")
    ))
}

fn against(dataset: &Dataset, file: &Path) -> Outcome {
    let source = Source::read(file)?;
    let found = atlas::evidence::verify(dataset, &source.by_locator());
    println!(
        "evidence: {} places and {} terms looked up in {} paragraphs, {} quotes, {} fingerprints each tried on {} sentences \
         ({} of a sentence that stands there twice), {} without either; {} fail",
        found.evidences,
        found.terms,
        source.paragraphs().len(),
        found.quotes,
        found.fingerprints,
        found.sentences,
        found.twins,
        found.unmarked,
        found.problems.len()
    );
    if found.unmarked > 0 {
        return Err(format!(
            "{} evidences have neither fingerprint nor quote: `cargo xtask fingerprints --source FILE` writes them",
            found.unmarked
        ));
    }
    if found.problems.is_empty() {
        Ok(())
    } else {
        Err(listed(found.problems))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_come_first_and_warnings_apart() {
        let problem = |id: &str| Problem::new("gaps", id, "why", "nothing", "a text");
        let told = listed(vec![problem("first").warning(), problem("second")]);
        assert_eq!(
            told,
            "the dataset has 1 error\nerror: gaps / second / why\n  found:    nothing\n  expected: a text\n\n\
             and 1 warning\nwarning: gaps / first / why\n  found:    nothing\n  expected: a text"
        );
    }
}
