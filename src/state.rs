//! What every view shares: the dataset and the address. Signals hold ids and addresses, never pieces of the dataset.

use std::cmp::Ordering;
use std::collections::HashSet;
use std::sync::Arc;

use atlas::{AsOf, Dataset, Day};
use leptos::prelude::*;

use crate::route::{Notice, Page, Url};

/// A `Copy` handle to the open dataset. Opening another one unmounts the app and mounts it anew, so two never mix.
#[derive(Clone, Copy)]
pub struct Atlas(StoredValue<Arc<Dataset>>);

impl Atlas {
    /// A handle that lives as long as the current owner.
    pub fn new(dataset: Arc<Dataset>) -> Self {
        Self(StoredValue::new(dataset))
    }

    /// The dataset.
    pub fn data(self) -> Arc<Dataset> {
        self.0.get_value()
    }
}

/// Where the reader is: the address, taken apart into memos, so that a view follows only what it shows.
#[derive(Clone, Copy)]
pub struct Place {
    /// The whole address.
    pub url: ReadSignal<Url>,
    /// What could not be read in it.
    pub notices: ReadSignal<Vec<Notice>>,
    /// The page.
    pub page: Memo<Page>,
    /// The date asked about.
    pub as_of: Memo<Option<AsOf>>,
    /// The date that it is compared with.
    pub vs: Memo<Option<AsOf>>,
    /// What the map shows, where that is not what the page opens on.
    pub map: Memo<Option<String>>,
    /// The note that is open.
    pub note: Memo<Option<String>>,
    /// The address without its note: for what is made anew by any other choice, and must not be by a note.
    pub setting: Memo<Url>,
    set: WriteSignal<Url>,
    set_notices: WriteSignal<Vec<Notice>>,
}

impl Place {
    /// A place to start from.
    pub fn new(url: Url, notices: Vec<Notice>) -> Self {
        let (url, set) = signal(url);
        let (notices, set_notices) = signal(notices);
        Self {
            url,
            notices,
            page: Memo::new(move |_| url.with(|u| u.page.clone())),
            as_of: Memo::new(move |_| url.with(|u| u.as_of)),
            vs: Memo::new(move |_| url.with(|u| u.vs)),
            map: Memo::new(move |_| url.with(|u| u.map.clone())),
            note: Memo::new(move |_| url.with(|u| u.note.clone())),
            setting: Memo::new(move |_| {
                url.with(|u| Url {
                    note: None,
                    ..u.clone()
                })
            }),
            set,
            set_notices,
        }
    }

    /// Follows the address bar.
    pub fn arrive(self, url: Url, notices: Vec<Notice>) {
        self.set_notices.set(notices);
        if self.url.with_untracked(|now| *now != url) {
            self.set.set(url);
        }
    }

    /// The day that values are shown for: the date asked about, else the time of writing. Not followed: with another date, pages and
    /// notes are made anew.
    pub fn day(self, d: &Dataset) -> Day {
        d.day_of(self.as_of.get_untracked())
    }

    /// The date asked about, where it is another day than the time of writing.
    pub fn other_date(self, d: &Dataset) -> Option<AsOf> {
        let asked = self.as_of.get_untracked();
        asked.filter(|_| self.day(d) != d.vantage_day())
    }

    /// The two days that differ in what is shown: of the date asked about, the one it is compared with and the time of writing, those
    /// that are chosen; the time of writing stands in for one that is not. The earlier is the first. `None` where no other day than
    /// the time of writing is chosen.
    pub fn span(self, d: &Dataset) -> Option<(Told, Told)> {
        let told = |date: Option<AsOf>| match date {
            Some(date) => (d.day_of(Some(date)), date.words()),
            None => (d.vantage_day(), d.about().vantage.words.clone()),
        };
        let (shown, other) = (told(self.as_of.get_untracked()), told(self.vs.get_untracked()));
        match shown.0.cmp(&other.0) {
            Ordering::Equal => None,
            Ordering::Less => Some((shown, other)),
            Ordering::Greater => Some((other, shown)),
        }
    }
}

/// A day, and its date in words.
pub type Told = (Day, String);

/// Ids of values that differ between the date shown and the one it is compared with.
#[derive(Clone, Copy)]
pub struct Changed(Memo<HashSet<String>>);

impl Changed {
    /// Whether the value of this id is one of them.
    pub fn has(self, id: &str) -> bool {
        self.0.with(|ids| ids.contains(id))
    }
}

/// Shares the dataset and the place with every view below.
pub fn provide(atlas: Atlas, place: Place) {
    provide_context(atlas);
    provide_context(place);
    provide_context(Changed(Memo::new(move |_| {
        changed_ids(&atlas.data(), place.as_of.get(), place.vs.get())
    })));
}

/// Histories whose answers differ for certain, and the legs that rest on them.
fn changed_ids(d: &Dataset, as_of: Option<AsOf>, vs: Option<AsOf>) -> HashSet<String> {
    if as_of.is_none() && vs.is_none() {
        return HashSet::new();
    }
    let day = |date: Option<AsOf>| d.day_of(date);
    let changes = atlas::views::changes(d, day(vs), day(as_of));
    let mut ids: HashSet<String> = changes
        .certain
        .iter()
        .map(|c| d.id_of(c.subject.target()).to_owned())
        .collect();
    let legs = d.table(atlas::model::Table::Line).flat_map(|line| d.legs_of(line));
    let legs: Vec<String> = legs
        .map(|ix| d.leg(ix))
        .filter(|leg| leg.permissions.iter().any(|&p| ids.contains(&d.permission(p).id)))
        .map(|leg| leg.id.clone())
        .collect();
    ids.extend(legs);
    ids
}

/// The values that differ.
pub fn use_changed() -> Changed {
    expect_context()
}

/// The dataset's handle.
pub fn use_atlas() -> Atlas {
    expect_context()
}

/// The place.
pub fn use_place() -> Place {
    expect_context()
}
