//! Outlines as rings of points, read from path data of straight lines.
//!
//! Left out: curves, which outlines do not have (`crate::validate` lets only straight lines through).

/// A rectangle, in units of the plane or in pixels of a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rect {
    /// Least x.
    pub left: i32,
    /// Least y.
    pub top: i32,
    /// Greatest x.
    pub right: i32,
    /// Greatest y.
    pub bottom: i32,
}

impl Rect {
    /// From its upper left corner.
    pub fn at(left: i32, top: i32, width: i32, height: i32) -> Self {
        Self {
            left,
            top,
            right: left + width,
            bottom: top + height,
        }
    }

    /// Width.
    pub fn width(&self) -> i32 {
        self.right - self.left
    }

    /// Height.
    pub fn height(&self) -> i32 {
        self.bottom - self.top
    }

    /// The same, larger by so much at every side.
    #[must_use]
    pub fn grown(&self, by: i32) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }

    /// The least rectangle that holds both.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Whether this one lies in the other.
    pub fn is_within(&self, other: &Self) -> bool {
        self.left >= other.left && self.top >= other.top && self.right <= other.right && self.bottom <= other.bottom
    }
}

/// Farthest coordinate that is reckoned with, so that no sum overflows.
pub(super) const FARTHEST: i32 = 100_000;

/// A closed ring of points, in units of the plane.
pub type Ring = Vec<(i32, i32)>;

/// The rings of path data, in its order; what cannot be read ends the outline.
pub fn rings(path: &str) -> Vec<Ring> {
    let mut rings: Vec<Ring> = Vec::new();
    let mut ring: Ring = Vec::new();
    let (mut x, mut y) = (0_i32, 0_i32);
    let mut rest = path;
    let mut command = ' ';
    loop {
        rest = rest.trim_start_matches([' ', ',']);
        let Some(next) = rest.chars().next() else { break };
        if next.is_ascii_alphabetic() {
            command = next;
            rest = rest.get(1..).unwrap_or_default();
            if matches!(command, 'M' | 'm' | 'Z' | 'z') {
                let done = std::mem::take(&mut ring);
                // A ring that is closed leads back to where it began.
                if let (Some(&first), 'Z' | 'z') = (done.first(), command) {
                    (x, y) = first;
                }
                rings.push(done);
            }
            continue;
        }
        let Some((first, after)) = number(rest) else { break };
        rest = after;
        let relative = command.is_ascii_lowercase();
        let (from_x, from_y) = if relative { (x, y) } else { (0, 0) };
        match command.to_ascii_lowercase() {
            'h' => x = bounded(from_x + first),
            'v' => y = bounded(from_y + first),
            'm' | 'l' => {
                let Some((second, after)) = number(rest.trim_start_matches([' ', ','])) else {
                    break;
                };
                rest = after;
                (x, y) = (bounded(from_x + first), bounded(from_y + second));
                // Further pairs after a move are lines.
                command = if relative { 'l' } else { 'L' };
            }
            _ => break,
        }
        ring.push((x, y));
    }
    rings.push(ring);
    rings.retain(|ring| !ring.is_empty());
    rings
}

fn bounded(n: i32) -> i32 {
    n.clamp(-FARTHEST, FARTHEST)
}

/// A number at the start of a text, to the nearest whole, and what stands after it.
fn number(text: &str) -> Option<(i32, &str)> {
    let body = text.strip_prefix('-').unwrap_or(text);
    let (whole, rest) = digits(body)?;
    let (part, rest) = match rest.strip_prefix('.') {
        Some(rest) => digits(rest)?,
        None => ("", rest),
    };
    if whole.is_empty() && part.is_empty() {
        return None;
    }
    let up = i32::from(part.bytes().next().is_some_and(|digit| digit >= b'5'));
    // A number too long to be read lies beyond every plane.
    let size = match whole {
        "" => 0,
        whole => bounded(whole.parse().unwrap_or(FARTHEST)),
    };
    let size = size + up;
    Some((if body.len() < text.len() { -size } else { size }, rest))
}

/// The digits that a text begins with, and the rest.
fn digits(text: &str) -> Option<(&str, &str)> {
    text.split_at_checked(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()))
}

/// The rectangle that holds rings; `None` where they have no point.
pub fn bounds<'a>(rings: impl IntoIterator<Item = &'a Ring>) -> Option<Rect> {
    let points = rings.into_iter().flatten();
    points
        .map(|&(x, y)| Rect::at(x, y, 0, 0))
        .reduce(|all, point| all.with(&point))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_read_however_they_are_written() {
        let square = vec![vec![(10, 20), (40, 20), (40, 50), (10, 50)]];
        for path in [
            "M10 20L40 20 40 50 10 50Z",
            "M10,20 40,20 40,50 10,50z",
            "m10 20l30 0 0 30-30 0z",
            "M10 20h30v30h-30z",
            "M 10 20 H 40 V 50 H 10 Z",
            "M9.6 20.4L39.5 20 40.2 50 10 49.7",
        ] {
            assert_eq!(rings(path), square, "{path}");
        }
    }

    #[test]
    fn a_ring_begins_where_the_last_one_began() {
        let two = rings("M10 10l5 0 0 5zm20 0l5 0 0 5z");
        assert_eq!(
            two,
            [vec![(10, 10), (15, 10), (15, 15)], vec![(30, 10), (35, 10), (35, 15)]]
        );
        assert_eq!(bounds(&two), Some(Rect::at(10, 10, 25, 5)));
    }

    #[test]
    fn what_is_no_outline_has_no_point() {
        for path in ["", "M", "L", "M1", "Z", "M-", "M."] {
            assert_eq!(bounds(&rings(path)), None, "{path:?}");
        }
        assert_eq!(
            rings("M99999999999999 0L-99999999999999 3"),
            [vec![(FARTHEST, 0), (-FARTHEST, 3)]]
        );
        assert_eq!(rings("M1 2L3 4-5--6"), [vec![(1, 2), (3, 4)]]);
    }
}
