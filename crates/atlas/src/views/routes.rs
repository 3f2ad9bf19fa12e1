//! Supply lines leg by leg, and permissions by country.

use crate::asof::{Answer, AsOf, Why};
use crate::dates::Day;
use crate::index::*;
use crate::model::{Dataset, Start, Table};
use crate::roles::{AnswerWord, Arrangement, Use};

use super::shown::{date_of, permission_shown};

/// How far the arrangement of a leg has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegState {
    /// No permission is reported for it.
    NotSaid,
    /// A permission has ended.
    Ended,
    /// The least of its permissions.
    Is(Arrangement),
    /// It cannot be known for that day.
    Unknown(Why),
}

/// A leg for a day, with the sign it is drawn by.
#[derive(Clone, Debug)]
pub struct LegView {
    /// The leg.
    pub leg: LegIx,
    /// Whose territory.
    pub territory: EntityIx,
    /// The arrangement.
    pub state: LegState,
    /// The use, for the day: `None` where none is reported.
    pub use_: Option<Use>,
    /// Name of the line style.
    pub sign: String,
    /// Word for the arrangement.
    pub arrangement_word: String,
    /// When the arrangement began, in words; empty where there is none.
    pub date: String,
    /// Word for the use.
    pub use_word: String,
}

/// A line with its legs in order.
#[derive(Clone, Debug)]
pub struct Strip {
    /// The line.
    pub line: EntityIx,
    /// Its legs.
    pub legs: Vec<LegView>,
    /// The earliest date that the source gives for any arrangement on it, in words, where the day lies before it.
    pub nothing_before: Option<String>,
}

/// All lines for a day, as authored.
pub fn strips(d: &Dataset, day: Day) -> Vec<Strip> {
    d.table(Table::Line)
        .map(|line| Strip {
            line,
            legs: d.legs_of(line).into_iter().map(|ix| leg(d, ix, day)).collect(),
            nothing_before: nothing_before(d, line, day),
        })
        .collect()
}

fn nothing_before(d: &Dataset, line: EntityIx, day: Day) -> Option<String> {
    let permissions = d.legs_of(line).into_iter().flat_map(|ix| d.leg(ix).permissions.clone());
    let dated = permissions
        .flat_map(|p| d.permission(p).history.iter())
        .filter_map(|row| match row.start {
            Start::Within(from, _) => Some((from, row)),
            Start::NotGiven => None,
        });
    let (from, row) = dated.min_by_key(|(from, _)| *from)?;
    (day < from).then(|| AsOf::month(from.year(), from.month()).map_or_else(|| date_of(d, row), AsOf::words))
}

/// A leg for a day.
pub fn leg(d: &Dataset, ix: LegIx, day: Day) -> LegView {
    let leg = d.leg(ix);
    let answers: Vec<(PermissionIx, super::Shown)> = leg
        .permissions
        .iter()
        .map(|&p| (p, permission_shown(d, d.permission(p), day)))
        .collect();
    let state = leg_state(d, &answers);
    let telling = answers.iter().find(|(p, shown)| match (state, shown.answer.row()) {
        (LegState::Is(a), Some(row)) => d.permission(*p).history.get(row).is_some_and(|r| *r.cited.value() == a),
        (LegState::Ended, Some(row)) => d
            .permission(*p)
            .history
            .get(row)
            .is_some_and(|r| *r.cited.value() == Arrangement::Ended),
        _ => true,
    });
    let use_ = use_on(d, leg, day);
    let arrangement = telling.map(|(_, shown)| shown);
    let answer_word = |role: AnswerWord| d.word_for(AnswerWord::GROUP, role.as_str());
    let arrangement_word = match (state, arrangement) {
        (LegState::NotSaid, _) | (_, None) => "Arrangement not said".to_owned(),
        (LegState::Unknown(_), _) => answer_word(AnswerWord::Unknown)
            .map(|w| w.word.clone())
            .unwrap_or_default(),
        (_, Some(shown)) => shown.word.clone(),
    };
    let use_word = match use_ {
        Some((_, word)) => d.word(word).word.clone(),
        None => "Use not reported".to_owned(),
    };
    // What is used is drawn by its use; what is only arranged, by its arrangement.
    let sign = match (use_, state) {
        (Some((_, word)), _) => d.word(word).sign.clone(),
        (None, LegState::NotSaid) => Some("gap".to_owned()),
        (None, LegState::Unknown(_)) => Some("unknown".to_owned()),
        (None, _) => arrangement.map(|shown| shown.sign.clone()),
    };
    LegView {
        leg: ix,
        territory: leg.territory,
        state,
        use_: use_.map(|(u, _)| u),
        sign: sign.unwrap_or_default(),
        arrangement_word,
        date: arrangement.map(|shown| shown.date.clone()).unwrap_or_default(),
        use_word,
    }
}

/// No permission: not said. Any ended: ended. Any unknown: unknown. Else the least, in-effect ranking with agreed.
fn leg_state(d: &Dataset, answers: &[(PermissionIx, super::Shown)]) -> LegState {
    let mut least: Option<Arrangement> = None;
    let mut unknown = None;
    for (permission, shown) in answers {
        match shown.answer {
            Answer::CannotBeKnown(why) => unknown = unknown.or(Some(why)),
            Answer::NotSaid => return LegState::NotSaid,
            Answer::Stated(row) | Answer::Inferred(row, _) => {
                let Some(value) = d.permission(*permission).history.get(row).map(|r| *r.cited.value()) else {
                    continue;
                };
                if value == Arrangement::Ended {
                    return LegState::Ended;
                }
                if least.is_none_or(|l| value.rank() < l.rank()) {
                    least = Some(value);
                }
            }
        }
    }
    match (unknown, least) {
        (Some(why), _) => LegState::Unknown(why),
        (None, Some(least)) => LegState::Is(least),
        (None, None) => LegState::NotSaid,
    }
}

/// The latest reported use that is not dated wholly after the day; an undated one holds at the time of writing only. Of days
/// after it nothing is reported.
fn use_on(d: &Dataset, leg: &crate::model::Leg, day: Day) -> Option<(Use, WordIx)> {
    leg.uses
        .iter()
        .rev()
        .find(
            |(cited, _)| match d.statement(cited.first()).when.as_ref().and_then(crate::Edtf::first) {
                Some(first) => first <= day && day <= d.vantage_day(),
                None => day == d.vantage_day(),
            },
        )
        .map(|(cited, word)| (*cited.value(), *word))
}

/// Groups that permissions are shown in, as authored.
pub fn groups(d: &Dataset) -> Vec<WordIx> {
    if d.permissions().len() == 0 {
        return Vec::new();
    }
    d.words_of("permission-group").collect()
}

/// Permissions that a country grants, of one group or of all, as authored.
pub fn permissions_of(d: &Dataset, country: EntityIx, group: Option<WordIx>) -> Vec<PermissionIx> {
    d.permissions()
        .filter(|&ix| {
            let p = d.permission(ix);
            p.country == country && group.is_none_or(|g| d.word(p.kind).role == d.word(g).role)
        })
        .collect()
}

/// What a permission is, in a few words: the airfield's name, or the kind.
pub fn permission_title(d: &Dataset, ix: PermissionIx) -> String {
    let p = d.permission(ix);
    match p.place {
        Some(place) => d.entity(place).name.clone(),
        None => d.word(p.kind).word.clone(),
    }
}

/// To whom, and within what limits: "for Allies; non-lethal cargo only".
pub fn permission_label(d: &Dataset, ix: PermissionIx) -> String {
    let p = d.permission(ix);
    let granted = d.word(p.granted_to);
    let mut words = vec![match p.user {
        Some(user) => format!("for {}", d.entity(user).name),
        None if granted.role == "not-named" => granted.word.clone(),
        None => format!("for {}", granted.word),
    }];
    words.extend(p.limits.iter().map(|&limit| d.word(limit).word.clone()));
    words.extend(p.called.map(|called| d.word(called).word.clone()));
    words.join("; ")
}
