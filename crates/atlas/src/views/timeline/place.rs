//! Places events in plane units (1 unit is 1 CSS pixel): an even axis of years, a lane for each unit, marks stacked in it.
//!
//! A dot is a day or a month, a bar a year or another time of which the source gives both ends, a band the time within which
//! something happened on a day that the source does not give. A band never stands for a date, so it lies apart, at the foot of its
//! lane. Names stand above as many dated marks as there is room for; every name is in the list.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashSet};

use super::Event;
use crate::dates::Day;
use crate::index::*;
use crate::model::{Dataset, Table};
use crate::views::text_width::{Face, text_width};

/// Widths at which the timeline is drawn, widest first: what stands beside it at 1280, at 900 and at 390 CSS pixels.
pub const WIDTHS: [i32; 3] = [1320, 860, 358];

/// Width of the column of lane names.
const LANE_NAMES: i32 = 168;
/// Below this width names of lanes stand above their lanes, and marks have no names.
const NARROW: i32 = 600;
/// Height of a line of names.
const LINE: i32 = 19;
/// Years without an event after which what came before is left to the list.
const GAP: u16 = 20;
/// Least number of years on the axis.
const LEAST_YEARS: u16 = 3;
/// Least distance of two years that are named.
const YEAR_NAMES: i32 = 52;
/// Height of the axis.
const AXIS: i32 = 30;
/// Least height of a lane, without a line for its name.
const LANE: i32 = 46;
/// Days up to which a time is drawn as a dot: a month.
const DOT_DAYS: i32 = 31;
/// Half the width of a dot, with the room beside it.
const DOT: i32 = 5;
/// Height of a level of dots and bars, and of a level of bands.
const LEVEL: i32 = 10;
const BAND_LEVEL: i32 = 7;
/// Width of the drawn part of a band with one end.
const OPEN: i32 = 56;
/// Size of type of names.
const NAME_SIZE: i32 = 13;
/// Least distance between two names.
const CLEAR: i32 = 14;
/// Rows of names in a lane.
const NAME_ROWS: usize = 2;

/// The placed timeline.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// Width of the plane.
    pub width: i32,
    /// Height of the plane.
    pub height: i32,
    /// Left edge of the first year.
    pub left: i32,
    /// Years that are named, left to right.
    pub ticks: Vec<Tick>,
    /// Where the time of writing ends: what stands to the right lay ahead.
    pub written: i32,
    /// Lanes, top to bottom.
    pub lanes: Vec<Lane>,
    /// Events, lane by lane, from the foot of each up.
    pub marks: Vec<Mark>,
    /// Dated events that lie so far back that they are left to the list.
    pub earlier: usize,
}

/// A year on the axis.
#[derive(Clone, Debug)]
pub struct Tick {
    /// The year.
    pub year: u16,
    /// Its left edge.
    pub x: i32,
}

/// A lane: one unit's, or that of the rest.
#[derive(Clone, Debug)]
pub struct Lane {
    /// The unit; `None` for what concerns several or none.
    pub country: Option<EntityIx>,
    /// Top edge.
    pub y: i32,
    /// Height.
    pub height: i32,
    /// Baseline of its name, which begins at the left edge of the plane.
    pub name_y: i32,
    /// Whether it has no mark.
    pub is_empty: bool,
}

/// How an event is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A day or a month.
    Dot,
    /// A longer time, whose ends the source gives.
    Bar,
    /// The time within which it lies; its date is not given.
    Band,
}

/// An event on the plane.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The event.
    pub event: EntityIx,
    /// How it is drawn.
    pub form: Form,
    /// Left and right edge.
    pub x: (i32, i32),
    /// Middle of its level.
    pub y: i32,
    /// Whether the start, or the end, is open.
    pub open: (bool, bool),
    /// Whether it lay ahead.
    pub plan: bool,
    /// Its name, where there is room.
    pub name: Option<Name>,
}

/// The name of a mark.
#[derive(Clone, Debug)]
pub struct Name {
    /// Where it begins, or ends where `before`.
    pub x: i32,
    /// Its baseline.
    pub y: i32,
    /// Whether it ends at `x`.
    pub before: bool,
}

impl Mark {
    /// Where the line between it and its name stands.
    pub fn lead(&self) -> i32 {
        match self.form {
            Form::Dot => i32::midpoint(self.x.0, self.x.1),
            Form::Bar | Form::Band => self.x.0 + 1,
        }
    }
}

/// Places the dated ones of these events on a plane of a width.
pub fn timeline(d: &Dataset, events: &[Event], width: i32) -> Timeline {
    let is_narrow = width < NARROW;
    let left = if is_narrow { 0 } else { LANE_NAMES };
    let axis = Axis::new(d, events, (left, width));
    let on_axis: Vec<&Event> = events.iter().filter(|e| e.is_dated() && axis.holds(e)).collect();
    let earlier = events.iter().filter(|e| e.is_dated()).count() - on_axis.len();
    let units = d.table(Table::Country).collect::<Vec<_>>();
    let weighty = weighty(d);
    let (mut lanes, mut marks) = (Vec::new(), Vec::new());
    let mut y = AXIS;
    for country in std::iter::once(None).chain(units.iter().copied().map(Some)) {
        let of_lane = on_axis.iter().filter(|e| lane_of(e, &units) == country);
        let mut own: Vec<Mark> = of_lane.map(|event| axis.mark(event)).collect();
        // Who changes where a unit stands is named first, then who has most said of it.
        crate::order::sort_by_key(&mut own, |mark| {
            let statements = &d.entity(mark.event).statements;
            (
                !statements.iter().any(|s| weighty.contains(s)),
                Reverse(statements.len()),
            )
        });
        let rows = if is_narrow {
            0
        } else {
            name_marks(d, &mut own, axis.right)
        };
        let head = if is_narrow { LINE } else { 0 };
        let (bands, levels) = stack(&mut own);
        let stacked = 8 + rows * LINE + levels * LEVEL + bands * BAND_LEVEL;
        let height = head + stacked.max(if is_narrow { LANE - LINE } else { LANE });
        let foot = y + height - 4;
        for mark in &mut own {
            let above = if mark.form == Form::Band {
                3
            } else {
                bands * BAND_LEVEL + LEVEL / 2
            };
            mark.y = foot - above - mark.y;
            if let Some(name) = &mut mark.name {
                name.y = foot - bands * BAND_LEVEL - levels * LEVEL - 5 - name.y * LINE;
            }
        }
        lanes.push(Lane {
            country,
            y,
            height,
            name_y: y + if is_narrow { 16 } else { 28 },
            is_empty: own.is_empty(),
        });
        marks.extend(own);
        y += height;
    }
    Timeline {
        width,
        height: y,
        left,
        written: axis.x(d.vantage_day().ordinal() + 1),
        ticks: axis.ticks(),
        lanes,
        marks,
        earlier,
    }
}

/// Statements by which a unit's place in a programme, or what it allows, is known.
fn weighty(d: &Dataset) -> HashSet<StatementIx> {
    let taking_part = d.participations().flat_map(|ix| &d.participation(ix).history);
    let allowed = d.permissions().flat_map(|ix| &d.permission(ix).history);
    taking_part
        .flat_map(|row| row.cited.statements().collect::<Vec<_>>())
        .chain(allowed.flat_map(|row| row.cited.statements().collect::<Vec<_>>()))
        .collect()
}

/// Gives names to as many marks as there is room for, the first ones first; how many rows they need. A name's `y` is its row, from
/// the marks up.
fn name_marks(d: &Dataset, marks: &mut [Mark], right: i32) -> i32 {
    // What each row holds: left and right edge of its names; and the lines that pass through it.
    let mut rows: Vec<Vec<(i32, i32)>> = Vec::new();
    let mut lines: Vec<Vec<i32>> = Vec::new();
    // At what has no date a name would read as if it began there.
    for mark in marks.iter_mut().filter(|mark| mark.form != Form::Band) {
        let (lead, width) = (
            mark.lead(),
            text_width(&d.entity(mark.event).name, NAME_SIZE, Face::Sans),
        );
        let sides = [(lead - 3, lead - 3 + width, false), (lead + 3 - width, lead + 3, true)];
        let found = (0..NAME_ROWS).find_map(|row| {
            sides.into_iter().find_map(|(from, to, before)| {
                let fits = from >= LANE_NAMES && to <= right;
                let meets = |&(a, b): &(i32, i32)| from < b + CLEAR && a < to + CLEAR;
                let crossed = |&x: &i32| from - 4 < x && x < to + 4;
                let free = !rows.get(row).is_some_and(|held| held.iter().any(meets))
                    && !lines.get(row).is_some_and(|lines| lines.iter().any(crossed));
                let below = rows.iter().take(row).flatten();
                let clear = !below.into_iter().any(|&(a, b)| a - 4 < lead && lead < b + 4);
                (fits && free && clear).then_some((row, from, to, before))
            })
        });
        let Some((row, from, to, before)) = found else {
            continue;
        };
        rows.resize_with(rows.len().max(row + 1), Vec::new);
        lines.resize_with(lines.len().max(row + 1), Vec::new);
        if let Some(held) = rows.get_mut(row) {
            held.push((from, to));
        }
        for passed in lines.iter_mut().take(row) {
            passed.push(lead);
        }
        mark.name = Some(Name {
            x: if before { to } else { from },
            y: i32::try_from(row).unwrap_or_default(),
            before,
        });
    }
    i32::try_from(rows.len()).unwrap_or_default()
}

/// Stacks the marks of a lane so that none covers another; how many levels the bands need, and how many the others. The `y` of a
/// mark is then its distance from the foot of its kind. What has a name lies on top, so that its line meets nothing.
fn stack(marks: &mut Vec<Mark>) -> (i32, i32) {
    crate::order::sort_by_key(marks, |mark| (mark.form != Form::Band, mark.name.is_some(), mark.x));
    let (mut bands, mut others) = (Vec::new(), Vec::new());
    for mark in marks.iter_mut() {
        let (levels, height, clear) = match mark.form {
            Form::Band => (&mut bands, BAND_LEVEL, 2),
            Form::Dot | Form::Bar => (&mut others, LEVEL, 1),
        };
        let level = lowest(levels, mark.x, clear, mark.name.is_some());
        mark.y = i32::try_from(level).unwrap_or_default() * height;
    }
    let count = |levels: Vec<Vec<(i32, i32)>>| i32::try_from(levels.len()).unwrap_or_default();
    (count(bands), count(others))
}

/// The lowest level with room for a mark, which is taken; with `on_top`, the lowest above which nothing lies.
fn lowest(levels: &mut Vec<Vec<(i32, i32)>>, x: (i32, i32), clear: i32, on_top: bool) -> usize {
    let is_free = |held: &Vec<(i32, i32)>| held.iter().all(|&(a, b)| x.1 + clear <= a || b + clear <= x.0);
    let free = match on_top {
        true => levels.len() - levels.iter().rev().take_while(|held| is_free(held)).count(),
        false => levels.iter().position(is_free).unwrap_or(levels.len()),
    };
    if free == levels.len() {
        levels.push(Vec::new());
    }
    if let Some(held) = levels.get_mut(free) {
        held.push(x);
    }
    free
}

/// The lane of an event: its unit's where it is about one alone.
fn lane_of(event: &Event, units: &[EntityIx]) -> Option<EntityIx> {
    let mut own = event.about.iter().copied().filter(|e| units.contains(e));
    match (own.next(), own.next()) {
        (Some(unit), None) => Some(unit),
        _ => None,
    }
}

/// Years side by side, all of one width.
struct Axis {
    /// First year, and the year after the last.
    years: (u16, u16),
    left: i32,
    right: i32,
}

impl Axis {
    fn new(d: &Dataset, events: &[Event], (left, right): (i32, i32)) -> Self {
        let written = d.vantage_day().year();
        let days = events.iter().flat_map(|e| [e.first, e.last]).flatten();
        let all: BTreeSet<u16> = days.map(Day::year).chain([written]).collect();
        let last = all.last().copied().unwrap_or(written);
        let mut first = last;
        for &year in all.iter().rev() {
            if first - year > GAP {
                break;
            }
            first = year;
        }
        let first = first.min((last + 1).saturating_sub(LEAST_YEARS));
        Self {
            years: (first, last + 1),
            left,
            right,
        }
    }

    /// Whether an event does not lie before all years.
    fn holds(&self, event: &Event) -> bool {
        let end = event.last.or(event.first);
        end.is_some_and(|day| day.year() >= self.years.0)
    }

    /// Where a day begins, by its ordinal; within the axis.
    fn x(&self, ordinal: i32) -> i32 {
        let (from, to) = (start_of(self.years.0), start_of(self.years.1));
        let share = f64::from(ordinal.clamp(from, to) - from) / f64::from((to - from).max(1));
        #[allow(clippy::cast_possible_truncation, reason = "a share of the width")]
        let inside = (f64::from(self.right - self.left) * share).round() as i32;
        self.left + inside
    }

    /// The years that are named: as many as there is room for.
    fn ticks(&self) -> Vec<Tick> {
        let count = i32::from(self.years.1 - self.years.0).max(1);
        let year = (self.right - self.left) / count;
        let step = [1, 2, 4, 5, 10, 20, 50]
            .into_iter()
            .find(|step| i32::from(*step) * year >= YEAR_NAMES);
        let step = step.unwrap_or(100_u16);
        let named = (self.years.0..self.years.1).filter(|year| year % step == 0);
        named
            .map(|year| Tick {
                year,
                x: self.x(start_of(year)),
            })
            .collect()
    }

    fn mark(&self, event: &Event) -> Mark {
        let first = event.first.map(Day::ordinal);
        // The end of the last day.
        let last = event.last.map(|day| day.ordinal() + 1);
        let is_short = first.zip(last).is_some_and(|(first, last)| last - first <= DOT_DAYS);
        let form = match (event.is_range || first.is_none(), is_short) {
            (false, true) => Form::Dot,
            (false, false) => Form::Bar,
            (true, _) => Form::Band,
        };
        let (start, end) = (first.map(|day| self.x(day)), last.map(|day| self.x(day)));
        let cut = first.is_some_and(|day| day < start_of(self.years.0));
        let (x, open) = match (start, end) {
            (Some(a), Some(b)) if form == Form::Dot => {
                let middle = i32::midpoint(a, b).clamp(self.left + DOT, self.right - DOT);
                ((middle - DOT, middle + DOT), (false, false))
            }
            (Some(a), Some(b)) => ((a, b.max(a + 4)), (cut, false)),
            (Some(a), None) => ((a, (a + OPEN).min(self.right)), (false, true)),
            (None, Some(b)) => (((b - OPEN).max(self.left), b), (true, false)),
            (None, None) => ((self.left, self.right), (true, true)),
        };
        Mark {
            event: event.ix,
            form,
            x,
            y: 0,
            open,
            plan: event.plan,
            name: None,
        }
    }
}

/// The ordinal of the first day of a year.
fn start_of(year: u16) -> i32 {
    Day::new(year, 1, 1).map_or_else(|| i32::from(year) * 365, Day::ordinal)
}
