//! The JSON Schema of a bundle as a file: kept in `data/`, and published where a bundle says that it lies.
//!
//! What stands in it is `atlas::schema`'s to say, out of the types.

use std::path::{Path, PathBuf};

use crate::{Outcome, project};

/// Writes the schema.
pub fn write(out: &Path) -> Outcome {
    project::write(out, atlas::schema::document().as_bytes())
}

/// Compares the schema that is kept with the types.
pub fn check() -> Outcome {
    if project::read(&kept()?)? == atlas::schema::document() {
        return Ok(());
    }
    Err("data/schema.json is out of step with the types: `cargo xtask schema data/schema.json` writes it".to_owned())
}

fn kept() -> Outcome<PathBuf> {
    Ok(project::root()?.join("data/schema.json"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_schema_kept_in_data_is_that_of_the_types() {
        super::check().unwrap();
    }
}
