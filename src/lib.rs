//! The atlas's pages and components: Leptos lives here and only here.

/// Mounts the app; the one entry of the browser build.
#[cfg(target_arch = "wasm32")]
pub fn start() {}
