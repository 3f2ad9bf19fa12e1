//! Asks a dataset everything that a page could ask it: no answer is looked at, but every one is made.

use std::collections::BTreeSet;

use atlas::cite::{self, Format, source_work};
use atlas::model::{Dataset, Table, Target};
use atlas::picture::{Palette, routes};
use atlas::reader_notes::ReaderNotes;
use atlas::roles::Arrangement;
use atlas::search::Index;
use atlas::views::*;
use atlas::{AsOf, Day, csv};

/// Every view of the dataset, for some days.
pub fn everything(d: &Dataset) {
    let days = ["1", "1994", "2005-06", "9999"].map(|text| AsOf::parse(text).map_or(Day::MAX, AsOf::last));
    for day in days.into_iter().chain([d.vantage_day()]) {
        for_a_day(d, day);
    }
    changes(d, days[0], d.vantage_day());
    dated_changes(d);
    for ix in d.statements().take(60) {
        let statement = d.statement(ix);
        said(d, ix);
        firmness(d, ix);
        cite::dispute(d, ix);
        assert!(csv::table(&[[statement.text.clone()]]).ends_with("\r\n"));
        let work = source_work(d, Some(ix));
        for format in [
            Format::Plain,
            Format::Footnote,
            Format::BibTex,
            Format::Ris,
            Format::CslJson,
        ] {
            work.written(format);
        }
    }
    for country in d.countries() {
        profile(d, country);
        not_said(d, country);
    }
    for set in 1..=SETS {
        tasks(d, set);
    }
    listed(d);
    searched(d);
}

fn for_a_day(d: &Dataset, day: Day) {
    for programme in matrix_programmes(d) {
        row_wide(d, programme);
        for country in d.countries() {
            cell(d, country, programme, day);
        }
    }
    ladder(d, day);
    strips(d, day);
    movements(d, day);
    for group in groups(d) {
        for country in d.countries() {
            permissions_of(d, country, Some(group));
        }
    }
    for id in d.ids() {
        let target = d.find(id).expect("an id of the dataset");
        support(d, target, day);
        if let Target::Permission(ix) = target {
            permission_title(d, ix);
            permission_label(d, ix);
        }
    }
    let counts = Counts {
        arrangements: BTreeSet::from([Arrangement::Agreed]),
        in_use: true,
    };
    let closed: Vec<String> = d.legs().take(1).map(|ix| d.leg(ix).id.clone()).collect();
    standing(d, day, &closed, &counts);
    let subjects = d.table(Table::Country).map(BriefSubject::Country);
    for subject in subjects
        .chain(d.table(Table::Programme).map(BriefSubject::Programme))
        .chain([BriefSubject::Lines])
        .take(20)
    {
        brief(d, subject, day);
    }
    for layer in layers(d) {
        for rail in [false, true] {
            if let Some(placed) = map(d, day, layer, rail) {
                placed.key(d);
                placed.rows();
            }
        }
    }
    let ink = || "#000".to_owned();
    let palette = Palette {
        paper: ink(),
        ink: ink(),
        muted: ink(),
        rule: ink(),
        stated: ink(),
        ended: ink(),
    };
    let picture = routes(d, day, "then", &palette);
    assert!(picture.svg.starts_with("<svg") && !picture.svg.contains("<script"));
}

fn listed(d: &Dataset) {
    let all = events(d);
    timeline(d, &all, 1_000);
    facets(d, &all);
    let listing = listing(d, &[], Sort::Date, None);
    assert_eq!(listing.rows.len(), d.statements().len());
    for facet in &listing.facets {
        for value in facet.values.iter().take(2) {
            is_listed(d, facet.key, &value.id);
        }
    }
}

fn searched(d: &Dataset) {
    let index = Index::new(d);
    let title = d.about().title.clone();
    for query in ["a", "the lamp", "2005", "\u{202e}", "\"", "not said", title.as_str()] {
        let found = index.search(d, query);
        for hit in found.hits.iter().take(5) {
            hit.why();
        }
        atlas::search::stretches(&title, &found.wanted);
    }
    let mut notes = ReaderNotes::default();
    d.statements()
        .take(3)
        .for_each(|ix| assert!(notes.add(&d.statement(ix).id)));
    notes.to_markdown(d);
    notes.to_references(d, Format::CslJson);
    csv::table(&notes.rows(d));
}
