//! The rules a dataset keeps, each enforced here and nowhere else.
//!
//! `rows` looks at texts and ids before references are resolved; `meaning` at a resolved dataset: what may carry what, what must
//! be in order. Every check adds all it finds.

use std::collections::HashSet;

use crate::bundle::Bundle;
use crate::model::{Dataset, Row, Start, Statement, Who};
use crate::problem::Problem;
use crate::roles::*;

/// Longest id.
const LONGEST_ID: usize = 64;
/// Longest text of any field, in bytes.
const LONGEST_TEXT: usize = 4_000;

type Problems = Vec<Problem>;

/// Checks what can be checked before references are resolved.
pub(crate) fn rows(b: &Bundle) -> Problems {
    let mut p = Vec::new();
    ids(b, &mut p);
    vocabularies(b, &mut p);
    texts(b, &mut p);
    for row in &b.statements {
        let mut at = |field: &str, found: String, expected: &str| {
            p.push(Problem::new("statements", &row.id, field, found, expected))
        };
        if row.evidence.is_empty() {
            at(
                "evidence",
                "none".to_owned(),
                "at least one place in the source: a statement cannot exist without evidence",
            );
        }
        if row.themes.is_empty() || row.themes.len() > 3 {
            at(
                "themes",
                row.themes.len().to_string(),
                "one to three themes, main first",
            );
        }
        if row.about.is_empty() {
            at("about", "nothing".to_owned(), "at least one entity");
        }
        for evidence in &row.evidence {
            if !(2..=5).contains(&evidence.terms.len()) {
                at("evidence.terms", evidence.terms.len().to_string(), "two to five terms");
            }
            if evidence.sentence == 0 {
                at("evidence.sentence", "0".to_owned(), "a sentence counted from 1");
            }
        }
        if let Some(quantity) = &row.quantity
            && quantity.high.is_some_and(|high| high < quantity.low)
        {
            at("quantity.high", "less than low".to_owned(), "at least low");
        }
    }
    p
}

fn ids(b: &Bundle, p: &mut Problems) {
    let mut check = |table: &str, id: &str| {
        if !is_id(id) {
            p.push(Problem::new(
                table,
                id,
                "id",
                format!("\"{id}\""),
                "lower-case letters and digits in words joined by single hyphens, at most 64 characters (kz-review)",
            ));
        }
    };
    for (table, rows) in [
        ("countries", &b.countries),
        ("programmes", &b.programmes),
        ("actors", &b.actors),
        ("places", &b.places),
        ("documents", &b.documents),
        ("themes", &b.themes),
        ("events", &b.events),
        ("lines", &b.lines),
    ] {
        rows.iter().for_each(|row| check(table, &row.id));
    }
    check("dataset", &b.dataset.id);
    b.statements.iter().for_each(|row| check("statements", &row.id));
    b.participations.iter().for_each(|row| check("participations", &row.id));
    b.permissions.iter().for_each(|row| check("permissions", &row.id));
    b.legs.iter().for_each(|row| check("legs", &row.id));
    b.gaps.iter().for_each(|row| check("gaps", &row.id));
    b.glossary.iter().for_each(|row| check("glossary", &row.id));
    b.source.oddities.iter().for_each(|row| check("source", &row.id));
    b.vocabularies.iter().for_each(|row| check("vocabularies", &row.id));
}

/// `^[a-z0-9]+(-[a-z0-9]+)*$`, at most 64 characters.
pub(crate) fn is_id(id: &str) -> bool {
    id.len() <= LONGEST_ID
        && !id.is_empty()
        && id
            .split('-')
            .all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

/// Every role that code knows must have a row, and every row of those groups a role that code knows.
fn vocabularies(b: &Bundle, p: &mut Problems) {
    fn group(b: &Bundle, p: &mut Problems, group: &str, roles: &[&str], all_needed: bool) {
        for row in b.vocabularies.iter().filter(|row| row.group == group) {
            if !roles.contains(&row.role.as_str()) {
                p.push(Problem::new(
                    "vocabularies",
                    &row.id,
                    "role",
                    format!("\"{}\"", row.role),
                    format!("one of {}", roles.join(", ")),
                ));
            }
        }
        for role in roles.iter().filter(|_| all_needed) {
            if !b.vocabularies.iter().any(|row| row.group == group && row.role == *role) {
                p.push(Problem::new(
                    "vocabularies",
                    group,
                    "role",
                    format!("no row with the role \"{role}\""),
                    "one row a role: its word is shown",
                ));
            }
        }
    }
    fn names<R: Copy>(all: &[R], name: fn(R) -> &'static str) -> Vec<&'static str> {
        all.iter().map(|&role| name(role)).collect()
    }
    group(b, p, Modality::GROUP, &names(Modality::ALL, Modality::as_str), false);
    group(b, p, State::GROUP, &names(State::ALL, State::as_str), false);
    group(
        b,
        p,
        Arrangement::GROUP,
        &names(Arrangement::ALL, Arrangement::as_str),
        false,
    );
    group(b, p, Use::GROUP, &names(Use::ALL, Use::as_str), false);
    group(b, p, Basis::GROUP, &names(Basis::ALL, Basis::as_str), false);
    group(b, p, Scope::GROUP, &names(Scope::ALL, Scope::as_str), false);
    group(
        b,
        p,
        EvidenceRole::GROUP,
        &names(EvidenceRole::ALL, EvidenceRole::as_str),
        false,
    );
    group(
        b,
        p,
        AnswerWord::GROUP,
        &names(AnswerWord::ALL, AnswerWord::as_str),
        true,
    );
}

fn texts(b: &Bundle, p: &mut Problems) {
    let mut check = |table: &str, id: &str, field: &str, text: &str| {
        if text.len() > LONGEST_TEXT {
            p.push(Problem::new(
                table,
                id,
                field,
                format!("{} bytes", text.len()),
                format!("at most {LONGEST_TEXT}"),
            ));
        }
        if let Some(bad) = text.chars().find(|&c| is_forbidden(c)) {
            p.push(Problem::new(
                table,
                id,
                field,
                format!("the character U+{:04X}", u32::from(bad)),
                "plain text without control and direction-changing characters",
            ));
        }
    };
    for s in &b.statements {
        check("statements", &s.id, "text", &s.text);
        check("statements", &s.id, "remark", s.remark.as_deref().unwrap_or_default());
        check(
            "statements",
            &s.id,
            "date_words",
            s.date_words.as_deref().unwrap_or_default(),
        );
        for term in s.evidence.iter().flat_map(|e| &e.terms) {
            check("statements", &s.id, "evidence.terms", term);
        }
        if s.text.trim().is_empty() {
            check("statements", &s.id, "text", "\0");
        }
    }
    for rows in [
        &b.countries,
        &b.programmes,
        &b.actors,
        &b.places,
        &b.documents,
        &b.themes,
        &b.events,
        &b.lines,
    ] {
        rows.iter()
            .for_each(|row| check("entities", &row.id, "name", &row.name));
    }
    for row in &b.vocabularies {
        check("vocabularies", &row.id, "word", &row.word);
        check("vocabularies", &row.id, "sentence", &row.sentence);
    }
    b.source
        .paragraphs
        .iter()
        .for_each(|row| check("source", &row.id, "gist", &row.gist));
    b.gaps
        .iter()
        .for_each(|row| check("gaps", &row.id, "question", &row.question));
    b.glossary
        .iter()
        .for_each(|row| check("glossary", &row.id, "meaning", &row.meaning));
}

/// Control characters and those that change the direction of text: neither has a place in a sentence.
fn is_forbidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

/// Checks a resolved dataset: what may carry what, and what must be in order.
pub(crate) fn meaning(d: &Dataset) -> Problems {
    let mut p = Vec::new();
    histories(d, &mut p);
    uses(d, &mut p);
    order(d, &mut p);
    relations(d, &mut p);
    coverage(d, &mut p);
    p
}

fn histories(d: &Dataset, p: &mut Problems) {
    for ix in d.participations() {
        let row = d.participation(ix);
        history(
            d,
            "participations",
            &row.id,
            &row.history,
            |s, state| carries_state(s.modality, state),
            State::as_str,
            p,
        );
        if let Who::RowWide(scope) = row.who
            && !matches!(scope, Scope::Most | Scope::Some | Scope::Bare)
        {
            p.push(Problem::new(
                "participations",
                &row.id,
                "scope",
                scope.as_str(),
                "most, some or bare: the others speak of countries",
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
                    "a statement of the scope \"all\": only that spreads to every country",
                ));
            }
        }
    }
    for ix in d.permissions() {
        let row = d.permission(ix);
        history(
            d,
            "permissions",
            &row.id,
            &row.history,
            |s, a| carries_arrangement(s.modality, a),
            Arrangement::as_str,
            p,
        );
    }
}

fn history<V: Copy + PartialEq>(
    d: &Dataset,
    table: &str,
    id: &str,
    rows: &[Row<V>],
    carries: impl Fn(&Statement, V) -> bool,
    name: fn(V) -> &'static str,
    p: &mut Problems,
) {
    if rows.is_empty() {
        p.push(Problem::new(
            table,
            id,
            "history",
            "empty",
            "at least one row; what is not said has no row",
        ));
    }
    let mut latest = None;
    for row in rows {
        let value = *row.cited.value();
        let first = d.statement(row.cited.first());
        if !carries(first, value) {
            let found = format!(
                "\"{}\" resting on \"{}\", whose modality is {}",
                name(value),
                first.id,
                first.modality.as_str()
            );
            p.push(Problem::new(
                table,
                id,
                "history",
                found,
                "a first statement whose modality may carry it: nothing is promoted",
            ));
        }
        if let Start::Within(from, to) = row.start {
            if latest.is_some_and(|latest| to < latest) {
                p.push(Problem::new(
                    table,
                    id,
                    "history",
                    format!("\"{}\" before the row above it", name(value)),
                    "rows in time order",
                ));
            }
            latest = Some(from);
        }
    }
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
                    "a place of its own on its line",
                ));
            }
            for (cited, _) in &leg.uses {
                let first = d.statement(cited.first());
                if !carries_use(first.modality, *cited.value()) {
                    let found = format!(
                        "\"{}\" resting on \"{}\", whose modality is {}",
                        cited.value().as_str(),
                        first.id,
                        first.modality.as_str()
                    );
                    p.push(Problem::new(
                        "legs",
                        &leg.id,
                        "uses",
                        found,
                        "a first statement whose modality may carry it",
                    ));
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
        if place < last {
            p.push(Problem::new(
                "statements",
                &s.id,
                "evidence",
                "a place before that of the statement above",
                "statements in paragraph and sentence order",
            ));
        }
        last = place;
        let first = s.when.as_ref().and_then(crate::Edtf::first);
        if s.modality.is_fact() && first.is_some_and(|day| day > d.vantage_day()) {
            p.push(Problem::new(
                "statements",
                &s.id,
                "when",
                "a fact after the time of writing",
                "a plan, a possibility or an earlier date",
            ));
        }
    }
}

fn relations(d: &Dataset, p: &mut Problems) {
    for relation in d.relations() {
        let noted_by_coder = d.word(relation.kind).role == "differs-from";
        if relation.statements.is_empty() && !noted_by_coder {
            let id = &d.word(relation.kind).id;
            p.push(Problem::new(
                "relations",
                id,
                "statements",
                "none",
                "the statements that assert it (only differs-from goes without)",
            ));
        }
    }
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
                    "a statement, or argument_only with its reason",
                )
                .warning(),
            );
        }
    }
}
