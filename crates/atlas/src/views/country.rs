//! A country's page: its statements by section, and what is not said.

use std::collections::HashSet;

use crate::index::*;
use crate::model::{CountrySection, Dataset};

/// A section of a country's page with its statements.
#[derive(Clone, Debug)]
pub struct Section<'a> {
    /// The section.
    pub section: &'a CountrySection,
    /// Statements about the country whose main theme stands in it, in paragraph order.
    pub statements: Vec<StatementIx>,
}

/// The sections of a country's page, as authored. Each statement stands in one section: that of its main theme.
pub fn profile(d: &Dataset, country: EntityIx) -> Vec<Section<'_>> {
    d.texts()
        .country_sections
        .iter()
        .map(|section| Section {
            section,
            statements: statements_in(d, country, section),
        })
        .collect()
}

/// Statements about a country whose main theme stands in a section: first those of which it is the main subject, then the
/// others, each in paragraph order.
pub fn statements_in(d: &Dataset, country: EntityIx, section: &CountrySection) -> Vec<StatementIx> {
    let themes: HashSet<EntityIx> = section.themes.iter().copied().collect();
    let of_section = d.statements_about(country).iter().copied();
    let of_section = of_section.filter(|&ix| d.statement(ix).themes.first().is_some_and(|t| themes.contains(t)));
    let (mut own, others): (Vec<_>, Vec<_>) =
        of_section.partition(|&ix| d.statement(ix).about.first() == Some(&country));
    own.extend(others);
    own
}
