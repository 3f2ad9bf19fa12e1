//! NOTICE: what the program in `dist/` is made of besides this project's own code: crates with their licences and copyright lines, the
//! serif, the outlines of the map, and what is used for development alone. Written from cargo's own list of the browser's build and the
//! licence files of the crates; a check keeps the committed file equal.

use crate::{Outcome, process, project, tools};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const HEAD: &str = "\
Partnership Atlas
Copyright (c) 2026 Partnership Atlas contributors; LICENSE says what covers what.

Written by `cargo xtask notice`. What is served to readers contains, besides code and data of this project:

Outlines of the map, made from Natural Earth (naturalearthdata.com) by way of npm world-atlas 2.0.2. Natural Earth is in the public
domain; world-atlas is under the ISC licence, and nothing of its code is here.

The serif, newsreader-*.woff2, cut from Newsreader 1.003 (github.com/productiontype/Newsreader) by way of npm
@fontsource-variable/newsreader 5.3.0: SIL Open Font License 1.1, whose text stands at the end.

Parts of the Rust standard library (MIT OR Apache-2.0, copyright The Rust Project Developers).

Glue in JavaScript that wasm-bindgen (below) and wasm_split_cli_support 0.2.4 (MIT OR Apache-2.0, by WorldSEnder and contributors) write.

The crates below, as linked for wasm32-unknown-unknown. Where a choice is given, MIT is taken. The texts of MIT and Apache-2.0 are
LICENSE-MIT and LICENSE-APACHE; those of the others stand at the end.

";

const TAIL: &str = "\
Used for development and tests alone, and not served: the crates that cargo lists for builds, macros, xtask and tests; the npm packages
of tests/e2e, bench and tools/map with binaryen; PyPI frictionless, and fonttools and brotli of tools/font; the browsers.
";

/// A crate that is linked.
struct Linked {
    name: String,
    version: String,
    licence: String,
    copyright: BTreeSet<String>,
    /// The text of its licence file.
    text: String,
}

/// Writes NOTICE.
pub fn write() -> Outcome {
    project::write(&project::root()?.join("NOTICE"), text()?.as_bytes())
}

/// Makes sure that NOTICE is what would be written.
pub fn check() -> Outcome {
    if project::read(&project::root()?.join("NOTICE"))? == text()? {
        println!("NOTICE: names every crate of the program");
        return Ok(());
    }
    Err("NOTICE is not up to date: run `cargo xtask notice` and commit it".to_owned())
}

fn text() -> Outcome<String> {
    let crates = linked()?;
    let mut out = HEAD.to_owned();
    for one in &crates {
        out.push_str(&format!("{} {}: {}\n", one.name, one.version, one.licence));
        for line in &one.copyright {
            out.push_str(&format!("    {line}\n"));
        }
    }
    out.push('\n');
    out.push_str(TAIL);
    for licence in ["Zlib", "BSL-1.0", "Unicode-3.0"] {
        let of = crates.iter().find(|one| one.licence == licence);
        let of = of.ok_or_else(|| format!("no crate is under {licence}: take it out of the list in notice.rs"))?;
        out.push_str(&format!(
            "\n---- {licence}, as in {} ----\n\n{}\n",
            of.name,
            of.text.trim()
        ));
    }
    let font = project::read(&project::root()?.join("tools/font/OFL.txt"))?;
    out.push_str(&format!("\n---- OFL-1.1, of Newsreader ----\n\n{}\n", font.trim()));
    Ok(out)
}

/// Name and version of what cargo links for the browser, macros apart.
fn names() -> Outcome<BTreeSet<(String, String)>> {
    let arguments = [
        "tree",
        "--locked",
        "--package",
        "partnership-atlas",
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "none",
    ];
    let mut tree = process::at(&project::root()?, "cargo", &arguments);
    tree.args(["--target", tools::WASM, "--format", "{p}"]);
    let text = process::read(&mut tree, "listing the crates", "see what cargo says")?;
    let name = |line: &str| {
        let mut words = line.split(' ');
        Some((words.next()?.to_owned(), words.next()?.strip_prefix('v')?.to_owned()))
    };
    // The project's own stand in folders.
    Ok(text
        .lines()
        .filter(|line| !line.contains("(/"))
        .filter_map(name)
        .collect())
}

fn linked() -> Outcome<Vec<Linked>> {
    let names = names()?;
    let mut metadata = process::at(
        &project::root()?,
        "cargo",
        &["metadata", "--locked", "--format-version", "1"],
    );
    metadata.args(["--filter-platform", tools::WASM]);
    let text = process::read(&mut metadata, "asking cargo for the crates", "see what cargo says")?;
    let all: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let field = |package: &Value, name: &str| package.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut out = BTreeMap::new();
    for package in all.get("packages").and_then(Value::as_array).into_iter().flatten() {
        let key = (field(package, "name"), field(package, "version"));
        if !names.contains(&key) {
            continue;
        }
        let manifest = field(package, "manifest_path");
        let folder = Path::new(&manifest).parent().ok_or("a crate without a folder")?;
        let (mut copyright, text) = licences(folder)?;
        if copyright.is_empty() {
            let authors = package.get("authors").and_then(Value::as_array).into_iter().flatten();
            let authors = authors.filter_map(Value::as_str);
            let authors: Vec<&str> = authors.filter_map(|name| name.split(" <").next()).collect();
            let who = if authors.is_empty() {
                "its authors".to_owned()
            } else {
                authors.join(", ")
            };
            copyright.insert(format!("by {who}"));
        }
        let (name, version) = key.clone();
        let licence = field(package, "license").replace('/', " OR ");
        out.insert(
            key,
            Linked {
                name,
                version,
                licence,
                copyright,
                text,
            },
        );
    }
    if out.len() == names.len() {
        return Ok(out.into_values().collect());
    }
    Err(format!(
        "cargo links {} crates and describes {}",
        names.len(),
        out.len()
    ))
}

/// The copyright lines of a crate's licence files, and the text of the first file.
fn licences(folder: &Path) -> Outcome<(BTreeSet<String>, String)> {
    let mut lines = BTreeSet::new();
    let mut first = String::new();
    let is_licence = |name: &str| {
        ["license", "licence", "copying", "copyright", "notice"]
            .iter()
            .any(|start| name.starts_with(start))
    };
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    for path in files {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        if !is_licence(&name) {
            continue;
        }
        let text = project::read(&path)?;
        let all: Vec<&str> = text.lines().map(str::trim).collect();
        for (n, line) in all.iter().enumerate() {
            let plain = line.to_lowercase();
            if plain.starts_with("copyright") && line.bytes().any(|b| b.is_ascii_digit()) && !plain.contains("yyyy") {
                // Some give the year in a line of its own.
                let cut = line.ends_with(|c: char| c.is_ascii_digit());
                let next = all.get(n + 1).filter(|_| cut).copied().unwrap_or_default();
                lines.insert(format!("{line} {next}").trim().to_owned());
            }
        }
        if first.is_empty() {
            first = text;
        }
    }
    Ok((lines, first))
}
