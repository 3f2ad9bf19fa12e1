//! Where an author should look once more, though nothing is amiss: sections of a unit's page that have nothing of their own.
//!
//! A hint is told by the check of a dataset and never to its readers. Left out: silences, which are answers.

use crate::index::{EntityIx, StatementIx};
use crate::mention::{Matter, mention};
use crate::model::{CountrySection, Dataset};
use crate::problem::Problem;

/// Sections in which a unit has no statement by a first theme, and which live from statements of all units or from later themes
/// alone: one hint for all units that live from the same, in the order of sections, then units.
pub fn hints(d: &Dataset) -> Vec<Problem> {
    let mut out = Vec::new();
    for section in &d.texts().country_sections {
        let mut kinds: Vec<(String, Vec<&str>)> = Vec::new();
        for unit in d.countries() {
            let Some(from) = borrowed(d, section, unit) else {
                continue;
            };
            let id = d.entity(unit).id.as_str();
            match kinds.iter_mut().find(|(kind, _)| *kind == from) {
                Some((_, units)) => units.push(id),
                None => kinds.push((from, vec![id])),
            }
        }
        for (from, units) in kinds {
            let found = format!("for {} only {from}", units.join(", "));
            let expected = "a look whether a statement about these has its first theme here; if not, nothing is to be mended: the page says of \
                            whom it speaks";
            out.push(Problem::new("texts", &section.id, "themes", found, expected).hint());
        }
    }
    out
}

/// What a section lives from where it has nothing of the unit's own; `None` where it has, or where nothing is said.
fn borrowed(d: &Dataset, section: &CountrySection, unit: EntityIx) -> Option<String> {
    let said = mention(d, unit, Matter::Section(section));
    let stands_here = |ix: &StatementIx| {
        let first = d.statement(*ix).themes.first();
        first.is_some_and(|theme| section.themes.contains(theme))
    };
    if said.by_name.iter().any(stands_here) {
        return None;
    }
    let parts = [(&said.by_name, "by a later theme"), (&said.of_all, "of all units")];
    let parts: Vec<String> = parts
        .into_iter()
        .filter_map(|(statements, how)| {
            let first = &d.statement(*statements.first()?).id;
            Some(match statements.len() {
                1 => format!("\"{first}\" ({how})"),
                n => format!("\"{first}\" and {} more ({how})", n - 1),
            })
        })
        .collect();
    (!parts.is_empty()).then(|| parts.join(" and "))
}
