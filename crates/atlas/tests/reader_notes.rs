//! A reader's notes: kept as text and read back, in the reader's order, and taken away with their places.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

#[path = "../../../tests/support/datasets.rs"]
mod datasets;

use atlas::cite::Format;
use atlas::reader_notes::{LONGEST_LINE, MOST_ITEMS, ReaderNotes, statement};
use proptest::prelude::*;

fn ids(notes: &ReaderNotes) -> Vec<&str> {
    notes.items().iter().map(|item| item.id.as_str()).collect()
}

#[test]
fn items_keep_the_order_that_the_reader_gave_them() {
    let mut notes = ReaderNotes::default();
    for id in ["a", "b", "c"] {
        assert!(notes.add(id) && notes.has(id));
    }
    assert!(notes.add("a"), "what is in it stays");
    notes.shift("c", -1);
    assert_eq!(ids(&notes), ["a", "c", "b"]);
    notes.shift("a", 1);
    assert_eq!(ids(&notes), ["c", "a", "b"]);
    // Beyond the ends nothing moves.
    notes.shift("c", -1);
    notes.shift("b", 1);
    notes.shift("no-such", 1);
    assert_eq!(ids(&notes), ["c", "a", "b"]);
    notes.remove("a");
    assert!(!notes.has("a"));
    assert_eq!(ids(&notes), ["c", "b"]);
}

#[test]
fn there_is_room_for_so_many_and_for_ids_alone() {
    let mut notes = ReaderNotes::default();
    for n in 0..MOST_ITEMS {
        assert!(notes.add(&format!("s-{n}")));
    }
    assert!(!notes.add("one-more"));
    assert_eq!(ReaderNotes::from_text(&notes.to_text()), Ok(notes));
    let mut notes = ReaderNotes::default();
    let longest = "x".repeat(64);
    assert!(notes.add(&longest) && !notes.add(&format!("{longest}x")));
    for id in ["", "No", "a b", "a\tb", "ä"] {
        assert!(!notes.add(id), "{id:?}");
    }
}

#[test]
fn a_line_is_one_line_of_bounded_length() {
    let mut notes = ReaderNotes::default();
    notes.add("a");
    notes.write("a", "one\ntwo\tthree");
    notes.write("no-such", "nothing");
    assert_eq!(notes.items().first().unwrap().line, "one two three");
    notes.write("a", &"é".repeat(LONGEST_LINE + 1));
    assert_eq!(notes.items().first().unwrap().line.chars().count(), LONGEST_LINE);
}

#[test]
fn what_is_no_notes_is_refused_with_a_reason() {
    let head = ReaderNotes::default().to_text();
    for (text, reason) in [
        ("", "first line"),
        ("notes\n", "first line"),
        (&format!("{head}a\n"), "line 2 has no tab"),
        (&format!("{head}a\t\nB\t\n"), "line 3 does not begin"),
        (&format!("{head}a\t\na\t\n"), "line 3 does not begin"),
    ] {
        let refused = ReaderNotes::from_text(text).expect_err("refused");
        assert!(refused.contains(reason), "{refused}");
    }
    let many: String = (0..=2 * MOST_ITEMS).map(|n| format!("s-{n}\t\n")).collect();
    assert!(
        ReaderNotes::from_text(&format!("{head}{many}"))
            .unwrap_err()
            .contains("more than")
    );
}

#[test]
fn notes_are_taken_away_with_statement_place_and_reference() {
    let d = datasets::example();
    let mut notes = ReaderNotes::default();
    let known: Vec<_> = d.statements().take(3).collect();
    for &ix in &known {
        let id = &d.statement(ix).id;
        assert_eq!(statement(&d, id), Some(ix));
        assert!(notes.add(id));
    }
    notes.add("of-another-version");
    assert_eq!(statement(&d, "of-another-version"), None);
    let country = d.entity(*d.countries().first().unwrap()).id.clone();
    assert_eq!(statement(&d, &country), None, "what is no statement is none");
    notes.write(&d.statement(known[0]).id.clone(), "Mine.");
    let markdown = notes.to_markdown(&d);
    assert!(markdown.starts_with(&format!("# Notes from {}\n\nMine.\n\n> ", d.about().title)));
    assert!(markdown.contains("of-another-version, not in this version"));
    assert_eq!(
        markdown.matches("\n[^").count(),
        known.len(),
        "a footnote each: {markdown}"
    );
    let rows = notes.rows(&d);
    assert_eq!(rows.len(), 4);
    for (&ix, [id, line, text, place]) in known.iter().zip(&rows) {
        let s = d.statement(ix);
        assert_eq!((id, text), (&s.id, &s.text));
        assert_eq!(line == "Mine.", ix == known[0]);
        assert_eq!(*place, atlas::cite::places_of(&d, ix).join("; "));
        assert!(markdown.contains(text.as_str()) && !place.is_empty());
    }
    assert_eq!(rows.last().unwrap(), &["of-another-version", "", "", ""]);
    for format in [Format::BibTex, Format::Ris, Format::CslJson] {
        let written = notes.to_references(&d, format);
        let entries = match format {
            Format::CslJson => serde_json::from_str::<Vec<serde_json::Value>>(&written)
                .expect("a list")
                .len(),
            Format::Ris => written.matches("TY  - ").count(),
            _ => written.matches("\n@").count() + usize::from(written.starts_with('@')),
        };
        assert_eq!(entries, known.len(), "{written}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_is_read_back(lines in proptest::collection::vec(any::<String>(), 0..20)) {
        let mut notes = ReaderNotes::default();
        for (n, line) in lines.iter().enumerate() {
            let id = format!("s-{n}");
            prop_assert!(notes.add(&id));
            notes.write(&id, line);
        }
        prop_assert_eq!(ReaderNotes::from_text(&notes.to_text()), Ok(notes));
    }
}

/// What a reader does in one of two windows.
#[derive(Clone, Debug)]
enum Act {
    Add(usize),
    Remove(usize),
    Shift(usize, isize),
    Write(usize, String),
    /// The window hears what the other one kept.
    Hears,
}

const IDS: [&str; 5] = ["a", "b", "c", "d", "e"];

fn act() -> impl Strategy<Value = Act> {
    let id = 0..IDS.len();
    prop_oneof![
        3 => id.clone().prop_map(Act::Add),
        1 => id.clone().prop_map(Act::Remove),
        2 => (id.clone(), prop_oneof![Just(-1), Just(1)]).prop_map(|(id, step)| Act::Shift(id, step)),
        3 => (id, "[x-z]{1,4}").prop_map(|(id, line)| Act::Write(id, line)),
        2 => Just(Act::Hears),
    ]
}

/// A window as `src/notes.rs` keeps one: what it shows, and what it last knew to be kept.
#[derive(Clone, Default)]
struct Window {
    shown: ReaderNotes,
    base: ReaderNotes,
}

impl Window {
    fn does(&mut self, act: &Act, kept: &mut ReaderNotes) {
        let mut own = self.shown.clone();
        match act {
            Act::Add(id) => assert!(own.add(IDS[*id])),
            Act::Remove(id) => own.remove(IDS[*id]),
            Act::Shift(id, step) => own.shift(IDS[*id], *step),
            Act::Write(id, line) => own.write(IDS[*id], line),
            Act::Hears => {
                self.shown = own.merged(&self.base, kept);
                self.base = kept.clone();
                return;
            }
        }
        *kept = own.merged(&self.base, kept);
        self.base = kept.clone();
        self.shown = kept.clone();
    }
}

fn line<'a>(notes: &'a ReaderNotes, id: &str) -> Option<&'a str> {
    let item = notes.items().iter().find(|item| item.id == id);
    item.map(|item| item.line.as_str())
}

proptest! {
    /// Whatever is done in two windows, in whatever order they hear of each other: what was written last to a statement in either
    /// window is kept unless that window removed or overwrote it, and after both have heard they show the same.
    #[test]
    fn two_windows_lose_nothing_of_each_other(acts in prop::collection::vec((0..2_usize, act()), 0..40)) {
        let mut kept = ReaderNotes::default();
        let mut windows = [Window::default(), Window::default()];
        for (which, act) in &acts {
            let before = kept.clone();
            let shown = windows[*which].shown.clone();
            windows[*which].does(act, &mut kept);
            for item in before.items() {
                // Gone is only what this window removed, and knew as it was.
                if !kept.has(&item.id) {
                    prop_assert!(matches!(act, Act::Remove(id) if IDS[*id] == item.id), "{} is gone after {act:?}", item.id);
                    prop_assert_eq!(line(&shown, &item.id), Some(item.line.as_str()));
                    continue;
                }
                let now = line(&kept, &item.id).unwrap();
                // A line that this window had not seen is still there, whatever it wrote.
                if line(&shown, &item.id) != Some(item.line.as_str()) {
                    prop_assert!(now.contains(item.line.as_str()), "“{}” is lost from “{now}” after {act:?}", item.line);
                }
            }
            if let Act::Write(id, own) = act && line(&shown, IDS[*id]).is_some_and(|before| before != own) {
                prop_assert!(line(&kept, IDS[*id]).is_some_and(|now| now.contains(own.as_str())), "“{own}” was not kept");
            }
            let mut ids = ids(&kept);
            ids.sort_unstable();
            let all = ids.len();
            ids.dedup();
            prop_assert_eq!(ids.len(), all, "each statement once");
        }
        windows.iter_mut().for_each(|window| window.does(&Act::Hears, &mut kept));
        prop_assert_eq!(&windows[0].shown, &windows[1].shown);
        prop_assert_eq!(&windows[0].shown, &kept);
    }

    /// Nothing done in the other window: what was done here stands as it is, and the other way round.
    #[test]
    fn one_window_alone_is_not_changed(acts in prop::collection::vec(act(), 0..20), more in prop::collection::vec(act(), 0..20)) {
        let mut window = Window::default();
        let mut kept = ReaderNotes::default();
        acts.iter().for_each(|act| window.does(act, &mut kept));
        let base = kept.clone();
        more.iter().for_each(|act| window.does(act, &mut kept));
        prop_assert_eq!(&kept.merged(&base, &base), &kept);
        prop_assert_eq!(&base.merged(&base, &kept), &kept);
        prop_assert_eq!(&kept.merged(&base, &kept), &kept);
    }

    /// What was removed and put back stands where it stood.
    #[test]
    fn what_is_put_back_stands_where_it_stood(n in 1..5_usize, at in 0..5_usize) {
        let mut notes = ReaderNotes::default();
        for id in &IDS[..n] {
            notes.add(id);
            notes.write(id, &format!("to {id}"));
        }
        let before = notes.clone();
        let at = at % n;
        let item = notes.items()[at].clone();
        notes.remove(&item.id);
        notes.put_back(at, &item);
        prop_assert_eq!(&notes, &before);
        notes.put_back(at, &item);
        prop_assert_eq!(notes, before);
    }
}
