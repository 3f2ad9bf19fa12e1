//! From a JSON value to a row: each field by its name, and every fault with its place, what was found and what was expected.
//!
//! Not serde's derive: it stops at the first fault, says where in its own words, knows nothing of fields too many, and costs the
//! program a copy of its code for every row. Here the rows bring a list of fields (`row!` in `tables`), and the code is shared.

use super::json::Json;
use super::texts;

/// A fault of shape, before it is known of which row.
pub(crate) struct Fault {
    /// Where in the row: `voice.who`, `evidence.0.terms`; empty for the row itself.
    pub(super) field: String,
    pub(super) found: String,
    pub(super) expected: String,
    /// Whether it is a field that this version does not know.
    pub(super) unknown: bool,
}

/// The reading of one row: where it is, and what was wrong so far.
pub(crate) struct Reading {
    path: Vec<String>,
    /// Texts are of any length: they are drawings.
    drawing: bool,
    pub(super) faults: Vec<Fault>,
}

/// The fields of an object that have not been taken yet.
pub(crate) struct Fields(Vec<(String, Json)>);

/// What can be read from a JSON value.
pub(crate) trait FromJson: Sized {
    /// What is expected, in words.
    const EXPECTED: &'static str;

    /// Reads it; `None` after a fault has been noted.
    fn from_json(json: Json, at: &mut Reading) -> Option<Self>;

    /// What stands for an optional field that is not there.
    fn absent() -> Option<Self> {
        None
    }
}

impl Reading {
    /// A row to be read.
    pub(super) fn new(drawing: bool) -> Self {
        Self {
            path: Vec::new(),
            drawing,
            faults: Vec::new(),
        }
    }

    fn fault(&mut self, field: Option<&str>, found: String, expected: String, unknown: bool) {
        let path = self.path.iter().map(String::as_str).chain(field);
        self.faults.push(Fault {
            field: path.collect::<Vec<_>>().join("."),
            found,
            expected,
            unknown,
        });
    }

    /// Notes that something else stands here.
    pub(crate) fn other<T>(&mut self, json: &Json, expected: &str) -> Option<T> {
        self.fault(None, json.in_words(), expected.to_owned(), false);
        None
    }

    /// The fields of an object; none of them twice.
    pub(crate) fn object(&mut self, json: Json, expected: &str) -> Option<Fields> {
        let Json::Object(fields) = json else {
            return self.other(&json, expected);
        };
        for (n, (name, _)) in fields.iter().enumerate() {
            if fields.iter().take(n).any(|(earlier, _)| earlier == name) {
                self.fault(
                    Some(name),
                    "the same field twice".to_owned(),
                    "each field once".to_owned(),
                    false,
                );
            }
        }
        Some(Fields(fields))
    }

    /// A field. One that is optional may be missing.
    pub(crate) fn field<T: FromJson>(&mut self, fields: &mut Fields, name: &str, optional: bool) -> Option<T> {
        match self.enter(fields, name) {
            Some(value) => {
                let read = T::from_json(value, self);
                self.path.pop();
                read
            }
            None if optional => T::absent(),
            None => {
                self.missing(name, T::EXPECTED);
                None
            }
        }
    }

    fn enter(&mut self, fields: &mut Fields, name: &str) -> Option<Json> {
        let at = fields.0.iter().position(|(field, _)| field == name)?;
        self.path.push(name.to_owned());
        Some(fields.0.swap_remove(at).1)
    }

    fn missing(&mut self, name: &str, expected: &str) {
        self.fault(Some(name), "nothing".to_owned(), expected.to_owned(), false);
    }

    /// Notes every field that has not been taken.
    pub(crate) fn rest(&mut self, fields: Fields) {
        for (name, _) in fields.0 {
            let known = self
                .faults
                .iter()
                .any(|fault| fault.found == "the same field twice" && fault.field.ends_with(&name));
            if !known {
                let found = "a field this version does not know".to_owned();
                self.fault(Some(&name), found, "no such field (is it misspelt?)".to_owned(), true);
            }
        }
    }

    /// A text that may stand on the page.
    fn text(&mut self, text: &str) {
        if let Some((found, expected)) = texts::fault(text).filter(|_| !self.drawing) {
            self.fault(None, found, expected, false);
        }
    }

    fn items(&mut self, json: Json, expected: &str) -> Option<Vec<Json>> {
        match json {
            Json::List(items) => Some(items),
            other => self.other(&other, expected),
        }
    }

    fn whole_number(&mut self, json: &Json, least: i64, most: i64, expected: &str) -> Option<i64> {
        match json {
            Json::Number(number) if (least..=most).contains(number) => Some(*number),
            _ => self.other(json, expected),
        }
    }
}

impl FromJson for String {
    const EXPECTED: &'static str = "a text, such as \"a few words\"";

    fn from_json(json: Json, at: &mut Reading) -> Option<Self> {
        match json {
            Json::Text(text) => {
                at.text(&text);
                Some(text)
            }
            other => at.other(&other, Self::EXPECTED),
        }
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }
}

impl FromJson for bool {
    const EXPECTED: &'static str = "true or false";

    fn from_json(json: Json, at: &mut Reading) -> Option<Self> {
        match json {
            Json::Flag(flag) => Some(flag),
            other => at.other(&other, Self::EXPECTED),
        }
    }

    fn absent() -> Option<Self> {
        Some(false)
    }
}

macro_rules! whole_numbers {
    ($($number:ty: $least:expr, $most:expr, $expected:literal;)+) => {$(
        impl FromJson for $number {
            const EXPECTED: &'static str = $expected;

            fn from_json(json: Json, at: &mut Reading) -> Option<Self> {
                Self::try_from(at.whole_number(&json, $least, $most, $expected)?).ok()
            }

            fn absent() -> Option<Self> {
                Some(0)
            }
        }
    )+};
}

whole_numbers! {
    u8: 0, 255, "a whole number from 0 to 255, such as 1";
    u16: 0, 65_535, "a whole number from 0 to 65535, such as 2009";
    u32: 0, 4_294_967_295, "a whole number from 0, such as 1";
    i32: -2_147_483_648, 2_147_483_647, "a whole number, such as 1";
    i64: i64::MIN, i64::MAX, "a whole number, such as 600";
}

impl<T: FromJson> FromJson for Option<T> {
    const EXPECTED: &'static str = T::EXPECTED;

    fn from_json(json: Json, at: &mut Reading) -> Option<Self> {
        match json {
            Json::Null => Some(None),
            value => T::from_json(value, at).map(Some),
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    const EXPECTED: &'static str = "a list, such as []";

    fn from_json(json: Json, at: &mut Reading) -> Option<Self> {
        let items = at.items(json, Self::EXPECTED)?;
        let mut list = Some(Vec::with_capacity(items.len()));
        for (n, item) in items.into_iter().enumerate() {
            at.path.push(n.to_string());
            // All items are read, so that all their faults are told.
            match (T::from_json(item, at), &mut list) {
                (Some(item), Some(list)) => list.push(item),
                _ => list = None,
            }
            at.path.pop();
        }
        list
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
}

impl FromJson for [i32; 2] {
    const EXPECTED: &'static str = "a list of two whole numbers, such as [120, 80]";

    fn from_json(json: Json, at: &mut Reading) -> Option<Self> {
        match &json {
            Json::List(items) if items.len() == 2 => Vec::from_json(json, at)?.try_into().ok(),
            _ => at.other(&json, Self::EXPECTED),
        }
    }
}
