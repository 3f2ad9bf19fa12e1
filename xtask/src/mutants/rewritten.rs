//! The domain with every mutant in it: each function that has mutants becomes a choice between its bodies.
//!
//! `fn f() -> bool { a && b }` becomes `fn f() -> bool { match crate::alive(7) { 7 => { a || b } _ => { a && b } } }`. What does not
//! compile so is taken out, round by round, until the rest does.

use super::{Mutant, Position, SOURCES};
use crate::{Outcome, process, project};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;
use std::process::Command;

/// What the domain is given: which mutant is alive, and a note of every function that is reached.
const CHOICE: &str = r#"
static ALIVE: std::sync::LazyLock<usize> = std::sync::LazyLock::new(|| number("ATLAS_MUTANT"));
static REACHED: std::sync::LazyLock<Option<std::path::PathBuf>> = std::sync::LazyLock::new(|| std::env::var_os("ATLAS_REACHED").map(Into::into));
static SEEN: [std::sync::atomic::AtomicBool; 8192] = [const { std::sync::atomic::AtomicBool::new(false) }; 8192];
fn number(name: &str) -> usize { std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(usize::MAX) }
#[inline] pub(crate) fn alive(function: usize) -> usize {
    if let Some(file) = &*REACHED { reached(file, function) }
    *ALIVE
}
#[cold] fn reached(file: &std::path::Path, function: usize) {
    use std::io::Write;
    if !SEEN[function].swap(true, std::sync::atomic::Ordering::Relaxed) {
        let mut file = std::fs::OpenOptions::new().append(true).create(true).open(file).unwrap();
        writeln!(file, "{function}").unwrap();
    }
}
"#;

/// A program with its mutants in it.
pub(super) struct Program {
    /// Mutants that can be brought to life, with the number of their function.
    pub(super) alive: BTreeMap<usize, usize>,
}

/// A mutant's lines in a file that has been rewritten.
type Arms = BTreeMap<String, Vec<(Range<usize>, usize)>>;

/// Writes the domain anew and takes out what does not compile.
pub(super) fn compile(root: &Path, tree: &Path, mutants: &[Mutant]) -> Outcome<Program> {
    const MOST_ROUNDS: usize = 12;
    let mut out = BTreeSet::new();
    for round in 1..=MOST_ROUNDS {
        let mut arms = Arms::new();
        let mut alive = BTreeMap::new();
        write(root, tree, mutants, &out, &mut arms, &mut alive)?;
        let (faulty, others) = faults(tree, &arms)?;
        if faulty.is_empty() && others.is_empty() {
            return Ok(Program { alive });
        }
        if faulty.is_empty() {
            return Err(format!(
                "the domain does not compile with its mutants:\n{}",
                others.join("\n")
            ));
        }
        println!("round {round}: {} do not compile", faulty.len());
        out.extend(faulty);
    }
    Err(format!(
        "after {MOST_ROUNDS} rounds there are still mutants that do not compile"
    ))
}

/// Cargo in the copy, with a folder of its own for what it builds.
pub(super) fn cargo(tree: &Path, arguments: &[&str]) -> Command {
    let mut cargo = process::at(tree, "cargo", arguments);
    cargo.env("CARGO_TARGET_DIR", tree.with_file_name("build"));
    cargo.env("CARGO_PROFILE_DEV_DEBUG", "0");
    cargo
}

/// Writes a file where it is not so already: what cargo builds anew it knows by the time.
pub(super) fn keep(path: &Path, contents: &[u8]) -> Outcome {
    if std::fs::read(path).is_ok_and(|kept| kept == contents) {
        return Ok(());
    }
    project::write(path, contents)
}

fn write(
    root: &Path,
    tree: &Path,
    mutants: &[Mutant],
    out: &BTreeSet<usize>,
    arms: &mut Arms,
    alive: &mut BTreeMap<usize, usize>,
) -> Outcome {
    // A file whose mutants are all out is written back as it is.
    let mut files: BTreeMap<&str, Vec<usize>> = mutants
        .iter()
        .map(|mutant| (mutant.file.as_str(), Vec::new()))
        .collect();
    for (ix, mutant) in mutants.iter().enumerate().filter(|(ix, _)| !out.contains(ix)) {
        files.entry(&mutant.file).or_default().push(ix);
    }
    for (name, list) in files {
        // Without `const`: a choice is made when the program runs. The same length, for the places of the mutants.
        let source = project::read(&root.join(name))?.replace("const fn ", "      fn ");
        let file = File::new(&source);
        let mut text = String::new();
        let mut from = 0;
        for (function, list) in file.functions(mutants, &list) {
            let Some(parts) = Parts::of(&source, function.clone()) else {
                continue;
            };
            let first = list.first().copied().unwrap_or_default();
            text.push_str(source.get(from..function.start).unwrap_or_default());
            text.push_str(&parts.head);
            text.push_str(&format!("{{ match crate::alive({first}) {{\n"));
            for ix in list {
                let Some(mutant) = mutants.get(ix) else { continue };
                let within = file.at(mutant.span.start)..file.at(mutant.span.end);
                let piece = |range: Range<usize>| source.get(range).unwrap_or_default();
                let body = [
                    piece(parts.body.start..within.start),
                    &mutant.replacement,
                    piece(within.end..parts.body.end),
                ];
                let line = text.matches('\n').count() + 1;
                text.push_str(&format!("{ix} => {}\n", parts.boxed(&body.concat())));
                let lines = line..text.matches('\n').count() + 1;
                arms.entry(name.to_owned()).or_default().push((lines, ix));
                alive.insert(ix, first);
            }
            let body = source.get(parts.body.clone()).unwrap_or_default();
            text.push_str(&format!("_ => {}\n}} }}", parts.boxed(body)));
            from = parts.body.end;
        }
        text.push_str(source.get(from..).unwrap_or_default());
        keep(&tree.join(name), text.as_bytes())?;
    }
    let name = format!("{SOURCES}lib.rs");
    let lib = project::read(&root.join(&name))?;
    // What is lint or warning in a mutant is none of its business.
    let allowed = "#![allow(warnings, arithmetic_overflow, unconditional_panic, reason = \"a mutant is not linted\")]";
    keep(&tree.join(&name), format!("{allowed}\n{lib}{CHOICE}").as_bytes())
}

/// A source, with the places of its lines.
struct File<'a> {
    source: &'a str,
    lines: Vec<usize>,
}

impl<'a> File<'a> {
    fn new(source: &'a str) -> Self {
        let breaks = source.match_indices('\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(breaks).collect();
        Self { source, lines }
    }

    /// The byte at a position.
    fn at(&self, position: Position) -> usize {
        let from = self.lines.get(position.line - 1).copied().unwrap_or(self.source.len());
        let rest = self.source.get(from..).unwrap_or_default();
        let column = rest.char_indices().nth(position.column - 1);
        column.map_or(self.source.len(), |(at, _)| from + at)
    }

    /// The outermost functions that have mutants, in order, with those.
    fn functions(&self, mutants: &[Mutant], list: &[usize]) -> Vec<(Range<usize>, Vec<usize>)> {
        let mut functions: BTreeMap<(usize, std::cmp::Reverse<usize>), Vec<usize>> = BTreeMap::new();
        for &ix in list {
            if let Some(function) = mutants.get(ix).and_then(|mutant| mutant.function.as_ref()) {
                let (from, to) = (self.at(function.span.start), self.at(function.span.end));
                functions.entry((from, std::cmp::Reverse(to))).or_default().push(ix);
            }
        }
        let mut outermost: Vec<(Range<usize>, Vec<usize>)> = Vec::new();
        for ((from, std::cmp::Reverse(to)), list) in functions {
            match outermost.last_mut() {
                Some((outer, all)) if outer.end >= to => all.extend(list),
                _ => outermost.push((from..to, list)),
            }
        }
        outermost
    }
}

/// A function taken apart.
struct Parts {
    /// Up to its body.
    head: String,
    body: Range<usize>,
    /// What is returned, where each body has a type of its own: all of them are boxed then.
    returned: Option<String>,
}

impl Parts {
    fn of(source: &str, function: Range<usize>) -> Option<Self> {
        let text = source.get(function.clone())?;
        let body = body(text)?;
        let head = text.get(..body)?;
        let returned = head.rsplit_once("-> impl ").map(|(_, returned)| {
            let returned = returned.split(" + use<").next().unwrap_or_default();
            returned.split("where").next().unwrap_or_default().trim().to_owned()
        });
        Some(Self {
            head: head.to_owned(),
            body: function.start + body..function.end,
            returned,
        })
    }

    fn boxed(&self, body: &str) -> String {
        match &self.returned {
            Some(returned) if returned.contains('\'') => {
                format!("{{ let all: Box<dyn {returned}> = Box::new({body}); all }}")
            }
            Some(returned) => format!("{{ let all: Box<dyn {returned} + '_> = Box::new({body}); all }}"),
            None => body.to_owned(),
        }
    }
}

/// Where the body of a function begins: at the first brace outside of other brackets, strings and comments.
fn body(text: &str) -> Option<usize> {
    let (mut depth, mut rest) = (0_usize, text);
    loop {
        let at = text.len() - rest.len();
        let ch = rest.chars().next()?;
        let skip = |end: &str| rest.find(end).map(|found| found + end.len());
        let used = match ch {
            '/' if rest.starts_with("//") => skip("\n")?,
            '"' => rest.get(1..)?.find('"')? + 2,
            '(' | '[' => {
                depth += 1;
                1
            }
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                1
            }
            '{' if depth == 0 => return Some(at),
            _ => ch.len_utf8(),
        };
        rest = rest.get(used..)?;
    }
}

/// The mutants that do not compile, and errors that are none of theirs.
fn faults(tree: &Path, arms: &Arms) -> Outcome<(BTreeSet<usize>, Vec<String>)> {
    // A build, not a check: some overflows are only seen when constants are worked out.
    let mut build = cargo(tree, &["build", "-p", "atlas", "--message-format=json"]);
    let output = build
        .output()
        .map_err(|error| format!("cargo could not be started: {error}"))?;
    let (mut faulty, mut others) = (BTreeSet::new(), Vec::new());
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(told) = serde_json::from_str::<Value>(line) else {
            continue;
        };
        if text(&told, "/reason") != "compiler-message" || text(&told, "/message/level") != "error" {
            continue;
        }
        let spans = told.pointer("/message/spans").and_then(Value::as_array);
        let spans = spans.map(Vec::as_slice).unwrap_or_default();
        let of = |primary: bool| {
            let is_primary = |span: &&Value| span.pointer("/is_primary").and_then(Value::as_bool) == Some(primary);
            let spans = spans.iter().filter(is_primary);
            spans.flat_map(|span| owners(arms, span)).collect::<Vec<usize>>()
        };
        let blamed = Some(of(true))
            .filter(|list| !list.is_empty())
            .unwrap_or_else(|| of(false));
        if blamed.is_empty() && !spans.is_empty() {
            others.push(text(&told, "/message/rendered").to_owned());
        }
        faulty.extend(blamed);
    }
    Ok((faulty, others))
}

/// A text in what cargo tells; nothing where it has none.
pub(super) fn text<'a>(told: &'a Value, pointer: &str) -> &'a str {
    told.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

/// The mutants in whose lines a span lies.
fn owners(arms: &Arms, span: &Value) -> Vec<usize> {
    let name = text(span, "/file_name");
    let line = span
        .pointer("/line_start")
        .and_then(Value::as_u64)
        .and_then(|line| usize::try_from(line).ok())
        .unwrap_or_default();
    let list = arms.get(name).map(Vec::as_slice).unwrap_or_default();
    list.iter()
        .filter(|(lines, _)| lines.contains(&line))
        .map(|(_, ix)| *ix)
        .collect()
}
