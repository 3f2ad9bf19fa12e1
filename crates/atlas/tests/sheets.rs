//! Briefs and teaching sheets over the dataset of `data/` and the example: whatever they state has its place, and what has none is said to have none.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "../../../tests/support/datasets.rs"]
mod datasets;

use std::collections::BTreeSet;

use atlas::Dataset;
use atlas::model::Table;
use atlas::roles::{AnswerWord, Mentioned};
use atlas::views::{BriefSubject, SETS, brief, tasks};

fn all() -> [Dataset; 2] {
    [datasets::real(), datasets::example()]
}

#[test]
fn every_line_of_a_brief_that_states_something_has_a_note_and_every_note_is_needed() {
    for d in all() {
        let countries = d.table(Table::Country).map(BriefSubject::Country);
        let programmes = d.table(Table::Programme).map(BriefSubject::Programme);
        let not_said = d.word_for("answer", "not-said").expect("the word").word.clone();
        for subject in countries.chain(programmes).chain([BriefSubject::Lines]) {
            let brief = brief(&d, subject, d.vantage_day());
            let lines = brief.parts.iter().flat_map(|part| &part.lines).chain(&brief.lead);
            let mut needed = BTreeSet::new();
            for line in lines {
                assert!(
                    !line.notes.is_empty() || line.text.ends_with(&not_said),
                    "{}: {}",
                    brief.title,
                    line.text
                );
                needed.extend(line.notes.iter().map(|(number, _)| *number));
            }
            let all: BTreeSet<usize> = (1..=brief.notes.len()).collect();
            assert_eq!(needed, all, "{}", brief.title);
        }
    }
}

#[test]
fn a_sheet_asks_of_silence_too_and_every_other_answer_has_its_paragraph() {
    for d in all() {
        let gap = d.word(d.answer_word(AnswerWord::NotSaid)).sentence.clone();
        let unsaid = [Mentioned::OfGroup, Mentioned::NotByName, Mentioned::Nothing];
        let unsaid = unsaid.map(|mentioned| d.mention_word(mentioned).sentence.clone());
        let is_silent = |task: &atlas::views::Task| task.answer.starts_with(&gap) || unsaid.contains(&task.answer);
        let mut sheets = BTreeSet::new();
        for set in 1..=SETS {
            let tasks = tasks(&d, set);
            assert_eq!(tasks, atlas::views::tasks(&d, set), "a sheet is always the same");
            let silent = tasks.iter().filter(|task| is_silent(task)).count();
            assert!(
                (2..tasks.len()).contains(&silent),
                "sheet {set}: {silent} of {} unanswered",
                tasks.len()
            );
            for task in &tasks {
                assert!(!task.paragraphs.is_empty() || is_silent(task), "{}", task.question);
            }
            sheets.insert(tasks.iter().map(|task| task.question.clone()).collect::<Vec<_>>());
        }
        assert_eq!(sheets.len(), SETS, "no two sheets are alike");
    }
}
