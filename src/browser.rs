//! The edge to the browser: location, focus, title, clipboard, theme, keys. The only folder that calls `web_sys`.
//!
//! A native build (tests, pre-rendering) gets the same functions without effect, so that views need no `cfg`.

#[cfg(not(target_arch = "wasm32"))]
mod nowhere;
#[cfg(target_arch = "wasm32")]
mod web;

#[cfg(not(target_arch = "wasm32"))]
pub use nowhere::*;
#[cfg(target_arch = "wasm32")]
pub use web::*;

#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "only a browser has keys"))]
/// A key the app listens to, wherever the focus is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Close what is open.
    Escape,
    /// The value before.
    Left,
    /// The value after.
    Right,
    /// To the search box.
    Find,
    /// The list of keys.
    Help,
}

/// A file as the reader gave it.
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "only a browser is given files")
)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// Its name and its bytes.
    Bytes(String, Vec<u8>),
    /// It is larger than may be read.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// Where the path of an address that stands for no host begins: such an address is of use on one machine only.
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "only a browser has an address")
)]
pub const LOCAL: &str = "file:";

/// A colour scheme chosen by the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    #[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "only a browser has storage"))]
    /// As storage and the root element's attribute write it; empty for automatic.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}
