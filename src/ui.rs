//! Small parts that know nothing of the domain: signs, line styles, lists of words.

mod choice;
mod element;
mod line;
mod popup;
mod sign;
mod stroke;

pub use choice::Choice;
pub use element::{Element, Named, NamedClosure, NamedView, any, memo, reactive};
pub use line::{LineDefs, LineSign};
pub use popup::Popup;
pub use sign::Sign;
pub use stroke::{Weight, stroke};
