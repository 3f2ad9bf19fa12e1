//! The search box of the header: an editable combobox whose list holds the best hits of each group.
//!
//! Pattern: ARIA Authoring Practices, "Editable Combobox With List Autocomplete". Focus stays in the box; the active option is
//! named by `aria-activedescendant`. On the page of all hits the box has no list: the page follows what is typed.

use atlas::model::Dataset;
use atlas::search::{Group, Hit, PageHit, Results, count_words};
use leptos::prelude::*;
use markup::view;

use super::hit::{hit_text, hit_url};
use crate::browser;
use crate::route::{Page, Url};
use crate::search_state::{Lead, add_recent, use_search};
use crate::state::{Place, use_atlas, use_place};

/// Hits of one group in the list.
const OF_GROUP: usize = 3;
/// Hits in the list.
const IN_LIST: usize = 10;

/// The hits of the list: the best few of each group, the best group first.
fn best(results: &Results) -> Vec<(Group, Vec<Hit>)> {
    let mut left = IN_LIST;
    let mut out = Vec::new();
    for group in results.groups() {
        let hits: Vec<Hit> = results.of(group).take(OF_GROUP.min(left)).cloned().collect();
        left -= hits.len();
        if !hits.is_empty() {
            out.push((group, hits));
        }
    }
    out
}

/// The page of all hits for what was typed.
fn all_hits(place: Place, typed: &str) -> Url {
    let mut url = place.url.with_untracked(|url| url.to(Page::Search));
    url.q = typed.to_owned();
    url
}

/// A link to a page of the atlas that a query means, or a button that leads to a part of every page.
fn page_lead(place: Place, page: PageHit, lead: &Lead) -> AnyView {
    match lead {
        Lead::Page(to) => {
            let href = place.url.with_untracked(|url| url.to(to.clone()).href());
            view! { <a class="row-text hit" href=href><span class="hit-text">{page.title}</span></a> }.into_any()
        }
        Lead::Part(id) => {
            let id = *id;
            view! { <button type="button" class="link" on:click=move |_| browser::focus_by_id(id)>{page.title}</button><span class="minor">" at the foot of every page"</span> }.into_any()
        }
    }
}

/// The pages that a query means, of those that stand before what is found or after it.
#[component]
pub fn PagesMeant(
    /// What was looked for.
    query: String,
    /// Those that stand before.
    first: bool,
) -> impl IntoView {
    let (place, searching) = (use_place(), use_search());
    let pages = searching
        .pages(&query)
        .into_iter()
        .filter(|(page, _)| page.first == first);
    let rows = pages
        .take(OF_GROUP)
        .map(|(page, lead)| view! { <li>{page_lead(place, page, &lead)}</li> })
        .collect_view();
    let id = if first { "pages-first" } else { "pages-after" };
    (!rows.is_empty()).then(|| view! { <section aria-labelledby=id><h2 id=id>"Pages of this atlas"</h2><ul class="rows hits">{rows}</ul></section> })
}

/// What is chosen in the list.
#[derive(Clone)]
enum Choice {
    /// An address.
    Href(String),
    /// A part of the page, by its id.
    Part(&'static str),
}

impl Choice {
    fn follow(&self) {
        match self {
            Self::Href(href) => browser::go(href),
            Self::Part(id) => browser::focus_by_id(id),
        }
    }
}

/// Where to go from a list with nothing in it.
fn ways_on(place: Place, d: &Dataset, all: String) -> AnyView {
    let keep = move |event: leptos::ev::MouseEvent| event.prevent_default();
    let to = |page: Page| place.url.with_untracked(|url| url.to(page).href());
    let ways = [
        (all, "How to search".to_owned()),
        (to(Page::Gaps), "What it doesn’t say".to_owned()),
        (to(Page::Statements), format!("All {} statements", d.statements().len())),
    ];
    let ways = ways.map(|(href, word)| view! { <a href=href tabindex="-1" on:mousedown=keep>{word}</a>" " });
    view! { "No result. "{ways} }.into_any()
}

/// The box.
#[component]
pub fn SearchBox() -> impl IntoView {
    let (atlas, place, searching) = (use_atlas(), use_place(), use_search());
    let (typed, set_typed) = signal(String::new());
    let (open, set_open) = signal(false);
    let (active, set_active) = signal(None::<usize>);
    // What was typed and is not in the address yet: that is written with a delay, and must not overtake the reader.
    let sent = StoredValue::new(None::<String>);
    // On the page of hits the box says what the address says.
    Effect::new(move |before: Option<Page>| {
        let in_address = place.url.with(|url| url.q.clone());
        let page = place.page.get();
        if page == Page::Search {
            match sent.get_value() {
                Some(sent_text) if sent_text == in_address => sent.set_value(None),
                Some(_) => {}
                None => set_typed.set(in_address),
            }
        }
        // What was looked for is done with once it has led elsewhere.
        if page != Page::Search && before.is_some_and(|before| before != page) {
            set_typed.set(String::new());
        }
        set_open.set(false);
        page
    });
    let found = Memo::new(move |_| {
        let query = typed.get();
        let shown = open.get() && !query.trim().is_empty();
        shown.then(|| searching.find(&query)).flatten()
    });
    let listed = move || found.with(|found| found.as_ref().map(best).unwrap_or_default());
    // Pages that are meant stand first in the list; there is no room for others.
    let pages = move || -> Vec<(PageHit, Lead)> {
        let meant = found
            .with(Option::is_some)
            .then(|| searching.pages(&typed.get_untracked()));
        meant
            .into_iter()
            .flatten()
            .filter(|(page, _)| page.first)
            .take(OF_GROUP)
            .collect()
    };
    let page_choice = move |lead: &Lead| match lead {
        Lead::Page(page) => Choice::Href(place.url.with_untracked(|from| from.to(page.clone()).href())),
        Lead::Part(id) => Choice::Part(id),
    };
    let choices = move || -> Vec<Choice> {
        let d = atlas.data();
        let hits = listed().into_iter().flat_map(|(_, hits)| hits);
        let hits = hits.map(|hit| Choice::Href(place.url.with_untracked(|from| hit_url(&d, from, &hit)).href()));
        pages().iter().map(|(_, lead)| page_choice(lead)).chain(hits).collect()
    };
    let on_focus = move |_| {
        searching.prefetch();
        set_open.set(place.page.get_untracked() != Page::Search);
    };
    let on_input = move |event: leptos::ev::Event| {
        let text = event_target_value(&event);
        set_typed.set(text.clone());
        set_active.set(None);
        if place.page.get_untracked() == Page::Search {
            sent.set_value(Some(text.clone()));
            browser::replace(&all_hits(place, &text).href());
        } else {
            set_open.set(true);
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        // An input method takes Enter and the arrows while it puts a word together.
        if event.is_composing() || event.key_code() == 229 {
            return;
        }
        let count = choices().len();
        match event.key().as_str() {
            "ArrowDown" if count > 0 => set_active.update(|at| *at = Some(at.map_or(0, |at| (at + 1) % count))),
            "ArrowUp" if count > 0 => {
                set_active.update(|at| *at = Some(at.map_or(count - 1, |at| (at + count - 1) % count)))
            }
            "Enter" => {
                let chosen = active.get().and_then(|at| choices().into_iter().nth(at));
                let choice = chosen.unwrap_or_else(|| Choice::Href(all_hits(place, &typed.get()).href()));
                add_recent(&typed.get_untracked());
                set_open.set(false);
                match &choice {
                    // As on a link: with Control, or Command, in a tab of its own.
                    Choice::Href(href) if event.ctrl_key() || event.meta_key() => browser::open_tab(href),
                    _ => choice.follow(),
                }
            }
            "Escape" if open.get() => {
                set_open.set(false);
                event.stop_propagation();
            }
            _ => return,
        }
        event.prevent_default();
    };
    let list = move || {
        let d = atlas.data();
        let results = found.get()?;
        let mut at = 0;
        // The list goes with the focus; a press of the mouse must not take it before the click has come.
        let keep = move |event: leptos::ev::MouseEvent| event.prevent_default();
        let meant = pages()
            .into_iter()
            .map(|(page, lead)| {
                let own = at;
                at += 1;
                let choice = page_choice(&lead);
                let chosen = move || (active.get() == Some(own)).to_string();
                let choose = move |_| {
                    set_open.set(false);
                    choice.follow();
                };
                view! { <li role="option" id=format!("search-option-{own}") aria-selected=chosen on:mousedown=keep on:click=choose>{page.title}</li> }
            })
            .collect_view();
        let meant = (!meant.is_empty()).then(|| view! { <li role="group" aria-label="Pages"><span class="label" aria-hidden="true">"Pages"</span><ul role="presentation">{meant}</ul></li> });
        let groups = best(&results)
            .into_iter()
            .map(|(group, hits)| {
                let options = hits
                    .iter()
                    .map(|hit| {
                        let own = at;
                        at += 1;
                        let href = place.url.with_untracked(|from| hit_url(&d, from, hit)).href();
                        let chosen = move || (active.get() == Some(own)).to_string();
                        // The list goes with the focus; a press of the mouse must not take it before the click has come.
                        let keep = move |event: leptos::ev::MouseEvent| event.prevent_default();
                        let choose = move |_| {
                            add_recent(&typed.get_untracked());
                            set_open.set(false);
                        };
                        // A link, so that it opens in a tab of its own as links do.
                        view! { <li role="presentation"><a href=href tabindex="-1" role="option" id=format!("search-option-{own}") aria-selected=chosen on:mousedown=keep on:click=choose>{hit_text(&d, hit, &results.wanted)}</a></li> }
                    })
                    .collect_view();
                view! { <li role="group" aria-label=group.word()><span class="label" aria-hidden="true">{group.word()}</span><ul role="presentation">{options}</ul></li> }
            })
            .collect_view();
        let all = all_hits(place, &typed.get_untracked()).href();
        let told = results
            .sentences()
            .into_iter()
            .take(OF_GROUP)
            .map(|said| view! { <p class="minor told">{said}</p> })
            .collect_view();
        let on = match results.hits.len() {
            0 => ways_on(place, &d, all),
            1 => view! { <a href=all tabindex="-1" on:mousedown=keep>"The 1 result, on a page"</a> }.into_any(),
            _ => view! { <a href=all tabindex="-1" on:mousedown=keep>{format!("All {}", results.counted())}</a> }
                .into_any(),
        };
        Some(view! {
            <div class="search-list">
                {told}
                <ul role="listbox" id="search-list" aria-label="Results">{meant}{groups}</ul>
                <p class="minor">{on}</p>
            </div>
        })
    };
    let said = move || found.with(|found| found.as_ref().map(|r| count_words(r.hits.len())));
    let shown = move || found.with(Option::is_some);
    Effect::new(move |_| {
        if let Some(at) = active.get() {
            browser::reveal(&format!("search-option-{at}"));
        }
    });
    let active_id = move || active.get().map(|at| format!("search-option-{at}"));
    view! {
        <div class="search" role="search">
            <input id="search" type="text" role="combobox" autocomplete="off" spellcheck="false" aria-label="Search" placeholder="Search" maxlength="200"
                aria-expanded=move || shown().to_string() aria-controls="search-list" aria-autocomplete="list" aria-activedescendant=active_id
                prop:value=move || typed.get() on:input=on_input on:keydown=on_key on:focus=on_focus on:blur=move |_| set_open.set(false) />
            <kbd aria-hidden="true">"/"</kbd>
            {list}
            <span class="visually-hidden" role="status">{said}</span>
        </div>
    }
}
