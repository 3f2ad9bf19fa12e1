//! Which dataset is open: the embedded one, or one that the reader gave. Another one takes the whole app's place; the embedded one
//! is kept, so that going back loses nothing.
#![cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "only a browser is given datasets or follows an address")
)]

mod beside;

use std::sync::Arc;

use atlas::limits::MOST_BYTES;
use atlas::{Dataset, Problem};
use leptos::prelude::*;

use self::beside::is_beside;
use crate::browser::{self, Given, Held};
use crate::route::{Page, Url};

/// The dataset that is open, and where it came from.
#[derive(Clone)]
pub struct Opened {
    /// The dataset.
    pub dataset: Arc<Dataset>,
    /// A file's name or an address; `None` for the embedded one.
    pub from: Option<String>,
    /// Its text as it was given, kept by the browser, to be saved again; `None` for the embedded one.
    held: Option<Held>,
}

/// How far the opening of another dataset is.
#[derive(Clone)]
pub enum Opening {
    /// Nothing was given.
    None,
    /// It is being read.
    Reading(String),
    /// It was not opened: its name, and why.
    Refused(String, Arc<Vec<Problem>>),
}

/// What is open, above the app and over its changes.
#[derive(Clone, Copy)]
pub struct OpenDataset {
    embedded: StoredValue<Arc<Dataset>>,
    /// The last one that the reader gave, for Back and Forward.
    given: StoredValue<Option<Opened>>,
    open: RwSignal<Opened>,
    opening: RwSignal<Opening>,
    /// The path that the address names now: what is fetched opens only while it is asked for.
    asked: StoredValue<Option<String>>,
    /// That path, while what lies there is being read.
    awaited: RwSignal<Option<String>>,
    /// Whether the reader has closed the notice of what was not opened.
    closed: RwSignal<bool>,
    /// The last address of the embedded dataset, but for the page where others are opened.
    left: StoredValue<Option<Url>>,
    /// Counts the addresses followed: at the first one the browser itself says where the reader is.
    followed: StoredValue<u32>,
    /// Counts the datasets given, so that one that was left does not come back.
    turn: StoredValue<u32>,
}

impl OpenDataset {
    /// With the embedded dataset open.
    pub fn new(dataset: Arc<Dataset>) -> Self {
        let open = Opened {
            dataset: dataset.clone(),
            from: None,
            held: None,
        };
        Self {
            embedded: StoredValue::new(dataset),
            given: StoredValue::new(None),
            open: RwSignal::new(open),
            opening: RwSignal::new(Opening::None),
            asked: StoredValue::new(None),
            awaited: RwSignal::new(None),
            closed: RwSignal::new(false),
            left: StoredValue::new(None),
            followed: StoredValue::new(0),
            turn: StoredValue::new(0),
        }
    }

    /// What is open; a view that reads it is made anew with another dataset.
    pub fn open(self) -> Opened {
        self.open.get()
    }

    /// The dataset that is open now, for one that does not follow it.
    pub fn now(self) -> Arc<Dataset> {
        self.open.with_untracked(|open| open.dataset.clone())
    }

    /// Where the open dataset came from, as long as it stays open.
    pub fn from(self) -> Option<String> {
        self.open.with_untracked(|open| open.from.clone())
    }

    /// How far an opening is.
    pub fn opening(self) -> Opening {
        self.opening.get()
    }

    /// Whether the reader has closed the notice of what was not opened.
    pub fn is_closed(self) -> bool {
        self.closed.get()
    }

    /// Closes that notice; the page where datasets are opened goes on telling why.
    pub fn close_notice(self) {
        self.closed.set(true);
    }

    /// Takes a file.
    pub fn take_file(self, given: Given) {
        match given {
            Given::Bytes(name, bytes) => self.take_bytes(name, bytes, true),
            Given::TooLarge => self.refuse(
                "The file",
                "more bytes than are read",
                &format!("at most {MOST_BYTES} bytes"),
            ),
            Given::Unreadable => self.refuse(
                "The file",
                "what the browser could not read",
                "a file that can be read: try again",
            ),
        }
    }

    /// Fetches a dataset of the same origin. It opens at the address of now, which carries its path.
    pub fn take_address(self, path: &str) {
        let name = path.to_owned();
        if !is_beside(path) {
            return self.refuse(
                &name,
                "an address elsewhere, or none at all",
                "a path beside the atlas, such as data=other/dataset.json",
            );
        }
        self.is_at(Opening::Reading(name.clone()));
        let fetched = name.clone();
        browser::fetch(path, MOST_BYTES, move |given| match given {
            _ if self.asked.with_value(|asked| asked.as_ref() != Some(&fetched)) => self.forget(&fetched),
            Given::Bytes(_, bytes) => self.take_bytes(name, bytes, false),
            Given::TooLarge => self.refuse(
                &name,
                "more bytes than are read",
                &format!("at most {MOST_BYTES} bytes"),
            ),
            Given::Unreadable => self.refuse(
                &name,
                "nothing that could be fetched",
                "a dataset at this path, on the host of the atlas",
            ),
        });
    }

    fn take_bytes(self, name: String, bytes: Vec<u8>, start: bool) {
        self.is_at(Opening::Reading(name.clone()));
        let turn = self.turn.get_value() + 1;
        self.turn.set_value(turn);
        // The message is drawn before the work begins, and the page answers while it goes on.
        browser::spawn(async move {
            browser::rest().await;
            let Ok(text) = String::from_utf8(bytes) else {
                return self.refuse(&name, "bytes that are no UTF-8 text", "a dataset as JSON, in UTF-8");
            };
            let read = Dataset::open(text.trim_start_matches('\u{feff}'), &browser::rest).await;
            // Another one was given in the meantime, or the reader has gone where this one is not meant.
            if self.turn.get_value() != turn {
                return;
            }
            if !start && self.asked.with_value(|asked| asked.as_ref() != Some(&name)) {
                return self.forget(&name);
            }
            match read {
                Ok(dataset) => {
                    let held = browser::hold(&text);
                    browser::rest().await;
                    self.put(Arc::new(dataset), name, held, start);
                }
                Err(problems) => self.is_at(Opening::Refused(name, Arc::new(problems))),
            }
        });
    }

    /// Opens what was read.
    fn put(self, dataset: Arc<Dataset>, name: String, held: Option<Held>, start: bool) {
        let open = Opened {
            dataset,
            from: Some(name),
            held,
        };
        let url = Url {
            d: Some(stamp(&open.dataset)),
            ..Url::of(Page::Overview)
        };
        self.given.set_value(Some(open.clone()));
        // First: what shows it is part of the app whose place the other one takes.
        self.is_at(Opening::None);
        if start {
            self.open.set(open);
            return browser::go(&url.href());
        }
        name_in_address(&open);
        self.open.set(open);
        let by_link = self.followed.get_value() > 1;
        browser::spawn(async move {
            leptos::task::tick().await;
            // As on any page that is come to; what came with the document has its place from the last visit.
            if by_link {
                browser::focus_heading();
            } else {
                browser::find_place();
            }
        });
    }

    fn refuse(self, name: &str, found: &str, expected: &str) {
        let problem = Problem::new("bundle", "document", "", found, expected);
        self.is_at(Opening::Refused(name.to_owned(), Arc::new(vec![problem])));
    }

    /// What was given under a name is no longer asked for.
    fn forget(self, name: &str) {
        if self.is_known(name) {
            self.is_at(Opening::None);
        }
    }

    /// Whether what has this name is being read, or was refused.
    fn is_known(self, name: &str) -> bool {
        self.opening.with_untracked(|opening| match opening {
            Opening::None => false,
            Opening::Reading(known) | Opening::Refused(known, _) => known == name,
        })
    }

    /// Follows the address: `data` names a dataset of the same host, `d` one by id and version; with neither the embedded one is
    /// meant. One that was given before is opened again; one that is not at hand is told by [`OpenDataset::missing`].
    pub fn follow(self, url: &Url) {
        let given = self.given.get_value();
        self.followed.update_value(|n| *n += 1);
        if url.data.is_none() && url.d.is_none() && url.page != Page::Open {
            self.left.set_value(Some(url.clone()));
        }
        self.asked.set_value(url.data.clone());
        self.look_again();
        let embedded = || Opened {
            dataset: self.embedded.get_value(),
            from: None,
            held: None,
        };
        let wanted = match (&url.data, &url.d) {
            (Some(path), _) => match given.filter(|open| open.from.as_ref() == Some(path)) {
                Some(open) => Some(open),
                None if self.is_known(path) => return,
                None => return self.take_address(path),
            },
            (None, Some(wanted)) => given
                .into_iter()
                .chain([embedded()])
                .find(|open| stamp(&open.dataset) == *wanted),
            (None, None) => Some(embedded()),
        };
        if let Some(open) = &wanted {
            name_in_address(open);
        }
        let is_open = |open: &Opened| self.open.with_untracked(|now| Arc::ptr_eq(&now.dataset, &open.dataset));
        if let Some(open) = wanted.filter(|open| !is_open(open)) {
            self.open.set(open);
        }
    }

    /// The dataset that the address names, while it is being read: what the open one has at this address is not what was meant.
    pub fn awaited(self) -> Option<String> {
        self.awaited.get()
    }

    /// Notes how far an opening is, and whether what the address names is awaited now. Whoever waits is told of changes alone.
    fn is_at(self, opening: Opening) {
        self.closed.set(false);
        self.opening.set(opening);
        self.look_again();
    }

    fn look_again(self) {
        let asked = self.asked.get_value();
        let (awaited, refused) = self.opening.with_untracked(|opening| match opening {
            Opening::Reading(name) => (asked.filter(|path| path == name), false),
            Opening::Refused(..) => (None, true),
            Opening::None => (None, false),
        });
        if self.awaited.with_untracked(|now| *now == awaited) {
            return;
        }
        let given_up = refused && self.followed.get_value() > 1;
        self.awaited.set(awaited);
        // The heading that had the focus is gone.
        if given_up {
            browser::spawn(async {
                leptos::task::tick().await;
                browser::focus_heading();
            });
        }
    }

    /// The dataset that an address is for, where another one is open.
    pub fn missing(self, url: &Url) -> Option<String> {
        let open = self.open.with_untracked(|open| stamp(&open.dataset));
        url.d.clone().filter(|wanted| *wanted != open)
    }

    /// Saves the open dataset as a file; whether that worked.
    pub fn save_dataset(self, name: &str) -> bool {
        self.open.with_untracked(|open| match (&open.from, &open.held) {
            (Some(_), Some(held)) => browser::save_held(held, name),
            (Some(_), None) => false,
            (None, _) => {
                let inside = browser::inside(INSIDE).filter(|text| !text.is_empty());
                browser::save_text(
                    inside.as_deref().unwrap_or(crate::embedded::DATASET),
                    name,
                    "application/json",
                )
            }
        })
    }

    /// Asks for the whole atlas as one file, with the dataset that is open.
    pub fn save_atlas(self) {
        self.open.with_untracked(|open| browser::save_atlas(open.held.as_ref()));
    }

    /// Goes back to the embedded dataset, to the page and the date that were left; the other one is kept for the way forward.
    pub fn close(self) {
        self.is_at(Opening::None);
        let left = self.left.get_value();
        browser::go(&left.unwrap_or_else(|| Url::of(Page::Overview)).href());
    }
}

/// Adds to an address that says where a dataset lies which one was found there: whoever is given it later is told of another version.
fn name_in_address(open: &Opened) {
    let url = Url::arriving(&browser::fragment(), &|_| 0).map(|(url, _)| url);
    if let Some(url) = url.filter(|url| url.data.is_some() && url.data == open.from && url.d.is_none()) {
        let d = Some(stamp(&open.dataset));
        let href = Url { d, ..url }.href();
        // One that has become too long to be read stays as it was.
        if Url::parse(&href).is_some_and(|(_, notices)| notices.is_empty()) {
            browser::replace(&href);
        }
    }
}

/// The id and version by which links name a dataset.
pub fn stamp(d: &Dataset) -> String {
    format!("{}@{}", d.about().id, d.about().version)
}

/// The part of the edition of one file that holds the dataset it was saved with; empty where that is the program's own.
pub const INSIDE: &str = "dataset";

/// Whether files lie beside the app that are those of the open dataset: not where another one is open, and not in one file.
pub fn has_files() -> bool {
    use_context::<OpenDataset>().is_none_or(|open_dataset| open_dataset.from().is_none())
        && browser::inside(INSIDE).is_none()
}

/// The examples that lie beside the app: where each is opened, and its title. None where no files of the app's own lie there.
pub fn examples() -> impl Iterator<Item = (Url, &'static str)> {
    let lines = has_files()
        .then(|| crate::embedded::EXAMPLES.lines())
        .into_iter()
        .flatten();
    lines.filter_map(|line| {
        let (path, title) = line.split_once('\t')?;
        let url = Url {
            data: Some(path.to_owned()),
            ..Url::of(Page::Overview)
        };
        Some((url, title))
    })
}

/// The handle.
pub fn use_open_dataset() -> OpenDataset {
    expect_context()
}
