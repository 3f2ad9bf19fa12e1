//! The edge in a real browser.

mod address;
mod carried;
mod files;
mod focus;
mod kept;
mod keys;
mod lit;
mod margin;
mod panic;
mod pictures;
mod saved;
mod taken;
mod trail;

pub use address::{base, fragment, go, on_fragment, replace};
pub use carried::{Carried, turns_page};
pub use files::{Held, chosen_file, dropped_file, fetch, hold, later};
pub use focus::{focus_by_id, focus_content, focus_heading, focus_note, focus_value, leaves, neighbour, reveal};
pub use kept::{keep, kept, on_kept};
pub use keys::{is_chooser, on_key, take_characters, takes_characters};
pub use lit::light_alike;
pub use margin::{place_note, show_note};
pub use panic::{install_panic_hook, ready, stop};
pub use pictures::{palette, save_png, save_svg, save_text};
pub use saved::{inside, save_atlas, save_held};
pub use taken::take_over;
pub use trail::{find_place, keep_place, leave, restore};

use std::pin::Pin;

use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element, Window};

use super::Theme;

/// Where the chosen theme is kept; `public/theme.js` reads it before the first paint.
const THEME_KEY: &str = "atlas.theme";

/// The element that the app is mounted into.
pub fn app_root() -> Option<web_sys::HtmlElement> {
    find("#app")?.dyn_into().ok()
}

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok().flatten()
}

/// Every element that a selector finds, in the order of the document.
fn all(selector: &str) -> Vec<Element> {
    let Some(list) = document().and_then(|d| d.query_selector_all(selector).ok()) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|n| list.item(n)?.dyn_into().ok())
        .collect()
}

/// Whether the window is as narrow as a phone; the style sheets have the same width.
pub fn is_phone() -> bool {
    let width = window().and_then(|w| w.inner_width().ok()?.as_f64());
    width.is_some_and(|width| width < 700.0)
}

/// Opens the browser's dialogue for printing; where a frame forbids it nothing happens, and the browser's own menu is left.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Runs a task to its end, before the app is mounted too.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(task);
}

/// The browser's turn: it draws and listens, then work goes on.
pub fn rest() -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(async {
        let turn = js_sys::Promise::new(&mut |go_on, _| {
            if let Some(window) = window() {
                let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&go_on, 0);
            }
        });
        let _ = wasm_bindgen_futures::JsFuture::from(turn).await;
    })
}

/// Says whether the app waits for something that was chosen.
pub fn busy(on: bool) {
    if let Some(root) = app_root() {
        let _ = match on {
            true => root.set_attribute("aria-busy", "true"),
            false => root.remove_attribute("aria-busy"),
        };
    }
}

/// Begins the page anew.
pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// Sets the document's title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Copies a text; `done` hears whether it worked (frames and old browsers may refuse).
pub fn copy(text: &str, done: impl Fn(bool) + 'static) {
    let clipboard = window()
        .map(|w| w.navigator().clipboard())
        .filter(|c| !c.is_undefined());
    // Plain http has no clipboard: the older way is left, and works while the press is being answered.
    let Some(clipboard) = clipboard else {
        return done(copied_by_selection(text));
    };
    let (written, text) = (clipboard.write_text(text), text.to_owned());
    leptos::task::spawn_local(async move {
        let worked = wasm_bindgen_futures::JsFuture::from(written).await.is_ok();
        done(worked || copied_by_selection(&text));
    });
}

/// Copies a text by selecting it in a field that nobody sees, and gives focus and selection back; whether the browser did so.
fn copied_by_selection(text: &str) -> bool {
    let (Some(document), Some(body)) = (document(), find("body")) else {
        return false;
    };
    let Ok(field) = document.create_element("textarea") else {
        return false;
    };
    field.set_text_content(Some(text));
    let _ = field.set_attribute("class", "visually-hidden");
    let _ = field.set_attribute("readonly", "");
    let before = focus::focused();
    let _ = body.append_child(&field);
    focus::focus(Some(field.clone()), false);
    // A text area has the same method, and `execCommand` stands on no interface that is bound.
    field.unchecked_ref::<web_sys::HtmlInputElement>().select();
    let command = js_sys::Reflect::get(&document, &"execCommand".into());
    let command = command.ok().and_then(|f| f.dyn_into::<js_sys::Function>().ok());
    let copied = command.and_then(|command| command.call1(&document, &"copy".into()).ok());
    field.remove();
    focus::focus(before, false);
    copied.is_some_and(|copied| copied.is_truthy())
}

/// Opens an address of the atlas in a tab of its own.
pub fn open_tab(href: &str) {
    if let Some(window) = window() {
        let _ = window.open_with_url_and_target_and_features(href, "_blank", "noopener");
    }
}

/// The theme chosen earlier.
pub fn theme() -> Theme {
    let chosen = document()
        .and_then(|d| d.document_element())
        .and_then(|root| root.get_attribute("data-theme"));
    match chosen.as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::Auto,
    }
}

/// Chooses a theme and keeps it where storage allows.
pub fn set_theme(theme: Theme) {
    if let Some(root) = document().and_then(|d| d.document_element()) {
        let _ = match theme {
            Theme::Auto => root.remove_attribute("data-theme"),
            chosen => root.set_attribute("data-theme", chosen.as_str()),
        };
    }
    // Storage throws in sandboxed frames; the choice then lasts as long as the page.
    if let Some(storage) = window().and_then(|w| w.local_storage().ok().flatten()) {
        let _ = match theme {
            Theme::Auto => storage.remove_item(THEME_KEY),
            chosen => storage.set_item(THEME_KEY, chosen.as_str()),
        };
    }
}
