//! What a map may show: one thing at a time, by what the dataset has.

use crate::index::*;
use crate::model::Dataset;

/// How the address names the tiers. A group of permissions is named by its id.
pub const TIERS: &str = "tiers";

/// What a map shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// On which step of the ladder each unit takes part.
    Tiers,
    /// What each territory permits, of one group: a vocabulary row of `permission-group`.
    Group(WordIx),
}

impl Layer {
    /// How the address names it.
    pub fn id(self, d: &Dataset) -> &str {
        match self {
            Self::Tiers => TIERS,
            Self::Group(group) => &d.word(group).id,
        }
    }

    /// What the dataset calls it.
    pub fn name(self, d: &Dataset) -> &str {
        match self {
            Self::Tiers => &d.texts().names.tiers,
            Self::Group(group) => &d.word(group).word,
        }
    }

    /// Whether it is drawn as places, and not by filling territories: where a permission of the group is of a place whose position
    /// the outlines have.
    pub fn is_of_places(self, d: &Dataset) -> bool {
        let Self::Group(group) = self else { return false };
        let marks = d
            .outlines()
            .map(|outlines| outlines.marks.as_slice())
            .unwrap_or_default();
        let mut places = permissions(d, group).filter_map(|ix| d.permission(ix).place);
        places.any(|place| marks.iter().any(|mark| mark.entity == d.entity(place).id))
    }
}

/// Permissions of a group, as authored.
pub(super) fn permissions(d: &Dataset, group: WordIx) -> impl Iterator<Item = PermissionIx> + '_ {
    d.permissions()
        .filter(move |&ix| d.word(d.permission(ix).kind).role == d.word(group).role)
}

/// Whether legs of lines rest on permissions of a group.
pub(super) fn is_of_legs(d: &Dataset, group: WordIx) -> bool {
    let mut of_legs = d.legs().flat_map(|ix| &d.leg(ix).permissions);
    of_legs.any(|&ix| d.word(d.permission(ix).kind).role == d.word(group).role)
}

/// What a map of this dataset can show: the tiers where there is a ladder, then groups of permissions that fill territories, then
/// groups of places, each as authored. Of the groups that fill, those that the lines rest on; all, where there are no lines.
pub fn layers(d: &Dataset) -> Vec<Layer> {
    if d.outlines().is_none() {
        return Vec::new();
    }
    let tiers = super::super::ladder::has_ladder(d).then_some(Layer::Tiers);
    let groups = d.words_of("permission-group").map(Layer::Group);
    let (mut fills, mut places) = (Vec::new(), Vec::new());
    for layer in groups {
        let Layer::Group(group) = layer else { continue };
        let any = permissions(d, group).next().is_some();
        match layer.is_of_places(d) {
            true => places.push(layer),
            false if any && (is_of_legs(d, group) || d.legs().len() == 0) => fills.push(layer),
            false => {}
        }
    }
    tiers.into_iter().chain(fills).chain(places).collect()
}

/// The layer of an address: the one named, else the first. `None` where there is none to show.
pub fn layer(d: &Dataset, id: Option<&str>) -> Option<Layer> {
    let all = layers(d);
    let named = all.iter().find(|layer| id == Some(layer.id(d)));
    named.or(all.first()).copied()
}

/// The layer that a page of lines opens on: the first that fills territories by what they permit, else the first.
pub fn layer_of_lines(d: &Dataset) -> Option<Layer> {
    let all = layers(d);
    let fills = |layer: &&Layer| **layer != Layer::Tiers && !layer.is_of_places(d);
    all.iter().find(fills).or(all.first()).copied()
}
