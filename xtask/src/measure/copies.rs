//! Copies of the article as readers have them: saved, printed, pasted from a viewer, or altered. All by fixed rules, so that a
//! run can be repeated; what is added is invented.

use std::collections::HashSet;

use atlas::text::sentences;

use super::layout::{broken_words, hard_spaces, marked, pages, quotes, wrapped};
use crate::source::Source;

/// A copy and what it is called.
pub struct Copy {
    pub name: &'static str,
    pub file: &'static str,
    pub bytes: Vec<u8>,
}

/// A copy that says something else, and the sentences of the article that it has altered.
pub struct Altered {
    pub copy: Copy,
    pub touched: HashSet<String>,
}

fn text(name: &'static str, text: impl Into<String>) -> Copy {
    Copy {
        name,
        file: "copy.txt",
        bytes: text.into().into_bytes(),
    }
}

/// The article as text, a line a paragraph, each of its sentences as `change` makes it.
fn plain(source: &Source, mut change: impl FnMut(&str) -> String) -> String {
    let paragraphs: Vec<String> = source
        .paragraphs()
        .iter()
        .map(|p| {
            let sentences: Vec<String> = sentences(&p.text).iter().map(|sentence| change(sentence)).collect();
            sentences.join(" ")
        })
        .collect();
    paragraphs.join("\n\n")
}

/// Copies that say the same as the article.
pub fn harmless(source: &Source) -> Vec<Copy> {
    let plain = plain(source, str::to_owned);
    let dense = |text: &str| text.replace("\n\n", "\n");
    vec![
        text("plain text, a line a paragraph", &*plain),
        Copy {
            file: "copy.md",
            ..text("Markdown with emphasis, links, marks as raised text", markdown(source))
        },
        Copy {
            file: "copy.html",
            ..text("HTML with scripts, references, linked marks", html(source))
        },
        text("lines of 66 characters", wrapped(&plain)),
        text("a word broken at every line end that allows it", broken_words(&plain)),
        text(
            "the same, no blank line between paragraphs",
            dense(&broken_words(&plain)),
        ),
        text(
            "pages of 12 lines with heading and number",
            pages(&wrapped(&plain), true),
        ),
        text(
            "pages with a note and a heading that differs each time",
            pages(&wrapped(&plain), false),
        ),
        text("curly quotes, ligatures, hard spaces", hard_spaces(&quotes(&plain))),
        text("footnote digits glued to words and stops", marked(&plain)),
        text("line ends of Windows", wrapped(&plain).replace('\n', "\r\n")),
        text("line ends of old Macs", wrapped(&plain).replace('\n', "\r")),
        Copy {
            bytes: windows(&quotes(&plain)),
            ..text("Windows-1252 with curly quotes", "")
        },
        text(
            "as pasted from a viewer: broken words, pages, quotes, marks, CRLF",
            pasted(&plain),
        ),
    ]
}

/// All that a viewer of PDF does to a text at once.
fn pasted(plain: &str) -> String {
    let lines = pages(&broken_words(&marked(plain)).replace("\n\n", "\n"), true);
    hard_spaces(&quotes(&lines)).replace('\n', "\r\n")
}

/// What is done to the words of a sentence, at a place in it.
type Change = fn(Vec<String>, usize) -> Vec<String>;

/// Copies in which every sentence has one word that is not the article's, or lacks one.
pub fn altered(source: &Source) -> Vec<Altered> {
    let of = |name, change: Change, layout: fn(&str) -> String| {
        let (altered, touched) = changed(source, 1, change);
        Altered {
            copy: text(name, layout(&altered)),
            touched,
        }
    };
    vec![
        of("mistyped", mistyped, str::to_owned),
        of("left out", left_out, str::to_owned),
        of("put in", put_in, str::to_owned),
        of("changed places with the next", swapped, str::to_owned),
        of("mistyped, and pasted from a viewer", mistyped, pasted),
        of("three words mistyped", thrice_mistyped, str::to_owned),
    ]
}

/// A copy in which every tenth sentence has a mistyped word.
pub fn one_in_ten(source: &Source) -> Altered {
    let (altered, touched) = changed(source, 10, mistyped);
    Altered {
        copy: text("one sentence in ten altered", altered),
        touched,
    }
}

fn changed(source: &Source, every: usize, change: Change) -> (String, HashSet<String>) {
    let (mut touched, mut count) = (HashSet::new(), 0);
    let text = plain(source, |sentence| {
        count += 1;
        let mut words: Vec<String> = sentence.split(' ').map(str::to_owned).collect();
        let from = count * 7 % words.len();
        // Two words without stops, so that either may change without moving the end of the sentence.
        let ordinary = |at: usize| {
            words
                .get(at)
                .is_some_and(|word| word.chars().all(|c| c.is_ascii_lowercase()))
        };
        let long = |at: usize| words.get(at).is_some_and(|word| word.len() > 3);
        let place = (from..words.len())
            .chain(0..from)
            .find(|at| long(*at) && ordinary(*at) && ordinary(at + 1));
        if let Some(place) = place
            && count % every == 0
        {
            words = change(words, place);
            touched.insert(sentence.to_owned());
        }
        words.join(" ")
    });
    (text, touched)
}

fn mistyped(mut words: Vec<String>, at: usize) -> Vec<String> {
    if let Some(word) = words.get_mut(at)
        && word.is_char_boundary(1)
        && word.is_char_boundary(2)
    {
        let wrong = if word.get(1..2) == Some("x") { "q" } else { "x" };
        word.replace_range(1..2, wrong);
    }
    words
}

fn thrice_mistyped(mut words: Vec<String>, at: usize) -> Vec<String> {
    let third = words.len().div_ceil(3);
    for place in [at, at + third, at + 2 * third] {
        let place = place % words.len();
        words = mistyped(words, place);
    }
    words
}

fn left_out(mut words: Vec<String>, at: usize) -> Vec<String> {
    words.remove(at);
    words
}

fn put_in(mut words: Vec<String>, at: usize) -> Vec<String> {
    words.insert(at, "never".to_owned());
    words
}

fn swapped(mut words: Vec<String>, at: usize) -> Vec<String> {
    words.swap(at, at + 1);
    words
}

fn markdown(source: &Source) -> String {
    let mut out = "# An article\n".to_owned();
    for paragraph in source.paragraphs() {
        out.push_str(&format!("\n## Part {}\n\n", paragraph.id));
        for (place, word) in paragraph.text.split(' ').enumerate() {
            out.push_str(&match place % 9 {
                4 => format!("*{word}* "),
                6 if !word.contains('<') => format!("[{word}](https://example.org/{place}) "),
                8 => format!("__{word}__ "),
                _ => format!("{word} "),
            });
        }
        out.push('\n');
    }
    out
}

fn html(source: &Source) -> String {
    let mut out =
        "<!doctype html><html><head><title>An article</title><style>p { x: 1 }</style></head>\n<body>".to_owned();
    for paragraph in source.paragraphs() {
        out.push_str("<script>if (1 < 2) { document.write('<p>No text.</p>'); }</script>\n<p class=\"a > b\">");
        let text = paragraph.text.replace("<sup>", "\u{1}").replace("</sup>", "\u{2}");
        for (place, word) in text.split(' ').enumerate() {
            let word: String = word.chars().map(referenced).collect();
            let space = if place % 10 == 9 { "\n" } else { " " };
            let word = if place % 7 == 3 { format!("<i>{word}</i>") } else { word };
            out.push_str(&word);
            out.push_str(space);
        }
        out.push_str("</p>");
    }
    out + "</body></html>"
}

fn referenced(ch: char) -> String {
    match ch {
        '\u{1}' => "<sup><a href='#n'>".to_owned(),
        '\u{2}' => "</a></sup>".to_owned(),
        '\'' | '’' => "&rsquo;".to_owned(),
        '—' => "&mdash;".to_owned(),
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        _ if ch.is_ascii() => ch.to_string(),
        _ => format!("&#{};", u32::from(ch)),
    }
}

/// As an old editor saves it: a byte a character.
fn windows(text: &str) -> Vec<u8> {
    let byte = |ch: char| match ch {
        '‘' => 0x91,
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        '–' => 0x96,
        '—' => 0x97,
        _ => u8::try_from(u32::from(ch)).unwrap_or(b'?'),
    };
    text.chars().map(byte).collect()
}
