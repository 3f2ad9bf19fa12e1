//! The walks through the built site in real browsers (tests/e2e): sees to Node, its packages and the browsers, then hands over.

use crate::{Outcome, browsers, node, process, project, site};

/// Runs the walks named, or all of them; names of browsers narrow the browsers.
pub fn run(names: &[&str]) -> Outcome {
    node::ensure()?;
    node::packages(&project::root()?.join("tests/e2e"))?;
    let narrowed = names.iter().any(|name| browsers::is_browser(name));
    let browsers = browsers::ensure(|browser| !narrowed || names.contains(&browser))?;
    if !project::dist()?.join("index.html").is_file() {
        site::build()?;
    }
    let mut walks = process::command("node tests/e2e/run.mjs")?;
    let installed: Vec<&str> = browsers.iter().map(|browser| browser.name).collect();
    walks.args(names).env("ATLAS_BROWSERS", installed.join(","));
    walks.envs(browsers.into_iter().flat_map(|browser| browser.variables));
    process::run(
        &mut walks,
        "see the walks marked as failed above; run one by `cargo xtask e2e NAME`",
    )
}
