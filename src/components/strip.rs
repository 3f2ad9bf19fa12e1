//! Supply lines: a strip of legs with the label on the line, and the table that stands in step below it.

use atlas::EntityIx;
use atlas::model::Dataset;
use atlas::views::{LegView, Strip, permission_label, permission_title, strips};
use leptos::prelude::*;
use markup::view;

use super::value::{Value, text_value};
use crate::state::{use_atlas, use_place};
use crate::ui::LineSign;

/// Every line as a strip, along a wide page and down a narrow one.
#[component]
pub fn Strips(
    /// Only lines with a leg on this territory.
    #[prop(default = None)]
    through: Option<EntityIx>,
) -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let day = place.day(&d);
    let strips = strips(&d, day);
    let wanted = |s: &&Strip| through.is_none_or(|c| s.legs.iter().any(|l| l.territory == c));
    let strips = strips.iter().filter(wanted).map(|s| strip(&d, s)).collect_view();
    view! { <div class="strips">{strips}</div> }
}

fn strip(d: &Dataset, s: &Strip) -> impl IntoView + use<> {
    let line = d.entity(s.line);
    let legs = s.legs.iter().map(|l| leg_view(d, l)).collect_view();
    let (from, to) = line.ends;
    let heading = format!("strip-{}", line.id);
    let labelled = heading.clone();
    let before = s
        .nothing_before
        .clone()
        .map(|date| view! { <p class="scheme">{format!("The article dates nothing on this line before {date}.")}</p> });
    view! {
        <figure class="strip" aria-labelledby=labelled>
            <figcaption id=heading>{text_value(&line.id, &line.name)}</figcaption>
            <ol class="legs">
                <li class="stop">{stop(d, from, "origin not said")}</li>
                {legs}
                <li class="stop">{stop(d, to, "end not said")}</li>
            </ol>
            {before}
        </figure>
    }
}

fn stop(d: &Dataset, at: Option<EntityIx>, missing: &'static str) -> impl IntoView + use<> {
    match at {
        Some(ix) => view! { <span class="dot is-said" aria-hidden="true"></span><span class="stop-name">{d.entity(ix).name.clone()}</span> }.into_any(),
        None => view! { <span class="dot" aria-hidden="true"></span><span class="stop-name is-gap">{missing}</span> }.into_any(),
    }
}

fn leg_view(d: &Dataset, l: &LegView) -> impl IntoView + use<> {
    let leg = d.leg(l.leg);
    let date = Some(l.date())
        .filter(|date| !date.is_empty())
        .map(|date| view! { <span class="date">{date}</span> });
    let used = l.usage.is_some();
    let (territory, sign) = (d.entity(leg.territory).name.clone(), l.sign(d).to_owned());
    let (arrangement, use_word) = (l.arrangement_word(d).to_owned(), l.use_word(d).to_owned());
    view! {
        <li class="leg" data-line="">
            <Value id=leg.id.clone() class="leg-value">
                <span class="leg-name">{territory}</span>
                <LineSign name=sign.clone() />
                <LineSign name=sign down=true />
                <span class="leg-words">
                    <span class="leg-arrangement">{arrangement}{date}</span>
                    <span class=if used { "leg-use" } else { "leg-use is-gap" }>{use_word}</span>
                </span>
            </Value>
        </li>
    }
}

/// The legs and the permissions they rest on, as a table in step with the strip.
#[component]
pub fn LegTable() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let day = place.day(&d);
    let bodies = strips(&d, day)
        .iter()
        .map(|s| {
            let rows = s.legs.iter().map(|l| leg_row(&d, l)).collect_view();
            let line = d.entity(s.line);
            view! { <tbody><tr class="group"><th scope="colgroup" colspan="4">{line.name.clone()}</th></tr>{rows}</tbody> }
        })
        .collect_view();
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-label="Legs and what they rest on">
            <table class="legs-table">
                <thead><tr><th scope="col">"Leg"</th><th scope="col">"Arrangement"</th><th scope="col">"Of what"</th><th scope="col">"Use"</th></tr></thead>
                {bodies}
            </table>
        </div>
    }
}

fn leg_row(d: &Dataset, l: &LegView) -> impl IntoView + use<> {
    let leg = d.leg(l.leg);
    let of = leg
        .permissions
        .iter()
        .map(|&p| view! { <div>{text_value(&d.permission(p).id, &permission_title(d, p))}" "<span class="minor">{permission_label(d, p)}</span></div> })
        .collect_view();
    let of = if of.is_empty() {
        view! { <span class="is-gap">"The article does not say."</span> }.into_any()
    } else {
        of.into_any()
    };
    let date = Some(l.date())
        .filter(|date| !date.is_empty())
        .map(|date| view! { " " <span class="date">{date}</span> });
    view! {
        <tr data-line="">
            <th scope="row">{text_value(&leg.id, &d.entity(leg.territory).name)}</th>
            <td data-label="Arrangement">{l.arrangement_word(d).to_owned()}{date}</td>
            <td data-label="Of what">{of}</td>
            <td data-label="Use"><span class=if l.usage.is_some() { "" } else { "is-gap" }>{l.use_word(d).to_owned()}</span></td>
        </tr>
    }
}
