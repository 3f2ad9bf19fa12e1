//! Search over the open dataset: its index is made at the first question, or before it where that would take long, and kept.

use std::sync::Arc;

use atlas::Dataset;
use atlas::search::{Index, Indexing, PageHit, Results, Unknown};
use leptos::prelude::*;

use crate::browser;
use crate::catalogue;
use crate::lazy::part;
use crate::route::Page;
use crate::state::use_atlas;

/// Datasets with more statements are indexed before anyone asks.
const LARGE: usize = 1_000;
/// Statements taken at a time: some milliseconds of work on a slow machine.
const SLICE: usize = 500;

/// Makes the index and asks it.
#[derive(Clone, Copy)]
pub struct SearchFns {
    /// [`Indexing::new`]
    begin: fn(&Dataset) -> Indexing,
    /// [`Indexing::step`]
    step: fn(&mut Indexing, &Dataset, usize) -> bool,
    /// [`Indexing::finish`]
    finish: fn(Indexing, &Dataset) -> Index,
    /// [`Index::search`]
    search: fn(&Index, &Dataset, &str) -> Results,
    /// [`Index::unknown`]
    unknown: fn(&Index, &str) -> Vec<Unknown>,
    /// [`atlas::search::pages`]
    pages: fn(&Dataset, &str) -> Vec<PageHit>,
}

part! {
    /// Search.
    pub fn search() -> SearchFns = SearchFns {
        begin: Indexing::new,
        step: Indexing::step,
        finish: Indexing::finish,
        search: Index::search,
        unknown: Index::unknown,
        pages: atlas::search::pages,
    };
    /// The part that searches: the index, and what a query finds in it.
    SEARCH
}

/// How far the index is.
enum IndexState {
    Untouched,
    Begun(Box<Indexing>),
    Made(Arc<Index>),
}

/// A handle to the index, shared by the box in the header and the page of all hits.
#[derive(Clone, Copy)]
pub struct SearchState {
    state: StoredValue<IndexState>,
    /// Whether the part of the program that searches is there.
    here: RwSignal<bool>,
}

impl SearchState {
    /// No index yet.
    pub fn new() -> Self {
        Self {
            state: StoredValue::new(IndexState::Untouched),
            here: RwSignal::new(SEARCH.is_here()),
        }
    }

    /// Begins the index of a large dataset, in slices between which the page answers; that of a small one takes no time.
    pub fn prepare(self) {
        let d = use_atlas().data();
        if d.statements().len() > LARGE {
            self.with_part(move |search| {
                self.state.set_value(IndexState::Begun(Box::new((search.begin)(&d))));
                browser::later(move || self.go_on(search, d));
            });
        }
    }

    /// Fetches the part, unless it is there, and does something with it. The handle may be gone by then.
    fn with_part(self, then: impl FnOnce(SearchFns) + 'static) {
        match search() {
            Some(search) => then(search),
            None => leptos::task::spawn_local(async move {
                SEARCH.ensure_loaded().await;
                if let Some(search) = search() {
                    self.here.try_set(true);
                    then(search);
                }
            }),
        }
    }

    /// The reader is about to search.
    pub fn prefetch(self) {
        self.with_part(|_| ());
    }

    /// Takes the next slice. The handle is gone once another dataset is open.
    fn go_on(self, search: SearchFns, d: Arc<Dataset>) {
        let more = self.state.try_update_value(|state| match state {
            IndexState::Begun(indexing) => (search.step)(indexing, &d, SLICE),
            IndexState::Untouched | IndexState::Made(_) => false,
        });
        if more == Some(true) {
            browser::later(move || self.go_on(search, d));
        }
    }

    /// What a query finds; `None` as long as the part that searches is on its way, and followed by an answer.
    pub fn find(self, query: &str) -> Option<Results> {
        let (search, index) = self.index()?;
        Some((search.search)(&index, &use_atlas().data(), query))
    }

    /// Words of a query that the dataset does not have; none as long as the part that searches is on its way.
    pub fn unknown(self, query: &str) -> Vec<Unknown> {
        self.index()
            .map_or_else(Vec::new, |(search, index)| (search.unknown)(&index, query))
    }

    /// Pages of the atlas that a query means, of those that the dataset has; none as long as the part that searches is on its way.
    pub fn pages(self, query: &str) -> Vec<(PageHit, Lead)> {
        let d = use_atlas().data();
        let found = search().map_or_else(Vec::new, |search| (search.pages)(&d, query));
        let lead = |page: PageHit| {
            Lead::of(page.key)
                .filter(|lead| lead.is_there(&d))
                .map(|lead| (page, lead))
        };
        found.into_iter().filter_map(lead).collect()
    }

    fn index(self) -> Option<(SearchFns, Arc<Index>)> {
        let Some(search) = search() else {
            self.here.track();
            self.prefetch();
            return None;
        };
        let d = use_atlas().data();
        let index = self.state.try_update_value(|state| {
            let index = match std::mem::replace(state, IndexState::Untouched) {
                IndexState::Untouched => Arc::new((search.finish)((search.begin)(&d), &d)),
                IndexState::Begun(indexing) => Arc::new((search.finish)(*indexing, &d)),
                IndexState::Made(index) => index,
            };
            *state = IndexState::Made(Arc::clone(&index));
            index
        })?;
        Some((search, index))
    }
}

/// Where a page that is meant lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead {
    /// A page of its own.
    Page(Page),
    /// A part of every page, by the id of its heading.
    Part(&'static str),
}

impl Lead {
    fn of(key: &str) -> Option<Self> {
        match key {
            "cite" | "embed" | "download" | "plain" => Some(Self::Part("footer-take")),
            "appearance" | "keys" => Some(Self::Part("footer-screen")),
            _ => Page::kinds().find(|page| page.kind() == key).cloned().map(Self::Page),
        }
    }

    fn is_there(&self, d: &Dataset) -> bool {
        match self {
            Self::Page(page) => catalogue::exists(d, page),
            Self::Part(_) => true,
        }
    }
}

/// Where the reader's last queries are kept, once they are wanted.
const RECENT: &str = "atlas.searches";
/// Most of them.
const MOST_RECENT: usize = 8;
/// What stands before them: it says that they are wanted.
const WANTED: &str = "kept";

/// The reader's last queries, the last one first; `None` where none are to be kept.
pub fn recent() -> Option<Vec<String>> {
    let kept = browser::kept(RECENT)?;
    let mut lines = kept.lines();
    let is_wanted = lines.next() == Some(WANTED);
    is_wanted.then(|| lines.map(str::to_owned).collect())
}

/// Keeps queries from now on, or forgets all and keeps none; whether that worked.
pub fn keep_recent(wanted: bool) -> bool {
    browser::keep(RECENT, if wanted { WANTED } else { "" })
}

/// Keeps a query, where they are kept: it is the last one now.
pub fn add_recent(query: &str) {
    let query = query.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(mut kept) = recent().filter(|_| !query.is_empty()) {
        kept.retain(|other| *other != query);
        kept.insert(0, query);
        kept.truncate(MOST_RECENT);
        kept.insert(0, WANTED.to_owned());
        browser::keep(RECENT, &kept.join("\n"));
    }
}

/// The handle.
pub fn use_search() -> SearchState {
    expect_context()
}
