//! The dataset as tables to take away: CSV files with a Frictionless descriptor, a README and the codebook, beside the site.
//!
//! Every row names its statements or its place in the source, and a statement has its address in the atlas.

use std::fmt::Write as _;
use std::path::Path;

use atlas::model::{self, Dataset, Row, Who};
use atlas::{EntityIx, StatementIx, csv};
use serde_json::{Map, Value, json};

use crate::{Outcome, process, project, tools};

/// The descriptor, after the Data Package standard, without what the dataset itself says. Its fields are the columns of the tables.
const DESCRIPTOR: &str = include_str!("../datapackage.json");

/// Rows of texts, in the order of the descriptor's fields.
type Rows = Vec<Vec<String>>;

/// Writes the package into a folder of its own beside the site.
pub fn write(folder: &Path) -> Outcome {
    let d = crate::data::open()?;
    let mut descriptor: Map<String, Value> = serde_json::from_str(DESCRIPTOR).map_err(|error| error.to_string())?;
    let mut list = String::new();
    for resource in descriptor
        .get("resources")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        let text = |field: &str| resource.get(field).and_then(Value::as_str).unwrap_or_default();
        let rows = match text("name") {
            "statements" => statements(&d),
            "entities" => entities(&d),
            "participations" => participations(&d),
            "permissions" => permissions(&d),
            "gaps" => gaps(&d),
            other => return Err(format!("datapackage.json names a table that is not written: {other}")),
        };
        let _ = writeln!(
            list,
            "- `{}`: {}; {} rows",
            text("path"),
            text("description"),
            rows.len()
        );
        let fields = resource
            .pointer("/schema/fields")
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        let names = fields.filter_map(|field| field.get("name").and_then(Value::as_str));
        let table: Rows = std::iter::once(names.map(str::to_owned).collect())
            .chain(rows)
            .collect();
        project::write(&folder.join(text("path")), csv::table(&table).as_bytes())?;
    }
    let about = d.about();
    for (field, value) in [
        ("name", json!(about.id)),
        ("title", json!(about.title)),
        ("version", json!(about.version)),
        ("created", json!(format!("{}T00:00:00Z", about.date))),
        (
            "sources",
            json!([{"title": atlas::cite::source(&d), "path": atlas::cite::link(&d)}]),
        ),
    ] {
        descriptor.insert(field.to_owned(), value);
    }
    let descriptor = serde_json::to_string_pretty(&descriptor).map_err(|error| error.to_string())?;
    project::write(&folder.join("datapackage.json"), descriptor.as_bytes())?;
    project::write(&folder.join("README.md"), readme(&d, &list).as_bytes())?;
    let codebook = project::read(&project::root()?.join("docs/codebook.md"))?;
    project::write(&folder.join("codebook.md"), codebook.as_bytes())
}

/// Has Frictionless's own tool read the package of the built site.
pub fn check() -> Outcome {
    let mut validate = process::at(tools::frictionless()?, "-m frictionless validate")?;
    process::run(
        validate.arg(project::dist()?.join("package/datapackage.json")),
        "build the site first (`cargo xtask build`), then correct what the tool names",
    )
}

fn names(d: &Dataset, list: &[EntityIx]) -> String {
    list.iter()
        .map(|&ix| d.entity(ix).id.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

fn ids(d: &Dataset, list: impl Iterator<Item = StatementIx>) -> String {
    list.map(|ix| d.statement(ix).id.clone()).collect::<Vec<_>>().join(" ")
}

fn statements(d: &Dataset) -> Rows {
    let row = |ix: StatementIx| {
        let s = d.statement(ix);
        let locators = s
            .evidence
            .iter()
            .map(|e| format!("{}#{}", d.paragraph(e.paragraph).id, e.sentence));
        let lens = s.lens.iter().map(|&ix| d.word(ix).id.clone());
        vec![
            s.id.clone(),
            s.text.clone(),
            d.word(s.modality_word).id.clone(),
            d.word(s.scope_word).id.clone(),
            d.entity(s.who).id.clone(),
            d.word(s.how).id.clone(),
            s.when.as_ref().map(|when| when.as_str().to_owned()).unwrap_or_default(),
            s.date_words.clone().unwrap_or_default(),
            names(d, &s.about),
            names(d, &s.themes),
            lens.collect::<Vec<_>>().join(" "),
            locators.collect::<Vec<_>>().join(" "),
            atlas::cite::places_of(d, ix).join("; "),
            // An id has no letter that an address would escape: the dataset's check sees to that.
            format!("../#/statements/{}", s.id),
        ]
    };
    d.statements().map(row).collect()
}

/// What the column "table" says; readers of the package rely on these words.
fn word_of(table: model::Table) -> &'static str {
    match table {
        model::Table::Country => "country",
        model::Table::Programme => "programme",
        model::Table::Actor => "actor",
        model::Table::Place => "place",
        model::Table::Document => "document",
        model::Table::Theme => "theme",
        model::Table::Event => "event",
        model::Table::Line => "line",
    }
}

fn entities(d: &Dataset) -> Rows {
    let row = |ix: EntityIx| {
        let entity = d.entity(ix);
        let aliases = entity.aliases.iter().map(|alias| alias.text.clone());
        vec![
            entity.id.clone(),
            word_of(entity.table).to_owned(),
            entity.name.clone(),
            entity.acronym.clone().unwrap_or_default(),
            aliases.collect::<Vec<_>>().join("; "),
            ids(d, entity.statements.iter().copied()),
        ]
    };
    d.entities().map(row).collect()
}

/// One row a state: its place in the history, value, basis, date, statements.
fn history<V>(d: &Dataset, row: &Row<V>) -> [String; 4] {
    let when = row
        .when
        .as_ref()
        .map(|when| when.as_str().to_owned())
        .unwrap_or_default();
    [
        d.word(row.word).id.clone(),
        d.word(row.basis_word).id.clone(),
        when,
        ids(d, row.cited.statements()),
    ]
}

fn participations(d: &Dataset) -> Rows {
    let mut rows = Vec::new();
    for ix in d.participations() {
        let p = d.participation(ix);
        let (country, scope) = match p.who {
            Who::Country(country) => (d.entity(country).id.clone(), String::new()),
            Who::RowWide(scope) => (String::new(), scope.as_str().to_owned()),
        };
        for (n, row) in p.history.iter().enumerate() {
            let first = [
                p.id.clone(),
                (n + 1).to_string(),
                d.entity(p.programme).id.clone(),
                country.clone(),
                scope.clone(),
            ];
            rows.push(first.into_iter().chain(history(d, row)).collect());
        }
    }
    rows
}

fn permissions(d: &Dataset) -> Rows {
    let entity = |ix: Option<EntityIx>| ix.map(|ix| d.entity(ix).id.clone()).unwrap_or_default();
    let mut rows = Vec::new();
    for ix in d.permissions() {
        let p = d.permission(ix);
        let limits = p.limits.iter().map(|&limit| d.word(limit).id.clone());
        let limits = limits.collect::<Vec<_>>().join(" ");
        for (n, row) in p.history.iter().enumerate() {
            let first = [
                p.id.clone(),
                (n + 1).to_string(),
                entity(Some(p.country)),
                d.word(p.kind).id.clone(),
                d.word(p.granted_to).id.clone(),
                entity(p.user),
                limits.clone(),
                entity(p.place),
            ];
            rows.push(first.into_iter().chain(history(d, row)).collect());
        }
    }
    rows
}

fn gaps(d: &Dataset) -> Rows {
    let row = |ix| {
        let gap = d.gap(ix);
        let paragraphs = gap.paragraphs.iter().map(|&p| d.paragraph(p).id.clone());
        let paragraphs = paragraphs.collect::<Vec<_>>().join(" ");
        vec![
            gap.id.clone(),
            names(d, &gap.about),
            paragraphs,
            gap.question.clone(),
            gap.why.clone(),
        ]
    };
    d.gaps().map(row).collect()
}

fn readme(d: &Dataset, list: &str) -> String {
    let about = d.about();
    format!(
        "# {}\n\nVersion {}, {}. Licence: CC BY 4.0.\n\nDrawn from: {}\n\n{list}\nLists within a field are divided by spaces (ids) or semicolons. A field that begins like a formula has an apostrophe before it.\nIds of values are explained in `codebook.md`; `datapackage.json` describes every column. The whole dataset, with words, glossary\nand outlines, is `../dataset.json`; its shape is `../{}`, a JSON Schema.\n",
        about.title,
        about.version,
        about.date,
        atlas::cite::source(d),
        atlas::bundle::SCHEMA,
    )
}
