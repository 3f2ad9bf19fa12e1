//! The dataset as tables to take away: CSV files with a Frictionless descriptor, a README and the codebook, beside the site.
//!
//! Every row names its statements or its place in the source, and a statement has its address in the atlas.

use std::path::Path;

use atlas::model::{self, Dataset, Row, Who};
use atlas::{EntityIx, StatementIx, csv};
use serde_json::{Value, json};

use crate::{Outcome, process, project, tools};

/// A table: its name, what it holds, its columns (the first is not always a key), its rows.
struct Table {
    name: &'static str,
    about: &'static str,
    columns: &'static [(&'static str, &'static str)],
    key: Option<&'static str>,
    rows: Vec<Vec<String>>,
}

/// Writes the package into a folder of its own beside the site.
pub fn write(folder: &Path) -> Outcome {
    let d = crate::data::open()?;
    let tables = tables(&d);
    for table in &tables {
        let mut rows = vec![
            table
                .columns
                .iter()
                .map(|(name, _)| (*name).to_owned())
                .collect::<Vec<_>>(),
        ];
        rows.extend(table.rows.iter().cloned());
        project::write(
            &folder.join(format!("{}.csv", table.name)),
            csv::table(&rows).as_bytes(),
        )?;
    }
    let descriptor = serde_json::to_string_pretty(&descriptor(&d, &tables)).map_err(|error| error.to_string())?;
    project::write(&folder.join("datapackage.json"), descriptor.as_bytes())?;
    project::write(&folder.join("README.md"), readme(&d, &tables).as_bytes())?;
    let codebook = project::read(&project::root()?.join("docs/codebook.md"))?;
    project::write(&folder.join("codebook.md"), codebook.as_bytes())
}

/// Has Frictionless's own tool read the package of the built site.
pub fn check() -> Outcome {
    let descriptor = project::dist()?.join("package/datapackage.json");
    let mut validate = process::at(
        &project::root()?,
        tools::frictionless()?,
        &["-m", "frictionless", "validate"],
    );
    validate.arg(&descriptor);
    process::run(
        &mut validate,
        "validating the data package",
        "build the site first (`cargo xtask build`), then mend what the tool names",
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

fn tables(d: &Dataset) -> Vec<Table> {
    vec![statements(d), entities(d), participations(d), permissions(d), gaps(d)]
}

fn statements(d: &Dataset) -> Table {
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
    Table {
        name: "statements",
        about: "One sentence each in our own words, with its place in the source",
        columns: &[
            ("id", "id, which never changes"),
            ("text", "what the source says, in our words"),
            ("modality", "how firmly (codebook)"),
            ("scope", "of how many it speaks (codebook)"),
            ("who", "who says it: id of an entity"),
            ("how", "own words, reported or quoted"),
            ("when", "EDTF (ISO 8601-2)"),
            ("date_words", "the source's own words for the date"),
            ("about", "ids of entities, main first"),
            ("themes", "ids of themes, main first"),
            ("lens", "reasons given: ids"),
            ("locators", "paragraph#sentence in the source"),
            ("place", "the same as a reader says it"),
            ("link", "address in the atlas, relative to this file"),
        ],
        key: Some("id"),
        rows: d.statements().map(row).collect(),
    }
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

fn entities(d: &Dataset) -> Table {
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
    Table {
        name: "entities",
        about: "Countries, programmes, actors, places, documents, themes, lines, events",
        columns: &[
            ("id", "id, which never changes"),
            ("table", "what it is"),
            ("name", "its name"),
            ("acronym", "its acronym"),
            ("aliases", "other names"),
            ("statements", "of a line or an event: ids of the statements behind it"),
        ],
        key: Some("id"),
        rows: d.entities().map(row).collect(),
    }
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

fn participations(d: &Dataset) -> Table {
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
    Table {
        name: "participations",
        about: "Who takes part in what: one row a state, in time order",
        columns: &[
            ("participation", "id of the participation"),
            ("order", "place in its history, from 1"),
            ("programme", "id of the programme"),
            ("country", "id of the country, or empty"),
            ("scope", "most, some or bare, where no country is named"),
            ("state", "id of the state (codebook)"),
            ("basis", "why it stands for this country"),
            ("when", "EDTF"),
            ("statements", "ids of the statements behind it"),
        ],
        key: None,
        rows,
    }
}

fn permissions(d: &Dataset) -> Table {
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
    Table {
        name: "permissions",
        about: "Who allows what, to whom, and how firmly: one row an arrangement, in time order",
        columns: &[
            ("permission", "id of the permission"),
            ("order", "place in its history, from 1"),
            ("country", "id of who grants it"),
            ("kind", "airfield, overflight, transit (codebook)"),
            ("granted_to", "to whom (codebook)"),
            ("user", "id of the Ally named, or empty"),
            ("limits", "ids of limits"),
            ("place", "id of the airfield, or empty"),
            ("arrangement", "how firmly (codebook)"),
            ("basis", "why it stands for this country"),
            ("when", "EDTF"),
            ("statements", "ids of the statements behind it"),
        ],
        key: None,
        rows,
    }
}

fn gaps(d: &Dataset) -> Table {
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
    Table {
        name: "gaps",
        about: "What the source does not say, as questions",
        columns: &[
            ("id", "id, which never changes"),
            ("about", "ids of entities"),
            ("paragraphs", "where the source leaves it open"),
            ("question", "the question"),
            ("why", "what the source says instead"),
        ],
        key: Some("id"),
        rows: d.gaps().map(row).collect(),
    }
}

/// The descriptor, after the Data Package standard.
fn descriptor(d: &Dataset, tables: &[Table]) -> Value {
    let resource = |table: &Table| {
        let kind = |name: &str| if name == "order" { "integer" } else { "string" };
        let field = |(name, about): &(&str, &str)| json!({"name": name, "type": kind(name), "description": about});
        let fields: Vec<Value> = table.columns.iter().map(field).collect();
        let schema = match table.key {
            Some(key) => json!({"fields": fields, "primaryKey": [key]}),
            None => json!({"fields": fields}),
        };
        json!({
            "name": table.name,
            "path": format!("{}.csv", table.name),
            "description": table.about,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": schema,
        })
    };
    let about = d.about();
    json!({
        "name": about.id,
        "title": about.title,
        "version": about.version,
        "created": format!("{}T00:00:00Z", about.date),
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "sources": [{"title": atlas::cite::source(d), "path": atlas::cite::link(d)}],
        "resources": tables.iter().map(resource).collect::<Vec<_>>(),
    })
}

fn readme(d: &Dataset, tables: &[Table]) -> String {
    let about = d.about();
    let list: String = tables
        .iter()
        .map(|table| format!("- `{}.csv`: {}; {} rows\n", table.name, table.about, table.rows.len()))
        .collect();
    format!(
        "# {}\n\nVersion {}, {}. Licence: CC BY 4.0.\n\nDrawn from: {}\n\n{list}\nLists within a field are divided by spaces (ids) or semicolons. A field that begins like a formula has an apostrophe before it.\nIds of values are explained in `codebook.md`; `datapackage.json` describes every column. The whole dataset, with words, glossary\nand outlines, is `../dataset.json`; its shape is `../{}`, a JSON Schema.\n",
        about.title,
        about.version,
        about.date,
        atlas::cite::source(d),
        atlas::bundle::SCHEMA,
    )
}
