//! Silence by law: where anything says that the source is silent of a unit, no statement about the unit speaks of the matter; and
//! whatever is said of a unit is on its page. Over every dataset, and over generated ones.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

#[path = "../../../tests/support/datasets.rs"]
mod datasets;

use std::collections::BTreeSet;

use atlas::model::{Table, Who};
use atlas::roles::{Mentioned, Scope};
use atlas::views::{
    BriefSubject, Column, NotSaid, RowOf, SETS, brief, cell, compare, groups, matrix_programmes, not_said, permitted,
    profile, tasks,
};
use atlas::{Dataset, EntityIx, Matter, StatementIx, WordIx, mention};
use proptest::prelude::*;
use serde_json::{Value, json};

fn all() -> Vec<Dataset> {
    vec![
        datasets::real(),
        datasets::example(),
        datasets::harbours(),
        datasets::ferries(),
        datasets::opened(&datasets::template_json()),
        datasets::opened(&datasets::trial_json()),
    ]
}

/// Whether a statement is about a unit: by name, or with the scope `all`.
fn is_about(d: &Dataset, ix: StatementIx, unit: EntityIx) -> bool {
    d.statement(ix).about.contains(&unit) || d.statement(ix).scope == Scope::All
}

/// Statements about a unit that speak of a programme: their subjects name it, or they carry a row of it; and those that carry the
/// unit's own row.
fn of_programme(d: &Dataset, unit: EntityIx, programme: EntityIx) -> BTreeSet<StatementIx> {
    let spoken = d.statements().filter(|&ix| d.statement(ix).about.contains(&programme));
    let rows = d
        .participations()
        .map(|ix| d.participation(ix))
        .filter(|row| row.programme == programme);
    let carried = rows.flat_map(|row| {
        row.history
            .iter()
            .flat_map(move |r| r.cited.statements().map(move |s| (row, s)))
    });
    let (own, others): (Vec<_>, Vec<_>) = carried.partition(|(row, _)| row.who == Who::Country(unit));
    let about = spoken
        .chain(others.into_iter().map(|(_, s)| s))
        .filter(|&ix| is_about(d, ix, unit));
    about.chain(own.into_iter().map(|(_, s)| s)).collect()
}

/// Statements about a unit that carry a permission of a group, and those that carry its own.
fn of_group(d: &Dataset, unit: EntityIx, group: WordIx) -> BTreeSet<StatementIx> {
    let rows = d.permissions().map(|ix| d.permission(ix));
    let rows = rows.filter(|row| d.word(row.kind).role == d.word(group).role);
    let carried = rows.flat_map(|row| {
        row.history
            .iter()
            .flat_map(move |r| r.cited.statements().map(move |s| (row, s)))
    });
    carried
        .filter(|&(row, s)| row.country == unit || is_about(d, s, unit))
        .map(|(_, s)| s)
        .collect()
}

/// Every place of the domain that can say that the source is silent of a unit.
fn silences_are_true(d: &Dataset) {
    let day = d.vantage_day();
    for unit in d.countries() {
        let name = &d.entity(unit).name;
        for section in d.texts().country_sections.iter() {
            let has_theme = |ix: &StatementIx| d.statement(*ix).themes.iter().any(|t| section.themes.contains(t));
            let said: Vec<_> = d
                .statements()
                .filter(has_theme)
                .filter(|&ix| is_about(d, ix, unit))
                .collect();
            let found = mention(d, unit, Matter::Section(section));
            assert_eq!(found.is_silent(), said.is_empty(), "{name}, {}", section.id);
        }
        for programme in d.table(Table::Programme) {
            let said = of_programme(d, unit, programme);
            let found = cell(d, unit, programme, day);
            assert_eq!(
                found.is_silent(),
                said.is_empty(),
                "{name} in {}",
                d.entity(programme).id
            );
            if let Some(claim) = found.value.claim() {
                assert!(claim.statements().all(|ix| said.contains(&ix)), "{name}: {claim:?}");
            }
        }
        for of in permitted(d, unit, day) {
            let said = of_group(d, unit, of.group);
            assert!(
                of.claims.is_empty() || !said.is_empty(),
                "{name}, {}",
                d.word(of.group).id
            );
            assert_eq!(
                of.mention.is_silent(),
                said.is_empty(),
                "{name}, {}",
                d.word(of.group).id
            );
        }
        for missing in not_said(d, unit) {
            let said = match missing {
                NotSaid::Programme(ix) => of_programme(d, unit, ix),
                NotSaid::Permission(ix) => of_group(d, unit, ix),
            };
            assert!(said.is_empty(), "{name}: {missing:?} is said in {said:?}");
        }
        let columns = [Column { unit, day }];
        for row in compare(d, &columns) {
            let said = match row.of {
                RowOf::Programme(ix) => of_programme(d, unit, ix),
                RowOf::Permissions(ix) => of_group(d, unit, ix),
            };
            let silent = row.cells[0].iter().all(|item| item.value.statements().is_empty());
            assert!(!silent || said.is_empty(), "{name}: {:?}", row.of);
        }
    }
}

/// Whatever is said of a unit, by name or of all, is listed on its page; so is what is said of it in a programme.
fn what_is_said_is_reachable(d: &Dataset) {
    for unit in d.countries() {
        let page: BTreeSet<StatementIx> = profile(d, unit)
            .iter()
            .flat_map(|s| s.statements.iter().chain(&s.of_all).copied().collect::<Vec<_>>())
            .collect();
        let in_a_section = |ix: &StatementIx| {
            let sections = &d.texts().country_sections;
            d.statement(*ix)
                .themes
                .iter()
                .any(|t| sections.iter().any(|s| s.themes.contains(t)))
        };
        for ix in d.statements().filter(|&ix| is_about(d, ix, unit)) {
            let by_name = d.statement(ix).about.contains(&unit);
            if by_name || in_a_section(&ix) {
                assert!(page.contains(&ix), "{} of {}", d.statement(ix).id, d.entity(unit).id);
            }
        }
    }
}

/// Teaching keys and briefs say that nothing is said by the very words of the vocabulary, and only where that is true.
fn keys_and_briefs_are_true(d: &Dataset) {
    let silent = [Mentioned::OfGroup, Mentioned::NotByName, Mentioned::Nothing];
    let sentences: BTreeSet<&str> = silent.iter().map(|m| d.mention_word(*m).sentence.as_str()).collect();
    let names = |programme: EntityIx, unit: EntityIx| {
        format!(
            "What does the article say of {} and {}?",
            d.entity(unit).name,
            d.entity(programme).long()
        )
    };
    for set in 1..=SETS {
        for task in tasks(d, set)
            .iter()
            .filter(|task| sentences.contains(task.answer.as_str()))
        {
            let asked = matrix_programmes(d)
                .into_iter()
                .flat_map(|p| d.countries().into_iter().map(move |c| (p, c)));
            let (programme, unit) = asked
                .into_iter()
                .find(|&(p, c)| names(p, c) == task.question)
                .expect("a cell is asked about");
            assert!(
                of_programme(d, unit, programme).is_empty(),
                "sheet {set}: {}",
                task.question
            );
        }
    }
    for unit in d.countries() {
        let open = brief(d, BriefSubject::Country(unit), d.vantage_day()).open;
        for programme in d
            .table(Table::Programme)
            .filter(|&p| !of_programme(d, unit, p).is_empty())
        {
            let claimed = format!("Whether it takes part in {}.", d.entity(programme).short());
            assert!(!open.contains(&claimed), "{}: {claimed}", d.entity(unit).name);
        }
    }
}

#[test]
fn silence_is_true_in_every_dataset() {
    for d in all() {
        silences_are_true(&d);
        keys_and_briefs_are_true(&d);
    }
}

#[test]
fn whatever_is_said_of_a_unit_is_on_its_page() {
    for d in all() {
        what_is_said_is_reachable(&d);
    }
}

#[test]
fn the_five_answers_come_in_their_order() {
    let d = datasets::harbours();
    let unit = d.countries()[0];
    let mut seen = BTreeSet::new();
    for section in &d.texts().country_sections {
        let found = mention(&d, unit, Matter::Section(section));
        let expected = match (&found.by_name, &found.of_all, &found.of_group, found.is_spoken_of) {
            (by_name, ..) if !by_name.is_empty() => Mentioned::ByName,
            (_, of_all, ..) if !of_all.is_empty() => Mentioned::OfAll,
            (_, _, of_group, _) if !of_group.is_empty() => Mentioned::OfGroup,
            (.., true) => Mentioned::NotByName,
            (.., false) => Mentioned::Nothing,
        };
        assert_eq!(found.answer(), expected);
        seen.insert(expected);
    }
    assert!(seen.contains(&Mentioned::ByName));
    assert!(groups(&d).is_empty(), "the fixture has no permissions");
}

/// The invented dataset with scopes, subjects and themes of its statements changed by chance.
fn shuffled(picks: &[(usize, usize, usize, usize)]) -> Option<Dataset> {
    let mut bundle: Value = serde_json::from_str(&datasets::ferries_json()).expect("JSON");
    let scopes: Vec<Value> = words(&bundle, "scope");
    let ids = |table: &str| -> Vec<Value> {
        bundle[table]
            .as_array()
            .expect("a table")
            .iter()
            .map(|row| row["id"].clone())
            .collect()
    };
    let subjects: Vec<Value> = [ids("countries"), ids("programmes"), ids("actors")].concat();
    let themes = ids("themes");
    for (n, &(at, scope, subject, theme)) in picks.iter().enumerate() {
        let rows = bundle["statements"].as_array_mut().expect("rows");
        let at = at % rows.len();
        rows[at]["scope"] = scopes[scope % scopes.len()].clone();
        let subject = subjects[subject % subjects.len()].clone();
        rows[at]["about"] = match n % 2 {
            0 => json!([subject]),
            _ => json!([rows[at]["about"][0].clone(), subject]),
        };
        let first = rows[at]["themes"][0].clone();
        rows[at]["themes"] = json!([first, themes[theme % themes.len()].clone()]);
    }
    // A change may break a rule of meaning (a row "of all" without such a statement): then there is no dataset to judge.
    Dataset::from_json(&bundle.to_string()).ok()
}

fn words(bundle: &Value, group: &str) -> Vec<Value> {
    let rows = bundle["vocabularies"].as_array().expect("a table").iter();
    rows.filter(|row| row["group"] == group)
        .map(|row| row["id"].clone())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    #[test]
    fn silence_is_true_in_generated_datasets(picks in prop::collection::vec(any::<(usize, usize, usize, usize)>(), 1..12)) {
        let Some(d) = shuffled(&picks) else { return Ok(()) };
        silences_are_true(&d);
        what_is_said_is_reachable(&d);
        keys_and_briefs_are_true(&d);
    }
}
