//! Supply routes: the strips, their legs as a table, permissions by country, and what is assigned to no line.

use atlas::model::Dataset;
use atlas::views::{groups, permission_label, permission_shown, permission_title, permissions_of};
use atlas::{EntityIx, WordIx};
use leptos::prelude::*;
use markup::view;

use super::heading;
use crate::components::{
    CopyTable, LegTable, Legend, MapFigure, MapList, MapNotes, OffLines, SavePicture, ShownValue, StandingReading,
    StatementList, Strips, Value, in_app, page_of, permissions_sheet, text_link,
};
use crate::route::Page;
use crate::state::use_place;

/// The page.
pub fn view(d: &Dataset) -> AnyView {
    let also = d.texts().also_stated.clone();
    let tables = groups(d).into_iter().map(|g| permission_table(d, g)).collect_view();
    let day = use_place().day(d);
    view! {
        {heading("Who allows what, and how firmly")}
        <section class="wide" aria-labelledby="strips-heading">
            <h2 id="strips-heading">{format!("{}, leg by leg", d.texts().names.lines)}</h2>
            <Strips />
            <p class="scheme">"Drawn as a scheme: whose ground it is, not where it is crossed."</p>
            <Legend groups=&["use", "arrangement"] lines=true />
            <LegTable />
            <div class="map-beside">
                <MapFigure of_lines=true />
                <div><h2>"Country by country"</h2><MapList of_lines=true /><OffLines /><MapNotes /></div>
            </div>
            <SavePicture />
        </section>
        {in_app().then(|| view! {
            <section class="wide" aria-labelledby="standing-heading">
                <h2 id="standing-heading">"What the article leaves standing"</h2>
                <StandingReading />
            </section>
        })}
        <section class="wide" aria-labelledby="permissions-heading">
            <h2 id="permissions-heading">"Permissions"</h2>
            {tables}
            <CopyTable sheet=Box::new(move |d| permissions_sheet(d, day)) name=Some("permissions") />
        </section>
        {(!also.is_empty()).then(|| view! {
            <section aria-labelledby="also-heading">
                <h2 id="also-heading">"Also stated, of no line"</h2>
                <p class="lead">"The article assigns these to no line, so they are no leg."</p>
                <StatementList list=also />
            </section>
        })}
        <p class="minor to-print">{text_link(Page::Brief(Some(super::brief::LINES.to_owned())), "A brief of it on one printed page")}</p>
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

fn permission_table(d: &Dataset, group: WordIx) -> impl IntoView + use<> {
    let day = use_place().day(d);
    let rows = granters(d, group)
        .into_iter()
        .map(|c| {
            let values = permissions_of(d, c, Some(group))
                .into_iter()
                .map(|ix| {
                    let p = d.permission(ix);
                    let (title, shown) = (permission_title(d, ix), permission_shown(d, p, day));
                    view! {
                        <li data-line="">
                            <Value id=p.id.clone()><span class="what">{title}</span>" "<ShownValue shown=shown /></Value>
                            <span class="minor">{permission_label(d, ix)}</span>
                        </li>
                    }
                })
                .collect_view();
            let empty = values.is_empty().then(|| view! { <li class="is-gap">"The article does not say."</li> });
            let page = page_of(d, c);
            view! { <div><dt>{text_link(page, &d.entity(c).name)}</dt><dd><ul class="plain">{values}{empty}</ul></dd></div> }
        })
        .collect_view();
    view! { <div class="permission-group"><h3>{d.word(group).word.clone()}</h3><dl class="permissions">{rows}</dl></div> }
}
