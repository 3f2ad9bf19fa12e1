//! The reader's notes in this browser: what is changed here is put together with what another window made of it meanwhile, and what
//! another window changes is shown here at once; what cannot be kept or read is told, and stays.

use atlas::reader_notes::{Item, ReaderNotes};
use leptos::prelude::*;

use crate::browser;
use crate::state::use_atlas;

/// Where notes are kept; the dataset's id follows, for its ids mean nothing in another.
const KEY: &str = "atlas.tray.";

/// A handle to the notes, shared by notes and the page of the notes.
#[derive(Clone, Copy)]
pub struct KeptNotes {
    notes: RwSignal<ReaderNotes>,
    /// What the browser last had of it: what others make of that is told from what is made of it here.
    base: StoredValue<ReaderNotes>,
    /// What was removed last, and where it stood.
    removed: RwSignal<Option<(usize, Item)>>,
    /// What went wrong with keeping it, in words.
    trouble: RwSignal<String>,
    /// What was kept and cannot be read, as it is.
    unread: RwSignal<Option<String>>,
}

impl KeptNotes {
    /// The notes as it is kept.
    pub fn new(id: &str) -> Self {
        let this = Self {
            notes: RwSignal::new(ReaderNotes::default()),
            base: StoredValue::new(ReaderNotes::default()),
            removed: RwSignal::new(None),
            trouble: RwSignal::new(String::new()),
            unread: RwSignal::new(None),
        };
        let key = format!("{KEY}{id}");
        match browser::kept(&key) {
            None => this.trouble.set(no_storage()),
            Some(text) if text.is_empty() => {}
            Some(text) => match ReaderNotes::from_text(&text) {
                Ok(notes) => this.know(notes.clone(), notes),
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
                    .with_value(|base| this.notes.with_untracked(|own| own.merged(base, &theirs)));
                this.know(theirs, merged);
            }
        });
        this
    }

    /// What is in it.
    pub fn all(self) -> ReaderNotes {
        self.notes.get()
    }

    /// The reader's line to a statement.
    pub fn line(self, id: &str) -> String {
        self.notes.with(|notes| {
            let item = notes.items().iter().find(|item| item.id == id);
            item.map(|item| item.line.clone()).unwrap_or_default()
        })
    }

    /// How many are in it.
    pub fn count(self) -> usize {
        self.notes.with(|notes| notes.items().len())
    }

    /// Whether a statement is in it.
    pub fn has(self, id: &str) -> bool {
        self.notes.with(|notes| notes.has(id))
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
        let found = self.notes.with_untracked(|notes| {
            let at = notes.items().iter().position(|item| item.id == id)?;
            Some((at, notes.items().get(at)?.clone()))
        });
        self.change(|notes| notes.remove(id));
        self.removed.set(found);
    }

    /// Puts back what was removed last; its id.
    pub fn put_back(self) -> Option<String> {
        let (at, item) = self.removed.get_untracked()?;
        self.removed.set(None);
        self.change(|notes| notes.put_back(at, &item));
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
            self.change(|notes| {
                notes.add(id);
            });
        }
        self.notes.with_untracked(|notes| notes.has(id))
    }

    /// Makes a change and keeps it.
    pub fn change(self, change: impl FnOnce(&mut ReaderNotes)) {
        let key = format!("{KEY}{}", use_atlas().data().about().id);
        let stored = browser::kept(&key);
        // What cannot be read back is not kept, though it could be written.
        let keeps = stored.is_some();
        let mut notes = self.notes.get_untracked();
        change(&mut notes);
        if let Some(theirs) = stored.and_then(|text| read(&text)) {
            notes = self.base.with_value(|base| notes.merged(base, &theirs));
        }
        let is_kept = keeps && browser::keep(&key, &notes.to_text());
        if is_kept {
            self.base.set_value(notes.clone());
            if self.unread.with_untracked(Option::is_none) {
                self.trouble.set(String::new());
            }
        } else {
            self.trouble.set(no_storage());
        }
        self.notes.set(notes);
    }

    /// What the browser has, and what is shown.
    fn know(self, kept: ReaderNotes, shown: ReaderNotes) {
        self.base.set_value(kept);
        self.notes.set(shown);
    }
}

/// What a browser has under the key. Where that was taken away, what is shown here stays.
fn read(text: &str) -> Option<ReaderNotes> {
    ReaderNotes::from_text(text).ok()
}

fn no_storage() -> String {
    "This browser keeps nothing for this page (its storage is full, or switched off): your notes last until you leave. Save or copy them before.".to_owned()
}

/// The handle.
pub fn use_notes() -> KeptNotes {
    expect_context()
}
