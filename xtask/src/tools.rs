//! The build tools, each pinned, each in a folder of its own in the project's cache (`tools/<name>-<version>`): the user's own
//! stay untouched, and a second clone pays nothing. An install goes to a folder beside it and takes its name when it is
//! complete, so that a broken one is never taken for a whole one.
//!
//! Left out: Trunk's own downloads, which need a host that is not a package registry.

use crate::{Outcome, node, process, project};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

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

/// Installs everything that a build of the site needs and returns the folders to put first on PATH.
pub fn for_build() -> Outcome<Vec<PathBuf>> {
    rust_parts()?;
    let bindgen = locked_version("wasm-bindgen")?;
    let mut folders = vec![
        from_crates_io("trunk", "trunk", TRUNK, "--no-default-features --features rustls", 4)?,
        from_crates_io("wasm-bindgen-cli", "wasm-bindgen", &bindgen, "", 2)?,
        from_crates_io(
            "wasm_split_cli_support",
            "wasm-split-cli",
            WASM_SPLIT,
            "--features build-binary",
            1,
        )?,
    ];
    folders.extend(wasm_opt()?);
    Ok(folders)
}

/// The program that checks licences, bans and sources.
pub fn cargo_deny() -> Outcome<PathBuf> {
    let folder = from_crates_io("cargo-deny", "cargo-deny", CARGO_DENY, "--no-default-features", 2)?;
    Ok(folder.join("cargo-deny"))
}

/// A Python that can run `-m frictionless`, in an environment of its own.
pub fn frictionless() -> Outcome<PathBuf> {
    let home = home("frictionless", FRICTIONLESS)?;
    if !home.join("bin/python").exists() {
        // Debian ships Python without its environments.
        let probe = process::read(process::command("python3 -c")?.arg("import venv, ensurepip"), "");
        if probe.is_err() {
            node::apt_install(
                "python3 python3-venv",
                "Python, whose frictionless reads the data package",
            )?;
        }
        eprintln!("installing frictionless {FRICTIONLESS} from PyPI: about a minute, once");
        install(&home, |new| {
            let mut venv = process::command("python3 -m venv")?;
            process::run(venv.arg(new), "it needs python3 with venv")?;
            let mut pip = process::at(
                new.join("bin/python"),
                "-m pip install --quiet --disable-pip-version-check",
            )?;
            process::run(pip.arg(format!("frictionless=={FRICTIONLESS}")), "it needs network")
        })?;
    }
    Ok(home.join("bin/python"))
}

/// Where a tool is kept.
fn home(name: &str, version: &str) -> Outcome<PathBuf> {
    Ok(project::cache()?.join("tools").join(format!("{name}-{version}")))
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

/// The folder with a program of a crate in it, installed now if it is not there.
fn from_crates_io(name: &str, program: &str, version: &str, options: &str, minutes: u8) -> Outcome<PathBuf> {
    let home = home(name, version)?;
    if home.join("bin").join(program).is_file() {
        return Ok(home.join("bin"));
    }
    install(&home, |new| {
        if process::find(&["cargo-binstall"]).is_some() {
            eprintln!("installing {name} {version}: the built program, if there is one");
            let line = format!("cargo binstall --no-confirm --disable-strategies compile {name}@{version} --root");
            if process::command(&line)?
                .arg(new)
                .status()
                .is_ok_and(|status| status.success())
            {
                return Ok(());
            }
        }
        eprintln!("installing {name} {version} from crates.io: about {minutes} minutes on two cores, once");
        let mut cargo = process::command(&format!("cargo install {name}@{version} --locked {options} --root"))?;
        cargo
            .arg(new)
            .envs(CHEAP)
            .env("CARGO_TARGET_DIR", project::cache()?.join("build"));
        let fix = "see the message above; it needs network and a C compiler. The same command can be run by hand";
        process::run(&mut cargo, fix)
    })?;
    Ok(home.join("bin"))
}

/// wasm-opt: the pinned one from npm where there is Node, else the one on PATH, else Debian's.
fn wasm_opt() -> Outcome<Option<PathBuf>> {
    let home = home("binaryen", BINARYEN)?;
    let folder = home.join("node_modules/.bin");
    if folder.join("wasm-opt").exists() {
        return Ok(Some(folder));
    }
    if process::find(&["npm"]).is_none() {
        if process::find(&["wasm-opt"]).is_none() {
            node::apt_install("binaryen", "wasm-opt, which makes the WASM smaller")?;
        }
        return Ok(None);
    }
    eprintln!("installing binaryen {BINARYEN} (wasm-opt) from npm: some seconds, once");
    install(&home, |new| {
        let options = "--no-save --no-audit --no-fund --loglevel=error";
        let mut npm = process::command(&format!("npm install binaryen@{BINARYEN} {options} --prefix"))?;
        process::run(
            npm.arg(new),
            "it needs network; or put a wasm-opt on PATH and npm out of it",
        )
    })?;
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
    // What an interrupted run left.
    let _ = fs::remove_dir_all(&new);
    project::create_folder(&new)?;
    into(&new)?;
    fs::rename(&new, home).map_err(|error| format!("{} could not be put in place: {error}", home.display()))?;
    // Half a gigabyte that nothing needs again.
    let _ = fs::remove_dir_all(cache.join("build"));
    Ok(())
}

/// The compiler's folder.
pub fn sysroot() -> Outcome<PathBuf> {
    let printed = process::read(
        &mut process::command("rustc --print sysroot")?,
        "install Rust by rustup",
    )?;
    Ok(PathBuf::from(printed.trim()))
}

/// The compiler's target for the browser, and the formatter and linter, where rustup has not obeyed rust-toolchain.toml.
pub fn rust_parts() -> Outcome {
    let (sysroot, fix) = (sysroot()?, "install Rust by rustup, then run this again");
    if !sysroot.join("lib/rustlib").join(WASM).is_dir() {
        eprintln!("installing the Rust target {WASM}: some seconds, once");
        process::run(&mut process::command(&format!("rustup target add {WASM}"))?, fix)?;
    }
    if !sysroot.join("bin/cargo-clippy").exists() || !sysroot.join("bin/rustfmt").exists() {
        process::run(&mut process::command("rustup component add rustfmt clippy")?, fix)?;
    }
    Ok(())
}
