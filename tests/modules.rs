//! Which module uses which: a lower one never a higher one, and none in a circle.
//!
//! The text is read, not the compiled program, so that paths in macros count as well. Unit tests may use what they like. Left out:
//! what happens inside a module with a folder of its own; only modules beside `lib.rs` are looked at.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

#[path = "support/datasets.rs"]
mod datasets;
#[path = "modules/paths.rs"]
mod paths;
#[path = "invariants/scan.rs"]
#[allow(dead_code, reason = "shared with tests/invariants.rs, which uses the rest")]
mod scan;

use std::collections::{BTreeMap, BTreeSet};

use paths::{Reexports, named_in};
use scan::{Source, files};

/// For each pair of modules of which the first uses the second: the lines where it does.
type Uses = BTreeMap<(String, String), Vec<String>>;

/// What stands in `lib.rs` itself.
const ROOT: &str = "lib";

#[test]
fn no_modules_of_the_domain_use_each_other() {
    no_circles("crates/atlas/src");
}

#[test]
fn no_modules_of_evidence_use_each_other() {
    no_circles("crates/evidence/src");
}

/// The layers are the rows of the table in ARCHITECTURE.md, from the top down.
#[test]
fn layers_use_only_those_below_them() {
    let layers = layers();
    let rank = |module: &String| layers.iter().position(|layer| layer == module);
    let uses = uses("src");
    let mut upwards = Vec::new();
    for ((from, to), lines) in &uses {
        if from == ROOT {
            continue;
        }
        let from_rank = rank(from).unwrap_or_else(|| panic!("ARCHITECTURE.md has no layer {from}"));
        if rank(to).is_none_or(|to_rank| to_rank <= from_rank) {
            upwards.push(format!("{from} uses {to}: {}", lines.join(", ")));
        }
    }
    assert!(
        upwards.is_empty(),
        "the layers of ARCHITECTURE.md, from the top: {}\n{}",
        layers.join(", "),
        upwards.join("\n")
    );
    assert!(uses.len() > 20, "few paths were found: mend this test");
}

/// The first column of the table under the heading of `src`.
fn layers() -> Vec<String> {
    let text = datasets::read("ARCHITECTURE.md");
    let (_, section) = text.split_once("### `src`").expect("ARCHITECTURE.md tells of src");
    let rows = section.lines().take_while(|line| !line.starts_with("### "));
    let names = rows.filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    names.map(|(name, _)| name.to_owned()).collect()
}

#[track_caller]
fn no_circles(folder: &str) {
    let uses = uses(folder);
    let circles: Vec<String> = uses
        .iter()
        .filter(|((from, to), _)| reaches(&uses, to, from))
        .map(|((from, to), lines)| format!("{from} uses {to}: {}", lines.join(", ")))
        .collect();
    assert!(circles.is_empty(), "circles in {folder}:\n{}", circles.join("\n"));
    assert!(uses.len() > 5, "few paths were found in {folder}: mend this test");
}

/// Whether one module uses another, itself or by those that it uses.
fn reaches(uses: &Uses, from: &str, to: &str) -> bool {
    let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(module) = next.pop() {
        if module == to {
            return true;
        }
        if seen.insert(module) {
            let used = uses.keys().filter(|(user, _)| user == module);
            next.extend(used.map(|(_, used)| used.as_str()));
        }
    }
    false
}

fn uses(folder: &str) -> Uses {
    let reexports = Reexports::read(folder);
    let mut uses = Uses::new();
    for source in files(folder, "rs") {
        let module = module_of(folder, &source);
        for named in named_in(&source.text, module.len()) {
            let to = reexports.module_of(&named.name);
            let from = module.first().map_or(ROOT, String::as_str);
            if to != from {
                let line = format!("{}:{}", source.path, named.line);
                uses.entry((from.to_owned(), to)).or_default().push(line);
            }
        }
    }
    uses
}

/// The path of a file's module from the root of the crate; empty for the root.
fn module_of(folder: &str, source: &Source) -> Vec<String> {
    let inside = source.path.trim_start_matches(folder).trim_start_matches('/');
    match inside.trim_end_matches(".rs") {
        "lib" | "main" => Vec::new(),
        path => path.split('/').map(str::to_owned).collect(),
    }
}
