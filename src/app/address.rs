//! The address of now over the open dataset: what it comes to, what of it the dataset does not have, and the address bar put right.
//! Left out: how an address is read, which is `route`'s.

use atlas::Dataset;

#[cfg(target_arch = "wasm32")]
use crate::browser;
use crate::catalogue;
use crate::route::{NO_PAGE, Notice, Page, Url};
use crate::state::Place;
#[cfg(target_arch = "wasm32")]
use leptos::prelude::*;

/// Ids of the address that this dataset does not have; what rests on them is shown as if they were not there.
pub(super) fn unknown_ids(d: &Dataset, url: &Url) -> Vec<Notice> {
    let lists = [("of", &url.of), ("closed", &url.closed)];
    let facets = url.facets.iter().map(|(key, ids)| (key.as_str(), ids));
    let all = lists.into_iter().chain(facets);
    let of_statements = url.page == Page::Statements;
    let is_known = |key: &str, id: &str| match of_statements && !matches!(key, "of" | "closed") {
        true => atlas::views::is_listed(d, key, id),
        false => d.find(id).is_some(),
    };
    let bad_sort = of_statements && atlas::views::Sort::parse(&url.sort).is_none();
    let sort = bad_sort.then(|| Notice {
        key: "sort".to_owned(),
        found: url.sort.clone(),
        expected: "date, modality, text, or nothing",
    });
    all.flat_map(|(key, ids)| ids.iter().map(move |id| (key, id)))
        .filter(|(key, id)| !is_known(key, id))
        .map(|(key, id)| Notice {
            key: key.to_owned(),
            found: id.clone(),
            expected: "an id of this dataset",
        })
        .chain(sort)
        .collect()
}

/// How much of an address a dataset does not have: what an address that came from elsewhere is measured by.
fn odd(d: &Dataset, url: &Url) -> usize {
    let page = if catalogue::exists(d, &url.page) { 0 } else { NO_PAGE };
    let lacks = |id: &&String| d.find(id).is_none();
    // Of the others the form is looked at: what they name is known where they are shown.
    let others = url.counts.iter().chain(&url.map).chain(&url.d);
    let is_odd = |text: &&String| {
        text.ends_with(|c: char| !c.is_ascii_alphanumeric())
            || text.contains(|c: char| c.is_ascii_uppercase() || !(c.is_ascii_alphanumeric() || "-.@+".contains(c)))
    };
    page + unknown_ids(d, url).len() + url.note.iter().filter(lacks).count() + others.filter(is_odd).count()
}

/// What a fragment comes to over a dataset; `None` where it is no route.
pub(super) fn read(fragment: &str, d: &Dataset) -> Option<(Url, Vec<Notice>)> {
    Url::arriving(fragment, &|url| odd(d, url))
}

/// A place for the address as a fragment gives it, over a dataset; what is no route leads to the start page.
pub fn place_at(fragment: &str, d: &Dataset) -> Place {
    let (url, notices) = read(fragment, d).unwrap_or_else(|| (Url::of(Page::Overview), Vec::new()));
    Place::new(url, notices)
}

/// The address of now, before there is a dataset that knows its ids.
#[cfg(target_arch = "wasm32")]
pub(super) fn address() -> Url {
    let read = Url::arriving(&browser::fragment(), &|_| 0);
    read.map_or_else(|| Url::of(Page::Overview), |(url, _)| url)
}

/// Puts an address that came mangled and was understood into the address bar as this atlas writes it: it will be passed on.
#[cfg(target_arch = "wasm32")]
pub(super) fn settle(place: Place, d: &Dataset) {
    let href = place.url.with_untracked(Url::href);
    let is_whole = place.notices.with_untracked(Vec::is_empty) && place.url.with_untracked(|url| odd(d, url) == 0);
    let now = browser::fragment();
    // Short forms of the start page, and keys in another order, are the reader's own.
    let is_read = Url::parse(&now).is_some_and(|(url, notices)| notices.is_empty() && url.href() == href);
    if is_whole && !is_read {
        browser::replace(&href);
    }
}
