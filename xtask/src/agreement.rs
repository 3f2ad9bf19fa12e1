//! How far the two coders of docs/agreement agree: the figures and the tables as docs/codebook.md prints them, and the check that
//! codings, dataset, codebook and the list of disagreements still say the same.
//!
//! The arithmetic is the domain crate's; what each value means is the codebook's.

mod told;

use std::collections::HashMap;
use std::path::PathBuf;

use atlas::agreement::Codings;
use atlas::model::Target;
use atlas::tables::AgreementRow;
use atlas::{Dataset, StatementIx};
use serde::{Deserialize, Serialize};

use crate::{Outcome, data, project};

/// Who coded, as the dataset and the codebook say it.
const CODERS: &str = "two automated coders";
const CODINGS: &str = "docs/agreement/codings.json";
const DISAGREEMENTS: &str = "docs/agreement/disagreements.md";
const CODEBOOK: &str = "docs/codebook.md";

/// One clause with the codes that the two gave it, and those of the dataset.
#[derive(Clone, Debug, Deserialize, Serialize)]
struct Clause {
    id: String,
    a: Code,
    b: Code,
    settled: Code,
}

/// What was coded of a clause.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Code {
    modality: String,
    /// In the order of the vocabulary.
    lens: Vec<String>,
}

impl Code {
    fn has(&self, lens: &str) -> bool {
        self.lens.iter().any(|l| l == lens)
    }

    /// "judged; security, values", as the list of disagreements writes it.
    fn written(&self) -> String {
        if self.lens.is_empty() {
            return self.modality.clone();
        }
        format!("{}; {}", self.modality, self.lens.join(", "))
    }
}

/// What is asked of the task.
pub enum Wanted {
    /// Print the figures and tables.
    Print,
    /// Say what no longer fits.
    Check,
    /// Put the dataset's values of today into the codings, and the figures into the codebook; then check.
    Write,
}

/// Runs the task.
pub fn run(wanted: &Wanted) -> Outcome {
    let d = data::open()?;
    match wanted {
        Wanted::Print => {
            println!("{}", told::block(&d, &read()?)?);
            Ok(())
        }
        Wanted::Check => check(&d),
        Wanted::Write => {
            write(&d)?;
            check(&d)
        }
    }
}

/// Whether codings, dataset, codebook and the list of disagreements say the same.
pub fn check(d: &Dataset) -> Outcome {
    let clauses = read()?;
    let mut faults = faults_of_codes(d, &clauses);
    if d.about().agreement != rows(d, &clauses)? {
        let json: Vec<String> = rows(d, &clauses)?
            .iter()
            .filter_map(|r| serde_json::to_string(r).ok())
            .collect();
        faults.push(format!(
            "data/dataset.json: \"agreement\" should be [\n  {}\n]",
            json.join(",\n  ")
        ));
    }
    if !project::read(&path(CODEBOOK)?)?.contains(&told::block(d, &clauses)?) {
        faults.push(format!(
            "{CODEBOOK}: the figures are not those of {CODINGS}: run `cargo xtask agreement --write`"
        ));
    }
    faults.extend(told::faults(&project::read(&path(DISAGREEMENTS)?)?, &clauses));
    if faults.is_empty() {
        println!(
            "agreement: {} clauses, figures and lists in step with the dataset",
            clauses.len()
        );
        return Ok(());
    }
    Err(format!("the published agreement has drifted\n{}", faults.join("\n")))
}

/// Codes that no vocabulary has, statements that are gone, values of the dataset that have changed since.
fn faults_of_codes(d: &Dataset, clauses: &[Clause]) -> Vec<String> {
    let (modalities, lenses) = (ids(d, "modality"), ids(d, "lens"));
    let mut faults = Vec::new();
    for clause in clauses {
        for code in [&clause.a, &clause.b] {
            let known = modalities.contains(&code.modality) && code.lens.iter().all(|lens| lenses.contains(lens));
            if !known {
                faults.push(format!("{CODINGS}: {}: no such code: {}", clause.id, code.written()));
            }
        }
        match now(d, &clause.id) {
            None => faults.push(format!("{CODINGS}: {} is no statement of the dataset", clause.id)),
            Some(code) if code != clause.settled => faults.push(format!(
                "{CODINGS}: {} is settled as \"{}\", and the dataset has \"{}\": run `cargo xtask agreement --write`, \
                 then bring its row in {DISAGREEMENTS} up to date",
                clause.id,
                clause.settled.written(),
                code.written()
            )),
            Some(_) => {}
        }
    }
    faults
}

/// The dataset's rows on agreement, as they have to be: modality first, then each lens as a yes or no.
fn rows(d: &Dataset, clauses: &[Clause]) -> Outcome<Vec<AgreementRow>> {
    let row = |of: String, figures: Figures| AgreementRow {
        of,
        coders: CODERS.to_owned(),
        clauses: u32::try_from(clauses.len()).unwrap_or(u32::MAX),
        percent: figures.percent,
        alpha: figures.alpha,
    };
    let mut rows = vec![row("Modality".to_owned(), figures(&modality(d, clauses)?))];
    for word in d.words_of("lens") {
        let word = d.word(word);
        rows.push(row(format!("Lens: {}", word.word), figures(&lens(&word.id, clauses)?)));
    }
    Ok(rows)
}

/// The figures of one field, rounded as they are published.
struct Figures {
    percent: u32,
    kappa: String,
    alpha: String,
}

fn figures<V: Ord + Copy>(codings: &Codings<V>) -> Figures {
    let written = |figure: Option<f64>| figure.map_or_else(|| "none".to_owned(), |f| format!("{f:.2}"));
    Figures {
        percent: rounded_percent(codings.equal(), codings.units()),
        kappa: written(codings.kappa()),
        alpha: written(codings.alpha()),
    }
}

fn rounded_percent(part: usize, whole: usize) -> u32 {
    u32::try_from((200 * part + whole) / (2 * whole).max(1)).unwrap_or(u32::MAX)
}

/// The modalities of both coders, as places in the vocabulary.
fn modality(d: &Dataset, clauses: &[Clause]) -> Outcome<Codings<usize>> {
    let places: HashMap<String, usize> = ids(d, "modality")
        .into_iter()
        .enumerate()
        .map(|(n, id)| (id, n))
        .collect();
    let place = |code: &Code| {
        let place = places.get(&code.modality).copied();
        place.ok_or_else(|| format!("{CODINGS}: no such modality: {}", code.modality))
    };
    let pairs: Outcome<Vec<_>> = clauses.iter().map(|c| Ok((place(&c.a)?, place(&c.b)?))).collect();
    Codings::new(pairs?).ok_or_else(|| format!("{CODINGS} holds no clause"))
}

/// Whether the coders saw this lens.
fn lens(id: &str, clauses: &[Clause]) -> Outcome<Codings<bool>> {
    let pairs = clauses.iter().map(|c| (c.a.has(id), c.b.has(id)));
    Codings::new(pairs).ok_or_else(|| format!("{CODINGS} holds no clause"))
}

fn ids(d: &Dataset, group: &str) -> Vec<String> {
    d.words_of(group).map(|word| d.word(word).id.clone()).collect()
}

/// What the dataset has for a statement now.
fn now(d: &Dataset, id: &str) -> Option<Code> {
    let Some(Target::Statement(ix)) = d.find(id) else {
        return None;
    };
    Some(code_of(d, ix))
}

fn code_of(d: &Dataset, ix: StatementIx) -> Code {
    let s = d.statement(ix);
    let has = |id: &String| s.lens.iter().any(|&word| d.word(word).id == *id);
    Code {
        modality: d.word(s.modality_word).id.clone(),
        lens: ids(d, "lens").into_iter().filter(has).collect(),
    }
}

fn path(name: &str) -> Outcome<PathBuf> {
    Ok(project::root()?.join(name))
}

fn read() -> Outcome<Vec<Clause>> {
    serde_json::from_str(&project::read(&path(CODINGS)?)?).map_err(|error| format!("{CODINGS}: {error}"))
}

fn write(d: &Dataset) -> Outcome {
    let mut clauses = read()?;
    for clause in &mut clauses {
        if let Some(code) = now(d, &clause.id) {
            clause.settled = code;
        }
    }
    let lines: Result<Vec<String>, _> = clauses.iter().map(serde_json::to_string).collect();
    let lines = lines.map_err(|error| format!("{CODINGS}: {error}"))?;
    project::write(&path(CODINGS)?, format!("[\n  {}\n]\n", lines.join(",\n  ")).as_bytes())?;
    let codebook = path(CODEBOOK)?;
    let text = told::renewed(&project::read(&codebook)?, &told::block(d, &clauses)?).ok_or_else(|| {
        format!(
            "{CODEBOOK} has no place for the figures: {} ... {}",
            told::BEGIN,
            told::END
        )
    })?;
    project::write(&codebook, text.as_bytes())
}
