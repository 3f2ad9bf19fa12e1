//! Sorting with one copy of the sorting code. The standard library's is compiled anew for every type, some five thousand bytes
//! each; here positions are sorted, which have one type, and the rows follow.

use std::cmp::Ordering;

/// Sorts by a key; rows of equal keys stay in their order.
pub fn sort_by_key<T, K: Ord>(rows: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let compare = |a: usize, b: usize| match (rows.get(a), rows.get(b)) {
        (Some(a), Some(b)) => key(a).cmp(&key(b)),
        _ => Ordering::Equal,
    };
    let order = positions(rows.len(), &compare);
    let mut taken: Vec<Option<T>> = rows.drain(..).map(Some).collect();
    rows.extend(order.into_iter().filter_map(|at| taken.get_mut(at)?.take()));
}

/// Sorts by the rows' own order.
pub fn sort<T: Ord>(rows: &mut Vec<T>) {
    let compare = |a: usize, b: usize| rows.get(a).cmp(&rows.get(b));
    let order = positions(rows.len(), &compare);
    let mut taken: Vec<Option<T>> = rows.drain(..).map(Some).collect();
    rows.extend(order.into_iter().filter_map(|at| taken.get_mut(at)?.take()));
}

fn positions(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|&a, &b| compare(a, b));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_equal_keys_stay_in_their_order() {
        let mut rows = vec![(2, "a"), (1, "b"), (2, "c"), (1, "d")];
        sort_by_key(&mut rows, |row| row.0);
        assert_eq!(rows, [(1, "b"), (1, "d"), (2, "a"), (2, "c")]);
    }

    #[test]
    fn rows_are_sorted_as_the_standard_library_sorts_them() {
        let mut rows: Vec<u32> = (0..500).map(|n: u32| n.wrapping_mul(2_654_435_761) % 97).collect();
        let mut expected = rows.clone();
        expected.sort_unstable();
        sort(&mut rows);
        assert_eq!(rows, expected);
    }
}
