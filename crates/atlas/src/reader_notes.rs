//! What a reader collects: statements in an order of their own, each with a line of theirs; and how that is kept as text.
//!
//! The text is made to be read by people as well, should it ever have to be rescued by hand: a heading, then a line an item.

use crate::cite::{Format, places_of, source_work};
use crate::index::StatementIx;
use crate::model::{Dataset, Target};

/// First line of their text; the number is the format's.
const HEADING: &str = "partnership-atlas tray 1";
/// Most items kept.
pub const MOST_ITEMS: usize = 500;
/// Longest line of the reader's own, in characters.
pub const LONGEST_LINE: usize = 1_000;
/// Longest id.
const LONGEST_ID: usize = 64;

/// A statement collected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The statement's id. It may be of another version of the dataset, and unknown to this one.
    pub id: String,
    /// What the reader wrote to it; one line.
    pub line: String,
}

/// What a reader has collected, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReaderNotes {
    items: Vec<Item>,
}

impl ReaderNotes {
    /// The items, in the reader's order.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Whether a statement is in it.
    pub fn has(&self, id: &str) -> bool {
        self.items.iter().any(|item| item.id == id)
    }

    /// Adds a statement at the end; whether there was room. One that is in it stays where it is.
    pub fn add(&mut self, id: &str) -> bool {
        if self.has(id) {
            return true;
        }
        let room = self.items.len() < MOST_ITEMS && is_id(id);
        if room {
            self.items.push(Item {
                id: id.to_owned(),
                line: String::new(),
            });
        }
        room
    }

    /// Takes a statement out.
    pub fn remove(&mut self, id: &str) {
        self.items.retain(|item| item.id != id);
    }

    /// Moves a statement a place up (-1) or down (1), where there is one.
    pub fn shift(&mut self, id: &str, step: isize) {
        let at = self.items.iter().position(|item| item.id == id);
        let to = at.and_then(|at| at.checked_add_signed(step));
        if let (Some(at), Some(to)) = (at, to.filter(|&to| to < self.items.len())) {
            self.items.swap(at, to);
        }
    }

    /// Writes the reader's line to a statement.
    pub fn write(&mut self, id: &str, line: &str) {
        if let Some(item) = self.items.iter_mut().find(|item| item.id == id) {
            item.line = one_line(line);
        }
    }

    /// Puts an item that was removed back where it stood, with its line. One that is there again gets the line if it has none.
    pub fn put_back(&mut self, at: usize, item: &Item) {
        if self.items.len() < MOST_ITEMS && !self.has(&item.id) {
            self.items.insert(at.min(self.items.len()), item.clone());
        } else if let Some(there) = self
            .items
            .iter_mut()
            .find(|there| there.id == item.id && there.line.is_empty())
        {
            there.line = one_line(&item.line);
        }
    }

    /// What two windows made of one list of notes, as one: `base` is what both began with, `self` and `theirs` what became of it.
    ///
    /// Nothing that was added or written in either is lost: an item is gone only where one removed it and the other did not write in
    /// it, and two different lines for one statement stand one after the other. The order is that of whoever changed it, this one
    /// where both did; what the other added follows what it followed there. Neither is ever cut: together they may be more than
    /// [`MOST_ITEMS`], and then nothing can be added.
    pub fn merged(&self, base: &Self, theirs: &Self) -> Self {
        let line = |notes: &Self, id: &str| {
            notes
                .items
                .iter()
                .find(|item| item.id == id)
                .map(|item| item.line.clone())
        };
        let stays = |id: &str| {
            let wrote = |notes: &Self| line(notes, id).is_some_and(|own| line(base, id) != Some(own));
            match (self.has(id), theirs.has(id)) {
                (true, true) => true,
                (true, false) => wrote(self),
                (false, true) => wrote(theirs),
                (false, false) => false,
            }
        };
        let order = |notes: &Self| -> Vec<String> { notes.items.iter().map(|item| item.id.clone()).collect() };
        let kept = |notes: &Self, among: &Self| -> Vec<String> {
            let mut ids = order(notes);
            ids.retain(|id| among.has(id));
            ids
        };
        let moved = kept(self, base) != kept(base, self);
        let (first, second) = if moved { (self, theirs) } else { (theirs, self) };
        let mut ids = order(first);
        for (at, item) in second.items.iter().enumerate() {
            if first.has(&item.id) {
                continue;
            }
            let before = second
                .items
                .iter()
                .take(at)
                .rev()
                .find_map(|before| ids.iter().position(|id| *id == before.id));
            ids.insert(before.map_or(0, |before| before + 1), item.id.clone());
        }
        let merged = |id: String| {
            let (own, other) = (line(self, &id), line(theirs, &id));
            let was = line(base, &id).unwrap_or_default();
            let line = match (own.unwrap_or_default(), other.unwrap_or_default()) {
                (own, other) if own == other || other == was => own,
                (own, other) if own == was => other,
                (own, other) if other.is_empty() || own.contains(&other) => own,
                (own, other) if own.is_empty() || other.contains(&own) => other,
                // One's own comes last: a reader who is writing goes on where the line ends.
                (own, other) => one_line(&format!("{other} / {own}")),
            };
            Item { id, line }
        };
        Self {
            items: ids.into_iter().filter(|id| stays(id)).map(merged).collect(),
        }
    }

    /// As text, for keeping.
    pub fn to_text(&self) -> String {
        let items = self.items.iter().map(|item| format!("{}\t{}\n", item.id, item.line));
        format!("{HEADING}\n{}", items.collect::<String>())
    }

    /// Reads what was kept.
    ///
    /// # Errors
    /// With what is wrong, in words, where the text is not one that [`ReaderNotes::to_text`] wrote.
    pub fn from_text(text: &str) -> Result<Self, String> {
        let mut lines = text.lines();
        if lines.next() != Some(HEADING) {
            return Err(format!("its first line is not “{HEADING}”"));
        }
        let mut notes = Self::default();
        for (n, line) in lines.enumerate() {
            let at = n + 2;
            let (id, own) = line.split_once('\t').ok_or(format!("line {at} has no tab"))?;
            if !is_id(id) || notes.has(id) {
                return Err(format!("line {at} does not begin with an id of its own"));
            }
            if notes.items.len() >= 2 * MOST_ITEMS {
                return Err(format!("it has more than {} items", 2 * MOST_ITEMS));
            }
            notes.items.push(Item {
                id: id.to_owned(),
                line: one_line(own),
            });
        }
        Ok(notes)
    }

    /// Notes as Markdown: the reader's line, the statement, and a footnote with the place. Statements that the dataset does not
    /// have keep their line and id.
    pub fn to_markdown(&self, d: &Dataset) -> String {
        let mut notes = format!("# Notes from {}\n\n", d.about().title);
        let mut feet = String::new();
        for item in &self.items {
            if !item.line.is_empty() {
                notes.push_str(&format!("{}\n\n", item.line));
            }
            match statement(d, &item.id) {
                Some(ix) => {
                    let work = source_work(d, Some(ix));
                    notes.push_str(&format!("> {}[^{}]\n\n", d.statement(ix).text, work.key));
                    feet.push_str(&work.written(Format::Footnote));
                }
                None => notes.push_str(&format!(
                    "> (statement {}, not in this version of the dataset)\n\n",
                    item.id
                )),
            }
        }
        notes + &feet
    }

    /// References to the places of all items, in a format for reference managers.
    pub fn to_references(&self, d: &Dataset, format: Format) -> String {
        let known = self.items.iter().filter_map(|item| statement(d, &item.id));
        let written: Vec<String> = known.map(|ix| source_work(d, Some(ix)).written(format)).collect();
        match format {
            // One list, not a list each.
            Format::CslJson => {
                let inner = written
                    .iter()
                    .map(|one| one.trim().trim_start_matches('[').trim_end_matches(']'));
                format!("[{}]\n", inner.collect::<Vec<_>>().join(",\n"))
            }
            _ => written.join("\n"),
        }
    }

    /// Rows of id, the reader's line, statement, and place.
    pub fn rows(&self, d: &Dataset) -> Vec<[String; 4]> {
        let row = |item: &Item| {
            let ix = statement(d, &item.id);
            let text = ix.map(|ix| d.statement(ix).text.clone()).unwrap_or_default();
            let place = ix.map(|ix| places_of(d, ix).join("; ")).unwrap_or_default();
            [item.id.clone(), item.line.clone(), text, place]
        };
        self.items.iter().map(row).collect()
    }
}

/// The statement of an id.
pub fn statement(d: &Dataset, id: &str) -> Option<StatementIx> {
    match d.find(id) {
        Some(Target::Statement(ix)) => Some(ix),
        _ => None,
    }
}

fn is_id(id: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !id.is_empty() && id.len() <= LONGEST_ID && id.bytes().all(plain)
}

/// A text as one line without control characters, cut to the longest.
fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(LONGEST_LINE)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notes(ids: &[&str]) -> ReaderNotes {
        let mut notes = ReaderNotes::default();
        ids.iter().for_each(|id| assert!(notes.add(id)));
        notes
    }

    fn ids(notes: &ReaderNotes) -> Vec<&str> {
        notes.items().iter().map(|item| item.id.as_str()).collect()
    }

    #[test]
    fn items_are_added_once_moved_and_removed() {
        let mut notes = notes(&["a", "b", "a", "c"]);
        notes.shift("c", -1);
        notes.shift("a", -1);
        assert_eq!(ids(&notes), ["a", "c", "b"]);
        notes.remove("c");
        notes.shift("b", 1);
        assert_eq!(ids(&notes), ["a", "b"]);
    }

    #[test]
    fn what_is_kept_is_read_back() {
        let mut notes = notes(&["tide-league", "moor-1"]);
        notes.write("moor-1", "my own\twords\nin two lines “ü”");
        assert_eq!(ReaderNotes::from_text(&notes.to_text()), Ok(notes));
    }

    #[test]
    fn what_is_no_list_of_notes_is_refused_with_the_reason() {
        for text in [
            "",
            "{}",
            "partnership-atlas tray 2\n",
            "partnership-atlas tray 1\nno tab\n",
            "partnership-atlas tray 1\n<b>\tx\n",
        ] {
            assert!(
                ReaderNotes::from_text(text).is_err_and(|why| !why.is_empty()),
                "{text:?}"
            );
        }
        let many: String = (0..=2 * MOST_ITEMS).map(|n| format!("id-{n}\t\n")).collect();
        assert!(ReaderNotes::from_text(&format!("{HEADING}\n{many}")).is_err());
    }
}
