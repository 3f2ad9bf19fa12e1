//! Hostile addresses: random and mutated fragments by the thousand are read without a panic, written back the same, never longer
//! than an address may be, and what cannot be read is told.
//!
//! An address comes from its number alone. Counts: `tests/support/counts.rs`.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

#[path = "support/counts.rs"]
mod counts;

use std::panic::catch_unwind;

use counts::Random;
use partnership_atlas::route::{LONGEST, Url};

const SEED: u32 = 20_090_102;

/// Addresses to begin with.
const VALID: &[&str] = &[
    "#/",
    "#/countries/examplia?as-of=2005-06&note=a-note",
    "#/programmes/lantern-review?as-of=2008&vs=2004",
    "#/compare?diff=1&of=aldhaven,brackmouth",
    "#/routes?closed=a-leg,b-leg&counts=agreed,in-effect&embed=1",
    "#/statements?f.modality=act,plan&f.theme=lights&q=salt%20%26%20rope&sort=date",
    "#/source/1.lights.2?d=two-harbours%400.3.0&data=harbours.json",
    "#/no/such/page",
];

/// Pieces that mean something in an address, or should not.
const PIECES: &[&str] = &[
    "#",
    "/",
    "?",
    "&",
    "=",
    ",",
    "%",
    "%2",
    "%00",
    "%0A",
    "%2F",
    "%E0%A4%A",
    "%ff",
    "+",
    "..",
    "//",
    ":",
    "@",
    "as-of=",
    "vs=",
    "of=",
    "f.=",
    "f.a=",
    "note=",
    "data=",
    "d=",
    "embed=1",
    "closed=",
    "0000",
    "9999-99",
    "-1",
    "2005-13",
    "99999999999999999999",
    "<script>",
    "javascript:",
    "__proto__",
    "\u{202e}",
    "\u{0}",
    "\u{feff}",
    "🙂",
    "İ",
    "\\",
    "\"",
    "'",
    "`",
    "{{",
    "}}",
    "a,a,a,a,a,a",
    ":~:text=x",
];

fn fragment(n: usize) -> String {
    let mut random = Random::new(SEED.wrapping_add(u32::try_from(n).expect("a small number")));
    random.next();
    let mut text = match random.below(4) {
        0 => String::from("#/"),
        1 => String::new(),
        _ => (*random.pick(VALID)).to_owned(),
    };
    for _ in 0..=random.below(8) {
        let at = (0..=random.below(text.len() + 1))
            .rev()
            .find(|&at| text.is_char_boundary(at))
            .unwrap_or(0);
        match random.below(6) {
            0 => text.truncate(at),
            1 => drop(text.drain(..at)),
            2 => text.insert(at, char::from_u32(random.next() % 0x11_0000).unwrap_or('\u{fffd}')),
            3 => text = format!("{text}{text}"),
            4 if random.below(20) == 0 => text.push_str(&random.pick::<&str>(PIECES).repeat(LONGEST / 2)),
            _ => text.insert_str(at, random.pick::<&str>(PIECES)),
        }
        text = text.chars().take(3 * LONGEST).collect();
    }
    // What is no route is soon done with.
    if text.starts_with("#/") || n.is_multiple_of(4) {
        text
    } else {
        format!("#/{text}")
    }
}

/// Reads an address and holds it to what is promised; whether it is a route, and whether something in it was told as bad.
fn try_fragment(text: &str) -> (bool, bool) {
    let Some((url, notices)) = Url::parse(text) else {
        let bare = text.strip_prefix('#').unwrap_or(text);
        assert!(!bare.is_empty() && !bare.starts_with('/'), "{text:?} is a route");
        return (false, false);
    };
    for notice in &notices {
        assert!(!notice.expected.is_empty(), "{notice:?}");
    }
    let href = url.href();
    assert!(
        href.starts_with("#/") && href.len() <= LONGEST + "#/".len(),
        "{} bytes",
        href.len()
    );
    // What was bad is gone, what was good is all there.
    let (again, none) = Url::parse(&href).expect("what is written is a route");
    assert_eq!(again, url, "{text:?}");
    assert!(none.is_empty(), "{text:?} writes {href}: {none:?}");
    assert_eq!(again.href(), href);
    (true, !notices.is_empty())
}

#[test]
fn no_address_brings_the_atlas_down_and_each_is_written_as_it_was_read() {
    let all = counts::count(2_000, 50_000);
    let (mut routes, mut told, mut failed) = (0, 0, Vec::new());
    for text in (0..all).map(fragment) {
        match catch_unwind(|| try_fragment(&text)) {
            Ok((route, bad)) => {
                routes += usize::from(route);
                told += usize::from(bad);
            }
            Err(_) => failed.push(text),
        }
    }
    counts::figure(&format!(
        "hostile addresses: {all} tried, {routes} routes, {told} with a notice, {} failed; seed {SEED}",
        failed.len()
    ));
    assert!(failed.is_empty(), "{failed:?}");
    assert!(
        routes > all / 4 && told > all / 10,
        "{routes} routes, {told} with a notice"
    );
}
