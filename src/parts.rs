//! Parts of the program that are fetched when they are asked for: pages other than the first, notes, search, and the reading of a
//! copy. Who opens the start page does not wait for them.
//!
//! A part is a table of functions. Code that calls it directly would be pulled into the first part, so each is called through its
//! table alone. A build that is not split (`cargo xtask build` splits, in release) has every part from the start.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

use atlas::Dataset;
use atlas::search::{Index, Indexing, PageHit, Results, Unknown};
use evidence::{Aligned, Alignment, Progress, ReaderCopy, Refusal};
use leptos::prelude::*;

use crate::browser;
use crate::route::{Page, Url};

/// A part by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Every page but the first.
    Pages,
    /// What stands in a note.
    Notes,
    /// The index, and what a query finds in it.
    Search,
    /// Reading and aligning the reader's copy of the source.
    Copies,
}

/// Draws pages.
#[derive(Clone, Copy)]
pub struct Pages {
    /// A page of an address.
    pub view: fn(&Dataset, &Page) -> AnyView,
}

/// Draws notes.
#[derive(Clone, Copy)]
pub struct Notes {
    /// What stands in the note of an id.
    pub content: fn(&Dataset, &str) -> AnyView,
}

/// Makes the index and asks it.
#[derive(Clone, Copy)]
pub struct Search {
    /// [`Indexing::new`]
    pub begin: fn(&Dataset) -> Indexing,
    /// [`Indexing::step`]
    pub step: fn(&mut Indexing, &Dataset, usize) -> bool,
    /// [`Indexing::finish`]
    pub finish: fn(Indexing, &Dataset) -> Index,
    /// [`Index::search`]
    pub search: fn(&Index, &Dataset, &str) -> Results,
    /// [`Index::unknown`]
    pub unknown: fn(&Index, &str) -> Vec<Unknown>,
    /// [`atlas::search::pages`]
    pub pages: fn(&Dataset, &str) -> Vec<PageHit>,
}

/// Reads copies and looks for passages in them.
#[derive(Clone, Copy)]
pub struct Copies {
    /// [`ReaderCopy::from_file`]
    pub from_file: fn(&[u8], Option<&str>) -> Result<ReaderCopy, Refusal>,
    /// [`ReaderCopy::from_paste`]
    pub from_paste: fn(&str) -> Result<ReaderCopy, Refusal>,
    /// [`Alignment::new`]
    pub begin: fn(&Dataset, ReaderCopy) -> Alignment,
    /// [`Alignment::step`]
    pub step: fn(&mut Alignment, usize) -> Progress,
    /// [`Alignment::finish`]
    pub finish: fn(Alignment) -> Result<Aligned, Refusal>,
}

/// Writes how a part is had: at once in a build that is not split, else once it has been fetched.
macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident: $part:ident = $table:expr;)*) => {
        $($(#[$doc])*
        pub fn $name() -> Option<$part> {
            #[cfg(split)]
            return far::$name::HERE.get().copied();
            #[cfg(not(split))]
            Some($table)
        })*

        #[cfg(split)]
        mod far {
            $(pub mod $name {
                use std::sync::OnceLock;

                use leptos::wasm_split::{SplitLoaderError, wasm_split};

                use crate::parts::*;

                pub static HERE: OnceLock<$part> = OnceLock::new();

                #[wasm_split($name, wasm_split_path = leptos::wasm_split, fallible)]
                pub fn table() -> Result<$part, SplitLoaderError> {
                    Ok($table)
                }
            })*
        }

        impl Part {
            /// Whether it is there.
            pub fn is_here(self) -> bool {
                match self {
                    $(Self::$part => $name().is_some(),)*
                }
            }

            /// Fetches it, unless it is there; whether it came.
            #[cfg(split)]
            pub async fn fetch(self) -> bool {
                match self {
                    $(Self::$part => match far::$name::table().await {
                        Ok(table) => {
                            let _ = far::$name::HERE.set(table);
                            true
                        }
                        Err(_) => false,
                    },)*
                }
            }
        }
    };
}

parts! {
    /// Pages other than the first.
    pages: Pages = Pages { view: crate::pages::far };
    /// What stands in notes.
    notes: Notes = Notes { content: crate::components::note_content };
    /// Search.
    search: Search = Search {
        begin: Indexing::new,
        step: Indexing::step,
        finish: Indexing::finish,
        search: Index::search,
        unknown: Index::unknown,
        pages: atlas::search::pages,
    };
    /// The reading of copies.
    copies: Copies = Copies {
        from_file: ReaderCopy::from_file,
        from_paste: ReaderCopy::from_paste,
        begin: Alignment::new,
        step: Alignment::step,
        finish: Alignment::finish,
    };
}

#[cfg(not(split))]
impl Part {
    /// Every part is there.
    #[expect(clippy::unused_async, reason = "it is fetched in a build that is split")]
    pub async fn fetch(self) -> bool {
        true
    }
}

/// The parts that an address needs.
fn needed(url: &Url) -> Vec<Part> {
    let searched = url.page == Page::Search || (url.page == Page::Statements && !url.q.is_empty());
    [
        (Part::Pages, url.page != Page::Overview),
        (Part::Notes, url.note.is_some()),
        (Part::Search, searched),
        // Before a copy is given, so that nothing at all is fetched once it is.
        (Part::Copies, matches!(url.page, Page::Source(_))),
    ]
    .into_iter()
    .filter_map(|(part, wanted)| wanted.then_some(part))
    .collect()
}

/// Calls `then` once every part that an address needs has come or failed to come: at once where all are there.
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "only a browser goes to addresses")
)]
pub fn bring(url: &Url, then: impl FnOnce() + 'static) {
    let missing = missing(url);
    if missing.is_empty() {
        return then();
    }
    browser::busy(true);
    browser::spawn(async move {
        fetch_all(missing).await;
        browser::busy(false);
        then();
    });
}

/// Fetches what an address needs, side by side. Each part is asked for once: what failed is told by the view that lacks it, and
/// asked for again when the reader goes on.
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "only a browser goes to addresses")
)]
pub async fn brought(url: &Url) {
    fetch_all(missing(url)).await;
}

fn missing(url: &Url) -> Vec<Part> {
    needed(url).into_iter().filter(|part| !part.is_here()).collect()
}

async fn fetch_all(parts: Vec<Part>) {
    let fetched = parts.into_iter().map(|part| -> Work<'_> {
        Box::pin(async move {
            part.fetch().await;
        })
    });
    together(fetched.collect()).await;
}

/// Something to wait for.
pub type Work<'a> = Pin<Box<dyn Future<Output = ()> + 'a>>;

/// Waits for all of it, side by side. (That of `futures-util` does the same in 1.2 KB more.)
pub async fn together(mut all: Vec<Work<'_>>) {
    poll_fn(|cx| {
        all.retain_mut(|work| work.as_mut().poll(cx).is_pending());
        match all.is_empty() {
            true => Poll::Ready(()),
            false => Poll::Pending,
        }
    })
    .await;
}

/// Asks for a part without waiting for it.
pub fn ask(part: Part) {
    if !part.is_here() {
        browser::spawn(async move {
            part.fetch().await;
        });
    }
}
