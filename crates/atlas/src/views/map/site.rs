//! Places with a permission of their own, which the map marks with dots where their position is known.

use crate::dates::Day;
use crate::index::*;
use crate::model::Dataset;
use crate::roles::Arrangement;

use super::Dot;
use crate::claim;
use crate::views::support::within;

/// A place with a permission of its own.
#[derive(Clone, Debug)]
pub struct Site {
    /// The place.
    pub place: EntityIx,
    /// Its name.
    pub name: String,
    /// Vocabulary row of the group that its first permission is shown in.
    pub group: Option<WordIx>,
    /// In words: "in effect".
    pub words: String,
    /// Since when; empty where it is not given.
    pub date: String,
    /// Whether it may be used on the day, as far as is said; `None` where that is not known or has not come so far.
    pub open: Option<bool>,
    /// What a reader opens by choosing it: its permission, or the place where it has several.
    pub note: String,
}

/// A place for which there is a permission. It is open where any of them is: each is for someone else.
pub(super) fn site(d: &Dataset, place: EntityIx, day: Day) -> Option<Site> {
    let permissions: Vec<PermissionIx> = d
        .permissions()
        .filter(|&ix| d.permission(ix).place == Some(place))
        .collect();
    let (first, claim) = permissions
        .iter()
        .filter_map(|&ix| Some((ix, claim::permission(d, ix, day)?)))
        .max_by_key(|(_, claim)| claim.arrangement().and_then(Arrangement::rank))?;
    let open = match claim.arrangement() {
        Some(Arrangement::InEffect | Arrangement::Agreed) => Some(true),
        Some(Arrangement::Ended) => Some(false),
        _ => None,
    };
    let kind = &d.word(d.permission(first).kind).role;
    Some(Site {
        place,
        name: d.entity(place).name.clone(),
        group: d.words_of("permission-group").find(|&g| d.word(g).role == *kind),
        words: within(&claim.word(d).word),
        date: claim.when().words(),
        open,
        note: match permissions.as_slice() {
            [one] => d.permission(*one).id.clone(),
            _ => d.entity(place).id.clone(),
        },
    })
}

/// Places with a permission that no dot marks, as their permissions are authored.
pub(super) fn unplaced(d: &Dataset, dots: &[Dot], day: Day) -> Vec<Site> {
    let mut places: Vec<EntityIx> = Vec::new();
    for place in d.permissions().filter_map(|ix| d.permission(ix).place) {
        if !places.contains(&place) && !dots.iter().any(|dot| dot.site.place == place) {
            places.push(place);
        }
    }
    places.into_iter().filter_map(|place| site(d, place, day)).collect()
}
