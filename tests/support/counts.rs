//! How much of a test that can go on for ever is done: a little in every run, all of it on demand (research/README.md); and numbers
//! that are the same on every machine.
//!
//! `ATLAS_DEEP` is the one place: not set or `0`, the small count; `1`, the full one; any other number, that many.

#![allow(dead_code, reason = "shared by several test binaries, each of which uses a part")]

/// The small count, or the full one.
pub fn count(small: usize, full: usize) -> usize {
    match std::env::var("ATLAS_DEEP").ok().and_then(|text| text.parse().ok()) {
        None | Some(0) => small,
        Some(1) => full,
        Some(other) => other,
    }
}

/// A figure, told.
pub fn figure(text: &str) {
    println!("{text}");
}

/// Mulberry32, as in the walks: the same numbers everywhere.
pub struct Random(u32);

impl Random {
    /// A generator with a seed.
    pub fn new(seed: u32) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_add(0x6d2b_79f5);
        let mut t = (self.0 ^ (self.0 >> 15)).wrapping_mul(1 | self.0);
        t = t.wrapping_add((t ^ (t >> 7)).wrapping_mul(61 | t)) ^ t;
        t ^ (t >> 14)
    }

    /// A number below a bound; 0 where the bound is 0.
    pub fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next()).unwrap_or_default() % bound.max(1)
    }

    /// One of a list that is not empty.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}
