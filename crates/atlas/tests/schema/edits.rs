//! The kept edits: one edit each of the whole document, which is the invented dataset with every field of every row.
//!
//! A line of `tests/fixtures/edits/*.json` is the verdict (`stands` or `falls`), the edit, where it is made, and with what:
//! `["falls", "replace", "/themes/0/name", null]`. The edits are those of JSON Patch, and `repeat`, whose value is a text and
//! how many times it stands.

use serde_json::Value;

use crate::datasets;

/// One edit and its verdict.
pub struct Edit {
    /// Whether a document with this edit has its shape.
    pub stands: bool,
    /// Where the edit is made.
    pub pointer: String,
    /// The line as it is kept.
    pub line: Value,
}

impl Edit {
    fn from(line: Value) -> Self {
        let stands = match line[0].as_str() {
            Some("stands") => true,
            Some("falls") => false,
            _ => panic!("{line} begins with no verdict"),
        };
        let pointer = line[2].as_str().expect("a pointer").to_owned();
        Self { stands, pointer, line }
    }

    /// The document with this edit.
    pub fn of(&self, whole: &Value) -> Value {
        let mut document = whole.clone();
        self.edit(&mut document)
            .unwrap_or_else(|| panic!("{} finds no place", self.line));
        document
    }

    fn edit(&self, document: &mut Value) -> Option<()> {
        if self.pointer.is_empty() {
            *document = self.line.get(3)?.clone();
            return Some(());
        }
        let (parent, name) = self.pointer.rsplit_once('/')?;
        let parent = document.pointer_mut(parent)?;
        let value = match self.line[1].as_str()? {
            "remove" => None,
            "add" | "replace" => Some(self.line.get(3)?.clone()),
            "repeat" => Some(Value::from(
                self.line[3].as_str()?.repeat(self.line[4].as_u64()?.try_into().ok()?),
            )),
            _ => return None,
        };
        let adds = self.line[1] == "add";
        match (parent, value) {
            (Value::Object(fields), None) => fields.remove(name).map(|_| ()),
            (Value::Object(fields), Some(value)) => {
                (fields.insert(name.to_owned(), value).is_none() || !adds).then_some(())
            }
            (Value::Array(items), Some(value)) if !adds => {
                *items.get_mut(name.parse::<usize>().ok()?)? = value;
                Some(())
            }
            _ => None,
        }
    }
}

/// The whole document.
pub fn whole() -> Value {
    let mut document: Value = serde_json::from_str(&datasets::ferries_json()).expect("JSON");
    document["outlines"] = Value::Null;
    for edit in lines("whole") {
        let fields = document.pointer_mut(edit.pointer.rsplit_once('/').expect("a pointer").0);
        let name = edit.pointer.rsplit('/').next().expect("a name").to_owned();
        let place = fields.and_then(Value::as_object_mut);
        let place = place.unwrap_or_else(|| panic!("{} finds no place", edit.line));
        place.insert(name, edit.line[3].clone());
    }
    document
}

/// All kept edits.
pub fn kept() -> Vec<Edit> {
    let folder = datasets::root().join("tests/fixtures/edits");
    let entries = std::fs::read_dir(folder).expect("the folder of edits");
    let mut names: Vec<String> = entries
        .map(|entry| {
            entry
                .expect("an entry")
                .path()
                .file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned()
        })
        .filter(|name| name != "whole")
        .collect();
    names.sort();
    names.iter().flat_map(|name| lines(name)).collect()
}

fn lines(name: &str) -> Vec<Edit> {
    let text = datasets::read(&format!("tests/fixtures/edits/{name}.json"));
    let lines: Vec<Value> = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    lines.into_iter().map(Edit::from).collect()
}
