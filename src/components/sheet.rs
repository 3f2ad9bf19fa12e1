//! A table as text: Markdown, CSV and JSON, and the buttons that copy and save it.

use atlas::cite::json_text;
use atlas::model::Dataset;
use leptos::prelude::*;
use markup::view;

use super::said::{Said, SaidLine};
use crate::state::use_atlas;

/// A table of plain texts.
#[derive(Clone)]
pub struct Sheet {
    rows: Vec<Vec<String>>,
}

impl Sheet {
    /// A table with its heading as first row.
    pub fn new(head: Vec<String>, body: impl IntoIterator<Item = Vec<String>>) -> Self {
        Self {
            rows: std::iter::once(head).chain(body).collect(),
        }
    }

    fn markdown(&self) -> String {
        let line = |cells: &[String]| {
            format!(
                "| {} |\n",
                cells
                    .iter()
                    .map(|c| c.replace('\\', "\\\\").replace('|', "\\|").replace(['\r', '\n'], " "))
                    .collect::<Vec<_>>()
                    .join(" | ")
            )
        };
        let mut rows = self.rows.iter();
        let Some(head) = rows.next() else { return String::new() };
        let rule = format!("|{}\n", " --- |".repeat(head.len()));
        std::iter::once(line(head))
            .chain([rule])
            .chain(rows.map(|row| line(row)))
            .collect()
    }

    /// Objects by the names of the columns.
    fn json(&self) -> String {
        let mut rows = self.rows.iter();
        let Some(head) = rows.next() else { return String::new() };
        let object = |row: &Vec<String>| {
            let fields = head
                .iter()
                .zip(row)
                .map(|(name, text)| format!("{}:{}", json_text(name), json_text(text)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
        };
        format!("[\n{}\n]\n", rows.map(object).collect::<Vec<_>>().join(",\n"))
    }

    fn csv(&self) -> String {
        atlas::csv::table(&self.rows)
    }

    /// As a file for a spreadsheet.
    fn file(&self) -> String {
        atlas::csv::file(&self.rows)
    }
}

/// How a table is made.
pub type Making = Box<dyn Fn(&Dataset) -> Sheet>;

/// Buttons that copy the table, and save it where it has a name.
#[component]
pub fn CopyTable(
    /// How it is made, once it is asked for: of all the pages seen, few tables are taken.
    sheet: Making,
    /// What its file is called, without ending; without it nothing is saved.
    #[prop(default = None)]
    name: Option<&'static str>,
) -> impl IntoView {
    let said = Said::new();
    let atlas = use_atlas();
    let sheet = StoredValue::new_local(sheet);
    let made = move || sheet.with_value(|make| make(&atlas.data()));
    let copy = move |what: &'static str, text: String| said.copy(text, format!("Copied as {what}."));
    let savers = name.map(|name| {
        view! {
            <button type="button" on:click=move |_| said.save(&made().file(), &format!("{name}.csv"), "text/csv;charset=utf-8")>"Save CSV"</button>
            <button type="button" on:click=move |_| said.save(&made().json(), &format!("{name}.json"), "application/json")>"Save JSON"</button>
            <button type="button" on:click=move |_| said.save(&made().markdown(), &format!("{name}-table.md"), "text/markdown;charset=utf-8")>"Save as Markdown"</button>
        }
    });
    super::edition::in_app().then(|| {
        view! {
            <div class="actions">
                <button type="button" on:click=move |_| copy("Markdown", made().markdown())>"Copy as Markdown"</button>
                <button type="button" on:click=move |_| copy("CSV", made().csv())>"Copy as CSV"</button>
                {savers}
            </div>
            <SaidLine said=said />
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_objects_by_their_columns() {
        let sheet = Sheet::new(
            vec!["a".to_owned(), "b\"".to_owned()],
            [vec!["1\n".to_owned(), "=x".to_owned()]],
        );
        assert_eq!(sheet.json(), "[\n{\"a\":\"1\\n\",\"b\\\"\":\"=x\"}\n]\n");
    }
}
