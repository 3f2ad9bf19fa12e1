//! Every page of the datasets, rendered natively as the plain edition and pre-rendering do: what holds on all of them, and what
//! an address that leads nowhere gets. How a page behaves is tried in real browsers (`tests/e2e`).

#![recursion_limit = "512"]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

#[path = "support/datasets.rs"]
mod datasets;
#[path = "support/golden.rs"]
mod golden;
#[path = "support/html.rs"]
mod html;
#[path = "pages/notes.rs"]
mod notes;
#[path = "pages/plain.rs"]
mod plain;
#[path = "pages/proof.rs"]
mod proof;
#[path = "pages/rules.rs"]
mod rules;
#[path = "pages/said.rs"]
mod said;
#[path = "pages/silence.rs"]
mod silence;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use atlas::Dataset;
use atlas::model::Table;
use html::Html;
use leptos::prelude::*;
use partnership_atlas::route::{LinkStyle, Page, Url};
use partnership_atlas::state::Atlas;
use partnership_atlas::{App, open, place_at};

/// The heading of the page for an address that leads nowhere.
const NO_PAGE: &str = "No such page";

fn opened(json: &str) -> Arc<Dataset> {
    open(json).unwrap_or_else(|problems| panic!("{} problems", problems.len()))
}

fn real() -> Arc<Dataset> {
    opened(&datasets::real_json())
}

fn harbours() -> Arc<Dataset> {
    opened(&datasets::harbours_json())
}

fn ferries() -> Arc<Dataset> {
    opened(&datasets::ferries_json())
}

fn example() -> Arc<Dataset> {
    opened(&datasets::example_json())
}

/// Every dataset of the repository.
fn all() -> Vec<Arc<Dataset>> {
    let json = [datasets::template_json(), datasets::trial_json()];
    let rest = json.iter().map(|json| opened(json));
    [real(), example(), harbours(), ferries()]
        .into_iter()
        .chain(rest)
        .collect()
}

/// The whole app at an address.
fn rendered(d: &Arc<Dataset>, fragment: &str) -> Html {
    let dataset = d.clone();
    let owner = Owner::new();
    let html = owner.with(|| {
        let (atlas, place) = (Atlas::new(dataset.clone()), place_at(fragment, &dataset));
        view! { <App atlas=atlas place=place /> }.to_html()
    });
    drop(owner);
    Html::read(&html)
}

fn heading(page: &Html) -> String {
    page.named("h1").map(|h1| h1.text.trim().to_owned()).collect()
}

/// Every page that a dataset has: those without an id, and one for each thing that has a page.
fn pages(d: &Dataset) -> Vec<Page> {
    let mut pages: Vec<Page> = Page::kinds().cloned().collect();
    let id = |ix| d.entity(ix).id.clone();
    pages.extend(d.table(Table::Country).map(id).map(Page::Country));
    pages.extend(d.table(Table::Programme).map(id).map(Page::Programme));
    let briefs = d.table(Table::Country).chain(d.table(Table::Programme)).map(id);
    let lines = d.table(Table::Line).next().map(|_| "routes".to_owned());
    pages.extend(briefs.chain(lines).map(|id| Page::Brief(Some(id))));
    pages.extend((2..=atlas::views::SETS).map(|n| Page::Teaching(Some(n.to_string()))));
    pages.extend(d.table(Table::Theme).map(|ix| Page::Themes(Some(id(ix)))));
    let others = [Table::Actor, Table::Place, Table::Document];
    pages.extend(
        others
            .into_iter()
            .flat_map(|t| d.table(t))
            .map(|ix| Page::Actors(Some(id(ix)))),
    );
    pages.extend(d.statements().map(|ix| Page::Statement(d.statement(ix).id.clone())));
    pages.extend(d.paragraphs().map(|ix| Page::Source(Some(d.paragraph(ix).id.clone()))));
    pages
}

/// Renders every page, checks it, and checks that every link leads to one of them. Returns the headings by page.
fn check_all(d: &Arc<Dataset>) -> HashMap<Page, String> {
    let mut faults = Vec::new();
    let mut linked: HashMap<Page, Page> = HashMap::new();
    let mut headings = HashMap::new();
    for page in pages(d) {
        let html = rendered(d, &page.href(LinkStyle::App));
        faults.extend(
            rules::faults(d, &html)
                .into_iter()
                .map(|fault| format!("{page:?}: {fault}")),
        );
        for target in rules::links(&html) {
            linked.entry(target.page).or_insert_with(|| page.clone());
        }
        headings.insert(page, heading(&html));
    }
    for (target, from) in linked {
        if headings.get(&target).is_none_or(|heading| heading == NO_PAGE) {
            faults.push(format!("{from:?}: a link to {target:?}, where no page is"));
        }
    }
    faults.sort();
    // A fault of one kind on every page is told once.
    let kind = |fault: &String| {
        fault
            .split_once(": ")
            .map_or(fault.as_str(), |(_, what)| what)
            .chars()
            .take(48)
            .collect::<String>()
    };
    let mut told = BTreeSet::new();
    let first: Vec<&String> = faults
        .iter()
        .filter(|fault| told.insert(kind(fault)))
        .take(40)
        .collect();
    assert!(
        faults.is_empty(),
        "{} faults on {} pages\n{first:#?}",
        faults.len(),
        headings.len()
    );
    headings
}

fn missing(headings: &HashMap<Page, String>) -> BTreeSet<&'static str> {
    let missing = headings.iter().filter(|(_, heading)| *heading == NO_PAGE);
    missing.map(|(page, _)| page.kind()).collect()
}

#[test]
fn every_page_of_the_real_dataset_keeps_the_rules() {
    let headings = check_all(&real());
    assert_eq!(missing(&headings), BTreeSet::new());
}

#[test]
fn every_page_of_the_invented_dataset_keeps_the_rules() {
    let headings = check_all(&harbours());
    // Without lines there are no supply routes, without lenses no tension; nothing links there, and the rest works.
    assert_eq!(missing(&headings), BTreeSet::from(["routes", "tension"]));
}

#[test]
fn every_page_of_the_invented_dataset_with_a_line_keeps_the_rules() {
    let headings = check_all(&ferries());
    assert_eq!(missing(&headings), BTreeSet::from(["tension"]));
}

#[test]
fn every_page_of_the_example_keeps_the_rules() {
    let headings = check_all(&example());
    assert_eq!(missing(&headings), BTreeSet::new());
}

#[test]
fn every_page_of_the_template_keeps_the_rules() {
    let headings = check_all(&opened(&datasets::template_json()));
    assert_eq!(missing(&headings), BTreeSet::from(["compare", "glossary", "tension"]));
}

#[test]
fn every_page_of_what_a_new_author_made_keeps_the_rules() {
    let d = opened(&datasets::trial_json());
    assert!(d.warnings().is_empty(), "{:?}", d.warnings());
    assert_eq!(missing(&check_all(&d)), BTreeSet::new());
}

#[test]
fn a_dataset_that_leaves_out_all_it_may_has_pages_without_holes() {
    let headings = check_all(&opened(&datasets::bare_json()));
    assert_eq!(
        missing(&headings),
        BTreeSet::from(["compare", "glossary", "programmes", "routes", "tension", "timeline"])
    );
}

#[test]
fn the_example_is_offered_where_a_dataset_is_opened() {
    let (d, other) = (real(), example());
    let html = rendered(&d, "#/open");
    let title = &other.about().title;
    let hrefs: Vec<&str> = html
        .named("a")
        .filter(|a| a.text == *title)
        .filter_map(|a| a.get("href"))
        .collect();
    let path = format!("{}/dataset.json", datasets::EXAMPLE);
    let url = Url::parse(hrefs[0]).expect("an address").0;
    assert_eq!((hrefs.len(), url.page, url.data), (1, Page::Overview, Some(path)));
}

#[test]
fn what_is_chosen_on_a_page_keeps_the_rules() {
    let d = real();
    let countries: Vec<&str> = d.countries().into_iter().map(|ix| d.entity(ix).id.as_str()).collect();
    let (one, five) = (countries[0], countries.join(","));
    let mut faults = Vec::new();
    for fragment in [
        "#/?as-of=2005-06".to_owned(),
        "#/?as-of=1990".to_owned(),
        "#/?as-of=2012".to_owned(),
        "#/programmes?as-of=2007&vs=2008".to_owned(),
        "#/routes?as-of=2005-06".to_owned(),
        "#/changes?as-of=2008&vs=2007".to_owned(),
        "#/changes?as-of=2007&vs=2008".to_owned(),
        format!("#/countries/{one}?as-of=2004"),
        format!("#/compare?of={one}"),
        format!("#/compare?diff=1&of={five}"),
        format!("#/compare?as-of=2008&of={one}&vs=2004"),
        format!("#/timeline?f.country={one}"),
        "#/routes?closed=northern-leg-russia&counts=agreed".to_owned(),
        "#/statements?q=transit&sort=date".to_owned(),
        "#/?embed=1".to_owned(),
    ] {
        let html = rendered(&d, &fragment);
        faults.extend(
            rules::faults(&d, &html)
                .into_iter()
                .map(|fault| format!("{fragment}: {fault}")),
        );
        assert_ne!(heading(&html), NO_PAGE, "{fragment}");
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn an_address_that_leads_nowhere_says_so_and_names_the_nearest_page() {
    let d = harbours();
    for (fragment, nearest) in [
        ("#/countries/aldhavn", "#/countries/aldhaven"),
        ("#/programmes/lantern-revue", "#/programmes/lantern-review"),
        ("#/statments", "#/statements"),
        ("#/about/us", "#/about"),
        ("#/statements/no-such-statement", "#/statements"),
        ("#/actors/aldhaven/extra", "#/actors"),
        ("#/source/9.none.1", "#/source"),
        ("#/themes/aldhaven", "#/countries/aldhaven"),
        ("#/actors/aldhaven", "#/countries/aldhaven"),
        ("#/tension", "#/"),
        ("#/%3Cscript%3Ealert(1)%3C%2Fscript%3E", ""),
    ] {
        let html = rendered(&d, fragment);
        assert_eq!(heading(&html), NO_PAGE, "{fragment}");
        assert_eq!(rules::faults(&d, &html), Vec::<String>::new(), "{fragment}");
        let main = html.by_id("content").expect("the content");
        let links: Vec<&str> = html
            .named("a")
            .filter(|a| html.around(a).any(|outer| outer.get("id") == main.get("id")))
            .filter_map(|a| a.get("href"))
            .collect();
        if !nearest.is_empty() {
            assert!(links.contains(&nearest), "{fragment}: {links:?}");
        }
        assert!(!links.is_empty(), "{fragment}");
    }
}

#[test]
fn what_could_not_be_read_is_noticed_and_the_page_shown() {
    let d = harbours();
    let notices = |html: &Html| -> Vec<String> {
        let lists = html.elements().iter().filter(|e| e.get("class") == Some("notice"));
        lists.map(|e| e.text.clone()).collect()
    };
    for (fragment, key) in [
        ("#/?as-of=soon", "as-of"),
        ("#/countries/aldhaven?vs=2005-13", "vs"),
        ("#/gaps?nonsense=1", "nonsense"),
        ("#/about?embed=<b>", "embed"),
    ] {
        let html = rendered(&d, fragment);
        assert_ne!(heading(&html), NO_PAGE);
        assert_eq!(rules::faults(&d, &html), Vec::<String>::new(), "{fragment}");
        let said = notices(&html);
        assert!(said.len() == 1 && said[0].contains(key), "{fragment}: {said:?}");
    }
    assert!(notices(&rendered(&d, "#/")).is_empty());
    assert_eq!(notices(&rendered(&d, &format!("#/?q={}", "x".repeat(3_000)))).len(), 1);
}

#[test]
fn a_dataset_that_opens_with_warnings_lists_them() {
    let mut bundle: serde_json::Value = serde_json::from_str(&datasets::harbours_json()).unwrap();
    bundle["format"] = "partnership-atlas/1.7".into();
    bundle["themes"][0]["mood"] = "merry".into();
    let main_text = |d: Arc<Dataset>| {
        rendered(&d, "#/open")
            .named("main")
            .next()
            .expect("a main")
            .text
            .clone()
    };
    let text = main_text(opened(&bundle.to_string()));
    let warned = "Warnings of the open dataset";
    for part in [
        warned,
        "mood",
        "a field this version does not know",
        "Copy the list as text",
    ] {
        assert!(text.contains(part), "{part}");
    }
    assert!(!main_text(harbours()).contains(warned));
}

#[test]
fn the_year_of_writing_shows_what_is_shown_by_default() {
    let d = real();
    let shown = |fragment: &str| -> Vec<String> {
        let html = rendered(&d, fragment);
        html.elements()
            .iter()
            .filter(|e| matches!(e.get("class"), Some("shown" | "step-words" | "permission" | "legs")))
            .map(|e| e.text.clone())
            .collect()
    };
    for kind in ["", "programmes", "routes", "countries"] {
        let default = shown(&format!("#/{kind}"));
        assert!(default.len() > 10, "{kind}: {}", default.len());
        assert_eq!(shown(&format!("#/{kind}?as-of=2008")), default, "{kind}");
        assert_eq!(shown(&format!("#/{kind}?as-of=2008-12")), default, "{kind}");
        assert_ne!(shown(&format!("#/{kind}?as-of=2001")), default, "{kind}");
    }
}

#[test]
fn the_dataset_shows_nothing_of_another() {
    // Words, names and titles are the dataset's own: none of the real one's may stand on a page of an invented one.
    let other = real();
    let names: Vec<&str> = [Table::Country, Table::Programme, Table::Line]
        .into_iter()
        .flat_map(|table| other.table(table))
        .map(|ix| other.entity(ix).name.as_str())
        .chain([other.texts().units.as_str(), other.short_title()])
        .collect();
    let every = [harbours(), example()]
        .into_iter()
        .flat_map(|d| pages(&d).into_iter().map(move |page| (d.clone(), page)));
    for (d, page) in every {
        let html = rendered(&d, &page.href(LinkStyle::App));
        let text: String = html
            .elements()
            .iter()
            .filter(|e| e.parent.is_none())
            .map(|e| e.text.as_str())
            .collect();
        for name in &names {
            assert!(!text.contains(name), "{page:?} says {name}");
        }
    }
}
