//! What is coded and stands on no page: rows that a reader of the atlas would never meet. Warnings, for a dataset may be unfinished.

use std::collections::{HashMap, HashSet};

use super::Problems;
use crate::index::EntityIx;
use crate::model::{Dataset, Table, Who};
use crate::problem::Problem;

/// Looks for what no page shows.
pub(super) fn shown(d: &Dataset, p: &mut Problems) {
    let mut warn = |table: &str, id: &str, field: &str, found: &str, expected: &str| {
        p.push(Problem::new(table, id, field, found, expected).warning());
    };
    let sections = &d.texts().country_sections;
    let mut places: HashMap<EntityIx, usize> = HashMap::new();
    for section in sections {
        // A theme named twice in one section stands in one.
        let themes: HashSet<EntityIx> = section.themes.iter().copied().collect();
        themes
            .into_iter()
            .for_each(|theme| *places.entry(theme).or_default() += 1);
    }
    for theme in d.table(Table::Theme) {
        let found = match places.get(&theme).copied().unwrap_or_default() {
            1 => continue,
            0 => "in no section of a unit's page".to_owned(),
            n => format!("in {n} sections of a unit's page"),
        };
        if !sections.is_empty() {
            let expected = "a place in one of country_sections in texts.json: statements stand on a unit's page by their first theme";
            warn("themes", &d.entity(theme).id, "id", &found, expected);
        }
    }
    let groups: HashSet<&str> = d
        .words_of("permission-group")
        .map(|ix| d.word(ix).role.as_str())
        .collect();
    for permission in d.permissions().map(|ix| d.permission(ix)) {
        let kind = d.word(permission.kind);
        if !groups.contains(kind.role.as_str()) {
            let found = format!("\"{}\", whose role \"{}\" no permission-group has", kind.id, kind.role);
            let expected = "a kind whose role is that of a row of the group permission-group in vocabularies: groups are the rows of a unit's card";
            warn("permissions", &permission.id, "kind", &found, expected);
        }
    }
    // Of a territory that is none `model::resolve` has spoken.
    let is_ground = |leg: &&crate::model::Leg| matches!(d.entity(leg.territory).table, Table::Country | Table::Actor);
    for leg in d.legs().map(|ix| d.leg(ix)).filter(is_ground) {
        let elsewhere = |permission: &&crate::model::Permission| permission.country != leg.territory;
        let permissions = leg.permissions.iter().map(|&ix| d.permission(ix));
        for permission in permissions.filter(elsewhere) {
            let found = format!(
                "\"{}\", which {} grants",
                permission.id,
                d.entity(permission.country).id
            );
            let expected = format!("permissions of its own territory, {}", d.entity(leg.territory).id);
            warn("legs", &leg.id, "permissions", &found, &expected);
        }
    }
    let mut marked = HashSet::new();
    for row in d.participations().map(|ix| d.participation(ix)) {
        if matches!(row.who, Who::RowWide(_)) && !marked.insert(row.programme) {
            let found = format!("a second mark for the row of \"{}\"", d.entity(row.programme).id);
            warn(
                "participations",
                &row.id,
                "scope",
                &found,
                "one mark a programme: only the first is shown",
            );
        }
    }
}
