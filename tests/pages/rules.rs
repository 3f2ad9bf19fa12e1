//! What holds on every page, whatever it shows.

use std::collections::{HashMap, HashSet};

use atlas::Dataset;
use atlas::model::{Table, Target};
use partnership_atlas::route::Url;

use crate::html::{Element, Html};

/// Elements that views may write. Anything else came from a text that was not escaped, or wants to be thought about.
const KNOWN: &[&str] = &[
    "a",
    "abbr",
    "article",
    "aside",
    "b",
    "blockquote",
    "button",
    "caption",
    "circle",
    "code",
    "dd",
    "defs",
    "del",
    "desc",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "g",
    "h1",
    "h2",
    "h3",
    "h4",
    "header",
    "i",
    "input",
    "ins",
    "kbd",
    "label",
    "legend",
    "li",
    "line",
    "main",
    "mark",
    "nav",
    "ol",
    "option",
    "output",
    "p",
    "path",
    "pattern",
    "pre",
    "q",
    "rect",
    "section",
    "select",
    "small",
    "span",
    "strong",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "text",
    "textarea",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "tspan",
    "ul",
    "use",
];

/// Elements that end a paragraph where a browser meets them in one.
const BLOCKS: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "details",
    "div",
    "dl",
    "fieldset",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "header",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
];

/// Files beside the app that a page may link to.
const FILES: &[&str] = &[
    "codebook.md",
    "dataset.json",
    "package/datapackage.json",
    atlas::bundle::SCHEMA,
];

/// Everything that is wrong with a page.
pub fn faults(d: &Dataset, html: &Html) -> Vec<String> {
    let mut out = Vec::new();
    headings(html, &mut out);
    ids(html, &mut out);
    holes(html, &mut out);
    for element in html.elements() {
        written(html, element, &mut out);
        if let Some(id) = element.get("data-value").filter(|id| d.find(id).is_none()) {
            out.push(format!("the value \"{id}\" is nothing in the dataset"));
        }
        if matches!(
            element.name.as_str(),
            "a" | "button" | "summary" | "h1" | "h2" | "h3" | "legend" | "caption" | "th"
        ) && element.accessible_name().is_empty()
            // A part of a drawing may be chosen by hand; its mark stands beside it for everybody else.
            && !(element.get("aria-hidden") == Some("true") && element.get("tabindex") == Some("-1"))
        {
            out.push(format!("an empty {}", shown(element)));
        }
    }
    html.named("a").for_each(|a| link(d, a, &mut out));
    out
}

/// The addresses within the atlas that a page links to.
pub fn links(html: &Html) -> impl Iterator<Item = Url> {
    let hrefs = html
        .named("a")
        .filter_map(|a| a.get("href"))
        .filter(|href| href.starts_with("#/"));
    hrefs.filter_map(|href| Url::parse(href).map(|(url, _)| url))
}

fn shown(element: &Element) -> String {
    let attributes: Vec<String> = element
        .attributes
        .iter()
        .map(|(k, v)| format!(" {k}=\"{v}\""))
        .collect();
    format!("<{}{}>", element.name, attributes.concat())
}

/// One first heading, and no step left out on the way down.
fn headings(html: &Html, out: &mut Vec<String>) {
    let first = html.named("h1").count();
    if first != 1 {
        out.push(format!("{first} first headings"));
    }
    // The note stands in the margin and has an outline of its own.
    let in_page = |e: &&Element| html.around(e).any(|outer| outer.name == "main");
    let mut level = 0;
    for heading in html.elements().iter().filter(in_page) {
        let Some(next) = heading.name.strip_prefix('h').and_then(|n| n.parse::<u8>().ok()) else {
            continue;
        };
        if next > level + 1 {
            out.push(format!(
                "a step from h{level} to h{next} at \"{}\"",
                heading.text.trim()
            ));
        }
        level = next;
    }
}

/// Where a dataset lacks what a heading or a list is for, these are left out too.
fn holes(html: &Html, out: &mut Vec<String>) {
    let elements = html.elements();
    let within = |ix: usize, outer: usize| {
        std::iter::successors(elements[ix].parent, |&up| elements[up].parent).any(|up| up == outer)
    };
    let all_in = |outer: usize| (outer + 1..elements.len()).take_while(move |&ix| within(ix, outer));
    let heading = |e: &Element| matches!(e.name.as_str(), "h2" | "h3" | "h4" | "summary");
    for (ix, element) in elements.iter().enumerate() {
        match element.name.as_str() {
            "section" | "details" => {
                let named = all_in(ix).find(|&inner| heading(&elements[inner]));
                if named.is_some_and(|named| elements[named].text.trim() == element.text.trim()) {
                    out.push(format!("nothing but a heading in {}", shown(element)));
                }
            }
            "ul" | "ol" | "dl" | "tbody" | "li" | "dd" => {
                let named = all_in(ix).any(|inner| elements[inner].get("aria-label").is_some());
                if element.text.trim().is_empty() && !named {
                    out.push(format!("an empty {}", shown(element)));
                }
            }
            name if heading(element) => {
                let last = all_in(ix).last().unwrap_or(ix);
                if elements
                    .get(last + 1)
                    .is_some_and(|next| next.name == name && next.parent == element.parent)
                {
                    out.push(format!("nothing but a heading before {}", shown(element)));
                }
            }
            _ => {}
        }
    }
}

/// Ids stand once, and what refers to one finds it.
fn ids(html: &Html, out: &mut Vec<String>) {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for id in html.elements().iter().filter_map(|e| e.get("id")) {
        *seen.entry(id).or_default() += 1;
        if id.is_empty() || id.contains(char::is_whitespace) {
            out.push(format!("the id \"{id}\" cannot be referred to"));
        }
    }
    out.extend(
        seen.iter()
            .filter(|(_, n)| **n > 1)
            .map(|(id, n)| format!("the id {id} stands {n} times")),
    );
    let known: HashSet<&str> = seen.into_keys().collect();
    for element in html.elements() {
        let mut needed: Vec<&str> = Vec::new();
        for attribute in ["aria-labelledby", "aria-describedby", "for"] {
            needed.extend(element.get(attribute).iter().flat_map(|ids| ids.split_whitespace()));
        }
        // What is folded away may not be there yet.
        if element.get("aria-expanded") != Some("false") {
            needed.extend(
                element
                    .get("aria-controls")
                    .iter()
                    .flat_map(|ids| ids.split_whitespace()),
            );
        }
        let urls = element
            .attributes
            .iter()
            .filter_map(|(_, v)| v.strip_prefix("url(#")?.strip_suffix(')'));
        let uses = element
            .get("href")
            .filter(|_| element.name == "use")
            .and_then(|href| href.strip_prefix('#'));
        for id in needed
            .into_iter()
            .chain(urls)
            .chain(uses)
            .filter(|id| !known.contains(id))
        {
            out.push(format!("{} refers to \"{id}\", which is not there", shown(element)));
        }
    }
}

/// What an element may be, hold and carry.
fn written(html: &Html, element: &Element, out: &mut Vec<String>) {
    if !KNOWN.contains(&element.name.as_str()) {
        out.push(format!("an unknown element {}", shown(element)));
    }
    for (name, value) in &element.attributes {
        let code = value.trim_start().to_ascii_lowercase().starts_with("javascript:");
        if name == "style" || name.starts_with("on") || name == "srcdoc" || code {
            out.push(format!("an attribute that the policy blocks: {}", shown(element)));
        }
    }
    let mut around = html.around(element).map(|outer| outer.name.as_str());
    let parent = html.around(element).next().map_or("", |outer| outer.name.as_str());
    let fits = match element.name.as_str() {
        "li" => matches!(parent, "ul" | "ol"),
        "dt" | "dd" => matches!(parent, "dl" | "div"),
        "tr" => matches!(parent, "thead" | "tbody"),
        "td" | "th" => parent == "tr",
        "summary" => parent == "details",
        "figcaption" => parent == "figure",
        "a" | "button" => !around.any(|outer| matches!(outer, "a" | "button" | "summary")),
        block if BLOCKS.contains(&block) => !around.any(|outer| matches!(outer, "p" | "span" | "h1" | "h2" | "h3")),
        _ => true,
    };
    if !fits {
        out.push(format!("{} within {parent}", shown(element)));
    }
    if matches!(parent, "ul" | "ol") && element.name != "li" {
        out.push(format!("{} in a list", shown(element)));
    }
}

/// Where a link may lead: within the atlas, to the content, to a file of the site, or to an https address.
fn link(d: &Dataset, a: &Element, out: &mut Vec<String>) {
    let Some(href) = a.get("href") else {
        return out.push(format!("a link to nowhere: {}", shown(a)));
    };
    if href.starts_with("#/") {
        let Some((url, notices)) = Url::parse(href) else {
            return out.push(format!("{href} is no address"));
        };
        if !notices.is_empty() {
            out.push(format!("{href}: {notices:?}"));
        }
        if url.href() != href {
            out.push(format!("{href} is written {} elsewhere", url.href()));
        }
        let ids = url.note.iter().chain(&url.of).chain(&url.closed);
        out.extend(
            ids.filter(|id| d.find(id).is_none())
                .map(|id| format!("{href}: there is no {id}")),
        );
    } else if !(href.starts_with("https://")
        || href == "#content"
        || FILES.contains(&href)
        || href.strip_prefix("plain/").is_some_and(|file| is_plain(d, file)))
    {
        out.push(format!("a link out of the site: {}", shown(a)));
    }
}

/// Whether the plain edition of a dataset has a file.
fn is_plain(d: &Dataset, file: &str) -> bool {
    let entity = |id: &str, table| matches!(d.find(id), Some(Target::Entity(ix)) if d.entity(ix).table == table);
    let (file, anchor) = file.split_once('#').unwrap_or((file, ""));
    if !anchor.is_empty() && d.find(anchor).is_none() {
        return false;
    }
    match file.strip_suffix(".html") {
        Some("index" | "source" | "gaps" | "about") => true,
        Some("glossary") => !d.glossary().is_empty(),
        Some("routes") => d.table(Table::Line).next().is_some(),
        Some(other) => {
            let country = other.strip_prefix("country-").map(|id| entity(id, Table::Country));
            let programme = other.strip_prefix("programme-").map(|id| entity(id, Table::Programme));
            country.or(programme).unwrap_or_default()
        }
        None => false,
    }
}
