//! Rows in pixels: bars along a line, and their labels above them.

use super::axis::ChartAxis;
use super::labels::{Version, Wish, place};
use super::rows::{Line, Part, Planned};
use super::spans::{Bounds, Reach, Says, Span, spans};
use super::*;
use crate::views::marks::{Mark, marks};
use crate::views::text_width::{Face, text_width, wrapped};

/// Height of a part's title.
const TITLE: i32 = 28;
/// What each further row of labels adds.
const LABELS: i32 = 17;
/// From the top of a line to the baseline of its first labels.
const BASELINE: i32 = 13;
/// From there to the middle of the bars.
const TO_BAR: i32 = 13;
/// From the middle of the bars to the next line: 42 pixels from line to line.
const AFTER_BAR: i32 = 16;
/// From what stands below the bars to the baseline of its label.
const TO_LABEL: i32 = 14;
/// Height of a row of which nothing is mentioned.
const SILENT: i32 = 36;
/// Height of a line of a row's name.
const NAME: i32 = 18;
/// Room after a part.
const AFTER: i32 = 8;
/// How far a bar reaches into the column of what has no date.
const INTO_COLUMN: i32 = 24;
/// How far the end mark of a bar stands from its label.
const BESIDE_END: i32 = 7;
/// How far below a line's bars stands what is so besides.
const BELOW: i32 = 10;
/// Least width of a bar that is torn at an end.
const LEAST_TORN: i32 = 12;

/// Places parts below each other from `top` on.
pub(super) fn parts(
    d: &Dataset,
    parts: &[Part],
    axis: &ChartAxis,
    width: ChartWidth,
    top: i32,
) -> (Vec<ChartGroup>, i32) {
    let mut y = top;
    let groups = parts
        .iter()
        .map(|part| {
            let title = title(&part.title, y);
            let rule = y;
            y += TITLE;
            let rows = part
                .rows
                .iter()
                .map(|planned| row(d, planned, axis, width, &mut y))
                .collect();
            y += AFTER;
            ChartGroup { title, rule, rows }
        })
        .collect();
    (groups, y)
}

/// The title of a part whose rule stands at `y`.
pub(super) fn title(text: &str, y: i32) -> ChartText {
    ChartText {
        x: 0,
        y: y + 19,
        text: text.to_owned(),
        anchor: Anchor::Start,
    }
}

/// Height of a part's title.
pub(super) const fn title_height() -> i32 {
    TITLE
}

fn row(d: &Dataset, planned: &Planned, axis: &ChartAxis, width: ChartWidth, y: &mut i32) -> ChartRow {
    let phone = width == ChartWidth::Phone;
    let face = if phone { Face::Bold } else { Face::Sans };
    let most = if phone { width.px() } else { axis.column - NAME_GAP };
    let names = wrapped(&planned.name, most, NAME_PX, face);
    let lines = i32::try_from(names.len()).unwrap_or(1).max(1);
    let name_at = |first: i32| {
        let at = names.iter().zip(0_i32..).map(|(text, n)| ChartText {
            x: 0,
            y: first + n * NAME,
            text: text.clone(),
            anchor: Anchor::Start,
        });
        at.collect::<Vec<_>>()
    };
    if planned.lines.is_empty() {
        let last = names
            .last()
            .map(|text| text_width(text, NAME_PX, face))
            .unwrap_or_default();
        let first = *y + if phone { 16 } else { 22 };
        let silent = ChartText {
            x: if phone { last + 10 } else { axis.left },
            y: first + if phone { (lines - 1) * NAME } else { 0 },
            text: planned.silent.clone(),
            anchor: Anchor::Start,
        };
        *y += SILENT.max(lines * NAME + 8) - if phone { 4 } else { 0 };
        return ChartRow {
            name: planned.name.clone(),
            names: name_at(first),
            silent: Some(silent),
            tracks: Vec::new(),
        };
    }
    let top = *y;
    if phone {
        *y += lines * NAME - 2;
    }
    let tracks: Vec<ChartTrack> = planned
        .lines
        .iter()
        .map(|line| track(d, line, axis, width, y))
        .collect();
    // A name stands level with its first bar.
    let level = tracks.first().map_or(top, |track| track.y) + 5;
    let first = if phone { top + 14 } else { level };
    if !phone {
        *y = (*y).max(first + lines * NAME - 2);
    }
    if phone {
        *y += 4;
    }
    ChartRow {
        name: planned.name.clone(),
        names: name_at(first),
        silent: None,
        tracks,
    }
}

fn track(d: &Dataset, line: &Line, axis: &ChartAxis, width: ChartWidth, y: &mut i32) -> ChartTrack {
    let days = Bounds {
        first: axis.first,
        last: axis.last,
    };
    let steps: Vec<_> = line.entries.iter().map(|entry| entry.step).collect();
    let spans = spans(&steps, &line.told(days), days);
    let mut bars: Vec<ChartBar> = spans.iter().filter_map(|span| bar(span, line, axis)).collect();
    crate::order::sort_by_key(&mut bars, |bar| (bar.x, bar.row));
    let mut bars = joined(bars);
    let right = match width {
        ChartWidth::Phone => width.px(),
        _ => axis.right,
    };
    let edges = (axis.column, right - 4);
    let marks: Vec<Vec<ChartMark>> = line
        .entries
        .iter()
        .map(|entry| chart_marks(d, &entry.statements))
        .collect();
    let wishes: Vec<Wish> = line
        .entries
        .iter()
        .zip(&marks)
        .enumerate()
        .map(|(n, (entry, marks))| wish(n, versions(&entry.versions, marks), &bars, axis))
        .collect();
    // The label of what stands below the bars stands below it.
    let is_below = |n: usize| bars.iter().any(|bar| bar.row == n) && bars.iter().all(|bar| bar.row != n || bar.beneath);
    let below: Vec<bool> = (0..wishes.len()).map(is_below).collect();
    let above: Vec<Wish> = wishes
        .iter()
        .zip(&below)
        .filter(|(_, below)| !**below)
        .map(|(wish, _)| wish.clone())
        .collect();
    let (placed, rows) = place(&above, edges);
    let mut placed = placed.into_iter();
    let middle = *y + BASELINE + LABELS * count(rows.saturating_sub(1)) + TO_BAR;
    for bar in &mut bars {
        bar.y += middle;
    }
    let mut entries = Vec::new();
    for ((entry, marks), (wish, below)) in line.entries.iter().zip(marks).zip(wishes.iter().zip(&below)) {
        let (at, baseline) = match below {
            true => (
                place(std::slice::from_ref(wish), edges).0.pop(),
                middle + BELOW + TO_LABEL,
            ),
            false => {
                let at = placed.next();
                let row = at.as_ref().map_or(0, |at| at.row);
                (at, *y + BASELINE + LABELS * count(row))
            }
        };
        let Some(at) = at else { continue };
        entries.push(ChartEntry {
            words: entry.versions.first().cloned().unwrap_or_default(),
            paragraphs: marks.iter().map(|mark| mark.mark.number).collect(),
            label: label(wish.versions.get(at.version), marks, at.x, baseline),
            worked_out: entry.worked_out,
        });
    }
    *y = middle + AFTER_BAR + if below.contains(&true) { BELOW + TO_LABEL } else { 0 };
    ChartTrack {
        of: line.of,
        y: middle,
        bars,
        entries,
    }
}

fn count(rows: usize) -> i32 {
    i32::try_from(rows).unwrap_or_default()
}

/// The wish of a row's label: at its first bar, and no later than its last one ends.
fn wish(row: usize, versions: Vec<Version>, bars: &[ChartBar], axis: &ChartAxis) -> Wish {
    let own = bars.iter().filter(|bar| bar.row == row);
    Wish {
        at: label_at(row, bars, axis),
        to: own.map(|bar| bar.x.1).max().unwrap_or(axis.right),
        versions,
    }
}

/// A label in its place; it shows as many of its marks as its version has room for.
pub(super) fn label(version: Option<&Version>, marks: Vec<ChartMark>, x: i32, baseline: i32) -> ChartLabel {
    let text = version.map(|v| v.words.clone()).unwrap_or_default();
    let shown = version.map_or(marks.len(), |v| v.marks);
    let mut at = x + if text.is_empty() {
        0
    } else {
        text_width(&text, LABEL_PX, Face::Sans) + BEFORE_MARK
    };
    let mut marks: Vec<ChartMark> = marks.into_iter().take(shown).collect();
    for mark in &mut marks {
        mark.x = at;
        at += mark.width;
    }
    ChartLabel {
        text,
        x,
        baseline,
        marks,
    }
}

/// The versions of a label: all its words and marks, shorter words, fewer marks, and at last its first mark alone.
pub(super) fn versions(words: &[String], marks: &[ChartMark]) -> Vec<Version> {
    let all: i32 = marks.iter().map(|mark| mark.width).sum();
    let one = marks.first().map(|mark| mark.width).unwrap_or_default();
    let with = |words: &String, marks: usize, width: i32| Version {
        words: words.clone(),
        marks,
        width: text_width(words, LABEL_PX, Face::Sans) + BEFORE_MARK + width,
    };
    let mut out: Vec<Version> = words.iter().map(|words| with(words, marks.len(), all)).collect();
    if marks.len() > 1 {
        out.extend(words.last().map(|words| with(words, 1, one)));
    }
    out.push(Version {
        words: String::new(),
        marks: 1,
        width: one,
    });
    out
}

/// The marks of statements, not placed yet: one a paragraph, each opening the first statement that it supports.
pub(super) fn chart_marks(d: &Dataset, statements: &[StatementIx]) -> Vec<ChartMark> {
    let marks = marks(d, statements.iter().copied());
    marks
        .into_iter()
        .filter_map(|mark| {
            Some(ChartMark {
                target: Target::Statement(*mark.statements.first()?),
                x: 0,
                width: width_of(&mark),
                mark,
            })
        })
        .collect()
}

/// Width of a mark's field in whole pixels.
#[allow(clippy::cast_possible_truncation, reason = "a few pixels, by the digits of a number")]
fn width_of(mark: &Mark) -> i32 {
    mark.width_px().ceil() as i32
}

/// Where the label of a row should begin: at its first bar, beside its end mark, or at the day of writing where it has neither.
fn label_at(row: usize, bars: &[ChartBar], axis: &ChartAxis) -> i32 {
    let own = bars.iter().filter(|bar| bar.row == row);
    let first = own.min_by_key(|bar| bar.x.0);
    match first {
        Some(bar) if bar.look == ChartLook::End => bar.x.1 + BESIDE_END,
        Some(bar) => bar.x.0,
        None => axis.right,
    }
}

fn bar(span: &Span, line: &Line, axis: &ChartAxis) -> Option<ChartBar> {
    let look = line.entries.get(span.row)?.look;
    let (from, to) = match span.reach {
        Reach::Days(from, to) => (axis.x(from), axis.x(to)),
        Reach::Until(to) if look == ChartLook::Denied || span.says == Says::Window => (axis.left, axis.x(to)),
        Reach::Until(to) => (axis.left - INTO_COLUMN, axis.x(to)),
        Reach::Before(n, of) => {
            let (n, of) = (i32::try_from(n).ok()?, i32::try_from(of).ok()?.max(1));
            let (start, room) = (axis.column, axis.left - INTO_COLUMN - 6 - axis.column);
            (start + room * n / of, start + room * (n + 1) / of - 4)
        }
    };
    let look = match span.says {
        Says::Certain | Says::Uncertain => look,
        // A line below what may be so besides, whatever it says.
        Says::Beneath => ChartLook::Denied,
        Says::Window => ChartLook::Window,
        Says::End => ChartLook::End,
    };
    let from = if look == ChartLook::End { to } else { from };
    let least = if span.torn.0 && span.torn.1 {
        2 * LEAST_TORN
    } else {
        LEAST_TORN
    };
    // What was no more than an interest is a dashed box, whose edges say nothing.
    let torn = if to - from >= least && look != ChartLook::Wished {
        span.torn
    } else {
        (false, false)
    };
    (to > from || look == ChartLook::End).then_some(ChartBar {
        row: span.row,
        look,
        certain: matches!(span.says, Says::Certain | Says::Beneath),
        beneath: span.says == Says::Beneath,
        x: (from, to),
        y: if span.says == Says::Beneath { BELOW } else { 0 },
        torn,
    })
}

/// Bars of one row that say the same and touch, as one.
fn joined(bars: Vec<ChartBar>) -> Vec<ChartBar> {
    let mut out: Vec<ChartBar> = Vec::new();
    for bar in bars {
        let same = |b: &&mut ChartBar| {
            (b.row, b.look, b.certain, b.beneath, b.x.1) == (bar.row, bar.look, bar.certain, bar.beneath, bar.x.0)
        };
        match out.iter_mut().find(same) {
            Some(before) if bar.look != ChartLook::End => {
                before.x.1 = bar.x.1;
                before.torn.1 = bar.torn.1;
            }
            _ => out.push(bar),
        }
    }
    out
}
