//! The key of a map: what its tones and signs mean, and who has which.

use crate::index::*;
use crate::model::Dataset;
use crate::roles::AnswerWord;

use super::super::facts::Fact;
use super::super::support::within;
use super::PlacedMap;
use super::land::{Land, Tone};

/// An entry of the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyEntry {
    /// A tone, with its words.
    Tone(Tone, String),
    /// A sign, with its word.
    Sign(String, String),
    /// A dot of places that may be used, may no longer be, or of which that is not known, with its word.
    Dot(Option<bool>, String),
    /// The asterisk of what is worked out.
    WorkedOut,
}

/// Lands that have one word, for the list beside the map.
#[derive(Clone, Debug)]
pub struct KeyRow {
    /// The tone.
    pub tone: Tone,
    /// Name of the line style.
    pub line: String,
    /// The word.
    pub words: String,
    /// Who has it: places in the map's list of lands, in its order.
    pub lands: Vec<usize>,
}

impl PlacedMap<'_> {
    /// The lines of the list beside the map: from the highest tone down, then what is broken, then ends.
    pub fn rows(&self) -> Vec<KeyRow> {
        let mut rows: Vec<(i32, KeyRow)> = Vec::new();
        for (at, land) in self.told() {
            match rows
                .iter_mut()
                .find(|(_, row)| row.tone == land.tone && row.words == land.key)
            {
                Some((_, row)) => row.lands.push(at),
                None => rows.push((
                    land.rank,
                    KeyRow {
                        tone: land.tone,
                        line: land.line.clone(),
                        words: land.key.clone(),
                        lands: vec![at],
                    },
                )),
            }
        }
        crate::order::sort_by_key(&mut rows, |(rank, _)| *rank);
        rows.into_iter().map(|(_, row)| row).collect()
    }

    /// The entries of the key that occur on the map: dots, tones in the order of [`PlacedMap::rows`], signs, the asterisk.
    pub fn key(&self, d: &Dataset) -> Vec<KeyEntry> {
        let mut out: Vec<KeyEntry> = Vec::new();
        let mut add = |entry: KeyEntry| {
            if !out.contains(&entry) {
                out.push(entry);
            }
        };
        for open in [Some(true), Some(false), None] {
            for site in self.sites.iter().filter(|site| site.open == open) {
                add(KeyEntry::Dot(open, within(&site.word)));
            }
        }
        let rows = self.rows();
        let mut tones: Vec<(Tone, Vec<String>)> = Vec::new();
        for row in rows.iter().filter(|row| row.tone != Tone::End) {
            match tones.iter_mut().find(|(tone, _)| *tone == row.tone) {
                Some((_, words)) => words.push(row.words.clone()),
                None => tones.push((row.tone, vec![row.words.clone()])),
            }
        }
        for (tone, words) in tones {
            add(KeyEntry::Tone(tone, words.join(" / ")));
        }
        let again = within(&Fact::of_answer(d, AnswerWord::Again).word);
        for (_, land) in self.told() {
            // The sign of its own stands by a step's name; where nothing is said of a step the word says it all.
            if !land.sign.is_empty() && land.tone != Tone::Blank {
                add(KeyEntry::Sign(land.sign.clone(), again.clone()));
            }
        }
        let is_word_of_tone = |word: &str| rows.iter().any(|row| within(&row.words) == word);
        let beyond = self.told().flat_map(|(_, land)| land.beyond.iter().take(1));
        for beyond in beyond.filter(|beyond| !is_word_of_tone(&beyond.word)) {
            add(KeyEntry::Sign(beyond.sign.clone(), beyond.word.clone()));
        }
        if self.told().any(|(_, land)| land.is_worked_out) {
            add(KeyEntry::WorkedOut);
        }
        out
    }

    /// Lands of which something is said, or said not to be said.
    pub fn told(&self) -> impl Iterator<Item = (usize, &Land<'_>)> {
        self.lands
            .iter()
            .enumerate()
            .filter(|(_, land)| land.tone != Tone::Ground)
    }

    /// The land of an entity.
    pub fn land_of(&self, entity: EntityIx) -> Option<usize> {
        self.lands.iter().position(|land| land.entity == Some(entity))
    }
}
