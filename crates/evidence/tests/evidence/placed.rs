//! Where the cited sentences are placed in copies that hide, alter, repeat or leave out; kept in `tests/golden`, as `copies` keeps
//! what cleaning does.

use std::ops::Range;

use atlas::Dataset;
use evidence::align::Outcome;
use evidence::{Alignment, ReaderCopy, Refusal};

use crate::golden;
use crate::laws::{broken, paged};
use crate::source::Source;

/// What became of every sentence of a copy.
fn told(d: &Dataset, copy: &str) -> String {
    let copy = ReaderCopy::from_file(copy.as_bytes(), Some("copy.txt")).expect("a text");
    let aligned = match Alignment::new(d, copy).finish() {
        Err(refusal) => return format!("  refused: {refusal}\n"),
        Ok(aligned) => aligned,
    };
    let mut out = format!("  {:?}\n", aligned.figures());
    for placed in aligned.placed() {
        let id = &d.statement(placed.statement).id;
        let place = format!("{} {}", d.paragraph(placed.paragraph).id, placed.sentence);
        let outcome = match &placed.outcome {
            Outcome::Found(_) => "found".to_owned(),
            Outcome::Altered(_, difference) => format!("altered, {difference:?}"),
            Outcome::Missing(why) => format!("missing, {why:?}"),
        };
        out.push_str(&format!("  {id} ({place}): {outcome}\n"));
        if let Some(passage) = placed.outcome.passage() {
            let text = |range: &Range<usize>| aligned.text()[range.clone()].escape_debug().to_string();
            out.push_str(&format!("    at {}: {}\n", passage.range.start, text(&passage.range)));
            if let Some(between) = &passage.between {
                out.push_str(&format!("    between: {}\n", text(between)));
            }
        }
    }
    for (paragraph, range) in aligned.paragraphs() {
        let text: Vec<&str> = aligned.text()[range.clone()].split(' ').collect();
        let (first, last) = (text.first().expect("a word"), text.last().expect("a word"));
        out.push_str(&format!(
            "  {}: at {} from {first:?} to {last:?}, {} words\n",
            d.paragraph(*paragraph).id,
            range.start,
            text.len()
        ));
    }
    out
}

/// A sentence torn at its first comma, with so many words of a page's foot and head in between.
fn in_halves(sentence: &str, words: usize) -> String {
    match sentence.split_once(", ") {
        None => sentence.to_owned(),
        Some((head, tail)) => format!("{head},\n\n{}\n\n{tail}", vec!["ledger"; words].join(" ")),
    }
}

/// A sentence of few words that others have as well: where it stands by itself, that is its place; only where it does not, it is
/// looked for within longer ones.
#[test]
fn a_short_sentence_is_looked_for_where_it_stands_alone() {
    let mut source = Source::new();
    source.0[3].1[2] = "Coasters moor at Aldhaven.".to_owned();
    let d = source.dataset();
    let told = |longer: &str, short: &str| {
        let mut copy = Source(source.0.clone());
        copy.0[3].1[2] = format!("{longer} {short}");
        told(&d, &copy.plain())
    };
    let longer = "Some of the coasters moor at Aldhaven when it blows.";
    let said = [
        told(longer, "Coasters moor at Aldhaven."),
        told(longer, "Nobody knows."),
        told("", "Coasters moor at Aldhaven."),
        told("", "Coasters moor at Aldhaven whenever the ice has gone."),
    ];
    golden::assert_snapshot("short", &said.join("\n"));
}

/// A copy is taken for the source where enough of the cited sentences stand in it, and not where one fewer does.
#[test]
fn so_many_sentences_make_a_copy_of_the_source() {
    let source = Source::new();
    let d = source.dataset();
    let cited = |refusal: Refusal| match refusal {
        Refusal::NotTheSource { found, wanted } => (found, wanted),
        other => panic!("{other}"),
    };
    let copy = |sentences: usize| ReaderCopy::from_paste(&source.0[3].1[..sentences].join(" ")).expect("a text");
    assert_eq!(
        cited(Alignment::new(&d, copy(1)).finish().expect_err("too few")),
        (1, 16)
    );
    assert!(Alignment::new(&d, copy(2)).finish().is_ok());
}

/// A sentence in other words is looked for between its neighbours, and not farther from them than a page or two.
#[test]
fn a_sentence_in_other_words_is_looked_for_near_its_neighbours() {
    let source = Source::new();
    let d = source.dataset();
    let said = [
        [0, 0],
        [50, 50],
        [290, 290],
        [320, 20],
        [20, 320],
        [590, 20],
        [20, 590],
        [620, 620],
    ]
    .map(|[before, after]| {
        let much = |words: usize| "Much was told here. ".repeat(words / 4);
        let mut copy = Source::new();
        copy.0[3].1[2] = format!(
            "{}By then coasters would moor below the bridge, it is said, since nobody minded. {}",
            much(before),
            much(after)
        );
        let with_both = told(&d, &copy.plain());
        // Without the neighbours behind it.
        copy.0[3].1.truncate(3);
        copy.0.truncate(4);
        let with_one = told(&d, &copy.plain());
        let of = |told: String| {
            let from = told.find("coasters-moor").expect("its line");
            told[from..].lines().take(2).collect::<Vec<_>>().join(" ")
        };
        format!("{before} and {after} words\n  {}\n  {}\n", of(with_both), of(with_one))
    });
    golden::assert_snapshot("near", &said.concat());
}

/// The source, and copies of it that hide, alter or leave out.
#[test]
fn copies_are_aligned_as_they_were() {
    let source = Source::new();
    let d = source.dataset();
    let plain = source.plain();
    let swapped = {
        let mut other = Source::new();
        other.0[1].1.swap(0, 2);
        other.0[3].1.swap(1, 4);
        other.plain()
    };
    let doubled = {
        let mut other = Source::new();
        let first = other.0[3].1[1].clone();
        other.0[4].1.push(first);
        other.0[0].1.insert(0, source.0[3].1[6].clone());
        other.plain()
    };
    let halves = source.text("\n\n", |sentence| {
        let (head, tail) = sentence.split_at(sentence.find(", ").map_or(0, |at| at + 1));
        format!("{head}\n\n7 Ask at the custom-house for the ledger of that year.\n8 So says the almanac.\n\n{tail}")
    });
    let shortened = source.text("\n\n", |sentence| {
        sentence
            .split(", ")
            .next()
            .unwrap_or_default()
            .trim_end_matches('.')
            .to_owned()
            + "."
    });
    let copies = [
        ("as it is", plain.clone()),
        ("in one paragraph", plain.replace("\n\n", " ")),
        ("in lines and pages", paged(&broken(&plain, 58), 11)),
        ("sentences in other places", swapped),
        ("sentences twice", doubled),
        ("notes of a page between the halves", halves),
        ("only main clauses", shortened),
        ("another year", plain.replace("190", "191")),
        (
            "other words",
            plain
                .replace("harbour", "port")
                .replace("lamp", "lantern")
                .replace(" and ", " or "),
        ),
        (
            "without small words",
            plain.replace(" the ", " ").replace(" a ", " ").replace(" of ", " "),
        ),
        (
            "the first third",
            plain.chars().take(plain.chars().count() / 3).collect(),
        ),
        (
            "the last third",
            plain.chars().skip(plain.chars().count() * 2 / 3).collect(),
        ),
        (
            "among much else",
            format!(
                "{}\n\n{plain}\n\n{}",
                "Of other things. ".repeat(40),
                "And of more. ".repeat(40)
            ),
        ),
        ("every second sentence", {
            let mut keep = false;
            source.text("\n\n", |sentence| {
                keep = !keep;
                if keep {
                    sentence.to_owned()
                } else {
                    "Something else was said here.".to_owned()
                }
            })
        }),
        (
            "two words of each changed places",
            source.text("\n\n", |sentence| {
                let mut words: Vec<&str> = sentence.split(' ').collect();
                words.swap(2, 3);
                words.join(" ")
            }),
        ),
        ("marks that stand by themselves", plain.replace(", ", ", 12 ")),
        ("figures too long for a mark", plain.replace(", ", ", 1234 ")),
        ("a word put in", plain.replace(", ", ", of ")),
        (
            "each sentence quoted",
            source.text("\n\n", |sentence| format!("“{sentence}”")),
        ),
        ("no stops", plain.replace(['.', ',', '?'], "")),
        (
            "no stops, in one line, in other words",
            plain
                .replace(['.', ',', '?', '\n'], "")
                .replace("harbour", "port")
                .replace("lamp", "lantern")
                .replace(" had ", " has "),
        ),
        (
            "a page of notes between the halves",
            source.text("\n\n", |sentence| in_halves(sentence, 149)),
        ),
        (
            "a longer page than is borne",
            source.text("\n\n", |sentence| in_halves(sentence, 151)),
        ),
        (
            "sentences far apart",
            source.text("\n\n", |sentence| {
                format!("{sentence} {}", "Much is told. ".repeat(120))
            }),
        ),
        (
            "one of a paragraph far from the others",
            plain.replacen(
                "It stayed away",
                &format!("\n\n{}\n\nIt stayed away", "Much is told. ".repeat(400)),
                1,
            ),
        ),
        ("each paragraph backwards", {
            let mut other = Source::new();
            other.0.iter_mut().for_each(|(_, sentences)| sentences.reverse());
            other.plain()
        }),
        (
            "the last sentence at the beginning as well",
            format!("{} {plain}", source.0[3].1[6]),
        ),
        ("one sentence elsewhere, another at both ends", {
            let mut other = Source::new();
            let moved = other.0[1].1.remove(0);
            other.0[4].1.push(moved);
            let twice = other.0[3].1[0].clone();
            other.0[4].1.push(twice.clone());
            other.0[0].1.insert(0, twice);
            other.plain()
        }),
        ("all of it twice", format!("{plain}\n\n{plain}")),
        (
            "first without what stands before a comma, then whole",
            format!(
                "{}\n\n{plain}",
                source.text("\n\n", |sentence| {
                    let tail = sentence.split_once(", ").map_or(sentence, |(_, tail)| tail);
                    format!("So {tail}")
                })
            ),
        ),
        (
            "another text",
            "Nothing of the kind was ever written here, nor will it be.".to_owned(),
        ),
    ];
    let said = copies
        .iter()
        .map(|(name, copy)| format!("# {name}\n{}\n", told(&d, copy)));
    golden::assert_snapshot("aligned", &said.collect::<String>());
}
