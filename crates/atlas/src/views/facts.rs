//! What drawings say of a unit or a leg: a word, a date, a sign and where it is said, taken from the answers of the other views.
//!
//! The one place where the map, the rail and the strip ask for answers. Left out: how any of it is drawn.

use crate::asof::Answer;
use crate::dates::Day;
use crate::index::*;
use crate::model::{Dataset, Row, Start, Target};
use crate::roles::{AnswerWord, Arrangement, State, Use};

use super::ladder::Cell;
use super::marks;
use super::routes::{LegState, LegView, leg, permission_label};
use super::shown::{Shown, permission_shown};
use super::support::{support, within};

/// One answer, as a drawing says it. Words and signs are the dataset's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The word.
    pub word: String,
    /// When it began, in words; empty where the source does not say.
    pub date: String,
    /// Name of the sign.
    pub sign: String,
    /// Whether it follows from what is said and is not said in so many words.
    pub is_worked_out: bool,
    /// Id of the note that tells it whole; empty where nothing is said.
    pub note: String,
    /// Running numbers of the paragraphs that support it, those of the first statement first; empty where nothing is said.
    pub marks: Vec<usize>,
}

impl Fact {
    /// The word and the date.
    pub fn dated(&self) -> String {
        match self.date.is_empty() {
            true => self.word.clone(),
            false => format!("{}, {}", self.word, self.date),
        }
    }

    /// The word of an answer that rests on no row.
    pub(super) fn of_answer(d: &Dataset, role: AnswerWord) -> Self {
        let word = d.word_for(AnswerWord::GROUP, role.as_str());
        Self {
            word: word.map(|w| w.word.clone()).unwrap_or_default(),
            date: String::new(),
            sign: word.and_then(|w| w.sign.clone()).unwrap_or_default(),
            is_worked_out: false,
            note: String::new(),
            marks: Vec::new(),
        }
    }

    fn of<V: Copy>(d: &Dataset, shown: Shown, history: &[Row<V>], target: Target, day: Day) -> (Self, Option<V>) {
        let row = shown.answer.row().and_then(|row| history.get(row));
        let is_given = row.is_some_and(|row| matches!(row.start, Start::Within(..)));
        let fact = Self {
            word: shown.word,
            date: if is_given { shown.date } else { String::new() },
            sign: shown.sign,
            is_worked_out: shown.basis.is_some() || matches!(shown.answer, Answer::Inferred(..)),
            note: d.id_of(target).to_owned(),
            marks: numbers(d, support(d, target, day)),
        };
        (fact, row.map(|row| *row.cited.value()))
    }
}

/// What a permission comes to on a day, and how far it has come where that is known.
pub(super) fn of_permission(d: &Dataset, ix: PermissionIx, day: Day) -> (Fact, Option<Arrangement>) {
    let permission = d.permission(ix);
    let shown = permission_shown(d, permission, day);
    Fact::of(d, shown, &permission.history, Target::Permission(ix), day)
}

/// What a unit is in a programme on a day, where the source says anything of it.
pub(super) fn of_cell(d: &Dataset, cell: &Cell, day: Day) -> Option<(Fact, Option<State>)> {
    let ix = cell.participation?;
    let history = &d.participation(ix).history;
    Some(Fact::of(d, cell.shown.clone(), history, Target::Participation(ix), day))
}

/// Numbers of the paragraphs that support statements: those of the first statement, then the others, each once.
fn numbers(d: &Dataset, statements: Vec<StatementIx>) -> Vec<usize> {
    let mut numbers: Vec<usize> = Vec::new();
    for ix in statements {
        for mark in marks::marks(d, [ix]) {
            if !numbers.contains(&mark.number) {
                numbers.push(mark.number);
            }
        }
    }
    numbers
}

/// How firm a leg is, whichever way it is known: what is used by its use, what is only arranged by its arrangement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Firmness {
    /// Used, agreed or in effect.
    Firm,
    /// Approved, not concluded.
    Approved,
    /// Talked about.
    Talks,
    /// Attacked, or over.
    Broken,
    /// Not said, or not known for that day.
    Unsaid,
}

impl Firmness {
    /// Of an arrangement; `None` where none is known.
    pub(super) fn of(arrangement: Option<Arrangement>) -> Self {
        match arrangement {
            Some(Arrangement::Agreed | Arrangement::InEffect) => Self::Firm,
            Some(Arrangement::Approved) => Self::Approved,
            Some(Arrangement::Talks | Arrangement::Negotiating) => Self::Talks,
            Some(Arrangement::Ended) => Self::Broken,
            None => Self::Unsaid,
        }
    }
}

/// A leg as drawings say it.
#[derive(Clone, Debug)]
pub struct LegFact {
    /// The leg.
    pub leg: LegIx,
    /// Whose territory.
    pub territory: EntityIx,
    /// The use where one is reported, else the arrangement. Its sign is the style that the line is drawn in.
    pub fact: Fact,
    /// How firm that is.
    pub firmness: Firmness,
    /// What else is said: of what the arrangement is, and whether use is reported. Sentences without full stops.
    pub more: Vec<String>,
}

/// A leg on a day.
pub(super) fn of_leg(d: &Dataset, ix: LegIx, day: Day) -> LegFact {
    let view = leg(d, ix, day);
    let own = d.leg(ix);
    let facts: Vec<(PermissionIx, Fact, Option<Arrangement>)> = own
        .permissions
        .iter()
        .map(|&p| {
            let (fact, arrangement) = of_permission(d, p, day);
            (p, fact, arrangement)
        })
        .collect();
    let telling = facts.iter().find(|(_, fact, _)| fact.word == view.arrangement_word);
    let note = own.id.clone();
    let line = view.sign.clone();
    let silent = Fact::of_answer(d, AnswerWord::NotSaid);
    let arrangement = match telling {
        Some((_, fact, _)) => fact.clone(),
        None => Fact {
            marks: numbers(d, own.statements.clone()),
            ..silent.clone()
        },
    };
    let mut more: Vec<String> = facts.iter().map(|(p, _, _)| of_what(d, *p)).collect();
    let (fact, firmness) = match used(&view) {
        Some(firmness) => {
            let told = own.uses.iter().rev().find(|(cited, _)| Some(*cited.value()) == view.use_);
            let statements = told.map(|(cited, _)| cited.statements().collect()).unwrap_or_default();
            more.insert(0, match facts.is_empty() {
                true => format!("Arrangement {}", within(&silent.word)),
                false => arrangement.dated(),
            });
            let fact = Fact {
                word: view.use_word.clone(),
                date: String::new(),
                marks: numbers(d, statements),
                ..silent
            };
            (fact, firmness)
        }
        None => {
            more.push(view.use_word.clone());
            (arrangement, Firmness::of(telling.and_then(|(_, _, arrangement)| *arrangement)))
        }
    };
    LegFact {
        leg: ix,
        territory: own.territory,
        fact: Fact {
            sign: line,
            note,
            ..fact
        },
        firmness: if matches!(view.state, LegState::NotSaid) && view.use_.is_none() { Firmness::Unsaid } else { firmness },
        more,
    }
}

fn used(view: &LegView) -> Option<Firmness> {
    Some(match view.use_? {
        Use::Reported => Firmness::Firm,
        Use::Attacked | Use::Ended => Firmness::Broken,
    })
}

/// What a permission is of, and for whom: "Rail transit for the League; dry cargo only".
fn of_what(d: &Dataset, ix: PermissionIx) -> String {
    let kind = &d.word(d.permission(ix).kind).word;
    let label = permission_label(d, ix);
    match label.starts_with("for ") {
        true => format!("{kind} {label}"),
        false => format!("{kind}, {label}"),
    }
}
