//! All that a query finds, group by group, with why; the query itself is typed in the header's box.

use atlas::model::Dataset;
use atlas::search::{Chip, Group, Results};
use leptos::prelude::*;
use markup::view;

use super::heading;
use crate::components::{count_words, hit_text, hit_url};
use crate::finder::use_finder;
use crate::route::{Page, Url};
use crate::state::{use_atlas, use_place};

/// Hits of a group before its fold.
const FOLD: usize = 8;
/// Hits of a group drawn at all; beyond, the reader says more.
const MOST: usize = 100;

/// The page; it follows the query of the address.
pub fn view(_: &Dataset) -> AnyView {
    let (atlas, place, finder) = (use_atlas(), use_place(), use_finder());
    let body = move || {
        let d = atlas.data();
        let query = place.setting.with(|url| url.q.clone());
        let results = finder.find(&query)?;
        let said = match (query.trim().is_empty(), results.hits.len(), results.partial) {
            (true, ..) => "Type in the box above.".to_owned(),
            (_, 0, _) => format!("Nothing here has “{}”.", query.trim()),
            (_, n, true) => format!("Nothing has all of these words. {} with most of them.", count_words(n)),
            (_, n, false) => format!("{}.", count_words(n)),
        };
        let groups = results
            .groups()
            .into_iter()
            .map(|group| self::group(&d, &results, group))
            .collect_view();
        Some(view! {
            <p class="lead" role="status">{said}</p>
            {chips(&results.chips)}
            {groups}
            {results.hits.is_empty().then(help)}
        })
    };
    view! { {heading("Search")}{body} }.into_any()
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
        let href = place.url.with_untracked(|from| hit_url(d, from, hit)).href();
        view! { <li><a class="hit" href=href>{hit_text(d, hit, &results.wanted)}</a><span class="minor">{hit.why()}</span></li> }
    };
    let first = results.of(group).take(FOLD).map(row).collect_view();
    let rest = results.of(group).skip(FOLD).take(MOST - FOLD).map(row).collect_view();
    let count = results.of(group).count();
    let more = count.saturating_sub(FOLD);
    let cut = (count > MOST)
        .then(|| view! { <p class="minor">{format!("{} more are not listed: add a word.", count - MOST)}</p> });
    let id = format!("group-{}", group as u8);
    view! {
        <section aria-labelledby=id.clone()>
            <h2 id=id.clone()>{group.word()}<span class="count">{format!(" ({count})")}</span></h2>
            <ul class="plain hits">{first}</ul>
            {(more > 0).then(|| view! { <details class="more"><summary>{format!("{more} more")}</summary><ul class="plain hits">{rest}</ul>{cut}</details> })}
        </section>
    }
}

/// How to ask, where nothing was found or asked.
fn help() -> impl IntoView {
    view! {
        <section aria-labelledby="help-heading">
            <h2 id="help-heading">"How to search"</h2>
            <ul class="plain text">
                <li>"All words must occur; a beginning is enough, and one mistyped letter is forgiven."</li>
                <li>"Other names, acronyms and spellings count as the name."</li>
                <li>"“Words in quotation marks” must stand together; a minus leaves out: transit -rail."</li>
                <li>"A year finds what is dated to it."</li>
                <li>"What the article does not say is found as well, under “Not said”."</li>
            </ul>
        </section>
    }
}
