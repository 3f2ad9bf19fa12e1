//! Line styles and fillings of the picture, by the names that vocabularies give; firmer is denser.

use std::fmt::Write as _;

use super::{Palette, escape};

/// Patterns for fillings and crossed or beaded lines.
pub(super) fn defs(p: &Palette) -> String {
    let (ink, stated, ended, muted) = (escape(&p.ink), escape(&p.stated), escape(&p.ended), escape(&p.muted));
    let mut out = String::new();
    let mut pattern = |id: &str, size: i32, turned: bool, shape: &str| {
        let turn = if turned { " patternTransform=\"rotate(45)\"" } else { "" };
        let _ = write!(
            out,
            "<pattern id=\"{id}\" width=\"{size}\" height=\"{size}\" patternUnits=\"userSpaceOnUse\"{turn}>{shape}</pattern>"
        );
    };
    let stroke =
        |d: &str, colour: &str| format!("<path d=\"{d}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"3\"/>");
    pattern("fill-solid", 20, true, &stroke("M5 0V20M15 0V20", &stated));
    pattern("fill-double", 30, true, &stroke("M11 0V30M19 0V30", &stated));
    pattern(
        "fill-long-dashes",
        48,
        true,
        &stroke("M12 2V32M36 26V48M36 0V8", &stated),
    );
    pattern(
        "fill-dots",
        34,
        true,
        &format!("<circle cx=\"17\" cy=\"17\" r=\"3.6\" fill=\"{stated}\"/>"),
    );
    pattern(
        "fill-beads",
        40,
        true,
        &format!("<circle cx=\"20\" cy=\"20\" r=\"7\" fill=\"none\" stroke=\"{stated}\" stroke-width=\"3\"/>"),
    );
    pattern("fill-solid-crosses", 48, true, &stroke("M16 24H32M24 16V32", &ended));
    pattern("fill-solid-end", 52, true, &stroke("M0 18H38M38 9V27", &ended));
    pattern(
        "fill-question",
        100,
        false,
        &stroke("M18 22A8 8 0 1 1 26 30V36M26 42V45", &muted),
    );
    pattern(
        "line-crosses",
        28,
        false,
        &format!("<path d=\"M10 10 18 18M18 10 10 18\" stroke=\"{ended}\" stroke-width=\"1.5\"/>"),
    );
    pattern(
        "line-beads",
        16,
        false,
        &format!("<circle cx=\"8\" cy=\"8\" r=\"4\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"1.5\"/>"),
    );
    out
}

/// The filling of a sign; what has none is left plain, what only lies there is grey.
pub(super) fn fill(sign: &str, context: bool, grey: &str) -> String {
    const PATTERNED: [&str; 8] = [
        "solid",
        "double",
        "long-dashes",
        "dots",
        "beads",
        "solid-crosses",
        "solid-end",
        "question",
    ];
    match sign {
        _ if context => grey.to_owned(),
        sign if PATTERNED.contains(&sign) => format!("url(#fill-{sign})"),
        _ => "none".to_owned(),
    }
}

/// A stretch of line from `a` to `b` at height `y`.
pub(super) fn line(out: &mut String, sign: &str, a: i32, b: i32, y: i32) {
    let _ = match sign {
        "solid" => write!(out, "<path class=\"line\" d=\"M{a} {y}H{b}\"/>"),
        "solid-end" => write!(
            out,
            "<path class=\"line ended\" d=\"M{a} {y}H{b}M{b} {}V{}\"/>",
            y - 8,
            y + 8
        ),
        "solid-crosses" => write!(
            out,
            "<path class=\"line ended\" d=\"M{a} {y}H{b}\"/><svg x=\"{a}\" y=\"{}\" width=\"{}\" height=\"28\"><rect width=\"100%\" height=\"28\" fill=\"url(#line-crosses)\"/></svg>",
            y - 14,
            b - a
        ),
        "double" => write!(out, "<path class=\"thin\" d=\"M{a} {}H{b}M{a} {}H{b}\"/>", y - 3, y + 3),
        "long-dashes" => write!(
            out,
            "<path class=\"line\" stroke-dasharray=\"18 9\" d=\"M{a} {y}H{b}\"/>"
        ),
        "dots" => write!(
            out,
            "<path class=\"line\" stroke-dasharray=\"0.1 9\" stroke-linecap=\"round\" d=\"M{a} {y}H{b}\"/>"
        ),
        "beads" => write!(
            out,
            "<svg x=\"{a}\" y=\"{}\" width=\"{}\" height=\"16\"><rect width=\"100%\" height=\"16\" fill=\"url(#line-beads)\"/></svg>",
            y - 8,
            b - a
        ),
        // What is not said or cannot be known is a bracketed gap.
        _ => write!(
            out,
            "<path class=\"thin muted\" d=\"M{} {}H{a}V{}H{}M{} {}H{b}V{}H{}\"/>",
            a + 8,
            y - 7,
            y + 7,
            a + 8,
            b - 8,
            y - 7,
            y + 7,
            b - 8
        ),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_of_a_line_is_drawn_in_its_own_way() {
        let signs = [
            "solid",
            "solid-end",
            "solid-crosses",
            "double",
            "long-dashes",
            "dots",
            "beads",
            "gap",
        ];
        let drawn = signs.map(|sign| {
            let mut out = String::new();
            line(&mut out, sign, 10, 90, 50);
            out
        });
        let different: std::collections::BTreeSet<&String> = drawn.iter().collect();
        assert_eq!(different.len(), signs.len(), "{drawn:?}");
    }
}
