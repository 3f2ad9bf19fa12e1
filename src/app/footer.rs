//! The footer: the article and the dataset, what can be taken along, and what is chosen for this screen.

use leptos::prelude::*;
use markup::view;

use super::help::HelpButton;
use crate::browser::{self, Theme};
use crate::catalogue;
use crate::components::{Cite, Embed, PageLink, SaveDataset};
use crate::open_dataset::{has_files, use_open_dataset};
use crate::route::Page;
use crate::state::{use_atlas, use_place};

/// The footer.
#[component]
pub fn Footer() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let open_dataset = use_open_dataset();
    let d = atlas.data();
    let about = d.about().clone();
    // The page itself where the edition has it, else its start.
    let plain = move || {
        let file = place
            .page
            .with(|page| page.plain_file().filter(|_| catalogue::exists(&atlas.data(), page)));
        format!("plain/{}", file.unwrap_or_else(|| "index.html".to_owned()))
    };
    let what = Signal::derive(move || {
        place
            .page
            .with(|page| format!("page “{}”", catalogue::title(&atlas.data(), page)))
    });
    // The address within the reference is a link.
    let (source, link) = (atlas::cite::source(&d), atlas::cite::link(&d));
    let parts = link.as_ref().and_then(|link| source.split_once(link.as_str()));
    let source = match (parts, &link) {
        (Some((before, after)), Some(link)) => {
            let words = link.split_once("://").map_or(link.as_str(), |(_, rest)| rest);
            view! { {before.to_owned()}<a href=link.clone()>{words.to_owned()}</a>{after.to_owned()} }.into_any()
        }
        _ => source.clone().into_any(),
    };
    view! {
        <footer class="footer">
            <section aria-labelledby="footer-article">
                <h2 id="footer-article">"The article"</h2>
                <p class="source">{source}</p>
                <p class="minor">"Dataset "{about.version}", "{about.date}". "<PageLink page=Page::About>"Method and licence"</PageLink></p>
            </section>
            <section aria-labelledby="footer-take">
                <h2 id="footer-take">"Take it with you"</h2>
                <ul>
                    <li><Cite what=what /></li>
                    <li><Embed /></li>
                    <li><PageLink page=Page::Brief(None)>"Handouts"</PageLink></li>
                    {has_files().then(|| view! { <li><a href=plain>"Plain edition"</a></li> })}
                    <li><SaveDataset /></li>
                    <li><button type="button" class="link" on:click=move |_| open_dataset.save_atlas()>"Save this atlas as one file"</button></li>
                    <li><PageLink page=Page::Open>"Open a dataset"</PageLink></li>
                </ul>
            </section>
            <section aria-labelledby="footer-screen">
                <h2 id="footer-screen">"On this screen"</h2>
                <ThemeChoice />
                <HelpButton />
            </section>
        </footer>
    }
}

/// Light, dark, or as the system has it.
#[component]
fn ThemeChoice() -> impl IntoView {
    let (chosen, choose) = signal(browser::theme());
    let option = move |theme: Theme, word: &'static str| {
        let pick = move |_| {
            browser::set_theme(theme);
            choose.set(theme);
        };
        view! { <button type="button" aria-pressed=move || (chosen.get() == theme).to_string() on:click=pick>{word}</button> }
    };
    view! {
        <div class="seg" role="group" aria-label="Light or dark">
            {option(Theme::Auto, "Automatic")}{option(Theme::Light, "Light")}{option(Theme::Dark, "Dark")}
        </div>
    }
}
