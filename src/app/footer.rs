//! The footer: which dataset this is, what it is drawn from, and the colour scheme.

use leptos::prelude::*;
use markup::view;

use super::help::HelpButton;
use crate::browser::{self, Theme};
use crate::components::{Cite, Embed, PageLink, SaveDataset};
use crate::pages;
use crate::route::Page;
use crate::shelf::{has_files, use_shelf};
use crate::state::{use_atlas, use_place};

/// The footer.
#[component]
pub fn Footer() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let shelf = use_shelf();
    let d = atlas.data();
    let about = d.about().clone();
    // The page itself where the edition has it, else its start.
    let plain = move || {
        let file = place
            .page
            .with(|page| page.plain_file().filter(|_| pages::exists(&atlas.data(), page)));
        format!("plain/{}", file.unwrap_or_else(|| "index.html".to_owned()))
    };
    let what = Signal::derive(move || {
        place
            .page
            .with(|page| format!("page “{}”", pages::title(&atlas.data(), page)))
    });
    view! {
        <footer class="footer">
            <p>{about.title}". Dataset "{about.version}", "{about.date}". "<PageLink page=Page::About>"Method and licence"</PageLink>". "<PageLink page=Page::Open>"Open a dataset"</PageLink>". "<PageLink page=Page::Brief(None)>"To print"</PageLink>". "{has_files().then(|| view! { <a href=plain>"Plain edition"</a>"." })}</p>
            <p class="source">"Drawn from: "{atlas::cite::source(&d)}</p>
            <Cite what=what />
            <Embed />
            <SaveDataset />
            <div class="foot-controls"><button type="button" on:click=move |_| shelf.save_atlas()>"Save this atlas as one file"</button><ThemeChoice /><HelpButton /></div>
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
        <div class="theme" role="group" aria-label="Colours">
            {option(Theme::Auto, "Automatic")}{option(Theme::Light, "Light")}{option(Theme::Dark, "Dark")}
        </div>
    }
}
