//! Focus and place: where the reader is on a page, and where the note stands. What Back gives back is in trail.rs.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement, ScrollToOptions};

use super::{all, document, find, window};

/// From this width in CSS pixels a note stands in the margin (styles/layout.css has the same number).
const WIDE: f64 = 1000.0;

/// Attribute by which values are known.
const VALUE: &str = "data-value";

/// Moves the focus, and the page to it where asked.
pub(super) fn focus(element: Option<Element>, scroll: bool) {
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

/// The value that a note is of.
pub fn focus_value(id: &str) {
    focus(value(id), true);
}

fn is_wide() -> bool {
    window()
        .and_then(|w| w.inner_width().ok())
        .and_then(|w| w.as_f64())
        .is_some_and(|w| w >= WIDE)
}

/// Scrolls the page to a height.
pub(super) fn scroll_to(top: f64) {
    if let Some(window) = window() {
        let options = ScrollToOptions::new();
        options.set_top(top);
        window.scroll_to_with_scroll_to_options(&options);
    }
}

thread_local! {
    /// The value chosen last: of several values of one id, the one that the reader is at.
    static CHOSEN: RefCell<Option<Element>> = const { RefCell::new(None) };
    /// The note's host, kept while a page that went has taken it out of the document.
    static HOST: RefCell<Option<Element>> = const { RefCell::new(None) };
}

fn id_of(value: &Element) -> Option<String> {
    value.get_attribute(VALUE)
}

/// Values of the page's content in reading order; those of the note itself and what is hidden are left out.
fn values() -> Vec<Element> {
    let mut values = all("main [data-value]");
    values.retain(|e| e.dyn_ref::<HtmlElement>().is_some_and(|e| e.offset_parent().is_some()) && !is_in_note(e));
    values
}

fn is_in_note(element: &Element) -> bool {
    element.closest("#note-host").ok().flatten().is_some()
}

/// The value of the page that stands for an id: the one with the focus, else the one chosen last, else the first.
fn value(id: &str) -> Option<Element> {
    let is_it = |e: &Element| id_of(e).as_deref() == Some(id) && e.is_connected() && !is_in_note(e);
    let focused = document().and_then(|d| d.active_element()).filter(is_it);
    let chosen = || CHOSEN.with_borrow(Clone::clone).filter(is_it);
    focused.or_else(chosen).or_else(|| values().into_iter().find(is_it))
}

/// The value a step before or after this one, in reading order.
pub fn neighbour(id: &str, step: i32) -> Option<String> {
    let mut values = values();
    values.dedup_by_key(|v| id_of(v));
    let chosen = CHOSEN.with_borrow(Clone::clone);
    let at = values
        .iter()
        .position(|v| Some(v) == chosen.as_ref())
        .or_else(|| values.iter().position(|v| id_of(v).as_deref() == Some(id)))?;
    let next = i32::try_from(at).ok()?.checked_add(step)?;
    let next = values.get(usize::try_from(next).ok()?)?;
    CHOSEN.set(Some(next.clone()));
    id_of(next)
}

/// Brings the note beside its value: in the margin at its height where there is one, else under its line.
///
/// The host is one element of the shell that is moved, so that a note is the same node in both layouts. A page that goes takes
/// the host out of the document with it; the next call puts it back. A note of nothing on the page stays where the reader is.
pub fn place_note(id: &str) {
    let (Some(margin), Some(host)) = (find("#margin"), host()) else {
        return;
    };
    follow_width();
    let value = value(id);
    CHOSEN.set(value.clone());
    let row = host.closest(".note-row").ok().flatten();
    let line = value.as_ref().and_then(|v| v.closest("[data-line]").ok().flatten());
    match (line, value.is_some() || !host.is_connected()) {
        (Some(line), _) if !is_wide() => put_under(&line, &host),
        (_, true) => {
            let _ = margin.append_child(&host);
        }
        (_, false) => return,
    }
    if let Some(row) = row.filter(|row| !row.contains(Some(&host))) {
        row.remove();
    }
    let top = value.map_or(0.0, |v| {
        v.get_bounding_client_rect().top() - margin.get_bounding_client_rect().top()
    });
    if let Some(host) = host.dyn_ref::<HtmlElement>() {
        let top = if is_wide() { top.max(0.0) } else { 0.0 };
        let _ = host
            .style()
            .set_property("--note-top", &format!("{}px", top.round() as i64));
    }
}

/// Puts the note under a line. Lists and tables hold nothing but items and rows, so it goes into the item, or into a row of its own.
fn put_under(line: &Element, host: &Element) {
    let last = |selector: &str| line.query_selector(selector).ok().flatten();
    let _ = match line.tag_name().as_str() {
        "LI" => line.append_child(host).map(|_| ()),
        "TR" => put_in_row(line, host),
        "DIV" => match last(":scope > dd:last-of-type") {
            Some(dd) => dd.append_child(host).map(|_| ()),
            None => line.insert_adjacent_element("afterend", host).map(|_| ()),
        },
        _ => line.insert_adjacent_element("afterend", host).map(|_| ()),
    };
}

fn put_in_row(line: &Element, host: &Element) -> Result<(), wasm_bindgen::JsValue> {
    let Some(document) = document() else { return Ok(()) };
    if line.next_element_sibling().is_some_and(|row| row.contains(Some(host))) {
        return Ok(());
    }
    let row = document.create_element("tr")?;
    row.set_class_name("note-row");
    let cell = document.create_element("td")?;
    cell.set_attribute("colspan", &line.child_element_count().to_string())?;
    row.append_child(&cell)?;
    line.insert_adjacent_element("afterend", &row)?;
    cell.append_child(host)?;
    Ok(())
}

/// Brings the note of the address that the reader came by into view; where it was opened by a click it is in view anyway.
pub fn show_note() {
    let shown = CHOSEN.with_borrow(Clone::clone).filter(|_| is_wide()).or_else(host);
    let height = window().and_then(|w| w.inner_height().ok()).and_then(|h| h.as_f64());
    if let (Some(shown), Some(height)) = (shown, height) {
        let top = shown.get_bounding_client_rect().top();
        if top < 0.0 || top > height * 0.8 {
            shown.scroll_into_view();
        }
    }
}

fn host() -> Option<Element> {
    HOST.with_borrow_mut(|kept| {
        if let Some(host) = find("#note-host") {
            *kept = Some(host);
        }
        kept.clone()
    })
}

/// Brings the note to where it belongs when the window gets wide or narrow, as zooming makes it.
fn follow_width() {
    thread_local! {
        static WAS_WIDE: Cell<Option<bool>> = const { Cell::new(None) };
    }
    if WAS_WIDE.replace(Some(is_wide())).is_some() {
        return;
    }
    let resized = Closure::<dyn Fn()>::new(|| {
        let turned = WAS_WIDE.replace(Some(is_wide())) != Some(is_wide());
        let id = CHOSEN.with_borrow(|chosen| chosen.as_ref().and_then(id_of));
        if let Some(id) = id.filter(|_| turned && find("#note").is_some()) {
            place_note(&id);
        }
    });
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback("resize", resized.as_ref().unchecked_ref());
    }
    // One listener for the life of the page.
    resized.forget();
}
