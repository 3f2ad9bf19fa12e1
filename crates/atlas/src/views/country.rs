//! A unit's page: what is said of it by section, and where the source is silent.

use crate::index::*;
use crate::mention::{Matter, Mention, mention};
use crate::model::{CountrySection, Dataset};

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
