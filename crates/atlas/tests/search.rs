//! What readers type and what they should find first, over the real dataset; and what holds of any query.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

#[path = "../../../tests/support/datasets.rs"]
mod datasets;
#[path = "../../../tests/support/golden.rs"]
mod golden;

use std::collections::BTreeSet;

use atlas::Dataset;
use atlas::model::Target;
use atlas::search::{Group, Hit, Index, Indexing, Query, marks};
use proptest::prelude::*;

/// The ids found, best first, as many as asked for.
fn found(d: &Dataset, index: &Index, query: &str, most: usize) -> Vec<String> {
    let hits = index.search(d, query).hits;
    hits.iter()
        .take(most)
        .map(|hit| d.id_of(hit.target).to_owned())
        .collect()
}

#[test]
fn readers_find_first_what_they_look_for() {
    let golden: Vec<(String, String)> =
        serde_json::from_str(&datasets::read("tests/golden/search.json")).expect("pairs of query and id");
    assert!(golden.len() >= 40, "a golden set of at least forty queries");
    let d = datasets::real();
    let index = Index::new(&d);
    let mut wrong = Vec::new();
    for (query, id) in &golden {
        assert!(d.find(id).is_some(), "{id} is no id of the dataset");
        let first = found(&d, &index, query, 5);
        if first.first() != Some(id) {
            wrong.push(format!("{query}: {first:?}, not {id}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}\n{}",
        wrong.len(),
        golden.len(),
        wrong.join("\n")
    );
}

#[test]
fn what_was_recognised_can_be_taken_away() {
    let d = datasets::real();
    let chips = Index::new(&d).search(&d, "Interest in PARP 2005 uzbek").chips;
    let said: Vec<(&str, &str, &str)> = chips
        .iter()
        .map(|c| (c.kind.as_str(), c.label.as_str(), c.rest.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            ("Programme", "Planning and Review Process", "Interest in 2005 uzbek"),
            ("Year", "2005", "Interest in PARP uzbek"),
            ("Country", "Uzbekistan", "Interest in PARP 2005"),
        ]
    );
}

#[test]
fn a_hit_says_why_and_marks_the_words() {
    let d = datasets::harbours();
    let results = Index::new(&d).search(&d, "kelp nursery");
    let hit = results.hits.first().expect("a hit");
    assert_eq!(hit.why(), "in its name");
    assert!(!marks("The Kelp has a nursery.", &results.wanted).is_empty());
    // Each field that is searched is given as a reason somewhere.
    let d = datasets::real();
    let index = Index::new(&d);
    let reasons: BTreeSet<String> = [
        "2005",
        "interest",
        "russia transit",
        "airfield",
        "osce border",
        "termez",
        "heroin",
    ]
    .into_iter()
    .flat_map(|query| index.search(&d, query).hits)
    .flat_map(|hit| hit.why().split(", ").map(str::to_owned).collect::<Vec<_>>())
    .collect();
    let all = [
        "in its name",
        "in its text",
        "in what it is about",
        "in the words to find it by",
        "by its date",
        "by its kind",
        "by another word for it",
        "by another word for what it is about",
    ];
    assert_eq!(reasons, all.map(str::to_owned).into());
}

#[test]
fn other_words_of_the_thesaurus_are_said_and_are_not_the_words_typed() {
    let d = datasets::example();
    let index = Index::new(&d);
    let sentences = |query: &str| index.search(&d, query).sentences().join(" ");
    // It occurs nowhere: what it is read as counts as the word.
    let said = sentences("catastrophe");
    assert!(
        said.contains("“catastrophe” is read as") && said.contains("flood"),
        "{said}"
    );
    assert!(index.search(&d, "catastrophe").whole > 0);
    // It occurs: what has only another word for it does not have all the words.
    let results = index.search(&d, "entered");
    let texts = |whole: bool| -> Vec<&str> {
        let hits = results.of(Group::Statements).filter(|hit| hit.whole == whole);
        let text = |hit: &Hit| match hit.target {
            Target::Statement(ix) => d.statement(ix).text.as_str(),
            _ => "",
        };
        hits.map(text).collect()
    };
    assert!(!texts(true).is_empty() && texts(true).iter().all(|text| text.contains("enter")));
    assert!(texts(false).iter().any(|text| text.contains("joined")));
    // A word of readers that no text has is said to be one, whatever the thesaurus adds.
    let real = datasets::real();
    let said = Index::new(&real).search(&real, "newspaper").sentences().join(" ");
    assert!(said.contains("“newspaper”"), "{said}");
}

/// What queries of every kind find in the example, in order: a change of the ranking is seen as a whole before it is kept.
#[test]
fn the_example_is_ranked_as_it_was() {
    let d = datasets::example();
    let index = Index::new(&d);
    let queries = [
        "chain",
        "merrow lending chain",
        "lending",
        "the chain",
        "the",
        "aldersend catalogue",
        "shared catalogue",
        "shared catalog",
        "corvane 1974",
        "corvane plates",
        "corvane -plates",
        "corvan",
        "dunmarow",
        "libraries",
        "library",
        "boats",
        "\"book boat\"",
        "\"book boat\" ford",
        "\"no such words\"",
        "boat ford weir",
        "boat ford zeppelin",
        "boat zeppelin airship",
        "-boat",
        "1968",
        "flood",
        "card",
        "card room open",
        "planned exchange",
        "oake tamsin",
        "rule of return",
        "crown fine",
        "mill ostrand agreement",
        "bridge bridge",
        "eskerly green 19",
        "is the with",
        "",
    ];
    let mut said = String::new();
    for query in queries {
        let results = index.search(&d, query);
        let partial = if results.partial { ", not every word" } else { "" };
        said.push_str(&format!("# {query}{partial}\n"));
        for chip in &results.chips {
            said.push_str(&format!("  {}: {}; else {:?}\n", chip.kind, chip.label, chip.rest));
        }
        said.push_str(&format!("  words: {}\n", results.wanted.join(" ")));
        for hit in results.hits.iter().take(16) {
            let (group, id) = (hit.group.word(), d.id_of(hit.target));
            said.push_str(&format!("  {group}: {id} ({})\n", hit.why()));
        }
        if results.hits.len() > 16 {
            said.push_str(&format!("  and {} more\n", results.hits.len() - 16));
        }
        said.push('\n');
    }
    golden::assert_snapshot("search-example", &said);
}

#[test]
fn a_reason_that_the_marks_show_is_left_out() {
    let d = datasets::real();
    let index = Index::new(&d);
    let whys = |query: &str| -> BTreeSet<String> { index.search(&d, query).hits.iter().map(Hit::why).collect() };
    // What stands in the name or the text is marked there; that it is also what the thing is about goes without saying.
    let whys = whys("uzbekistan transit");
    assert!(
        whys.contains("in its text") && whys.iter().any(|why| why.starts_with("in what it is about")),
        "{whys:?}"
    );
    for why in &whys {
        let plain = why.contains("in its name") || why.contains("in its text");
        assert!(
            !(plain && (why.contains("about") || why.contains("to look for"))),
            "{why}"
        );
    }
}

#[test]
fn what_says_the_word_stands_above_what_is_only_of_its_kind() {
    let d = datasets::real();
    let index = Index::new(&d);
    for (query, weaker) in [("place", "by its kind"), ("russia", "in what it is about")] {
        let results = index.search(&d, query);
        let whys: Vec<String> = results.of(Group::Statements).map(Hit::why).collect();
        let last = whys.iter().rposition(|why| why.contains("in its text"));
        let first = whys.iter().position(|why| why == weaker);
        assert!(last.is_some() && first.is_some() && last < first, "{query}: {whys:?}");
    }
}

#[test]
fn hits_stand_in_groups_and_the_best_comes_first() {
    let d = datasets::harbours();
    let results = Index::new(&d).search(&d, "lamp");
    let groups = results.groups();
    assert_eq!(groups.first(), results.hits.first().map(|hit| &hit.group));
    let each: BTreeSet<&str> = groups.iter().map(|group| group.word()).collect();
    assert_eq!(each.len(), groups.len());
    assert!(
        groups.len() >= 3 && each.contains("Statements") && each.contains("Events"),
        "{each:?}"
    );
    let counted: usize = groups.iter().map(|&group| results.of(group).count()).sum();
    assert_eq!(counted, results.hits.len());
    let words = Group::ALL.map(Group::word);
    assert_eq!(
        words,
        ["Names", "Statements", "Events", "Paragraphs", "Glossary", "Not said"]
    );
}

#[test]
fn of_words_that_stand_nowhere_nothing_is_found() {
    let d = datasets::real();
    let index = Index::new(&d);
    for query in [
        "qwxyzzy",
        "qwxyzzy vbnmkjh",
        "\"qwxyzzy vbnmkjh\" plugh",
        "qwxyzzy -transit",
    ] {
        let found = index.search(&d, query);
        assert!(found.hits.is_empty() && !found.partial, "{query}: {:?}", found.hits);
    }
}

#[test]
fn what_is_left_out_stays_out_where_not_every_word_is_found() {
    let d = datasets::harbours();
    let index = Index::new(&d);
    let most = index.search(&d, "lamp second unheard");
    assert!(most.partial && !most.hits.is_empty());
    // The things that have two of the three are left out; those that have one are given in their place.
    let fewer = index.search(&d, "lamp second unheard -second");
    assert!(fewer.partial && !fewer.hits.is_empty());
    assert!(fewer.hits.iter().all(|hit| !most.hits.contains(hit)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_query_is_answered(query in any::<String>()) {
        let d = datasets::harbours();
        let results = Index::new(&d).search(&d, &query);
        for hit in &results.hits {
            prop_assert!(d.find(d.id_of(hit.target)).is_some());
        }
        for range in marks(&query, &results.wanted) {
            prop_assert!(query.is_char_boundary(range.start) && query.is_char_boundary(range.end));
        }
    }

    #[test]
    fn what_must_not_occur_never_adds_a_hit(at in 0usize..400, without in 0usize..400) {
        let d = datasets::harbours();
        let texts: Vec<String> = d.statements().map(|ix| d.statement(ix).text.clone()).collect();
        let words: Vec<&str> = texts.iter().flat_map(|t| t.split(|c: char| !c.is_alphanumeric())).filter(|w| w.len() > 2).collect();
        let (word, unwanted) = (words[at % words.len()], words[without % words.len()]);
        let index = Index::new(&d);
        let all = index.search(&d, word);
        let fewer = index.search(&d, &format!("{word} -{unwanted}"));
        prop_assert!(fewer.hits.iter().all(|hit| all.hits.contains(hit)));
        prop_assert!(!Query::parse(word).is_empty());
    }
}

#[test]
fn an_index_made_in_slices_finds_the_same() {
    let d = datasets::real();
    let whole = Index::new(&d);
    let mut sliced = Indexing::new(&d);
    let mut steps = 1;
    while sliced.step(&d, 1) {
        steps += 1;
    }
    assert_eq!(steps, d.statements().len(), "a statement a step");
    let sliced = sliced.finish(&d);
    for query in ["transit", "2005 kyrgyz", "planned exercise", "\"supply route\""] {
        assert_eq!(whole.search(&d, query).hits, sliced.search(&d, query).hits, "{query}");
    }
}
