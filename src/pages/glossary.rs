//! The glossary: terms in the dataset's own words, each a value of its own.

use atlas::model::Dataset;
use leptos::prelude::*;
use markup::view;

use super::heading;
use crate::components::{anchor, text_value};

/// The page.
pub fn view(d: &Dataset) -> AnyView {
    let rows = d
        .glossary()
        .iter()
        .map(|t| {
            let expansion = t
                .expansion
                .clone()
                .map(|e| view! { <span class="expansion">{e}</span> });
            view! { <div data-line="" id=anchor(&t.id)><dt>{text_value(&t.id, &t.term)}" "{expansion}</dt><dd>{t.meaning.clone()}</dd></div> }
        })
        .collect_view();
    view! { {heading("Glossary")}<p class="lead">"Terms and short forms, as this atlas and the article use them."</p><dl class="glossary">{rows}</dl> }.into_any()
}
