//! Files that the reader gives, by choosing or dropping; they are read here and leave the browser nowhere.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, DragEvent, Event, File, HtmlInputElement, Response};

use super::window;
use crate::browser::Given;

/// Reads the file of a chooser's event; nothing where none was chosen.
pub fn chosen_file(event: &Event, most: usize, done: impl FnOnce(Given) + 'static) {
    let input = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return };
    if let Some(file) = input.files().and_then(|files| files.get(0)) {
        read(file, most, done);
    }
    // The same file may be chosen again, after it was changed, say.
    input.set_value("");
}

/// Reads the first file of a drop.
pub fn dropped_file(event: &DragEvent, most: usize, done: impl FnOnce(Given) + 'static) {
    event.prevent_default();
    if let Some(file) = event
        .data_transfer()
        .and_then(|data| data.files())
        .and_then(|files| files.get(0))
    {
        read(file, most, done);
    }
}

fn read(file: File, most: usize, done: impl FnOnce(Given) + 'static) {
    #[allow(clippy::cast_precision_loss, reason = "a cap, not a measure")]
    if file.size() > most as f64 {
        return done(Given::TooLarge);
    }
    let name = file.name();
    let buffer = file.array_buffer();
    leptos::task::spawn_local(async move {
        done(match JsFuture::from(buffer).await {
            Ok(buffer) => Given::Bytes(name, js_sys::Uint8Array::new(&buffer).to_vec()),
            Err(_) => Given::Unreadable,
        });
    });
}

/// Fetches a file of the same origin; the policy of the page refuses any other.
pub fn fetch(path: &str, most: usize, done: impl FnOnce(Given) + 'static) {
    let Some(window) = window() else { return };
    let (name, asked) = (path.to_owned(), window.fetch_with_str(path));
    leptos::task::spawn_local(async move {
        // What is too large is not taken into the program's memory, which never shrinks.
        done(match fetched(asked).await {
            None => Given::Unreadable,
            Some(bytes) if bytes.length() as usize > most => Given::TooLarge,
            Some(bytes) => Given::Bytes(name, bytes.to_vec()),
        });
    });
}

async fn fetched(asked: js_sys::Promise) -> Option<js_sys::Uint8Array> {
    let response: Response = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
    let buffer = response.ok().then(|| response.array_buffer().ok())??;
    let bytes = JsFuture::from(buffer).await.ok()?;
    Some(js_sys::Uint8Array::new(&bytes))
}

/// Calls `f` once the browser has drawn and listened: work is sliced by it.
pub fn later(f: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        let call = Closure::once_into_js(f);
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), 0);
    }
}

/// A text kept by the browser, outside the program's own memory.
#[derive(Clone, Debug)]
pub struct Held(pub(super) Blob);

/// Gives a text to the browser to keep.
pub fn hold(text: &str) -> Option<Held> {
    let parts = js_sys::Array::of1(&text.into());
    Blob::new_with_str_sequence(&parts).ok().map(Held)
}
