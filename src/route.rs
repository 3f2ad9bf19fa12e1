//! The address of everything: one typed enum, parsed and written here and nowhere else.
//!
//! The state lives in the fragment (`#/countries/examplia?as-of=2005-06&note=id`), so that one build works on any static host
//! and from a file. Bad values are kept as notices, never as panics. Left out: whether an id exists, which the dataset knows.

mod facets;
mod percent;

use std::fmt::Write as _;

use atlas::AsOf;

/// Longest fragment read or written, in bytes.
pub const LONGEST: usize = 2_000;

/// A page of the atlas. Kinds are words of the tool; ids come from the dataset.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    /// The start page.
    Overview,
    /// All units.
    Countries,
    /// One unit.
    Country(String),
    /// Ladder and matrix.
    Programmes,
    /// One programme.
    Programme(String),
    /// Supply lines, airfields, permissions.
    Routes,
    /// Dated events.
    Timeline,
    /// What changed between two dates.
    Changes,
    /// Reasons, and the worked case.
    Tension,
    /// Actors, or one of them on that page.
    Actors(Option<String>),
    /// Themes, or one of them on that page.
    Themes(Option<String>),
    /// All statements.
    Statements,
    /// One statement.
    Statement(String),
    /// The source by paragraph, or one of them.
    Source(Option<String>),
    /// What is not said.
    Gaps,
    /// Units side by side.
    Compare,
    /// What a query finds.
    Search,
    /// What the reader has collected.
    Tray,
    /// Briefs to print, or the one of this country, this programme, or of all lines.
    Brief(Option<String>),
    /// Questions for a class: the first sheet, or the one of this number.
    Teaching(Option<String>),
    /// Another dataset to open.
    Open,
    /// The terms explained.
    Glossary,
    /// Method, licence, trust.
    About,
    /// A bad path, as it came.
    NotFound(String),
}

/// Which app a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkStyle {
    /// The running app: a fragment.
    App,
    /// The plain edition: a file beside the app.
    Plain,
}

/// Names of pages without an id, with the page: the one table for both directions.
const KINDS: &[(&str, Page)] = &[
    ("", Page::Overview),
    ("countries", Page::Countries),
    ("programmes", Page::Programmes),
    ("routes", Page::Routes),
    ("timeline", Page::Timeline),
    ("changes", Page::Changes),
    ("tension", Page::Tension),
    ("actors", Page::Actors(None)),
    ("themes", Page::Themes(None)),
    ("statements", Page::Statements),
    ("source", Page::Source(None)),
    ("gaps", Page::Gaps),
    ("compare", Page::Compare),
    ("search", Page::Search),
    ("tray", Page::Tray),
    ("briefs", Page::Brief(None)),
    ("teaching", Page::Teaching(None)),
    ("open", Page::Open),
    ("glossary", Page::Glossary),
    ("about", Page::About),
];

impl Page {
    /// Every page that has no id, in the order of the navigation.
    pub fn kinds() -> impl Iterator<Item = &'static Page> {
        KINDS.iter().map(|(_, page)| page)
    }

    /// The word of the page's kind and its id.
    fn parts(&self) -> (&str, Option<&str>) {
        let id = match self {
            Self::Country(id) | Self::Programme(id) | Self::Statement(id) => Some(id.as_str()),
            Self::Actors(id) | Self::Themes(id) | Self::Source(id) | Self::Brief(id) | Self::Teaching(id) => {
                id.as_deref()
            }
            Self::NotFound(path) => return (path, None),
            _ => None,
        };
        (self.kind(), id)
    }

    /// The word of the page's kind, as the address has it; the same for a page of one thing and the page of all.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Country(_) => "countries",
            Self::Programme(_) => "programmes",
            Self::Statement(_) => "statements",
            Self::Actors(_) => "actors",
            Self::Themes(_) => "themes",
            Self::Source(_) => "source",
            Self::Brief(_) => "briefs",
            Self::Teaching(_) => "teaching",
            plain => KINDS
                .iter()
                .find(|(_, page)| page == plain)
                .map_or("", |(kind, _)| kind),
        }
    }

    fn parse(path: &str) -> Self {
        let not_found = || Self::NotFound(path.to_owned());
        let mut parts = path.split('/').map(percent::decode);
        let (Some(kind), id, None) = (parts.next(), parts.next(), parts.next()) else {
            return not_found();
        };
        let Some(id) = id.filter(|id| !id.is_empty()) else {
            return KINDS
                .iter()
                .find(|(name, _)| *name == kind)
                .map_or_else(not_found, |(_, page)| page.clone());
        };
        match kind.as_str() {
            "countries" => Self::Country(id),
            "programmes" => Self::Programme(id),
            "statements" => Self::Statement(id),
            "actors" => Self::Actors(Some(id)),
            "themes" => Self::Themes(Some(id)),
            "source" => Self::Source(Some(id)),
            "briefs" => Self::Brief(Some(id)),
            "teaching" => Self::Teaching(Some(id)),
            _ => not_found(),
        }
    }

    /// The only link builder: the page alone, with nothing chosen on it.
    pub fn href(&self, style: LinkStyle) -> String {
        match style {
            LinkStyle::App => Url::of(self.clone()).href(),
            LinkStyle::Plain => self
                .plain_file()
                .unwrap_or_else(|| format!("../{}", Url::of(self.clone()).href())),
        }
    }

    /// The file of the plain edition, where the page has one.
    pub fn plain_file(&self) -> Option<String> {
        match self {
            Self::Overview => Some("index.html".to_owned()),
            Self::Country(id) => Some(format!("country-{id}.html")),
            Self::Programme(id) => Some(format!("programme-{id}.html")),
            Self::Routes => Some("routes.html".to_owned()),
            Self::Source(None) => Some("source.html".to_owned()),
            Self::Source(Some(id)) | Self::Statement(id) => Some(format!("source.html#{}", percent::encode(id))),
            Self::Gaps => Some("gaps.html".to_owned()),
            Self::Glossary => Some("glossary.html".to_owned()),
            Self::About => Some("about.html".to_owned()),
            _ => None,
        }
    }
}

/// A page with everything chosen on it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Url {
    /// The page.
    pub page: Page,
    /// The date asked about (the later one).
    pub as_of: Option<AsOf>,
    /// The earlier date to compare with.
    pub vs: Option<AsOf>,
    /// Units compared.
    pub of: Vec<String>,
    /// Differences only.
    pub diff: bool,
    /// Legs or lines closed.
    pub closed: Vec<String>,
    /// Arrangements that count.
    pub counts: Vec<String>,
    /// The note that is open.
    pub note: Option<String>,
    /// The search.
    pub q: String,
    /// The order of a table.
    pub sort: String,
    /// Facets chosen, by facet, sorted.
    pub facets: Vec<(String, Vec<String>)>,
    /// Without chrome.
    pub embed: bool,
    /// A dataset on the same origin.
    pub data: Option<String>,
    /// Id and version of the dataset that a link is for.
    pub d: Option<String>,
}

/// Something in an address that could not be read; the page is shown with its default.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Notice {
    /// The key.
    pub key: String,
    /// What stood there.
    pub found: String,
    /// What may stand there.
    pub expected: &'static str,
}

/// What an address comes to that is longer than any this atlas writes.
fn too_long(length: usize) -> (Url, Vec<Notice>) {
    let notice = Notice {
        key: "address".to_owned(),
        found: format!("{length} characters"),
        expected: "at most 2,000 characters",
    };
    (Url::of(Page::Overview), vec![notice])
}

impl Url {
    /// A page with nothing chosen.
    pub fn of(page: Page) -> Self {
        Self {
            page,
            as_of: None,
            vs: None,
            of: Vec::new(),
            diff: false,
            closed: Vec::new(),
            counts: Vec::new(),
            note: None,
            q: String::new(),
            sort: String::new(),
            facets: Vec::new(),
            embed: false,
            data: None,
            d: None,
        }
    }

    /// Another page in the same setting: the date and the dataset stay, what was chosen on the page goes.
    #[must_use]
    pub fn to(&self, page: Page) -> Self {
        Self {
            as_of: self.as_of,
            vs: self.vs,
            embed: self.embed,
            data: self.data.clone(),
            d: self.d.clone(),
            ..Self::of(page)
        }
    }

    /// The same page with a note open.
    #[must_use]
    pub fn with_note(&self, id: &str) -> Self {
        Self {
            note: Some(id.to_owned()),
            ..self.clone()
        }
    }

    /// Reads a fragment. `None` where it is no route (the skip link's, say).
    pub fn parse(fragment: &str) -> Option<(Self, Vec<Notice>)> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        if fragment.is_empty() {
            return Some((Self::of(Page::Overview), Vec::new()));
        }
        let rest = fragment.strip_prefix('/')?;
        if rest.len() > LONGEST {
            return Some(too_long(rest.len()));
        }
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let mut url = Self::of(Page::parse(path));
        let mut notices = Vec::new();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            url.take(&percent::decode(key), value, &mut notices);
        }
        atlas::order::sort(&mut url.facets);
        // What was written without encoding may be longer once encoded; such an address could not be written back.
        if url.href().len() > LONGEST + "#/".len() {
            return Some(too_long(url.href().len()));
        }
        Some((url, notices))
    }

    fn take(&mut self, key: &str, raw: &str, notices: &mut Vec<Notice>) {
        let value = percent::decode(raw);
        let list = || {
            raw.split(',')
                .map(percent::decode)
                .filter(|id| !id.is_empty())
                .collect::<Vec<_>>()
        };
        let mut bad = |expected| {
            notices.push(Notice {
                key: key.to_owned(),
                found: value.clone(),
                expected,
            })
        };
        match key {
            "as-of" | "vs" => match AsOf::parse(&value) {
                Some(date) if key == "vs" => self.vs = Some(date),
                Some(date) => self.as_of = Some(date),
                None => bad("a year or a month, such as 2005 or 2005-06"),
            },
            "of" if list().len() <= 5 => self.of = list(),
            "of" => bad("one to five countries"),
            "diff" if value == "1" => self.diff = true,
            "embed" if value == "1" => self.embed = true,
            "diff" | "embed" => bad("1, or nothing"),
            "closed" => self.closed = list(),
            "counts" => self.counts = list(),
            "note" if !value.is_empty() => self.note = Some(value),
            "q" => self.q = value,
            "sort" => self.sort = value,
            "data" if !value.is_empty() => self.data = Some(value),
            "d" if !value.is_empty() => self.d = Some(value),
            _ => match key.strip_prefix("f.") {
                // A facet of which nothing is chosen is no choice.
                Some(facet) if !facet.is_empty() && list().is_empty() => {}
                Some(facet) if !facet.is_empty() => self.facets.push((facet.to_owned(), list())),
                _ => bad("a key that this atlas knows"),
            },
        }
    }

    /// The address as a fragment: keys sorted, defaults left out.
    pub fn href(&self) -> String {
        let mut out = String::from("#/");
        let (kind, id) = self.page.parts();
        match &self.page {
            // A bad path is kept as it came, so that an address bar never changes under the reader.
            Page::NotFound(path) => out.push_str(path),
            _ => out.push_str(kind),
        }
        if let Some(id) = id {
            let _ = write!(out, "/{}", percent::encode(id));
        }
        let pairs = self.pairs();
        for (n, (key, value)) in pairs.iter().enumerate() {
            let _ = write!(out, "{}{key}={value}", if n == 0 { '?' } else { '&' });
        }
        out
    }

    /// Encoded pairs, sorted by key.
    fn pairs(&self) -> Vec<(String, String)> {
        let list = |ids: &[String]| ids.iter().map(|id| percent::encode(id)).collect::<Vec<_>>().join(",");
        let one = |text: &Option<String>| text.as_deref().map(percent::encode).unwrap_or_default();
        let date = |date: Option<AsOf>| date.map(|d| d.to_string()).unwrap_or_default();
        let flag = |on: bool| if on { "1".to_owned() } else { String::new() };
        let mut pairs = vec![
            ("as-of".to_owned(), date(self.as_of)),
            ("closed".to_owned(), list(&self.closed)),
            ("counts".to_owned(), list(&self.counts)),
            ("d".to_owned(), one(&self.d)),
            ("data".to_owned(), one(&self.data)),
            ("diff".to_owned(), flag(self.diff)),
            ("embed".to_owned(), flag(self.embed)),
            ("note".to_owned(), one(&self.note)),
            ("of".to_owned(), list(&self.of)),
            ("q".to_owned(), percent::encode(&self.q)),
            ("sort".to_owned(), percent::encode(&self.sort)),
            ("vs".to_owned(), date(self.vs)),
        ];
        pairs.extend(
            self.facets
                .iter()
                .map(|(facet, ids)| (format!("f.{}", percent::encode(facet)), list(ids))),
        );
        pairs.retain(|(_, value)| !value.is_empty());
        atlas::order::sort(&mut pairs);
        pairs
    }
}
