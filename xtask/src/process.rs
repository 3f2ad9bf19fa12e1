//! Running other programs: output goes straight to the terminal, and a failure names the piece, the command and what to do.

use crate::Outcome;
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs a command to its end. `piece` says what it was for, `advice` what to do when it fails.
pub fn run(command: &mut Command, piece: &str, advice: &str) -> Outcome {
    let status = command
        .status()
        .map_err(|error| failed(command, piece, advice, &error.to_string()))?;
    if status.success() {
        Ok(())
    } else {
        Err(failed(command, piece, advice, &status.to_string()))
    }
}

/// Runs a command to its end and passes on what it says, but for lines that hold one of `harmless`: those look like trouble and are
/// none. Where the command fails, everything that it said is shown.
pub fn run_without(command: &mut Command, harmless: &[&str], piece: &str, advice: &str) -> Outcome {
    let output = command
        .output()
        .map_err(|error| failed(command, piece, advice, &error.to_string()))?;
    let worked = output.status.success();
    for said in [&output.stdout, &output.stderr] {
        for line in told(&String::from_utf8_lossy(said), if worked { harmless } else { &[] }) {
            eprintln!("{line}");
        }
    }
    match worked {
        true => Ok(()),
        false => Err(failed(command, piece, advice, &output.status.to_string())),
    }
}

fn told<'a>(said: &'a str, harmless: &'a [&str]) -> impl Iterator<Item = &'a str> {
    said.lines()
        .filter(|line| !line.trim().is_empty() && !harmless.iter().any(|words| line.contains(words)))
}

/// Runs a command silently and returns what it printed.
pub fn read(command: &mut Command, piece: &str, advice: &str) -> Outcome<String> {
    let output = command
        .output()
        .map_err(|error| failed(command, piece, advice, &error.to_string()))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        let told = String::from_utf8_lossy(&output.stderr);
        Err(failed(
            command,
            piece,
            advice,
            &format!("{}\n{}", output.status, told.trim()),
        ))
    }
}

fn failed(command: &Command, piece: &str, advice: &str, why: &str) -> String {
    format!(
        "{piece} failed ({why})\n  command: {}\n  what to do: {advice}",
        written(command)
    )
}

/// The command as one would type it.
pub fn written(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| {
        let word = word.to_string_lossy();
        if word.contains(char::is_whitespace) {
            format!("'{word}'")
        } else {
            word.into_owned()
        }
    }));
    words.join(" ")
}

/// The first of these programs that stands on PATH.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|candidate| candidate.is_file())
}

/// PATH with these folders before the user's own, for a child process only.
pub fn path_with(folders: &[PathBuf]) -> Outcome<OsString> {
    let users = env::var_os("PATH").unwrap_or_default();
    env::join_paths(folders.iter().cloned().chain(env::split_paths(&users)))
        .map_err(|error| format!("PATH cannot be extended by the project's tools: {error}"))
}

/// A command in the project's root, the home of everything that is run here.
pub fn at(root: &Path, program: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root).args(arguments);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_harmless_is_left_out_and_nothing_else() {
        let said = "warning: unknown name subsection with id 3 at 12\n\nerror: no such file\n";
        let harmless = ["unknown name subsection"];
        assert_eq!(told(said, &harmless).collect::<Vec<_>>(), ["error: no such file"]);
        assert_eq!(told(said, &[]).count(), 2);
    }
}
