//! Notes: one opens for whatever has an id, and shows what it rests on.

use std::collections::{HashMap, HashSet};

use atlas::Dataset;
use atlas::model::Target;
use partnership_atlas::route::{Page, Url};

use super::{NO_PAGE, example, ferries, harbours, heading, real, rendered, rules};
use crate::html::{Element, Html};

/// One id of every kind of target and of every table.
fn one_of_each(d: &Dataset) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut ids: Vec<String> = Vec::new();
    let paragraphs = d.paragraphs().map(|ix| d.paragraph(ix).id.as_str());
    for id in d.ids().chain(paragraphs) {
        let target = d.find(id).expect("an id of the dataset");
        let table = match target {
            Target::Entity(ix) => Some(d.entity(ix).table),
            _ => None,
        };
        if seen.insert((std::mem::discriminant(&target), table)) {
            ids.push(id.to_owned());
        }
    }
    ids
}

#[test]
fn a_note_of_every_kind_opens_on_every_kind_of_page() {
    for (d, kinds) in [(real(), 16), (harbours(), 13), (ferries(), 16), (example(), 16)] {
        let ids = one_of_each(&d);
        assert_eq!(ids.len(), kinds, "{ids:?}");
        let mut faults = Vec::new();
        for id in ids {
            for page in [Page::Overview, Page::Programmes, Page::About] {
                let fragment = Url::of(page).with_note(&id).href();
                let html = rendered(&d, &fragment);
                faults.extend(
                    rules::faults(&d, &html)
                        .into_iter()
                        .map(|fault| format!("{fragment}: {fault}")),
                );
                let note = html.by_id("note").unwrap_or_else(|| panic!("{fragment}: no note"));
                assert!(!note.text.contains("No such note"), "{fragment}");
                assert!(note.text.len() > 40, "{fragment}: {}", note.text);
            }
        }
        assert!(faults.is_empty(), "{faults:#?}");
    }
}

#[test]
fn a_note_shows_who_when_and_where_with_the_words_to_look_for() {
    let d = harbours();
    let note = |id: &str| {
        let html = rendered(&d, &Url::of(Page::Overview).with_note(id).href());
        html.by_id("note").expect("a note").text.clone()
    };
    let text = note("storm-puts-lamp-out");
    for part in [
        "The chronicler",
        "Happened",
        "ummer 1904",
        "“in the summer of 1904”",
        "Section 1, Lights, 1st paragraph",
        "summer of 1904",
        "storm",
    ] {
        assert!(text.contains(part), "{part} is not in: {text}");
    }
    // What is quoted is shown; what is not has words to look for.
    let html = rendered(&d, "#/?note=league-founded");
    let quotes: Vec<&str> = html.named("blockquote").map(|q| q.text.as_str()).collect();
    assert_eq!(quotes, ["The Tide League was founded in 1899."]);
    assert_eq!(
        rendered(&d, "#/?note=storm-puts-lamp-out").named("blockquote").count(),
        0
    );
    // Signs of markup in a text are shown as they are.
    assert!(note("coasters-moor").contains("below the <sluice> & the “gate”"));
}

#[test]
fn a_note_that_does_not_exist_says_so_beside_its_page() {
    let d = harbours();
    let html = rendered(&d, "#/gaps?note=no-such-note");
    assert!(html.by_id("note").expect("a note").text.contains("no-such-note"));
    assert_ne!(heading(&html), NO_PAGE);
    assert_eq!(rules::faults(&d, &html), Vec::<String>::new());
}

/// Links by the number of a paragraph: in running text and in drawings.
fn marks(html: &Html) -> Vec<&Element> {
    let is_mark = |e: &&Element| {
        e.get("class")
            .is_some_and(|class| class.split(' ').any(|c| c == "ev" || c == "sev"))
    };
    html.named("a").filter(is_mark).collect()
}

#[test]
fn a_mark_is_called_by_its_number_and_what_it_is_of() {
    let mut seen = 0;
    for d in [real(), example(), harbours()] {
        let all = d.paragraphs().count();
        let country = d.countries()[0];
        let pages = [
            Page::Overview,
            Page::Country(d.entity(country).id.clone()),
            Page::Source(Some(d.paragraph(d.paragraphs().next().unwrap()).id.clone())),
        ];
        for page in pages {
            let html = rendered(&d, &Url::of(page.clone()).href());
            let mut names: HashMap<&str, Option<&str>> = HashMap::new();
            for mark in marks(&html) {
                let name = mark.accessible_name();
                let (number, what) = name.split_once(", where it says so: ").expect("a mark's name");
                let number: usize = number.strip_prefix('¶').expect("a sign").parse().expect("a number");
                assert!((1..=all).contains(&number) && !what.is_empty(), "{name}");
                // Of two marks of one name, both open the same note.
                let id = mark.get("data-value");
                assert_eq!(*names.entry(name).or_insert(id), id, "{page:?}: {name}");
                seen += 1;
            }
        }
    }
    assert!(seen > 40, "{seen} marks");
}

#[test]
fn the_row_of_the_open_note_is_marked() {
    let d = harbours();
    let country = d.entity(d.countries()[0]).id.clone();
    let html = rendered(
        &d,
        &Url::of(Page::Country(country))
            .with_note("aldhaven-review-entry")
            .href(),
    );
    let open: Vec<_> = marks(&html)
        .into_iter()
        .filter(|mark| mark.get("aria-current").is_some())
        .collect();
    assert!(!open.is_empty());
    assert!(
        open.iter()
            .all(|mark| mark.get("data-value") == Some("aldhaven-review-entry"))
    );
    assert!(html.by_id("note").expect("a note").text.starts_with("Close the note"));
    assert!(html.by_id("note").expect("a note").text.contains("Paragraph 2 of 5"));
}
