//! Supply lines as drawings follow them: each from its start to its end, and two that end at one place as one course that meets there.
//!
//! Left out: how a course is drawn, along a row or down a column.

use crate::dates::Day;
use crate::index::*;
use crate::model::Dataset;

use super::facts::{self, Fact, LegFact};
use super::routes::strips;

/// A drawing of one line, or of two that meet.
#[derive(Clone, Debug)]
pub struct Course {
    /// The lines, as authored; the second runs back from the place where both end.
    pub lines: Vec<EntityIx>,
    /// From the start of the first line on.
    pub parts: Vec<CoursePart>,
    /// For each line whose arrangements are all dated after the day: the line, and the earliest of these dates.
    pub nothing_before: Vec<(EntityIx, String)>,
}

/// A part of a course.
#[derive(Clone, Debug)]
pub enum CoursePart {
    /// Where a line starts, where one ends, or where two meet.
    Stop(Stop),
    /// A leg, and which of the course's lines it is on.
    Leg {
        /// The leg.
        leg: Box<LegFact>,
        /// Whether it stands at the line's own beginning in reading order, so that the line is named there.
        names: Option<EntityIx>,
        /// Whether the line runs against the order of the parts.
        is_back: bool,
    },
}

/// An end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The place; `None` where the source does not name it.
    pub place: Option<EntityIx>,
    /// What it is to the lines.
    pub kind: StopKind,
}

/// What a stop is to the lines of its course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopKind {
    /// A line starts there.
    Start,
    /// A line ends there.
    End,
    /// Two lines end there.
    Meeting,
}

/// All lines for a day, as authored; a line that meets an earlier one stands with that.
pub fn courses(d: &Dataset, day: Day) -> Vec<Course> {
    let mut left = strips(d, day);
    let mut courses = Vec::new();
    while !left.is_empty() {
        let first = left.remove(0);
        let end = d.entity(first.line).ends.1;
        let meets = |line: EntityIx| end.is_some() && d.entity(line).ends.1 == end;
        let second = left
            .iter()
            .position(|strip| meets(strip.line))
            .map(|at| left.remove(at));
        let mut parts = vec![stop(d, first.line, false, StopKind::Start)];
        let legs = |strip: &super::Strip| {
            strip
                .legs
                .iter()
                .map(|leg| facts::of_leg(d, leg.leg, day))
                .collect::<Vec<_>>()
        };
        let forth = legs(&first).into_iter().enumerate();
        parts.extend(forth.map(|(n, leg)| part(leg, (n == 0).then_some(first.line), false)));
        let kind = if second.is_some() {
            StopKind::Meeting
        } else {
            StopKind::End
        };
        parts.push(stop(d, first.line, true, kind));
        let mut nothing_before: Vec<(EntityIx, String)> = Vec::new();
        nothing_before.extend(first.nothing_before.map(|date| (first.line, date)));
        let mut lines = vec![first.line];
        if let Some(second) = second {
            let back = legs(&second).into_iter().rev().enumerate();
            parts.extend(back.map(|(n, leg)| part(leg, (n == 0).then_some(second.line), true)));
            parts.push(stop(d, second.line, false, StopKind::Start));
            nothing_before.extend(second.nothing_before.map(|date| (second.line, date)));
            lines.push(second.line);
        }
        courses.push(Course {
            lines,
            parts,
            nothing_before,
        });
    }
    courses
}

fn part(leg: LegFact, names: Option<EntityIx>, is_back: bool) -> CoursePart {
    CoursePart::Leg {
        leg: Box::new(leg),
        names,
        is_back,
    }
}

fn stop(d: &Dataset, line: EntityIx, is_end: bool, kind: StopKind) -> CoursePart {
    let (from, to) = d.entity(line).ends;
    CoursePart::Stop(Stop {
        place: if is_end { to } else { from },
        kind,
    })
}

/// A permission that no leg rests on, though it is of the group that the lines rest on.
#[derive(Clone, Debug)]
pub struct OffLine {
    /// Who grants it.
    pub country: EntityIx,
    /// What it comes to.
    pub fact: Fact,
}

/// Permissions of the groups that legs rest on, which no leg uses, as authored.
pub fn off_lines(d: &Dataset, day: Day) -> Vec<OffLine> {
    let role = |ix: PermissionIx| &d.word(d.permission(ix).kind).role;
    let used: Vec<PermissionIx> = d.legs().flat_map(|ix| d.leg(ix).permissions.clone()).collect();
    d.permissions()
        .filter(|ix| !used.contains(ix) && used.iter().any(|&of| role(of) == role(*ix)))
        .filter_map(|ix| {
            Some(OffLine {
                country: d.permission(ix).country,
                fact: facts::of_permission(d, ix, day)?.0,
            })
        })
        .collect()
}
