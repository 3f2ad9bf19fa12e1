//! Which parts of the program an address needs beyond the first.

use crate::components::note::NOTES;
use crate::lazy::Part;
use crate::pages::PAGES;
use crate::reader_text::COPIES;
use crate::route::{Page, Url};
use crate::search_state::SEARCH;

/// The parts that an address needs.
pub fn parts_for(url: &Url) -> Vec<Part> {
    let searched = url.page == Page::Search || (url.page == Page::Statements && !url.q.is_empty());
    [
        (PAGES, url.page != Page::Overview),
        (NOTES, url.note.is_some()),
        (SEARCH, searched),
        // Before a copy is given, so that nothing at all is fetched once it is.
        (COPIES, matches!(url.page, Page::Source(_))),
    ]
    .into_iter()
    .filter_map(|(part, wanted)| wanted.then_some(part))
    .collect()
}
