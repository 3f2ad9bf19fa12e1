//! Datasets that ship beside the project's own: the folders of `examples/`. All of them are checked against the text that lies
//! with them; all but the template that authors copy go into the site, where `data=examples/NAME/dataset.json` opens them.

use std::path::{Path, PathBuf};

use crate::{Outcome, data, project};

/// The folder that authors copy: it is no atlas of anything.
const TEMPLATE: &str = "template";

/// Every folder of `examples/`, in alphabetical order.
fn folders() -> Outcome<Vec<PathBuf>> {
    let examples = project::root()?.join("examples");
    let entries =
        std::fs::read_dir(&examples).map_err(|error| format!("cannot read {}: {error}", examples.display()))?;
    let mut folders: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    folders.retain(|folder| folder.is_dir());
    folders.sort();
    Ok(folders)
}

/// Checks every example, the template too, with the text that lies with it.
pub fn check() -> Outcome {
    for folder in folders()? {
        data::check(&folder, Some(&folder.join("article.json")))?;
    }
    Ok(())
}

/// Writes every example but the template into the site: its bundle, and its text to read.
pub fn write(site: &Path) -> Outcome {
    for folder in folders()? {
        let name = folder.file_name().unwrap_or_default();
        if name == TEMPLATE {
            continue;
        }
        let out = site.join("examples").join(name);
        data::write(&folder, &out.join("dataset.json"))?;
        let text = project::read(&folder.join("article.md"))?;
        project::write(&out.join("article.md"), text.as_bytes())?;
    }
    Ok(())
}
