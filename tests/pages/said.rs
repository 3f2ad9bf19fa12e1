//! What the pages of the example say, kept in `tests/golden`: a change of words, of links or of what is drawn is then seen in
//! review, on every page that it reaches.

use partnership_atlas::route::{LinkStyle, Page};

use crate::html::{Element, Html};
use crate::{example, golden, pages, rendered};

/// Elements that stand in a line with others.
const INLINE: [&str; 16] = [
    "a", "abbr", "b", "button", "cite", "em", "i", "label", "mark", "output", "q", "small", "span", "strong", "sup",
    "time",
];

/// How an element stands or is drawn: its attributes that are coordinates.
const DRAWN: [&str; 16] = [
    "cx",
    "cy",
    "d",
    "height",
    "points",
    "r",
    "rx",
    "style",
    "transform",
    "viewBox",
    "width",
    "x",
    "x1",
    "x2",
    "y1",
    "y2",
];

/// Pages that are kept: of each kind one or two, and not those that show the same in another order.
fn is_kept(page: &Page) -> bool {
    let id = |id: &String, kept: &[&str]| kept.contains(&id.as_str());
    match page {
        Page::Country(one) => id(one, &["corvane", "dunmarrow"]),
        Page::Programme(one) => id(one, &["shared-catalogue", "merrow-bindery"]),
        Page::Brief(Some(one)) => id(one, &["corvane", "standing-exchange", "routes"]),
        Page::Statement(one) => id(one, &["corvane-withdrawal", "flood-as-stocktaking", "van-round"]),
        Page::Source(Some(one)) => id(one, &["2.boat.2"]),
        Page::Actors(Some(one)) => id(one, &["lending-chain", "rule-of-return"]),
        Page::Teaching(Some(one)) => id(one, &["4"]),
        Page::Themes(Some(one)) => id(one, &["care-of-books"]),
        Page::Open | Page::Search | Page::Notes | Page::Countries | Page::Source(None) | Page::Glossary => false,
        _ => true,
    }
}

/// A page as lines: what stands in each block, where its links lead, what is drawn.
fn lines(html: &Html) -> String {
    let all = html.elements();
    let main = all
        .iter()
        .position(|element| element.get("id") == Some("content"))
        .expect("the contents");
    let is_within = |element: &Element| html.around(element).any(|outer| std::ptr::eq(outer, &all[main]));
    let is_hidden = |element: &Element| {
        html.around(element)
            .any(|outer| outer.get("aria-hidden") == Some("true"))
    };
    let mut out = String::new();
    for element in all[main..].iter().filter(|element| is_within(element)) {
        let name = element.name.as_str();
        // Signs are small pictures that stand beside their words.
        let is_sign = |e: &Element| e.get("viewBox").is_some_and(|view| view == "0 0 14 14");
        if is_sign(element) || html.around(element).any(is_sign) {
            continue;
        }
        let drawn: Vec<String> = DRAWN
            .iter()
            .filter_map(|key| Some(format!("{key}={}", element.get(key)?)))
            .collect();
        if !drawn.is_empty() {
            out.push_str(&format!("    {name} {}\n", drawn.join(" ")));
        }
        if let Some(href) = element.get("href") {
            out.push_str(&format!("    -> {href}\n"));
        }
        let holds_blocks = all.iter().any(|inner| {
            !INLINE.contains(&inner.name.as_str())
                && html
                    .around(inner)
                    .next()
                    .is_some_and(|outer| std::ptr::eq(outer, element))
        });
        if INLINE.contains(&name) || holds_blocks || is_hidden(element) || element.text.trim().is_empty() {
            continue;
        }
        let text: Vec<&str> = element.text.split_whitespace().collect();
        out.push_str(&format!("{name}: {}\n", text.join(" ")));
    }
    out
}

#[test]
fn pages_say_what_they_said() {
    let d = example();
    let days = [
        "#/countries/corvane?as-of=1972",
        "#/programmes?as-of=1970",
        "#/routes?as-of=1969",
        "#/changes?as-of=1975&vs=1965",
        "#/compare?as-of=1971",
    ];
    let of_page = pages(&d).into_iter().filter(is_kept);
    let addresses = of_page
        .map(|page| page.href(LinkStyle::App))
        .chain(days.map(str::to_owned));
    let mut changed = Vec::new();
    for address in addresses {
        let name: String = address
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
            .collect();
        let name = match name.trim_matches('-') {
            "" => "page-overview".to_owned(),
            name => format!("page-{name}"),
        };
        let said = lines(&rendered(&d, &address));
        if std::panic::catch_unwind(|| golden::assert_snapshot(&name, &said)).is_err() {
            changed.push(address);
        }
    }
    assert!(changed.is_empty(), "other than their snapshots: {}", changed.join(", "));
}
