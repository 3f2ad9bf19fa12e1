//! One drawing of the map: what it shows of the plane, and where everything on it stands, in pixels at its least width.
//!
//! A drawing grows with the page and never shrinks below that width, so that its text stays as large as it is placed.

use crate::dates::Day;
use crate::index::*;
use crate::model::Dataset;

use super::super::rail::{self, Rail};
use super::frame::Frame;
use super::ground::Ground;
use super::labels::{Label, Sizes, labels};
use super::land::{Land, Tone};
use super::layer::Layer;
use super::leads::{Lead, leads, take_dots};
use super::outline::{Rect, Ring, bounds};
use super::site::Site;

/// Which of the drawings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// For a wide page, with the supply lines beside it where they are asked for.
    Wide,
    /// For half a page.
    Middle,
    /// For a phone: the units alone.
    Narrow,
}

/// Least widths of the drawings in CSS pixels, in the order of [`Size::ALL`]. The style sheet changes over at the same widths
/// (styles/components/map.css). On a screen that is narrower than the last one everything shrinks.
pub const LEAST_WIDTHS_PX: [i32; 3] = [720, 520, 360];

/// Width of the widest drawing where the supply lines stand beside it.
const WITH_RAIL: i32 = 800;

/// What is left free around the units, in hundredths of their width.
const AROUND: i32 = 3;

/// How far a plate may grow so that a column of names has room, in pixels.
const GROWTH: i32 = 320;

/// Below the last of a column's names, in pixels.
const BELOW: i32 = 16;

impl Size {
    /// All, the widest first.
    pub const ALL: [Self; 3] = [Self::Wide, Self::Middle, Self::Narrow];

    fn types(self) -> Sizes {
        let wide = Sizes {
            large: 22,
            large_from: 40_000,
            name: 17,
            other: 15,
            neighbour: 13,
            word: 13,
            samples: true,
        };
        match self {
            Self::Wide => wide,
            Self::Middle => Sizes {
                large: 19,
                large_from: 30_000,
                name: 15,
                other: 14,
                neighbour: 12,
                word: 12,
                samples: true,
            },
            Self::Narrow => Sizes {
                large: 17,
                large_from: 14_000,
                name: 14,
                other: 13,
                neighbour: 12,
                word: 12,
                samples: false,
            },
        }
    }
}

/// A drawing, in pixels at its least width.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// Which one.
    pub size: Size,
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// What of the plane is shown, and where.
    pub frame: Frame,
    /// Places in the map's list of the lands that are seen, in its order.
    pub seen: Vec<usize>,
    /// Labels of lands: units from the smallest on, then other lands, then neighbours.
    pub labels: Vec<Label>,
    /// Where the sites are, in their order.
    pub dots: Vec<(i32, i32)>,
    /// Names of sites, led out, in their order; empty where there is no room for them, and the list under the map has them.
    pub leads: Vec<Lead>,
    /// The supply lines beside the plate.
    pub rail: Option<Rail>,
}

/// What drawings are made of.
pub(super) struct Plan<'a> {
    pub d: &'a Dataset,
    pub day: Day,
    pub layer: Layer,
    pub plane: Rect,
    pub lands: &'a [Land<'a>],
    pub rings: &'a [Vec<Ring>],
    pub sites: &'a [Site],
    /// Positions of the sites, in units of the plane.
    pub points: &'a [(i32, i32)],
    pub with_rail: bool,
}

impl Plan<'_> {
    /// The drawing of a size.
    pub fn drawing(&self, size: Size) -> Drawing {
        let rail = (self.with_rail && size == Size::Wide)
            .then(|| rail::rail(self.d, self.day))
            .flatten();
        let index = Size::ALL.iter().position(|&of| of == size).unwrap_or_default();
        let width = match rail {
            Some(_) => WITH_RAIL,
            None => LEAST_WIDTHS_PX.get(index).copied().unwrap_or(WITH_RAIL),
        };
        let left = rail.as_ref().map_or(0, |_| rail::WIDTH);
        let crop = self.crop(size);
        let least = rail.as_ref().map_or(0, |rail| rail.least_height);
        let frame = self.at_least(Frame::new(crop, left, width - left), least);
        let frame = self.with_names(frame, size);
        let mut ground = Ground::new(&frame, self.rings);
        let dots = self.dots(&frame);
        take_dots(&mut ground, &dots);
        let leads = match size {
            Size::Narrow => None,
            Size::Wide | Size::Middle => leads(self.sites, &dots, self.lands, &mut ground, &frame.plate),
        };
        let all: Vec<usize> = (0..self.lands.len()).collect();
        let labels = labels(self.lands, &all, &mut ground, size.types());
        let leads = leads.unwrap_or_default();
        let height = frame.plate.height().max(least);
        let rail = rail.map(|rail| {
            let places: Vec<(Option<EntityIx>, &Label)> = labels
                .iter()
                .map(|label| (self.lands.get(label.land).and_then(|land| land.entity), label))
                .collect();
            let others: Vec<Rect> = leads.iter().map(|lead| lead.covers).collect();
            rail.placed(height, &places, &others)
        });
        Drawing {
            size,
            width,
            height,
            seen: self.seen(&frame),
            frame,
            labels,
            dots,
            leads,
            rail,
        }
    }

    /// The units; with them the ends of lines where what lines rest on is shown and there is room.
    fn crop(&self, size: Size) -> Rect {
        let fills = matches!(self.layer, Layer::Group(_)) && self.points.is_empty() && size != Size::Narrow;
        let is_end = |land: &Land| land.tone == Tone::End;
        let shown = self
            .lands
            .iter()
            .zip(self.rings)
            .filter(|(land, _)| land.is_unit || fills && is_end(land));
        let Some(units) = bounds(shown.flat_map(|(_, rings)| rings)) else {
            return self.plane;
        };
        let pad = units.width() * AROUND / 100;
        let all = Rect {
            // Below an end lies what leads there from the other side.
            bottom: units.bottom + if fills { 3 * pad } else { 0 },
            ..units
        };
        self.on_plane(all.grown(pad))
    }

    /// What of a rectangle is drawn.
    fn on_plane(&self, r: Rect) -> Rect {
        let plane = self.plane;
        let within = Rect {
            left: r.left.max(plane.left),
            top: r.top.max(plane.top),
            right: r.right.min(plane.right),
            bottom: r.bottom.min(plane.bottom),
        };
        if within.width() > 0 && within.height() > 0 {
            within
        } else {
            plane
        }
    }

    /// The frame with a plate of at least this height, as far as there is ground below and above.
    fn at_least(&self, frame: Frame, high: i32) -> Frame {
        let missing = i64::from(high - frame.plate.height()).max(0);
        let units = missing * i64::from(frame.view.width()) / i64::from(frame.plate.width().max(1));
        let units = i32::try_from(units).unwrap_or_default();
        let below = frame
            .view
            .bottom
            .saturating_add(units)
            .min(self.plane.bottom)
            .max(frame.view.bottom);
        let above = (frame.view.top - (units - (below - frame.view.bottom)))
            .max(self.plane.top)
            .min(frame.view.top);
        let view = Rect {
            top: above,
            bottom: below,
            ..frame.view
        };
        Frame::new(view, frame.plate.left, frame.plate.width())
    }

    /// The frame with room for the names of places, where more ground makes some.
    fn with_names(&self, frame: Frame, size: Size) -> Frame {
        if self.sites.is_empty() || size == Size::Narrow {
            return frame;
        }
        let tall = self.at_least(frame, frame.plate.height() + GROWTH);
        let mut ground = Ground::new(&tall, self.rings);
        let dots = self.dots(&tall);
        take_dots(&mut ground, &dots);
        let Some(leads) = leads(self.sites, &dots, self.lands, &mut ground, &tall.plate) else {
            return frame;
        };
        let lowest = leads.iter().map(|lead| lead.covers.bottom).max().unwrap_or_default();
        // Ground that was added above moves everything down.
        let above = frame.view.top - tall.view.top;
        match above {
            0 => self.at_least(frame, lowest + BELOW),
            _ => tall,
        }
    }

    fn dots(&self, frame: &Frame) -> Vec<(i32, i32)> {
        self.points.iter().map(|&(x, y)| frame.pixel(x, y)).collect()
    }

    fn seen(&self, frame: &Frame) -> Vec<usize> {
        let rings = self.rings.iter().enumerate();
        rings
            .filter(|(_, rings)| bounds(*rings).is_some_and(|land| land.overlaps(&frame.view)))
            .map(|(at, _)| at)
            .collect()
    }
}
