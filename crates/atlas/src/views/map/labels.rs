//! Where names stand on the map, for several widths at which it may be drawn, so that none covers another.
//!
//! Text keeps its size while the map shrinks, so the narrower the map is drawn, the more of it a name takes: each width has a
//! set of its own. Left out: what is labelled and in which order, which is the caller's to say; and true metrics, since the
//! reader's typeface is not known here: widths are estimated for a broad sans-serif.

/// A rectangle of the plane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaneBox {
    /// Least x.
    pub left: i32,
    /// Least y.
    pub top: i32,
    /// Greatest x.
    pub right: i32,
    /// Greatest y.
    pub bottom: i32,
}

impl PlaneBox {
    /// A rectangle around a point.
    pub fn around(x: i32, y: i32, half_width: i32, half_height: i32) -> Self {
        Self {
            left: x - half_width,
            top: y - half_height,
            right: x + half_width,
            bottom: y + half_height,
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

/// Least widths in CSS pixels, for which a set of labels each is made. The style sheet shows the set of the width at hand
/// (styles/components/map.css has the same numbers).
pub const LEAST_WIDTHS_PX: [i32; 5] = [280, 320, 380, 460, 560];

/// Size of text in CSS pixels at the least width of a set; it is larger where the map is drawn wider.
const TEXT_PX: i32 = 14;

/// Height that a line of text keeps free, in hundredths of its size.
const LINE: i32 = 140;

/// The widest name of a dot, as a part of the map's width: a longer one would lie over countries it does not belong to, and the
/// dot has its number instead.
const WIDEST_DOT_NAME: i32 = 4;

/// From the middle of a line to its baseline, in hundredths of its size.
const BASELINE: i32 = 35;

/// Radius that is kept free around a dot, in CSS pixels.
const DOT_PX: i32 = 8;

/// What a label is for: it is drawn accordingly, and tries its places accordingly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelKind {
    /// A territory that the map is about: its name moves aside rather than be left out.
    Subject,
    /// A neighbour: named only where its name fits in what is seen of it.
    Context,
    /// A dot: its name stands beside it, or else its number.
    Dot,
}

/// A wish for a label.
#[derive(Clone, Debug)]
pub struct Wish {
    /// What it is for.
    pub kind: LabelKind,
    /// Texts in order of preference.
    pub texts: Vec<String>,
    /// Where it should stand (its middle), or the dot.
    pub x: i32,
    /// The same, downwards.
    pub y: i32,
    /// Half the width that it has there.
    pub room: i32,
}

/// A label in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What it is for.
    pub kind: LabelKind,
    /// The text.
    pub text: String,
    /// Middle of the text.
    pub x: i32,
    /// Baseline of the text.
    pub baseline: i32,
    /// What it covers.
    pub covers: PlaneBox,
}

/// The labels for one width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelSet {
    /// Least width in CSS pixels at which the set is shown.
    pub least_px: i32,
    /// Size of text in units of the plane.
    pub size: i32,
    /// The labels, in the order of the wishes.
    pub labels: Vec<Label>,
}

/// Places labels for every width of [`LEAST_WIDTHS_PX`]. Wishes come in order of importance: an earlier one is never
/// left out for a later one, apart from the numbers of dots, which have their places first.
pub fn label_sets(wishes: &[Wish], width: i32, height: i32) -> Vec<LabelSet> {
    LEAST_WIDTHS_PX
        .iter()
        .map(|&least_px| labels_at(wishes, width, height, least_px))
        .collect()
}

fn labels_at(wishes: &[Wish], width: i32, height: i32, least_px: i32) -> LabelSet {
    let units = |px: i32| px * width / least_px;
    let size = units(TEXT_PX);
    let edge = size / 4;
    let frame = PlaneBox {
        left: edge,
        top: edge,
        right: width - edge,
        bottom: height - edge,
    };
    let mut taken: Vec<PlaneBox> = wishes
        .iter()
        .filter(|w| w.kind == LabelKind::Dot)
        .map(|w| PlaneBox::around(w.x, w.y, units(DOT_PX), units(DOT_PX)))
        .collect();
    let mut placed: Vec<(usize, Label)> = Vec::new();
    let mut meet = |numbers: bool| {
        for (n, wish) in wishes.iter().enumerate() {
            if is_number(wish, width, size) != numbers {
                continue;
            }
            let free = |b: &PlaneBox| b.is_within(&frame) && !taken.iter().any(|t| t.overlaps(b));
            if let Some(label) = candidates(wish, width, size, units(DOT_PX)).find(|label| free(&label.covers)) {
                taken.push(label.covers);
                placed.push((n, label));
            }
        }
    };
    // Numbers are small and bound to their dots; names can move aside for them.
    meet(true);
    meet(false);
    crate::order::sort_by_key(&mut placed, |(n, _)| *n);
    let labels = placed.into_iter().map(|(_, label)| label).collect();
    LabelSet { least_px, size, labels }
}

/// Whether a dot's name is too long for this width, so that it has its number.
fn is_number(wish: &Wish, width: i32, size: i32) -> bool {
    let fits = |text: &String| text_width(text, size) <= width / WIDEST_DOT_NAME;
    wish.kind == LabelKind::Dot && !wish.texts.first().is_some_and(fits)
}

/// Where a wish may be met, the best place first.
fn candidates(wish: &Wish, width: i32, size: i32, dot: i32) -> impl Iterator<Item = Label> + '_ {
    let mut texts: Vec<&String> = wish.texts.iter().collect();
    if wish.kind == LabelKind::Dot {
        texts.retain(|text| text_width(text, size) <= width / WIDEST_DOT_NAME);
    } else {
        // The name as it is where it fits, else the shortest; the sort is stable.
        crate::order::sort_by_key(&mut texts, |text| {
            let half = text_width(text, size) / 2;
            if half <= wish.room { 0 } else { half }
        });
    }
    texts.into_iter().flat_map(move |text| {
        let half = text_width(text, size) / 2;
        let line = size * LINE / 200;
        let offsets: Vec<(i32, i32)> = match wish.kind {
            LabelKind::Subject => around(half, line),
            LabelKind::Context if half <= wish.room => vec![(0, 0)],
            LabelKind::Context => Vec::new(),
            LabelKind::Dot => beside(half, line, dot),
        };
        offsets.into_iter().map(move |(dx, dy)| {
            let (x, y) = (wish.x + dx, wish.y + dy);
            Label {
                kind: wish.kind,
                text: text.clone(),
                x,
                baseline: y + size * BASELINE / 100,
                covers: PlaneBox::around(x, y, half, line),
            }
        })
    })
}

/// Steps away from the best place, the nearest first: a line and a half up and down, half the text to either side.
fn around(half: i32, line: i32) -> Vec<(i32, i32)> {
    let mut steps: Vec<(i32, i32)> = (-3..=3).flat_map(|dy| (-4..=4).map(move |dx| (dx, dy))).collect();
    // A step aside keeps a name in its country better than a step up; the sort is stable, so ties go up and left.
    crate::order::sort_by_key(&mut steps, |(dx, dy)| dx * dx + 3 * dy * dy);
    steps.into_iter().map(|(dx, dy)| (dx * half / 4, dy * line)).collect()
}

/// Right of a dot or left of it, there a little lower or higher, at last above and below it.
fn beside(half: i32, line: i32, dot: i32) -> Vec<(i32, i32)> {
    let (right, left) = (half + dot, -half - dot);
    let mut steps = vec![(right, 0), (left, 0)];
    for dy in [line / 2, -line / 2, line, -line] {
        steps.extend([(right, dy), (left, dy)]);
    }
    steps.extend([(0, -line - dot), (0, line + dot)]);
    steps
}

/// Width of a text, estimated on the broad side.
fn text_width(text: &str, size: i32) -> i32 {
    let hundredths: i32 = text
        .chars()
        .map(|ch| match ch {
            'i' | 'j' | 'l' | 'I' | '.' | ',' | '\'' | '’' | ' ' => 34,
            'f' | 'r' | 't' | '-' | '(' | ')' => 44,
            'm' | 'w' | 'M' | 'W' => 94,
            ch if ch.is_uppercase() => 72,
            _ => 62,
        })
        .sum();
    hundredths.saturating_mul(size) / 100
}

#[cfg(test)]
mod tests;
