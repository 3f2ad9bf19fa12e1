//! Evidence against a reader's copy: what is found, what is named as altered, what is refused, case by case; `laws` has what holds for
//! any copy, `prints` what is checked against the source itself, `source` the text.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

#[path = "evidence/copies.rs"]
mod copies;
#[path = "../../../tests/support/datasets.rs"]
mod datasets;
#[path = "../../../tests/support/golden.rs"]
mod golden;
#[path = "evidence/laws.rs"]
mod laws;
#[path = "evidence/placed.rs"]
mod placed;
#[path = "evidence/prints.rs"]
mod prints;
#[path = "evidence/source.rs"]
mod source;

use std::collections::BTreeSet;
use std::ops::Range;

use evidence::align::{Figures, Outcome, Why};
use evidence::copy::{Foreign, MOST_BYTES};
use evidence::{Alignment, Progress, ReaderCopy, Refusal};
use serde_json::{Value, json};
use source::{Source, aligned, all_found};

#[test]
fn text_markdown_and_html_come_to_the_same() {
    let source = Source::new();
    let d = source.dataset();
    let markdown = source.text("\n\n## Heading\n\n", |sentence| sentence.replace("the ", "**the** "));
    let html = source.text("</p><script>'<p>'</script>\n<p id=\"x>\">", |sentence| {
        sentence.replace('\'', "&rsquo;").replace("the ", "<i>the</i>\n") + "<sup><a href=\"#n\">3</a></sup>"
    });
    for (name, text) in [
        ("copy.md", markdown),
        ("copy.html", format!("<html><body><p>{html}</p>")),
    ] {
        let copy = ReaderCopy::from_file(text.as_bytes(), Some(name)).expect("a text");
        all_found(&d, &source, &Alignment::new(&d, copy).finish().expect("the source"));
        // The clipboard has no name; the text shows what it is.
        let pasted = ReaderCopy::from_paste(&text).expect("a text");
        all_found(&d, &source, &Alignment::new(&d, pasted).finish().expect("the source"));
    }
}

#[test]
fn a_note_at_the_foot_of_a_page_is_told_apart_and_a_word_put_in_is_not_excused() {
    let source = Source::new();
    let d = source.dataset();
    let mut page = 0;
    let copy = source.text("\n\n", |sentence| {
        page += 1;
        // A heading that never comes back.
        let heading = format!("Of Tar, a {}r", "o".repeat(page));
        let between = format!("\n3 Ask for the ledger of that name in the attic.\n112\n{heading}\n");
        sentence.replacen(" the ", &format!("{between}the "), 1)
    });
    let paged = aligned(&d, &copy);
    all_found(&d, &source, &paged);
    let gaps: Vec<&str> = paged
        .placed()
        .iter()
        .filter_map(|placed| placed.outcome.passage()?.between.clone())
        .map(|gap| paged.text()[gap].trim())
        .collect();
    assert!(
        gaps.len() > 10
            && gaps
                .iter()
                .all(|gap| gap.starts_with("3 Ask for the ledger") && gap.contains("Of Tar")),
        "{gaps:?}"
    );

    let denied = source.text("\n\n", |sentence| sentence.replacen(" the ", " not the ", 1));
    let figures = aligned(&d, &denied).figures();
    let untouched = d.statements().flat_map(|ix| &d.statement(ix).evidence).filter(|e| {
        !source
            .sentence(&d.paragraph(e.paragraph).id, u64::from(e.sentence))
            .contains(" the ")
    });
    let untouched = untouched.count();
    assert_eq!(figures.found, untouched);
    assert!(figures.altered > 10 && figures.missing == 0, "{figures:?}");
}

#[test]
fn what_differs_is_said() {
    let source = Source::new();
    let d = source.dataset();
    let copy = source
        .plain()
        .replace("in 1902", "in 1903")
        .replace("founded in 1899", "dreamt of in 1899");
    let aligned = aligned(&d, &copy);
    let mut altered = Vec::new();
    for placed in aligned.placed() {
        if let Outcome::Altered(passage, difference) = &placed.outcome {
            assert!(aligned.text()[passage.range.clone()].ends_with('.'));
            let id = d.statement(placed.statement).id.as_str();
            altered.push((id, difference.terms.clone(), difference.words.clone()));
        }
    }
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let expected = [
        // A quote tells the very words; a fingerprint tells the terms.
        ("league-founded", owned(&[]), owned(&["founded"])),
        ("aldhaven-review-entry", owned(&["1902"]), owned(&[])),
    ];
    assert_eq!(altered, expected);
}

#[test]
fn an_excerpt_is_the_source_and_the_rest_says_why_not() {
    let source = Source::new();
    let d = source.dataset();
    let (_, kept) = &source.0[3];
    let excerpt = kept[..3].join(" ");
    let aligned = aligned(&d, &excerpt);
    for placed in aligned.placed() {
        let paragraph = d.paragraph(placed.paragraph).id.as_str();
        let expected = match (paragraph, placed.sentence) {
            ("1.lights.1", 1..=3) => None,
            ("1.lights.1", _) => Some(Why::NotInParagraph),
            _ => Some(Why::ParagraphMissing),
        };
        match &placed.outcome {
            Outcome::Missing(why) => assert_eq!(Some(*why), expected, "{paragraph} {}", placed.sentence),
            Outcome::Found(_) => assert_eq!(expected, None),
            other @ Outcome::Altered(..) => panic!("{other:?}"),
        }
    }
}

#[test]
fn paragraphs_hold_their_sentences_and_keep_apart() {
    let source = Source::new();
    let d = source.dataset();
    // No line tells where a paragraph ends.
    for between in ["\n\n", " "] {
        let aligned = aligned(&d, &source.text(between, str::to_owned));
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for (paragraph, range) in aligned.paragraphs() {
            assert_eq!(aligned.paragraph(*paragraph), Some(range.clone()));
            let inside = aligned.placed().iter().filter(|placed| placed.paragraph == *paragraph);
            for placed in inside {
                let passage = placed.outcome.passage().expect("all are found");
                assert!(range.start <= passage.range.start && passage.range.end <= range.end);
            }
            assert!(
                ranges.last().is_none_or(|before| before.end <= range.start),
                "{ranges:?}, {range:?}"
            );
            ranges.push(range.clone());
        }
        let cited = d
            .paragraphs()
            .filter(|ix| !d.paragraph(*ix).statements.is_empty())
            .count();
        assert_eq!(ranges.len(), cited);
    }
}

#[test]
fn a_sentence_that_stands_twice_is_found_in_its_own_place() {
    let mut source = Source::new();
    // Two cited sentences of different paragraphs become the same words.
    let twin = source.0[1].1[1].clone();
    source.0[3].1[2] = twin;
    let mut bundle: Value = serde_json::from_str(&datasets::harbours_json()).expect("JSON");
    for statement in bundle["statements"].as_array_mut().expect("statements") {
        for evidence in statement["evidence"].as_array_mut().expect("evidence") {
            if evidence["paragraph"] == "1.lights.1" && evidence["sentence"] == 3 {
                evidence["terms"] = json!(["stayed away", "1905"]);
            }
        }
    }
    let d = source.dataset_of(bundle);
    let aligned = aligned(&d, &source.plain());
    all_found(&d, &source, &aligned);
    let of = |id: &str| {
        let atlas::model::Target::Statement(ix) = d.find(id).expect("a statement") else {
            panic!("{id} is no statement");
        };
        aligned.of(ix)[0].outcome.passage().expect("found").range.clone()
    };
    let (first, second) = (of("aldhaven-review-absence"), of("coasters-moor"));
    assert!(first.end < of("brackmouth-review-interest").start && second.start > of("gull-lamp-until").start);
    assert_eq!(aligned.text()[first], aligned.text()[second]);
}

#[test]
fn pieces_are_the_text_cut_where_highlighting_changes() {
    let source = Source::new();
    let d = source.dataset();
    let aligned = aligned(&d, &source.plain());
    let within = aligned
        .paragraph(d.paragraphs().nth(3).expect("four paragraphs"))
        .expect("found");
    let pieces = aligned.pieces(within.clone());
    let joined: String = pieces
        .iter()
        .map(|piece| &aligned.text()[piece.range.clone()])
        .collect();
    assert_eq!(joined, aligned.text()[within]);
    let lit = pieces.iter().filter(|piece| !piece.placed.is_empty()).count();
    assert_eq!(lit, 7, "one for each cited sentence");
}

#[test]
fn what_is_not_the_source_is_refused_with_a_reason() {
    let source = Source::new();
    let d = source.dataset();
    let file = |bytes: &[u8]| ReaderCopy::from_file(bytes, Some("copy.txt"));
    let foreign = |what| Err(Refusal::NotText(what));
    assert_eq!(file(b""), Err(Refusal::Empty));
    assert_eq!(file(" \n\t… ".as_bytes()), Err(Refusal::Empty));
    assert_eq!(file(b"%PDF-1.7\nwords"), foreign(Foreign::Pdf));
    assert_eq!(file(b"PK\x03\x04words"), foreign(Foreign::Packed));
    assert_eq!(file(b"{\\rtf1 words}"), foreign(Foreign::Rtf));
    assert_eq!(file(b"\x89PNG\r\n words"), foreign(Foreign::Picture));
    assert_eq!(file(b"some words\0and more"), foreign(Foreign::Unknown));
    assert_eq!(file(&[b'a', 1, 7, 200, 129, 3, b'b']), foreign(Foreign::Unknown));
    let bytes = MOST_BYTES + 1;
    assert_eq!(file(&vec![b'a'; bytes]), Err(Refusal::TooLarge { bytes }));
    assert_eq!(
        ReaderCopy::from_paste(&"a".repeat(bytes)),
        Err(Refusal::TooLarge { bytes })
    );

    let other =
        "A treatise on the keeping of bees. They came in the summer of that year, and nobody was hurt. ".repeat(50);
    let refused = Alignment::new(&d, file(other.as_bytes()).expect("a text")).finish();
    let wanted = d.statements().flat_map(|ix| &d.statement(ix).evidence);
    let wanted: BTreeSet<_> = wanted.map(|e| (e.paragraph, e.sentence)).collect();
    let wanted = wanted.len();
    assert_eq!(refused, Err(Refusal::NotTheSource { found: 0, wanted }));

    // One sentence in ten is a copy of the source, or of a part of it; less is a quotation.
    let quoting = |sentences: &[&str]| {
        let copy = format!("{other}\n\n{}\n\n{other}", sentences.join(" "));
        let aligned = Alignment::new(&d, file(copy.as_bytes()).expect("a text")).finish();
        aligned.map(|aligned| aligned.figures().found)
    };
    let [one, two] = [&source.0[0].1[0], &source.0[3].1[1]].map(String::as_str);
    assert_eq!(quoting(&[one]), Err(Refusal::NotTheSource { found: 1, wanted }));
    assert_eq!(quoting(&[one, two]), Ok(2));

    let mut bundle: Value = serde_json::from_str(&datasets::harbours_json()).expect("JSON");
    for statement in bundle["statements"].as_array_mut().expect("statements") {
        for evidence in statement["evidence"].as_array_mut().expect("evidence") {
            let fields = evidence.as_object_mut().expect("an evidence");
            fields.remove("fp");
            fields.remove("quote");
        }
    }
    let bare = datasets::opened(&bundle.to_string());
    let refused = Alignment::new(&bare, file(source.plain().as_bytes()).expect("a text")).finish();
    assert_eq!(refused, Err(Refusal::NothingToCompare));
    for refusal in [
        Refusal::Empty,
        Refusal::NothingToCompare,
        Refusal::NotTheSource { found: 1, wanted },
    ] {
        assert!(refusal.to_string().ends_with('.'));
    }
}

#[test]
fn other_encodings_are_read() {
    let source = Source::new();
    let d = source.dataset();
    let curly = source.plain().replace('\'', "’");
    let windows: Vec<u8> = curly
        .chars()
        .map(|ch| {
            if ch == '’' {
                0x92
            } else {
                u8::try_from(ch).unwrap_or(b'?')
            }
        })
        .collect();
    let wide = |bytes: fn(u16) -> [u8; 2]| {
        std::iter::once(0xfeff)
            .chain(curly.encode_utf16())
            .flat_map(bytes)
            .collect::<Vec<u8>>()
    };
    for bytes in [windows, wide(u16::to_le_bytes), wide(u16::to_be_bytes)] {
        let copy = ReaderCopy::from_file(&bytes, Some("copy.txt")).expect("a text");
        all_found(&d, &source, &Alignment::new(&d, copy).finish().expect("the source"));
    }
}

#[test]
fn hostile_copies_end_in_counted_steps() {
    const BUDGET: usize = 10_000;
    let d = Source::new().dataset();
    let sentence = Source::new().0[0].1[0].clone() + " ";
    let hostile = [
        ("a.html", "<".repeat(200_000) + "x"),
        ("a.html", "<div>".repeat(60_000) + "x"),
        ("a.html", "<p x='".repeat(60_000)),
        ("a.html", "&".repeat(200_000) + "x"),
        ("a.md", "[".repeat(200_000) + "x"),
        ("a.md", "<a".repeat(100_000)),
        ("a.txt", "x".repeat(300_000)),
        ("a.txt", format!("{sentence}{}{sentence}", ".".repeat(300_000))),
        ("a.txt", sentence.repeat(3_000)),
        ("a.txt", "1)\n".repeat(100_000) + "x"),
        ("a.txt", "x-\n".repeat(100_000)),
    ];
    for (name, text) in hostile {
        let copy = ReaderCopy::from_file(text.as_bytes(), Some(name)).expect("text, if hostile");
        let mut alignment = Alignment::new(&d, copy);
        let mut steps = 0;
        while alignment.step(BUDGET) != Progress::Done {
            steps += 1;
            assert!(steps <= 4 * text.len() / BUDGET + 2_000, "{name}: {:?}", text.get(..20));
        }
        if let Ok(aligned) = alignment.finish() {
            let Figures { found, altered, .. } = aligned.figures();
            assert!(found + altered > 0);
        }
    }
}

#[test]
fn what_is_done_is_told_in_small_steps_and_never_taken_back() {
    let source = Source::new();
    let d = source.dataset();
    let copy = source.text("\n\n", str::to_owned);
    let copy = ReaderCopy::from_paste(&copy).expect("a text");
    let mut alignment = Alignment::new(&d, copy);
    let mut told = Vec::new();
    while let Progress::Working(percent) = alignment.step(20) {
        told.push(percent);
    }
    assert!(
        told.is_sorted() && told.iter().all(|percent| *percent <= 100),
        "{told:?}"
    );
    for (from, to) in [(1, 40), (40, 80), (80, 95), (95, 101)] {
        let within: BTreeSet<_> = told.iter().filter(|percent| (from..to).contains(*percent)).collect();
        assert!(within.len() > 3, "from {from} to {to} only {within:?}");
    }
}
