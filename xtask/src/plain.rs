//! The plain edition: static pages without script in `plain/` beside the app, rendered by the app's own views.

use crate::cards::{self, Card, Drawer, escaped};
use crate::{Outcome, ascii, data, hooks, inline, metadata, policy, project};
use serde_json::Value;
use std::env;
use std::fmt::Write as _;
use std::path::Path;

/// The variable that gives the address under which the site will stand, for what has to be absolute.
const BASE: &str = "ATLAS_BASE";

/// What a page without script still needs of the policy.
const DIRECTIVES: &str = "default-src style-src img-src font-src base-uri form-action";

/// Writes the edition into the site in `staging`.
pub fn write(staging: &Path) -> Outcome {
    let pages: Value = serde_json::from_str(&hooks::rendered("plain")?).map_err(|error| error.to_string())?;
    let pages = pages.as_array().ok_or("the plain edition should be a list of pages")?;
    let dataset = data::open()?;
    let frame = Frame {
        site: dataset.short_title(),
        head: metadata::head(&dataset, "../dataset.json"),
        styles: [inline::START, inline::PAGES]
            .into_iter()
            .map(|stem| Ok(project::file_name(&inline::sheet(staging, stem)?)))
            .collect::<Outcome<_>>()?,
        policy: directives(&policy::one_line()?),
        base: base()?,
    };
    let (folder, drawer) = (staging.join("plain"), Drawer::new()?);
    let mut sitemap = String::new();
    for page in pages {
        let field = |name: &str| page[name].as_str().ok_or(format!("a plain page without {name}"));
        let (file, title) = (field("file")?, field("title")?);
        let description = field("description")?;
        let html = frame.page(file, title, description, field("body")?);
        project::write(&folder.join(file), ascii::html(&html).as_bytes())?;
        // The start page's picture is the atlas's.
        let named = if file == "index.html" {
            &dataset.about().title
        } else {
            title
        };
        let png = drawer.png(&dataset, field("kind")?, page["id"].as_str(), named, description)?;
        project::write(&staging.join(cards::FOLDER).join(cards::name(file)), &png)?;
        if let Some(base) = &frame.base {
            let _ = writeln!(
                sitemap,
                "  <url><loc>{}</loc></url>",
                escaped(&format!("{base}plain/{file}"))
            );
        }
    }
    match &frame.base {
        Some(base) => {
            let start = escaped(base);
            let xml = format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n  <url><loc>{start}</loc></url>\n{sitemap}</urlset>\n"
            );
            project::write(&staging.join("sitemap.xml"), xml.as_bytes())
        }
        None => {
            println!(
                "links to the site's own pictures are relative and there is no sitemap, which is no fault: {BASE} can name the site's address for absolute ones"
            );
            Ok(())
        }
    }
}

/// What all pages share.
struct Frame<'a> {
    site: &'a str,
    head: String,
    styles: Vec<String>,
    policy: String,
    base: Option<String>,
}

impl Frame<'_> {
    fn page(&self, file: &str, title: &str, description: &str, body: &str) -> String {
        let card = Card {
            title: &format!("{title} · {}", self.site),
            text: description,
            site: self.site,
            kind: "article",
            picture: match &self.base {
                Some(base) => format!("{base}{}/{}", cards::FOLDER, cards::name(file)),
                None => format!("../{}/{}", cards::FOLDER, cards::name(file)),
            },
            address: self.base.as_ref().map(|base| format!("{base}plain/{file}")),
        };
        let canonical = card.address.as_ref().map_or_else(String::new, |address| {
            format!("<link rel=\"canonical\" href=\"{}\">\n", escaped(address))
        });
        let link = |style: &String| format!("<link rel=\"stylesheet\" href=\"../{style}\">\n");
        let styles: String = self.styles.iter().map(link).collect();
        let (card, title, description) = (card.head(), escaped(card.title), escaped(description));
        format!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
             <meta name=\"description\" content=\"{description}\">\n\
             {canonical}{card}\n{head}\n<link rel=\"icon\" href=\"../favicon.svg\" type=\"image/svg+xml\">\n\
             {styles}</head>\n<body>\n{body}\n</body>\n</html>\n",
            policy = self.policy,
            head = self.head,
        )
    }
}

/// The directives of the whole policy that concern a page without script.
fn directives(whole: &str) -> String {
    let name = |directive: &str| directive.split(' ').next().unwrap_or_default().to_owned();
    let kept = whole
        .split("; ")
        .filter(|directive| DIRECTIVES.split(' ').any(|kept| kept == name(directive)));
    kept.collect::<Vec<_>>().join("; ")
}

/// The address given, with a slash at its end.
pub fn base() -> Outcome<Option<String>> {
    let Some(base) = env::var(BASE).ok().filter(|base| !base.is_empty()) else {
        return Ok(None);
    };
    match base.starts_with("https://") || base.starts_with("http://") {
        true => Ok(Some(format!("{}/", base.trim_end_matches('/')))),
        false => Err(format!(
            "{BASE} is {base:?}; expected an address such as https://example.org/atlas/"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_what_it_is_and_asks_for_no_script() {
        let frame = Frame {
            site: "A & B",
            head: String::new(),
            styles: vec!["s.css".to_owned()],
            policy: directives("default-src 'none'; script-src 'self'; style-src 'self'"),
            base: Some("https://example.org/x/".to_owned()),
        };
        let html = frame.page("f.html", "<T>", "d\"", "<p>b</p>");
        assert!(html.contains("<title>&lt;T&gt; · A &amp; B</title>"));
        assert!(html.contains("content=\"default-src 'none'; style-src 'self'\""));
        assert!(html.contains("rel=\"canonical\" href=\"https://example.org/x/plain/f.html\""));
        assert!(!html.contains("<script"));
    }
}
