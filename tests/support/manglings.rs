//! What becomes of addresses on their way, as a table: each a name, and what it makes of the text after the `#`.

#![allow(
    clippy::indexing_slicing,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

use std::fmt::Write as _;

/// A mangling: its name, and what it makes of the text after the `#`.
pub type Mangling = (&'static str, fn(&str) -> String);

/// Percent-encodes what `wanted` names.
pub fn encoded(text: &str, wanted: impl Fn(char) -> bool) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if wanted(c) {
            for byte in c.to_string().bytes() {
                let _ = write!(out, "%{byte:02X}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// As `encodeURIComponent` does it.
fn component(text: &str) -> String {
    encoded(text, |c| !(c.is_ascii_alphanumeric() || "-_.!~*'()".contains(c)))
}

/// As a browser writes a fragment into its address bar.
pub fn in_bar(text: &str) -> String {
    encoded(text, |c| !c.is_ascii() || c.is_ascii_control() || " \"<>`".contains(c))
}

/// A sign put between the two letters nearest to the middle.
fn within(text: &str, sign: &str) -> String {
    let letters =
        |at: &usize| text.as_bytes()[at - 1].is_ascii_lowercase() && text.as_bytes()[*at].is_ascii_lowercase();
    let middle = text.find('?').unwrap_or(text.len()) / 2;
    match (1..text.len()).filter(letters).min_by_key(|at| at.abs_diff(middle)) {
        Some(at) => format!("{}{sign}{}", &text[..at], &text[at..]),
        None => text.to_owned(),
    }
}

fn chosen(text: &str, more: &str) -> String {
    format!("{text}{}{more}", if text.contains('?') { '&' } else { '?' })
}

/// The table. Text that is in the way of none of them: letters and figures are told apart from what surrounds them.
pub const MANGLINGS: &[Mangling] = &[
    ("encoded once", component),
    ("encoded twice", |t| component(&component(t))),
    ("encoded in small letters", |t| component(t).to_lowercase()),
    ("slashes encoded", |t| t.replace('/', "%2F")),
    ("? encoded", |t| t.replace('?', "%3F")),
    ("? and = encoded", |t| t.replace('?', "%3F").replace('=', "%3D")),
    ("? and & encoded", |t| t.replace('?', "%3F").replace('&', "%26")),
    ("percent signs encoded", |t| t.replace('%', "%25")),
    ("capitals", str::to_uppercase),
    ("a capital at the head", |t| {
        let at = t.find(|c: char| c.is_ascii_lowercase()).unwrap_or_default();
        format!(
            "{}{}",
            &t[..at],
            t[at..].replacen(
                |_: char| true,
                &t[at..].chars().take(1).collect::<String>().to_uppercase(),
                1
            )
        )
    }),
    ("#!", |t| format!("!{t}")),
    ("no slash", |t| t.trim_start_matches('/').to_owned()),
    ("two slashes", |t| format!("/{t}")),
    ("two hashes", |t| format!("#{t}")),
    ("backslashes", |t| t.replace('/', "\\")),
    ("doubled slashes", |t| t.replace('/', "//")),
    ("full stop", |t| format!("{t}.")),
    ("comma", |t| format!("{t},")),
    ("semicolon", |t| format!("{t};")),
    ("colon", |t| format!("{t}:")),
    ("exclamation", |t| format!("{t}!")),
    ("question", |t| format!("{t}?")),
    ("ellipsis", |t| format!("{t}…")),
    ("bracket", |t| format!("{t})")),
    ("bracket and stop", |t| format!("{t}).")),
    ("square bracket", |t| format!("{t}]")),
    ("brace", |t| format!("{t}}}")),
    ("angle", |t| format!("{t}>")),
    ("straight quotes", |t| format!("{t}\"")),
    ("straight quote", |t| format!("{t}'")),
    ("English quotes", |t| format!("{t}”")),
    ("English quote and stop", |t| format!("{t}’.")),
    ("German quotes", |t| format!("{t}“,")),
    ("French quotes", |t| format!("{t}\u{a0}»")),
    ("French quotes, narrow", |t| format!("{t}\u{202f}» .")),
    ("Russian quotes", |t| format!("{t}».")),
    ("Danish quotes", |t| format!("{t}«")),
    ("Japanese bracket and stop", |t| format!("{t}」。")),
    ("Chinese bracket, comma", |t| format!("{t}）、")),
    ("Chinese book", |t| format!("{t}》")),
    ("Arabic comma", |t| format!("{t}،")),
    ("Hindi stop", |t| format!("{t}।")),
    ("Markdown", |t| format!("{t}**")),
    ("underline", |t| format!("{t}_")),
    ("dash", |t| format!("{t} –")),
    ("slash", |t| format!("{t}/")),
    ("slash before the choices", |t| t.replacen('?', "/?", 1)),
    ("space", |t| format!("{t} ")),
    ("space encoded", |t| format!("{t}%20")),
    ("space at the head", |t| format!(" {t}")),
    ("line break", |t| format!("{t}%0D%0A")),
    ("no-break space", |t| format!("{t}%C2%A0")),
    ("opening quote", |t| format!("“{t}")),
    ("fbclid", |t| chosen(t, "fbclid=IwAR0-x_Y9")),
    ("fbclid by &", |t| format!("{t}&fbclid=IwAR0-x_Y9")),
    ("fbclid by ?", |t| format!("{t}?fbclid=IwAR0")),
    ("utm", |t| {
        chosen(t, "utm_source=news&utm_medium=e%2Dmail&utm_campaign=a%20b")
    }),
    ("utm by ?", |t| format!("{t}?utm_source=chat")),
    ("gclid before", |t| match t.split_once('?') {
        Some((page, query)) => format!("{page}?gclid=a.b&{query}"),
        None => format!("{t}?gclid=a.b"),
    }),
    ("_gl", |t| chosen(t, "_gl=1*abc*_ga*x")),
    ("& for ?", |t| t.replace('?', "&")),
    ("? for &", |t| t.replace('&', "?")),
    ("HTML's &", |t| t.replace('&', "&amp;")),
    ("HTML's & twice", |t| t.replace('&', "&amp;amp;")),
    ("HTML's & by number", |t| t.replace('&', "&#38;")),
    ("HTML's quote", |t| format!("{t}&quot;")),
    ("HTML's angle", |t| format!("{t}&gt;")),
    ("soft hyphen", |t| within(t, "\u{ad}")),
    ("soft hyphen, encoded", |t| within(t, "%C2%AD")),
    ("space without width", |t| within(t, "\u{200b}")),
    ("joiner", |t| within(t, "\u{2060}")),
    ("byte order mark", |t| format!("{t}\u{feff}")),
    ("mark of direction", |t| format!("\u{200e}{t}\u{200e}")),
    ("hyphens that do not break", |t| t.replace('-', "\u{2011}")),
    ("dashes for hyphens", |t| t.replace('-', "–")),
    ("wide signs", |t| {
        t.replace('?', "？").replace('/', "／").replace('=', "＝")
    }),
    ("wide letters", |t| {
        let wide = |c: char| {
            if c.is_ascii_lowercase() {
                char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c)
            } else {
                c
            }
        };
        t.chars().map(wide).collect()
    }),
    ("broken line", |t| t.replacen('-', "-%0A", 1)),
    ("broken word", |t| within(t, "\n")),
];
