//! A small map of one unit: where it lies, what lies around it, and its places.
//!
//! Left out: what is said of it, which stands beside the map in words.

use crate::dates::Day;
use crate::index::*;
use crate::model::Dataset;

use super::drawing::{Drawing, Size};
use super::frame::Frame;
use super::ground::Ground;
use super::labels::{Sizes, labels};
use super::land::{Land, Tone, land};
use super::layer::Layer;
use super::leads::{beside, take_dots};
use super::outline::{Rect, Ring, bounds, rings};
use super::site::{Site, site};
use super::{PlacedMap, plane, sites};

/// Its width in pixels, the least at which it is drawn.
const WIDTH: i32 = 340;
/// Its height.
const HEIGHT: i32 = 400;
/// What is shown around the unit at either side, in hundredths of its width or height.
const AROUND: i32 = 30;

const SIZES: Sizes = Sizes {
    large: 17,
    large_from: 12_000,
    name: 15,
    other: 13,
    neighbour: 12,
    word: 12,
    samples: false,
};

/// The map of one unit for a day, with one drawing; `None` where the dataset has no outline of it.
pub fn map_of_unit(d: &Dataset, day: Day, unit: EntityIx) -> Option<PlacedMap<'_>> {
    let outlines = d.outlines()?;
    let lands: Vec<Land> = outlines
        .shapes
        .iter()
        .map(|shape| {
            let plain = land(d, shape, Layer::Tiers, day);
            let is_unit = plain.entity == Some(unit);
            Land {
                is_unit,
                tone: if is_unit { Tone::Middle } else { Tone::Ground },
                word: String::new(),
                date: String::new(),
                sign: String::new(),
                beyond: Vec::new(),
                is_worked_out: false,
                ..plain
            }
        })
        .collect();
    let rings: Vec<Vec<Ring>> = outlines.shapes.iter().map(|shape| rings(&shape.path)).collect();
    let own = lands.iter().zip(&rings).filter(|(land, _)| land.is_unit);
    let own = bounds(own.flat_map(|(_, rings)| rings))?;
    let there = |place: EntityIx| site(d, None, place, day).filter(|_| d.entity(place).country == Some(unit));
    let (sites, points): (Vec<Site>, Vec<(i32, i32)>) = sites(d, outlines, there).into_iter().unzip();
    let frame = Frame::new(view(own, plane(outlines)), 0, WIDTH);
    let mut ground = Ground::new(&frame, &rings);
    let dots: Vec<(i32, i32)> = points.iter().map(|&(x, y)| frame.pixel(x, y)).collect();
    take_dots(&mut ground, &dots);
    // The unit's own name first, then its places, then what lies around.
    let (its, around): (Vec<usize>, Vec<usize>) =
        (0..lands.len()).partition(|&at| lands.get(at).is_some_and(|land| land.is_unit));
    let mut all = labels(&lands, &its, &mut ground, SIZES);
    let leads = beside(&sites, &dots, &its, &mut ground);
    all.extend(labels(&lands, &around, &mut ground, SIZES));
    let drawing = Drawing {
        size: Size::Narrow,
        width: WIDTH,
        height: frame.plate.height(),
        seen: (0..lands.len())
            .filter(|&at| {
                rings
                    .get(at)
                    .and_then(bounds)
                    .is_some_and(|land| land.overlaps(&frame.view))
            })
            .collect(),
        frame,
        labels: all,
        dots,
        leads,
        rail: None,
    };
    Some(PlacedMap {
        layer: Layer::Tiers,
        lands,
        disputed: &outlines.disputed,
        sites,
        unplaced: Vec::new(),
        drawings: vec![drawing],
    })
}

/// The unit with what lies around it, in the proportions of the drawing, moved onto the plane where it would leave it.
fn view(unit: Rect, plane: Rect) -> Rect {
    let wide = unit.width() + 2 * (unit.width() * AROUND / 100);
    let high = unit.height() + 2 * (unit.height() * AROUND / 100);
    let wide = wide.max(high * WIDTH / HEIGHT).min(plane.width()).max(1);
    let high = (wide * HEIGHT / WIDTH).min(plane.height()).max(1);
    let left = ((unit.left + unit.right - wide) / 2).clamp(plane.left, plane.right - wide);
    let top = ((unit.top + unit.bottom - high) / 2).clamp(plane.top, plane.bottom - high);
    Rect::at(left, top, wide, high)
}
