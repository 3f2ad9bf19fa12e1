//! Evidence against the source by numbered paragraph: whether each term stands in its sentence, whether each quote is that
//! sentence, and whether each fingerprint is that of its sentence and of no other.
//!
//! The source itself is never part of a dataset; whoever has a copy hands its paragraphs in.

use std::collections::{BTreeMap, HashMap};

use super::fingerprint::{Fingerprint, Fingerprinter, recognises};
use super::words::hashes;
use atlas::Problem;
use atlas::model::{Dataset, Evidence, Statement};
use atlas::text::{fold, sentences};

/// What a check against a copy came to.
#[derive(Debug, Default)]
pub struct Verification {
    /// Pieces of evidence looked at.
    pub evidences: usize,
    /// Terms looked for.
    pub terms: usize,
    /// Fingerprints compared with their sentences.
    pub fingerprints: usize,
    /// Quotes compared with their sentences.
    pub quotes: usize,
    /// Evidences with neither fingerprint nor quote.
    pub unmarked: usize,
    /// Sentences of the source that every fingerprint was tried on.
    pub sentences: usize,
    /// Fingerprints whose sentence stands in the source more than once, in the same words: no fingerprint can tell those apart.
    pub twins: usize,
    /// What does not hold, in the order of the statements.
    pub problems: Vec<Problem>,
}

/// A sentence of the source.
struct Sentence {
    text: String,
    folded: String,
    words: Vec<u32>,
}

/// Where else a fingerprint fits.
#[derive(Clone, Default)]
struct Elsewhere {
    /// In other words: it does not tell its sentence from these.
    others: Vec<String>,
    /// In the same words.
    twins: usize,
}

/// The source.
struct Source {
    /// Its sentences, by locator.
    paragraphs: BTreeMap<String, Vec<Sentence>>,
    printer: Fingerprinter,
}

/// Looks up every evidence in its sentence of the copy, and every fingerprint in all sentences.
///
/// `copy` maps a locator to the paragraph's text.
pub fn verify(d: &Dataset, copy: &HashMap<String, String>) -> Verification {
    let source = Source::new(copy);
    let mut out = Verification {
        sentences: source.paragraphs.values().map(Vec::len).sum(),
        ..Verification::default()
    };
    let mut tried: HashMap<(&str, u32, Fingerprint), Elsewhere> = HashMap::new();
    for statement in d.statements().map(|ix| d.statement(ix)) {
        for evidence in &statement.evidence {
            out.evidences += 1;
            let paragraph = d.paragraph(evidence.paragraph).id.as_str();
            let at = At {
                statement,
                evidence,
                paragraph,
            };
            let sentence = match source.sentence(&at) {
                Ok(sentence) => sentence,
                Err(problem) => {
                    out.problems.push(*problem);
                    continue;
                }
            };
            check_terms(&at, sentence, &mut out);
            check_quote(&at, sentence, &mut out);
            if let Some(print) = evidence.fp {
                let elsewhere = tried
                    .entry((paragraph, evidence.sentence, print))
                    .or_insert_with(|| source.elsewhere(&at, &print, sentence));
                let right = source.printer.print(&sentence.text);
                check_fingerprint(&at, &print, right, elsewhere, &mut out);
            } else if evidence.quote.is_none() {
                out.unmarked += 1;
            }
        }
    }
    out
}

/// The place of an evidence, for what is said of it.
struct At<'a> {
    statement: &'a Statement,
    evidence: &'a Evidence,
    paragraph: &'a str,
}

impl At<'_> {
    fn problem(&self, field: &str, found: String, expected: String) -> Problem {
        Problem::new("statements", &self.statement.id, field, found, expected)
    }

    fn sentence(&self) -> String {
        format!("sentence {} of {}", self.evidence.sentence, self.paragraph)
    }
}

impl Source {
    fn new(copy: &HashMap<String, String>) -> Self {
        let cut = |text: &String| {
            let cut = sentences(text).into_iter().map(|text| Sentence {
                folded: fold(&text),
                words: hashes(&text),
                text,
            });
            cut.collect()
        };
        let paragraphs: BTreeMap<String, Vec<Sentence>> =
            copy.iter().map(|(id, text)| (id.clone(), cut(text))).collect();
        let all = paragraphs.values().flatten().map(|sentence| sentence.text.as_str());
        Self {
            printer: Fingerprinter::new(all),
            paragraphs,
        }
    }

    fn sentence(&self, at: &At) -> Result<&Sentence, Box<Problem>> {
        let Some(paragraph) = self.paragraphs.get(at.paragraph) else {
            return Err(Box::new(at.problem(
                "evidence.paragraph",
                format!("\"{}\"", at.paragraph),
                "a paragraph of the copy".to_owned(),
            )));
        };
        let place = usize::try_from(at.evidence.sentence)
            .ok()
            .and_then(|n| n.checked_sub(1));
        place.and_then(|place| paragraph.get(place)).ok_or_else(|| {
            Box::new(at.problem(
                "evidence.sentence",
                format!("{} of {}", at.evidence.sentence, at.paragraph),
                format!("one of its {} sentences", paragraph.len()),
            ))
        })
    }

    /// Where else than in its own sentence a fingerprint fits.
    fn elsewhere(&self, at: &At, print: &Fingerprint, own: &Sentence) -> Elsewhere {
        let mut out = Elsewhere::default();
        for (id, paragraph) in &self.paragraphs {
            for (place, sentence) in paragraph.iter().enumerate() {
                let itself = id == at.paragraph && std::ptr::eq(sentence, own);
                if itself || !recognises(print, &sentence.words) {
                    continue;
                }
                if sentence.words == own.words {
                    out.twins += 1;
                } else {
                    out.others.push(format!("sentence {} of {id}", place + 1));
                }
            }
        }
        out
    }
}

fn check_terms(at: &At, sentence: &Sentence, out: &mut Verification) {
    for term in &at.evidence.terms {
        out.terms += 1;
        if !sentence.folded.contains(&fold(term)) {
            out.problems.push(at.problem(
                "evidence.terms",
                format!("\"{term}\""),
                format!("words that stand in {}", at.sentence()),
            ));
        }
    }
}

fn check_quote(at: &At, sentence: &Sentence, out: &mut Verification) {
    let Some(quote) = &at.evidence.quote else {
        return;
    };
    out.quotes += 1;
    if hashes(quote) != sentence.words {
        out.problems.push(at.problem(
            "evidence.quote",
            format!("\"{quote}\""),
            format!("{}: \"{}\"", at.sentence(), sentence.text),
        ));
    }
}

fn check_fingerprint(
    at: &At,
    print: &Fingerprint,
    right: Option<Fingerprint>,
    elsewhere: &Elsewhere,
    out: &mut Verification,
) {
    out.fingerprints += 1;
    out.twins += usize::from(elsewhere.twins > 0);
    if right != Some(*print) {
        out.problems.push(at.problem(
            "evidence.fp",
            format!("\"{print}\""),
            match right {
                Some(right) => format!("\"{right}\", the fingerprint of {}", at.sentence()),
                None => format!("none: {} has no words", at.sentence()),
            },
        ));
    }
    if !elsewhere.others.is_empty() {
        out.problems.push(at.problem(
            "evidence.fp",
            format!("\"{print}\" fits {} as well", elsewhere.others.join(", ")),
            format!("a fingerprint of {} alone", at.sentence()),
        ));
    }
}
