//! The edition of one file: the whole atlas in one HTML document that opens by double click, with a policy of its own that lets it
//! run what it holds and reach nothing else.

use crate::hooks::replace_once;
use crate::split::{self, Program};
use crate::{Outcome, ascii, inline, project, site};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::{Compression, GzBuilder};
use std::fs;
use std::io::Write as _;
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
    let html = without(&html, "<noscript>", "</noscript>")?;
    let tag = boot_tag(&html)?;
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
    let html = replace_once(&html, tag, "")?;
    // After everything else: the document can be read before its program has been.
    let html = match html.rfind("</body>") {
        Some(at) => format!("{}{}{}", &html[..at], parts.concat(), &html[at..]),
        None => format!("{html}{}", parts.concat()),
    };
    project::write(&staging.join(FILE), html.as_bytes())
}

/// The serif within the style sheet, in place of a file beside it.
fn with_font(html: &str, staging: &Path) -> Outcome<String> {
    let tag = preload_of_font(html)?;
    let html = replace_once(html, tag, "")?;
    let files = project::files_under(staging)?;
    let font = files
        .iter()
        .find(|file| file.extension().is_some_and(|kind| kind == "woff2"));
    let font = font.ok_or("the site has no font")?;
    let data = format!("data:font/woff2;base64,{}", STANDARD.encode(project::read_bytes(font)?));
    replace_once(&html, &split::file_name(font), &data)
}

/// The one tag that asks for the font early, whatever the order of its attributes.
fn preload_of_font(html: &str) -> Outcome<&str> {
    let mut tags = html
        .split_inclusive('>')
        .filter_map(|part| part.get(part.rfind("<link")?..))
        .filter(|tag| tag.contains(".woff2"));
    match (tags.next(), tags.next()) {
        (Some(tag), None) => Ok(tag),
        _ => Err("index.html should preload one font".to_owned()),
    }
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
    // No time and no name in the head: the same program gives the same file.
    let mut gzip = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    gzip.write_all(&project::read_bytes(file)?)
        .map_err(|error| error.to_string())?;
    let bytes = gzip.finish().map_err(|error| error.to_string())?;
    Ok(STANDARD.encode(bytes))
}

fn boot_tag(html: &str) -> Outcome<&str> {
    let end = html.find("src=./boot.js").ok_or("index.html has no start script")?;
    let from = html
        .get(..end)
        .and_then(|before| before.rfind("<script"))
        .unwrap_or(end);
    let rest = html.get(from..).unwrap_or_default();
    let to = rest.find("</script>").map(|at| at + "</script>".len());
    to.and_then(|to| rest.get(..to))
        .ok_or_else(|| "the start script has no end".to_owned())
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

    #[test]
    fn the_preload_of_the_font_is_found_whole() {
        let html = "<head><link rel=icon href=i.svg><link as=font href=f-1.woff2 rel=preload><p>";
        assert_eq!(preload_of_font(html), Ok("<link as=font href=f-1.woff2 rel=preload>"));
        assert!(preload_of_font("<p>").is_err());
    }

    #[test]
    fn the_start_script_is_found_whole() {
        let html = "<script>a</script><script data-x=1 src=./boot.js type=module></script><p>";
        assert_eq!(
            boot_tag(html),
            Ok("<script data-x=1 src=./boot.js type=module></script>")
        );
        assert_eq!(
            without(html, "<script>", "</script>").as_deref(),
            Ok("<script data-x=1 src=./boot.js type=module></script><p>")
        );
    }
}
