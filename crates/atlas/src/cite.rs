//! Citing: the place in the source as a reader would say it, and the source itself.

mod formats;

pub use formats::{Format, Work, atlas_work, json_text, source_work};

use crate::index::{ParagraphIx, StatementIx};
use crate::model::Dataset;

/// The printed place of a paragraph: section, part, and its ordinal in it.
///
/// For machines there is the locator; this is for readers: "Section 2, Tools, 2nd paragraph".
pub fn place(d: &Dataset, paragraph: ParagraphIx) -> String {
    let p = d.paragraph(paragraph);
    let section = d.sections().get(p.section);
    let title = section.map(|s| short_title(&s.title)).unwrap_or_default();
    let of_section = d.paragraphs().filter(|&ix| d.paragraph(ix).section == p.section);
    let alone = of_section.count() == 1;
    let mut words = vec![title];
    words.extend(p.part.clone());
    if !alone {
        words.push(format!("{} paragraph", ordinal(p.ordinal)));
    }
    words.join(", ")
}

/// "3. A title" is cited as "Section 3"; what has no number, by its title.
fn short_title(title: &str) -> String {
    match title.split_once(". ") {
        Some((number, _)) if !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) => {
            format!("Section {number}")
        }
        _ => title.to_owned(),
    }
}

/// 1st, 2nd, 3rd, 4th, ... 11th, 12th, 13th.
pub fn ordinal(n: u32) -> String {
    let ending = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

/// The source as a plain-text reference, without a place in it.
pub fn source(d: &Dataset) -> String {
    source_work(d, None).written(Format::Plain)
}

/// The authors of the source as prose names them: "Ada Lark", "Ada Lark and Ben Oake", "Ada Lark and others".
pub fn authors(d: &Dataset) -> String {
    listed(d, |name| match name.split_once(", ") {
        Some((family, given)) => format!("{given} {family}"),
        None => name.to_owned(),
    })
}

/// The same by family names alone.
pub fn families(d: &Dataset) -> String {
    listed(d, |name| name.split(", ").next().unwrap_or(name).to_owned())
}

/// One name, two names, or the first and a word for the others.
fn listed(d: &Dataset, written: impl Fn(&str) -> String) -> String {
    match d.record().authors.as_slice() {
        [] => String::new(),
        [one] => written(one),
        [one, other] => format!("{} and {}", written(one), written(other)),
        [first, ..] => format!("{} and others", written(first)),
    }
}

/// The address of the source: its DOI, else its own. Only `https` and `http` links are given.
pub fn link(d: &Dataset) -> Option<String> {
    let r = d.record();
    let doi = r.doi.as_ref().map(|doi| format!("https://doi.org/{doi}"));
    doi.or_else(|| r.url.clone())
        .filter(|url| url.starts_with("https://") || url.starts_with("http://"))
}

/// The printed places that support a statement, each once, in the order of its evidence.
pub fn places_of(d: &Dataset, ix: StatementIx) -> Vec<String> {
    let mut places: Vec<String> = Vec::new();
    for evidence in &d.statement(ix).evidence {
        let place = place(d, evidence.paragraph);
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places
}

/// A statement as a plain-text citation of the source: the reference with every place that supports it.
pub fn statement(d: &Dataset, ix: StatementIx) -> String {
    source_work(d, Some(ix)).written(Format::Plain)
}

/// A ready note for disputing how a statement is coded: what stands there, by which rule, and room for another reading.
pub fn dispute(d: &Dataset, ix: StatementIx) -> String {
    let s = d.statement(ix);
    let about = d.about();
    let places: Vec<String> = s
        .evidence
        .iter()
        .map(|e| {
            format!(
                "{}, sentence {} [{}]",
                place(d, e.paragraph),
                e.sentence,
                d.paragraph(e.paragraph).id
            )
        })
        .collect();
    let (modality, scope) = (d.word(s.modality_word), d.word(s.scope_word));
    let when = s.when.as_ref().map_or("no date", |w| w.as_str());
    let to = about
        .dispute_to
        .as_deref()
        .unwrap_or("whoever keeps this copy of the atlas (the dataset names no address)");
    format!(
        "Dispute of a coding in {} (dataset {} {})\n\nStatement {}: {}\nFirmness: {}. Rule: {}\nScope: {}. Rule: {}\nDate: {when}\nVoice: {}, {} {}\nPlace: {}\n\nMy reading of the place:\n\nWhat I propose instead:\n\nSend to: {to}\n",
        about.title,
        about.id,
        about.version,
        s.id,
        s.text,
        modality.word,
        modality.sentence,
        scope.word,
        scope.sentence,
        d.entity(s.who).name,
        d.word(s.how).word,
        d.word(s.stance).word,
        places.join("; ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_read_as_english() {
        let list: Vec<String> = [1, 2, 3, 4, 11, 12, 13, 21, 102, 113]
            .into_iter()
            .map(ordinal)
            .collect();
        assert_eq!(
            list,
            [
                "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "113th"
            ]
        );
    }

    #[test]
    fn numbered_sections_are_cited_by_number() {
        assert_eq!(short_title("3. Key areas"), "Section 3");
        for title in ["Introduction", "Vol. the second", ". dots", "3.5. Ranges"] {
            assert_eq!(short_title(title), title);
        }
    }
}
