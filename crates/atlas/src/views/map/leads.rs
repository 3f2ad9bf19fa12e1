//! Names of places, led out of the lands into one column: the order with the fewest crossings, of these the shortest leaders.
//!
//! Left out: the dots themselves, and lists of places where there is no room for a column.

use super::super::text_width::{Face, text_width};
use super::ground::Ground;
use super::land::Land;
use super::outline::Rect;
use super::site::Site;

/// Size of a place's name, in pixels of the drawing.
pub const NAME: i32 = 14;
/// Size of the words under it.
pub const WORDS: i32 = 12;
/// Height of a place's two lines.
const HIGH: i32 = 34;
/// Height of a place's name alone.
const LOW: i32 = 22;
/// From one place's lines to the next one's.
const PITCH: i32 = 46;
/// Widest line of words.
const WIDEST: i32 = 190;
/// Width and height of a mark.
pub const MARK: (i32, i32) = (34, 24);
/// Radius that is kept free around a dot.
const DOT: i32 = 9;
/// The level end of a leader.
const LEVEL: i32 = 20;
/// Least distance of the column to the edge of the plate.
const EDGE: i32 = 8;

/// A place's name beside the map's subject, in pixels of the drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// Place of its site in the map's list.
    pub site: usize,
    /// From the dot to the name, as path data.
    pub path: String,
    /// Left end of both lines.
    pub x: i32,
    /// Baseline of the name.
    pub name_y: i32,
    /// The words under the name.
    pub words: String,
    /// Baseline of the words.
    pub words_y: i32,
    /// Where its mark stands.
    pub mark: Rect,
    /// What its two lines cover.
    pub covers: Rect,
}

/// Room around the dots.
pub(super) fn take_dots(ground: &mut Ground, dots: &[(i32, i32)]) {
    for &(x, y) in dots {
        ground.take(&Rect::at(x - DOT, y - DOT, 2 * DOT, 2 * DOT));
    }
}

/// A column of names for dots; `None` where there is no room for all. In the order of the sites; takes its room.
pub(super) fn leads(
    sites: &[Site],
    dots: &[(i32, i32)],
    lands: &[Land],
    ground: &mut Ground,
    plate: &Rect,
) -> Option<Vec<Lead>> {
    if sites.is_empty() {
        return Some(Vec::new());
    }
    let words: Vec<String> = sites.iter().map(words_of).collect();
    let widths = sites.iter().zip(&words).map(|(site, words)| {
        let name = text_width(&site.name, NAME, Face::Bold) + MARK.0;
        name.max(text_width(words, WORDS, Face::Sans))
    });
    let wide = widths.max().unwrap_or_default();
    let units: Vec<usize> = lands
        .iter()
        .enumerate()
        .filter(|(_, land)| land.is_unit)
        .map(|(at, _)| at)
        .collect();
    let right = plate.right - EDGE - wide;
    let columns = [(right, false), (plate.left + EDGE, true)];
    let (x, is_left, tops) = columns.into_iter().find_map(|(x, is_left)| {
        let clear = |top: i32| {
            let covers = Rect::at(x, top, wide, HIGH).grown(4);
            ground.is_clear(&covers) && !ground.touches(&units, &covers)
        };
        Some((x, is_left, tops(dots, plate, clear)?))
    })?;
    let ends: Vec<(i32, i32)> = tops
        .iter()
        .map(|&top| (if is_left { x + wide + LEVEL } else { x - LEVEL }, top + 12))
        .collect();
    let inward = if is_left { -LEVEL } else { LEVEL };
    let order = order(dots, &ends, inward);
    let mut out: Vec<Lead> = Vec::new();
    for (site, slot) in order.iter().enumerate() {
        let (Some(&dot), Some(&end), Some(&top)) = (dots.get(site), ends.get(*slot), tops.get(*slot)) else {
            continue;
        };
        let (Some(own), Some(words)) = (sites.get(site), words.get(site)) else {
            continue;
        };
        let name = text_width(&own.name, NAME, Face::Bold);
        let to = if is_left {
            x + name.max(text_width(words, WORDS, Face::Sans)) + 5
        } else {
            x - 5
        };
        let from = outside(dot, end, DOT - 2);
        out.push(Lead {
            site,
            path: format!("M{} {}L{} {}H{to}", from.0, from.1, end.0, end.1),
            x,
            name_y: top + 17,
            words: words.clone(),
            words_y: top + 32,
            mark: Rect::at(x + name + 1, top, MARK.0, MARK.1),
            covers: Rect::at(x, top, wide, HIGH),
        });
        ground.take(&Rect::at(x, top, wide, HIGH).grown(4));
        take_line(ground, from, end);
        take_line(ground, end, (to, end.1));
    }
    Some(out)
}

/// Names of places beside their dots, as near as they find room outside these lands, without words; those that find none are left
/// out. In the order of the sites; takes its room.
pub(super) fn beside(sites: &[Site], dots: &[(i32, i32)], outside_of: &[usize], ground: &mut Ground) -> Vec<Lead> {
    let mut out: Vec<Lead> = Vec::new();
    for (at, (site, &dot)) in sites.iter().zip(dots).enumerate() {
        let name = text_width(&site.name, WORDS, Face::Bold);
        let wide = name + MARK.0;
        let (x, y) = dot;
        let far = (0..12).map(|step| DOT + 2 + 8 * step);
        let places = far.flat_map(|far| {
            let (right, left, middle) = (x + far, x - far - wide, x - wide / 2);
            let (up, down, level) = (y - far - LOW, y + far, y - LOW / 2);
            [
                (right, level),
                (left, level),
                (middle, down),
                (middle, up),
                (right, down),
                (left, down),
                (right, up),
                (left, up),
            ]
        });
        let is_free = |covers: &Rect| {
            let covers = covers.grown(2);
            ground.is_clear(&covers) && !ground.touches(outside_of, &covers)
        };
        let covers = places.map(|(left, top)| Rect::at(left, top, wide, LOW)).find(is_free);
        let Some(covers) = covers else { continue };
        // To the nearest point of the name, where that is not at hand.
        let to = (
            x.clamp(covers.left, covers.right),
            y.clamp(covers.top + 3, covers.bottom - 3),
        );
        let from = outside(dot, to, DOT - 2);
        let path = if length(dot, to) > DOT + 4 {
            format!("M{} {}L{} {}", from.0, from.1, to.0, to.1)
        } else {
            String::new()
        };
        ground.take(&covers.grown(2));
        out.push(Lead {
            site: at,
            path,
            x: covers.left,
            name_y: covers.top + 16,
            words: String::new(),
            words_y: covers.bottom,
            mark: Rect::at(covers.left + name + 1, covers.top, MARK.0, LOW),
            covers,
        });
    }
    out
}

/// Upper edges of the column's places, from the top: each as near to a dot as those above it leave it.
fn tops(dots: &[(i32, i32)], plate: &Rect, clear: impl Fn(i32) -> bool) -> Option<Vec<i32>> {
    let mut heights: Vec<i32> = dots.iter().map(|dot| dot.1).collect();
    crate::order::sort(&mut heights);
    let mut next = plate.top + EDGE;
    let mut out = Vec::new();
    for height in heights {
        let wanted = next.max(height - PITCH);
        let top = (wanted..plate.bottom - HIGH).step_by(4).find(|&top| clear(top))?;
        next = top + PITCH;
        out.push(top);
    }
    Some(out)
}

/// For each dot the place of its end: starting from the order of their heights, ends are exchanged as long as that crosses fewer
/// leaders or makes them shorter. From each end a level part goes on by `level`.
fn order(dots: &[(i32, i32)], ends: &[(i32, i32)], level: i32) -> Vec<usize> {
    let mut by_height: Vec<usize> = (0..dots.len()).collect();
    crate::order::sort_by_key(&mut by_height, |&dot| dots.get(dot).map(|dot| (dot.1, dot.0)));
    let mut order = vec![0; dots.len()];
    for (slot, &dot) in by_height.iter().enumerate() {
        if let Some(at) = order.get_mut(dot) {
            *at = slot;
        }
    }
    let mut best = cost(dots, ends, &order, level);
    loop {
        let mut better = false;
        for a in 0..order.len() {
            for b in a + 1..order.len() {
                order.swap(a, b);
                let now = cost(dots, ends, &order, level);
                if now < best {
                    (best, better) = (now, true);
                } else {
                    order.swap(a, b);
                }
            }
        }
        if !better {
            return order;
        }
    }
}

/// Crossings, then the sum of lengths.
fn cost(dots: &[(i32, i32)], ends: &[(i32, i32)], order: &[usize], level: i32) -> (usize, i64) {
    let ways: Vec<((i32, i32), (i32, i32))> = dots
        .iter()
        .zip(order)
        .filter_map(|(&dot, &slot)| Some((dot, *ends.get(slot)?)))
        .collect();
    let levels: Vec<((i32, i32), (i32, i32))> = ways.iter().map(|&(_, end)| (end, (end.0 + level, end.1))).collect();
    let pairs = || {
        ways.iter()
            .enumerate()
            .flat_map(|(n, a)| (0..ways.len()).filter(move |m| *m != n).map(move |m| (a, m)))
    };
    // Each pair of slanting parts is met twice.
    let slanting = pairs()
        .filter(|&(a, m)| ways.get(m).is_some_and(|b| cross(*a, *b)))
        .count()
        / 2;
    let with_level = pairs()
        .filter(|&(a, m)| levels.get(m).is_some_and(|b| cross(*a, *b)))
        .count();
    let length = ways.iter().map(|&(a, b)| i64::from(length(a, b))).sum();
    (slanting + with_level, length)
}

fn cross(a: ((i32, i32), (i32, i32)), b: ((i32, i32), (i32, i32))) -> bool {
    let side = |p: (i32, i32), q: (i32, i32), r: (i32, i32)| {
        i64::from(q.0 - p.0) * i64::from(r.1 - p.1) - i64::from(q.1 - p.1) * i64::from(r.0 - p.0)
    };
    let apart = |p, q, r, s| side(p, q, r).signum() * side(p, q, s).signum() < 0;
    apart(a.0, a.1, b.0, b.1) && apart(b.0, b.1, a.0, a.1)
}

/// A length, by whole pixels.
fn length(a: (i32, i32), b: (i32, i32)) -> i32 {
    let (x, y) = (i64::from(a.0 - b.0), i64::from(a.1 - b.1));
    i32::try_from((x * x + y * y).isqrt()).unwrap_or(i32::MAX)
}

/// The point on the way from a dot to an end where the dot's ring is left behind.
fn outside(dot: (i32, i32), end: (i32, i32), radius: i32) -> (i32, i32) {
    let long = length(dot, end).max(1);
    (
        dot.0 + (end.0 - dot.0) * radius / long,
        dot.1 + (end.1 - dot.1) * radius / long,
    )
}

/// Room along a line, so that no word covers it.
fn take_line(ground: &mut Ground, from: (i32, i32), to: (i32, i32)) {
    let steps = (length(from, to) / 4).max(1);
    for step in 0..=steps {
        let (x, y) = (
            from.0 + (to.0 - from.0) * step / steps,
            from.1 + (to.1 - from.1) * step / steps,
        );
        ground.take(&Rect::at(x - 2, y - 2, 4, 4));
    }
}

/// What is said of a place in one line: all of it where that is not too wide, else the first of it "and others".
fn words_of(site: &Site) -> String {
    if site.words.is_empty() {
        return String::new();
    }
    let fits = |text: &String| text_width(text, WORDS, Face::Sans) <= WIDEST;
    let whom: Vec<&str> = site
        .words
        .iter()
        .filter_map(|words| words.strip_prefix("for "))
        .collect();
    if whom.len() < site.words.len() {
        return site.words.join("; ");
    }
    let all = format!("for {}", whom.join(" and "));
    match whom.as_slice() {
        [first, _, ..] if !fits(&all) => format!("for {first} and others"),
        _ => all,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaders_that_would_cross_change_places() {
        let ends = [(100, 0), (100, 50), (100, 100)];
        assert_eq!(order(&[(0, 0), (0, 50), (0, 100)], &ends, 20), [0, 1, 2]);
        // By height alone the far dot would come first and cross the near one's leader.
        for dots in [[(0, 40), (60, 60), (90, 45)], [(30, -60), (110, -50), (10, -20)]] {
            let order = order(&dots, &ends, 20);
            assert_eq!(cost(&dots, &ends, &order, 20).0, 0, "{order:?}");
        }
        assert_eq!(order(&[], &[], 20), [0_usize; 0]);
    }

    #[test]
    fn a_place_for_many_names_the_first() {
        let site = |words: &[&str]| Site {
            place: crate::index::EntityIx::at(crate::index::Owner::none(), 0),
            name: "Gull Point".to_owned(),
            words: words.iter().map(|&words| words.to_owned()).collect(),
            open: None,
            word: String::new(),
            note: String::new(),
            marks: Vec::new(),
        };
        assert_eq!(words_of(&site(&["for Aldhaven"])), "for Aldhaven");
        assert_eq!(
            words_of(&site(&["for Aldhaven", "for the fleet"])),
            "for Aldhaven and the fleet"
        );
        let long = "for all the other members of the League of Tides";
        assert_eq!(words_of(&site(&["for Aldhaven", long])), "for Aldhaven and others");
        assert_eq!(
            words_of(&site(&["for Aldhaven", "ended 1907"])),
            "for Aldhaven; ended 1907"
        );
    }
}
