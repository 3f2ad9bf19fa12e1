//! What is valid and was probably meant otherwise: one doubt each, the whole list of warnings, and the dataset opens.

use serde_json::{Value, json};

use super::{Case, add, broken, case, datasets, golden, places, row};

/// Gives a statement other matters to be about.
fn about(b: &mut Value, statement: &str, about: &[&str]) {
    row(b, "statements", statement)["about"] = json!(about);
}

/// Gives a statement another date, and the source's words for it.
fn dated(b: &mut Value, statement: &str, when: &str, words: Option<&str>) {
    let statement = row(b, "statements", statement);
    statement["when"] = when.into();
    if let Some(words) = words {
        statement["date_words"] = words.into();
    }
}

/// Sends the first question of the start page elsewhere.
fn asked(b: &mut Value, href: &str) {
    b["texts"]["questions"][0]["href"] = href.into();
}

/// Gives a statement a lens, with a word for it.
fn lens(b: &mut Value) {
    add(
        b,
        "vocabularies",
        json!({"id": "thrift", "group": "lens", "role": "thrift", "word": "Thrift", "sentence": ""}),
    );
    row(b, "statements", "dues-against-lights")["lens"] = json!(["thrift"]);
}

const CHARTER: &[super::Place] = &[("participations", "aldhaven-in-charter", "history.statements")];
const STORM: &[super::Place] = &[("statements", "storm-puts-lamp-out", "when")];
const QUESTION: &[super::Place] = &[("texts", "texts", "questions.href")];

pub(super) const CASES: &[Case] = &[
    case(
        "a value that rests on what is said of another",
        |b| about(b, "deep-charter-holder", &["brackmouth", "deep-charter-scheme"]),
        CHARTER,
    ),
    case(
        "named, by a statement that names nobody",
        |b| about(b, "deep-charter-holder", &["deep-charter-scheme"]),
        CHARTER,
    ),
    case(
        "inferred from what is said of another by name",
        |b| {
            about(b, "deep-charter-holder", &["brackmouth"]);
            row(b, "participations", "aldhaven-in-charter")["history"][0]["basis"] = "read-out".into();
        },
        CHARTER,
    ),
    case(
        "a permission that rests on what is said of another",
        |b| about(b, "gull-lamp-until", &["tide-league"]),
        &[("permissions", "gull-point-berth", "history.statements")],
    ),
    case(
        "a mark of many on a statement of a few",
        |b| row(b, "participations", "a-few-in-kelp")["scope"] = "many".into(),
        &[("participations", "a-few-in-kelp", "history.statements")],
    ),
    case(
        "two rows for one unit in one programme",
        |b| {
            let mut second = row(b, "participations", "aldhaven-in-charter").clone();
            second["id"] = "aldhaven-in-charter-too".into();
            add(b, "participations", second);
        },
        &[("participations", "aldhaven-in-charter-too", "country")],
    ),
    case(
        "an act until a date",
        |b| dated(b, "storm-puts-lamp-out", "/1904", None),
        STORM,
    ),
    case(
        "an act until a date, from ever",
        |b| dated(b, "storm-puts-lamp-out", "../1904", Some("up to 1904")),
        STORM,
    ),
    case(
        "an act whose words say until",
        |b| dated(b, "storm-puts-lamp-out", "[..1904]", Some("Until 1904")),
        STORM,
    ),
    case(
        "an act without an end",
        |b| dated(b, "storm-puts-lamp-out", "1904/", Some("since 1904")),
        STORM,
    ),
    case(
        "a plan for a time before the writing",
        |b| dated(b, "second-lamp-meant", "1911-08", None),
        &[("statements", "second-lamp-meant", "when")],
    ),
    case(
        "an event whose first statement has no date",
        |b| row(b, "events", "league-founding")["statements"] = json!(["charter-read-aloud", "league-founded"]),
        &[("events", "league-founding", "statements")],
    ),
    case(
        "a dated act in no event",
        |b| row(b, "events", "league-founding")["statements"] = json!(["charter-read-aloud"]),
        &[("statements", "league-founded", "when")],
    ),
    case(
        "a telling line about another unit",
        |b| row(b, "countries", "brackmouth")["lead"] = "aldhaven-review-return".into(),
        &[("countries", "brackmouth", "lead")],
    ),
    case(
        "a telling line about another programme",
        |b| row(b, "programmes", "harbour-compact")["lead"] = "aldhaven-review-return".into(),
        &[("programmes", "harbour-compact", "lead")],
    ),
    case(
        "a code of three letters",
        |b| row(b, "countries", "aldhaven")["iso"] = "ALD".into(),
        &[("countries", "aldhaven", "iso")],
    ),
    case(
        "a code in small letters",
        |b| row(b, "countries", "aldhaven")["iso"] = "al".into(),
        &[("countries", "aldhaven", "iso")],
    ),
    case(
        "a gap about nothing",
        |b| row(b, "gaps", "gap-guild-size")["about"] = json!([]),
        &[("gaps", "gap-guild-size", "about")],
    ),
    case(
        "a question that leads to nobody",
        |b| asked(b, "#/countries/aldhafen"),
        QUESTION,
    ),
    case(
        "a question that leads to a unit as a programme",
        |b| asked(b, "#/programmes/aldhaven"),
        QUESTION,
    ),
    case(
        "a question about no paragraph",
        |b| asked(b, "#/source/9.lights.9"),
        QUESTION,
    ),
    case("a question about no brief", |b| asked(b, "#/briefs/lines"), QUESTION),
    case(
        "a question with no such note",
        |b| asked(b, "#/routes?note=no-note"),
        QUESTION,
    ),
    case(
        "a question that compares with nobody",
        |b| asked(b, "#/compare?of=aldhaven,nobody"),
        QUESTION,
    ),
    case(
        "a question about no date",
        |b| asked(b, "#/countries/aldhaven?as-of=long-ago"),
        QUESTION,
    ),
    case("a lens without a case", lens, &[("texts", "texts", "worked_case")]),
];

/// Each doubt is a warning of its own, and what is said of it is kept in `tests/golden`.
#[test]
fn what_was_probably_meant_otherwise_is_a_warning() {
    let mut said = String::new();
    for case in CASES {
        let d = datasets::opened(&broken(case.edit).to_string());
        let warnings: Vec<String> = d.warnings().iter().map(ToString::to_string).collect();
        assert_eq!(
            places(d.warnings()),
            case.expected,
            "{}\n{}",
            case.name,
            warnings.join("\n")
        );
        assert!(warnings.iter().all(|w| w.starts_with("warning: ")), "{}", case.name);
        said.push_str(&format!("# {}\n{}\n\n", case.name, warnings.join("\n")));
    }
    golden::assert_snapshot("problems-doubtful", &said);
}

/// What is near to a doubt and is none.
#[test]
fn what_may_be_meant_so_is_not_warned_of() {
    let edits: [fn(&mut Value); 16] = [
        // Inferred from what names no unit, or this one among others.
        |b| {
            about(b, "deep-charter-holder", &["deep-charter-scheme"]);
            row(b, "participations", "aldhaven-in-charter")["history"][0]["basis"] = "read-out".into();
        },
        |b| {
            about(b, "deep-charter-holder", &["brackmouth", "aldhaven"]);
            row(b, "participations", "aldhaven-in-charter")["history"][0]["basis"] = "read-out".into();
        },
        // "Only" rests on what is said of another; "all" on what names none.
        |b| about(b, "others-without-charter", &["aldhaven", "deep-charter-scheme"]),
        |b| about(b, "compact-of-both", &["harbour-compact"]),
        // A place in a unit is the unit's.
        |b| about(b, "coasters-moor", &["gull-point"]),
        // Not later than: an act of which only the latest date is known.
        |b| dated(b, "storm-puts-lamp-out", "[..1904]", Some("before 1905")),
        |b| dated(b, "storm-puts-lamp-out", "1904/1905", None),
        // What is over, and what lasts, may have one end.
        |b| dated(b, "coasters-moor", "1904/", None),
        |b| dated(b, "second-lamp-meant", "1911-09/..", None),
        |b| dated(b, "second-lamp-meant", "[1911-01..1911-09]", None),
        // An event of which no statement has a date.
        |b| row(b, "events", "charter-reading")["statements"] = json!(["charter-read-aloud", "coasters-moor"]),
        // A figure for a time, and what another says was done.
        |b| {
            row(b, "events", "league-founding")["statements"] = json!(["charter-read-aloud"]);
            row(b, "statements", "league-founded")["quantity"] = json!({"low": 3});
        },
        |b| {
            row(b, "events", "league-founding")["statements"] = json!(["charter-read-aloud"]);
            row(b, "statements", "league-founded")["voice"]["how"] = "retold".into();
        },
        |b| row(b, "countries", "brackmouth")["lead"] = "compact-of-both".into(),
        |b| row(b, "countries", "aldhaven")["iso"] = "XA".into(),
        |b| {
            lens(b);
            b["texts"]["worked_case"] =
                json!({"heading": "Dues", "text": "They pull.", "statements": ["dues-against-lights"]});
        },
    ];
    for (n, edit) in edits.into_iter().enumerate() {
        let d = datasets::opened(&broken(edit).to_string());
        assert!(d.warnings().is_empty(), "{n}: {:?}", d.warnings());
    }
    for href in [
        "#/",
        "#/routes",
        "#/teaching/4",
        "#/briefs/routes",
        "#/briefs/aldhaven",
        "#/source/1.lights.1",
        "#/actors/salt-charter",
        "#/countries/aldhaven?as-of=1905-06&note=aldhaven-in-review&vs=1900",
        "#/compare?of=aldhaven,brackmouth",
        "#/search?q=a+lamp",
    ] {
        let mut bundle: Value = serde_json::from_str(&datasets::ferries_json()).expect("JSON");
        asked(&mut bundle, href);
        let d = datasets::opened(&bundle.to_string());
        assert!(d.warnings().is_empty(), "{href}: {:?}", d.warnings());
    }
}

/// Doubts wait for errors: most would be told a second time by what rests on one.
#[test]
fn doubts_are_told_where_nothing_is_an_error() {
    let edit: fn(&mut Value) = |b| {
        row(b, "countries", "aldhaven")["iso"] = "ALD".into();
        row(b, "themes", "dues")["name"] = " ".into();
    };
    assert_eq!(
        places(&super::refused(&broken(edit).to_string())),
        [("themes", "dues", "name")]
    );
}

/// A section that lives from what is said of all, or from later themes, is worth a look; what is said of some is no reason for one.
#[test]
fn sections_that_have_nothing_of_their_own_are_hinted_at() {
    let told = |edit: fn(&mut Value)| {
        let d = datasets::opened(&broken(edit).to_string());
        assert!(d.warnings().is_empty(), "{:?}", d.warnings());
        atlas::hints(&d)
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert_eq!(told(|_| ()), "");
    let of_all = told(|b| row(b, "statements", "dues-against-lights")["scope"] = "both".into());
    assert_eq!(
        of_all,
        "hint: texts / rest / themes\n  \
         found:    for brackmouth only \"dues-against-lights\" (of all units)\n  \
         expected: a look whether a statement about these has its first theme here; if not, nothing is to be mended: the page says of whom \
         it speaks"
    );
    let later = told(|b| {
        row(b, "statements", "dues-against-lights")["scope"] = "both".into();
        row(b, "statements", "brackmouth-review-interest")["themes"] = json!(["ladders", "dues"]);
    });
    let found = "for brackmouth only \"brackmouth-review-interest\" (by a later theme) and \"dues-against-lights\" (of all units)";
    assert!(later.contains(found), "{later}");
    // All units that live from the same are told together.
    let both = told(|b| {
        for statement in [
            "aldhaven-review-entry",
            "aldhaven-review-absence",
            "aldhaven-review-return",
        ] {
            row(b, "statements", statement)["themes"] = json!(["lights"]);
        }
        row(b, "statements", "deep-charter-holder")["themes"] = json!(["lights"]);
        row(b, "statements", "brackmouth-review-interest")["themes"] = json!(["lights"]);
    });
    assert!(
        both.contains(
            "texts / steps / themes\n  found:    for aldhaven, brackmouth only \"compact-of-both\" (of all units)"
        ),
        "{both}"
    );
}
