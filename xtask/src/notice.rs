//! NOTICE: what the program in `dist/` is made of besides this project's own code. `notice.txt` is its frame; the crates with their
//! licences and copyright lines come from cargo and from the licence files of the crates. The same list is the release's SBOM.

use crate::{Outcome, process, project, tools};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;

/// Licences whose text is in no file of the project.
const OTHERS: [&str; 3] = ["Zlib", "BSL-1.0", "Unicode-3.0"];

/// A crate that is linked, as cargo describes it.
#[derive(Deserialize)]
pub struct Linked {
    pub name: String,
    pub version: String,
    /// A licence, or several by OR.
    #[serde(default)]
    pub license: String,
    authors: Vec<String>,
    manifest_path: PathBuf,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Linked>,
}

/// Writes NOTICE.
pub fn write() -> Outcome {
    project::write(&project::root()?.join("NOTICE"), text()?.as_bytes())
}

/// Makes sure that NOTICE is what would be written.
pub fn check() -> Outcome {
    match project::read(&project::root()?.join("NOTICE"))? == text()? {
        true => Ok(()),
        false => Err("NOTICE is not up to date: run `cargo xtask notice` and commit it".to_owned()),
    }
}

fn text() -> Outcome<String> {
    let (crates, mut list, mut texts) = (linked()?, String::new(), String::new());
    for one in &crates {
        let _ = writeln!(list, "{} {}: {}", one.name, one.version, one.license);
        for line in one.copyright()? {
            let _ = writeln!(list, "    {line}");
        }
    }
    for licence in OTHERS {
        let of = crates.iter().find(|one| one.license == licence);
        let of = of.ok_or_else(|| format!("no crate is under {licence}: remove it from the list in notice.rs"))?;
        let file = of.licence_files()?.into_iter().next();
        let text = project::read(&file.ok_or_else(|| format!("{} has no licence file", of.name))?)?;
        let _ = write!(texts, "\n---- {licence}, as in {} ----\n\n{}\n", of.name, text.trim());
    }
    let font = project::read(&project::root()?.join("tools/font/OFL.txt"))?;
    let frame = include_str!("../notice.txt").replace("{crates}", &list);
    Ok(format!(
        "{frame}{texts}\n---- OFL-1.1, of Newsreader ----\n\n{}\n",
        font.trim()
    ))
}

/// The crates that cargo links for the browser, by name; macros and the project's own are left out.
pub fn linked() -> Outcome<Vec<Linked>> {
    let options = format!(
        "--locked --edges normal,no-proc-macro --target {} --prefix none",
        tools::WASM
    );
    let mut tree = process::command(&format!("cargo tree -p partnership-atlas {options} --format {{p}}"))?;
    let tree = process::read(&mut tree, "see what cargo says")?;
    let names: BTreeSet<(&str, &str)> = tree
        .lines()
        .filter(|line| !line.contains("(/"))
        .filter_map(|line| line.split_once(" v"))
        .map(|(name, rest)| (name, rest.split(' ').next().unwrap_or_default()))
        .collect();
    let mut metadata = process::command("cargo metadata --locked --format-version 1 --filter-platform")?;
    let metadata = process::read(metadata.arg(tools::WASM), "see what cargo says")?;
    let Metadata { mut packages } = serde_json::from_str(&metadata).map_err(|error| error.to_string())?;
    packages.retain(|one| names.contains(&(one.name.as_str(), one.version.as_str())));
    packages.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    for one in &mut packages {
        one.license = one.license.replace('/', " OR ");
    }
    match packages.len() == names.len() {
        true => Ok(packages),
        false => Err(format!(
            "cargo links {} crates and describes {}",
            names.len(),
            packages.len()
        )),
    }
}

impl Linked {
    fn licence_files(&self) -> Outcome<Vec<PathBuf>> {
        let folder = self.manifest_path.parent().ok_or("a crate without a folder")?;
        let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        files.retain(|file| {
            let name = project::file_name(file).to_lowercase();
            let starts = ["license", "licence", "copying", "copyright", "notice"];
            file.is_file() && starts.iter().any(|start| name.starts_with(start))
        });
        files.sort();
        Ok(files)
    }

    /// The copyright lines of its licence files, else its authors.
    fn copyright(&self) -> Outcome<BTreeSet<String>> {
        let mut out = BTreeSet::new();
        for file in self.licence_files()? {
            let text = project::read(&file)?;
            let mut lines = text.lines().map(str::trim).peekable();
            while let Some(line) = lines.next() {
                let plain = line.to_lowercase();
                if plain.starts_with("copyright")
                    && line.contains(|c: char| c.is_ascii_digit())
                    && !plain.contains("yyyy")
                {
                    // Some give the year in a line of its own.
                    let cut = line.ends_with(|c: char| c.is_ascii_digit());
                    let next = lines.peek().filter(|_| cut).copied().unwrap_or_default();
                    out.insert(format!("{line} {next}").trim().to_owned());
                }
            }
        }
        if out.is_empty() {
            let names: Vec<&str> = self.authors.iter().filter_map(|name| name.split(" <").next()).collect();
            out.insert(match names.is_empty() {
                true => "by its authors".to_owned(),
                false => format!("by {}", names.join(", ")),
            });
        }
        Ok(out)
    }
}
