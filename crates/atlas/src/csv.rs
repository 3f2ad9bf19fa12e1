//! CSV as RFC 4180 has it, with formulas made harmless: a spreadsheet must not run what a dataset says.

/// A table as text: fields by commas, rows by CRLF.
pub fn table<R: AsRef<[String]>>(rows: &[R]) -> String {
    let line = |row: &R| {
        row.as_ref()
            .iter()
            .map(|text| field(text))
            .collect::<Vec<_>>()
            .join(",")
            + "\r\n"
    };
    rows.iter().map(line).collect()
}

/// A field. What a spreadsheet would take for a formula gets an apostrophe before it.
fn field(text: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_follow_the_rfc_and_no_formula_passes() {
        assert_eq!(field("plain"), "plain");
        assert_eq!(field("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(field("=1+1"), "'=1+1");
        assert_eq!(field("@x,y"), "\"'@x,y\"");
        assert_eq!(table(&[["a".to_owned(), "b\nc".to_owned()]]), "a,\"b\nc\"\r\n");
    }
}
