//! `cargo xtask test --deep`: what can go on for ever, done with full counts, part by part. Each part writes what it measured into
//! docs/evidence/, with the commit it was measured at; a part that has its record for the code as it stands is not run again.
//!
//! Counts come from `ATLAS_DEEP` (tests/support/counts.rs and tests/e2e/counts.mjs); seeds stand beside what draws from them.

use crate::{Outcome, browsers, mutants, node, process, project, site};
use std::env;
use std::path::{Path, PathBuf};

/// A part: its name, what it does, the counts that are full, how it is run.
struct Part {
    name: &'static str,
    what: &'static str,
    run: Run,
}

/// How a part is run.
enum Run {
    /// A test of this package, with this name, by cargo.
    Native(&'static str, &'static str),
    /// The walks of the file of tests/e2e/deep that has the part's name.
    Walks,
    /// Every mutant of the domain, which this task makes itself.
    Mutants,
}

const PARTS: [Part; 9] = [
    Part {
        name: "documents",
        what: "100,000 hostile documents are opened or refused with reasons, natively; what opens is asked everything",
        run: Run::Native("atlas", "hostile"),
    },
    Part {
        name: "addresses",
        what: "50,000 hostile addresses are read, and written as they were read, natively",
        run: Run::Native("partnership-atlas", "hostile_urls"),
    },
    Part {
        name: "hostile-documents",
        what: "2,000 hostile documents are given to the page as files, in Chromium",
        run: Run::Walks,
    },
    Part {
        name: "hostile-injections",
        what: "200 texts that would run or link stand in every text field in turn, and every page is visited, in Chromium",
        run: Run::Walks,
    },
    Part {
        name: "hostile-storage",
        what: "200 states of storage that is corrupt, full or blocked, in Chromium",
        run: Run::Walks,
    },
    Part {
        name: "hostile-addresses",
        what: "500 hostile addresses are opened in Chromium",
        run: Run::Walks,
    },
    Part {
        name: "endurance",
        what: "10,000 navigations, 1,000 searches, 200 openings of datasets in Chromium: memory and elements before and after",
        run: Run::Walks,
    },
    Part {
        name: "actions",
        what: "20,000 random actions each in Chromium and Firefox: always a page, never an uncaught error",
        run: Run::Walks,
    },
    Part {
        name: "mutants",
        what: "The domain is changed on purpose, a place at a time: whether a test notices",
        run: Run::Mutants,
    },
];

/// Names of all parts, in order.
pub fn names() -> String {
    PARTS.map(|part| part.name).join(", ")
}

/// Runs the parts named, or all; `--again` also those that have their record.
pub fn run(wanted: &[&str]) -> Outcome {
    let again = wanted.contains(&"--again");
    let wanted: Vec<&str> = wanted.iter().copied().filter(|name| *name != "--again").collect();
    if let Some(unknown) = wanted.iter().find(|name| !PARTS.iter().any(|part| part.name == **name)) {
        return Err(format!("no such part: {unknown}. Parts: {}", names()));
    }
    let root = project::root()?;
    let state = State::of(&root)?;
    let (mut passed, mut failed) = (0, 0);
    for part in PARTS
        .iter()
        .filter(|part| wanted.is_empty() || wanted.contains(&part.name))
    {
        println!("\n=== {} ({})", part.what, part.name);
        let record = root.join(format!("docs/evidence/{}.md", part.name));
        if !again && state.clean && project::read(&record).is_ok_and(|text| text.contains(&state.line())) {
            println!("--- {}: passed before at this commit: {}", part.name, record.display());
            passed += 1;
            continue;
        }
        match one(&root, part, &state, &record) {
            Ok(()) => {
                println!("--- {}: passed, written to {}", part.name, record.display());
                passed += 1;
            }
            Err(error) => {
                eprintln!("error: {error}");
                println!("--- {}: FAILED", part.name);
                failed += 1;
            }
        }
    }
    println!("{passed} passed, {failed} failed");
    if failed == 0 { Ok(()) } else { Err(String::new()) }
}

/// The code as it stands.
struct State {
    /// The last commit that changed anything but documents.
    commit: String,
    /// Whether nothing but documents differs from it.
    clean: bool,
    /// What `ATLAS_DEEP` asks for.
    counts: String,
}

impl State {
    fn of(root: &Path) -> Outcome<Self> {
        let code = [".", ":(exclude)docs", ":(exclude)*.md", ":(exclude)NOTICE"];
        let git = |arguments: &[&str]| {
            let mut git = process::at(root, "git", arguments);
            git.arg("--").args(code);
            process::read(&mut git, "asking git for the commit", "run this in a clone")
        };
        let counts = env::var("ATLAS_DEEP").ok().filter(|counts| !counts.is_empty());
        Ok(Self {
            commit: git(&["log", "-1", "--format=%H"])?.trim().to_owned(),
            clean: git(&["status", "--porcelain"])?.trim().is_empty(),
            counts: counts.unwrap_or_else(|| "1".to_owned()),
        })
    }

    /// The line of a record by which it is known.
    fn line(&self) -> String {
        let counts = match self.counts.as_str() {
            "1" => "full".to_owned(),
            other => format!("at most {other}"),
        };
        let changes = if self.clean {
            ""
        } else {
            ", with changes that are not committed"
        };
        format!("Commit {}{changes}; counts: {counts}.", self.commit)
    }
}

fn one(root: &Path, part: &Part, state: &State, record: &Path) -> Outcome {
    let figures = root.join(format!("target/figures-{}.txt", part.name));
    project::write(&figures, b"")?;
    let mut command = match part.run {
        Run::Mutants => return mutants(root, part, state, record),
        Run::Native(package, test) => {
            let arguments = ["test", "--package", package, "--test", test, "no_", "--", "--nocapture"];
            let mut cargo = process::at(root, "cargo", &arguments);
            // Checks of overflow stay; the app's many crates would take longer to build so than they save.
            if package == "atlas" {
                cargo.env("CARGO_PROFILE_TEST_OPT_LEVEL", "2");
            }
            cargo
        }
        Run::Walks => walks(root, part.name)?,
    };
    command.env("ATLAS_DEEP", &state.counts).env("ATLAS_FIGURES", &figures);
    process::run(
        &mut command,
        &format!("the part {}", part.name),
        "see what failed above",
    )?;
    let measured: Vec<String> = project::read(&figures)?.lines().map(str::to_owned).collect();
    write(part, state, record, &measured)
}

fn mutants(root: &Path, part: &Part, state: &State, record: &Path) -> Outcome {
    let most = state.counts.parse().ok().filter(|most| *most > 1);
    write(part, state, record, &mutants::run(root, most)?)
}

/// Writes what was measured into the record.
fn write(part: &Part, state: &State, record: &Path, measured: &[String]) -> Outcome {
    if measured.is_empty() {
        return Err(format!("the part {} measured nothing", part.name));
    }
    let measured: String = measured.iter().map(|line| format!("- {line}\n")).collect();
    let text = format!(
        "# {}\n\n{}.\n\nCommand: `cargo xtask test --deep {}`. {}\n\n{measured}\n1 passed, 0 failed\n",
        part.name,
        part.what,
        part.name,
        state.line(),
    );
    project::write(record, text.as_bytes())
}

fn walks(root: &Path, name: &str) -> Outcome<std::process::Command> {
    let node: PathBuf = node::ensure()?;
    node::packages(&root.join("tests/e2e"))?;
    let needed = ["chromium", "firefox"];
    let browsers = browsers::ensure(|browser| needed.contains(&browser))?;
    if !project::dist()?.join("index.html").is_file() {
        site::build()?;
    }
    let mut walks = process::at(root, node, &["tests/e2e/run.mjs", "--deep", name]);
    let at_hand: Vec<&str> = browsers.iter().map(|browser| browser.name).collect();
    walks.env("ATLAS_BROWSERS", at_hand.join(","));
    for browser in browsers {
        walks.envs(browser.variables);
    }
    Ok(walks)
}
