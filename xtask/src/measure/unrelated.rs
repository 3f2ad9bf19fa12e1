//! Prose that has nothing to do with the article, to see that nothing in it is taken for the article: the essays of a Debian
//! package under a free licence, fetched by apt into the project's cache. They are on politics and of our time, so their words
//! are much like the article's.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use atlas::Dataset;
use evidence::fingerprint::{RUN, combined};
use evidence::{Alignment, Progress, ReaderCopy, Refusal, hashes};

use super::copies::Copy;
use super::{Row, aligned, copies};
use crate::source::Source;
use crate::{Outcome, process, project};

const PACKAGE: &str = "anarchism";
/// At least so many sentences, or the figure says little.
const LEAST: usize = 1_000;
/// About what a page does in one step.
const STEP: usize = 100_000;

/// Aligns essays, and essays around the article, and prints what was found; says so where there are none.
pub fn table(dataset: &Dataset, source: &Source, broken: &mut Vec<String>) -> Outcome {
    let folder = match essays() {
        Ok(folder) => folder,
        Err(error) => {
            println!("\nfalse matches: NOT MEASURED, there is no unrelated prose: {error}");
            return Ok(());
        }
    };
    let (mut files, mut sentences, mut false_matches, mut essays) = (0, 0, 0, String::new());
    for file in project::files_under(&folder)?
        .iter()
        .filter(|file| file.extension().is_some_and(|e| e == "html"))
    {
        let Ok(copy) = ReaderCopy::from_file(&project::read_bytes(file)?, Some("essay.html")) else {
            continue;
        };
        let text = copy.clone().cleaned().text;
        files += 1;
        sentences += text
            .lines()
            .map(|line| atlas::text::sentence_ranges(line).len())
            .sum::<usize>();
        essays.push_str(&text);
        match Alignment::new(dataset, copy).finish() {
            Err(Refusal::NotTheSource { found, .. }) => false_matches += found,
            Err(_) => {}
            Ok(aligned) => {
                let figures = aligned.figures();
                false_matches += figures.found + figures.altered;
            }
        }
    }
    println!(
        "\nUnrelated prose: {files} essays, {sentences} sentences, {} words: {false_matches} false matches.",
        essays.split_whitespace().count()
    );
    if false_matches > 0 || sentences < LEAST {
        broken.push(format!(
            "{false_matches} false matches in {sentences} sentences of unrelated prose"
        ));
    }
    guesses(dataset, source, &essays);
    within(dataset, source, &essays, broken)
}

/// What someone gets who tries every run of words of these essays on the kept hashes, to rebuild sentences from them.
fn guesses(dataset: &Dataset, source: &Source, essays: &str) {
    let runs = |text: &str| -> HashSet<Vec<u32>> { hashes(text).windows(RUN).map(<[u32]>::to_vec).collect() };
    let evidences = dataset.statements().flat_map(|ix| &dataset.statement(ix).evidence);
    let kept: HashSet<u32> = evidences
        .filter_map(|e| e.fp)
        .flat_map(|fp| fp.runs().to_vec())
        .collect();
    let article: HashSet<Vec<u32>> = source.paragraphs().iter().flat_map(|p| runs(&p.text)).collect();
    let tried = runs(essays);
    let fits: Vec<&Vec<u32>> = tried.iter().filter(|run| kept.contains(&combined(run))).collect();
    let true_ones = fits.iter().filter(|run| article.contains(**run)).count();
    println!(
        "Their {} different runs of {RUN} words, tried on the {} kept hashes: {} fit, {true_ones} of them words of the article.",
        tried.len(),
        kept.len(),
        fits.len()
    );
}

/// The article in the middle of all that, in one file.
fn within(dataset: &Dataset, source: &Source, essays: &str, broken: &mut Vec<String>) -> Outcome {
    let article = copies::harmless(source).swap_remove(0);
    let mut middle = essays.len() / 2;
    while !essays.is_char_boundary(middle) {
        middle += 1;
    }
    let (before, after) = essays.split_at(middle);
    let bytes = [before.as_bytes(), b"\n\n", &article.bytes, b"\n\n", after.as_bytes()].concat();
    let copy = Copy { bytes, ..article };
    let row = Row::counted(
        dataset,
        source,
        &aligned(dataset, &copy).map_err(|refusal| refusal.to_string())?,
        |_| true,
    )?;
    println!("\n| the article among these essays | word for word | altered | missing | in the right place |");
    println!("|---|---|---|---|---|\n{}", row.line("in one file"));
    if row.found < row.all() || row.right < row.all() {
        broken.push("the article among essays is not found word for word".to_owned());
    }
    let mut alignment = Alignment::new(
        dataset,
        ReaderCopy::from_file(&copy.bytes, Some(copy.file)).map_err(|refusal| refusal.to_string())?,
    );
    let mut steps = 1;
    while alignment.step(STEP) != Progress::Done {
        steps += 1;
    }
    println!(
        "\nThat file has {} kB and takes {steps} steps of {STEP}.",
        copy.bytes.len() / 1000
    );
    Ok(())
}

/// The folder with the essays, fetched once.
fn essays() -> Outcome<PathBuf> {
    let home = project::cache()?.join("texts").join(PACKAGE);
    if !home.is_dir() {
        let new = home.with_added_extension("partial");
        // Leavings of a run that was stopped.
        let _ = std::fs::remove_dir_all(&new);
        project::create_folder(&new)?;
        unpack(&new)?;
        std::fs::rename(&new, &home)
            .map_err(|error| format!("{} could not be put in place: {error}", home.display()))?;
    }
    Ok(home)
}

fn unpack(into: &Path) -> Outcome {
    if process::find(&["apt-get"]).is_none() || process::find(&["dpkg-deb"]).is_none() {
        return Err("it comes from Debian, and this system has no apt".to_owned());
    }
    let piece = "fetching unrelated prose";
    let mut fetch = Command::new("apt-get");
    fetch.current_dir(into).args(["-q", "download", PACKAGE]);
    process::read(&mut fetch, piece, "run `apt-get update` as root, or measure without")?;
    let deb = project::files_under(into)?.pop().ok_or("apt has fetched nothing")?;
    let mut unpack = Command::new("dpkg-deb");
    unpack.arg("-x").arg(&deb).arg(into);
    process::read(&mut unpack, piece, "measure without")?;
    std::fs::remove_file(&deb).map_err(|error| format!("{} could not be removed: {error}", deb.display()))
}
