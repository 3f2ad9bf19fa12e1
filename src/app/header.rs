//! The header: the atlas's name and the way to its pages.

use leptos::prelude::*;
use markup::view;

use super::as_of::AsOfControl;
use crate::components::SearchBox;
use crate::pages;
use crate::route::Page;
use crate::state::{use_atlas, use_place};
use crate::tray::use_notes;

/// Pages of the navigation, in order; of these, the ones that the dataset has.
const IN_NAVIGATION: [Page; 11] = [
    Page::Countries,
    Page::Programmes,
    Page::Routes,
    Page::Timeline,
    Page::Compare,
    Page::Tension,
    Page::Actors(None),
    Page::Themes(None),
    Page::Source(None),
    Page::Gaps,
    Page::About,
];

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
    let pages = IN_NAVIGATION
        .into_iter()
        .filter(|page| pages::exists(&d, page))
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
