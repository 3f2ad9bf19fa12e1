//! Starts the atlas in the browser; a native build of this binary only says what it is for.

fn main() {
    #[cfg(target_arch = "wasm32")]
    partnership_atlas::start();
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!("This program runs in a browser: `cargo xtask serve` builds and serves it.");
}
