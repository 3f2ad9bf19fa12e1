//! The edition of one file: the whole atlas in one HTML document that opens by double click, with a policy of its own that lets it
//! run what it holds and reach nothing else.

use crate::hooks::replace_once;
use crate::split::Program;
use crate::{Outcome, ascii, inline, project, release, site};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fs;
use std::path::{Path, PathBuf};

/// Its name in the site, where the running app finds it to save a copy.
const FILE: &str = "one-file.html";

/// Copies the edition out of the site, which is built where it is not there yet.
pub fn run(out: Option<&str>) -> Outcome {
    let built = project::dist()?.join(FILE);
    if !built.is_file() {
        site::build()?;
    }
    let out = out.map_or_else(|| PathBuf::from("partnership-atlas.html"), PathBuf::from);
    let bytes = fs::copy(&built, &out).map_err(|error| format!("writing {}: {error}", out.display()))?;
    println!("{}: {bytes} bytes, opens by double click", out.display());
    Ok(())
}

/// Writes the edition from the finished document and its files.
pub fn write(staging: &Path, program: &Program) -> Outcome {
    let html = project::read(&staging.join("index.html"))?;
    let script = inline::between(&html, "<script>", "</script>")?.to_owned();
    let boot = ascii::script(&project::read(&staging.join("boot.js"))?);
    let pages = project::read(&inline::sheet(staging, inline::PAGES)?)?;
    let html = replace_once(&html, "</style>", &format!("{pages}</style>"))?;
    let html = with_font(&html, staging)?;
    let style = inline::between(&html, "<style>", "</style>")?;
    let policy = format!(
        "default-src 'none'; script-src '{}' '{}' blob: 'wasm-unsafe-eval'; style-src '{}'; font-src data:; img-src data: blob:; base-uri 'none'; form-action 'none'",
        inline::digest(&script),
        inline::digest(&boot),
        inline::digest(style)
    );
    let old = inline::between(&html, "<meta content=\"default-src", "\"")?;
    let html = replace_once(&html, &format!("default-src{old}"), &policy)?;
    // Nothing lies beside one file.
    let html = without(&html, "<link href=favicon.svg", ">")?;
    let html = without(&html, "<link href=manifest.webmanifest", ">")?;
    // Of the styles, which are inside, and of what needs scripts, which leads to the plain edition.
    let html = without(&html, "<noscript>", "</noscript>")?;
    let html = without(&html, "<noscript>", "</noscript>")?;
    let tag = inline::tag(&html, "<script", &["src=./boot.js"])?;
    let mut parts = vec![
        part("glue", &ascii::script(&project::read(&program.glue)?))?,
        part("keep", &ascii::script(&project::read(&staging.join("keep.js"))?))?,
        part("wasm", &packed(&program.wasm)?)?,
        part("dataset", "")?,
    ];
    for (name, file) in &program.parts {
        parts.push(part(name, &packed(file)?)?);
    }
    parts.push(format!("<script type=\"module\" data-wasm=\"\">{boot}</script>"));
    let html = replace_once(&html, &format!("{tag}</script>"), "")?;
    // After everything else: the document can be read before its program has been.
    let html = match html.rfind("</body>") {
        Some(at) => format!("{}{}{}", &html[..at], parts.concat(), &html[at..]),
        None => format!("{html}{}", parts.concat()),
    };
    project::write(&staging.join(FILE), html.as_bytes())
}

/// The serif within the style sheet, in place of a file beside it.
fn with_font(html: &str, staging: &Path) -> Outcome<String> {
    let html = replace_once(html, inline::tag(html, "<link", &[".woff2"])?, "")?;
    let font = project::hashed_file(staging, "", ".woff2")?;
    let data = format!(
        "data:font/woff2;base64,{}",
        STANDARD.encode(project::read_bytes(&font)?)
    );
    replace_once(&html, &project::file_name(&font), &data)
}

/// A part that no browser runs as it stands: the start script takes it out.
fn part(name: &str, text: &str) -> Outcome<String> {
    let folded = text.to_ascii_lowercase();
    if folded.contains("</script") || folded.contains("<!--") {
        return Err(format!("the part \"{name}\" of {FILE} would end its element"));
    }
    Ok(format!(
        "<script type=\"text/plain\" id=\"inside-{name}\">{text}</script>\n"
    ))
}

fn packed(file: &Path) -> Outcome<String> {
    Ok(STANDARD.encode(release::gzip(&project::read_bytes(file)?)?))
}

fn without(html: &str, from: &str, to: &str) -> Outcome<String> {
    let inner = inline::between(html, from, to)?;
    replace_once(html, &format!("{from}{inner}{to}"), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_cannot_end_its_element() {
        assert!(part("x", "let a = '</SCRIPT>'").is_err());
        assert!(part("x", "<!--").is_err());
        assert!(part("x", "let a = 1 < 2").is_ok());
    }
}
