//! The names of things: all of an entity's, those that stand for one another, and those recognised in a query.

use std::collections::HashMap;

use super::Chip;
use super::query::{Query, leaving_out};
use super::words::words;
use crate::index::{EntityIx, StatementIx, WordIx};
use crate::model::{Dataset, Table};

/// The names of an entity: its own, the acronym, the adjective, others.
pub(super) fn names_of(d: &Dataset, ix: EntityIx) -> impl Iterator<Item = &String> {
    let entity = d.entity(ix);
    let own = [Some(&entity.name), entity.acronym.as_ref(), entity.adjective.as_ref()];
    own.into_iter()
        .flatten()
        .chain(entity.aliases.iter().map(|alias| &alias.text))
}

/// Names of one word that stand for one entity, each with the others.
pub(super) fn other_names(d: &Dataset) -> HashMap<String, Vec<String>> {
    let mut names: HashMap<String, Vec<String>> = HashMap::new();
    for ix in d.entities() {
        let single = names_of(d, ix).filter_map(|name| <[String; 1]>::try_from(words(name)).ok());
        let single: Vec<String> = single.map(|[word]| word).collect();
        for word in &single {
            let others = single.iter().filter(|other| *other != word).cloned();
            names.entry(word.clone()).or_default().extend(others);
        }
    }
    names
}

/// The kinds of permission that statements tell of.
pub(super) fn permits(d: &Dataset) -> HashMap<StatementIx, Vec<WordIx>> {
    let mut kinds: HashMap<StatementIx, Vec<WordIx>> = HashMap::new();
    for ix in d.permissions() {
        let permission = d.permission(ix);
        for s in permission.history.iter().flat_map(|row| row.cited.statements()) {
            kinds.entry(s).or_default().push(permission.kind);
        }
    }
    kinds
}

/// What is recognised in a query: countries and programmes by a name of one word, years, words of modality.
pub(super) fn chips(d: &Dataset, text: &str, query: &Query) -> Vec<Chip> {
    let chip = |word: &String| {
        let named = |ix: &EntityIx| names_of(d, *ix).any(|name| words(name) == [word.as_str()]);
        let entity = |kind: &str, table| {
            d.table(table)
                .find(named)
                .map(|ix| (kind.to_owned(), d.entity(ix).name.clone()))
        };
        let modality = || {
            let mut words_of = d.words_of("modality");
            let ix = words_of.find(|&w| words(&d.word(w).word).contains(word))?;
            Some(("How certain".to_owned(), d.word(ix).word.clone()))
        };
        let is_year = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
        let year = || is_year.then(|| ("Year".to_owned(), word.clone()));
        let (kind, label) = entity(&d.texts().names.unit, Table::Country)
            .or_else(|| entity("Programme", Table::Programme))
            .or_else(year)
            .or_else(modality)?;
        Some(Chip {
            kind,
            label,
            rest: leaving_out(text, word),
        })
    };
    query.words.iter().filter_map(chip).collect()
}
