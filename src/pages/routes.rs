//! Supply routes: the lines leg by leg, the map, who allows what, and a way to try what closing a route leaves.

use atlas::model::{Dataset, Table};
use atlas::views::{groups, permissions_of, within};
use atlas::{EntityIx, Matter, Mention, WordIx, claim, mention};
use leptos::prelude::*;
use markup::view;

use super::page_head;
use crate::components::{
    CopyTable, LegTable, Legend, MapFigure, MapList, MapNotes, Marks, OffLines, SavePicture, StandingReading,
    StatementList, Strips, in_app, page_of, permission_row, permissions_sheet, text_link,
};
use crate::route::Page;
use crate::state::use_place;

/// The page.
pub fn view(d: &Dataset) -> AnyView {
    let also = d.texts().also_stated.clone();
    let tables = groups(d).into_iter().map(|g| permission_group(d, g)).collect_view();
    let day = use_place().day(d);
    let lines = d.table(Table::Line).count();
    let also_heading = if lines == 2 {
        "Also mentioned, on neither line"
    } else {
        "Also mentioned, on no line"
    };
    view! {
        {page_head(d, "routes", "Who allows what, and how firmly")}
        <section class="plain-section" aria-label=d.texts().names.lines.clone()>
            <Strips />
            <p class="scheme">"A diagram, not a map of the route: whose ground it is, not where it is crossed; the length of a part says nothing."</p>
            <Legend groups=&["use", "arrangement"] lines=true />
        </section>
        {match d.outlines() {
            Some(_) => view! {
                <section class="plain-section map-beside">
                    <MapFigure of_lines=true />
                    <div><h2>{format!("{} by {}", d.texts().names.unit, within(&d.texts().names.unit))}</h2><MapList of_lines=true /><OffLines /></div>
                </section>
            }
            .into_any(),
            None => ().into_any(),
        }}
        <section>
            <h2 id="legs-heading">"What each part rests on"</h2>
            <LegTable />
            {d.outlines().is_none().then(|| view! { <OffLines /> })}
            <SavePicture />
        </section>
        <section>
            <h2 id="permissions-heading">"Who allows what"</h2>
            <div class="permission-groups">{tables}</div>
            <CopyTable sheet=Box::new(move |d| permissions_sheet(d, day)) name=Some("permissions") />
        </section>
        {in_app().then(|| view! {
            <section>
                <div class="section-head">
                    <h2 id="standing-heading">"Try closing a route"</h2>
                    <p>"A reading aid, not a claim of the article."</p>
                </div>
                <StandingReading />
            </section>
        })}
        {(!also.is_empty()).then(|| view! {
            <section>
                <div class="section-head">
                    <h2 id="also-heading">{also_heading}</h2>
                    <p>"The article puts these on no line, so they are no part of one."</p>
                </div>
                <StatementList list=also />
            </section>
        })}
        <p class="minor to-print">{text_link(Page::Brief(Some(crate::catalogue::LINES.to_owned())), "One-page handout")}</p>
        <MapNotes />
    }
    .into_any()
}

/// Units first, then others who grant something.
fn granters(d: &Dataset, group: WordIx) -> Vec<EntityIx> {
    let mut out = d.countries();
    for ix in d.permissions() {
        let p = d.permission(ix);
        if d.word(p.kind).role == d.word(group).role && !out.contains(&p.country) {
            out.push(p.country);
        }
    }
    out
}

fn permission_group(d: &Dataset, group: WordIx) -> impl IntoView + use<> {
    let day = use_place().day(d);
    let mut silent: Vec<(Mention, Vec<String>)> = Vec::new();
    let mut rows = Vec::new();
    for granter in granters(d, group) {
        let claims = permissions_of(d, granter, Some(group)).into_iter();
        let claims: Vec<_> = claims
            .filter_map(|ix| Some(permission_row(d, ix, &claim::permission(d, ix, day)?)))
            .collect();
        let name = d.entity(granter).name.clone();
        if claims.is_empty() {
            let said = mention(d, granter, Matter::Permission(group));
            match silent.iter_mut().find(|(known, _)| *known == said) {
                Some((_, names)) => names.push(name),
                None => silent.push((said, vec![name])),
            }
            continue;
        }
        let page = page_of(d, granter);
        rows.push(view! { <li><h4>{text_link(page, &name)}</h4><ul>{claims.collect_view()}</ul></li> });
    }
    let silent = silent
        .into_iter()
        .map(|(said, names)| {
            let words = format!("{}: {}.", said.word(d).word, names.join(", "));
            let rests = said.statements().to_vec();
            view! { <p class="minor" data-line="">{words.clone()}" "<Marks statements=rests of=words /></p> }
        })
        .collect_view();
    let heading = format!("group-{}", d.word(group).id);
    view! { <div class="permission-group" id=heading><h3>{d.word(group).word.clone()}</h3><ul>{rows.collect_view()}</ul>{silent}</div> }
}
