//! What changed between two dates: what is known to have, what may have, and what has no date.

use atlas::model::Dataset;
use atlas::views::{Change, changes};
use atlas::{AsOf, Claim, Standing, Subject};
use leptos::prelude::*;
use markup::view;

use super::heading;
use crate::components::{ClaimWords, Marks, subject_name};
use crate::state::use_place;

/// The page. Without dates it tells of the year before the time of writing.
pub fn view(d: &Dataset) -> AnyView {
    let place = use_place();
    let ((from, earlier), (to, later)) = place.span(d).unwrap_or_else(|| {
        let to = (d.vantage_day(), d.about().vantage.words.clone());
        let before = AsOf::year(to.0.year().saturating_sub(1));
        (
            before.map_or_else(|| to.clone(), |date| (d.day_of(Some(date)), date.words())),
            to,
        )
    });
    let found = changes(d, from, to);
    let certain: Vec<_> = found
        .certain
        .into_iter()
        .map(|c| (c.subject, c.before, c.after))
        .collect();
    let passing: Vec<_> = found
        .passing
        .into_iter()
        .map(|p| (p.subject, p.between, p.after))
        .collect();
    let possible = found.possible.len();
    let undated = found
        .undated
        .iter()
        .map(|&ix| view! { <li data-line=""><p class="row-text">{d.entity(ix).name.clone()}</p><Marks id=d.entity(ix).id.clone() of=d.entity(ix).name.clone() /></li> })
        .collect_view();
    let none = certain
        .is_empty()
        .then(|| view! { <p class="is-gap">"No change that the article confirms."</p> });
    view! {
        {heading(format!("What changed from {earlier} to {later}"))}
        <p class="lead">"What the article says about the end of one date and the end of the other. Both are chosen under “Date”, at the top."</p>
        <section aria-labelledby="certain-heading">
            <h2 id="certain-heading">{format!("Changed ({})", certain.len())}</h2>
            {none}
            {rows(d, certain)}
        </section>
        {(!passing.is_empty()).then(|| view! {
            <section aria-labelledby="passing-heading">
                <h2 id="passing-heading">{format!("Changed in between, and back ({})", passing.len())}</h2>
                {rows(d, passing)}
            </section>
        })}
        {(possible > 0).then(|| view! {
            <section aria-labelledby="possible-heading">
                <h2 id="possible-heading">{format!("May have changed ({possible})")}</h2>
                <p class="minor">"For one of the two dates the article does not let the answer be known."</p>
                {possible_rows(d, &found.possible)}
            </section>
        })}
        {(!undated.is_empty()).then(|| view! {
            <section aria-labelledby="undated-heading">
                <h2 id="undated-heading">"Took place, without a date"</h2>
                <p class="minor">"The article gives these no date, so they stand at no place between any two."</p>
                <ul class="rows">{undated}</ul>
            </section>
        })}
    }
    .into_any()
}

/// Subjects with an answer and the one that came after it.
fn rows(d: &Dataset, changes: Vec<(Subject, Claim, Claim)>) -> impl IntoView + use<> {
    let rows = changes
        .into_iter()
        .map(|(subject, before, after)| {
            let name = subject_name(d, subject);
            view! {
                <li data-line="">
                    <p class="row-text">{name.clone()}</p>
                    <p class="change"><ClaimWords claim=before /><span class="after"><span class="arrow">"then"</span><ClaimWords claim=after /></span></p>
                    <Marks id=d.id_of(subject.target()).to_owned() of=name />
                </li>
            }
        })
        .collect_view();
    (!rows.is_empty()).then(|| view! { <ul class="rows changes">{rows}</ul> })
}

/// What may have changed, in a line each: the note gives the history.
fn possible_rows(d: &Dataset, changes: &[Change]) -> impl IntoView + use<> {
    let word = |claim: &Claim| {
        let (word, date) = (atlas::views::within(&claim.word(d).word), claim.when().words());
        match claim.standing() {
            Standing::Is(_) if !date.is_empty() => format!("{word} ({date})"),
            _ => word,
        }
    };
    let rows = changes
        .iter()
        .map(|c| {
            let words = format!("{}, then {}", word(&c.before), word(&c.after));
            let name = subject_name(d, c.subject);
            view! { <li data-line=""><p class="row-text">{name.clone()}" "<span class="tag">{words}</span></p><Marks id=d.id_of(c.subject.target()).to_owned() of=name /></li> }
        })
        .collect_view();
    view! { <ul class="rows">{rows}</ul> }
}
