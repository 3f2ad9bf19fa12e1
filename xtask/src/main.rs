//! The project's own tasks. One command each for using, building and checking the atlas, from a machine that has nothing but
//! Rust: what is missing is installed into a cache of the project's own (`tools.rs`), never into the user's. No task is needed
//! by the site itself, and nothing here knows what the dataset says.

mod ascii;
mod bench;
mod browsers;
mod cards;
mod checks;
mod data;
mod e2e;
mod examples;
mod fingerprints;
mod hooks;
mod inline;
mod metadata;
mod node;
mod notice;
mod one_file;
mod package;
mod plain;
mod policy;
mod process;
mod project;
mod release;
mod site;
mod size;
mod source;
mod split;
mod tools;
mod worker;

use std::path::Path;
use std::process::ExitCode;

/// What a task answers: an error is a whole sentence for the person at the terminal.
pub type Outcome<T = ()> = Result<T, String>;

const HELP: &str = "\
cargo xtask serve [--port N]           builds the atlas in release and serves it on this machine
cargo xtask build                      builds the site into dist/
cargo xtask test [STEP...]             all checks, or the steps named
cargo xtask e2e [NAME...]              walks through the built site in real browsers: names of walks or browsers
cargo xtask one-file [OUT]             the whole atlas as one HTML file that opens by double click
cargo xtask release                    the site as an archive with compressed copies, checksums and SBOM
cargo xtask bench [--quick]            times and bytes beside peers, into docs/performance.md
cargo xtask notice                     writes NOTICE: what the program is made of, with licences
cargo xtask size                       bytes of a first visit, compressed
cargo xtask check-data [--source FILE] checks the dataset, and its evidence against a copy of the source ([--data FOLDER])
cargo xtask fingerprints --source FILE writes the fingerprints of cited sentences into data/ ([--data FOLDER])
cargo xtask data OUT                   writes the dataset as one bundle ([--data FOLDER])
cargo xtask schema OUT                 writes the shape of a bundle as a JSON Schema (data/schema.json keeps it)
cargo xtask pre-build, post-build      called by Trunk (Trunk.toml), with its environment
cargo xtask help                       this text

Tools are kept in $ATLAS_CACHE, else $XDG_CACHE_HOME/partnership-atlas, else ~/.cache/partnership-atlas.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            // Empty when the task has printed its errors itself.
            if !message.is_empty() {
                eprintln!("error: {message}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Outcome {
    match arguments {
        ["serve"] => site::serve(None),
        ["serve", "--port", port] => {
            let port = port
                .parse()
                .map_err(|_| format!("--port wants a number up to 65535, not {port:?}"))?;
            site::serve(Some(port))
        }
        ["build"] => site::build(),
        ["test", steps @ ..] => checks::run(steps),
        ["e2e", names @ ..] => e2e::run(names),
        ["one-file"] => one_file::run(None),
        ["one-file", out] => one_file::run(Some(out)),
        ["release"] => release::run(),
        ["bench"] => bench::run(false),
        ["bench", "--quick"] => bench::run(true),
        ["notice"] => notice::write(),
        ["size"] => size::report(),
        ["check-data"] => data::check(&data::own()?, None),
        ["check-data", "--source", file] => data::check(&data::own()?, Some(Path::new(file))),
        ["check-data", "--data", folder] => data::check(Path::new(folder), None),
        ["check-data", "--data", folder, "--source", file] | ["check-data", "--source", file, "--data", folder] => {
            data::check(Path::new(folder), Some(Path::new(file)))
        }
        ["fingerprints", "--source", file] => fingerprints::write(Path::new(file), &project::root()?.join("data")),
        ["fingerprints", "--source", file, "--data", folder] => fingerprints::write(Path::new(file), Path::new(folder)),
        ["data", out] => data::write(&data::own()?, Path::new(out)),
        ["data", out, "--data", folder] => data::write(Path::new(folder), Path::new(out)),
        ["schema", out] => project::write(Path::new(out), atlas::schema::document().as_bytes()),
        ["pre-build"] => hooks::pre_build(),
        ["post-build"] => hooks::post_build(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}\n\nSteps of `test`: {}", checks::names());
            Ok(())
        }
        unknown => Err(format!(
            "no such task, or not with these options: {}. `cargo xtask help` lists them.",
            unknown.join(" ")
        )),
    }
}
