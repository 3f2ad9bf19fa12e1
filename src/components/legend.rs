//! What every sign means: made from the vocabularies, so it is never out of step with the page.

use atlas::model::Dataset;
use leptos::prelude::*;
use markup::view;

use crate::state::use_atlas;
use crate::ui::{LineSign, Sign};

/// The legend of the vocabulary groups named.
#[component]
pub fn Legend(
    /// Groups, in the order shown.
    groups: &'static [&'static str],
    /// Drawn as lines instead of signs.
    #[prop(optional)]
    lines: bool,
) -> impl IntoView {
    let d = use_atlas().data();
    let rows = groups.iter().flat_map(|group| rows(&d, group, lines)).collect_view();
    view! { <details class="legend"><summary>"What the signs mean"</summary><dl class=if lines { "legend-lines" } else { "legend-signs" }>{rows}</dl></details> }
}

fn rows(d: &Dataset, group: &str, lines: bool) -> Vec<AnyView> {
    d.words_of(group)
        .map(|ix| d.word(ix).clone())
        .filter(|word| word.sign.is_some() && word.role != "not-coded")
        .map(|word| {
            let name = word.sign.unwrap_or_default();
            let sign = if lines {
                view! { <LineSign name=name /> }.into_any()
            } else {
                view! { <Sign name=name /> }.into_any()
            };
            view! { <div><dt>{sign}<span>{word.word}</span></dt><dd>{word.sentence}</dd></div> }.into_any()
        })
        .collect()
}
