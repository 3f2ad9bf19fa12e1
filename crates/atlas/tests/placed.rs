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

use atlas::dates::Day;
use atlas::model::{Dataset, Table};
use atlas::picture::{Palette, routes};
use atlas::roles::Arrangement;
use atlas::views::{Counts, EventForm, Lane, Mark, TIMELINE_WIDTHS_PX, events, standing, timeline};
use proptest::prelude::*;

/// The real dataset, opened once: the laws ask it many times.
static REAL: LazyLock<Dataset> = LazyLock::new(datasets::real);

/// Left and right edge of the name of a mark, no wider than it is at least, and its baseline.
fn named(d: &Dataset, mark: &Mark) -> Option<(i32, i32, i32)> {
    let name = mark.name.as_ref()?;
    let width = i32::try_from(d.entity(mark.event).name.chars().count()).unwrap() * 5;
    let from = if name.before { name.x - width } else { name.x };
    Some((from, from + width, name.y))
}

#[test]
fn no_two_names_of_the_timeline_meet_and_no_line_crosses_one() {
    for (d, width) in [&*REAL, &datasets::example()]
        .into_iter()
        .flat_map(|d| TIMELINE_WIDTHS_PX.map(|width| (d, width)))
    {
        let placed = timeline(d, &events(d), width);
        for (n, mark) in placed.marks.iter().enumerate() {
            let Some((from, to, y)) = named(d, mark) else { continue };
            assert!(from >= 0 && to <= width, "{} is on the plane", d.entity(mark.event).id);
            assert_ne!(
                mark.form,
                EventForm::Band,
                "what has no date is not named where it might begin"
            );
            for (m, other) in placed.marks.iter().enumerate().filter(|(m, _)| *m != n) {
                let Some((a, b, other_y)) = named(d, other) else {
                    continue;
                };
                let (one, two) = (&d.entity(mark.event).id, &d.entity(other.event).id);
                assert!(m == n || y != other_y || to <= a || b <= from, "{one} meets {two}");
                let passes = other_y < y && y < other.y;
                assert!(
                    !passes || other.lead() < from || to < other.lead(),
                    "{two} crosses {one}"
                );
            }
        }
    }
}

#[test]
fn every_dated_event_has_its_mark_within_its_lane_and_covers_no_other() {
    for (d, width) in [&*REAL, &datasets::example(), &datasets::harbours()]
        .into_iter()
        .flat_map(|d| TIMELINE_WIDTHS_PX.map(|width| (d, width)))
    {
        let all = events(d);
        let placed = timeline(d, &all, width);
        let dated = all.iter().filter(|e| e.is_dated()).count();
        assert_eq!(placed.marks.len() + placed.earlier, dated);
        for (n, mark) in placed.marks.iter().enumerate() {
            let within = |lane: &Lane| lane.y < mark.y && mark.y < lane.y + lane.height;
            assert!(placed.lanes.iter().any(within));
            assert!(placed.left <= mark.x.0 && mark.x.0 < mark.x.1 && mark.x.1 <= placed.width + 4);
            let meets = |other: &&Mark| other.y == mark.y && other.x.0 < mark.x.1 && mark.x.0 < other.x.1;
            assert!(!placed.marks.iter().skip(n + 1).any(|other| meets(&other)));
        }
    }
}

/// An end of the time within which something lies is not its date.
#[test]
fn only_what_has_a_date_stands_at_one() {
    for d in [&*REAL, &datasets::example()] {
        let all = events(d);
        let of = |ix| {
            all.iter()
                .find(|e| e.ix == ix)
                .expect("it is placed because it is given")
        };
        for mark in timeline(d, &all, 1320).marks {
            let event = of(mark.event);
            let roughly = event.is_range || event.first.is_none();
            assert_eq!(mark.form == EventForm::Band, roughly, "{}", d.entity(mark.event).id);
        }
        let years = |e: &atlas::views::Event| (e.first.map(Day::year), e.last.map(Day::year));
        let open = all.iter().filter(|e| e.is_range && years(e).0 != years(e).1);
        assert!(open.into_iter().all(|e| e.year().is_none()));
    }
}

/// Timelines that were looked at and found good.
#[test]
fn timelines_match_snapshot() {
    let of = |d: &Dataset| {
        let placed = timeline(d, &events(d), 1320);
        let mut out = format!(
            "the timeline of {}, {} x {}\n",
            d.about().title,
            placed.width,
            placed.height
        );
        for tick in &placed.ticks {
            out += &format!("{} from {}\n", tick.year, tick.x);
        }
        out += &format!("written up to {}, {} earlier\n", placed.written, placed.earlier);
        for lane in &placed.lanes {
            let name = lane.country.map_or("all", |ix| &d.entity(ix).id);
            out += &format!("lane of {name} from {}, {} high\n", lane.y, lane.height);
        }
        for m in &placed.marks {
            let name = m.name.as_ref().map(|name| {
                let side = if name.before { "before" } else { "after" };
                format!(", named {side} {}, {}", name.x, name.y)
            });
            let plan = if m.plan { ", planned" } else { "" };
            let id = &d.entity(m.event).id;
            let name = name.unwrap_or_default();
            out += &format!(
                "{id} a {:?} at {:?} {}, open {:?}{name}{plan}\n",
                m.form, m.x, m.y, m.open
            );
        }
        out
    };
    let kept = [of(&datasets::example()), of(&datasets::harbours())];
    golden::assert_snapshot("timelines", &kept.join("\n"));
}

#[test]
fn what_lies_right_of_the_time_of_writing_is_planned() {
    let d = &*REAL;
    let placed = timeline(d, &events(d), 1320);
    let ahead = placed.marks.iter().filter(|m| m.x.0 >= placed.written);
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
        "Approval announced",
    ] {
        assert!(picture.svg.contains(part), "{part}");
    }
    assert_eq!(
        picture.svg.matches("<svg").count(),
        picture.svg.matches("</svg>").count()
    );
    assert!(!picture.svg.contains("<script"));
}
