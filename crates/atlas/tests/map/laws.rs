//! Laws that every drawing of a map keeps, whatever the dataset.

use atlas::model::Dataset;
use atlas::views::{Drawing, LEAST_WIDTHS_PX, Label, LineKind, PlacedMap, RAIL_WIDTH_PX, Rail, Rect, SIGN, Size};

/// The smallest type that can be read, in CSS pixels.
const LEAST_TYPE: i32 = 12;

/// Panics with the law that is broken.
#[track_caller]
pub fn hold(d: &Dataset, name: &str, placed: &PlacedMap) {
    for drawing in &placed.drawings {
        let name = format!("{name}, {:?}", drawing.size);
        type_can_be_read(&name, drawing);
        nothing_overlaps(&name, placed, drawing);
        everything_lies_on_the_plate(&name, drawing);
        for label in &drawing.labels {
            lies_in_its_land(&name, placed, drawing, label);
        }
        leaders_do_not_cross(&name, drawing);
        if let Some(rail) = &drawing.rail {
            rail_is_in_order(d, &name, drawing, rail);
        }
    }
}

fn type_can_be_read(name: &str, drawing: &Drawing) {
    let least = match drawing.size {
        Size::Wide => LEAST_WIDTHS_PX[0],
        Size::Middle => LEAST_WIDTHS_PX[1],
        Size::Narrow => LEAST_WIDTHS_PX[2],
    };
    // Beside the supply lines the drawing has the whole of a wide page; the map of one unit is for a corner of it.
    assert!(
        drawing.width >= least || drawing.width == 340,
        "{name}: {} px",
        drawing.width
    );
    let of_labels = drawing
        .labels
        .iter()
        .flat_map(|label| &label.lines)
        .map(|line| line.size);
    let of_rail = drawing
        .rail
        .iter()
        .flat_map(|rail| rail.legs.iter().flat_map(|leg| &leg.texts))
        .map(|text| text.size);
    for size in of_labels.chain(of_rail) {
        assert!(size >= LEAST_TYPE, "{name}: type of {size} px");
    }
}

/// What covers what: each line of a label, each led-out name, each dot.
fn covered(placed: &PlacedMap, drawing: &Drawing) -> Vec<(String, Rect)> {
    let label = |label: &Label| {
        let name = placed.lands[label.land].name.clone();
        label
            .lines
            .iter()
            .map(move |line| (format!("{name}'s {:?}", line.text), line.covers))
            .collect::<Vec<_>>()
    };
    let mut all: Vec<(String, Rect)> = drawing.labels.iter().flat_map(label).collect();
    all.extend(
        drawing
            .leads
            .iter()
            .map(|lead| (placed.sites[lead.site].name.clone(), lead.covers)),
    );
    all
}

fn nothing_overlaps(name: &str, placed: &PlacedMap, drawing: &Drawing) {
    let all = covered(placed, drawing);
    for (n, (a, first)) in all.iter().enumerate() {
        for (b, second) in all.iter().skip(n + 1) {
            assert!(
                !first.overlaps(second),
                "{name}: {a} {first:?} lies over {b} {second:?}"
            );
        }
        for (x, y) in &drawing.dots {
            let dot = Rect::at(x - 6, y - 6, 12, 12);
            assert!(!first.overlaps(&dot), "{name}: {a} lies over a dot");
        }
    }
    for label in &drawing.labels {
        for line in &label.lines {
            for (_, x, y) in &line.signs {
                assert!(
                    Rect::at(*x, *y, SIGN, SIGN).is_within(&line.covers.grown(1)),
                    "{name}: a sign outside {line:?}"
                );
            }
        }
    }
}

fn everything_lies_on_the_plate(name: &str, drawing: &Drawing) {
    let plate = drawing.frame.plate;
    assert!(
        plate.right <= drawing.width && plate.bottom <= drawing.height,
        "{name}: {plate:?}"
    );
    for label in &drawing.labels {
        assert!(label.covers().is_within(&plate), "{name}: {label:?} leaves {plate:?}");
    }
    for lead in &drawing.leads {
        assert!(
            lead.covers.is_within(&plate) && lead.mark.is_within(&plate),
            "{name}: {lead:?} leaves {plate:?}"
        );
    }
}

/// Whether a pixel lies in a land, by counting the borders to its left.
fn is_in(placed: &PlacedMap, drawing: &Drawing, land: usize, (x, y): (i32, i32)) -> bool {
    let (view, plate) = (drawing.frame.view, drawing.frame.plate);
    let across = f64::from(view.width()) / f64::from(plate.width());
    let plane = (
        f64::from(view.left) + f64::from(x - plate.left) * across,
        f64::from(view.top) + f64::from(y - plate.top) * across + 0.001,
    );
    let mut inside = false;
    for ring in points(placed.lands[land].path) {
        for (n, a) in ring.iter().enumerate() {
            let b = ring[(n + 1) % ring.len()];
            if (a.1 < plane.1) != (b.1 < plane.1) {
                let at = a.0 + (b.0 - a.0) * (plane.1 - a.1) / (b.1 - a.1);
                inside ^= at < plane.0;
            }
        }
    }
    inside
}

/// Points of a path as the outlines of the tests write them: one move, then relative lines.
fn points(path: &str) -> Vec<Vec<(f64, f64)>> {
    let mut rings: Vec<Vec<(f64, f64)>> = Vec::new();
    let (mut x, mut y) = (0.0, 0.0);
    for part in path
        .split_inclusive(|c: char| "MmLlHhVvZz".contains(c))
        .collect::<Vec<_>>()
        .windows(2)
    {
        let command = part[0].chars().last().unwrap();
        let numbers = part[1]
            .trim_end_matches(|c: char| c.is_ascii_alphabetic())
            .replace('-', " -");
        let numbers: Vec<f64> = numbers
            .split([' ', ','])
            .filter(|n| !n.is_empty())
            .map(|n| n.parse().unwrap())
            .collect();
        if matches!(command, 'M' | 'm') {
            // A ring that was closed leads back to where it began.
            if let (Some(first), 'm') = (rings.last().and_then(|ring| ring.first()), command) {
                (x, y) = *first;
            }
            rings.push(Vec::new());
        }
        let mut step = |dx: f64, dy: f64, relative: bool| {
            (x, y) = if relative { (x + dx, y + dy) } else { (dx, dy) };
            rings.last_mut().unwrap().push((x, y));
        };
        match command {
            'M' | 'L' | 'm' | 'l' => numbers
                .chunks_exact(2)
                .for_each(|pair| step(pair[0], pair[1], command.is_lowercase())),
            'h' => numbers.iter().for_each(|&dx| step(dx, 0.0, true)),
            'v' => numbers.iter().for_each(|&dy| step(0.0, dy, true)),
            other => assert!(matches!(other, 'z' | 'Z'), "{other}"),
        }
    }
    rings
}

/// A label lies wholly in its land, or has a halo and its middle in the land.
fn lies_in_its_land(name: &str, placed: &PlacedMap, drawing: &Drawing, label: &Label) {
    let land = &placed.lands[label.land].name;
    let middle = |r: &Rect| ((r.left + r.right) / 2, (r.top + r.bottom) / 2);
    if label.is_inside {
        for line in &label.lines {
            let r = line.covers;
            for corner in [
                (r.left, r.top),
                (r.right, r.top),
                (r.left, r.bottom),
                (r.right, r.bottom),
                middle(&r),
            ] {
                assert!(
                    is_in(placed, drawing, label.land, corner),
                    "{name}: {land}'s {:?} leaves its land",
                    line.text
                );
            }
        }
    } else {
        assert!(
            placed.lands[label.land].is_unit || label.lines.iter().all(|line| line.kind == LineKind::Name),
            "{name}: {land}"
        );
        let r = label.covers();
        let near = [(0, 0), (-2, 0), (2, 0), (0, -2), (0, 2)].map(|(dx, dy)| (middle(&r).0 + dx, middle(&r).1 + dy));
        assert!(
            near.iter().any(|&at| is_in(placed, drawing, label.land, at)),
            "{name}: {land}'s label stands beside its land"
        );
    }
}

type Segment = ((i32, i32), (i32, i32));

/// The straight parts of path data of one move with lines and level lines.
fn segments(path: &str) -> Vec<Segment> {
    let mut out = Vec::new();
    let mut at = (0, 0);
    for part in path
        .split_inclusive(|c: char| "MLH".contains(c))
        .collect::<Vec<_>>()
        .windows(2)
    {
        let numbers: Vec<i32> = part[1]
            .trim_end_matches(['M', 'L', 'H'])
            .split(' ')
            .map(|n| n.parse().expect("a number"))
            .collect();
        let to = match (part[0].chars().last(), numbers.as_slice()) {
            (Some('M' | 'L'), [x, y]) => (*x, *y),
            (Some('H'), [x]) => (*x, at.1),
            other => panic!("{other:?} in {path}"),
        };
        if !part[0].ends_with('M') {
            out.push((at, to));
        }
        at = to;
    }
    out
}

fn cross(a: Segment, b: Segment) -> bool {
    let side =
        |p: (i32, i32), q: (i32, i32), r: (i32, i32)| ((q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0)).signum();
    side(a.0, a.1, b.0) * side(a.0, a.1, b.1) < 0 && side(b.0, b.1, a.0) * side(b.0, b.1, a.1) < 0
}

fn leaders_do_not_cross(name: &str, drawing: &Drawing) {
    let ways: Vec<Vec<Segment>> = drawing.leads.iter().map(|lead| segments(&lead.path)).collect();
    for (n, a) in ways.iter().enumerate() {
        for b in ways.iter().skip(n + 1) {
            let crossing = a.iter().any(|a| b.iter().any(|b| cross(*a, *b)));
            assert!(!crossing, "{name}: {a:?} crosses {b:?}");
        }
    }
}

fn rail_is_in_order(d: &Dataset, name: &str, drawing: &Drawing, rail: &Rail) {
    assert_eq!(rail.legs.len(), d.legs().len(), "{name}: every leg once");
    let mut last = 0;
    for leg in &rail.legs {
        assert!(leg.y.0 >= last && leg.y.1 > leg.y.0, "{name}: {:?} after {last}", leg.y);
        last = leg.y.1;
        let mut above = leg.y.0 - 4;
        for text in &leg.texts {
            assert!(text.y > above && text.y <= leg.y.1, "{name}: {text:?} in {:?}", leg.y);
            assert!(text.x <= leg.x - 10, "{name}: {text:?} reaches the line");
            above = text.y;
        }
        assert!(leg.mark.left > 0 && leg.mark.right < leg.x, "{name}: {:?}", leg.mark);
    }
    assert!(last <= drawing.height, "{name}: {last} of {}", drawing.height);
    let leaders = rail
        .legs
        .iter()
        .map(|leg| &leg.leader)
        .chain(rail.stops.iter().map(|stop| &stop.leader))
        .flatten();
    for leader in leaders {
        for (from, to) in segments(leader) {
            for step in 0..=40 {
                let at = (
                    from.0 + (to.0 - from.0) * step / 40,
                    from.1 + (to.1 - from.1) * step / 40,
                );
                let point = Rect::at(at.0, at.1, 1, 1);
                let over = drawing
                    .labels
                    .iter()
                    .flat_map(|label| &label.lines)
                    .find(|line| line.covers.overlaps(&point));
                assert!(over.is_none(), "{name}: {leader} crosses {over:?}");
                assert!(
                    at.0 > RAIL_WIDTH_PX - 60,
                    "{name}: {leader} crosses the rail's own words"
                );
            }
        }
    }
}
