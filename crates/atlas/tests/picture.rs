//! Pictures as they were looked at and found good (`tests/golden/*.svg`): whatever moves a line or a word in one of them is seen.
//!
//! After a wanted change: `ATLAS_GOLDEN=write cargo test -p atlas --test picture`, then look at the files.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

#[path = "../../../tests/support/datasets.rs"]
mod datasets;
#[path = "../../../tests/support/golden.rs"]
mod golden;

use atlas::picture::{Palette, routes};
use atlas::{AsOf, Dataset};

fn palette() -> Palette {
    let of = |colour: &str| colour.to_owned();
    Palette {
        paper: of("#fff"),
        ink: of("#111"),
        muted: of("#555"),
        rule: of("#ccc"),
        stated: of("#05a"),
        ended: of("#940"),
    }
}

#[track_caller]
fn assert_picture(name: &str, d: &Dataset, as_of: Option<&str>) {
    let date = as_of.and_then(AsOf::parse);
    let (day, words) = match date {
        Some(date) => (date.last(), format!("as of {}", date.words())),
        None => (d.vantage_day(), "as written".to_owned()),
    };
    let picture = routes(d, day, &words, &palette());
    // A line an element: a difference is then a line.
    let svg = format!(
        "{}\n<!-- {} x {} -->\n",
        picture.svg.replace("><", ">\n<"),
        picture.width,
        picture.height
    );
    golden::assert_snapshot(name, &svg);
}

#[test]
fn the_lines_of_the_example() {
    assert_picture("picture-example", &datasets::example(), None);
}

#[test]
fn the_lines_of_the_example_before_anything_on_them_is_dated() {
    assert_picture("picture-early", &datasets::example(), Some("1900"));
}
