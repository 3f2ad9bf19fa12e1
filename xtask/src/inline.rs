//! The document of a first visit carries what the first paint needs: the style sheet and the script that must run before it. The
//! policy admits them by their digests, so that nothing else inline runs.

use crate::hooks::replace_once;
use crate::{Outcome, ascii, policy, project};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::path::Path;

/// The tag of the script as Trunk leaves it.
const SCRIPT: &str = "<script src=theme.js></script>";

/// Puts both into the document in place of the tags that fetch them, and sees to the policy.
pub fn put_in(html: &str, staging: &Path) -> Outcome<String> {
    let tag = style_tag(html)?;
    let sheet = staging.join(file_of(tag)?);
    // In ASCII, so that the digests fit whatever encoding a host names; the file too, which the plain edition is styled by.
    let style = ascii::css(&project::read(&sheet)?);
    project::write(&sheet, style.as_bytes())?;
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

/// The one link to a style sheet.
fn style_tag(html: &str) -> Outcome<&str> {
    let mut tags = html
        .split_inclusive('>')
        .filter_map(|part| part.get(part.rfind("<link")?..))
        .filter(|tag| tag.contains("rel=stylesheet"));
    match (tags.next(), tags.next()) {
        (Some(tag), None) => Ok(tag),
        _ => Err("index.html should link to one style sheet".to_owned()),
    }
}

fn file_of(tag: &str) -> Outcome<&str> {
    let from = tag
        .split("href=")
        .nth(1)
        .ok_or("the link to the style sheet has no address")?;
    Ok(from
        .split([' ', '>'])
        .next()
        .unwrap_or_default()
        .trim_start_matches("./"))
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
    fn the_link_is_found_with_its_file() {
        let html = "<link rel=icon href=i.svg><link href=./a-1.css integrity=x rel=stylesheet><p>";
        let tag = style_tag(html).unwrap();
        assert_eq!(tag, "<link href=./a-1.css integrity=x rel=stylesheet>");
        assert_eq!(file_of(tag), Ok("a-1.css"));
    }

    #[test]
    fn a_comment_is_no_part_of_the_script() {
        assert_eq!(without_comments("// why\n(f)();\n  // and\n  g();"), "(f)();\ng();");
    }
}
