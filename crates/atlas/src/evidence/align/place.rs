//! Where a sentence stands in the copy: word for word, with a page between its halves, or altered.

use std::ops::Range;

use super::reading::{Hit, Reading};
use super::wanted::Wanted;
use crate::evidence::words::spelled;

/// Words that may stand between the halves of a sentence: the foot of one page and the head of the next, notes included.
pub(super) const GAP: usize = 150;
/// Beginnings and ends of sentences that are tried around the runs that were found.
const TRIED: usize = 8;

/// A place of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) words: Range<usize>,
    /// Words in it that are not the sentence's.
    pub(super) gap: Option<Range<usize>>,
    /// Of the kept runs, how many stand here.
    pub(super) runs: usize,
    /// Whether every word of the sentence stands here.
    pub(super) whole: bool,
}

/// Runs that lie near one another.
struct Cluster {
    runs: usize,
    words: Range<usize>,
}

/// The places of a sentence: all where it stands word for word, else the best one where it is recognised.
pub(super) fn locate(reading: &Reading, wanted: &Wanted) -> Vec<Spot> {
    let print = &wanted.print;
    let hits = reading.hits(print);
    let whole = whole(reading, wanted, &hits);
    if !whole.is_empty() {
        return whole;
    }
    let Some(enough) = print.enough() else {
        return Vec::new();
    };
    match best(&hits, print.run_words(), print.words()) {
        Some(cluster) if cluster.runs >= enough => {
            let spot = in_two(reading, wanted, &cluster).unwrap_or_else(|| around(reading, wanted, &cluster));
            vec![spot]
        }
        // One run alone may be an accident of its hash: then the terms must stand there too.
        Some(cluster) => {
            let spot = around(reading, wanted, &cluster);
            let terms = wanted.terms_enough(&text_of(reading, &spot));
            terms.map(|_| spot).into_iter().collect()
        }
        None => Vec::new(),
    }
}

/// The folded words of a place, without what stands between its halves.
pub(super) fn text_of(reading: &Reading, spot: &Spot) -> String {
    let of = |words: &Range<usize>| spelled(reading.copy.text.get(reading.range(words)).unwrap_or_default());
    match &spot.gap {
        None => of(&spot.words),
        Some(gap) => format!(
            "{} {}",
            of(&(spot.words.start..gap.start)),
            of(&(gap.end..spot.words.end))
        ),
    }
}

/// Every place where the sentence stands word for word, in order.
fn whole(reading: &Reading, wanted: &Wanted, hits: &[Hit]) -> Vec<Spot> {
    let print = &wanted.print;
    let (words, kept) = (print.words(), print.runs().len());
    // From the first word of the first run to the first word of the last.
    let reach = words - print.run_words();
    let mut out: Vec<Spot> = Vec::new();
    let mut untried = 0;
    for (place, first) in hits.iter().enumerate() {
        let near = hits.iter().skip(place).take_while(|hit| hit.word <= first.word + reach);
        let Some(last) = all_of(near, kept) else {
            continue;
        };
        for start in last.saturating_sub(reach).max(untried)..=first.word {
            if print.is_whole(reading.hashes(start..start + words)) {
                out.push(Spot {
                    words: start..start + words,
                    gap: None,
                    runs: kept,
                    whole: true,
                });
            }
        }
        untried = first.word + 1;
    }
    if print.enough().is_none() {
        keep_sentences(reading, &mut out);
    }
    out
}

/// The word of the hit with which the last of the runs has been seen.
fn all_of<'a>(hits: impl Iterator<Item = &'a Hit>, kept: usize) -> Option<usize> {
    let mut seen = 0_u32;
    for hit in hits {
        seen |= 1 << hit.run;
        if seen.count_ones() as usize == kept {
            return Some(hit.word);
        }
    }
    None
}

/// The words of a very short sentence stand in longer ones too: where it stands by itself, only those places count.
fn keep_sentences(reading: &Reading, spots: &mut Vec<Spot>) {
    let alone = |spot: &Spot| {
        let (start, end) = (spot.words.start.saturating_sub(GAP), spot.words.end + GAP);
        reading.sentences(start..end).contains(&spot.words)
    };
    let sentences: Vec<Spot> = spots.iter().filter(|spot| alone(spot)).cloned().collect();
    if !sentences.is_empty() {
        *spots = sentences;
    }
}

/// Where most runs lie near one another; of several such places the closest, then the first.
fn best(hits: &[Hit], run: usize, words: usize) -> Option<Cluster> {
    let mut best: Option<Cluster> = None;
    for (place, first) in hits.iter().enumerate() {
        let mut seen = 0_u32;
        for hit in hits
            .iter()
            .skip(place)
            .take_while(|hit| hit.word + run <= first.word + words + GAP)
        {
            let before = seen;
            seen |= 1 << hit.run;
            let cluster = Cluster {
                runs: seen.count_ones() as usize,
                words: first.word..hit.word + run,
            };
            let better = best.as_ref().is_none_or(|best| {
                cluster.runs > best.runs || (cluster.runs == best.runs && cluster.words.len() < best.words.len())
            });
            if seen != before && better {
                best = Some(cluster);
            }
        }
    }
    best
}

/// The sentence whole, but with something between its halves that begins and ends with a line: what a page puts there.
fn in_two(reading: &Reading, wanted: &Wanted, cluster: &Cluster) -> Option<Spot> {
    let print = &wanted.print;
    let (starts, ends) = ends(reading, cluster, print.words());
    for start in &starts {
        for end in &ends {
            let Some(gap) = (end - start)
                .checked_sub(print.words())
                .filter(|gap| (1..=GAP).contains(gap))
            else {
                continue;
            };
            for torn in start + 1..start + print.words() {
                let paged = reading.begins_line(torn) && reading.begins_line(torn + gap);
                let marked = gap == 1 && reading.is_mark(torn);
                if (paged || marked)
                    && print.is_whole_in_two(reading.hashes(*start..torn), reading.hashes(torn + gap..*end))
                {
                    return Some(Spot {
                        words: *start..*end,
                        gap: Some(torn..torn + gap),
                        runs: print.runs().len(),
                        whole: true,
                    });
                }
            }
        }
    }
    None
}

/// The sentences in which the runs lie.
fn around(reading: &Reading, wanted: &Wanted, cluster: &Cluster) -> Spot {
    let (starts, ends) = ends(reading, cluster, wanted.print.words());
    let start = starts.first().copied().unwrap_or(cluster.words.start);
    let end = ends.first().copied().unwrap_or(cluster.words.end);
    Spot {
        words: start..end,
        gap: None,
        runs: cluster.runs,
        whole: false,
    }
}

/// Beginnings and ends of sentences around some runs, the nearest first.
fn ends(reading: &Reading, cluster: &Cluster, words: usize) -> (Vec<usize>, Vec<usize>) {
    let reach = words + GAP;
    let from = cluster.words.end.saturating_sub(reach);
    let to = (cluster.words.start + reach).min(reading.len());
    let sentences = reading.sentences(from..to);
    let starts = sentences.iter().map(|sentence| sentence.start).rev();
    let starts = starts.filter(|start| *start <= cluster.words.start && (*start > from || from == 0));
    let ends = sentences.iter().map(|sentence| sentence.end);
    let ends = ends.filter(|end| *end >= cluster.words.end && (*end < to || to == reading.len()));
    (starts.take(TRIED).collect(), ends.take(TRIED).collect())
}
