//! Snapshots: what a test writes, compared with the text in `tests/golden`. `INSTA_UPDATE=always cargo test` keeps the new ones;
//! read their difference before you commit them.

use super::datasets;

/// Compares a text with the snapshot of that name.
#[track_caller]
pub fn assert_snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(datasets::root().join("tests/golden"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}
