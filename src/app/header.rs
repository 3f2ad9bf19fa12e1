//! The masthead: the atlas's name, the way to its pages, search; below, which article it is of, and the date.

use leptos::prelude::*;
use markup::view;

use super::as_of::AsOfControl;
use crate::catalogue;
use crate::components::SearchBox;
use crate::reader_notes::use_notes;
use crate::route::Page;
use crate::state::{use_atlas, use_place};
use crate::ui::Popup;

// Of all these, the pages that the dataset has. What has no room in a narrow window stands in the list as well.

/// The main pages; the last is in the list alone where a window is narrow.
const MAIN: [Page; 4] = [Page::Countries, Page::Programmes, Page::Routes, Page::Source(None)];
/// Pages beside the main ones in a wide window.
const BESIDE: [Page; 2] = [Page::Timeline, Page::Compare];
/// The list of all others, by group.
const MORE: [(&str, &[Page]); 3] = [
    (
        "The article",
        &[
            Page::Source(None),
            Page::Timeline,
            Page::Compare,
            Page::Themes(None),
            Page::Actors(None),
            Page::Statements,
            Page::Glossary,
        ],
    ),
    ("Read critically", &[Page::Gaps, Page::Tension, Page::About]),
    ("Yours", &[Page::Notes, Page::Brief(None), Page::Open]),
];

/// The masthead.
#[component]
pub fn Header() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let row = |pages: &[Page]| {
        let rows = pages.iter().filter(|page| catalogue::exists(&d, page)).map(|page| {
            let words = match page {
                // The list has its whole name.
                Page::Source(_) => "The article".to_owned(),
                other => catalogue::nav_word(&d, other),
            };
            view! { <li class=room_for(page)><PlainLink page=page.clone()>{words}</PlainLink></li> }
        });
        rows.collect_view()
    };
    let (main, name) = (row(&MAIN), d.short_title().to_owned());
    let has_beside = BESIDE.iter().any(|page| catalogue::exists(&d, page));
    let beside = has_beside.then(|| view! { <ul class="beside-pages">{row(&BESIDE)}</ul> });
    let on_search = move || place.page.with(|now| *now == Page::Search);
    view! {
        <header class="masthead" class:is-search=on_search>
            <div class="bar">
                <PlainLink page=Page::Overview class="wordmark">{name}</PlainLink>
                <nav aria-label="Main pages"><ul class="main-pages">{main}</ul>{beside}</nav>
                <More />
                <SearchBox />
            </div>
            <div class="imprint-row"><Imprint /><AsOfControl /></div>
        </header>
    }
}

/// The width at which a page of the list has a place outside of it, as a class.
fn room_for(page: &Page) -> Option<&'static str> {
    match page {
        Page::Source(_) => Some("from-medium"),
        Page::Timeline | Page::Compare => Some("from-wide"),
        _ => None,
    }
}

/// All pages but the main ones, in groups.
#[component]
fn More() -> impl IntoView {
    let (atlas, place, notes) = (use_atlas(), use_place(), use_notes());
    let open = RwSignal::new(false);
    let d = atlas.data();
    let link = |page: &Page| {
        let words = catalogue::nav_word(&d, page);
        // How many notes there are follows what the reader does.
        let count = move || Some(notes.count()).filter(|&n| n > 0).map(|n| format!(" ({n})"));
        let count = (*page == Page::Notes).then(|| view! { <span>{count}</span> });
        let close = move |_| open.set(false);
        view! { <li class=room_for(page) on:click=close><PlainLink page=page.clone()>{words}{count}</PlainLink></li> }
    };
    let groups = MORE
        .iter()
        .map(|&(heading, of)| {
            let rows = of
                .iter()
                .filter(|page| catalogue::exists(&d, page))
                .map(link)
                .collect_view();
            view! { <div><p class="label">{heading}</p><ul>{rows}</ul></div> }
        })
        .collect_view();
    let is_here = move || {
        let listed = |now: &Page| {
            let all = MORE.iter().flat_map(|&(_, pages)| pages);
            all.filter(|page| room_for(page).is_none())
                .any(|page| page.kind() == now.kind())
        };
        place.page.with(listed)
    };
    let word = || view! { <span class="when-wide">"More"</span><span class="when-narrow">"Menu"</span> };
    view! {
        <Popup class="menu" id="menu" open=open is_here=Signal::derive(is_here) word=word>
            <nav aria-label="More pages" class="more-pages">{groups}</nav>
        </Popup>
    }
}

/// A link to a page in the reader's setting, which says where it is the page at hand.
#[component]
fn PlainLink(
    /// The page.
    page: Page,
    /// Its class.
    #[prop(optional)]
    class: Option<&'static str>,
    /// Its name.
    children: Children,
) -> impl IntoView {
    let place = use_place();
    let kind = page.kind();
    let href = move || place.url.with(|url| url.to(page.clone()).href());
    let current = move || place.page.with(|now| now.kind() == kind).then_some("page");
    view! { <a class=class href=href aria-current=current>{children()}</a> }
}

/// What this is: an atlas of one article. The subtitle goes first where there is less room, then all but the authors' family names.
#[component]
fn Imprint() -> impl IntoView {
    let d = use_atlas().data();
    let record = d.record();
    let (title, subtitle) = match record.title.split_once(": ") {
        Some((title, subtitle)) => (title.to_owned(), Some(format!(": {subtitle}"))),
        None => (record.title.clone(), None),
    };
    let subtitle = subtitle.map(|words| view! { <span class="from-wide">{words}</span> });
    let of = record.container.as_ref().map(|name| format!(", {name}"));
    view! {
        <p class="when-wide">"An atlas of one article: "<strong>{atlas::cite::authors(&d)}</strong>", “"{title}{subtitle}"”"{of}", "{record.year}"."</p>
        <p class="when-narrow">"From one article: "<strong>{atlas::cite::families(&d)}</strong>", "{record.year}"."</p>
    }
}
