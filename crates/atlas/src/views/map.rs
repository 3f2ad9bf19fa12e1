//! The locator map, placed: what each territory stands for on a day, which sign fills it, where names and dots stand.
//!
//! Geometry comes projected with the dataset ([`crate::bundle::Outlines`]); here it is only joined with what the source says.
//! Left out: drawing, links, and every line of travel, because the source names countries and no ways through them.

mod labels;
pub(super) mod outline;
mod site;
mod territory;

use crate::bundle::{Outlines, Shape};
use crate::dates::Day;
use crate::index::*;
use crate::model::{Dataset, Entity, Table, Target};

use self::site::{site, unplaced};
use self::territory::territory;

pub use labels::{LEAST_WIDTHS_PX, Label, LabelKind, LabelSet, PlaneBox, Wish, label_sets};
pub use site::Site;
pub use territory::{Part, Territory};

/// Farthest coordinate that is reckoned with, so that no sum overflows.
const FARTHEST: i32 = 100_000;

/// A dot with its number in the list and the source of its position.
#[derive(Clone, Debug)]
pub struct Dot {
    /// What it marks.
    pub site: Site,
    /// To the right, in units of the plane.
    pub x: i32,
    /// Downwards.
    pub y: i32,
    /// Where the position is from.
    pub source: String,
}

/// One line of the key: a filling, its words, and who has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRow {
    /// What the territories are to the lines.
    pub part: Part,
    /// The sign.
    pub sign: String,
    /// Its words.
    pub words: String,
    /// Names with since when.
    pub names: Vec<(String, String)>,
}

/// The map for a day.
#[derive(Clone, Debug)]
pub struct PlacedMap<'a> {
    /// Width of the plane.
    pub width: i32,
    /// Height of the plane.
    pub height: i32,
    /// Territories, as authored.
    pub territories: Vec<Territory<'a>>,
    /// Places with a position, as authored.
    pub dots: Vec<Dot>,
    /// Places with a permission and no position, as their permissions are authored.
    pub unplaced: Vec<Site>,
    /// Names, for every width at which the map may be drawn.
    pub labels: Vec<LabelSet>,
}

/// The map of a dataset for a day; `None` where it has no outlines.
pub fn map(d: &Dataset, day: Day) -> Option<PlacedMap<'_>> {
    let outlines = d.outlines()?;
    let (width, height) = (bounded(outlines.width), bounded(outlines.height));
    let territories: Vec<Territory> = outlines.shapes.iter().map(|s| territory(d, s, day)).collect();
    let dots: Vec<Dot> = outlines
        .marks
        .iter()
        .filter_map(|mark| {
            Some(Dot {
                site: site(d, entity(d, &mark.entity)?, day)?,
                x: mark.x.clamp(-FARTHEST, FARTHEST),
                y: mark.y.clamp(-FARTHEST, FARTHEST),
                source: mark.source.clone(),
            })
        })
        .collect();
    let labels = label_sets(&wishes(d, outlines, &territories, &dots), width, height);
    Some(PlacedMap {
        width,
        height,
        unplaced: unplaced(d, &dots, day),
        territories,
        dots,
        labels,
    })
}

impl PlacedMap<'_> {
    /// What the fillings mean and who has which: uses first, then arrangements from the firmest, then what is not said, then ends.
    pub fn key(&self, d: &Dataset) -> Vec<KeyRow> {
        let mut rows: Vec<KeyRow> = Vec::new();
        for t in self.territories.iter().filter(|t| t.part != Part::Context) {
            let name = (t.name.clone(), t.date.clone());
            match rows.iter_mut().find(|r| r.sign == t.sign && r.words == t.words) {
                Some(row) => row.names.push(name),
                None => rows.push(KeyRow {
                    part: t.part,
                    sign: t.sign.clone(),
                    words: t.words.clone(),
                    names: vec![name],
                }),
            }
        }
        let signs = |group: &'static str| d.words_of(group).filter_map(|ix| d.word(ix).sign.clone());
        let mut order: Vec<String> = signs("arrangement").collect();
        order.reverse();
        let order: Vec<String> = signs("use").chain(order).collect();
        let rank = |row: &KeyRow| order.iter().position(|sign| *sign == row.sign).unwrap_or(order.len());
        crate::order::sort_by_key(&mut rows, |row| (row.part == Part::End, rank(row)));
        rows
    }
}

fn bounded(length: u32) -> i32 {
    i32::try_from(length).unwrap_or(FARTHEST).clamp(1, FARTHEST)
}

fn entity(d: &Dataset, id: &str) -> Option<EntityIx> {
    match d.find(id) {
        Some(Target::Entity(ix)) => Some(ix),
        _ => None,
    }
}

/// Names by importance: units, other territories that the lines concern, dots, neighbours.
fn wishes(d: &Dataset, outlines: &Outlines, territories: &[Territory], dots: &[Dot]) -> Vec<Wish> {
    let at = |shape: &Shape, kind: LabelKind, texts: Vec<String>| Wish {
        kind,
        texts,
        x: shape.label[0].clamp(-FARTHEST, FARTHEST),
        y: shape.label[1].clamp(-FARTHEST, FARTHEST),
        room: i32::try_from(shape.room).unwrap_or(FARTHEST),
    };
    let is_unit = |t: &Territory| t.entity.is_some_and(|ix| d.entity(ix).table == Table::Country);
    let mut rows: Vec<(u8, Wish)> = outlines
        .shapes
        .iter()
        .zip(territories)
        .map(|(shape, t)| {
            let texts = t.entity.map_or_else(|| vec![t.name.clone()], |ix| names(d.entity(ix)));
            match (is_unit(t), t.part) {
                (true, _) => (0, at(shape, LabelKind::Subject, texts)),
                (false, Part::Context) => (3, at(shape, LabelKind::Context, texts)),
                (false, _) => (1, at(shape, LabelKind::Subject, texts)),
            }
        })
        .collect();
    rows.extend(dots.iter().enumerate().map(|(n, dot)| {
        let name = &dot.site.name;
        let short = name.split(',').next().unwrap_or(name).to_owned();
        let wish = Wish {
            kind: LabelKind::Dot,
            texts: vec![short, (n + 1).to_string()],
            x: dot.x,
            y: dot.y,
            room: 0,
        };
        (2, wish)
    }));
    crate::order::sort_by_key(&mut rows, |(importance, _)| *importance);
    rows.into_iter().map(|(_, wish)| wish).collect()
}

/// The name, and a shorter one in the same language where there is one.
fn names(entity: &Entity) -> Vec<String> {
    let shorter = entity
        .aliases
        .iter()
        .filter(|alias| alias.lang.is_none() && alias.text.len() < entity.name.len())
        .min_by_key(|alias| alias.text.len());
    let shorter = shorter.map(|alias| alias.text.clone());
    std::iter::once(entity.name.clone()).chain(shorter).collect()
}
