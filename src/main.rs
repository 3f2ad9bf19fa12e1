//! Starts the atlas in the browser. A native build writes the start page as HTML for the build to put into the document, when
//! asked by `first-view`, and otherwise only says what it is for.

#[cfg(target_arch = "wasm32")]
fn main() {
    partnership_atlas::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
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
