//! One drawing of the map as SVG: grounds, labels, dots with their names, and the supply lines beside it.

use atlas::model::Dataset;
use atlas::views::{
    Drawing, Label, LabelLine, Land, Lead, LineKind, PLACE_NAME_PX, PLACE_WORDS_PX, PlacedMap, SAMPLE, Site, Size, Tone,
};
use leptos::prelude::*;
use markup::view;

use super::glyph::glyph;
use super::link::{land_link, mark_link};
use crate::components::rail::rail;
use crate::components::silhouette::outline_name;
use crate::ui::{Weight, stroke};

/// The class of a tone.
pub fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::High => "l3",
        Tone::Middle => "l2",
        Tone::Low => "l1",
        Tone::Blank => "l0",
        Tone::Broken => "lx",
        Tone::End => "le",
        Tone::Ground => "lg",
    }
}

/// A drawing.
pub fn drawing(d: &Dataset, placed: &PlacedMap, of: &Drawing) -> impl IntoView + use<> {
    let (view, plate) = (of.frame.view, of.frame.plate);
    let class = match of.size {
        Size::Wide => "map-drawing is-wide",
        Size::Middle => "map-drawing is-middle",
        Size::Narrow => "map-drawing is-narrow",
    };
    let seen = || of.seen.iter().filter_map(|&at| Some((at, placed.lands.get(at)?)));
    // Neighbours first, so that their faint borders never lie over those of the lands that the map is about; then units, and last
    // the ring around where lines end.
    let ground = |wanted: fn(&Land) -> bool| {
        seen()
            .filter(move |(_, land)| wanted(land))
            .map(|(at, land)| {
                let class = format!(
                    "land {}{}",
                    tone_class(land.tone),
                    if land.is_unit { " is-unit" } else { "" }
                );
                view! { <use class=class href=format!("#{}", outline_name(at)) /> }
            })
            .collect_view()
    };
    let disputed =
        (!placed.disputed.is_empty()).then(|| view! { <path class="disputed" d=placed.disputed.join("") /> });
    let links = seen()
        .filter(|(_, land)| land.tone != Tone::Ground)
        .filter_map(|(at, land)| {
            let shape = view! { <g><use class="hit" href=format!("#{}", outline_name(at)) /></g> };
            Some(land_link(d, land.entity?, land.accessible_name(), shape.into_any()))
        })
        .collect_view();
    let labels = of
        .labels
        .iter()
        .filter_map(|l| Some(label(d, placed.lands.get(l.land)?, l)))
        .collect_view();
    let dots = of
        .dots
        .iter()
        .zip(&placed.sites)
        .map(|(&at, site)| dot(site, at))
        .collect_view();
    let leads = of
        .leads
        .iter()
        .filter_map(|l| Some(lead(placed.sites.get(l.site)?, l)))
        .collect_view();
    let beside = of.rail.as_ref().map(|r| rail(d, r));
    let view_box = format!("{} {} {} {}", view.left, view.top, view.width(), view.height());
    view! {
        <svg class=class viewBox=format!("0 0 {} {}", of.width, of.height) role="group" aria-label="The map; what it shows stands in words on this page as well">
            <svg x=plate.left y=plate.top width=plate.width() height=plate.height() viewBox=view_box preserveAspectRatio="none">
                <rect class="sea" x=view.left y=view.top width=view.width() height=view.height() />
                <g aria-hidden="true">
                    {ground(|land| land.tone == Tone::Ground && !land.is_unit)}
                    {ground(|land| !matches!(land.tone, Tone::Ground | Tone::End) && !land.is_unit)}
                    {disputed}
                    {ground(|land| land.is_unit && land.tone != Tone::End)}
                    {ground(|land| land.tone == Tone::End)}
                </g>
                {links}
            </svg>
            <g class="map-labels" aria-hidden="true">{labels}</g>
            <g class="map-dots" aria-hidden="true">{dots}</g>
            <g class="map-leads">{leads}</g>
            {beside}
        </svg>
    }
}

fn label(d: &Dataset, land: &Land, l: &Label) -> impl IntoView + use<> {
    let kind = match (land.is_unit, land.tone) {
        (true, _) => "is-unit",
        (false, Tone::Ground) => "is-neighbour",
        (false, _) => "is-other",
    };
    let halo = if l.is_inside { "" } else { " has-halo" };
    let class = format!("map-label on-{} {kind}{halo}", tone_class(l.tone));
    let unit = land
        .entity
        .filter(|_| l.tone != Tone::Ground)
        .map(|ix| d.entity(ix).id.clone());
    let lines = l.lines.iter().map(label_line).collect_view();
    view! { <g class=class data-unit=unit>{lines}</g> }
}

fn label_line(line: &LabelLine) -> AnyView {
    let signs = line.signs.iter().map(|(name, x, y)| glyph(name, *x, *y)).collect_view();
    let class = match line.kind {
        LineKind::Sample => return stroke(&line.text, (line.x - SAMPLE / 2, line.y), SAMPLE, false, Weight::Sample),
        LineKind::Name => "map-name",
        LineKind::Word => "map-word",
    };
    view! { <text class=class x=line.x y=line.y font-size=line.size>{line.text.clone()}</text>{signs} }.into_any()
}

/// The class of a place's dot: full while it may be used, barred once that has ended, broken where it is not known.
pub fn dot_class(open: Option<bool>) -> &'static str {
    match open {
        Some(true) => "map-dot is-open",
        Some(false) => "map-dot is-ended",
        None => "map-dot is-unknown",
    }
}

fn dot(site: &Site, (x, y): (i32, i32)) -> impl IntoView + use<> {
    let bar = (site.open == Some(false)).then(|| view! { <path d=format!("M{} {}l12 12", x - 6, y - 6) /> });
    view! { <g class=dot_class(site.open)><circle cx=x cy=y r="5" />{bar}</g> }
}

fn lead(site: &Site, l: &Lead) -> impl IntoView + use<> {
    let mark = site
        .marks
        .first()
        .map(|&number| mark_link(&site.note, number, &site.name, l.mark));
    let words = (!l.words.is_empty()).then(
        || view! { <text class="map-place-words" x=l.x y=l.words_y font-size=PLACE_WORDS_PX>{l.words.clone()}</text> },
    );
    // Without words the name is no heading.
    let size = if words.is_some() { PLACE_NAME_PX } else { PLACE_WORDS_PX };
    view! {
        <g>
            {(!l.path.is_empty()).then(|| view! { <path class="map-lead" d=l.path.clone() /> })}
            <text class="map-place" x=l.x y=l.name_y font-size=size>{site.name.clone()}</text>
            {words}
            {mark}
        </g>
    }
}
