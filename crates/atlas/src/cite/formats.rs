//! References in the formats that people and reference managers read: plain text, Markdown footnote, BibTeX, RIS, CSL-JSON.
//!
//! Two works can be cited, and they are two things: the source, for what it says, at a printed place; and the atlas, for how that
//! was coded, in a version and at an address.

use super::{link, places_of};
use crate::index::StatementIx;
use crate::model::Dataset;

/// A format of references.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A line of text.
    Plain,
    /// A footnote of Markdown.
    Footnote,
    /// BibTeX.
    BibTex,
    /// RIS.
    Ris,
    /// CSL-JSON.
    CslJson,
}

impl Format {
    /// All formats, in the order offered.
    pub const ALL: [Self; 5] = [Self::Plain, Self::Footnote, Self::BibTex, Self::Ris, Self::CslJson];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "Plain text",
            Self::Footnote => "Markdown footnote",
            Self::BibTex => "BibTeX",
            Self::Ris => "RIS",
            Self::CslJson => "CSL-JSON",
        }
    }
}

/// A work to be cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    /// Key for formats that have keys: letters, digits, hyphens.
    pub key: String,
    /// Whether it is a dataset; else an article.
    pub is_dataset: bool,
    /// Authors as `Family, Given`; a name without a comma is an organisation's.
    pub authors: Vec<String>,
    /// Title.
    pub title: String,
    /// Journal.
    pub container: Option<String>,
    /// Year.
    pub year: String,
    /// Day of the version, ISO, for datasets.
    pub day: Option<String>,
    /// Version, for datasets.
    pub version: Option<String>,
    /// Volume, issue and pages of an article.
    pub volume: [Option<String>; 3],
    /// DOI without resolver.
    pub doi: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Printed place within the work, or what of it is meant.
    pub place: Option<String>,
}

/// The source, at the places that support a statement or as a whole.
pub fn source_work(d: &Dataset, statement: Option<StatementIx>) -> Work {
    let record = d.record();
    let id = statement.map(|ix| d.statement(ix).id.as_str()).unwrap_or_default();
    let key = format!("{}-{id}", d.about().id);
    Work {
        key: key.trim_end_matches('-').to_owned(),
        is_dataset: false,
        authors: record.authors.clone(),
        title: record.title.clone(),
        container: record.container.clone(),
        year: record.year.to_string(),
        day: None,
        version: None,
        volume: [record.volume.clone(), record.issue.clone(), record.pages.clone()],
        doi: record.doi.clone(),
        url: link(d),
        place: statement.map(|ix| places_of(d, ix).join("; ")),
    }
}

/// The atlas, in the version of its dataset, at an address; `what` names the page or the statement.
pub fn atlas_work(d: &Dataset, url: &str, what: &str) -> Work {
    let about = d.about();
    let year = about.date.get(..4).unwrap_or_default();
    Work {
        key: format!("{}-atlas", about.id),
        is_dataset: true,
        authors: vec![format!("{} contributors", d.short_title())],
        title: about.title.clone(),
        container: None,
        year: year.to_owned(),
        day: Some(about.date.clone()),
        version: Some(about.version.clone()),
        volume: [None, None, None],
        doi: None,
        url: Some(url.to_owned()),
        place: Some(what.to_owned()),
    }
}

impl Work {
    /// The reference in a format.
    pub fn written(&self, format: Format) -> String {
        match format {
            Format::Plain => self.plain("", ""),
            Format::Footnote => format!("[^{}]: {}\n", self.key, self.plain("*", "*")),
            Format::BibTex => self.bibtex(),
            Format::Ris => self.ris(),
            Format::CslJson => self.csl(),
        }
    }

    /// What it is to BibTeX, RIS and CSL: what appeared in nothing else is no article of a journal.
    fn kinds(&self) -> [&'static str; 3] {
        match (self.is_dataset, &self.container) {
            (true, _) => ["misc", "DATA", "dataset"],
            (false, Some(_)) => ["article", "JOUR", "article-journal"],
            (false, None) => ["misc", "GEN", "document"],
        }
    }

    /// `before` and `after` stand around the journal's name.
    fn plain(&self, before: &str, after: &str) -> String {
        // A name may end in an initial, which has its full stop.
        let authors = self.authors.join("; ");
        let mut out = format!("{}. “{}.”", authors.trim_end_matches('.'), self.title);
        if let Some(container) = &self.container {
            out.push_str(&format!(" {before}{container}{after}"));
        }
        let when = match (&self.version, &self.day) {
            (Some(version), Some(day)) => format!("version {version}, {day}"),
            _ => self.year.clone(),
        };
        out.push_str(&format!(" ({when})"));
        if let Some(place) = &self.place {
            out.push_str(&format!(", {place}"));
        }
        out.push('.');
        if let Some(url) = &self.url {
            out.push_str(&format!(" {url}"));
        }
        out
    }

    fn bibtex(&self) -> String {
        let [volume, issue, pages] = &self.volume;
        let authors: Vec<String> = self.authors.iter().map(|name| bibtex_name(name)).collect();
        let mut fields = vec![
            ("author", authors.join(" and ")),
            ("title", format!("{{{}}}", bibtex_text(&self.title))),
        ];
        let others = [
            ("journal", &self.container),
            ("volume", volume),
            ("number", issue),
            ("pages", pages),
            ("version", &self.version),
            ("note", &self.place),
        ];
        fields.extend(
            others
                .into_iter()
                .filter_map(|(name, text)| Some((name, bibtex_text(text.as_ref()?)))),
        );
        fields.push(("year", self.year.clone()));
        // Addresses are read verbatim; a brace of theirs would end the field.
        let address = |text: &String| text.replace('{', "%7B").replace('}', "%7D");
        fields.extend(self.doi.as_ref().map(|doi| ("doi", address(doi))));
        fields.extend(self.url.as_ref().map(|url| ("url", address(url))));
        let [kind, ..] = self.kinds();
        let fields: String = fields
            .iter()
            .map(|(name, text)| format!("  {name} = {{{text}}},\n"))
            .collect();
        format!("@{kind}{{{},\n{fields}}}\n", self.key)
    }

    fn ris(&self) -> String {
        let [volume, issue, pages] = &self.volume;
        let [_, kind, _] = self.kinds();
        let mut lines = vec![("TY", kind.to_owned())];
        lines.extend(self.authors.iter().map(|name| ("AU", name.clone())));
        lines.push(("TI", self.title.clone()));
        let others = [
            ("T2", &self.container),
            ("VL", volume),
            ("IS", issue),
            ("SP", pages),
            ("ET", &self.version),
            ("N1", &self.place),
        ];
        lines.extend(others.into_iter().filter_map(|(tag, text)| Some((tag, text.clone()?))));
        lines.push(("PY", self.year.clone()));
        lines.extend(self.day.as_ref().map(|day| ("DA", day.replace('-', "/"))));
        lines.extend(self.doi.clone().map(|doi| ("DO", doi)));
        lines.extend(self.url.clone().map(|url| ("UR", url)));
        lines.push(("ER", String::new()));
        // A line break would begin another field.
        lines
            .iter()
            .map(|(tag, text)| format!("{tag}  - {}\r\n", text.replace(['\r', '\n'], " ")))
            .collect()
    }

    fn csl(&self) -> String {
        let [volume, issue, pages] = &self.volume;
        let [.., kind] = self.kinds();
        let mut fields = vec![
            ("id", json_text(&self.key)),
            ("type", json_text(kind)),
            ("title", json_text(&self.title)),
        ];
        let authors: Vec<String> = self.authors.iter().map(|name| csl_name(name)).collect();
        fields.push(("author", format!("[{}]", authors.join(","))));
        let date = self.day.as_deref().unwrap_or(&self.year);
        let parts: Vec<&str> = date.split('-').map(|part| part.trim_start_matches('0')).collect();
        fields.push(("issued", format!("{{\"date-parts\":[[{}]]}}", parts.join(","))));
        let others = [
            ("container-title", &self.container),
            ("volume", volume),
            ("issue", issue),
            ("page", pages),
            ("version", &self.version),
            ("DOI", &self.doi),
            ("URL", &self.url),
            ("note", &self.place),
        ];
        fields.extend(
            others
                .into_iter()
                .filter_map(|(name, text)| Some((name, json_text(text.as_ref()?)))),
        );
        let fields: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("\"{name}\":{value}"))
            .collect();
        format!("[{{{}}}]\n", fields.join(","))
    }
}

/// A person as `Family, Given`; the name of an organisation in braces, so that it is not taken apart.
fn bibtex_name(name: &str) -> String {
    let text = bibtex_text(name);
    if name.contains(", ") {
        text
    } else {
        format!("{{{text}}}")
    }
}

/// Text with what BibTeX would read as commands made plain.
fn bibtex_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in text.chars() {
        match ch {
            '&' | '%' | '$' | '#' | '_' => {
                out.push('\\');
                out.push(ch);
            }
            '\\' => out.push_str("\\textbackslash "),
            '{' | '}' => {}
            '~' => out.push_str("\\textasciitilde "),
            '^' => out.push_str("\\textasciicircum "),
            _ => out.push(ch),
        }
    }
    out
}

fn csl_name(name: &str) -> String {
    match name.split_once(", ") {
        Some((family, given)) => format!("{{\"family\":{},\"given\":{}}}", json_text(family), json_text(given)),
        None => format!("{{\"literal\":{}}}", json_text(name)),
    }
}

/// A text as JSON writes it.
pub fn json_text(text: &str) -> String {
    let mut out = String::from("\"");
    for ch in text.chars() {
        match ch {
            '"' | '\\' => {
                out.push('\\');
                out.push(ch);
            }
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            ch if u32::from(ch) < 0x20 => out.push_str(&format!("\\u{:04x}", u32::from(ch))),
            _ => out.push(ch),
        }
    }
    out.push('"');
    out
}
