//! The figures as docs/codebook.md prints them, and the rows that docs/agreement/disagreements.md has to have.

use atlas::Dataset;

use super::{Clause, Code, DISAGREEMENTS, figures, ids, lens, modality, rounded_percent};
use crate::Outcome;

/// What stands before the figures in the codebook.
pub(super) const BEGIN: &str = "<!-- The figures from here on are printed by `cargo xtask agreement`. -->";
/// What stands after them.
pub(super) const END: &str = "<!-- End of the figures. -->";

/// Everything between the two marks, the marks included.
pub(super) fn block(d: &Dataset, clauses: &[Clause]) -> Outcome<String> {
    let parts = [
        BEGIN.to_owned(),
        summary(d, clauses)?,
        confusion(d, clauses)?,
        lenses(d, clauses)?,
        against_dataset(d, clauses),
        END.to_owned(),
    ];
    Ok(parts.join("\n\n"))
}

/// The text with the block put between its marks; `None` where it has none.
pub(super) fn renewed(text: &str, block: &str) -> Option<String> {
    let (before, rest) = text.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{block}{after}"))
}

fn summary(d: &Dataset, clauses: &[Clause]) -> Outcome<String> {
    let mut lines = vec![
        format!("Coder A and coder B, {} clauses:", clauses.len()),
        String::new(),
        "| field | same value | percent | Cohen's kappa | Krippendorff's alpha |".to_owned(),
        "|---|---|---|---|---|".to_owned(),
    ];
    let mut line = |name: String, same: usize, f: super::Figures| {
        lines.push(format!(
            "| {name} | {same} | {} | {} | {} |",
            f.percent, f.kappa, f.alpha
        ));
    };
    let codings = modality(d, clauses)?;
    line("modality".to_owned(), codings.equal(), figures(&codings));
    for id in ids(d, "lens") {
        let codings = lens(&id, clauses)?;
        line(format!("lens: {id}, yes or no"), codings.equal(), figures(&codings));
    }
    Ok(lines.join("\n"))
}

/// Modality: rows for A, columns for B, in the order of the vocabulary; only values that one of them gave.
fn confusion(d: &Dataset, clauses: &[Clause]) -> Outcome<String> {
    let codings = modality(d, clauses)?;
    let names: Vec<(usize, String)> = ids(d, "modality").into_iter().enumerate().collect();
    let is_used = |n: usize| {
        names
            .iter()
            .any(|&(m, _)| codings.count(n, m) + codings.count(m, n) > 0)
    };
    let used: Vec<&(usize, String)> = names.iter().filter(|(n, _)| is_used(*n)).collect();
    let head: Vec<&str> = used.iter().map(|(_, name)| name.as_str()).collect();
    let mut lines = vec![
        "Modality, rows for coder A, columns for coder B:".to_owned(),
        String::new(),
        format!("| A \\ B | {} |", head.join(" | ")),
        format!("|---|{}", "---|".repeat(used.len())),
    ];
    for (row, name) in &used {
        let cells = used.iter().map(|(column, _)| match codings.count(*row, *column) {
            0 => "·".to_owned(),
            count => count.to_string(),
        });
        lines.push(format!("| {name} | {} |", cells.collect::<Vec<_>>().join(" | ")));
    }
    Ok(lines.join("\n"))
}

fn lenses(d: &Dataset, clauses: &[Clause]) -> Outcome<String> {
    let mut lines = vec![
        "Lens, each as a yes or no of its own:".to_owned(),
        String::new(),
        "| lens | both see it | A alone | B alone | neither |".to_owned(),
        "|---|---|---|---|---|".to_owned(),
    ];
    for id in ids(d, "lens") {
        let c = lens(&id, clauses)?;
        let (both, a, b) = (c.count(true, true), c.count(true, false), c.count(false, true));
        lines.push(format!("| {id} | {both} | {a} | {b} | {} |", c.count(false, false)));
    }
    Ok(lines.join("\n"))
}

/// Each coder beside the dataset: not agreement of independents, since clauses are worded by those who coded the dataset.
fn against_dataset(d: &Dataset, clauses: &[Clause]) -> String {
    let mut lines = vec![
        "Each coder beside the dataset as it is now, percent of clauses with the same value:".to_owned(),
        String::new(),
        "| field | A | B |".to_owned(),
        "|---|---|---|".to_owned(),
    ];
    let mut line = |name: String, same: &dyn Fn(&Code, &Code) -> bool| {
        let of = |coder: fn(&Clause) -> &Code| {
            let equal = clauses.iter().filter(|c| same(coder(c), &c.settled)).count();
            rounded_percent(equal, clauses.len())
        };
        lines.push(format!("| {name} | {} | {} |", of(|c| &c.a), of(|c| &c.b)));
    };
    line("modality".to_owned(), &|one, other| one.modality == other.modality);
    for id in ids(d, "lens") {
        line(format!("lens: {id}"), &|one, other| one.has(&id) == other.has(&id));
    }
    lines.join("\n")
}

/// What the list of disagreements lacks, has too much or has otherwise: every clause on which A, B and the dataset are not of
/// one mind has one row, with its codes and a reason.
pub(super) fn faults(list: &str, clauses: &[Clause]) -> Vec<String> {
    let differing = |c: &&Clause| c.a != c.b || c.a != c.settled;
    let expected: Vec<(String, String)> = clauses
        .iter()
        .filter(differing)
        .map(|c| {
            let codes = [&c.a, &c.b, &c.settled].map(Code::written);
            (c.id.clone(), format!("| `{}` | {} |", c.id, codes.join(" | ")))
        })
        .collect();
    let rows: Vec<&str> = list.lines().filter(|line| line.starts_with("| `")).collect();
    let has_reason = |row: &str, start: &str| {
        let reason = row.strip_prefix(start).map(|rest| rest.trim_matches([' ', '|']));
        reason.is_some_and(|reason| !reason.is_empty())
    };
    let mut faults: Vec<String> = expected
        .iter()
        .filter(|(_, start)| !rows.iter().any(|row| has_reason(row, start)))
        .map(|(_, start)| format!("{DISAGREEMENTS}: there should be a row \"{start} the rule that settled it |\""))
        .collect();
    let listed = |row: &&&str| expected.iter().any(|(id, _)| row.starts_with(&format!("| `{id}` |")));
    let too_many = rows.iter().filter(|row| !listed(row));
    faults.extend(too_many.map(|row| format!("{DISAGREEMENTS}: all are of one mind on this row: {row}")));
    if rows.len() > expected.len() && faults.is_empty() {
        faults.push(format!("{DISAGREEMENTS}: a clause has two rows"));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(modality: &str, lens: &[&str]) -> Code {
        Code {
            modality: modality.to_owned(),
            lens: lens.iter().map(|&l| l.to_owned()).collect(),
        }
    }

    fn clause(a: Code, b: Code, settled: Code) -> Vec<Clause> {
        let id = "examplia-joins".to_owned();
        vec![Clause { id, a, b, settled }]
    }

    #[test]
    fn a_disagreement_needs_its_row_with_a_reason() {
        let clauses = clause(code("judged", &[]), code("judged", &["values"]), code("judged", &[]));
        let row = "| `examplia-joins` | judged | judged; values | judged | The topic is no reason. |";
        assert_eq!(faults(row, &clauses), Vec::<String>::new());
        for bad in [
            "",
            "| `examplia-joins` | judged | judged; values | judged | |",
            &row.replace("values", "security"),
        ] {
            assert_eq!(faults(bad, &clauses).len(), 1, "{bad}");
        }
        assert_eq!(faults(&format!("{row}\n{row}"), &clauses).len(), 1);
    }

    #[test]
    fn agreement_needs_no_row_and_has_none() {
        let clauses = clause(code("holds", &[]), code("holds", &[]), code("holds", &[]));
        assert_eq!(faults("Some words.", &clauses), Vec::<String>::new());
        assert_eq!(
            faults("| `examplia-joins` | holds | holds | holds | No. |", &clauses).len(),
            1
        );
    }

    #[test]
    fn figures_are_put_between_their_marks() {
        let text = format!("Before.\n{BEGIN}\nold\n{END}\nAfter.");
        let block = format!("{BEGIN}\nnew\n{END}");
        assert_eq!(renewed(&text, &block), Some(format!("Before.\n{block}\nAfter.")));
        assert_eq!(renewed("No marks.", &block), None);
    }
}
