//! What holds for whatever copy there may be.

use evidence::align::Outcome;
use evidence::{Alignment, Progress, ReaderCopy};
use proptest::prelude::*;

use crate::datasets;
use crate::source::{Source, aligned, all_found};

/// Fills lines of a width, breaking a word in two wherever one does not fit.
pub fn broken(text: &str, width: usize) -> String {
    let paragraph = |paragraph: &str| {
        let (mut out, mut used) = (String::new(), 0);
        for word in paragraph.split(' ') {
            let room = width.saturating_sub(used + 2);
            if used + word.len() < width {
                out.push_str(word);
                used += word.len() + 1;
            } else if word.is_ascii()
                && word.chars().all(char::is_alphabetic)
                && (2..word.len().max(3) - 1).contains(&room)
            {
                out.push_str(&format!("{}-\n{}", &word[..room], &word[room..]));
                used = word.len() - room + 1;
            } else {
                out.push_str(&format!("\n{word}"));
                used = word.len() + 1;
            }
            out.push(' ');
        }
        out
    };
    text.split("\n\n").map(paragraph).collect::<Vec<_>>().join("\n\n")
}

/// A page heading and number after every `lines` lines.
pub fn paged(text: &str, lines: usize) -> String {
    let mut out = String::new();
    for (place, line) in text.lines().enumerate() {
        if place > 0 && place % lines == 0 {
            out.push_str(&format!(
                "\n{}\n\u{c}The Review of Harbours 7 (1912)\n\n",
                100 + place / lines
            ));
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_page_and_viewer_do_to_a_copy_hides_nothing(
        width in 45_usize..90,
        page in 4_usize..30,
        pages: bool,
        curly: bool,
        windows: bool,
        marks in prop::option::of(1_usize..400),
    ) {
        let source = Source::new();
        let d = source.dataset();
        let mut copy = source.text("\n\n", |sentence| match marks {
            Some(mark) => format!("{sentence}{mark}"),
            None => sentence.to_owned(),
        });
        copy = broken(&copy, width);
        if pages {
            copy = paged(&copy, page);
        }
        if curly {
            copy = copy.replace('\'', "’").replace("fi", "ﬁ");
        }
        if windows {
            copy = copy.replace('\n', "\r\n");
        }
        all_found(&d, &source, &aligned(&d, &copy));
    }

    #[test]
    fn one_altered_word_is_named_and_the_others_are_left_alone(which in 0_usize..17, word in 0_usize..40) {
        let source = Source::new();
        let d = source.dataset();
        let mut place = 0;
        let mut touched = String::new();
        let copy = source.text("\n\n", |sentence| {
            place += 1;
            if place != which + 1 {
                return sentence.to_owned();
            }
            touched = sentence.to_owned();
            let mut words: Vec<String> = sentence.split(' ').map(str::to_owned).collect();
            let word = word % words.len();
            // In front, so that stops and footnotes play no part.
            words[word].insert_str(0, "qu");
            words.join(" ")
        });
        let aligned = aligned(&d, &copy);
        for placed in aligned.placed() {
            let cited = source.sentence(&d.paragraph(placed.paragraph).id, u64::from(placed.sentence));
            let found = matches!(placed.outcome, Outcome::Found(_));
            prop_assert_eq!(found, cited != touched, "{:?} for {}", &placed.outcome, cited);
        }
    }

    #[test]
    fn steps_of_any_size_come_to_the_same(budget in 1_usize..5_000, width in 50_usize..80) {
        let source = Source::new();
        let d = source.dataset();
        let copy = paged(&broken(&source.plain(), width), 9);
        let whole = aligned(&d, &copy);
        let mut sliced = Alignment::new(&d, ReaderCopy::from_file(copy.as_bytes(), None).expect("a text"));
        let (mut last, mut steps) = (0, 0);
        while let Progress::Working(done) = sliced.step(budget) {
            prop_assert!(done >= last && done <= 100);
            (last, steps) = (done, steps + 1);
            // Three passes over the text, and some steps for each sentence.
            prop_assert!(steps <= 3 * copy.len() / budget + 3_000 * 40 / budget + 100, "{steps} steps");
        }
        prop_assert_eq!(sliced.finish(), Ok(whole));
    }

    #[test]
    fn whatever_the_copy_its_ranges_hold(
        pieces in prop::collection::vec(
            prop_oneof![
                "[ -~]{0,20}", "\\PC{0,8}", "(<[a-z!/]{0,6}[ >]?){0,5}", "[.’)\\]0-9]{0,9}", "[\r\n\u{c}]{0,4}",
                Just("The Tide League was founded in 1899.".to_owned()), Just("<sup>".to_owned()), Just("](".to_owned()),
            ],
            0..30,
        ),
        name in prop_oneof![Just("a.txt"), Just("a.md"), Just("a.html")],
        budget in 1_usize..60,
    ) {
        let Ok(copy) = ReaderCopy::from_file(pieces.concat().as_bytes(), Some(name)) else { return Ok(()) };
        let cleaned = copy.clone().cleaned();
        let mut end = 0;
        for range in &cleaned.paragraphs {
            prop_assert!(range.start >= end && range.start < range.end);
            prop_assert!(!cleaned.text[range.clone()].contains('\n'));
            end = range.end;
        }
        prop_assert!(cleaned.lines.is_sorted());

        let d = datasets::harbours();
        let mut alignment = Alignment::new(&d, copy.clone());
        while alignment.step(budget) != Progress::Done {}
        let sliced = alignment.finish();
        prop_assert_eq!(&sliced, &Alignment::new(&d, copy).finish());
        if let Ok(aligned) = sliced {
            for placed in aligned.placed() {
                if let Some(passage) = placed.outcome.passage() {
                    prop_assert!(aligned.text().get(passage.range.clone()).is_some_and(|text| !text.is_empty()));
                }
            }
            let pieces = aligned.pieces(0..aligned.text().len());
            let text: String = pieces.iter().map(|piece| &aligned.text()[piece.range.clone()]).collect();
            prop_assert_eq!(text, aligned.text());
        }
    }
}
