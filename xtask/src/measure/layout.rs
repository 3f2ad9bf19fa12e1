//! What pages, typesetting and viewers do to a text that says the same before and after.

/// Characters in a line.
const WIDTH: usize = 66;
/// Lines on a page: few, so that many sentences are torn.
const PAGE: usize = 12;

/// Each paragraph in lines; paragraphs are those between blank lines.
pub fn wrapped(text: &str) -> String {
    lines(text, |_, _| None)
}

/// The same, and where a word does not fit, as much of it as fits stands before a hyphen.
pub fn broken_words(text: &str) -> String {
    lines(text, |word, room| {
        const LEAST: usize = 2;
        let head = room.checked_sub(1)?.min(word.len().checked_sub(LEAST)?);
        let letters = word.bytes().all(|byte| byte.is_ascii_alphabetic());
        (letters && head >= LEAST).then_some(head)
    })
}

/// Fills lines; `breaks` says after how many bytes a word may be broken that has so much room left.
fn lines(text: &str, breaks: impl Fn(&str, usize) -> Option<usize>) -> String {
    let paragraphs = text.split("\n\n").map(|paragraph| {
        let (mut out, mut used) = (String::new(), 0);
        for word in paragraph.split(' ') {
            let length = word.chars().count();
            if used == 0 {
                used = length;
            } else if used + 1 + length <= WIDTH {
                out.push(' ');
                used += 1 + length;
            } else if let Some(head) = breaks(word, WIDTH.saturating_sub(used + 1)) {
                let (head, tail) = word.split_at(head);
                out.push_str(&format!(" {head}-\n{tail}"));
                used = tail.len();
                continue;
            } else {
                out.push('\n');
                used = length;
            }
            out.push_str(word);
        }
        out
    });
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

/// Pages: a number and a heading that comes back between them, or a note at the foot, a number and a heading of its own.
pub fn pages(text: &str, same: bool) -> String {
    let mut out = String::new();
    for (place, line) in text.lines().enumerate() {
        let page = place / PAGE;
        if place % PAGE == 0 && place > 0 && same {
            out.push_str(&format!("\n{}\n\u{c}The Annals of Examples 12 (1901)\n\n", 330 + page));
        } else if place % PAGE == 0 && place > 0 {
            let (kind, thing) = (invented(page), invented(page * 7 + 3));
            out.push_str(&format!(
                "{page} A {kind} reading of the {thing} is given by those who\nhave seen both. Compare the {thing} of the {kind} sort.\n\
                 {}\nOn the {kind} {thing}\n",
                330 + page
            ));
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// A word of no language, another for each number.
fn invented(number: usize) -> String {
    const SYLLABLES: [&str; 8] = ["ba", "do", "fi", "gu", "le", "mo", "ri", "su"];
    let syllable = |place: u32| SYLLABLES.get(number / 8_usize.pow(place) % 8).copied().unwrap_or("ka");
    format!("{}{}{}n", syllable(0), syllable(1), syllable(2))
}

/// Straight quotes as typesetting has them.
pub fn quotes(text: &str) -> String {
    let mut before = ' ';
    let curly = |ch: char| {
        let opens = before.is_whitespace() || "([—".contains(before);
        before = ch;
        match (ch, opens) {
            ('\'', true) => '‘',
            ('\'', false) => '’',
            ('"', true) => '“',
            ('"', false) => '”',
            _ => ch,
        }
    };
    text.chars().map(curly).collect()
}

/// Ligatures, and every seventh space a hard one.
pub fn hard_spaces(text: &str) -> String {
    let mut spaces = 0;
    let text = text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ");
    let hard = |ch: char| {
        spaces += usize::from(ch == ' ');
        if ch == ' ' && spaces % 7 == 0 { '\u{a0}' } else { ch }
    };
    text.chars().map(hard).collect()
}

/// Footnote digits glued to every eleventh word and to every second sentence end.
pub fn marked(text: &str) -> String {
    let (mut words, mut stops) = (0, 0);
    let word = |word: &str| {
        words += 1;
        let letters = word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_lowercase());
        let ends = word.trim_end_matches(['\'', '’']).strip_suffix('.');
        let ends = ends.is_some_and(|word| word.ends_with(|c: char| c.is_ascii_lowercase()) && word.len() > 3);
        stops += usize::from(ends);
        if (letters && words % 11 == 0) || (ends && stops % 2 == 0) {
            format!("{word}{}", words % 97 + 1)
        } else {
            word.to_owned()
        }
    };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
