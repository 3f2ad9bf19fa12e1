//! Folding and cutting of text: the only normaliser and the only sentence splitter, the same natively and in the browser.
//!
//! Deliberately without Unicode tables: the table below holds the quotes, dashes, ligatures and accents in use in the sources
//! and names this tool meets, and everything else passes through `char::to_lowercase`.

use std::ops::Range;

/// The footnote marks that some editions print as markup; they are no part of a sentence.
const MARK: (&str, &str) = ("<sup>", "</sup>");

/// Words that end in a full stop without ending a sentence, lower case, without the stop.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "dr", "st", "no", "vs", "cf", "e.g", "i.e", "etc", "art", "vol", "p", "pp",
];

/// Lower case, straight quotes, plain dashes, no accents of the table, single spaces, no footnote marks.
///
/// ```
/// assert_eq!(atlas::text::fold("Ｔhe  “Café”—open"), "ｔhe \"cafe\"-open");
/// ```
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    for ch in without_marks(text).chars() {
        if ch.is_whitespace() {
            space = !out.is_empty();
            continue;
        }
        if is_layout(ch) {
            continue;
        }
        if space {
            out.push(' ');
            space = false;
        }
        fold_char(ch, &mut out);
    }
    out
}

/// Soft hyphens and zero-width characters come from page layout; they carry nothing.
fn is_layout(ch: char) -> bool {
    matches!(
        ch,
        '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}'
    )
}

/// One character of [`fold`], for those who read a text piece by piece.
pub fn fold_char(ch: char, out: &mut String) {
    // Lower case first, so that the table needs small letters only; the dotted capital would leave its dot behind.
    match ch {
        'İ' => out.push('i'),
        _ => ch.to_lowercase().for_each(|small| fold_small(small, out)),
    }
}

fn fold_small(ch: char, out: &mut String) {
    let folded = match ch {
        '‘' | '’' | '‚' | '‛' | 'ʻ' | 'ʼ' | '`' | '´' => "'",
        '“' | '”' | '„' | '«' | '»' => "\"",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => "-",
        '…' => "...",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' => "a",
        'ç' | 'ć' | 'č' => "c",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' => "e",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => "i",
        'ñ' | 'ń' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' => "o",
        'š' | 'ş' | 'ś' => "s",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' => "u",
        'ý' | 'ÿ' => "y",
        'ž' | 'ź' | 'ż' => "z",
        _ => {
            out.push(ch);
            return;
        }
    };
    out.push_str(folded);
}

/// The text without footnote marks.
pub fn without_marks(text: &str) -> String {
    let (open, close) = MARK;
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once(open) {
        out.push_str(before);
        match tail.split_once(close) {
            Some((_, after)) => rest = after,
            None => {
                rest = tail;
                break;
            }
        }
    }
    out.push_str(rest);
    out
}

/// The sentences of a paragraph in order, trimmed, footnote marks dropped: evidence counts them from 1.
///
/// A sentence ends at `.`, `!` or `?` (closing quotes and brackets included) before white space and a capital, a digit or an
/// opening quote, unless the word before is an abbreviation or initials ("U.S.").
pub fn sentences(paragraph: &str) -> Vec<String> {
    let text = without_marks(paragraph);
    let cut = sentence_ranges(&text).into_iter().filter_map(|range| text.get(range));
    cut.map(str::to_owned).collect()
}

/// Where the sentences of a text without footnote marks stand, in bytes and in order; [`sentences`] says where they end.
pub fn sentence_ranges(text: &str) -> Vec<Range<usize>> {
    let chars: Vec<char> = text.chars().collect();
    let offsets: Vec<usize> = text.char_indices().map(|(offset, _)| offset).collect();
    let at = |i: usize| chars.get(i).copied();
    let byte = |i: usize| offsets.get(i).copied().unwrap_or(text.len());
    let mut out = Vec::new();
    let (mut start, mut i) = (0, 0);
    while let Some(ch) = at(i) {
        i += 1;
        if !matches!(ch, '.' | '!' | '?') {
            continue;
        }
        let mut end = i;
        while at(end).is_some_and(is_closing) {
            end += 1;
        }
        if at(end).is_some_and(|c| !c.is_whitespace()) {
            continue;
        }
        let mut next = end;
        while at(next).is_some_and(char::is_whitespace) {
            next += 1;
        }
        let begins = at(next).map(|c| if is_opening(c) { at(next + 1).unwrap_or(c) } else { c });
        let starts_sentence = begins.is_none_or(|c| c.is_uppercase() || c.is_ascii_digit());
        if starts_sentence
            && !(begins.is_some() && ch == '.' && is_abbreviation(chars.get(start..i).unwrap_or_default()))
        {
            push_trimmed(&mut out, text, byte(start)..byte(end));
            start = next;
            i = next;
        }
    }
    push_trimmed(&mut out, text, byte(start)..text.len());
    out
}

fn push_trimmed(out: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let sentence = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (sentence.len() - sentence.trim_start().len());
    let end = start + sentence.trim().len();
    if start < end {
        out.push(start..end);
    }
}

fn is_closing(c: char) -> bool {
    matches!(c, '’' | '\'' | '”' | '"' | ')' | ']')
}

fn is_opening(c: char) -> bool {
    matches!(c, '‘' | '\'' | '“' | '"' | '(' | '[')
}

/// Whether the last word of `chars`, which ends in a full stop, is an abbreviation, initials or an ellipsis.
fn is_abbreviation(chars: &[char]) -> bool {
    let word: String = chars
        .iter()
        .rev()
        .take_while(|c| !c.is_whitespace())
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    let word = word.trim_start_matches(is_opening).trim_end_matches('.').to_lowercase();
    let initials = !word.is_empty()
        && word
            .split('.')
            .all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic));
    // A single letter is an initial; "e.g." and "U.S." are made of single letters too.
    initials || ABBREVIATIONS.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fold_straightens_quotes_dashes_and_ligatures() {
        assert_eq!(fold("  The ‘ﬁrst’ — Åre\u{a0}case "), "the 'first' - are case");
        assert_eq!(fold("line<sup>4</sup> two"), "line two");
        assert_eq!(fold("İzmir, Iğdır"), "izmir, iğdir");
    }

    #[test]
    fn sentences_end_where_the_next_begins() {
        let cut =
            sentences("The U.S. base was open. It closed (in 2005).<sup>1</sup> 'We left,' he said. Was it so? yes.");
        assert_eq!(
            cut,
            [
                "The U.S. base was open.",
                "It closed (in 2005).",
                "'We left,' he said.",
                "Was it so? yes."
            ]
        );
    }

    #[test]
    fn a_quote_that_closes_a_sentence_belongs_to_it() {
        assert_eq!(sentences("He said 'go.' They went."), ["He said 'go.'", "They went."]);
        assert_eq!(sentences(""), Vec::<String>::new());
    }
}
