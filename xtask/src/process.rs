//! Running other programs, in the project's root: their output goes to the terminal, and a failure names the command and the fix.

use crate::{Outcome, project};
use std::env;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::Command;

/// A command from words divided by spaces. Arguments that may hold a space are added by the caller.
pub fn command(line: &str) -> Outcome<Command> {
    let (program, arguments) = line.split_once(' ').unwrap_or((line, ""));
    at(program, arguments)
}

/// The same, of a program that is not on PATH.
pub fn at(program: impl AsRef<OsStr>, arguments: &str) -> Outcome<Command> {
    let mut command = Command::new(program);
    command.args(arguments.split_whitespace()).current_dir(project::root()?);
    Ok(command)
}

/// Runs a command to its end. `fix` says what to do when it fails.
pub fn run(command: &mut Command, fix: &str) -> Outcome {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(failure(command, &status.to_string(), fix)),
        Err(error) => Err(failure(command, &error.to_string(), fix)),
    }
}

/// Runs a command silently and returns what it printed.
pub fn read(command: &mut Command, fix: &str) -> Outcome<String> {
    let output = command
        .output()
        .map_err(|error| failure(command, &error.to_string(), fix))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let printed = String::from_utf8_lossy(&output.stderr);
    Err(failure(command, &format!("{}\n{}", output.status, printed.trim()), fix))
}

/// Runs a command and prints its output without the lines that hold one of `harmless`. If the command fails, all is printed.
pub fn run_without(command: &mut Command, harmless: &[&str], fix: &str) -> Outcome {
    let output = command
        .output()
        .map_err(|error| failure(command, &error.to_string(), fix))?;
    let succeeded = output.status.success();
    for stream in [&output.stdout, &output.stderr] {
        for line in without(&String::from_utf8_lossy(stream), if succeeded { harmless } else { &[] }) {
            eprintln!("{line}");
        }
    }
    match succeeded {
        true => Ok(()),
        false => Err(failure(command, &output.status.to_string(), fix)),
    }
}

fn without<'a>(text: &'a str, harmless: &'a [&str]) -> impl Iterator<Item = &'a str> {
    text.lines()
        .filter(|line| !line.trim().is_empty() && !harmless.iter().any(|words| line.contains(words)))
}

fn failure(command: &Command, why: &str, fix: &str) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(OsStr::to_string_lossy).collect();
    format!("`{}` failed ({why})\n  what to do: {fix}", words.join(" "))
}

/// The first of these programs that is on PATH.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let mut candidates = names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    candidates.find(|candidate| candidate.is_file())
}

/// PATH with these folders before the user's own, for a child process.
pub fn path_with(folders: &[PathBuf]) -> Outcome<OsString> {
    let users = env::var_os("PATH").unwrap_or_default();
    env::join_paths(folders.iter().cloned().chain(env::split_paths(&users)))
        .map_err(|error| format!("PATH cannot be extended by the project's tools: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_harmless_lines_are_left_out() {
        let output = "warning: unknown name subsection with id 3 at 12\n\nerror: no such file\n";
        assert_eq!(
            without(output, &["unknown name subsection"]).collect::<Vec<_>>(),
            ["error: no such file"]
        );
        assert_eq!(without(output, &[]).count(), 2);
    }
}
