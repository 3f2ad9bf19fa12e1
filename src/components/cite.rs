//! References to copy: the article for what it says, the atlas for how that is coded, in five formats.

use atlas::StatementIx;
use atlas::cite::{Format, Work, atlas_work, source_work};
use leptos::prelude::*;
use markup::view;

use super::said::{Said, SaidLine};
use crate::browser;
use crate::state::{use_atlas, use_place};

/// Both references, in the format chosen.
#[component]
pub fn Cite(
    /// The statement that is cited; without one, the article as a whole.
    #[prop(default = None)]
    statement: Option<StatementIx>,
    /// What of the atlas is cited: the title of a page, a statement.
    #[prop(into)]
    what: Signal<String>,
) -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let (format, choose) = signal(Format::Plain);
    let said = Said::new();
    let copy = move |text: String| said.copy(text, "Copied.");
    let options = Format::ALL
        .iter()
        .map(|f| view! { <option value=f.name()>{f.name()}</option> })
        .collect_view();
    let pick = move |event: leptos::ev::Event| {
        let name = event_target_value(&event);
        if let Some(chosen) = Format::ALL.into_iter().find(|f| f.name() == name) {
            choose.set(chosen);
            said.say("");
        }
    };
    let article = move || source_work(&atlas.data(), statement).written(format.get());
    let own = move || {
        let d = atlas.data();
        let mut url = place.url.get();
        if let Some(ix) = statement {
            url = url.with_note(&d.statement(ix).id);
        }
        let work: Work = atlas_work(&d, &format!("{}{}", browser::base(), url.href()), &what.get());
        work.written(format.get())
    };
    view! {
        <details class="others cite">
            <summary>"Cite"</summary>
            <p><label>"Format "<select on:change=pick>{options}</select></label></p>
            <p class="label">"The article, for what it says"</p>
            <pre tabindex="0" aria-label="Reference to the article">{article}</pre>
            <button type="button" on:click=move |_| copy(article())>"Copy"<span class="visually-hidden">" the reference to the article"</span></button>
            <p class="label">"This atlas, for how it is coded"</p>
            <pre tabindex="0" aria-label="Reference to this atlas">{own}</pre>
            <button type="button" on:click=move |_| copy(own())>"Copy"<span class="visually-hidden">" the reference to this atlas"</span></button>
            <SaidLine said=said />
        </details>
    }
}
