//! The one typed claim: what the source says of something on a day, with the statements it rests on.
//!
//! Everything that is shown as a fact about a unit is a [`Claim`]; it cannot be made without a statement. Left out: how a claim
//! is written on a page.

mod when;

use crate::asof::{Answer, Rule, Why, answer};
use crate::dates::{Day, Edtf};
use crate::index::*;
use crate::model::{Cited, Dataset, Row, Target, Word};
use crate::roles::{AnswerWord, Arrangement, Basis, HistoryValue, State, Undated, Use};

pub use when::When;

/// What a claim is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A unit, or units without their names, in a programme.
    Participation(ParticipationIx),
    /// What is permitted.
    Permission(PermissionIx),
    /// What the leg of a line rests on.
    Leg(LegIx),
    /// The use of a leg.
    Use(LegIx),
}

impl Subject {
    /// As what an id names.
    pub fn target(self) -> Target {
        match self {
            Self::Participation(ix) => Target::Participation(ix),
            Self::Permission(ix) => Target::Permission(ix),
            Self::Leg(ix) | Self::Use(ix) => Target::Leg(ix),
        }
    }
}

/// What a claim comes to, apart from the row it rests on. Two claims differ where these differ: the one definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// This state, arrangement or use: a vocabulary row, since two may share a role.
    Is(WordIx),
    /// It cannot be known for that day.
    Unknown,
    /// The source speaks of a later day alone.
    NotForDate,
}

/// A value of a history or of a leg, by its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A state in a programme.
    State(State),
    /// An arrangement.
    Arrangement(Arrangement),
    /// A use.
    Use(Use),
}

impl From<State> for Role {
    fn from(state: State) -> Self {
        Self::State(state)
    }
}

impl From<Arrangement> for Role {
    fn from(arrangement: Arrangement) -> Self {
        Self::Arrangement(arrangement)
    }
}

/// What the source says of something on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    subject: Subject,
    answer: Answer,
    standing: Standing,
    role: Option<Role>,
    word: WordIx,
    basis: (Basis, WordIx),
    when: When,
    reason: String,
    statements: Cited<()>,
}

impl Claim {
    /// What it is about.
    pub fn subject(&self) -> Subject {
        self.subject
    }

    /// How it is known.
    pub fn answer(&self) -> Answer {
        self.answer
    }

    /// What it comes to: two claims differ where this differs.
    pub fn standing(&self) -> Standing {
        self.standing
    }

    /// The state, where it is one and is known.
    pub fn state(&self) -> Option<State> {
        match self.role {
            Some(Role::State(state)) => Some(state),
            _ => None,
        }
    }

    /// The arrangement, where it is one and is known.
    pub fn arrangement(&self) -> Option<Arrangement> {
        match self.role {
            Some(Role::Arrangement(arrangement)) => Some(arrangement),
            _ => None,
        }
    }

    /// The use, where it is one.
    pub fn usage(&self) -> Option<Use> {
        match self.role {
            Some(Role::Use(usage)) => Some(usage),
            _ => None,
        }
    }

    /// Whether the unit takes part.
    pub fn is_active(&self) -> bool {
        self.state() == Some(State::Active)
    }

    /// Whether it follows from what the source says, and is not said in so many words.
    pub fn is_worked_out(&self) -> bool {
        matches!(self.answer, Answer::Inferred(..)) || matches!(self.basis.0, Basis::Only | Basis::Inferred)
    }

    /// Whether it is known, and nothing else may hold beside it.
    pub fn is_certain(&self) -> bool {
        self.standing != Standing::Unknown && !matches!(self.answer, Answer::Inferred(_, Rule::Beneath))
    }

    /// Why it stands for the unit.
    pub fn basis(&self) -> Basis {
        self.basis.0
    }

    /// The vocabulary row that words it.
    pub fn word<'a>(&self, d: &'a Dataset) -> &'a Word {
        d.word(self.word)
    }

    /// Name of its sign; empty where its word has none.
    pub fn sign<'a>(&self, d: &'a Dataset) -> &'a str {
        d.word(self.word).sign.as_deref().unwrap_or_default()
    }

    /// The vocabulary row of its basis, where it is not that the unit is named.
    pub fn basis_word<'a>(&self, d: &'a Dataset) -> Option<&'a Word> {
        (self.basis.0 != Basis::Named).then(|| d.word(self.basis.1))
    }

    /// When it began.
    pub fn when(&self) -> &When {
        &self.when
    }

    /// Why it is not simply stated, in words; empty where it is.
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// Id of the note that tells it whole.
    pub fn id<'a>(&self, d: &'a Dataset) -> &'a str {
        d.id_of(self.subject.target())
    }

    /// The statements it rests on, the most telling one first; never empty.
    pub fn statements(&self) -> impl Iterator<Item = StatementIx> + '_ {
        self.statements.statements()
    }

    /// The same standing as the claim about something that rests on this: a leg on its permission.
    pub(crate) fn about(self, subject: Subject, statements: Cited<()>) -> Self {
        Self {
            subject,
            statements,
            ..self
        }
    }

    /// The word with its date, its basis and why it is not simply stated.
    pub fn in_words(&self, d: &Dataset) -> String {
        let mut text = self.word(d).word.clone();
        let date = self.when.words();
        if !date.is_empty() {
            text = format!("{text}, {date}");
        }
        let basis = self.basis_word(d).map(|word| word.word.clone());
        let reason = (!self.reason.is_empty()).then(|| self.reason.clone());
        let aside: Vec<String> = basis.into_iter().chain(reason).collect();
        match aside.is_empty() {
            true => text,
            false => format!("{text} ({})", aside.join("; ")),
        }
    }
}

/// What a history says on a day; `None` where it has no row.
pub(crate) fn claim<V: HistoryValue + Into<Role>>(
    d: &Dataset,
    subject: Subject,
    history: &[Row<V>],
    day: Day,
) -> Option<Claim> {
    let answer = answer(history, day, d.vantage_day());
    let told = match answer {
        Answer::Stated(i) | Answer::Inferred(i, _) => i,
        Answer::CannotBeKnown(Why::StartNotGiven(i) | Why::WithinItsDate(i)) => i,
        Answer::CannotBeKnown(Why::AfterWriting) => history.len().saturating_sub(1),
        Answer::NotSaid => 0,
    };
    let row = history.get(told)?;
    let known = Claim {
        subject,
        answer,
        standing: Standing::Is(row.word),
        role: Some((*row.cited.value()).into()),
        word: row.word,
        basis: (row.basis, row.basis_word),
        when: When::of(d, row),
        reason: String::new(),
        statements: row.cited.map(|_| ()),
    };
    Some(match answer {
        Answer::Stated(i) => returned(d, history, i, known),
        Answer::Inferred(i, rule) => {
            let reason = match (rule, history.get(i + 1)) {
                (Rule::Until, Some(next)) => format!("so before {}", When::of(d, next).words()),
                _ => String::new(),
            };
            returned(d, history, i, Claim { reason, ..known })
        }
        Answer::CannotBeKnown(why) => unknown(d, history, row, why, known),
        Answer::NotSaid => Claim {
            standing: Standing::NotForDate,
            role: None,
            word: d.answer_word(AnswerWord::NotForDate),
            basis: (Basis::Named, row.basis_word),
            when: When::Missing(Undated::Never, None),
            reason: format!("{}: {}", d.word(row.word).word, known.when.words()),
            ..known
        },
    })
}

/// Taking part after an absence is taking part again.
fn returned<V: HistoryValue>(d: &Dataset, history: &[Row<V>], at: usize, known: Claim) -> Claim {
    let before: Vec<V> = history.iter().take(at).map(|row| *row.cited.value()).collect();
    let again = history.get(at).is_some_and(|row| row.cited.value().is_return(&before));
    let word = if again {
        d.answer_word(AnswerWord::Again)
    } else {
        known.word
    };
    Claim { word, ..known }
}

fn unknown<V: HistoryValue>(d: &Dataset, history: &[Row<V>], row: &Row<V>, why: Why, known: Claim) -> Claim {
    let word = &d.word(row.word).word;
    let reason = match why {
        Why::StartNotGiven(_) => format!("{word}: {}", row.cited.value().undated().words()),
        Why::WithinItsDate(_) => format!("{word}: dated only as {}", known.when.date_words()),
        Why::AfterWriting => format!("the text was written in {}", d.about().vantage.words),
    };
    // What may hold on that day is told by every row.
    let firsts: Vec<StatementIx> = history.iter().map(|row| row.cited.first()).collect();
    Claim {
        standing: Standing::Unknown,
        role: None,
        word: d.answer_word(AnswerWord::Unknown),
        basis: (Basis::Named, row.basis_word),
        when: When::Missing(Undated::Never, None),
        reason,
        statements: Cited::new((), &firsts).unwrap_or(known.statements),
        ..known
    }
}

/// The claim of a participation on a day; `None` where its history has no row.
pub fn participation(d: &Dataset, ix: ParticipationIx, day: Day) -> Option<Claim> {
    claim(d, Subject::Participation(ix), &d.participation(ix).history, day)
}

/// The claim of a permission on a day; `None` where its history has no row.
pub fn permission(d: &Dataset, ix: PermissionIx, day: Day) -> Option<Claim> {
    claim(d, Subject::Permission(ix), &d.permission(ix).history, day)
}

/// The claim that a leg is used so.
pub(crate) fn usage(d: &Dataset, leg: LegIx, (cited, word): &(Cited<Use>, WordIx)) -> Claim {
    let date = d.statement(cited.first()).when.clone();
    let bounds = date.as_ref().and_then(Edtf::start);
    Claim {
        subject: Subject::Use(leg),
        answer: Answer::Stated(0),
        standing: Standing::Is(*word),
        role: Some(Role::Use(*cited.value())),
        word: *word,
        basis: (Basis::Named, *word),
        when: match (date, bounds) {
            (Some(date), Some((first, last))) => When::Given {
                date,
                first,
                last,
                words: None,
                decided: false,
            },
            _ => When::Missing(Undated::Start, None),
        },
        reason: String::new(),
        statements: cited.map(|_| ()),
    }
}
