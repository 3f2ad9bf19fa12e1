//! What is of one unit lights up together: its land, its card, its place on the stairs and on the lines. Nothing moves.

use std::cell::RefCell;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event};

use super::{all, document};

/// Names the unit that an element is of.
const UNIT: &str = "data-unit";
/// Set on all elements of the unit that is pointed at or has the focus.
const LIT: &str = "data-lit";

thread_local! {
    /// The unit that is lit; `None` before the first listener.
    static UNIT_LIT: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Lights what is of the unit that the pointer or the focus is at. One listener for the life of the page.
pub fn light_alike() {
    if UNIT_LIT.with_borrow(Option::is_some) {
        return;
    }
    UNIT_LIT.set(Some(String::new()));
    let listener = Closure::<dyn Fn(Event)>::new(|event: Event| {
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let of_unit = element.and_then(|e| e.closest("main [data-unit]").ok().flatten());
        light(of_unit.and_then(|e| e.get_attribute(UNIT)).unwrap_or_default());
    });
    if let Some(document) = document() {
        for name in ["pointerover", "focusin"] {
            let _ = document.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
        }
    }
    listener.forget();
}

fn light(unit: String) {
    if UNIT_LIT.with_borrow(|lit| lit.as_ref() == Some(&unit)) {
        return;
    }
    for element in all("[data-lit]") {
        let _ = element.remove_attribute(LIT);
    }
    let same = |e: &Element| !unit.is_empty() && e.get_attribute(UNIT).as_ref() == Some(&unit);
    for element in all("main [data-unit]").into_iter().filter(same) {
        let _ = element.set_attribute(LIT, "");
    }
    UNIT_LIT.set(Some(unit));
}
