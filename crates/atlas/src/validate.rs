//! The rules a dataset keeps, each enforced here and nowhere else (what a text may hold: `characters`).
//!
//! `rows` looks at texts and ids before references are resolved; `meaning` at a resolved dataset: what may carry what, what must
//! be in order; `doubtful` at one without errors. Every check adds all it finds.

mod doubtful;
mod hints;
mod outlines;
mod rows;
mod shown;

use std::collections::HashSet;

use crate::index::WordIx;
use crate::limits::{MOST_NAMED, MOST_PROBLEMS};
use crate::model::{Dataset, Node, Relation, Row, Start, Statement, Who};
use crate::problem::{Problem, Problems};
use crate::roles::*;

pub(crate) use doubtful::doubtful;
pub use hints::hints;
pub(crate) use rows::rows;

/// Checks a resolved dataset: what may carry what, and what must be in order.
pub(crate) fn meaning(d: &Dataset) -> Problems {
    let mut p = Problems::default();
    shown::shown(d, &mut p);
    histories(d, &mut p);
    uses(d, &mut p);
    order(d, &mut p);
    relations(d, &mut p);
    coverage(d, &mut p);
    outlines::outlines(d, &mut p);
    p
}

fn histories(d: &Dataset, p: &mut Problems) {
    for ix in d.participations() {
        let row = d.participation(ix);
        history(d, "participations", &row.id, &row.history, carries_state, p);
        if let Who::RowWide(scope) = row.who
            && !matches!(scope, Scope::Most | Scope::Some | Scope::Bare)
        {
            p.push(Problem::new(
                "participations",
                &row.id,
                "scope",
                scope.as_str(),
                "most, some or bare: the others speak of countries, and stand in a row with its \"country\"",
            ));
        }
        for state in &row.history {
            let spreads =
                state.basis != Basis::All || state.cited.statements().any(|s| d.statement(s).scope == Scope::All);
            if !spreads {
                p.push(Problem::new(
                    "participations",
                    &row.id,
                    "history.basis",
                    "all",
                    "a statement of the scope \"all\": only that spreads to every country; else a basis such as \"named\"",
                ));
            }
        }
    }
    for ix in d.permissions() {
        let row = d.permission(ix);
        history(d, "permissions", &row.id, &row.history, carries_arrangement, p);
    }
}

fn history<V: Copy + PartialEq>(
    d: &Dataset,
    table: &str,
    id: &str,
    rows: &[Row<V>],
    carries: fn(Modality, V) -> bool,
    p: &mut Problems,
) {
    if rows.is_empty() {
        p.push(Problem::new(
            table,
            id,
            "history",
            "empty",
            "at least one row, such as {\"basis\": \"named\", \"statements\": [\"a-statement\"]} with its state; what is not said has no row",
        ));
    }
    let mut latest = None;
    for row in rows {
        let value = *row.cited.value();
        let first = d.statement(row.cited.first());
        if !carries(first.modality, value) {
            let (found, expected) = promoted(d, row.word, first, |modality| carries(modality, value), p.len());
            p.push(Problem::new(table, id, "history", found, expected));
        }
        if let Start::Within(from, to) = row.start {
            if latest.is_some_and(|latest| to < latest) {
                p.push(Problem::new(
                    table,
                    id,
                    "history",
                    format!("\"{}\" before the row above it", d.word(row.word).id),
                    "rows in time order: what is dated 1995 before what is dated 2002",
                ));
            }
            latest = latest.max(Some(from));
        }
    }
}

/// What is said where a value claims more than the statement it rests on, or something else: in the words of the dataset's own tables;
/// beyond as many problems as are listed, by roles, which are few.
fn promoted(
    d: &Dataset,
    value: WordIx,
    first: &Statement,
    carries: impl Fn(Modality) -> bool,
    so_far: usize,
) -> (String, String) {
    let (value, modality) = (&d.word(value).id, &d.word(first.modality_word).id);
    let words = d
        .words_of(Modality::GROUP)
        .filter(|_| so_far < MOST_PROBLEMS)
        .map(|ix| d.word(ix));
    let words: Vec<&str> = words
        .filter(|word| Modality::parse(&word.role).is_some_and(&carries))
        .map(|word| word.id.as_str())
        .take(MOST_NAMED)
        .collect();
    let such = match words.as_slice() {
        [] => {
            let roles: Vec<&str> = Modality::ALL
                .iter()
                .filter(|m| carries(**m))
                .map(|m| m.as_str())
                .collect();
            format!("has one of the roles {}", roles.join(", "))
        }
        _ => format!("is one of {}", words.join(", ")),
    };
    (
        format!(
            "\"{value}\" resting on \"{}\", whose modality is \"{modality}\"",
            first.id
        ),
        format!("a first statement whose modality {such}: nothing is promoted"),
    )
}

fn uses(d: &Dataset, p: &mut Problems) {
    for line in d.table(crate::model::Table::Line) {
        let mut places = HashSet::new();
        for ix in d.legs_of(line) {
            let leg = d.leg(ix);
            if !places.insert(leg.order) {
                p.push(Problem::new(
                    "legs",
                    &leg.id,
                    "order",
                    leg.order.to_string(),
                    format!(
                        "a place of its own on its line, such as {}",
                        places.iter().max().map_or(1, |last| last + 1)
                    ),
                ));
            }
            for (cited, word) in &leg.uses {
                let first = d.statement(cited.first());
                if !carries_use(first.modality, *cited.value()) {
                    let (found, expected) = promoted(
                        d,
                        *word,
                        first,
                        |modality| carries_use(modality, *cited.value()),
                        p.len(),
                    );
                    p.push(Problem::new("legs", &leg.id, "uses", found, expected));
                }
            }
        }
    }
}

/// Statements stand in paragraph order; what was an act lies before the end of the time of writing.
fn order(d: &Dataset, p: &mut Problems) {
    let mut last = None;
    for ix in d.statements() {
        let s = d.statement(ix);
        let place = s.evidence.first().map(|e| (e.paragraph, e.sentence));
        if place.is_some() && place < last {
            p.push(Problem::new(
                "statements",
                &s.id,
                "evidence",
                "a place before that of the statement above",
                "statements in paragraph and sentence order: sentence 2 of a paragraph after its sentence 1",
            ));
        }
        last = place.or(last);
        let first = s.when.as_ref().and_then(crate::Edtf::first);
        if s.modality.is_fact() && first.is_some_and(|day| day > d.vantage_day()) {
            p.push(Problem::new(
                "statements",
                &s.id,
                "when",
                "a fact after the time of writing",
                format!("a plan, a possibility or a date up to {}", d.vantage_day()),
            ));
        }
    }
}

fn relations(d: &Dataset, p: &mut Problems) {
    for relation in d.relations() {
        let noted_by_coder = d.word(relation.kind).role == "differs-from";
        if relation.statements.is_empty() && !noted_by_coder {
            p.push(Problem::new(
                "relations",
                &relation_id(d, relation),
                "statements",
                "none",
                "the statements that assert it, such as [\"a-statement\"] (only differs-from goes without)",
            ));
        }
    }
}

/// A relation has no id of its own: its ends and its kind name it.
fn relation_id(d: &Dataset, relation: &Relation) -> String {
    let [from, to] = [relation.from, relation.to].map(|node| match node {
        Node::Statement(ix) => &d.statement(ix).id,
        Node::Event(ix) => &d.entity(ix).id,
    });
    format!("{from} {} {to}", d.word(relation.kind).id)
}

/// A paragraph without a statement says why, once the dataset says that it is coded.
fn coverage(d: &Dataset, p: &mut Problems) {
    let coded = d.texts().country_sections.iter().all(|section| section.coded);
    for ix in d.paragraphs() {
        let paragraph = d.paragraph(ix);
        if coded && paragraph.statements.is_empty() && paragraph.argument_only.is_none() {
            p.push(
                Problem::new(
                    "source",
                    &paragraph.id,
                    "statements",
                    "none",
                    "a statement, or argument_only with its reason, such as \"only leads over to the next section\"",
                )
                .warning(),
            );
        }
    }
}
