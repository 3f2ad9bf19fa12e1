//! The shell: header, page, margin for the note, footer; and the app's start.

mod address;
mod as_of;
mod footer;
mod header;
mod help;
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "only a browser goes to addresses")
)]
mod needed;

use atlas::Dataset;
use leptos::prelude::*;
use markup::view;

pub use self::address::place_at;
use self::address::unknown_ids;
#[cfg(target_arch = "wasm32")]
use self::address::{address, read, settle};
use self::as_of::AsOfBanner;
use self::footer::Footer;
use self::header::Header;
use self::help::{Help, HelpPanel};
#[cfg(target_arch = "wasm32")]
use self::needed::parts_for;
use crate::browser::{self, Key};
use crate::catalogue;
use crate::components::note::{Note, close};
use crate::components::{EmbedLine, PageLink};
use crate::open_dataset::{OpenDataset, Opening, use_open_dataset};
use crate::pages;
use crate::reader_notes::KeptNotes;
use crate::reader_text::ReaderText;
use crate::route::{Page, Url};
use crate::search_state::SearchState;
use crate::state::{Atlas, Place, provide, use_atlas, use_place};

/// The whole app over a dataset at an address.
#[component]
pub fn App(
    /// The dataset.
    atlas: Atlas,
    /// Where the reader starts.
    place: Place,
) -> impl IntoView {
    provide(atlas, place);
    if use_context::<OpenDataset>().is_none() {
        provide_context(OpenDataset::new(atlas.data()));
    }
    provide_context(ReaderText::new());
    let searching = SearchState::new();
    provide_context(searching);
    searching.prepare();
    provide_context(KeptNotes::new(&atlas.data().about().id));
    let help = Help::new();
    provide_context(help);
    provide_context(Announcer(RwSignal::new(String::new())));
    let open_dataset = use_open_dataset();
    arrivals(atlas, place, open_dataset);
    browser::light_alike();
    browser::on_key(move |key| on_key(atlas, place, help, key));
    let embed = Memo::new(move |_| place.url.with(|url| url.embed));
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        browser::focus_content();
    };
    view! {
        <a class="skip" href="#content" on:click=skip>"Skip to the content"</a>
        <crate::ui::LineDefs />
        {move || (!embed.get()).then(|| view! { <Header /> })}
        <AsOfBanner />
        <div class="layout">
            <main id="content">
                <OtherDataset />
                <Notices />
                {move || {
                    if let Some(name) = open_dataset.awaited() {
                        return pages::awaited(&name);
                    }
                    let page = place.page.get();
                    // A new date makes the page anew; the address's other parts are followed where they are shown. Read, not
                    // tracked: a memo that is tracked before its first reading counts that reading as a change.
                    let _ = (place.as_of.get(), place.vs.get());
                    pages::view(&use_atlas().data(), &page)
                }}
            </main>
            <aside id="margin" class="margin" aria-label="Notes"><Note /></aside>
        </div>
        {move || if embed.get() { view! { <EmbedLine /> }.into_any() } else { view! { <Footer /> }.into_any() }}
        <crate::components::Outlines />
        <HelpPanel />
        <p class="visually-hidden" role="status">{move || expect_context::<Announcer>().0.get()}</p>
    }
}

/// What is announced to screen readers when the page changes.
#[derive(Clone, Copy)]
struct Announcer(RwSignal<String>);

/// Title, announcement and focus when the page or the note changes. The first page is left as it is: the browser announces it.
fn arrivals(atlas: Atlas, place: Place, open_dataset: OpenDataset) {
    let announcer = expect_context::<Announcer>();
    Effect::new(move |before: Option<()>| {
        let page = place.page.get();
        let d = atlas.data();
        let title = match open_dataset.awaited() {
            Some(_) => pages::AWAITED.to_owned(),
            None => catalogue::title(&d, &page),
        };
        browser::set_title(&format!("{title} · {}", d.short_title()));
        if before.is_some() {
            announcer.0.set(title);
        }
    });
}

/// Says that another dataset than the embedded one is open, or that the address is for one that is not.
#[component]
fn OtherDataset() -> impl IntoView {
    let (atlas, place, open_dataset) = (use_atlas(), use_place(), use_open_dataset());
    let banner = open_dataset.from().map(|from| {
        let about = atlas.data().about().clone();
        let warnings = atlas.data().warnings().len();
        let warned = (warnings > 0)
            .then(|| view! { <PageLink page=Page::Open>{if warnings == 1 { "1 warning".to_owned() } else { format!("{warnings} warnings") }}</PageLink>" " });
        view! {
            <div class="notice" role="note">
                <p>"Open: "<strong>{about.title}</strong>", dataset "{about.id}" "{about.version}", from “"{from}"”. "{warned}<button type="button" on:click=move |_| open_dataset.close()>"Back to the embedded atlas"</button></p>
            </div>
        }
    });
    let missing = move || {
        if open_dataset.awaited().is_some() {
            return None;
        }
        place.url.with(|url| open_dataset.missing(url)).map(|wanted| {
            let about = atlas.data().about().clone();
            view! {
                <div class="notice" role="note">
                    <p>"This address is for the dataset "{wanted.chars().take(100).collect::<String>()}"; open is "{about.id}" "{about.version}". What stands here may differ from what was meant. "<PageLink page=Page::Open>"Open a dataset"</PageLink></p>
                </div>
            }
        })
    };
    // The page for opening says it at length.
    let opening = move || {
        match open_dataset.opening() {
        _ if place.page.with(|page| *page == Page::Open) => None,
        Opening::None => None,
        _ if open_dataset.awaited().is_some() || open_dataset.is_closed() => None,
        Opening::Reading(name) => Some(view! { <p role="status">"Reading “"{name}"”…"</p> }.into_any()),
        Opening::Refused(name, _) => Some(
            view! {
                <div class="notice" role="alert">
                    <p>"“"{name}"” was not opened; shown is "{atlas.data().about().title.clone()}". "<PageLink page=Page::Open>"See why"</PageLink>" "<button type="button" on:click=move |_| open_dataset.close_notice()>"Close this notice"</button></p>
                </div>
            }
            .into_any(),
        ),
    }
    };
    view! { {banner}{opening}{missing} }
}

/// What is odd about the address, with what was expected.
#[component]
fn Notices() -> impl IntoView {
    let (atlas, place, open_dataset) = (use_atlas(), use_place(), use_open_dataset());
    // The address whose notices the reader has closed; another one's are told again.
    let closed = RwSignal::new(None::<Url>);
    crate::ui::reactive(move || {
        if closed.with(|closed| closed.as_ref().is_some_and(|of| place.setting.with(|now| now == of))) {
            return None;
        }
        let close = move |_| closed.set(Some(place.setting.get_untracked()));
        let mut notices = place.notices.get();
        if open_dataset.awaited().is_none() {
            notices.extend(place.url.with(|url| unknown_ids(&atlas.data(), url)));
        }
        (!notices.is_empty()).then(|| {
            let rows = notices
                .into_iter()
                .map(|n| view! { <li>"“"{n.key}"” is “"{n.found.chars().take(60).collect::<String>()}"”; expected: "{n.expected}"."</li> })
                .collect_view();
            view! { <div class="notice" role="note"><p>"Part of this address could not be read; the page is shown without it."</p><ul>{rows}</ul><p><button type="button" on:click=close>"Close what was odd"</button></p></div> }
        })
    })
}

fn on_key(atlas: Atlas, place: Place, help: Help, key: Key) -> bool {
    let step = match key {
        Key::Help => {
            help.toggle();
            return true;
        }
        Key::Escape if help.close() => return true,
        Key::Escape => {
            let open = place.note.with_untracked(Option::is_some);
            close(place);
            return open;
        }
        Key::Find => {
            browser::focus_by_id("search");
            return true;
        }
        Key::Left => -1,
        Key::Right => 1,
    };
    let Some(note) = place.note.get_untracked() else {
        return step_page(atlas, place, step);
    };
    match browser::neighbour(&note, step) {
        Some(next) => {
            browser::replace(&place.url.with_untracked(|url| url.with_note(&next).href()));
            true
        }
        None => false,
    }
}

/// Without a note the arrow keys walk the pages that stand in an order: the paragraphs of the source.
fn step_page(atlas: Atlas, place: Place, step: i32) -> bool {
    let page = place.page.get_untracked();
    let next = pages::neighbour(&atlas.data(), &page, step);
    next.is_some_and(|next| {
        browser::go(&place.url.with_untracked(|url| url.to(next).href()));
        true
    })
}

/// Opens a dataset for the app.
pub fn open(json: &str) -> Result<std::sync::Arc<Dataset>, Vec<atlas::Problem>> {
    Dataset::from_json(json).map(std::sync::Arc::new)
}

/// The start page as HTML. Nothing of it depends on time, width or storage; the program replaces it in one task, so the marks that
/// hydration would need are left out.
#[cfg(not(target_arch = "wasm32"))]
pub fn first_view(dataset: std::sync::Arc<Dataset>) -> Result<String, Vec<atlas::Problem>> {
    let owner = Owner::new();
    let html = owner.with(|| {
        provide_context(crate::components::FirstView);
        let place = place_at("", &dataset);
        view! { <App atlas=Atlas::new(dataset) place=place /> }.to_html()
    });
    Ok(html.replace("<!>", ""))
}

/// A page of the app as HTML, as it stands before anything is chosen.
#[cfg(not(target_arch = "wasm32"))]
pub fn page(dataset: std::sync::Arc<Dataset>, fragment: &str) -> Result<String, Vec<atlas::Problem>> {
    let owner = Owner::new();
    let html = owner.with(|| {
        let place = place_at(fragment, &dataset);
        view! { <App atlas=Atlas::new(dataset) place=place /> }.to_html()
    });
    Ok(html.replace("<!>", ""))
}

/// Opens the embedded dataset, then mounts the app over it: several tasks, between which the page can answer.
#[cfg(target_arch = "wasm32")]
pub fn mount() {
    let first = address();
    browser::spawn(async move {
        // The edition of one file may hold a dataset of its own.
        let inside = browser::inside(crate::open_dataset::INSIDE).filter(|text| !text.is_empty());
        let mut opened = Err(Vec::new());
        // What the address needs beyond the first part is on its way while the dataset is read.
        crate::lazy::join_all(vec![
            Box::pin(crate::lazy::load_all(parts_for(&first))),
            Box::pin(async {
                opened = Dataset::open(inside.as_deref().unwrap_or(crate::embedded::DATASET), &browser::rest).await;
            }),
        ])
        .await;
        match opened {
            Ok(dataset) => draw(std::sync::Arc::new(dataset)),
            // It was checked through this very code before; if it fails here the bytes are not those that were saved or built.
            Err(problems) => browser::stop(&format!("the embedded dataset has {} problems", problems.len())),
        }
    });
}

/// Puts the app in place of what the document showed while it was loading.
#[cfg(target_arch = "wasm32")]
fn draw(dataset: std::sync::Arc<Dataset>) {
    let Some(root) = browser::app_root() else {
        return browser::stop("the page has no place for the app");
    };
    let page = read(&browser::fragment(), &dataset).map_or(Page::Overview, |(url, _)| url.page);
    let taken = browser::take_over(&root, page == Page::Overview);
    root.set_text_content(None);
    let handle = leptos::mount::mount_to(root, move || {
        let open_dataset = OpenDataset::new(dataset);
        provide_context(open_dataset);
        // Another dataset takes the whole app's place, and with it the place that the address is followed for.
        let here = StoredValue::new(None::<Place>);
        browser::on_fragment(move |fragment| {
            let Some((url, _)) = read(&fragment, &open_dataset.now()) else {
                return;
            };
            // The page at hand stays until the next one can be drawn, unless the reader has gone elsewhere by then.
            crate::lazy::with_loaded(parts_for(&url), move || {
                if browser::fragment() != fragment {
                    return;
                }
                open_dataset.follow(&url);
                if let (Some(place), Some((url, notices))) = (here.get_value(), read(&fragment, &open_dataset.now())) {
                    arrive(place, url, notices);
                    settle(place, &open_dataset.now());
                }
            });
        });
        let first = place_at(&browser::fragment(), &open_dataset.now());
        browser::restore(&first.url.with_untracked(Url::href));
        open_dataset.follow(&first.url.get_untracked());
        crate::ui::reactive(move || {
            let open = open_dataset.open();
            let place = place_at(&browser::fragment(), &open.dataset);
            here.set_value(Some(place));
            settle(place, &open.dataset);
            view! { <App atlas=Atlas::new(open.dataset) place=place /> }
        })
    });
    handle.forget();
    browser::ready();
    // The note's effect has to have run: it brings a note into view that came with the address.
    leptos::task::spawn_local(async move {
        leptos::task::tick().await;
        taken.give(page != Page::Search);
        // Where the address names a dataset the place is on a page of it, and waits for it.
        if address().data.is_none() {
            browser::find_place();
        }
        browser::keep_place();
    });
}

/// Follows the address bar: the page first, then focus and scroll.
#[cfg(target_arch = "wasm32")]
fn arrive(place: Place, url: Url, notices: Vec<crate::route::Notice>) {
    let before = place.url.get_untracked();
    browser::leave();
    let new_page = before.page != url.page;
    let (href, note) = (url.href(), url.note.clone());
    let new_note = note.is_some() && note != before.note;
    browser::turns_page(new_page);
    place.arrive(url, notices);
    // Effects and the page itself run in the next microtask; the note's place and the focus follow them.
    leptos::task::spawn_local(async move {
        leptos::task::tick().await;
        browser::turns_page(false);
        // A new page takes the place of the old one after the note was put there.
        if let Some(id) = &note {
            browser::place_note(id);
        }
        if browser::restore(&href) {
            return;
        }
        if new_note {
            browser::focus_note();
        } else if new_page {
            browser::focus_heading();
        }
    });
}
