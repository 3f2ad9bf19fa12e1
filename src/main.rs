//! Starts the atlas in the browser. A native build writes the start page (`first-view`) or the plain edition (`plain`) for the
//! build to put into files, or one page for a look at it (`page FRAGMENT [BUNDLE]`), and otherwise only says what it is for.

#[cfg(target_arch = "wasm32")]
fn main() {
    partnership_atlas::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let written = match std::env::args().nth(1).as_deref() {
        Some("first-view") => partnership_atlas::first_view(),
        Some("plain") => partnership_atlas::plain_edition(),
        Some("page") => {
            let fragment = std::env::args().nth(2).unwrap_or_default();
            let bundle = match std::env::args().nth(3).map(std::fs::read_to_string) {
                Some(Err(error)) => {
                    eprintln!("the bundle cannot be read: {error}");
                    return std::process::ExitCode::FAILURE;
                }
                Some(Ok(text)) => Some(text),
                None => None,
            };
            partnership_atlas::page(&fragment, bundle.as_deref())
        }
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
