//! All that a query finds, group by group, with why; the query itself is typed in the header's box.

use atlas::model::{Dataset, Target};
use atlas::search::{Chip, Group, Results};
use atlas::views::firmness;
use leptos::prelude::*;
use markup::view;

use super::heading;
use crate::components::{Marks, NothingFound, count_words, found_in, hit_text, hit_url};
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
        let asked = !query.trim().is_empty();
        let said = match (asked, results.hits.len(), results.partial) {
            (false, ..) => "Type in the box above.".to_owned(),
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
            {(asked && results.hits.is_empty()).then(|| view! { <NothingFound query=query.clone() /> })}
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
                <li>"All words must occur; a beginning is enough, and one mistyped letter is forgiven."</li>
                <li>"Other names, acronyms and spellings count as the name."</li>
                <li>"“Words in quotation marks” must stand together; a minus leaves out: transit -rail."</li>
                <li>"A year finds what is dated to it."</li>
                <li>{format!("What the article does not say is found as well, under “{}”.", Group::Gaps.word())}</li>
            </ul>
        </section>
    }
}
