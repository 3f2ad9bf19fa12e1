//! From bytes to text: UTF-8, UTF-16 with its mark, else Windows-1252, in which older text files are kept. What is no text is
//! told by its first bytes or by the control characters in it, and refused.

use std::fmt;

use super::Refusal;

/// What stands in a file that is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// PDF.
    Pdf,
    /// A packed format: word processors, e-books.
    Packed,
    /// Rich text.
    Rtf,
    /// A picture.
    Picture,
    /// Anything else.
    Unknown,
}

const SIGNS: [(&[u8], Foreign); 8] = [
    (b"%PDF", Foreign::Pdf),
    (b"PK\x03\x04", Foreign::Packed),
    (b"\x1f\x8b", Foreign::Packed),
    (b"\xd0\xcf\x11\xe0", Foreign::Packed),
    (b"{\\rtf", Foreign::Rtf),
    (b"\x89PNG", Foreign::Picture),
    (b"\xff\xd8\xff", Foreign::Picture),
    (b"GIF8", Foreign::Picture),
];

/// One control character in so many bytes is borne; a text has next to none.
const BYTES_A_CONTROL: usize = 200;

/// Bytes 0x80 to 0x9F of Windows-1252; a zero where it has none.
const WINDOWS: [u16; 32] = [
    0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
    0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
];

/// The text in these bytes.
pub(super) fn text(bytes: &[u8]) -> Result<String, Refusal> {
    if let Some((_, what)) = SIGNS.iter().find(|(sign, _)| bytes.starts_with(sign)) {
        return Err(Refusal::NotText(*what));
    }
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => narrow(rest),
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => narrow(bytes),
    };
    let odd = text.bytes().filter(|byte| is_odd(*byte)).count();
    if text.contains('\0') || odd > text.len() / BYTES_A_CONTROL {
        return Err(Refusal::NotText(Foreign::Unknown));
    }
    Ok(text)
}

/// Control characters that no text has. Some viewers of PDF write 2 for a hyphen at a line end.
fn is_odd(byte: u8) -> bool {
    matches!(byte, 0..=1 | 3..=8 | 14..=31 | 127)
}

fn narrow(bytes: &[u8]) -> String {
    match str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| windows(*byte)).collect(),
    }
}

fn windows(byte: u8) -> char {
    let known = byte
        .checked_sub(0x80)
        .and_then(|place| WINDOWS.get(usize::from(place)))
        .map(|code| {
            if *code == 0 {
                '\0'
            } else {
                char::from_u32(u32::from(*code)).unwrap_or('\0')
            }
        });
    known.unwrap_or(char::from(byte))
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).filter_map(|pair| pair.try_into().ok()).map(unit);
    char::decode_utf16(units).map(|ch| ch.unwrap_or('\u{fffd}')).collect()
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const PASTE: &str = "select all of its text, copy it and paste it here.";
        match self {
            Self::Pdf => write!(
                f,
                "This is a PDF file, which is not read here. Open it in a viewer, {PASTE}"
            ),
            Self::Packed => write!(f, "This is a packed document. Open it in its own program, {PASTE}"),
            Self::Rtf => write!(f, "This is rich text. Open it in its own program, {PASTE}"),
            Self::Picture => f.write_str("This is a picture; only text can be compared."),
            Self::Unknown => {
                f.write_str("This file is not text. Take a text, Markdown or HTML file, or paste the text.")
            }
        }
    }
}
