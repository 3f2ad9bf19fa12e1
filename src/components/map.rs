//! The locator map: where the countries lie that the supply lines concern, filled by what the source says of passage over them.
//!
//! It draws what [`atlas::views::map`] has placed and nothing else: no rails, no roads, no crossings. Every territory that the
//! dataset knows is a link to its note; the key below says in words all that the fillings say.

mod fill;

use atlas::Day;
use atlas::model::Dataset;
use atlas::views::{Dot, KeyRow, Label, LabelKind, LabelSet, Part, PlacedMap, Site, Territory, map};
use leptos::prelude::*;
use markup::view;

use self::fill::{FillDefs, Swatch, fill_of};
use super::note::capital;
use super::value::text_value;
use crate::state::{use_atlas, use_place};

/// The map for the date asked about, with its key; nothing where the dataset has no outlines.
#[component]
pub fn LocatorMap(
    /// The drawing alone: key, airfields and notes stand on the page of the supply lines.
    #[prop(optional)]
    reduced: bool,
) -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let day = place.day(&d);
    figure(&d, day, reduced)
}

fn figure(d: &Dataset, day: Day, reduced: bool) -> Option<impl IntoView + use<>> {
    let placed = map(d, day)?;
    let outlines = d.outlines()?;
    let key = placed.key(d);
    let hash: String = outlines.sha256.chars().take(12).collect();
    let hash = (!hash.is_empty()).then(|| format!(" (sha256 {hash}…)"));
    let words = (!reduced).then(|| {
        view! {
            <div class="map-words">
                <h3>"By arrangement"</h3>
                {key_list(&key)}
                {sites(d, &placed)}
            </div>
            <div class="map-notes">
                <p>{outlines.note.clone()}</p>
                <p>"Outlines: "{outlines.source.clone()}{hash}"."</p>
            </div>
        }
    });
    let scheme = reduced.then(|| {
        let group = first_site(&placed).and_then(|site| site.group);
        let routes = &d.texts().names.routes;
        let numbers = group.map(|g| format!("Numbers: {}, named under “{routes}”. ", d.word(g).word));
        view! { <p class="scheme">"Filled by arrangement, as the lines are drawn; no routes. "{numbers}"Boundaries take no side in any dispute."</p> }
    });
    let drawing = match super::edition::is_first_view() {
        true => blank(&placed).into_any(),
        false => drawing(&placed, &outlines.disputed).into_any(),
    };
    Some(view! {
        <figure class=if reduced { "map is-reduced" } else { "map" }>
            <div class="map-body">
                <div class="map-plate" data-line="">{drawing}</div>
                {words}
                {scheme}
            </div>
        </figure>
    })
}

/// The place of the drawing, kept free for it: nothing moves when it comes.
fn blank(placed: &PlacedMap) -> impl IntoView + use<> {
    let view_box = format!("0 0 {} {}", placed.width, placed.height);
    view! { <svg class="map-drawing" viewBox=view_box aria-hidden="true"></svg> }
}

fn drawing(placed: &PlacedMap, disputed: &[String]) -> impl IntoView + use<> {
    let view_box = format!("0 0 {} {}", placed.width, placed.height);
    let territories = || placed.territories.iter().enumerate();
    let outlines = territories()
        .map(|(n, t)| view! { <path id=outline_id(n) class="map-outline" d=t.path.to_owned() /> })
        .collect_view();
    // Neighbours first, so that their faint borders never lie over those of the lands that the map is about.
    let (around, within): (Vec<_>, Vec<_>) = territories().partition(|(_, t)| t.part == Part::Context);
    let grounds = around
        .into_iter()
        .chain(within)
        .map(|(n, t)| ground(n, t))
        .collect_view();
    let disputed = disputed
        .iter()
        .map(|line| view! { <path class="map-casing" d=line.clone() /><path class="map-disputed" d=line.clone() /> })
        .collect_view();
    let links = territories().filter_map(|(n, t)| territory_link(n, t)).collect_view();
    let labels = placed
        .labels
        .iter()
        .enumerate()
        .map(|(n, set)| label_set(n, set))
        .collect_view();
    let dots = placed.dots.iter().map(dot_link).collect_view();
    view! {
        <FillDefs />
        <svg class="map-drawing" viewBox=view_box role="group" aria-labelledby="map-title" aria-describedby="map-desc">
            <title id="map-title">"Locator map"</title>
            <desc id="map-desc">"Territories by how far the arrangement for passage has come, and places of permissions; the key after the map says the same in words. No routes are drawn."</desc>
            <defs>{outlines}</defs>
            <g aria-hidden="true">{grounds}{disputed}</g>
            <g>{links}</g>
            <g class="map-labels" aria-hidden="true">{labels}</g>
            <g>{dots}</g>
        </svg>
    }
}

fn outline_id(n: usize) -> String {
    format!("map-outline-{n}")
}

/// What a territory stands on: it tells the lands that the map is about from those that only lie there.
fn ground_class(part: Part) -> &'static str {
    match part {
        Part::Context => "is-context",
        Part::End => "is-end",
        Part::Leg | Part::Permission | Part::NotSaid => "is-subject",
    }
}

fn ground(n: usize, t: &Territory) -> impl IntoView + use<> {
    let outline = format!("#{}", outline_id(n));
    let class = format!("map-ground {}", ground_class(t.part));
    let line = if t.part == Part::Context {
        "map-line is-context"
    } else {
        "map-line"
    };
    view! {
        <use class=class href=outline.clone() />
        <use href=outline.clone() fill=fill_of(&t.sign) />
        <use class=line href=outline />
    }
}

/// The link lies over all grounds, so that the mark of focus is never covered by a neighbour.
fn territory_link(n: usize, t: &Territory) -> Option<impl IntoView + use<>> {
    let id = t.note.clone()?;
    let name = t.accessible_name();
    let shape = view! { <g><use class="map-hit" href=format!("#{}", outline_id(n)) /></g> };
    Some(link(id, name, shape.into_any()))
}

/// A value drawn in SVG: it opens a note as [`super::Value`] does.
fn link(id: String, name: String, shape: AnyView) -> impl IntoView {
    let place = use_place();
    let href = super::edition::note_href(&id);
    let own = id.clone();
    let chosen = move || {
        place
            .note
            .with(|note| note.as_deref() == Some(own.as_str()))
            .then_some("true")
    };
    view! {
        <g><a class="map-link" href=href data-value=id aria-label=name aria-current=chosen>{shape}</a></g>
    }
}

fn dot_link(dot: &Dot) -> impl IntoView + use<> {
    let site = &dot.site;
    let words = with_date(&site.words, &site.date);
    let name = format!("{}: {words}; position from {}", site.name, dot.source);
    // A line without length has a round cap of the stroke's width: a dot that keeps its size however wide the map is.
    let point = format!("M{} {}h0", dot.x, dot.y);
    let bar = format!("M{} {}h24", dot.x - 12, dot.y);
    let shape = view! {
        <g class=dot_class(site)>
            <path class="map-dot-hit" d=point.clone() />
            <path class="map-dot-halo" d=point.clone() />
            <path class="map-dot-rim" d=point.clone() />
            <path class="map-dot-core" d=point />
            <path class="map-dot-bar" d=bar />
        </g>
    };
    link(site.note.clone(), name, shape.into_any())
}

/// Full while it may be used, hollow with a bar once that has ended, hollow where it is not known.
fn dot_class(site: &Site) -> &'static str {
    match site.open {
        Some(true) => "map-dot is-open",
        Some(false) => "map-dot is-ended",
        None => "map-dot",
    }
}

fn label_set(n: usize, set: &LabelSet) -> impl IntoView + use<> {
    let size = set.size;
    let texts = set.labels.iter().map(label).collect_view();
    view! { <g class=format!("map-label-set set-{}", n + 1) font-size=size>{texts}</g> }
}

fn label(l: &Label) -> impl IntoView + use<> {
    let class = match l.kind {
        LabelKind::Subject => "map-label is-subject",
        LabelKind::Context => "map-label is-context",
        LabelKind::Dot => "map-label is-dot",
    };
    view! { <text class=class x=l.x y=l.baseline>{l.text.clone()}</text> }
}

/// What each filling means, and who has it.
fn key_list(key: &[KeyRow]) -> impl IntoView + use<> {
    let rows = key
        .iter()
        .map(|row| {
            let names: Vec<String> = row.names.iter().map(|(name, date)| with_date(name, date)).collect();
            view! {
                <div>
                    <dt><Swatch sign=row.sign.clone() ground=ground_class(row.part) /><span>{capital(&row.words)}</span></dt>
                    <dd>{names.join("; ")}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="map-key">{rows}</dl> }
}

/// The first place of the map: what it is there for heads them all.
fn first_site<'a>(placed: &'a PlacedMap<'_>) -> Option<&'a Site> {
    placed.dots.iter().map(|dot| &dot.site).chain(&placed.unplaced).next()
}

/// Places by the numbers that stand beside their dots where there is no room for names; after them those without a position.
fn sites(d: &Dataset, placed: &PlacedMap) -> Option<impl IntoView + use<>> {
    let heading = first_site(placed)?.group.map(|g| d.word(g).word.clone());
    let dots = placed
        .dots
        .iter()
        .map(|dot| site_row(d, &dot.site, format!("position from {}", dot.source)))
        .collect_view();
    let unplaced = placed
        .unplaced
        .iter()
        .map(|site| site_row(d, site, "no position that can be cited, so no dot".to_owned()))
        .collect_view();
    let unplaced = (!unplaced.is_empty()).then(|| view! { <ul class="map-sites">{unplaced}</ul> });
    Some(view! { <h3>{heading}</h3><ol class="map-sites">{dots}</ol>{unplaced} })
}

fn site_row(d: &Dataset, site: &Site, position: String) -> impl IntoView + use<> {
    let country = d.entity(site.place).country.map(|c| format!(", {}", d.entity(c).name));
    let said = format!(
        "{}{}: {}",
        site.name,
        country.unwrap_or_default(),
        with_date(&site.words, &site.date)
    );
    view! {
        <li data-line="">
            <svg class="map-key-dot" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
                <g class=dot_class(site)>
                    <path class="map-dot-rim" d="M7 7h0" /><path class="map-dot-core" d="M7 7h0" /><path class="map-dot-bar" d="M3 7h8" />
                </g>
            </svg>
            {text_value(&site.note, &said)}
            <span class="map-position">{position}</span>
        </li>
    }
}

fn with_date(words: &str, date: &str) -> String {
    if date.is_empty() {
        words.to_owned()
    } else {
        format!("{words}, {date}")
    }
}
