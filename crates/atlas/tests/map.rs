//! The locator map over an invented dataset: what each territory stands for, which dots there are, what opens what.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

#[path = "../../../tests/support/datasets.rs"]
mod datasets;
#[path = "../../../tests/support/golden.rs"]
mod golden;

use std::collections::BTreeSet;

use atlas::model::{Dataset, Table};
use atlas::views::{LEAST_WIDTHS_PX, LabelKind, Part, PlacedMap, map};
use atlas::{Day, Severity};
use datasets::{ferries_json, harbours, opened, read, real};
use serde_json::{Value, json};

/// Two units, an actor and a neighbour side by side, and a headland.
fn outlines() -> Value {
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

fn json_with(outlines: Value) -> String {
    let mut bundle: Value = serde_json::from_str(&ferries_json()).expect("the fixture is JSON");
    bundle["outlines"] = outlines;
    bundle.to_string()
}

fn charted() -> Dataset {
    opened(&json_with(outlines()))
}

fn drawn(d: &Dataset) -> PlacedMap<'_> {
    map(d, d.vantage_day()).expect("there are outlines")
}

#[test]
fn a_dataset_without_outlines_has_no_map() {
    let d = harbours();
    assert!(map(&d, d.vantage_day()).is_none());
}

#[test]
fn a_leg_is_drawn_as_on_its_strip_and_opens_its_note() {
    let d = charted();
    let placed = drawn(&d);
    let [aldhaven, brackmouth, ..] = placed.territories.as_slice() else {
        panic!("four territories")
    };
    assert_eq!((aldhaven.part, aldhaven.sign.as_str()), (Part::Leg, "solid"));
    assert_eq!(aldhaven.note.as_deref(), Some("coast-leg-aldhaven"));
    let name = aldhaven.accessible_name();
    assert!(
        name.starts_with("Aldhaven: sailed; plied"),
        "use first, then arrangement: {name}"
    );
    let name = brackmouth.accessible_name();
    assert!(name.starts_with("Brackmouth: arrangement "), "{name}");
}

#[test]
fn what_only_lies_there_is_named_and_says_nothing() {
    let d = charted();
    let placed = drawn(&d);
    let [.., league, farshore] = placed.territories.as_slice() else {
        panic!("four territories")
    };
    assert_eq!((league.part, farshore.part), (Part::Context, Part::Context));
    assert_eq!(league.note.as_deref(), Some("tide-league"), "an entity opens its note");
    assert_eq!(farshore.note, None);
    assert_eq!(farshore.accessible_name(), "Farshore");
    assert!(placed.key(&d).iter().all(|row| row.part != Part::Context));
}

#[test]
fn a_dot_says_whether_its_permission_holds_on_the_day() {
    let d = charted();
    let placed = drawn(&d);
    let [dot] = placed.dots.as_slice() else {
        panic!("one dot")
    };
    assert_eq!((dot.site.open, dot.source.as_str()), (Some(false), "A gazetteer"));
    assert_eq!(dot.site.note, "gull-point-berth");
    assert!(placed.unplaced.is_empty());
    let early = map(&d, Day::new(1900, 1, 1).expect("a day")).expect("there are outlines");
    assert_eq!(early.dots[0].site.open, None, "nothing is known so early");
}

#[test]
fn a_place_without_a_position_is_listed_and_not_drawn() {
    let mut without = outlines();
    without["marks"] = json!([]);
    let d = opened(&json_with(without));
    let placed = drawn(&d);
    assert!(placed.dots.is_empty());
    let names: Vec<&str> = placed.unplaced.iter().map(|site| site.name.as_str()).collect();
    assert_eq!(names, ["Gull Point"]);
}

#[test]
fn every_unit_is_named_at_every_width() {
    let d = charted();
    for set in drawn(&d).labels {
        for name in ["Aldhaven", "Brackmouth"] {
            assert!(set.labels.iter().any(|l| l.text == name), "{name} at {}", set.least_px);
        }
    }
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
    let shown: BTreeSet<_> = drawn(&d).territories.iter().filter_map(|t| t.entity).collect();
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
fn the_real_map_names_every_subject_and_every_dot_at_every_width() {
    let d = real();
    let placed = drawn(&d);
    let subjects = placed.territories.iter().filter(|t| t.part != Part::Context).count();
    assert!(!placed.dots.is_empty());
    for set in &placed.labels {
        let count = |kind| set.labels.iter().filter(|l| l.kind == kind).count();
        assert_eq!(count(LabelKind::Subject), subjects, "at {}", set.least_px);
        assert_eq!(count(LabelKind::Dot), placed.dots.len(), "at {}", set.least_px);
    }
}

#[test]
fn the_real_map_opens_only_notes_that_there_are() {
    let d = real();
    let placed = drawn(&d);
    let territories = placed.territories.iter().filter_map(|t| t.note.as_deref());
    for id in territories.chain(placed.dots.iter().map(|dot| dot.site.note.as_str())) {
        assert!(d.find(id).is_some(), "{id}");
    }
}

#[test]
fn the_style_sheet_shows_each_set_of_names_from_its_width_on() {
    let css = read("styles/components/map.css");
    for (n, px) in LEAST_WIDTHS_PX.iter().enumerate() {
        assert!(css.contains(&format!(".map-label-set.set-{} {{", n + 1)));
        // The first set is for anything narrower as well.
        assert!(
            n == 0 || css.contains(&format!("@container plate (min-width: {px}px)")),
            "{px}"
        );
    }
}

/// A map as lines: what each territory and dot says, the key, and where the names stand at each width.
fn lines(d: &Dataset, day: Day) -> String {
    let placed = map(d, day).expect("there are outlines");
    let mut out = format!(
        "the map of {} on {day}, {} x {}\n",
        d.about().title,
        placed.width,
        placed.height
    );
    for t in &placed.territories {
        let note = t.note.as_deref().unwrap_or("nothing");
        out += &format!("{:?} {:?}: {}; opens {note}\n", t.part, t.sign, t.accessible_name());
    }
    for dot in &placed.dots {
        let site = &dot.site;
        let group = site.group.map_or("no group", |ix| &d.word(ix).word);
        out += &format!(
            "dot {} {}: {} ({group}), {}, {} ({:?}); opens {}\n",
            dot.x, dot.y, site.name, site.words, site.date, site.open, site.note
        );
    }
    for site in &placed.unplaced {
        out += &format!("elsewhere: {}, {}, {}\n", site.name, site.words, site.date);
    }
    for row in placed.key(d) {
        let names: Vec<String> = row
            .names
            .iter()
            .map(|(name, date)| format!("{name} [{date}]"))
            .collect();
        out += &format!(
            "key {:?} {:?} {}: {}\n",
            row.part,
            row.sign,
            row.words,
            names.join(", ")
        );
    }
    for set in &placed.labels {
        out += &format!("from {} px, text of {}\n", set.least_px, set.size);
        for l in &set.labels {
            let (wide, high) = (l.covers.right - l.covers.left, l.covers.bottom - l.covers.top);
            out += &format!("  {:?} {} at {} {}, {wide} x {high}\n", l.kind, l.text, l.x, l.baseline);
        }
    }
    out
}

/// Maps that were looked at and found good; a crowded one as well, where names give way to each other.
#[test]
fn maps_are_as_they_were() {
    let mark = |(x, y): (i32, i32)| json!({"entity": "gull-point", "x": x, "y": y, "source": "A gazetteer"});
    let mut crowded = outlines();
    crowded["marks"] = [
        (100, 100),
        (120, 110),
        (290, 20),
        (150, 290),
        (20, 590),
        (640, 90),
        (640, 130),
        (600, 110),
        (680, 110),
        (640, 60),
        (640, 170),
    ]
    .map(mark)
    .into_iter()
    .collect();
    let mut named: Value = serde_json::from_str(&json_with(outlines())).expect("JSON");
    named["countries"][0]["aliases"] = json!([
        {"text": "Ald"}, {"text": "Aldh."}, {"text": "Al", "lang": "de"}, {"text": "Aldhaven-on-Sea"}, {"text": "Oldhaven"}
    ]);
    let narrow = |shape: &mut Value| shape["room"] = json!(60);
    named["outlines"]["shapes"]
        .as_array_mut()
        .expect("shapes")
        .iter_mut()
        .for_each(narrow);
    let (charted, crowded, real) = (charted(), opened(&json_with(crowded)), real());
    let year = |year: u16| Day::new(year, 12, 31).expect("a day");
    let maps = [
        lines(&charted, charted.vantage_day()),
        lines(&charted, year(1900)),
        lines(&crowded, crowded.vantage_day()),
        lines(&opened(&named.to_string()), charted.vantage_day()),
        lines(&real, real.vantage_day()),
        lines(&real, year(2002)),
        lines(&real, year(2005)),
    ];
    golden::is_as_it_was("maps.txt", &maps.join("\n"));
}
