//! Dates that say something else than their statement, and dated acts that no timeline shows.

use std::collections::HashSet;

use super::Warn;
use crate::dates::Edtf;
use crate::index::StatementIx;
use crate::model::{Dataset, Statement, Table};
use crate::roles::Modality;

/// Looks at the dates of statements, and at the statements of events.
pub(super) fn dates(d: &Dataset, warn: &mut impl Warn) {
    let mut told: HashSet<StatementIx> = d.vantage_statements().iter().copied().collect();
    for event in d.table(Table::Event).map(|ix| d.entity(ix)) {
        told.extend(&event.statements);
        let is_dated = |&ix: &StatementIx| d.statement(ix).when.is_some();
        let (Some(first), Some(dated)) = (
            event.statements.first(),
            event.statements.iter().copied().find(is_dated),
        ) else {
            continue;
        };
        if !is_dated(first) {
            let found = format!("\"{}\" first, which has no date", d.statement(*first).id);
            let expected = format!(
                "the dated statement first, here \"{}\": the first one dates the event",
                d.statement(dated).id
            );
            warn("events", &event.id, "statements", found, &expected);
        }
    }
    for ix in d.statements() {
        let s = d.statement(ix);
        let Some(when) = &s.when else { continue };
        if let Some((found, expected)) = misdated(d, s, when) {
            warn("statements", &s.id, "when", found, expected);
        }
        // What is counted over a time is a figure, and no occasion; what others say was done may be told in order to deny it.
        let is_occasion = s.modality == Modality::Act && s.quantity.is_none() && d.is_own_voice(s);
        if is_occasion && !told.contains(&ix) {
            let found = format!("an act dated \"{}\", in no event", when.as_str());
            let expected = "an event in events.json that lists this statement: without one, no timeline shows the act";
            warn("statements", &s.id, "when", found, expected);
        }
    }
}

/// What is odd about a date, and what to do.
fn misdated(d: &Dataset, s: &Statement, when: &Edtf) -> Option<(String, &'static str)> {
    let words = s.date_words.as_deref().unwrap_or_default();
    let text = when.as_str();
    match s.modality {
        Modality::Act if is_until(when, words) => {
            let words = if words.is_empty() {
                String::new()
            } else {
                format!(" (\"{words}\")")
            };
            Some((
                format!("an act dated \"{text}\"{words}"),
                "until then something lasted, and that is over, no act; an act of which only the latest date is known is \"[..1961-11]\"",
            ))
        }
        Modality::Act if when.is_interval() && when.end().is_none() => Some((
            format!("an act dated \"{text}\", without an end"),
            "the date on which it was done, or bounds such as \"[1979..1984]\"; what has lasted since then is a state",
        )),
        Modality::Plan
            if when
                .last()
                .zip(d.vantage().first())
                .is_some_and(|(last, written)| last < written) =>
        {
            Some((
                format!("a plan for \"{text}\", which lies before the time of writing"),
                "a plan that still stood when the source was written; what was planned and done is an act, what came to nothing is over",
            ))
        }
        _ => None,
    }
}

/// Whether a date says "until": an interval without a start, or only a last date where the source's words say so.
fn is_until(when: &Edtf, words: &str) -> bool {
    let says_until = || {
        words
            .to_lowercase()
            .split_whitespace()
            .any(|word| matches!(word, "until" | "till"))
    };
    match when.is_interval() {
        true => when.start().is_none(),
        false => when.first().is_none() && says_until(),
    }
}
