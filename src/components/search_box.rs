//! The search box of the header: an editable combobox whose list holds the best hits of each group.
//!
//! Pattern: ARIA Authoring Practices, "Editable Combobox With List Autocomplete". Focus stays in the box; the active option is
//! named by `aria-activedescendant`. On the page of all hits the box has no list: the page follows what is typed.

use atlas::search::{Group, Hit, Results};
use leptos::prelude::*;
use markup::view;

use super::hit::{hit_text, hit_url};
use crate::browser;
use crate::finder::use_finder;
use crate::route::{Page, Url};
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

/// "12 results", for the page and for those who do not see the list.
pub fn count_words(n: usize) -> String {
    match n {
        0 => "No result".to_owned(),
        1 => "1 result".to_owned(),
        n => format!("{n} results"),
    }
}

/// The box.
#[component]
pub fn SearchBox() -> impl IntoView {
    let (atlas, place, finder) = (use_atlas(), use_place(), use_finder());
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
        shown.then(|| finder.find(&query)).flatten()
    });
    let listed = move || found.with(|found| found.as_ref().map(best).unwrap_or_default());
    let hrefs = move || -> Vec<String> {
        let d = atlas.data();
        let hits = listed().into_iter().flat_map(|(_, hits)| hits);
        hits.map(|hit| place.url.with_untracked(|from| hit_url(&d, from, &hit)).href())
            .collect()
    };
    let on_focus = move |_| {
        finder.ask();
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
        let count = hrefs().len();
        match event.key().as_str() {
            "ArrowDown" if count > 0 => set_active.update(|at| *at = Some(at.map_or(0, |at| (at + 1) % count))),
            "ArrowUp" if count > 0 => {
                set_active.update(|at| *at = Some(at.map_or(count - 1, |at| (at + count - 1) % count)))
            }
            "Enter" => {
                let chosen = active.get().and_then(|at| hrefs().into_iter().nth(at));
                let href = chosen.unwrap_or_else(|| all_hits(place, &typed.get()).href());
                set_open.set(false);
                // As on a link: with Control, or Command, in a tab of its own.
                match event.ctrl_key() || event.meta_key() {
                    true => browser::open_tab(&href),
                    false => browser::go(&href),
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
                        let choose = move |_| set_open.set(false);
                        // A link, so that it opens in a tab of its own as links do.
                        view! { <li role="presentation"><a href=href tabindex="-1" role="option" id=format!("search-option-{own}") aria-selected=chosen on:mousedown=keep on:click=choose>{hit_text(&d, hit, &results.wanted)}</a></li> }
                    })
                    .collect_view();
                view! { <li role="group" aria-label=group.word()><span class="label" aria-hidden="true">{group.word()}</span><ul role="presentation">{options}</ul></li> }
            })
            .collect_view();
        let total = results.hits.len();
        let all = all_hits(place, &typed.get_untracked()).href();
        Some(view! {
            <div class="search-list">
                <ul role="listbox" id="search-list" aria-label="Results">{groups}</ul>
                <p class="minor"><a href=all tabindex="-1" on:mousedown=move |event: leptos::ev::MouseEvent| event.prevent_default()>{if total == 0 { "No result. How to search".to_owned() } else { format!("All {}", count_words(total)) }}</a></p>
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
