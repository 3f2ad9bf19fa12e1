//! What Trunk has done before and after a build (Trunk.toml): one style sheet out of many, and then what only the finished
//! files allow: their digests, the policy, and the dataset beside them.

use crate::split::Program;
use crate::{
    Outcome, ascii, data, examples, inline, metadata, one_file, package, plain, policy, process, project, split, worker,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};
use std::env;
use std::path::{Path, PathBuf};

/// The lists of style sheets in styles/, each with the file in target/ that they are joined into.
const STYLES: [(&str, &str); 2] = [("main.css", "atlas.css"), ("pages.css", "pages.css")];

/// Joins the style sheets into two files, in the order in which the lists import them.
pub fn pre_build() -> Outcome {
    let root = project::root()?;
    let styles = root.join("styles");
    let mut listed = Vec::new();
    for (list, joined) in STYLES {
        let list = styles.join(list);
        let order: Vec<PathBuf> = project::read(&list)?
            .lines()
            .filter_map(|line| line.trim().strip_prefix("@import \"")?.strip_suffix("\";"))
            .map(|name| styles.join(name))
            .collect();
        let mut sheet = String::new();
        for file in &order {
            sheet.push_str(&project::read(file)?);
            sheet.push('\n');
        }
        project::write(&root.join("target").join(joined), sheet.as_bytes())?;
        listed.push(list);
        listed.extend(order);
    }
    for file in project::files_under(&styles)? {
        if file.extension().is_some_and(|kind| kind == "css") && !listed.contains(&file) {
            return Err(format!(
                "{} is imported neither by styles/main.css nor by styles/pages.css",
                file.display()
            ));
        }
    }
    Ok(())
}

/// Completes the site in Trunk's staging folder.
pub fn post_build() -> Outcome {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or("TRUNK_STAGING_DIR is not set: Trunk calls this task after a build")?;
    let wasm = project::hashed_file(&staging, "", "_bg.wasm")?;
    let glue = PathBuf::from(wasm.to_string_lossy().replace("_bg.wasm", ".js"));
    let page = staging.join("index.html");
    let mut html = project::read(&page)?;
    let names = [&wasm, &glue].map(|file| project::file_name(file));
    let program = match is_release() {
        true => split::program(&staging, wasm, glue)?,
        false => Program::whole(wasm, glue),
    };
    for (old, new) in names.iter().zip([&program.wasm, &program.glue]) {
        html = html.replace(old, &project::file_name(new));
    }
    let mut style = (String::new(), String::new());
    if is_release() {
        html = inline::put_in(&html, &staging)?;
        let sheet = inline::sheet(&staging, inline::PAGES)?;
        style = (format!("./{}", project::file_name(&sheet)), digest(&sheet)?);
        // Without scripts nothing would fetch it; the start page is printed by its rules. Trunk's own link has the digest of before.
        let link = format!("<link href={} integrity={} rel=stylesheet>", style.0, style.1);
        html = replace_once(
            &html,
            inline::link_to(&html, &sheet)?,
            &format!("<noscript>{link}</noscript>"),
        )?;
    }
    for (mark, value) in [
        ("PAGES-STYLE", style.0),
        ("STYLE-INTEGRITY", style.1),
        ("policy: see csp.txt", policy::one_line()?),
        ("WASM-INTEGRITY", digest(&program.wasm)?),
        ("JS-INTEGRITY", digest(&program.glue)?),
        ("WORKER", worker::address(is_release())),
    ] {
        html = replace_once(&html, mark, &value)?;
    }
    let dataset = data::open()?;
    let mut head = metadata::head(&dataset, "dataset.json");
    if is_release() {
        head = format!("{}\n{head}", metadata::start(&dataset)?);
    }
    let html = replace_once(&html, "</title>", &format!("</title>\n{head}"))?;
    let html = ascii::html(&replace_once(&html, "FIRST-VIEW", &first_view()?)?);
    project::write(&page, html.as_bytes())?;
    project::write(
        &staging.join("codebook.md"),
        &project::read_bytes(&project::root()?.join("docs/codebook.md"))?,
    )?;
    package::write(&staging.join("package"))?;
    project::write(&staging.join("dataset.json"), data::bundle()?.as_bytes())?;
    project::write(
        &staging.join(atlas::bundle::SCHEMA),
        atlas::schema::document().as_bytes(),
    )?;
    examples::write(&staging)?;
    if is_release() {
        plain::write(&staging)?;
        one_file::write(&staging, &program)?;
        // Last: it knows every other file by its digest.
        worker::write(&staging)?;
    }
    Ok(())
}

/// The start page, rendered by a native build of the app; nothing in a development build, which is not made to be fast.
fn first_view() -> Outcome<String> {
    match is_release() {
        true => rendered("first-view"),
        false => Ok(String::new()),
    }
}

/// A development build leaves out what is there for speed and for readers without the program.
fn is_release() -> bool {
    !env::var("TRUNK_PROFILE").is_ok_and(|profile| profile != "release")
}

/// What a native build of the app writes when asked for this.
pub fn rendered(what: &str) -> Outcome<String> {
    let mut render = process::command("cargo run --quiet --package partnership-atlas --bin partnership-atlas --")?;
    // Trunk's own flags are for the browser's build.
    render
        .arg(what)
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    let text = process::read(&mut render, "correct what the program names")?;
    Ok(text.trim().to_owned())
}

/// The digest of a file in the form of the `integrity` attribute.
pub fn digest(file: &Path) -> Outcome<String> {
    let sum = Sha384::digest(project::read_bytes(file)?);
    Ok(format!("sha384-{}", STANDARD.encode(sum)))
}

/// Puts a value in a mark's place. A mark that is not there once would leave a page without its protection, silently.
pub fn replace_once(html: &str, mark: &str, value: &str) -> Outcome<String> {
    match html.matches(mark).count() {
        1 => Ok(html.replace(mark, value)),
        count => Err(format!(
            "index.html should hold {mark:?} once, and holds it {count} times"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::{project, replace_once};

    #[test]
    fn a_mark_must_occur_exactly_once() {
        assert_eq!(replace_once("<a b=MARK>", "MARK", "c"), Ok("<a b=c>".to_owned()));
        assert!(replace_once("<a>", "MARK", "c").is_err());
        assert!(replace_once("MARK MARK", "MARK", "c").is_err());
    }

    /// `JS-INTEGRITY` must not be found within another mark, or one digest would land in two places.
    #[test]
    fn the_page_and_the_settings_of_trunk_hold_each_mark_once() {
        let page = include_str!("../../index.html");
        let trunk = include_str!("../../Trunk.toml");
        for (text, mark) in [
            (page, "policy: see csp.txt"),
            (page, "FIRST-VIEW"),
            (trunk, "WASM-INTEGRITY"),
            (trunk, "JS-INTEGRITY"),
            (trunk, "WORKER"),
            (trunk, "PAGES-STYLE"),
            (trunk, "STYLE-INTEGRITY"),
        ] {
            assert_eq!(text.matches(mark).count(), 1, "{mark}");
        }
    }

    /// The font's name holds its digest: an old name would fetch nothing, and the page would keep the fallback without a word.
    #[test]
    fn page_and_style_sheet_ask_for_the_font_that_is_there() {
        let public = project::root().unwrap().join("public");
        let name = project::file_name(&project::hashed_file(&public, "", ".woff2").unwrap());
        for text in [
            include_str!("../../index.html"),
            include_str!("../../styles/tokens.css"),
        ] {
            assert_eq!(text.matches(&name).count(), 1, "{name}");
        }
    }
}
