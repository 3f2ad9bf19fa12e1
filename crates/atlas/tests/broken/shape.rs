//! Defects of shape: what the reader of rows finds before anything has a meaning.

use serde_json::json;

use super::{Case, add, case, row, take};

pub(super) const CASES: &[Case] = &[
    case("no format", |b| take(b, "format"), &[("bundle", "document", "format")]),
    case(
        "another format",
        |b| b["format"] = "almanac/1.0".into(),
        &[("bundle", "document", "format")],
    ),
    case(
        "another major format",
        |b| b["format"] = "partnership-atlas/2.0".into(),
        &[("bundle", "document", "format")],
    ),
    case(
        "a format without minor",
        |b| b["format"] = "partnership-atlas/1".into(),
        &[("bundle", "document", "format")],
    ),
    case(
        "a format that is a number",
        |b| b["format"] = 1.into(),
        &[("format", "format", "")],
    ),
    case(
        "no dataset",
        |b| take(b, "dataset"),
        &[("bundle", "document", "dataset")],
    ),
    case("no source", |b| take(b, "source"), &[("bundle", "document", "source")]),
    case("no texts", |b| take(b, "texts"), &[("bundle", "document", "texts")]),
    case(
        "an unknown table",
        |b| b["almanac"] = json!([]),
        &[("bundle", "document", "almanac")],
    ),
    case(
        "a table that is no list",
        |b| b["gaps"] = json!({"id": "gap"}),
        &[("gaps", "table", "")],
    ),
    case(
        "a row that is no object",
        |b| add(b, "gaps", json!("gap")),
        &[("gaps", "row 4", "")],
    ),
    case(
        "a row without an id",
        |b| add(b, "gaps", json!({"about": [], "question": "?", "why": "-"})),
        &[("gaps", "row 4", "id")],
    ),
    case(
        "an unknown field",
        |b| row(b, "themes", "dues")["colour"] = "red".into(),
        &[("themes", "dues", "colour")],
    ),
    case(
        "an unknown field within a field",
        |b| row(b, "statements", "league-founded")["voice"]["tone"] = "low".into(),
        &[("statements", "league-founded", "voice.tone")],
    ),
    case(
        "an unknown field within a list",
        |b| row(b, "statements", "league-founded")["evidence"][0]["page"] = 3.into(),
        &[("statements", "league-founded", "evidence.0.page")],
    ),
    case(
        "an unknown field of the dataset",
        |b| b["dataset"]["colour"] = "red".into(),
        &[("dataset", "two-harbours", "colour")],
    ),
    case(
        "an unknown field of the texts",
        |b| b["texts"]["motto"] = "-".into(),
        &[("texts", "texts", "motto")],
    ),
    case(
        "a missing text",
        |b| take(row(b, "statements", "league-founded"), "text"),
        &[("statements", "league-founded", "text")],
    ),
    case(
        "a missing voice",
        |b| take(row(b, "statements", "league-founded"), "voice"),
        &[("statements", "league-founded", "voice")],
    ),
    case(
        "missing terms",
        |b| take(&mut row(b, "statements", "league-founded")["evidence"][0], "terms"),
        &[("statements", "league-founded", "evidence.0.terms")],
    ),
    case(
        "a missing history",
        |b| take(row(b, "participations", "a-few-in-kelp"), "history"),
        &[("participations", "a-few-in-kelp", "history")],
    ),
    case(
        "a missing vantage",
        |b| take(&mut b["dataset"], "vantage"),
        &[("dataset", "two-harbours", "vantage")],
    ),
    case(
        "a missing gist",
        |b| take(&mut b["source"]["paragraphs"][0], "gist"),
        &[("source", "source", "paragraphs.0.gist")],
    ),
    case(
        "a sentence in words",
        |b| row(b, "statements", "league-founded")["evidence"][0]["sentence"] = "first".into(),
        &[("statements", "league-founded", "evidence.0.sentence")],
    ),
    case(
        "a sentence below nought",
        |b| row(b, "statements", "league-founded")["evidence"][0]["sentence"] = (-1).into(),
        &[("statements", "league-founded", "evidence.0.sentence")],
    ),
    case(
        "a rung too high for a rung",
        |b| row(b, "programmes", "lantern-review")["rung"] = 300.into(),
        &[("programmes", "lantern-review", "rung")],
    ),
    case(
        "an entity that is null",
        |b| row(b, "themes", "dues")["name"] = json!(null),
        &[("themes", "dues", "name")],
    ),
    case(
        "outlines without shapes",
        |b| b["outlines"] = json!({"width": 1, "height": 1, "source": "", "note": ""}),
        &[("outlines", "outlines", "shapes")],
    ),
];
