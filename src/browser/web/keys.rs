//! Keys that work wherever the focus is, typing and modified keys apart.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, KeyboardEvent};

use super::document;
use super::focus::keep_focus;
use super::kept::{keep, kept};
use super::margin::scrolls_sideways;
use crate::browser::Key;

type Handler = Box<dyn Fn(Key) -> bool>;

thread_local! {
    static HANDLER: RefCell<Option<Handler>> = const { RefCell::new(None) };
}

/// Calls `handler` for every key of interest; where it answers `true` the browser's own act is held back.
pub fn on_key(handler: impl Fn(Key) -> bool + 'static) {
    // With another dataset the app is mounted anew: its handler takes the place of the one before.
    if HANDLER.replace(Some(Box::new(handler))).is_some() {
        return;
    }
    let handler = |key| HANDLER.with_borrow(|handler| handler.as_ref().is_some_and(|handle| handle(key)));
    let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        // The key goes to an input method, which is putting a word together.
        if event.is_composing() || event.key_code() == 229 {
            return;
        }
        let finds = event.key() == "k" && (event.ctrl_key() || event.meta_key());
        let is_plain = !event.ctrl_key() && !event.alt_key() && !event.meta_key();
        let takes = |character: &str| event.key() == character && is_plain && !is_typing(&event) && takes_characters();
        if finds || takes("/") {
            if handler(Key::Find) {
                event.prevent_default();
            }
            return;
        }
        if takes("?") {
            if handler(Key::Help) {
                event.prevent_default();
            }
            return;
        }
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() || is_typing(&event) {
            return;
        }
        let key = match event.key().as_str() {
            "Escape" => Key::Escape,
            // What scrolls sideways needs them itself.
            "ArrowLeft" | "ArrowRight" if is_in_scroller(&event) => return,
            "ArrowLeft" => Key::Left,
            "ArrowRight" => Key::Right,
            _ => return,
        };
        if handler(key) {
            event.prevent_default();
        }
    });
    if let Some(document) = document() {
        let _ = document.add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
    }
    // One listener for the life of the page.
    listener.forget();
    keep_focus();
}

/// Where it is kept that a reader wants no keys that are characters.
const CHARACTERS_KEY: &str = "atlas.keys";
const OFF: &str = "off";

thread_local! {
    /// As chosen in this document, where the browser keeps nothing.
    static CHOSEN: Cell<Option<bool>> = const { Cell::new(None) };
}

/// Whether keys that are characters are taken: speech input and a slip of the hand press them as well.
pub fn takes_characters() -> bool {
    CHOSEN
        .get()
        .unwrap_or_else(|| kept(CHARACTERS_KEY).as_deref() != Some(OFF))
}

/// Takes them, or not, from now on.
pub fn take_characters(on: bool) {
    CHOSEN.set(Some(on));
    let _ = keep(CHARACTERS_KEY, if on { "" } else { OFF });
}

/// Whether the focus is in something that scrolls sideways. What lies around the note is not looked at: there the arrows walk on.
fn is_in_scroller(event: &KeyboardEvent) -> bool {
    let mut around = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    while let Some(element) = around.filter(|e| e.id() != "note") {
        if scrolls_sideways(&element) {
            return true;
        }
        around = element.parent_element();
    }
    false
}

/// Whether the key goes to a control that uses the arrows itself.
pub fn is_chooser(event: &KeyboardEvent) -> bool {
    is_typing(event)
}

fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    target.is_some_and(|t| {
        let field = matches!(t.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            || t.closest("[contenteditable]").ok().flatten().is_some();
        field && event.key() != "Escape"
    })
}
