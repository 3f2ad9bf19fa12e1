//! What the order of the source tells: which of several places is meant, and where a sentence must stand of which nothing was
//! recognised.

use std::ops::Range;

use super::place::{Spot, text_of};
use super::reading::Reading;
use super::wanted::Wanted;

/// How far from a sentence that was found its neighbours are looked for, in words.
const NEAR: usize = 300;
/// How many cited sentences away the found neighbour may be.
const NEIGHBOURS: usize = 4;

/// One place for each sentence. Of several, the first that follows the sentence before it: sentences that stand twice in the
/// source stand in the same order in the copy.
pub(super) fn choose(spots: Vec<Vec<Spot>>) -> Vec<Option<Spot>> {
    let mut before = 0;
    let mut out = Vec::with_capacity(spots.len());
    for places in spots {
        let next = places.iter().position(|spot| spot.words.start >= before);
        let chosen = places.into_iter().nth(next.unwrap_or(0));
        if let Some(spot) = &chosen {
            before = spot.words.end;
        }
        out.push(chosen);
    }
    out
}

/// Looks for the sentence `place` between its found neighbours, by its terms and its length.
pub(super) fn rescue(reading: &Reading, wanted: &[Wanted], chosen: &mut [Option<Spot>], place: usize) {
    let (Some(sought), Some(None)) = (wanted.get(place), chosen.get(place)) else {
        return;
    };
    let Some(room) = room(reading, chosen, place) else {
        return;
    };
    let taken = |words: &Range<usize>| {
        let spots = chosen.iter().flatten();
        spots
            .into_iter()
            .any(|spot| spot.words.start < words.end && words.start < spot.words.end)
    };
    let length = sought.print.words();
    let best = reading
        .sentences(room)
        .into_iter()
        .filter(|words| words.len() * 2 >= length && words.len() <= length * 2 && !taken(words))
        .map(|words| Spot {
            words,
            gap: None,
            runs: 0,
            whole: false,
        })
        .filter_map(|spot| Some((sought.terms_enough(&text_of(reading, &spot))?, spot)))
        .min_by_key(|(terms, spot)| (usize::MAX - terms, spot.words.len().abs_diff(length)));
    if let (Some((_, spot)), Some(slot)) = (best, chosen.get_mut(place)) {
        *slot = Some(spot);
    }
}

/// The words between the found neighbours of a sentence; a stretch beside the one where there is only one.
fn room(reading: &Reading, chosen: &[Option<Spot>], place: usize) -> Option<Range<usize>> {
    let before = chosen.get(..place)?.iter().rev().take(NEIGHBOURS).flatten().next();
    let after = chosen.get(place + 1..)?.iter().take(NEIGHBOURS).flatten().next();
    let (start, end) = match (before, after) {
        (Some(before), Some(after)) if before.words.end <= after.words.start => {
            let (start, end) = (before.words.end, after.words.start);
            if end - start > 2 * NEAR {
                (start, start + NEAR)
            } else {
                (start, end)
            }
        }
        (Some(before), _) => (before.words.end, before.words.end + NEAR),
        (None, Some(after)) => (after.words.start.saturating_sub(NEAR), after.words.start),
        (None, None) => return None,
    };
    Some(start..end.min(reading.len()))
}
