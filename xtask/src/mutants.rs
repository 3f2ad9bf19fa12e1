//! The deep part `mutants`: what the tests notice when the domain is changed on purpose, a place at a time.
//!
//! cargo-mutants says what to change; compiled one by one its three thousand changes take a night. Here all of them are compiled
//! into one program (`rewritten.rs`), and a variable of the environment says which one is alive (`trial.rs`). The changes that are
//! not noticed stand in `left.json`, each with the reason why it is left; one without a reason fails the part.
//!
//! Left out: changes of constants, which no variable can bring to life.

mod rewritten;
mod trial;

use crate::{Outcome, process, project};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use trial::Verdict;

/// Of a hundred mutants so many are caught, at least.
const LEAST_CAUGHT: usize = 90;
/// Where the domain's sources stand.
const SOURCES: &str = "crates/atlas/src/";
/// Where the program with the mutants stands, and what came of trying them.
const FOLDER: &str = "target/mutants";

/// A change, as cargo-mutants lists it.
#[derive(Deserialize)]
struct Mutant {
    file: String,
    name: String,
    function: Option<Function>,
    span: Span,
    replacement: String,
}

/// The function around it.
#[derive(Deserialize)]
struct Function {
    span: Span,
}

/// From where to where: lines and columns from 1, in characters.
#[derive(Clone, Copy, Deserialize)]
struct Span {
    start: Position,
    end: Position,
}

#[derive(Clone, Copy, Deserialize)]
struct Position {
    line: usize,
    column: usize,
}

impl Mutant {
    /// What it does, without the line, which moves: "load.rs: replace == with != in Reader::many".
    fn what(&self) -> String {
        let name = self.name.strip_prefix(SOURCES).unwrap_or(&self.name);
        let mut parts = name.splitn(4, ':');
        let file = parts.next().unwrap_or_default();
        format!("{file}:{}", parts.nth(2).unwrap_or_default())
    }
}

/// Tries every mutant, or every so-manieth where `most` says how many, and returns the lines of the record.
pub fn run(root: &Path, most: Option<usize>) -> Outcome<Vec<String>> {
    let mut list = process::at(root, "cargo", &["mutants", "-p", "atlas", "--list", "--json"]);
    let advice = "install it: cargo install --locked cargo-mutants";
    let list = process::read(&mut list, "listing what to change, by cargo-mutants,", advice)?;
    let mutants: Vec<Mutant> = serde_json::from_str(&list)
        .map_err(|error| format!("the list of cargo-mutants is not as expected: {error}"))?;

    let files = files(root)?;
    let kept = kept(root, &files, most)?;
    let tried: Tried = match std::fs::read(&kept) {
        Ok(tried) => {
            println!("the files are those of {}: its verdicts stand", kept.display());
            serde_json::from_slice(&tried).map_err(|error| format!("{}: {error}", kept.display()))?
        }
        Err(_) => {
            let tried = tried(root, &files, &mutants, most)?;
            let json = serde_json::to_vec(&tried).map_err(|error| error.to_string())?;
            project::write(&kept, &json)?;
            tried
        }
    };

    let constants = mutants.iter().filter(|mutant| mutant.function.is_none()).count();
    let mut lines = vec![format!(
        "{} changes listed by {}; {} do not compile, {constants} are of constants and were not tried, {} were tried",
        mutants.len(),
        version(root)?,
        mutants.len() - constants - tried.compiled,
        tried.verdicts.len(),
    )];
    lines.extend(told(&mutants, &tried.verdicts)?);
    Ok(lines)
}

/// What trying has come to.
#[derive(Serialize, Deserialize)]
struct Tried {
    /// How many mutants compile.
    compiled: usize,
    verdicts: BTreeMap<usize, Verdict>,
}

fn tried(root: &Path, files: &BTreeSet<String>, mutants: &[Mutant], most: Option<usize>) -> Outcome<Tried> {
    let tree = root.join(FOLDER).join("tree");
    copy(root, &tree, files)?;
    let program = rewritten::compile(root, &tree, mutants)?;
    let every = most.map_or(1, |most| program.alive.len().div_ceil(most.max(1)));
    let chosen: Vec<usize> = program.alive.keys().copied().step_by(every).collect();
    Ok(Tried {
        compiled: program.alive.len(),
        verdicts: trial::all(&tree, &program, &chosen)?,
    })
}

/// Where the verdicts on these files are kept, so that a reason can be given without trying all again. Whoever changes how mutants
/// are tried empties the folder.
fn kept(root: &Path, files: &BTreeSet<String>, most: Option<usize>) -> Outcome<PathBuf> {
    let mut sum = Sha256::new();
    let tells = |name: &&String| !["docs/", "xtask/src/"].iter().any(|folder| name.starts_with(folder));
    for name in files.iter().filter(tells) {
        sum.update(name);
        sum.update(project::read_bytes(&root.join(name))?);
    }
    let sum: String = sum
        .finalize()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let most = most.map_or("all".to_owned(), |most| most.to_string());
    Ok(root.join(FOLDER).join(format!("verdicts-{most}-{sum}.json")))
}

/// What git knows of, as it stands in the folder.
fn files(root: &Path) -> Outcome<BTreeSet<String>> {
    let mut list = process::at(
        root,
        "git",
        &["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
    );
    let list = process::read(&mut list, "asking git for the files", "run this in a clone")?;
    let names = list.split('\0').filter(|name| root.join(name).is_file());
    Ok(names.map(str::to_owned).collect())
}

fn version(root: &Path) -> Outcome<String> {
    let mut version = process::at(root, "cargo", &["mutants", "--version"]);
    let version = process::read(&mut version, "asking cargo-mutants for its version", "install it anew")?;
    Ok(version.trim().to_owned())
}

/// The lines of the record: how many are caught, and every one that is not, with its reason.
fn told(mutants: &[Mutant], verdicts: &BTreeMap<usize, Verdict>) -> Outcome<Vec<String>> {
    let reasons: BTreeMap<String, String> = serde_json::from_str(include_str!("mutants/left.json"))
        .map_err(|error| format!("xtask/src/mutants/left.json: {error}"))?;
    let count = |wanted: fn(&Verdict) -> bool| verdicts.values().filter(|verdict| wanted(verdict)).count();
    let caught = count(|verdict| !matches!(verdict, Verdict::Missed));
    let endless = count(|verdict| matches!(verdict, Verdict::Endless));
    let share = 100.0 * f64::from(u32::try_from(caught).unwrap_or(u32::MAX))
        / f64::from(u32::try_from(verdicts.len().max(1)).unwrap_or(u32::MAX));
    let figure = format!(
        "{caught} of {} are caught ({share:.1} %), {endless} of them because a test does not come to its end",
        verdicts.len()
    );
    println!("{figure}");
    let mut lines = vec![figure];
    let mut left: BTreeMap<String, usize> = BTreeMap::new();
    for (at, _) in verdicts
        .iter()
        .filter(|(_, verdict)| matches!(verdict, Verdict::Missed))
    {
        *left
            .entry(mutants.get(*at).map(Mutant::what).unwrap_or_default())
            .or_default() += 1;
    }
    let mut unexplained = String::new();
    for (what, times) in &left {
        let times = if *times > 1 {
            format!(" ({times} times)")
        } else {
            String::new()
        };
        match reasons.get(what) {
            Some(reason) => lines.push(format!("left: `{what}`{times}: {reason}")),
            None => _ = write!(unexplained, "\n  {what}{times}"),
        }
    }
    let known: BTreeSet<&String> = left.keys().collect();
    for gone in reasons.keys().filter(|reason| !known.contains(reason)) {
        println!("has a reason and was not left this time: {gone}");
    }
    if !unexplained.is_empty() {
        return Err(format!(
            "no test notices these, and xtask/src/mutants/left.json gives no reason:{unexplained}\n  what to do: test what they change, or say why it is left"
        ));
    }
    if caught * 100 < verdicts.len() * LEAST_CAUGHT {
        return Err(format!(
            "{caught} of {} caught; at least {LEAST_CAUGHT} % are asked for",
            verdicts.len()
        ));
    }
    Ok(lines)
}

/// Copies the files. Those that are the same keep their time, so that little is built anew.
fn copy(root: &Path, tree: &Path, files: &BTreeSet<String>) -> Outcome {
    for name in files {
        rewritten::keep(&tree.join(name), &project::read_bytes(&root.join(name))?)?;
    }
    for path in project::files_under(tree)? {
        let name = path
            .strip_prefix(tree)
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        if !files.contains(&name) {
            std::fs::remove_file(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        }
    }
    Ok(())
}
