//! What differs between the running app and the plain edition: where values lead, which rows carry anchors, where files lie.

use atlas::model::{Dataset, Target};
use atlas::views::support;
use leptos::prelude::*;

use super::value::page_of;
use crate::route::{LinkStyle, Page};
use crate::state::{use_atlas, use_place};

/// Whether the view is part of the running app, and not of the plain edition, where no program answers.
pub fn in_app() -> bool {
    use_context::<LinkStyle>() != Some(LinkStyle::Plain)
}

/// Set where the start page is written into the document, to be read until the program has come.
#[cfg_attr(
    target_arch = "wasm32",
    allow(dead_code, reason = "only a native build writes the document")
)]
#[derive(Clone, Copy)]
pub struct FirstView;

/// Whether the view is the start page in the document, where each byte is paid for twice: there and in the program.
pub fn is_first_view() -> bool {
    use_context::<FirstView>().is_some()
}

/// Where a value leads: in the app to the current page with its note, in the plain edition to the anchor of what supports it.
pub fn note_href(id: &str) -> impl Fn() -> String + Clone + use<> {
    let place = use_place();
    let plain = (!in_app()).then(|| plain_anchor(&use_atlas().data(), id));
    let id = id.to_owned();
    move || {
        plain
            .clone()
            .unwrap_or_else(|| place.url.with(|url| url.with_note(&id).href()))
    }
}

/// The place in the plain edition that says most of an id: the statement behind what is shown of it at the time of writing, or its
/// own line on the page that lists it.
fn plain_anchor(d: &Dataset, id: &str) -> String {
    let plain = |page: Page| page.href(LinkStyle::Plain);
    let Some(target) = d.find(id) else {
        return plain(Page::Source(None));
    };
    if let Some(&ix) = support(d, target, d.vantage_day()).first() {
        return plain(Page::Statement(d.statement(ix).id.clone()));
    }
    match target {
        Target::Gap(_) => format!("{}#{id}", plain(Page::Gaps)),
        Target::Term(_) => format!("{}#{id}", plain(Page::Glossary)),
        Target::Oddity(_) => format!("{}#{id}", plain(Page::About)),
        Target::Entity(ix) => plain(page_of(d, ix)),
        _ => plain(Page::Source(Some(id.to_owned()))),
    }
}

/// The id that a row carries in the plain edition, where links lead to it; in the app notes do that.
pub fn anchor(id: &str) -> Option<String> {
    (!in_app()).then(|| id.to_owned())
}

/// A file beside the app, as a page of either edition names it.
pub fn beside(file: &str) -> String {
    match in_app() {
        true => file.to_owned(),
        false => format!("../{file}"),
    }
}
