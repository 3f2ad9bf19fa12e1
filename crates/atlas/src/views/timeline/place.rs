//! Places events in plane units (1 unit is 1 CSS pixel at full size): a broken axis, lanes, rows in which no label meets another.

use std::collections::BTreeMap;

use super::Event;
use crate::dates::{Day, days_in_month};
use crate::index::*;
use crate::model::{Dataset, Table};

/// Width of the column of lane names.
const LANE_NAMES: i32 = 130;
/// Least width of a year.
const YEAR: i32 = 30;
/// What each event adds to its year's width, so that crowded years have room.
const PER_EVENT: i32 = 11;
/// Width of a break in the axis.
const BREAK: i32 = 36;
/// Years without an event that are left standing; longer gaps are broken.
const GAP: u16 = 3;
/// Height of a row.
const ROW: i32 = 20;
/// Height of the axis.
const AXIS: i32 = 32;
/// Estimated width of a character of a label; wide enough that no label meets its neighbour.
const CHAR: i32 = 7;
/// Least distance between a label and the next mark.
const CLEAR: i32 = 14;

/// The placed timeline.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// Width of the plane.
    pub width: i32,
    /// Height of the plane.
    pub height: i32,
    /// Years, left to right.
    pub ticks: Vec<Tick>,
    /// Middles of breaks in the axis.
    pub breaks: Vec<i32>,
    /// Where the time of writing ends: what stands to the right lay ahead.
    pub written: Option<i32>,
    /// Lanes, top to bottom.
    pub lanes: Vec<Lane>,
    /// Events, in the order given.
    pub marks: Vec<Mark>,
}

/// A year on the axis.
#[derive(Clone, Debug)]
pub struct Tick {
    /// The year.
    pub year: u16,
    /// Its left edge.
    pub x: i32,
    /// Its width.
    pub width: i32,
}

/// A lane: one country's, or that of the region.
#[derive(Clone, Debug)]
pub struct Lane {
    /// The country; `None` for what concerns several or none.
    pub country: Option<EntityIx>,
    /// Top edge.
    pub y: i32,
    /// Height.
    pub height: i32,
}

/// An event on the plane.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The event.
    pub event: EntityIx,
    /// Left and right edge; equal for a single day.
    pub x: (i32, i32),
    /// Middle of its row.
    pub y: i32,
    /// Start of the label, or its end where `before`.
    pub label_x: i32,
    /// Whether the label stands before the mark.
    pub before: bool,
    /// Whether the start, or the end, is open.
    pub open: (bool, bool),
    /// Whether it lay ahead.
    pub plan: bool,
}

/// Places the dated ones of these events.
pub fn timeline(d: &Dataset, events: &[Event]) -> Timeline {
    let dated: Vec<&Event> = events.iter().filter(|e| e.is_dated()).collect();
    let axis = Axis::new(&dated);
    let countries = d.table(Table::Country).collect::<Vec<_>>();
    let lanes: Vec<Option<EntityIx>> = std::iter::once(None)
        .chain(countries.iter().copied().map(Some))
        .collect();
    let mut placed = Vec::new();
    let mut out = Vec::new();
    let mut y = AXIS;
    for country in lanes {
        let mut rows: Vec<i32> = Vec::new();
        let of_lane = dated.iter().filter(|e| lane_of(e, &countries) == country);
        for event in of_lane {
            let (x, open) = axis.span(event);
            let label = label_width(d, event.ix);
            let before = x.1 + 8 + label > axis.width && x.0 - 8 - label > LANE_NAMES;
            let (from, to) = if before {
                (x.0 - 8 - label, x.1)
            } else {
                (x.0, x.1 + 8 + label)
            };
            let row = rows.iter().position(|&end| end + CLEAR <= from).unwrap_or(rows.len());
            match rows.get_mut(row) {
                Some(end) => *end = to,
                None => rows.push(to),
            }
            let row = i32::try_from(row).unwrap_or_default();
            placed.push(Mark {
                event: event.ix,
                x,
                y: y + row * ROW + ROW / 2 + 4,
                label_x: if before { x.0 - 8 } else { x.1 + 8 },
                before,
                open,
                plan: event.plan,
            });
        }
        let height = i32::try_from(rows.len().max(1)).unwrap_or(1) * ROW + 8;
        out.push(Lane { country, y, height });
        y += height;
    }
    // A label that found no room on either side may pass the last year; the plane grows with it.
    let widest = placed
        .iter()
        .filter(|m| !m.before)
        .map(|m| m.label_x + label_width(d, m.event))
        .max()
        .unwrap_or_default();
    Timeline {
        width: axis.width.max(widest + 8),
        height: y,
        written: axis.x(d.vantage_day(), true),
        ticks: axis.ticks,
        breaks: axis.breaks,
        lanes: out,
        marks: placed,
    }
}

fn label_width(d: &Dataset, ix: EntityIx) -> i32 {
    i32::try_from(d.entity(ix).name.chars().count()).unwrap_or_default() * CHAR
}

/// The lane of an event: its country where it is about one alone.
fn lane_of(event: &Event, countries: &[EntityIx]) -> Option<EntityIx> {
    let mut own = event.about.iter().copied().filter(|e| countries.contains(e));
    match (own.next(), own.next()) {
        (Some(country), None) => Some(country),
        _ => None,
    }
}

/// Years side by side, broken where nothing happens for long.
struct Axis {
    ticks: Vec<Tick>,
    breaks: Vec<i32>,
    width: i32,
}

impl Axis {
    fn new(events: &[&Event]) -> Self {
        let mut counts: BTreeMap<u16, i32> = BTreeMap::new();
        for event in events {
            // The year that an event begins in holds its label; the one that it ends in needs its place on the axis only.
            for (day, weight) in [(event.first.or(event.last), 1), (event.last, 0)] {
                if let Some(day) = day {
                    *counts.entry(day.year()).or_default() += weight;
                }
            }
        }
        let mut axis = Self {
            ticks: Vec::new(),
            breaks: Vec::new(),
            width: LANE_NAMES,
        };
        let mut last: Option<u16> = None;
        for (&year, &count) in &counts {
            match last {
                Some(last) if year - last > GAP => {
                    axis.breaks.push(axis.width + BREAK / 2);
                    axis.width += BREAK;
                }
                Some(last) => (last + 1..year).for_each(|empty| axis.push(empty, 0)),
                None => {}
            }
            axis.push(year, count);
            last = Some(year);
        }
        axis
    }

    fn push(&mut self, year: u16, count: i32) {
        let width = YEAR + PER_EVENT * count;
        self.ticks.push(Tick {
            year,
            x: self.width,
            width,
        });
        self.width += width;
    }

    /// Where a day stands; `end` asks for the day's right edge. `None` where its year is not on the axis.
    fn x(&self, day: Day, end: bool) -> Option<i32> {
        let tick = self.ticks.iter().find(|t| t.year == day.year())?;
        let months = f64::from(day.month()) - 1.0
            + (f64::from(day.day()) - if end { 0.0 } else { 1.0 }) / f64::from(days_in_month(day.year(), day.month()));
        #[allow(clippy::cast_possible_truncation, reason = "a fraction of a year's width")]
        let inside = (f64::from(tick.width) * months / 12.0).round() as i32;
        Some(tick.x + inside)
    }

    /// Left and right edge of an event, and whether they are open.
    fn span(&self, event: &Event) -> ((i32, i32), (bool, bool)) {
        const FADE: i32 = 24;
        let start = event.first.and_then(|day| self.x(day, false));
        let end = event.last.and_then(|day| self.x(day, event.first != event.last));
        match (start, end) {
            (Some(a), Some(b)) => ((a, b.max(a)), (false, false)),
            (Some(a), None) => ((a, a + FADE), (false, true)),
            (None, Some(b)) => ((b - FADE, b), (true, false)),
            (None, None) => ((LANE_NAMES, LANE_NAMES), (true, true)),
        }
    }
}
