//! The article as authors have it: JSON by numbered paragraph, outside the project. Read here, never written.

use std::collections::HashMap;
use std::path::Path;

use evidence::Fingerprint;
use evidence::fingerprint::Fingerprinter;
use serde::Deserialize;

use crate::{Outcome, project};

/// The article by numbered paragraph, notes and author's note last.
pub struct Source {
    paragraphs: Vec<Paragraph>,
    printer: Fingerprinter,
}

/// A paragraph, by its locator.
#[derive(Deserialize)]
pub struct Paragraph {
    /// Its locator.
    pub id: String,
    /// What stands there.
    pub text: String,
}

#[derive(Deserialize)]
struct File {
    paragraphs: Vec<Paragraph>,
    #[serde(default)]
    notes: Vec<Paragraph>,
    author: Option<Paragraph>,
}

impl Source {
    /// Reads the file.
    pub fn read(file: &Path) -> Outcome<Self> {
        let parsed: File = serde_json::from_str(&project::read(file)?)
            .map_err(|error| format!("{} is not the article by paragraph: {error}", file.display()))?;
        let notes = parsed.notes.into_iter().chain(parsed.author);
        Ok(Self::new(parsed.paragraphs.into_iter().chain(notes).collect()))
    }

    fn new(paragraphs: Vec<Paragraph>) -> Self {
        let sentences: Vec<String> = paragraphs
            .iter()
            .flat_map(|p| atlas::text::sentences(&p.text))
            .collect();
        Self {
            printer: Fingerprinter::new(sentences.iter().map(String::as_str)),
            paragraphs,
        }
    }

    /// All paragraphs, in the order of the article.
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// The texts, by locator.
    pub fn by_locator(&self) -> HashMap<String, String> {
        self.paragraphs.iter().map(|p| (p.id.clone(), p.text.clone())).collect()
    }

    /// A sentence by locator and ordinal, as evidence counts.
    pub fn sentence(&self, paragraph: &str, ordinal: u32) -> Option<String> {
        let text = &self.paragraphs.iter().find(|p| p.id == paragraph)?.text;
        let place = usize::try_from(ordinal).ok()?.checked_sub(1)?;
        atlas::text::sentences(text).into_iter().nth(place)
    }

    /// The fingerprint of a sentence of the article.
    pub fn print(&self, sentence: &str) -> Option<Fingerprint> {
        self.printer.print(sentence)
    }

    /// A source of these paragraphs.
    #[cfg(test)]
    pub fn of(paragraphs: &[(&str, &str)]) -> Self {
        let paragraph = |(id, text): &(&str, &str)| Paragraph {
            id: (*id).to_owned(),
            text: (*text).to_owned(),
        };
        Self::new(paragraphs.iter().map(paragraph).collect())
    }
}
