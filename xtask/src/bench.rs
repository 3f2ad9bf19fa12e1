//! `cargo xtask bench`: times and bytes of the atlas beside small peers, measured in Chromium (bench/), written into
//! docs/performance.md.

use crate::{Outcome, browsers, node, process, project, site};

/// Builds the site and the peers, measures, and writes the report; `quick` takes one round and writes none.
pub fn run(quick: bool) -> Outcome {
    let root = project::root()?;
    let node = node::ensure()?;
    for folder in ["tests/e2e", "bench"] {
        node::packages(&root.join(folder))?;
    }
    let browsers = browsers::ensure(|browser| browser == "chromium")?;
    site::build()?;
    let mut measure = process::at(&root, &node, &["bench/measure.mjs"]);
    if quick {
        measure.arg("--quick");
    }
    for browser in browsers {
        measure.envs(browser.variables);
    }
    process::run(&mut measure, "the benchmark", "see what it says above")?;
    if quick {
        return Ok(());
    }
    let mut report = process::at(&root, &node, &["bench/report.mjs"]);
    process::run(&mut report, "the report of the benchmark", "see what it says above")
}
