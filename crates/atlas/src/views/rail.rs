//! The supply lines down the side of the map: legs from the top in order, the end marked, a second line from below.
//!
//! Placed in pixels of the map's widest drawing. Each leg is led to the name of its territory, unless that would cross another
//! label. Left out: drawing, and narrower pages, where strips stand instead.

use crate::dates::Day;
use crate::index::*;
use crate::model::Dataset;

use super::courses::{Course, CoursePart, Stop, StopKind, courses};
use super::facts::{Firmness, LegFact};
use super::map::{Label, Rect};
use super::text_width::{Face, text_width, wrapped};

/// Width beside the plate.
pub const WIDTH: i32 = 200;
/// Middle of the lines.
const LINE_X: i32 = 168;
/// Right end of all texts.
const TEXT_X: i32 = 148;
/// Size of the heading.
const TITLE: i32 = 15;
/// Size of names.
const NAME: i32 = 16;
/// Size of words.
const WORD: i32 = 13;
/// Size of what stands at a start that is not named.
const MINOR: i32 = 12;
/// Height of a line of words.
const LINE: i32 = 16;
/// Height of the name of a leg.
const NAME_LINE: i32 = 19;
/// Free ends of a leg, together.
const BETWEEN: i32 = 14;
/// Height of the heading.
const HEAD: i32 = 30;
/// Height of a stop at which a line starts.
const START: i32 = 24;
/// Height of a stop at which a line ends.
const END: i32 = 46;
/// Between courses.
const GAP: i32 = 20;
/// Width and height of a mark.
const MARK: (i32, i32) = (34, 22);
/// Tallest rail: more legs than that are for the strips.
const TALLEST: i32 = 760;
/// How far the slanting part of a leader goes to the right for ten pixels up or down: a little steeper than half a right angle, so
/// that the level part is long; flatter where that would cross something.
const SLANTS: [i32; 4] = [9, 16, 30, 60];
/// Points of a leader that are looked at.
const STEPS: i32 = 120;
/// How near a leader may come to a label that is not its own.
const CLEAR: i32 = 3;

/// What a text of the rail is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RailKind {
    /// The heading.
    Title,
    /// Whose ground it is, or where lines end.
    Name,
    /// What is said of a leg.
    Word,
    /// What is not said of a start.
    Minor,
}

/// A text of the rail; it ends at `x`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RailText {
    /// What it is.
    pub kind: RailKind,
    /// The text.
    pub text: String,
    /// Size of type.
    pub size: i32,
    /// Right end.
    pub x: i32,
    /// Baseline.
    pub y: i32,
}

/// A leg of the rail in its place.
#[derive(Clone, Debug)]
pub struct RailLeg {
    /// What is said of it.
    pub told: LegFact,
    /// Middle of the line.
    pub x: i32,
    /// Where the line begins and ends, from the top.
    pub y: (i32, i32),
    /// Name and words.
    pub texts: Vec<RailText>,
    /// Where its mark stands.
    pub mark: Rect,
    /// From the line to the name of its territory, as path data.
    pub leader: Option<String>,
}

/// A stop of the rail in its place.
#[derive(Clone, Debug)]
pub struct RailStop {
    /// Where, and what it is to the lines.
    pub stop: Stop,
    /// Its middle.
    pub at: (i32, i32),
    /// Name, or what is not said.
    pub text: RailText,
    /// Whether a line comes in from above, and from below.
    pub arrows: (bool, bool),
    /// From the stop to the name of its territory, as path data.
    pub leader: Option<String>,
}

/// The rail, placed.
#[derive(Clone, Debug)]
pub struct Rail {
    /// The least height that it needs.
    pub least_height: i32,
    /// The heading.
    pub title: RailText,
    /// Legs, from the top.
    pub legs: Vec<RailLeg>,
    /// Stops, from the top.
    pub stops: Vec<RailStop>,
}

/// The rail before its height is known.
pub(super) struct Unplaced<'a> {
    d: &'a Dataset,
    courses: Vec<Course>,
    /// The least height that it needs.
    pub least_height: i32,
}

/// The rail of a dataset for a day; `None` where it has no legs, or too many.
pub(super) fn rail(d: &Dataset, day: Day) -> Option<Unplaced<'_>> {
    let courses = courses(d, day);
    let parts = || courses.iter().flat_map(|course| &course.parts);
    let any = parts().any(|part| matches!(part, CoursePart::Leg { .. }));
    let gaps = i32::try_from(courses.len().saturating_sub(1)).unwrap_or_default() * GAP;
    let least_height = HEAD + gaps + parts().map(high).sum::<i32>() + GAP / 2;
    (any && least_height <= TALLEST).then_some(Unplaced {
        d,
        courses,
        least_height,
    })
}

/// Whether a map of this dataset can have its lines beside it.
pub fn has_rail(d: &Dataset) -> bool {
    d.outlines().is_some() && rail(d, d.vantage_day()).is_some()
}

/// Words of a leg in lines, and whether its mark stands at the end of the last.
fn words(leg: &LegFact) -> (Vec<String>, bool) {
    let mut lines = wrapped(&leg.fact.dated(), TEXT_X - 4, WORD, Face::Sans);
    // The date on a line of its own, where word and date need two anyway.
    if lines.len() > 1 && !leg.fact.date.is_empty() {
        lines = wrapped(&format!("{},", leg.fact.word), TEXT_X - 4, WORD, Face::Sans);
        lines.extend(wrapped(&leg.fact.date, TEXT_X - 4, WORD, Face::Sans));
    }
    let last = lines.last().map_or(0, |line| text_width(line, WORD, Face::Sans));
    let fits = last + MARK.0 <= TEXT_X - 4;
    (lines, fits)
}

fn high(part: &CoursePart) -> i32 {
    match part {
        CoursePart::Stop(stop) if stop.kind == StopKind::Start => START,
        CoursePart::Stop(_) => END,
        CoursePart::Leg { leg, .. } => {
            let (lines, fits) = words(leg);
            let count = i32::try_from(lines.len()).unwrap_or(1) + i32::from(!fits && has_mark(leg));
            NAME_LINE + LINE * count + BETWEEN
        }
    }
}

fn has_mark(leg: &LegFact) -> bool {
    !leg.fact.marks.is_empty()
}

impl Unplaced<'_> {
    /// The rail over a height, with leaders to the labels of territories that cross none of the other labels.
    pub(super) fn placed(self, height: i32, labels: &[(Option<EntityIx>, &Label)], others: &[Rect]) -> Rail {
        let legs = self.courses.iter().flat_map(|course| &course.parts);
        let count = legs.filter(|part| matches!(part, CoursePart::Leg { .. })).count();
        let more = (height - self.least_height).max(0) / i32::try_from(count).unwrap_or(1).max(1);
        let mut rail = Rail {
            least_height: self.least_height,
            title: text(RailKind::Title, &self.d.texts().names.lines, 18),
            legs: Vec::new(),
            stops: Vec::new(),
        };
        let leader = |entity: EntityIx, range: (i32, i32)| leader(entity, range, labels, others);
        let mut y = HEAD;
        for course in self.courses {
            let count = course.parts.len();
            for (n, part) in course.parts.into_iter().enumerate() {
                let high = high(&part);
                match part {
                    CoursePart::Leg { leg, .. } => {
                        let high = high + more;
                        rail.legs.push(placed_leg(self.d, *leg, (y, y + high), &leader));
                        y += high;
                    }
                    CoursePart::Stop(stop) => {
                        let arrows = (
                            stop.kind != StopKind::Start,
                            n + 1 < count && stop.kind == StopKind::Meeting,
                        );
                        rail.stops
                            .push(placed_stop(self.d, stop, (y, y + high), arrows, &leader));
                        y += high;
                    }
                }
            }
            y += GAP;
        }
        rail
    }
}

fn text(kind: RailKind, text: &str, y: i32) -> RailText {
    RailText {
        kind,
        text: text.to_owned(),
        size: match kind {
            RailKind::Title => TITLE,
            RailKind::Name => NAME,
            RailKind::Word => WORD,
            RailKind::Minor => MINOR,
        },
        x: TEXT_X,
        y,
    }
}

fn placed_leg(
    d: &Dataset,
    told: LegFact,
    (top, bottom): (i32, i32),
    leader: &impl Fn(EntityIx, (i32, i32)) -> Option<String>,
) -> RailLeg {
    let (lines, fits) = words(&told);
    let own_line = i32::from(!fits && has_mark(&told));
    let count = i32::try_from(lines.len()).unwrap_or(1) + own_line;
    let mut y = (top + bottom - NAME_LINE - LINE * count) / 2 + NAME - 2;
    let mut texts = vec![text(RailKind::Name, &d.entity(told.territory).name, y)];
    y += NAME_LINE - LINE + 1;
    let last = lines.len();
    for (n, line) in lines.iter().enumerate() {
        y += LINE;
        let mut word = text(RailKind::Word, line, y);
        if n + 1 == last && fits {
            word.x -= MARK.0;
        }
        texts.push(word);
    }
    y += LINE * own_line;
    let range = (top + 3, bottom - 3);
    RailLeg {
        leader: leader(told.territory, range),
        told,
        x: LINE_X,
        y: range,
        texts,
        mark: Rect::at(TEXT_X - MARK.0 + 4, y - MARK.1 + 6, MARK.0, MARK.1),
    }
}

fn placed_stop(
    d: &Dataset,
    stop: Stop,
    (top, bottom): (i32, i32),
    arrows: (bool, bool),
    leader: &impl Fn(EntityIx, (i32, i32)) -> Option<String>,
) -> RailStop {
    let middle = (top + bottom) / 2;
    let text = match (stop.place, stop.kind) {
        (Some(place), _) => text(RailKind::Name, &d.entity(place).name, middle + 5),
        (None, StopKind::Start) => text(RailKind::Minor, "start not mentioned", middle + 4),
        (None, _) => text(RailKind::Minor, "end not mentioned", middle + 4),
    };
    RailStop {
        leader: stop.place.and_then(|place| leader(place, (middle - 2, middle + 2))),
        stop,
        at: (LINE_X, middle),
        text,
        arrows,
    }
}

/// From a stretch of the rail level to the right and then aslant to the label of a territory, to the line of it that is met most
/// directly; `None` where the territory has no label, where that stands too near, or where the way would cross another line.
fn leader(
    entity: EntityIx,
    (from, to): (i32, i32),
    labels: &[(Option<EntityIx>, &Label)],
    others: &[Rect],
) -> Option<String> {
    let (_, own) = labels.iter().find(|(of, _)| *of == Some(entity))?;
    let lines = || {
        labels
            .iter()
            .flat_map(|(_, label)| label.lines.iter().map(|line| line.covers))
    };
    let ways = own
        .lines
        .iter()
        .flat_map(|line| SLANTS.map(|slant| (line.covers, slant)));
    let ways = ways.filter_map(|(line, slant)| {
        let goal = (line.left - 7, (line.top + line.bottom) / 2);
        let start = (LINE_X + 14, goal.1.clamp(from + 4, (to - 4).max(from + 4)));
        let rise = (goal.1 - start.1).abs();
        let turn = goal.0 - rise * slant / 10;
        let boxes = lines().filter(|other| *other != line).chain(others.iter().copied());
        let boxes: Vec<Rect> = boxes.map(|r| r.grown(CLEAR)).collect();
        let on_way = |step: i32| {
            let x = start.0 + (goal.0 - start.0) * step / STEPS;
            let y = if x < turn {
                start.1
            } else {
                start.1 + (goal.1 - start.1) * (x - turn) / (goal.0 - turn).max(1)
            };
            Rect::at(x, y, 1, 1)
        };
        let is_free = (0..=STEPS)
            .map(on_way)
            .all(|point| !boxes.iter().any(|r| r.overlaps(&point)));
        let last = if rise > 1 {
            format!("L{} {}", goal.0, goal.1)
        } else {
            format!("H{}", goal.0)
        };
        let way = format!("M{} {}H{turn}{last}", start.0, start.1);
        (turn >= start.0 + 6 && is_free).then_some((slant, rise, way))
    });
    // Of equal ways the first: the name stands first.
    ways.min_by_key(|(slant, rise, _)| (*slant, *rise))
        .map(|(_, _, way)| way)
}

/// Whether a leg is drawn in the colour of what is attacked or over.
pub fn is_broken(leg: &LegFact) -> bool {
    leg.firmness == Firmness::Broken
}
