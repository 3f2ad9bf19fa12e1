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

/// One place for each sentence. Of several, one between those of the sentences before and after; of several such the most
/// alike, then the first: sentences that stand twice in the source stand in the same order in the copy.
pub(super) fn choose(spots: Vec<Vec<Spot>>) -> Vec<Option<Spot>> {
    let mut out: Vec<Option<Spot>> = spots.iter().map(|places| only(places).cloned()).collect();
    let anchors = in_order(&out);
    let mut before = 0;
    let mut after = anchors.iter().peekable();
    for (place, (mut places, chosen)) in spots.into_iter().zip(&mut out).enumerate() {
        if after.next_if(|anchor| anchor.0 == place).is_some() {
            before = chosen.as_ref().map_or(before, |spot| spot.words.end);
            continue;
        }
        if places.len() < 2 {
            continue;
        }
        let ceiling = after.peek().map_or(usize::MAX, |anchor| anchor.1.start);
        let fits = |spot: &Spot| before <= spot.words.start && spot.words.end <= ceiling;
        atlas::order::sort_by_key(&mut places, |spot| (!fits(spot), spot.unlike, spot.words.start));
        *chosen = places.into_iter().next();
        before = chosen
            .as_ref()
            .filter(|spot| fits(spot))
            .map_or(before, |spot| spot.words.end);
    }
    out
}

fn only(places: &[Spot]) -> Option<&Spot> {
    match places {
        [one] => Some(one),
        _ => None,
    }
}

/// The places that stand in the order of the source, as many as there can be: the longest ascending row, by patience.
fn in_order(chosen: &[Option<Spot>]) -> Vec<(usize, Range<usize>)> {
    let spots: Vec<(usize, Range<usize>)> = chosen
        .iter()
        .enumerate()
        .filter_map(|(place, spot)| Some((place, spot.as_ref()?.words.clone())))
        .collect();
    // The last of the best row of each length, and for each spot the one before it in its row.
    let mut piles: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = Vec::new();
    let start = |at: &usize| spots.get(*at).map_or(0, |(_, words)| words.start);
    for at in 0..spots.len() {
        let pile = piles.partition_point(|top| start(top) < start(&at));
        previous.push(pile.checked_sub(1).and_then(|pile| piles.get(pile)).copied());
        match piles.get_mut(pile) {
            Some(top) => *top = at,
            None => piles.push(at),
        }
    }
    let mut row = Vec::new();
    let mut next = piles.last().copied();
    while let Some(at) = next {
        row.extend(spots.get(at).cloned());
        next = previous.get(at).copied().flatten();
    }
    row.reverse();
    row
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
        let mut spots = chosen.iter().flatten();
        spots.any(|spot| spot.words.start < words.end && words.start < spot.words.end)
    };
    let length = sought.print.words();
    // Farther than the longest that would do: what the ends of this tear is too long.
    let beyond = 2 * length + 1;
    let best = reading
        .sentences(room.start.saturating_sub(beyond)..room.end + beyond)
        .into_iter()
        .filter(|words| words.start < room.end && room.start < words.end)
        .filter(|words| words.len() * 2 >= length && words.len() <= length * 2 && !taken(words))
        .map(|words| Spot {
            unlike: words.len().abs_diff(length),
            words,
            gap: None,
            runs: 0,
            whole: false,
        })
        .filter(|spot| sought.terms_suffice(0, &text_of(reading, spot)))
        .min_by_key(|spot| spot.unlike);
    if let (Some(spot), Some(slot)) = (best, chosen.get_mut(place)) {
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
            (start, end.min(start + 2 * NEAR))
        }
        (Some(before), _) => (before.words.end, before.words.end + NEAR),
        (None, Some(after)) => (after.words.start.saturating_sub(NEAR), after.words.start),
        (None, None) => return None,
    };
    Some(start..end.min(reading.len()))
}
