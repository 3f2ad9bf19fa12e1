//! The atlas's pages and components: Leptos lives here and only here.
//!
//! Layers, each knowing only those below: `pages` compose, `components` know the domain, `ui` knows neither domain nor pages;
//! `route` makes and parses every address, `browser` is the only folder that touches the DOM's interfaces by hand.

// Views nest deeply before they are erased, in native builds most of all.
#![recursion_limit = "512"]

mod app;
mod browser;
mod catalogue;
mod components;
mod embedded;
mod lazy;
mod open_dataset;
pub mod pages;
#[cfg(not(target_arch = "wasm32"))]
pub mod plain;
mod reader_notes;
mod reader_text;
pub mod route;
mod search_state;
pub mod state;
mod ui;

pub use app::{App, open, place_at};
#[cfg(not(target_arch = "wasm32"))]
use embedded::DATASET;

/// Mounts the app; the one entry of the browser build.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    browser::install_panic_hook();
    app::mount();
}

/// The start page over the embedded dataset as HTML: what the document shows until the program has come.
///
/// # Errors
/// With the problems of the dataset, which the build has found before.
#[cfg(not(target_arch = "wasm32"))]
pub fn first_view() -> Result<String, Vec<atlas::Problem>> {
    app::first_view(open(DATASET)?)
}

/// Any page of the embedded dataset, or of a bundle, as HTML: for a look at a view without a build for the browser.
///
/// # Errors
/// With the problems of the dataset.
#[cfg(not(target_arch = "wasm32"))]
pub fn page(fragment: &str, bundle: Option<&str>) -> Result<String, Vec<atlas::Problem>> {
    app::page(open(bundle.unwrap_or(DATASET))?, fragment)
}

/// The plain edition of the embedded dataset: a JSON list of pages with file, title, description and body.
///
/// # Errors
/// With the problems of the dataset, which the build has found before.
#[cfg(not(target_arch = "wasm32"))]
pub fn plain_edition() -> Result<String, Vec<atlas::Problem>> {
    let pages = plain::pages(&open(DATASET)?);
    let fields = |page: &plain::PlainPage| serde_json::json!({"file": page.file, "title": page.title, "description": page.description, "kind": page.kind, "id": page.id, "body": page.body});
    Ok(serde_json::Value::Array(pages.iter().map(fields).collect()).to_string())
}
