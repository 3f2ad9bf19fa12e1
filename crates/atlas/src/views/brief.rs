//! A brief: what is stated of one country, one programme or the supply lines, short enough for a printed page, with numbered notes.
//!
//! Every line carries the numbers of its notes; a note is a place in the source, numbered where it is first needed. Left out: statements that
//! no structured value rests on, beyond a few for a programme; the page of the whole has them.

use crate::claim;
use crate::dates::Day;
use crate::index::*;
use crate::model::{Dataset, Table, Target};

use super::ladder::{cell, matrix_programmes, not_said, row_wide};
use super::routes::{groups, permission_label, permission_title, permissions_of, strips};
use super::support::{said, support, with_firmness};
use super::{NotSaid, event_date, events};

/// Statements that a brief gives of a list; the page of the whole has them all.
const MOST_STATEMENTS: usize = 8;
/// Questions of the register that a brief asks; the page of the whole has them all.
const MOST_GAPS: usize = 6;

/// What a brief is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A country.
    Country(EntityIx),
    /// A programme.
    Programme(EntityIx),
    /// All supply lines.
    Lines,
}

/// One line of a brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What is stated.
    pub text: String,
    /// Numbers of its notes, from 1, ascending, each with a statement behind it; empty only for what the source does not say.
    pub notes: Vec<(usize, StatementIx)>,
}

/// Lines under a heading.
#[derive(Clone, Debug)]
pub struct Part {
    /// The heading.
    pub heading: String,
    /// Its lines, in the order of the page of the whole.
    pub lines: Vec<Line>,
    /// How many more the page of the whole has.
    pub more: usize,
}

/// A brief.
#[derive(Clone, Debug)]
pub struct Brief {
    /// What it is of.
    pub title: String,
    /// The telling line.
    pub lead: Option<Line>,
    /// What is stated.
    pub parts: Vec<Part>,
    /// What the source leaves open.
    pub open: Vec<String>,
    /// How many more questions the register has.
    pub more_open: usize,
    /// The notes, each a place in the source; the first is note 1.
    pub notes: Vec<String>,
}

/// Numbers places in the order in which they are needed.
struct Notes<'a> {
    d: &'a Dataset,
    places: Vec<String>,
    used: Vec<StatementIx>,
}

impl Notes<'_> {
    fn line(&mut self, text: String, statements: impl IntoIterator<Item = StatementIx>) -> Line {
        let mut notes: Vec<(usize, StatementIx)> = statements.into_iter().map(|ix| (self.number(ix), ix)).collect();
        crate::order::sort(&mut notes);
        notes.dedup_by_key(|(number, _)| *number);
        Line { text, notes }
    }

    fn number(&mut self, ix: StatementIx) -> usize {
        self.used.push(ix);
        let note = crate::cite::places_of(self.d, ix).join("; ");
        let at = self.places.iter().position(|known| *known == note).unwrap_or_else(|| {
            self.places.push(note);
            self.places.len() - 1
        });
        at + 1
    }
}

/// The brief of a subject for a day.
pub fn brief(d: &Dataset, of: Subject, day: Day) -> Brief {
    let mut notes = Notes {
        d,
        places: Vec::new(),
        used: Vec::new(),
    };
    let entity = match of {
        Subject::Country(ix) | Subject::Programme(ix) => Some(ix),
        Subject::Lines => None,
    };
    let lead = entity.and_then(|ix| d.entity(ix).lead);
    let lead = lead.map(|s| notes.line(said(d, s), [s]));
    let mut parts = match of {
        Subject::Country(ix) => vec![
            part("Programmes", programmes_of(d, ix, day, &mut notes)),
            part("What it allows", allowed_by(d, ix, day, &mut notes)),
            part(&d.texts().names.lines, legs(d, Some(ix), day, &mut notes)),
            part("What is dated", dated(d, ix, &mut notes)),
        ],
        Subject::Programme(ix) => vec![
            part("Who takes part", participants(d, ix, day, &mut notes)),
            statements(d, "What the article says of it", &others_about(d, ix), &mut notes),
        ],
        Subject::Lines => {
            let mut parts = vec![part("Legs", legs(d, None, day, &mut notes))];
            parts.extend(groups(d).into_iter().map(|g| group(d, g, day, &mut notes)));
            let of_no_line = &d.texts().also_stated;
            parts.push(statements(d, "Also stated, of no line", of_no_line, &mut notes));
            parts
        }
    };
    parts.retain(|part| !part.lines.is_empty());
    let (open, more_open) = open(d, of);
    Brief {
        title: entity.map_or_else(|| d.texts().names.routes.clone(), |ix| d.entity(ix).long()),
        lead,
        parts,
        open,
        more_open,
        notes: notes.places,
    }
}

fn part(heading: &str, lines: Vec<Line>) -> Part {
    Part {
        heading: heading.to_owned(),
        lines,
        more: 0,
    }
}

fn programmes_of(d: &Dataset, country: EntityIx, day: Day, notes: &mut Notes<'_>) -> Vec<Line> {
    let cells = matrix_programmes(d).into_iter().map(|p| cell(d, country, p, day));
    cells
        .filter_map(|cell| {
            let text = format!("{}: {}", d.entity(cell.programme).short(), cell.value.in_words(d));
            (!cell.is_silent()).then(|| notes.line(text, cell.value.statements()))
        })
        .collect()
}

fn participants(d: &Dataset, programme: EntityIx, day: Day, notes: &mut Notes<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some((ix, scope)) = row_wide(d, programme)
        && let Some(word) = d.word_for("scope", scope.as_str())
    {
        lines.push(notes.line(word.word.clone(), support(d, Target::Participation(ix), day)));
    }
    for country in d.countries() {
        let cell = cell(d, country, programme, day);
        let text = format!("{}: {}", d.entity(country).name, cell.value.in_words(d));
        lines.push(notes.line(text, cell.value.statements()));
    }
    lines
}

/// What is said of a programme beside its telling line.
fn others_about(d: &Dataset, programme: EntityIx) -> Vec<StatementIx> {
    let lead = d.entity(programme).lead;
    let all = d.statements_about(programme).iter().copied();
    all.filter(|&ix| Some(ix) != lead).collect()
}

/// The first statements of a list, each with how firmly it speaks.
fn statements(d: &Dataset, heading: &str, list: &[StatementIx], notes: &mut Notes<'_>) -> Part {
    let lines = list.iter().take(MOST_STATEMENTS);
    Part {
        heading: heading.to_owned(),
        lines: lines.map(|&ix| notes.line(said(d, ix), [ix])).collect(),
        more: list.len().saturating_sub(MOST_STATEMENTS),
    }
}

fn permission(d: &Dataset, ix: PermissionIx, before: &str, day: Day, notes: &mut Notes<'_>) -> Option<Line> {
    let claim = claim::permission(d, ix, day)?;
    let text = format!(
        "{before}{}, {}: {}",
        permission_title(d, ix),
        permission_label(d, ix),
        claim.in_words(d)
    );
    Some(notes.line(text, claim.statements()))
}

fn allowed_by(d: &Dataset, country: EntityIx, day: Day, notes: &mut Notes<'_>) -> Vec<Line> {
    let granted = permissions_of(d, country, None).into_iter();
    granted.filter_map(|ix| permission(d, ix, "", day, notes)).collect()
}

fn group(d: &Dataset, group: WordIx, day: Day, notes: &mut Notes<'_>) -> Part {
    let of_group = d
        .permissions()
        .filter(|&ix| d.word(d.permission(ix).kind).role == d.word(group).role);
    let lines = of_group.filter_map(|ix| {
        let country = &d.entity(d.permission(ix).country).name;
        permission(d, ix, &format!("{country}: "), day, notes)
    });
    let lines = lines.collect();
    part(&d.word(group).word, lines)
}

/// The legs of all lines, or those on one territory.
fn legs(d: &Dataset, on: Option<EntityIx>, day: Day, notes: &mut Notes<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    for strip in strips(d, day) {
        for view in strip.legs.iter().filter(|view| on.is_none_or(|c| c == view.territory)) {
            let name = match on {
                Some(_) => d.entity(strip.line).name.clone(),
                None => format!("{}, {}", d.entity(strip.line).name, d.entity(view.territory).name),
            };
            let text = format!("{name}: {}", view.in_words(d));
            lines.push(notes.line(text, support(d, Target::Leg(view.leg), day)));
        }
    }
    lines
}

/// Its dated events, without those that a line above already rests on.
fn dated(d: &Dataset, country: EntityIx, notes: &mut Notes<'_>) -> Vec<Line> {
    let said = notes.used.clone();
    let is_said = |e: &super::Event| d.entity(e.ix).statements.first().is_some_and(|s| said.contains(s));
    let own = events(d)
        .into_iter()
        .filter(|e| e.is_dated() && e.about.contains(&country) && !is_said(e));
    own.map(|e| {
        let entity = d.entity(e.ix);
        let name = match entity.statements.first() {
            Some(&first) => with_firmness(d, first, &entity.name),
            None => entity.name.clone(),
        };
        let text = format!("{}: {name}", event_date(d, e.ix));
        notes.line(text, entity.statements.iter().copied())
    })
    .collect()
}

/// What is not said: the programmes and permissions of a country in one line each, then what the register asks; and how many more
/// questions it has.
fn open(d: &Dataset, of: Subject) -> (Vec<String>, usize) {
    let mut out = Vec::new();
    if let Subject::Country(country) = of {
        let (mut programmes, mut permissions) = (Vec::new(), Vec::new());
        for missing in not_said(d, country) {
            match missing {
                NotSaid::Programme(p) => programmes.push(d.entity(p).short()),
                NotSaid::Permission(g) => permissions.push(d.word(g).word.as_str()),
            }
        }
        if !programmes.is_empty() {
            out.push(format!("Whether it takes part in {}.", programmes.join(", ")));
        }
        if !permissions.is_empty() {
            out.push(format!(
                "Whether it grants anything under “{}”.",
                permissions.join("”, “")
            ));
        }
    }
    let is_asked = |about: &[EntityIx]| match of {
        Subject::Country(ix) | Subject::Programme(ix) => about.contains(&ix),
        Subject::Lines => about.first().is_some_and(|&ix| d.entity(ix).table == Table::Line),
    };
    let asked = d.gaps().map(|g| d.gap(g)).filter(|gap| is_asked(&gap.about));
    let asked: Vec<String> = asked.map(|gap| gap.question.clone()).collect();
    let more = asked.len().saturating_sub(MOST_GAPS);
    out.extend(asked.into_iter().take(MOST_GAPS));
    (out, more)
}
