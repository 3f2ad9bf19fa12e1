//! Search over the open dataset: its index is made at the first question, or before it where that would take long, and kept.

use std::sync::Arc;

use atlas::search::{Index, Indexing, Results};
use leptos::prelude::*;

use crate::browser;
use crate::state::use_atlas;

/// Datasets with more statements are indexed before anyone asks.
const LARGE: usize = 1_000;
/// Statements taken at a time: some milliseconds of work on a slow machine.
const SLICE: usize = 500;

/// How far the index is.
enum State {
    Untouched,
    Begun(Indexing),
    Made(Arc<Index>),
}

/// A handle to the index, shared by the box in the header and the page of all hits.
#[derive(Clone, Copy)]
pub struct Finder(StoredValue<State>);

impl Finder {
    /// No index yet.
    pub fn new() -> Self {
        Self(StoredValue::new(State::Untouched))
    }

    /// Begins the index of a large dataset, in slices between which the page answers; that of a small one takes no time.
    pub fn prepare(self) {
        let d = use_atlas().data();
        if d.statements().len() <= LARGE {
            return;
        }
        self.0.set_value(State::Begun(Indexing::new(&d)));
        browser::later(move || self.go_on(d));
    }

    /// Takes the next slice. The handle is gone once another dataset is open.
    fn go_on(self, d: Arc<atlas::Dataset>) {
        let more = self.0.try_update_value(|state| match state {
            State::Begun(indexing) => indexing.step(&d, SLICE),
            State::Untouched | State::Made(_) => false,
        });
        if more == Some(true) {
            browser::later(move || self.go_on(d));
        }
    }

    /// What a query finds.
    pub fn find(self, query: &str) -> Results {
        let d = use_atlas().data();
        let index = self.0.try_update_value(|state| {
            let index = match std::mem::replace(state, State::Untouched) {
                State::Untouched => Arc::new(Index::new(&d)),
                State::Begun(indexing) => Arc::new(indexing.finish(&d)),
                State::Made(index) => index,
            };
            *state = State::Made(Arc::clone(&index));
            index
        });
        index.unwrap_or_else(|| Arc::new(Index::new(&d))).search(&d, query)
    }
}

/// The handle.
pub fn use_finder() -> Finder {
    expect_context()
}
