//! The map: what each territory stands for, and the laws of its labels, at every width, on every layer, on several days.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

#[path = "map/charted.rs"]
mod charted;
#[path = "../../../tests/support/datasets.rs"]
mod datasets;
#[path = "../../../tests/support/golden.rs"]
mod golden;
#[path = "map/laws.rs"]
mod laws;

use std::collections::BTreeSet;

use atlas::model::{Dataset, Table};
use atlas::views::{
    KeyEntry, LEAST_WIDTHS_PX, Layer, PlacedMap, Size, Tone, has_rail, layer, layer_of_lines, layers, map, map_of_unit,
};
use atlas::{Day, Severity};
use charted::{charted, filled, json_with, outlines};
use datasets::{harbours, opened, read, real};
use serde_json::{Value, json};

fn drawn<'a>(d: &'a Dataset, id: &str) -> PlacedMap<'a> {
    let layer = layer(d, Some(id)).expect("a layer");
    map(d, d.vantage_day(), layer, true).expect("there are outlines")
}

fn year(year: u16) -> Day {
    Day::new(year, 12, 31).expect("a day")
}

#[test]
fn a_dataset_without_outlines_has_no_map() {
    let d = harbours();
    assert!(layers(&d).is_empty() && layer_of_lines(&d).is_none() && !has_rail(&d));
    assert!(map(&d, d.vantage_day(), Layer::Tiers, true).is_none());
    assert!(map_of_unit(&d, d.vantage_day(), d.countries()[0]).is_none());
}

#[test]
fn a_map_shows_one_thing_at_a_time_by_what_the_dataset_has() {
    let names = |d: &Dataset| {
        layers(d)
            .iter()
            .map(|l| format!("{} {}", l.id(d), l.is_of_places(d)))
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&charted()), ["tiers false", "mooring true"]);
    assert_eq!(names(&filled()), ["tiers false", "mooring false"]);
    assert_eq!(names(&real()), ["tiers false", "transit false", "airfield true"]);
    let real = real();
    assert_eq!(layer_of_lines(&real).map(|l| l.id(&real)), Some("transit"));
    let asked = layer(&real, Some("overflight")).map(|l| l.id(&real));
    assert_eq!(asked, Some("tiers"), "no line rests on it, so it is none to show");
    let mut bundle: Value = serde_json::from_str(&json_with(outlines())).expect("JSON");
    for programme in bundle["programmes"].as_array_mut().expect("rows") {
        programme.as_object_mut().expect("a row").remove("rung");
    }
    assert_eq!(
        names(&opened(&bundle.to_string())),
        ["mooring true"],
        "no ladder, no tiers"
    );
    let charted = charted();
    assert_eq!(
        layer_of_lines(&charted).map(|l| l.id(&charted)),
        Some("tiers"),
        "nothing fills: the first"
    );
}

#[test]
fn a_unit_has_the_tone_of_its_highest_step_and_signs_of_what_is_said_of_higher_ones() {
    let d = charted();
    let placed = drawn(&d, "tiers");
    let [aldhaven, brackmouth, league, farshore] = placed.lands.as_slice() else {
        panic!("four territories")
    };
    assert_eq!(
        (aldhaven.tone, aldhaven.word.as_str(), aldhaven.key.as_str()),
        (Tone::High, "LR", "LR, Deep Charter")
    );
    assert_eq!(aldhaven.sign, "filled-notch", "it is aboard again");
    assert_eq!(
        (brackmouth.tone, brackmouth.starred().as_str()),
        (Tone::Low, "Harbour Compact")
    );
    let beyond: Vec<&str> = brackmouth.beyond.iter().map(|b| b.words.as_str()).collect();
    assert_eq!(beyond, ["LR: curious"], "a denial is no sign");
    assert_eq!(brackmouth.accessible_name(), "Brackmouth: Harbour Compact; LR: curious");
    assert_eq!((league.tone, farshore.tone), (Tone::Ground, Tone::Ground));
    assert_eq!(
        (farshore.accessible_name().as_str(), farshore.entity),
        ("Farshore", None)
    );
    let key = placed.key(&d);
    assert!(
        key.contains(&KeyEntry::Sign("diamond".to_owned(), "curious".to_owned())),
        "{key:?}"
    );
    assert!(!key.contains(&KeyEntry::WorkedOut), "what is said of all is said");
    let real = real();
    assert_eq!(drawn(&real, "tiers").key(&real).last(), Some(&KeyEntry::WorkedOut));
    let early = map(&d, year(1800), Layer::Tiers, false).expect("outlines");
    assert_eq!(early.lands[0].tone, Tone::Blank, "{:?}", early.lands[0]);
}

#[test]
fn a_territory_is_filled_by_its_leg_and_else_by_what_it_permits() {
    let d = filled();
    let placed = drawn(&d, "mooring");
    let [aldhaven, brackmouth, league, _] = placed.lands.as_slice() else {
        panic!("four territories")
    };
    assert_eq!(
        (aldhaven.tone, aldhaven.word.as_str(), aldhaven.line.as_str()),
        (Tone::High, "Sailed", "solid")
    );
    assert_eq!(aldhaven.note, "coast-leg-aldhaven");
    assert_eq!((brackmouth.tone, brackmouth.word.as_str()), (Tone::Blank, "Unsaid"));
    assert_eq!((league.tone, league.word.as_str()), (Tone::Ground, ""));
    let rows: Vec<(Tone, String)> = placed.rows().into_iter().map(|row| (row.tone, row.words)).collect();
    assert_eq!(
        rows,
        [(Tone::High, "Sailed".to_owned()), (Tone::Blank, "Unsaid".to_owned())]
    );
}

#[test]
fn a_dot_says_whether_its_permission_holds_on_the_day() {
    let d = charted();
    let placed = drawn(&d, "mooring");
    let [site] = placed.sites.as_slice() else {
        panic!("one place")
    };
    assert_eq!(
        (site.open, site.name.as_str(), site.note.as_str()),
        (Some(false), "Gull Point", "gull-point-berth")
    );
    assert_eq!(site.words, ["laid up December 1907"]);
    assert!(placed.unplaced.is_empty() && !site.marks.is_empty());
    assert_eq!(
        placed.lands[0].word, "2 moorings",
        "one at the place and one of no place"
    );
    let layer = placed.layer;
    let early = map(&d, year(1800), layer, false).expect("there are outlines");
    assert_eq!(early.sites[0].open, None, "nothing is known so early");
}

#[test]
fn a_place_without_a_position_is_listed_and_not_drawn() {
    let mut bundle: Value = serde_json::from_str(&json_with(outlines())).expect("JSON");
    let mut berth = bundle["permissions"][0].clone();
    berth["id"] = json!("other-berth");
    berth["place"] = json!("seal-rock");
    bundle["permissions"].as_array_mut().expect("rows").push(berth);
    let mut rock = bundle["places"][0].clone();
    rock["id"] = json!("seal-rock");
    rock["name"] = json!("Seal Rock, Farshore");
    bundle["places"].as_array_mut().expect("rows").push(rock);
    let d = opened(&bundle.to_string());
    let placed = drawn(&d, "mooring");
    let names: Vec<&str> = placed.unplaced.iter().map(|site| site.name.as_str()).collect();
    assert_eq!((placed.sites.len(), names), (1, vec!["Seal Rock"]));
}

#[test]
fn outlines_of_nothing_are_refused_with_their_place() {
    type Spoil = fn(&mut Value);
    let many = |o: &mut Value, count: usize| o["shapes"] = vec![o["shapes"][3].clone(); count].into();
    for (count, opens) in [(500, true), (501, false)] {
        let mut crowded = outlines();
        many(&mut crowded, count);
        let told = Dataset::from_json(&json_with(crowded)).err().unwrap_or_default();
        let rows = told
            .iter()
            .any(|p| p.field == "shapes" && p.found == format!("{count} rows"));
        assert_eq!(rows, !opens, "{told:?}");
    }
    let wrong: [(&str, Spoil); 6] = [
        ("path", |o| o["shapes"][1]["path"] = json!("L1 1")),
        ("entity", |o| o["shapes"][0]["entity"] = json!("nowhere")),
        ("path", |o| o["shapes"][1]["path"] = json!("<script>")),
        ("entity", |o| o["marks"][0]["entity"] = json!("aldhaven")),
        ("width", |o| o["width"] = json!(4_000_000_000u32)),
        ("disputed", |o| o["disputed"] = json!(["url(#else)"])),
    ];
    for (field, spoil) in wrong {
        let mut spoilt = outlines();
        spoil(&mut spoilt);
        let problems = Dataset::from_json(&json_with(spoilt)).expect_err(field);
        let found = problems.iter().find(|p| p.table == "outlines" && p.field == field);
        assert!(
            found.is_some_and(|p| p.severity == Severity::Error),
            "{field}: {problems:?}"
        );
    }
}

#[test]
fn the_real_map_has_every_unit_every_leg_and_every_end() {
    let d = real();
    let shown: BTreeSet<_> = drawn(&d, "transit").lands.iter().filter_map(|t| t.entity).collect();
    let mut needed = d.countries();
    for line in d.table(Table::Line) {
        needed.extend(d.legs_of(line).into_iter().map(|leg| d.leg(leg).territory));
        let (from, to) = d.entity(line).ends;
        needed.extend(from.into_iter().chain(to));
    }
    for ix in needed {
        assert!(shown.contains(&ix), "{} has no outline", d.entity(ix).name);
    }
}

#[test]
fn the_real_map_opens_only_notes_that_there_are() {
    let d = real();
    for layer in layers(&d) {
        let placed = map(&d, d.vantage_day(), layer, true).expect("outlines");
        let lands = placed
            .lands
            .iter()
            .map(|land| land.note.as_str())
            .filter(|note| !note.is_empty());
        for id in lands.chain(placed.sites.iter().map(|site| site.note.as_str())) {
            assert!(d.find(id).is_some(), "{id}");
        }
    }
}

/// Every map of a dataset, on days early, late and between.
fn maps<'a>(d: &'a Dataset, years: &[u16]) -> Vec<(String, PlacedMap<'a>)> {
    let days = years.iter().map(|&y| year(y)).chain([d.vantage_day()]);
    days.flat_map(|day| layers(d).into_iter().map(move |layer| (day, layer)))
        .flat_map(|(day, layer)| [(day, layer, true), (day, layer, false)])
        .map(|(day, layer, rail)| {
            let placed = map(d, day, layer, rail).expect("outlines");
            (format!("{} on {day}", layer.id(d)), placed)
        })
        .collect()
}

#[test]
fn every_unit_is_named_at_every_width_and_every_place_where_there_is_a_column() {
    let d = real();
    for (name, placed) in maps(&d, &[1990, 2005]) {
        for drawing in &placed.drawings {
            for (at, land) in placed.lands.iter().enumerate().filter(|(_, land)| land.is_unit) {
                let label = drawing.labels.iter().find(|label| label.land == at);
                let label = label.unwrap_or_else(|| panic!("{name}, {:?}: {} has no name", drawing.size, land.name));
                assert!(
                    label.lines.len() > 1,
                    "{name}, {:?}: {} has no word",
                    drawing.size,
                    land.name
                );
            }
            let named = if drawing.size == Size::Narrow {
                0
            } else {
                placed.sites.len()
            };
            assert_eq!(drawing.leads.len(), named, "{name}, {:?}", drawing.size);
        }
    }
}

#[test]
fn labels_keep_the_laws() {
    let (real, charted, filled) = (real(), charted(), filled());
    for (d, years) in [
        (&real, &[1990, 2002, 2005][..]),
        (&charted, &[1800, 1905]),
        (&filled, &[1800, 1905]),
    ] {
        for (name, placed) in maps(d, years) {
            laws::hold(d, &name, &placed);
        }
        for unit in d.countries() {
            let placed = map_of_unit(d, d.vantage_day(), unit).expect("an outline");
            laws::hold(d, &d.entity(unit).id, &placed);
        }
    }
}

/// Ten places closer together than their names are long, and units too narrow for theirs.
#[test]
fn labels_keep_the_laws_in_a_crowd() {
    let mark = |(x, y): (i32, i32)| json!({"entity": "gull-point", "x": x, "y": y, "source": "A gazetteer"});
    let places = [
        (100, 100),
        (120, 110),
        (290, 20),
        (150, 290),
        (20, 590),
        (640, 90),
        (640, 130),
        (600, 110),
        (680, 110),
    ];
    let mut crowded = outlines();
    crowded["marks"] = places.map(mark).into_iter().collect();
    for (n, shape) in crowded["shapes"].as_array_mut().expect("shapes").iter_mut().enumerate() {
        shape["path"] = json!(format!("M{} 0l40 0 0 600-40 0z", 40 * n));
    }
    let d = opened(&json_with(crowded));
    for (name, placed) in maps(&d, &[1905]) {
        laws::hold(&d, &name, &placed);
    }
}

#[test]
fn the_style_sheet_changes_drawings_at_their_least_widths() {
    let css = read("styles/components/map.css");
    for px in LEAST_WIDTHS_PX.iter().rev().skip(1) {
        assert!(css.contains(&format!("@container map (min-width: {px}px)")), "{px}");
    }
}

/// What a map says, as lines: territories, places, key.
fn lines(d: &Dataset, day: Day, layer: Layer) -> String {
    let placed = map(d, day, layer, false).expect("there are outlines");
    let mut out = format!("{} of {} on {day}\n", layer.name(d), d.about().title);
    for land in &placed.lands {
        out += &format!(
            "{:?} {:?}: {}; opens {:?}, {:?}\n",
            land.tone,
            land.line,
            land.accessible_name(),
            land.note,
            land.marks
        );
    }
    for site in placed.sites.iter().chain(&placed.unplaced) {
        out += &format!(
            "{:?} {}: {}; opens {:?}, {:?}\n",
            site.open,
            site.name,
            site.words.join("; "),
            site.note,
            site.marks
        );
    }
    for entry in placed.key(d) {
        out += &format!("key: {entry:?}\n");
    }
    out
}

/// What maps said when they were looked at and found good.
#[test]
fn maps_say_what_they_said() {
    let (charted, filled) = (charted(), filled());
    let days = [(&charted, vec![year(1905)]), (&filled, Vec::new())];
    let mut all = Vec::new();
    for (d, days) in days {
        for day in days.into_iter().chain([d.vantage_day()]) {
            all.extend(layers(d).into_iter().map(|layer| lines(d, day, layer)));
        }
    }
    golden::assert_snapshot("maps", &all.join("\n"));
}
