//! The map: one thing at a time for the date asked about, by a switch that is kept in the address, with its key and its words.
//!
//! It draws what [`atlas::views::map`] has placed and nothing else: no rails, no roads, no crossings. Every territory of which the
//! dataset says anything is a link to its page.

mod drawing;
mod glyph;
mod link;

use atlas::Day;
use atlas::model::Dataset;
use atlas::views::{
    KeyEntry, Land, Layer, PlacedMap, Site, Size, layer, layer_of_lines, layers, map, map_of_unit, within,
};
use leptos::prelude::*;
use markup::view;

use self::drawing::{dot_class, drawing, tone_class};
use self::glyph::inline_glyph;
pub use self::link::{mark_link, marks};
use super::edition::in_app;
use crate::state::{use_atlas, use_place};

/// The map with switch, key and caption; nothing where the dataset has no outlines or nothing to show on them.
#[component]
pub fn MapFigure(
    /// With the supply lines beside its widest drawing.
    #[prop(optional)]
    rail: bool,
    /// On a page of the supply lines: it opens on what they rest on.
    #[prop(optional)]
    of_lines: bool,
) -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let day = place.day(&d);
    let opening = opening(&d, of_lines)?;
    let chosen = move |d: &Dataset| chosen(d, place.map.get().as_deref(), opening);
    let date = date_words(&d);
    let title = move || {
        let d = atlas.data();
        format!("{}, {date}", chosen(&d).name(&d))
    };
    let body = move || {
        let d = atlas.data();
        body(&d, day, chosen(&d), rail)
    };
    let unknown = move || {
        let d = atlas.data();
        let id = place.map.get()?;
        let known = layers(&d).iter().any(|layer| layer.id(&d) == id);
        (!known).then(|| {
            let shown = opening.name(&d).to_owned();
            view! { <p class="notice">"This map cannot show “"{id.chars().take(60).collect::<String>()}"”; it shows “"{shown}"”."</p> }
        })
    };
    let switch = in_app().then(|| switch(&d, opening));
    let class = if rail && atlas::views::has_rail(&d) {
        "map has-rail"
    } else {
        "map"
    };
    Some(view! {
        <figure class=class aria-labelledby="map-title">
            <h2 id="map-title" class="map-title">{title}</h2>
            {switch}
            {unknown}
            {body}
        </figure>
    })
}

/// Where one unit lies, with its places and neighbours by name: beside the head of its page, on wide screens.
#[component]
pub fn UnitMap(
    /// The unit.
    unit: atlas::EntityIx,
) -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let placed = map_of_unit(&d, place.day(&d), unit)?;
    let drawings = placed.drawings.iter().map(|of| drawing(&d, &placed, of)).collect_view();
    Some(view! { <div class="map of-unit">{drawings}</div> })
}

/// What a page opens on.
fn opening(d: &Dataset, of_lines: bool) -> Option<Layer> {
    if of_lines { layer_of_lines(d) } else { layer(d, None) }
}

/// What the address asks for, else what the page opens on.
fn chosen(d: &Dataset, id: Option<&str>, opening: Layer) -> Layer {
    let named = id.and_then(|id| layers(d).into_iter().find(|layer| layer.id(d) == id));
    named.unwrap_or(opening)
}

/// "late 1911", or the date asked about.
fn date_words(d: &Dataset) -> String {
    let as_of = use_place().other_date(d);
    as_of.map_or_else(|| d.about().vantage.words.clone(), atlas::AsOf::words)
}

/// One link a layer; nothing where there is no choice.
fn switch(d: &Dataset, opening: Layer) -> Option<impl IntoView + use<>> {
    let (atlas, place) = (use_atlas(), use_place());
    let all = layers(d);
    if all.len() < 2 {
        return None;
    }
    let links = all
        .into_iter()
        .map(|layer| {
            let id = (layer != opening).then(|| layer.id(d).to_owned());
            let href = move || place.url.with(|url| url.with_map(id.as_deref()).href());
            let current =
                move || (chosen(&atlas.data(), place.map.get().as_deref(), opening) == layer).then_some("true");
            view! { <li><a href=href aria-current=current>{layer.name(d).to_owned()}</a></li> }
        })
        .collect_view();
    Some(view! { <nav class="map-switch" aria-label="What the map shows"><ul>{links}</ul></nav> })
}

/// Key, drawings, places and caption.
fn body(d: &Dataset, day: Day, layer: Layer, rail: bool) -> Option<impl IntoView + use<>> {
    let placed = map(d, day, layer, rail)?;
    let drawings = placed.drawings.iter().map(|of| drawing(d, &placed, of)).collect_view();
    let of_rail = placed.drawings.iter().any(|of| of.rail.is_some()).then(|| {
        view! { <span class="of-rail">" The lines are a diagram: whose ground it is, not where it is crossed; the length of a part says nothing."</span> }
    });
    Some(view! {
        {key(d, &placed)}
        <div class="map-plate" data-line="">{drawings}</div>
        {sites(&placed)}
        <figcaption class="map-caption">{caption(d, &placed)}{of_rail}</figcaption>
    })
}

/// What tones, signs and dots mean.
fn key(d: &Dataset, placed: &PlacedMap) -> impl IntoView + use<> {
    let entries = placed
        .key(d)
        .into_iter()
        .map(|entry| match entry {
            KeyEntry::Tone(tone, words) => {
                view! { <li><i class=format!("swatch {}", tone_class(tone)) aria-hidden="true"></i>{words}</li> }
                    .into_any()
            }
            KeyEntry::Sign(sign, words) => view! { <li>{inline_glyph(&sign)}{words}</li> }.into_any(),
            KeyEntry::Dot(open, words) => view! { <li>{key_dot(open)}{words}</li> }.into_any(),
            KeyEntry::WorkedOut => view! { <li><b aria-hidden="true">"*"</b>"worked out"</li> }.into_any(),
        })
        .collect_view();
    view! { <ul class="map-key" aria-label="Key">{entries}</ul> }
}

fn key_dot(open: Option<bool>) -> impl IntoView {
    let bar = (open == Some(false)).then(|| view! { <path d="M1 1 13 13" /> });
    view! {
        <svg class="key-dot" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
            <g class=dot_class(open)><circle cx="7" cy="7" r="5" />{bar}</g>
        </svg>
    }
}

/// Places with what is permitted there: on narrow pages, where the map has their dots alone, and those that have no position.
fn sites(placed: &PlacedMap) -> Option<impl IntoView + use<>> {
    let named = placed
        .drawings
        .iter()
        .filter(|of| of.size != Size::Narrow)
        .all(|of| !of.leads.is_empty());
    let class = if named { "map-sites is-narrow" } else { "map-sites" };
    let rows = |sites: &[Site], note: &str| {
        sites
            .iter()
            .map(|site| {
                let words = format!("{}{note}", site.words.join("; "));
                let marks = marks(&site.note, &site.marks, &site.name);
                let dot = note.is_empty().then(|| key_dot(site.open));
                view! { <li data-line="">{dot}<b>{site.name.clone()}</b>" "<span>{words}</span>{marks}</li> }
            })
            .collect_view()
    };
    if placed.sites.is_empty() && placed.unplaced.is_empty() {
        return None;
    }
    let with = (!placed.sites.is_empty()).then(|| view! { <ul class=class>{rows(&placed.sites, "")}</ul> });
    let without = (!placed.unplaced.is_empty())
        .then(|| view! { <ul class="map-sites">{rows(&placed.unplaced, "; not on the map, since nothing citable gives its position")}</ul> });
    Some(view! { {with}{without} })
}

/// Names in full, what colour means, and whose boundaries they are.
fn caption(d: &Dataset, placed: &PlacedMap) -> String {
    let unit = within(&d.texts().names.unit);
    let mut sentences: Vec<String> = Vec::new();
    match placed.layer {
        Layer::Tiers => {
            let mut steps: Vec<_> = d.entities().filter(|&ix| d.entity(ix).rung.is_some()).collect();
            atlas::order::sort_by_key(&mut steps, |&ix| std::cmp::Reverse(d.entity(ix).rung));
            let steps = steps.into_iter().map(|ix| d.entity(ix));
            sentences.extend(
                steps
                    .filter(|e| e.acronym.is_some())
                    .map(|e| format!("{}: {}.", e.short(), e.name)),
            );
            sentences.push(format!("Colour shows the highest of these that each {unit} is said to take part in; a sign, what is said of a higher one."));
        }
        Layer::Group(_) if !placed.sites.is_empty() => {
            let mut sources: Vec<&str> = Vec::new();
            for mark in d
                .outlines()
                .map(|outlines| outlines.marks.as_slice())
                .unwrap_or_default()
            {
                let source = mark.source.split(',').next().unwrap_or_default();
                if !sources.contains(&source) {
                    sources.push(source);
                }
            }
            sentences.push(format!(
                "Positions are from {}, not from the article.",
                sources.join(" and ")
            ));
        }
        Layer::Group(_) => sentences.push(format!(
            "Colour shows what is said of each {unit}, not where anything travels."
        )),
    }
    sentences.join(" ")
}

/// Whose boundaries the map has, and where its outlines are from.
#[component]
pub fn MapNotes() -> impl IntoView {
    let d = use_atlas().data();
    d.outlines().map(|outlines| {
        let hash: String = outlines.sha256.chars().take(12).collect();
        let hash = (!hash.is_empty()).then(|| format!(" (sha256 {hash}…)"));
        view! {
            <div class="map-notes">
                <p>{outlines.note.clone()}</p>
                <p>"Outlines: "{outlines.source.clone()}{hash}"."</p>
            </div>
        }
    })
}

/// What the map shows, in words: who has which tone, since when and where that is said.
#[component]
pub fn MapList(
    /// On a page of the supply lines: it opens on what they rest on.
    #[prop(optional)]
    of_lines: bool,
) -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let day = place.day(&d);
    let opening = opening(&d, of_lines)?;
    Some(crate::ui::reactive(move || {
        let d = atlas.data();
        let placed = map(&d, day, chosen(&d, place.map.get().as_deref(), opening), false)?;
        let rows = placed
            .rows()
            .into_iter()
            .map(|row| {
                let lands = row.lands.iter().filter_map(|&at| placed.lands.get(at)).map(member).collect_view();
                view! { <div><dt><i class=format!("swatch {}", tone_class(row.tone)) aria-hidden="true"></i>{row.words}</dt>{lands}</div> }
            })
            .collect_view();
        Some(view! { <dl class="map-list">{rows}</dl> })
    }))
}

fn member(land: &Land) -> impl IntoView + use<> {
    let star = if land.is_worked_out { "*" } else { "" };
    let date = if land.date.is_empty() {
        String::new()
    } else {
        format!(", {}", land.date)
    };
    let marks = marks(&land.note, &land.marks, &land.name);
    let text = format!("{}{star}{date}", land.name);
    view! { <dd data-line="">{text}{marks}</dd> }
}
