//! The address bar: one reader and one writer.

use std::cell::RefCell;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event};

use super::{document, window};
use crate::browser::LOCAL;

/// Least time between two writes, in milliseconds: browsers throttle or refuse quick ones.
const COALESCE_MS: i32 = 150;

/// The fragment, with its `#`.
pub fn fragment() -> String {
    window().and_then(|w| w.location().hash().ok()).unwrap_or_default()
}

/// The address without its fragment; of a file the name alone, since its folder is nobody else's.
pub fn base() -> String {
    let href = window().and_then(|w| w.location().href().ok()).unwrap_or_default();
    let base = href.split('#').next().unwrap_or_default();
    match base.starts_with(LOCAL) {
        true => base.rsplit('/').next().unwrap_or_default().to_owned(),
        false => base.to_owned(),
    }
}

/// How an address was come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// By a link or an act of the app: a new step.
    Chosen,
    /// In place of the address before it: the same step.
    Replaced,
    /// Otherwise: Back, Forward, or an address typed by the reader.
    Travelled,
}

thread_local! {
    /// Where the last act leads and how, until the browser has arrived. The browser itself tells a link from Back in no way.
    static COMING: RefCell<Option<(String, Arrival)>> = const { RefCell::new(None) };
}

fn coming(href: &str, how: Arrival) {
    COMING.set(Some((href.to_owned(), how)));
}

/// How the address of now was come to; to be asked once an arrival.
pub fn arrival() -> Arrival {
    let now = fragment();
    let act = COMING.take().filter(|(href, _)| *href == now);
    act.map_or(Arrival::Travelled, |(_, how)| how)
}

/// Goes to a fragment, as a step that Back undoes.
pub fn go(href: &str) {
    coming(href, Arrival::Chosen);
    if let Some(window) = window() {
        let _ = window.location().set_hash(href);
    }
}

thread_local! {
    /// The write that waits, with the fragment that it is to replace; later ones take its place.
    static WAITING: RefCell<Option<(String, String)>> = const { RefCell::new(None) };
}

/// Replaces the fragment without a step of history; quick calls are joined, the last one wins. Where the reader goes elsewhere in
/// the meantime, nothing is written.
pub fn replace(href: &str) {
    let write = (href.to_owned(), fragment());
    let idle = WAITING.with_borrow_mut(|waiting| waiting.replace(write).is_none());
    if !idle {
        return;
    }
    let write = Closure::once_into_js(write_waiting);
    if let Some(window) = window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(write.unchecked_ref(), COALESCE_MS);
    }
}

/// Writes the fragment that waits to be written, if one does.
fn write_waiting() {
    let write = WAITING
        .with_borrow_mut(Option::take)
        .filter(|(_, instead_of)| *instead_of == fragment());
    if let (Some((href, _)), Some(window)) = (write, window()) {
        coming(&href, Arrival::Replaced);
        let _ = window.location().replace(&href);
    }
}

/// Calls `f` with every new fragment, for as long as the page lives.
pub fn on_fragment(f: impl Fn(String) + 'static) {
    let listener = Closure::<dyn Fn()>::new(move || f(fragment()));
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
    }
    let chosen = Closure::<dyn Fn(Event)>::new(|event: Event| {
        // With a key held the link opens elsewhere, and this page stays where it is.
        let is_held = |key: &&str| js_sys::Reflect::get(&event, &(**key).into()).is_ok_and(|held| held.is_truthy());
        if ["ctrlKey", "metaKey", "shiftKey"].iter().any(is_held) {
            return;
        }
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let link = target.and_then(|t| t.closest("a[href^='#/']").ok().flatten());
        if let Some(href) = link.and_then(|a| a.get_attribute("href")) {
            // Or the link to a note that was closed just now would lead to where the address bar still is: nowhere.
            write_waiting();
            coming(&href, Arrival::Chosen);
        }
    });
    if let Some(document) = document() {
        let _ = document.add_event_listener_with_callback("click", chosen.as_ref().unchecked_ref());
    }
    // Listeners for the life of the page.
    listener.forget();
    chosen.forget();
}
