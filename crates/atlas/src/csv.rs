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

/// A table as a file that opens by a double click: Excel takes a file without the mark for one in the letters of the machine's own
/// country, and turns every dash and quotation mark into three wrong ones.
pub fn file<R: AsRef<[String]>>(rows: &[R]) -> String {
    format!("\u{feff}{}", table(rows))
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

    /// What a spreadsheet of a western country shows: UTF-8 where the mark says so, else a letter for each byte.
    fn double_clicked(bytes: &[u8]) -> String {
        match bytes.strip_prefix(b"\xef\xbb\xbf") {
            Some(marked) => String::from_utf8_lossy(marked).into_owned(),
            None => bytes.iter().map(|&byte| char::from(byte)).collect(),
        }
    }

    #[test]
    fn a_file_opens_by_double_click_with_its_letters_lines_and_guard() {
        let rows = [
            ["unit", "said"].map(str::to_owned),
            ["Åldhaven", "“in 2005–06”, it’s said — …"].map(str::to_owned),
            ["Ямск", "=1+1"].map(str::to_owned),
        ];
        let shown = "unit,said\r\nÅldhaven,\"“in 2005–06”, it’s said — …\"\r\nЯмск,'=1+1\r\n";
        assert_eq!(double_clicked(file(&rows).as_bytes()), shown);
        assert_eq!(file(&rows).matches('\u{feff}').count(), 1);
        // The same without the mark is what this reader spoils; tables that programs read have none.
        assert_ne!(double_clicked(table(&rows).as_bytes()), shown);
        assert!(table(&rows).starts_with("unit"));
    }

    #[test]
    fn fields_follow_the_rfc_and_no_formula_passes() {
        assert_eq!(field("plain"), "plain");
        assert_eq!(field("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(field("=1+1"), "'=1+1");
        assert_eq!(field("@x,y"), "\"'@x,y\"");
        assert_eq!(table(&[["a".to_owned(), "b\nc".to_owned()]]), "a,\"b\nc\"\r\n");
    }
}
