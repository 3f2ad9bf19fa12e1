//! Whether the documents about the coding name only what the dataset has: an example that is gone teaches nothing.

use std::collections::HashSet;

use atlas::Dataset;

use crate::{Outcome, project};

/// The documents whose examples are ids.
const DOCUMENTS: [&str; 2] = ["docs/codebook.md", "docs/agreement/disagreements.md"];

/// Finds every word in code style that has the form of an id of several words, and looks it up.
pub fn check(d: &Dataset) -> Outcome {
    let mut faults = Vec::new();
    let mut named = 0;
    for document in DOCUMENTS {
        let text = project::read(&project::root()?.join(document))?;
        let ids = ids_in(&text);
        named += ids.len();
        let unknown = ids.into_iter().filter(|id| !is_known(d, id));
        faults.extend(unknown.map(|id| format!("{document}: the dataset has no \"{id}\"")));
    }
    if faults.is_empty() {
        println!("codebook: all of {named} ids named in it stand in the dataset");
        return Ok(());
    }
    Err(format!("the codebook has drifted\n{}", faults.join("\n")))
}

/// Names with hyphens between backticks, each once, sorted. Names of one word are fields as often as ids, so they are let be.
fn ids_in(text: &str) -> Vec<&str> {
    let is_id = |word: &&str| {
        word.contains('-')
            && word
                .split('-')
                .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
    };
    let in_code = text.lines().flat_map(|line| line.split('`').skip(1).step_by(2));
    let unique: HashSet<&str> = in_code.filter(is_id).collect();
    let mut ids: Vec<&str> = unique.into_iter().collect();
    ids.sort_unstable();
    ids
}

fn is_known(d: &Dataset, id: &str) -> bool {
    d.find(id).is_some() || d.words().any(|word| d.word(word).id == id)
}

#[cfg(test)]
mod tests {
    use super::ids_in;

    #[test]
    fn ids_are_told_from_fields_and_commands() {
        let text = "`examplia-joins` and `date_words`, `holds`, `cargo xtask check-data`,\n`[2001-09..2008-12]`, `examplia-joins`.";
        assert_eq!(ids_in(text), ["examplia-joins"]);
    }

    #[test]
    fn words_outside_code_are_no_ids() {
        assert_eq!(ids_in("well-known `a-b` half-way `c-d` so-called"), ["a-b", "c-d"]);
    }
}
