//! The shape of a bundle as a JSON Schema (draft 2020-12), written from the lists of fields by which rows are read.
//!
//! Native builds only: the browser reads by the same lists and carries none of this. Left out: what shape cannot say (ids,
//! references, dates, what may carry what), which is `validate`'s, and the size of the document.

mod written;

use crate::bundle::{Bundle, FORMAT, FORMATS};
use crate::limits::{LONGEST_TEXT, MOST_BYTES, MOST_DIGITS, MOST_DRAWN, is_drawing, most_rows};
use crate::problem::Problem;
use crate::row::described::{Field, RowShape, Shape};
use crate::row::json::Json;
use crate::yielding::{block_on_ready, never_yield};

/// The document, as `data/schema.json` and the published site hold it.
pub fn document() -> String {
    let mut at = Definitions::default();
    at.list.push(("text".to_owned(), plain_text()));
    let mut tables = vec![Property {
        name: "$schema",
        about: joined(&["The address of this schema, for editors and other validators."]),
        optional: true,
        schema: at.text(),
    }];
    tables.extend(Bundle::tables().into_iter().map(|table| at.table(table)));
    let about = format!(
        "The shape of a dataset of the format {FORMAT}, as the atlas reads it. Besides its shape a dataset keeps rules of meaning, \
         which the atlas checks when it opens one. A document has at most {MOST_BYTES} bytes, and no field twice."
    );
    let head = vec![
        word("$schema", "https://json-schema.org/draft/2020-12/schema"),
        word("$id", &id()),
        word("title", &format!("A dataset of Partnership Atlas, {FORMAT}")),
    ];
    let Json::Object(body) = object(&about, tables) else {
        return String::new();
    };
    let definitions = ("$defs".to_owned(), Json::Object(at.list));
    written::pretty(&Json::Object(
        head.into_iter().chain(body).chain([definitions]).collect(),
    ))
}

/// The schema's own name, which changes with the format and not with the place where it is published.
fn id() -> String {
    format!("urn:{}", FORMAT.replace('/', ":schema:"))
}

/// Everything in a bundle that does not have its shape, warnings of a newer format included, sorted, the first so many: what [`document`] speaks of.
pub fn faults(json: &str) -> Vec<Problem> {
    match block_on_ready(crate::load::bundle(json, &never_yield)) {
        Ok(read) => read.problems.listed(),
        Err(problems) => problems.listed(),
    }
}

/// A field of an object as the schema has it.
struct Property {
    name: &'static str,
    about: String,
    optional: bool,
    schema: Json,
}

/// The rows described so far, in the order in which they were met.
#[derive(Default)]
pub(crate) struct Definitions {
    list: Vec<(String, Json)>,
    /// Texts are of any length: they are drawings.
    drawing: bool,
}

impl Definitions {
    /// The schema that stands where a value of a shape does. A row adds its definition to the others and refers to it.
    fn schema_of(&mut self, shape: Shape) -> Json {
        match shape {
            Shape::Text => self.text(),
            Shape::Flag => Json::Object(vec![word("type", "boolean")]),
            Shape::WholeNumber { least, most } => Json::Object(vec![
                word("type", "integer"),
                ("minimum".to_owned(), Json::Number(least)),
                ("maximum".to_owned(), Json::Number(most)),
            ]),
            Shape::Numbers { count, each } => Json::Object(vec![
                word("type", "array"),
                ("items".to_owned(), self.schema_of(*each)),
                ("minItems".to_owned(), Json::Number(count)),
                ("maxItems".to_owned(), Json::Number(count)),
            ]),
            Shape::Optional(value) => {
                let either = vec![self.schema_of(*value), Json::Object(vec![word("type", "null")])];
                Json::Object(vec![("anyOf".to_owned(), Json::List(either))])
            }
            Shape::List(item) => self.list_of(*item, MOST_DRAWN),
            Shape::Row(row) => self.row(&row),
        }
    }

    fn list_of(&mut self, item: Shape, most: usize) -> Json {
        let items = ("items".to_owned(), self.schema_of(item));
        let most = ("maxItems".to_owned(), number(most));
        Json::Object(vec![word("type", "array"), items, most])
    }

    /// A reference to a row, which is described when it is met for the first time.
    fn row(&mut self, row: &RowShape) -> Json {
        let name = row.name.strip_suffix("Row").unwrap_or(row.name);
        if self.list.iter().all(|(known, _)| known != name) {
            let at = self.list.len();
            self.list.push((name.to_owned(), Json::Null));
            let fields = (row.fields)().into_iter();
            let fields = fields.map(
                |Field {
                     name,
                     about,
                     optional,
                     shape,
                 }| Property {
                    name,
                    about: joined(about),
                    optional,
                    schema: self.schema_of(shape),
                },
            );
            let described = object(&joined(row.about), fields.collect());
            if let Some(place) = self.list.get_mut(at) {
                place.1 = described;
            }
        }
        reference(name)
    }

    /// A table of the document, with the rows that it may have.
    fn table(&mut self, table: Field) -> Property {
        self.drawing = is_drawing(table.name);
        let schema = match table.shape {
            Shape::List(item) => self.list_of(*item, most_rows(table.name)),
            _ if table.name == "format" => format(),
            shape => self.schema_of(shape),
        };
        self.drawing = false;
        Property {
            name: table.name,
            about: joined(table.about),
            optional: table.optional,
            schema,
        }
    }

    fn text(&self) -> Json {
        match self.drawing {
            true => Json::Object(vec![word("type", "string"), nothing_hidden()]),
            false => reference("text"),
        }
    }
}

/// A text as `characters` has it. What must not stand in it is told by `not`: `$` means the end of a line to some readers.
fn plain_text() -> Json {
    Json::Object(vec![
        word(
            "description",
            "A plain text: no control characters, no breaks of lines, none that change the direction of text or cannot be seen.",
        ),
        word("type", "string"),
        ("maxLength".to_owned(), number(LONGEST_TEXT)),
        nothing_hidden(),
    ])
}

/// The characters of `characters::is_forbidden`.
fn nothing_hidden() -> (String, Json) {
    let forbidden =
        r"[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb";
    // Beyond the first plane a pattern has the characters themselves.
    let forbidden = format!("{forbidden}\u{e0000}-\u{e007f}]");
    ("not".to_owned(), Json::Object(vec![word("pattern", &forbidden)]))
}

fn format() -> Json {
    let formats = FORMATS.replace('.', r"\.");
    let Json::Object(mut words) = reference("text") else {
        return Json::Null;
    };
    words.push(word("pattern", &format!("^{formats}[0-9]{{1,{MOST_DIGITS}}}$")));
    Json::Object(words)
}

/// An object that has these fields and no others.
fn object(about: &str, fields: Vec<Property>) -> Json {
    let required = fields.iter().filter(|field| !field.optional);
    let required = required.map(|field| Json::Text(field.name.to_owned())).collect();
    let properties = fields.into_iter().map(|field| {
        let mut words = vec![word("description", &field.about)];
        if let Json::Object(schema) = field.schema {
            words.extend(schema);
        }
        (field.name.to_owned(), Json::Object(words))
    });
    Json::Object(vec![
        word("description", about),
        word("type", "object"),
        ("required".to_owned(), Json::List(required)),
        ("additionalProperties".to_owned(), Json::Flag(false)),
        ("properties".to_owned(), Json::Object(properties.collect())),
    ])
}

fn reference(name: &str) -> Json {
    Json::Object(vec![word("$ref", &format!("#/$defs/{name}"))])
}

fn word(name: &str, value: &str) -> (String, Json) {
    (name.to_owned(), Json::Text(value.to_owned()))
}

fn number(number: usize) -> Json {
    Json::Number(i64::try_from(number).unwrap_or(i64::MAX))
}

/// The lines of a doc comment as one text.
fn joined(lines: &[&str]) -> String {
    lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::SCHEMA;

    #[test]
    fn the_name_of_the_schema_and_its_file_go_with_the_format() {
        assert_eq!(id(), "urn:partnership-atlas:schema:1.0");
        assert_eq!(SCHEMA, format!("schema/{}.json", FORMAT.replace('/', "-")));
        assert!(FORMAT.starts_with(FORMATS));
    }

    #[test]
    fn every_row_and_every_field_is_described() {
        let schema: serde_json::Value = serde_json::from_str(&document()).unwrap();
        let definitions = schema["$defs"].as_object().unwrap();
        assert!(definitions.len() > 30, "{}", definitions.len());
        let rows = definitions.iter().filter(|(name, _)| *name != "text");
        for (name, row) in rows.chain([(&"document".to_owned(), &schema)]) {
            assert!(!row["description"].as_str().unwrap().is_empty(), "{name}");
            for (field, shape) in row["properties"].as_object().unwrap() {
                assert!(!shape["description"].as_str().unwrap().is_empty(), "{name}.{field}");
            }
        }
    }

    #[test]
    fn faults_are_those_of_shape_alone() {
        let problems = faults(r#"{"format":"partnership-atlas/1.0","gaps":[{"id":"NO ID","mood":1}],"almanac":[]}"#);
        let places: Vec<(&str, &str)> = problems.iter().map(|p| (p.table.as_str(), p.field.as_str())).collect();
        let document = ["almanac", "dataset", "source", "texts"].map(|field| ("bundle", field));
        let row = ["about", "mood", "question", "why"].map(|field| ("gaps", field));
        assert_eq!(places, [document, row].concat());
    }
}
