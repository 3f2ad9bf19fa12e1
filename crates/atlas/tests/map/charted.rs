//! The invented dataset with outlines: simple shapes, so that a test can say where things lie.

use atlas::Dataset;
use serde_json::{Value, json};

use super::datasets::{ferries_json, opened};

/// Two units, an actor and a neighbour side by side, and a headland.
pub fn outlines() -> Value {
    let shape = |x: i32| format!("M{x} 0l300 0 0 600-300 0z");
    json!({
        "width": 1200, "height": 600, "source": "A drawing", "note": "Drawn by hand.",
        "shapes": [
            {"entity": "aldhaven", "path": shape(0), "label": [150, 300], "room": 140},
            {"entity": "brackmouth", "path": shape(300), "label": [450, 300], "room": 140},
            {"entity": "tide-league", "path": shape(600), "label": [750, 300], "room": 140},
            {"name": "Farshore", "path": shape(900), "label": [1050, 300], "room": 140},
        ],
        "marks": [{"entity": "gull-point", "x": 100, "y": 100, "source": "A gazetteer"}],
    })
}

/// The bundle of the invented dataset with these outlines.
pub fn json_with(outlines: Value) -> String {
    let mut bundle: Value = serde_json::from_str(&ferries_json()).expect("the fixture is JSON");
    bundle["outlines"] = outlines;
    bundle.to_string()
}

/// The invented dataset with its outlines.
pub fn charted() -> Dataset {
    opened(&json_with(outlines()))
}

/// The same without the headland's position, so that moorings fill territories.
pub fn filled() -> Dataset {
    let mut without = outlines();
    without["marks"] = json!([]);
    opened(&json_with(without))
}
