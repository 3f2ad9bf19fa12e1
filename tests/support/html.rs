//! A reader of the HTML that views write natively: elements with their attributes, their parents and what they say.
//!
//! Strict, because what is read here is later parsed by browsers from pre-rendered files: every element is closed where it must
//! be, every attribute stands in quotes. Left out: documents from elsewhere.

/// An element.
#[derive(Debug)]
pub struct Element {
    /// Its name.
    pub name: String,
    /// Its attributes, decoded, in order.
    pub attributes: Vec<(String, String)>,
    /// The element around it, by its place.
    pub parent: Option<usize>,
    /// The text in it that screen readers come to: without what is hidden from them.
    pub text: String,
}

impl Element {
    /// An attribute's value.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, value)| value.as_str())
    }

    /// What it is called: its label, else its text.
    pub fn accessible_name(&self) -> &str {
        self.get("aria-label").unwrap_or(&self.text).trim()
    }
}

/// Elements that have no end.
const VOID: &[&str] = &["br", "hr", "img", "input", "link", "meta", "wbr"];

/// A document read, elements in the order they begin.
#[derive(Debug, Default)]
pub struct Html(Vec<Element>);

impl Html {
    /// Reads what a view wrote.
    ///
    /// # Panics
    /// Where it is not well formed, with the place.
    #[track_caller]
    pub fn read(html: &str) -> Self {
        let mut this = Self::default();
        let mut open: Vec<usize> = Vec::new();
        let mut rest = html;
        while !rest.is_empty() {
            let at = &rest[..rest.len().min(80).min(floor(rest, 80))];
            if let Some(after) = rest.strip_prefix("<!--") {
                rest = after
                    .split_once("-->")
                    .unwrap_or_else(|| panic!("a comment without end: {at}"))
                    .1;
            } else if let Some(after) = rest.strip_prefix("<!>") {
                rest = after;
            } else if let Some(after) = rest.strip_prefix("</") {
                let (name, after) = after
                    .split_once('>')
                    .unwrap_or_else(|| panic!("an end without end: {at}"));
                let last = open.pop().unwrap_or_else(|| panic!("nothing is open: {at}"));
                assert_eq!(this.0[last].name, name, "elements cross: {at}");
                rest = after;
            } else if let Some(after) = rest.strip_prefix('<') {
                let (element, after, closed) = element(after, open.last().copied());
                let ends = closed || VOID.contains(&element.name.as_str());
                this.0.push(element);
                if !ends {
                    open.push(this.0.len() - 1);
                }
                rest = after;
            } else {
                let (text, after) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
                this.say(&decoded(text), &open);
                rest = after;
            }
        }
        let left: Vec<&str> = open.iter().map(|&ix| this.0[ix].name.as_str()).collect();
        assert!(left.is_empty(), "never closed: {left:?}");
        this
    }

    fn say(&mut self, text: &str, open: &[usize]) {
        let hidden = |ix: &usize| self.0[*ix].get("aria-hidden") == Some("true");
        let from = open.iter().rposition(hidden).map_or(0, |n| n + 1);
        open[from..].iter().for_each(|&ix| self.0[ix].text.push_str(text));
    }

    /// All elements, in the order they begin.
    pub fn elements(&self) -> &[Element] {
        &self.0
    }

    /// The elements of a name.
    pub fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.0.iter().filter(move |element| element.name == name)
    }

    /// The element of an id.
    pub fn by_id(&self, id: &str) -> Option<&Element> {
        self.0.iter().find(|element| element.get("id") == Some(id))
    }

    /// The elements around one, the nearest first.
    pub fn around<'a>(&'a self, element: &'a Element) -> impl Iterator<Item = &'a Element> {
        std::iter::successors(element.parent.map(|ix| &self.0[ix]), |outer| {
            outer.parent.map(|ix| &self.0[ix])
        })
    }
}

/// The largest place at most `most` that is between characters.
fn floor(text: &str, most: usize) -> usize {
    (0..=most.min(text.len()))
        .rev()
        .find(|&n| text.is_char_boundary(n))
        .unwrap_or(0)
}

/// Reads an element whose `<` has been read: itself, what comes after, whether it closed itself.
#[track_caller]
fn element(text: &str, parent: Option<usize>) -> (Element, &str, bool) {
    let at = &text[..floor(text, 120)];
    let end = text
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .unwrap_or(text.len());
    let (name, mut rest) = text.split_at(end);
    assert!(!name.is_empty(), "a < that begins nothing: <{at}");
    let mut attributes: Vec<(String, String)> = Vec::new();
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix("/>") {
            return (new(name, attributes, parent), after, true);
        }
        if let Some(after) = rest.strip_prefix('>') {
            return (new(name, attributes, parent), after, false);
        }
        let end = rest
            .find(['=', '>', ' '])
            .unwrap_or_else(|| panic!("an element without end: <{at}"));
        let (key, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(value) => value
                .split_once('"')
                .unwrap_or_else(|| panic!("a value without end: <{at}")),
            None => ("", after),
        };
        assert!(attributes.iter().all(|(k, _)| k != key), "{key} stands twice: <{at}");
        attributes.push((key.to_owned(), decoded(value)));
        rest = after;
    }
}

fn new(name: &str, attributes: Vec<(String, String)>, parent: Option<usize>) -> Element {
    Element {
        name: name.to_owned(),
        attributes,
        parent,
        text: String::new(),
    }
}

fn decoded(text: &str) -> String {
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'");
    text.replace("&#39;", "'").replace("&amp;", "&")
}
