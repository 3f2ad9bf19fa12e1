//! The walks through the built site in real browsers (tests/e2e): sees to Node, its packages and the browsers, then hands over.

use crate::{Outcome, browsers, node, process, project, site};

/// Runs the walks named, or all of them; names of browsers narrow the browsers.
pub fn run(names: &[&str]) -> Outcome {
    let root = project::root()?;
    let folder = root.join("tests/e2e");
    let node = node::ensure()?;
    node::packages(&folder)?;
    let narrowed = names.iter().any(|name| browsers::is_browser(name));
    let browsers = browsers::ensure(|browser| !narrowed || names.contains(&browser))?;
    if !project::dist()?.join("index.html").is_file() {
        site::build()?;
    }
    let mut walks = process::at(&root, node, &["tests/e2e/run.mjs"]);
    walks.args(names);
    let at_hand: Vec<&str> = browsers.iter().map(|browser| browser.name).collect();
    walks.env("ATLAS_BROWSERS", at_hand.join(","));
    for browser in browsers {
        walks.envs(browser.variables);
    }
    process::run(
        &mut walks,
        "the walks through the site",
        "see the walks marked as failed above; run one by `cargo xtask e2e NAME`",
    )
}
