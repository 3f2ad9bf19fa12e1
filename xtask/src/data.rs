//! The dataset's tables: merging them into the bundle, checking it, and checking its evidence against a copy of the source.
//!
//! The rules themselves are the domain crate's; this reads files and prints.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use atlas::{Dataset, Problem, Severity};

use crate::source::Source;
use crate::{Outcome, project};

/// Checks the tables of a folder, and their evidence against a copy of the source where one is given. A codebook
/// and a list of ids are checked where a folder has them.
pub fn check(folder: &Path, source: Option<&Path>) -> Outcome {
    let dataset = open_of(folder)?;
    ids_are_kept(&dataset, &folder.join("ids.txt"))?;
    if is_own(folder)? {
        codebook_names_what_is_there(&dataset, &project::root()?.join("docs/codebook.md"))?;
    } else if folder.join("codebook.md").is_file() {
        codebook_names_what_is_there(&dataset, &folder.join("codebook.md"))?;
    }
    let statements = dataset.statements().len();
    let (warnings, hints) = (dataset.warnings(), atlas::hints(&dataset));
    println!(
        "dataset {} {}: {statements} statements, no errors in the tables, {}, {}",
        dataset.about().id,
        dataset.about().version,
        counted(warnings, "warning"),
        counted(&hints, "hint")
    );
    for problem in warnings.iter().chain(&hints) {
        println!("{problem}");
    }
    match source {
        Some(file) => against(&dataset, file),
        None => {
            println!(
                "evidence: NOT CHECKED, no copy of the source given (--source FILE; for data/ in `cargo xtask test` also ATLAS_SOURCE, or source/article.json)"
            );
            Ok(())
        }
    }
}

/// The folder of the project's own tables.
pub fn own() -> Outcome<PathBuf> {
    Ok(project::root()?.join("data"))
}

/// Whether a folder is that of the project's own tables, however it is named.
fn is_own(folder: &Path) -> Outcome<bool> {
    let own = own()?;
    Ok(match (folder.canonicalize(), own.canonicalize()) {
        (Ok(folder), Ok(own)) => folder == own,
        _ => folder == own,
    })
}

/// The dataset of the project as one bundle of JSON.
pub fn bundle() -> Outcome<String> {
    bundle_of(&own()?)
}

/// The dataset of the project, opened.
pub fn open() -> Outcome<Dataset> {
    open_of(&own()?)
}

/// The tables of a folder as one bundle of JSON, whether or not they make a valid dataset.
fn bundle_of(folder: &Path) -> Outcome<String> {
    let files = atlas_files(folder)?;
    let order: Vec<&str> = files
        .keys()
        .filter_map(|name| name.strip_prefix("statements/"))
        .collect();
    atlas::bundle::merge(&files, &order).map_err(listed)
}

/// The tables of a folder, opened.
fn open_of(folder: &Path) -> Outcome<Dataset> {
    Dataset::from_json(&bundle_of(folder)?).map_err(listed)
}

/// Writes the bundle of a folder; what is no valid dataset is not written.
pub fn write(folder: &Path, out: &Path) -> Outcome {
    open_of(folder)?;
    project::write(out, bundle_of(folder)?.as_bytes())
}

/// Problems as one message: errors in their order, then warnings.
pub fn listed(problems: Vec<Problem>) -> String {
    let (errors, warnings): (Vec<Problem>, Vec<Problem>) =
        problems.into_iter().partition(|p| p.severity == Severity::Error);
    let lines = |list: &[Problem]| list.iter().map(|problem| format!("\n{problem}")).collect::<String>();
    let mut message = format!("the dataset has {}{}", counted(&errors, "error"), lines(&errors));
    if !warnings.is_empty() {
        message += &format!("\n\nand {}{}", counted(&warnings, "warning"), lines(&warnings));
    }
    message
}

/// How many problems a list stands for: the last of a long one stands for all that are not listed.
fn counted(list: &[Problem], kind: &str) -> String {
    match list.iter().map(|problem| problem.count).sum::<usize>() {
        1 => format!("1 {kind}"),
        count => format!("{count} {kind}s"),
    }
}

/// The text of every table, by its name without folder and ending, sorted (so sections of statements are in order).
fn atlas_files(folder: &Path) -> Outcome<BTreeMap<String, String>> {
    let folders = [folder.to_owned(), folder.join("statements")];
    let mut files = BTreeMap::new();
    for path in project::files_under(folder)? {
        let is_table = path.extension().is_some_and(|kind| kind == "json");
        if is_table
            && path
                .parent()
                .is_some_and(|parent| folders.iter().any(|folder| folder == parent))
        {
            let name = path
                .strip_prefix(folder)
                .map_err(|error| error.to_string())?
                .with_extension("");
            files.insert(name.to_string_lossy().replace('\\', "/"), project::read(&path)?);
        }
    }
    Ok(files)
}

/// Every id that a codebook gives as an example is one of the dataset or of its vocabularies. Names of one word are fields as often as
/// ids, and are not looked up.
fn codebook_names_what_is_there(dataset: &Dataset, codebook: &Path) -> Outcome {
    let text = project::read(codebook)?;
    let unknown: Vec<&str> = ids_in(&text)
        .into_iter()
        .filter(|id| dataset.find(id).is_none() && !dataset.words().any(|word| dataset.word(word).id == *id))
        .collect();
    match unknown.is_empty() {
        true => Ok(()),
        false => Err(format!(
            "{}: the dataset has no {}: correct the examples",
            codebook.display(),
            unknown.join(", ")
        )),
    }
}

/// Names with hyphens between backticks, each once, sorted.
fn ids_in(text: &str) -> BTreeSet<&str> {
    let is_id = |word: &&str| {
        word.contains('-')
            && word
                .split('-')
                .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
    };
    let in_code = text.lines().flat_map(|line| line.split('`').skip(1).step_by(2));
    in_code.filter(is_id).collect()
}

/// `ids.txt` is append-only: every id stands there, and what is no longer used has a successor. Only the project's own tables must
/// have one.
fn ids_are_kept(dataset: &Dataset, path: &Path) -> Outcome {
    if !path.is_file() && !is_own(path.parent().unwrap_or(path))? {
        return Ok(());
    }
    let (text, list) = (project::read(path)?, path.display());
    let mut listed = HashSet::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        let (id, successor) = line
            .split_once(" -> ")
            .map_or((line, None), |(id, successor)| (id, Some(successor)));
        listed.insert(id);
        match (dataset.find(id), successor) {
            (None, None) => {
                return Err(format!(
                    "{list}: \"{id}\" is gone from the dataset; write \"{id} -> SUCCESSOR\""
                ));
            }
            (None, Some(successor)) if dataset.find(successor).is_none() => {
                return Err(format!(
                    "{list}: the successor \"{successor}\" of \"{id}\" is not in the dataset"
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
        "{list} lacks {} ids; add a line each: {}",
        missing.len(),
        missing.join(", ")
    ))
}

fn against(dataset: &Dataset, file: &Path) -> Outcome {
    let source = Source::read(file)?;
    let found = evidence::verify(dataset, &source.by_locator());
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
    fn ids_are_not_fields_commands_or_prose() {
        let text = "`examplia-joins`, `date_words`, `cargo xtask check-data`,\n`[2001-09..2008-12]`, well-known `a-b` half-way";
        assert_eq!(ids_in(text).into_iter().collect::<Vec<_>>(), ["a-b", "examplia-joins"]);
    }

    #[test]
    fn errors_come_first_and_warnings_apart() {
        let problem = |id: &str| Problem::new("gaps", id, "why", "nothing", "a text");
        let message = listed(vec![problem("first").warning(), problem("second")]);
        assert_eq!(
            message,
            "the dataset has 1 error\nerror: gaps / second / why\n  found:    nothing\n  expected: a text\n\n\
             and 1 warning\nwarning: gaps / first / why\n  found:    nothing\n  expected: a text"
        );
    }
}
