//! Units: all of them as cards; one of them as a profile.

use atlas::model::{Dataset, Table};
use atlas::roles::{AnswerWord, Mentioned};
use atlas::views::{
    Cell, NotSaid, Section, has_ladder, not_said, open_beside, other_programmes, permitted, profile, within,
};
use atlas::{EntityIx, GapIx};
use leptos::prelude::*;
use markup::view;

use super::{heading, page_head};
use crate::browser;
use crate::components::{
    Cards, EntityLink, Folded, LeftOpen, Legend, MapNotes, Marks, Movements, PageLink, Silhouette, Stair,
    StatementList, Strips, UnitChart, UnitMap, ValueWords, permission_row, silences, text_link, value_marks,
};
use crate::route::Page;
use crate::state::use_place;

/// All units.
pub fn all(d: &Dataset) -> AnyView {
    view! {
        {page_head(d, "countries", &d.texts().units)}
        <Cards top=true />
        <Legend groups=&["state", "arrangement", "answer", "mention"] />
    }
    .into_any()
}

/// One unit.
pub fn one(d: &Dataset, ix: EntityIx) -> AnyView {
    let entity = d.entity(ix);
    let lead = entity.lead.map(|s| {
        let text = d.statement(s).text.clone();
        let as_of = use_place().other_date(d);
        let prefix = as_of.map(|_| format!("Said in {}: ", d.about().vantage.words));
        view! { <p class="lead" data-line="">{prefix}{text.clone()}" "<Marks statements=vec![s] of=text /></p> }
    });
    let sections = profile(d, ix);
    let open = open_beside(d, ix, &sections);
    let beside = |n: Option<usize>| -> Vec<GapIx> {
        let here = open.iter().filter(|(place, _)| *place == n);
        here.map(|(_, gap)| *gap).collect()
    };
    let contents = contents(d, ix, &sections);
    let bodies = sections
        .iter()
        .enumerate()
        .map(|(n, s)| section(d, s, beside(Some(n)), n > 0))
        .collect_view();
    view! {
        {switcher(d, ix)}
        <div class="unit-head">
            <div class="unit-name">
                {heading(entity.name.clone())}
                {lead}
                {has_ladder(d).then(|| view! { <Stair country=ix big=true />{spelt_out(d)} })}
            </div>
            {allowed(d, ix)}
            <UnitMap unit=ix />
        </div>
        <UnitChart unit=ix />
        <div class="unit-body">
            {contents}
            <div class="unit-sections">
                {programmes(d, ix)}
                {lines(d, ix)}
                {bodies}
                {left_open(d, ix, beside(None))}
                <MapNotes />
                <p class="minor to-print">{text_link(Page::Brief(Some(entity.id.clone())), "One-page handout")}</p>
            </div>
        </div>
    }
    .into_any()
}

/// All units, to change from one to another.
fn switcher(d: &Dataset, ix: EntityIx) -> Option<impl IntoView + use<>> {
    let units = d.countries();
    if units.len() < 2 {
        return None;
    }
    let links = units
        .into_iter()
        .map(|unit| {
            let page = Page::Country(d.entity(unit).id.clone());
            let name = d.entity(unit).name.clone();
            let current = unit == ix;
            view! { <li class=if current { "is-current" } else { "" }><PageLink page=page current=current><Silhouette unit=unit />{name}</PageLink></li> }
        })
        .collect_view();
    Some(view! { <nav class="switcher" aria-label=d.texts().units.clone()><ul>{links}</ul></nav> })
}

/// "RP: Review Programme." for each acronym on the steps, the highest first.
fn spelt_out(d: &Dataset) -> impl IntoView + use<> {
    let mut ranked: Vec<EntityIx> = d
        .table(Table::Programme)
        .filter(|&p| d.entity(p).rung.is_some())
        .collect();
    ranked.reverse();
    let named = ranked.into_iter().filter_map(|p| {
        let acronym = d.entity(p).acronym.clone()?;
        Some(format!("{acronym}: {}.", d.entity(p).name))
    });
    let text = named.collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then(|| view! { <p class="minor">{text}</p> })
}

fn allowed(d: &Dataset, ix: EntityIx) -> Option<impl IntoView + use<>> {
    let groups = permitted(d, ix, use_place().day(d));
    if groups.is_empty() {
        return None;
    }
    let rows = groups
        .iter()
        .filter(|of| !of.claims.is_empty())
        .map(|of| {
            let rows = of
                .claims
                .iter()
                .map(|(p, claim)| permission_row(d, *p, claim))
                .collect_view();
            view! { <h3>{d.word(of.group).word.clone()}</h3><ul>{rows}</ul> }
        })
        .collect_view();
    let silent = silences(d, &groups);
    Some(view! {
        <section class="allows">
            <h2 id="allows-heading">"What it allows"</h2>
            {rows}
            {(!silent.is_empty()).then(|| view! { <p class="minor">{silent}</p> })}
            {has_ladder(d).then(|| view! { <Movements of=ix /> })}
        </section>
    })
}

/// Links to the sections of the page, which stay in sight on wide screens.
fn contents(d: &Dataset, ix: EntityIx, sections: &[Section<'_>]) -> impl IntoView + use<> {
    let mut all: Vec<(String, String)> = Vec::new();
    if !other_programmes(d, ix, use_place().day(d)).is_empty() {
        all.push(("programmes-heading".to_owned(), "Other programmes".to_owned()));
    }
    all.extend(sections.iter().map(|s| (section_id(s), section_heading(s))));
    let links = all
        .into_iter()
        .map(|(id, heading)| {
            let go = move |event: leptos::ev::MouseEvent| {
                event.prevent_default();
                browser::focus_by_id(&id);
            };
            let page = use_place().url.with_untracked(crate::route::Url::href);
            view! { <li><a href=page on:click=go>{heading}</a></li> }
        })
        .collect_view();
    crate::components::in_app()
        .then(|| view! { <nav class="contents" aria-label="On this page"><ul>{links}</ul></nav> })
}

/// What is said of it in programmes that are not ranked.
fn programmes(d: &Dataset, ix: EntityIx) -> Option<impl IntoView + use<>> {
    let cells = other_programmes(d, ix, use_place().day(d));
    let rows = cells.iter().map(|cell| programme_row(d, cell)).collect_view();
    (!rows.is_empty()).then(|| {
        view! {
            <section>
                <h2 id="programmes-heading" tabindex="-1">"Other programmes"</h2>
                <ul class="rows">{rows}</ul>
            </section>
        }
    })
}

fn programme_row(d: &Dataset, cell: &Cell) -> impl IntoView + use<> {
    let of = format!(
        "{} in {}: {}",
        d.entity(cell.country).name,
        d.entity(cell.programme).short(),
        within(&cell.value.word(d).word)
    );
    view! {
        <li class="row" data-line="">
            <span class="in-programme"><EntityLink ix=cell.programme /><ValueWords value=cell.value.clone() /></span>
            {value_marks(d, &cell.value, of)}
        </li>
    }
}

/// The lines that have a leg on its territory.
fn lines(d: &Dataset, ix: EntityIx) -> impl IntoView + use<> {
    let on_one = d
        .table(Table::Line)
        .any(|line| d.legs_of(line).into_iter().any(|leg| d.leg(leg).territory == ix));
    on_one.then(|| {
        let id = "on-lines-heading";
        let body = view! { <Strips through=Some(ix) /><p class="scheme">"A diagram, not a map of the route."</p> };
        let titled = titled(id.to_owned(), d.texts().names.lines.clone(), true, body.into_any());
        view! { <section>{titled}</section> }
    })
}

fn section_id(s: &Section<'_>) -> String {
    s.section.map_or_else(
        || "section-other".to_owned(),
        |section| format!("section-{}", section.id),
    )
}

fn section_heading(s: &Section<'_>) -> String {
    s.section
        .map_or_else(|| "Also said".to_owned(), |section| section.heading.clone())
}

/// A heading with what stands below it; on a phone folded to the heading, where more stands than a reader wants to pass by.
fn titled(id: String, name: String, folds: bool, body: AnyView) -> AnyView {
    let heading = view! { <h2 id=id tabindex="-1">{name}</h2> };
    match folds && browser::is_phone() {
        true => view! { <details class="fold"><summary>{heading}</summary>{body}</details> }.into_any(),
        false => view! { {heading}{body} }.into_any(),
    }
}

/// A section: what is said of the unit, then of all, then of a group, or that nothing is; beside it what is left open.
fn section(d: &Dataset, s: &Section<'_>, open: Vec<GapIx>, folds: bool) -> impl IntoView + use<> {
    let id = section_id(s);
    let not_coded = s.section.is_some_and(|section| !section.coded);
    let silent = s.mention.is_silent().then(|| match not_coded {
        true => d.word(d.answer_word(AnswerWord::NotCoded)).sentence.clone(),
        false => s.mention.word(d).sentence.clone(),
    });
    // What stands in another section is repeated where there is nothing else.
    let own = match s.statements.is_empty() && s.of_all.is_empty() {
        true => s.elsewhere.clone(),
        false => s.statements.clone(),
    };
    let own = (!own.is_empty()).then(|| view! { <StatementList list=own /> });
    let word = |mentioned: Mentioned| d.mention_word(mentioned).word.clone();
    let of_all = (!s.of_all.is_empty()).then(|| {
        view! { <h3 class="of-whom">{word(Mentioned::OfAll)}</h3><StatementList list=s.of_all.clone() /> }
    });
    let group = s.of_group.len();
    let of_group = (group > 0).then(|| {
        let summary = format!("{group} said of a group, without its name");
        view! { <Folded list=s.of_group.clone() summary=summary /> }
    });
    let body = view! {
        <div class="with-open">
            <div class="said-list">
                {silent.map(|text| view! { <p class="is-gap">{text}</p> })}
                {own}
                {of_all}
                {of_group}
            </div>
            <LeftOpen list=open />
        </div>
    };
    view! { <section>{titled(id, section_heading(s), folds, body.into_any())}</section> }
}

/// What is not said and belongs beside no section: what no row says first, then what the register asks.
fn left_open(d: &Dataset, ix: EntityIx, asked: Vec<GapIx>) -> Option<impl IntoView + use<>> {
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
    (!derived.is_empty() || !asked.is_empty()).then(|| {
        view! {
            <section>
                <h2 id="gaps-heading">"What else the article leaves open"</h2>
                {(!derived.is_empty()).then(|| view! { <ul class="plain is-gap">{derived}</ul> })}
                {(!asked.is_empty()).then(|| view! { <LeftOpen list=asked /> })}
            </section>
        }
    })
}
