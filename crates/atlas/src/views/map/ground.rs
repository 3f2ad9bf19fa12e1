//! The ground of a drawing as cells: which land each belongs to, what stands on it already, and where a stack of lines finds room.
//!
//! Cells keep the search short and exact enough: text stands to a cell. Left out: which lines, and in whose order.

use super::frame::Frame;
use super::outline::{Rect, Ring};

/// Width and height of a cell, in pixels of the drawing.
pub(super) const CELL: i32 = 2;

/// Distances to the border that are tried, the widest first, in pixels.
const MARGINS: [i32; 9] = [18, 14, 12, 10, 8, 6, 4, 3, 2];

/// No land.
const SEA: u16 = u16::MAX;

/// Cells of a plate, row by row.
pub(super) struct Ground {
    plate: Rect,
    columns: i32,
    rows: i32,
    owner: Vec<u16>,
    taken: Vec<bool>,
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
        };
        for (land, rings) in lands.iter().enumerate() {
            let land = u16::try_from(land).unwrap_or(SEA);
            for row in 0..rows {
                ground.fill_row(frame, rings, row, land);
            }
        }
        ground
    }

    /// Gives a land the cells of a row whose middles lie within its rings.
    fn fill_row(&mut self, frame: &Frame, rings: &[Ring], row: i32, land: u16) {
        // Twice the plane's units, and an odd number of them: no point lies on the line.
        let y = frame.plane_y2(self.plate.top + row * CELL + CELL / 2);
        let mut crossings: Vec<i64> = Vec::new();
        for ring in rings {
            let next = ring.iter().skip(1).chain(ring.first());
            for (&(x1, y1), &(x2, y2)) in ring.iter().zip(next) {
                let (y1, y2) = (2 * i64::from(y1), 2 * i64::from(y2));
                if (y1 < y) != (y2 < y) {
                    let (x1, x2) = (2 * i64::from(x1), 2 * i64::from(x2));
                    crossings.push(x1 + (x2 - x1) * (y - y1) / (y2 - y1));
                }
            }
        }
        crate::order::sort(&mut crossings);
        for pair in crossings.chunks_exact(2) {
            let [from, to] = pair else { continue };
            let column = |x2: i64| (frame.pixel_x2(x2) - self.plate.left + CELL / 2).div_euclid(CELL);
            for at in column(*from).max(0)..column(*to).min(self.columns) {
                if let Some(owner) = self.cell(at, row).and_then(|cell| self.owner.get_mut(cell)) {
                    *owner = land;
                }
            }
        }
    }

    fn cell(&self, column: i32, row: i32) -> Option<usize> {
        let within = (0..self.columns).contains(&column) && (0..self.rows).contains(&row);
        within
            .then(|| usize::try_from(row * self.columns + column).ok())
            .flatten()
    }

    /// Marks a rectangle, in pixels of the drawing, as taken.
    pub fn take(&mut self, r: &Rect) {
        let (from, to) = self.cells_of(r);
        for row in from.1..to.1 {
            for column in from.0..to.0 {
                if let Some(taken) = self.cell(column, row).and_then(|cell| self.taken.get_mut(cell)) {
                    *taken = true;
                }
            }
        }
    }

    /// First and last (not included) column and row that a rectangle touches.
    fn cells_of(&self, r: &Rect) -> ((i32, i32), (i32, i32)) {
        let column = |x: i32| (x - self.plate.left).div_euclid(CELL).clamp(0, self.columns);
        let row = |y: i32| (y - self.plate.top).div_euclid(CELL).clamp(0, self.rows);
        (
            (column(r.left), row(r.top)),
            (column(r.right + CELL - 1), row(r.bottom + CELL - 1)),
        )
    }

    /// Whether nothing stands on a rectangle yet, and all of it lies on the plate.
    pub fn is_clear(&self, r: &Rect) -> bool {
        let (from, to) = self.cells_of(r);
        let mut cells = (from.1..to.1).flat_map(|row| (from.0..to.0).map(move |column| (column, row)));
        let free = |cell: usize| self.taken.get(cell).is_some_and(|taken| !taken);
        r.is_within(&self.plate) && cells.all(|(column, row)| self.cell(column, row).is_some_and(free))
    }

    /// How many cells of a land a rectangle covers.
    pub fn count(&self, land: usize, r: &Rect) -> usize {
        let land = u16::try_from(land).unwrap_or(SEA);
        let (from, to) = self.cells_of(r);
        let cells = (from.1..to.1).flat_map(|row| (from.0..to.0).map(move |column| (column, row)));
        let cells = cells.filter_map(|(column, row)| self.owner.get(self.cell(column, row)?));
        cells.filter(|&&owner| owner == land).count()
    }

    /// The room that a land still has; `None` where nothing of it is seen.
    pub fn room(&self, land: usize) -> Option<Room> {
        let land = u16::try_from(land).ok()?;
        let columns = usize::try_from(self.columns).ok().filter(|&columns| columns > 0)?;
        let mut bounds: Option<Rect> = None;
        for (row, cells) in (0..).zip(self.owner.chunks_exact(columns)) {
            let own = |&owner: &u16| owner == land;
            if let (Some(first), Some(last)) = (cells.iter().position(own), cells.iter().rposition(own)) {
                let left = i32::try_from(first).unwrap_or_default();
                let wide = i32::try_from(last - first).unwrap_or_default() + 1;
                let span = Rect::at(left, row, wide, 1);
                bounds = Some(bounds.map_or(span, |all| all.with(&span)));
            }
        }
        let bounds = bounds?;
        let mut room = Room {
            plate: self.plate,
            bounds,
            area: 0,
            sums: Vec::new(),
        };
        room.sums = vec![0; room.index(bounds.right, bounds.bottom)? + 1];
        for row in bounds.top..bounds.bottom {
            let mut line = 0;
            for column in bounds.left..bounds.right {
                let cell = self.cell(column, row)?;
                let own = self.owner.get(cell) == Some(&land);
                room.area += i32::from(own);
                line += i32::from(own && self.taken.get(cell) == Some(&false));
                let above = room.sum(column + 1, row);
                let at = room.index(column + 1, row + 1)?;
                *room.sums.get_mut(at)? = above + line;
            }
        }
        Some(room)
    }

    /// Where a stack stands best if it finds no room, and how much of it lies in its land, in thousandths: over nothing that stands
    /// there already, its middle in the land.
    pub fn spot_anyway(&self, land: usize, room: &Room, stack: &[(i32, i32)]) -> Option<(usize, Spot)> {
        let bounds = room.bounds;
        let middle = room.pixel((bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2);
        let mut best: Option<(usize, i64, Spot)> = None;
        for row in bounds.top..bounds.bottom {
            for column in bounds.left..bounds.right {
                let (x, y) = room.pixel(column, row);
                let top = y - height(stack) / 2;
                let lines: Vec<Rect> = lines_at(stack, x, top).collect();
                let in_land = self.count(land, &Rect::at(x, y, CELL, CELL)) > 0;
                if !in_land || !lines.iter().all(|line| self.is_clear(&line.grown(CELL))) {
                    continue;
                }
                let own: usize = lines.iter().map(|line| self.count(land, line)).sum();
                let all: usize = lines.iter().map(|line| self.cells(line)).sum();
                let share = own * 1_000 / all.max(1);
                let near = -distance((x, y), middle);
                if best.is_none_or(|(most, nearest, _)| (most, nearest) < (share, near)) {
                    best = Some((
                        share,
                        near,
                        Spot {
                            x,
                            top,
                            is_inside: false,
                        },
                    ));
                }
            }
        }
        best.map(|(share, _, spot)| (share, spot))
    }

    /// How many cells a rectangle touches.
    fn cells(&self, r: &Rect) -> usize {
        let (from, to) = self.cells_of(r);
        usize::try_from((to.0 - from.0) * (to.1 - from.1)).unwrap_or_default()
    }
}

/// What is free of one land, as sums by which a rectangle is counted at once.
pub(super) struct Room {
    plate: Rect,
    /// Cells that the land spans.
    bounds: Rect,
    /// Cells of the land that are seen, taken ones included.
    area: i32,
    /// For each corner of `bounds`, the free cells above and left of it.
    sums: Vec<i32>,
}

impl Room {
    /// Pixels of the land that are seen.
    pub fn area(&self) -> i32 {
        self.area * CELL * CELL
    }

    fn index(&self, column: i32, row: i32) -> Option<usize> {
        let (column, row) = (column - self.bounds.left, row - self.bounds.top);
        usize::try_from(row * (self.bounds.width() + 1) + column).ok()
    }

    fn sum(&self, column: i32, row: i32) -> i32 {
        self.index(column, row)
            .and_then(|at| self.sums.get(at))
            .copied()
            .unwrap_or_default()
    }

    /// The upper left corner of a cell, in pixels of the drawing.
    fn pixel(&self, column: i32, row: i32) -> (i32, i32) {
        (self.plate.left + column * CELL, self.plate.top + row * CELL)
    }

    /// Whether all cells that a rectangle touches are free.
    fn holds(&self, r: &Rect) -> bool {
        let (left, top) = (
            (r.left - self.plate.left).div_euclid(CELL),
            (r.top - self.plate.top).div_euclid(CELL),
        );
        let right = (r.right - self.plate.left + CELL - 1).div_euclid(CELL);
        let bottom = (r.bottom - self.plate.top + CELL - 1).div_euclid(CELL);
        let cells = Rect {
            left,
            top,
            right,
            bottom,
        };
        if !cells.is_within(&self.bounds) {
            return false;
        }
        let free = self.sum(right, bottom) - self.sum(left, bottom) - self.sum(right, top) + self.sum(left, top);
        free == cells.width() * cells.height()
    }

    /// Where a stack of lines (widths and heights, from the top) lies wholly within the land and clear of what stands there: with
    /// the widest margin at which it does, and there nearest to the middle of all such places.
    pub fn spot(&self, stack: &[(i32, i32)], least_margin: i32) -> Option<Spot> {
        let margins = MARGINS.iter().filter(|&&margin| margin >= least_margin);
        for &margin in margins {
            let mut found: Vec<(i32, i32)> = Vec::new();
            for row in self.bounds.top..self.bounds.bottom {
                for column in self.bounds.left..self.bounds.right {
                    let (x, top) = self.pixel(column, row);
                    if lines_at(stack, x, top).all(|line| self.holds(&line.grown(margin))) {
                        found.push((x, top));
                    }
                }
            }
            let count = i64::try_from(found.len()).unwrap_or(1).max(1);
            let mean = |of: fn(&(i32, i32)) -> i32| {
                let sum: i64 = found.iter().map(|at| i64::from(of(at))).sum();
                i32::try_from(sum / count).unwrap_or_default()
            };
            let middle = (mean(|at| at.0), mean(|at| at.1));
            if let Some(&(x, top)) = found.iter().min_by_key(|&&at| distance(at, middle)) {
                return Some(Spot {
                    x,
                    top,
                    is_inside: true,
                });
            }
        }
        None
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
