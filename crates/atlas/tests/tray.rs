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
use atlas::tray::{LONGEST_LINE, MOST_ITEMS, Tray, statement};
use proptest::prelude::*;

fn ids(tray: &Tray) -> Vec<&str> {
    tray.items().iter().map(|item| item.id.as_str()).collect()
}

#[test]
fn items_keep_the_order_that_the_reader_gave_them() {
    let mut tray = Tray::default();
    for id in ["a", "b", "c"] {
        assert!(tray.add(id) && tray.has(id));
    }
    assert!(tray.add("a"), "what is in it stays");
    tray.shift("c", -1);
    assert_eq!(ids(&tray), ["a", "c", "b"]);
    tray.shift("a", 1);
    assert_eq!(ids(&tray), ["c", "a", "b"]);
    // Beyond the ends nothing moves.
    tray.shift("c", -1);
    tray.shift("b", 1);
    tray.shift("no-such", 1);
    assert_eq!(ids(&tray), ["c", "a", "b"]);
    tray.remove("a");
    assert!(!tray.has("a"));
    assert_eq!(ids(&tray), ["c", "b"]);
}

#[test]
fn there_is_room_for_so_many_and_for_ids_alone() {
    let mut tray = Tray::default();
    for n in 0..MOST_ITEMS {
        assert!(tray.add(&format!("s-{n}")));
    }
    assert!(!tray.add("one-more"));
    assert_eq!(Tray::from_text(&tray.to_text()), Ok(tray));
    let mut tray = Tray::default();
    let longest = "x".repeat(64);
    assert!(tray.add(&longest) && !tray.add(&format!("{longest}x")));
    for id in ["", "No", "a b", "a\tb", "ä"] {
        assert!(!tray.add(id), "{id:?}");
    }
}

#[test]
fn a_line_is_one_line_of_bounded_length() {
    let mut tray = Tray::default();
    tray.add("a");
    tray.write("a", "one\ntwo\tthree");
    tray.write("no-such", "nothing");
    assert_eq!(tray.items().first().unwrap().line, "one two three");
    tray.write("a", &"é".repeat(LONGEST_LINE + 1));
    assert_eq!(tray.items().first().unwrap().line.chars().count(), LONGEST_LINE);
}

#[test]
fn what_is_no_tray_is_refused_with_a_reason() {
    let head = Tray::default().to_text();
    for (text, reason) in [
        ("", "first line"),
        ("notes\n", "first line"),
        (&format!("{head}a\n"), "line 2 has no tab"),
        (&format!("{head}a\t\nB\t\n"), "line 3 does not begin"),
        (&format!("{head}a\t\na\t\n"), "line 3 does not begin"),
    ] {
        let refused = Tray::from_text(text).expect_err("refused");
        assert!(refused.contains(reason), "{refused}");
    }
    let many: String = (0..=MOST_ITEMS).map(|n| format!("s-{n}\t\n")).collect();
    assert!(
        Tray::from_text(&format!("{head}{many}"))
            .unwrap_err()
            .contains("more than")
    );
}

#[test]
fn notes_are_taken_away_with_statement_place_and_reference() {
    let d = datasets::example();
    let mut tray = Tray::default();
    let known: Vec<_> = d.statements().take(3).collect();
    for &ix in &known {
        let id = &d.statement(ix).id;
        assert_eq!(statement(&d, id), Some(ix));
        assert!(tray.add(id));
    }
    tray.add("of-another-version");
    assert_eq!(statement(&d, "of-another-version"), None);
    let country = d.entity(*d.countries().first().unwrap()).id.clone();
    assert_eq!(statement(&d, &country), None, "what is no statement is none");
    tray.write(&d.statement(known[0]).id.clone(), "Mine.");
    let markdown = tray.to_markdown(&d);
    assert!(markdown.starts_with(&format!("# Notes from {}\n\nMine.\n\n> ", d.about().title)));
    assert!(markdown.contains("of-another-version, not in this version"));
    assert_eq!(
        markdown.matches("\n[^").count(),
        known.len(),
        "a footnote each: {markdown}"
    );
    let rows = tray.rows(&d);
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
        let written = tray.to_references(&d, format);
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
        let mut tray = Tray::default();
        for (n, line) in lines.iter().enumerate() {
            let id = format!("s-{n}");
            prop_assert!(tray.add(&id));
            tray.write(&id, line);
        }
        prop_assert_eq!(Tray::from_text(&tray.to_text()), Ok(tray));
    }
}
