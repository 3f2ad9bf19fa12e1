//! What stands behind what is shown: the statements of an answer for a day, and how firmly a statement speaks.

use crate::claim::{self, Claim};
use crate::dates::Day;
use crate::index::StatementIx;
use crate::model::{Dataset, Target};
use crate::roles::{Modality, Scope};

use super::routes::leg;

/// The statements behind what a target shows on a day, each once, the most telling one first. Of a leg those of its arrangement, then
/// its own, then its use's. Empty for what rests on no statement: gaps, paragraphs, terms, oddities.
pub fn support(d: &Dataset, target: Target, day: Day) -> Vec<StatementIx> {
    let behind = |claim: Option<Claim>| claim.iter().flat_map(Claim::statements).collect::<Vec<_>>();
    let mut all = match target {
        Target::Statement(ix) => vec![ix],
        Target::Participation(ix) => behind(claim::participation(d, ix, day)),
        Target::Permission(ix) => behind(claim::permission(d, ix, day)),
        Target::Leg(ix) => {
            let view = leg(d, ix, day);
            let own = d.leg(ix).statements.iter().copied();
            behind(view.arrangement)
                .into_iter()
                .chain(own)
                .chain(behind(view.usage))
                .collect()
        }
        Target::Entity(ix) => {
            let entity = d.entity(ix);
            match entity.statements.is_empty() {
                true => entity.lead.into_iter().collect(),
                false => entity.statements.clone(),
            }
        }
        Target::Gap(_) | Target::Paragraph(_) | Target::Term(_) | Target::Oddity(_) => Vec::new(),
    };
    let mut seen = Vec::new();
    all.retain(|ix| {
        !seen.contains(ix) && {
            seen.push(*ix);
            true
        }
    });
    all
}

/// The word for how firmly a statement speaks, and of how many, where it is not a plain fact about those named.
pub fn firmness(d: &Dataset, ix: StatementIx) -> Option<String> {
    let s = d.statement(ix);
    let mut words = Vec::new();
    if !matches!(s.modality, Modality::Act | Modality::State) {
        words.push(d.word(s.modality_word).word.clone());
    }
    if matches!(s.scope, Scope::Most | Scope::Some) {
        words.push(d.word(s.scope_word).word.clone());
    }
    if !d.is_own_voice(s) {
        words.push(format!("{}, {}", d.entity(s.who).name, d.word(s.how).word));
    }
    (!words.is_empty()).then(|| words.join(" · "))
}

/// A word of a vocabulary as it stands within a sentence; names keep their capitals.
pub fn within(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|c| c.to_lowercase().to_string());
    // An acronym is no word to be lowered.
    match letters.clone().next().is_some_and(char::is_uppercase) {
        true => word.to_owned(),
        false => first.into_iter().chain([letters.as_str().to_owned()]).collect(),
    }
}

/// A statement as it stands in a text: its words, then how firmly they are said where that is not plainly.
pub fn said(d: &Dataset, ix: StatementIx) -> String {
    with_firmness(d, ix, &d.statement(ix).text)
}

/// Words that rest on a statement, then how firmly it speaks where that is not plainly.
pub fn with_firmness(d: &Dataset, ix: StatementIx, words: &str) -> String {
    match firmness(d, ix) {
        Some(firmness) => format!("{words} ({})", within(&firmness)),
        None => words.to_owned(),
    }
}
