//! What can be checked before references are resolved: ids, vocabularies, and that what must be said is said.

use std::collections::HashSet;

use super::Problems;
use crate::bundle::Bundle;
use crate::limits::{LONGEST_ID, MOST_CELLS};
use crate::load::Unread;
use crate::model::entity_tables;
use crate::problem::Problem;
use crate::roles::*;
use crate::tables::{NamesRow, SearchWordsRow};

/// What a text is, with an example.
const A_TEXT: &str = <String as crate::row::shape::FromJson>::EXPECTED;

/// Checks what can be checked before references are resolved.
pub(crate) fn rows(b: &Bundle, unread: &Unread) -> Problems {
    let mut p = Problems::default();
    ids(b, &mut p);
    vocabularies(b, unread, &mut p);
    texts(b, &mut p);
    search_words(b, &mut p);
    strays(b, &mut p);
    cells(b, &mut p);
    days(b, &mut p);
    for row in &b.statements {
        let mut at = |field: &str, found: String, expected: &str| {
            p.push(Problem::new("statements", &row.id, field, found, expected))
        };
        if row.evidence.is_empty() {
            at(
                "evidence",
                "none".to_owned(),
                "at least one place in the source, such as {\"paragraph\": \"1.1\", \"sentence\": 2, \"terms\": [\"1995\"]}: a statement cannot exist without evidence",
            );
        }
        if row.themes.is_empty() || row.themes.len() > 3 {
            at(
                "themes",
                row.themes.len().to_string(),
                "one to three themes, main first, such as [\"first-theme\"]",
            );
        }
        if row.about.is_empty() {
            at(
                "about",
                "nothing".to_owned(),
                "at least one entity, such as [\"an-entity\"]",
            );
        }
        for evidence in &row.evidence {
            if !(2..=5).contains(&evidence.terms.len()) {
                at(
                    "evidence.terms",
                    evidence.terms.len().to_string(),
                    "two to five terms, such as [\"2002\", \"Review\"]",
                );
            }
            if evidence.sentence == 0 {
                at("evidence.sentence", "0".to_owned(), "a sentence counted from 1");
            }
        }
        if let Some(quantity) = &row.quantity
            && let Some(high) = quantity.high.filter(|high| *high < quantity.low)
        {
            at(
                "quantity.high",
                format!("{high}, less than the low {}", quantity.low),
                "at least the low; an exact number has no high",
            );
        }
    }
    p
}

fn ids(b: &Bundle, p: &mut Problems) {
    let mut is_no_id =
        |table: &str, id: &str, expected: &str| p.push(Problem::new(table, id, "id", format!("\"{id}\""), expected));
    for paragraph in &b.source.paragraphs {
        if !paragraph.id.split('.').all(is_id) {
            is_no_id(
                "source",
                &paragraph.id,
                "a locator: lower-case letters, digits and single hyphens in parts joined by dots (1.first-part.2)",
            );
        }
    }
    let mut check = |table: &str, id: &str| {
        if !is_id(id) {
            is_no_id(
                table,
                id,
                "lower-case letters and digits in words joined by single hyphens, at most 64 characters (a-b2)",
            );
        }
    };
    for (table, _, rows) in entity_tables(b) {
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
    for section in &b.source.sections {
        check("source", &section.id);
        section.parts.iter().for_each(|part| check("source", &part.id));
    }
    let sections = &b.texts.country_sections;
    sections.iter().for_each(|section| check("texts", &section.id));
    unique(p, "texts", sections.iter().map(|section| section.id.as_str()));
    unique(p, "source", b.source.sections.iter().map(|section| section.id.as_str()));
}

/// Ids that stand outside the one namespace are unique in their list.
fn unique<'a>(p: &mut Problems, table: &str, ids: impl Iterator<Item = &'a str>) {
    let mut seen = HashSet::new();
    for id in ids.filter(|id| !seen.insert(*id)) {
        p.push(Problem::new(
            table,
            id,
            "id",
            format!("\"{id}\" twice"),
            format!("ids unique in their list, such as \"{id}-2\""),
        ));
    }
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
fn vocabularies(b: &Bundle, unread: &Unread, p: &mut Problems) {
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
                    format!("one row a role, its word is shown: {{\"role\": \"{role}\", \"word\": \"A word\"}} with id and group"),
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
        // It may be among the rows that could not be read.
        !unread.is_of("vocabularies"),
    );
    group(
        b,
        p,
        Mentioned::GROUP,
        &names(Mentioned::ALL, Mentioned::as_str),
        !unread.is_of("vocabularies"),
    );
}

/// Longest list of words to find one thing by, in one language, in characters.
const LONGEST_SEARCH_WORDS: usize = 600;

/// Words to find a thing by: divided by commas, none empty; a language is a tag.
fn search_words(b: &Bundle, p: &mut Problems) {
    let mut check = |table: &str, id: &str, rows: &[SearchWordsRow]| {
        for row in rows {
            let length = row.text.chars().count();
            if row.text.split(',').any(|words| words.trim().is_empty()) {
                let found = format!("\"{}\", with nothing before or after a comma", cut(&row.text));
                let expected = "words and phrases divided by commas, such as \"ferry, water bus\"";
                p.push(Problem::new(table, id, "search_words.text", found, expected));
            }
            if length > LONGEST_SEARCH_WORDS {
                let expected = format!(
                    "at most {LONGEST_SEARCH_WORDS} characters: what is found by everything is found by nothing"
                );
                p.push(Problem::new(
                    table,
                    id,
                    "search_words.text",
                    format!("{length} characters"),
                    expected,
                ));
            }
            if let Some(lang) = row.lang.as_ref().filter(|lang| !is_language(lang)) {
                let found = format!("\"{}\"", cut(lang));
                p.push(Problem::new(
                    table,
                    id,
                    "search_words.lang",
                    found,
                    "a language tag, such as \"fr\" or \"uz-Cyrl\"",
                ));
            }
        }
    };
    for (table, _, rows) in entity_tables(b) {
        rows.iter().for_each(|row| check(table, &row.id, &row.search_words));
    }
    b.gaps.iter().for_each(|row| check("gaps", &row.id, &row.search_words));
    b.glossary
        .iter()
        .for_each(|row| check("glossary", &row.id, &row.search_words));
}

/// The beginning of a text that may be long.
fn cut(text: &str) -> String {
    text.chars().take(60).collect()
}

/// Letters and digits in parts of at most eight, divided by hyphens; the first part is the language.
fn is_language(tag: &str) -> bool {
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    let language = tag.split('-').next().unwrap_or_default();
    (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_lowercase()) && tag.split('-').all(is_part)
}

/// Days of publication, which references take apart.
fn days(b: &Bundle, p: &mut Problems) {
    let dates = b
        .dataset
        .changelog
        .iter()
        .map(|release| ("changelog.date", &release.date));
    for (field, date) in dates.chain([("date", &b.dataset.date)]) {
        let is_day = crate::Edtf::parse(date).is_ok_and(|date| date.is_day());
        if !is_day || date.len() != "2024-02-29".len() {
            let found = format!("\"{date}\"");
            p.push(Problem::new(
                "dataset",
                &b.dataset.id,
                field,
                found,
                "a day, such as \"2024-02-29\"",
            ));
        }
    }
}

/// Cards and matrix have a cell for each unit and programme, and for each unit and group of permissions: a small document could
/// ask for more than a page can draw.
fn cells(b: &Bundle, p: &mut Problems) {
    let groups = b
        .vocabularies
        .iter()
        .filter(|row| row.group == "permission-group")
        .count();
    let (units, columns) = (b.countries.len(), b.programmes.len() + groups);
    if units * columns > MOST_CELLS {
        p.push(Problem::new(
            "countries",
            "table",
            "",
            format!(
                "{units} units, and {columns} programmes and groups of permissions: {} cells",
                units * columns
            ),
            format!("at most {MOST_CELLS} cells: leave out programmes of which no participation is said"),
        ));
    }
}

/// Tables of entities share their fields; one that a table has no use for would be lost without a word.
fn strays(b: &Bundle, p: &mut Problems) {
    for (table, _, rows) in entity_tables(b) {
        for row in rows {
            let fields: [(&str, bool, &[&str]); 9] = [
                (
                    "kind",
                    row.kind.is_some(),
                    &["programmes", "actors", "places", "documents"],
                ),
                ("adjective", row.adjective.is_some(), &["countries"]),
                ("iso", row.iso.is_some(), &["countries"]),
                ("lead", row.lead.is_some(), &["countries", "programmes"]),
                ("rung", row.rung.is_some(), &["programmes"]),
                ("country", row.country.is_some(), &["places"]),
                ("roles", !row.roles.is_empty(), &["actors"]),
                ("from or to", row.from.is_some() || row.to.is_some(), &["lines"]),
                ("part_of", row.part_of.is_some(), &["events"]),
            ];
            for (field, _, tables) in fields
                .into_iter()
                .filter(|(_, has, tables)| *has && !tables.contains(&table))
            {
                let (found, expected) = (
                    format!("a field that nothing shows in {table}"),
                    format!("no such field: it is one of {}", tables.join(", ")),
                );
                p.push(Problem::new(table, &row.id, field, found, expected).warning());
            }
        }
    }
}

/// What is shown says something: a blank name would make a link without words.
fn texts(b: &Bundle, p: &mut Problems) {
    let mut check = |table: &str, id: &str, field: &str, text: &str| {
        if text.trim().is_empty() {
            p.push(Problem::new(table, id, field, "nothing but white space", A_TEXT));
        }
    };
    for row in &b.statements {
        check("statements", &row.id, "text", &row.text);
        for term in row.evidence.iter().flat_map(|e| &e.terms) {
            check("statements", &row.id, "evidence.terms", term);
        }
    }
    for (table, _, rows) in entity_tables(b) {
        rows.iter().for_each(|row| check(table, &row.id, "name", &row.name));
    }
    b.vocabularies
        .iter()
        .for_each(|row| check("vocabularies", &row.id, "word", &row.word));
    for row in &b.source.paragraphs {
        check("source", &row.id, "gist", &row.gist);
    }
    for row in &b.gaps {
        check("gaps", &row.id, "question", &row.question);
        check("gaps", &row.id, "why", &row.why);
    }
    for row in &b.glossary {
        check("glossary", &row.id, "term", &row.term);
        check("glossary", &row.id, "meaning", &row.meaning);
    }
    check("dataset", &b.dataset.id, "title", &b.dataset.title);
    check("texts", "texts", "finding", &b.texts.finding.text);
    check("texts", "texts", "units", &b.texts.units);
    if let Some(NamesRow {
        unit,
        tiers,
        lines,
        routes,
    }) = &b.texts.names
    {
        let names = [("unit", unit), ("tiers", tiers), ("lines", lines), ("routes", routes)];
        for (field, name) in names {
            check(
                "texts",
                "texts",
                &format!("names.{field}"),
                name.as_deref().unwrap_or("-"),
            );
        }
    }
    for row in &b.texts.questions {
        check("texts", "texts", "questions.question", &row.question);
    }
    for row in b.texts.questions.iter().filter(|row| !row.href.starts_with("#/")) {
        p.push(Problem::new(
            "texts",
            "texts",
            "questions.href",
            format!("\"{}\"", row.href),
            "an address within this atlas (#/countries)",
        ));
    }
}
