//! One tag of HTML, read character by character, and what elements mean for a text.

/// Elements whose contents are not for reading.
pub(super) const RAW: &[&str] = &[
    "script", "style", "template", "noscript", "svg", "math", "iframe", "textarea", "select",
];
/// Elements that begin and end a paragraph.
pub(super) const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "button",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "title",
    "tr",
    "ul",
];

/// A tag being read.
#[derive(Default)]
pub(super) struct Tag {
    pub(super) name: String,
    named: bool,
    pub(super) closing: bool,
    pub(super) empty: bool,
    quote: Option<char>,
}

impl Tag {
    /// Takes the next character; true where it ends the tag.
    pub(super) fn read(&mut self, ch: char) -> bool {
        const LONGEST_NAME: usize = 16;
        if let Some(quote) = self.quote {
            if ch == quote {
                self.quote = None;
            }
            return false;
        }
        self.empty = ch == '/' || (self.empty && ch == '>');
        match ch {
            '>' => return true,
            '/' if self.name.is_empty() => self.closing = true,
            '"' | '\'' if self.named => self.quote = Some(ch),
            _ if !self.named && ch.is_ascii_alphanumeric() && self.name.len() < LONGEST_NAME => {
                self.name.push(ch.to_ascii_lowercase());
            }
            _ => self.named |= !self.name.is_empty(),
        }
        false
    }
}
