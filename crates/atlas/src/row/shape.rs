//! From a JSON value to a row: each field by its name, and every fault with its place, what was found and what was expected.
//!
//! Not serde's derive: it stops at the first fault, says where in its own words, knows nothing of fields too many, and costs the
//! program a copy of its code for every row. Here the rows bring a list of fields (`row!` in `tables`), and the code is shared.

use super::json::Json;
use crate::characters;
use crate::limits::MOST_KEPT;

/// A fault of shape, before it is known of which row.
pub(crate) struct Fault {
    /// Where in the row: `voice.who`, `evidence.0.terms`; empty for the row itself.
    pub(crate) field: String,
    pub(crate) found: String,
    pub(crate) expected: String,
    /// Whether it is a field that this version does not know.
    pub(crate) unknown: bool,
}

/// The reading of one row: where it is, and what was wrong so far.
pub(crate) struct Reading {
    path: Vec<String>,
    /// Texts are of any length: they are drawings.
    drawing: bool,
    /// Whether a fault was met without which the row would be another one: it is not used then.
    pub(crate) broken: bool,
    pub(crate) faults: Vec<Fault>,
}

/// The fields of an object that have not been taken yet; `None` where there was no object.
pub(crate) struct Fields(Option<Vec<(String, Json)>>);

/// What can be read from a JSON value. What is read in spite of a fault has a place-holder for the value at fault, and its row is
/// dropped: so the reading goes on to the other faults, and no row is taken apart on the way out.
pub(crate) trait FromJson: Sized {
    /// What is expected, in words.
    const EXPECTED: &'static str;

    /// Reads it; where it cannot, notes the fault and gives a place-holder.
    fn from_json(json: Json, at: &mut Reading) -> Self;

    /// What stands for an optional field that is not there, and for a value at fault.
    fn absent() -> Self;
}

impl Reading {
    /// A row to be read.
    pub(crate) fn new(drawing: bool) -> Self {
        Self {
            path: Vec::new(),
            drawing,
            broken: false,
            faults: Vec::new(),
        }
    }

    /// A reading whose faults nobody asks for: that of a place-holder.
    pub(crate) fn aside() -> Self {
        Self::new(true)
    }

    fn fault(&mut self, field: Option<&str>, found: String, expected: &str) {
        self.note(field, found, expected, false);
        self.broken = true;
    }

    /// Notes a fault; beyond so many only the first one without which the row would be another.
    fn note(&mut self, field: Option<&str>, found: String, expected: &str, unknown: bool) {
        if self.faults.len() >= MOST_KEPT && (unknown || self.broken) {
            return;
        }
        let path = self.path.iter().map(String::as_str).chain(field);
        self.faults.push(Fault {
            field: path.collect::<Vec<_>>().join("."),
            found,
            expected: expected.to_owned(),
            unknown,
        });
    }

    /// Notes that something else stands here.
    fn other(&mut self, json: &Json, expected: &str) {
        self.fault(None, json.in_words(), expected);
    }

    /// The fields of an object; none of them twice.
    pub(crate) fn object(&mut self, json: Json, expected: &str) -> Fields {
        let Json::Object(fields) = json else {
            self.other(&json, expected);
            return Fields(None);
        };
        let mut once: Vec<(String, Json)> = Vec::with_capacity(fields.len());
        for field in fields {
            if once.iter().any(|earlier| earlier.0 == field.0) {
                self.fault(Some(&field.0), "the same field twice".to_owned(), "each field once");
            } else {
                once.push(field);
            }
        }
        Fields(Some(once))
    }

    /// A field. One that is optional may be missing.
    pub(crate) fn field<T: FromJson>(&mut self, fields: &mut Fields, name: &str, optional: bool) -> T {
        match self.enter(fields, name, (!optional).then_some(T::EXPECTED)) {
            Some(value) => {
                let read = T::from_json(value, self);
                self.path.pop();
                read
            }
            None => T::absent(),
        }
    }

    fn enter(&mut self, fields: &mut Fields, name: &str, expected: Option<&str>) -> Option<Json> {
        let fields = fields.0.as_mut()?;
        let Some(at) = fields.iter().position(|(field, _)| field == name) else {
            if let Some(expected) = expected {
                self.fault(Some(name), "nothing".to_owned(), expected);
            }
            return None;
        };
        self.path.push(name.to_owned());
        Some(fields.swap_remove(at).1)
    }

    /// Notes every field that has not been taken.
    pub(crate) fn reject_unknown_fields(&mut self, fields: Fields, expected: &str) {
        // No breach: a bundle of a newer minor format may have more fields.
        for (name, _) in fields.0.into_iter().flatten() {
            let found = "a field this version does not know".to_owned();
            self.note(Some(&name), found, expected, true);
        }
    }

    /// A text that may stand on the page.
    fn text(&mut self, text: &str) {
        if let Some((found, expected)) = characters::fault(text, self.drawing) {
            self.fault(None, found, &expected);
        }
    }

    fn items(&mut self, json: Json, expected: &str) -> Vec<Json> {
        match json {
            Json::List(items) => items,
            other => {
                self.other(&other, expected);
                Vec::new()
            }
        }
    }

    fn whole_number(&mut self, json: &Json, least: i64, most: i64, expected: &str) -> i64 {
        match json {
            Json::Number(number) if (least..=most).contains(number) => *number,
            _ => {
                self.other(json, expected);
                0
            }
        }
    }
}

impl FromJson for String {
    const EXPECTED: &'static str = "a text, such as \"a few words\"";

    fn from_json(json: Json, at: &mut Reading) -> Self {
        if let Json::Text(text) = json {
            at.text(&text);
            return text;
        }
        at.other(&json, Self::EXPECTED);
        Self::new()
    }

    fn absent() -> Self {
        Self::new()
    }
}

impl FromJson for bool {
    const EXPECTED: &'static str = "true or false";

    fn from_json(json: Json, at: &mut Reading) -> Self {
        if let Json::Flag(flag) = json {
            return flag;
        }
        at.other(&json, Self::EXPECTED);
        false
    }

    fn absent() -> Self {
        false
    }
}

macro_rules! whole_numbers {
    ($($number:ty: $least:expr, $most:expr, $expected:literal;)+) => {$(
        impl FromJson for $number {
            const EXPECTED: &'static str = $expected;

            fn from_json(json: Json, at: &mut Reading) -> Self {
                Self::try_from(at.whole_number(&json, $least, $most, $expected)).unwrap_or_default()
            }

            fn absent() -> Self {
                0
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl crate::row::described::Described for $number {
            fn shape() -> crate::row::described::Shape {
                crate::row::described::Shape::WholeNumber { least: $least, most: $most }
            }
        }
    )+};
}

whole_numbers! {
    u8: 0, 255, "a whole number from 0 to 255, such as 1";
    u16: 0, 65_535, "a whole number from 0 to 65535, such as 2009";
    u32: 0, 4_294_967_295, "a whole number from 0, such as 1";
    i32: -2_147_483_648, 2_147_483_647, "a whole number, such as 1";
    // As far as whole numbers go that every reader of JSON tells apart.
    i64: -9_007_199_254_740_991, 9_007_199_254_740_991, "a whole number, such as 600";
}

impl<T: FromJson> FromJson for Option<T> {
    const EXPECTED: &'static str = T::EXPECTED;

    fn from_json(json: Json, at: &mut Reading) -> Self {
        (json != Json::Null).then(|| T::from_json(json, at))
    }

    fn absent() -> Self {
        None
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    const EXPECTED: &'static str = "a list, such as []";

    fn from_json(json: Json, at: &mut Reading) -> Self {
        let items = at.items(json, Self::EXPECTED);
        let mut list = Self::with_capacity(items.len());
        for (n, item) in items.into_iter().enumerate() {
            at.path.push(n.to_string());
            list.push(T::from_json(item, at));
            at.path.pop();
        }
        list
    }

    fn absent() -> Self {
        Self::new()
    }
}

impl FromJson for [i32; 2] {
    const EXPECTED: &'static str = "a list of two whole numbers, such as [120, 80]";

    fn from_json(json: Json, at: &mut Reading) -> Self {
        match &json {
            Json::List(items) if items.len() == 2 => {
                let read = Vec::from_json(json, at).try_into();
                read.unwrap_or_default()
            }
            _ => {
                at.other(&json, Self::EXPECTED);
                [0, 0]
            }
        }
    }

    fn absent() -> Self {
        [0, 0]
    }
}
