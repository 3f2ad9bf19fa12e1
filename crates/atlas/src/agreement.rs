//! How far two coders agree who gave each of the same units one value: the share of equal values, Cohen's kappa, Krippendorff's
//! alpha for nominal data, and the table of who said what.
//!
//! Left out: more than two coders, missing values, values with an order, and what agreement is good enough. The figures are no
//! part of a dataset's meaning; a dataset only carries them, for readers to weigh.

use std::collections::BTreeMap;

/// The values of two coders for the same units. Never empty, so that a share can always be given.
#[derive(Clone, Debug)]
pub struct Codings<V> {
    /// How often the one gave the first value and the other the second.
    pairs: BTreeMap<(V, V), usize>,
    units: usize,
}

impl<V: Ord + Copy> Codings<V> {
    /// One pair a unit, the first coder's value first; `None` where there is no unit.
    pub fn new(units: impl IntoIterator<Item = (V, V)>) -> Option<Self> {
        let mut pairs = BTreeMap::new();
        for pair in units {
            *pairs.entry(pair).or_default() += 1;
        }
        let units = pairs.values().sum();
        (units > 0).then_some(Self { pairs, units })
    }

    /// How many units were coded.
    pub fn units(&self) -> usize {
        self.units
    }

    /// How many units the two gave the same value.
    pub fn equal(&self) -> usize {
        let equal = self.pairs.iter().filter(|((a, b), _)| a == b);
        equal.map(|(_, count)| count).sum()
    }

    /// How many units the first coder gave the one value and the second the other.
    pub fn count(&self, first: V, second: V) -> usize {
        self.pairs.get(&(first, second)).copied().unwrap_or_default()
    }

    /// The share of units with equal values, from 0 to 1.
    pub fn share(&self) -> f64 {
        ratio(self.equal(), self.units)
    }

    /// Agreement beyond what each coder's own habits would bring by chance (J. Cohen, "A Coefficient of Agreement for Nominal
    /// Scales", Educational and Psychological Measurement 20, 1960). `None` where both gave one and the same value throughout:
    /// nothing is left to chance then.
    pub fn kappa(&self) -> Option<f64> {
        let (first, second) = (self.totals(|pair| pair.0), self.totals(|pair| pair.1));
        let chance: f64 = first
            .iter()
            .map(|(value, &count)| {
                ratio(count, self.units) * ratio(second.get(value).copied().unwrap_or(0), self.units)
            })
            .sum();
        beyond(1.0 - self.share(), 1.0 - chance)
    }

    /// Agreement beyond what the values of both together would bring by chance, corrected for few units (K. Krippendorff,
    /// "Computing Krippendorff's Alpha-Reliability", 2011, section B). `None` where only one value was given.
    pub fn alpha(&self) -> Option<f64> {
        let mut both = self.totals(|pair| pair.0);
        for (value, count) in self.totals(|pair| pair.1) {
            *both.entry(value).or_default() += count;
        }
        let values = 2 * self.units;
        let equal_by_chance: usize = both.values().map(|count| count * (count - 1)).sum();
        beyond(1.0 - self.share(), 1.0 - ratio(equal_by_chance, values * (values - 1)))
    }

    fn totals(&self, side: impl Fn(&(V, V)) -> V) -> BTreeMap<V, usize> {
        let mut totals = BTreeMap::new();
        for (pair, count) in &self.pairs {
            *totals.entry(side(pair)).or_default() += count;
        }
        totals
    }
}

/// One, less the disagreement seen over the disagreement to be expected by chance.
fn beyond(seen: f64, expected: f64) -> Option<f64> {
    // An expectation of nothing comes out of sums of fractions, so not always as exactly nothing.
    (expected > f64::EPSILON).then(|| 1.0 - seen / expected)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of clauses are far below the 53 bits that are exact"
)]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `rows` is a table of counts: one row a value of the first coder, one column a value of the second.
    fn table<const N: usize>(rows: [[usize; N]; N]) -> Codings<usize> {
        let cells = rows
            .into_iter()
            .enumerate()
            .flat_map(|(a, row)| row.into_iter().enumerate().map(move |(b, count)| ((a, b), count)));
        Codings::new(cells.flat_map(|(pair, count)| vec![pair; count])).unwrap()
    }

    fn letters(first: &str, second: &str) -> Codings<char> {
        Codings::new(first.chars().zip(second.chars())).unwrap()
    }

    #[track_caller]
    fn near(found: Option<f64>, published: f64, decimals: i32) {
        let found = found.expect("a value");
        assert!(
            (found - published).abs() <= 0.5 * 10_f64.powi(-decimals),
            "{found} is not {published}"
        );
    }

    /// J. L. Fleiss, Statistical Methods for Rates and Proportions, 2nd edition, 1981, table 13.1: 100 diagnoses by two raters.
    #[test]
    fn kappa_of_the_hundred_diagnoses() {
        let diagnoses = table([[75, 1, 4], [5, 4, 1], [0, 0, 10]]);
        assert_eq!(diagnoses.units(), 100);
        near(Some(diagnoses.share()), 0.89, 2);
        near(diagnoses.kappa(), 0.676, 3);
    }

    /// Krippendorff 2011, section A: Meg and Owen, ten articles, two values.
    #[test]
    fn alpha_of_meg_and_owen() {
        let codings = letters("0100000010", "1110010000");
        assert_eq!(codings.equal(), 6);
        near(codings.alpha(), 0.095, 3);
    }

    /// Krippendorff 2011, section B: Ben and Gerry, twelve articles, five values.
    #[test]
    fn alpha_of_ben_and_gerry() {
        near(letters("aabbdcccedda", "babbbccceddd").alpha(), 0.692, 3);
    }

    #[test]
    fn the_table_keeps_the_coders_apart() {
        let codings = letters("aab", "abb");
        assert_eq!((codings.count('a', 'b'), codings.count('b', 'a')), (1, 0));
        assert_eq!(codings.equal(), 2);
    }

    #[test]
    fn full_agreement_is_one_and_mere_chance_is_no_agreement() {
        let same = letters("abab", "abab");
        near(same.kappa(), 1.0, 9);
        near(same.alpha(), 1.0, 9);
        near(table([[25, 25], [25, 25]]).kappa(), 0.0, 9);
    }

    #[test]
    fn what_leaves_nothing_to_chance_has_no_figure() {
        let one_value = letters("aaa", "aaa");
        assert_eq!((one_value.kappa(), one_value.alpha()), (None, None));
        assert!(Codings::<char>::new([]).is_none());
    }
}
