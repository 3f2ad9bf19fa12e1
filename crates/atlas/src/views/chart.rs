//! The chart of one unit, placed: what is dated of it and what is not, on one axis of time.
//!
//! Rows are the programmes of the ladder, permissions and dated events. Nothing is certain on the chart on a day for which
//! [`crate::asof::answer`] gives no answer: what has no date begins torn and stays pale. Left out: drawing, links, and later
//! than the time of writing, where the axis ends.

mod axis;
mod happened;
mod labels;
mod rows;
mod spans;
mod tracks;

use crate::index::*;
use crate::model::{Dataset, Target};

use super::marks::Mark;

pub use axis::{ChartAxis, ChartTick};

/// Size of labels, in pixels of the drawing.
pub const LABEL_PX: i32 = 13;
/// Size of names of rows and titles of parts.
pub const NAME_PX: i32 = 14;
/// Size of years.
pub const YEAR_PX: i32 = 13;
/// Room between words and their first mark.
const BEFORE_MARK: i32 = 3;
/// Room between the names of rows and the axis.
const NAME_GAP: i32 = 16;

/// The widths for which a chart is placed. The style sheet shows the one for the room at hand (styles/components/chart.css).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartWidth {
    /// A screen: names of rows beside the axis.
    Wide,
    /// A tablet: the same, narrower.
    Medium,
    /// A phone: names of rows above their bars, events in a list.
    Phone,
}

impl ChartWidth {
    /// Every width, the widest first.
    pub const ALL: [Self; 3] = [Self::Wide, Self::Medium, Self::Phone];

    /// Width of the drawing in pixels.
    pub const fn px(self) -> i32 {
        match self {
            Self::Wide => 1260,
            Self::Medium => 760,
            Self::Phone => 340,
        }
    }

    /// Widest column for the names of rows, in pixels.
    const fn most_names(self) -> i32 {
        match self {
            Self::Wide => 190,
            Self::Medium => 140,
            Self::Phone => 0,
        }
    }
}

/// The chart of a unit.
#[derive(Clone, Debug)]
pub struct Chart {
    /// Width of the drawing in pixels.
    pub width: i32,
    /// Height of the drawing in pixels.
    pub height: i32,
    /// The axis.
    pub axis: ChartAxis,
    /// The ladder, then permissions; each only where the dataset has it.
    pub groups: Vec<ChartGroup>,
    /// Events.
    pub happened: Happened,
    /// How many dates the source gives of this unit: those of rows and of its own events, whether they have a dot or not.
    pub dates: usize,
}

/// Where a text holds on to its x.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// A text in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartText {
    /// What `anchor` says.
    pub x: i32,
    /// Baseline.
    pub y: i32,
    /// The text.
    pub text: String,
    /// Where it holds on to.
    pub anchor: Anchor,
}

/// A part of the chart.
#[derive(Clone, Debug)]
pub struct ChartGroup {
    /// Its title.
    pub title: ChartText,
    /// Where the rule above it stands.
    pub rule: i32,
    /// Its rows: programmes from the highest rung down; permissions by group and place, as authored.
    pub rows: Vec<ChartRow>,
}

/// A row: a programme, a place or a kind of permission, or a group of permissions of which nothing is mentioned.
#[derive(Clone, Debug)]
pub struct ChartRow {
    /// Its name.
    pub name: String,
    /// The name in lines.
    pub names: Vec<ChartText>,
    /// The word for what is not mentioned, where nothing is.
    pub silent: Option<ChartText>,
    /// Its histories, as authored.
    pub tracks: Vec<ChartTrack>,
}

/// A history along its line.
#[derive(Clone, Debug)]
pub struct ChartTrack {
    /// The participation or permission.
    pub of: Target,
    /// Middle of its bars.
    pub y: i32,
    /// Its bars, from the left.
    pub bars: Vec<ChartBar>,
    /// The rows of the history, in time order.
    pub entries: Vec<ChartEntry>,
}

/// How a stretch of a row is drawn, by what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartLook {
    /// Taking part; agreed or in effect.
    Full,
    /// Absent or suspended.
    Halted,
    /// An interest only.
    Wished,
    /// Said not to be.
    Denied,
    /// Announced.
    Announced,
    /// Under negotiation.
    Negotiated,
    /// Talks held.
    Talked,
    /// Some day within began what follows.
    Window,
    /// The mark of an end.
    End,
}

/// A stretch of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChartBar {
    /// The row of the history that it shows.
    pub row: usize,
    /// How it is drawn.
    pub look: ChartLook,
    /// Whether it was so on each of its days; else from or until when is not known.
    pub certain: bool,
    /// Whether it stands below others: it was so, beside what another row may tell of these days.
    pub beneath: bool,
    /// Left and right edge; the same for the mark of an end.
    pub x: (i32, i32),
    /// Its middle.
    pub y: i32,
    /// Whether the day of its start, or of its end, is not given.
    pub torn: (bool, bool),
}

/// A row of a history with its label.
#[derive(Clone, Debug)]
pub struct ChartEntry {
    /// All that it says, in words.
    pub words: String,
    /// Running numbers of all paragraphs that say so, ascending.
    pub paragraphs: Vec<usize>,
    /// Its label.
    pub label: ChartLabel,
    /// Whether it is worked out and not said as it stands.
    pub worked_out: bool,
}

/// A label in its place: words, then marks.
#[derive(Clone, Debug)]
pub struct ChartLabel {
    /// Its words; empty where there is room for a mark alone.
    pub text: String,
    /// Left edge.
    pub x: i32,
    /// Baseline.
    pub baseline: i32,
    /// Its marks, one a paragraph, ascending; where there is no room for all, the first.
    pub marks: Vec<ChartMark>,
}

/// The mark of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartMark {
    /// What a reader opens by it: the first statement that the paragraph supports.
    pub target: Target,
    /// The paragraph with its running number.
    pub mark: Mark,
    /// Left edge of its field.
    pub x: i32,
    /// Width of its field.
    pub width: i32,
}

/// The events of a chart.
#[derive(Clone, Debug)]
pub struct Happened {
    /// Title of the part.
    pub title: ChartText,
    /// Where the rule above it stands.
    pub rule: i32,
    /// Middle of the dots.
    pub y: i32,
    /// Bottom of the part.
    pub bottom: i32,
    /// Events with a dot, in the order of time.
    pub events: Vec<ChartEvent>,
    /// Whether they are numbered, in their order, for a list below the drawing.
    pub numbered: bool,
    /// The numbers.
    pub numbers: Vec<ChartText>,
    /// What stands where there is no dot.
    pub empty: Option<ChartText>,
    /// How many events with a dot are the unit's own; the others are of all units and hollow.
    pub own: usize,
    /// Events dated between bounds only, by their first day; they are listed.
    pub loose: Vec<ChartEvent>,
    /// What lay ahead at the time of writing, by its first day; it is listed.
    pub ahead: Vec<ChartEvent>,
}

/// An event.
#[derive(Clone, Debug)]
pub struct ChartEvent {
    /// The event.
    pub event: EntityIx,
    /// Its name, with how firmly it is said where that is not as a fact.
    pub name: String,
    /// Its date in words.
    pub date: String,
    /// Its marks, one a paragraph, ascending.
    pub marks: Vec<ChartMark>,
    /// Whether it is of all units and not of this one alone.
    pub hollow: bool,
    /// Where its dot stands: the middle of its date.
    pub x: i32,
    /// First and last day of its date, where that is wider than a dot.
    pub reach: Option<(i32, i32)>,
    /// Its label, where it is not numbered.
    pub label: Option<EventLabel>,
}

/// The label of an event: its date with marks, its name below, and the line that leads to it.
#[derive(Clone, Debug)]
pub struct EventLabel {
    /// Left edge.
    pub x: i32,
    /// Baseline of the date.
    pub baseline: i32,
    /// Baseline of the name.
    pub name_baseline: i32,
    /// Top and bottom of the line that leads down from the dot.
    pub leader: (i32, i32),
    /// The marks, placed.
    pub marks: Vec<ChartMark>,
}

/// The chart of a unit for a width; `None` where the source says nothing that could stand on it.
pub fn chart(d: &Dataset, unit: EntityIx, width: ChartWidth) -> Option<Chart> {
    let parts: Vec<rows::Part> = [rows::programmes(d, unit), rows::permissions(d, unit)]
        .into_iter()
        .flatten()
        .collect();
    let chosen = happened::chosen(d, unit);
    let all_rows = || parts.iter().flat_map(|part| &part.rows);
    if chosen.dotted.is_empty() && all_rows().all(|row| row.lines.is_empty()) {
        return None;
    }
    let of_rows = || all_rows().flat_map(|row| &row.lines).flat_map(rows::Line::days);
    let of_events = chosen.dotted.iter().filter_map(happened::Found::first);
    let days = axis::days(d, of_rows().chain(of_events));
    let mut axis = ChartAxis::new(d, days, width, names(all_rows().map(|row| row.name.as_str()), width));
    let (groups, below) = tracks::parts(d, &parts, &axis, width, axis.top + 8);
    let happened = happened::happened(d, &chosen, &axis, width, below);
    axis.bottom = happened.y;
    Some(Chart {
        width: width.px(),
        height: happened.bottom + 4,
        axis,
        groups,
        happened,
        dates: of_rows().count() + chosen.own + chosen.loose.len() + chosen.ahead.len(),
    })
}

/// Width of the column for the names of rows.
fn names<'a>(names: impl Iterator<Item = &'a str>, width: ChartWidth) -> i32 {
    use super::text_width::{Face, text_width};
    let widest = names
        .map(|name| text_width(name, NAME_PX, Face::Sans))
        .max()
        .unwrap_or_default();
    (widest + NAME_GAP).clamp(0, width.most_names())
}
