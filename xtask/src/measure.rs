//! `cargo xtask evidence --source FILE`: how well cited sentences are found again in copies of the article, as tables for
//! `docs/evidence.md`.
//!
//! Each copy is made from the article in memory and treated as page, viewer or a careless hand would (`copies.rs`); the
//! fingerprints are computed, not read from the dataset, so that the tables hold for the code at hand. Nothing of the article is
//! printed or written.

mod copies;
mod layout;
mod unrelated;

use std::path::Path;

use atlas::Dataset;
use evidence::align::Outcome as Found;
use evidence::fingerprint::KEPT;
use evidence::{Aligned, Alignment, Fingerprint, ReaderCopy, Refusal, hashes};
use serde_json::Value;

use crate::source::Source;
use crate::{Outcome, data};
use copies::Copy;

/// Prints all tables; an error where a figure is worse than `docs/evidence.md` promises.
pub fn run(source: &Path) -> Outcome {
    let source = Source::read(source)?;
    let (dataset, prints) = printed(&source)?;
    let mut broken = Vec::new();
    describe(&prints);
    alone(&dataset, &source, &mut broken);
    println!("\n| copy | word for word | altered | missing | in the right place |\n|---|---|---|---|---|");
    for copy in copies::harmless(&source) {
        let row = Row::of(&dataset, &source, &copy)?;
        println!("{}", row.line(copy.name));
        if row.found * 100 < row.all() * 99 || row.right < row.found + row.altered {
            broken.push(format!(
                "\"{}\": fewer than 99 % found word for word, or in a wrong place",
                copy.name
            ));
        }
    }
    println!(
        "\n| one word in every sentence | word for word | altered | missing | in the right place |\n|---|---|---|---|---|"
    );
    for altered in copies::altered(&source) {
        let (copy, touched) = (altered.copy, altered.touched);
        let aligned = aligned(&dataset, &copy).map_err(|refusal| refusal.to_string())?;
        let row = Row::counted(&dataset, &source, &aligned, |sentence| touched.contains(sentence))?;
        println!("{}", row.line(copy.name));
        if row.found > 0 {
            broken.push(format!(
                "\"{}\": {} altered sentences pass as word for word",
                copy.name, row.found
            ));
        }
    }
    one_in_ten(&dataset, &source, &mut broken)?;
    unrelated::table(&dataset, &source, &mut broken)?;
    if broken.is_empty() {
        Ok(())
    } else {
        Err(broken.join("\n"))
    }
}

/// The dataset with the fingerprints that its evidences should carry, and these, each once.
fn printed(source: &Source) -> Outcome<(Dataset, Vec<Fingerprint>)> {
    let mut bundle: Value = serde_json::from_str(&data::bundle()?).map_err(|error| error.to_string())?;
    let mut prints: Vec<Fingerprint> = Vec::new();
    let rows = list(&mut bundle, "statements").ok_or("the bundle has no statements")?;
    for evidence in rows.iter_mut().filter_map(|row| list(row, "evidence")).flatten() {
        let ordinal = evidence.get("sentence").and_then(Value::as_u64);
        let ordinal = ordinal
            .and_then(|ordinal| u32::try_from(ordinal).ok())
            .unwrap_or_default();
        let paragraph = evidence.get("paragraph").and_then(Value::as_str);
        let sentence = paragraph.and_then(|paragraph| source.sentence(paragraph, ordinal));
        let print = sentence.and_then(|sentence| source.print(&sentence));
        let print = print.ok_or_else(|| format!("no such sentence: {evidence}"))?;
        if let Some(fields) = evidence.as_object_mut() {
            fields.insert("fp".to_owned(), print.to_string().into());
        }
        if !prints.contains(&print) {
            prints.push(print);
        }
    }
    let dataset = Dataset::from_json(&bundle.to_string()).map_err(data::listed)?;
    Ok((dataset, prints))
}

fn list<'a>(row: &'a mut Value, field: &str) -> Option<&'a mut Vec<Value>> {
    row.get_mut(field)?.as_array_mut()
}

/// What the fingerprints are, in figures.
fn describe(prints: &[Fingerprint]) {
    let words: usize = prints.iter().map(Fingerprint::words).sum();
    let characters: usize = prints.iter().map(|print| print.to_string().len()).sum();
    let full = prints.iter().filter(|print| print.runs().len() == KEPT).count();
    let shortest = prints.iter().map(Fingerprint::words).min().unwrap_or_default();
    println!(
        "{} cited sentences: {:.1} words on average, at least {shortest}; fingerprints of {:.1} characters, {full} with {KEPT} runs.",
        prints.len(),
        words as f64 / prints.len() as f64,
        characters as f64 / prints.len() as f64,
    );
}

/// Whether each fingerprint fits its sentence alone, of all sentences of the article.
fn alone(dataset: &Dataset, source: &Source, broken: &mut Vec<String>) {
    let found = evidence::verify(dataset, &source.by_locator());
    println!(
        "{} evidences, each tried on all {} sentences of the article: {} fit another one; {} have a sentence that stands there twice.",
        found.fingerprints,
        found.sentences,
        found.problems.len(),
        found.twins
    );
    broken.extend(found.problems.iter().map(ToString::to_string));
}

/// What became of the evidences in one copy.
#[derive(Default)]
struct Row {
    found: usize,
    altered: usize,
    missing: usize,
    /// Of those found or altered, how many at the sentence that is cited.
    right: usize,
}

impl Row {
    fn of(dataset: &Dataset, source: &Source, copy: &Copy) -> Outcome<Self> {
        let aligned = aligned(dataset, copy).map_err(|refusal| format!("\"{}\": {refusal}", copy.name))?;
        Self::counted(dataset, source, &aligned, |_| true)
    }

    /// Counts the evidences of the paragraphs and sentences that are `wanted`.
    fn counted(dataset: &Dataset, source: &Source, aligned: &Aligned, wanted: impl Fn(&str) -> bool) -> Outcome<Self> {
        let mut row = Self::default();
        for placed in aligned.placed() {
            let paragraph = &dataset.paragraph(placed.paragraph).id;
            let sentence = source
                .sentence(paragraph, placed.sentence)
                .ok_or("a sentence has gone")?;
            if !wanted(&sentence) {
                continue;
            }
            match placed.outcome {
                Found::Found(_) => row.found += 1,
                Found::Altered(..) => row.altered += 1,
                Found::Missing(_) => row.missing += 1,
            }
            row.right += usize::from(is_at(aligned, &placed.outcome, &sentence));
        }
        Ok(row)
    }

    fn all(&self) -> usize {
        self.found + self.altered + self.missing
    }

    fn line(&self, name: &str) -> String {
        let all = self.all();
        let share = |n: usize| format!("{n} ({:.1} %)", 100.0 * n as f64 / all as f64);
        let located = self.found + self.altered;
        format!(
            "| {name} | {} | {} | {} | {} of {located} |",
            share(self.found),
            self.altered,
            self.missing,
            self.right
        )
    }
}

fn aligned(dataset: &Dataset, copy: &Copy) -> Result<Aligned, Refusal> {
    let copy = ReaderCopy::from_file(&copy.bytes, Some(copy.file))?;
    Alignment::new(dataset, copy).finish()
}

/// Whether a passage is this sentence: at least three of five words in common, counted from the longer.
fn is_at(aligned: &Aligned, outcome: &Found, sentence: &str) -> bool {
    let Some(passage) = outcome.passage() else {
        return false;
    };
    let text = |from: usize, to: usize| aligned.text().get(from..to).unwrap_or_default();
    let passage = match &passage.between {
        None => hashes(text(passage.range.start, passage.range.end)),
        Some(gap) => [
            hashes(text(passage.range.start, gap.start)),
            hashes(text(gap.end, passage.range.end)),
        ]
        .concat(),
    };
    let mut rest = hashes(sentence);
    let longer = rest.len().max(passage.len());
    let common = passage.iter().filter(|word| {
        rest.iter()
            .position(|own| own == *word)
            .map(|at| rest.swap_remove(at))
            .is_some()
    });
    common.count() * 5 >= longer * 3
}

/// A copy in which one sentence in ten is altered: those are named, and no other.
fn one_in_ten(dataset: &Dataset, source: &Source, broken: &mut Vec<String>) -> Outcome {
    let copies::Altered { copy, touched } = copies::one_in_ten(source);
    let aligned = aligned(dataset, &copy).map_err(|refusal| refusal.to_string())?;
    let named = Row::counted(dataset, source, &aligned, |sentence| touched.contains(sentence))?;
    let left = Row::counted(dataset, source, &aligned, |sentence| !touched.contains(sentence))?;
    println!("\n| one sentence in ten has one word altered | word for word | altered | missing | in the right place |");
    println!(
        "|---|---|---|---|---|\n{}\n{}",
        named.line("the altered ones"),
        left.line("the others")
    );
    if named.found > 0 || left.found < left.all() {
        broken.push("of a copy altered in places, other places are named than the altered ones".to_owned());
    }
    Ok(())
}
