//! A value is a link that opens its note; an entity is a link to its page or place.

use atlas::EntityIx;
use atlas::model::{Dataset, Table};
use leptos::prelude::*;
use markup::view;

use super::edition::{in_app, is_first_view, note_href};
use crate::route::{LinkStyle, Page};
use crate::state::{use_changed, use_place};

/// A value: a dotted underline that opens the note of `id` beside it, marked wherever that note is open.
#[component]
pub fn Value(
    /// Id whose note it opens: a statement, participation, permission, leg, gap or entity.
    #[prop(into)]
    id: String,
    /// More classes.
    #[prop(optional)]
    class: &'static str,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    let place = use_place();
    let href = note_href(&id);
    let changed = use_changed();
    let (own, differing) = (id.clone(), id.clone());
    let chosen = move || place.note.with(|note| note.as_deref() == Some(own.as_str()));
    let class = format!("value {class}");
    // By it the program finds the value again; what is only read has no use for it.
    let id = (in_app() && !is_first_view()).then_some(id);
    view! {
        <a class=class.trim_end().to_owned() class:is-changed=move || changed.has(&differing) href=href data-value=id aria-current=move || chosen().then_some("true")>
            {children()}
        </a>
    }
}

/// A value that is a text: what most values are.
pub fn text_value(id: &str, text: &str) -> impl IntoView + use<> {
    let text = text.to_owned();
    view! { <Value id=id>{text}</Value> }
}

/// A link to a page whose words are a text.
pub fn text_link(page: Page, text: &str) -> impl IntoView + use<> {
    let text = text.to_owned();
    view! { <PageLink page=page>{text}</PageLink> }
}

/// The page or place of an entity: every entity has one address.
pub fn page_of(d: &Dataset, ix: EntityIx) -> Page {
    let entity = d.entity(ix);
    let id = entity.id.clone();
    match entity.table {
        Table::Country => Page::Country(id),
        Table::Programme => Page::Programme(id),
        Table::Theme => Page::Themes(Some(id)),
        Table::Line => Page::Routes,
        Table::Actor | Table::Place | Table::Document => Page::Actors(Some(id)),
        Table::Event => Page::Timeline,
    }
}

/// A link to an entity's page in the reader's setting.
#[component]
pub fn EntityLink(
    /// The entity.
    ix: EntityIx,
    /// Its acronym instead of its name, where it has one.
    #[prop(optional)]
    short: bool,
) -> impl IntoView {
    let d = crate::state::use_atlas().data();
    let page = page_of(&d, ix);
    let entity = d.entity(ix);
    let text = if short {
        entity.short().to_owned()
    } else {
        entity.name.clone()
    };
    let title = (short && entity.acronym.is_some()).then(|| entity.name.clone());
    view! { <PageLink page=page><span title=title>{text}</span></PageLink> }
}

/// A link to a page that keeps the date and the dataset.
#[component]
pub fn PageLink(
    /// The page.
    page: Page,
    /// It is the page at hand.
    #[prop(optional)]
    current: bool,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    view! { <a href=page_href(page) aria-current=current.then_some("page")>{children()}</a> }
}

/// The address of a page in the reader's setting.
pub fn page_href(page: Page) -> impl Fn() -> String + Clone {
    let place = use_place();
    let app = in_app();
    let fallback = page.href(if app { LinkStyle::App } else { LinkStyle::Plain });
    move || {
        if !app {
            return fallback.clone();
        }
        place
            .url
            .try_with(|url| url.to(page.clone()).href())
            .unwrap_or_else(|| fallback.clone())
    }
}
