//! Mutants of valid datasets, each made from its number: trees with something taken, added, swapped or blown up, and texts with
//! bytes flipped, cut, doubled.

use serde_json::{Map, Value, json};

use super::counts::Random;
use super::datasets;

/// The seed that the number of a mutant is added to.
pub const SEED: u32 = 20_090_101;

/// Texts that have been trouble somewhere: directions, controls, markup, formulas, dates that are none, names of prototypes.
const TEXTS: &[&str] = &[
    "",
    " ",
    "\u{0}",
    "\u{1b}[31m",
    "\u{7f}",
    "\u{85}",
    "a\u{202e}b",
    "\u{2066}x\u{2069}",
    "\u{200e}",
    "\u{61c}",
    "\u{2028}",
    "\u{feff}",
    "a\u{200b}b",
    "\u{e0041}",
    "\u{fffd}",
    "\u{10ffff}",
    "e\u{301}\u{302}\u{303}",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "=1+1",
    "NaN",
    "Infinity",
    "null",
    "-0",
    "1e999",
    "0000",
    "9999-12-31",
    "-9999",
    "2005-13",
    "2005-02-30",
    "2005-24",
    "199X",
    "XXXX",
    "[..]",
    "[2005..1999]",
    "2008/2001",
    "/",
    "../..",
    "{{x}}",
    "%s%n",
    "a/b/c",
    "ａｂｃ",
    "ß",
    "İ",
    "partnership-atlas/1.7",
    "partnership-atlas/4294967296.0",
];

/// Names of fields that mean something to some program.
const NAMES: &[&str] = &[
    "__proto__",
    "constructor",
    "toString",
    "",
    "id",
    "\u{202e}di",
    "then",
    "length",
    "a\nb",
];

/// Valid bundles, and what can be done to them.
pub struct Mutants {
    trees: [Value; 3],
    /// Texts that stand in each, to be put in each other's place: references that lead somewhere else.
    words: [Vec<String>; 3],
}

impl Mutants {
    /// The real dataset, the invented one, and the invented one with lines.
    pub fn new() -> Self {
        let trees = [
            datasets::ferries_json(),
            datasets::harbours_json(),
            datasets::real_json(),
        ];
        let mut trees: [Value; 3] = trees.map(|text| serde_json::from_str(&text).expect("a bundle"));
        trees[0]["outlines"] = outlines();
        for tree in &trees {
            datasets::opened(&tree.to_string());
        }
        let words = [0, 1, 2].map(|n: usize| {
            let mut all = Vec::new();
            super::texts(&trees[n], &mut all);
            all.into_iter().map(str::to_owned).collect()
        });
        Self { trees, words }
    }

    /// The mutant of a number.
    pub fn document(&self, n: usize) -> String {
        let mut random = Random::new(SEED.wrapping_add(u32::try_from(n).expect("a small number")));
        random.next();
        // The real one is large: one in a hundred.
        let of = if n % 100 == 99 { 2 } else { n % 2 };
        let mut tree = self.trees[of].clone();
        if random.below(4) > 0 {
            for _ in 0..=random.below(3) {
                mutate(&mut tree, &self.words[of], &mut random);
            }
        }
        let text = tree.to_string();
        if random.below(4) == 0 {
            spoil(text, &mut random)
        } else {
            text
        }
    }
}

/// Outlines for the invented dataset, so that drawings are mutated as often as the rest.
fn outlines() -> Value {
    let shape = |entity: &str, name: &str, x: i32| json!({"entity": entity, "name": name, "path": "M0 0L90 90Z", "label": [x, 80], "room": 60});
    json!({
        "width": 400, "height": 300, "source": "drawn for tests", "note": "no map",
        "shapes": [shape("aldhaven", "", 100), shape("brackmouth", "", 300), shape("", "The Sound", 200)],
        "disputed": ["M1 1L2 2"],
        "marks": [{"entity": "gull-point", "x": 120, "y": 90, "source": "drawn for tests"}],
    })
}

/// Goes to some place of the tree, and changes what stands there.
fn mutate(tree: &mut Value, words: &[String], random: &mut Random) {
    let at = place(tree, 2 + random.below(5), random);
    let text = |random: &mut Random| (*random.pick(TEXTS)).to_owned();
    match (random.below(12), at) {
        (0, Value::Object(fields)) => {
            let n = random.below(fields.len());
            let name = fields.keys().nth(n).cloned();
            name.and_then(|name| fields.remove(&name));
        }
        (1, Value::Object(fields)) => {
            fields.insert((*random.pick(NAMES)).to_owned(), any(random));
        }
        (2, Value::Array(items)) if !items.is_empty() => {
            // The same row again: an id twice, a list too long.
            let again = random.pick(items).clone();
            let times = *random.pick(&[1, 1, 2, 7, 300]);
            items.extend(std::iter::repeat_n(again, times));
        }
        (3, Value::Array(items)) => items.clear(),
        (4, Value::Array(items)) => items.reverse(),
        (5, Value::String(own)) => own.push_str(&text(random)),
        (6, Value::String(own)) => *own = own.repeat(random.below(5_000) / own.len().max(1)),
        (7 | 8, Value::String(own)) => *own = random.pick(words).clone(),
        (9, Value::Number(number)) => {
            *number = (*random.pick(&[0, 1, -1, 255, 256, 65_536, i64::MAX, i64::MIN])).into()
        }
        (10, at) => *at = Value::String(text(random)),
        (_, Value::String(own)) => *own = random.pick(words).clone(),
        (_, at) => *at = any(random),
    }
}

/// A place in the tree, at most so deep.
fn place<'a>(at: &'a mut Value, depth: usize, random: &mut Random) -> &'a mut Value {
    let size = match at {
        Value::Array(items) => items.len(),
        Value::Object(fields) => fields.len(),
        _ => 0,
    };
    if depth == 0 || size == 0 {
        return at;
    }
    let n = random.below(size);
    let next = match at {
        Value::Array(items) => items.get_mut(n),
        Value::Object(fields) => fields.values_mut().nth(n),
        _ => None,
    };
    place(next.expect("a place within the size"), depth - 1, random)
}

/// Any value, some of them absurd.
fn any(random: &mut Random) -> Value {
    match random.below(10) {
        0 => Value::Null,
        1 => random.below(2).eq(&0).into(),
        2 => random.next().into(),
        3 => json!(1.5e300),
        4 => Value::String((*random.pick(TEXTS)).to_owned()),
        5 => Value::String("ü".repeat(random.below(4_000))),
        6 => json!([]),
        7 => (0..random.below(2_000)).collect(),
        8 => (0..random.below(200)).fold(Value::Null, |inner, _| json!([inner])),
        _ => Value::Object(
            (0..random.below(150))
                .map(|n| (format!("field{n}"), Value::Null))
                .collect::<Map<_, _>>(),
        ),
    }
}

/// Changes a document as a text: bytes flipped, cut off, doubled; lone surrogates; a field twice.
fn spoil(text: String, random: &mut Random) -> String {
    let mut bytes = text.into_bytes();
    let at = random.below(bytes.len());
    match random.below(6) {
        0 => {
            for _ in 0..=random.below(8) {
                let at = random.below(bytes.len());
                bytes[at] ^= 1 << random.below(8);
            }
        }
        1 => bytes.truncate(at),
        2 => drop(bytes.drain(at..(at + random.below(40)).min(at.max(bytes.len())).min(bytes.len()))),
        3 => {
            let piece = bytes[at..(at + 60).min(bytes.len())].to_vec();
            bytes.splice(at..at, piece);
        }
        4 => {
            // An escape in the place of some text's first letter.
            if let Some(quote) = bytes[at..].iter().position(|b| *b == b'"') {
                let escape = random.pick(&["\\ud800", "\\udfff\\ud800", "\\u202e", "\\u0000", "\\x", "\n"]);
                bytes.splice(at + quote + 1..at + quote + 1, escape.bytes());
            }
        }
        _ => {
            // A field once more, after itself.
            let comma = |from: usize| bytes[from..].iter().position(|b| *b == b',').map(|n| from + n);
            if let Some((from, to)) = comma(at).and_then(|from| Some((from, comma(from + 1)?))) {
                let field = bytes[from..to].to_vec();
                bytes.splice(from..from, field);
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
