//! Where the note stands: beside the row of its mark, docked in a corner of the window, or as a sheet at its foot.
//!
//! It is out of the flow everywhere (styles/components/note.css), so that nothing a reader looks at moves when it opens, and it
//! does not cover its mark where another corner is free. Its host is one element of the shell, which goes into the row and back,
//! so that a note is the same node in all places. A page that goes takes the host out of the document with it; the next call puts
//! it back.

use std::cell::{Cell, RefCell};

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DomRect, Element, HtmlElement};

use super::focus::{choose, chosen, focus, focused, scroll_to};
use super::{find, window};

/// From this width of the window in CSS pixels a note may stand beside its row (note.css has the same numbers).
const BESIDE: f64 = 1280.0;
/// Below this width it is a sheet.
const SHEET: f64 = 700.0;
/// Rows that a note stands beside.
const ROWS: &str = ".rows > li";
/// Between a row and its note, in CSS pixels.
const GAP: f64 = 24.0;
/// Between a note and the edge of the window, and between what is brought into view and what is around it.
const EDGE: f64 = 16.0;
/// Least and most width of a note beside its row.
const WIDTHS: (f64, f64) = (320.0, 400.0);
/// Where a docked note stands by itself.
const DOCKED: &str = "docked";
/// Where a docked note may stand, the first choice first: the first that covers least of its mark is taken.
const CORNERS: [&str; 3] = [DOCKED, "docked up", "docked left"];

thread_local! {
    /// The note's host, kept while it is in no document.
    static HOST: RefCell<Option<Element>> = const { RefCell::new(None) };
    /// Whether the window's size is followed already.
    static FOLLOWED: Cell<bool> = const { Cell::new(false) };
}

fn host() -> Option<Element> {
    HOST.with_borrow_mut(|kept| {
        if let Some(host) = find("#note-host") {
            *kept = Some(host);
        }
        kept.clone()
    })
}

fn inner(size: impl Fn(&web_sys::Window) -> Result<JsValue, JsValue>) -> f64 {
    let size = window().and_then(|w| size(&w).ok());
    size.and_then(|s| s.as_f64()).unwrap_or_default()
}

fn width() -> f64 {
    inner(|w| w.inner_width())
}

fn height() -> f64 {
    inner(|w| w.inner_height())
}

/// Whether an element is part of the note.
pub(super) fn is_in_note(element: &Element) -> bool {
    element.closest("#note-host").ok().flatten().is_some()
}

/// Whether the page is shown within another one.
pub(super) fn is_framed() -> bool {
    let own = window();
    let around = own.as_ref().and_then(|w| w.parent().ok().flatten());
    own != around
}

/// Brings the note to its mark. A note of nothing on the page stays where the reader is.
pub fn place_note(id: &str) {
    let (Some(home), Some(host)) = (find("#margin"), host()) else {
        return;
    };
    follow_window();
    let mark = choose(id);
    let row = mark.as_ref().and_then(|m| m.closest(ROWS).ok().flatten());
    let beside = row.as_ref().filter(|row| room_beside(row).is_some());
    if mark.is_some() || !host.is_connected() {
        let place = beside.unwrap_or(&home);
        // What is moved in the document loses the focus.
        if host.parent_element().as_ref() != Some(place) {
            let within = focused().filter(is_in_note);
            let _ = place.append_child(&host);
            focus(within, false);
        }
        let says = row.and_then(|row| row.get_attribute("data-says"));
        let _ = host.toggle_attribute_with_force("data-said", says.as_deref() == Some(id));
    }
    stand(&host);
}

/// The room beside a row, in CSS pixels; none where it is too narrow for a note.
fn room_beside(row: &Element) -> Option<f64> {
    let room = width() - row.get_bounding_client_rect().right() - GAP - EDGE;
    (width() >= BESIDE && room >= WIDTHS.0).then_some(room.min(WIDTHS.1))
}

/// Lets the note stand as the window and its mark allow.
fn stand(host: &Element) {
    let stands = |how: &str| host.set_attribute("data-stands", how);
    let row = host.parent_element();
    let row = row.filter(|row| row.matches(ROWS).unwrap_or_default());
    if let Some(room) = row.as_ref().and_then(room_beside) {
        let _ = stands("beside");
        set(host, "--note-width", room);
        set(host, "--note-rise", 0.0);
        // A note that would begin in view and end below it is moved up, as far as the window's top.
        let note = host.get_bounding_client_rect();
        let below = note.bottom() + EDGE - height();
        set(host, "--note-rise", below.min(note.top() - EDGE).max(0.0));
        return;
    }
    if width() < SHEET {
        let _ = stands("sheet");
        return;
    }
    let mark = chosen().map(|(mark, _)| mark.get_bounding_client_rect());
    let Some(mark) = mark else {
        let _ = stands(DOCKED);
        return;
    };
    let covers = |how: &str| {
        let _ = stands(how);
        covered(&host.get_bounding_client_rect(), &mark)
    };
    let least = CORNERS.into_iter().map(|how| (covers(how), how));
    let least = least.reduce(|one, other| if other.0 < one.0 { other } else { one });
    let _ = stands(least.map_or(DOCKED, |(_, how)| how));
}

/// How much of a mark, and of a little around it, a note lies over, in square CSS pixels.
fn covered(note: &DomRect, mark: &DomRect) -> f64 {
    let shared = |from: f64, to: f64, mark_from: f64, mark_to: f64| {
        (to.min(mark_to + EDGE) - from.max(mark_from - EDGE)).max(0.0)
    };
    shared(note.left(), note.right(), mark.left(), mark.right())
        * shared(note.top(), note.bottom(), mark.top(), mark.bottom())
}

/// Sets a length that the style sheet places by.
fn set(host: &Element, name: &str, length: f64) {
    if let Some(host) = host.dyn_ref::<HtmlElement>() {
        let _ = host.style().set_property(name, &format!("{}px", length.round() as i64));
    }
}

/// Brings the mark of a note that came with the address into view. Within another page nothing is scrolled.
pub fn show_note() {
    if let Some((mark, _)) = chosen().filter(|(mark, _)| mark.is_connected() && !is_framed()) {
        let visible = free_height();
        let top = mark.get_bounding_client_rect().top();
        if top < EDGE || top > visible * 0.8 {
            scroll_by(top - visible / 3.0);
        }
    }
    if let Some(host) = host() {
        stand(&host);
    }
}

/// Keeps the mark of the open note in view: it is not left under the sheet, and not behind when the reader walks on by keys.
pub(super) fn keep_mark_in_view() {
    if let Some((mark, _)) = chosen().filter(|(mark, _)| mark.is_connected()) {
        bring(&mark);
    }
    if let Some(host) = host() {
        stand(&host);
    }
}

/// Brings an element into view, with its row where there is room for it. This page's own scroll alone is moved, as little as
/// possible, and that of what scrolls sideways around the element.
pub(super) fn bring(element: &Element) {
    let free = free_height();
    let row = element.closest("[data-line]").ok().flatten();
    let row = row.map(|row| row.get_bounding_client_rect());
    let place = row
        .filter(|row| row.height() < free - 2.0 * EDGE)
        .unwrap_or_else(|| element.get_bounding_client_rect());
    if place.top() < EDGE {
        scroll_by(place.top() - EDGE);
    } else if place.bottom() > free - EDGE {
        scroll_by(place.bottom() - free + EDGE);
    }
    let mut around = element.parent_element();
    while let Some(outer) = around {
        if scrolls_sideways(&outer) {
            let (own, frame) = (element.get_bounding_client_rect(), outer.get_bounding_client_rect());
            let left = (own.left() - EDGE - frame.left()).min(0.0);
            let right = (own.right() + EDGE - frame.right()).max(0.0);
            outer.set_scroll_left(outer.scroll_left() + (left + right) as i32);
        }
        around = outer.parent_element();
    }
}

/// Whether an element can be scrolled sideways.
pub(super) fn scrolls_sideways(element: &Element) -> bool {
    if element.scroll_width() <= element.client_width() + 1 {
        return false;
    }
    let style = window().and_then(|w| w.get_computed_style(element).ok().flatten());
    let overflow = style.and_then(|style| style.get_property_value("overflow-x").ok());
    matches!(overflow.as_deref(), Some("auto" | "scroll"))
}

/// The height of the window that no sheet covers.
fn free_height() -> f64 {
    let sheet = find("#note").filter(|_| width() < SHEET);
    sheet.map_or_else(height, |note| note.get_bounding_client_rect().top())
}

fn scroll_by(by: f64) {
    let top = window().and_then(|w| w.scroll_y().ok()).unwrap_or_default();
    scroll_to(top + by);
}

/// How the note stands at present.
fn stands() -> Option<String> {
    host()?.get_attribute("data-stands")
}

/// Places the note anew when the window's size changes, as zooming makes it.
fn follow_window() {
    if FOLLOWED.replace(true) {
        return;
    }
    let resized = Closure::<dyn Fn()>::new(|| {
        if let Some((_, id)) = chosen().filter(|_| find("#note").is_some()) {
            let stood = stands();
            place_note(&id);
            // It is a sheet from now on, which may lie over its mark. Otherwise the reader's place on the page is left alone.
            if stood != stands() && stands().as_deref() == Some("sheet") {
                keep_mark_in_view();
            }
        }
    });
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback("resize", resized.as_ref().unchecked_ref());
    }
    // One listener for the life of the page.
    resized.forget();
}
