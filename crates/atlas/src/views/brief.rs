//! A brief: what is stated of one country, one programme or the supply lines, short enough for a printed page, with numbered notes.
//!
//! Every line carries the numbers of its notes; a note is a place in the source, numbered where it is first needed. Left out: statements that
//! no structured value rests on, beyond a few for a programme; the page of the whole has them.

use crate::dates::Day;
use crate::index::*;
use crate::model::{Cited, Dataset, Row, Table};

use super::ladder::{cell, matrix_programmes, not_said, row_wide};
use super::routes::{groups, permission_label, permission_title, permissions_of, strips};
use super::shown::{Shown, permission_shown};
use super::{NotSaid, event_date, events};

/// Statements of a programme that a brief gives beside who takes part.
const MOST_STATEMENTS: usize = 8;
/// Open questions that a brief asks; the page of the whole has them all.
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
        let s = self.d.statement(ix);
        let place = crate::cite::places_of(self.d, ix).join("; ");
        let note = match s.modality.is_fact() {
            true => place,
            false => format!("{place} ({})", self.d.word(s.modality_word).word.to_lowercase()),
        };
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
    let lead = lead.map(|s| notes.line(d.statement(s).text.clone(), [s]));
    let mut parts = match of {
        Subject::Country(ix) => vec![
            part("Programmes", programmes_of(d, ix, day, &mut notes)),
            part("What it allows", allowed_by(d, ix, day, &mut notes)),
            part("On a supply line", legs(d, Some(ix), day, &mut notes)),
            part("What is dated", dated(d, ix, &mut notes)),
        ],
        Subject::Programme(ix) => vec![
            part("Who takes part", participants(d, ix, day, &mut notes)),
            part("What the article says of it", said_of(d, ix, &mut notes)),
        ],
        Subject::Lines => {
            let mut parts = vec![part("Legs", legs(d, None, day, &mut notes))];
            parts.extend(groups(d).into_iter().map(|g| group(d, g, day, &mut notes)));
            parts
        }
    };
    parts.retain(|part| !part.lines.is_empty());
    Brief {
        title: entity.map_or_else(|| "Supply routes".to_owned(), |ix| d.entity(ix).long()),
        lead,
        parts,
        open: open(d, of),
        notes: notes.places,
    }
}

fn part(heading: &str, lines: Vec<Line>) -> Part {
    Part {
        heading: heading.to_owned(),
        lines,
    }
}

/// The word of an answer with its date, its basis and why it is not simply stated.
fn words(d: &Dataset, shown: &Shown) -> String {
    let mut text = shown.word.clone();
    if !shown.date.is_empty() {
        text = format!("{text}, {}", shown.date);
    }
    let basis = shown.basis.map(|b| d.word(b).word.clone());
    let reason = (!shown.reason.is_empty()).then(|| shown.reason.trim_end_matches('.').to_owned());
    let aside: Vec<String> = basis.into_iter().chain(reason).collect();
    match aside.is_empty() {
        true => text,
        false => format!("{text} ({})", aside.join("; ")),
    }
}

/// The statements behind an answer: those of its row; where none answers, the first of every row.
fn behind<V>(history: &[Row<V>], shown: &Shown) -> Vec<StatementIx> {
    match shown.answer.row().and_then(|row| history.get(row)) {
        Some(row) => row.cited.statements().collect(),
        None => history.iter().map(|row| row.cited.first()).collect(),
    }
}

fn programmes_of(d: &Dataset, country: EntityIx, day: Day, notes: &mut Notes<'_>) -> Vec<Line> {
    let cells = matrix_programmes(d).into_iter().map(|p| cell(d, country, p, day));
    cells
        .filter_map(|cell| {
            let history = &d.participation(cell.participation?).history;
            let text = format!("{}: {}", d.entity(cell.programme).short(), words(d, &cell.shown));
            Some(notes.line(text, behind(history, &cell.shown)))
        })
        .collect()
}

fn participants(d: &Dataset, programme: EntityIx, day: Day, notes: &mut Notes<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some((ix, scope)) = row_wide(d, programme)
        && let Some(word) = d.word_for("scope", scope.as_str())
    {
        let first = d.participation(ix).history.iter().map(|row| row.cited.first());
        lines.push(notes.line(word.word.clone(), first));
    }
    for country in d.countries() {
        let cell = cell(d, country, programme, day);
        let text = format!("{}: {}", d.entity(country).name, words(d, &cell.shown));
        let history = cell.participation.map(|ix| d.participation(ix).history.as_slice());
        lines.push(notes.line(text, behind(history.unwrap_or_default(), &cell.shown)));
    }
    lines
}

fn said_of(d: &Dataset, programme: EntityIx, notes: &mut Notes<'_>) -> Vec<Line> {
    let lead = d.entity(programme).lead;
    let others = d.statements_about(programme).iter().filter(|&&ix| Some(ix) != lead);
    others
        .take(MOST_STATEMENTS)
        .map(|&ix| notes.line(d.statement(ix).text.clone(), [ix]))
        .collect()
}

fn permission(d: &Dataset, ix: PermissionIx, before: &str, day: Day, notes: &mut Notes<'_>) -> Line {
    let p = d.permission(ix);
    let shown = permission_shown(d, p, day);
    let text = format!(
        "{before}{}, {}: {}",
        permission_title(d, ix),
        permission_label(d, ix),
        words(d, &shown)
    );
    notes.line(text, behind(&p.history, &shown))
}

fn allowed_by(d: &Dataset, country: EntityIx, day: Day, notes: &mut Notes<'_>) -> Vec<Line> {
    let granted = permissions_of(d, country, None).into_iter();
    granted.map(|ix| permission(d, ix, "", day, notes)).collect()
}

fn group(d: &Dataset, group: WordIx, day: Day, notes: &mut Notes<'_>) -> Part {
    let of_group = d
        .permissions()
        .filter(|&ix| d.word(d.permission(ix).kind).role == d.word(group).role);
    let lines = of_group.map(|ix| {
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
            let leg = d.leg(view.leg);
            let date = match view.date.is_empty() {
                true => String::new(),
                false => format!(", {}", view.date),
            };
            let name = match on {
                Some(_) => d.entity(strip.line).name.clone(),
                None => format!("{}, {}", d.entity(strip.line).name, d.entity(view.territory).name),
            };
            let text = format!(
                "{name}: {}{date}; {}",
                view.arrangement_word,
                view.use_word.to_lowercase()
            );
            let used = leg.uses.iter().map(|(cited, _)| Cited::first(cited));
            let statements: Vec<StatementIx> = leg.statements.iter().copied().chain(used).collect();
            lines.push(notes.line(text, statements));
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
        let planned = if e.plan { " (planned when written)" } else { "" };
        let text = format!("{}: {}{planned}", event_date(d, e.ix), entity.name);
        notes.line(text, entity.statements.iter().copied())
    })
    .collect()
}

/// What is not said: the programmes and permissions of a country in one line each, then what the register asks.
fn open(d: &Dataset, of: Subject) -> Vec<String> {
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
    out.extend(asked.take(MOST_GAPS).map(|gap| gap.question.clone()));
    out
}
