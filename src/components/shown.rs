//! An answer as it stands on the page: sign, word, date, basis.

use atlas::Day;
use atlas::model::Dataset;
use atlas::views::{Shown, Subject, permission_title, stand};
use leptos::prelude::*;
use markup::view;

use crate::ui::Sign;

/// Sign, word, since when, and on what basis.
#[component]
pub fn ShownValue(
    /// The answer.
    shown: Shown,
    /// The basis in one word, where it is not that the unit is named.
    #[prop(default = None)]
    basis: Option<String>,
    /// Leave the word to screen readers, where a legend stands by.
    #[prop(optional)]
    sign_only: bool,
) -> impl IntoView {
    let word_class = if sign_only { "word visually-hidden" } else { "word" };
    let date = (!shown.date.is_empty()).then(|| view! { <span class="date">{shown.date.clone()}</span> });
    let reason =
        (!shown.reason.is_empty() && !sign_only).then(|| view! { <span class="reason">{shown.reason.clone()}</span> });
    view! {
        <span class="shown">
            <Sign name=shown.sign.clone() />
            <span class=word_class>{shown.word.clone()}</span>
            {date}
            {basis.map(|word| view! { <span class="basis">{word}</span> })}
            {reason}
        </span>
    }
}

/// What a history is about: "Examplia in the Review Programme", "Main airfield, Examplia".
pub fn subject_name(d: &Dataset, subject: Subject) -> String {
    match subject {
        Subject::Participation(ix) => {
            let p = d.participation(ix);
            let who = match p.who {
                atlas::model::Who::Country(country) => d.entity(country).name.clone(),
                atlas::model::Who::RowWide(scope) => d
                    .word_for("scope", scope.as_str())
                    .map(|w| w.word.clone())
                    .unwrap_or_default(),
            };
            format!("{who} in {}", d.entity(p.programme).short())
        }
        Subject::Permission(ix) => format!(
            "{}, {}",
            permission_title(d, ix),
            d.entity(d.permission(ix).country).name
        ),
    }
}

/// What a history comes to on a day, in words.
pub fn row_name(d: &Dataset, subject: Subject, day: Day) -> String {
    stand(d, subject, day).1.word.to_lowercase()
}
