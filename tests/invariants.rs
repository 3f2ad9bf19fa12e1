//! What the source text must not contain: the invariants of ARCHITECTURE.md that a look at the text can keep.
//!
//! Each rule says why. What a text cannot show (that a component sorts nothing, that a list has an order) is for review and for
//! the other tests.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

#[path = "support/datasets.rs"]
mod datasets;
#[path = "invariants/scan.rs"]
mod scan;

use std::collections::BTreeMap;

use atlas::model::Dataset;
use scan::{Source, declarations, files, is_colour, occurrences, quoted, words_at};

/// Fails with every place where a rule is broken.
#[track_caller]
fn none(rule: &str, places: Vec<String>) {
    assert!(places.is_empty(), "{rule}\n{}", places.join("\n"));
}

#[test]
fn the_browser_is_called_in_one_folder() {
    let app = files("src", "rs");
    let elsewhere = app
        .iter()
        .filter(|s| !s.path.starts_with("src/browser/") && s.path != "src/browser.rs");
    let banned = ["web_sys", "js_sys", "wasm_bindgen"];
    none(
        "the browser's interfaces are called in src/browser",
        occurrences(elsewhere, &banned),
    );
    let edge = app.iter().filter(|s| s.path.starts_with("src/browser/"));
    assert!(
        !occurrences(edge, &banned).is_empty(),
        "the folder that calls them has moved: mend this test"
    );
}

#[test]
fn views_are_written_on_the_one_element() {
    let views = files("src", "rs").into_iter().map(Source::without_comments);
    let typed = views
        .filter(|s| s.text.contains("view! {") && !s.text.contains("use markup::view;"))
        .map(|s| s.path)
        .collect();
    none(
        "`use markup::view;` beside Leptos's prelude: its own macro gives every element a type (docs/decisions.md)",
        typed,
    );
}

#[test]
fn the_domain_knows_no_leptos_and_no_browser() {
    let mut sources = Vec::new();
    for folder in ["crates/atlas", "crates/evidence"] {
        sources.extend(files(folder, "rs"));
        sources.extend(files(folder, "toml"));
    }
    let banned = [
        "leptos",
        "web_sys",
        "web-sys",
        "js_sys",
        "js-sys",
        "wasm_bindgen",
        "wasm-bindgen",
    ];
    let code: Vec<Source> = sources.into_iter().map(Source::without_comments).collect();
    none(
        "the domain knows neither Leptos nor the browser",
        occurrences(&code, &banned),
    );
}

#[test]
fn the_domain_does_no_io_and_reads_no_clock() {
    let banned = [
        "std::fs",
        "std::io",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "std::time",
        "SystemTime",
        "Instant::now",
        "println!",
        "eprintln!",
        "include_str!",
        "include_bytes!",
    ];
    for folder in ["crates/atlas/src", "crates/evidence/src"] {
        none(
            "whoever has text hands it in",
            occurrences(&files(folder, "rs"), &banned),
        );
    }
}

#[test]
fn views_write_no_style_and_no_raw_html() {
    let mut places = occurrences(&files("src", "rs"), &["inner_html", "set_inner_html", "srcdoc"]);
    for source in files("src", "rs") {
        for (n, line) in source.text.lines().enumerate() {
            // `style:` before a letter is Leptos's; before a space it is a parameter's type.
            let directive = line
                .split("style:")
                .skip(1)
                .any(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase() || c == '-'));
            let attribute = line.split("style=").count() > 1 && !line.trim_start().starts_with("//");
            if directive || attribute {
                places.push(format!("{}:{}: {}", source.path, n + 1, line.trim()));
            }
        }
    }
    none(
        "styles are blocked by the policy once pre-rendered: use classes and SVG attributes",
        places,
    );
}

#[test]
fn literals_of_colour_and_type_stand_in_one_file() {
    let mut places = Vec::new();
    for sheet in files("styles", "css")
        .into_iter()
        .filter(|s| s.path != "styles/tokens.css")
    {
        for (property, value) in declarations(&sheet.text) {
            let sized = matches!(property.as_str(), "font" | "font-size") && value.contains("px");
            if is_colour(&value) || sized {
                places.push(format!("{}: {property}: {value}", sheet.path));
            }
        }
    }
    for source in files("src", "rs") {
        places.extend(
            quoted(&source.text)
                .filter(|text| is_colour(text))
                .map(|text| format!("{}: \"{text}\"", source.path)),
        );
    }
    none("colours and sizes of type are tokens (styles/tokens.css)", places);
    let tokens = datasets::read("styles/tokens.css");
    assert!(
        declarations(&tokens).any(|(_, value)| is_colour(&value)),
        "the tokens have moved: mend this test"
    );
}

/// Which layer uses which: `tests/modules.rs`.
#[test]
fn layers_without_domain_or_leptos_have_none() {
    let app = files("src", "rs");
    let layer = |name: &str| {
        let (file, folder) = (format!("src/{name}.rs"), format!("src/{name}/"));
        app.iter()
            .filter(move |s| s.path == file || s.path.starts_with(&folder))
    };
    for (name, banned) in [
        ("ui", ["atlas::", "Dataset"].as_slice()),
        ("route", &["leptos"]),
        ("browser", &["atlas::model", "Dataset"]),
    ] {
        assert!(layer(name).count() > 0, "the layer {name} has moved: mend this test");
        none(name, occurrences(layer(name), banned));
    }
}

#[test]
fn addresses_are_made_in_one_file() {
    let app = files("src", "rs");
    let elsewhere = app.iter().filter(|s| s.path != "src/route.rs");
    none(
        "links are made by route::Url and Page::href",
        occurrences(elsewhere, &["\"#/", "location.search", ".search()"]),
    );
    let boot = files("public", "js");
    none(
        "nothing stands in the query of the location",
        occurrences(&boot, &["location.search"]),
    );
}

#[test]
fn the_policy_admits_nothing_inline_and_no_other_origin() {
    let policy = datasets::read("csp.txt");
    let banned = ["unsafe-inline", "unsafe-eval ", "'unsafe-eval'", "http:", "https:", "*"];
    none(
        "csp.txt",
        banned
            .into_iter()
            .filter(|text| policy.contains(text))
            .map(str::to_owned)
            .collect(),
    );
    assert!(policy.contains("default-src"), "{policy}");
}

/// Names of the dataset that are plain English, or a tool's word as well: what is found of them is no content.
const PLAIN: &[(&str, &str)] = &[
    ("are", "a place; a verb as well"),
    ("author", "an actor; a field of every format of references"),
    ("borders", "a theme; any map has borders"),
    ("georgia", "an actor; a typeface as well"),
];

/// Everything by which the dataset names an entity, long enough to be told from other words.
fn names(d: &Dataset) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for ix in d.entities() {
        let e = d.entity(ix);
        let all = [Some(&e.name), e.acronym.as_ref(), e.adjective.as_ref()]
            .into_iter()
            .flatten();
        for name in all.chain(e.aliases.iter().map(|alias| &alias.text)) {
            if name.chars().filter(|c| c.is_alphabetic()).count() >= 5 {
                names.insert(name.to_lowercase(), e.id.clone());
            }
        }
    }
    names
}

#[test]
fn the_code_knows_nothing_of_the_content() {
    let (real, example) = (datasets::real(), datasets::example());
    let mut names = names(&real);
    names.extend(self::names(&example));
    let ids: std::collections::HashSet<&str> = real.ids().chain(example.ids()).collect();
    assert!(names.contains_key("kazakhstan") && names.contains_key("eskerly") && ids.len() > 700);
    let mut sources = files("src", "rs");
    sources.extend(files("crates", "rs").into_iter().filter(|s| s.path.contains("/src/")));
    sources.extend(files("public", "js"));
    let mut places = Vec::new();
    for source in &sources {
        let folded = source.text.to_lowercase();
        let allowed = |word: &str| PLAIN.iter().any(|(plain, _)| *plain == word);
        for (name, id) in names.iter().filter(|(name, _)| !allowed(name)) {
            places.extend(
                words_at(&folded, name).map(|line| format!("{}:{line}: \"{name}\", a name of {id}", source.path)),
            );
        }
        for text in quoted(&source.text).filter(|text| ids.contains(text) && !allowed(text)) {
            places.push(format!("{}: the id \"{text}\"", source.path));
        }
    }
    none(
        "countries, tiers, vocabularies and texts come from the dataset; code knows roles",
        places,
    );
}

#[test]
fn every_module_says_what_it_is_for() {
    let sources = ["src", "crates", "xtask", "tests"]
        .into_iter()
        .flat_map(|folder| files(folder, "rs"))
        .chain([Source::of("build.rs")]);
    let places = sources
        .filter(|s| !s.text.starts_with("//! "))
        .map(|s| s.path)
        .collect();
    none("a module opens with its purpose and what it leaves out", places);
}

/// Files that may be longer than [`LONGEST_FILE`], how long, and why.
const LONG: &[(&str, usize, &str)] = &[
    (
        "crates/atlas/src/views/timeline/place.rs",
        410,
        "one axis: what is placed on it by the same rules, in the order of placing",
    ),
    (
        "crates/atlas/tests/changes.rs",
        410,
        "one matter: the laws of changes and the questions readers ask of them",
    ),
    (
        "crates/atlas/src/model/resolve.rs",
        740,
        "one resolver: every row of every table, in the order of the tables",
    ),
    (
        "crates/atlas/src/validate/rows.rs",
        410,
        "one pass: what is checked row by row, before references are resolved",
    ),
    (
        "crates/atlas/src/tables.rs",
        545,
        "the shapes of all tables, a field and its meaning a pair of lines",
    ),
    (
        "crates/atlas/src/model.rs",
        450,
        "the types of the model, documented field by field",
    ),
];

/// Lines that read in one sitting.
const LONGEST_FILE: usize = 400;

#[test]
fn a_file_reads_in_one_sitting() {
    let mut places = Vec::new();
    let sources: Vec<Source> = ["src", "crates", "xtask", "tests"]
        .into_iter()
        .flat_map(|folder| files(folder, "rs"))
        .collect();
    for source in &sources {
        let lines = source.text.lines().count();
        let listed = LONG.iter().find(|(path, ..)| *path == source.path);
        let most = listed.map_or(LONGEST_FILE, |(_, most, _)| *most);
        if lines > most {
            places.push(format!("{}: {lines} lines, at most {most}", source.path));
        }
        if listed.is_some() && lines <= LONGEST_FILE {
            places.push(format!(
                "{}: {lines} lines need no leave: take it off the list",
                source.path
            ));
        }
    }
    places.extend(
        LONG.iter()
            .filter(|(path, ..)| sources.iter().all(|s| s.path != *path))
            .map(|(path, ..)| format!("{path} is gone: take it off the list")),
    );
    none("split it, or list it with its reason", places);
}

#[test]
fn a_lint_is_waived_with_its_reason() {
    let mut places = Vec::new();
    for source in ["src", "crates", "xtask", "tests"]
        .into_iter()
        .flat_map(|folder| files(folder, "rs"))
    {
        let code = Source::without_comments(source);
        for attribute in ["[allow(", "[expect("] {
            for (at, _) in code
                .text
                .match_indices(attribute)
                .filter(|(at, _)| code.text[..*at].ends_with(['#', '!']))
            {
                let rest = &code.text[at..];
                let end = rest.find(")]").unwrap_or(rest.len());
                if !rest[..end].contains("reason") {
                    places.push(format!("{}: {}", code.path, &rest[..end]));
                }
            }
        }
    }
    none("say why the lint does not hold here", places);
}
