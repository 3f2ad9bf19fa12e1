//! The reader's own copy of the source: given, aligned in slices, kept in memory for this visit and nowhere else.

use std::sync::Arc;

use atlas::Dataset;
use evidence::copy::MOST_BYTES;
use evidence::{Aligned, Alignment, Progress, ReaderCopy, Refusal};
use leptos::prelude::*;

use crate::browser::{self, Given};
use crate::lazy::part;

/// Reads copies and looks for passages in them.
#[derive(Clone, Copy)]
pub struct CopyFns {
    /// [`ReaderCopy::from_file`]
    from_file: fn(&[u8], Option<&str>) -> Result<ReaderCopy, Refusal>,
    /// [`ReaderCopy::from_paste`]
    from_paste: fn(&str) -> Result<ReaderCopy, Refusal>,
    /// [`Alignment::new`]
    begin: fn(&Dataset, ReaderCopy) -> Alignment,
    /// [`Alignment::step`]
    step: fn(&mut Alignment, usize) -> Progress,
    /// [`Alignment::finish`]
    finish: fn(Alignment) -> Result<Aligned, Refusal>,
}

part! {
    /// The reading of copies.
    pub fn copies() -> CopyFns = CopyFns {
        from_file: ReaderCopy::from_file,
        from_paste: ReaderCopy::from_paste,
        begin: Alignment::new,
        step: Alignment::step,
        finish: Alignment::finish,
    };
    /// The part that reads and aligns the reader's copy of the source.
    COPIES
}

/// Work done between two looks at the screen: a few milliseconds.
const SLICE: usize = 60_000;

/// Where the reader's copy is.
#[derive(Clone)]
pub enum CopyState {
    /// None is open.
    None,
    /// It is being aligned; of a hundred.
    Working(u8),
    /// It was not taken, for this reason.
    Refused(String),
    /// It is open.
    Open(Arc<Aligned>),
}

/// The reader's copy, shared by the pages that show it.
#[derive(Clone, Copy)]
pub struct ReaderText {
    state: RwSignal<CopyState>,
    /// Counts the copies given, so that work on one that was left does not come back.
    turn: StoredValue<u32>,
}

impl ReaderText {
    /// No copy.
    pub fn new() -> Self {
        Self {
            state: RwSignal::new(CopyState::None),
            turn: StoredValue::new(0),
        }
    }

    /// Where it is.
    pub fn state(self) -> CopyState {
        self.state.get()
    }

    /// The copy, if one is open.
    pub fn open(self) -> Option<Arc<Aligned>> {
        match self.state.get() {
            CopyState::Open(aligned) => Some(aligned),
            _ => None,
        }
    }

    /// Leaves the copy, or the work on it.
    pub fn close(self) {
        self.turn.update_value(|turn| *turn += 1);
        self.state.set(CopyState::None);
    }

    /// Takes a file.
    pub fn take_file(self, d: Arc<Dataset>, given: Given) {
        match given {
            Given::Bytes(name, bytes) => self.take(d, move |copies| (copies.from_file)(&bytes, Some(&name))),
            Given::TooLarge => self.take(d, |_| Err(Refusal::TooLarge { bytes: MOST_BYTES + 1 })),
            Given::Unreadable => self.state.set(CopyState::Refused(
                "This browser could not read the file. Try again, or paste the text.".to_owned(),
            )),
        }
    }

    /// Takes pasted text.
    pub fn take_paste(self, d: Arc<Dataset>, text: String) {
        self.take(d, move |copies| (copies.from_paste)(&text));
    }

    /// Fetches the part that reads copies, then begins the work.
    fn take(self, d: Arc<Dataset>, copy: impl FnOnce(CopyFns) -> Result<ReaderCopy, Refusal> + 'static) {
        self.close();
        self.state.set(CopyState::Working(0));
        let turn = self.turn.get_value();
        leptos::task::spawn_local(async move {
            COPIES.ensure_loaded().await;
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            let Some(copies) = copies() else {
                return self.state.set(CopyState::Refused(
                    "The part of the atlas that reads copies could not be fetched. Check your connection, then try again."
                        .to_owned(),
                ));
            };
            match copy(copies) {
                Ok(copy) => self.work(copies, (copies.begin)(&d, copy), turn),
                Err(refusal) => self.state.set(CopyState::Refused(refusal.to_string())),
            }
        });
    }

    /// A slice of the work, then the browser's turn.
    fn work(self, copies: CopyFns, mut alignment: Alignment, turn: u32) {
        if self.turn.try_get_value() != Some(turn) {
            return;
        }
        match (copies.step)(&mut alignment, SLICE) {
            Progress::Working(done) => {
                self.state.set(CopyState::Working(done));
                browser::later(move || self.work(copies, alignment, turn));
            }
            Progress::Done => self.state.set(match (copies.finish)(alignment) {
                Ok(aligned) => CopyState::Open(Arc::new(aligned)),
                Err(refusal) => CopyState::Refused(refusal.to_string()),
            }),
        }
    }
}

/// The reader's copy.
pub fn use_reader_text() -> ReaderText {
    expect_context()
}
