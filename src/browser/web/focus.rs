//! Focus: where the reader is on a page, and which mark the open note is of. Where the note stands is in margin.rs, what Back gives
//! back in trail.rs.

use std::cell::RefCell;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, HtmlElement, ScrollToOptions};

use super::margin::{bring, is_framed, is_in_note, keep_mark_in_view};
use super::{all, document, find, window};

/// Attribute by which values are known.
const VALUE: &str = "data-value";

/// Moves the focus, and the page to it where asked. Within another page the browser would scroll that one too: there the atlas
/// moves its own scroll alone.
pub(super) fn focus(element: Option<Element>, scroll: bool) {
    if let Some(element) = element {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(!scroll || is_framed());
        // Links in a drawing are no HTML elements, but have the same method.
        let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&options);
        if scroll && is_framed() {
            bring(&element);
        }
    }
}

/// What has the focus.
pub(super) fn focused() -> Option<Element> {
    document().and_then(|d| d.active_element())
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

/// The open note, with its mark in view.
pub fn focus_note() {
    focus(find("#note"), false);
    keep_mark_in_view();
}

/// The mark that a note is of; where the page has none, the page's heading.
pub fn focus_value(id: &str) {
    let value = value(id);
    focus(value.clone().or_else(|| find("main h1")), false);
    value.iter().for_each(bring);
}

/// Whether the focus goes elsewhere than into the element that listens.
pub fn leaves(event: &web_sys::FocusEvent) -> bool {
    let node = |target: Option<web_sys::EventTarget>| target.and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    let to = node(event.related_target());
    node(event.current_target()).is_some_and(|listens| !listens.contains(to.as_ref()))
}

/// Brings an element into view within the list that scrolls around it, and moves nothing else.
pub fn reveal(id: &str) {
    let element = document().and_then(|d| d.get_element_by_id(id));
    let Some(element) = element.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return;
    };
    let Some(list) = element.offset_parent() else { return };
    let (top, bottom) = (element.offset_top(), element.offset_top() + element.offset_height());
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if bottom > list.scroll_top() + list.client_height() {
        list.set_scroll_top(bottom - list.client_height());
    }
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
}

/// The value chosen last, and its id.
pub(super) fn chosen() -> Option<(Element, String)> {
    let chosen = CHOSEN.with_borrow(Clone::clone)?;
    let id = id_of(&chosen)?;
    Some((chosen, id))
}

/// Makes a value the one chosen last.
pub(super) fn choose_this(value: Element) {
    CHOSEN.set(Some(value));
}

fn id_of(value: &Element) -> Option<String> {
    value.get_attribute(VALUE)
}

/// Whether a reader sees a value. What is folded away has its box and its place all the same, so the fold itself is looked at.
fn is_shown(value: &Element) -> bool {
    let folded = value.closest("details:not([open])").ok().flatten().is_some();
    !folded && value.get_bounding_client_rect().width() > 0.0
}

/// Values of the page's content in reading order; those of the note itself are left out.
fn values() -> impl Iterator<Item = Element> {
    all("main [data-value]").into_iter().filter(|e| !is_in_note(e))
}

/// Makes the value of an id the chosen one: the one with the focus, else the one chosen last, else the first that is not
/// hidden, else one that has to be unfolded.
pub(super) fn choose(id: &str) -> Option<Element> {
    let value = value(id).or_else(|| {
        let folded = values().find(|v| id_of(v).as_deref() == Some(id))?;
        let fold = folded.closest("details:not([open])").ok().flatten()?;
        let _ = fold.set_attribute("open", "");
        Some(folded)
    });
    CHOSEN.set(value.clone());
    value
}

/// The value of the page that stands for an id.
fn value(id: &str) -> Option<Element> {
    let is_it = |v: &Element| id_of(v).as_deref() == Some(id) && v.is_connected() && !is_in_note(v) && is_shown(v);
    let last = || CHOSEN.with_borrow(Clone::clone).filter(is_it);
    focused().filter(is_it).or_else(last).or_else(|| values().find(is_it))
}

/// The value a step before or after this one, in reading order; it is the chosen one from now on.
pub fn neighbour(id: &str, step: i32) -> Option<String> {
    let mut values: Vec<Element> = values().filter(is_shown).collect();
    let at = value(id).and_then(|v| values.iter().position(|other| *other == v))?;
    // Values of one id that follow one another are one stop.
    let other = |v: &Element| id_of(v).as_deref() != Some(id);
    let next = if step < 0 {
        values.truncate(at);
        values.into_iter().rev().find(other)
    } else {
        values.into_iter().skip(at).find(other)
    }?;
    CHOSEN.set(Some(next.clone()));
    id_of(&next)
}

/// What can have the focus.
const FOCUSABLE: &str = "a[href], button:not([disabled]), input, select, textarea, summary, [tabindex='0']";

/// Elements in an element that can have the focus and are seen, in reading order.
fn focusable(within: &Element) -> Vec<Element> {
    let Ok(list) = within.query_selector_all(FOCUSABLE) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|n| list.item(n)?.dyn_into().ok())
        .filter(is_shown)
        .collect()
}

/// From now on the focus is not lost with a button that goes when it is pressed, as that of a row taken out or of a notice closed
/// does: it goes to what stands in its place among what is left, else to the page's heading.
pub(super) fn keep_focus() {
    let pressed = Closure::<dyn Fn(Event)>::new(|event: Event| {
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let Some(button) = target.and_then(|t| t.closest("button").ok().flatten()) else {
            return;
        };
        // What is around it, up to the content, and its place in each.
        let mut around = Vec::new();
        let mut outer = button.parent_element();
        while let Some(element) = outer.filter(|e| e.id() != "content") {
            let place = focusable(&element).iter().position(|e| *e == button);
            outer = element.parent_element();
            around.push((element, place.unwrap_or_default()));
        }
        // The page answers the press in this turn; what became of the button is seen in the next.
        let seen = Closure::once_into_js(move || {
            let is_lost = focused().is_none_or(|e| e.tag_name() == "BODY");
            if button.is_connected() || !is_lost {
                return;
            }
            let mut left = around.into_iter().filter(|(element, _)| element.is_connected());
            let next = left.find_map(|(element, place)| {
                let rest = focusable(&element);
                rest.get(place).or(rest.last()).cloned()
            });
            let next = next.or_else(|| find("main h1"));
            focus(next.clone(), false);
            next.iter().for_each(bring);
        });
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(seen.unchecked_ref(), 0);
        }
    });
    if let Some(document) = document() {
        let _ = document.add_event_listener_with_callback("click", pressed.as_ref().unchecked_ref());
    }
    // One listener for the life of the page.
    pressed.forget();
}
