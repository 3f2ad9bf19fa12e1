//! References lead into the table that their field is for: a theme is a theme, who takes part is a unit.
//!
//! That an id exists at all is for `model::resolve` to say.

use super::Problems;
use crate::index::EntityIx;
use crate::model::{Dataset, Node, Table, Who};
use crate::problem::Problem;

/// Checks every reference whose field is for certain tables only.
pub(super) fn tables(d: &Dataset, p: &mut Problems) {
    let mut check = |table: &str, id: &str, field: &str, ix: EntityIx, allowed: &[Table]| {
        let entity = d.entity(ix);
        if !allowed.contains(&entity.table) {
            let found = format!("\"{}\", which is in {}", entity.id, file(entity.table));
            let names: Vec<&str> = allowed.iter().map(|&table| file(table)).collect();
            p.push(Problem::new(
                table,
                id,
                field,
                found,
                format!("the id of a row of {}", names.join(" or ")),
            ));
        }
    };
    const STATES: &[Table] = &[Table::Country, Table::Actor];
    for ix in d.statements() {
        let s = d.statement(ix);
        let mut at = |field, ix, allowed| check("statements", &s.id, field, ix, allowed);
        at("voice.who", s.who, STATES);
        s.themes.iter().for_each(|&ix| at("themes", ix, &[Table::Theme]));
        s.relative_to
            .iter()
            .for_each(|&ix| at("relative_to", ix, &[Table::Event]));
    }
    for ix in d.entities() {
        let e = d.entity(ix);
        let mut at = |field, ix, allowed| check(file(e.table), &e.id, field, ix, allowed);
        e.country.iter().for_each(|&ix| at("country", ix, STATES));
        e.part_of.iter().for_each(|&ix| at("part_of", ix, &[Table::Event]));
    }
    for ix in d.participations() {
        let row = d.participation(ix);
        let mut at = |field, ix, allowed| check("participations", &row.id, field, ix, allowed);
        at("programme", row.programme, &[Table::Programme]);
        if let Who::Country(country) = row.who {
            at("country", country, &[Table::Country]);
        }
    }
    for ix in d.permissions() {
        let row = d.permission(ix);
        let mut at = |field, ix, allowed| check("permissions", &row.id, field, ix, allowed);
        at("country", row.country, STATES);
        row.user.iter().for_each(|&ix| at("user", ix, STATES));
        row.place.iter().for_each(|&ix| at("place", ix, &[Table::Place]));
    }
    for ix in d.legs() {
        let row = d.leg(ix);
        check("legs", &row.id, "line", row.line, &[Table::Line]);
        check("legs", &row.id, "territory", row.territory, STATES);
    }
    for row in d.relations() {
        let id = super::relation_id(d, row);
        for (field, node) in [("from", row.from), ("to", row.to)] {
            if let Node::Event(ix) = node {
                check("relations", &id, field, ix, &[Table::Event]);
            }
        }
    }
    for section in &d.texts().country_sections {
        for &theme in &section.themes {
            check("texts", &section.id, "country_sections.themes", theme, &[Table::Theme]);
        }
    }
}

/// The name of a table, as files and bundles have it.
fn file(table: Table) -> &'static str {
    match table {
        Table::Country => "countries",
        Table::Programme => "programmes",
        Table::Actor => "actors",
        Table::Place => "places",
        Table::Document => "documents",
        Table::Theme => "themes",
        Table::Event => "events",
        Table::Line => "lines",
    }
}
