//! The browsers that the walks need: installed ones first, else apt's, else skipped with a warning. Under CI a missing one is a failure.

use crate::{Outcome, node, process, project};
use std::env;
use std::fs;
use std::path::PathBuf;

/// A browser that walks can be run in, and where its parts are.
pub struct Browser {
    pub name: &'static str,
    /// Environment variables for the walks, and their values.
    pub variables: Vec<(&'static str, PathBuf)>,
}

type Find = fn() -> Option<Vec<(&'static str, PathBuf)>>;

const KINDS: [(&str, Find, &str); 3] = [
    ("chromium", chromium, "chromium"),
    ("firefox", firefox, "firefox-esr"),
    ("webkit", webkit, "webkit2gtk-driver xvfb"),
];

/// Whether a name is that of a browser, and not of a walk.
pub fn is_browser(name: &str) -> bool {
    KINDS.iter().any(|kind| kind.0 == name)
}

/// The browsers at hand, after what is missing has been installed where that is possible.
pub fn ensure(wanted: impl Fn(&str) -> bool) -> Outcome<Vec<Browser>> {
    let mut browsers = Vec::new();
    for (name, find, packages) in KINDS.into_iter().filter(|kind| wanted(kind.0)) {
        if find().is_none()
            && let Err(error) = node::apt_install(packages, &format!("the browser {name}, for the walks"))
        {
            if project::in_ci() {
                return Err(error);
            }
            eprintln!("SKIPPED: the walks in {name}. {error}");
        }
        match find() {
            Some(variables) => browsers.push(Browser { name, variables }),
            None if project::in_ci() => return Err(format!("{name} is not where its package usually puts it")),
            None => {}
        }
    }
    Ok(browsers)
}

fn named(variable: &'static str, names: &[&str]) -> Option<Vec<(&'static str, PathBuf)>> {
    let own = env::var_os(variable).map(PathBuf::from);
    own.or_else(|| process::find(names)).map(|path| vec![(variable, path)])
}

fn chromium() -> Option<Vec<(&'static str, PathBuf)>> {
    named(
        "ATLAS_CHROMIUM",
        &["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
    )
}

fn firefox() -> Option<Vec<(&'static str, PathBuf)>> {
    named("ATLAS_FIREFOX", &["firefox-esr", "firefox"])
}

/// WebKit takes three parts: the driver, the small browser that it drives, and a screen that is not there.
fn webkit() -> Option<Vec<(&'static str, PathBuf)>> {
    Some(vec![
        ("ATLAS_WEBKIT_DRIVER", process::find(&["WebKitWebDriver"])?),
        ("ATLAS_WEBKIT", mini_browser()?),
        ("ATLAS_XVFB", process::find(&["Xvfb"])?),
    ])
}

/// Debian keeps the small browser in `/usr/lib/MACHINE/webkit2gtk-VERSION/`, where no PATH leads.
fn mini_browser() -> Option<PathBuf> {
    let folders = |folder: PathBuf| {
        fs::read_dir(folder)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
    };
    folders(PathBuf::from("/usr/lib"))
        .flat_map(folders)
        .filter(|folder| folder.to_string_lossy().contains("webkit2gtk-4"))
        .map(|folder| folder.join("MiniBrowser"))
        .filter(|file| file.is_file())
        .max()
}
