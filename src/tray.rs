//! The reader's tray in this browser: every change is made to what is kept at that moment, so that two windows do not undo each
//! other; what cannot be kept or read is told, and stays.

use atlas::tray::Tray;
use leptos::prelude::*;

use crate::browser;
use crate::state::use_atlas;

/// Where trays are kept; the dataset's id follows, for its ids mean nothing in another.
const KEY: &str = "atlas.tray.";

/// A handle to the tray, shared by notes and the page of the tray.
#[derive(Clone, Copy)]
pub struct Notes {
    tray: RwSignal<Tray>,
    /// What went wrong with keeping it, in words.
    trouble: RwSignal<String>,
    /// What was kept and cannot be read, as it is.
    unread: RwSignal<Option<String>>,
    /// Whether the last change could not be kept: what the browser has is then older than what is shown.
    behind: StoredValue<bool>,
}

impl Notes {
    /// The tray as it is kept.
    pub fn new(id: &str) -> Self {
        let this = Self {
            tray: RwSignal::new(Tray::default()),
            trouble: RwSignal::new(String::new()),
            unread: RwSignal::new(None),
            behind: StoredValue::new(false),
        };
        match browser::kept(&format!("{KEY}{id}")) {
            None => this.trouble.set(no_storage()),
            Some(text) if text.is_empty() => {}
            Some(text) => match Tray::from_text(&text) {
                Ok(tray) => this.tray.set(tray),
                Err(why) => {
                    this.trouble.set(format!(
                        "What this browser kept of your notes cannot be read: {why}. It stands below as it is; copy what you need of it."
                    ));
                    // Out of the way of new notes, and still kept.
                    let _ = browser::keep(&format!("{KEY}{id}.unread"), &text);
                    this.unread.set(Some(text));
                }
            },
        }
        this
    }

    /// What is in it.
    pub fn tray(self) -> Tray {
        self.tray.get()
    }

    /// How many are in it.
    pub fn count(self) -> usize {
        self.tray.with(|tray| tray.items().len())
    }

    /// Whether a statement is in it.
    pub fn has(self, id: &str) -> bool {
        self.tray.with(|tray| tray.has(id))
    }

    /// What is wrong, for the reader; empty where nothing is.
    pub fn trouble(self) -> String {
        self.trouble.get()
    }

    /// What could not be read.
    pub fn unread(self) -> Option<String> {
        self.unread.get()
    }

    /// Makes a change and keeps it.
    pub fn change(self, change: impl FnOnce(&mut Tray)) {
        let key = format!("{KEY}{}", use_atlas().data().about().id);
        let stored = browser::kept(&key);
        // What cannot be read back is not kept, though it could be written.
        let keeps = stored.is_some();
        let kept = stored.filter(|_| !self.behind.get_value());
        let kept = kept.and_then(|text| Tray::from_text(&text).ok());
        let mut tray = kept.unwrap_or_else(|| self.tray.get_untracked());
        change(&mut tray);
        let is_kept = keeps && browser::keep(&key, &tray.to_text());
        self.behind.set_value(!is_kept);
        if is_kept {
            if self.unread.with_untracked(Option::is_none) {
                self.trouble.set(String::new());
            }
        } else {
            self.trouble.set(no_storage());
        }
        self.tray.set(tray);
    }
}

fn no_storage() -> String {
    "This browser keeps nothing for this page (its storage is full, or switched off): your notes last until you leave. Save or copy them before.".to_owned()
}

/// The handle.
pub fn use_notes() -> Notes {
    expect_context()
}
