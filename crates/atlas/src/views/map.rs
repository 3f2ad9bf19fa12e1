//! The locator map, placed: what each territory stands for on a day, which sign fills it, where names and dots stand.
//!
//! Geometry comes projected with the dataset ([`crate::bundle::Outlines`]); here it is only joined with what the source says.
//! Left out: drawing, links, and every line of travel, because the source names countries and no ways through them.

mod labels;

use crate::asof::Answer;
use crate::bundle::{Outlines, Shape};
use crate::dates::Day;
use crate::index::*;
use crate::model::{Dataset, Entity, Table, Target};
use crate::roles::{AnswerWord, Arrangement};

use super::routes::{LegState, leg, permissions_of};
use super::shown::{Shown, permission_shown};

pub use labels::{LEAST_WIDTHS_PX, Label, LabelKind, LabelSet, PlaneBox, Wish, label_sets};

/// Farthest coordinate that is reckoned with, so that no sum overflows.
const FARTHEST: i32 = 100_000;

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

/// A place with a permission of its own.
#[derive(Clone, Debug)]
pub struct Site {
    /// The place.
    pub place: EntityIx,
    /// Its name.
    pub name: String,
    /// Vocabulary row of the group that its first permission is shown in.
    pub group: Option<WordIx>,
    /// In words: "in effect".
    pub words: String,
    /// Since when; empty where it is not given.
    pub date: String,
    /// Whether it may be used on the day, as far as is said; `None` where that is not known or has not come so far.
    pub open: Option<bool>,
    /// What a reader opens by choosing it: its permission, or the place where it has several.
    pub note: String,
}

/// A dot with its number in the list and the source of its position.
#[derive(Clone, Debug)]
pub struct Dot {
    /// What it marks.
    pub site: Site,
    /// To the right, in units of the plane.
    pub x: i32,
    /// Downwards.
    pub y: i32,
    /// Where the position is from.
    pub source: String,
}

/// One line of the key: a filling, its words, and who has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRow {
    /// What the territories are to the lines.
    pub part: Part,
    /// The sign.
    pub sign: String,
    /// Its words.
    pub words: String,
    /// Names with since when.
    pub names: Vec<(String, String)>,
}

/// The map for a day.
#[derive(Clone, Debug)]
pub struct PlacedMap<'a> {
    /// Width of the plane.
    pub width: i32,
    /// Height of the plane.
    pub height: i32,
    /// Territories, as authored.
    pub territories: Vec<Territory<'a>>,
    /// Places with a position, as authored.
    pub dots: Vec<Dot>,
    /// Places with a permission and no position, as their permissions are authored.
    pub unplaced: Vec<Site>,
    /// Names, for every width at which the map may be drawn.
    pub labels: Vec<LabelSet>,
}

/// The map of a dataset for a day; `None` where it has no outlines.
pub fn map(d: &Dataset, day: Day) -> Option<PlacedMap<'_>> {
    let outlines = d.outlines()?;
    let (width, height) = (bounded(outlines.width), bounded(outlines.height));
    let territories: Vec<Territory> = outlines.shapes.iter().map(|s| territory(d, s, day)).collect();
    let dots: Vec<Dot> = outlines
        .marks
        .iter()
        .filter_map(|mark| {
            Some(Dot {
                site: site(d, entity(d, &mark.entity)?, day)?,
                x: mark.x.clamp(-FARTHEST, FARTHEST),
                y: mark.y.clamp(-FARTHEST, FARTHEST),
                source: mark.source.clone(),
            })
        })
        .collect();
    let labels = label_sets(&wishes(d, outlines, &territories, &dots), width, height);
    Some(PlacedMap {
        width,
        height,
        unplaced: unplaced(d, &dots, day),
        territories,
        dots,
        labels,
    })
}

impl PlacedMap<'_> {
    /// What the fillings mean and who has which: uses first, then arrangements from the firmest, then what is not said, then ends.
    pub fn key(&self, d: &Dataset) -> Vec<KeyRow> {
        let mut rows: Vec<KeyRow> = Vec::new();
        for t in self.territories.iter().filter(|t| t.part != Part::Context) {
            let name = (t.name.clone(), t.date.clone());
            match rows.iter_mut().find(|r| r.sign == t.sign && r.words == t.words) {
                Some(row) => row.names.push(name),
                None => rows.push(KeyRow {
                    part: t.part,
                    sign: t.sign.clone(),
                    words: t.words.clone(),
                    names: vec![name],
                }),
            }
        }
        let signs = |group: &'static str| d.words_of(group).filter_map(|ix| d.word(ix).sign.clone());
        let mut order: Vec<String> = signs("arrangement").collect();
        order.reverse();
        let order: Vec<String> = signs("use").chain(order).collect();
        let rank = |row: &KeyRow| order.iter().position(|sign| *sign == row.sign).unwrap_or(order.len());
        rows.sort_by_key(|row| (row.part == Part::End, rank(row)));
        rows
    }
}

fn bounded(length: u32) -> i32 {
    i32::try_from(length).unwrap_or(FARTHEST).clamp(1, FARTHEST)
}

fn entity(d: &Dataset, id: &str) -> Option<EntityIx> {
    match d.find(id) {
        Some(Target::Entity(ix)) => Some(ix),
        _ => None,
    }
}

fn territory<'a>(d: &Dataset, shape: &'a Shape, day: Day) -> Territory<'a> {
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
    if let Some((permission, shown)) = least_firm(d, &permissions, day) {
        let note = if permissions.len() == 1 {
            d.permission(permission).id.clone()
        } else {
            d.entity(ix).id.clone()
        };
        return Territory {
            part: Part::Permission,
            sign: shown.sign,
            words: shown.word.to_lowercase(),
            date: shown.date,
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
    let word = d.word_for(AnswerWord::GROUP, role.as_str());
    let sign = word.and_then(|w| w.sign.clone()).unwrap_or_default();
    (sign, word.map(|w| w.word.to_lowercase()).unwrap_or_default())
}

/// As the strip draws it: by its use where one is reported, else by its arrangement; in words both.
///
/// On a line, what is not said or cannot be known is a gap in it; a territory has the sign of the answer, as everywhere else.
fn of_leg<'a>(d: &Dataset, ix: LegIx, day: Day, plain: Territory<'a>) -> Territory<'a> {
    let view = leg(d, ix, day);
    let arrangement = match view.state {
        LegState::NotSaid => not_said(d).1,
        _ => view.arrangement_word.to_lowercase(),
    };
    let (sign, words, date) = match (view.use_, view.state) {
        (Some(_), _) => {
            let words = format!("{}; {arrangement}", view.use_word.to_lowercase());
            (view.sign, with_date(words, &view.date), String::new())
        }
        (None, LegState::NotSaid) => (not_said(d).0, arrangement, String::new()),
        (None, LegState::Unknown(_)) => (answer_word(d, AnswerWord::Unknown).0, arrangement, String::new()),
        (None, _) => (view.sign, arrangement, view.date),
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
fn least_firm(d: &Dataset, permissions: &[PermissionIx], day: Day) -> Option<(PermissionIx, Shown)> {
    permissions
        .iter()
        .map(|&ix| (ix, permission_shown(d, d.permission(ix), day)))
        .min_by_key(|(ix, shown)| {
            let value = arrangement(d, *ix, shown.answer);
            (value.is_some(), value.and_then(Arrangement::rank))
        })
}

fn arrangement(d: &Dataset, ix: PermissionIx, answer: Answer) -> Option<Arrangement> {
    let row = d.permission(ix).history.get(answer.row()?)?;
    Some(*row.cited.value())
}

/// A place for which there is a permission. It is open where any of them is: each is for someone else.
fn site(d: &Dataset, place: EntityIx, day: Day) -> Option<Site> {
    let permissions: Vec<PermissionIx> = d
        .permissions()
        .filter(|&ix| d.permission(ix).place == Some(place))
        .collect();
    let (first, shown) = permissions
        .iter()
        .map(|&ix| (ix, permission_shown(d, d.permission(ix), day)))
        .max_by_key(|(ix, shown)| arrangement(d, *ix, shown.answer).and_then(Arrangement::rank))?;
    let open = match arrangement(d, first, shown.answer) {
        Some(Arrangement::InEffect | Arrangement::Agreed) => Some(true),
        Some(Arrangement::Ended) => Some(false),
        _ => None,
    };
    let kind = &d.word(d.permission(first).kind).role;
    Some(Site {
        place,
        name: d.entity(place).name.clone(),
        group: d.words_of("permission-group").find(|&g| d.word(g).role == *kind),
        words: shown.word.to_lowercase(),
        date: shown.date,
        open,
        note: match permissions.as_slice() {
            [one] => d.permission(*one).id.clone(),
            _ => d.entity(place).id.clone(),
        },
    })
}

fn unplaced(d: &Dataset, dots: &[Dot], day: Day) -> Vec<Site> {
    let mut places: Vec<EntityIx> = Vec::new();
    for place in d.permissions().filter_map(|ix| d.permission(ix).place) {
        if !places.contains(&place) && !dots.iter().any(|dot| dot.site.place == place) {
            places.push(place);
        }
    }
    places.into_iter().filter_map(|place| site(d, place, day)).collect()
}

/// Names by importance: units, other territories that the lines concern, dots, neighbours.
fn wishes(d: &Dataset, outlines: &Outlines, territories: &[Territory], dots: &[Dot]) -> Vec<Wish> {
    let at = |shape: &Shape, kind: LabelKind, texts: Vec<String>| Wish {
        kind,
        texts,
        x: shape.label[0].clamp(-FARTHEST, FARTHEST),
        y: shape.label[1].clamp(-FARTHEST, FARTHEST),
        room: i32::try_from(shape.room).unwrap_or(FARTHEST),
    };
    let is_unit = |t: &Territory| t.entity.is_some_and(|ix| d.entity(ix).table == Table::Country);
    let mut rows: Vec<(u8, Wish)> = outlines
        .shapes
        .iter()
        .zip(territories)
        .map(|(shape, t)| {
            let texts = t.entity.map_or_else(|| vec![t.name.clone()], |ix| names(d.entity(ix)));
            match (is_unit(t), t.part) {
                (true, _) => (0, at(shape, LabelKind::Subject, texts)),
                (false, Part::Context) => (3, at(shape, LabelKind::Context, texts)),
                (false, _) => (1, at(shape, LabelKind::Subject, texts)),
            }
        })
        .collect();
    rows.extend(dots.iter().enumerate().map(|(n, dot)| {
        let name = &dot.site.name;
        let short = name.split(',').next().unwrap_or(name).to_owned();
        let wish = Wish {
            kind: LabelKind::Dot,
            texts: vec![short, (n + 1).to_string()],
            x: dot.x,
            y: dot.y,
            room: 0,
        };
        (2, wish)
    }));
    rows.sort_by_key(|(importance, _)| *importance);
    rows.into_iter().map(|(_, wish)| wish).collect()
}

/// The name, and a shorter one in the same language where there is one.
fn names(entity: &Entity) -> Vec<String> {
    let shorter = entity
        .aliases
        .iter()
        .filter(|alias| alias.lang.is_none() && alias.text.len() < entity.name.len())
        .min_by_key(|alias| alias.text.len());
    let shorter = shorter.map(|alias| alias.text.clone());
    std::iter::once(entity.name.clone()).chain(shorter).collect()
}
