//! The one axis of a chart: which days it shows, where a day stands on it, and which years are named.

use super::spans::Bounds;
use super::{Anchor, ChartText, ChartWidth, LABEL_PX, YEAR_PX};
use crate::dates::Day;
use crate::model::Dataset;
use crate::views::text_width::{Face, text_width};

/// Years that every axis shows at least.
const LEAST_YEARS: u16 = 3;
/// Widest words for the time of writing that stand beside its line; wider ones stand above the axis.
const WIDEST_BESIDE: i32 = 110;
/// Room between two years' labels.
const BETWEEN_YEARS: i32 = 12;
/// Steps between years that are named.
const STEPS: [u16; 8] = [1, 2, 5, 10, 20, 50, 100, 200];
/// The step of an axis that is longer than any of these serves.
const LONGEST_STEP: u16 = 1_000;
/// Least room between two lines.
const BETWEEN_LINES: i32 = 10;

/// The axis, placed.
#[derive(Clone, Debug)]
pub struct ChartAxis {
    /// Its first day.
    pub first: Day,
    /// The day of writing, with which it ends.
    pub last: Day,
    /// Left edge of the column of what has no date.
    pub column: i32,
    /// Where the first day stands.
    pub left: i32,
    /// Where the day of writing stands.
    pub right: i32,
    /// Top of its lines.
    pub top: i32,
    /// Bottom of its lines.
    pub bottom: i32,
    /// Years, left to right; those between named ones are drawn where there is room for their lines.
    pub ticks: Vec<ChartTick>,
    /// Head of the column of what has no date.
    pub undated: ChartText,
    /// The words of the dataset for the time of writing.
    pub written: ChartText,
}

/// The first day of a year.
#[derive(Clone, Debug)]
pub struct ChartTick {
    /// Where its line stands.
    pub x: i32,
    /// Its name, where it is named.
    pub label: Option<ChartText>,
}

impl ChartAxis {
    /// The axis of these days on a chart of a width, right of the names of rows.
    pub(super) fn new(d: &Dataset, days: Bounds, width: ChartWidth, names: i32) -> Self {
        let phone = width == ChartWidth::Phone;
        let words = d.about().vantage.words.clone();
        let wide = text_width(&words, LABEL_PX, Face::Bold);
        let beside = !phone && wide <= WIDEST_BESIDE;
        let column = if phone { 0 } else { names };
        let left = column + if phone { 58 } else { 118 };
        let right = width.px() - if beside { wide + 12 } else { 4 };
        let line = if beside { 16 } else { 34 };
        let written = ChartText {
            x: if beside { right + 7 } else { right },
            y: 16,
            text: words,
            anchor: if beside { Anchor::Start } else { Anchor::End },
        };
        let undated = ChartText {
            x: column,
            y: line,
            text: if phone { "No date" } else { "Date not given" }.to_owned(),
            anchor: Anchor::Start,
        };
        let mut axis = Self {
            first: days.first,
            last: days.last,
            column,
            left,
            right,
            top: line + 6,
            bottom: 0,
            ticks: Vec::new(),
            undated,
            written,
        };
        axis.ticks = axis.years(line);
        axis
    }

    /// Where a day stands, given as [`Day::ordinal`]; days outside the axis stand at its ends.
    pub(super) fn x(&self, ordinal: i32) -> i32 {
        let (first, last) = (i64::from(self.first.ordinal()), i64::from(self.last.ordinal()));
        let span = (last - first).max(1);
        let into = (i64::from(ordinal) - first).clamp(0, span);
        let x = (into * i64::from(self.right - self.left) * 2 + span) / (span * 2);
        self.left + i32::try_from(x).unwrap_or_default()
    }

    /// Where a day stands.
    pub fn x_of(&self, day: Day) -> i32 {
        self.x(day.ordinal())
    }

    fn years(&self, baseline: i32) -> Vec<ChartTick> {
        let (from, to) = (self.first.year(), self.last.year());
        let years = i32::from(to - from).max(1);
        let name = text_width("0000", YEAR_PX, Face::Sans) + BETWEEN_YEARS;
        let has_room = |step: u16, px: i32| (self.right - self.left) * i32::from(step) >= px * years;
        let step = STEPS
            .into_iter()
            .find(|&step| has_room(step, name))
            .unwrap_or(LONGEST_STEP);
        let lines = STEPS.into_iter().filter(|&lines| step % lines == 0);
        let lines = lines
            .into_iter()
            .find(|&lines| has_room(lines, BETWEEN_LINES))
            .unwrap_or(step);
        let at = |year: u16| Day::new(year, 1, 1).map(|day| self.x_of(day));
        (from..=to)
            .filter(|&year| year == from || year % lines == 0)
            .filter_map(|year| {
                let x = at(year)?;
                let is_named = year == from || (year % step == 0 && x - self.left >= name);
                let fits = x + name <= self.right;
                let label = (is_named && fits).then(|| ChartText {
                    x: x + 4,
                    y: baseline,
                    text: year.to_string(),
                    anchor: Anchor::Start,
                });
                Some(ChartTick { x, label })
            })
            .collect()
    }
}

/// The days of an axis: from the first day of the earliest year given, and some years at least, to the day of writing.
pub(super) fn days(d: &Dataset, given: impl Iterator<Item = Day>) -> Bounds {
    let last = d.vantage_day();
    let least = last.year().saturating_sub(LEAST_YEARS);
    let year = given.map(Day::year).min().map_or(least, |year| year.min(least));
    Bounds {
        first: Day::new(year, 1, 1).unwrap_or(Day::MIN),
        last,
    }
}
