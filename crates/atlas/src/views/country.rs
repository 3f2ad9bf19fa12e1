//! A unit's page: what is said of it by section, and where the source is silent.

use crate::dates::Day;
use crate::index::*;
use crate::mention::{Matter, Mention, mention};
use crate::model::{CountrySection, Dataset, Table};

use super::ladder::{Cell, cell};

/// A section of a unit's page with what is said of the unit.
#[derive(Clone, Debug)]
pub struct Section<'a> {
    /// The section; `None` for statements whose themes stand in none.
    pub section: Option<&'a CountrySection>,
    /// Statements about the unit whose main theme stands here: first those of which it is the main subject, then the others, each in
    /// paragraph order.
    pub statements: Vec<StatementIx>,
    /// Statements about the unit that stand in another section and have a later theme of this one, in paragraph order.
    pub elsewhere: Vec<StatementIx>,
    /// Statements about all units with any theme of this section, in paragraph order.
    pub of_all: Vec<StatementIx>,
    /// Statements about most, some or units in general with any theme of this section, in paragraph order.
    pub of_group: Vec<StatementIx>,
    /// What the source says of the unit here.
    pub mention: Mention,
}

/// The sections of a unit's page, as authored, then what stands in none of them. Each statement about the unit stands in one section,
/// that of its main theme, and is told of in those of its later themes.
pub fn profile(d: &Dataset, unit: EntityIx) -> Vec<Section<'_>> {
    let sections = &d.texts().country_sections;
    let mut out: Vec<Section<'_>> = sections.iter().map(|section| one(d, unit, section)).collect();
    let mut left = d.statements_about(unit).to_vec();
    left.retain(|ix| !out.iter().any(|section| section.statements.contains(ix)));
    if !left.is_empty() {
        out.push(Section {
            section: None,
            statements: left.clone(),
            elsewhere: Vec::new(),
            of_all: Vec::new(),
            of_group: Vec::new(),
            mention: Mention {
                by_name: left,
                of_all: Vec::new(),
                of_group: Vec::new(),
                is_spoken_of: true,
            },
        });
    }
    out
}

/// One section of a unit's page.
pub fn one<'a>(d: &Dataset, unit: EntityIx, section: &'a CountrySection) -> Section<'a> {
    let mention = mention(d, unit, Matter::Section(section));
    let is_here = |ix: &StatementIx| {
        let main = d.statement(*ix).themes.first();
        main.is_some_and(|theme| section.themes.contains(theme))
    };
    let (here, elsewhere): (Vec<_>, Vec<_>) = mention.by_name.iter().copied().partition(is_here);
    let is_main = |ix: &StatementIx| d.statement(*ix).about.first() == Some(&unit);
    let (mut statements, others): (Vec<_>, Vec<_>) = here.into_iter().partition(is_main);
    statements.extend(others);
    Section {
        section: Some(section),
        statements,
        elsewhere,
        of_all: mention.of_all.clone(),
        of_group: mention.of_group.clone(),
        mention,
    }
}

/// Programmes beside those that are ranked in which the source says something of a unit, as authored.
pub fn other_programmes(d: &Dataset, unit: EntityIx, day: Day) -> Vec<Cell> {
    let others = d.table(Table::Programme).filter(|&ix| d.entity(ix).rung.is_none());
    others
        .map(|ix| cell(d, unit, ix, day))
        .filter(|cell| !cell.is_silent())
        .collect()
}

/// What the source leaves open about a unit, by the place of the section that it belongs beside: the one with most statements of
/// the paragraphs that leave it open; questions without such a section stand last. Each list is as authored.
pub fn open_beside(d: &Dataset, unit: EntityIx, sections: &[Section<'_>]) -> Vec<(Option<usize>, GapIx)> {
    let of_unit = d.gaps().filter(|&ix| d.gap(ix).about.contains(&unit));
    let place = |ix: GapIx| {
        let paragraphs = &d.gap(ix).paragraphs;
        let is_there = |s: &StatementIx| {
            d.statement(*s)
                .evidence
                .iter()
                .any(|e| paragraphs.contains(&e.paragraph))
        };
        let counts = sections.iter().enumerate().map(|(n, section)| {
            let all = section.statements.iter().chain(&section.of_all);
            (all.filter(|s| is_there(s)).count(), n)
        });
        // Of two with as many the first.
        let most = counts.max_by_key(|&(count, n)| (count, std::cmp::Reverse(n)));
        most.filter(|&(count, _)| count > 0).map(|(_, n)| n)
    };
    of_unit.map(|ix| (place(ix), ix)).collect()
}
