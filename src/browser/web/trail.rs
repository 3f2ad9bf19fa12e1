//! The reader's way through the atlas: what had the focus and how far the page was scrolled, given back by Back and Forward.
//!
//! Kept in memory, as addresses cannot carry it. Over a reload only the place on the page is kept, for as long as the tab lives.

use std::cell::RefCell;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Storage};

use super::address::{Arrival, arrival, fragment};
use super::focus::{focus, scroll_to};
use super::{all, document, window};

/// A link that had the focus: its address, and which of those with this address. A page is made anew, so no node can be kept.
struct Link {
    href: String,
    nth: usize,
}

/// One step of the reader's way.
struct Step {
    href: String,
    scroll: f64,
    link: Option<Link>,
}

/// The way so far, and where on it the reader is.
#[derive(Default)]
struct Trail {
    steps: Vec<Step>,
    at: usize,
}

/// Longest way kept.
const LONGEST: usize = 200;

impl Trail {
    /// A step back or forward to an address, if there is one; the reader is there then.
    fn travel(&mut self, href: &str) -> Option<&Step> {
        let near = [self.at, self.at.wrapping_sub(1), self.at + 1];
        let is_there = |&n: &usize| self.steps.get(n).is_some_and(|step| step.href == href);
        self.at = near.into_iter().find(is_there)?;
        self.steps.get(self.at)
    }

    /// A new step: what lay ahead is gone.
    fn push(&mut self, href: &str) {
        self.steps.truncate(self.at + 1);
        self.steps.push(Step {
            href: href.to_owned(),
            scroll: 0.0,
            link: None,
        });
        if self.steps.len() > LONGEST {
            self.steps.remove(0);
        }
        self.at = self.steps.len() - 1;
    }
}

thread_local! {
    static TRAIL: RefCell<Trail> = RefCell::default();
}

/// Notes the arrival at an address. `true` where it was a step back or forward, whose scroll and focus were restored.
pub fn restore(href: &str) -> bool {
    let found = TRAIL.with_borrow_mut(|trail| match arrival() {
        Arrival::Replaced => {
            let at = trail.at;
            if let Some(step) = trail.steps.get_mut(at) {
                step.href = href.to_owned();
            }
            None
        }
        Arrival::Travelled => match trail.travel(href) {
            Some(step) => Some((step.scroll, step.link.as_ref().and_then(find))),
            None => {
                trail.push(href);
                None
            }
        },
        Arrival::Chosen => {
            trail.push(href);
            None
        }
    });
    let Some((scroll, link)) = found else { return false };
    if let Some(fold) = link
        .as_ref()
        .and_then(|l| l.closest("details:not([open])").ok().flatten())
    {
        let _ = fold.set_attribute("open", "");
    }
    focus(link, false);
    scroll_to(scroll);
    true
}

/// Notes where the reader stands before an address is left.
pub fn leave() {
    let scroll = window().and_then(|w| w.scroll_y().ok()).unwrap_or_default();
    let link = document().and_then(|d| d.active_element()).and_then(|e| link(&e));
    TRAIL.with_borrow_mut(|trail| {
        let at = trail.at;
        if let Some(step) = trail.steps.get_mut(at) {
            step.scroll = scroll;
            step.link = link.or_else(|| step.link.take());
        }
    });
}

/// Where the place on the page waits for a reload: how far the page was scrolled, a space, the address.
const PLACE_KEY: &str = "atlas.place";

/// Storage throws in sandboxed frames; a reload then begins at the top.
fn storage() -> Option<Storage> {
    window()?.session_storage().ok().flatten()
}

/// Goes back to the place on the page after a reload. Browsers do so themselves only where the page is whole by the time that it
/// counts as loaded. `true` where there was one.
pub fn find_place() -> bool {
    let kept = storage().and_then(|s| {
        let kept = s.get_item(PLACE_KEY).ok().flatten();
        let _ = s.remove_item(PLACE_KEY);
        kept
    });
    let place = kept.as_deref().and_then(|kept| kept.split_once(' '));
    let top = place
        .filter(|(_, href)| *href == fragment())
        .and_then(|(top, _)| top.parse::<u32>().ok());
    if let Some(top) = top {
        scroll_to(f64::from(top));
    }
    top.is_some()
}

/// Notes the place on the page before every reload.
pub fn keep_place() {
    let leaving = Closure::<dyn Fn()>::new(|| {
        let top = window().and_then(|w| w.scroll_y().ok()).unwrap_or_default();
        if let Some(storage) = storage() {
            let _ = storage.set_item(PLACE_KEY, &format!("{} {}", top.round() as u32, fragment()));
        }
    });
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback("pagehide", leaving.as_ref().unchecked_ref());
    }
    // One listener for the life of the page.
    leaving.forget();
}

fn link(element: &Element) -> Option<Link> {
    let href = element.get_attribute("href")?;
    let nth = links(&href).iter().position(|other| other == element)?;
    Some(Link { href, nth })
}

fn find(link: &Link) -> Option<Element> {
    links(&link.href).into_iter().nth(link.nth)
}

/// The document's links with an address, in reading order.
fn links(href: &str) -> Vec<Element> {
    all("a[href]")
        .into_iter()
        .filter(|a| a.get_attribute("href").as_deref() == Some(href))
        .collect()
}
