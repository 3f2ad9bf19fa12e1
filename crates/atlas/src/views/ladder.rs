//! Tiers and the matrix of countries and programmes.

use std::collections::HashSet;

use crate::claim::{self, Claim, Standing};
use crate::dates::Day;
use crate::index::*;
use crate::mention::{Matter, Mention, mention};
use crate::model::{Dataset, Table, Who, Word};
use crate::roles::{Basis, Scope, State};

/// What stands at one place of a table: a claim, or what the source says where it claims nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A claim, with its statements.
    Claimed(Claim),
    /// No row of the dataset: whether the source speaks of it all the same.
    Mentioned(Mention),
}

impl Value {
    /// The claim, where there is one.
    pub fn claim(&self) -> Option<&Claim> {
        match self {
            Self::Claimed(claim) => Some(claim),
            Self::Mentioned(_) => None,
        }
    }

    /// The vocabulary row that words it.
    pub fn word<'a>(&self, d: &'a Dataset) -> &'a Word {
        match self {
            Self::Claimed(claim) => claim.word(d),
            Self::Mentioned(mention) => mention.word(d),
        }
    }

    /// Name of its sign; empty where its word has none.
    pub fn sign<'a>(&self, d: &'a Dataset) -> &'a str {
        self.word(d).sign.as_deref().unwrap_or_default()
    }

    /// The statements behind it; empty only where the source is silent.
    pub fn statements(&self) -> Vec<StatementIx> {
        match self {
            Self::Claimed(claim) => claim.statements().collect(),
            Self::Mentioned(mention) => mention.statements().to_vec(),
        }
    }

    /// In words, with date, basis and reason.
    pub fn in_words(&self, d: &Dataset) -> String {
        match self {
            Self::Claimed(claim) => claim.in_words(d),
            Self::Mentioned(mention) => mention.word(d).word.clone(),
        }
    }
}

/// One country in one programme, for a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The country.
    pub country: EntityIx,
    /// The programme.
    pub programme: EntityIx,
    /// What is said.
    pub value: Value,
}

impl Cell {
    /// The state on that day; `None` where there is none or it cannot be known.
    pub fn state(&self) -> Option<State> {
        self.value.claim().and_then(Claim::state)
    }

    /// Whether the dataset has a row for it, whatever the day.
    pub fn has_row(&self) -> bool {
        self.value.claim().is_some()
    }

    /// Whether the source says nothing of the country here, neither by its name nor as one of all.
    pub fn is_silent(&self) -> bool {
        matches!(&self.value, Value::Mentioned(mention) if mention.is_silent())
    }
}

/// The cell of a country and a programme.
pub fn cell(d: &Dataset, country: EntityIx, programme: EntityIx, day: Day) -> Cell {
    let row = d.participation_of(programme, Who::Country(country));
    let claim = row.and_then(|ix| claim::participation(d, ix, day));
    Cell {
        country,
        programme,
        value: claim.map_or_else(
            || Value::Mentioned(mention(d, country, Matter::Programme(programme))),
            Value::Claimed,
        ),
    }
}

/// The row-wide mark of a programme: "some, not named" and its like.
pub fn row_wide(d: &Dataset, programme: EntityIx) -> Option<(ParticipationIx, Scope)> {
    d.participations_in(programme)
        .iter()
        .find_map(|&ix| match d.participation(ix).who {
            Who::RowWide(scope) => Some((ix, scope)),
            Who::Country(_) => None,
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
    /// The most telling cell of a unit on this rung.
    pub fn telling(&self, unit: EntityIx) -> Option<&Cell> {
        self.cells
            .iter()
            .filter(|cell| cell.country == unit)
            .min_by_key(|cell| telling_rank(cell))
    }

    /// Units of which it is not known on this rung, though the source speaks of them.
    pub fn unclear(&self, d: &Dataset) -> usize {
        let units = d.countries().into_iter().filter_map(|unit| self.telling(unit));
        units
            .filter(|cell| {
                cell.value
                    .claim()
                    .is_some_and(|claim| claim.standing() == Standing::Unknown)
            })
            .count()
    }

    /// Countries that take part in some programme of this rung.
    pub fn standing(&self) -> Vec<EntityIx> {
        let mut out = Vec::new();
        for cell in &self.cells {
            if cell.state() == Some(State::Active) && !out.contains(&cell.country) {
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

/// One step of a unit's staircase.
#[derive(Clone, Debug)]
pub struct StairStep {
    /// Programmes of this rung, as authored.
    pub programmes: Vec<EntityIx>,
    /// The most telling of their cells: taking part with a date, taking part, any claim, anything that is said.
    pub telling: Cell,
}

/// A unit's staircase, floor first; empty where the dataset ranks nothing.
pub fn stair_steps(d: &Dataset, unit: EntityIx, day: Day) -> Vec<StairStep> {
    let steps = stair(d, unit, day).into_iter();
    steps
        .filter_map(|rung| {
            Some(StairStep {
                programmes: rung.programmes,
                telling: rung.cells.into_iter().min_by_key(telling_rank)?,
            })
        })
        .collect()
}

/// The lower, the more telling: taking part with a date, taking part, any claim, anything that is said.
fn telling_rank(cell: &Cell) -> u8 {
    match cell.value.claim() {
        Some(claim) if claim.is_active() && claim.when().is_given() => 0,
        Some(claim) if claim.is_active() => 1,
        Some(_) => 2,
        None if !cell.is_silent() => 3,
        None => 4,
    }
}

/// The highest step on which the unit takes part, from 0.
pub fn stands_on(steps: &[StairStep]) -> Option<usize> {
    steps
        .iter()
        .rposition(|step| step.telling.state() == Some(State::Active))
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
        .filter(|&ix| cell(d, country, ix, d.vantage_day()).is_silent())
        .map(NotSaid::Programme);
    let groups = super::routes::groups(d)
        .into_iter()
        .filter(|&g| mention(d, country, Matter::Permission(g)).is_silent())
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

/// A row of the table of units and programmes.
#[derive(Clone, Debug)]
pub struct MatrixRow {
    /// The programme.
    pub programme: EntityIx,
    /// What stands in it.
    pub cells: RowCells,
    /// What is said of a group without names, with its scope.
    pub of_group: Option<(ParticipationIx, Scope)>,
}

/// The cells of a row.
#[derive(Clone, Debug)]
pub enum RowCells {
    /// One a unit, in the order of the units.
    Each(Vec<Cell>),
    /// The same is said of all at once.
    OfAll(Box<Cell>),
    /// No unit is named, and nothing is said of all.
    NoneNamed,
}

/// The rows of the table for a day, in the order of [`matrix_programmes`].
pub fn matrix(d: &Dataset, day: Day) -> Vec<MatrixRow> {
    let units = d.countries();
    let row = |programme| {
        let cells: Vec<Cell> = units.iter().map(|&unit| cell(d, unit, programme, day)).collect();
        let claims: Vec<&Claim> = cells.iter().filter_map(|cell| cell.value.claim()).collect();
        let of_all = claims.len() == units.len()
            && claims.iter().all(|claim| claim.basis() == Basis::All)
            && claims
                .windows(2)
                .all(|pair| matches!(pair, [a, b] if a.standing() == b.standing()));
        let none_named = cells.iter().all(Cell::is_silent);
        let cells = match cells.first().cloned() {
            Some(first) if of_all => RowCells::OfAll(Box::new(first)),
            _ if none_named => RowCells::NoneNamed,
            _ => RowCells::Each(cells),
        };
        MatrixRow {
            programme,
            cells,
            of_group: row_wide(d, programme),
        }
    };
    matrix_programmes(d).into_iter().map(row).collect()
}
