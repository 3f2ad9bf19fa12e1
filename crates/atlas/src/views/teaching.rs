//! A teaching sheet: questions that a dataset can answer, with the key; some of the answers are that the source does not say.
//!
//! The questions of a sheet are chosen by counting through the data, so that a sheet's number always gives the same questions.

use crate::index::*;
use crate::model::Dataset;
use crate::roles::{AnswerWord, State};

use super::ladder::{Cell, Value, cell, matrix_programmes};
use super::routes::{permission_label, permission_title};
use super::support::{with_firmness, within};
use super::{event_date, events};
use crate::claim;

/// How many sheets there are.
pub const SETS: usize = 9;

/// A question with its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// The question.
    pub question: String,
    /// The answer, in the words of the vocabularies.
    pub answer: String,
    /// Where it says so, or where the source speaks of the matter and leaves it open; empty where it is silent.
    pub paragraphs: Vec<ParagraphIx>,
}

/// The questions of a sheet, from 1 to [`SETS`]; kinds take turns, so that silence is not known by its place. Fewer where a dataset
/// has less to ask about.
pub fn tasks(d: &Dataset, set: usize) -> Vec<Task> {
    let cells = all_cells(d);
    let in_state = |state| pick(cells.iter().filter(|c| c.state() == Some(state)), set, 1);
    let known = [State::Active, State::Interest, State::Denied]
        .into_iter()
        .flat_map(in_state);
    let silent = pick(cells.iter().filter(|c| c.is_silent()), set, 1);
    let events: Vec<EntityIx> = events(d).into_iter().filter(|e| e.is_dated()).map(|e| e.ix).collect();
    let firm: Vec<StatementIx> = d
        .statements()
        .filter(|&ix| !d.statement(ix).modality.is_fact() && d.statement(ix).text.len() < 140)
        .collect();
    let mut kinds: Vec<Vec<Task>> = vec![
        known.map(|c| of_cell(d, c)).collect(),
        pick(events.iter(), set, 2)
            .into_iter()
            .map(|&ix| of_event(d, ix))
            .collect(),
        silent.into_iter().map(|c| of_cell(d, c)).collect(),
        pick(d.permissions(), set, 2)
            .into_iter()
            .filter_map(|ix| of_permission(d, ix))
            .collect(),
        pick(firm.iter(), set, 2)
            .into_iter()
            .map(|&ix| of_firmness(d, ix))
            .collect(),
        pick(d.gaps(), set, 2).into_iter().map(|ix| of_gap(d, ix)).collect(),
    ];
    let mut out = Vec::new();
    while kinds.iter().any(|kind| !kind.is_empty()) {
        for kind in kinds.iter_mut().filter(|kind| !kind.is_empty()) {
            out.push(kind.remove(0));
        }
    }
    out
}

/// Every `SETS`th from the sheet's own place, at most so many, each once.
fn pick<T>(from: impl Iterator<Item = T>, set: usize, most: usize) -> Vec<T> {
    let mut all: Vec<T> = from.collect();
    let mut out = Vec::new();
    for n in 0..most {
        if all.is_empty() {
            break;
        }
        let at = (set.saturating_sub(1) + n * SETS) % all.len();
        out.push(all.remove(at));
    }
    out
}

fn all_cells(d: &Dataset) -> Vec<Cell> {
    let programmes = matrix_programmes(d).into_iter();
    programmes
        .flat_map(|p| d.countries().into_iter().map(move |c| (c, p)))
        .map(|(c, p)| cell(d, c, p, d.vantage_day()))
        .collect()
}

fn places(d: &Dataset, statements: impl IntoIterator<Item = StatementIx>) -> Vec<ParagraphIx> {
    let mut out = Vec::new();
    for ix in statements {
        for evidence in &d.statement(ix).evidence {
            if !out.contains(&evidence.paragraph) {
                out.push(evidence.paragraph);
            }
        }
    }
    out
}

fn not_said(d: &Dataset) -> String {
    d.word(d.answer_word(AnswerWord::NotSaid)).sentence.clone()
}

fn of_cell(d: &Dataset, cell: &Cell) -> Task {
    let answer = match &cell.value {
        Value::Claimed(claim) => format!("{}.", claim.in_words(d)),
        Value::Mentioned(mention) => mention.word(d).sentence.clone(),
    };
    let paragraphs = places(d, cell.value.statements());
    Task {
        question: format!(
            "What does the article say of {} and {}?",
            d.entity(cell.country).name,
            d.entity(cell.programme).long()
        ),
        answer,
        paragraphs,
    }
}

fn of_permission(d: &Dataset, ix: PermissionIx) -> Option<Task> {
    let p = d.permission(ix);
    let claim = claim::permission(d, ix, d.vantage_day())?;
    let country = &d.entity(p.country).name;
    let title = match p.place {
        Some(_) => format!("{}, {country}", permission_title(d, ix)),
        None => format!("“{}” in {country}", within(&permission_title(d, ix))),
    };
    Some(Task {
        question: format!("Of {title}: for whom, within what limits, and how far has it come?"),
        answer: format!("{}; {}.", permission_label(d, ix), within(&claim.in_words(d))),
        paragraphs: places(d, claim.statements()),
    })
}

fn of_event(d: &Dataset, ix: EntityIx) -> Task {
    let entity = d.entity(ix);
    let when = event_date(d, ix);
    let answer = match entity.statements.first() {
        Some(&first) => with_firmness(d, first, &when),
        None => when,
    };
    Task {
        question: format!("When does the article place this: {}?", entity.name),
        answer: format!("{answer}."),
        paragraphs: places(d, entity.statements.first().copied()),
    }
}

fn of_firmness(d: &Dataset, ix: StatementIx) -> Task {
    let s = d.statement(ix);
    let word = d.word(s.modality_word);
    Task {
        question: format!(
            "Done, planned, wished for, suggested or judged, and by whom? “{}”",
            s.text
        ),
        answer: format!("{}; {}, {}.", word.word, d.entity(s.who).name, d.word(s.how).word),
        paragraphs: places(d, [ix]),
    }
}

fn of_gap(d: &Dataset, ix: GapIx) -> Task {
    let gap = d.gap(ix);
    Task {
        question: gap.question.clone(),
        answer: format!("{} {}", not_said(d), gap.why),
        paragraphs: gap.paragraphs.clone(),
    }
}
