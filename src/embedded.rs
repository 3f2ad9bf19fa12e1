//! What is built into the program: its dataset, and the list of examples that the site carries.

/// The embedded dataset, merged from `data/` by `build.rs` and valid by then.
pub const DATASET: &str = include_str!(concat!(env!("OUT_DIR"), "/dataset.json"));

/// The examples that lie beside the app, found by `build.rs`: a line each, the path of the bundle, a tab, its title.
pub const EXAMPLES: &str = include_str!(concat!(env!("OUT_DIR"), "/examples.txt"));
