//! What the source says of a unit under a section, a programme or a permission: the one place that decides whether it is silent.
//!
//! Five answers: of the unit by name, of all, of some without their names, nothing of it by name, nothing at all. Their words are
//! vocabulary rows. Left out: what is claimed for a day (`claim`).

use crate::index::*;
use crate::model::{CountrySection, Dataset, Who, Word};
use crate::roles::{Mentioned, Scope};

/// Under what something may be said of a unit.
#[derive(Clone, Copy, Debug)]
pub enum Matter<'a> {
    /// A section of a unit's page: the themes that stand in it.
    Section(&'a CountrySection),
    /// A programme.
    Programme(EntityIx),
    /// A group of permissions.
    Permission(WordIx),
}

/// What the source says of a unit under a matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Statements about the unit by name, in paragraph order.
    pub by_name: Vec<StatementIx>,
    /// Statements about all units, in paragraph order, but for those above.
    pub of_all: Vec<StatementIx>,
    /// Statements about most, some or units in general, in paragraph order, but for those above.
    pub of_group: Vec<StatementIx>,
    /// Whether the source says anything under the matter, of whomever.
    pub is_spoken_of: bool,
}

impl Mention {
    /// Which answer it is.
    pub fn answer(&self) -> Mentioned {
        if !self.by_name.is_empty() {
            Mentioned::ByName
        } else if !self.of_all.is_empty() {
            Mentioned::OfAll
        } else if !self.of_group.is_empty() {
            Mentioned::OfGroup
        } else if self.is_spoken_of {
            Mentioned::NotByName
        } else {
            Mentioned::Nothing
        }
    }

    /// Whether nothing is said of the unit, neither by its name nor as one of all.
    pub fn is_silent(&self) -> bool {
        !matches!(self.answer(), Mentioned::ByName | Mentioned::OfAll)
    }

    /// The vocabulary row that words the answer.
    pub fn word<'a>(&self, d: &'a Dataset) -> &'a Word {
        d.mention_word(self.answer())
    }

    /// The statements behind the answer: the strongest that there are; empty where there are none.
    pub fn statements(&self) -> &[StatementIx] {
        match self.answer() {
            Mentioned::ByName => &self.by_name,
            Mentioned::OfAll => &self.of_all,
            _ => &self.of_group,
        }
    }
}

/// What the source says of a unit under a matter.
pub fn mention(d: &Dataset, unit: EntityIx, matter: Matter<'_>) -> Mention {
    let spoken = spoken(d, matter);
    let mut out = Mention {
        by_name: named_in_rows(d, unit, matter),
        of_all: Vec::new(),
        of_group: Vec::new(),
        is_spoken_of: !spoken.is_empty(),
    };
    for ix in spoken {
        let statement = d.statement(ix);
        let list = match statement.scope {
            _ if statement.about.contains(&unit) => &mut out.by_name,
            Scope::All => &mut out.of_all,
            Scope::Most | Scope::Some | Scope::Bare => &mut out.of_group,
            Scope::One => continue,
        };
        if !list.contains(&ix) {
            list.push(ix);
        }
    }
    crate::order::sort(&mut out.by_name);
    let (by_name, of_all) = (&out.by_name, &mut out.of_all);
    of_all.retain(|ix| !by_name.contains(ix));
    out.of_group.retain(|ix| !by_name.contains(ix));
    out
}

/// What is said under a matter of most, of some or of units in general, in paragraph order.
pub fn said_of_groups(d: &Dataset, matter: Matter<'_>) -> Vec<StatementIx> {
    let mut said = spoken(d, matter);
    said.retain(|&ix| matches!(d.statement(ix).scope, Scope::Most | Scope::Some | Scope::Bare));
    said
}

/// Everything that is said under a matter, in paragraph order, each once.
fn spoken(d: &Dataset, matter: Matter<'_>) -> Vec<StatementIx> {
    let mut all: Vec<StatementIx> = match matter {
        Matter::Section(section) => {
            let themes = section.themes.iter();
            themes.flat_map(|&theme| d.statements_about(theme)).copied().collect()
        }
        Matter::Programme(programme) => {
            let rows = d.participations_in(programme).iter().map(|&ix| d.participation(ix));
            let rows = rows.flat_map(|row| row.history.iter().flat_map(|r| r.cited.statements()));
            rows.chain(d.statements_about(programme).iter().copied()).collect()
        }
        Matter::Permission(group) => {
            let rows = d.permissions().map(|ix| d.permission(ix));
            let rows = rows.filter(|row| d.word(row.kind).role == d.word(group).role);
            let rows = rows.flat_map(|row| row.history.iter().flat_map(|r| r.cited.statements()));
            rows.chain(d.word(group).statements.iter().copied()).collect()
        }
    };
    crate::order::sort(&mut all);
    all.dedup();
    all
}

/// What the unit's own rows rest on, whatever their statements are about.
fn named_in_rows(d: &Dataset, unit: EntityIx, matter: Matter<'_>) -> Vec<StatementIx> {
    match matter {
        Matter::Section(_) => Vec::new(),
        Matter::Programme(programme) => {
            let row = d
                .participation_of(programme, Who::Country(unit))
                .map(|ix| d.participation(ix));
            let named = row.into_iter().flat_map(|row| &row.history);
            let named = named.filter(|row| row.basis != crate::roles::Basis::All);
            named.flat_map(|row| row.cited.statements()).collect()
        }
        Matter::Permission(group) => {
            let own = d.permissions().map(|ix| d.permission(ix));
            let own = own.filter(|row| row.country == unit && d.word(row.kind).role == d.word(group).role);
            own.flat_map(|row| row.history.iter().flat_map(|r| r.cited.statements()))
                .collect()
        }
    }
}
