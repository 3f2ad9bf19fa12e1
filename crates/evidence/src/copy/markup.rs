//! Takes the markup off a copy: tags, scripts and character references of HTML, the signs of Markdown, footnote marks set as
//! raised text, and the many ways to end a line. Reads piece by piece and looks ahead by bounded steps only, without recursion,
//! so that neither size nor nesting does harm.
//!
//! Left out: what the lines mean (`lines.rs`).

use super::markdown::{AHEAD, closes, is_link, line_sign};
use super::tag::{BLOCKS, RAW, Tag};
use super::{Form, entities};

enum State {
    Text,
    Tag(Tag),
    Comment,
    Raw(&'static str),
}

pub(super) struct Markup {
    form: Form,
    at: usize,
    out: String,
    state: State,
    /// Where in the output raised text began.
    raised: Option<usize>,
}

impl Markup {
    /// `bytes` of input are to come.
    pub(super) fn new(form: Form, bytes: usize) -> Self {
        Self {
            form,
            at: 0,
            out: String::with_capacity(bytes),
            state: State::Text,
            raised: None,
        }
    }

    /// Reads on for `budget` bytes of the same input; true when all is read.
    pub(super) fn step(&mut self, input: &str, budget: usize) -> bool {
        let stop = self.at.saturating_add(budget.max(1));
        while self.at < stop {
            let rest = input.get(self.at..).unwrap_or_default();
            let Some(ch) = rest.chars().next() else {
                return true;
            };
            self.at += self.read(rest, ch);
        }
        self.at >= input.len()
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The text without markup: lines, with a form feed on a line of its own where a page ends.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.out)
    }

    /// Reads what `rest` begins with and says how many bytes that was.
    fn read(&mut self, rest: &str, ch: char) -> usize {
        match &mut self.state {
            State::Text => self.read_text(rest, ch),
            State::Comment => {
                if rest.starts_with("-->") {
                    self.state = State::Text;
                    return "-->".len();
                }
                ch.len_utf8()
            }
            State::Raw(name) => {
                if ch == '<' && begins(rest, "</", name) {
                    self.state = State::Tag(Tag::default());
                }
                ch.len_utf8()
            }
            State::Tag(tag) => {
                if tag.read(ch) {
                    let tag = std::mem::take(tag);
                    self.state = State::Text;
                    self.end_tag(&tag);
                }
                ch.len_utf8()
            }
        }
    }

    fn read_text(&mut self, rest: &str, ch: char) -> usize {
        let one = ch.len_utf8();
        match ch {
            '<' if rest.starts_with("<!--") && self.form != Form::Text => self.state = State::Comment,
            '<' if self.opens_tag(rest) => self.state = State::Tag(Tag::default()),
            '&' if self.form != Form::Text => {
                if let Some((meant, used)) = entities::reference(rest) {
                    self.out.push_str(&meant);
                    return used;
                }
                self.out.push(ch);
            }
            '\n' | '\t' if self.form == Form::Html => self.out.push(' '),
            '\r' if self.form == Form::Html => self.out.push(' '),
            '\r' if rest.starts_with("\r\n") => {}
            '\r' | '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}' => self.out.push('\n'),
            '\u{c}' => self.out.push_str("\n\u{c}\n"),
            _ if self.form == Form::Markdown => return self.read_markdown(rest, ch),
            _ => self.out.push(ch),
        }
        one
    }

    fn opens_tag(&self, rest: &str) -> bool {
        let mut next = rest.chars().skip(1);
        let named = match next.next() {
            Some('/') => next.next().is_some_and(|c| c.is_ascii_alphabetic()),
            Some('!' | '?') => self.form == Form::Html,
            Some(c) => c.is_ascii_alphabetic(),
            None => false,
        };
        named
            && match self.form {
                Form::Html => true,
                Form::Markdown => closes(rest, b'>'),
                // A plain text may carry footnote marks as markup, and nothing else of the kind.
                Form::Text => begins(rest, "<", "sup>") || begins(rest, "</", "sup>"),
            }
    }

    fn read_markdown(&mut self, rest: &str, ch: char) -> usize {
        let one = ch.len_utf8();
        if (self.out.is_empty() || self.out.ends_with('\n'))
            && let Some(used) = line_sign(rest)
        {
            return used;
        }
        let next = rest.get(one..).and_then(|after| after.chars().next());
        match ch {
            '*' | '`' => {}
            '_' if !self.out.ends_with(char::is_alphanumeric) || !next.is_some_and(char::is_alphanumeric) => {}
            '\\' if next.is_some_and(|c| c.is_ascii_punctuation()) => {
                self.out.extend(next);
                return one + 1;
            }
            '[' if is_link(rest) => {}
            ']' if next == Some('(') => {
                if let Some(end) = rest.bytes().take(AHEAD).position(|byte| byte == b')') {
                    return end + 1;
                }
                self.out.push(ch);
            }
            _ => self.out.push(ch),
        }
        one
    }

    fn end_tag(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        match name {
            "sup" if tag.closing => {
                if let Some(from) = self.raised.take()
                    && self.out.get(from..).is_some_and(is_mark)
                {
                    self.out.truncate(from);
                }
            }
            "sup" => self.raised = Some(self.out.len()),
            "br" => self.out.push('\n'),
            "td" | "th" => self.out.push(' '),
            _ if BLOCKS.contains(&name) => self.out.push_str("\n\n"),
            _ => {}
        }
        if !tag.closing
            && !tag.empty
            && let Some(raw) = RAW.iter().find(|raw| **raw == name)
        {
            self.state = State::Raw(raw);
        }
    }
}

/// Whether `text` begins with `open` and `name`, in letters of either case.
fn begins(text: &str, open: &str, name: &str) -> bool {
    text.strip_prefix(open)
        .and_then(|after| after.get(..name.len()))
        .is_some_and(|start| start.eq_ignore_ascii_case(name))
}

/// Whether raised text is a footnote mark: figures and signs, few of them.
fn is_mark(raised: &str) -> bool {
    const LONGEST: usize = 12;
    raised.len() <= LONGEST
        && raised
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_whitespace() || "[](),*†‡§–-^".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn stripped(form: Form, input: &str) -> String {
        let mut markup = Markup::new(form, input.len());
        while !markup.step(input, 3) {}
        let text = markup.take();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn html_gives_its_text() {
        let page = "<!doctype html><title>T</title><script>if (a<b) '</p>'</script><p class='x>y'>The &lsquo;lamp&rsquo;<sup><a href=#1>12</a></sup> \
                    <!-- <p>not this --> of the 5<sup>th</sup> caf&eacute; &amp; &#x41;&#8212;B &unknown; 1 < 2<br>went</p>out<STYLE>p{}</Style>.";
        assert_eq!(
            stripped(Form::Html, page),
            "T The ‘lamp’ of the 5th cafe\u{301} & A—B &unknown; 1 < 2 went out."
        );
    }

    #[test]
    fn what_is_never_closed_swallows_no_more_than_it_would_in_a_browser() {
        assert_eq!(stripped(Form::Html, "lamp <script> x"), "lamp");
        assert_eq!(stripped(Form::Html, "lamp <p class='x"), "lamp");
        assert_eq!(stripped(Form::Html, "lamp <sup>3 burns"), "lamp 3 burns");
        assert_eq!(stripped(Form::Markdown, "lamp <p burns"), "lamp <p burns");
    }

    #[test]
    fn markdown_gives_its_text() {
        let page = "# The *lamp*\n\n> It __burned__<sup>1</sup> at [Gull Point](https://example.org/a_b) \\* snake_case\n- `one`[^2]\n\n[^2]: Note.";
        assert_eq!(
            stripped(Form::Markdown, page),
            "The lamp It burned at Gull Point * snake_case one[^2] Note."
        );
    }

    #[test]
    fn plain_text_keeps_all_but_marks() {
        assert_eq!(
            stripped(Form::Text, "a < b<sup>2</sup> & *c* <p>\r\nd\re"),
            "a < b & *c* <p> d e"
        );
    }
}
