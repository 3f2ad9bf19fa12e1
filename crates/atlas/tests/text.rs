//! Laws of text and of dates as text, over whatever text there may be.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

use atlas::dates::in_words;
use atlas::text::{fold, sentences, without_marks};
use atlas::{AsOf, Edtf};
use proptest::prelude::*;

/// Text as pages have it: any characters, those that folding knows, footnote marks. A bare `<` is left out: it may become part
/// of a mark when what stands inside it is dropped.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[^<]{0,6}",
        2 => "[A-Za-z]{1,8}[.!?]?",
        2 => "[ \t\u{a0}\u{ad}\u{200b}\u{feff}]{1,3}",
        2 => "[‘’“”„«»‐–—−…ﬁﬄÆœßÅĀĖĘÏİıŃŇØŌŚşŪŸŹŻẞÅK]{1,4}",
        1 => "<sup>[0-9]{1,2}</sup>",
        1 => prop_oneof![Just("U.S. "), Just("e.g. "), Just("‘Go.’ "), Just("(in 2005). ")].prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// Expressions of the kinds that EDTF has, right and wrong ones.
fn date_text() -> impl Strategy<Value = String> {
    let one = || {
        prop_oneof![
            "[0-9]{4}",
            "[0-9]{4}-[0-9]{2}",
            "[0-9]{4}-[012][0-9]-[0-3][0-9]",
            "[0-9]{3}X",
            "[0-9]{2}XX",
            "[0-9]{4}-2[1-4]",
            "[0-9]{4}-XX",
            "[0-9]{4}[?~%]",
        ]
    };
    let end = || prop_oneof![4 => one(), 1 => Just(String::new()), 1 => Just("..".to_owned())];
    prop_oneof![
        one(),
        (end(), end()).prop_map(|(a, b)| format!("{a}/{b}")),
        (one(), one()).prop_map(|(a, b)| format!("[{a}..{b}]")),
        one().prop_map(|a| format!("[..{a}]")),
        one().prop_map(|a| format!("[{a}..]")),
        "\\PC{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn folding_twice_is_folding_once(text in text()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn folded_text_has_single_spaces_and_no_margins(text in text()) {
        let folded = fold(&text);
        prop_assert!(!folded.contains("  "), "{:?}", folded);
        prop_assert_eq!(folded.trim(), folded.as_str());
    }

    #[test]
    fn a_part_of_a_text_is_found_in_it_after_folding(before in "[a-z ]{0,8}", term in "[A-Za-z]{1,4}[‘’–—ﬁÅé]?[a-z]{1,4}", after in "[a-z ]{0,8}") {
        let whole = format!("{before} {term} {after}");
        prop_assert!(fold(&whole).contains(&fold(&term)));
    }

    #[test]
    fn sentences_keep_every_word_in_order(text in text()) {
        let cut = sentences(&text);
        prop_assert!(cut.iter().all(|sentence| !sentence.trim().is_empty()));
        let whole = without_marks(&text);
        let words: Vec<&str> = whole.split_whitespace().collect();
        let kept: Vec<&str> = cut.iter().flat_map(|sentence| sentence.split_whitespace()).collect();
        prop_assert_eq!(kept, words);
    }

    #[test]
    fn a_sentence_is_cut_no_further(text in text()) {
        // What is one sentence stays one, so that evidence counts the same in a passage and in the whole paragraph.
        for sentence in sentences(&text) {
            prop_assert_eq!(sentences(&sentence).len(), 1, "{:?}", sentence);
        }
    }

    #[test]
    fn a_date_keeps_its_text_and_has_bounds_in_order(text in date_text()) {
        if let Ok(date) = Edtf::parse(&text) {
            prop_assert_eq!(date.as_str(), &text);
            prop_assert_eq!(&Edtf::parse(date.as_str()).unwrap(), &date);
            if let (Some(first), Some(last)) = (date.first(), date.last()) {
                prop_assert!(first <= last, "{}", text);
            }
            for (from, to) in [date.start(), date.end()].into_iter().flatten() {
                prop_assert!(from <= to, "{}", text);
            }
            if let (Some((start, _)), Some((_, end))) = (date.start(), date.end()) {
                prop_assert!(start <= end, "{}", text);
            }
            prop_assert!(!in_words(&date).trim().is_empty(), "{}", text);
        }
    }

    #[test]
    fn an_unknown_start_is_no_date(end in "[12][0-9]{3}(-0[1-9])?") {
        let date = Edtf::parse(&format!("/{end}")).unwrap();
        prop_assert!(date.start().is_none() && date.first().is_none());
        prop_assert_eq!(in_words(&date), format!("until {}", in_words(&Edtf::parse(&end).unwrap())));
    }

    #[test]
    fn a_date_asked_about_keeps_its_text(year in 0u16..=9999, month in 1u8..=12, day in 1u8..=31) {
        for text in [format!("{year:04}"), format!("{year:04}-{month:02}"), format!("{year:04}-{month:02}-{day:02}")] {
            if let Some(date) = AsOf::parse(&text) {
                prop_assert_eq!(date.to_string(), text);
                prop_assert_eq!(date.last().year(), year);
            } else {
                prop_assert!(day > 28 && text.len() == 10, "{}", text);
            }
        }
        let days = [AsOf::year(year), AsOf::parse(&format!("{year:04}-12")), AsOf::parse(&format!("{year:04}-12-31"))];
        prop_assert!(days.iter().all(|d| d.map(AsOf::last) == days[0].map(AsOf::last)));
    }
}

#[test]
fn what_is_dropped_leaves_no_second_space() {
    assert_eq!(fold("a \u{200b} b \u{ad}"), "a b");
}

#[test]
fn capitals_fold_as_their_small_letters_do() {
    for (small, capital) in [('ė', 'Ė'), ('ń', 'Ń'), ('ō', 'Ō'), ('ź', 'Ź'), ('ß', 'ẞ')] {
        assert_eq!(fold(&capital.to_string()), fold(&small.to_string()), "{capital}");
    }
}

#[test]
fn every_sign_that_ends_a_sentence_ends_it() {
    for end in [".", "!", "?", ".’", "?”", ".)", "!]"] {
        let cut = sentences(&format!("Who goes there{end} They do."));
        assert_eq!(cut, [format!("Who goes there{end}"), "They do.".to_owned()]);
    }
    for none in [
        "at 6.5 knots",
        "the U.S. Navy",
        "Dr. Who",
        "see e.g. Gull Point",
        "www.example.org",
        "so? they asked",
    ] {
        assert_eq!(sentences(none).len(), 1, "{none}");
    }
}

#[test]
fn an_interval_may_end_in_the_time_in_which_it_starts() {
    assert!(Edtf::parse("2005-06/2005").is_ok());
    assert!(Edtf::parse("[2005-06..2005]").is_ok());
    assert!(Edtf::parse("2005-06/2005-05").is_err());
}

#[test]
fn letters_with_marks_are_found_by_plain_ones() {
    for (marked, plain) in [
        ("àáâãäåā", "a"),
        ("çćč", "c"),
        ("èéêëēėę", "e"),
        ("ìíîïīı", "i"),
        ("ñńň", "n"),
        ("òóôõöøō", "o"),
        ("šşś", "s"),
        ("ùúûüū", "u"),
        ("ýÿ", "y"),
        ("žźż", "z"),
        ("æ", "ae"),
        ("œ", "oe"),
        ("ß", "ss"),
        ("ﬀ", "ff"),
        ("ﬁ", "fi"),
        ("ﬂ", "fl"),
        ("ﬃ", "ffi"),
        ("ﬄ", "ffl"),
        ("…", "..."),
        ("‘’‚‛ʻʼ`´", "'"),
        ("“”„«»", "\""),
        ("‐‑‒–—―−", "-"),
    ] {
        for letter in marked.chars() {
            assert_eq!(fold(&letter.to_string()), plain, "{letter}");
        }
    }
}

#[test]
fn a_text_in_json_is_what_a_reader_of_json_makes_of_it() {
    for text in ["plain", "\"\\\n\r\t", "\u{1}\u{1f}", "é ✓ </script>"] {
        let read: String = serde_json::from_str(&atlas::cite::json_text(text)).expect("JSON");
        assert_eq!(read, text);
    }
}
