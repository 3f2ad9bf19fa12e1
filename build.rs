//! Merges `data/` into the dataset that is embedded, through the code that opens any dataset, and stops with the whole list of
//! problems where there are some.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rerun-if-changed=data");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default()).join("dataset.json");
    if let Err(message) = embed(Path::new("data"), &out) {
        for line in message.lines() {
            println!("cargo::error={line}");
        }
    }
}

fn embed(data: &Path, out: &Path) -> Result<(), String> {
    let files = read(data)?;
    let sections: Vec<&str> = files
        .keys()
        .filter_map(|name| name.strip_prefix("statements/"))
        .collect();
    let bundle = atlas::bundle::merge(&files, &sections).map_err(|problems| listed(&problems))?;
    atlas::Dataset::from_json(&bundle).map_err(|problems| listed(&problems))?;
    std::fs::write(out, bundle).map_err(|error| format!("cannot write {}: {error}", out.display()))
}

/// Every table by its name without folder and ending, sorted, so that sections of statements stand in order.
fn read(data: &Path) -> Result<BTreeMap<String, String>, String> {
    let mut files = BTreeMap::new();
    for (prefix, folder) in [("", data.to_owned()), ("statements/", data.join("statements"))] {
        let entries =
            std::fs::read_dir(&folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
        for path in entries
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|e| e == "json"))
        {
            let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            let text =
                std::fs::read_to_string(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
            files.insert(format!("{prefix}{name}"), text);
        }
    }
    Ok(files)
}

fn listed(problems: &[atlas::Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
