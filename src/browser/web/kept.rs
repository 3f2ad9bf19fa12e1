//! What this browser keeps between visits, and the news of what another window keeps.

use std::cell::RefCell;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::StorageEvent;

use super::window;

/// What is kept under a key: empty where nothing is, `None` where this browser keeps nothing for this page.
pub fn kept(key: &str) -> Option<String> {
    let storage = window()?.local_storage().ok().flatten()?;
    Some(storage.get_item(key).ok()?.unwrap_or_default())
}

/// Keeps a text under a key; whether that worked.
pub fn keep(key: &str, text: &str) -> bool {
    let storage = window().and_then(|w| w.local_storage().ok().flatten());
    storage.is_some_and(|storage| storage.set_item(key, text).is_ok())
}

type Heard = Box<dyn Fn(String)>;

thread_local! {
    static HEARD: RefCell<Option<(String, Heard)>> = const { RefCell::new(None) };
}

/// Calls `heard` with what another window keeps under a key from now on; empty where it took it away. One key at a time.
pub fn on_kept(key: &str, heard: impl Fn(String) + 'static) {
    // With another dataset the app is mounted anew, and listens to that one's key.
    if HEARD.replace(Some((key.to_owned(), Box::new(heard)))).is_some() {
        return;
    }
    let listener = Closure::<dyn Fn(StorageEvent)>::new(|event: StorageEvent| {
        HEARD.with_borrow(|heard| {
            let Some((key, heard)) = heard else { return };
            // Without a key all was taken away.
            match event.key() {
                Some(changed) if changed == *key => heard(event.new_value().unwrap_or_default()),
                None => heard(String::new()),
                _ => {}
            }
        });
    });
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback("storage", listener.as_ref().unchecked_ref());
    }
    // One listener for the life of the page.
    listener.forget();
}
