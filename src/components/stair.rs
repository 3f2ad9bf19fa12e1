//! Programmes that the source ranks: one unit's staircase as a picture, and the staircase on which all units stand.

use atlas::model::Dataset;
use atlas::roles::State;
use atlas::views::{Cell, Rung, StairStep, ladder, stair_steps, stands_on, within};
use atlas::{Claim, EntityIx};
use leptos::prelude::*;
use markup::view;

use super::claim::value_marks;
use super::mark::Marks;
use super::movements::MovementsOf;
use super::silhouette::Silhouette;
use super::value::{EntityLink, text_link};
use crate::route::Page;
use crate::state::{use_atlas, use_place};
use crate::ui::Sign;

/// One unit's staircase: a step a rung, as high as its place, with what is said below it.
#[component]
pub fn Stair(
    /// The unit.
    country: EntityIx,
    /// As large as the head of a page allows.
    #[prop(optional)]
    big: bool,
) -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let steps = stair_steps(&d, country, place.day(&d));
    let here = stands_on(&steps);
    let count = steps.len();
    let steps = steps
        .iter()
        .enumerate()
        .map(|(n, step)| {
            // Who stands nowhere is drawn hollow on the floor.
            let stands =
                (here.unwrap_or_default() == n).then(|| view! { <Silhouette unit=country hollow=here.is_none() /> });
            stair_step(&d, step, n, stands.into_any())
        })
        .collect_view();
    let class = if big { "stair is-big" } else { "stair" };
    view! { <ol class=format!("{class} of-{count}") data-line="">{steps}</ol> }
}

fn stair_step(d: &Dataset, step: &StairStep, n: usize, stands: AnyView) -> impl IntoView + use<> {
    let cell = &step.telling;
    let name = d.entity(cell.programme).short().to_owned();
    // A step is as wide as an acronym; a name of several words stands under it, where it may go over lines.
    let (in_step, under) = if name.contains(' ') {
        (None, Some(view! { <span class="step-label">{name}</span> }))
    } else {
        (Some(view! { <span class="step-name">{name}</span> }), None)
    };
    let sign = cell.value.sign(d).to_owned();
    let class = match cell.state() {
        Some(State::Active) => "is-on",
        Some(State::Absent | State::Suspended) => "is-hatched",
        _ => "is-off",
    };
    // Filled says it already.
    let sign = (sign != "filled").then(|| view! { <Sign name=sign /> });
    let of = cell_name(d, cell);
    view! {
        <li class=format!("step step-{} {class}", n + 1)>
            <span class="step-top">{stands}</span>
            <span class="step-block">{in_step}{sign}</span>
            <span class="step-words">{under}{step_words(d, cell)}</span>
            {value_marks(d, &cell.value, of)}
        </li>
    }
}

/// "Examplia, Review Programme: taking part", for those who do not see where it stands.
fn cell_name(d: &Dataset, cell: &Cell) -> String {
    format!(
        "{}, {}: {}",
        d.entity(cell.country).name,
        d.entity(cell.programme).short(),
        within(&cell.value.word(d).word)
    )
}

/// The date of who takes part, else the word; with the mark of what is worked out.
fn step_words(d: &Dataset, cell: &Cell) -> impl IntoView + use<> {
    let word = cell.value.word(d).word.clone();
    let claim = cell.value.claim();
    let date = claim
        .filter(|claim| claim.when().is_given())
        .map(|claim| claim.when().words());
    let again = claim.is_some_and(|claim| claim.is_active() && claim.sign(d) != "filled");
    let text = match (claim.is_some_and(Claim::is_active), date) {
        (true, Some(date)) if !again => date,
        (true, Some(date)) => format!("{word}, {date}"),
        _ => word,
    };
    let star = claim.is_some_and(Claim::is_worked_out).then(worked_out);
    view! { {text}{star} }
}

/// The asterisk of what is worked out and not said in so many words.
pub fn worked_out() -> impl IntoView {
    view! { <abbr class="star" title="worked out, not said in so many words">"*"</abbr> }
}

/// The staircase with all units standing on its steps, floor first in the document and lowest on the screen.
#[component]
pub fn Staircase() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let rungs = ladder(&d, place.day(&d));
    let count = rungs.len();
    let flights = rungs
        .into_iter()
        .enumerate()
        .map(|(n, rung)| flight(&d, rung, n))
        .collect_view();
    view! { <ol class=format!("staircase of-{count}")>{flights}</ol> }
}

fn flight(d: &Dataset, rung: Rung, n: usize) -> impl IntoView + use<> {
    let (standing, all) = (rung.standing().len(), d.countries().len());
    let unclear = rung.unclear(d);
    let counted = match unclear {
        0 => format!("{standing} of {all}"),
        n => format!("{standing} of {all}; {n} unclear"),
    };
    let programmes = rung.programmes.clone();
    let units = d
        .countries()
        .into_iter()
        .filter_map(|unit| rung.telling(unit).map(|cell| on_flight(d, cell)))
        .collect_view();
    let names = programmes
        .iter()
        .map(|&ix| {
            let acronym = d.entity(ix).acronym.clone();
            view! { <p class="tread-name"><EntityLink ix=ix />{acronym.map(|acronym| view! { " "<span class="acronym">{acronym}</span> })}</p> }
        })
        .collect_view();
    let leads = programmes
        .iter()
        .filter_map(|&ix| d.entity(ix).lead)
        .map(|ix| {
            let text = d.statement(ix).text.clone();
            view! { <p class="tread-lead" data-line="">{text.clone()}" "<Marks statements=vec![ix] of=text /></p> }
        })
        .collect_view();
    view! {
        <li class=format!("flight flight-{}", n + 1)>
            <ul class="standing">{units}</ul>
            <div class="tread">
                <p class="how-many">{counted}</p>
                {names}
                {leads}
                <MovementsOf programmes=programmes />
            </div>
        </li>
    }
}

fn on_flight(d: &Dataset, cell: &Cell) -> impl IntoView + use<> {
    let unit = d.entity(cell.country);
    let active = cell.state() == Some(State::Active);
    let sign = cell.value.sign(d).to_owned();
    let sign = (sign != "filled").then(|| view! { <Sign name=sign /> });
    let page = Page::Country(unit.id.clone());
    view! {
        <li class=if active { "is-on" } else { "is-off" } data-unit=unit.id.clone() data-line="">
            <span class="figure"><Silhouette unit=cell.country hollow=!active />{sign}</span>
            <span class="name">{text_link(page, &unit.name)}</span>
            <span class="step-words">{step_words(d, cell)}</span>
            {value_marks(d, &cell.value, cell_name(d, cell))}
        </li>
    }
}
