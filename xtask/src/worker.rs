//! The service worker's lists: which files the app needs first and which may be asked for later, each with its digest
//! (public/sw.js says what it does with them).

use crate::{Outcome, cards, hooks, inline, project};
use serde_json::{Map, Value};
use std::path::Path;

/// The worker's file in the site.
const FILE: &str = "sw.js";

/// Files that no copy holds: the worker itself, its kill switch, and what only crawlers ask for.
const NEVER: [&str; 3] = [FILE, "sw-off.js", "sitemap.xml"];

/// What the start script gets: nothing in a development build, whose files change all the time.
pub fn address(release: bool) -> String {
    if release { format!("./{FILE}") } else { String::new() }
}

/// Writes the lists into the worker.
pub fn write(staging: &Path) -> Outcome {
    let (mut first, mut other) = (Map::new(), Map::new());
    for file in project::files_under(staging)? {
        let path = file.strip_prefix(staging).map_err(|error| error.to_string())?;
        let path = path.to_string_lossy().replace('\\', "/");
        if NEVER.contains(&path.as_str()) || path.starts_with(cards::FOLDER) {
            continue;
        }
        let list = if is_first(&path) { &mut first } else { &mut other };
        let key = if path == "index.html" { "./".to_owned() } else { path };
        list.insert(key, hooks::digest(&file)?.into());
    }
    let file = staging.join(FILE);
    let mut text = project::read(&file)?;
    let lists = [("\"FIRST-FILES\"", first), ("\"OTHER-FILES\"", other)]
        .map(|(mark, list)| (mark, Value::Object(list).to_string()));
    let version = project::sha256(format!("{}{}", lists[0].1, lists[1].1).as_bytes());
    let version: String = version.chars().take(16).collect();
    for (mark, value) in lists
        .iter()
        .map(|(mark, list)| (*mark, list.as_str()))
        .chain([("SITE-VERSION", version.as_str())])
    {
        text = hooks::replace_once(&text, mark, value)?;
    }
    project::write(&file, text.as_bytes())
}

/// What a first visit fetches: it is kept at once.
fn is_first(path: &str) -> bool {
    let top = !path.contains('/') || path.starts_with("icons/");
    let kind = path.rsplit('.').next().unwrap_or_default();
    if path.starts_with(inline::PAGES) && kind == "css" {
        return true;
    }
    top && path != "one-file.html" && ["html", "js", "wasm", "svg", "png", "woff2", "webmanifest"].contains(&kind)
}

#[cfg(test)]
mod tests {
    use super::is_first;

    #[test]
    fn what_the_app_starts_from_comes_first() {
        for path in [
            "index.html",
            "a-1_bg.wasm",
            "boot.js",
            "icons/atlas-192.png",
            "a-1.woff2",
        ] {
            assert!(is_first(path), "{path}");
        }
        for path in [
            "one-file.html",
            "plain/index.html",
            "dataset.json",
            "package/gaps.csv",
            "a-1.css",
        ] {
            assert!(!is_first(path), "{path}");
        }
    }
}
