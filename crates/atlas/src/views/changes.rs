//! What changed between two days: answers at the ends of both, compared by state; what may have changed; what is undated.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::claim::{self, Claim, Standing, Subject};
use crate::dates::AsOf;
use crate::dates::{Day, in_words};
use crate::index::*;
use crate::model::{Dataset, Start, Table};

/// One subject whose claims differ.
#[derive(Clone, Debug)]
pub struct Change {
    /// What it is about.
    pub subject: Subject,
    /// The claim on the earlier day.
    pub before: Claim,
    /// The claim on the later day.
    pub after: Claim,
}

/// One subject whose claims are the same, and which was otherwise in between: left, say, and back.
#[derive(Clone, Debug)]
pub struct Passing {
    /// What it is about.
    pub subject: Subject,
    /// The first other claim between the two days.
    pub between: Claim,
    /// The claim on the later day.
    pub after: Claim,
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

/// The changes from the earlier of two days to the later.
pub fn changes(d: &Dataset, one: Day, other: Day) -> Changes {
    let (from, to) = (one.min(other), one.max(other));
    let mut out = Changes {
        undated: undated_events(d),
        ..Changes::default()
    };
    for subject in subjects(d) {
        let (Some(before), Some(after)) = (claim_of(d, subject, from), claim_of(d, subject, to)) else {
            continue;
        };
        if before.standing() == after.standing() {
            let between = between(d, subject, before.standing(), from..to);
            out.passing.extend(between.map(|between| Passing {
                subject,
                between,
                after,
            }));
            continue;
        }
        let unknown = [&before, &after].iter().any(|claim| !claim.is_certain());
        let change = Change { subject, before, after };
        if unknown {
            out.possible.push(change)
        } else {
            out.certain.push(change)
        }
    }
    out
}

/// The first claim within some days that is known and is another.
fn between(d: &Dataset, subject: Subject, known: Standing, days: Range<Day>) -> Option<Claim> {
    let is_known = |standing: Standing| matches!(standing, Standing::Is(_));
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
    let mut claims = dated.into_iter().filter_map(|day| claim_of(d, subject, day));
    claims.find(|claim| is_known(claim.standing()) && claim.standing() != known)
}

/// When the rows of a subject's history begin, as authored.
fn starts(d: &Dataset, subject: Subject) -> Vec<Start> {
    match subject {
        Subject::Participation(ix) => d.participation(ix).history.iter().map(|row| row.start).collect(),
        Subject::Permission(ix) => d.permission(ix).history.iter().map(|row| row.start).collect(),
        Subject::Leg(_) | Subject::Use(_) => Vec::new(),
    }
}

/// Every subject with a history, participations first, as authored.
pub fn subjects(d: &Dataset) -> impl Iterator<Item = Subject> + use<> {
    d.participations()
        .map(Subject::Participation)
        .chain(d.permissions().map(Subject::Permission))
}

/// What is claimed of a subject on a day; `None` where nothing is.
pub fn claim_of(d: &Dataset, subject: Subject, day: Day) -> Option<Claim> {
    match subject {
        Subject::Participation(ix) => claim::participation(d, ix, day),
        Subject::Permission(ix) => claim::permission(d, ix, day),
        Subject::Leg(ix) => super::routes::leg(d, ix, day).arrangement,
        Subject::Use(ix) => super::routes::leg(d, ix, day).usage,
    }
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
    /// The year or month at whose end the change has happened.
    pub at: AsOf,
    /// The date in words ("June 2005", "summer 1990").
    pub words: String,
    /// What changes, as authored.
    pub subjects: Vec<Subject>,
}

/// The dates at which a history has a dated row begin, earliest first: what a reader may step through. A range within which
/// something began is no date, so it is not one of them.
pub fn dated_changes(d: &Dataset) -> Vec<DatedChange> {
    let mut dates: BTreeMap<(Day, AsOf), DatedChange> = BTreeMap::new();
    for subject in subjects(d) {
        for claim in own_claims(d, subject) {
            let claim::When::Given { date, first, last, .. } = claim else {
                continue;
            };
            let Some(at) = whole(first, last).filter(|_| !date.as_str().starts_with('[')) else {
                continue;
            };
            let day = at.day(d.vantage_day());
            if day > d.vantage_day() {
                continue;
            }
            let change = dates.entry((day, at)).or_insert_with(|| DatedChange {
                at,
                words: in_words(&date),
                subjects: Vec::new(),
            });
            if !change.subjects.contains(&subject) {
                change.subjects.push(subject);
            }
        }
    }
    dates.into_values().collect()
}

/// When each row of a subject's history began.
fn own_claims(d: &Dataset, subject: Subject) -> Vec<claim::When> {
    match subject {
        Subject::Participation(ix) => d
            .participation(ix)
            .history
            .iter()
            .map(|row| claim::When::of(d, row))
            .collect(),
        Subject::Permission(ix) => d
            .permission(ix)
            .history
            .iter()
            .map(|row| claim::When::of(d, row))
            .collect(),
        Subject::Leg(_) | Subject::Use(_) => Vec::new(),
    }
}

/// A date that a reader may ask for by one name: a year, or whatever lies in one month or season of a year.
fn whole(first: Day, last: Day) -> Option<AsOf> {
    let year = first.month() == 1 && first.day() == 1 && last.month() == 12 && first.year() == last.year();
    if year {
        return AsOf::year(last.year());
    }
    // A winter begins in the year before.
    let months =
        (i32::from(last.year()) - i32::from(first.year())) * 12 + i32::from(last.month()) - i32::from(first.month());
    (months <= 3).then(|| AsOf::month(last.year(), last.month())).flatten()
}
