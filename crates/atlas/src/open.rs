//! Opening a dataset: from the text of a bundle to a valid [`Dataset`], or to the list of all that is wrong with it.
//!
//! Four steps, each in a module of its own: `load` reads the shape, `validate::rows` checks rows by themselves, `model` resolves
//! references, `validate` checks what the whole means.

use crate::load;
use crate::model::{Dataset, resolve};
use crate::problem::{Problem, Problems};
use crate::validate;
use crate::yielding::{Yield, block_on_ready, never_yield};

impl Dataset {
    /// Opens a dataset: the one way in.
    ///
    /// # Errors
    /// With all that is wrong, sorted by severity, table and row. What a row means is judged where it has its shape and what it refers
    /// to is there: a defect is told once, and not again by everything that rests on it.
    pub fn from_json(json: &str) -> Result<Self, Vec<Problem>> {
        block_on_ready(Self::open(json, &never_yield))
    }

    /// The same, yielding between slices of the work, so that a page can answer while a large dataset is opened.
    ///
    /// # Errors
    /// As [`Self::from_json`].
    pub async fn open(json: &str, yield_now: Yield<'_>) -> Result<Self, Vec<Problem>> {
        let load::Read {
            bundle,
            mut problems,
            unread,
        } = load::bundle(json, yield_now).await.map_err(Problems::listed)?;
        problems.extend(validate::rows(&bundle, &unread));
        yield_now().await;
        let dataset = resolve(&bundle, unread, &mut problems, yield_now).await;
        yield_now().await;
        drop(bundle);
        yield_now().await;
        match dataset {
            Some(dataset) => {
                problems.extend(validate::meaning(&dataset));
                if problems.has_errors() {
                    return Err(problems.listed());
                }
                problems.extend(validate::doubtful(&dataset));
                Ok(dataset.with_warnings(problems.listed()))
            }
            None => Err(problems.listed()),
        }
    }
}
