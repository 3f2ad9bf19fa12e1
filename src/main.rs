//! Starts the atlas in the browser. A native build writes the start page (`first-view`) or the plain edition (`plain`) for the
//! build to put into files, and otherwise only says what it is for.

#[cfg(target_arch = "wasm32")]
fn main() {
    partnership_atlas::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let written = match std::env::args().nth(1).as_deref() {
        Some("first-view") => partnership_atlas::first_view(),
        Some("plain") => partnership_atlas::plain_edition(),
        _ => {
            eprintln!("This program runs in a browser: `cargo xtask serve` builds and serves it.");
            return std::process::ExitCode::SUCCESS;
        }
    };
    match written {
        Ok(text) => {
            println!("{text}");
            std::process::ExitCode::SUCCESS
        }
        Err(problems) => {
            problems.iter().for_each(|problem| eprintln!("{problem}"));
            std::process::ExitCode::FAILURE
        }
    }
}
