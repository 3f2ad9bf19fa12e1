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

use atlas::cite::{Format, Work, atlas_work, source_work, statement};
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
            match (work.is_dataset, &work.container) {
                (true, _) => "dataset",
                (false, Some(_)) => "article-journal",
                (false, None) => "document",
            }
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

#[test]
fn a_statement_is_cited_with_every_place_that_supports_it() {
    let d = datasets::harbours();
    for ix in d.statements() {
        let cited = statement(&d, ix);
        assert!(
            cited.starts_with(d.record().authors[0].trim_end_matches('.')),
            "{cited}"
        );
        for place in atlas::cite::places_of(&d, ix) {
            assert!(cited.contains(&place), "{place} is not in {cited}");
        }
    }
}

#[test]
fn the_atlas_is_cited_in_its_version() {
    let d = datasets::harbours();
    let work = atlas_work(&d, "https://example.org/#/", "page “Overview”");
    let about = d.about();
    let when = format!(
        " (version {}, {}), page “Overview”. https://example.org/#/",
        about.version, about.date
    );
    let plain = work.written(Format::Plain);
    assert!(plain.ends_with(&when), "{plain}");
    // Of a version without its day, and of a day without its version, the year is all that is said.
    for half in [
        Work {
            day: None,
            ..work.clone()
        },
        Work {
            version: None,
            ..work.clone()
        },
    ] {
        assert!(half.written(Format::Plain).contains(&format!(" ({}), page", work.year)));
    }
}

#[test]
fn persons_are_taken_apart_and_organisations_are_not() {
    let work = Work {
        authors: vec!["Quay, Ada".to_owned(), "Ministry of Tides and Quays".to_owned()],
        ..source_work(&datasets::harbours(), None)
    };
    let bibtex = work.written(Format::BibTex);
    let read = Bibliography::parse(&bibtex).expect("BibTeX");
    let authors = read.get(&work.key).expect("the entry").author().expect("authors");
    let named: Vec<(&str, &str)> = authors
        .iter()
        .map(|a| (a.name.as_str(), a.given_name.as_str()))
        .collect();
    assert_eq!(named, [("Quay", "Ada"), ("Ministry of Tides and Quays", "")]);
    let csl: serde_json::Value = serde_json::from_str(&work.written(Format::CslJson)).expect("JSON");
    assert_eq!(
        csl[0]["author"],
        serde_json::json!([{"family": "Quay", "given": "Ada"}, {"literal": "Ministry of Tides and Quays"}])
    );
}

#[test]
fn what_a_format_has_a_use_for_is_written_so_that_it_does_not() {
    let title = "50 % of A & B_1, #2, $3: ~x^2 \\alpha";
    let work = Work {
        title: title.to_owned(),
        ..source_work(&datasets::harbours(), None)
    };
    let bibtex = work.written(Format::BibTex);
    for command in [
        "\\textasciitilde x",
        "\\textasciicircum 2",
        "\\textbackslash alpha",
        "\\& B\\_1, \\#2, \\$3",
    ] {
        assert!(bibtex.contains(command), "{command}: {bibtex}");
    }
    let read = Bibliography::parse(&bibtex).expect("BibTeX");
    let read = read
        .get(&work.key)
        .expect("the entry")
        .title()
        .expect("a title")
        .format_verbatim();
    // The reader of BibTeX leaves commands for signs as they stand.
    let sign = |text: &str, name: &str, sign: &str| text.replace(&format!("\\text{name} "), sign);
    let read = sign(
        &sign(&sign(&read, "asciitilde", "~"), "asciicircum", "^"),
        "backslash",
        "\\",
    );
    assert_eq!(read, title);
    for control in ["a\nb", "a\rb", "a\tb", "a\u{1f}b\u{1}"] {
        let json = atlas::cite::json_text(control);
        assert_eq!(serde_json::from_str::<String>(&json).expect(&json), control);
    }
    // The short forms that JSON has, and no escape for what needs none.
    assert_eq!(atlas::cite::json_text("\n\r\t \"\\"), r#""\n\r\t \"\\""#);
}

#[test]
fn formats_have_names_of_their_own() {
    let names = Format::ALL.map(Format::name);
    assert_eq!(names, ["Plain text", "Markdown footnote", "BibTeX", "RIS", "CSL-JSON"]);
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
