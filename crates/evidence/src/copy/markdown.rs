//! What Markdown puts into a line: signs at its beginning, links, tags. Each function looks ahead by a bounded step only.

/// How far it looks for the end of a tag or link in Markdown, where a bare `<` or `[` is text.
pub(super) const AHEAD: usize = 512;

/// The sign that a line of Markdown begins with: heading, quotation, list, footnote. Its bytes.
pub(super) fn line_sign(line: &str) -> Option<usize> {
    const MOST_HASHES: usize = 6;
    let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
    if (1..=MOST_HASHES).contains(&hashes) && line.get(hashes..).is_some_and(|rest| rest.starts_with(' ')) {
        return Some(hashes + 1);
    }
    if let Some(sign) = ["> ", "- ", "* ", "+ "].iter().find(|sign| line.starts_with(**sign)) {
        return Some(sign.len());
    }
    let note = line.strip_prefix("[^")?;
    let end = note.bytes().take(AHEAD).position(|byte| byte == b']')?;
    note.get(end..)?.starts_with("]:").then_some(end + "[^]:".len())
}

/// Whether a bracket opens the text of a link.
pub(super) fn is_link(rest: &str) -> bool {
    closes(rest, b']') && rest.split_once(']').is_some_and(|(_, after)| after.starts_with('('))
}

/// Whether what `rest` begins with is closed before it is opened again, not too far away.
pub(super) fn closes(rest: &str, with: u8) -> bool {
    let mut bytes = rest.bytes().take(AHEAD);
    let open = bytes.next();
    bytes.find(|byte| *byte == with || Some(*byte) == open) == Some(with)
}
