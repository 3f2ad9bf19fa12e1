//! Silence on pages: wherever a unit's page, the table of programmes or a programme's page says that nothing is said, it is true.

use std::collections::HashSet;

use atlas::model::Table;
use atlas::roles::{Mentioned, Scope};
use atlas::{Dataset, EntityIx, StatementIx};
use partnership_atlas::route::{LinkStyle, Page};

use crate::html::{Element, Html};
use crate::rendered;

/// The sentences and words by which a page says that nothing is said of a unit.
fn silent_words(d: &Dataset) -> HashSet<String> {
    let silent = [Mentioned::OfGroup, Mentioned::NotByName, Mentioned::Nothing];
    let words = silent.map(|mentioned| d.mention_word(mentioned).clone());
    words.into_iter().flat_map(|word| [word.word, word.sentence]).collect()
}

fn is_about(d: &Dataset, ix: StatementIx, unit: EntityIx) -> bool {
    d.statement(ix).about.contains(&unit) || d.statement(ix).scope == Scope::All
}

/// The elements within the one of an id.
fn within<'a>(html: &'a Html, id: &str) -> Vec<&'a Element> {
    let all = html.elements();
    let Some(top) = all.iter().position(|e| e.get("id") == Some(id)) else {
        return Vec::new();
    };
    let is_inside = |mut at: usize| loop {
        match all[at].parent {
            Some(parent) if parent == top => break true,
            Some(parent) => at = parent,
            None => break false,
        }
    };
    (0..all.len()).filter(|&at| is_inside(at)).map(|at| &all[at]).collect()
}

/// The section that a heading of this id names.
fn section<'a>(html: &'a Html, heading: &str) -> Vec<&'a Element> {
    let all = html.elements();
    let Some(mut at) = all.iter().position(|e| e.get("id") == Some(heading)) else {
        return Vec::new();
    };
    while all[at].name != "section" {
        let Some(parent) = all[at].parent else {
            return Vec::new();
        };
        at = parent;
    }
    let is_inside = |mut from: usize| loop {
        match all[from].parent {
            Some(parent) if parent == at => break true,
            Some(parent) => from = parent,
            None => break false,
        }
    };
    (0..all.len()).filter(|&n| is_inside(n)).map(|n| &all[n]).collect()
}

#[test]
fn no_section_of_a_unit_is_silent_where_the_source_speaks() {
    let mut sections = 0;
    for d in crate::all() {
        let words = silent_words(&d);
        for unit in d.countries() {
            let html = rendered(&d, &Page::Country(d.entity(unit).id.clone()).href(LinkStyle::App));
            for section_row in &d.texts().country_sections {
                let parts = section(&html, &format!("section-{}", section_row.id));
                assert!(
                    !parts.is_empty(),
                    "{}: no section {}",
                    d.entity(unit).name,
                    section_row.id
                );
                let silent = parts.iter().any(|e| e.name == "p" && words.contains(e.text.trim()));
                let has = |ix: &StatementIx| d.statement(*ix).themes.iter().any(|t| section_row.themes.contains(t));
                let said = d.statements().filter(has).any(|ix| is_about(&d, ix, unit));
                assert_eq!(silent, !said, "{}, {}", d.entity(unit).name, section_row.id);
                sections += 1;
            }
        }
    }
    assert!(sections > 50, "{sections}");
}

#[test]
fn no_programme_is_silent_of_a_unit_of_which_the_source_speaks() {
    let mut cells = 0;
    for d in crate::all() {
        let words = silent_words(&d);
        for programme in d.table(Table::Programme) {
            let html = rendered(
                &d,
                &Page::Programme(d.entity(programme).id.clone()).href(LinkStyle::App),
            );
            let who = section(&html, "who-heading");
            for unit in d.countries() {
                let name = &d.entity(unit).name;
                let row = who
                    .iter()
                    .filter(|e| e.name == "li")
                    .find(|e| e.text.trim_start().starts_with(name.as_str()));
                let row = row.unwrap_or_else(|| panic!("{name} on the page of {}", d.entity(programme).id));
                let text = row.text.trim_start().trim_start_matches(name.as_str()).trim();
                let silent = words.iter().any(|word| text == word);
                let about = |ix: &StatementIx| d.statement(*ix).about.contains(&programme);
                let said = d.statements().filter(about).any(|ix| is_about(&d, ix, unit));
                assert!(!silent || !said, "{name} in {}: {text}", d.entity(programme).id);
                cells += 1;
            }
        }
    }
    assert!(cells > 100, "{cells}");
}

#[test]
fn whatever_is_said_of_a_unit_is_on_its_page() {
    for d in crate::all() {
        for unit in d.countries() {
            let html = rendered(&d, &Page::Country(d.entity(unit).id.clone()).href(LinkStyle::App));
            let shown: HashSet<&str> = html.elements().iter().filter_map(|e| e.get("data-value")).collect();
            let list = within(&html, "content");
            let texts: Vec<&str> = list.iter().map(|e| e.text.trim()).collect();
            for ix in d.statements().filter(|&ix| d.statement(ix).about.contains(&unit)) {
                let s = d.statement(ix);
                let is_there = shown.contains(s.id.as_str()) || texts.iter().any(|text| text.contains(s.text.as_str()));
                // A long list is drawn when it is opened.
                let folded = d.statements_about(unit).len() > 60;
                assert!(is_there || folded, "{} of {}", s.id, d.entity(unit).name);
            }
        }
    }
}
