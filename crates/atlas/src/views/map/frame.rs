//! What of the plane a drawing shows, and where: from units of the plane to pixels of a drawing and back.

use super::outline::Rect;

/// The tallest view, as a multiple of its width.
const TALLEST: i32 = 3;

/// A plate of a drawing that shows a part of the plane; both have the same proportions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// What is shown, in units of the plane.
    pub view: Rect,
    /// Where it lies, in pixels of the drawing.
    pub plate: Rect,
}

impl Frame {
    /// A view on a plate of this width, from `left` on; the height follows. Of a view that would be very tall the upper part is shown.
    pub(super) fn new(view: Rect, left: i32, width: i32) -> Self {
        let tallest = view.width().saturating_mul(TALLEST);
        let view = Rect {
            bottom: view.bottom.min(view.top.saturating_add(tallest)),
            ..view
        };
        let high = i64::from(width) * i64::from(view.height()) / i64::from(view.width().max(1));
        let high = i32::try_from(high).unwrap_or(width).max(1);
        Self {
            view,
            plate: Rect::at(left, 0, width, high),
        }
    }

    /// A point of the plane in pixels.
    pub fn pixel(&self, x: i32, y: i32) -> (i32, i32) {
        let across = scaled(x - self.view.left, self.plate.width(), self.view.width());
        let down = scaled(y - self.view.top, self.plate.height(), self.view.height());
        (self.plate.left + across, self.plate.top + down)
    }

    /// Twice the plane's y of a pixel, made odd.
    pub(super) fn plane_y2(&self, y: i32) -> i64 {
        let down = i64::from(y - self.plate.top) * i64::from(self.view.height()) * 2;
        2 * i64::from(self.view.top) + ((down / i64::from(self.plate.height().max(1))) | 1)
    }

    /// The pixel of twice a plane's x.
    pub(super) fn pixel_x2(&self, x2: i64) -> i32 {
        let across = (x2 - 2 * i64::from(self.view.left)) * i64::from(self.plate.width());
        let across = across.div_euclid(2 * i64::from(self.view.width().max(1)));
        self.plate.left + i32::try_from(across).unwrap_or_default()
    }
}

/// A length of the plane in pixels, to the nearest.
fn scaled(length: i32, pixels: i32, units: i32) -> i32 {
    let units = i64::from(units.max(1));
    let scaled = (2 * i64::from(length) * i64::from(pixels) + units).div_euclid(2 * units);
    i32::try_from(scaled).unwrap_or_default()
}
