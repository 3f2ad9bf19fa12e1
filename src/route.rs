//! The address of everything: one typed enum, parsed and written here and nowhere else.
//!
//! The state lives in the fragment (`#/countries/examplia?as-of=2005-06&note=id`), so that one build works on any static host
//! and from a file. Bad values are kept as notices, never as panics. What became of an address on its way is undone in `arriving`.
//! Left out: whether an id exists, which the dataset knows.

mod arriving;
mod facets;
mod page;
mod percent;

use std::fmt::Write as _;

use atlas::AsOf;

pub use self::arriving::NO_PAGE;
pub use self::page::{LinkStyle, Page};

/// Longest fragment read or written, in bytes.
pub const LONGEST: usize = 2_000;

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
    /// What the map shows, where that is not what the page opens on: the tiers or a group of permissions, by its id.
    pub map: Option<String>,
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
            map: None,
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

    /// The same page with another thing on its map; `None` for what the page opens on.
    #[must_use]
    pub fn with_map(&self, layer: Option<&str>) -> Self {
        Self {
            map: layer.map(str::to_owned),
            ..self.clone()
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

    /// Reads a fragment as this atlas writes it. `None` where it is no route (the skip link's, say).
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
            "of" => bad("one to five to compare"),
            "diff" if value == "1" => self.diff = true,
            "embed" if value == "1" => self.embed = true,
            "diff" | "embed" => bad("1, or nothing"),
            "closed" => self.closed = list(),
            "counts" => self.counts = list(),
            "map" if !value.is_empty() => self.map = Some(value),
            "map" => bad("what the map can show, such as tiers"),
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
            ("map".to_owned(), one(&self.map)),
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
