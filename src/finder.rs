//! Search over the open dataset: its index is made at the first question, and kept.

use std::sync::Arc;

use atlas::search::{Index, Results};
use leptos::prelude::*;

use crate::state::use_atlas;

/// A handle to the index, shared by the box in the header and the page of all hits.
#[derive(Clone, Copy)]
pub struct Finder(StoredValue<Option<Arc<Index>>>);

impl Finder {
    /// No index yet.
    pub fn new() -> Self {
        Self(StoredValue::new(None))
    }

    /// What a query finds.
    pub fn find(self, query: &str) -> Results {
        let d = use_atlas().data();
        let index = self.0.get_value().unwrap_or_else(|| {
            let index = Arc::new(Index::new(&d));
            self.0.set_value(Some(Arc::clone(&index)));
            index
        });
        index.search(&d, query)
    }
}

/// The handle.
pub fn use_finder() -> Finder {
    expect_context()
}
