//! The roles that vocabulary rows play. Words live in the data; code knows roles only (one table an enum, no parallel matches).

/// Declares a role enum with the one table that maps it to the text of the data and back.
macro_rules! roles {
    ($(#[$meta:meta])* $name:ident in $group:literal { $($(#[$doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// The vocabulary group whose rows carry this role.
            pub const GROUP: &'static str = $group;
            /// Every role, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Every role as the data writes it, in order.
            pub const NAMES: &'static [&'static str] = &[$($text,)+];

            /// The role as the data writes it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            /// The role that the data writes so, if there is one.
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|role| role.as_str() == text)
            }

            /// What may stand here, for messages.
            pub fn expected() -> String {
                format!("one of {}", Self::NAMES.join(", "))
            }
        }
    };
}

roles! {
    /// How firmly a statement asserts.
    Modality in "modality" {
        /// An act that took place.
        Act = "act",
        /// A state or practice, true when written.
        State = "state",
        /// True once, said to be over.
        Over = "over",
        /// Said not to be.
        Negated = "negated",
        /// Begun, unfinished.
        Unfinished = "unfinished",
        /// Fixed for later by those in charge.
        Plan = "plan",
        /// May follow; nobody has decided.
        Possible = "possible",
        /// An interest, aim, offer or request.
        Wish = "wish",
        /// A course suggested to others.
        Proposal = "proposal",
        /// A standard someone accepted.
        Norm = "norm",
        /// Expectation or urging.
        Hope = "hope",
        /// Evaluation, cause, significance.
        Judgement = "judgement",
    }
}

impl Modality {
    /// "A fact": an act that took place or a state that held.
    pub const fn is_fact(self) -> bool {
        matches!(self, Self::Act | Self::State)
    }
}

roles! {
    /// The state of a unit in a programme. "Again" is active after absent; "not mentioned" is never stored.
    State in "state" {
        /// Takes part.
        Active = "active",
        /// Hosts it; that it takes part is not said thereby.
        Host = "host",
        /// Runs it: it is the unit's own.
        Runs = "runs",
        /// Is helped by it: a place or a beneficiary is no participant.
        Helped = "helped",
        /// Is planned to take part.
        Planned = "planned",
        /// Was in it, until it ended or became another.
        Former = "former",
        /// Stayed away after taking part.
        Absent = "absent",
        /// Talks towards taking part were suspended.
        Suspended = "suspended",
        /// An interest only.
        Interest = "interest",
        /// Said not to take part.
        Denied = "denied",
    }
}

roles! {
    /// How far an arrangement has come; the first four are an order, the last two stand apart from it.
    Arrangement in "arrangement" {
        /// Talks held, result not given.
        Talks = "talks",
        /// Being negotiated.
        Negotiating = "negotiating",
        /// Approved in public, not concluded.
        Approved = "approved",
        /// Signed or finalised.
        Agreed = "agreed",
        /// In use or practice.
        InEffect = "in-effect",
        /// No longer in effect.
        Ended = "ended",
    }
}

impl Arrangement {
    /// Place in the order of firmness; in-effect ranks with agreed, ended outside it.
    pub const fn rank(self) -> Option<u8> {
        match self {
            Self::Talks => Some(0),
            Self::Negotiating => Some(1),
            Self::Approved => Some(2),
            Self::Agreed | Self::InEffect => Some(3),
            Self::Ended => None,
        }
    }
}

roles! {
    /// What is reported of the use of a leg. "Not reported" is never stored.
    Use in "use" {
        /// In use.
        Reported = "reported",
        /// In use and under attack.
        Attacked = "attacked",
        /// Use has ended.
        Ended = "ended",
    }
}

roles! {
    /// Why a value stands for a country.
    Basis in "basis" {
        /// The country is named.
        Named = "named",
        /// Said of all.
        All = "all",
        /// Follows from "only".
        Only = "only",
        /// Inferred from what is said elsewhere.
        Inferred = "inferred",
    }
}

roles! {
    /// Of how many members of the group a statement speaks.
    Scope in "scope" {
        /// All of them: the only one that spreads to each.
        All = "all",
        /// Most, not named.
        Most = "most",
        /// Some, not named.
        Some = "some",
        /// A bare plural.
        Bare = "bare",
        /// Those named.
        One = "one",
    }
}

roles! {
    /// Answers that are never stored, with the words for them.
    AnswerWord in "answer" {
        /// Active after absent.
        Again = "again",
        /// Cannot be known for the date.
        Unknown = "unknown",
        /// The source does not mention it.
        NotSaid = "not-said",
        /// The source speaks of a later date alone.
        NotForDate = "not-for-date",
        /// The paragraphs are not coded yet.
        NotCoded = "not-coded",
        /// Said of some or most, not named.
        RowWide = "row-wide",
    }
}

roles! {
    /// What the source says of a unit under a section, a programme or a permission, one of five answers.
    Mentioned in "mention" {
        /// Of the unit by name.
        ByName = "by-name",
        /// Of all units.
        OfAll = "of-all",
        /// Of most, of some, or of units in general, without their names.
        OfGroup = "of-group",
        /// Something, and nothing of this unit.
        NotByName = "not-by-name",
        /// Nothing at all.
        Nothing = "nothing",
    }
}

roles! {
    /// How a passage supports a statement.
    EvidenceRole in "evidence-role" {
        /// It supports the statement.
        Supports = "supports",
        /// It mentions the same thing less precisely.
        LessPrecise = "less-precise",
    }
}

/// When a row of a history begins, by the date of its statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begins {
    /// At the start of the date.
    WithItsDate,
    /// At the end of the date: what is over.
    AtItsEnd,
    /// With its date where that lies before the time of writing, a decision then; else the date is that of what is to come.
    WhenDecided,
}

/// What is said where a value has no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Undated {
    /// What lasts has a start, which is not mentioned.
    Start,
    /// What was done has a date, which is not mentioned.
    Date,
    /// What is over has an end, which is not mentioned.
    End,
    /// No date is to be expected.
    Never,
}

impl Undated {
    /// In words; empty where no date is to be expected.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Start => "start not mentioned",
            Self::Date => "date not mentioned",
            Self::End => "end not mentioned",
            Self::Never => "",
        }
    }
}

/// A value that a history holds: a state, or an arrangement.
pub trait HistoryValue: Copy + PartialEq {
    /// Whether this value after those is a return: taking part after an absence.
    fn is_return(self, before: &[Self]) -> bool;

    /// When it begins.
    fn begins(self) -> Begins;

    /// What its date is the date of.
    fn undated(self) -> Undated;
}

impl HistoryValue for State {
    fn is_return(self, before: &[Self]) -> bool {
        self == Self::Active && before.contains(&Self::Absent)
    }

    fn begins(self) -> Begins {
        match self {
            // A plan was there when the source was written, whenever it is to happen.
            Self::Planned => Begins::WhenDecided,
            // "Until Y it was a member" is former from the end of Y.
            Self::Former => Begins::AtItsEnd,
            _ => Begins::WithItsDate,
        }
    }

    fn undated(self) -> Undated {
        match self {
            Self::Active | Self::Absent | Self::Host | Self::Runs | Self::Helped => Undated::Start,
            Self::Suspended | Self::Interest | Self::Planned => Undated::Date,
            Self::Former => Undated::End,
            Self::Denied => Undated::Never,
        }
    }
}

impl HistoryValue for Arrangement {
    fn is_return(self, _: &[Self]) -> bool {
        false
    }

    fn begins(self) -> Begins {
        match self {
            Self::Ended => Begins::AtItsEnd,
            _ => Begins::WithItsDate,
        }
    }

    fn undated(self) -> Undated {
        match self {
            Self::InEffect => Undated::Start,
            Self::Ended => Undated::End,
            Self::Talks | Self::Negotiating | Self::Approved | Self::Agreed => Undated::Date,
        }
    }
}

/// Whether a statement of this modality may carry this state: nothing is promoted.
pub const fn carries_state(modality: Modality, state: State) -> bool {
    match state {
        State::Active | State::Host | State::Helped => modality.is_fact(),
        // What is being set up is the unit's own already.
        State::Runs => modality.is_fact() || matches!(modality, Modality::Unfinished),
        // A decision to take part is an act; what it decides is a plan.
        State::Planned => matches!(modality, Modality::Plan | Modality::Act),
        State::Former => matches!(modality, Modality::Act | Modality::State | Modality::Over),
        State::Absent | State::Suspended => matches!(
            modality,
            Modality::Act | Modality::State | Modality::Over | Modality::Negated
        ),
        State::Interest => matches!(modality, Modality::Wish),
        State::Denied => matches!(modality, Modality::Negated),
    }
}

/// Whether a statement of this modality may carry this arrangement.
pub const fn carries_arrangement(modality: Modality, arrangement: Arrangement) -> bool {
    match arrangement {
        Arrangement::Talks | Arrangement::Negotiating => {
            matches!(modality, Modality::Act | Modality::State | Modality::Unfinished)
        }
        // An announcement is an act; what it announces is not thereby agreed.
        Arrangement::Approved => matches!(modality, Modality::Act),
        Arrangement::Agreed => modality.is_fact(),
        // "Until Y it had": the statement says both that it was in effect and that it is over.
        Arrangement::InEffect => matches!(modality, Modality::Act | Modality::State | Modality::Over),
        Arrangement::Ended => matches!(modality, Modality::Over | Modality::Negated),
    }
}

/// Whether a statement of this modality may carry this use.
pub const fn carries_use(modality: Modality, use_: Use) -> bool {
    match use_ {
        Use::Reported | Use::Attacked => modality.is_fact(),
        Use::Ended => matches!(modality, Modality::Over),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_round_trip() {
        for &role in Modality::ALL {
            assert_eq!(Modality::parse(role.as_str()), Some(role));
        }
        assert_eq!(State::parse("again"), None);
    }

    #[test]
    fn nothing_is_promoted() {
        assert!(!carries_state(Modality::Wish, State::Active));
        assert!(carries_state(Modality::Wish, State::Interest));
        assert!(!carries_state(Modality::Plan, State::Active));
        assert!(carries_state(Modality::Plan, State::Planned));
        assert!(!carries_arrangement(Modality::Plan, Arrangement::Approved));
        for &state in State::ALL {
            assert!(!carries_state(Modality::Proposal, state));
        }
        for &arrangement in Arrangement::ALL {
            assert!(!carries_arrangement(Modality::Proposal, arrangement));
        }
    }
}
