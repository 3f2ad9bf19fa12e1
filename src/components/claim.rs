//! A claim as it stands on the page: sign, word, date, basis. And what stands where nothing is claimed.

use atlas::model::Dataset;
use atlas::views::{Value as Said, claim_of, permission_title};
use atlas::{Claim, Day, Subject};
use leptos::prelude::*;
use markup::view;

use super::mark::Marks;
use crate::state::use_atlas;
use crate::ui::Sign;

/// Sign, word, since when, and on what basis.
#[component]
pub fn ClaimWords(
    /// The claim.
    claim: Claim,
    /// Leave the word to screen readers, where a legend stands by.
    #[prop(optional)]
    sign_only: bool,
) -> impl IntoView {
    let d = use_atlas().data();
    let word_class = if sign_only { "word visually-hidden" } else { "word" };
    let date = match sign_only {
        true => claim.when().years(),
        false => claim.when().words(),
    };
    let date = (!date.is_empty()).then(|| view! { <span class="date">{date}</span> });
    let basis = claim
        .basis_word(&d)
        .map(|word| word.word.clone())
        .filter(|_| !sign_only);
    let reason = Some(claim.reason().to_owned()).filter(|reason| !reason.is_empty() && !sign_only);
    view! {
        <span class="shown">
            <Sign name=claim.sign(&d).to_owned() />
            <span class=word_class>{claim.word(&d).word.clone()}</span>
            {date}
            {basis.map(|word| view! { <span class="basis">{word}</span> })}
            {reason.map(|reason| view! { <span class="reason">{reason}</span> })}
        </span>
    }
}

/// The same for a place of a table, where the source may be silent.
#[component]
pub fn ValueWords(
    /// What stands there.
    value: Said,
    /// Leave the word to screen readers, where a legend stands by.
    #[prop(optional)]
    sign_only: bool,
) -> impl IntoView {
    match value {
        Said::Claimed(claim) => view! { <ClaimWords claim=claim sign_only=sign_only /> }.into_any(),
        Said::Mentioned(mention) => {
            let d = use_atlas().data();
            let word = mention.word(&d).clone();
            let class = if sign_only { "word visually-hidden" } else { "word" };
            view! { <span class="shown is-gap"><Sign name=word.sign.unwrap_or_default() /><span class=class>{word.word}</span></span> }.into_any()
        }
    }
}

/// What a claim is about: "Examplia in the Review Programme", "Main airfield, Examplia".
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
        Subject::Leg(ix) | Subject::Use(ix) => {
            let leg = d.leg(ix);
            format!("{} on the {}", d.entity(leg.territory).name, d.entity(leg.line).name)
        }
    }
}

/// What a subject comes to on a day, in a word.
pub fn row_name(d: &Dataset, subject: Subject, day: Day) -> String {
    let claim = claim_of(d, subject, day);
    claim
        .map(|claim| atlas::views::within(&claim.word(d).word))
        .unwrap_or_default()
}

/// The marks of what stands at one place of a table: each opens the note of the claim, or of the statement where nothing is claimed.
pub fn value_marks(d: &Dataset, value: &Said, of: String) -> AnyView {
    let statements = value.statements();
    match value.claim() {
        Some(claim) => view! { <Marks id=claim.id(d).to_owned() statements=statements of=of /> }.into_any(),
        None => view! { <Marks statements=statements of=of /> }.into_any(),
    }
}
