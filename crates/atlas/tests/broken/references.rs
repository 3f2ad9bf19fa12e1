//! Defects of references and dates: ids that lead nowhere or into the wrong table, words of no vocabulary, dates that are none.

use serde_json::json;

use super::{Case, case, row};

pub(super) const CASES: &[Case] = &[
    case(
        "a headline for a page that has none",
        |b| {
            let headline = json!({"text": "Lamps.", "statements": ["league-founded"]});
            b["texts"]["pages"] = json!([{"page": "search", "headline": headline}]);
        },
        &[("texts", "texts", "pages.page")],
    ),
    case(
        "headlines that rest on nothing, or on nothing known",
        |b| {
            b["texts"]["headline"] = json!({"text": "Lamps.", "statements": []});
            let lead = json!({"text": "Dues.", "statements": ["no-such-statement"]});
            let headline = json!({"text": "Lamps.", "statements": ["league-founded"]});
            b["texts"]["pages"] = json!([{"page": "gaps", "headline": headline, "lead": lead}]);
        },
        &[("texts", "texts", "headline"), ("texts", "texts", "pages.lead")],
    ),
    case(
        "about nobody",
        |b| row(b, "statements", "coasters-moor")["about"][0] = "nobody".into(),
        &[("statements", "coasters-moor", "about")],
    ),
    case(
        "about a statement",
        |b| row(b, "statements", "coasters-moor")["about"][0] = "league-founded".into(),
        &[("statements", "coasters-moor", "about")],
    ),
    case(
        "an unknown voice",
        |b| row(b, "statements", "coasters-moor")["voice"]["who"] = "nobody".into(),
        &[("statements", "coasters-moor", "voice.who")],
    ),
    case(
        "a voice that is a theme",
        |b| row(b, "statements", "coasters-moor")["voice"]["who"] = "dues".into(),
        &[("statements", "coasters-moor", "voice.who")],
    ),
    case(
        "an unknown way to say it",
        |b| row(b, "statements", "coasters-moor")["voice"]["how"] = "sung".into(),
        &[("statements", "coasters-moor", "voice.how")],
    ),
    case(
        "an unknown stance",
        |b| row(b, "statements", "coasters-moor")["voice"]["stance"] = "aslant".into(),
        &[("statements", "coasters-moor", "voice.stance")],
    ),
    case(
        "an unknown modality",
        |b| row(b, "statements", "coasters-moor")["modality"] = "act".into(),
        &[("statements", "coasters-moor", "modality")],
    ),
    case(
        "an unknown scope",
        |b| row(b, "statements", "coasters-moor")["scope"] = "all".into(),
        &[("statements", "coasters-moor", "scope")],
    ),
    case(
        "an unknown theme",
        |b| row(b, "statements", "coasters-moor")["themes"][0] = "fish".into(),
        &[("statements", "coasters-moor", "themes")],
    ),
    case(
        "a theme that is a unit",
        |b| row(b, "statements", "coasters-moor")["themes"][0] = "aldhaven".into(),
        &[("statements", "coasters-moor", "themes")],
    ),
    case(
        "a lens without a vocabulary",
        |b| row(b, "statements", "coasters-moor")["lens"] = json!(["security"]),
        &[("statements", "coasters-moor", "lens")],
    ),
    case(
        "an unknown qualifier",
        |b| row(b, "statements", "storm-puts-lamp-out")["quantity"]["qualifier"] = "circa".into(),
        &[("statements", "storm-puts-lamp-out", "quantity.qualifier")],
    ),
    case(
        "an unknown paragraph",
        |b| row(b, "statements", "charter-read-aloud")["evidence"][0]["paragraph"] = "1.lights.9".into(),
        &[("statements", "charter-read-aloud", "evidence.paragraph")],
    ),
    case(
        "a paragraph that is a unit",
        |b| row(b, "statements", "charter-read-aloud")["evidence"][0]["paragraph"] = "aldhaven".into(),
        &[("statements", "charter-read-aloud", "evidence.paragraph")],
    ),
    case(
        "an unknown role of evidence",
        |b| row(b, "statements", "charter-read-aloud")["evidence"][0]["role"] = "hints".into(),
        &[("statements", "charter-read-aloud", "evidence.role")],
    ),
    case(
        "dated by an unknown event",
        |b| row(b, "statements", "charter-read-aloud")["relative_to"] = "the-flood".into(),
        &[("statements", "charter-read-aloud", "relative_to")],
    ),
    case(
        "dated by a place",
        |b| row(b, "statements", "charter-read-aloud")["relative_to"] = "gull-point".into(),
        &[("statements", "charter-read-aloud", "relative_to")],
    ),
    case(
        "an unknown kind",
        |b| row(b, "programmes", "kelp-nursery")["kind"] = "scheming".into(),
        &[("programmes", "kelp-nursery", "kind")],
    ),
    case(
        "an unknown lead",
        |b| row(b, "countries", "aldhaven")["lead"] = "no-such".into(),
        &[("countries", "aldhaven", "lead")],
    ),
    case(
        "a lead that is a programme",
        |b| row(b, "countries", "aldhaven")["lead"] = "kelp-nursery".into(),
        &[("countries", "aldhaven", "lead")],
    ),
    case(
        "an unknown role of an actor",
        |b| row(b, "actors", "tide-league")["roles"][0]["role"] = "sings".into(),
        &[("actors", "tide-league", "roles.role")],
    ),
    case(
        "a role towards nobody",
        |b| row(b, "actors", "tide-league")["roles"][0]["of"] = "nobody".into(),
        &[("actors", "tide-league", "roles.of")],
    ),
    case(
        "a place in an unknown country",
        |b| row(b, "places", "gull-point")["country"] = "lowhaven".into(),
        &[("places", "gull-point", "country")],
    ),
    case(
        "a place in a theme",
        |b| row(b, "places", "gull-point")["country"] = "dues".into(),
        &[("places", "gull-point", "country")],
    ),
    case(
        "part of an unknown event",
        |b| row(b, "events", "second-lamp")["part_of"] = "the-flood".into(),
        &[("events", "second-lamp", "part_of")],
    ),
    case(
        "an event that is part of a place",
        |b| row(b, "events", "second-lamp")["part_of"] = "gull-point".into(),
        &[("events", "second-lamp", "part_of")],
    ),
    case(
        "an event of an unknown statement",
        |b| row(b, "events", "second-lamp")["statements"][0] = "no-such".into(),
        &[("events", "second-lamp", "statements")],
    ),
    case(
        "a line from nowhere",
        |b| row(b, "lines", "coast-line")["from"] = "nowhere".into(),
        &[("lines", "coast-line", "from")],
    ),
    case(
        "an unknown programme",
        |b| row(b, "participations", "aldhaven-in-charter")["programme"] = "no-such".into(),
        &[("participations", "aldhaven-in-charter", "programme")],
    ),
    case(
        "a programme that is a place",
        |b| row(b, "participations", "aldhaven-in-charter")["programme"] = "gull-point".into(),
        &[("participations", "aldhaven-in-charter", "programme")],
    ),
    case(
        "an unknown unit takes part",
        |b| row(b, "participations", "aldhaven-in-charter")["country"] = "lowhaven".into(),
        &[("participations", "aldhaven-in-charter", "country")],
    ),
    case(
        "an actor takes part as a unit",
        |b| row(b, "participations", "aldhaven-in-charter")["country"] = "tide-league".into(),
        &[("participations", "aldhaven-in-charter", "country")],
    ),
    case(
        "an unknown state",
        |b| row(b, "participations", "aldhaven-in-charter")["history"][0]["state"] = "aboard-again".into(),
        &[("participations", "aldhaven-in-charter", "history.state")],
    ),
    case(
        "an unknown basis",
        |b| row(b, "participations", "aldhaven-in-charter")["history"][0]["basis"] = "hearsay".into(),
        &[("participations", "aldhaven-in-charter", "history.basis")],
    ),
    case(
        "a state of an unknown statement",
        |b| row(b, "participations", "aldhaven-in-charter")["history"][0]["statements"][0] = "no-such".into(),
        &[("participations", "aldhaven-in-charter", "history.statements")],
    ),
    case(
        "an unknown kind of permission",
        |b| row(b, "permissions", "aldhaven-mooring")["kind"] = "pier".into(),
        &[("permissions", "aldhaven-mooring", "kind")],
    ),
    case(
        "granted to an unknown word",
        |b| row(b, "permissions", "aldhaven-mooring")["granted_to"] = "all".into(),
        &[("permissions", "aldhaven-mooring", "granted_to")],
    ),
    case(
        "an unknown limit",
        |b| row(b, "permissions", "gull-point-berth")["limits"][0] = "by-night".into(),
        &[("permissions", "gull-point-berth", "limits")],
    ),
    case(
        "an unknown user",
        |b| row(b, "permissions", "gull-point-berth")["user"] = "nobody".into(),
        &[("permissions", "gull-point-berth", "user")],
    ),
    case(
        "an airfield that is a document",
        |b| row(b, "permissions", "gull-point-berth")["place"] = "salt-charter".into(),
        &[("permissions", "gull-point-berth", "place")],
    ),
    case(
        "an unknown arrangement",
        |b| row(b, "permissions", "aldhaven-mooring")["history"][0]["arrangement"] = "sung".into(),
        &[("permissions", "aldhaven-mooring", "history.arrangement")],
    ),
    case(
        "a leg of an unknown line",
        |b| row(b, "legs", "coast-leg-brackmouth")["line"] = "inland-line".into(),
        &[("legs", "coast-leg-brackmouth", "line")],
    ),
    case(
        "a leg of a programme",
        |b| row(b, "legs", "coast-leg-brackmouth")["line"] = "kelp-nursery".into(),
        &[("legs", "coast-leg-brackmouth", "line")],
    ),
    case(
        "a leg over a theme",
        |b| row(b, "legs", "coast-leg-brackmouth")["territory"] = "dues".into(),
        &[("legs", "coast-leg-brackmouth", "territory")],
    ),
    case(
        "a leg on an unknown permission",
        |b| row(b, "legs", "coast-leg-brackmouth")["permissions"] = json!(["no-such"]),
        &[("legs", "coast-leg-brackmouth", "permissions")],
    ),
    case(
        "a leg on a participation",
        |b| row(b, "legs", "coast-leg-brackmouth")["permissions"] = json!(["aldhaven-in-charter"]),
        &[("legs", "coast-leg-brackmouth", "permissions")],
    ),
    case(
        "an unknown use",
        |b| row(b, "legs", "coast-leg-aldhaven")["uses"][0]["use"] = "rowed".into(),
        &[("legs", "coast-leg-aldhaven", "uses.use")],
    ),
    case(
        "a relation from nowhere",
        |b| b["relations"][0]["from"] = "no-such".into(),
        &[("relations", "no-such follows great-storm", "from")],
    ),
    case(
        "a relation to a unit",
        |b| b["relations"][0]["to"] = "aldhaven".into(),
        &[("relations", "aldhaven-review-absence follows aldhaven", "to")],
    ),
    case(
        "a relation to a gap",
        |b| b["relations"][0]["to"] = "gap-guild-size".into(),
        &[("relations", "aldhaven-review-absence follows gap-guild-size", "to")],
    ),
    case(
        "an unknown kind of relation",
        |b| b["relations"][0]["kind"] = "ruins".into(),
        &[("relations", "aldhaven-review-absence ruins great-storm", "kind")],
    ),
    case(
        "a gap about nobody",
        |b| row(b, "gaps", "gap-guild-size")["about"][0] = "nobody".into(),
        &[("gaps", "gap-guild-size", "about")],
    ),
    case(
        "an entry that points nowhere",
        |b| row(b, "glossary", "term-lr")["see"] = "nowhere".into(),
        &[("glossary", "term-lr", "see")],
    ),
    case(
        "an oddity of an unknown paragraph",
        |b| row(b, "oddities", "odd-second-gull")["paragraphs"][0] = "9.none.1".into(),
        &[("source", "odd-second-gull", "paragraphs")],
    ),
    case(
        "a paragraph of an unknown section",
        |b| row(b, "paragraphs", "1.lights.2")["section"] = "7".into(),
        &[("source", "1.lights.2", "part"), ("source", "1.lights.2", "section")],
    ),
    case(
        "a paragraph of an unknown part",
        |b| row(b, "paragraphs", "1.lights.2")["part"] = "darks".into(),
        &[("source", "1.lights.2", "part")],
    ),
    case(
        "a finding on an unknown statement",
        |b| b["texts"]["finding"]["statements"][0] = "no-such".into(),
        &[("texts", "texts", "finding")],
    ),
    case(
        "an argument on an unknown statement",
        |b| b["texts"]["argument"][0]["statements"][0] = "no-such".into(),
        &[("texts", "texts", "argument")],
    ),
    case(
        "a section of an unknown theme",
        |b| row(b, "country_sections", "rest")["themes"] = json!(["lights", "dues", "fish"]),
        &[("texts", "rest", "country_sections.themes")],
    ),
    case(
        "a section of a unit",
        |b| row(b, "country_sections", "rest")["themes"] = json!(["lights", "dues", "aldhaven"]),
        &[("texts", "rest", "country_sections.themes")],
    ),
    case(
        "a vantage on an unknown statement",
        |b| b["dataset"]["vantage"]["statements"][0] = "no-such".into(),
        &[("dataset", "two-harbours", "vantage")],
    ),
    case(
        "a date in words",
        |b| row(b, "statements", "league-founded")["when"] = "long ago".into(),
        &[("statements", "league-founded", "when")],
    ),
    case(
        "a thirteenth month",
        |b| row(b, "statements", "league-founded")["when"] = "1899-13".into(),
        &[("statements", "league-founded", "when")],
    ),
    case(
        "a day that no calendar has",
        |b| row(b, "statements", "league-founded")["when"] = "1899-02-29".into(),
        &[("statements", "league-founded", "when")],
    ),
    case(
        "an end before its start",
        |b| row(b, "statements", "league-founded")["when"] = "1899/1898".into(),
        &[("statements", "league-founded", "when")],
    ),
    case(
        "a bad date of its own",
        |b| {
            let state = &mut row(b, "participations", "aldhaven-in-charter")["history"][0];
            state["when"] = "1903-00".into();
            state["reason"] = "The page is torn.".into();
        },
        &[("participations", "aldhaven-in-charter", "history.when")],
    ),
    case(
        "a vantage without a date",
        |b| b["dataset"]["vantage"]["when"] = "lately".into(),
        &[("dataset", "two-harbours", "vantage")],
    ),
];
