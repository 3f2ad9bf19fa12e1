//! Bytes of a first visit, as a server with brotli sends them, and what the program in it is made of. The scripts are run by Node,
//! which has brotli built in.

use crate::{Outcome, node, process, split};

/// Prints the size of each file that a first visit fetches, and the sum.
pub fn report() -> Outcome {
    node::ensure()?;
    process::run(
        &mut process::command("node tests/e2e/size.mjs")?,
        "build it first: `cargo xtask build`",
    )?;
    match split::work()?.is_dir() {
        true => process::run(&mut process::command("node bench/split.mjs")?, "see the message above"),
        false => Ok(()),
    }
}
