//! Words: cut from a text, compared by beginning, by stem and by nearness.

use std::ops::Range;

use crate::text::fold;

/// Words that say nothing of what is looked for; left aside unless a query has no others.
const EMPTY: &str = "a about after all also an and any are as at be became because become been before being between but by can \
                     could did difference differences different do does done during ever for from get give given go had happen \
                     happened happens has have having he her his how i if in into is it its just long many me more most much \
                     my no nor not now of often on one or our out over s said say says she so some still such t tell than that \
                     the their them then there these they this those through to under until up upon want wants was we were \
                     what when where whether which while who whom whose why will with without would you your";

/// Words of a query that speak of the text itself; left aside as the empty ones are.
const OF_THE_TEXT: &str =
    "article author's paper mention mentioned mentions describe described explain explained explains please";

/// Beginnings that are written with a hyphen or without: "re-open", "reopen".
const GLUED: &str = "co de re pre inter multi over under";

/// Whether a folded word says nothing by itself.
pub(super) fn is_empty_word(word: &str) -> bool {
    [EMPTY, OF_THE_TEXT]
        .iter()
        .any(|list| list.split(' ').any(|empty| empty == word))
}

/// Those of the words that say something; all of them where none does.
pub(super) fn telling(mut words: Vec<String>) -> Vec<String> {
    if words.iter().any(|word| !is_empty_word(word)) {
        words.retain(|word| !is_empty_word(word));
    }
    words
}

/// The words of a text with where they stand: runs of letters and digits; a beginning like "co-" belongs to what follows it.
pub(super) fn ranges(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut start = None;
    let mut end_run = |range: Range<usize>| {
        if let Some(last) = out.last_mut() {
            let before = text.get(last.clone()).unwrap_or_default();
            let between = text.get(last.end..range.start).unwrap_or_default();
            let glues = GLUED.split(' ').any(|start| before.eq_ignore_ascii_case(start));
            // Of "oʻ" and "gʻ" the mark is a part of the letter; of "dog's" it is none.
            let is_letter = before.ends_with(['o', 'O', 'g', 'G']) && text.get(range.clone()) != Some("s");
            if glues && matches!(between, "-" | "‐" | "‑")
                || is_letter && matches!(between, "'" | "’" | "‘" | "ʻ" | "ʼ" | "`")
            {
                last.end = range.end;
                return;
            }
        }
        out.push(range);
    };
    for (at, ch) in text.char_indices() {
        match (ch.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                end_run(from..at);
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        end_run(from..text.len());
    }
    out
}

/// A letter as it is typed on a keyboard without it: Cyrillic ones beyond the Russian alphabet, as Russian ones, and a few Latin ones
/// that [`fold`] leaves.
fn plain_letter(ch: char) -> char {
    match ch {
        'ё' => 'е',
        'қ' => 'к',
        'ғ' => 'г',
        'ң' => 'н',
        'ҳ' | 'һ' => 'х',
        'ҷ' | 'җ' => 'ж',
        'ў' | 'ү' | 'ұ' | 'ӯ' => 'у',
        'ө' => 'о',
        'ә' => 'а',
        'і' | 'й' | 'ӣ' => 'и',
        'ğ' | 'ģ' => 'g',
        'ə' => 'a',
        _ => ch,
    }
}

/// The words of a text, folded.
pub(super) fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let plain = |word: &str| -> String {
        word.chars()
            .filter(|ch| ch.is_alphanumeric())
            .map(plain_letter)
            .collect()
    };
    ranges(&folded)
        .into_iter()
        .filter_map(|range| folded.get(range))
        .map(plain)
        .collect()
}

/// Endings, the longer of two that fit first.
const ENDINGS: &str = "ization isation ational izing ising ation ition ement ments ators ative ities ment ness ance ence ship ized ised \
                       izer iser ator able ible ants ions ants ers ors ing ees ity ize ise ion ant ent ist ism ive ate ian ful ely ed er \
                       or ee al ly";

/// What is left of an English word without its endings: a small set of rules that errs towards telling words apart. Words of other
/// scripts and with digits are left as they are.
pub(super) fn stem(word: &str) -> String {
    if !word.bytes().all(|b| b.is_ascii_lowercase()) || word.len() < 4 {
        return word.to_owned();
    }
    // What is important is not imported.
    if word.starts_with("importan") {
        return "importan".to_owned();
    }
    let mut stem = word.to_owned();
    if let Some(rest) = stem.strip_suffix("ies").filter(|rest| rest.len() > 2) {
        stem = format!("{rest}y");
    } else if stem.ends_with('s') && !["ss", "us", "is"].iter().any(|end| stem.ends_with(end)) {
        stem.pop();
    }
    // American spellings are read as British ones.
    for (american, british) in [("defens", "defenc"), ("center", "centr"), ("ffens", "ffenc")] {
        if stem.contains(american) {
            stem = stem.replace(american, british);
        }
    }
    while let Some(rest) = ENDINGS
        .split_ascii_whitespace()
        .find_map(|end| stem.strip_suffix(end))
        .filter(|rest| is_a_stem(rest))
    {
        stem = rest.to_owned();
    }
    if stem.len() > 6 && stem.ends_with("at") {
        stem.truncate(stem.len() - 2);
    }
    if stem.len() > 3 && stem.ends_with(['e', 'y', 'i']) {
        stem.pop();
    }
    let bytes = stem.as_bytes();
    if let [.., one, other] = bytes
        && one == other
        && !matches!(other, b's' | b'l' | b'e')
        && bytes.len() > 3
    {
        stem.pop();
    }
    if stem.ends_with("ck") && stem.len() > 4 {
        stem.pop();
    }
    stem
}

/// Whether what is left has a vowel and letters enough to tell it from others.
fn is_a_stem(rest: &str) -> bool {
    rest.len() >= 4 && rest.bytes().any(|b| b"aeiouy".contains(&b))
        || rest.len() == 3 && rest.ends_with(['d', 'g', 'x', 'n', 't'])
}

/// How many letters of difference a word may have to count as misspelt: none in short words and figures.
pub(super) fn slack(word: &str) -> usize {
    match word.chars().count() {
        _ if word.chars().any(|c| c.is_ascii_digit()) => 0,
        0..=4 => 0,
        5..=10 => 1,
        _ => 2,
    }
}

/// Letters that stand for one another in misspelling, by sound or by the hand: any vowel for any, and these.
const ALIKE: &[&str] = &["ckqgx", "sczx", "bpv", "dt", "vwf", "gjkh", "mn", "lr"];

fn is_alike(one: char, other: char) -> bool {
    let vowel = |c: char| "aeiouyаеиоуыэюяй".contains(c);
    vowel(one) && vowel(other)
        || ALIKE.iter().any(|set| set.contains(one) && set.contains(other))
        || !one.is_ascii() && !other.is_ascii()
}

/// Whether a word is a misspelling of another: at most `most` letters put in, left out, swapped with the next (optimal string
/// alignment), or written for one that sounds like it. The first two letters are the same.
pub(super) fn is_near(one: &str, other: &str, most: usize) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    one.len().abs_diff(other.len()) <= most
        && one.get(..2).is_some()
        && one.get(..2) == other.get(..2)
        && measured(&one, &other, |one, other| if is_alike(one, other) { 1 } else { 3 }) <= most
}

/// By how many letters put in, left out, changed or swapped with the next two words differ (optimal string alignment).
pub(super) fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    measured(&one, &other, |_, _| 1)
}

fn measured(one: &[char], other: &[char], of_change: fn(char, char) -> usize) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (n, letter) in one.iter().enumerate() {
        let mut next = vec![n + 1];
        for (m, against) in other.iter().enumerate() {
            let at = |row: &[usize], place: usize| row.get(place).copied().unwrap_or(usize::MAX - 3);
            let change = if letter == against {
                0
            } else {
                of_change(*letter, *against)
            };
            let mut least = (at(&row, m) + change).min(at(&row, m + 1) + 1).min(at(&next, m) + 1);
            let crossed = n > 0 && m > 0 && one.get(n - 1) == Some(against) && other.get(m - 1) == Some(letter);
            if crossed {
                least = least.min(at(&before, m - 1) + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// No nearer than another implementation measures; and as near, where letters are put in, left out or swapped.
        #[test]
        fn near_words_are_those_of_a_small_distance(one in "[abé]{1,7}", other in "[abé]{1,7}", most in 0_usize..4) {
            let begin = |word: &str| word.chars().take(2).collect::<String>();
            let near = is_near(&one, &other, most);
            if near {
                prop_assert!(begin(&one) == begin(&other) && strsim::osa_distance(&one, &other) <= most);
            }
            prop_assert_eq!(distance(&one, &other), strsim::osa_distance(&one, &other));
        }

        #[test]
        fn a_letter_left_out_after_the_second_is_near(word in "[a-z]{4,9}", at in 2_usize..9) {
            let at = at.min(word.len() - 1);
            let shorter = format!("{}{}", &word[..at], &word[at + 1..]);
            prop_assert!(is_near(&shorter, &word, 1) && is_near(&word, &shorter, 1));
        }

        #[test]
        fn a_stem_begins_the_word_or_nearly_so(word in "[a-z]{1,12}") {
            let stem = stem(&word);
            prop_assert!(!stem.is_empty() && stem.len() <= word.len() + 1);
            prop_assert_eq!(stem.get(..1), word.get(..1));
        }
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        assert_eq!(
            words("The K2 base, 26+5+1: “Åre”"),
            ["the", "k2", "base", "26", "5", "1", "are"]
        );
        assert!(words(" … ").is_empty());
        assert_eq!(
            words("Co-operation, re‑joined; half-way"),
            ["cooperation", "rejoined", "half", "way"]
        );
        assert_eq!(
            words("Oʻzbek, o'zbek; the dog’s"),
            ["ozbek", "ozbek", "the", "dog", "s"]
        );
        assert_eq!(words("Ұлт Ўқиш Ёлка"), ["улт", "укиш", "елка"]);
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [
            &["train", "trained", "training", "trains", "trainees", "trainer"][..],
            &["negotiate", "negotiations", "negotiating", "negotiator"],
            &["traffic", "trafficking", "traffickers"],
            &["plan", "planned", "planning", "plans"],
            &["library", "libraries"],
            &["organise", "organization", "organised", "organisation"],
            &["defence", "defense"],
            &["attack", "attacks", "attacked", "attackers"],
            &["secure", "security"],
        ] {
            let stems: Vec<String> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.iter().all(|s| *s == stems[0]), "{forms:?}: {stems:?}");
        }
        for (one, other) in [("station", "state"), ("nation", "native"), ("lamp", "lampoon")] {
            assert_ne!(stem(one), stem(other), "{one}, {other}");
        }
    }

    #[test]
    fn near_is_one_letter_put_in_left_out_swapped_or_taken_for_its_like() {
        for word in ["harbor", "harbuor", "harbou", "harboour", "harpour", "harbaur"] {
            assert!(is_near("harbour", word, 1), "{word}");
        }
        // Other first letters, other words, and a letter that nobody takes for another.
        for word in [
            "arbour",
            "ahrbour",
            "harps",
            "labour",
            "harbouring",
            "harvour",
            "hartour",
        ] {
            assert_eq!(is_near("harbour", word, 1), word == "harvour", "{word}");
        }
        assert!(!is_near("revolution", "resolution", 1) && is_near("lighthouse", "lithouse", 2));
    }

    #[test]
    fn short_words_and_figures_are_not_guessed_at() {
        let words = ["k2", "2005", "ice", "tide", "harbour", "lighthouses"];
        assert_eq!(words.map(slack), [0, 0, 0, 0, 1, 2]);
    }
}
