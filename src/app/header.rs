//! The header: the atlas's name and the way to its pages.

use atlas::model::{Dataset, Table};
use leptos::prelude::*;
use markup::view;

use super::as_of::AsOfControl;
use crate::components::SearchBox;
use crate::pages;
use crate::route::Page;
use crate::state::{use_atlas, use_place};
use crate::tray::use_notes;

/// Pages of the navigation, in order, with what the dataset must have for each.
fn pages_for(d: &Dataset) -> Vec<Page> {
    let has = |table| d.table(table).next().is_some();
    let lenses = d.words_of("lens").next().is_some();
    let all = [
        (Page::Countries, true),
        (Page::Programmes, has(Table::Programme)),
        (Page::Routes, has(Table::Line)),
        (Page::Timeline, has(Table::Event)),
        (Page::Compare, d.countries().len() > 1),
        (Page::Tension, lenses && d.texts().worked_case.is_some()),
        (Page::Actors(None), has(Table::Actor)),
        (Page::Themes(None), true),
        (Page::Source(None), true),
        (Page::Gaps, true),
        (Page::About, true),
    ];
    all.into_iter()
        .filter(|(_, shown)| *shown)
        .map(|(page, _)| page)
        .collect()
}

/// The header.
#[component]
pub fn Header() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let link = move |page: Page, text: String, class: &'static str| {
        let kind = page.kind();
        let href = move || place.url.with(|url| url.to(page.clone()).href());
        let current = move || place.page.with(|now| now.kind() == kind).then_some("page");
        view! { <a class=class href=href aria-current=current>{text}</a> }
    };
    let pages = pages_for(&d)
        .into_iter()
        .map(|page| view! { <li>{link(page.clone(), pages::nav_word(&d, &page), "")}</li> })
        .collect_view();
    let notes = use_notes();
    let collected = move || match notes.count() {
        0 => "Your notes".to_owned(),
        n => format!("Your notes ({n})"),
    };
    let to_notes = move || place.url.with(|url| url.to(Page::Tray).href());
    let on_notes = move || place.page.with(|now| *now == Page::Tray).then_some("page");
    view! {
        <header class="header">
            <div class="brand">{link(Page::Overview, d.short_title().to_owned(), "name")}</div>
            <nav aria-label="Pages"><ul>{pages}<li><a href=to_notes aria-current=on_notes>{collected}</a></li></ul></nav>
            <div class="controls"><SearchBox /><AsOfControl /></div>
        </header>
    }
}
