//! All that a query finds, group by group, with why, and what became of its words; the query is typed here or in the header's box.

use atlas::model::{Dataset, Target};
use atlas::search::{Chip, Group, Results};
use atlas::views::firmness;
use leptos::prelude::*;
use markup::view;

use super::heading;
use crate::browser;
use crate::components::{Marks, NothingFound, PagesMeant, found_in, hit_text, hit_url};
use crate::route::{Page, Url};
use crate::search_state::{add_recent, keep_recent, recent, use_search};
use crate::state::{use_atlas, use_place};

/// Hits of a group before its fold.
const FOLD: usize = 8;
/// Hits of a group drawn at all; beyond, the reader says more.
const MOST: usize = 100;

/// The page; it follows the query of the address.
pub fn view(_: &Dataset) -> AnyView {
    let (atlas, place, searching) = (use_atlas(), use_place(), use_search());
    let body = move || {
        let d = atlas.data();
        let query = place.setting.with(|url| url.q.clone());
        let results = searching.find(&query)?;
        let asked = !query.trim().is_empty();
        let meant = |first: bool| asked.then(|| view! { <PagesMeant query=query.clone() first=first /> });
        let said = match (asked, results.hits.len()) {
            (false, _) => "Type in the box above.".to_owned(),
            (_, 0) => format!("Nothing here has “{}”.", query.trim()),
            _ => format!("{}.", results.counted()),
        };
        let told = results.sentences();
        let told = (!results.hits.is_empty() && !told.is_empty()).then(|| {
            let told = told.into_iter().map(|said| view! { <li>{said}</li> }).collect_view();
            view! { <ul class="plain told">{told}</ul> }
        });
        let groups = results
            .groups()
            .into_iter()
            .map(|group| self::group(&d, &results, group))
            .collect_view();
        Some(view! {
            <p class="lead" role="status">{said}</p>
            {told}
            {chips(&results.chips)}
            {meant(true)}
            {groups}
            {meant(false)}
            {(asked && results.hits.is_empty()).then(|| view! { <NothingFound query=query.clone() /> })}
            {(!asked).then(|| view! { <Recent /> })}
            {results.hits.is_empty().then(help)}
        })
    };
    view! { {heading("Search")}<Field />{body} }.into_any()
}

/// A field of the page's own, as wide as a question.
#[component]
fn Field() -> impl IntoView {
    let place = use_place();
    let (typed, set_typed) = signal(place.url.with_untracked(|url| url.q.clone()));
    // What was typed and is not in the address yet must not be overwritten by what is.
    let sent = StoredValue::new(None::<String>);
    Effect::new(move |_| {
        let in_address = place.url.with(|url| url.q.clone());
        match sent.get_value() {
            Some(sent_text) if sent_text == in_address => sent.set_value(None),
            Some(_) => {}
            None => set_typed.set(in_address),
        }
    });
    let write = move |text: String| {
        set_typed.set(text.clone());
        sent.set_value(Some(text.clone()));
        let url = place.url.with_untracked(|url| Url {
            q: text,
            ..url.to(Page::Search)
        });
        browser::replace(&url.href());
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" {
            add_recent(&typed.get_untracked());
        }
    };
    view! {
        <div class="search-field">
            <input id="search-field" type="text" autocomplete="off" spellcheck="false" maxlength="200" aria-label="Search for" placeholder="A word, a name, a question"
                prop:value=move || typed.get() on:input=move |event| write(event_target_value(&event)) on:keydown=on_key on:blur=move |_| add_recent(&typed.get_untracked()) />
        </div>
    }
}

/// The reader's last queries, in this browser only and only if they are wanted.
#[component]
fn Recent() -> impl IntoView {
    let place = use_place();
    let (kept, set_kept) = signal(recent());
    let wish = move |wanted: bool| {
        keep_recent(wanted);
        set_kept.set(recent());
    };
    let body = move || {
        match kept.get() {
        None => view! {
            <p class="text">"Your searches are kept nowhere. "<button type="button" class="link" on:click=move |_| wish(true)>"Keep the last eight in this browser"</button></p>
        }
        .into_any(),
        Some(queries) => {
            let rows = queries
                .iter()
                .map(|query| {
                    let href = place.url.with_untracked(|url| Url { q: query.clone(), ..url.to(Page::Search) }.href());
                    view! { <li><a href=href>{query.clone()}</a></li> }
                })
                .collect_view();
            let none = rows.is_empty().then(|| view! { <p class="minor">"None yet."</p> });
            view! {
                <ul class="plain text">{rows}</ul>
                {none}
                <p class="minor">"Kept in this browser, sent nowhere. "<button type="button" class="link" on:click=move |_| wish(false)>"Forget them and keep none"</button></p>
            }
            .into_any()
        }
    }
    };
    view! { <section aria-labelledby="recent-heading"><h2 id="recent-heading">"Your last searches"</h2>{body}</section> }
}

/// What was recognised, each with the way to take it out of the query.
fn chips(chips: &[Chip]) -> impl IntoView + use<> {
    let place = use_place();
    let rows = chips
        .iter()
        .map(|chip| {
            let href = place.url.with_untracked(|url| Url { q: chip.rest.clone(), ..url.to(Page::Search) }.href());
            // What is seen stands in what is said: who speaks to the page can name the link by what they read.
            let label = format!("Take out: {} {}", chip.kind, chip.label);
            view! { <li><a class="chip" href=href aria-label=label><span class="label">{chip.kind.clone()}</span>" "{chip.label.clone()}<span aria-hidden="true">" ×"</span></a></li> }
        })
        .collect_view();
    (!rows.is_empty()).then(|| view! { <ul class="chips" aria-label="Recognised in your query">{rows}</ul> })
}

fn group(d: &Dataset, results: &Results, group: Group) -> impl IntoView + use<> {
    let place = use_place();
    let row = |hit: &atlas::search::Hit| {
        // A statement is a text like everywhere, and its marks lead on; all else has a page.
        if let Target::Statement(ix) = hit.target {
            let text = found_in(&d.statement(ix).text, &results.wanted);
            let tag = firmness(d, ix).map(|word| view! { " "<span class="tag">{word}</span> });
            let of = d.statement(ix).text.clone();
            return view! { <li data-line="" data-says=d.statement(ix).id.clone()><p class="row-text hit">{text}{tag}</p><Marks statements=vec![ix] of=of /></li> }.into_any();
        }
        // What is marked in the text needs no reason.
        let why = Some(hit.why()).filter(|why| !matches!(why.as_str(), "in its name" | "in its text"));
        let why = why.map(|why| view! { <span class="minor">{why}</span> });
        let href = place.url.with_untracked(|from| hit_url(d, from, hit)).href();
        view! { <li><a class="row-text hit" href=href>{hit_text(d, hit, &results.wanted)}</a>{why}</li> }.into_any()
    };
    let first = results.of(group).take(FOLD).map(row).collect_view();
    let rest = results.of(group).skip(FOLD).take(MOST - FOLD).map(row).collect_view();
    let count = results.of(group).count();
    let more = count.saturating_sub(FOLD);
    let cut = (count > MOST)
        .then(|| view! { <p class="minor">{format!("{} more are not listed: add a word.", count - MOST)}</p> });
    let id = format!("group-{}", group as u8);
    let whole = (group == Group::Statements).then(|| {
        let href = place.url.with_untracked(|from| {
            Url {
                q: from.q.clone(),
                ..from.to(Page::Statements)
            }
            .href()
        });
        view! { <a class="go" href=href>"As a table, to narrow"</a> }
    });
    view! {
        <section aria-labelledby=id.clone()>
            <div class="section-head"><h2 id=id.clone()>{group.word()}<span class="count">{format!(" ({count})")}</span></h2>{whole}</div>
            <ul class="rows hits">{first}</ul>
            {(more > 0).then(|| view! { <details class="more"><summary>{format!("{more} more")}</summary><ul class="rows hits">{rest}</ul>{cut}</details> })}
        </section>
    }
}

/// How to ask, where nothing was found or asked.
fn help() -> impl IntoView {
    view! {
        <section aria-labelledby="help-heading">
            <h2 id="help-heading">"How to search"</h2>
            <ul class="plain text">
                <li>"What has all the words stands first; what has those that tell most follows. A beginning is enough."</li>
                <li>"Whole questions will do: who, when, where, how many and why look for their kind of answer."</li>
                <li>"Other names, acronyms, spellings and everyday words count; a word mistyped is read as the nearest that begins with the same two letters, and that is said."</li>
                <li>"Pages are found too: compare, timeline, glossary, handouts, download, cite."</li>
                <li>"“Words in quotation marks” must stand together; a minus leaves out: transit -rail."</li>
                <li>"A year finds what is dated to it."</li>
                <li>{format!("What the article does not say is found as well, under “{}”.", Group::Gaps.word())}</li>
            </ul>
        </section>
    }
}
