//! Where things are: the repository, the cache, and what is built from the one. Reading and writing files with errors that
//! name the file live here too.

use crate::Outcome;
use sha2::{Digest, Sha256};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> Outcome<PathBuf> {
    let manifest =
        env::var_os("CARGO_MANIFEST_DIR").ok_or("the folder of the project is not known: run this as `cargo xtask`")?;
    let root = Path::new(&manifest).parent().map(Path::to_path_buf);
    root.ok_or_else(|| "xtask is in no project".to_owned())
}

/// Where Trunk puts the finished site.
pub fn dist() -> Outcome<PathBuf> {
    Ok(root()?.join("dist"))
}

/// The project's own cache, shared by all clones of it on this machine.
pub fn cache() -> Outcome<PathBuf> {
    let named = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    named("ATLAS_CACHE")
        .or_else(|| named("XDG_CACHE_HOME").map(|dir| dir.join("partnership-atlas")))
        .or_else(|| named("HOME").map(|dir| dir.join(".cache/partnership-atlas")))
        .ok_or_else(|| "no place for tools is known: set ATLAS_CACHE to a folder".to_owned())
}

/// Whether this is a run of continuous integration, where nothing may be skipped.
pub fn in_ci() -> bool {
    env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}

/// Reads a text file.
pub fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("{} could not be read: {error}", path.display()))
}

/// Reads a file of any kind.
pub fn read_bytes(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{} could not be read: {error}", path.display()))
}

/// Writes a file and the folders above it.
pub fn write(path: &Path, contents: &[u8]) -> Outcome {
    if let Some(folder) = path.parent() {
        create_folder(folder)?;
    }
    fs::write(path, contents).map_err(|error| format!("{} could not be written: {error}", path.display()))
}

/// Makes a folder and those above it.
pub fn create_folder(path: &Path) -> Outcome {
    fs::create_dir_all(path).map_err(|error| format!("{} could not be made: {error}", path.display()))
}

/// The paths of all files under a folder, in alphabetical order.
pub fn files_under(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let unreadable = |error| format!("{} could not be listed: {error}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_dir() {
            files.extend(files_under(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The one file under a folder whose name begins and ends like this; between the two is a hash.
pub fn hashed_file(folder: &Path, start: &str, end: &str) -> Outcome<PathBuf> {
    let mut files = files_under(folder)?;
    files.retain(|file| file_name(file).starts_with(start) && file_name(file).ends_with(end));
    match <[PathBuf; 1]>::try_from(files) {
        Ok([file]) => Ok(file),
        Err(files) => Err(format!(
            "expected one file {start}*{end} in {}, found {}",
            folder.display(),
            files.len()
        )),
    }
}

/// The name of a file without its folder.
pub fn file_name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// A digest in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
