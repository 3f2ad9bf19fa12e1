//! Defects of ids, texts and vocabularies: what is found in a row by itself.

use serde_json::json;

use super::{Case, add, case, row, take};

pub(super) const CASES: &[Case] = &[
    case(
        "words of readers with nothing between two commas",
        |b| row(b, "places", "gull-point")["search_words"] = json!([{"text": "cape, , spit"}]),
        &[("places", "gull-point", "search_words.text")],
    ),
    case(
        "words of readers without end",
        |b| row(b, "gaps", "gap-guild-size")["search_words"] = json!([{"text": "members ".repeat(100)}]),
        &[("gaps", "gap-guild-size", "search_words.text")],
    ),
    case(
        "words of readers in no language",
        |b| row(b, "glossary", "term-lr")["search_words"] = json!([{"text": "lanterna", "lang": "Latin!"}]),
        &[("glossary", "term-lr", "search_words.lang")],
    ),
    case(
        "an id with a capital",
        |b| row(b, "gaps", "gap-guild-size")["id"] = "Gap".into(),
        &[("gaps", "Gap", "id")],
    ),
    case(
        "an id with an underscore",
        |b| row(b, "glossary", "term-lr")["id"] = "term_lr".into(),
        &[("glossary", "term_lr", "id")],
    ),
    case(
        "an id with a double hyphen",
        |b| row(b, "gaps", "gap-guild-size")["id"] = "a--b".into(),
        &[("gaps", "a--b", "id")],
    ),
    case(
        "an id with a hyphen at its end",
        |b| row(b, "gaps", "gap-guild-size")["id"] = "gap-".into(),
        &[("gaps", "gap-", "id")],
    ),
    case(
        "an id with a space",
        |b| row(b, "oddities", "odd-second-gull")["id"] = "odd gull".into(),
        &[("source", "odd gull", "id")],
    ),
    case(
        "an id with an accent",
        |b| row(b, "places", "gull-point")["id"] = "gull-pöint".into(),
        &[
            ("permissions", "gull-point-berth", "place"),
            ("places", "gull-pöint", "id"),
            ("statements", "gull-lamp-until", "about"),
            ("statements", "storm-puts-lamp-out", "about"),
        ],
    ),
    case(
        "an id that is empty",
        |b| row(b, "gaps", "gap-guild-size")["id"] = "".into(),
        &[("gaps", "", "id")],
    ),
    case(
        "an id that is too long",
        |b| row(b, "gaps", "gap-guild-size")["id"] = "x".repeat(65).into(),
        &[(
            "gaps",
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            "id",
        )],
    ),
    case(
        "a dataset of no day",
        |b| {
            b["dataset"]["date"] = "last week".into();
            b["dataset"]["changelog"] = json!([{"version": "0.1.0", "date": "2024-02-30", "text": "-"}, {"version": "0.0.1", "date": "2024", "text": "-"}]);
        },
        &[
            ("dataset", "two-harbours", "changelog.date"),
            ("dataset", "two-harbours", "date"),
        ],
    ),
    case(
        "a dataset id with a dot",
        |b| b["dataset"]["id"] = "two.harbours".into(),
        &[("dataset", "two.harbours", "id")],
    ),
    case(
        "a section id with a space",
        |b| row(b, "country_sections", "rest")["id"] = "the rest".into(),
        &[("texts", "the rest", "id")],
    ),
    case(
        "two sections of a unit with one id",
        |b| row(b, "country_sections", "rest")["id"] = "steps".into(),
        &[("texts", "steps", "id")],
    ),
    case(
        "a locator with a space",
        |b| row(b, "paragraphs", "1.lights.2")["id"] = "1.lights 2".into(),
        &[("source", "1.lights 2", "id")],
    ),
    case(
        "a locator with an empty part",
        |b| row(b, "paragraphs", "1.lights.2")["id"] = "1..2".into(),
        &[("source", "1..2", "id")],
    ),
    case(
        "a statement twice",
        |b| {
            let again = row(b, "statements", "charter-read-aloud").clone();
            add(b, "statements", again);
        },
        &[("statements", "charter-read-aloud", "id")],
    ),
    case(
        "one id in two tables",
        |b| row(b, "glossary", "term-lr")["id"] = "gap-guild-size".into(),
        &[("glossary", "gap-guild-size", "id")],
    ),
    case(
        "a paragraph twice",
        |b| {
            let again = row(b, "paragraphs", "1.lights.2").clone();
            b["source"]["paragraphs"]
                .as_array_mut()
                .expect("paragraphs")
                .push(again);
        },
        &[("source", "1.lights.2", "id")],
    ),
    case(
        "a word twice in its group",
        |b| {
            add(
                b,
                "vocabularies",
                json!({"id": "plainly", "group": "voice-how", "role": "own", "word": "plainly", "sentence": ""}),
            )
        },
        &[("vocabularies", "plainly", "id")],
    ),
    case(
        "a word with a bad id",
        |b| row(b, "vocabularies", "quay")["id"] = "Quay".into(),
        &[
            ("permissions", "gull-point-berth", "called"),
            ("vocabularies", "Quay", "id"),
        ],
    ),
    case(
        "a role that no code knows",
        |b| row(b, "vocabularies", "becalmed")["role"] = "dreaming".into(),
        &[("vocabularies", "becalmed", "role")],
    ),
    case(
        "a modality that no code knows",
        |b| row(b, "vocabularies", "trusted")["role"] = "faith".into(),
        &[("vocabularies", "trusted", "role")],
    ),
    case(
        "no word for what is not said",
        |b| {
            let words = b["vocabularies"].as_array_mut().expect("words");
            words.retain(|word| word["id"] != "unsaid");
        },
        &[("vocabularies", "answer", "role")],
    ),
    case(
        "a control character",
        |b| row(b, "statements", "coasters-moor")["text"] = "Coasters\u{7} moor.".into(),
        &[("statements", "coasters-moor", "text")],
    ),
    case(
        "a line break",
        |b| row(b, "gaps", "gap-guild-size")["why"] = "One.\nTwo.".into(),
        &[("gaps", "gap-guild-size", "why")],
    ),
    case(
        "text that turns its direction",
        |b| row(b, "countries", "aldhaven")["name"] = "Ald\u{202e}nevah".into(),
        &[("countries", "aldhaven", "name")],
    ),
    case(
        "an isolate in a term",
        |b| row(b, "statements", "coasters-moor")["evidence"][0]["terms"][1] = "\u{2066}moor\u{2069}".into(),
        &[("statements", "coasters-moor", "evidence.0.terms.1")],
    ),
    case(
        "a mark in the finding",
        |b| b["texts"]["finding"]["text"] = "Both\u{200f}.".into(),
        &[("texts", "texts", "finding.text")],
    ),
    case(
        "a text that is too long",
        |b| row(b, "statements", "coasters-moor")["remark"] = "a ".repeat(2_001).into(),
        &[("statements", "coasters-moor", "remark")],
    ),
    case(
        "a blank statement",
        |b| row(b, "statements", "coasters-moor")["text"] = "  ".into(),
        &[("statements", "coasters-moor", "text")],
    ),
    case(
        "a blank name",
        |b| row(b, "events", "great-storm")["name"] = "\u{a0}".into(),
        &[("events", "great-storm", "name")],
    ),
    case(
        "a blank word",
        |b| row(b, "vocabularies", "quay")["word"] = "".into(),
        &[("vocabularies", "quay", "word")],
    ),
    case(
        "a blank question",
        |b| row(b, "gaps", "gap-guild-size")["question"] = "".into(),
        &[("gaps", "gap-guild-size", "question")],
    ),
    case(
        "a blank gist",
        |b| row(b, "paragraphs", "1.lights.2")["gist"] = "".into(),
        &[("source", "1.lights.2", "gist")],
    ),
    case(
        "a question that leads out of the atlas",
        |b| b["texts"]["questions"][0]["href"] = "javascript:alert(1)".into(),
        &[("texts", "texts", "questions.href")],
    ),
    case(
        "no evidence",
        |b| row(b, "statements", "charter-read-aloud")["evidence"] = json!([]),
        &[("statements", "charter-read-aloud", "evidence")],
    ),
    case(
        "one term",
        |b| row(b, "statements", "coasters-moor")["evidence"][0]["terms"] = json!(["moor"]),
        &[("statements", "coasters-moor", "evidence.terms")],
    ),
    case(
        "six terms",
        |b| row(b, "statements", "coasters-moor")["evidence"][0]["terms"] = json!(["a", "b", "c", "d", "e", "f"]),
        &[("statements", "coasters-moor", "evidence.terms")],
    ),
    case(
        "sentence 0",
        |b| row(b, "statements", "league-founded")["evidence"][0]["sentence"] = 0.into(),
        &[("statements", "league-founded", "evidence.sentence")],
    ),
    case(
        "no theme",
        |b| row(b, "statements", "coasters-moor")["themes"] = json!([]),
        &[("statements", "coasters-moor", "themes")],
    ),
    case(
        "four themes",
        |b| row(b, "statements", "coasters-moor")["themes"] = json!(["dues", "lights", "ladders", "dues"]),
        &[("statements", "coasters-moor", "themes")],
    ),
    case(
        "about nothing",
        |b| row(b, "statements", "coasters-moor")["about"] = json!([]),
        &[("statements", "coasters-moor", "about")],
    ),
    case(
        "a range from high to low",
        |b| row(b, "statements", "storm-puts-lamp-out")["quantity"]["high"] = 39.into(),
        &[("statements", "storm-puts-lamp-out", "quantity.high")],
    ),
    case(
        "no statement behind the finding",
        |b| b["texts"]["finding"]["statements"] = json!([]),
        &[("texts", "texts", "finding")],
    ),
    case(
        "no statement behind the vantage",
        |b| b["dataset"]["vantage"]["statements"] = json!([]),
        &[("dataset", "two-harbours", "vantage")],
    ),
    case(
        "no statement behind a state",
        |b| row(b, "participations", "a-few-in-kelp")["history"][0]["statements"] = json!([]),
        &[("participations", "a-few-in-kelp", "history.statements")],
    ),
    case(
        "no statement behind a role",
        |b| row(b, "actors", "tide-league")["roles"][0]["statements"] = json!([]),
        &[("actors", "tide-league", "roles.statements")],
    ),
    case(
        "no statement behind a leg",
        |b| row(b, "legs", "coast-leg-brackmouth")["statements"] = json!([]),
        &[("legs", "coast-leg-brackmouth", "statements")],
    ),
    case(
        "no statement behind a use",
        |b| row(b, "legs", "coast-leg-aldhaven")["uses"][0]["statements"] = json!([]),
        &[("legs", "coast-leg-aldhaven", "uses.statements")],
    ),
    case(
        "both a unit and a scope",
        |b| row(b, "participations", "a-few-in-kelp")["country"] = "aldhaven".into(),
        &[("participations", "a-few-in-kelp", "country")],
    ),
    case(
        "neither a unit nor a scope",
        |b| take(row(b, "participations", "a-few-in-kelp"), "scope"),
        &[("participations", "a-few-in-kelp", "country")],
    ),
    case(
        "a date of its own without a reason",
        |b| row(b, "participations", "aldhaven-in-charter")["history"][0]["when"] = "1903".into(),
        &[("participations", "aldhaven-in-charter", "history.when")],
    ),
    case(
        "a reason without a date of its own",
        |b| row(b, "permissions", "aldhaven-mooring")["history"][0]["reason"] = "-".into(),
        &[("permissions", "aldhaven-mooring", "history.when")],
    ),
];
