//! The domain of Partnership Atlas: what a dataset is, when it is valid, and what it answers.
//!
//! Deliberately left out: files, network, clocks, the DOM, Leptos, and every name that a dataset may carry. A dataset comes in
//! as text through [`Dataset::from_json`] and leaves as answers that cannot exist without the statements behind them.

pub mod asof;
pub mod bundle;
mod characters;
pub mod cite;
pub mod claim;
pub mod csv;
pub mod dates;
pub mod fingerprint;
mod index;
pub mod limits;
mod load;
pub mod mention;
pub mod model;
mod open;
pub mod order;
pub mod picture;
pub mod problem;
pub mod reader_notes;
pub mod roles;
mod row;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
pub mod search;
pub mod tables;
pub mod text;
mod validate;
pub mod views;
pub mod yielding;

pub use asof::{Answer, Rule, Why};
pub use claim::{Claim, Standing, Subject, When};
pub use dates::{AsOf, Day, Edtf};
pub use index::*;
pub use mention::{Matter, Mention, mention, said_of_groups};
pub use model::Dataset;
pub use problem::{Problem, Severity};
pub use validate::hints;
