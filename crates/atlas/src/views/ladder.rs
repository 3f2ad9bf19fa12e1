//! Tiers and the matrix of countries and programmes.

use std::collections::HashSet;

use crate::claim::{self, Claim};
use crate::dates::Day;
use crate::index::*;
use crate::mention::{Matter, Mention, mention};
use crate::model::{Dataset, Table, Who, Word};
use crate::roles::{Scope, State};

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
