//! The whole atlas as one file: what such a file holds, and the request to save one (`public/keep.js` does the work).

use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, Url};

use super::files::Held;
use super::pictures::download;
use super::{find, window};

/// A part that the document itself holds, as the edition of one file does; empty where the part has no text.
pub fn inside(part: &str) -> Option<String> {
    find(&format!("#inside-{part}"))?.text_content()
}

/// Asks for the atlas as one file, with a dataset in place of the embedded one where one is given.
pub fn save_atlas(dataset: Option<&Held>) {
    let init = CustomEventInit::new();
    init.set_detail(&dataset.map_or(JsValue::NULL, |held| held.0.clone().into()));
    if let (Some(window), Ok(event)) = (window(), CustomEvent::new_with_event_init_dict("atlas:save", &init)) {
        let _ = window.dispatch_event(&event);
    }
}

/// Saves what the browser holds as a file.
pub fn save_held(held: &Held, name: &str) -> bool {
    Url::create_object_url_with_blob(&held.0).is_ok_and(|address| {
        let saved = download(&address, name).is_some();
        let _ = Url::revoke_object_url(&address);
        saved
    })
}
