//! Node, which runs wasm-opt, the browser walks and the measuring of sizes; and apt, for what no registry of packages holds.

use crate::{Outcome, process, project};
use std::path::Path;

/// The least major version that the packages of tests/e2e run on.
const NODE: u32 = 20;

/// Another apt may be at work, as on a machine that has just started.
const WAIT: &str = "DPkg::Lock::Timeout=300";

/// Makes sure that `node` and `npm` are on PATH: installed already, or Debian's where apt may be used.
pub fn ensure() -> Outcome {
    let fix = format!("install Node {NODE} or newer with npm, then run this again");
    if process::find(&["node"]).is_none() || process::find(&["npm"]).is_none() {
        apt_install("nodejs npm", "Node, which drives the browsers")
            .map_err(|error| format!("{error}\n  or: {fix}"))?;
    }
    let version = process::read(&mut process::command("node --version")?, &fix)?;
    let version = version.trim().trim_start_matches('v');
    match version.split('.').next().and_then(|major| major.parse::<u32>().ok()) {
        Some(major) if major >= NODE => Ok(()),
        _ => Err(format!("Node {version} is too old: {fix}")),
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
    let mut npm = process::command("npm ci --no-audit --no-fund --ignore-scripts --loglevel=error")?;
    process::run(npm.current_dir(folder), "it needs network and npm")?;
    project::write(&stamp, lock.as_bytes())
}

/// Installs Debian packages when run as root; otherwise says what is to be installed.
pub fn apt_install(packages: &str, what: &str) -> Outcome {
    let by_hand = format!("as root: apt-get install {packages} (or what your system calls it)");
    let user = process::read(&mut process::command("id -u")?, "").unwrap_or_default();
    if process::find(&["apt-get"]).is_none() || user.trim() != "0" {
        return Err(format!("missing: {what}\n  what to do: {by_hand}"));
    }
    eprintln!("installing {packages} ({what}) by apt-get: one to five minutes, once");
    let apt = format!("apt-get -q -y -o {WAIT} --no-install-recommends");
    process::run(&mut process::command(&format!("{apt} update"))?, &by_hand)?;
    let mut install = process::command(&format!("{apt} install {packages}"))?;
    process::run(install.env("DEBIAN_FRONTEND", "noninteractive"), &by_hand)
}
