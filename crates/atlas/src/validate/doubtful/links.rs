//! Links and pages that would come to nothing: questions of the start page, and lenses without a case.
//!
//! Which pages there are is for the app to say; here only ids and dates are looked up.

use super::Warn;
use crate::dates::AsOf;
use crate::model::{Dataset, Table, Target};

/// Looks at the addresses of sample questions, and at what the page of the lenses needs.
pub(super) fn links(d: &Dataset, warn: &mut impl Warn) {
    for question in &d.texts().questions {
        if let Some((lost, expected)) = lost(d, &question.href) {
            let found = format!("\"{}\", where \"{lost}\" leads nowhere", question.href);
            warn("texts", "texts", "questions.href", found, expected);
        }
    }
    let with_lens = d.statements().map(|ix| d.statement(ix)).find(|s| !s.lens.is_empty());
    if let Some(s) = with_lens.filter(|_| d.texts().worked_case.is_none()) {
        let found = format!("none, though \"{}\" has a lens", s.id);
        let expected = "a matter told step by step, with its statements: without one there is no page of the lenses";
        warn("texts", "texts", "worked_case", found, expected);
    }
}

/// The first part of an address that names nothing here, and what it would have to be.
fn lost<'a>(d: &Dataset, href: &'a str) -> Option<(&'a str, &'static str)> {
    let (path, query) = href
        .trim_start_matches("#/")
        .split_once('?')
        .unwrap_or((href.trim_start_matches("#/"), ""));
    let (kind, id) = path.split_once('/').unwrap_or((path, ""));
    let is = |table: Table| d.entity_in(table, id).is_some();
    let page = match kind {
        "countries" => (is(Table::Country), "the id of a unit"),
        "programmes" => (is(Table::Programme), "the id of a programme"),
        // Not ids: numbers of sheets, and the brief of all lines.
        "teaching" => (true, ""),
        "briefs" => (
            d.find(id).is_some() || id == "routes",
            "the id of a unit or a programme, or \"routes\"",
        ),
        _ => (d.find(id).is_some(), "an id of this dataset"),
    };
    if !id.is_empty() && !page.0 {
        return Some((id, page.1));
    }
    let is_named = |id: &str| matches!(d.find(id), Some(target) if !matches!(target, Target::Paragraph(_)));
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.into_iter().find_map(|(key, value)| match key {
        "as-of" | "vs" => AsOf::parse(value)
            .is_none()
            .then_some((value, "a year, a month or a day, such as 2005-06")),
        "note" | "of" | "closed" => {
            let missing = value.split(',').find(|id| !is_named(id));
            missing.map(|id| (id, "an id of this dataset"))
        }
        _ => None,
    })
}
