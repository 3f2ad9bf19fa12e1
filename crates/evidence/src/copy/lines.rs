//! From lines to paragraphs: joins what lines and pages have torn apart, and drops what pages add: headings that come back,
//! page numbers, footnote marks.
//!
//! Read twice: the first pass counts which lines come back and how wide the lines are, the second writes. What it cannot tell
//! (a heading that stands once, a note at the foot of a page) stays in the text; `align` bears it between two lines.

use std::collections::HashMap;

use super::Cleaned;
use super::marks::write_clean;
use crate::words::fnv;

/// A line is read in pieces of at most so many bytes.
const PIECE: usize = 8192;
/// Lines longer than this are not cut by a page: they are paragraphs.
const WIDEST: usize = 240;
/// Only lines up to this length may be furniture of a page.
const LONGEST_FURNITURE: usize = 120;
/// A page heading comes back at least so often.
const COMES_BACK: u32 = 3;
/// No more different lines than this are counted; a text with more has no pages of this kind.
const MOST_COUNTED: usize = 100_000;

pub(super) struct Lines {
    text: String,
    at: usize,
    writing: bool,
    counts: HashMap<u32, u32>,
    /// How many lines have each width.
    widths: Vec<u32>,
    usual_width: usize,
    out: Cleaned,
    start: usize,
    last: Last,
}

/// What stood before the line at hand.
#[derive(Default)]
struct Last {
    width: usize,
    /// The last line was cut off by `PIECE`.
    cut: bool,
    /// Blank lines since.
    blank: bool,
    /// A page has ended since.
    page: bool,
    /// A form feed stands right before, blank lines apart.
    feed: bool,
}

impl Lines {
    pub(super) fn new(text: String) -> Self {
        // No growing on the way: moving a huge text would be the longest step of all.
        let size = text.len();
        Self {
            text,
            at: 0,
            writing: false,
            counts: HashMap::new(),
            widths: vec![0; WIDEST + 1],
            usual_width: 0,
            out: Cleaned {
                text: String::with_capacity(size),
                ..Cleaned::default()
            },
            start: 0,
            last: Last::default(),
        }
    }

    /// Reads on for about `budget` bytes; true when all is written.
    pub(super) fn step(&mut self, budget: usize) -> bool {
        let text = std::mem::take(&mut self.text);
        let stop = self.at.saturating_add(budget.max(1));
        while self.at < stop && self.at < text.len() {
            let (line, next) = line_at(&text, self.at);
            if self.writing {
                self.write(&text, line, next);
            } else {
                self.count(line);
            }
            self.at = next;
        }
        let read = self.at >= text.len();
        self.text = text;
        if read && self.writing {
            self.end_paragraph();
            return true;
        }
        if read {
            self.usual_width = self.measured();
            self.writing = true;
            self.at = 0;
        }
        false
    }

    pub(super) fn permille(&self) -> usize {
        let half = self.at * 500 / self.text.len().max(1);
        if self.writing { 500 + half } else { half }
    }

    pub(super) fn finish(self) -> Cleaned {
        self.out
    }

    fn count(&mut self, line: &str) {
        let line = line.trim();
        if line.is_empty() {
            return;
        }
        if let Some(lines) = self.widths.get_mut(line.chars().count().min(WIDEST)) {
            *lines += 1;
        }
        if let Some(key) = key(line)
            && (self.counts.len() < MOST_COUNTED || self.counts.contains_key(&key))
        {
            *self.counts.entry(key).or_default() += 1;
        }
    }

    /// The width that nine lines in ten do not exceed.
    fn measured(&self) -> usize {
        let all: u32 = self.widths.iter().sum();
        let mut below = 0;
        let reaches = self.widths.iter().position(|lines| {
            below += lines;
            below * 10 >= all * 9
        });
        reaches.unwrap_or(WIDEST)
    }

    fn write(&mut self, text: &str, line: &str, next: usize) {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            // To `trim`, a form feed is white space.
            let feed = line.contains('\u{c}');
            self.last.page |= feed;
            self.last.feed |= feed;
            self.last.blank = true;
            return;
        }
        if self.is_furniture(trimmed, text, next) {
            self.last.page = true;
            self.last.feed = false;
            return;
        }
        let joins = !self.is_empty() && (self.last.cut || self.joins(trimmed));
        if !joins {
            self.end_paragraph();
        } else if !self.last.cut && !self.out.text.ends_with('-') {
            self.out.text.push(' ');
        }
        self.out.lines.push(self.out.text.len());
        // What is cut off keeps the space at which it was cut.
        let cut = text.get(self.at..next).is_some_and(|read| !read.ends_with('\n')) && next < text.len();
        let piece = if self.last.cut { line } else { line.trim_start() };
        write_clean(&mut self.out.text, if cut { piece } else { piece.trim_end() });
        self.last = Last {
            width: trimmed.chars().count(),
            cut,
            ..Last::default()
        };
    }

    fn is_empty(&self) -> bool {
        self.out.text.len() == self.start
    }

    /// Whether the line goes on with the paragraph before it.
    fn joins(&self, line: &str) -> bool {
        let before = self.out.text.as_str();
        let ended = ends_sentence(before);
        let torn = before.ends_with('-') || (!ended && line.starts_with(|c: char| c.is_lowercase() || c == ','));
        let short = self.last.width * 4 < self.usual_width * 3;
        if self.last.page || self.last.blank {
            // Between pages, a line that ended nothing goes on, unless it was as short as a heading.
            return torn || (self.last.page && !ended && !short);
        }
        if self.usual_width >= WIDEST {
            // Lines of this width are paragraphs.
            return torn;
        }
        torn || !short || line.starts_with(char::is_lowercase)
    }

    /// Whether a page has put the line there: a page number, a heading that comes back, or a line by itself that opens a page. A
    /// heading without a figure must stand beside a page number or a blank line as well, for in narrow columns words of the text
    /// come back.
    fn is_furniture(&self, line: &str, text: &str, next: usize) -> bool {
        let (after, _) = line_at(text, next);
        let after = after.trim();
        let apart = self.last.page || self.last.blank || after.is_empty() || is_page_number(after);
        if is_page_number(line) {
            // A figure of four digits among lines of text may be a year.
            return line.len() < "2000".len() || apart;
        }
        let comes_back = key(line)
            .and_then(|key| self.counts.get(&key))
            .is_some_and(|n| *n >= COMES_BACK);
        let figure = line.starts_with(|c: char| c.is_ascii_digit()) || line.ends_with(|c: char| c.is_ascii_digit());
        let opens_page = self.last.feed && after.is_empty() && line.len() <= LONGEST_FURNITURE;
        !ends_sentence(line) && (opens_page || (comes_back && (figure || apart)))
    }

    fn end_paragraph(&mut self) {
        let end = self.out.text.trim_end_matches(' ').len().max(self.start);
        self.out.text.truncate(end);
        if end > self.start {
            self.out.paragraphs.push(self.start..end);
            self.out.text.push('\n');
        }
        self.start = self.out.text.len();
    }
}

/// The line at `at`, or as much of it as is read at once, and where the next one begins.
fn line_at(text: &str, at: usize) -> (&str, usize) {
    let rest = text.get(at..).unwrap_or_default();
    let mut end = rest.len().min(PIECE);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    let piece = rest.get(..end).unwrap_or_default();
    match piece.find('\n') {
        Some(length) => (piece.get(..length).unwrap_or_default(), at + length + 1),
        None if end == rest.len() => (piece, at + end),
        None => {
            // Cut after a space where there is one, so that words stay whole.
            let length = piece.rfind(' ').map_or(end, |space| space + 1);
            (piece.get(..length).unwrap_or_default(), at + length)
        }
    }
}

/// What is the same in a page heading on every page: its letters. None for lines that are none.
fn key(line: &str) -> Option<u32> {
    const LEAST_LETTERS: usize = 4;
    if line.len() > LONGEST_FURNITURE {
        return None;
    }
    let letters = || line.chars().filter(|c| c.is_alphabetic());
    (letters().count() >= LEAST_LETTERS).then(|| fnv(letters().flat_map(|c| u32::from(c).to_le_bytes())))
}

/// "334", "- 334 -", "Page 3 of 12".
fn is_page_number(line: &str) -> bool {
    const LONGEST: usize = 20;
    let plain = line.chars().all(|c| c.is_alphanumeric() || " -–—|/[]".contains(c));
    if line.len() > LONGEST || !plain || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    line.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .all(|word| {
            let number = word.bytes().all(|byte| byte.is_ascii_digit()) && word.len() <= 4;
            number
                || ["page", "p", "pp", "of"]
                    .iter()
                    .any(|known| word.eq_ignore_ascii_case(known))
        })
}

/// Whether a text ends as a sentence does, closing quotes and brackets included.
fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['\'', '’', '"', '”', ')', ']'])
        .ends_with(['.', '!', '?', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn paragraphs(text: &str) -> Vec<String> {
        let mut lines = Lines::new(text.to_owned());
        while !lines.step(7) {}
        let out = lines.finish();
        let texts: Vec<String> = out
            .paragraphs
            .iter()
            .map(|range| out.text[range.clone()].to_owned())
            .collect();
        assert_eq!(
            out.text,
            texts.iter().map(|text| format!("{text}\n")).collect::<String>()
        );
        texts
    }

    #[test]
    fn lines_become_paragraphs_and_words_stay_whole() {
        let text = "The lamp on the point was lit by two keepers and their co-\noperative until the storm of that year.\n\nThen it went out.\n";
        assert_eq!(
            paragraphs(text),
            [
                "The lamp on the point was lit by two keepers and their co-operative until the storm of that year.",
                "Then it went out."
            ]
        );
    }

    #[test]
    fn without_blank_lines_a_short_last_line_ends_a_paragraph() {
        let text = "The lamp on the point was lit by two keepers and their friends\nuntil the storm. Nobody came to see it in the years that came\nafter that.\nThen it went out and the harbour was dark for a winter, until\nthe League met.\n";
        let cut = paragraphs(text);
        assert_eq!(cut.len(), 2, "{cut:?}");
        assert!(cut[1].starts_with("Then it went out"));
    }

    #[test]
    fn what_pages_add_is_dropped_and_the_sentence_goes_on() {
        let page = |number: usize, line: &str| format!("{line}\n\n{number}\n\u{c}\nThe Annals of Lamps {number}\n\n");
        let text = page(1, "The first keeper had gone to")
            + &page(2, "Gull Point and the second one had gone")
            + &page(3, "home. Nobody had asked where")
            + "the third one was.";
        assert_eq!(
            paragraphs(&text),
            [
                "The first keeper had gone to Gull Point and the second one had gone home. Nobody had asked where the third one was."
            ]
        );
    }

    #[test]
    fn a_heading_that_stands_once_is_known_by_the_page_it_opens() {
        let text = "The first keeper had gone to\n\n12\n\u{c}\n\nOf Tar and Oil\n\nGull Point.\n\nOf Tar and Rope\n\nThen it rained.";
        assert_eq!(
            paragraphs(text),
            [
                "The first keeper had gone to Gull Point.",
                "Of Tar and Rope",
                "Then it rained."
            ]
        );
    }

    #[test]
    fn a_year_among_lines_is_no_page_number() {
        assert_eq!(
            paragraphs("The lamp was lit in the spring of\n1904\nand burned on."),
            ["The lamp was lit in the spring of 1904 and burned on."]
        );
    }
}
