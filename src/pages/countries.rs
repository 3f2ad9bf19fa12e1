//! Countries: all of them as cards; one of them as a profile.

use atlas::EntityIx;
use atlas::model::{Dataset, Table};
use atlas::roles::{AnswerWord, Mentioned};
use atlas::views::{
    NotSaid, Section, events, has_ladder, not_said, permission_label, permission_title, permitted, profile,
};
use leptos::prelude::*;
use markup::view;

use super::heading;
use crate::components::{
    Cards, ClaimWords, EventList, Legend, LocatorMap, Movements, Stair, StatementList, Strips, Value, text_link,
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
    let sections = profile(d, ix).into_iter().map(|s| section(d, s)).collect_view();
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
    let rows = permitted(d, ix, day)
        .into_iter()
        .map(|of_group| {
            let (g, mention) = (of_group.group, of_group.mention);
            let values = of_group
                .claims
                .into_iter()
                .map(|(p, claim)| {
                    let permission = d.permission(p);
                    let title = permission_title(d, p);
                    view! {
                        <li data-line="">
                            <Value id=permission.id.clone()><span class="what">{title}</span>" "<ClaimWords claim=claim /></Value>
                            <span class="minor">{permission_label(d, p)}</span>
                        </li>
                    }
                })
                .collect_view();
            let empty = values.is_empty().then(|| view! { <li class="is-gap">{mention.word(d).sentence.clone()}</li> });
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
                <LocatorMap reduced=true />
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

fn section(d: &Dataset, s: Section<'_>) -> impl IntoView + use<> {
    let id = s.section.map_or_else(
        || "section-other".to_owned(),
        |section| format!("section-{}", section.id),
    );
    let heading = s
        .section
        .map_or_else(|| "Also said".to_owned(), |section| section.heading.clone());
    let not_coded = s.section.is_some_and(|section| !section.coded);
    let word = s.mention.word(d).sentence.clone();
    let silent = s.mention.is_silent().then(|| match not_coded {
        true => d.word(d.answer_word(AnswerWord::NotCoded)).sentence.clone(),
        false => word,
    });
    let shown_elsewhere = s.statements.is_empty() && s.of_all.is_empty();
    let elsewhere = (shown_elsewhere && !s.elsewhere.is_empty()).then(|| view! { <StatementList list=s.elsewhere /> });
    let own = (!s.statements.is_empty()).then(|| view! { <StatementList list=s.statements /> });
    let all_word = d.mention_word(Mentioned::OfAll).word.clone();
    let of_all = (!s.of_all.is_empty()).then(|| view! { <h3>{all_word}</h3><StatementList list=s.of_all /> });
    view! {
        <section aria-labelledby=id.clone()>
            <h2 id=id.clone()>{heading}</h2>
            {silent.map(|text| view! { <p class="is-gap">{text}</p> })}
            {own}
            {elsewhere}
            {of_all}
        </section>
    }
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
