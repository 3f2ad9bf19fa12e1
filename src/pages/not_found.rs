//! The page for an address that leads nowhere: it says so and names the nearest page.

use atlas::model::{Dataset, Table};
use leptos::prelude::*;
use markup::view;

use super::heading;
use crate::catalogue::{exists, nav_word};
use crate::components::{EntityLink, PageLink};
use crate::route::Page;

/// The page.
pub fn view(d: &Dataset, page: &Page) -> AnyView {
    let asked = match page {
        Page::NotFound(path) => path.clone(),
        Page::Country(id) | Page::Programme(id) | Page::Statement(id) => id.clone(),
        Page::Actors(Some(id)) | Page::Themes(Some(id)) | Page::Source(Some(id)) | Page::Brief(Some(id)) => id.clone(),
        other => other.kind().to_owned(),
    };
    let nearest = nearest_entity(d, &asked).map(|ix| view! { <EntityLink ix=ix /> }.into_any());
    let nearest = nearest.unwrap_or_else(|| {
        let page = nearest_page(d, page);
        let word = nav_word(d, &page);
        view! { <PageLink page=page>{word}</PageLink> }.into_any()
    });
    let (first, search) = (nav_word(d, &Page::Overview), nav_word(d, &Page::Search));
    view! {
        {heading("No such page")}
        <p class="lead">"Nothing stands at “"{asked.chars().take(80).collect::<String>()}"” in this atlas."</p>
        <p>"Closest page: "{nearest}"."</p>
        <p class="steps"><PageLink page=Page::Overview>{first}</PageLink><PageLink page=Page::Search>{search}</PageLink></p>
    }
    .into_any()
}

/// The entity whose id or name is nearest, where one is near.
fn nearest_entity(d: &Dataset, asked: &str) -> Option<atlas::EntityIx> {
    let last = atlas::text::fold(asked.rsplit('/').next().unwrap_or(asked));
    let last: String = last.chars().take(64).collect();
    let pages = [Table::Country, Table::Programme];
    let near = pages
        .into_iter()
        .flat_map(|t| d.table(t))
        .map(|ix| (distance(&last, &d.entity(ix).id), ix))
        .min()?;
    (near.0 * 3 <= last.chars().count()).then_some(near.1)
}

/// Of the pages that the dataset has: the one of all of the kind asked for, else the one whose word is nearest.
fn nearest_page(d: &Dataset, asked: &Page) -> Page {
    let kind: String = match asked {
        Page::NotFound(path) => path.split('/').next().unwrap_or_default().chars().take(64).collect(),
        // A page that this dataset has no data for: no other word is meant.
        known if Page::kinds().any(|page| page == known) => return Page::Overview,
        other => other.kind().to_owned(),
    };
    Page::kinds()
        .filter(|page| exists(d, page))
        .min_by_key(|page| distance(&kind, page.kind()))
        .cloned()
        .unwrap_or(Page::Overview)
}

/// Levenshtein distance; both texts are short.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (cell, cb) in row.iter_mut().skip(1).zip(&b) {
            let best = (diagonal + usize::from(ca != *cb)).min(*cell + 1).min(left + 1);
            diagonal = *cell;
            *cell = best;
            left = best;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}
