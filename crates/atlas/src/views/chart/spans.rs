//! What a history covers, row by row, in days: what is certain there, what is so at an unknown time, what lies within a date.
//!
//! Certain is what [`crate::asof::answer`] answers for the day, so that the chart and a page as of that day never differ. Left
//! out: pixels, words, and what the states mean.

use crate::asof::{Answer, Rule, Why, answer};
use crate::dates::Day;
use crate::model::{Row, Start};
use crate::roles::Basis;

/// Days that a date of the calendar may have at most; what is longer is a window.
const LONGEST_DATE: i32 = 366;

/// Where a stretch of a row stands. Days are [`Day::ordinal`]; the last one is not part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// From a day to a day.
    Days(i32, i32),
    /// From an unknown day to this one: it begins in the column of what has no date.
    Until(i32),
    /// At an unknown time before another row without a date: it stands in that column alone, at this place of so many.
    Before(usize, usize),
}

/// What a stretch says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// It was so on these days.
    Certain,
    /// It was so on these days, beside what another row may tell of them.
    Beneath,
    /// It was so at the time, from or until when is not known.
    Uncertain,
    /// On some of these days it began.
    Window,
    /// On the last of these days it had ended.
    End,
}

/// A stretch of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// The row, by its place in the history.
    pub row: usize,
    /// Where.
    pub reach: Reach,
    /// What it says.
    pub says: Says,
    /// Whether the day on which it starts, or ends, is not given.
    pub torn: (bool, bool),
}

/// A row, as far as its place in time goes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    /// When it begins.
    pub start: Start,
    /// Whether its date is no date of the calendar but two bounds.
    pub window: bool,
    /// Whether it says that something is over.
    pub over: bool,
}

impl Step {
    /// The step of a row.
    pub fn of<V>(row: &Row<V>, over: bool) -> Self {
        let window = match (row.start, &row.when) {
            (Start::Within(from, to), when) => {
                to.ordinal() - from.ordinal() > LONGEST_DATE
                    || when.as_ref().is_some_and(|when| when.as_str().starts_with('['))
            }
            (Start::NotGiven, _) => false,
        };
        Self {
            start: row.start,
            window,
            over,
        }
    }

    /// First and last possible day of its start, where it is given and lies before the end of the axis.
    fn bounds(&self, to_day: i32) -> Option<(i32, i32)> {
        match self.start {
            Start::Within(from, to) if from.ordinal() <= to_day => Some((from.ordinal(), to.ordinal())),
            _ => None,
        }
    }
}

/// The days of an axis: its first, and the day of writing, with which it ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
}

/// What is told of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tells {
    /// The row was so.
    Was,
    /// The same, beside what another row may tell.
    Beneath,
    /// The row began on one of these days.
    Began,
}

/// Days for which the answer rests on a row, or on which it is the row that may have begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// The row.
    pub row: usize,
    /// First day.
    pub from: i32,
    /// First day after.
    pub to: i32,
    /// What is told of it.
    pub tells: Tells,
}

/// What is answered for the days of the axis, in the order of time; days without an answer are left out.
pub(super) fn told<V>(history: &[Row<V>], axis: Bounds) -> Vec<Told> {
    let mut cuts = vec![axis.first, axis.last];
    for row in history {
        if let Start::Within(from, to) = row.start {
            cuts.extend([from, to, from.year_before()]);
        }
    }
    cuts.retain(|day| (axis.first..=axis.last).contains(day));
    crate::order::sort(&mut cuts);
    cuts.dedup();
    let mut out: Vec<Told> = Vec::new();
    for (from, to) in cuts.iter().zip(cuts.iter().skip(1)) {
        let (from_day, to_day) = (from.ordinal(), to.ordinal());
        let mut push = |row: usize, tells: Tells| match out
            .iter_mut()
            .find(|t| t.row == row && t.tells == tells && t.to == from_day)
        {
            Some(before) => before.to = to_day,
            None => out.push(Told {
                row,
                from: from_day,
                to: to_day,
                tells,
            }),
        };
        match answer(history, *from, axis.last) {
            Answer::Stated(row) | Answer::Inferred(row, Rule::Only) => push(row, Tells::Was),
            // It was so before, too.
            Answer::Inferred(row, Rule::Until) if history.get(row).is_some_and(|row| row.basis == Basis::Only) => {
                push(row, Tells::Was);
            }
            Answer::Inferred(row, Rule::Beneath) => {
                push(row, Tells::Beneath);
                if let Some(row) = begins_on(history, *from) {
                    push(row, Tells::Began);
                }
            }
            Answer::CannotBeKnown(Why::WithinItsDate(row)) => push(row, Tells::Began),
            // What was so before a date is shown as what it is, a start that is not given.
            Answer::Inferred(_, Rule::Until) | Answer::CannotBeKnown(_) | Answer::NotSaid => {}
        }
    }
    out
}

/// The row within whose date a day lies: the first that has not begun for certain.
fn begins_on<V>(history: &[Row<V>], day: Day) -> Option<usize> {
    let begun = |row: &Row<V>| matches!(row.start, Start::Within(_, to) if to <= day);
    let after = history.iter().rposition(begun).map_or(0, |row| row + 1);
    let mut later = history.iter().enumerate().skip(after);
    let next = later.find_map(|(n, row)| match row.start {
        Start::Within(from, _) => Some((n, from)),
        Start::NotGiven => None,
    });
    next.filter(|(_, from)| *from <= day).map(|(n, _)| n)
}

/// The stretches of a history: those that are answered in the order of time, then those without a date row by row, then ends.
pub(super) fn spans(steps: &[Step], told: &[Told], axis: Bounds) -> Vec<Span> {
    let (first, last) = (axis.first.ordinal(), axis.last.ordinal());
    let mut out: Vec<Span> = told.iter().filter_map(|told| answered(steps, told, last)).collect();
    let mut at = 0;
    while let Some(step) = steps.get(at) {
        let run = steps.iter().skip(at).take_while(|s| s.start == Start::NotGiven).count();
        if run > 0 {
            undated(steps, told, at, run, (first, last), &mut out);
        } else if let (true, Some((_, to))) = (step.over, step.bounds(last)) {
            let to = to.min(last);
            out.push(Span {
                row: at,
                reach: Reach::Days(to, to),
                says: Says::End,
                torn: (false, false),
            });
        }
        at += run.max(1);
    }
    out
}

/// The stretch of days that are answered; none after an end.
fn answered(steps: &[Step], told: &Told, last: i32) -> Option<Span> {
    let step = steps.get(told.row)?;
    let (row, says) = match (told.tells, step.window, step.over) {
        (Tells::Was | Tells::Beneath, _, true) => return None,
        (Tells::Was, _, false) => (told.row, Says::Certain),
        (Tells::Beneath, _, false) => (told.row, Says::Beneath),
        (Tells::Began, true, _) => (told.row, Says::Window),
        (Tells::Began, false, false) => (told.row, Says::Uncertain),
        // Until it is over, what is over may still have been so.
        (Tells::Began, false, true) => (told.row.checked_sub(1)?, Says::Uncertain),
    };
    let begins_torn = step.window && step.bounds(last).is_some_and(|(_, to)| to == told.from);
    let torn = match says {
        Says::Certain => (begins_torn, torn_at(steps, told.row, told.to, last)),
        _ => (false, false),
    };
    Some(Span {
        row,
        reach: Reach::Days(told.from, told.to),
        says,
        torn,
    })
}

/// The next row that has a date, and the first day of it that is on the axis.
fn next(steps: &[Step], row: usize, last: i32) -> Option<(&Step, i32)> {
    let later = steps.iter().skip(row + 1);
    let dated = later.filter_map(|step| match step.start {
        Start::Within(from, _) => Some((step, from.ordinal().min(last))),
        Start::NotGiven => None,
    });
    dated.into_iter().next()
}

/// Whether the row that follows begins within a window that opens on this day.
fn torn_at(steps: &[Step], row: usize, day: i32, last: i32) -> bool {
    next(steps, row, last).is_some_and(|(step, from)| step.window && from == day && day < last)
}

/// Rows without a date, `run` of them from `at` on: between what is dated before them and what is dated after.
fn undated(steps: &[Step], told: &[Told], at: usize, run: usize, (first, last): (i32, i32), out: &mut Vec<Span>) {
    let latest = at + run - 1;
    let after = next(steps, latest, last);
    let end = after.map_or(last, |(_, from)| from).max(first);
    let torn_end = torn_at(steps, latest, end, last);
    // "Only" is told of the days themselves.
    let is_told = |row: usize| told.iter().any(|told| told.row == row);
    let before = at
        .checked_sub(1)
        .and_then(|row| Some((row, steps.get(row)?.bounds(last)?.1.min(last))));
    // After what lies ahead of the time of writing there is no place for them.
    if before.is_none() && at > 0 {
        return;
    }
    let mut push = |row: usize, reach: Reach, torn: (bool, bool)| {
        let over = steps.get(row).is_some_and(|step| step.over);
        let says = if over { Says::Window } else { Says::Uncertain };
        out.push(Span { row, reach, says, torn });
        if over {
            out.push(Span {
                row,
                reach,
                says: Says::End,
                torn: (false, false),
            });
        }
    };
    let Some((before, start)) = before else {
        for n in (0..run - 1).filter(|n| !is_told(at + n)) {
            push(at + n, Reach::Before(n, run - 1), (true, true));
        }
        if !is_told(latest) {
            push(latest, Reach::Until(end), (true, torn_end));
        }
        return;
    };
    if is_told(latest) || start >= end {
        return;
    }
    // The order is given and no day: each has the same room, and the last one the year in which it is known to be so.
    let parts = i32::try_from(run + 1).unwrap_or(i32::MAX);
    let year = if after.is_some() { LONGEST_DATE } else { 0 };
    let latest_start = (end - year).min(end - (end - start) / parts).max(start);
    let bound = |n: usize| {
        let n = i32::try_from(n).unwrap_or_default();
        (start + (end - start) / parts * n).min(latest_start)
    };
    let is_over = steps.get(before).is_some_and(|step| step.over);
    if !is_over && start < bound(1) {
        push(before, Reach::Days(start, bound(1)), (false, true));
    }
    for n in 0..run {
        let to = if n + 1 == run { end } else { bound(n + 2) };
        if bound(n + 1) < to {
            push(at + n, Reach::Days(bound(n + 1), to), (true, n + 1 < run || torn_end));
        }
    }
}

#[cfg(test)]
mod tests;
