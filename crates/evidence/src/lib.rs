//! Evidence that anyone with a copy of the source can check, though the source is not shipped.
//!
//! - `words`: what of a text counts, whatever page and viewer did to it.
//! - [`fingerprint`]: a sentence is recognised by it and cannot be rebuilt from it.
//! - [`copy`]: a reader's copy becomes one text of paragraphs, or is refused with a reason.
//! - [`align`]: finds in the copy what each evidence cites.
//! - [`verify()`]: the same dataset against the source by numbered paragraph, for its authors.
//!
//! It stands above the domain: a dataset carries fingerprints (`atlas::fingerprint`), and nothing there needs a copy.
//!
//! Left out: reading files, showing anything, and keeping a copy.

pub mod align;
pub mod copy;
pub mod fingerprint;
mod verify;
mod words;

pub use align::{Aligned, Alignment, Outcome, Progress};
pub use copy::{ReaderCopy, Refusal};
pub use fingerprint::Fingerprint;
pub use verify::{Verification, verify};
pub use words::{hashes, spelled};
