//! The build tools, each pinned, each in a folder of its own in the project's cache (`tools/<name>-<version>`): the user's own
//! stay untouched, and a second clone pays nothing. An install goes to a folder beside it and takes its name when it is
//! complete, so that a broken one is never taken for a whole one.
//!
//! Left out: Trunk's own downloads, which need a host that is not a package registry.

use crate::{Outcome, node, process, project};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program from crates.io.
struct Crate {
    name: &'static str,
    program: &'static str,
    version: String,
    options: &'static [&'static str],
    minutes: u8,
}

/// 0.22 needs a newer compiler than the one that rust-toolchain.toml pins.
const TRUNK: &str = "0.21.14";
/// Reads the marks that `wasm_split_helpers` leaves (Cargo.lock): move both together.
const WASM_SPLIT: &str = "0.2.4";
const CARGO_DENY: &str = "0.20.2";
const BINARYEN: &str = "132.0.0";
const FRICTIONLESS: &str = "5.21.0";
/// The compiler's name for the browser.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Unoptimised: these programs run for seconds, and optimising them takes twice as long as running them for a year.
const CHEAP: [(&str, &str); 5] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "false"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ("CARGO_PROFILE_RELEASE_STRIP", "none"),
];

/// Sees to everything that a build of the site needs and returns the folders to put first on PATH.
pub fn for_build() -> Outcome<Vec<PathBuf>> {
    rust_parts()?;
    let trunk = Crate {
        name: "trunk",
        program: "trunk",
        version: TRUNK.to_owned(),
        options: &["--no-default-features", "--features", "rustls"],
        minutes: 4,
    };
    let bindgen = Crate {
        name: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: locked_version("wasm-bindgen")?,
        options: &[],
        minutes: 2,
    };
    let split = Crate {
        name: "wasm_split_cli_support",
        program: "wasm-split-cli",
        version: WASM_SPLIT.to_owned(),
        options: &["--features", "build-binary"],
        minutes: 1,
    };
    let mut folders = vec![trunk.folder()?, bindgen.folder()?, split.folder()?];
    folders.extend(wasm_opt()?);
    Ok(folders)
}

/// The program that checks licences, bans and sources.
pub fn cargo_deny() -> Outcome<PathBuf> {
    let deny = Crate {
        name: "cargo-deny",
        program: "cargo-deny",
        version: CARGO_DENY.to_owned(),
        options: &["--no-default-features"],
        minutes: 2,
    };
    Ok(deny.folder()?.join("cargo-deny"))
}

/// A Python that can run `-m frictionless`, in an environment of its own.
pub fn frictionless() -> Outcome<PathBuf> {
    let home = project::cache()?
        .join("tools")
        .join(format!("frictionless-{FRICTIONLESS}"));
    if !home.join("bin/python").exists() {
        if process::find(&["python3"]).is_none() || !has_venv() {
            node::apt_install(
                &["python3", "python3-venv"],
                "Python, whose frictionless reads the data package",
            )?;
        }
        eprintln!("installing frictionless {FRICTIONLESS} from PyPI: about a minute, once");
        install(&home, |new| {
            let mut venv = Command::new("python3");
            venv.args(["-m", "venv"]).arg(new);
            process::run(&mut venv, "making a Python environment", "it needs python3 with venv")?;
            let mut pip = Command::new(new.join("bin/python"));
            pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
            pip.arg(format!("frictionless=={FRICTIONLESS}"));
            process::run(&mut pip, "installing frictionless", "it needs network")
        })?;
    }
    Ok(home.join("bin/python"))
}

/// Debian ships Python without its environments.
fn has_venv() -> bool {
    let mut probe = Command::new("python3");
    process::read(
        probe.args(["-c", "import venv, ensurepip"]),
        "asking Python for venv",
        "",
    )
    .is_ok()
}

/// The version of a package in Cargo.lock. wasm-bindgen and its program must be equal to the last digit.
fn locked_version(package: &str) -> Outcome<String> {
    let lock = project::read(&project::root()?.join("Cargo.lock"))?;
    let head = format!("name = \"{package}\"");
    lock.split("[[package]]")
        .find(|entry| entry.lines().any(|line| line == head))
        .and_then(|entry| entry.lines().find_map(|line| line.strip_prefix("version = ")))
        .map(|version| version.trim_matches('"').to_owned())
        .ok_or_else(|| format!("Cargo.lock holds no {package}: run `cargo generate-lockfile`"))
}

impl Crate {
    /// The folder with the program in it, installed now if it is not there.
    fn folder(&self) -> Outcome<PathBuf> {
        let home = project::cache()?
            .join("tools")
            .join(format!("{}-{}", self.name, self.version));
        if !home.join("bin").join(self.program).is_file() {
            install(&home, |new| self.install_into(new))?;
        }
        Ok(home.join("bin"))
    }

    fn install_into(&self, new: &Path) -> Outcome {
        let wanted = format!("{}@{}", self.name, self.version);
        if process::find(&["cargo-binstall"]).is_some() {
            eprintln!(
                "installing {} {}: the built program, if there is one",
                self.name, self.version
            );
            let mut command = Command::new("cargo");
            command.args(["binstall", "--no-confirm", "--disable-strategies", "compile", "--root"]);
            command.arg(new).arg(&wanted);
            if command.status().is_ok_and(|status| status.success()) {
                return Ok(());
            }
        }
        eprintln!(
            "installing {} {} from crates.io: about {} minutes on two cores, once",
            self.name, self.version, self.minutes
        );
        let mut command = Command::new("cargo");
        command
            .args(["install", &wanted, "--locked"])
            .args(self.options)
            .arg("--root")
            .arg(new);
        command
            .envs(CHEAP)
            .env("CARGO_TARGET_DIR", project::cache()?.join("build"));
        let advice =
            "look at the message above; it needs network and a C compiler. The same command can be run by hand";
        process::run(&mut command, &format!("installing {}", self.name), advice)
    }
}

/// wasm-opt: the pinned one from npm where there is Node, else whichever stands on PATH, else Debian's.
fn wasm_opt() -> Outcome<Option<PathBuf>> {
    let home = project::cache()?.join("tools").join(format!("binaryen-{BINARYEN}"));
    let folder = home.join("node_modules/.bin");
    if !folder.join("wasm-opt").exists() {
        if process::find(&["npm"]).is_none() {
            return match process::find(&["wasm-opt"]) {
                Some(_) => Ok(None),
                None => node::apt_install(&["binaryen"], "wasm-opt, which makes the WASM smaller").map(|()| None),
            };
        }
        eprintln!("installing binaryen {BINARYEN} (wasm-opt) from npm: some seconds, once");
        install(&home, |new| {
            let mut npm = Command::new("npm");
            npm.args([
                "install",
                "--no-save",
                "--no-audit",
                "--no-fund",
                "--loglevel=error",
                "--prefix",
            ]);
            npm.arg(new).arg(format!("binaryen@{BINARYEN}"));
            process::run(
                &mut npm,
                "installing wasm-opt",
                "it needs network; or put a wasm-opt on PATH and npm out of it",
            )
        })?;
    }
    Ok(Some(folder))
}

/// Installs into a folder beside `home` and renames it. One run at a time: a second one waits and then finds it done.
fn install(home: &Path, into: impl FnOnce(&Path) -> Outcome) -> Outcome {
    let cache = project::cache()?;
    project::create_folder(&cache.join("tools"))?;
    let refused = |error| format!("{} could not be locked: {error}", cache.display());
    let lock = File::create(cache.join("installing.lock")).map_err(refused)?;
    if lock.try_lock().is_err() {
        eprintln!("waiting for another run that is installing tools");
        lock.lock().map_err(refused)?;
    }
    if home.exists() {
        return Ok(());
    }
    let new = home.with_added_extension("partial");
    // Leavings of a run that was stopped.
    let _ = fs::remove_dir_all(&new);
    project::create_folder(&new)?;
    into(&new)?;
    fs::rename(&new, home).map_err(|error| format!("{} could not be put in place: {error}", home.display()))?;
    // Half a gigabyte that nothing needs again.
    let _ = fs::remove_dir_all(cache.join("build"));
    Ok(())
}

/// The compiler's target for the browser, and the formatter and linter, where rustup has not obeyed rust-toolchain.toml.
pub fn rust_parts() -> Outcome {
    let advice = "install Rust by rustup, then run this again";
    let mut rustc = Command::new("rustc");
    let sysroot = process::read(rustc.args(["--print", "sysroot"]), "finding the Rust compiler", advice)?;
    let sysroot = Path::new(sysroot.trim());
    if !sysroot.join("lib/rustlib").join(WASM).is_dir() {
        eprintln!("installing the Rust target {WASM}: some seconds, once");
        let mut rustup = Command::new("rustup");
        process::run(
            rustup.args(["target", "add", WASM]),
            "adding the Rust target for browsers",
            advice,
        )?;
    }
    if !sysroot.join("bin/cargo-clippy").exists() || !sysroot.join("bin/rustfmt").exists() {
        let mut rustup = Command::new("rustup");
        process::run(
            rustup.args(["component", "add", "rustfmt", "clippy"]),
            "adding rustfmt and clippy",
            advice,
        )?;
    }
    Ok(())
}
