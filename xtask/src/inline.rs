//! The document of a first visit carries what the first paint needs: the styles of the start page and the script that must run
//! before it. The policy admits them by their digests, so that nothing else inline runs.

use crate::hooks::replace_once;
use crate::{Outcome, ascii, policy, project};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// The sheet that stands in the document (styles/main.css), and the one that comes beside the program (styles/pages.css).
pub const START: &str = "atlas";
pub const PAGES: &str = "pages";

/// The tag of the script as Trunk leaves it.
const SCRIPT: &str = "<script src=theme.js></script>";

/// Puts both into the document in place of the tags that fetch them, and sees to the policy.
pub fn put_in(html: &str, staging: &Path) -> Outcome<String> {
    let sheet = sheet(staging, START)?;
    let tag = link_to(html, &sheet)?;
    // In ASCII, so that the digests fit whatever encoding a host names; the files too, which the plain edition is styled by.
    let style = in_ascii(&sheet)?;
    in_ascii(&self::sheet(staging, PAGES)?)?;
    let script = ascii::script(&without_comments(&project::read(&staging.join("theme.js"))?));
    for (name, text) in [("the style sheet", &style), ("theme.js", &script)] {
        if text.contains("</") {
            return Err(format!("{name} holds \"</\", which would end its element"));
        }
    }
    policy::admit(&[("script-src", digest(&script)), ("style-src", digest(&style))])?;
    let html = replace_once(html, tag, &format!("<style>{style}</style>"))?;
    replace_once(&html, SCRIPT, &format!("<script>{script}</script>"))
}

fn in_ascii(sheet: &Path) -> Outcome<String> {
    let style = ascii::css(&project::read(sheet)?);
    project::write(sheet, style.as_bytes())?;
    Ok(style)
}

/// One of the site's two style sheets ([`START`] or [`PAGES`]).
pub fn sheet(staging: &Path, stem: &str) -> Outcome<PathBuf> {
    project::hashed_file(staging, &format!("{stem}-"), ".css")
}

/// The one link to this style sheet.
pub fn link_to<'a>(html: &'a str, sheet: &Path) -> Outcome<&'a str> {
    tag(html, "<link", &["rel=stylesheet", &project::file_name(sheet)])
}

/// The one opening tag that begins like this and holds all of these words.
pub fn tag<'a>(html: &'a str, start: &str, words: &[&str]) -> Outcome<&'a str> {
    let mut tags = html
        .split_inclusive('>')
        .filter_map(|part| part.get(part.rfind(start)?..))
        .filter(|tag| words.iter().all(|word| tag.contains(word)));
    match (tags.next(), tags.next()) {
        (Some(tag), None) => Ok(tag),
        _ => Err(format!("index.html should hold {start} with {words:?} once")),
    }
}

fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// What stands once between two marks, the first of its kind.
pub fn between<'a>(html: &'a str, from: &str, to: &str) -> Outcome<&'a str> {
    let rest = html.split_once(from).map(|(_, rest)| rest);
    let inner = rest.and_then(|rest| rest.split_once(to)).map(|(inner, _)| inner);
    inner.ok_or_else(|| format!("index.html should hold {from:?} and {to:?} after it"))
}

/// The digest of an inline text in the words of the policy.
pub fn digest(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sheet_is_found_by_its_own_link() {
        let html = "<link rel=icon href=i.svg><link href=./a-1.css integrity=x rel=stylesheet><link href=./b-1.css rel=stylesheet><p>";
        let found = link_to(html, Path::new("dist/a-1.css")).unwrap();
        assert_eq!(found, "<link href=./a-1.css integrity=x rel=stylesheet>");
        assert!(link_to(html, Path::new("dist/c-1.css")).is_err());
        assert!(tag("<link href=a.woff2><link href=b.woff2>", "<link", &[".woff2"]).is_err());
    }

    #[test]
    fn a_comment_is_no_part_of_the_script() {
        assert_eq!(without_comments("// why\n(f)();\n  // and\n  g();"), "(f)();\ng();");
    }
}
