//! The ladder: as one country's stair, and as steps on which countries stand.

use atlas::EntityIx;
use atlas::model::Dataset;
use atlas::roles::State;
use atlas::views::{Cell, Rung, ladder, stair};
use leptos::prelude::*;
use markup::view;

use super::claim::ValueWords;
use super::value::{EntityLink, Value};
use crate::state::{use_atlas, use_place};
use crate::ui::Sign;

/// The longest name, in characters, for which a step of a small stair has room beside others.
const ROOM: usize = 8;

/// One country's stair: a step a rung, each programme with sign and year.
#[component]
pub fn Stair(
    /// The country.
    country: EntityIx,
    /// Words beside the signs; without them the sign and the programme alone.
    #[prop(optional)]
    words: bool,
) -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let day = place.day(&d);
    let rungs = stair(&d, country, day);
    // Acronyms stand side by side; programmes that have none stand one above the other.
    let mut programmes = rungs.iter().flat_map(|rung| &rung.programmes);
    let named = programmes.any(|&ix| d.entity(ix).short().chars().count() > ROOM);
    let class = match (words, named) {
        (true, _) => "stair with-words",
        (false, true) => "stair is-named",
        (false, false) => "stair",
    };
    let steps = rungs
        .into_iter()
        .map(|rung| {
            let cells = rung.cells.iter().map(|c| stair_cell(&d, c, words)).collect_view();
            view! { <li class=format!("step step-{}", rung.rung)><ul class="treads">{cells}</ul></li> }
        })
        .collect_view();
    view! { <div data-line=""><ol class=class>{steps}</ol></div> }
}

fn stair_cell(d: &Dataset, c: &Cell, words: bool) -> impl IntoView + use<> {
    let name = d.entity(c.programme).short().to_owned();
    let dated = c.value.claim().is_some_and(|claim| claim.when().is_given());
    let class = match c.state() {
        Some(State::Active) if dated => "tread is-active is-dated",
        Some(State::Active) => "tread is-active",
        _ => "tread",
    };
    let inner = view! { <span class="tread-name">{name}</span><ValueWords value=c.value.clone() sign_only=!words /> };
    let id = c.value.claim().map(|claim| claim.id(d).to_owned());
    view! {
        <li class=class >
            {match id {
                Some(id) => view! { <Value id=id class="tread-value">{inner}</Value> }.into_any(),
                None => view! { <span class="tread-value">{inner}</span> }.into_any(),
            }}
        </li>
    }
}

/// The ladder with countries standing on its steps, floor first in the document and lowest on the screen.
#[component]
pub fn LadderSteps() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let day = place.day(&d);
    let rungs = ladder(&d, day);
    let count = rungs.len();
    let steps = rungs
        .into_iter()
        .enumerate()
        .map(|(n, rung)| ladder_step(&d, &rung, n, count))
        .collect_view();
    view! { <ol class="ladder">{steps}</ol> }
}

fn ladder_step(d: &Dataset, rung: &Rung, n: usize, count: usize) -> impl IntoView + use<> {
    let names = rung
        .programmes
        .iter()
        .map(|&p| view! { <li><EntityLink ix=p /><span class="acronym">{d.entity(p).acronym.clone()}</span></li> })
        .collect_view();
    let standing = rung.standing();
    let last = rung.programmes.last().copied();
    let on_step =
        |c: &&Cell| standing.contains(&c.country) && Some(c.programme) == best_programme(rung, c.country).or(last);
    let here = rung
        .cells
        .iter()
        .filter(on_step)
        .map(|c| ladder_country(d, c))
        .collect_view();
    let beside: Vec<&Cell> = rung
        .cells
        .iter()
        .filter(|c| c.has_row() && c.state() != Some(State::Active) && !standing.contains(&c.country))
        .collect();
    let beside = (!beside.is_empty()).then(|| {
        let rows = beside.into_iter().map(|c| ladder_country(d, c)).collect_view();
        view! { <ul class="beside">{rows}</ul> }
    });
    view! {
        <li class=format!("ladder-step step-{} of-{count}", n + 1)>
            <div class="riser"><ul class="programmes">{names}</ul></div>
            <ul class="standing">{here}</ul>
            {beside}
        </li>
    }
}

/// Of the programmes of a rung that a country takes part in, the one whose start is given, else the last: the more telling one.
fn best_programme(rung: &Rung, country: EntityIx) -> Option<EntityIx> {
    let active = || {
        rung.cells
            .iter()
            .filter(|c| c.country == country && c.state() == Some(State::Active))
    };
    active()
        .find(|c| c.value.claim().is_some_and(|claim| claim.when().is_given()))
        .or_else(|| active().next())
        .map(|c| c.programme)
}

fn ladder_country(d: &Dataset, c: &Cell) -> impl IntoView + use<> {
    let (name, sign) = (d.entity(c.country).name.clone(), c.value.sign(d).to_owned());
    let claim = c.value.claim();
    let id = claim.map(|claim| claim.id(d).to_owned()).unwrap_or_default();
    let word =
        (c.state() != Some(State::Active) || sign != "filled").then(|| atlas::views::within(&c.value.word(d).word));
    let date = claim
        .filter(|claim| claim.is_active() && claim.when().is_given())
        .map(|claim| claim.when().words());
    view! {
        <li data-line="">
            <Value id=id class="on-step">
                <Sign name=sign />
                <span class="name">{name}</span>
                {word.map(|word| view! { <span class="word">{word}</span> })}
                {date.map(|date| view! { <span class="date">{date}</span> })}
            </Value>
        </li>
    }
}
