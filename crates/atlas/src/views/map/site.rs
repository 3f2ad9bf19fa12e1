//! Places with a permission of their own, which the map marks with dots where their position is known.

use crate::dates::Day;
use crate::index::*;
use crate::model::Dataset;
use crate::roles::Arrangement;

use super::super::facts::{self, Fact};
use super::super::support::within;
use super::layer::permissions;

/// A place with permissions of its own.
#[derive(Clone, Debug)]
pub struct Site {
    /// The place.
    pub place: EntityIx,
    /// Its name, without what stands after a comma.
    pub name: String,
    /// What its permissions come to and for whom: "ended December 1907", "for the League and others".
    pub words: Vec<String>,
    /// Whether it may be used on the day, as far as is said; `None` where that is not known or has not come so far.
    pub open: Option<bool>,
    /// The word of that: "In effect".
    pub word: String,
    /// Id of the note: its permission, or the place where it has several.
    pub note: String,
    /// Running numbers of the paragraphs that support it.
    pub marks: Vec<usize>,
}

/// A place for which there is a permission, of a group or of any. It is open where any of them is: each is for someone else.
pub(super) fn site(d: &Dataset, group: Option<WordIx>, place: EntityIx, day: Day) -> Option<Site> {
    let of_group = |ix: PermissionIx| group.is_none_or(|group| permissions(d, group).any(|of| of == ix));
    let own = d
        .permissions()
        .filter(|&ix| d.permission(ix).place == Some(place) && of_group(ix));
    let own: Vec<PermissionIx> = own.collect();
    let told: Vec<(PermissionIx, Fact, Option<Arrangement>)> = own
        .iter()
        .filter_map(|&ix| {
            let (fact, arrangement) = facts::of_permission(d, ix, day)?;
            Some((ix, fact, arrangement))
        })
        .collect();
    let (_, fact, arrangement) = told
        .iter()
        .max_by_key(|(.., arrangement)| arrangement.and_then(Arrangement::rank))?;
    let open = is_open(*arrangement);
    let mut marks: Vec<usize> = Vec::new();
    for &mark in told.iter().flat_map(|(_, fact, _)| &fact.marks) {
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }
    Some(Site {
        place,
        name: short_name(d, place),
        words: told
            .iter()
            .map(|(ix, fact, arrangement)| words(d, *ix, fact, *arrangement))
            .collect(),
        open,
        word: fact.word.clone(),
        note: match own.as_slice() {
            [one] => d.permission(*one).id.clone(),
            _ => d.entity(place).id.clone(),
        },
        marks,
    })
}

fn is_open(arrangement: Option<Arrangement>) -> Option<bool> {
    match arrangement {
        Some(Arrangement::InEffect | Arrangement::Agreed) => Some(true),
        Some(Arrangement::Ended) => Some(false),
        _ => None,
    }
}

/// The short name of a place: what stands before a comma tells it.
fn short_name(d: &Dataset, place: EntityIx) -> String {
    let name = d.entity(place).short();
    name.split(',').next().unwrap_or(name).to_owned()
}

/// For whom, where it may be used; else what it comes to.
fn words(d: &Dataset, ix: PermissionIx, fact: &Fact, arrangement: Option<Arrangement>) -> String {
    let p = d.permission(ix);
    let granted = d.word(p.granted_to);
    let whom = p
        .user
        .map_or(granted.word.as_str(), |user| d.entity(user).name.as_str());
    let word = within(&fact.word);
    match is_open(arrangement) {
        Some(true) => format!("for {whom}"),
        _ if fact.date.is_empty() => word,
        _ => format!("{word} {}", fact.date),
    }
}

/// Places with a permission of a group that have no position, as their permissions are authored.
pub(super) fn unplaced(d: &Dataset, group: WordIx, placed: &[EntityIx], day: Day) -> Vec<Site> {
    let mut places: Vec<EntityIx> = Vec::new();
    for place in permissions(d, group).filter_map(|ix| d.permission(ix).place) {
        if !places.contains(&place) && !placed.contains(&place) {
            places.push(place);
        }
    }
    places
        .into_iter()
        .filter_map(|place| site(d, Some(group), place, day))
        .collect()
}
