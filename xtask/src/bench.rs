//! `cargo xtask bench`: times and bytes of the atlas beside small peers, measured in Chromium (bench/), written into
//! docs/performance.md.

use crate::{Outcome, browsers, node, process, project, site};

/// Builds the site and the peers, measures, and writes the report; `quick` takes one round and writes none.
pub fn run(quick: bool) -> Outcome {
    node::ensure()?;
    for folder in ["tests/e2e", "bench"] {
        node::packages(&project::root()?.join(folder))?;
    }
    let browsers = browsers::ensure(|browser| browser == "chromium")?;
    site::build()?;
    let mut measure = process::command(&format!(
        "node bench/measure.mjs {}",
        if quick { "--quick" } else { "" }
    ))?;
    measure.envs(browsers.into_iter().flat_map(|browser| browser.variables));
    process::run(&mut measure, "see the message above")?;
    match quick {
        true => Ok(()),
        false => process::run(&mut process::command("node bench/report.mjs")?, "see the message above"),
    }
}
