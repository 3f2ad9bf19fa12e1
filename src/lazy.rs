//! Parts of the program that are fetched when they are asked for: whoever opens the start page does not wait for them.
//!
//! Each part is declared with [`part!`] where its code is: a table of functions. Code that calls them directly would be pulled into
//! the first part, so each is called through its table alone. A build that is not split (`cargo xtask build` splits, in release) has
//! every part from the start. Left out: which address needs which part, which the app knows.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

use crate::browser;

/// Something to wait for.
pub type Work<'a> = Pin<Box<dyn Future<Output = ()> + 'a>>;

/// A part of the program.
#[derive(Clone, Copy)]
pub struct Part {
    is_here: fn() -> bool,
    fetch: fn() -> Work<'static>,
}

impl Part {
    /// A part by how to ask for it; made by [`part!`] alone.
    pub const fn new(is_here: fn() -> bool, fetch: fn() -> Work<'static>) -> Self {
        Self { is_here, fetch }
    }

    /// Whether it is loaded.
    pub fn is_here(self) -> bool {
        (self.is_here)()
    }

    /// Fetches it, unless it is loaded. It may fail to come: whoever needs it looks whether it did.
    pub async fn ensure_loaded(self) {
        if !self.is_here() {
            (self.fetch)().await;
        }
    }

    /// Asks for it without waiting.
    pub fn prefetch(self) {
        if !self.is_here() {
            browser::spawn((self.fetch)());
        }
    }
}

/// Declares a part: a function that gives its table once it is loaded, and the [`Part`] by which it is asked for. The name of the
/// function names the file of the part.
macro_rules! part {
    ($(#[$doc:meta])* $visible:vis fn $name:ident() -> $table:ident = $value:expr; $(#[$part_doc:meta])* $part:ident) => {
        $(#[$doc])*
        $visible fn $name() -> Option<$table> {
            #[cfg(split)]
            return split_point::LOADED.get().copied();
            #[cfg(not(split))]
            Some($value)
        }

        $(#[$part_doc])*
        $visible const $part: crate::lazy::Part = crate::lazy::Part::new(
            || $name().is_some(),
            || Box::pin(async {
                #[cfg(split)]
                if let Ok(table) = split_point::table().await {
                    let _ = split_point::LOADED.set(table);
                }
            }),
        );

        #[cfg(split)]
        mod split_point {
            use std::sync::OnceLock;

            use leptos::wasm_split::{SplitLoaderError, wasm_split};

            use super::*;

            pub static LOADED: OnceLock<$table> = OnceLock::new();

            #[wasm_split($name, wasm_split_path = leptos::wasm_split, fallible)]
            pub fn table() -> Result<$table, SplitLoaderError> {
                Ok($value)
            }
        }
    };
}
pub(crate) use part;

/// Calls `then` once all of these parts have come or failed to come: at once where all are loaded. A part that failed is asked for
/// again when the reader goes on; the view that lacks it says so.
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "only a browser goes to addresses")
)]
pub fn with_loaded(parts: Vec<Part>, then: impl FnOnce() + 'static) {
    if parts.iter().all(|part| part.is_here()) {
        return then();
    }
    browser::busy(true);
    browser::spawn(async move {
        load_all(parts).await;
        browser::busy(false);
        then();
    });
}

/// Loads parts side by side.
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "only a browser goes to addresses")
)]
pub async fn load_all(parts: Vec<Part>) {
    let loading = parts
        .into_iter()
        .map(|part| -> Work<'_> { Box::pin(part.ensure_loaded()) });
    join_all(loading.collect()).await;
}

/// Waits for all of it, side by side. (That of `futures-util` does the same in 1.2 KB more.)
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "only a browser goes to addresses")
)]
pub async fn join_all(mut all: Vec<Work<'_>>) {
    poll_fn(|cx| {
        all.retain_mut(|work| work.as_mut().poll(cx).is_pending());
        match all.is_empty() {
            true => Poll::Ready(()),
            false => Poll::Pending,
        }
    })
    .await;
}
