//! Words: cut from a text, compared by beginning and by nearness.

use std::ops::Range;

use crate::text::fold;

/// Words that say nothing of what is looked for; left aside unless a query has no others.
const EMPTY: &str = "a an and are as at be by did do does for from had has have how in is it of on or s that the their this to \
                     was were what when where which who whom whose why with";

/// Whether a folded word says nothing by itself.
pub(super) fn is_empty_word(word: &str) -> bool {
    EMPTY.split(' ').any(|empty| empty == word)
}

/// Those of the words that say something; all of them where none does.
pub(super) fn telling(mut words: Vec<String>) -> Vec<String> {
    if words.iter().any(|word| !is_empty_word(word)) {
        words.retain(|word| !is_empty_word(word));
    }
    words
}

/// The words of a text with where they stand: runs of letters and digits.
pub(super) fn ranges(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = None;
    for (at, ch) in text.char_indices() {
        match (ch.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                out.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    out.extend(start.map(|from| from..text.len()));
    out
}

/// The words of a text, folded.
pub(super) fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    ranges(&folded)
        .into_iter()
        .filter_map(|range| folded.get(range))
        .map(str::to_owned)
        .collect()
}

/// How many letters of difference a word may have to count as misspelt: none in short words and figures.
pub(super) fn slack(word: &str) -> usize {
    match word.chars().count() {
        _ if word.chars().any(|c| c.is_ascii_digit()) => 0,
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Whether two words differ by at most `most` letters put in, left out, changed or swapped with the next (optimal string
/// alignment). The first letters are the same, or the first two are swapped.
pub(super) fn is_near(one: &str, other: &str, most: usize) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > most {
        return false;
    }
    let swapped = one.first() == other.get(1) && one.get(1) == other.first();
    if one.first() != other.first() && !swapped {
        return false;
    }
    measured(&one, &other) <= most
}

/// By how many letters put in, left out, changed or swapped with the next two words differ (optimal string alignment).
pub(super) fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    measured(&one, &other)
}

fn measured(one: &[char], other: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (n, letter) in one.iter().enumerate() {
        let mut next = vec![n + 1];
        for (m, against) in other.iter().enumerate() {
            let at = |row: &[usize], place: usize| row.get(place).copied().unwrap_or(usize::MAX - 1);
            let changed = at(&row, m) + usize::from(letter != against);
            let mut least = changed.min(at(&row, m + 1) + 1).min(at(&next, m) + 1);
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
        /// The distance as another implementation measures it, for words that begin alike.
        #[test]
        fn near_words_are_those_of_a_small_distance(one in "[abé]{1,7}", other in "[abé]{1,7}", most in 0_usize..4) {
            let first = |word: &str, n| word.chars().nth(n);
            let swapped = first(&one, 0) == first(&other, 1) && first(&one, 1) == first(&other, 0);
            let alike = first(&one, 0) == first(&other, 0) || swapped;
            let distance = strsim::osa_distance(&one, &other);
            prop_assert_eq!(is_near(&one, &other, most), alike && distance <= most);
        }
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        assert_eq!(
            words("The K2 base, 26+5+1: “Åre”"),
            ["the", "k2", "base", "26", "5", "1", "are"]
        );
        assert!(words(" … ").is_empty());
    }

    #[test]
    fn near_is_one_letter_put_in_left_out_changed_or_swapped() {
        for word in ["harbor", "harbuor", "harbou", "harboour", "harbvur", "ahrbour"] {
            assert!(is_near("harbour", word, 1), "{word}");
        }
        for word in ["arbour", "harps", "labour", "harbouring"] {
            assert!(!is_near("harbour", word, 1), "{word}");
        }
        assert!(is_near("lighthouse", "lithouse", 2));
    }

    #[test]
    fn short_words_and_figures_are_not_guessed_at() {
        let words = ["k2", "2005", "ice", "tide", "harbour", "lanterns"];
        assert_eq!(words.map(slack), [0, 0, 0, 1, 1, 2]);
    }
}
