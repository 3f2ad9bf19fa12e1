//! Whether readers find what they look for in their own words: queries with what answers them, counted and held to a floor.
//!
//! `cargo test -p atlas --test queries -- --nocapture` prints the figures; `ATLAS_QUERIES=FILE` measures the queries of a file over
//! the dataset of `data/` as well, and `ATLAS_MISSES=1` names those that are not answered first.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking; its helpers stand outside the test functions; figures are for reading"
)]

#[path = "../../../tests/support/datasets.rs"]
mod datasets;

use std::collections::BTreeMap;

use atlas::Dataset;
use atlas::search::{How, Index, pages};
use serde_json::Value;

/// What became of queries.
#[derive(Clone, Copy, Default)]
struct Figures {
    /// Those that have an answer.
    asked: usize,
    first: usize,
    three: usize,
    ten: usize,
    /// The answer is nowhere in the list.
    absent: usize,
    /// The list is empty.
    nothing: usize,
    /// Those that have no answer, and of them those of which it is said.
    without: usize,
    said: usize,
}

impl Figures {
    fn add(&mut self, other: Self) {
        let pairs = [
            (&mut self.asked, other.asked),
            (&mut self.first, other.first),
            (&mut self.three, other.three),
            (&mut self.ten, other.ten),
            (&mut self.absent, other.absent),
            (&mut self.nothing, other.nothing),
            (&mut self.without, other.without),
            (&mut self.said, other.said),
        ];
        pairs.into_iter().for_each(|(sum, more)| *sum += more);
    }

    fn line(self, name: &str) -> String {
        let percent = |n: usize| (100 * n + self.asked / 2) / self.asked.max(1);
        format!(
            "{name:<28} {:>4} asked: first {:>3} %, in three {:>3} %, in ten {:>3} %, absent {:>3} %, nothing {:>3} %; {} of {} without an answer said",
            self.asked,
            percent(self.first),
            percent(self.three),
            percent(self.ten),
            percent(self.absent),
            percent(self.nothing),
            self.said,
            self.without
        )
    }
}

/// What the list shows, best first: pages that are meant outright, what is found, other pages.
fn listed(d: &Dataset, index: &Index, query: &str) -> (Vec<String>, bool) {
    let results = index.search(d, query);
    let page = |first: bool| {
        let found = pages(d, query).into_iter().filter(move |page| page.first == first);
        found.map(|page| format!("page:{}", page.key))
    };
    let hits = results.hits.iter().map(|hit| d.id_of(hit.target).to_owned());
    let listed = page(true).chain(hits).chain(page(false)).collect();
    let by_meaning = results.read.iter().any(|reading| reading.how == How::Meaning);
    let is_said = !results.missing.is_empty() || results.hits.is_empty() || results.by_words || by_meaning;
    (listed, is_said)
}

fn measure(d: &Dataset, rows: &[Value], name: &str) -> Figures {
    let index = Index::new(d);
    let misses = std::env::var_os("ATLAS_MISSES").is_some();
    let mut personas: BTreeMap<&str, Figures> = BTreeMap::new();
    let mut all = Figures::default();
    for row in rows {
        let query = row["q"].as_str().expect("a query");
        let (found, said) = listed(d, &index, query);
        let mut figures = Figures::default();
        match row["expect"].as_array() {
            Some(expected) if !expected.is_empty() => {
                for id in expected.iter().filter_map(Value::as_str) {
                    assert!(
                        id.starts_with("page:") || d.find(id).is_some(),
                        "{query}: {id} is no id of the dataset"
                    );
                }
                let at = found.iter().position(|id| expected.iter().any(|e| e == id));
                let within = |most: usize| usize::from(at.is_some_and(|at| at < most));
                figures = Figures {
                    asked: 1,
                    first: within(1),
                    three: within(3),
                    ten: within(10),
                    absent: usize::from(at.is_none()),
                    nothing: usize::from(found.is_empty()),
                    ..figures
                };
                if misses && at != Some(0) {
                    println!(
                        "  {query}: {at:?}; {}",
                        found.iter().take(3).cloned().collect::<Vec<_>>().join(", ")
                    );
                }
            }
            _ => {
                figures.without = 1;
                figures.said = usize::from(said);
                if misses && !said {
                    println!(
                        "  {query}: not said; {}",
                        found.iter().take(3).cloned().collect::<Vec<_>>().join(", ")
                    );
                }
            }
        }
        all.add(figures);
        personas
            .entry(row["persona"].as_str().unwrap_or("reader"))
            .or_default()
            .add(figures);
    }
    println!("{}", all.line(name));
    if personas.len() > 1 {
        personas
            .iter()
            .for_each(|(persona, figures)| println!("{}", figures.line(&format!("  {persona}"))));
    }
    all
}

fn rows(json: &str) -> Vec<Value> {
    serde_json::from_str(json).expect("a list of queries")
}

/// Measures the rows of a set, and holds them to shares in percent: first, in three, at most nothing.
#[track_caller]
fn holds(d: &Dataset, rows: &[Value], name: &str, [first, three, nothing]: [usize; 3]) {
    let figures = measure(d, rows, name);
    let percent = |n: usize| 100 * n / figures.asked.max(1);
    assert!(percent(figures.first) >= first, "{name}: first");
    assert!(percent(figures.three) >= three, "{name}: in three");
    assert!(percent(figures.nothing) <= nothing, "{name}: nothing");
    assert_eq!(figures.said, figures.without, "{name}: what is not there is said");
}

#[test]
fn readers_find_what_they_ask_for_in_their_own_words() {
    let d = datasets::real();
    if let Ok(path) = std::env::var("ATLAS_QUERIES") {
        let given = std::fs::read_to_string(path).expect("the file of queries");
        let _ = measure(&d, &rows(&given), "given file");
    }
    let all = rows(&datasets::read("tests/golden/queries.json"));
    let of = |set: &str| -> Vec<Value> { all.iter().filter(|row| row["set"] == set).cloned().collect() };
    holds(&d, &of("given"), "given", [85, 93, 2]);
    holds(&d, &of("held-out"), "held out", [80, 93, 2]);
    holds(&d, &of("later"), "later", [78, 88, 2]);
    holds(&d, &of("fresh"), "fresh", [85, 93, 2]);
    holds(&d, &of("unseen"), "unseen", [85, 93, 2]);
}

#[test]
fn readers_of_another_dataset_find_what_they_ask_for() {
    let queries = rows(&datasets::read("tests/golden/queries-example.json"));
    holds(&datasets::example(), &queries, "example", [85, 93, 2]);
}
