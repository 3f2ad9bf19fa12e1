//! Laws of what is placed and read: no labels meet on the timeline, closing more never leaves more standing, a picture is whole.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

#[path = "../../../tests/support/datasets.rs"]
mod datasets;
#[path = "../../../tests/support/golden.rs"]
mod golden;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use atlas::model::{Dataset, Table};
use atlas::picture::{Palette, routes};
use atlas::roles::Arrangement;
use atlas::views::{Counts, Mark, events, standing, timeline};
use proptest::prelude::*;

/// The real dataset, opened once: the laws ask it many times.
static REAL: LazyLock<Dataset> = LazyLock::new(datasets::real);

/// What a mark and its label cover in its row, with the label as wide as a wide character is.
fn covers(d: &Dataset, mark: &Mark) -> (i32, i32) {
    let label = i32::try_from(d.entity(mark.event).name.chars().count()).unwrap() * 6;
    if mark.before {
        (mark.label_x - label, mark.x.1)
    } else {
        (mark.x.0, mark.label_x + label)
    }
}

#[test]
fn no_two_labels_of_the_timeline_meet() {
    for d in [&*REAL, &datasets::example()] {
        let placed = timeline(d, &events(d));
        assert!(placed.marks.len() > 15);
        for (n, a) in placed.marks.iter().enumerate() {
            for b in placed.marks.iter().skip(n + 1).filter(|b| b.y == a.y) {
                let ((a0, a1), (b0, b1)) = (covers(d, a), covers(d, b));
                assert!(
                    a1 <= b0 || b1 <= a0,
                    "{} meets {}",
                    d.entity(a.event).id,
                    d.entity(b.event).id
                );
            }
        }
    }
}

#[test]
fn every_dated_event_has_its_mark_within_its_lane() {
    for d in [&*REAL, &datasets::example()] {
        let all = events(d);
        let placed = timeline(d, &all);
        assert_eq!(placed.marks.len(), all.iter().filter(|e| e.is_dated()).count());
        for mark in &placed.marks {
            assert!(
                placed
                    .lanes
                    .iter()
                    .any(|lane| lane.y < mark.y && mark.y < lane.y + lane.height)
            );
            assert!(mark.x.0 <= mark.x.1 && mark.x.1 <= placed.width);
        }
    }
}

/// Timelines that were looked at and found good.
#[test]
fn timelines_are_as_they_were() {
    let of = |d: &Dataset| {
        let placed = timeline(d, &events(d));
        let mut out = format!(
            "the timeline of {}, {} x {}\n",
            d.about().title,
            placed.width,
            placed.height
        );
        for tick in &placed.ticks {
            out += &format!("{} from {}, {} wide\n", tick.year, tick.x, tick.width);
        }
        out += &format!("breaks at {:?}, written up to {:?}\n", placed.breaks, placed.written);
        for lane in &placed.lanes {
            let name = lane.country.map_or("all", |ix| &d.entity(ix).id);
            out += &format!("lane of {name} from {}, {} high\n", lane.y, lane.height);
        }
        for m in &placed.marks {
            let side = if m.before { "before" } else { "after" };
            let plan = if m.plan { ", planned" } else { "" };
            let id = &d.entity(m.event).id;
            out += &format!(
                "{id} at {:?} {}, open {:?}, named {side} at {}{plan}\n",
                m.x, m.y, m.open, m.label_x
            );
        }
        out
    };
    let kept = [of(&REAL), of(&datasets::example()), of(&datasets::harbours())];
    golden::is_as_it_was("timelines.txt", &kept.join("\n"));
}

#[test]
fn what_lay_ahead_stands_on_ruled_ground() {
    let d = &*REAL;
    let placed = timeline(d, &events(d));
    let written = placed.written.expect("the year of writing is on the axis");
    let ahead = placed.marks.iter().filter(|m| m.x.0 >= written);
    assert!(ahead.clone().count() > 0);
    assert!(ahead.clone().all(|m| m.plan));
}

#[test]
fn the_southern_line_stands_by_its_use_and_the_northern_does_not() {
    let d = &*REAL;
    let names = |closed: &[&str], counts: &Counts| {
        let closed: Vec<String> = closed.iter().map(|&id| id.to_owned()).collect();
        let found = standing(d, d.vantage_day(), &closed, counts);
        found.lines.iter().map(|&l| d.entity(l).id.clone()).collect::<Vec<_>>()
    };
    let approved = Counts {
        arrangements: BTreeSet::from([Arrangement::Approved, Arrangement::Agreed]),
        in_use: false,
    };
    assert_eq!(names(&[], &Counts::default()), ["southern-line"]);
    assert_eq!(names(&["southern-line"], &Counts::default()), Vec::<String>::new());
    assert_eq!(names(&["southern-line"], &approved), ["northern-line"]);
}

/// Ids that may be closed: every line and leg.
fn closable(d: &Dataset) -> Vec<String> {
    let lines = d.table(Table::Line).map(|l| d.entity(l).id.clone());
    let legs = d
        .table(Table::Line)
        .flat_map(|l| d.legs_of(l))
        .map(|l| d.leg(l).id.clone());
    lines.chain(legs).collect()
}

proptest! {
    #[test]
    fn closing_more_never_leaves_more_standing(first in any::<u8>(), more in any::<u8>(), counted in any::<u8>(), in_use in any::<bool>()) {
        let d = &*REAL;
        let ids = closable(d);
        let pick = |bits: u8| ids.iter().enumerate().filter(|(n, _)| bits >> (n % 8) & 1 == 1).map(|(_, id)| id.clone()).collect::<Vec<_>>();
        let arrangements = Arrangement::ALL.iter().enumerate().filter(|(n, _)| counted >> n & 1 == 1).map(|(_, &a)| a).collect();
        let counts = Counts { arrangements, in_use };
        let (few, many) = (pick(first), pick(first | more));
        let before = standing(d, d.vantage_day(), &few, &counts);
        let after = standing(d, d.vantage_day(), &many, &counts);
        prop_assert!(after.lines.iter().all(|line| before.lines.contains(line)));
        // Every sentence that tells of the source cites it; only what repeats the reader's choice does not.
        prop_assert!(after.sentences.iter().all(|s| !s.statements.is_empty() || s.text.starts_with("You have closed")));
    }
}

#[test]
fn a_picture_carries_title_key_scheme_note_and_source() {
    let d = &*REAL;
    let colour = |c: &str| c.to_owned();
    let palette = Palette {
        paper: colour("white"),
        ink: colour("black"),
        muted: colour("grey"),
        rule: colour("silver"),
        stated: colour("navy"),
        ended: colour("maroon"),
    };
    let picture = routes(d, d.vantage_day(), "as written", &palette);
    for part in [
        "Supply lines, as written",
        "Northern Line",
        "whose ground it is",
        "Source: ",
        "Natural Earth",
        "approval announced",
    ] {
        assert!(picture.svg.contains(part), "{part}");
    }
    assert_eq!(
        picture.svg.matches("<svg").count(),
        picture.svg.matches("</svg>").count()
    );
    assert!(!picture.svg.contains("<script"));
}
