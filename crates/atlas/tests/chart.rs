//! Charts of whole datasets: they agree with the answers for each day, no label meets another, and nothing is left out.
//!
//! What holds of the stretches of any history stands beside them (`views/chart/spans`).

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

#[path = "../../../tests/support/datasets.rs"]
mod datasets;
#[path = "../../../tests/support/golden.rs"]
mod golden;
#[path = "chart/written.rs"]
mod written;

use atlas::asof::answer;
use atlas::model::{Table, Target};
use atlas::roles::{Arrangement, State};
use atlas::views::{Chart, ChartBar, ChartLook, ChartTrack, ChartWidth, chart, events};
use atlas::{Answer, Dataset, Day, EntityIx, Rule};
use serde_json::{Value, json};

fn all() -> Vec<(&'static str, Dataset)> {
    vec![
        ("real", datasets::real()),
        ("example", datasets::example()),
        ("harbours", datasets::harbours()),
        ("ferries", datasets::ferries()),
        ("template", datasets::template()),
        ("trial", datasets::opened(&datasets::trial_json())),
    ]
}

/// Every chart of every dataset, with its name for messages.
fn charts() -> Vec<(String, usize, EntityIx, Chart)> {
    let mut out = Vec::new();
    for (n, (name, d)) in all().iter().enumerate() {
        for unit in d.countries() {
            for width in ChartWidth::ALL {
                let case = format!("{name}, {}, {width:?}", d.entity(unit).name);
                let placed = chart(d, unit, width).unwrap_or_else(|| panic!("no chart: {case}"));
                assert_eq!(placed.width, width.px());
                out.push((case, n, unit, placed));
            }
        }
    }
    out
}

fn tracks(chart: &Chart) -> impl Iterator<Item = &ChartTrack> {
    chart
        .groups
        .iter()
        .flat_map(|group| &group.rows)
        .flat_map(|row| &row.tracks)
}

fn answered(d: &Dataset, of: Target, day: Day) -> Answer {
    match of {
        Target::Participation(ix) => answer(&d.participation(ix).history, day, d.vantage_day()),
        Target::Permission(ix) => answer(&d.permission(ix).history, day, d.vantage_day()),
        other => panic!("{other:?}"),
    }
}

/// Whether the row that answers is an end, after which nothing is drawn.
fn is_end(d: &Dataset, of: Target, row: usize) -> bool {
    match of {
        Target::Permission(ix) => *d.permission(ix).history[row].cited.value() == Arrangement::Ended,
        Target::Participation(ix) => *d.participation(ix).history[row].cited.value() == State::Former,
        other => panic!("{other:?}"),
    }
}

/// Days of an axis: the first of each month, some within, and the last of each year.
fn days(chart: &Chart) -> Vec<Day> {
    let years = chart.axis.first.year()..=chart.axis.last.year();
    let of_year = |year| (1..=12).flat_map(move |month| [1, 9, 16, 28].map(|day| Day::new(year, month, day)));
    let days = years.flat_map(|year| of_year(year).chain([Day::new(year, 12, 31)]));
    days.flatten()
        .filter(|day| (chart.axis.first..chart.axis.last).contains(day))
        .collect()
}

fn inside(bar: &ChartBar, x: i32) -> bool {
    bar.look != ChartLook::End && bar.x.0 < x && x < bar.x.1
}

#[test]
fn a_chart_agrees_with_the_answer_for_every_day() {
    let datasets = all();
    let (mut certain, mut compared) = (0, 0);
    for (case, n, _, placed) in charts() {
        let d = &datasets[n].1;
        for track in tracks(&placed) {
            for day in days(&placed) {
                let (x, found) = (placed.axis.x_of(day), answered(d, track.of, day));
                let here = || track.bars.iter().filter(|bar| inside(bar, x));
                let beneath: Vec<usize> = here().filter(|bar| bar.beneath).map(|bar| bar.row).collect();
                let here: Vec<&ChartBar> = here().filter(|bar| !bar.beneath).collect();
                let case = format!("{case}, {} on {day}: {found:?}, {here:?}", d.id_of(track.of));
                assert!(here.len() <= 1, "two bars: {case}");
                // What is so beside what else may be stands below it.
                assert!(
                    beneath.iter().all(|&row| found == Answer::Inferred(row, Rule::Beneath)),
                    "{case}"
                );
                // What is certain on the chart is what is answered for the day; where nothing is, nothing is certain.
                if let Some(bar) = here.iter().find(|bar| bar.certain) {
                    assert_eq!(found.row(), Some(bar.row), "{case}");
                    certain += 1;
                }
                // What is answered is on the chart, unless it falls between two pixels.
                if let Some(row) = found.row().filter(|&row| !is_end(d, track.of, row)) {
                    let touches = |bar: &ChartBar| bar.row == row && bar.x.0 <= x && x <= bar.x.1;
                    assert!(track.bars.iter().any(touches), "{case}");
                }
                if found == Answer::NotSaid {
                    assert!(here.is_empty(), "{case}");
                }
                compared += 1;
            }
        }
    }
    assert!(certain > 10_000 && compared > 2 * certain, "{certain} of {compared}");
}

#[test]
fn labels_of_a_line_of_a_chart_stand_in_the_order_of_time() {
    for (case, _, _, placed) in charts() {
        for track in tracks(&placed) {
            // What is so besides has its label below the bars.
            let above = track.entries.iter().filter(|e| e.label.baseline < track.y);
            let at: Vec<(i32, i32)> = above.map(|e| (e.label.baseline, e.label.x)).collect();
            assert!(at.is_sorted(), "{case}: {at:?}");
            assert!(track.bars.is_sorted_by_key(|bar| bar.x), "{case}");
        }
        assert!(placed.happened.events.is_sorted_by_key(|event| event.x), "{case}");
    }
}

#[test]
fn every_row_of_every_history_has_its_label_on_the_chart_and_every_label_a_mark() {
    let datasets = all();
    for (case, n, unit, placed) in charts() {
        let d = &datasets[n].1;
        let own = d.permissions().filter(|&ix| d.permission(ix).country == unit);
        let tiers = d.table(Table::Programme).filter(|&ix| d.entity(ix).rung.is_some());
        let taken = tiers.filter_map(|p| d.participation_of(p, atlas::model::Who::Country(unit)));
        let mut expected: Vec<(Target, usize)> = own
            .map(|ix| (Target::Permission(ix), d.permission(ix).history.len()))
            .chain(taken.map(|ix| (Target::Participation(ix), d.participation(ix).history.len())))
            .collect();
        let mut found: Vec<(Target, usize)> = tracks(&placed).map(|track| (track.of, track.entries.len())).collect();
        let key = |row: &(Target, usize)| d.id_of(row.0).to_owned();
        expected.sort_by_key(key);
        found.sort_by_key(key);
        assert_eq!(found, expected, "{case}");
        for entry in tracks(&placed).flat_map(|track| &track.entries) {
            assert!(
                !entry.words.is_empty() && !entry.label.marks.is_empty(),
                "{case}: {entry:?}"
            );
            let range = 1..=d.paragraphs().len();
            assert!(
                entry.label.marks.iter().all(|m| range.contains(&m.mark.number)),
                "{case}: {entry:?}"
            );
        }
    }
}

#[test]
fn every_dated_event_of_a_unit_has_a_dot_on_its_chart_or_a_line_below_it() {
    let datasets = all();
    for (case, n, unit, placed) in charts() {
        let d = &datasets[n].1;
        let h = &placed.happened;
        let own: Vec<EntityIx> = events(d)
            .into_iter()
            .filter(|e| e.is_dated() && e.about.contains(&unit))
            .map(|e| e.ix)
            .collect();
        let shown: Vec<EntityIx> = h
            .events
            .iter()
            .chain(&h.loose)
            .chain(&h.ahead)
            .map(|e| e.event)
            .collect();
        for ix in &own {
            let stands_for_it = |other: &EntityIx| d.entity(*other).part_of == Some(*ix);
            let times = shown.iter().filter(|other| *other == ix).count();
            let whole = own.iter().any(stands_for_it);
            assert_eq!(times, usize::from(!whole), "{case}: {}", d.entity(*ix).id);
        }
        let hollow = h.events.iter().filter(|e| e.hollow).count();
        assert_eq!(h.own + hollow, h.events.len(), "{case}");
        assert!(hollow == 0 || h.own < 3, "{case}: hollow dots beside enough of its own");
        assert!(h.events.iter().all(|e| !e.marks.is_empty()), "{case}");
        assert!(h.numbered || h.events.iter().all(|e| e.label.is_some()), "{case}");
    }
}

#[test]
fn the_axis_of_a_chart_ends_with_the_time_of_writing_and_shows_three_years_at_least() {
    let datasets = all();
    for (case, n, _, placed) in charts() {
        let (d, axis) = (&datasets[n].1, &placed.axis);
        assert_eq!(
            (axis.last, axis.x_of(axis.last)),
            (d.vantage_day(), axis.right),
            "{case}"
        );
        assert_eq!(axis.written.text, d.about().vantage.words, "{case}");
        assert!(axis.last.year() - axis.first.year() >= 3, "{case}");
        assert_eq!(axis.x_of(axis.first), axis.left, "{case}");
        assert!(
            axis.ticks.is_sorted_by_key(|tick| tick.x) && axis.ticks.len() > 1,
            "{case}"
        );
        assert!(axis.ticks.iter().any(|tick| tick.label.is_some()), "{case}");
    }
}

/// A dataset changed by hand.
fn changed(json: &str, change: impl FnOnce(&mut Value)) -> Dataset {
    let mut bundle: Value = serde_json::from_str(json).expect("JSON");
    change(&mut bundle);
    datasets::opened(&bundle.to_string())
}

#[test]
fn a_unit_of_which_nothing_is_said_has_no_chart() {
    let bare = datasets::opened(&datasets::bare_json());
    for unit in bare.countries() {
        assert!(
            ChartWidth::ALL
                .into_iter()
                .all(|width| chart(&bare, unit, width).is_none())
        );
    }
}

#[test]
fn a_chart_has_as_many_parts_as_its_dataset() {
    let titles = |d: &Dataset| -> Vec<Vec<usize>> {
        let units = d.countries().into_iter();
        let charts = units.filter_map(|unit| chart(d, unit, ChartWidth::Wide));
        charts
            .map(|c| c.groups.iter().map(|group| group.rows.len()).collect())
            .collect()
    };
    let no_ladder = changed(&datasets::example_json(), |bundle| {
        for programme in bundle["programmes"].as_array_mut().expect("rows") {
            programme.as_object_mut().expect("a row").remove("rung");
        }
    });
    assert!(titles(&no_ladder).iter().all(|groups| groups.len() == 1));
    let many_rungs = changed(&datasets::example_json(), |bundle| {
        let rows = bundle["programmes"].as_array_mut().expect("rows");
        for (programme, rung) in rows.iter_mut().zip(1..) {
            programme["rung"] = json!(rung);
        }
    });
    let programmes = many_rungs.table(Table::Programme).count();
    assert!(programmes >= 5);
    let all_stand = |groups: &Vec<usize>| groups[0] == programmes && groups.len() == 2;
    assert!(titles(&many_rungs).iter().all(all_stand));
    // No permissions at all: the ladder alone.
    assert!(titles(&datasets::harbours()).iter().all(|groups| groups.len() == 1));
}

#[test]
fn a_chart_of_a_long_history_is_placed_at_once_and_keeps_its_order() {
    let d = changed(&datasets::harbours_json(), |bundle| {
        let mut row = bundle["participations"][0]["history"][0].clone();
        row["reason"] = json!("a trial");
        let rows = (0..60).map(|n| {
            row["when"] = json!(format!("{}-{:02}", 1900 + n / 12, n % 12 + 1));
            row.clone()
        });
        let rows: Vec<Value> = rows.collect();
        bundle["participations"][0]["history"] = json!(rows);
    });
    for unit in d.countries() {
        for placed in ChartWidth::ALL.into_iter().filter_map(|width| chart(&d, unit, width)) {
            for track in tracks(&placed) {
                let at: Vec<(i32, i32)> = track.entries.iter().map(|e| (e.label.baseline, e.label.x)).collect();
                assert!(at.is_sorted(), "{at:?}");
            }
        }
    }
}
