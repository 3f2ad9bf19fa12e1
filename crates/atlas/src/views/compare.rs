//! Units side by side, or one unit at two dates: rows by theme, each with what stands in every column.

use crate::claim::Standing;
use crate::dates::Day;
use crate::index::*;
use crate::model::Dataset;

use super::ladder::{Value, cell, matrix_programmes};
use super::routes::{groups, permitted};

/// A column: a unit on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The unit.
    pub unit: EntityIx,
    /// The day.
    pub day: Day,
}

/// What a row is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowOf {
    /// A programme.
    Programme(EntityIx),
    /// A group of permissions.
    Permissions(WordIx),
}

/// One value of a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The permission, in a row of permissions.
    pub permission: Option<PermissionIx>,
    /// What stands there.
    pub value: Value,
}

/// A row with a list of values a column; never empty lists.
#[derive(Clone, Debug)]
pub struct CompareRow {
    /// What it is of.
    pub of: RowOf,
    /// The values, column by column.
    pub cells: Vec<Vec<Item>>,
}

impl CompareRow {
    /// Whether two columns differ: by what their claims come to, of the same things.
    pub fn differs(&self, d: &Dataset) -> bool {
        let standings: Vec<Vec<ItemStanding>> = self
            .cells
            .iter()
            .map(|items| items.iter().map(|item| standing(d, item)).collect())
            .collect();
        standings.windows(2).any(|pair| matches!(pair, [a, b] if a != b))
    }
}

/// Kind and place of a permission, and the standing of what is claimed.
type ItemStanding = (Option<WordIx>, Option<EntityIx>, Option<Standing>);

/// What an item comes to: kind and place of the permission, and the standing of its claim.
fn standing(d: &Dataset, item: &Item) -> ItemStanding {
    let permission = item.permission.map(|ix| d.permission(ix));
    (
        permission.map(|p| p.kind),
        permission.and_then(|p| p.place),
        item.value.claim().map(|claim| claim.standing()),
    )
}

/// The rows: programmes of the ladder from the floor up, other programmes and groups of permissions as authored.
pub fn compare(d: &Dataset, columns: &[Column]) -> Vec<CompareRow> {
    let programmes = matrix_programmes(d).into_iter().map(|programme| CompareRow {
        of: RowOf::Programme(programme),
        cells: columns
            .iter()
            .map(|c| {
                vec![Item {
                    permission: None,
                    value: cell(d, c.unit, programme, c.day).value,
                }]
            })
            .collect(),
    });
    let permitted: Vec<_> = columns.iter().map(|c| permitted(d, c.unit, c.day)).collect();
    let permissions = groups(d).into_iter().map(|group| CompareRow {
        of: RowOf::Permissions(group),
        cells: permitted
            .iter()
            .flatten()
            .filter(|of_group| of_group.group == group)
            .map(|of_group| match of_group.claims.is_empty() {
                true => vec![Item {
                    permission: None,
                    value: Value::Mentioned(of_group.mention.clone()),
                }],
                false => of_group
                    .claims
                    .iter()
                    .map(|(ix, claim)| Item {
                        permission: Some(*ix),
                        value: Value::Claimed(claim.clone()),
                    })
                    .collect(),
            })
            .collect(),
    });
    programmes.chain(permissions).collect()
}
