//! A table as text: Markdown and CSV (RFC 4180, with formulas made harmless), and the buttons that copy it.

use leptos::prelude::*;
use markup::view;

use crate::browser;

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
                    .map(|c| c.replace('|', "\\|"))
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

    fn csv(&self) -> String {
        self.rows
            .iter()
            .map(|row| row.iter().map(|c| csv_field(c)).collect::<Vec<_>>().join(",") + "\r\n")
            .collect()
    }
}

/// A field of RFC 4180. What a spreadsheet would take for a formula gets an apostrophe before it.
fn csv_field(text: &str) -> String {
    let guarded = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if guarded.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", guarded.replace('"', "\"\""))
    } else {
        guarded
    }
}

/// Buttons that copy the table.
#[component]
pub fn CopyTable(
    /// The table.
    sheet: Sheet,
) -> impl IntoView {
    let (said, say) = signal(String::new());
    let copy = move |what: &'static str, text: String| {
        browser::copy(&text, move |worked| {
            say.set(if worked {
                format!("Copied as {what}.")
            } else {
                "This browser does not let the page copy.".to_owned()
            })
        });
    };
    let (markdown, csv) = (sheet.markdown(), sheet.csv());
    view! {
        <div class="actions">
            <button type="button" on:click=move |_| copy("Markdown", markdown.clone())>"Copy as Markdown"</button>
            <button type="button" on:click=move |_| copy("CSV", csv.clone())>"Copy as CSV"</button>
        </div>
        <p class="said" role="status">{said}</p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_follow_the_rfc_and_no_formula_passes() {
        assert_eq!(csv_field("plain"), "plain");
        assert_eq!(csv_field("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(csv_field("=1+1"), "'=1+1");
        assert_eq!(csv_field("@x,y"), "\"'@x,y\"");
    }
}
