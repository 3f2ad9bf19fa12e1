//! The pages: the kind and id at the head of an address, both ways. Left out: what is chosen on a page, which is [`Url`]'s.

use super::{Url, percent};

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
    Notes,
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
    ("tray", Page::Notes),
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
    pub(super) fn parts(&self) -> (&str, Option<&str>) {
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

    /// The page of a path; what is none is kept as it came.
    pub(super) fn parse(path: &str) -> Self {
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
