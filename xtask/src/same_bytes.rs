//! `cargo xtask same-bytes`: the site built from the last commit in two folders of different names and depths, each from nothing, and
//! compared file by file. Twice the time of a first build; the checks of every run only see to it that no folder's name is left
//! in the site.

use crate::{Outcome, process, project};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Folders under target/ in which the site is built.
const FOLDERS: [&str; 2] = ["same-bytes/a", "same-bytes/another/folder of its own"];

/// Builds twice and compares.
pub fn run() -> Outcome {
    let root = project::root()?;
    let mut sites = Vec::new();
    for folder in FOLDERS {
        let clone = root.join("target").join(folder);
        if clone.exists() {
            fs::remove_dir_all(&clone).map_err(|error| format!("emptying {}: {error}", clone.display()))?;
        }
        let clone_name = clone.to_string_lossy().into_owned();
        process::run(
            &mut process::at(&root, "git", &["clone", "--quiet", ".", &clone_name]),
            "cloning the last commit",
            "commit first",
        )?;
        let mut build = process::at(&clone, "cargo", &["xtask", "build"]);
        build.env_remove("CARGO_TARGET_DIR");
        process::run(&mut build, "building the site", "mend what it names")?;
        sites.push(files(&clone.join("dist"))?);
    }
    let [first, second] = sites.as_slice() else {
        return Ok(());
    };
    let names = first.keys().chain(second.keys());
    let different: Vec<&String> = names.filter(|name| first.get(*name) != second.get(*name)).collect();
    match different.is_empty() {
        true => {
            println!("{} files, the same bytes in both folders", first.len());
            Ok(())
        }
        false => Err(format!("not the same in both folders: {different:?}")),
    }
}

fn files(dist: &Path) -> Outcome<BTreeMap<String, Vec<u8>>> {
    let mut out = BTreeMap::new();
    for file in project::files_under(dist)? {
        let name = file.strip_prefix(dist).map_err(|error| error.to_string())?;
        out.insert(name.to_string_lossy().into_owned(), project::read_bytes(&file)?);
    }
    Ok(out)
}
