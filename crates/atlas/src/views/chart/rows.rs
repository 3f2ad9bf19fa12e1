//! Which rows a chart has, and what its labels say: programmes of the ladder from the top, permissions by group and place.
//!
//! Left out: where anything stands.

use super::ChartLook;
use super::spans::{Bounds, Step, Told, told};
use crate::claim::When;
use crate::dates::Day;
use crate::index::*;
use crate::mention::{Matter, mention};
use crate::model::{Dataset, Row, Start, Table, Target, Who};
use crate::roles::{AnswerWord, Arrangement, Basis, HistoryValue, State};
use crate::views::routes::{groups, permission_title, permissions_of};

/// The mark of what is worked out and not said as it stands.
const WORKED_OUT: &str = "*";

/// A part of the chart with its title.
pub(super) struct Part<'a> {
    pub title: String,
    pub rows: Vec<Planned<'a>>,
}

/// A row: a programme, a place, a kind of permission.
pub(super) struct Planned<'a> {
    pub name: String,
    /// One a history; none where the source says nothing of the unit by name.
    pub lines: Vec<Line<'a>>,
    /// What stands there where there is no line.
    pub silent: String,
}

/// A history, drawn along one line.
pub(super) struct Line<'a> {
    pub of: Target,
    history: History<'a>,
    pub entries: Vec<Entry>,
}

#[derive(Clone, Copy)]
enum History<'a> {
    States(&'a [Row<State>]),
    Arrangements(&'a [Row<Arrangement>]),
}

/// A row of a history.
pub(super) struct Entry {
    pub step: Step,
    pub look: ChartLook,
    /// Ways to say it, the fullest first; never empty.
    pub versions: Vec<String>,
    pub statements: Vec<StatementIx>,
    /// Whether it is worked out.
    pub worked_out: bool,
}

impl Line<'_> {
    /// What is answered for the days of an axis.
    pub fn told(&self, axis: Bounds) -> Vec<Told> {
        match self.history {
            History::States(rows) => told(rows, axis),
            History::Arrangements(rows) => told(rows, axis),
        }
    }

    /// The first days that its dates give.
    pub fn days(&self) -> impl Iterator<Item = Day> + '_ {
        self.entries.iter().filter_map(|entry| match entry.step.start {
            // A date without a lower bound reaches as far as its upper one.
            Start::Within(Day::MIN, to) => Some(to),
            Start::Within(from, _) => Some(from),
            Start::NotGiven => None,
        })
    }
}

/// How a value is drawn.
trait Drawn: HistoryValue {
    fn look(self) -> ChartLook;
}

impl Drawn for State {
    fn look(self) -> ChartLook {
        match self {
            Self::Active => ChartLook::Full,
            Self::Absent | Self::Suspended => ChartLook::Halted,
            // Neither a plan nor a place nor help is taking part.
            Self::Interest | Self::Planned | Self::Host | Self::Runs | Self::Helped => ChartLook::Wished,
            Self::Former => ChartLook::End,
            Self::Denied => ChartLook::Denied,
        }
    }
}

impl Drawn for Arrangement {
    fn look(self) -> ChartLook {
        match self {
            Self::Agreed | Self::InEffect => ChartLook::Full,
            Self::Approved => ChartLook::Announced,
            Self::Negotiating => ChartLook::Negotiated,
            Self::Talks => ChartLook::Talked,
            Self::Ended => ChartLook::End,
        }
    }
}

/// Programmes of the ladder from the highest rung down, those of one rung as authored; nothing without a ladder.
pub(super) fn programmes(d: &Dataset, unit: EntityIx) -> Option<Part<'_>> {
    let mut tiers: Vec<EntityIx> = d
        .table(Table::Programme)
        .filter(|&ix| d.entity(ix).rung.is_some())
        .collect();
    crate::order::sort_by_key(&mut tiers, |&ix| std::cmp::Reverse(d.entity(ix).rung));
    let rows: Vec<Planned> = tiers
        .into_iter()
        .map(|programme| {
            let line = d.participation_of(programme, Who::Country(unit)).map(|ix| {
                let history = d.participation(ix).history.as_slice();
                Line {
                    of: Target::Participation(ix),
                    history: History::States(history),
                    entries: entries(d, history, &[]),
                }
            });
            Planned {
                name: d.entity(programme).short().to_owned(),
                lines: line.into_iter().collect(),
                silent: silent(d, unit, Matter::Programme(programme)),
            }
        })
        .collect();
    let title = d.texts().names.tiers.clone();
    (!rows.is_empty()).then_some(Part { title, rows })
}

/// Permissions by group, in it by place or else by kind, as authored; nothing where the dataset has none.
pub(super) fn permissions(d: &Dataset, unit: EntityIx) -> Option<Part<'_>> {
    let mut rows: Vec<Planned> = Vec::new();
    for group in groups(d) {
        let mut own: Vec<(Option<EntityIx>, Planned)> = Vec::new();
        for ix in permissions_of(d, unit, Some(group)) {
            let (place, name) = (d.permission(ix).place, permission_title(d, ix));
            let history = d.permission(ix).history.as_slice();
            let line = Line {
                of: Target::Permission(ix),
                history: History::Arrangements(history),
                entries: entries(d, history, &granted(d, ix)),
            };
            match own.iter_mut().find(|(p, row)| *p == place && row.name == name) {
                Some((_, row)) => row.lines.push(line),
                None => own.push((
                    place,
                    Planned {
                        name,
                        lines: vec![line],
                        silent: String::new(),
                    },
                )),
            }
        }
        if own.is_empty() {
            let name = d.word(group).word.clone();
            rows.push(Planned {
                name,
                lines: Vec::new(),
                silent: silent(d, unit, Matter::Permission(group)),
            });
        }
        rows.extend(own.into_iter().map(|(_, row)| row));
    }
    let title = "What it allows".to_owned();
    (!rows.is_empty()).then_some(Part { title, rows })
}

/// The word for what the source says of a unit where it has no row.
fn silent(d: &Dataset, unit: EntityIx, matter: Matter<'_>) -> String {
    mention(d, unit, matter).word(d).word.clone()
}

/// To whom a permission is granted, and within what limits.
fn granted(d: &Dataset, ix: PermissionIx) -> [String; 2] {
    let p = d.permission(ix);
    let to = d.word(p.granted_to);
    let to = match p.user {
        Some(user) => format!(" for {}", d.entity(user).name),
        None if to.role == "not-named" => format!(", {}", to.word),
        None => format!(" for {}", to.word),
    };
    let limits = p
        .limits
        .iter()
        .map(|&limit| format!(", {}", d.word(limit).word))
        .collect();
    [to, limits]
}

/// The rows of a history; what is granted stands with the last row by which it still is.
fn entries<V: Drawn>(d: &Dataset, history: &[Row<V>], granted: &[String]) -> Vec<Entry> {
    let telling = history
        .iter()
        .rposition(|row| row.cited.value().look() != ChartLook::End);
    let mut before = Vec::new();
    let mut out = Vec::new();
    for (n, row) in history.iter().enumerate() {
        let value = *row.cited.value();
        let again = value.is_return(&before).then(|| d.answer_word(AnswerWord::Again));
        let word = d.word(again.unwrap_or(row.word)).word.clone();
        before.push(value);
        let granted = if telling == Some(n) { granted } else { &[] };
        let worked_out = matches!(row.basis, Basis::Only | Basis::Inferred);
        out.push(Entry {
            step: Step::of(row, value.look() == ChartLook::End),
            look: value.look(),
            versions: versions(
                &word,
                granted,
                &When::of(d, row).words(),
                if worked_out { WORKED_OUT } else { "" },
            ),
            statements: row.cited.statements().collect(),
            worked_out,
        });
    }
    out
}

/// Ways to say it, the longest first: with everything, then without the date, without limits, without both, the word alone.
fn versions(word: &str, granted: &[String], date: &str, sign: &str) -> Vec<String> {
    let (to, limits) = match granted {
        [to, limits] => (to.as_str(), limits.as_str()),
        _ => ("", ""),
    };
    let date = if date.is_empty() {
        String::new()
    } else {
        format!(", {date}")
    };
    let ways = [
        (to, limits, date.as_str()),
        (to, limits, ""),
        (to, "", date.as_str()),
        (to, "", ""),
        ("", "", date.as_str()),
        ("", "", ""),
    ];
    let mut out: Vec<String> = Vec::new();
    for (to, limits, date) in ways {
        let words = format!("{word}{to}{limits}{date}{sign}");
        if !out.contains(&words) {
            out.push(words);
        }
    }
    out
}
