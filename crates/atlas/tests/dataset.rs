//! The datasets as they are: the real one and the invented ones open without a word of complaint and keep what `data/README.md`
//! promises. What a broken one is told stands in `broken.rs`.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

#[path = "../../../tests/support/datasets.rs"]
mod datasets;
#[path = "dataset/examples.rs"]
mod examples;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use atlas::model::{Dataset, Table, Target};
use datasets::{example, ferries, harbours, real};
use serde_json::Value;

fn all() -> [Dataset; 4] {
    [real(), harbours(), ferries(), example()]
}

#[test]
fn they_open_without_a_problem() {
    let others = [datasets::template_json(), datasets::trial_json()].map(|json| datasets::opened(&json));
    for d in all().iter().chain(&others) {
        let warnings: Vec<String> = d.warnings().iter().map(ToString::to_string).collect();
        assert!(warnings.is_empty(), "{}: {}", d.about().id, warnings.join("\n"));
    }
    assert!(
        all()
            .iter()
            .all(|d| d.statements().len() > 10 && d.countries().len() > 1)
    );
}

#[test]
fn ids_are_unique_and_lead_back_to_what_they_name() {
    for d in all() {
        let ids: Vec<&str> = d.ids().collect();
        let set: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), set.len());
        assert!(ids.is_sorted(), "documented: sorted");
        for id in ids {
            let target = d.find(id).unwrap_or_else(|| panic!("{id} is not found"));
            assert_eq!(d.id_of(target), id);
        }
        for ix in d.paragraphs() {
            assert_eq!(d.find(&d.paragraph(ix).id), Some(Target::Paragraph(ix)));
        }
    }
}

#[test]
fn every_id_stands_in_the_list_that_only_grows() {
    let (d, list) = (real(), datasets::read("data/ids.txt"));
    let mut listed: HashMap<&str, Option<&str>> = HashMap::new();
    for line in list.lines() {
        let (id, successor) = line
            .split_once(" -> ")
            .map_or((line, None), |(id, successor)| (id, Some(successor)));
        assert!(
            listed.insert(id, successor).is_none(),
            "{id} stands twice in data/ids.txt"
        );
    }
    let missing: Vec<&str> = d.ids().filter(|id| !listed.contains_key(id)).collect();
    assert!(missing.is_empty(), "data/ids.txt lacks {missing:?}");
    for (id, successor) in listed {
        let kept = d.find(id).or_else(|| successor.and_then(|id| d.find(id)));
        assert!(
            kept.is_some(),
            "{id} is gone from the dataset and has no successor there"
        );
    }
}

#[test]
fn every_paragraph_has_statements_or_a_reason_for_none() {
    for d in all() {
        for p in d.paragraphs().map(|ix| d.paragraph(ix)) {
            assert!(
                p.statements.is_empty() == p.argument_only.is_some(),
                "{}: {} statements, argument_only {:?}",
                p.id,
                p.statements.len(),
                p.argument_only
            );
            let reason = p.argument_only.as_deref().unwrap_or("a reason");
            assert!(!reason.trim().is_empty() && !p.gist.trim().is_empty(), "{}", p.id);
        }
    }
}

#[test]
fn statements_stand_in_the_order_of_the_source() {
    for d in all() {
        let places: Vec<_> = d
            .statements()
            .map(|ix| &d.statement(ix).evidence[0])
            .map(|e| (e.paragraph, e.sentence))
            .collect();
        assert!(places.is_sorted());
        for ix in d.entities() {
            assert!(d.statements_about(ix).is_sorted(), "documented: in paragraph order");
        }
        for ix in d.paragraphs() {
            let statements = &d.paragraph(ix).statements;
            let once: BTreeSet<_> = statements.iter().collect();
            assert_eq!(once.len(), statements.len(), "{}: each once", d.paragraph(ix).id);
            let sentences: Vec<u32> = statements
                .iter()
                .map(|&s| {
                    let here = d.statement(s).evidence.iter().filter(|e| e.paragraph == ix);
                    here.map(|e| e.sentence).min().expect("evidence in this paragraph")
                })
                .collect();
            assert!(sentences.is_sorted(), "documented: in the order of their sentences");
        }
    }
}

#[test]
fn entities_come_table_by_table_as_authored() {
    let d = real();
    let tables: Vec<Table> = d.entities().map(|ix| d.entity(ix).table).collect();
    assert!(tables.is_sorted(), "documented: in the order of the tables");
    for (table, file) in [
        (Table::Country, "countries"),
        (Table::Programme, "programmes"),
        (Table::Event, "events"),
    ] {
        let rows: Vec<Value> = serde_json::from_str(&datasets::read(&format!("data/{file}.json"))).expect("rows");
        let authored: Vec<&str> = rows.iter().filter_map(|row| row["id"].as_str()).collect();
        let listed: Vec<String> = d.table(table).map(|ix| d.entity(ix).id.clone()).collect();
        assert_eq!(listed, authored);
    }
    for line in d.table(Table::Line) {
        let orders: Vec<u32> = d.legs_of(line).into_iter().map(|ix| d.leg(ix).order).collect();
        assert!(orders.is_sorted(), "documented: in their order on the line");
    }
}

#[test]
fn every_theme_stands_in_one_section_of_a_countrys_page() {
    for d in all() {
        let mut sections: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for theme in d.table(Table::Theme) {
            sections.entry(d.entity(theme).id.as_str()).or_default();
        }
        for section in &d.texts().country_sections {
            for &theme in &section.themes {
                let list = sections.get_mut(d.entity(theme).id.as_str()).expect("a theme");
                list.push(&section.id);
            }
        }
        for (theme, sections) in sections {
            assert_eq!(sections.len(), 1, "theme {theme} stands in {sections:?}");
        }
    }
}

#[test]
fn every_value_has_its_statements_and_every_statement_its_evidence() {
    for d in all() {
        for ix in d.statements() {
            let s = d.statement(ix);
            assert!(
                !s.evidence.is_empty() && !s.themes.is_empty() && !s.about.is_empty(),
                "{}",
                s.id
            );
            for e in &s.evidence {
                assert!((2..=5).contains(&e.terms.len()) && e.sentence > 0, "{}", s.id);
                assert!(d.paragraph(e.paragraph).statements.contains(&ix), "{}", s.id);
            }
        }
        let values = d
            .participations()
            .map(|ix| d.participation(ix).history.len())
            .chain(d.permissions().map(|ix| d.permission(ix).history.len()));
        assert!(values.into_iter().all(|rows| rows > 0));
        for event in d.table(Table::Event).chain(d.table(Table::Line)) {
            assert!(!d.entity(event).statements.is_empty(), "{}", d.entity(event).id);
        }
    }
}

#[test]
fn sample_questions_lead_to_notes_and_pages_that_exist() {
    for d in all() {
        for question in &d.texts().questions {
            let ids = question
                .href
                .split(['/', '=', '?', '#', '&'])
                .filter(|part| part.contains('-'));
            for id in ids.filter(|id| *id != "as-of") {
                assert!(d.find(id).is_some(), "{}: {id}", question.href);
            }
        }
    }
}

/// A page answers while a large dataset is opened: the work rests at every thousand statements, when they are read and when
/// they are resolved, and a few times more.
#[test]
fn the_larger_a_dataset_the_more_rests_it_has() {
    let rests_of = |statements: usize| {
        let mut bundle: serde_json::Value = serde_json::from_str(&datasets::harbours_json()).expect("JSON");
        let rows = bundle["statements"].as_array_mut().expect("a table");
        let model = rows[rows.len() - 1].clone();
        for n in rows.len()..statements {
            let mut copy = model.clone();
            copy["id"] = format!("copy-{n}").into();
            rows.push(copy);
        }
        let rests = std::cell::Cell::new(0);
        let rest = || -> std::pin::Pin<Box<dyn Future<Output = ()>>> {
            rests.set(rests.get() + 1);
            Box::pin(std::future::ready(()))
        };
        let json = bundle.to_string();
        let mut opening = std::pin::pin!(Dataset::open(&json, &rest));
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        let std::task::Poll::Ready(opened) = opening.as_mut().poll(&mut context) else {
            panic!("a rest that is over at once makes it one piece of work");
        };
        assert_eq!(opened.expect("it opens").statements().len(), statements);
        rests.get()
    };
    let few = rests_of(900);
    assert_eq!(
        (rests_of(1_000), rests_of(1_001), rests_of(3_500)),
        (few, few + 2, few + 6)
    );
}

#[test]
fn a_name_has_a_short_and_a_long_form() {
    let mut bundle: serde_json::Value = serde_json::from_str(&datasets::harbours_json()).expect("JSON");
    for (acronym, short, long) in [
        (Some("TL"), "TL", "Tide League (TL)"),
        (Some("Tide League"), "Tide League", "Tide League"),
        (None, "Tide League", "Tide League"),
    ] {
        let rows = bundle["actors"].as_array_mut().expect("a table");
        let league = rows.iter_mut().find(|row| row["id"] == "tide-league");
        league.expect("the league")["acronym"] = acronym.into();
        let d = datasets::opened(&bundle.to_string());
        let league = d.entity(d.entity_in(Table::Actor, "tide-league").expect("the league"));
        assert_eq!((league.short(), league.long().as_str()), (short, long));
    }
}

/// Of two rows of one day, either may stand first.
#[test]
fn a_history_may_have_two_rows_of_one_day() {
    let mut bundle: Value = serde_json::from_str(&datasets::harbours_json()).expect("JSON");
    for statement in bundle["statements"].as_array_mut().expect("a table") {
        if statement["id"]
            .as_str()
            .is_some_and(|id| id.starts_with("aldhaven-review-"))
        {
            statement["when"] = "1905-06-07".into();
        }
    }
    datasets::opened(&bundle.to_string());
}

#[test]
fn merging_keeps_every_row_and_its_order() {
    let bundle: Value = serde_json::from_str(&datasets::real_json()).expect("JSON");
    assert_eq!(bundle["format"], atlas::bundle::FORMAT);
    let d = real();
    let ids: Vec<&str> = bundle["statements"]
        .as_array()
        .expect("rows")
        .iter()
        .filter_map(|r| r["id"].as_str())
        .collect();
    assert_eq!(
        ids,
        d.statements().map(|ix| d.statement(ix).id.as_str()).collect::<Vec<_>>()
    );
}

#[test]
fn a_note_for_a_dispute_says_what_stands_there_by_which_rule_and_where() {
    let d = datasets::example();
    for ix in d.statements() {
        let (s, note) = (d.statement(ix), atlas::cite::dispute(&d, ix));
        let (modality, scope) = (d.word(s.modality_word), d.word(s.scope_word));
        let places = s.evidence.iter().map(|e| &d.paragraph(e.paragraph).id);
        let said = [
            &s.id,
            &s.text,
            &modality.word,
            &modality.sentence,
            &scope.word,
            &d.about().version,
        ];
        for part in said.into_iter().chain(places) {
            assert!(note.contains(part.as_str()), "{part}: {note}");
        }
        let when = s.when.as_ref().map_or("no date", |when| when.as_str());
        assert!(note.contains(&format!("Date: {when}\n")), "{note}");
    }
}
