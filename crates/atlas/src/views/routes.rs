//! Supply lines leg by leg, and permissions by country.

use crate::claim::{self, Claim, Standing, Subject, When};
use crate::dates::AsOf;
use crate::dates::Day;
use crate::index::*;
use crate::mention::{Matter, Mention, mention};
use crate::model::{Cited, Dataset, Start, Table};
use crate::roles::{AnswerWord, Arrangement};

/// A leg for a day, with the sign it is drawn by.
#[derive(Clone, Debug)]
pub struct LegView {
    /// The leg.
    pub leg: LegIx,
    /// Whose territory.
    pub territory: EntityIx,
    /// What it rests on: the least firm of its permissions, or one that has ended; `None` where no permission is reported for it.
    pub arrangement: Option<Claim>,
    /// Its use, for the day; `None` where none is reported.
    pub usage: Option<Claim>,
}

impl LegView {
    /// Name of the line style: what is used is drawn by its use, what is only arranged by its arrangement.
    pub fn sign<'a>(&self, d: &'a Dataset) -> &'a str {
        match (&self.usage, &self.arrangement) {
            (Some(usage), _) => usage.sign(d),
            (None, Some(claim)) if claim.standing() == Standing::Unknown => "unknown",
            (None, Some(claim)) if claim.standing() == Standing::NotForDate => "gap",
            (None, Some(claim)) => claim.sign(d),
            (None, None) => "gap",
        }
    }

    /// Word for the arrangement.
    pub fn arrangement_word<'a>(&self, d: &'a Dataset) -> &'a str {
        let silent = || &d.word(d.answer_word(AnswerWord::NotSaid)).word;
        self.arrangement
            .as_ref()
            .map_or_else(silent, |claim| &claim.word(d).word)
    }

    /// When the arrangement began, in words; empty where there is none.
    pub fn date(&self) -> String {
        self.arrangement
            .as_ref()
            .map(|claim| claim.when().words())
            .unwrap_or_default()
    }

    /// Word for the use.
    pub fn use_word<'a>(&self, d: &'a Dataset) -> &'a str {
        self.usage
            .as_ref()
            .map_or("Use not mentioned", |claim| &claim.word(d).word)
    }

    /// "Agreed, April 2008; in use".
    pub fn in_words(&self, d: &Dataset) -> String {
        let date = self.date();
        let date = if date.is_empty() { date } else { format!(", {date}") };
        let usage = super::support::within(self.use_word(d));
        match self.arrangement {
            Some(_) => format!("{}{date}; {usage}", self.arrangement_word(d)),
            None => format!("Arrangement not mentioned; {usage}"),
        }
    }
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
    (day < from).then(|| AsOf::month(from.year(), from.month()).map_or_else(|| When::of(d, row).words(), AsOf::words))
}

/// A leg for a day.
pub fn leg(d: &Dataset, ix: LegIx, day: Day) -> LegView {
    let leg = d.leg(ix);
    LegView {
        leg: ix,
        territory: leg.territory,
        arrangement: arrangement(d, ix, day),
        usage: use_on(d, ix, day),
    }
}

/// No permission: nothing said. Any ended: ended. Any unknown: unknown. Else the least, in-effect ranking with agreed.
fn arrangement(d: &Dataset, ix: LegIx, day: Day) -> Option<Claim> {
    let permissions = d.leg(ix).permissions.iter();
    let claims: Vec<Claim> = permissions.filter_map(|&p| claim::permission(d, p, day)).collect();
    let telling = |claim: &&Claim| match (claim.standing(), claim.arrangement()) {
        (Standing::NotForDate, _) => (0, None),
        (_, Some(Arrangement::Ended)) => (1, None),
        (Standing::Unknown, _) => (2, None),
        (_, arrangement) => (3, arrangement.and_then(Arrangement::rank)),
    };
    let least = claims.iter().min_by_key(telling)?.clone();
    let standing = least.standing();
    let behind = claims.iter().filter(|claim| claim.standing() == standing);
    let statements: Vec<StatementIx> = behind.flat_map(Claim::statements).collect();
    let cited = Cited::new((), &statements)?;
    Some(least.about(Subject::Leg(ix), cited))
}

/// The latest reported use that is not dated wholly after the day; an undated one holds at the time of writing only. Of days
/// after it nothing is reported.
fn use_on(d: &Dataset, ix: LegIx, day: Day) -> Option<Claim> {
    let mut uses = d.leg(ix).uses.iter().rev();
    let latest = uses.find(
        |(cited, _)| match d.statement(cited.first()).when.as_ref().and_then(crate::Edtf::first) {
            Some(first) => first <= day && day <= d.vantage_day(),
            None => day == d.vantage_day(),
        },
    );
    latest.map(|row| claim::usage(d, ix, row))
}

/// What a unit permits under a group, for a day.
#[derive(Clone, Debug)]
pub struct Permitted {
    /// Vocabulary row of the group.
    pub group: WordIx,
    /// Its permissions, as authored, each with the claim for the day.
    pub claims: Vec<(PermissionIx, Claim)>,
    /// What the source says of the unit under the group, whatever the day.
    pub mention: Mention,
}

/// What a unit permits, group by group as authored.
pub fn permitted(d: &Dataset, unit: EntityIx, day: Day) -> Vec<Permitted> {
    let of_group = |group| Permitted {
        group,
        claims: permissions_of(d, unit, Some(group))
            .into_iter()
            .filter_map(|ix| Some((ix, claim::permission(d, ix, day)?)))
            .collect(),
        mention: mention(d, unit, Matter::Permission(group)),
    };
    groups(d).into_iter().map(of_group).collect()
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

/// To whom, within what limits, and what the source calls the place: "for Allies; case by case; called a base".
pub fn permission_label(d: &Dataset, ix: PermissionIx) -> String {
    let called = d.permission(ix).called.map(|called| d.word(called).word.clone());
    let words: Vec<String> = std::iter::once(permission_terms(d, ix)).chain(called).collect();
    words.join("; ")
}

/// To whom, and within what limits: "for Allies; non-lethal cargo only".
pub fn permission_terms(d: &Dataset, ix: PermissionIx) -> String {
    let p = d.permission(ix);
    let granted = d.word(p.granted_to);
    let mut words = vec![match p.user {
        Some(user) => format!("for {}", d.entity(user).name),
        None if granted.role == "not-named" => granted.word.clone(),
        None => format!("for {}", granted.word),
    }];
    words.extend(p.limits.iter().map(|&limit| d.word(limit).word.clone()));
    words.join("; ")
}
