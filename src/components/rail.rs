//! The supply lines down the side of the map, drawn as [`atlas::views`] has placed them: a diagram, not a map of a way.

use atlas::model::Dataset;
use atlas::views::{Rail, RailKind, RailLeg, RailStop, RailText, StopKind, is_broken};
use leptos::prelude::*;
use markup::view;

use super::map::mark_link;
use crate::ui::{Weight, stroke};

/// The rail, within the drawing of the map.
pub fn rail(d: &Dataset, r: &Rail) -> impl IntoView + use<> {
    // Leaders lie under everything else.
    let leaders = r
        .legs
        .iter()
        .map(|leg| &leg.leader)
        .chain(r.stops.iter().map(|stop| &stop.leader));
    let leaders = leaders
        .flatten()
        .map(|way| view! { <path class="leader-casing" d=way.clone() /><path class="leader" d=way.clone() /> })
        .collect_view();
    let legs = r.legs.iter().map(|l| leg(d, l)).collect_view();
    let stops = r.stops.iter().map(stop).collect_view();
    view! { <g class="rail"><g aria-hidden="true">{leaders}</g>{text(&r.title)}{legs}{stops}</g> }
}

fn leg(d: &Dataset, l: &RailLeg) -> impl IntoView + use<> {
    let (from, to) = l.y;
    let told = &l.told;
    let texts = l.texts.iter().map(text).collect_view();
    let entity = d.entity(told.territory);
    let name = format!("{}: {}", entity.name, told.fact.dated());
    let mark = told
        .fact
        .marks
        .first()
        .map(|&number| mark_link(&told.fact.note, number, &name, l.mark));
    let class = if is_broken(told) {
        "rail-leg is-broken"
    } else {
        "rail-leg"
    };
    view! {
        <g class=class data-unit=entity.id.clone()>{stroke(&told.fact.sign, (l.x, from), to - from, true, Weight::Full)}{texts}{mark}</g>
    }
}

fn stop(s: &RailStop) -> impl IntoView + use<> {
    let (x, y) = s.at;
    let (class, radius) = match (s.stop.place, s.stop.kind) {
        (None, _) => ("rail-stop is-unsaid", 6),
        (Some(_), StopKind::Start) => ("rail-stop", 6),
        (Some(_), _) => ("rail-stop is-end", 11),
    };
    let above = s
        .arrows
        .0
        .then(|| view! { <path class="arrow" d=format!("M{} {}l8 8 8-8", x - 8, y - 24) /> });
    let below = s
        .arrows
        .1
        .then(|| view! { <path class="arrow" d=format!("M{} {}l8-8 8 8", x - 8, y + 24) /> });
    view! { <g class=class>{above}<circle cx=x cy=y r=radius />{below}{text(&s.text)}</g> }
}

fn text(t: &RailText) -> impl IntoView + use<> {
    let class = match t.kind {
        RailKind::Title => "rail-title",
        RailKind::Name => "rail-name",
        RailKind::Word => "rail-word",
        RailKind::Minor => "rail-minor",
    };
    view! { <text class=class x=t.x y=t.y font-size=t.size>{t.text.clone()}</text> }
}
