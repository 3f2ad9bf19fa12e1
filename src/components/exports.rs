//! What a page shows now as a table to take away: each row with the statements behind it, their places and an address.

use atlas::model::{Dataset, Table};
use atlas::views::{Event, Value, cell, event_date, firmness, matrix_programmes, permission_label, permission_title};
use atlas::{Claim, Day, StatementIx, claim};

use super::sheet::Sheet;
use crate::browser;
use crate::route::{Page, Url};

/// Columns that every table ends with.
const LAST: [&str; 3] = ["statements", "places", "link"];

/// A table whose rows end with statements, places and an address.
fn sheet<const N: usize>(head: [&str; N], rows: impl IntoIterator<Item = Vec<String>>) -> Sheet {
    Sheet::new(head.iter().chain(&LAST).map(|&name| name.to_owned()).collect(), rows)
}

/// The last columns: ids of statements, their places in the source, and the address of the value on its page.
fn proof(d: &Dataset, statements: &[StatementIx], page: Page, note: &str) -> [String; 3] {
    let ids: Vec<&str> = statements.iter().map(|&ix| d.statement(ix).id.as_str()).collect();
    let mut places: Vec<String> = Vec::new();
    for place in statements.iter().flat_map(|&ix| atlas::cite::places_of(d, ix)) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let mut url = Url::of(page);
    if !note.is_empty() {
        url = url.with_note(note);
    }
    [
        ids.join(" "),
        places.join("; "),
        format!("{}{}", browser::base(), url.href()),
    ]
}

/// Word, date, basis and reason of an answer.
fn words(d: &Dataset, claim: &Claim) -> [String; 4] {
    let basis = claim.basis_word(d).map(|word| word.word.clone()).unwrap_or_default();
    [
        claim.word(d).word.clone(),
        claim.when().words(),
        basis,
        claim.reason().to_owned(),
    ]
}

/// What a column of units is called.
fn unit(d: &Dataset) -> String {
    d.texts().names.unit.to_lowercase()
}

/// Countries by programmes for a day, silence included.
pub fn participations_sheet(d: &Dataset, day: Day) -> Sheet {
    let cells = matrix_programmes(d)
        .into_iter()
        .flat_map(|p| d.countries().into_iter().map(move |c| (c, p)))
        .map(|(c, p)| cell(d, c, p, day));
    let rows = cells.map(|cell| {
        let note = cell.value.claim().map(|claim| claim.id(d)).unwrap_or_default();
        let mut row = vec![d.entity(cell.country).name.clone(), d.entity(cell.programme).long()];
        match &cell.value {
            Value::Claimed(claim) => row.extend(words(d, claim)),
            Value::Mentioned(mention) => row.extend([
                mention.word(d).word.clone(),
                String::new(),
                String::new(),
                String::new(),
            ]),
        }
        row.extend(proof(d, &cell.value.statements(), Page::Programmes, note));
        row
    });
    let unit = unit(d);
    sheet([&unit, "programme", "answer", "since", "basis", "reason"], rows)
}

/// Permissions for a day.
pub fn permissions_sheet(d: &Dataset, day: Day) -> Sheet {
    let rows = d.permissions().filter_map(|ix| {
        let p = d.permission(ix);
        let claim = claim::permission(d, ix, day)?;
        let mut row = vec![
            d.entity(p.country).name.clone(),
            permission_title(d, ix),
            d.word(p.kind).word.clone(),
            permission_label(d, ix),
        ];
        row.extend(words(d, &claim));
        row.extend(proof(d, &claim.statements().collect::<Vec<_>>(), Page::Routes, &p.id));
        Some(row)
    });
    let unit = unit(d);
    sheet(
        [
            &unit,
            "permission",
            "kind",
            "for whom",
            "answer",
            "since",
            "basis",
            "reason",
        ],
        rows,
    )
}

/// Events, in the order shown.
pub fn events_sheet(d: &Dataset, events: &[Event]) -> Sheet {
    let rows = events.iter().map(|event| {
        let entity = d.entity(event.ix);
        let first = entity.statements.first().copied();
        let when = first.and_then(|s| d.statement(s).when.as_ref());
        let countries = event.about.iter().filter(|&&e| d.entity(e).table == Table::Country);
        let countries: Vec<&str> = countries.map(|&e| d.entity(e).name.as_str()).collect();
        let mut row = vec![
            event_date(d, event.ix),
            when.map(|w| w.as_str().to_owned()).unwrap_or_default(),
            entity.name.clone(),
            first.and_then(|s| firmness(d, s)).unwrap_or_default(),
            countries.join("; "),
        ];
        row.extend(proof(d, &entity.statements, Page::Timeline, &entity.id));
        row
    });
    let unit = unit(d);
    sheet(["date", "EDTF", "event", "how firmly", &unit], rows)
}
