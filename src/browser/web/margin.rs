//! Where the note stands: in the margin beside its value, or under its line where there is no margin.
//!
//! The note's host is one element of the shell that is moved, so that a note is the same node in both layouts. A page that goes
//! takes the host out of the document with it; the next call puts it back.

use std::cell::{Cell, RefCell};

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, HtmlElement};

use super::focus::{choose, chosen, focus, focused};
use super::{document, find, window};

/// From this width in CSS pixels a note stands in the margin (styles/layout.css has the same number).
const WIDE: f64 = 1000.0;

thread_local! {
    /// The note's host, kept while it is in no document.
    static HOST: RefCell<Option<Element>> = const { RefCell::new(None) };
    /// Whether there was a margin when it was last looked at.
    static WAS_WIDE: Cell<Option<bool>> = const { Cell::new(None) };
}

fn host() -> Option<Element> {
    HOST.with_borrow_mut(|kept| {
        if let Some(host) = find("#note-host") {
            *kept = Some(host);
        }
        kept.clone()
    })
}

/// Whether there is a margin.
pub(super) fn is_wide() -> bool {
    inner(|w| w.inner_width()) >= WIDE
}

fn inner(size: impl Fn(&web_sys::Window) -> Result<JsValue, JsValue>) -> f64 {
    window()
        .and_then(|w| size(&w).ok())
        .and_then(|s| s.as_f64())
        .unwrap_or_default()
}

/// Whether an element is part of the note.
pub(super) fn is_in_note(element: &Element) -> bool {
    element.closest("#note-host").ok().flatten().is_some()
}

/// Brings the note beside its value. A note of nothing on the page stays where the reader is.
pub fn place_note(id: &str) {
    let (Some(margin), Some(host)) = (find("#margin"), host()) else {
        return;
    };
    follow_width();
    let row = host.closest(".note-row").ok().flatten();
    let value = choose(id);
    let closest = |lines| value.as_ref().and_then(|v| v.closest(lines).ok().flatten());
    let line = closest("[data-line]").or_else(|| closest("li, tr, dl > div, p"));
    match line {
        Some(line) if !is_wide() => {
            let _ = put_under(&line, &host);
        }
        _ if value.is_some() || !host.is_connected() => {
            let _ = margin.append_child(&host);
        }
        _ => return,
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

/// Puts the note under a line. Lists and tables hold nothing but items and rows, so it goes into the item or a row of its own.
fn put_under(line: &Element, host: &Element) -> Result<(), JsValue> {
    match line.tag_name().as_str() {
        "LI" => {
            line.append_child(host)?;
        }
        "TR" => {
            if let Some(cell) = row_under(line, host)? {
                cell.append_child(host)?;
            }
        }
        _ => match line.query_selector(":scope > dd:last-of-type")? {
            Some(description) => {
                description.append_child(host)?;
            }
            None => {
                line.insert_adjacent_element("afterend", host)?;
            }
        },
    }
    Ok(())
}

/// The cell of a row under a row, as wide as it; none where the note stands there already.
fn row_under(line: &Element, host: &Element) -> Result<Option<Element>, JsValue> {
    let Some(document) = document() else { return Ok(None) };
    if line.next_element_sibling().is_some_and(|row| row.contains(Some(host))) {
        return Ok(None);
    }
    let row = document.create_element("tr")?;
    row.set_class_name("note-row");
    let cell = document.create_element("td")?;
    cell.set_attribute("colspan", &line.child_element_count().to_string())?;
    row.append_child(&cell)?;
    line.insert_adjacent_element("afterend", &row)?;
    Ok(Some(cell))
}

/// Brings an open note into view that is out of it, with its value where it stands beside one.
pub fn show_note() {
    let beside = chosen()
        .map(|(value, _)| value)
        .filter(|v| is_wide() && v.is_connected());
    if let Some(shown) = beside.or_else(|| find("#note")) {
        let top = shown.get_bounding_client_rect().top();
        if top < 0.0 || top > inner(|w| w.inner_height()) * 0.8 {
            shown.scroll_into_view();
        }
    }
}

/// Moves the note when a margin comes or goes, as zooming makes it.
fn follow_width() {
    if WAS_WIDE.replace(Some(is_wide())).is_some() {
        return;
    }
    let resized = Closure::<dyn Fn()>::new(|| {
        let turned = WAS_WIDE.replace(Some(is_wide())) != Some(is_wide());
        let open = chosen().filter(|_| turned && find("#note").is_some());
        if let Some((_, id)) = open {
            // What is moved in the document loses the focus.
            let within = focused().filter(is_in_note);
            place_note(&id);
            focus(within, false);
        }
    });
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback("resize", resized.as_ref().unchecked_ref());
    }
    // One listener for the life of the page.
    resized.forget();
}
