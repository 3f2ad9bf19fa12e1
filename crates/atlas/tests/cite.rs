//! References, read back by parsers that know nothing of how they were written.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

#[path = "../../../tests/support/datasets.rs"]
mod datasets;

use atlas::cite::{Format, Work, atlas_work, source_work};
use biblatex::{Bibliography, ChunksExt as _};
use proptest::prelude::*;

fn works() -> Vec<Work> {
    let d = datasets::real();
    let mut works: Vec<Work> = d.statements().map(|ix| source_work(&d, Some(ix))).collect();
    works.push(source_work(&d, None));
    works.push(atlas_work(
        &d,
        "https://example.org/atlas/#/countries/kazakhstan?as-of=2005",
        "page “Kazakhstan”",
    ));
    works
}

/// The fields of a RIS record as any reader takes them: a tag, two spaces, a hyphen, a space, the value.
fn ris_fields(text: &str) -> Vec<(String, String)> {
    text.split_terminator("\r\n")
        .map(|line| {
            let (tag, value) = line.split_once("  - ").unwrap_or_else(|| panic!("no field: {line}"));
            assert!(
                tag.len() == 2 && tag.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()),
                "{tag}"
            );
            (tag.to_owned(), value.to_owned())
        })
        .collect()
}

#[test]
fn bibtex_is_read_back() {
    for work in works() {
        let written = work.written(Format::BibTex);
        let read = Bibliography::parse(&written).unwrap_or_else(|error| panic!("{error}\n{written}"));
        let entry = read.get(&work.key).expect("the entry of its key");
        assert_eq!(entry.title().expect("a title").format_verbatim(), work.title);
        assert_eq!(entry.author().expect("authors").len(), work.authors.len());
        assert_eq!(
            entry.get("note").map(|note| note.format_verbatim()),
            work.place,
            "{written}"
        );
        assert_eq!(entry.get("url").map(|url| url.format_verbatim()), work.url);
    }
}

#[test]
fn ris_has_its_fields_and_its_end() {
    for work in works() {
        let fields = ris_fields(&work.written(Format::Ris));
        let value = |tag: &str| fields.iter().find(|(t, _)| t == tag).map(|(_, v)| v.clone());
        assert_eq!(fields.first().map(|(tag, _)| tag.as_str()), Some("TY"));
        assert_eq!(fields.last(), Some(&("ER".to_owned(), String::new())));
        assert_eq!(
            (value("TI"), value("UR"), value("N1")),
            (Some(work.title), work.url, work.place)
        );
    }
}

#[test]
fn csl_json_is_json_with_the_fields_of_csl() {
    for work in works() {
        let read: serde_json::Value = serde_json::from_str(&work.written(Format::CslJson)).expect("JSON");
        let item = &read[0];
        assert_eq!(item["title"], work.title.as_str());
        assert_eq!(
            item["issued"]["date-parts"][0][0],
            work.year.parse::<u32>().expect("a year")
        );
        assert_eq!(
            item["type"],
            if work.is_dataset { "dataset" } else { "article-journal" }
        );
        assert_eq!(item["URL"].as_str(), work.url.as_deref());
    }
}

#[test]
fn the_place_is_the_printed_one() {
    let d = datasets::real();
    let ix = d
        .statements()
        .find(|&ix| d.statement(ix).id == "termez-german-use")
        .expect("the statement");
    let plain = source_work(&d, Some(ix)).written(Format::Plain);
    assert!(
        plain.contains("(2009), Section 3, Security co-operation: Afghanistan, 2nd paragraph. https://doi.org/"),
        "{plain}"
    );
    let footnote = source_work(&d, Some(ix)).written(Format::Footnote);
    assert!(
        footnote.starts_with("[^vinnikov-2009-termez-german-use]: ")
            && footnote.contains("*Security and Human Rights*"),
        "{footnote}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_text_breaks_a_format(title in "\\PC{1,60}", author in "\\PC{1,30}", place in any::<String>(), url in "https://[a-z{}%]{1,20}") {
        let d = datasets::harbours();
        let work = Work {
            title,
            authors: vec![author],
            place: Some(place),
            url: Some(url),
            ..source_work(&d, None)
        };
        let read: serde_json::Value = serde_json::from_str(&work.written(Format::CslJson)).expect("JSON");
        prop_assert_eq!(read[0]["title"].as_str(), Some(work.title.as_str()));
        prop_assert_eq!(read[0]["note"].as_str(), work.place.as_deref());
        prop_assert!(Bibliography::parse(&work.written(Format::BibTex)).is_ok(), "{}", work.written(Format::BibTex));
        ris_fields(&work.written(Format::Ris));
    }
}
