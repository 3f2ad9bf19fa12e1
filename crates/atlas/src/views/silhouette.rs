//! A unit's outline by itself: which shape of the map it is, and the box around it.

use crate::index::EntityIx;
use crate::model::Dataset;

use super::map::outline::{bounds, rings};

/// An outline to be drawn at any size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silhouette {
    /// Place of its shape in the dataset's outlines.
    pub shape: usize,
    /// Left, top, width and height of the box around it, in units of the map's plane.
    pub view: [i32; 4],
}

/// The outline of a unit; `None` where the dataset has none for it.
pub fn silhouette(d: &Dataset, unit: EntityIx) -> Option<Silhouette> {
    let outlines = d.outlines()?;
    let id = &d.entity(unit).id;
    let shape = outlines.shapes.iter().position(|shape| shape.entity == *id)?;
    let around = bounds(&rings(&outlines.shapes.get(shape)?.path))?;
    Some(Silhouette {
        shape,
        view: [around.left, around.top, around.width(), around.height()],
    })
}
