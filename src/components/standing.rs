//! "Try closing a route": the reader closes legs or lines and says which arrangements count; the reading answers.

use std::collections::BTreeSet;

use atlas::model::{Dataset, Table};
use atlas::roles::Arrangement;
use atlas::views::{Counts, Sentence, standing};
use leptos::prelude::*;
use markup::view;

use super::mark::Marks;
use crate::route::Url;
use crate::state::{use_atlas, use_place};
use crate::ui::Choice;

/// The id by which "in use" is chosen among what counts, beside the ids of arrangements.
const IN_USE: &str = "use";

/// The reading aid.
#[component]
pub fn StandingReading() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let close = d
        .table(Table::Line)
        .map(|line| {
            let legs = d.legs_of(line).into_iter().map(|ix| (d.leg(ix).id.clone(), d.entity(d.leg(ix).territory).name.clone()));
            let boxes = std::iter::once((d.entity(line).id.clone(), format!("the whole {}", d.entity(line).name)))
                .chain(legs)
                .map(|(id, name)| tick(name, id, |url| url.closed.clone(), |url, closed| Url { closed, ..url }))
                .collect_view();
            let name = d.entity(line).name.clone();
            let label = format!("Close on the {name}");
            view! { <div class="standing-row"><span class="label">"Close: "{name}</span><ul class="choices" aria-label=label>{boxes}</ul></div> }
        })
        .collect_view();
    let counting = d
        .words_of(Arrangement::GROUP)
        .filter(|&w| d.word(w).role != Arrangement::Ended.as_str());
    let counting: Vec<(String, String)> = counting
        .map(|w| (d.word(w).id.clone(), d.word(w).word.clone()))
        .collect();
    let counting = counting
        .into_iter()
        .chain([(IN_USE.to_owned(), "In use".to_owned())])
        .map(|(id, word)| tick(word, id, |url| counted_ids(&use_atlas().data(), url), with_counts))
        .collect_view();
    let reading = move || {
        let d = atlas.data();
        let url = place.setting.get();
        let found = standing(&d, place.day(&d), &url.closed, &counts(&d, &url));
        let head = match found.lines.len() {
            0 => "No line is open from end to end, by what you count.".to_owned(),
            _ => format!(
                "Open from end to end, by what you count: {}.",
                found
                    .lines
                    .iter()
                    .map(|&l| d.entity(l).name.clone())
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
        };
        let rows = found.sentences.iter().map(sentence).collect_view();
        view! { <div role="status"><p class="standing-head">{head}</p><ul class="plain">{rows}</ul></div> }
    };
    view! {
        <div class="standing-aid">
            <div class="standing-choices">
                {close}
                <div class="standing-row"><span class="label">"Count a part as open if it is"</span><ul class="choices" aria-label="Count a part as open if it is">{counting}</ul></div>
                <p class="minor">"Permissions beside the lines are not part of this reading."</p>
            </div>
            {reading}
        </div>
    }
}

/// A box that sets or clears an id in a list of the address.
fn tick(name: String, id: String, get: fn(&Url) -> Vec<String>, set: fn(Url, Vec<String>) -> Url) -> impl IntoView {
    let place = use_place();
    let own = id.clone();
    let href = move || {
        place.url.with(|url| {
            let mut list = get(url);
            match list.iter().position(|other| *other == id) {
                Some(n) => drop(list.remove(n)),
                None => list.push(id.clone()),
            }
            set(
                Url {
                    note: None,
                    ..url.clone()
                },
                list,
            )
            .href()
        })
    };
    let on = move || place.url.with(|url| get(url).contains(&own));
    view! { <li><Choice href=Signal::derive(href) on=Signal::derive(on)>{name}</Choice></li> }
}

/// Ids that count: those of the address, else the default.
fn counted_ids(d: &Dataset, url: &Url) -> Vec<String> {
    if url.counts.is_empty() {
        ids_of(d, &Counts::default())
    } else {
        url.counts.clone()
    }
}

fn ids_of(d: &Dataset, counts: &Counts) -> Vec<String> {
    let rows = d
        .words_of(Arrangement::GROUP)
        .filter(|&w| Arrangement::parse(&d.word(w).role).is_some_and(|a| counts.arrangements.contains(&a)));
    rows.map(|w| d.word(w).id.clone())
        .chain(counts.in_use.then(|| IN_USE.to_owned()))
        .collect()
}

/// A default leaves the address; nothing counting is written as a list that no row has.
fn with_counts(url: Url, ids: Vec<String>) -> Url {
    let default = ids_of(&use_atlas().data(), &Counts::default());
    let same = ids.len() == default.len() && ids.iter().all(|id| default.contains(id));
    let counts = if same {
        Vec::new()
    } else if ids.is_empty() {
        vec!["none".to_owned()]
    } else {
        ids.into_iter().filter(|id| id != "none").collect()
    };
    Url { counts, ..url }
}

fn counts(d: &Dataset, url: &Url) -> Counts {
    let ids = counted_ids(d, url);
    let arrangements: BTreeSet<Arrangement> = d
        .words_of(Arrangement::GROUP)
        .map(|w| d.word(w))
        .filter(|w| ids.contains(&w.id))
        .filter_map(|w| Arrangement::parse(&w.role))
        .collect();
    Counts {
        arrangements,
        in_use: ids.iter().any(|id| id == IN_USE),
    }
}

fn sentence(s: &Sentence) -> impl IntoView + use<> {
    let (text, statements) = (s.text.clone(), s.statements.clone());
    view! { <li data-line="">{text.clone()}" "<Marks statements=statements of=text /></li> }
}
