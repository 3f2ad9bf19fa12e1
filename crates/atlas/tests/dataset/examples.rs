//! What ships beside the real dataset: a second atlas, complete and invented, and the smallest one to begin with.

use std::collections::BTreeSet;

use atlas::model::Table;
use atlas::roles::{Arrangement, Mentioned, Modality, Scope, State, Use};
use atlas::{Matter, StatementIx, mention};

use crate::datasets::{self, EXAMPLE, example, paragraphs_of, template};

#[test]
fn the_example_is_of_some_size_and_has_no_map() {
    let d = example();
    assert!(d.statements().len() >= 60, "{} statements", d.statements().len());
    assert!(d.outlines().is_none(), "no map");
}

#[test]
fn the_example_has_every_state_and_arrangement_and_says_that_it_is_invented() {
    let d = example();
    let states: BTreeSet<State> = d
        .participations()
        .flat_map(|ix| &d.participation(ix).history)
        .map(|row| *row.cited.value())
        .collect();
    assert_eq!(states, State::ALL.iter().copied().collect());
    let arrangements: BTreeSet<Arrangement> = d
        .permissions()
        .flat_map(|ix| &d.permission(ix).history)
        .map(|row| *row.cited.value())
        .collect();
    assert_eq!(arrangements, Arrangement::ALL.iter().copied().collect());
    let uses: BTreeSet<Use> = d
        .legs()
        .flat_map(|ix| &d.leg(ix).uses)
        .map(|(cited, _)| *cited.value())
        .collect();
    assert_eq!(uses, Use::ALL.iter().copied().collect());
    let modalities: BTreeSet<Modality> = d.statements().map(|ix| d.statement(ix).modality).collect();
    assert_eq!(modalities, Modality::ALL.iter().copied().collect());
    let scopes: BTreeSet<Scope> = d.statements().map(|ix| d.statement(ix).scope).collect();
    assert_eq!(scopes, Scope::ALL.iter().copied().collect());
    let (_, first) = &paragraphs_of(&format!("{EXAMPLE}/article.json"))[0];
    assert!(first.contains("does not exist"), "{first}");
    assert!(d.about().title.contains("invented"), "{}", d.about().title);
}

/// The law of silence at work: by name, also by a later theme alone, of all, of a group, of others, and of nothing at all.
#[test]
fn the_example_has_a_section_for_each_of_the_five_answers() {
    let d = example();
    let answer = |unit: &str, section: &str| {
        let sections = &d.texts().country_sections;
        let section = sections.iter().find(|s| s.id == section).expect("a section");
        let unit = d.entity_in(Table::Country, unit).expect("a unit");
        let said = mention(&d, unit, Matter::Section(section));
        let first = |ix: &StatementIx| section.themes.contains(&d.statement(*ix).themes[0]);
        (said.answer(), said.by_name.iter().any(first))
    };
    assert_eq!(answer("corvane", "buildings"), (Mentioned::ByName, true));
    assert_eq!(answer("brindle-quay", "buildings"), (Mentioned::ByName, false));
    assert_eq!(answer("corvane", "rest"), (Mentioned::OfAll, false));
    assert_eq!(answer("eskerly", "readings"), (Mentioned::OfGroup, false));
    assert_eq!(answer("eskerly", "buildings"), (Mentioned::NotByName, false));
    assert_eq!(answer("eskerly", "wages"), (Mentioned::Nothing, false));
    // Its author is told where a section lives from what is said of all, or by the way.
    let hinted: Vec<String> = atlas::hints(&d).into_iter().map(|hint| hint.id).collect();
    assert_eq!(hinted, ["buildings", "rest"]);
}

#[test]
fn the_texts_to_read_say_what_the_texts_by_paragraph_say() {
    for folder in [EXAMPLE, "examples/template"] {
        let text = datasets::read(&format!("{folder}/article.md"));
        let paragraphs: Vec<String> = paragraphs_of(&format!("{folder}/article.json"))
            .into_iter()
            .map(|(_, text)| text)
            .collect();
        let blocks = text
            .split("\n\n")
            .map(str::trim)
            .filter(|block| !block.starts_with('#'));
        // Before the first paragraph stands what the text is.
        let blocks: Vec<&str> = blocks.skip_while(|block| *block != paragraphs[0]).collect();
        assert_eq!(blocks, paragraphs, "{folder}/article.md");
    }
}

#[test]
fn the_template_opens_and_is_plainly_no_atlas_of_anything() {
    let d = template();
    assert!(d.warnings().is_empty(), "{:?}", d.warnings());
    assert!(d.about().title.starts_with("Placeholder"));
    for (what, rows) in [
        ("units", d.countries().len()),
        ("programmes", d.table(Table::Programme).count()),
        ("lines", d.table(Table::Line).count()),
        ("legs", d.legs().len()),
        ("gaps", d.gaps().len()),
    ] {
        assert_eq!(rows, 1, "{what}: the smallest there is");
    }
}
