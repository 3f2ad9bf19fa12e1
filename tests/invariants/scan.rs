//! Reading source files as text: which there are, their strings, their words, the declarations of a style sheet.

use std::path::Path;

use crate::datasets;

/// A file of the workspace.
pub struct Source {
    /// Its path from the root, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl Source {
    /// The file at a path.
    pub fn of(path: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: datasets::read(path),
        }
    }

    /// The same without lines that are comments.
    pub fn without_comments(self) -> Self {
        let code = self
            .text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//") && !line.trim_start().starts_with('#'));
        // Attributes begin with # as comments of TOML do; only the latter go.
        let text = if self.path.ends_with(".toml") {
            code.collect::<Vec<_>>().join("\n")
        } else {
            let code = self.text.lines().filter(|line| !line.trim_start().starts_with("//"));
            code.collect::<Vec<_>>().join("\n")
        };
        Self { text, ..self }
    }
}

/// The files of a folder with an ending, sorted by path; what is built or installed is left out.
pub fn files(folder: &str, ending: &str) -> Vec<Source> {
    let mut out = Vec::new();
    collect(&datasets::root(), &datasets::root().join(folder), ending, &mut out);
    assert!(!out.is_empty(), "{folder} has no .{ending}");
    out.sort_by(|a, b| a.path.cmp(&b.path));
    out
}

fn collect(root: &Path, folder: &Path, ending: &str, out: &mut Vec<Source>) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.is_dir() {
            if !matches!(name, "target" | "node_modules" | "dist") {
                collect(root, &path, ending, out);
            }
        } else if path.extension().is_some_and(|e| e == ending) {
            let path = path
                .strip_prefix(root)
                .expect("under the root")
                .to_string_lossy()
                .replace('\\', "/");
            out.push(Source::of(&path));
        }
    }
}

/// The texts between quotes, line by line; what stands between two texts as well, since a quote may be a character of its own.
pub fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| {
        let inner = line.split_once('"').and_then(|(_, rest)| rest.rsplit_once('"'));
        inner.into_iter().flat_map(|(inner, _)| inner.split('"'))
    })
}

/// The lines, from 1, in which a text stands as a word of its own.
pub fn words_at<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> {
    let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(word)
        .filter(move |(at, _)| apart(text[..*at].chars().next_back()) && apart(text[at + word.len()..].chars().next()))
        .map(|(at, _)| text[..at].matches('\n').count() + 1)
}

/// The declarations of a style sheet: property and value, comments left out.
pub fn declarations(css: &str) -> impl Iterator<Item = (String, String)> {
    let mut text = String::new();
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        text.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let mut out = Vec::new();
    let mut rest = text.as_str();
    // What ends in a brace is a selector; what ends in a semicolon or a closing brace is a declaration.
    while let Some(at) = rest.find(['{', '}', ';']) {
        if !rest[at..].starts_with('{')
            && let Some((property, value)) = rest[..at].split_once(':')
        {
            out.push((property.trim().to_owned(), value.trim().to_owned()));
        }
        rest = &rest[at + 1..];
    }
    out.into_iter()
}

/// Whether a value names a colour by itself: by figures, or by a name of CSS that is no colour of the system.
pub fn is_colour(value: &str) -> bool {
    const FUNCTIONS: &[&str] = &[
        "rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color(",
    ];
    const NAMES: &[&str] = &[
        "white", "black", "gray", "grey", "red", "green", "blue", "yellow", "orange", "purple", "silver", "navy",
        "teal", "maroon", "beige", "ivory",
    ];
    let hex = |part: &str| {
        let digits = part.chars().take_while(char::is_ascii_hexdigit).count();
        let whole = !part[digits..].starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_');
        matches!(digits, 3 | 4 | 6 | 8) && whole
    };
    let words = || value.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '(');
    value.split('#').skip(1).any(hex)
        || FUNCTIONS.iter().any(|f| words().any(|word| word.starts_with(f)))
        || value
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
            .any(|word| NAMES.contains(&word))
}

#[test]
fn what_is_looked_for_is_found() {
    for colour in [
        "#fff",
        "1px solid #A0b1C2",
        "rgb(0 0 0 / 50%)",
        "color-mix(in oklab, white, #000)",
        "oklch(50% 0 0)",
        "solid black",
    ] {
        assert!(is_colour(colour), "{colour}");
    }
    for other in [
        "var(--ink)",
        "CanvasText",
        "url(#line-beads)",
        "#content",
        "#abcde",
        "currentcolor",
        "color-mix(in oklab, var(--ink), transparent)",
    ] {
        assert!(!is_colour(other), "{other}");
    }
    let css = "a:hover, #fade { color: red; font-size: 12px } /* b: c; */ @media (width: 3px) { i { margin: 0; } }";
    let found: Vec<String> = declarations(css).map(|(p, v)| format!("{p}={v}")).collect();
    assert_eq!(found, ["color=red", "font-size=12px", "margin=0"]);
    assert_eq!(
        words_at("no eel-eels\nan eel, eels\neel", "eel").collect::<Vec<_>>(),
        [1, 2, 3]
    );
    assert!(quoted("let a = '\"'; f(\"an-id\", \"b\")").any(|text| text == "an-id"));
}

/// Places where a text occurs.
pub fn occurrences<'a>(sources: impl IntoIterator<Item = &'a Source>, banned: &[&str]) -> Vec<String> {
    let mut out = Vec::new();
    for source in sources {
        for (n, line) in source.text.lines().enumerate() {
            out.extend(
                banned
                    .iter()
                    .filter(|text| line.contains(**text))
                    .map(|text| format!("{}:{}: {text}", source.path, n + 1)),
            );
        }
    }
    out
}

#[test]
fn what_is_banned_is_found() {
    let source = Source {
        path: "a.rs".to_owned(),
        text: "//! fine\nuse leptos;\n".to_owned(),
    };
    assert_eq!(occurrences([&source], &["leptos", "web_sys"]), ["a.rs:2: leptos"]);
}
