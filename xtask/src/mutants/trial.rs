//! Runs the tests with one mutant alive at a time: those that reach its function, the quick ones first, until one notices.

#![allow(
    clippy::disallowed_methods,
    reason = "a test that has no end is only known by the time it takes"
)]

use super::rewritten::{Program, cargo, text};
use crate::{Outcome, project};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// The tests that are asked: of the domain all, of the app those that render it natively, of the tasks those of the schema.
const ASKED: [&[&str]; 3] = [
    &["-p", "atlas", "--lib", "--tests"],
    &["-p", "partnership-atlas", "--test", "pages", "--test", "route"],
    &["-p", "xtask", "--test", "schema"],
];

/// What became of a mutant.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(super) enum Verdict {
    /// A test fails.
    Caught,
    /// A test does not come to its end.
    Endless,
    /// All tests pass.
    Missed,
}

/// A test, in its program.
struct Test {
    program: PathBuf,
    folder: PathBuf,
    name: String,
    /// How long it takes by itself.
    time: Duration,
    /// The functions that it reaches.
    functions: Vec<usize>,
}

/// Tries the mutants, several at a time.
pub(super) fn all(tree: &Path, program: &Program, chosen: &[usize]) -> Outcome<BTreeMap<usize, Verdict>> {
    let mut tests = tests(tree)?;
    println!("{} tests; finding out what each of them reaches", tests.len());
    let reached = each(&tests, |n, test| test.alone(tree, n))?;
    for (test, (time, functions)) in tests.iter_mut().zip(reached) {
        test.time = time;
        test.functions = functions;
    }
    tests.sort_by_key(|test| test.time);
    let begun = Instant::now();
    let verdicts = each(chosen, |n, ix| {
        if n > 0 && n % 250 == 0 {
            println!("{n} of {} after {} s", chosen.len(), begun.elapsed().as_secs());
        }
        let function = program.alive.get(ix).copied().unwrap_or(*ix);
        for test in tests.iter().filter(|test| test.functions.contains(&function)) {
            match test.with(*ix)? {
                Verdict::Missed => {}
                noticed => return Ok(noticed),
            }
        }
        Ok(Verdict::Missed)
    })?;
    Ok(chosen.iter().copied().zip(verdicts).collect())
}

/// Works on a list with as many threads as there are processors; the answers come in the order of the list.
fn each<T: Sync, A: Send>(list: &[T], work: impl Fn(usize, &T) -> Outcome<A> + Sync) -> Outcome<Vec<A>> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(BTreeMap::new());
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let n = next.fetch_add(1, Ordering::Relaxed)
                    && let Some(item) = list.get(n)
                {
                    let answer = work(n, item);
                    if let Ok(mut done) = done.lock() {
                        done.insert(n, answer);
                    }
                }
            });
        }
    });
    let done = done.into_inner().map_err(|_| "a thread has panicked".to_owned())?;
    done.into_values().collect()
}

/// Builds the tests and lists them.
fn tests(tree: &Path) -> Outcome<Vec<Test>> {
    let mut tests = Vec::new();
    for asked in ASKED {
        let mut build = cargo(tree, &["test", "--no-run", "--message-format=json"]);
        let output = build.args(asked).stderr(Stdio::inherit()).output();
        let output = output.map_err(|error| format!("cargo could not be started: {error}"))?;
        if !output.status.success() {
            return Err("the tests do not compile with the mutants: see above".to_owned());
        }
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            let Ok(built) = serde_json::from_str::<Value>(line) else {
                continue;
            };
            let (program, manifest) = (text(&built, "/executable"), text(&built, "/manifest_path"));
            let is_test = built.pointer("/profile/test").and_then(Value::as_bool) == Some(true);
            if is_test && !program.is_empty() {
                let folder = Path::new(manifest).parent().unwrap_or(tree).to_path_buf();
                tests.extend(tests_of(PathBuf::from(program), &folder)?);
            }
        }
    }
    Ok(tests)
}

fn tests_of(program: PathBuf, folder: &Path) -> Outcome<Vec<Test>> {
    let list = Command::new(&program)
        .current_dir(folder)
        .args(["--list", "--format=terse"])
        .output()
        .map_err(|error| format!("{}: {error}", program.display()))?;
    let list = String::from_utf8_lossy(&list.stdout);
    let names = list.lines().filter_map(|line| line.strip_suffix(": test"));
    let test = |name: &str| Test {
        program: program.clone(),
        folder: folder.to_path_buf(),
        name: name.to_owned(),
        time: Duration::ZERO,
        functions: Vec::new(),
    };
    Ok(names.map(test).collect())
}

impl Test {
    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command
            .current_dir(&self.folder)
            .args(["--exact", "--test-threads=1", &self.name]);
        command
            .env("RUST_BACKTRACE", "0")
            .env_remove("ATLAS_DEEP")
            .env_remove("ATLAS_FIGURES");
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// Runs it without a mutant: how long it takes, and which functions it reaches.
    fn alone(&self, tree: &Path, n: usize) -> Outcome<(Duration, Vec<usize>)> {
        let file = tree.with_file_name(format!("reached-{n}.txt"));
        _ = std::fs::remove_file(&file);
        let begun = Instant::now();
        let status = self.command().env("ATLAS_REACHED", &file).status();
        if !status.is_ok_and(|status| status.success()) {
            return Err(format!("{} fails without any mutant", self.name));
        }
        let time = begun.elapsed();
        // A test that reaches nothing of the domain has no file.
        let reached = project::read(&file).unwrap_or_default();
        Ok((time, reached.lines().filter_map(|line| line.parse().ok()).collect()))
    }

    /// Runs it with a mutant alive.
    fn with(&self, mutant: usize) -> Outcome<Verdict> {
        const LOOK_AGAIN: Duration = Duration::from_millis(2);
        let most = Duration::from_secs(20) + self.time * 10;
        let begun = Instant::now();
        let mut child = self
            .command()
            .env("ATLAS_MUTANT", mutant.to_string())
            .spawn()
            .map_err(|error| format!("{}: {error}", self.program.display()))?;
        loop {
            match child.try_wait() {
                Ok(Some(status)) if status.success() => return Ok(Verdict::Missed),
                Ok(Some(_)) => return Ok(Verdict::Caught),
                Ok(None) if begun.elapsed() < most => std::thread::sleep(LOOK_AGAIN),
                Ok(None) | Err(_) => {
                    _ = child.kill();
                    _ = child.wait();
                    return Ok(Verdict::Endless);
                }
            }
        }
    }
}
