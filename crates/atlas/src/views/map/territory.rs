//! What a territory on the map stands for: the leg over it, its permission, what is not said of it, or that it only lies there.

use crate::bundle::Shape;
use crate::dates::Day;
use crate::index::*;
use crate::model::{Dataset, Table};
use crate::roles::{AnswerWord, Arrangement};

use super::super::routes::{leg, permissions_of};
use super::super::support::within;
use super::entity;
use crate::claim::{self, Claim, Standing};

/// What a territory is to the supply lines, the telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A leg runs over it.
    Leg,
    /// It has a permission of the kind that legs rest on, and no leg.
    Permission,
    /// A unit of which the source says nothing of that kind.
    NotSaid,
    /// A line starts or ends there.
    End,
    /// It only lies there.
    Context,
}

/// A territory on the map.
#[derive(Clone, Debug)]
pub struct Territory<'a> {
    /// The entity, where the dataset has one.
    pub entity: Option<EntityIx>,
    /// Its name.
    pub name: String,
    /// What it is to the lines.
    pub part: Part,
    /// Path data in units of the plane.
    pub path: &'a str,
    /// Name of the sign that fills it, as vocabularies give it; empty where nothing does.
    pub sign: String,
    /// What the sign says, in words ("approved in public"); empty for what only lies there.
    pub words: String,
    /// Since when; empty where it is not given.
    pub date: String,
    /// What a reader opens by choosing it: a leg, a permission or the entity.
    pub note: Option<String>,
}

impl Territory<'_> {
    /// "Examplia: approved in public, September 2008".
    pub fn accessible_name(&self) -> String {
        if self.words.is_empty() {
            self.name.clone()
        } else {
            format!("{}: {}", self.name, with_date(self.words.clone(), &self.date))
        }
    }
}

/// What a shape stands for on a day.
pub(super) fn territory<'a>(d: &Dataset, shape: &'a Shape, day: Day) -> Territory<'a> {
    let ix = entity(d, &shape.entity);
    let plain = Territory {
        entity: ix,
        name: ix.map_or_else(|| shape.name.clone(), |ix| d.entity(ix).name.clone()),
        part: Part::Context,
        path: &shape.path,
        sign: String::new(),
        words: String::new(),
        date: String::new(),
        note: ix.map(|ix| d.entity(ix).id.clone()),
    };
    let Some(ix) = ix else { return plain };
    if let Some(leg) = first_leg(d, ix) {
        return of_leg(d, leg, day, plain);
    }
    let permissions: Vec<PermissionIx> = permissions_of(d, ix, None)
        .into_iter()
        .filter(|&p| is_of_legs(d, p))
        .collect();
    if let Some((permission, claim)) = least_firm(d, &permissions, day) {
        let note = if permissions.len() == 1 {
            d.permission(permission).id.clone()
        } else {
            d.entity(ix).id.clone()
        };
        return Territory {
            part: Part::Permission,
            sign: claim.sign(d).to_owned(),
            words: within(&claim.word(d).word),
            date: claim.when().words(),
            note: Some(note),
            ..plain
        };
    }
    let ends: Vec<&str> = d
        .table(Table::Line)
        .map(|line| d.entity(line))
        .filter(|line| line.ends.0 == Some(ix) || line.ends.1 == Some(ix))
        .map(|line| line.name.as_str())
        .collect();
    if !ends.is_empty() {
        return Territory {
            part: Part::End,
            words: format!("end of the {}", ends.join(" and the ")),
            ..plain
        };
    }
    if d.entity(ix).table == Table::Country {
        let (sign, words) = not_said(d);
        return Territory {
            part: Part::NotSaid,
            sign,
            words,
            ..plain
        };
    }
    plain
}

/// Sign and words where no arrangement is said: the same whether a leg runs there or not.
fn not_said(d: &Dataset) -> (String, String) {
    let (sign, word) = answer_word(d, AnswerWord::NotSaid);
    (sign, format!("arrangement {word}"))
}

fn answer_word(d: &Dataset, role: AnswerWord) -> (String, String) {
    let word = d.word(d.answer_word(role));
    (word.sign.clone().unwrap_or_default(), within(&word.word))
}

/// As the strip draws it: by its use where one is reported, else by its arrangement; in words both.
///
/// On a line, what is not said or cannot be known is a gap in it; a territory has the sign of the answer, as everywhere else.
fn of_leg<'a>(d: &Dataset, ix: LegIx, day: Day, plain: Territory<'a>) -> Territory<'a> {
    let view = leg(d, ix, day);
    let arrangement = match view.arrangement {
        None => not_said(d).1,
        Some(_) => within(view.arrangement_word(d)),
    };
    let (sign, words, date) = match (&view.usage, view.arrangement.as_ref().map(Claim::standing)) {
        (Some(_), _) => {
            let words = format!("{}; {arrangement}", within(view.use_word(d)));
            (view.sign(d).to_owned(), with_date(words, &view.date()), String::new())
        }
        (None, None | Some(Standing::NotForDate)) => (not_said(d).0, arrangement, String::new()),
        (None, Some(Standing::Unknown)) => (answer_word(d, AnswerWord::Unknown).0, arrangement, String::new()),
        (None, Some(Standing::Is(_))) => (view.sign(d).to_owned(), arrangement, view.date()),
    };
    Territory {
        part: Part::Leg,
        sign,
        words,
        date,
        note: Some(d.leg(ix).id.clone()),
        ..plain
    }
}

fn with_date(words: String, date: &str) -> String {
    if date.is_empty() {
        words
    } else {
        format!("{words}, {date}")
    }
}

/// The first leg over a territory, line by line as authored.
fn first_leg(d: &Dataset, territory: EntityIx) -> Option<LegIx> {
    let lines: Vec<EntityIx> = d.table(Table::Line).collect();
    lines
        .into_iter()
        .flat_map(|line| d.legs_of(line))
        .find(|&ix| d.leg(ix).territory == territory)
}

/// Whether a permission is of the kind that legs rest on: shown in the same group as one of theirs, and of no single place.
fn is_of_legs(d: &Dataset, permission: PermissionIx) -> bool {
    let p = d.permission(permission);
    let group = |ix: PermissionIx| &d.word(d.permission(ix).kind).role;
    let mut lines = d.table(Table::Line);
    p.place.is_none()
        && lines.any(|line| {
            let mut legs = d.legs_of(line).into_iter();
            legs.any(|leg| d.leg(leg).permissions.iter().any(|&of| group(of) == group(permission)))
        })
}

/// The answer that promises least, as for a leg: what cannot be known, then what has ended, then the least firm.
fn least_firm(d: &Dataset, permissions: &[PermissionIx], day: Day) -> Option<(PermissionIx, Claim)> {
    let claims = permissions
        .iter()
        .filter_map(|&ix| Some((ix, claim::permission(d, ix, day)?)));
    claims.min_by_key(|(_, claim)| {
        let value = claim.arrangement();
        (value.is_some(), value.and_then(Arrangement::rank))
    })
}
