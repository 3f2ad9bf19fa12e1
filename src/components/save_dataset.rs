//! The open dataset as a file: from beside the app where it lies there, else out of the program or of the reader's own hands.

use leptos::prelude::*;
use markup::view;

use super::edition::{beside, in_app};
use super::said::{Said, SaidLine};
use crate::open_dataset::{has_files, use_open_dataset};
use crate::state::use_atlas;

/// A link, or a button where no file lies beside the app.
#[component]
pub fn SaveDataset() -> impl IntoView {
    if has_files() || !in_app() {
        return view! { <p><a href=beside("dataset.json") download="">"Download the dataset (JSON)"</a></p> }
            .into_any();
    }
    let (open_dataset, said) = (use_open_dataset(), Said::new());
    let name = format!("{}.json", use_atlas().data().about().id);
    let save = move |_| {
        said.say(match open_dataset.save_dataset(&name) {
            true => format!("Saved as {name}."),
            false => "This browser does not let the page save.".to_owned(),
        });
    };
    view! { <p class="actions"><button type="button" on:click=save>"Save the dataset (JSON)"</button></p><SaidLine said=said /> }.into_any()
}
