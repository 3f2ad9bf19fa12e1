//! Bytes of a first visit, as a server with brotli would send them, and what the program in it is made of. Node measures: it has brotli built in, and a crate for it
//! would be compiled into every run.

use crate::{Outcome, node, process, project, split};

/// Prints the size of each file that a first visit fetches, and the sum.
pub fn report() -> Outcome {
    let root = project::root()?;
    let mut measure = process::at(&root, node::ensure()?, &["tests/e2e/size.mjs"]);
    process::run(
        &mut measure,
        "measuring the site",
        "build it first: `cargo xtask build`",
    )?;
    if !split::work()?.is_dir() {
        return Ok(());
    }
    let mut split = process::at(&root, node::ensure()?, &["bench/split.mjs"]);
    process::run(&mut split, "looking into the program", "see what it says above")
}
