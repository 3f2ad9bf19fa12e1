//! Merges `data/` into the dataset that is embedded, through the code that opens any dataset, and stops with the whole list of
//! problems where there are some. Beside it a list of the examples that the finished site carries: where each lies, and its title.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The folder of examples that is there to be copied: the site does not carry it.
const TEMPLATE: &str = "template";

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=examples");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    let written = embed(Path::new("data"), &out.join("dataset.json"))
        .and_then(|()| list(Path::new("examples"), &out.join("examples.txt")));
    if let Err(message) = written {
        for line in message.lines() {
            println!("cargo::error={line}");
        }
    }
}

fn embed(data: &Path, out: &Path) -> Result<(), String> {
    let (bundle, _) = opened(data)?;
    write(out, &bundle)
}

/// A line an example: its path in the site, a tab, its title, which stands in its data.
fn list(examples: &Path, out: &Path) -> Result<(), String> {
    let entries =
        std::fs::read_dir(examples).map_err(|error| format!("cannot read {}: {error}", examples.display()))?;
    let mut lines = Vec::new();
    for folder in entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()) {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name != TEMPLATE {
            let (_, dataset) = opened(&folder)?;
            lines.push(format!("examples/{name}/dataset.json\t{}\n", dataset.about().title));
        }
    }
    lines.sort();
    write(out, &lines.concat())
}

fn opened(folder: &Path) -> Result<(String, atlas::Dataset), String> {
    let files = read(folder)?;
    let sections: Vec<&str> = files
        .keys()
        .filter_map(|name| name.strip_prefix("statements/"))
        .collect();
    let bundle = atlas::bundle::merge(&files, &sections).map_err(|problems| listed(folder, &problems))?;
    let dataset = atlas::Dataset::from_json(&bundle).map_err(|problems| listed(folder, &problems))?;
    Ok((bundle, dataset))
}

fn write(out: &Path, text: &str) -> Result<(), String> {
    std::fs::write(out, text).map_err(|error| format!("cannot write {}: {error}", out.display()))
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

fn listed(folder: &Path, problems: &[atlas::Problem]) -> String {
    let lines = problems
        .iter()
        .map(|problem| format!("{}: {problem}", folder.display()));
    lines.collect::<Vec<_>>().join("\n")
}
