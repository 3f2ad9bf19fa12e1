//! Focus and place: where the reader is on a page, kept through pages, notes and Back.

use std::cell::RefCell;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, ScrollToOptions};

use super::{document, find, window};

/// From this width in CSS pixels a note stands in the margin (styles/layout.css has the same number).
const WIDE: f64 = 1000.0;

/// Attribute by which values are known.
const VALUE: &str = "data-value";

fn focus(element: Option<Element>, scroll: bool) {
    if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(!scroll);
        let _ = element.focus_with_options(&options);
    }
}

/// The page's heading, from its top.
pub fn focus_heading() {
    scroll_to(0.0);
    focus(find("main h1"), false);
}

/// An element of the shell.
pub fn focus_by_id(id: &str) {
    focus(document().and_then(|d| d.get_element_by_id(id)), true);
}

/// The page's content, for the skip link.
pub fn focus_content() {
    focus(find("main h1"), true);
}

/// The open note; it is scrolled to only where it stands under its line.
pub fn focus_note() {
    focus(find("#note"), !is_wide());
}

/// A value of the page.
pub fn focus_value(id: &str) {
    focus(
        values()
            .into_iter()
            .find(|v| v.get_attribute(VALUE).as_deref() == Some(id)),
        true,
    );
}

fn is_wide() -> bool {
    window()
        .and_then(|w| w.inner_width().ok())
        .and_then(|w| w.as_f64())
        .is_some_and(|w| w >= WIDE)
}

fn scroll_to(top: f64) {
    if let Some(window) = window() {
        let options = ScrollToOptions::new();
        options.set_top(top);
        window.scroll_to_with_scroll_to_options(&options);
    }
}

/// Values of the page's content in reading order, hidden ones left out.
fn values() -> Vec<Element> {
    let Some(list) = document().and_then(|d| d.query_selector_all("main [data-value]").ok()) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|n| list.item(n)?.dyn_into::<HtmlElement>().ok())
        .filter(|e| e.offset_parent().is_some())
        .map(Into::into)
        .collect()
}

/// The value a step before or after this one, in reading order.
pub fn neighbour(id: &str, step: i32) -> Option<String> {
    let mut ids: Vec<String> = values().iter().filter_map(|v| v.get_attribute(VALUE)).collect();
    ids.dedup();
    let at = ids.iter().position(|v| v == id)?;
    let next = i32::try_from(at).ok()?.checked_add(step)?;
    ids.get(usize::try_from(next).ok()?).cloned()
}

/// Brings the note beside its value: in the margin at its height where there is one, else under its line.
///
/// The host is one element of the shell that is moved, so that a note is the same node in both layouts. A page that goes takes
/// the host out of the document with it; the next call puts it back.
pub fn place_note(id: &str) {
    let (Some(margin), Some(host)) = (find("#margin"), host()) else {
        return;
    };
    let chosen = document()
        .and_then(|d| d.active_element())
        .filter(|e| e.get_attribute(VALUE).as_deref() == Some(id))
        .or_else(|| {
            values()
                .into_iter()
                .find(|v| v.get_attribute(VALUE).as_deref() == Some(id))
        });
    let line = chosen.as_ref().and_then(|v| v.closest("[data-line]").ok().flatten());
    match line {
        Some(line) if !is_wide() && !line.contains(Some(&host)) => {
            let _ = line.insert_adjacent_element("afterend", &host);
        }
        Some(_) if !is_wide() => {}
        _ => {
            let _ = margin.append_child(&host);
        }
    }
    let top = chosen.map_or(0.0, |v| {
        v.get_bounding_client_rect().top() - margin.get_bounding_client_rect().top()
    });
    if let Some(host) = host.dyn_ref::<HtmlElement>() {
        let top = if is_wide() { top.max(0.0) } else { 0.0 };
        let _ = host
            .style()
            .set_property("--note-top", &format!("{}px", top.round() as i64));
    }
}

thread_local! {
    /// The note's host, kept while a page that went has taken it out of the document.
    static HOST: RefCell<Option<Element>> = const { RefCell::new(None) };
}

fn host() -> Option<Element> {
    HOST.with_borrow_mut(|kept| {
        if let Some(host) = find("#note-host") {
            *kept = Some(host);
        }
        kept.clone()
    })
}

/// One step of the reader's way.
struct Step {
    href: String,
    scroll: f64,
    value: Option<String>,
}

/// The way so far, and where on it the reader is; kept in memory, as addresses cannot carry it.
#[derive(Default)]
struct Trail {
    steps: Vec<Step>,
    at: usize,
}

thread_local! {
    static TRAIL: RefCell<Trail> = RefCell::default();
}

/// Longest way kept.
const LONGEST_TRAIL: usize = 200;

/// Notes the arrival at an address. `true` where it was a step back or forward, whose scroll and focus were restored.
pub fn restore(href: &str) -> bool {
    let found = TRAIL.with_borrow_mut(|trail| {
        let near = [trail.at.wrapping_sub(1), trail.at + 1];
        let known = near
            .into_iter()
            .find(|&n| trail.steps.get(n).is_some_and(|s| s.href == href));
        match known {
            Some(n) => {
                trail.at = n;
                trail.steps.get(n).map(|s| (s.scroll, s.value.clone()))
            }
            None => {
                trail.steps.truncate(trail.at + 1);
                trail.steps.push(Step {
                    href: href.to_owned(),
                    scroll: 0.0,
                    value: None,
                });
                if trail.steps.len() > LONGEST_TRAIL {
                    trail.steps.remove(0);
                }
                trail.at = trail.steps.len() - 1;
                None
            }
        }
    });
    let Some((scroll, value)) = found else { return false };
    if let Some(value) = value {
        focus(
            values()
                .into_iter()
                .find(|v| v.get_attribute(VALUE).as_deref() == Some(value.as_str())),
            false,
        );
    }
    scroll_to(scroll);
    true
}

/// Notes where the reader stands before an address is left.
pub fn leave() {
    let scroll = window().and_then(|w| w.scroll_y().ok()).unwrap_or_default();
    let value = document()
        .and_then(|d| d.active_element())
        .and_then(|e| e.get_attribute(VALUE));
    TRAIL.with_borrow_mut(|trail| {
        let at = trail.at;
        if let Some(step) = trail.steps.get_mut(at) {
            step.scroll = scroll;
            step.value = value.or_else(|| step.value.take());
        }
    });
}
