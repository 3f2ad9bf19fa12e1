//! Starts the atlas in the browser. A native build writes the start page (`first-view`) or the plain edition (`plain`) for the
//! build to put into files, and otherwise only says what it is for.

#[cfg(target_arch = "wasm32")]
fn main() {
    partnership_atlas::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    if std::env::args().nth(1).as_deref() == Some("plain") {
        return plain();
    }
    if std::env::args().nth(1).as_deref() != Some("first-view") {
        eprintln!("This program runs in a browser: `cargo xtask serve` builds and serves it.");
        return std::process::ExitCode::SUCCESS;
    }
    match partnership_atlas::first_view() {
        Ok(html) => {
            println!("{html}");
            std::process::ExitCode::SUCCESS
        }
        Err(problems) => {
            problems.iter().for_each(|problem| eprintln!("{problem}"));
            std::process::ExitCode::FAILURE
        }
    }
}

/// The pages of the plain edition as a list of JSON objects, for the build to put into files.
#[cfg(not(target_arch = "wasm32"))]
fn plain() -> std::process::ExitCode {
    let dataset = match partnership_atlas::open(partnership_atlas::DATASET) {
        Ok(dataset) => dataset,
        Err(problems) => {
            problems.iter().for_each(|problem| eprintln!("{problem}"));
            return std::process::ExitCode::FAILURE;
        }
    };
    let pages = partnership_atlas::plain::pages(&dataset);
    let fields = |page: &partnership_atlas::plain::PlainPage| serde_json::json!({"file": page.file, "title": page.title, "description": page.description, "body": page.body});
    println!("{}", serde_json::Value::Array(pages.iter().map(fields).collect()));
    std::process::ExitCode::SUCCESS
}
