//! What is kept as it was: a text that a test writes, beside the one of `tests/golden`. `ATLAS_GOLDEN=write` keeps the new one.

use super::datasets;

/// Compares a text with the kept one of that name, and says from which line on they differ.
#[track_caller]
pub fn is_as_it_was(name: &str, text: &str) {
    let kept = format!("tests/golden/{name}");
    if std::env::var("ATLAS_GOLDEN").is_ok_and(|wish| wish == "write") {
        std::fs::write(datasets::root().join(&kept), text).expect("the file can be written");
    }
    let golden = datasets::read(&kept);
    let (new, old) = (text.lines(), golden.lines());
    if let Some((line, (new, old))) = new.zip(old).enumerate().find(|(_, (new, old))| new != old) {
        panic!("{kept}, line {}\nkept: {old}\nnow:  {new}", line + 1);
    }
    assert_eq!(text.lines().count(), golden.lines().count(), "lines of {kept}");
}
