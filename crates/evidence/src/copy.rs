//! The reader's own copy of the source: plain text, Markdown, HTML, or what a viewer of PDF puts on the clipboard.
//!
//! What comes out is one text of paragraphs, a line each, without markup, page headings, page numbers and footnote marks. All
//! work but the first look is done in pieces, so that a huge copy does not stop a page.
//!
//! Left out: files (the caller hands in bytes), formats that are not text (refused with advice), and what the text says.

mod decode;
mod entities;
mod lines;
mod markdown;
mod marks;
mod markup;
mod tag;

use std::fmt;
use std::ops::Range;

pub use decode::Foreign;
use lines::Lines;
use markup::Markup;

/// The largest copy that is read: a thousand times an article.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;

/// How a copy is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Plain text, or pasted.
    Text,
    /// Markdown, with the bits of HTML that it may have.
    Markdown,
    /// HTML.
    Html,
}

/// Why a copy is not used. `Display` says so to the reader, with what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It has no words.
    Empty,
    /// It has more bytes than [`MOST_BYTES`].
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// It is no text.
    NotText(Foreign),
    /// It is another text: too few of the sentences stand in it.
    NotTheSource {
        /// Sentences found.
        found: usize,
        /// Sentences looked for.
        wanted: usize,
    },
    /// The dataset has neither fingerprints nor quotes.
    NothingToCompare,
}

/// A copy that may be read: text of a bearable size, not yet cleaned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReaderCopy {
    text: String,
    form: Form,
}

impl ReaderCopy {
    /// Takes a file. Its name, where there is one, tells the form; else its beginning does.
    pub fn from_file(bytes: &[u8], name: Option<&str>) -> Result<Self, Refusal> {
        if bytes.len() > MOST_BYTES {
            return Err(Refusal::TooLarge { bytes: bytes.len() });
        }
        let text = decode::text(bytes)?;
        let form = name.and_then(form_of_name).unwrap_or_else(|| form_of_text(&text));
        Self::new(text, form)
    }

    /// Takes text from the clipboard.
    pub fn from_paste(text: &str) -> Result<Self, Refusal> {
        if text.len() > MOST_BYTES {
            return Err(Refusal::TooLarge { bytes: text.len() });
        }
        Self::new(text.to_owned(), form_of_text(text))
    }

    fn new(text: String, form: Form) -> Result<Self, Refusal> {
        if text.chars().any(char::is_alphanumeric) {
            Ok(Self { text, form })
        } else {
            Err(Refusal::Empty)
        }
    }

    /// How it is written.
    pub fn form(&self) -> Form {
        self.form
    }

    /// Cleans it in one go.
    pub fn cleaned(self) -> Cleaned {
        let mut cleaner = Cleaner::new(self);
        while !cleaner.step(usize::MAX) {}
        cleaner.finish()
    }
}

/// A copy as one text of paragraphs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// The paragraphs, a line each.
    pub text: String,
    /// Where the paragraphs stand in the text, in bytes, in order.
    pub paragraphs: Vec<Range<usize>>,
    /// Where the lines of the copy began, in bytes of the text, ascending: what a page puts between two lines of a sentence
    /// begins and ends there.
    pub lines: Vec<usize>,
}

/// Cleans a copy in pieces.
pub(super) struct Cleaner {
    input: String,
    total: usize,
    markup: Markup,
    lines: Option<Lines>,
}

impl Cleaner {
    pub(super) fn new(copy: ReaderCopy) -> Self {
        Self {
            total: copy.text.len(),
            markup: Markup::new(copy.form, copy.text.len()),
            input: copy.text,
            lines: None,
        }
    }

    /// Reads on for about `budget` bytes; true when all is done.
    pub(super) fn step(&mut self, budget: usize) -> bool {
        if let Some(lines) = &mut self.lines {
            return lines.step(budget);
        }
        if self.markup.step(&self.input, budget) {
            self.lines = Some(Lines::new(self.markup.take()));
            self.input = String::new();
        }
        false
    }

    /// How much is done, of a thousand.
    pub(super) fn permille(&self) -> usize {
        match &self.lines {
            None => self.markup.at() * 400 / self.total.max(1),
            Some(lines) => 400 + lines.permille() * 600 / 1000,
        }
    }

    pub(super) fn finish(self) -> Cleaned {
        self.lines.map(Lines::finish).unwrap_or_default()
    }
}

fn form_of_name(name: &str) -> Option<Form> {
    let ending = name.rsplit_once('.')?.1.to_ascii_lowercase();
    match ending.as_str() {
        "html" | "htm" | "xhtml" => Some(Form::Html),
        "md" | "markdown" => Some(Form::Markdown),
        "txt" | "text" => Some(Form::Text),
        _ => None,
    }
}

/// Judged by the first pages, for clipboards and for files without a telling name.
fn form_of_text(text: &str) -> Form {
    const ENOUGH: usize = 8192;
    let head: String = text.chars().take(ENOUGH).collect::<String>().to_ascii_lowercase();
    let tags = ["<!doctype html", "<html", "<body", "<p>", "<p ", "<div"];
    let marks = ["\n# ", "\n## ", "\n**", "]("];
    if tags.iter().any(|tag| head.contains(tag)) {
        Form::Html
    } else if head.starts_with("# ") || marks.iter().any(|mark| head.contains(mark)) {
        Form::Markdown
    } else {
        Form::Text
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("There are no words in it."),
            Self::TooLarge { bytes } => {
                let (mega, most) = (bytes.div_ceil(1024 * 1024), MOST_BYTES / (1024 * 1024));
                write!(f, "It has {mega} MB; at most {most} MB are read. Try the source alone.")
            }
            Self::NotText(what) => what.fmt(f),
            Self::NotTheSource { found: 0, wanted } => {
                write!(
                    f,
                    "This is not the source: none of its {wanted} cited sentences stands in it."
                )
            }
            Self::NotTheSource { found, wanted } => {
                write!(
                    f,
                    "This is not the source: of its {wanted} cited sentences only {found} stand in it."
                )
            }
            Self::NothingToCompare => {
                f.write_str("This dataset has neither fingerprints nor quotes, so a copy cannot be compared with it.")
            }
        }
    }
}
