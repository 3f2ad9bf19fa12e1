//! The map, placed: one thing at a time for a day, in drawings of three widths, each with labels that keep clear of each other.
//!
//! Geometry comes projected with the dataset ([`crate::bundle::Outlines`]); here it is only joined with what the source says.
//! Left out: drawing, links, and every line of travel, because the source names countries and no ways through them.

mod drawing;
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

use crate::dates::Day;
use crate::index::*;
use crate::model::{Dataset, Target};

use self::outline::Ring;

pub use drawing::{Drawing, LEAST_WIDTHS_PX, Size};
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
    let mut sites: Vec<Site> = Vec::new();
    let mut points: Vec<(i32, i32)> = Vec::new();
    for mark in &outlines.marks {
        let place = match d.find(&mark.entity) {
            Some(Target::Entity(ix)) => ix,
            _ => continue,
        };
        if let Some(site) = group.and_then(|group| site::site(d, group, place, day)) {
            sites.push(site);
            let bounded = |n: i32| n.clamp(-outline::FARTHEST, outline::FARTHEST);
            points.push((bounded(mark.x), bounded(mark.y)));
        }
    }
    let placed: Vec<EntityIx> = sites.iter().map(|site| site.place).collect();
    let unplaced = group
        .map(|group| site::unplaced(d, group, &placed, day))
        .unwrap_or_default();
    let plane = Rect::at(0, 0, bounded(outlines.width), bounded(outlines.height));
    let plan = drawing::Plan {
        d,
        day,
        layer,
        plane,
        lands: &lands,
        rings: &rings,
        sites: &sites,
        points: &points,
        with_rail,
        of_unit: false,
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

/// Where one unit lies: it alone in colour, with its places and its neighbours by name; one drawing, the narrow one. `None` where
/// the dataset has no outline of it.
pub fn map_of_unit(d: &Dataset, day: Day, unit: EntityIx) -> Option<PlacedMap<'_>> {
    let outlines = d.outlines()?;
    let shown = layer(d, None)?;
    let lands: Vec<Land> = outlines
        .shapes
        .iter()
        .map(|shape| {
            let plain = land::land(d, shape, shown, day);
            let is_unit = plain.entity == Some(unit);
            Land {
                is_unit,
                tone: if is_unit { Tone::Middle } else { Tone::Ground },
                word: String::new(),
                date: String::new(),
                sign: String::new(),
                line: String::new(),
                beyond: Vec::new(),
                is_worked_out: false,
                ..plain
            }
        })
        .collect();
    if !lands.iter().any(|land| land.is_unit) {
        return None;
    }
    let rings: Vec<Vec<Ring>> = outlines
        .shapes
        .iter()
        .map(|shape| outline::rings(&shape.path))
        .collect();
    let mut sites: Vec<Site> = Vec::new();
    let mut points: Vec<(i32, i32)> = Vec::new();
    let groups: Vec<WordIx> = layers(d)
        .into_iter()
        .filter(|of| of.is_of_places(d))
        .filter_map(|of| match of {
            Layer::Group(group) => Some(group),
            Layer::Tiers => None,
        })
        .collect();
    for mark in &outlines.marks {
        let Some(Target::Entity(place)) = d.find(&mark.entity) else {
            continue;
        };
        let is_here = |ix: PermissionIx| d.permission(ix).place == Some(place) && d.permission(ix).country == unit;
        if !d.permissions().any(is_here) {
            continue;
        }
        let Some(site) = groups.iter().find_map(|&group| site::site(d, group, place, day)) else {
            continue;
        };
        // What is permitted there stands in words beside the map.
        sites.push(Site {
            words: Vec::new(),
            ..site
        });
        let bounded = |n: i32| n.clamp(-outline::FARTHEST, outline::FARTHEST);
        points.push((bounded(mark.x), bounded(mark.y)));
    }
    let plan = drawing::Plan {
        d,
        day,
        layer: shown,
        plane: Rect::at(0, 0, bounded(outlines.width), bounded(outlines.height)),
        lands: &lands,
        rings: &rings,
        sites: &sites,
        points: &points,
        with_rail: false,
        of_unit: true,
    };
    let drawings = vec![plan.drawing(Size::Narrow)];
    Some(PlacedMap {
        layer: shown,
        lands,
        disputed: &outlines.disputed,
        sites,
        unplaced: Vec::new(),
        drawings,
    })
}

fn bounded(length: u32) -> i32 {
    i32::try_from(length)
        .unwrap_or(outline::FARTHEST)
        .clamp(1, outline::FARTHEST)
}
