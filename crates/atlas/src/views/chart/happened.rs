//! The dated events of a unit on the axis: dots, and labels below them or numbers for a list.
//!
//! Left out: events without any date, which the page lists; what events have to do with the rows above them.

use super::axis::ChartAxis;
use super::tracks::{chart_marks, title, title_height};
use super::*;
use crate::dates::Day;
use crate::model::Who;
use crate::roles::Basis;
use crate::views::support::firmness;
use crate::views::text_width::{Face, text_width};
use crate::views::timeline::{Event, event_date, events};

/// Own events that are enough: with fewer, those of all units stand beside them.
const ENOUGH: usize = 3;
/// Longest stretch of days that a dot stands for; what is dated less closely is listed.
const CLOSELY: i32 = 366;
/// Most lanes of labels; what needs more is numbered.
const LANES: usize = 4;
/// Height of a lane.
const LANE: i32 = 40;
/// From the dots to the first baseline.
const TO_LABEL: i32 = 26;
/// From the date to the name below it.
const TO_NAME: i32 = 16;
/// Room beside a label.
const BESIDE: i32 = 16;
/// Least width at which the days of a dot are drawn; a month is as good as a dot.
const REACH: i32 = 36;
/// Radius of a dot.
const DOT: i32 = 5;
/// Height of a row of numbers.
const NUMBERS: i32 = 16;
/// Room between two numbers.
const BETWEEN_NUMBERS: i32 = 4;
/// Most rows of numbers.
const NUMBER_ROWS: usize = 2;
/// Widest label that stands on one line.
const WIDEST: i32 = 300;

/// Events of a unit, parted by how they are dated.
pub(super) struct Chosen {
    /// With a dot on the axis, in the order of time.
    pub dotted: Vec<Found>,
    /// Dated between bounds that are no date of the calendar, in the order of their first day.
    pub loose: Vec<Found>,
    /// What lay ahead at the time of writing, in the order of time.
    pub ahead: Vec<Found>,
    /// How many with a dot are its own.
    pub own: usize,
}

/// An event, as it is shown.
pub(super) struct Found {
    pub ix: EntityIx,
    /// First and last day of what its dot stands for.
    days: Option<(Day, Day)>,
    hollow: bool,
    statements: Vec<StatementIx>,
    name: String,
    date: String,
}

impl Found {
    /// The first day of what its dot stands for.
    pub fn first(&self) -> Option<Day> {
        self.days.map(|(first, _)| first)
    }

    fn listed(&self, d: &Dataset) -> ChartEvent {
        ChartEvent {
            event: self.ix,
            name: self.name.clone(),
            date: self.date.clone(),
            marks: chart_marks(d, &self.statements),
            hollow: self.hollow,
            x: 0,
            reach: None,
            label: None,
        }
    }
}

/// The dated events of a unit; those of all units beside them where it has few of its own.
pub(super) fn chosen(d: &Dataset, unit: EntityIx) -> Chosen {
    let all = events(d);
    let dated: Vec<&Event> = all.iter().filter(|event| event.is_dated()).collect();
    let own: Vec<&Event> = dated
        .iter()
        .copied()
        .filter(|event| event.about.contains(&unit))
        .collect();
    // What is part of a whole stands for it: both have the same dot.
    let is_whole = |event: &&&Event| own.iter().any(|part| d.entity(part.ix).part_of == Some(event.ix));
    let mut out = Chosen {
        dotted: Vec::new(),
        loose: Vec::new(),
        ahead: Vec::new(),
        own: 0,
    };
    for event in own.iter().filter(|event| !is_whole(event)) {
        let found = found(d, event, Some(unit));
        match place_of(d, event) {
            Place::Dot => out.dotted.push(found),
            Place::Loose => out.loose.push(found),
            Place::Ahead => out.ahead.push(found),
        }
    }
    // An event that has one end alone stands where that is.
    crate::order::sort_by_key(&mut out.dotted, |found| found.days);
    out.own = out.dotted.len();
    if out.own < ENOUGH {
        let of_all = of_all(d, unit);
        let wider = dated
            .iter()
            .filter(|event| !event.about.contains(&unit) && matches!(place_of(d, event), Place::Dot))
            .filter(|event| d.entity(event.ix).statements.iter().any(|s| of_all.contains(s)));
        out.dotted.extend(wider.map(|event| found(d, event, None)));
        crate::order::sort_by_key(&mut out.dotted, |found| found.days);
    }
    out
}

enum Place {
    Dot,
    Loose,
    Ahead,
}

fn place_of(d: &Dataset, event: &Event) -> Place {
    let written = d.vantage_day();
    let is_ahead = |day: Option<Day>| day.is_some_and(|day| day > written);
    if is_ahead(event.first) || (event.plan && is_ahead(event.last)) {
        return Place::Ahead;
    }
    match dot_days(d, event) {
        Some((a, b)) if b.ordinal() - a.ordinal() <= CLOSELY => Place::Dot,
        _ => Place::Loose,
    }
}

/// The days that the dot of an event stands for: its date; where that has one end only, this. `None` for a window.
fn dot_days(d: &Dataset, event: &Event) -> Option<(Day, Day)> {
    let when = d.statement(*d.entity(event.ix).statements.first()?).when.as_ref()?;
    if when.as_str().starts_with('[') {
        return None;
    }
    event
        .first
        .zip(event.last)
        .or_else(|| when.start())
        .or_else(|| when.end())
}

/// Statements that say something of every unit, this one among them.
fn of_all(d: &Dataset, unit: EntityIx) -> Vec<StatementIx> {
    let rows = d
        .participations()
        .map(|ix| d.participation(ix))
        .filter(|p| p.who == Who::Country(unit))
        .flat_map(|p| &p.history);
    rows.filter(|row| row.basis == Basis::All)
        .flat_map(|row| row.cited.statements())
        .collect()
}

fn found(d: &Dataset, event: &Event, unit: Option<EntityIx>) -> Found {
    let entity = d.entity(event.ix);
    let all = &entity.statements;
    // The first one dates it; of the others those that are about the unit.
    let own = |&&s: &&StatementIx| unit.is_some_and(|unit| d.statement(s).about.contains(&unit));
    let statements = all
        .iter()
        .take(1)
        .chain(all.iter().skip(1).filter(own))
        .copied()
        .collect();
    // Of what lay ahead the list says so.
    let is_past = event.first.is_none_or(|day| day <= d.vantage_day());
    let manner = all
        .first()
        .filter(|_| event.plan && is_past)
        .and_then(|&s| firmness(d, s));
    Found {
        ix: event.ix,
        days: dot_days(d, event),
        hollow: unit.is_none(),
        statements,
        name: match manner {
            Some(manner) => format!("{} ({})", entity.name, crate::views::support::within(&manner)),
            None => entity.name.clone(),
        },
        date: event_date(d, event.ix),
    }
}

/// Places the events below `top`: their labels where all find room, else numbers for a list.
pub(super) fn happened(d: &Dataset, chosen: &Chosen, axis: &ChartAxis, width: ChartWidth, top: i32) -> Happened {
    let y = top + title_height() + 8;
    let mut dots: Vec<ChartEvent> = chosen.dotted.iter().map(|found| dot(d, found, axis)).collect();
    let labelled = match width {
        ChartWidth::Phone => None,
        _ => lanes(&dots, axis, width, y),
    };
    let numbered = labelled.is_none() && !dots.is_empty();
    let (mut numbers, mut bottom) = (Vec::new(), y + DOT);
    match labelled {
        Some(labels) => {
            for (event, label) in dots.iter_mut().zip(labels) {
                bottom = bottom.max(label.baseline + TO_NAME + 8);
                event.label = Some(label);
            }
        }
        None => {
            numbers = numbered_dots(&dots, width, y);
            bottom = numbers.iter().map(|number| number.y + 6).max().unwrap_or(bottom);
        }
    }
    let empty = dots.is_empty().then(|| ChartText {
        x: if width == ChartWidth::Phone { 0 } else { axis.left },
        y: y + 5,
        text: "Nothing dated closely".to_owned(),
        anchor: Anchor::Start,
    });
    let list = |found: &[Found]| found.iter().map(|found| found.listed(d)).collect();
    Happened {
        title: title("What happened", top),
        rule: top,
        y,
        bottom: if empty.is_some() { y + 12 } else { bottom },
        events: dots,
        numbered,
        numbers,
        empty,
        own: chosen.own,
        loose: list(&chosen.loose),
        ahead: list(&chosen.ahead),
    }
}

fn dot(d: &Dataset, found: &Found, axis: &ChartAxis) -> ChartEvent {
    let mut event = found.listed(d);
    if let Some((first, last)) = found.days {
        let (a, b) = (axis.x_of(first), axis.x_of(last));
        event.x = (a + b) / 2;
        event.reach = (b - a >= REACH).then_some((a, b));
    }
    event
}

/// What a label and its leader cover.
#[derive(Clone, Copy)]
struct Covered {
    lane: usize,
    label: (i32, i32),
    leader: i32,
}

/// Labels in lanes, in the order of the events; `None` where three events lie within a label's width or one finds no room.
fn lanes(events: &[ChartEvent], axis: &ChartAxis, width: ChartWidth, y: i32) -> Option<Vec<EventLabel>> {
    let widths: Vec<i32> = events.iter().map(label_width).collect();
    let crowded = events
        .iter()
        .zip(events.iter().skip(2))
        .zip(&widths)
        .any(|((a, c), &w)| c.x - a.x < w);
    if crowded || widths.iter().any(|&w| w > WIDEST) {
        return None;
    }
    let mut covered: Vec<Covered> = Vec::new();
    // From the right, so that the leader of an earlier event passes no label of a later one.
    for (event, &w) in events.iter().zip(&widths).rev() {
        let start = (event.x - DOT).min(width.px() - w).max(axis.column);
        let room = (0..LANES).find(|&lane| {
            let own = Covered {
                lane,
                label: (start - BESIDE / 2, start + w + BESIDE / 2),
                leader: event.x,
            };
            covered.iter().all(|other| !meet(&own, other))
        })?;
        covered.push(Covered {
            lane: room,
            label: (start - BESIDE / 2, start + w + BESIDE / 2),
            leader: event.x,
        });
    }
    let labels = events.iter().zip(covered.iter().rev()).map(|(event, at)| {
        let baseline = y + TO_LABEL + i32::try_from(at.lane).unwrap_or_default() * LANE;
        let x = at.label.0 + BESIDE / 2;
        let mut mark_x = x + text_width(&event.date, LABEL_PX, Face::Bold) + BEFORE_MARK;
        let mut marks = event.marks.clone();
        for mark in &mut marks {
            mark.x = mark_x;
            mark_x += mark.width;
        }
        EventLabel {
            x,
            baseline,
            name_baseline: baseline + TO_NAME,
            leader: (y + DOT, baseline - 13),
            marks,
        }
    });
    Some(labels.collect())
}

/// Whether two labels touch, or a leader crosses a label on its way down.
fn meet(a: &Covered, b: &Covered) -> bool {
    let touch = a.lane == b.lane && a.label.0 < b.label.1 && b.label.0 < a.label.1;
    let crosses = |leader: &Covered, label: &Covered| {
        leader.lane > label.lane && label.label.0 <= leader.leader && leader.leader <= label.label.1
    };
    touch || crosses(a, b) || crosses(b, a)
}

fn label_width(event: &ChartEvent) -> i32 {
    let marks: i32 = event.marks.iter().map(|mark| mark.width).sum();
    let date = text_width(&event.date, LABEL_PX, Face::Bold) + BEFORE_MARK + marks;
    date.max(text_width(&event.name, LABEL_PX, Face::Sans))
}

/// Numbers below the dots, from 1; those of dots that stand too close for their own share one ("4–8").
fn numbered_dots(events: &[ChartEvent], width: ChartWidth, y: i32) -> Vec<ChartText> {
    // The closer the dots, the more of them share a number, until all numbers find room.
    let shares = [2 * DOT - 2, 12, 18, 26, 40, 60, 100];
    shares
        .into_iter()
        .find_map(|close| numbers(events, close, width, y))
        .or_else(|| numbers(events, i32::MAX, width, y))
        .unwrap_or_default()
}

/// The same, where dots closer than this share a number; `None` where one finds no room.
fn numbers(events: &[ChartEvent], close: i32, width: ChartWidth, y: i32) -> Option<Vec<ChartText>> {
    let mut rows = [i32::MIN; NUMBER_ROWS];
    let mut out: Vec<ChartText> = Vec::new();
    let mut n = 0;
    while let Some(event) = events.get(n) {
        let own = events.iter().skip(n).take_while(|next| next.x - event.x < close);
        let (count, last) = own.fold((0, event.x), |(count, _), next| (count + 1, next.x));
        let text = match count {
            1 => (n + 1).to_string(),
            _ => format!("{}–{}", n + 1, n + count),
        };
        let half = text_width(&text, LABEL_PX, Face::Bold) / 2 + 1;
        let x = ((event.x + last) / 2).min(width.px() - half).max(half);
        let row = rows
            .iter()
            .position(|&end| end.saturating_add(BETWEEN_NUMBERS) <= x - half)?;
        if let Some(end) = rows.get_mut(row) {
            *end = x + half;
        }
        out.push(ChartText {
            x,
            y: y + 20 + i32::try_from(row).unwrap_or_default() * NUMBERS,
            text,
            anchor: Anchor::Middle,
        });
        n += count.max(1);
    }
    Some(out)
}
