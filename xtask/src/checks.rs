//! `cargo xtask test`: every check in order, each under its heading, all of them even when one fails.

use crate::{Outcome, data, e2e, examples, notice, package, process, project, site, size, tools};
use std::env;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

/// A check: its name on the command line, its heading, what it does.
type Step = (&'static str, &'static str, fn() -> Outcome);

const STEPS: [Step; 11] = [
    ("fmt", "Formatting", fmt),
    ("clippy", "Lints, native", clippy),
    ("clippy-wasm", "Lints, in the browser", clippy_wasm),
    ("doc", "Documentation", doc),
    ("deny", "Licences, bans, sources of crates", deny),
    ("cargo-test", "Tests of domain, pages and tasks", cargo_test),
    ("data", "The dataset, the examples and their evidence", dataset),
    ("build", "The site in release", site::build),
    ("package", "The data package, by Frictionless", package::check),
    ("size", "Bytes of a first visit", size::report),
    ("e2e", "Walks in real browsers", || e2e::run(&[])),
];

/// The names of all steps, in order.
pub fn names() -> String {
    STEPS.map(|step| step.0).join(", ")
}

/// Runs the steps named, or all. The last line counts steps; the error is empty, because each step has printed its own.
#[expect(
    clippy::disallowed_methods,
    reason = "what each check takes is of interest to whoever waits for it"
)]
pub fn run(wanted: &[&str]) -> Outcome {
    if let Some(unknown) = wanted.iter().find(|name| !STEPS.iter().any(|step| step.0 == **name)) {
        return Err(format!("no such step: {unknown}. Steps: {}", names()));
    }
    let steps = STEPS
        .iter()
        .filter(|step| wanted.is_empty() || wanted.contains(&step.0));
    let mut lines = Vec::new();
    let mut failed = 0;
    for (name, heading, check) in steps {
        println!("\n=== {heading} ({name})");
        let start = Instant::now();
        let outcome = check();
        let seconds = start.elapsed().as_secs_f64();
        if let Err(error) = &outcome {
            eprintln!("error: {error}");
            failed += 1;
        }
        let verdict = if outcome.is_ok() { "passed" } else { "FAILED" };
        println!("--- {name}: {verdict} after {seconds:.1} s");
        lines.push(format!("{verdict}  {seconds:7.1} s  {heading} ({name})"));
    }
    println!("\nSteps:\n{}", lines.join("\n"));
    println!("{} passed, {failed} failed", lines.len() - failed);
    if failed == 0 { Ok(()) } else { Err(String::new()) }
}

/// A cargo command; under CI it fails if Cargo.lock is out of date.
fn cargo(task: &str, options: &str) -> Outcome<Command> {
    let locked = if project::in_ci() { "--locked" } else { "" };
    process::command(&format!("cargo {task} {locked} {options}"))
}

fn fmt() -> Outcome {
    process::run(
        &mut process::command("cargo fmt --all --check")?,
        "run `cargo fmt --all`",
    )
}

fn clippy() -> Outcome {
    let mut clippy = cargo("clippy", "--workspace --all-targets -- -D warnings")?;
    process::run(&mut clippy, "correct what clippy names")
}

fn clippy_wasm() -> Outcome {
    tools::rust_parts()?;
    let options = "--package partnership-atlas --lib --bins -- -D warnings";
    let mut clippy = cargo("clippy", &format!("--target {} {options}", tools::WASM))?;
    // As the site is built: in parts.
    clippy.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "--cfg=erase_components --cfg=split",
    );
    process::run(&mut clippy, "correct what clippy names")
}

fn doc() -> Outcome {
    let mut doc = cargo("doc", "--workspace --no-deps --document-private-items")?;
    process::run(doc.env("RUSTDOCFLAGS", "-D warnings"), "correct what rustdoc names")
}

fn deny() -> Outcome {
    println!(
        "not checked here: advisories, whose database is in no package registry (`cargo deny check advisories` where it can be had)"
    );
    let mut deny = process::at(tools::cargo_deny()?, "check bans licenses sources")?;
    process::run(&mut deny, "see deny.toml, which gives the reason of each rule")?;
    notice::check()
}

fn cargo_test() -> Outcome {
    process::run(&mut cargo("test", "--workspace")?, "see the tests that failed above")
}

fn dataset() -> Outcome {
    data::check(&data::own()?, article()?.as_deref())?;
    examples::check()
}

/// A copy of the article, where there is one: named by ATLAS_SOURCE, or in the git-ignored source/.
fn article() -> Outcome<Option<PathBuf>> {
    if let Some(named) = env::var_os("ATLAS_SOURCE").filter(|value| !value.is_empty()) {
        return Ok(Some(project::root()?.join(named)));
    }
    let own = project::root()?.join("source/article.json");
    Ok(own.is_file().then_some(own))
}
