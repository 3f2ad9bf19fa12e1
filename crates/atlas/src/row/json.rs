//! A JSON value as it came: fields in their order, one given twice included. serde_json parses; nothing here has a meaning yet.

use std::fmt;

use crate::limits::{MOST_DRAWN, MOST_FIELDS};
use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number, `2.0` included.
    Number(i64),
    /// A number with a fraction, or one too large for 64 bits.
    OtherNumber,
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The text of a field, for naming a row whose shape may be wrong.
    pub(crate) fn text_of(&self, field: &str) -> Option<&str> {
        let Self::Object(fields) = self else { return None };
        fields.iter().find_map(|(name, value)| match value {
            Self::Text(text) if name == field => Some(text.as_str()),
            _ => None,
        })
    }

    /// What it is, for a reader who expected something else.
    pub(crate) fn in_words(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Flag(true) => "true".to_owned(),
            Self::Flag(false) => "false".to_owned(),
            Self::Number(number) => format!("the number {number}"),
            Self::OtherNumber => "a number with a fraction, or one too large".to_owned(),
            Self::Text(text) => format!("the text \"{text}\""),
            Self::List(_) => "a list".to_owned(),
            Self::Object(_) => "an object".to_owned(),
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Json, E> {
        Ok(Json::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Number(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(i64::try_from(number).map_or(Json::OtherNumber, Json::Number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
        // 2.0 is the number 2 in another writing, to JavaScript and to JSON Schema as well.
        let whole = number as i64;
        Ok(if whole as f64 == number {
            Json::Number(whole)
        } else {
            Json::OtherNumber
        })
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Json, E> {
        Ok(Json::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            if list.len() == MOST_DRAWN {
                return Err(A::Error::custom(format_args!("a list of more than {MOST_DRAWN} items")));
            }
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Json, A::Error> {
        let mut object = Vec::new();
        while let Some(field) = fields.next_entry()? {
            if object.len() == MOST_FIELDS {
                return Err(A::Error::custom("an object of more than 100 fields"));
            }
            object.push(field);
        }
        Ok(Json::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_value_is_kept_as_it_came() {
        let json: Json =
            serde_json::from_str(r#"{"a":[1,-2,2.5,3.0,18446744073709551615,true,null,"x\n"],"a":{}}"#).unwrap();
        let list = vec![
            Json::Number(1),
            Json::Number(-2),
            Json::OtherNumber,
            Json::Number(3),
            Json::OtherNumber,
            Json::Flag(true),
            Json::Null,
            Json::Text("x\n".to_owned()),
        ];
        let fields = vec![
            ("a".to_owned(), Json::List(list)),
            ("a".to_owned(), Json::Object(Vec::new())),
        ];
        assert_eq!(json, Json::Object(fields));
    }
}
