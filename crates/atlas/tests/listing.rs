//! The table of all statements: what a facet counts is what choosing it shows, and an order is one.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../../../tests/support/datasets.rs"]
mod datasets;

use std::collections::BTreeSet;

use atlas::model::Dataset;
use atlas::views::{Listing, Sort, is_listed, listing};

fn all() -> [Dataset; 2] {
    [datasets::real(), datasets::example()]
}

fn chosen(pairs: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    let pairs = pairs.iter();
    pairs
        .map(|(key, ids)| ((*key).to_owned(), ids.iter().map(|id| (*id).to_owned()).collect()))
        .collect()
}

fn rows(d: &Dataset, pairs: &[(&str, &[&str])]) -> usize {
    listing(d, &chosen(pairs), Sort::Source, None).rows.len()
}

#[test]
fn a_count_is_what_choosing_the_value_shows() {
    for d in all() {
        let open = listing(&d, &[], Sort::Source, None);
        assert_eq!(open.rows.len(), d.statements().len());
        let keys: Vec<&str> = open.facets.iter().map(|facet| facet.key).collect();
        assert!(keys.contains(&"year") && keys.contains(&"section"), "{keys:?}");
        for facet in &open.facets {
            for value in &facet.values {
                assert!(is_listed(&d, facet.key, &value.id), "{} {}", facet.key, value.id);
                assert_eq!(
                    rows(&d, &[(facet.key, &[&value.id])]),
                    value.count,
                    "{} {}",
                    facet.key,
                    value.id
                );
            }
            assert!(!is_listed(&d, facet.key, "no-such-value"));
        }
        assert!(!is_listed(&d, "no-such-facet", "none"));
    }
}

#[test]
fn a_facet_counts_what_the_others_leave_and_its_own_values_add_up() {
    for d in all() {
        let open = listing(&d, &[], Sort::Source, None);
        for facet in &open.facets {
            let Some(first) = facet.values.iter().find(|value| value.count > 0) else {
                continue;
            };
            let narrowed = listing(&d, &chosen(&[(facet.key, &[&first.id])]), Sort::Source, None);
            for other in &narrowed.facets {
                for value in other
                    .values
                    .iter()
                    .filter(|value| other.key != facet.key || **value == *first)
                {
                    let pairs: [(&str, &[&str]); 2] = [(facet.key, &[&first.id]), (other.key, &[&value.id])];
                    assert_eq!(rows(&d, &pairs), value.count, "{} {}", other.key, value.id);
                }
            }
            // Its own values are counted as if nothing of it were chosen.
            let same = narrowed.facets.iter().find(|own| own.key == facet.key);
            assert_eq!(same, Some(facet));
            // Two values of one facet show what either shows.
            if let Some(second) = facet.values.iter().rfind(|value| value.count > 0) {
                let ids = |id: &str| -> BTreeSet<_> {
                    let found = listing(&d, &chosen(&[(facet.key, &[id])]), Sort::Source, None);
                    found.rows.into_iter().collect()
                };
                let both = rows(&d, &[(facet.key, &[&first.id, &second.id])]);
                assert_eq!(both, ids(&first.id).union(&ids(&second.id)).count());
            }
        }
    }
}

#[test]
fn what_the_dataset_does_not_have_narrows_nothing() {
    for d in all() {
        assert_eq!(rows(&d, &[("section", &["no-such"])]), d.statements().len());
        assert_eq!(rows(&d, &[("no-such", &["none"])]), d.statements().len());
    }
}

#[test]
fn a_query_narrows_to_what_it_found() {
    for d in all() {
        let some: Vec<_> = d.statements().step_by(3).collect();
        let found = listing(&d, &[], Sort::Source, Some(&some));
        assert_eq!(found.rows, some);
        let sections = found.facets.iter().find(|facet| facet.key == "section").unwrap();
        assert_eq!(
            sections.values.iter().map(|value| value.count).sum::<usize>(),
            some.len()
        );
    }
}

#[test]
fn every_order_holds_all_rows_and_is_one() {
    for d in all() {
        let order = |sort| listing(&d, &[], sort, None).rows;
        for (sort, word, _) in Sort::ALL {
            assert_eq!(Sort::parse(word), Some(sort));
            assert_eq!(order(sort).iter().collect::<BTreeSet<_>>().len(), d.statements().len());
        }
        assert_eq!(Sort::parse("no-such"), None);
        assert!(order(Sort::Source).is_sorted());
        assert!(order(Sort::Modality).is_sorted_by_key(|&ix| (d.statement(ix).modality_word, ix)));
        assert!(order(Sort::Text).is_sorted_by_key(|&ix| atlas::text::fold(&d.statement(ix).text)));
        let day = |ix| {
            let when = d.statement(ix).when.as_ref();
            when.and_then(|w| w.first().or_else(|| w.last()))
        };
        let dated: Vec<_> = order(Sort::Date).into_iter().map(day).collect();
        let undated = dated.iter().position(Option::is_none).unwrap_or(dated.len());
        assert!(dated.iter().take(undated).is_sorted(), "by first possible day");
        assert!(dated.iter().skip(undated).all(Option::is_none), "undated ones last");
    }
}

#[test]
fn a_statement_stands_under_each_year_of_a_narrow_span_and_under_none_of_a_wide_one() {
    for d in all() {
        let Listing { facets, .. } = listing(&d, &[], Sort::Source, None);
        let years = facets.iter().find(|facet| facet.key == "year").unwrap();
        let last = years.values.last().unwrap();
        assert_eq!(last.id, "none");
        let span = |ix| {
            let when = d.statement(ix).when.as_ref();
            when.and_then(|w| Some((w.first()?.year(), w.last()?.year())))
        };
        let wide = |ix: &atlas::StatementIx| span(*ix).is_none_or(|(first, last)| last - first > 4);
        assert_eq!(last.count, d.statements().filter(wide).count());
        let narrow = d.statements().filter(|ix| !wide(ix)).filter_map(span);
        let each: usize = narrow.map(|(first, last)| usize::from(last - first) + 1).sum();
        assert_eq!(
            each + last.count,
            years.values.iter().map(|value| value.count).sum::<usize>()
        );
    }
}
