//! Tiers and the matrix of countries and programmes.

use std::collections::HashSet;

use crate::dates::Day;
use crate::index::*;
use crate::model::{Dataset, Table, Who};
use crate::roles::{Scope, State};

use super::shown::{Shown, shown};

/// One country in one programme, for a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The country.
    pub country: EntityIx,
    /// The programme.
    pub programme: EntityIx,
    /// The participation; `None` where the source says nothing.
    pub participation: Option<ParticipationIx>,
    /// The state on that day; `None` where it is not said or cannot be known.
    pub state: Option<State>,
    /// In words.
    pub shown: Shown,
}

/// The cell of a country and a programme.
pub fn cell(d: &Dataset, country: EntityIx, programme: EntityIx, day: Day) -> Cell {
    let found = d.participation_of(programme, Who::Country(country));
    let history = found
        .map(|ix| d.participation(ix).history.as_slice())
        .unwrap_or_default();
    let shown = shown(d, history, day);
    let state = shown
        .answer
        .row()
        .and_then(|i| history.get(i))
        .map(|row| *row.cited.value());
    Cell {
        country,
        programme,
        participation: found,
        state,
        shown,
    }
}

/// The row-wide mark of a programme: "some, not named" and its like.
pub fn row_wide(d: &Dataset, programme: EntityIx) -> Option<(ParticipationIx, Scope)> {
    d.participations().find_map(|ix| match d.participation(ix) {
        p if p.programme == programme => match p.who {
            Who::RowWide(scope) => Some((ix, scope)),
            Who::Country(_) => None,
        },
        _ => None,
    })
}

/// One rung: the programmes on it and the countries standing there.
#[derive(Clone, Debug)]
pub struct Rung {
    /// 1 is the floor.
    pub rung: u8,
    /// Programmes that share it, as authored.
    pub programmes: Vec<EntityIx>,
    /// Cells of each country, programme by programme, countries as authored.
    pub cells: Vec<Cell>,
}

impl Rung {
    /// Countries that take part in some programme of this rung.
    pub fn standing(&self) -> Vec<EntityIx> {
        let mut out = Vec::new();
        for cell in &self.cells {
            if cell.state == Some(State::Active) && !out.contains(&cell.country) {
                out.push(cell.country);
            }
        }
        out
    }
}

/// The ladder, floor first; empty where the dataset has none.
pub fn ladder(d: &Dataset, day: Day) -> Vec<Rung> {
    rungs(d, &d.countries(), day)
}

/// The ladder as one country's stair: its cells alone.
pub fn stair(d: &Dataset, country: EntityIx, day: Day) -> Vec<Rung> {
    rungs(d, &[country], day)
}

fn rungs(d: &Dataset, countries: &[EntityIx], day: Day) -> Vec<Rung> {
    let mut rungs: Vec<u8> = d.table(Table::Programme).filter_map(|ix| d.entity(ix).rung).collect();
    crate::order::sort(&mut rungs);
    rungs.dedup();
    rungs
        .into_iter()
        .map(|rung| {
            let programmes: Vec<EntityIx> = d
                .table(Table::Programme)
                .filter(|&ix| d.entity(ix).rung == Some(rung))
                .collect();
            let cells = programmes
                .iter()
                .flat_map(|&p| countries.iter().map(move |&c| (p, c)))
                .map(|(p, c)| cell(d, c, p, day))
                .collect();
            Rung {
                rung,
                programmes,
                cells,
            }
        })
        .collect()
}

/// Programmes that have a row in the matrix: those of the ladder from the floor up, then those with any participation, as authored.
pub fn matrix_programmes(d: &Dataset) -> Vec<EntityIx> {
    let mut tiers: Vec<EntityIx> = d
        .table(Table::Programme)
        .filter(|&ix| d.entity(ix).rung.is_some())
        .collect();
    crate::order::sort_by_key(&mut tiers, |&ix| d.entity(ix).rung);
    let taken: HashSet<EntityIx> = d.participations().map(|ix| d.participation(ix).programme).collect();
    let others = d
        .table(Table::Programme)
        .filter(|ix| d.entity(*ix).rung.is_none() && taken.contains(ix));
    tiers.extend(others);
    tiers
}

/// Whether the source ranks programmes.
pub fn has_ladder(d: &Dataset) -> bool {
    d.table(Table::Programme).any(|ix| d.entity(ix).rung.is_some())
}

/// Programmes of the ladder and groups of permissions that the source says nothing of, for a country: what the card counts.
pub fn not_said(d: &Dataset, country: EntityIx) -> Vec<NotSaid> {
    let tiers = d.table(Table::Programme).filter(|&ix| d.entity(ix).rung.is_some());
    let tiers = tiers
        .filter(|&ix| cell(d, country, ix, d.vantage_day()).participation.is_none())
        .map(NotSaid::Programme);
    let groups = super::routes::groups(d)
        .into_iter()
        .filter(|&g| super::routes::permissions_of(d, country, Some(g)).is_empty())
        .map(NotSaid::Permission);
    tiers.chain(groups).collect()
}

/// Whether there is anything of which the source could be silent for a country: a ladder, or groups of permissions.
pub fn asks(d: &Dataset) -> bool {
    has_ladder(d) || !super::routes::groups(d).is_empty()
}

/// Something the source does not say of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSaid {
    /// Whether it takes part in this programme of the ladder.
    Programme(EntityIx),
    /// Whether it grants permissions of this group.
    Permission(WordIx),
}
