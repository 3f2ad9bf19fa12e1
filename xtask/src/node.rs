//! Node, which runs wasm-opt, the browser walks and the measuring of sizes; and apt, for what no registry of packages holds.

use crate::{Outcome, process, project};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The least major version that the packages of tests/e2e run on.
const NODE: u32 = 20;

/// Another apt may be at work, as on a machine that has just started.
const WAIT: &str = "DPkg::Lock::Timeout=300";

/// The Node on PATH, or Debian's where apt may be used.
pub fn ensure() -> Outcome<PathBuf> {
    let advice = format!("install Node {NODE} or newer with npm, then run this again");
    if process::find(&["node"]).is_none() || process::find(&["npm"]).is_none() {
        apt_install(&["nodejs", "npm"], "Node, which drives the browsers")
            .map_err(|error| format!("{error}\n  or: {advice}"))?;
    }
    let node = process::find(&["node"]).ok_or_else(|| format!("there is no Node: {advice}"))?;
    let version = process::read(
        Command::new(&node).arg("--version"),
        "asking Node for its version",
        &advice,
    )?;
    let major = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|major| major.parse::<u32>().ok());
    if major.is_some_and(|major| major >= NODE) {
        Ok(node)
    } else {
        Err(format!("Node {} is too old: {advice}", version.trim()))
    }
}

/// Installs the packages of a folder where they are not those of its lock file.
pub fn packages(folder: &Path) -> Outcome {
    let lock = project::read(&folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.installed-lock.json");
    if project::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    eprintln!(
        "installing the Node packages of {}: some seconds, once",
        folder.display()
    );
    let mut npm = process::at(
        folder,
        "npm",
        &["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"],
    );
    process::run(
        &mut npm,
        &format!("installing the Node packages of {}", folder.display()),
        "it needs network and npm",
    )?;
    project::write(&stamp, lock.as_bytes())
}

/// Installs Debian packages when run as root; otherwise says what is to be installed.
pub fn apt_install(packages: &[&str], what: &str) -> Outcome {
    let names = packages.join(" ");
    let by_hand = format!("as root: apt-get install {names} (or what your system calls it)");
    if process::find(&["apt-get"]).is_none() || !is_root() {
        return Err(format!("missing: {what}\n  what to do: {by_hand}"));
    }
    eprintln!("installing {names} ({what}) by apt-get: one to five minutes, once");
    let mut update = Command::new("apt-get");
    process::run(update.args(["-q", "-o", WAIT, "update"]), "apt-get update", &by_hand)?;
    let mut install = Command::new("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive");
    install
        .args(["-q", "-y", "-o", WAIT, "--no-install-recommends", "install"])
        .args(packages);
    process::run(&mut install, &format!("installing {names}"), &by_hand)
}

fn is_root() -> bool {
    process::read(Command::new("id").arg("-u"), "asking for the user", "").is_ok_and(|id| id.trim() == "0")
}
