//! What stands where a search finds nothing: which word does not occur, the nearest ones that do, and the ways out.

use leptos::prelude::*;
use markup::view;

use super::value::PageLink;
use crate::route::{Page, Url};
use crate::search_state::use_search;
use crate::state::{use_atlas, use_place};

/// The words that are not known, what is searched, and where to go from here.
#[component]
pub fn NothingFound(
    /// What was looked for.
    query: String,
) -> impl IntoView {
    let place = use_place();
    let unknown = use_search().unknown(&query);
    let with = |q: String| {
        place.url.with_untracked(|url| {
            Url {
                q,
                note: None,
                ..url.clone()
            }
            .href()
        })
    };
    let several = query.split_whitespace().count() > 1;
    let words = unknown
        .iter()
        .map(|unknown| {
            let near = unknown
                .nearest
                .iter()
                .map(|near| {
                    let corrected = replaced(&query, &unknown.word, near);
                    view! { <li><a class="button" href=with(corrected)>{near.clone()}</a></li> }
                })
                .collect_view();
            let without = replaced(&query, &unknown.word, "");
            let without = (several && !without.is_empty())
                .then(|| view! { " Without it: "<a href=with(without.clone())>"“"{without}"”"</a>"." });
            view! {
                <p class="lead">"The article, as coded here, does not mention “"<strong>{unknown.word.clone()}</strong>"”."{without}</p>
                {(!near.is_empty()).then(|| view! { <p class="minor">"The nearest words that are:"</p><ul class="buttons">{near}</ul> })}
            }
        })
        .collect_view();
    let apart = unknown.is_empty().then(
        || view! { <p class="lead">"Each of these words occurs, but nowhere as they are asked for together."</p> },
    );
    let statements = use_atlas().data().statements().len();
    view! {
        <div class="nothing">
            {words}
            {apart}
            <p class="minor">"Searched are statements in our own words, and not the article’s text. What the article does not mention is listed under "<PageLink page=Page::Gaps>"What it doesn’t say"</PageLink>"."</p>
            <ul class="ways-out">
                <li><a href=with(String::new())>"Clear the search"</a></li>
                <li><PageLink page=Page::Statements>{format!("All {statements} statements")}</PageLink></li>
                <li><PageLink page=Page::Gaps>"What it doesn’t say"</PageLink></li>
                <li><PageLink page=Page::Themes(None)>"Themes"</PageLink></li>
            </ul>
        </div>
    }
}

/// A query with a word replaced, or left out where nothing replaces it.
fn replaced(query: &str, word: &str, by: &str) -> String {
    let kept = query
        .split_whitespace()
        .map(|part| match atlas::text::fold(part).contains(word) {
            true => by,
            false => part,
        });
    kept.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
