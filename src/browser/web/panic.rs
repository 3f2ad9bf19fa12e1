//! The start's ready mark, and a panic's way to the page that says so (`public/boot.js`).

use web_sys::{CustomEvent, CustomEventInit};

use super::{document, window};

/// Says that the app stands.
pub fn ready() {
    if let Some(root) = document().and_then(|d| d.document_element()) {
        let _ = root.set_attribute("data-ready", "true");
    }
}

/// A panic does not stop a page by itself: other handlers would run on what it left behind. The page is told to remove the app.
pub fn install_panic_hook() {
    std::panic::set_hook(Box::new(|info| {
        let place = info
            .location()
            .map(|l| format!(" ({}:{})", l.file(), l.line()))
            .unwrap_or_default();
        let text = info.payload().downcast_ref::<&str>().map(|s| (*s).to_owned());
        let text = text
            .or_else(|| info.payload().downcast_ref::<String>().cloned())
            .unwrap_or_default();
        stop(&format!("{text}{place}"));
    }));
}

/// Stops the app with a reason, through the page that says so.
pub fn stop(reason: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&reason.into());
    if let (Some(window), Ok(event)) = (window(), CustomEvent::new_with_event_init_dict("atlas:panic", &init)) {
        let _ = window.dispatch_event(&event);
    }
}
