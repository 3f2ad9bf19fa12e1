//! The reader's tray in this browser: what is changed here is put together with what another window made of it meanwhile, and what
//! another window changes is shown here at once; what cannot be kept or read is told, and stays.

use atlas::tray::{Item, Tray};
use leptos::prelude::*;

use crate::browser;
use crate::state::use_atlas;

/// Where trays are kept; the dataset's id follows, for its ids mean nothing in another.
const KEY: &str = "atlas.tray.";

/// A handle to the tray, shared by notes and the page of the tray.
#[derive(Clone, Copy)]
pub struct Notes {
    tray: RwSignal<Tray>,
    /// What the browser last had of it: what others make of that is told from what is made of it here.
    base: StoredValue<Tray>,
    /// What was removed last, and where it stood.
    removed: RwSignal<Option<(usize, Item)>>,
    /// What went wrong with keeping it, in words.
    trouble: RwSignal<String>,
    /// What was kept and cannot be read, as it is.
    unread: RwSignal<Option<String>>,
}

impl Notes {
    /// The tray as it is kept.
    pub fn new(id: &str) -> Self {
        let this = Self {
            tray: RwSignal::new(Tray::default()),
            base: StoredValue::new(Tray::default()),
            removed: RwSignal::new(None),
            trouble: RwSignal::new(String::new()),
            unread: RwSignal::new(None),
        };
        let key = format!("{KEY}{id}");
        match browser::kept(&key) {
            None => this.trouble.set(no_storage()),
            Some(text) if text.is_empty() => {}
            Some(text) => match Tray::from_text(&text) {
                Ok(tray) => this.know(tray.clone(), tray),
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
        // Another window changed what is kept.
        browser::on_kept(&key, move |text| {
            if let Some(theirs) = read(&text) {
                let merged = this
                    .base
                    .with_value(|base| this.tray.with_untracked(|own| own.merged(base, &theirs)));
                this.know(theirs, merged);
            }
        });
        this
    }

    /// What is in it.
    pub fn tray(self) -> Tray {
        self.tray.get()
    }

    /// The reader's line to a statement.
    pub fn line(self, id: &str) -> String {
        self.tray.with(|tray| {
            let item = tray.items().iter().find(|item| item.id == id);
            item.map(|item| item.line.clone()).unwrap_or_default()
        })
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

    /// What was removed last and can be put back.
    pub fn removed(self) -> Option<Item> {
        self.removed
            .with(|removed| removed.as_ref().map(|(_, item)| item.clone()))
    }

    /// Takes a statement out, so that it can be put back.
    pub fn remove(self, id: &str) {
        let found = self.tray.with_untracked(|tray| {
            let at = tray.items().iter().position(|item| item.id == id)?;
            Some((at, tray.items().get(at)?.clone()))
        });
        self.change(|tray| tray.remove(id));
        self.removed.set(found);
    }

    /// Puts back what was removed last; its id.
    pub fn put_back(self) -> Option<String> {
        let (at, item) = self.removed.get_untracked()?;
        self.removed.set(None);
        self.change(|tray| tray.put_back(at, &item));
        Some(item.id)
    }

    /// Adds a statement, with the line that it had if it was removed just now; whether there was room.
    pub fn add(self, id: &str) -> bool {
        if self
            .removed
            .with_untracked(|removed| removed.as_ref().is_some_and(|(_, item)| item.id == id))
        {
            self.put_back();
        } else {
            self.change(|tray| {
                tray.add(id);
            });
        }
        self.tray.with_untracked(|tray| tray.has(id))
    }

    /// Makes a change and keeps it.
    pub fn change(self, change: impl FnOnce(&mut Tray)) {
        let key = format!("{KEY}{}", use_atlas().data().about().id);
        let stored = browser::kept(&key);
        // What cannot be read back is not kept, though it could be written.
        let keeps = stored.is_some();
        let mut tray = self.tray.get_untracked();
        change(&mut tray);
        if let Some(theirs) = stored.and_then(|text| read(&text)) {
            tray = self.base.with_value(|base| tray.merged(base, &theirs));
        }
        let is_kept = keeps && browser::keep(&key, &tray.to_text());
        if is_kept {
            self.base.set_value(tray.clone());
            if self.unread.with_untracked(Option::is_none) {
                self.trouble.set(String::new());
            }
        } else {
            self.trouble.set(no_storage());
        }
        self.tray.set(tray);
    }

    /// What the browser has, and what is shown.
    fn know(self, kept: Tray, shown: Tray) {
        self.base.set_value(kept);
        self.tray.set(shown);
    }
}

/// What a browser has under the key. Where that was taken away, what is shown here stays.
fn read(text: &str) -> Option<Tray> {
    Tray::from_text(text).ok()
}

fn no_storage() -> String {
    "This browser keeps nothing for this page (its storage is full, or switched off): your notes last until you leave. Save or copy them before.".to_owned()
}

/// The handle.
pub fn use_notes() -> Notes {
    expect_context()
}
