//! Percent-coding of the parts of an address: one small table of our own, the same natively and in the browser.

/// Encodes everything but unreserved characters (RFC 3986), so that a part never carries a separator.
pub fn encode(text: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.extend(
                [byte >> 4, byte & 15]
                    .iter()
                    .filter_map(|&n| HEX.get(usize::from(n)))
                    .map(|&b| char::from(b)),
            );
        }
    }
    out
}

/// Decodes; what is not valid is kept as it stands or replaced, never refused.
pub fn decode(text: &str) -> String {
    undone(&text.replace('+', " "), |_| true)
}

/// Undoes one encoding of the bytes that are asked for. A plus stands for itself: it is a space within a value alone.
pub fn undone(text: &str, wanted: impl Fn(u8) -> bool) -> String {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let mut pair = bytes.clone().take(2);
        let escaped = match (byte, pair.next().and_then(hex), pair.next().and_then(hex)) {
            (b'%', Some(high), Some(low)) => Some(high << 4 | low).filter(|&byte| wanted(byte)),
            _ => None,
        };
        if escaped.is_some() {
            bytes.nth(1);
        }
        out.push(escaped.unwrap_or(byte));
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|n| u8::try_from(n).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_round_trip() {
        for text in ["plain", "a b&c=d/e?f#g", "Åre “x”", "100%", "+"] {
            assert_eq!(decode(&encode(text)), text);
        }
    }

    #[test]
    fn what_is_not_valid_is_kept() {
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%zz"), "%zz");
        assert_eq!(decode("%ff"), "\u{fffd}");
    }
}
