//! Building and serving the site, by Trunk with the project's tools first on PATH.

use crate::{Outcome, process, project, split, tools};
use std::env;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::Command;

const PORT: u16 = 8080;

/// Trunk's usual messages, but for one: its minifier does not know the form of wasm-bindgen's exports, leaves the file as it
/// is, which is fine, and warns about it in every build.
const LOG: &str = "error,trunk=info,trunk::processing::minify=error";

/// Builds the site in release into dist/.
pub fn build() -> Outcome {
    let mut trunk = trunk("build")?;
    println!("building the site: three minutes the first time on two cores, seconds afterwards");
    process::run(&mut trunk, "correct what the compiler or Trunk names above")?;
    no_path_left()
}

/// Files of the site speak of no folder of this machine: the same sources are to give the same bytes everywhere.
fn no_path_left() -> Outcome {
    let root = project::root()?;
    let mut folders = vec![root.clone()];
    folders.extend(cargo_home().map(|home| home.join("registry")));
    folders.push(tools::sysroot()?);
    for file in project::files_under(&project::dist()?)? {
        let bytes = project::read_bytes(&file)?;
        for folder in &folders {
            let name = folder.to_string_lossy();
            if bytes.windows(name.len()).any(|part| part == name.as_bytes()) {
                return Err(format!("{} names the folder {name} of this machine", file.display()));
            }
        }
    }
    Ok(())
}

fn cargo_home() -> Option<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    home.or_else(|| env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")))
}

/// Builds the site and serves it on loopback until it is stopped.
pub fn serve(port: Option<u16>) -> Outcome {
    let port = free_port(port)?;
    let mut trunk = trunk(&format!("serve --address 127.0.0.1 --port {port}"))?;
    println!("building the site: three minutes the first time on two cores, seconds afterwards");
    println!("then the atlas is at http://127.0.0.1:{port}/ (Ctrl-C ends it)");
    become_(&mut trunk)
}

/// Trunk takes this process's place, so that whoever stops the one stops the other.
#[cfg(unix)]
fn become_(trunk: &mut Command) -> Outcome {
    use std::os::unix::process::CommandExt;
    Err(format!("Trunk could not be started: {}", trunk.exec()))
}

#[cfg(not(unix))]
fn become_(trunk: &mut Command) -> Outcome {
    process::run(trunk, "correct what Trunk names above")
}

fn trunk(task: &str) -> Outcome<Command> {
    let folders = tools::for_build()?;
    fetch()?;
    let mut trunk = process::command(&format!("trunk {task} --release --offline --log {LOG}"))?;
    trunk.env("PATH", process::path_with(&folders)?);
    if let Some(flags) = same_paths_everywhere()? {
        trunk
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags)
            .env(split::WANTED, "1");
    }
    // Trunk reads this variable as a flag and stumbles over the usual `1`.
    if env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    Ok(trunk)
}

/// Downloads the crates, since Trunk runs offline.
fn fetch() -> Outcome {
    let locked = if project::in_ci() { "--locked" } else { "" };
    let mut cargo = process::command(&format!("cargo fetch --quiet {locked}"))?;
    process::run(
        &mut cargo,
        "it needs network the first time, and a Cargo.lock that fits Cargo.toml",
    )
}

/// Compiler flags that keep this machine's folders out of the WASM: the same source gives the same bytes. They replace those of
/// .cargo/config.toml, so what stands there is said here too.
fn same_paths_everywhere() -> Outcome<Option<String>> {
    let Some(home) = cargo_home() else { return Ok(None) };
    let flags = format!(
        "--cfg=erase_components {} --remap-path-prefix={}=/registry --remap-path-prefix={}=/rust --remap-path-prefix={}=/atlas",
        split::FLAGS,
        home.join("registry/src").display(),
        tools::sysroot()?.display(),
        project::root()?.display()
    );
    // The variable is split at spaces, so a folder with a space in it goes without.
    let own = split::FLAGS.split(' ').count() + 4;
    Ok((flags.split(' ').count() == own).then_some(flags))
}

/// The port asked for, which must be free, or the first free one from the usual one on.
fn free_port(wanted: Option<u16>) -> Outcome<u16> {
    let free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    match wanted {
        Some(port) if free(&port) => Ok(port),
        Some(port) => Err(format!("port {port} is taken: name another by --port, or none")),
        None => (PORT..PORT + 100)
            .find(free)
            .ok_or_else(|| format!("no port from {PORT} on is free: name one by --port")),
    }
}
