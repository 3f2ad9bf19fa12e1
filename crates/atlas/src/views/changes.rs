//! What changed between two days: answers at the ends of both, compared by state; what may have changed; what is undated.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::asof::{Answer, AsOf};
use crate::dates::Day;
use crate::index::*;
use crate::model::{Dataset, Row, Start, Table, Target};
use crate::roles::{Arrangement, State};

use super::shown::{Shown, Value, shown};

/// A history whose answers are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A participation.
    Participation(ParticipationIx),
    /// A permission.
    Permission(PermissionIx),
}

impl Subject {
    /// As an id's target.
    pub fn target(self) -> Target {
        match self {
            Self::Participation(ix) => Target::Participation(ix),
            Self::Permission(ix) => Target::Permission(ix),
        }
    }
}

/// What an answer comes to, apart from the row it rests on: two answers differ where these differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// A state in a programme.
    State(State),
    /// An arrangement.
    Arrangement(Arrangement),
    /// It cannot be known.
    Unknown,
    /// It is not said.
    NotSaid,
}

/// One subject whose answers differ.
#[derive(Clone, Debug)]
pub struct Change {
    /// What it is about.
    pub subject: Subject,
    /// The answer on the earlier day.
    pub before: (Stand, Shown),
    /// The answer on the later day.
    pub after: (Stand, Shown),
}

/// One subject whose answers are the same, and which was otherwise in between: left, say, and back.
#[derive(Clone, Debug)]
pub struct Passing {
    /// What it is about.
    pub subject: Subject,
    /// The first other answer between the two days.
    pub between: (Stand, Shown),
    /// The answer on the later day.
    pub after: (Stand, Shown),
}

/// The changes between two days.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// Those that the source lets be known, participations first, as authored.
    pub certain: Vec<Change>,
    /// Those that did not last, as far as is known, as authored.
    pub passing: Vec<Passing>,
    /// Those with an end that cannot be known.
    pub possible: Vec<Change>,
    /// Events without a date: never placed.
    pub undated: Vec<EntityIx>,
}

/// The changes from one day to another.
pub fn changes(d: &Dataset, from: Day, to: Day) -> Changes {
    let mut out = Changes {
        undated: undated_events(d),
        ..Changes::default()
    };
    for subject in subjects(d) {
        let (before, after) = (stand(d, subject, from), stand(d, subject, to));
        if before.0 == after.0 {
            let between = between(d, subject, before.0, from.min(to)..from.max(to));
            out.passing.extend(between.map(|between| Passing {
                subject,
                between,
                after,
            }));
            continue;
        }
        let unknown = before.0 == Stand::Unknown || after.0 == Stand::Unknown;
        let change = Change { subject, before, after };
        if unknown {
            out.possible.push(change)
        } else {
            out.certain.push(change)
        }
    }
    out
}

/// The first answer within some days that is known and is another.
fn between(d: &Dataset, subject: Subject, known: Stand, days: Range<Day>) -> Option<(Stand, Shown)> {
    let is_known = |stand: Stand| !matches!(stand, Stand::Unknown | Stand::NotSaid);
    if !is_known(known) {
        return None;
    }
    let mut dated: Vec<Day> = starts(d, subject)
        .into_iter()
        .filter_map(|start| match start {
            Start::Within(_, by) => Some(by),
            Start::NotGiven => None,
        })
        .filter(|day| days.contains(day))
        .collect();
    crate::order::sort(&mut dated);
    let mut stands = dated.into_iter().map(|day| stand(d, subject, day));
    stands.find(|(stand, _)| is_known(*stand) && *stand != known)
}

/// When the rows of a subject's history begin, as authored.
fn starts(d: &Dataset, subject: Subject) -> Vec<Start> {
    match subject {
        Subject::Participation(ix) => d.participation(ix).history.iter().map(|row| row.start).collect(),
        Subject::Permission(ix) => d.permission(ix).history.iter().map(|row| row.start).collect(),
    }
}

/// Every subject, participations first, as authored.
pub fn subjects(d: &Dataset) -> impl Iterator<Item = Subject> + use<> {
    d.participations()
        .map(Subject::Participation)
        .chain(d.permissions().map(Subject::Permission))
}

/// What a subject's answer for a day comes to, and how it is shown.
pub fn stand(d: &Dataset, subject: Subject, day: Day) -> (Stand, Shown) {
    match subject {
        Subject::Participation(ix) => stand_of(d, &d.participation(ix).history, day, Stand::State),
        Subject::Permission(ix) => stand_of(d, &d.permission(ix).history, day, Stand::Arrangement),
    }
}

fn stand_of<V: Value>(d: &Dataset, history: &[Row<V>], day: Day, of: fn(V) -> Stand) -> (Stand, Shown) {
    let shown = shown(d, history, day);
    let stand = match shown.answer {
        Answer::CannotBeKnown(_) => Stand::Unknown,
        Answer::NotSaid => Stand::NotSaid,
        Answer::Stated(row) | Answer::Inferred(row, _) => {
            history.get(row).map_or(Stand::NotSaid, |r| of(*r.cited.value()))
        }
    };
    (stand, shown)
}

fn undated_events(d: &Dataset) -> Vec<EntityIx> {
    d.table(Table::Event)
        .filter(|&ix| {
            d.entity(ix).statements.first().is_some_and(|&s| {
                let s = d.statement(s);
                s.when.is_none() && s.modality.is_fact()
            })
        })
        .collect()
}

/// A date on which the source has something change, and what.
#[derive(Clone, Debug)]
pub struct DatedChange {
    /// The first month (or year) at whose end the change has happened.
    pub at: AsOf,
    /// What changes, as authored.
    pub subjects: Vec<Subject>,
}

/// The dates at which a history has a dated row begin, earliest first: what a reader may step through.
pub fn dated_changes(d: &Dataset) -> Vec<DatedChange> {
    let mut dates: BTreeMap<AsOf, Vec<Subject>> = BTreeMap::new();
    let mut add = |start: Start, subject: Subject| {
        if let Start::Within(from, to) = start
            && to <= d.vantage_day()
        {
            // A whole year is asked about as a year; anything finer by the month in which it ends.
            let year = from.month() == 1 && from.day() == 1 && to.month() == 12 && from.year() == to.year();
            let at = if year {
                AsOf::year(to.year())
            } else {
                AsOf::month(to.year(), to.month())
            };
            if let Some(at) = at {
                let list = dates.entry(at).or_default();
                if !list.contains(&subject) {
                    list.push(subject);
                }
            }
        }
    };
    for subject in subjects(d) {
        for start in starts(d, subject) {
            add(start, subject);
        }
    }
    let mut out: Vec<DatedChange> = dates
        .into_iter()
        .map(|(at, subjects)| DatedChange { at, subjects })
        .collect();
    crate::order::sort_by_key(&mut out, |c| c.at.day());
    out
}
