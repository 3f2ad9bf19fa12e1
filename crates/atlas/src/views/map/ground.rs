//! The ground of a drawing as cells: which land each belongs to, what stands on it already, and where a stack of lines finds room.
//!
//! Cells keep the search short and exact enough: text stands to a cell. Left out: which lines, and in whose order.

use super::frame::Frame;
use super::outline::{Rect, Ring};

/// Width and height of a cell, in pixels of the drawing.
pub(super) const CELL: i32 = 2;

/// Distances to the border that are tried, in pixels.
const MARGINS: [i32; 9] = [3, 4, 5, 6, 8, 10, 12, 14, 18];

/// With so many cells a land is looked at in steps of two cells, with twice as many or more in steps of three.
const COARSE: i32 = 6_000;

/// No land.
const SEA: u16 = u16::MAX;

/// Cells of a plate, row by row.
pub(super) struct Ground {
    plate: Rect,
    columns: i32,
    rows: i32,
    owner: Vec<u16>,
    taken: Vec<bool>,
    /// For each land the cells that it spans.
    bounds: Vec<Option<Rect>>,
}

/// Where a stack stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// Its middle, in pixels of the drawing.
    pub x: i32,
    /// Its upper edge.
    pub top: i32,
    /// Whether all of it lies in its land.
    pub is_inside: bool,
}

impl Ground {
    /// The cells of a frame; of lands that lie over each other the later one has them.
    pub fn new(frame: &Frame, lands: &[Vec<Ring>]) -> Self {
        let plate = frame.plate;
        let (columns, rows) = (plate.width() / CELL, plate.height() / CELL);
        let count = usize::try_from(columns * rows).unwrap_or_default();
        let mut ground = Self {
            plate,
            columns,
            rows,
            owner: vec![SEA; count],
            taken: vec![false; count],
            bounds: Vec::new(),
        };
        for (land, rings) in lands.iter().enumerate() {
            let bounds = ground.fill(frame, rings, u16::try_from(land).unwrap_or(SEA));
            ground.bounds.push(bounds);
        }
        ground
    }

    /// Gives a land the cells whose middles lie within its rings: between the first and the second crossing of their row, between
    /// the third and the fourth, and so on. The cells that it spans.
    fn fill(&mut self, frame: &Frame, rings: &[Ring], land: u16) -> Option<Rect> {
        let count = usize::try_from(self.rows).unwrap_or_default();
        let mut crossings: Vec<Vec<i64>> = vec![Vec::new(); count];
        for ring in rings {
            let next = ring.iter().skip(1).chain(ring.first());
            for (&from, &to) in ring.iter().zip(next) {
                self.cross(frame, from, to, &mut crossings);
            }
        }
        let mut bounds: Option<Rect> = None;
        for (row, mut crossings) in (0..).zip(crossings) {
            crate::order::sort(&mut crossings);
            for pair in crossings.chunks_exact(2) {
                let [from, to] = pair else { continue };
                let column = |x2: i64| (frame.pixel_x2(x2) - self.plate.left + CELL / 2).div_euclid(CELL);
                let (from, to) = (column(*from).max(0), column(*to).min(self.columns));
                let Some(cells) = self.span(from, to, row).and_then(|span| self.owner.get_mut(span)) else {
                    continue;
                };
                cells.fill(land);
                let span = Rect::at(from, row, to - from, 1);
                bounds = Some(bounds.map_or(span, |all| all.with(&span)));
            }
        }
        bounds
    }

    /// Where an edge crosses the middles of rows, in twice the plane's units.
    fn cross(&self, frame: &Frame, (x1, y1): (i32, i32), (x2, y2): (i32, i32), crossings: &mut [Vec<i64>]) {
        let row = |y: i32| (frame.pixel(x1, y).1 - self.plate.top).div_euclid(CELL);
        let (first, last) = (row(y1.min(y2)) - 1, row(y1.max(y2)) + 1);
        let (x1, x2) = (2 * i64::from(x1), 2 * i64::from(x2));
        let (y1, y2) = (2 * i64::from(y1), 2 * i64::from(y2));
        for row in first.max(0)..(last + 1).min(self.rows) {
            // An odd number, so that no point of an outline lies on the line.
            let y = frame.plane_y2(self.plate.top + row * CELL + CELL / 2);
            let crossings = usize::try_from(row).ok().and_then(|row| crossings.get_mut(row));
            if let (true, Some(crossings)) = ((y1 < y) != (y2 < y), crossings) {
                crossings.push(x1 + (x2 - x1) * (y - y1) / (y2 - y1));
            }
        }
    }

    /// The cells of a row from one column to another, which is not included; `None` where there is none.
    fn span(&self, from: i32, to: i32, row: i32) -> Option<std::ops::Range<usize>> {
        let at = |column: i32| usize::try_from(row * self.columns + column).ok();
        (from < to && (0..self.rows).contains(&row))
            .then(|| Some(at(from)?..at(to)?))
            .flatten()
    }

    /// The cells that a rectangle in pixels of the drawing touches, as a rectangle of cells on the plate.
    fn cells_of(&self, r: &Rect) -> Rect {
        let column = |x: i32| (x - self.plate.left).div_euclid(CELL).clamp(0, self.columns);
        let row = |y: i32| (y - self.plate.top).div_euclid(CELL).clamp(0, self.rows);
        Rect {
            left: column(r.left),
            top: row(r.top),
            right: column(r.right + CELL - 1),
            bottom: row(r.bottom + CELL - 1),
        }
    }

    /// The rows of a rectangle of cells, as ranges of cells.
    fn rows_of(&self, cells: Rect) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
        (cells.top..cells.bottom).filter_map(move |row| self.span(cells.left, cells.right, row))
    }

    /// Marks a rectangle, in pixels of the drawing, as taken.
    pub fn take(&mut self, r: &Rect) {
        let rows: Vec<std::ops::Range<usize>> = self.rows_of(self.cells_of(r)).collect();
        for row in rows {
            if let Some(cells) = self.taken.get_mut(row) {
                cells.fill(true);
            }
        }
    }

    /// Whether nothing stands on a rectangle yet, and all of it lies on the plate.
    pub fn is_clear(&self, r: &Rect) -> bool {
        let mut rows = self.rows_of(self.cells_of(r));
        r.is_within(&self.plate) && rows.all(|row| self.taken.get(row).is_some_and(|cells| !cells.contains(&true)))
    }

    /// Whether a rectangle touches one of these lands.
    pub fn touches(&self, lands: &[usize], r: &Rect) -> bool {
        let wanted = |owner: &u16| lands.contains(&usize::from(*owner));
        let mut rows = self.rows_of(self.cells_of(r));
        rows.any(|row| self.owner.get(row).is_some_and(|cells| cells.iter().any(wanted)))
    }

    /// How many cells of each land are seen.
    pub fn areas(&self) -> Vec<i32> {
        let mut areas = vec![0; self.bounds.len()];
        for &owner in &self.owner {
            if let Some(area) = areas.get_mut(usize::from(owner)) {
                *area += 1;
            }
        }
        areas
    }

    /// The room that a land still has; `None` where nothing of it is seen.
    pub fn room(&self, land: usize) -> Option<Room> {
        let bounds = self.bounds.get(land).copied().flatten()?;
        let land = u16::try_from(land).ok()?;
        let is_own = |cell: usize| self.owner.get(cell) == Some(&land);
        let is_free = |cell: usize| is_own(cell) && self.taken.get(cell) == Some(&false);
        Some(Room {
            plate: self.plate,
            free: Sums::new(bounds, self.columns, is_free),
            own: Sums::new(bounds, self.columns, is_own),
        })
    }

    /// Where a stack stands best if it finds no room, and how much of it lies in its land, in thousandths: over nothing that stands
    /// there already, its middle in the land.
    pub fn spot_anyway(&self, room: &Room, stack: &[(i32, i32)]) -> Option<(i32, Spot)> {
        let bounds = room.own.bounds;
        let plate = Rect::at(0, 0, self.columns, self.rows);
        let taken = Sums::new(plate, self.columns, |cell| self.taken.get(cell) == Some(&true));
        let (wide, tight) = (stencil(stack, CELL), stencil(stack, 0));
        let cells: i32 = tight.iter().map(|line| line.width() * line.height()).sum();
        let half = height(stack) / 2 / CELL;
        let middle = ((bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2);
        let mut best: Option<(i32, i64, (i32, i32))> = None;
        for row in bounds.top..bounds.bottom {
            for column in bounds.left..bounds.right {
                let top = row - half;
                let is_clear = |line: &Rect| {
                    let line = moved(line, column, top);
                    line.is_within(&plate) && taken.count(&line) == 0
                };
                if room.own.count(&Rect::at(column, row, 1, 1)) == 0 || !wide.iter().all(is_clear) {
                    continue;
                }
                let own: i32 = tight.iter().map(|line| room.own.count(&moved(line, column, top))).sum();
                let share = own * 1_000 / cells.max(1);
                let near = -distance((column, row), middle);
                if best.is_none_or(|(most, nearest, _)| (most, nearest) < (share, near)) {
                    best = Some((share, near, (column, top)));
                }
            }
        }
        best.map(|(share, _, (column, top))| (share, room.spot_at(column, top, false)))
    }
}

/// Sums of cells within bounds, by which those of a rectangle are counted at once.
struct Sums {
    bounds: Rect,
    /// For each corner of a cell, the counted cells above and left of it.
    sums: Vec<i32>,
}

impl Sums {
    /// Counts cells of a plate of so many columns, by their place in it.
    fn new(bounds: Rect, columns: i32, counts: impl Fn(usize) -> bool) -> Self {
        let wide = usize::try_from(bounds.width()).unwrap_or_default();
        let high = usize::try_from(bounds.height()).unwrap_or_default();
        let mut sums: Vec<i32> = Vec::with_capacity((wide + 1) * (high + 1));
        sums.resize(wide + 1, 0);
        for row in bounds.top..bounds.bottom {
            let first = usize::try_from(row * columns + bounds.left).unwrap_or_default();
            let mut line = 0;
            sums.push(0);
            for cell in first..first + wide {
                line += i32::from(counts(cell));
                let above = sums.get(sums.len() - wide - 1).copied().unwrap_or_default();
                sums.push(above + line);
            }
        }
        Self { bounds, sums }
    }

    /// The counted cells of a rectangle of cells; beyond the bounds there are none.
    fn count(&self, r: &Rect) -> i32 {
        let b = &self.bounds;
        self.within(&Rect {
            left: r.left.clamp(b.left, b.right),
            top: r.top.clamp(b.top, b.bottom),
            right: r.right.clamp(b.left, b.right),
            bottom: r.bottom.clamp(b.top, b.bottom),
        })
    }

    /// The counted cells of a rectangle within the bounds.
    fn within(&self, r: &Rect) -> i32 {
        let columns = self.bounds.width() + 1;
        let sum = |column: i32, row: i32| {
            let at = (row - self.bounds.top) * columns + column - self.bounds.left;
            usize::try_from(at)
                .ok()
                .and_then(|at| self.sums.get(at))
                .copied()
                .unwrap_or_default()
        };
        sum(r.right, r.bottom) - sum(r.left, r.bottom) - sum(r.right, r.top) + sum(r.left, r.top)
    }

    /// Whether all cells of a rectangle are counted.
    fn is_full(&self, r: &Rect) -> bool {
        r.is_within(&self.bounds) && self.within(r) == r.width() * r.height()
    }
}

/// What of one land is seen, and what of it is free.
pub(super) struct Room {
    plate: Rect,
    free: Sums,
    own: Sums,
}

impl Room {
    fn spot_at(&self, column: i32, top: i32, is_inside: bool) -> Spot {
        Spot {
            x: self.plate.left + column * CELL,
            top: self.plate.top + top * CELL,
            is_inside,
        }
    }

    /// Where a stack of lines (widths and heights, from the top) lies wholly within the land and clear of what stands there: with
    /// the widest margin at which it does, which is given as well, and there nearest to the middle of all such places.
    pub fn spot(&self, stack: &[(i32, i32)]) -> Option<(i32, Spot)> {
        let bounds = self.free.bounds;
        // In a large land not every cell need be looked at.
        let step = 1 + usize::try_from(self.own.count(&bounds) / COARSE)
            .unwrap_or_default()
            .min(5);
        let mut best = None;
        let mut found: Vec<(i32, i32)> = Vec::new();
        for (n, margin) in MARGINS.into_iter().enumerate() {
            let stencil = stencil(stack, margin);
            let fits =
                |&(column, row): &(i32, i32)| stencil.iter().all(|line| self.free.is_full(&moved(line, column, row)));
            match n {
                0 => {
                    let columns = || (bounds.left..bounds.right).step_by(step);
                    let rows = (bounds.top..bounds.bottom).step_by(step);
                    let all = rows.flat_map(|row| columns().map(move |column| (column, row)));
                    found.extend(all.filter(fits));
                }
                // Whatever has a wider margin has a narrower one.
                _ => found.retain(fits),
            }
            match middle_of(&found) {
                Some(middle) => best = Some((margin, middle)),
                None => break,
            }
        }
        best.map(|(margin, (column, row))| (margin, self.spot_at(column, row, true)))
    }
}

/// Of some places the one nearest to the middle of all.
fn middle_of(places: &[(i32, i32)]) -> Option<(i32, i32)> {
    let count = i64::try_from(places.len()).unwrap_or(1).max(1);
    let mean = |of: fn(&(i32, i32)) -> i32| {
        let sum: i64 = places.iter().map(|at| i64::from(of(at))).sum();
        i32::try_from(sum / count).unwrap_or_default()
    };
    let middle = (mean(|at| at.0), mean(|at| at.1));
    places.iter().copied().min_by_key(|&at| distance(at, middle))
}

/// The cells that each line of a stack touches with a margin around it, from the cell of its upper middle on.
fn stencil(stack: &[(i32, i32)], margin: i32) -> Vec<Rect> {
    let cells = |r: Rect| Rect {
        left: r.left.div_euclid(CELL),
        top: r.top.div_euclid(CELL),
        right: (r.right + CELL - 1).div_euclid(CELL),
        bottom: (r.bottom + CELL - 1).div_euclid(CELL),
    };
    lines_at(stack, 0, 0).map(|line| cells(line.grown(margin))).collect()
}

fn moved(r: &Rect, column: i32, row: i32) -> Rect {
    Rect {
        left: r.left + column,
        top: r.top + row,
        right: r.right + column,
        bottom: r.bottom + row,
    }
}

/// The square of a distance.
fn distance(a: (i32, i32), b: (i32, i32)) -> i64 {
    let (x, y) = (i64::from(a.0 - b.0), i64::from(a.1 - b.1));
    x * x + y * y
}

/// Height of a stack.
pub(super) fn height(stack: &[(i32, i32)]) -> i32 {
    stack.iter().map(|(_, high)| high).sum()
}

/// The lines of a stack as rectangles, centred on `x`, one below the other from `top` on.
pub(super) fn lines_at(stack: &[(i32, i32)], x: i32, top: i32) -> impl Iterator<Item = Rect> + '_ {
    let mut y = top;
    stack.iter().map(move |&(wide, high)| {
        let line = Rect::at(x - wide / 2, y, wide, high);
        y += high;
        line
    })
}
