//! The invented source, lengthened to sentences as scholars write them, and the dataset whose evidence stands in it.

use std::ops::Range;

use atlas::Dataset;
use atlas::text::sentences;
use evidence::align::Outcome;
use evidence::fingerprint::Fingerprinter;
use evidence::{Aligned, Alignment, ReaderCopy, hashes};
use serde_json::{Value, json};

use crate::datasets;

/// What lengthens the sentences, each by another clause.
const CLAUSES: [&str; 18] = [
    "as the oldest of the pilots never grew tired of telling",
    "though the ropewalk had by then been empty for a winter",
    "which the widow at the chandlery wrote down with her left hand",
    "while barrels of tar were rolled along the eastern quay",
    "and two boys carried the news across the frozen ford",
    "long before a bell was hung in the new custom-house",
    "to the surprise of every sailmaker between the headlands",
    "when herring were so plenty that nobody would salt them",
    "for reasons that the harbour-master kept in a tin box",
    "under a sky which old women called the colour of slate",
    "so that travellers from inland took it for a festival",
    "because the ferryman's mule had eaten the first report",
    "in spite of all that was whispered at the fish stairs",
    "just as the almanac of that leap year had foretold",
    "and paid for it with nine casks of good lamp oil",
    "after a night of fog that swallowed both breakwaters",
    "although the painter of the signboard remembered otherwise",
    "without so much as a lantern being carried before them",
];

/// The source: paragraphs of sentences, by locator.
pub struct Source(pub Vec<(String, Vec<String>)>);

impl Source {
    pub fn new() -> Self {
        let file: Value = serde_json::from_str(&datasets::read("tests/fixtures/harbours-source.json")).expect("JSON");
        let mut clauses = CLAUSES.iter();
        let mut lengthened = |sentence: String| {
            let clause = clauses.next().expect("a clause a sentence");
            let (head, stop) = sentence.split_at(sentence.len() - 1);
            format!("{head}, {clause}{stop}")
        };
        let paragraphs = file["paragraphs"].as_array().expect("paragraphs").iter().map(|row| {
            let text = row["text"].as_str().expect("text");
            let sentences = sentences(text).into_iter().map(&mut lengthened).collect();
            (row["id"].as_str().expect("id").to_owned(), sentences)
        });
        Self(paragraphs.collect())
    }

    pub fn sentence(&self, paragraph: &str, ordinal: u64) -> &str {
        let (_, sentences) = self.0.iter().find(|(id, _)| id == paragraph).expect("a paragraph");
        &sentences[usize::try_from(ordinal).unwrap() - 1]
    }

    /// As text, each sentence as `change` makes it.
    pub fn text(&self, between: &str, mut change: impl FnMut(&str) -> String) -> String {
        let paragraphs: Vec<String> = self
            .0
            .iter()
            .map(|(_, sentences)| sentences.iter().map(|s| change(s)).collect::<Vec<_>>().join(" "))
            .collect();
        paragraphs.join(between)
    }

    pub fn plain(&self) -> String {
        self.text("\n\n", str::to_owned)
    }

    /// The dataset whose evidence stands in this source: quotes where it has quotes, fingerprints elsewhere.
    pub fn dataset(&self) -> Dataset {
        datasets::opened(&self.bundle().to_string())
    }

    /// The same, for a test to change.
    pub fn bundle(&self) -> Value {
        self.bundle_of(serde_json::from_str(&datasets::harbours_json()).expect("JSON"))
    }

    /// The same from a bundle that the test has changed.
    pub fn dataset_of(&self, bundle: Value) -> Dataset {
        datasets::opened(&self.bundle_of(bundle).to_string())
    }

    fn bundle_of(&self, mut bundle: Value) -> Value {
        let all: Vec<&str> = self
            .0
            .iter()
            .flat_map(|(_, sentences)| sentences.iter().map(String::as_str))
            .collect();
        let printer = Fingerprinter::new(all);
        for statement in bundle["statements"].as_array_mut().expect("statements") {
            for evidence in statement["evidence"].as_array_mut().expect("evidence") {
                let paragraph = evidence["paragraph"].as_str().expect("a locator");
                let sentence = self
                    .sentence(paragraph, evidence["sentence"].as_u64().expect("an ordinal"))
                    .to_owned();
                if evidence.get("quote").is_some() {
                    evidence["quote"] = json!(sentence);
                } else {
                    evidence["fp"] = json!(printer.print(&sentence).expect("words").to_string());
                }
            }
        }
        bundle
    }
}

pub fn aligned(d: &Dataset, copy: &str) -> Aligned {
    let copy = ReaderCopy::from_file(copy.as_bytes(), Some("copy.txt")).expect("a text");
    Alignment::new(d, copy)
        .finish()
        .unwrap_or_else(|refusal| panic!("refused: {refusal}"))
}

/// Every evidence is found word for word, at its own sentence.
#[track_caller]
pub fn all_found(d: &Dataset, source: &Source, aligned: &Aligned) {
    for placed in aligned.placed() {
        let Outcome::Found(passage) = &placed.outcome else {
            panic!(
                "{}: {:?}\n{}",
                d.statement(placed.statement).id,
                placed.outcome,
                aligned.text()
            );
        };
        let sentence = source.sentence(&d.paragraph(placed.paragraph).id, u64::from(placed.sentence));
        let text = |range: Range<usize>| hashes(&aligned.text()[range]);
        let words = match &passage.between {
            None => text(passage.range.clone()),
            Some(gap) => [text(passage.range.start..gap.start), text(gap.end..passage.range.end)].concat(),
        };
        assert_eq!(words, hashes(sentence));
    }
    let evidences: usize = d.statements().map(|ix| d.statement(ix).evidence.len()).sum();
    assert_eq!(aligned.placed().len(), evidences);
}
