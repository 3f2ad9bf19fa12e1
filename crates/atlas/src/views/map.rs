//! The map, placed: one thing at a time for a day, in drawings of three widths, each with labels that keep clear of each other.
//!
//! Geometry comes projected with the dataset ([`crate::bundle::Outlines`]); here it is only joined with what the source says.
//! Left out: drawing, links, and every line of travel, because the source names countries and no ways through them.

mod drawing;
mod focus;
mod frame;
mod ground;
mod key;
mod labels;
mod land;
mod layer;
mod leads;
pub(super) mod outline;
mod site;
mod tiers;

use crate::bundle::Outlines;
use crate::dates::Day;
use crate::index::*;
use crate::model::{Dataset, Target};

use self::outline::Ring;

pub use drawing::{Drawing, LEAST_WIDTHS_PX, Size};
pub use focus::map_of_unit;
pub use frame::Frame;
pub use key::{KeyEntry, KeyRow};
pub use labels::{Label, LabelLine, LineKind, SAMPLE, SIGN};
pub use land::{Beyond, Land, Tone};
pub use layer::{Layer, TIERS, layer, layer_of_lines, layers};
pub use leads::{Lead, NAME as PLACE_NAME_PX, WORDS as PLACE_WORDS_PX};
pub use outline::Rect;
pub use site::Site;

/// The map of a layer for a day.
#[derive(Clone, Debug)]
pub struct PlacedMap<'a> {
    /// What it shows.
    pub layer: Layer,
    /// Territories, as authored.
    pub lands: Vec<Land<'a>>,
    /// Boundaries that are disputed, as path data.
    pub disputed: &'a [String],
    /// Places with a position, as authored; none unless the layer is of places.
    pub sites: Vec<Site>,
    /// Places of the layer without a position, as their permissions are authored.
    pub unplaced: Vec<Site>,
    /// Drawings, the widest first.
    pub drawings: Vec<Drawing>,
}

/// The map of a layer for a day, with the supply lines beside its widest drawing where they are asked for; `None` where the
/// dataset has no outlines.
pub fn map(d: &Dataset, day: Day, layer: Layer, with_rail: bool) -> Option<PlacedMap<'_>> {
    let outlines = d.outlines()?;
    let lands: Vec<Land> = outlines
        .shapes
        .iter()
        .map(|shape| land::land(d, shape, layer, day))
        .collect();
    let rings: Vec<Vec<Ring>> = outlines
        .shapes
        .iter()
        .map(|shape| outline::rings(&shape.path))
        .collect();
    let group = match layer {
        Layer::Group(group) if layer.is_of_places(d) => Some(group),
        _ => None,
    };
    let (sites, points): (Vec<Site>, Vec<(i32, i32)>) = match group {
        Some(group) => sites(d, outlines, |place| site::site(d, Some(group), place, day))
            .into_iter()
            .unzip(),
        None => (Vec::new(), Vec::new()),
    };
    let placed: Vec<EntityIx> = sites.iter().map(|site| site.place).collect();
    let unplaced = group
        .map(|group| site::unplaced(d, group, &placed, day))
        .unwrap_or_default();
    let plan = drawing::Plan {
        d,
        day,
        layer,
        plane: plane(outlines),
        lands: &lands,
        rings: &rings,
        sites: &sites,
        points: &points,
        with_rail,
    };
    let drawings = Size::ALL.iter().map(|&size| plan.drawing(size)).collect();
    Some(PlacedMap {
        layer,
        lands,
        disputed: &outlines.disputed,
        sites,
        unplaced,
        drawings,
    })
}

/// Places with a position, as authored, with where they are in units of the plane.
fn sites(d: &Dataset, outlines: &Outlines, site: impl Fn(EntityIx) -> Option<Site>) -> Vec<(Site, (i32, i32))> {
    let bounded = |n: i32| n.clamp(-outline::FARTHEST, outline::FARTHEST);
    let places = outlines.marks.iter().filter_map(|mark| match d.find(&mark.entity) {
        Some(Target::Entity(place)) => Some((site(place)?, (bounded(mark.x), bounded(mark.y)))),
        _ => None,
    });
    places.collect()
}

/// All that is drawn, in units of the plane.
fn plane(outlines: &Outlines) -> Rect {
    Rect::at(0, 0, bounded(outlines.width), bounded(outlines.height))
}

fn bounded(length: u32) -> i32 {
    i32::try_from(length)
        .unwrap_or(outline::FARTHEST)
        .clamp(1, outline::FARTHEST)
}
