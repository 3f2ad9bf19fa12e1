//! Supply lines as strips: along a wide page, down a narrow one. Two lines with one end meet there; any other has its own.

use atlas::model::Dataset;
use atlas::roles::AnswerWord;
use atlas::views::{
    Course, CoursePart, LegFact, Stop, StopKind, courses, is_broken, off_lines, permission_label, permission_title,
    strips,
};
use atlas::{Claim, EntityIx, views::LegView};
use leptos::prelude::*;
use markup::view;

use super::map::marks;
use super::mark::Marks;
use crate::state::{use_atlas, use_place};
use crate::ui::LineSign;

/// Every line as a strip.
#[component]
pub fn Strips(
    /// Only lines with a leg on this territory.
    #[prop(default = None)]
    through: Option<EntityIx>,
) -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let passes = |part: &CoursePart| matches!(part, CoursePart::Leg { leg, .. } if Some(leg.territory) == through);
    let all = courses(&d, place.day(&d));
    let wanted = all
        .iter()
        .filter(|course| through.is_none() || course.parts.iter().any(passes));
    let strips = wanted.map(|course| strip(&d, course)).collect_view();
    view! { <div class="strips">{strips}</div> }
}

fn strip(d: &Dataset, course: &Course) -> impl IntoView + use<> {
    let names: Vec<&str> = course.lines.iter().map(|&line| d.entity(line).name.as_str()).collect();
    let label = names.join("; ");
    let parts = course.parts.iter().map(|p| part(d, p)).collect_view();
    let before = course
        .nothing_before
        .iter()
        .map(|(line, date)| {
            let name = &d.entity(*line).name;
            view! { <p class="scheme">{format!("{name}: the article dates nothing before {date}.")}</p> }
        })
        .collect_view();
    view! { <div class="strip"><ol class="legs" aria-label=label>{parts}</ol>{before}</div> }
}

fn part(d: &Dataset, part: &CoursePart) -> AnyView {
    match part {
        CoursePart::Stop(at) => stop(d, *at).into_any(),
        CoursePart::Leg { leg, names, is_back } => leg_view(d, leg, *names, *is_back).into_any(),
    }
}

fn stop(d: &Dataset, stop: Stop) -> impl IntoView + use<> {
    let missing = match stop.kind {
        StopKind::Start => "Start not mentioned",
        StopKind::End | StopKind::Meeting => "End not mentioned",
    };
    let class = match (stop.place, stop.kind) {
        (Some(_), StopKind::End | StopKind::Meeting) => "stop is-end",
        (Some(_), StopKind::Start) => "stop",
        (None, _) => "stop is-unsaid",
    };
    let name = stop
        .place
        .map_or_else(|| missing.to_owned(), |ix| d.entity(ix).name.clone());
    view! { <li class=class><span class="stop-name">{name}</span></li> }
}

fn leg_view(d: &Dataset, leg: &LegFact, names: Option<EntityIx>, is_back: bool) -> impl IntoView + use<> {
    let line = names.map(|line| {
        let entity = d.entity(line);
        view! { <span class="line-name">{entity.name.clone()}</span> }
    });
    let class = match (is_broken(leg), is_back) {
        (true, true) => "leg is-broken is-back",
        (true, false) => "leg is-broken",
        (false, true) => "leg is-back",
        (false, false) => "leg",
    };
    let territory = d.entity(leg.territory);
    let fact = &leg.fact;
    let star = if fact.is_worked_out { "*" } else { "" };
    let words = format!("{}{star}", fact.dated());
    let more = leg.more.join(". ");
    let marks = marks(&fact.note, &fact.marks, &format!("{}: {words}", territory.name));
    view! {
        <li class=class data-line="" data-unit=territory.id.clone()>
            <div class="leg-head">{line}" "<span class="leg-name">{territory.name.clone()}</span></div>
            <LineSign name=fact.sign.clone() />
            <LineSign name=fact.sign.clone() down=true />
            <span class="leg-words"><b>{words}</b>{marks}</span>
            <span class="leg-more">{more}</span>
        </li>
    }
}

/// Permissions of the kind that lines rest on, which are on none of them; nothing where there are none.
#[component]
pub fn OffLines() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let rows = off_lines(&d, place.day(&d));
    let count = strips(&d, place.day(&d)).len();
    let heading = match count {
        0 | 1 => "Also mentioned, not on the line",
        2 => "Also mentioned, on neither line",
        _ => "Also mentioned, on none of the lines",
    };
    (!rows.is_empty()).then(|| {
        let rows = rows
            .iter()
            .map(|row| {
                let name = d.entity(row.country).name.clone();
                let words = atlas::views::within(&row.fact.dated());
                let marks = marks(&row.fact.note, &row.fact.marks, &format!("{name}: {words}"));
                view! { <li data-line=""><LineSign name=row.fact.sign.clone() /><span><b>{name}</b>" "{words}</span><span>{marks}</span></li> }
            })
            .collect_view();
        view! { <div class="off-lines"><p id="off-lines" class="off-lines-title">{heading}</p><ul aria-labelledby="off-lines">{rows}</ul></div> }
    })
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
            let marks = view! { <Marks id=line.id.clone() of=line.name.clone() /> };
            view! { <tbody><tr class="group" data-line=""><th scope="colgroup" colspan="4">{line.name.clone()}" "{marks}</th></tr>{rows}</tbody> }
        })
        .collect_view();
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-label="Legs and what they rest on">
            <table class="legs-table" aria-label="Legs and what they rest on">
                <thead><tr><th scope="col">"Leg"</th><th scope="col">"Arrangement"</th><th scope="col">"Of what"</th><th scope="col">"Use"</th></tr></thead>
                {bodies}
            </table>
        </div>
    }
}

fn leg_row(d: &Dataset, l: &LegView) -> impl IntoView + use<> {
    let leg = d.leg(l.leg);
    let name = d.entity(leg.territory).name.clone();
    let of = leg
        .permissions
        .iter()
        .map(|&p| view! { <div>{permission_title(d, p)}" "<span class="minor">{permission_label(d, p)}</span></div> })
        .collect_view();
    let silent = || d.word(d.answer_word(AnswerWord::NotSaid)).word.clone();
    let of = match of.is_empty() {
        true => view! { <span class="is-gap">{silent()}</span> }.into_any(),
        false => of.into_any(),
    };
    let date = Some(l.date()).filter(|date| !date.is_empty());
    let date = date.map(|date| view! { " "<span class="date">{date}</span> }.into_any());
    let told = |claim: &Option<Claim>, word: &str, date: Option<AnyView>| {
        // Under its own heading the plain word of silence is enough.
        let word = match claim {
            Some(_) => word.to_owned(),
            None => silent(),
        };
        let class = if claim.is_some() { "" } else { "is-gap" };
        let rests: Vec<_> = claim.iter().flat_map(Claim::statements).collect();
        let of = format!("{name}: {}", atlas::views::within(&word));
        let marks = claim
            .as_ref()
            .map(|_| view! { <Marks id=leg.id.clone() statements=rests of=of /> });
        view! { <span class=class>{word}</span>{date}" "{marks} }
    };
    view! {
        <tr data-line="">
            <th scope="row">{name.clone()}</th>
            <td data-label="Arrangement">{told(&l.arrangement, l.arrangement_word(d), date)}</td>
            <td data-label="Of what">{of}</td>
            <td data-label="Use">{told(&l.usage, l.use_word(d), None)}</td>
        </tr>
    }
}
