//! Notes: one opens for whatever has an id, and shows what it rests on.

use std::collections::HashSet;

use atlas::Dataset;
use atlas::model::Target;
use partnership_atlas::route::{Page, Url};

use super::{NO_PAGE, example, ferries, harbours, heading, real, rendered, rules};

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
