//! What drawings write of a claim: its word, date and sign, and the numbers of its paragraphs.
//!
//! The one place where the map, the rail and the strip take claims apart. Left out: how any of it is drawn.

use crate::claim::{self, Claim};
use crate::dates::Day;
use crate::index::*;
use crate::model::Dataset;
use crate::roles::{AnswerWord, Arrangement, Use};

use super::ladder::Cell;
use super::marks;
use super::routes::{leg, permission_label};
use super::support::within;

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
        let word = d.word(d.answer_word(role));
        Self {
            word: word.word.clone(),
            date: String::new(),
            sign: word.sign.clone().unwrap_or_default(),
            is_worked_out: false,
            note: String::new(),
            marks: Vec::new(),
        }
    }

    /// Of a claim.
    pub(super) fn of(d: &Dataset, claim: &Claim) -> Self {
        Self {
            word: claim.word(d).word.clone(),
            date: if claim.when().is_given() {
                claim.when().words()
            } else {
                String::new()
            },
            sign: claim.sign(d).to_owned(),
            is_worked_out: claim.is_worked_out(),
            note: claim.id(d).to_owned(),
            marks: numbers(d, claim.statements()),
        }
    }
}

/// What a permission comes to on a day, and how far it has come where that is known.
pub(super) fn of_permission(d: &Dataset, ix: PermissionIx, day: Day) -> Option<(Fact, Option<Arrangement>)> {
    let claim = claim::permission(d, ix, day)?;
    Some((Fact::of(d, &claim), claim.arrangement()))
}

/// What a unit is in a programme, where the source says anything of it.
pub(super) fn of_cell(d: &Dataset, cell: &Cell) -> Option<Fact> {
    cell.value.claim().map(|claim| Fact::of(d, claim))
}

/// Numbers of the paragraphs that support statements: those of the first statement, then the others, each once.
fn numbers(d: &Dataset, statements: impl IntoIterator<Item = StatementIx>) -> Vec<usize> {
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
    let silent = Fact::of_answer(d, AnswerWord::NotSaid);
    let arrangement = match &view.arrangement {
        Some(claim) => Fact::of(d, claim),
        None => Fact {
            marks: numbers(d, own.statements.iter().copied()),
            // What is said of its use is said of another day.
            ..match view.usage.is_none() && !own.uses.is_empty() {
                true => Fact::of_answer(d, AnswerWord::NotForDate),
                false => silent.clone(),
            }
        },
    };
    let mut more: Vec<String> = own.permissions.iter().map(|&p| of_what(d, p)).collect();
    let known = view.arrangement.as_ref().and_then(Claim::arrangement);
    let (fact, firmness) = match &view.usage {
        Some(usage) => {
            let arranged = match view.arrangement {
                Some(_) => arrangement.dated(),
                None => format!("Arrangement {}", within(&silent.word)),
            };
            more.insert(0, arranged);
            let fact = Fact {
                date: String::new(),
                ..Fact::of(d, usage)
            };
            let firmness = match usage.usage() {
                Some(Use::Reported) => Firmness::Firm,
                _ => Firmness::Broken,
            };
            (fact, firmness)
        }
        None => {
            more.push(view.use_word(d).to_owned());
            (arrangement, Firmness::of(known))
        }
    };
    LegFact {
        leg: ix,
        territory: own.territory,
        fact: Fact {
            sign: view.sign(d).to_owned(),
            note: own.id.clone(),
            ..fact
        },
        firmness,
        more,
    }
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
