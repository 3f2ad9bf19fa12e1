//! Signs, 14 px, drawn in the colour of the text. The word stands beside them, so they are hidden from screen readers.

use leptos::prelude::*;
use markup::view;

/// A sign by its name; an unknown name draws the small dot, which asserts least.
#[component]
pub fn Sign(
    /// Name of the sign, as vocabularies give it.
    #[prop(into)]
    name: String,
) -> impl IntoView {
    let shape = match name.as_str() {
        "filled" => view! { <path class="fill ground" d="M1 1H13V13H1Z" /> }.into_any(),
        // Again: filled, with an arrow that comes round.
        "filled-notch" => {
            view! { <path class="fill ground" d="M0 0H14V14H0Z" /><path class="edge out" d="M3.2 7.5A3.9 3.9 0 1 0 5.3 3.8M6.7 1.6 4.9 4.1 7.6 5.6" /> }
                .into_any()
        }
        "filled-ring" => view! { <circle class="edge" cx="7" cy="7" r="5.5" /><circle class="fill" cx="7" cy="7" r="2.6" /> }.into_any(),
        "roof" => view! { <path class="edge" d="M.8 7 7 1.6 13.2 7M3 6V12.6H11V6" /> }.into_any(),
        "own" => view! { <path class="edge" d="M1 1H13V13H1Z" /><path class="fill" d="M4 4H10V10H4Z" /> }.into_any(),
        "helped" => view! { <circle class="edge" cx="7" cy="7" r="6" /><path class="edge" d="M7 4V10M4 7H10" /> }.into_any(),
        "planned" => view! { <path class="edge" d="M1 4.5V1H4.5M9.5 1H13V4.5M13 9.5V13H9.5M4.5 13H1V9.5" /> }.into_any(),
        "former" => view! { <path class="edge" d="M1 1H13V13H1Z" /><path class="fill" d="M1 1H5V13H1Z" /> }.into_any(),
        "hatched" => view! { <path class="edge" d="M1 1H13V13H1Z" /><path class="edge thin" d="M1 6 6 1M1 11 11 1M4 13 13 4M9 13 13 9" /> }.into_any(),
        "hatched-barred" => view! { <path class="bar" d="M4.4 1V13M9.6 1V13" /> }.into_any(),
        "diamond" => view! { <path class="edge" d="M7 .8 13.2 7 7 13.2 .8 7Z" /> }.into_any(),
        "cross" => view! { <path class="edge" d="M2 2 12 12M12 2 2 12" /> }.into_any(),
        "question" => view! { <path class="edge" d="M4 4.6A3 3 0 1 1 7 7.6V9.2" /><circle class="fill" cx="7" cy="12" r="1.1" /> }.into_any(),
        "bracket" => view! { <path class="edge" d="M5 1H2V13H5M9 1H12V13H9" /> }.into_any(),
        "solid" => view! { <path class="edge thick" d="M0 7H14" /> }.into_any(),
        "solid-end" => view! { <path class="edge thick broken" d="M0 7H11M12 2V12" /> }.into_any(),
        "solid-crosses" => view! { <path class="edge thick broken" d="M0 7H14" /><path class="edge broken" d="M4 4 10 10M10 4 4 10" /> }.into_any(),
        "double" => view! { <path class="edge" d="M0 5H14M0 9H14" /> }.into_any(),
        "long-dashes" => view! { <path class="edge thick" d="M0 7H5.5M8.5 7H14" /> }.into_any(),
        "dots" => view! { <circle class="fill" cx="2" cy="7" r="1.3" /><circle class="fill" cx="7" cy="7" r="1.3" /><circle class="fill" cx="12" cy="7" r="1.3" /> }.into_any(),
        "beads" => view! { <circle class="edge" cx="3" cy="7" r="2.2" /><circle class="edge" cx="11" cy="7" r="2.2" /> }.into_any(),
        _ => view! { <circle class="fill" cx="7" cy="7" r="1.25" /> }.into_any(),
    };
    view! { <svg class="sign" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" focusable="false">{shape}</svg> }
}
