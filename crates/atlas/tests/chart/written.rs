//! What is written on charts: no words meet others, and charts of invented datasets stay as they were found good.

use std::fmt::Write as _;

use atlas::views::text_width::{Face, text_width};
use atlas::views::{Chart, ChartMark, ChartWidth, LABEL_PX, NAME_PX, chart};

use super::{charts, datasets, golden};

/// A rectangle with what it is.
type Area = (i32, i32, i32, i32, String);

fn meet(a: &Area, b: &Area) -> bool {
    a.0 < b.1 && b.0 < a.1 && a.2 < b.3 && b.2 < a.3
}

fn mark(mark: &ChartMark, baseline: i32) -> Area {
    (
        mark.x,
        mark.x + mark.width,
        baseline - 10,
        baseline + 3,
        format!("¶{}", mark.mark.number),
    )
}

fn words(text: &str, x: i32, baseline: i32, size: i32, face: Face) -> Area {
    (
        x,
        x + text_width(text, size, face),
        baseline - 10,
        baseline + 3,
        text.to_owned(),
    )
}

/// Everything that is written on a chart.
fn written(placed: &Chart, width: ChartWidth) -> Vec<Area> {
    let face = if width == ChartWidth::Phone {
        Face::Bold
    } else {
        Face::Sans
    };
    let mut out = Vec::new();
    for row in placed.groups.iter().flat_map(|group| &group.rows) {
        out.extend(row.names.iter().map(|n| words(&n.text, n.x, n.y, NAME_PX, face)));
        out.extend(
            row.silent
                .iter()
                .map(|s| words(&s.text, s.x, s.y, LABEL_PX, Face::Sans)),
        );
        for label in row.tracks.iter().flat_map(|t| &t.entries).map(|entry| &entry.label) {
            if !label.text.is_empty() {
                out.push(words(&label.text, label.x, label.baseline, LABEL_PX, Face::Sans));
            }
            out.extend(label.marks.iter().map(|m| mark(m, label.baseline)));
        }
    }
    for event in &placed.happened.events {
        if let Some(label) = &event.label {
            out.push(words(&event.date, label.x, label.baseline, LABEL_PX, Face::Bold));
            out.push(words(&event.name, label.x, label.name_baseline, LABEL_PX, Face::Sans));
            out.extend(label.marks.iter().map(|m| mark(m, label.baseline)));
        }
    }
    let numbers = placed.happened.numbers.iter().map(|number| {
        let half = text_width(&number.text, LABEL_PX, Face::Bold) / 2;
        words(&number.text, number.x - half, number.y, LABEL_PX, Face::Bold)
    });
    out.extend(numbers);
    out
}

#[test]
fn no_words_of_a_chart_meet_others_or_leave_it() {
    for (n, (case, _, _, placed)) in charts().into_iter().enumerate() {
        let areas = written(&placed, ChartWidth::ALL[n % 3]);
        for (n, a) in areas.iter().enumerate() {
            assert!(
                a.0 >= 0 && a.1 <= placed.width && a.3 <= placed.height,
                "{case}: {a:?} leaves the chart"
            );
            for b in areas.iter().skip(n + 1) {
                assert!(!meet(a, b), "{case}: {a:?} meets {b:?}");
            }
        }
    }
}

#[test]
fn no_line_to_the_label_of_an_event_crosses_another_label_of_the_chart() {
    for (n, (case, _, _, placed)) in charts().into_iter().enumerate() {
        let areas = written(&placed, ChartWidth::ALL[n % 3]);
        for event in &placed.happened.events {
            let Some(label) = &event.label else { continue };
            let line: Area = (event.x, event.x + 1, label.leader.0, label.leader.1, event.name.clone());
            for area in &areas {
                assert!(
                    !meet(&line, area),
                    "{case}: the line to {} crosses {area:?}",
                    event.name
                );
            }
        }
    }
}

/// Charts that were looked at and found good.
#[test]
fn charts_match_snapshot() {
    let mut out = String::new();
    for (name, d) in [("ferries", datasets::ferries()), ("example", datasets::example())] {
        for unit in d.countries() {
            for width in ChartWidth::ALL {
                let placed = chart(&d, unit, width).expect("a chart");
                writeln!(
                    out,
                    "{name}, {}, {width:?}: {} x {}",
                    d.entity(unit).id,
                    placed.width,
                    placed.height
                )
                .unwrap();
                write(&mut out, &placed);
            }
        }
    }
    golden::assert_snapshot("charts", &out);
}

fn write(out: &mut String, placed: &Chart) {
    for group in &placed.groups {
        writeln!(out, "  {}", group.title.text).unwrap();
        for row in &group.rows {
            let silent = row.silent.as_ref().map(|s| format!(": {}", s.text)).unwrap_or_default();
            writeln!(out, "    {}{silent}", row.name).unwrap();
            for track in &row.tracks {
                for bar in &track.bars {
                    let certain = if bar.certain { "certain" } else { "uncertain" };
                    let torn = match bar.torn {
                        (false, false) => "",
                        (true, false) => ", torn at its start",
                        (false, true) => ", torn at its end",
                        (true, true) => ", torn at both ends",
                    };
                    writeln!(out, "      {:?} {certain} {:?} y {}{torn}", bar.look, bar.x, bar.y).unwrap();
                }
                for entry in &track.entries {
                    let label = &entry.label;
                    let marks: Vec<String> = label
                        .marks
                        .iter()
                        .map(|m| format!("¶{} {}", m.mark.number, m.x))
                        .collect();
                    let at = (label.x, label.baseline);
                    writeln!(out, "      {at:?} \"{}\" {}", label.text, marks.join(", ")).unwrap();
                }
            }
        }
    }
    for event in &placed.happened.events {
        let label = event
            .label
            .as_ref()
            .map(|l| format!(" label {:?}", (l.x, l.baseline)))
            .unwrap_or_default();
        writeln!(out, "    {} {}, {}{label}", event.x, event.name, event.date).unwrap();
    }
    let numbers: Vec<String> = placed
        .happened
        .numbers
        .iter()
        .map(|n| format!("{} at {:?}", n.text, (n.x, n.y)))
        .collect();
    if !numbers.is_empty() {
        writeln!(out, "    {}", numbers.join(", ")).unwrap();
    }
}
