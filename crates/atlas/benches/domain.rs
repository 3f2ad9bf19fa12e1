//! What the domain's work takes over the dataset of `data/`: reading and checking it, answering for a date, listing, searching.
//!
//! `cargo bench -p atlas`. Times are for people; no check reads them. `ATLAS_GROWN=FILE` searches a larger bundle as well
//! (`grown` of tests/e2e/growth.mjs makes one).

#![allow(
    missing_docs,
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a benchmark stops by panicking, and its macros write functions without words"
)]

#[path = "../../../tests/support/datasets.rs"]
mod datasets;

use std::hint::black_box;

use atlas::Dataset;
use atlas::search::Index;
use atlas::views::{Sort, cell, events, listing, matrix_programmes, strips, timeline};
use criterion::{Criterion, criterion_group, criterion_main};

fn work(c: &mut Criterion) {
    let json = datasets::real_json();
    let d = datasets::real();
    let day = d.vantage_day();
    c.bench_function("read and check", |b| {
        b.iter(|| Dataset::from_json(black_box(&json)).is_ok())
    });
    c.bench_function("matrix for a day", |b| {
        b.iter(|| {
            let cells = matrix_programmes(&d)
                .into_iter()
                .flat_map(|p| d.countries().into_iter().map(move |country| (country, p)));
            cells
                .filter(|&(country, p)| cell(&d, country, p, black_box(day)).has_row())
                .count()
        });
    });
    c.bench_function("strips for a day", |b| b.iter(|| strips(&d, black_box(day)).len()));
    c.bench_function("timeline", |b| b.iter(|| timeline(&d, &events(&d), 1_000).lanes.len()));
    c.bench_function("all statements by date, with facets", |b| {
        b.iter(|| listing(&d, &Vec::new(), Sort::Date, None).rows.len());
    });
    c.bench_function("search index", |b| b.iter(|| Index::new(black_box(&d))));
    let index = Index::new(&d);
    c.bench_function("search of two words", |b| {
        b.iter(|| index.search(&d, black_box("transit kyrgyz")).hits.len());
    });
    if let Ok(path) = std::env::var("ATLAS_GROWN") {
        let grown = Dataset::from_json(&std::fs::read_to_string(path).unwrap()).unwrap();
        let index = Index::new(&grown);
        for query in ["t", "transit", "transit kyrgyz", "why did nato join the transit talks"] {
            c.bench_function(&format!("grown: {query}"), |b| {
                b.iter(|| index.search(&grown, black_box(query)).hits.len());
            });
        }
    }
}

criterion_group!(domain, work);
criterion_main!(domain);
