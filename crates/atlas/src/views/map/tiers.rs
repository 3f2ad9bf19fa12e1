//! The tiers on the map: the highest step on which a unit takes part, and signs of what is said of higher ones.

use crate::claim::Standing;
use crate::dates::Day;
use crate::index::*;
use crate::model::Dataset;
use crate::roles::{AnswerWord, State};

use super::super::facts::{self, Fact};
use super::super::ladder::{Cell, Rung, stair};
use super::super::support::within;
use super::land::{Beyond, Land, Tone, unsaid};

/// The tone of a step of a ladder, both from 0: with few steps the tones lie as far apart as they can.
pub fn tone_of_step(step: usize, steps: usize) -> Tone {
    if step + 1 >= steps {
        return Tone::High;
    }
    match step {
        _ if steps > 2 && step >= steps.div_ceil(2).saturating_sub(1).max(1) => Tone::Middle,
        _ => Tone::Low,
    }
}

/// The names of a step in short: "Review Programme, Lamp Round".
pub(super) fn step_name(d: &Dataset, rung: &Rung) -> String {
    let names: Vec<&str> = rung.programmes.iter().map(|&p| d.entity(p).short()).collect();
    names.join(", ")
}

/// What a unit is on the map of the tiers.
pub(super) fn land<'a>(d: &Dataset, unit: EntityIx, day: Day, plain: Land<'a>) -> Land<'a> {
    let rungs = stair(d, unit, day);
    let standing = |rung: &Rung| rung.cells.iter().any(|cell| cell.state() == Some(State::Active));
    let top = rungs.iter().rposition(standing);
    let above = rungs.iter().skip(top.map_or(0, |top| top + 1));
    let beyond: Vec<Beyond> = above
        .flat_map(|rung| &rung.cells)
        .filter_map(|cell| sign_of(d, cell))
        .collect();
    let own = top.and_then(|top| rungs.get(top));
    let cell = own.and_then(|rung| rung.cells.iter().find(|cell| cell.state() == Some(State::Active)));
    let (Some(step), Some(rung), Some(cell)) = (top, own, cell) else {
        return below(d, &rungs, beyond, plain);
    };
    let fact = facts::of_cell(d, cell).unwrap_or_else(|| Fact::of_answer(d, AnswerWord::NotSaid));
    let is_again = fact.word == Fact::of_answer(d, AnswerWord::Again).word;
    Land {
        tone: tone_of_step(step, rungs.len()),
        word: d.entity(cell.programme).short().to_owned(),
        date: fact.date,
        sign: if is_again { fact.sign } else { String::new() },
        is_worked_out: fact.is_worked_out,
        beyond,
        key: step_name(d, rung),
        rank: i32::try_from(rungs.len() - step).unwrap_or_default(),
        note: fact.note,
        marks: fact.marks,
        ..plain
    }
}

/// A sign of what is less than taking part: talks that are suspended, an interest, what cannot be known.
fn sign_of(d: &Dataset, cell: &Cell) -> Option<Beyond> {
    let fact = facts::of_cell(d, cell)?;
    let (state, unknown) = (cell.state(), is_unknown(cell));
    let told = unknown
        || matches!(
            state,
            Some(State::Suspended | State::Interest | State::Absent | State::Planned)
        );
    let word = within(&fact.word);
    let star = if fact.is_worked_out { "*" } else { "" };
    told.then(|| Beyond {
        sign: fact.sign,
        words: format!("{}: {word}{star}", d.entity(cell.programme).short()),
        word,
    })
}

/// A unit that is said to take part nowhere: what is said instead, from the lowest step; else what cannot be known; else nothing.
fn below<'a>(d: &Dataset, rungs: &[Rung], beyond: Vec<Beyond>, plain: Land<'a>) -> Land<'a> {
    let unsaid = unsaid(d, plain);
    let cells = || rungs.iter().flat_map(|rung| &rung.cells);
    let unknown = cells().find(|cell| is_unknown(cell));
    let told = cells().find(|cell| cell.state().is_some());
    let Some(cell) = unknown.or(told) else { return unsaid };
    let Some(fact) = facts::of_cell(d, cell) else {
        return unsaid;
    };
    let word = match cell.state() {
        Some(_) => format!("{}: {}", d.entity(cell.programme).short(), within(&fact.word)),
        None => fact.word,
    };
    Land {
        key: word.clone(),
        word,
        sign: fact.sign,
        is_worked_out: fact.is_worked_out,
        note: fact.note,
        marks: fact.marks,
        rank: 80,
        beyond: beyond
            .into_iter()
            .filter(|b| cell.state().is_none() && !unknown_words(d, b))
            .collect(),
        ..unsaid
    }
}

/// Whether it cannot be known for the day.
fn is_unknown(cell: &Cell) -> bool {
    cell.value
        .claim()
        .is_some_and(|claim| claim.standing() == Standing::Unknown)
}

/// Whether a sign says no more than that it cannot be known.
fn unknown_words(d: &Dataset, beyond: &Beyond) -> bool {
    beyond.word == within(&Fact::of_answer(d, AnswerWord::Unknown).word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Tone::{High, Low, Middle};

    #[test]
    fn few_steps_have_tones_far_apart() {
        let tones = |steps: usize| (0..steps).map(|step| tone_of_step(step, steps)).collect::<Vec<_>>();
        assert_eq!(tones(1), [High]);
        assert_eq!(tones(2), [Low, High]);
        assert_eq!(tones(3), [Low, Middle, High]);
        assert_eq!(tones(4), [Low, Middle, Middle, High]);
        assert_eq!(tones(5), [Low, Low, Middle, Middle, High]);
        assert_eq!(tones(7), [Low, Low, Low, Middle, Middle, Middle, High]);
    }
}
