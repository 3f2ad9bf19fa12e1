//! The edge where there is no browser: nothing happens, and nothing is read.

use std::pin::Pin;

use super::{Given, Key, Theme};

/// Would replace the fragment.
pub fn replace(_href: &str) {}

/// Nothing to carry over.
pub struct Carried;

impl Carried {
    /// Would look at the elements that go.
    pub fn from<E>(_old: &[E]) -> Self {
        Self
    }

    /// Would give it to the elements that came.
    pub fn onto<E>(self, _new: &[E]) {}
}

/// Would move the focus to the page's heading.
pub fn focus_heading() {}

/// There was no page to go back to a place on.
pub fn find_place() -> bool {
    false
}

/// There is no address bar to read.
pub fn fragment() -> String {
    String::new()
}

/// Would go to a fragment.
pub fn go(_href: &str) {}

/// Would move the focus to an element of the shell.
pub fn focus_by_id(_id: &str) {}

/// Would tell whether a key goes to a control that uses the arrows itself.
pub fn is_chooser<E>(_event: &E) -> bool {
    false
}

/// Would bring an element into view within its list.
pub fn reveal(_id: &str) {}

/// No focus.
pub fn leaves<E>(_event: &E) -> bool {
    false
}

/// Would run a task to its end.
pub fn spawn(_task: impl Future<Output = ()> + 'static) {}

/// Would give the browser its turn.
pub fn rest() -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(std::future::ready(()))
}

/// Would say that something is waited for.
pub fn busy(_on: bool) {}

/// Would begin the page anew.
pub fn reload() {}

/// Would open the dialogue for printing.
pub fn print() {}

/// Would set the document's title.
pub fn set_title(_title: &str) {}

/// Would move the focus back to a value.
pub fn focus_value(_id: &str) {}

/// Would move the focus to the page's content.
pub fn focus_content() {}

/// Would bring the note beside its value.
pub fn place_note(_id: &str) {}

/// Would bring the note into view.
pub fn show_note() {}

/// Would tell the neighbours of a value on the page.
pub fn neighbour(_id: &str, _step: i32) -> Option<String> {
    None
}

/// Would open an address in a tab of its own.
pub fn open_tab(_href: &str) {}

/// Would copy a text.
pub fn copy(_text: &str, _done: impl Fn(bool) + 'static) {}

/// The address of the page without its fragment.
pub fn base() -> String {
    String::new()
}

/// The theme chosen.
pub fn theme() -> Theme {
    Theme::Auto
}

/// Would choose a theme.
pub fn set_theme(_theme: Theme) {}

/// There is no phone.
pub fn is_phone() -> bool {
    false
}

/// Would light what is of one unit.
pub fn light_alike() {}

/// Keys that are characters are taken.
pub fn takes_characters() -> bool {
    true
}

/// Would take them, or not.
pub fn take_characters(_on: bool) {}

/// Would listen to keys.
pub fn on_key(_handler: impl Fn(Key) -> bool + 'static) {}

/// Would read a chosen file.
pub fn chosen_file<E>(_event: &E, _most: usize, _done: impl FnOnce(Given) + 'static) {}

/// Would read a dropped file.
pub fn dropped_file<E>(_event: &E, _most: usize, _done: impl FnOnce(Given) + 'static) {}

/// Would fetch a file.
#[allow(dead_code, reason = "only a browser follows an address")]
pub fn fetch(_path: &str, _most: usize, _done: impl FnOnce(Given) + 'static) {}

/// Would call `f` after the browser has drawn.
pub fn later(_f: impl FnOnce() + 'static) {}

/// Would read the colours of the page.
pub fn palette() -> atlas::picture::Palette {
    let none = String::new;
    atlas::picture::Palette {
        paper: none(),
        ink: none(),
        muted: none(),
        rule: none(),
        stated: none(),
        ended: none(),
    }
}

/// Would save a text as a file.
pub fn save_text(_text: &str, _name: &str, _kind: &str) -> bool {
    false
}

/// Would save a picture as SVG.
pub fn save_svg(_picture: &atlas::picture::Picture, _name: &str, _done: impl Fn(bool) + 'static) {}

/// Would save a picture as PNG.
pub fn save_png(_picture: &atlas::picture::Picture, _name: &str, _done: impl Fn(bool) + 'static) {}

/// What would be kept under a key.
pub fn kept(_key: &str) -> Option<String> {
    Some(String::new())
}

/// Would hear of what another window keeps under a key.
pub fn on_kept(_key: &str, _heard: impl Fn(String) + 'static) {}

/// Would keep a text under a key.
pub fn keep(_key: &str, _text: &str) -> bool {
    true
}

/// A text kept by no browser.
#[derive(Clone, Debug)]
pub struct Held;

/// Would give a text to the browser to keep.
#[allow(dead_code, reason = "only a browser is given datasets")]
pub fn hold(_text: &str) -> Option<Held> {
    None
}

/// Would read a part of the edition of one file.
pub fn inside(_part: &str) -> Option<String> {
    None
}

/// Would save the atlas as one file.
pub fn save_atlas(_dataset: Option<&Held>) {}

/// Would save what is held.
pub fn save_held(_held: &Held, _name: &str) -> bool {
    false
}
