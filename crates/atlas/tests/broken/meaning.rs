//! Defects of meaning: rows out of order, values promoted above what their statement carries, facts after the time of writing.

use serde_json::{Value, json};

use super::{Case, add, case, row};

/// Gives the first row of a history another statement to rest on.
fn rest_on(history: &mut Value, statement: &str) {
    history["history"][0]["statements"] = json!([statement]);
}

/// The only row of the history of a participation, with another state on another statement.
fn state(b: &mut Value, state: &str, statement: &str) {
    let charter = row(b, "participations", "aldhaven-in-charter");
    charter["history"][0]["state"] = state.into();
    rest_on(charter, statement);
}

/// The only row of the history of a permission, with another arrangement on another statement.
fn arrangement(b: &mut Value, arrangement: &str, statement: &str) {
    let mooring = row(b, "permissions", "aldhaven-mooring");
    mooring["history"][0]["arrangement"] = arrangement.into();
    rest_on(mooring, statement);
}

/// The only row of the history of a participation, with a state of this role on another statement.
fn state_of(b: &mut Value, role: &str, statement: &str) {
    let word =
        json!({"id": "as-told", "group": "state", "role": role, "word": "As told", "sentence": "As it is told."});
    add(b, "vocabularies", word);
    state(b, "as-told", statement);
}

const CHARTER: &[super::Place] = &[("participations", "aldhaven-in-charter", "history")];
const MOORING: &[super::Place] = &[("permissions", "aldhaven-mooring", "history")];

pub(super) const CASES: &[Case] = &[
    case(
        "a wish as taking part",
        |b| state(b, "aboard", "brackmouth-review-interest"),
        CHARTER,
    ),
    case(
        "a plan as taking part",
        |b| state(b, "aboard", "second-lamp-meant"),
        CHARTER,
    ),
    case(
        "a proposal as taking part",
        |b| state(b, "aboard", "gas-lamp-urged"),
        CHARTER,
    ),
    case(
        "a proposal as an interest",
        |b| state(b, "curious", "gas-lamp-urged"),
        CHARTER,
    ),
    case(
        "a proposal as an absence",
        |b| state(b, "ashore", "gas-lamp-urged"),
        CHARTER,
    ),
    case(
        "a proposal as suspended talks",
        |b| state(b, "becalmed", "gas-lamp-urged"),
        CHARTER,
    ),
    case(
        "a proposal as a denial",
        |b| state(b, "not-aboard", "gas-lamp-urged"),
        CHARTER,
    ),
    case(
        "a judgement as taking part",
        |b| state(b, "aboard", "dues-against-lights"),
        CHARTER,
    ),
    case(
        "a denial as taking part",
        |b| state(b, "aboard", "others-without-charter"),
        CHARTER,
    ),
    case(
        "what is over as taking part",
        |b| state(b, "aboard", "gull-lamp-until"),
        CHARTER,
    ),
    case(
        "a fact as a mere interest",
        |b| state(b, "curious", "deep-charter-holder"),
        CHARTER,
    ),
    case(
        "a fact as a denial",
        |b| state(b, "not-aboard", "deep-charter-holder"),
        CHARTER,
    ),
    case(
        "a wish as suspended talks",
        |b| state(b, "becalmed", "brackmouth-review-interest"),
        CHARTER,
    ),
    case(
        "a plan as hosting",
        |b| state_of(b, "host", "second-lamp-meant"),
        CHARTER,
    ),
    case(
        "a plan as help",
        |b| state_of(b, "helped", "second-lamp-meant"),
        CHARTER,
    ),
    case(
        "a plan as the unit's own",
        |b| state_of(b, "runs", "second-lamp-meant"),
        CHARTER,
    ),
    case(
        "a wish as a plan",
        |b| state_of(b, "planned", "brackmouth-review-interest"),
        CHARTER,
    ),
    case(
        "a denial as what was so once",
        |b| state_of(b, "former", "others-without-charter"),
        CHARTER,
    ),
    case(
        "a plan as talks",
        |b| arrangement(b, "hailed", "second-lamp-meant"),
        MOORING,
    ),
    case(
        "a plan as negotiations",
        |b| arrangement(b, "haggled", "second-lamp-meant"),
        MOORING,
    ),
    case(
        "a plan as approved",
        |b| arrangement(b, "nodded", "second-lamp-meant"),
        MOORING,
    ),
    case(
        "a plan as agreed",
        |b| arrangement(b, "sealed", "second-lamp-meant"),
        MOORING,
    ),
    case(
        "a plan as in effect",
        |b| arrangement(b, "plied", "second-lamp-meant"),
        MOORING,
    ),
    case(
        "a state as an announcement",
        |b| arrangement(b, "nodded", "coasters-moor"),
        MOORING,
    ),
    case(
        "a wish as agreed",
        |b| arrangement(b, "sealed", "brackmouth-review-interest"),
        MOORING,
    ),
    case(
        "a proposal as talks",
        |b| arrangement(b, "hailed", "gas-lamp-urged"),
        MOORING,
    ),
    case(
        "a proposal as approved",
        |b| arrangement(b, "nodded", "gas-lamp-urged"),
        MOORING,
    ),
    case(
        "a proposal as agreed",
        |b| arrangement(b, "sealed", "gas-lamp-urged"),
        MOORING,
    ),
    case(
        "a proposal as in effect",
        |b| arrangement(b, "plied", "gas-lamp-urged"),
        MOORING,
    ),
    case(
        "a proposal as ended",
        |b| arrangement(b, "laid-up", "gas-lamp-urged"),
        MOORING,
    ),
    case(
        "what is over as agreed",
        |b| arrangement(b, "sealed", "gull-lamp-until"),
        MOORING,
    ),
    case(
        "a fact as ended",
        |b| arrangement(b, "laid-up", "coasters-moor"),
        MOORING,
    ),
    case(
        "a plan as a use",
        |b| row(b, "legs", "coast-leg-aldhaven")["uses"][0]["statements"] = json!(["second-lamp-meant"]),
        &[("legs", "coast-leg-aldhaven", "uses")],
    ),
    case(
        "a fact as the end of a use",
        |b| row(b, "legs", "coast-leg-aldhaven")["uses"][0]["use"] = "left".into(),
        &[("legs", "coast-leg-aldhaven", "uses")],
    ),
    case(
        "a history out of order",
        |b| {
            row(b, "participations", "aldhaven-in-review")["history"]
                .as_array_mut()
                .expect("rows")
                .swap(0, 2)
        },
        &[("participations", "aldhaven-in-review", "history")],
    ),
    case(
        "a history out of order across a wide date",
        |b| {
            row(b, "statements", "aldhaven-review-entry")["when"] = "1909".into();
            row(b, "statements", "aldhaven-review-absence")["when"] = "[1900..1911]".into();
        },
        &[("participations", "aldhaven-in-review", "history")],
    ),
    case(
        "an empty history",
        |b| row(b, "participations", "a-few-in-kelp")["history"] = json!([]),
        &[("participations", "a-few-in-kelp", "history")],
    ),
    case(
        "an empty history of a permission",
        |b| row(b, "permissions", "gull-point-berth")["history"] = json!([]),
        &[("permissions", "gull-point-berth", "history")],
    ),
    case(
        "said of some, spread to all",
        |b| row(b, "participations", "aldhaven-in-charter")["history"][0]["basis"] = "of-both".into(),
        &[("participations", "aldhaven-in-charter", "history.basis")],
    ),
    case(
        "a row-wide mark of those named",
        |b| row(b, "participations", "a-few-in-kelp")["scope"] = "these".into(),
        &[("participations", "a-few-in-kelp", "scope")],
    ),
    case(
        "a row-wide mark of all",
        |b| row(b, "participations", "a-few-in-kelp")["scope"] = "both".into(),
        &[("participations", "a-few-in-kelp", "scope")],
    ),
    case(
        "a fact after the time of writing",
        |b| row(b, "statements", "league-founded")["when"] = "1911-10".into(),
        &[("statements", "league-founded", "when")],
    ),
    case(
        "a state after the time of writing",
        |b| row(b, "statements", "coasters-moor")["when"] = "1912/1913".into(),
        &[("statements", "coasters-moor", "when")],
    ),
    case(
        "statements out of order",
        |b| b["statements"].as_array_mut().expect("rows").swap(0, 1),
        &[("statements", "league-founded", "evidence")],
    ),
    case(
        "two legs in one place",
        |b| row(b, "legs", "coast-leg-brackmouth")["order"] = 1.into(),
        &[("legs", "coast-leg-brackmouth", "order")],
    ),
    case(
        "a relation that nothing asserts",
        |b| {
            add(
                b,
                "relations",
                json!({"from": "gas-lamp-urged", "kind": "follows", "to": "great-storm"}),
            )
        },
        &[("relations", "gas-lamp-urged follows great-storm", "statements")],
    ),
];
