//! What may stand and was probably meant otherwise: a value that rests on a statement about another, an act dated "until", a link that
//! leads nowhere. Warnings, looked for where nothing is an error, since an error would be told a second time by what rests on it.
//! Left out: what no page shows (`shown`), and what only its author can judge (`hints`).

mod dates;
mod links;

use std::collections::HashSet;

use super::Problems;
use crate::index::EntityIx;
use crate::model::{Dataset, Row, Statement, Table, Who};
use crate::problem::Problem;
use crate::roles::{Basis, Scope};

/// Looks for what was probably meant otherwise.
pub(crate) fn doubtful(d: &Dataset) -> Problems {
    let mut p = Problems::default();
    let mut warn = |table: &str, id: &str, field: &str, found: String, expected: &str| {
        p.push(Problem::new(table, id, field, found, expected).warning());
    };
    values(d, &mut warn);
    leads(d, &mut warn);
    dates::dates(d, &mut warn);
    links::links(d, &mut warn);
    p
}

/// Notes a warning: table, row, field, what was found, what was expected.
trait Warn: FnMut(&str, &str, &str, String, &str) {}
impl<F: FnMut(&str, &str, &str, String, &str)> Warn for F {}

/// Whether a statement speaks of a unit by its name, or of a place in it.
fn names(d: &Dataset, s: &Statement, unit: EntityIx) -> bool {
    let is_in = |&about: &EntityIx| about == unit || d.entity(about).country == Some(unit);
    s.about.iter().any(is_in)
}

/// What a statement is about, by ids, for messages.
fn matter(d: &Dataset, s: &Statement) -> String {
    let ids: Vec<&str> = s.about.iter().map(|&about| d.entity(about).id.as_str()).collect();
    format!("\"{}\", which is about {}", s.id, ids.join(", "))
}

/// Values whose first statement, by which they are dated, is about another unit; two rows where one is shown.
fn values(d: &Dataset, warn: &mut impl Warn) {
    let mut rows = HashSet::new();
    for row in d.participations().map(|ix| d.participation(ix)) {
        let unit = match row.who {
            Who::Country(unit) => unit,
            Who::RowWide(scope) => {
                for first in row.history.iter().map(|state| d.statement(state.cited.first())) {
                    if first.scope != scope {
                        let found = format!("\"{}\", whose scope is \"{}\"", first.id, d.word(first.scope_word).id);
                        let expected =
                            "a first statement of the same scope as the mark: most, some or a bare plural of the units";
                        warn("participations", &row.id, "history.statements", found, expected);
                    }
                }
                continue;
            }
        };
        if !rows.insert((row.programme, unit)) {
            let [programme, unit] = [row.programme, unit].map(|ix| d.entity(ix).id.as_str());
            let found = format!("a second row for {unit} in {programme}");
            let expected =
                "one row a unit and programme, with all its states in one history: only the first row is shown";
            warn("participations", &row.id, "country", found, expected);
        }
        firsts(d, "participations", &row.id, unit, &row.history, warn);
    }
    for row in d.permissions().map(|ix| d.permission(ix)) {
        firsts(d, "permissions", &row.id, row.country, &row.history, warn);
    }
}

fn firsts<V>(d: &Dataset, table: &str, id: &str, unit: EntityIx, history: &[Row<V>], warn: &mut impl Warn) {
    for row in history {
        let first = d.statement(row.cited.first());
        let of_others = first.about.iter().any(|&about| d.entity(about).table == Table::Country);
        let fits = match row.basis {
            // That it is of all is an error of its own; "only" rests on what is said of another.
            Basis::All | Basis::Only => true,
            Basis::Inferred => !of_others || names(d, first, unit),
            Basis::Named => names(d, first, unit),
        };
        if !fits {
            let unit = &d.entity(unit).id;
            let expected = format!(
                "a first statement that speaks of {unit}, for it dates the value and says how firmly it stands; or a basis such as \"inferred\" \
                 on one that names no other unit"
            );
            warn(table, id, "history.statements", matter(d, first), &expected);
        }
    }
}

/// Telling lines about something else; gaps about nothing; codes of countries that are none.
fn leads(d: &Dataset, warn: &mut impl Warn) {
    for ix in d.entities() {
        let entity = d.entity(ix);
        let table = match entity.table {
            Table::Country => "countries",
            Table::Programme => "programmes",
            _ => continue,
        };
        if let Some(lead) = entity.lead.map(|lead| d.statement(lead)) {
            let of_all = entity.table == Table::Country && lead.scope != Scope::One;
            if !of_all && !names(d, lead, ix) {
                let expected = format!("a statement about {}: it is shown under its name", entity.id);
                warn(table, &entity.id, "lead", matter(d, lead), &expected);
            }
        }
        if let Some(iso) = &entity.iso
            && !(iso.len() == 2 && iso.bytes().all(|b| b.is_ascii_uppercase()))
        {
            let expected =
                "two capital letters as in ISO 3166-1, such as \"XA\"; left out where the unit is no country";
            warn(table, &entity.id, "iso", format!("\"{iso}\""), expected);
        }
    }
    for gap in d.gaps().map(|ix| d.gap(ix)) {
        if gap.about.is_empty() {
            let expected = "what the question is about, such as [\"a-unit\"]: the gap stands on the pages of these";
            warn("gaps", &gap.id, "about", "nothing".to_owned(), expected);
        }
    }
}
