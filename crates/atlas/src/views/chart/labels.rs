//! Where the labels of one line stand: the last one first, each at the start of its bar, else beside it, shortened, its mark alone.
//!
//! No label covers another and none stands before one that is earlier. Where one row of labels says too little, there are two or
//! three, the earlier labels in the upper ones. Left out: what a label says, and what its marks are.

/// Room between two labels.
const BETWEEN: i32 = 12;
/// Most rows of labels.
const MOST_ROWS: usize = 3;
/// What another row of labels costs, in what a label loses when it is shortened.
const ROW_COST: i32 = 14;
/// More labels than these stand in one row.
const MANY: usize = 12;
/// What each step to a shorter version costs.
const SHORTER_COST: i32 = 4;
/// How much of a bar's end is left where a label begins late.
const INTO_BAR: i32 = 24;
/// So many labels of a row are placed in every way that may be good; more, in the first one that fits.
const FEW: usize = 4;
/// What it costs that a mark stands alone.
const ALONE_COST: i32 = 40;

/// What a label may look like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Version {
    /// Its words; empty where the marks stand alone.
    pub words: String,
    /// How many of its marks it shows.
    pub marks: usize,
    /// Its width.
    pub width: i32,
}

/// A label to be placed.
#[derive(Clone, Debug)]
pub(super) struct Wish {
    /// Where it should begin: the start of its bar.
    pub at: i32,
    /// Where its bar ends: it may begin later, as long as it begins before that.
    pub to: i32,
    /// Ways to say it, the fullest first; never empty.
    pub versions: Vec<Version>,
}

/// A label in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Placed {
    /// Where it begins.
    pub x: i32,
    /// The version, by its place among those wished.
    pub version: usize,
    /// Its row, from the top.
    pub row: usize,
}

/// Places labels between two edges: one for each wish, in their order, and how many rows they take.
pub(super) fn place(wishes: &[Wish], edges: (i32, i32)) -> (Vec<Placed>, usize) {
    let mut best: Option<(i32, Vec<Placed>, usize)> = None;
    // So many labels in so little room that all ways to part them are too many to try have one row.
    let most = if wishes.len() > MANY {
        1
    } else {
        MOST_ROWS.min(wishes.len().max(1))
    };
    for rows in 1..=most {
        for cuts in cuts(wishes.len(), rows) {
            let (cost, placed) = in_rows(wishes, &cuts, edges);
            let cost = cost + ROW_COST * i32::try_from(rows - 1).unwrap_or_default();
            if best.as_ref().is_none_or(|(least, ..)| cost < *least) {
                best = Some((cost, placed, rows));
            }
        }
    }
    best.map_or((Vec::new(), 1), |(_, placed, rows)| (placed, rows))
}

/// Every way to part so many labels into so many rows: where each row but the first begins.
fn cuts(labels: usize, rows: usize) -> Vec<Vec<usize>> {
    match rows {
        1 => vec![Vec::new()],
        2 => (1..labels).map(|a| vec![a]).collect(),
        _ => (1..labels)
            .flat_map(|a| (a + 1..labels).map(move |b| vec![a, b]))
            .collect(),
    }
}

fn in_rows(wishes: &[Wish], cuts: &[usize], edges: (i32, i32)) -> (i32, Vec<Placed>) {
    let (mut cost, mut out) = (0, Vec::new());
    let starts = std::iter::once(0).chain(cuts.iter().copied());
    let ends = cuts.iter().copied().chain([wishes.len()]);
    for (row, (from, to)) in starts.zip(ends).enumerate() {
        let of_row: Vec<&Wish> = wishes.iter().skip(from).take(to - from).collect();
        cost += in_row(&of_row, row, edges, &mut out);
    }
    (cost, out)
}

/// A way to place the labels of a row, and what it costs.
type Way = (i32, Vec<Placed>);

fn in_row(wishes: &[&Wish], row: usize, edges: (i32, i32), out: &mut Vec<Placed>) -> i32 {
    let mut best: Option<Way> = None;
    from_right(wishes, row, edges, (0, Vec::new()), &mut best);
    let Some((cost, placed)) = best else { return 0 };
    // What began late to leave room for others begins no later than they need.
    let mut free = i32::MIN;
    for (mut at, wish) in placed.into_iter().rev().zip(wishes) {
        at.x = at.x.min(wish.at.max(free));
        let width = wish.versions.get(at.version).map(|v| v.width).unwrap_or_default();
        free = at.x + width + BETWEEN;
        out.push(at);
    }
    cost
}

/// Places the last of these labels, then those before it, in every way that may be the best. Each leaves room for the marks of
/// those before it. Many labels are placed in one way only.
fn from_right(wishes: &[&Wish], row: usize, edges: (i32, i32), so_far: Way, best: &mut Option<Way>) {
    if best.as_ref().is_some_and(|(least, _)| so_far.0 >= *least) {
        return;
    }
    let Some((wish, before)) = wishes.split_last() else {
        *best = Some(so_far);
        return;
    };
    let least = |wish: &Wish| wish.versions.iter().map(|v| v.width).min().unwrap_or_default();
    let from = edges.0 + before.iter().map(|w| least(w) + BETWEEN).sum::<i32>();
    let last = wish.versions.len().saturating_sub(1);
    for (version, v) in wish.versions.iter().enumerate() {
        let most = edges.1 - v.width;
        let at_start = wish.at.max(from).min(most);
        if at_start < from && version != last {
            continue;
        }
        // At the start of the bar, or as late as the next label and the bar allow, so that there is more room before it.
        let late = most.min(wish.to - INTO_BAR).max(at_start);
        let many = wishes.len() > FEW;
        for x in [at_start, late]
            .into_iter()
            .take(if late == at_start || many { 1 } else { 2 })
        {
            let (mut cost, mut placed) = so_far.clone();
            // A label that ends before its bar begins says less than one that touches it.
            let apart = (wish.at - (x + v.width)).max(0);
            let shortened = i32::try_from(version).unwrap_or_default() * SHORTER_COST;
            cost += shortened + apart / 6 + (x - wish.at).max(0) / 24;
            cost += if v.words.is_empty() { ALONE_COST } else { 0 };
            placed.push(Placed { x, version, row });
            from_right(before, row, (edges.0, x - BETWEEN), (cost, placed), best);
        }
        if many {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(at: i32, widths: &[i32]) -> Wish {
        let last = widths.len() - 1;
        let versions = widths.iter().enumerate().map(|(n, &width)| Version {
            words: if n == last { String::new() } else { "word".to_owned() },
            marks: 1,
            width,
        });
        Wish {
            at,
            to: at + 100,
            versions: versions.collect(),
        }
    }

    #[test]
    fn a_label_stands_at_the_start_of_its_bar() {
        let (placed, rows) = place(&[wish(50, &[100, 26])], (0, 400));
        assert_eq!(
            (placed, rows),
            (
                vec![Placed {
                    x: 50,
                    version: 0,
                    row: 0
                }],
                1
            )
        );
    }

    #[test]
    fn a_label_that_would_pass_the_end_stands_beside_its_bar() {
        let (placed, _) = place(&[wish(350, &[100, 26])], (0, 400));
        assert_eq!(
            placed,
            [Placed {
                x: 300,
                version: 0,
                row: 0
            }]
        );
    }

    #[test]
    fn the_last_label_comes_first_and_the_one_before_it_is_shortened() {
        let (placed, rows) = place(&[wish(0, &[120, 80, 26]), wish(100, &[290, 26])], (0, 400));
        assert_eq!(rows, 1);
        assert_eq!(
            placed.iter().map(|p| (p.x, p.version)).collect::<Vec<_>>(),
            [(0, 1), (100, 0)]
        );
    }

    #[test]
    fn a_label_begins_within_its_bar_where_the_one_before_it_needs_the_room_and_no_later() {
        let (placed, rows) = place(&[wish(0, &[120, 80, 26]), wish(100, &[120, 26])], (0, 400));
        assert_eq!(rows, 1);
        assert_eq!(
            placed.iter().map(|p| (p.x, p.version)).collect::<Vec<_>>(),
            [(0, 0), (132, 0)]
        );
    }

    #[test]
    fn labels_that_find_no_room_beside_each_other_stand_one_above_the_other() {
        let (placed, rows) = place(&[wish(380, &[200, 26]), wish(390, &[180, 26])], (0, 400));
        assert_eq!(rows, 2);
        assert_eq!(
            placed.iter().map(|p| (p.x, p.row)).collect::<Vec<_>>(),
            [(200, 0), (220, 1)]
        );
    }

    #[test]
    fn of_any_labels_none_covers_another_and_none_is_out_of_order() {
        for n in 1..7_usize {
            for step in [0, 7, 40, 90] {
                let wishes: Vec<Wish> = (0..n)
                    .map(|i| wish(i32::try_from(i).unwrap() * step, &[150, 90, 26]))
                    .collect();
                let (placed, rows) = place(&wishes, (0, 328));
                assert_eq!(placed.len(), n);
                for row in 0..rows {
                    let of_row: Vec<(i32, i32)> = placed
                        .iter()
                        .zip(&wishes)
                        .filter(|(p, _)| p.row == row)
                        .map(|(p, w)| (p.x, p.x + w.versions[p.version].width))
                        .collect();
                    assert!(
                        of_row.windows(2).all(|pair| pair[0].1 < pair[1].0),
                        "{n} {step}: {of_row:?}"
                    );
                    assert!(
                        of_row.iter().all(|(a, b)| *a >= 0 && *b <= 328),
                        "{n} {step}: {of_row:?}"
                    );
                }
            }
        }
    }
}
