//! Countries: all of them as cards; one of them as a profile.

use atlas::EntityIx;
use atlas::model::{Dataset, Table};
use atlas::views::{
    NotSaid, Section, events, groups, has_ladder, not_said, permission_label, permission_shown, permission_title,
    permissions_of, profile,
};
use leptos::prelude::*;
use markup::view;

use super::heading;
use crate::components::{
    Cards, EventList, Legend, Movements, ShownValue, Stair, StatementList, Strips, Value, text_link,
    text_value,
};
use crate::route::Page;
use crate::state::use_place;

/// All countries.
pub fn all(d: &Dataset) -> AnyView {
    view! {
        {heading(d.texts().units.clone())}
        <p class="lead">"A card for each. Choose a name for the whole profile, or any value for the place that supports it."</p>
        <Cards top=true />
        <Legend groups=&["state", "arrangement", "answer"] />
    }
    .into_any()
}

/// One country.
pub fn one(d: &Dataset, ix: EntityIx) -> AnyView {
    let entity = d.entity(ix);
    let lead = entity
        .lead
        .map(|s| view! { <p class="lead" data-line="">{text_value(&d.statement(s).id, &d.statement(s).text)}</p> });
    let sections = profile(d, ix).into_iter().map(|s| section(&s)).collect_view();
    view! {
        {heading(entity.name.clone())}
        {lead}
        {has_ladder(d).then(|| view! {
            <section aria-labelledby="tiers-heading">
                <h2 id="tiers-heading">{format!("{}: where it stands", d.texts().names.tiers)}</h2>
                <Stair country=ix words=true />
                <Movements of=Some(ix) />
                <Legend groups=&["state", "answer"] />
            </section>
        })}
        {permissions(d, ix)}
        {lines(d, ix)}
        {dated(d, ix)}
        {sections}
        {gaps(d, ix)}
        <p class="minor to-print">{text_link(Page::Brief(Some(entity.id.clone())), "A brief of it on one printed page")}</p>
    }
    .into_any()
}

fn permissions(d: &Dataset, ix: EntityIx) -> impl IntoView + use<> {
    let day = use_place().day(d);
    let rows = groups(d)
        .into_iter()
        .map(|g| {
            let values = permissions_of(d, ix, Some(g))
                .into_iter()
                .map(|p| {
                    let permission = d.permission(p);
                    let (title, shown) = (permission_title(d, p), permission_shown(d, permission, day));
                    view! {
                        <li data-line="">
                            <Value id=permission.id.clone()><span class="what">{title}</span>" "<ShownValue shown=shown /></Value>
                            <span class="minor">{permission_label(d, p)}</span>
                        </li>
                    }
                })
                .collect_view();
            let empty = values.is_empty().then(|| view! { <li class="is-gap">"The article does not say."</li> });
            view! { <div><dt>{d.word(g).word.clone()}</dt><dd><ul class="plain">{values}{empty}</ul></dd></div> }
        })
        .collect_view();
    (!rows.is_empty()).then(|| {
        view! { <section aria-labelledby="permissions-heading"><h2 id="permissions-heading">"What it allows"</h2><dl class="permissions">{rows}</dl></section> }
    })
}

/// The lines that have a leg on its territory.
fn lines(d: &Dataset, ix: EntityIx) -> impl IntoView + use<> {
    let on_one = d
        .table(Table::Line)
        .any(|line| d.legs_of(line).into_iter().any(|leg| d.leg(leg).territory == ix));
    on_one.then(|| {
        view! {
            <section aria-labelledby="on-lines-heading">
                <h2 id="on-lines-heading">{d.texts().names.lines.clone()}</h2>
                <Strips through=Some(ix) />
                <p class="scheme">"Drawn as a scheme: whose ground it is, not where it is crossed."</p>
            </section>
        }
    })
}

/// Its own dated events and plans.
fn dated(d: &Dataset, ix: EntityIx) -> impl IntoView + use<> {
    let own: Vec<_> = events(d)
        .into_iter()
        .filter(|e| e.is_dated() && e.about.contains(&ix))
        .collect();
    (!own.is_empty()).then(|| view! { <section aria-labelledby="dated-heading"><h2 id="dated-heading">"What is dated"</h2><EventList list=own /></section> })
}

fn section(s: &Section<'_>) -> impl IntoView + use<> {
    let id = format!("section-{}", s.section.id);
    let empty = if s.section.coded {
        "The article does not say."
    } else {
        "Not coded yet."
    };
    let body = if s.statements.is_empty() {
        view! { <p class="is-gap">{empty}</p> }.into_any()
    } else {
        view! { <StatementList list=s.statements.clone() /> }.into_any()
    };
    view! { <section aria-labelledby=id.clone()><h2 id=id.clone()>{s.section.heading.clone()}</h2>{body}</section> }
}

/// What is not said: derived first, then what the register asks. Last on the page, never hidden.
fn gaps(d: &Dataset, ix: EntityIx) -> impl IntoView + use<> {
    let derived = not_said(d, ix)
        .into_iter()
        .map(|m| {
            let text = match m {
                NotSaid::Programme(p) => format!("Whether it takes part in {}.", d.entity(p).long()),
                NotSaid::Permission(g) => format!("Whether it grants anything under “{}”.", d.word(g).word),
            };
            view! { <li>{text}</li> }
        })
        .collect_view();
    let asked = d
        .gaps()
        .filter(|&g| d.gap(g).about.contains(&ix))
        .map(|g| view! { <li data-line="">{text_value(&d.gap(g).id, &d.gap(g).question)}</li> })
        .collect_view();
    (!derived.is_empty() || !asked.is_empty()).then(|| {
        view! {
            <section class="gaps" aria-labelledby="gaps-heading">
                <h2 id="gaps-heading">"What the article leaves open"</h2>
                <ul class="plain is-gap">{derived}{asked}</ul>
            </section>
        }
    })
}
