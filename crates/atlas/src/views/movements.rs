//! Paths through the tiers where the source reports movement, and only there.
//!
//! A movement is a dated step onto another rung, or a history of more than one row in a programme of the ladder.

use crate::claim::When;
use crate::dates::Day;
use crate::index::*;
use crate::model::{Dataset, Start, Who};
use crate::roles::{AnswerWord, HistoryValue as _, State};

use super::ladder::{matrix_programmes, stair};

/// One step of a path.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The participation it is a row of.
    pub participation: ParticipationIx,
    /// What it is, in the dataset's words: the programme for a path through the tiers, the state for one within a programme.
    pub words: String,
    /// When it began.
    pub when: When,
    /// The statements it rests on; the first dates it.
    pub statements: Vec<StatementIx>,
}

/// A path of a country.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// The country.
    pub country: EntityIx,
    /// The programme it stays within; `None` for a path through the tiers.
    pub programme: Option<EntityIx>,
    /// Its steps, in time order; at least two.
    pub steps: Vec<Step>,
}

/// The paths up to a day: countries as authored, the path through the tiers first, then programmes from the floor up.
pub fn movements(d: &Dataset, day: Day) -> Vec<Path> {
    d.countries()
        .into_iter()
        .flat_map(|c| through_tiers(d, c, day).into_iter().chain(within_programmes(d, c, day)))
        .collect()
}

fn through_tiers(d: &Dataset, country: EntityIx, day: Day) -> Option<Path> {
    let mut steps: Vec<(Day, Step)> = Vec::new();
    for cell in stair(d, country, day)
        .iter()
        .flat_map(|rung| &rung.cells)
        .filter(|c| c.state() == Some(State::Active))
    {
        let Some(participation) = d.participation_of(cell.programme, Who::Country(country)) else {
            continue;
        };
        let first = d
            .participation(participation)
            .history
            .iter()
            .find(|row| *row.cited.value() == State::Active);
        if let Some((row, Start::Within(from, _))) = first.map(|row| (row, row.start)) {
            let words = d.entity(cell.programme).short().to_owned();
            steps.push((
                from,
                Step {
                    participation,
                    words,
                    when: When::of(d, row),
                    statements: row.cited.statements().collect(),
                },
            ));
        }
    }
    crate::order::sort_by_key(&mut steps, |(from, _)| *from);
    (steps.len() > 1).then(|| Path {
        country,
        programme: None,
        steps: steps.into_iter().map(|(_, step)| step).collect(),
    })
}

fn within_programmes(d: &Dataset, country: EntityIx, day: Day) -> Vec<Path> {
    let on_ladder = matrix_programmes(d).into_iter().filter(|&p| d.entity(p).rung.is_some());
    on_ladder
        .filter_map(|programme| within(d, country, programme, day))
        .collect()
}

fn within(d: &Dataset, country: EntityIx, programme: EntityIx, day: Day) -> Option<Path> {
    let participation = d.participation_of(programme, Who::Country(country))?;
    let history = &d.participation(participation).history;
    let happened = history.iter().take_while(|row| match row.start {
        Start::Within(from, _) => from <= day,
        Start::NotGiven => true,
    });
    // That it does not take part holds under the other rows; nothing moved from there.
    let happened = happened.filter(|row| *row.cited.value() != State::Denied);
    let mut before = Vec::new();
    let mut steps = Vec::new();
    for row in happened {
        let value = *row.cited.value();
        let again = value.is_return(&before).then(|| d.answer_word(AnswerWord::Again));
        let words = super::support::within(&d.word(again.unwrap_or(row.word)).word);
        before.push(value);
        steps.push(Step {
            participation,
            words,
            when: When::of(d, row),
            statements: row.cited.statements().collect(),
        });
    }
    (steps.len() > 1).then_some(Path {
        country,
        programme: Some(programme),
        steps,
    })
}
