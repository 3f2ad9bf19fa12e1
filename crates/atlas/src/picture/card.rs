//! The card of a page: what a chat or a network shows beside a link to it. Title and text, and the map that the page has.
//!
//! Drawn like the pictures to take away, from the same placed geometry. Its text is set in one face, which whoever draws it gives.

use std::fmt::Write as _;

use super::{Palette, Picture, escape, lines, patterns};
use crate::dates::Day;
use crate::index::EntityIx;
use crate::model::{Dataset, Table};
use crate::views::{Drawing, Layer, LineKind, PlacedMap, Tone, layer_of_lines, map, map_of_unit};

/// Width and height, as networks ask for them.
pub const SIZE: (i32, i32) = (1200, 630);
/// Space around everything.
const EDGE: i32 = 64;
/// Where the map begins and ends, and how high it may be.
const MAP: (i32, i32, i32) = (690, 1136, 502);

/// What the card is of, beside its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// A unit, or something else of the dataset.
    Entity(EntityIx),
    /// The supply lines.
    Lines,
    /// The whole atlas.
    Whole,
}

/// The card of a page: its title and text as given, its map for the time of writing.
pub fn card(d: &Dataset, of: Of, title: &str, text: &str, palette: &Palette) -> Picture {
    let placed = placed(d, of, d.vantage_day());
    let plate = placed
        .as_ref()
        .and_then(|placed| Some((placed, placed.drawings.last()?)));
    let mut body = String::new();
    let is_wide = plate.is_none();
    if let Some((placed, drawing)) = plate {
        draw(&mut body, placed, drawing, palette);
    }
    words(&mut body, d, title, text, is_wide);
    let (width, height) = SIZE;
    let style = format!(
        "text{{font-family:Newsreader,Georgia,serif;fill:{ink}}}.minor{{fill:{muted}}}.label{{paint-order:stroke;stroke:{paper};stroke-width:4px;stroke-linejoin:round}}",
        ink = palette.ink,
        muted = palette.muted,
        paper = palette.paper
    );
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\"><style>{}</style><defs>{}</defs>\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/><rect width=\"12\" height=\"{height}\" fill=\"{}\"/>{body}</svg>\n",
        escape(&style),
        patterns::defs(palette),
        escape(&palette.paper),
        escape(&palette.stated)
    );
    Picture { svg, width, height }
}

/// The map that tells most of the page.
fn placed(d: &Dataset, of: Of, day: Day) -> Option<PlacedMap<'_>> {
    match of {
        Of::Entity(unit) if d.entity(unit).table == Table::Country => map_of_unit(d, day, unit),
        Of::Lines => map(d, day, layer_of_lines(d)?, false),
        Of::Entity(_) | Of::Whole => map(d, day, Layer::Tiers, false),
    }
}

/// The atlas's name, the title, and as much of the text as there is room for.
fn words(out: &mut String, d: &Dataset, title: &str, text: &str, is_wide: bool) {
    // By a wide estimate of a character.
    let room = if is_wide { SIZE.0 - 2 * EDGE } else { MAP.0 - EDGE - 40 };
    let holds = |size: i32| usize::try_from(room * 100 / (size * 50)).unwrap_or(1);
    let mut y = EDGE + 24;
    let mut write = |y: i32, size: i32, class: &str, text: &str| {
        let _ = write!(
            out,
            "<text x=\"{EDGE}\" y=\"{y}\" class=\"{class}\" style=\"font-size:{size}px\">{}</text>",
            escape(text)
        );
    };
    write(y, 28, "minor", d.short_title());
    let short = title.chars().count() <= holds(64) * 2;
    let size = if short { 64 } else { 46 };
    y += size + 28;
    for line in lines(title, holds(size)).iter().take(4) {
        write(y, size, "", line);
        y += size * 9 / 8;
    }
    y += 12;
    let rows = lines(text, holds(30));
    let fit = usize::try_from((SIZE.1 - EDGE - y) / 40 + 1).unwrap_or(0);
    for (n, line) in rows.iter().take(fit).enumerate() {
        let is_cut = n + 1 == fit && rows.len() > fit;
        let line = if is_cut {
            format!("{} …", line.trim_end_matches([',', ';', '.']))
        } else {
            line.clone()
        };
        write(y, 30, "", &line);
        y += 40;
    }
}

fn draw(out: &mut String, placed: &PlacedMap<'_>, drawing: &Drawing, palette: &Palette) {
    let (view, plate) = (drawing.frame.view, drawing.frame.plate);
    let (wide, high) = (MAP.1 - MAP.0, MAP.2);
    // In thousandths: the same on every machine.
    let scale = (wide * 1000 / plate.width().max(1)).min(high * 1000 / plate.height().max(1));
    let left = MAP.1 - plate.width() * scale / 1000;
    let top = (SIZE.1 - plate.height() * scale / 1000) / 2;
    let _ = write!(
        out,
        "<g transform=\"translate({left} {top}) scale({}.{:03})\"><svg width=\"{}\" height=\"{}\" viewBox=\"{} {} {} {}\" preserveAspectRatio=\"none\">",
        scale / 1000,
        scale % 1000,
        plate.width(),
        plate.height(),
        view.left,
        view.top,
        view.width(),
        view.height()
    );
    let (rule, ink, stated) = (escape(&palette.rule), escape(&palette.ink), escape(&palette.stated));
    for land in drawing.seen.iter().filter_map(|&at| placed.lands.get(at)) {
        let (fill, opacity, line) = match land.tone {
            Tone::Ground => (&rule, "0.5", &rule),
            Tone::High => (&stated, "0.55", &ink),
            Tone::Middle => (&stated, "0.34", &ink),
            Tone::Low => (&stated, "0.16", &ink),
            Tone::End => (&rule, "1", &ink),
            Tone::Blank | Tone::Broken => (&rule, "0", &ink),
        };
        let _ = write!(
            out,
            "<path d=\"{path}\" fill=\"{fill}\" fill-opacity=\"{opacity}\" stroke=\"{line}\" stroke-width=\"2\"/>",
            path = escape(land.path)
        );
        if land.tone != Tone::Ground && !land.line.is_empty() {
            let _ = write!(
                out,
                "<path d=\"{}\" fill=\"{}\" stroke=\"none\"/>",
                escape(land.path),
                patterns::fill(&land.line, false, &rule)
            );
        }
    }
    for line in placed.disputed {
        let _ = write!(
            out,
            "<path d=\"{}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"2\" stroke-dasharray=\"8 6\"/>",
            escape(line)
        );
    }
    out.push_str("</svg>");
    let labels = drawing.labels.iter().flat_map(|label| &label.lines);
    for line in labels.filter(|line| line.kind != LineKind::Sample) {
        let _ = write!(
            out,
            "<text x=\"{}\" y=\"{}\" class=\"label\" text-anchor=\"middle\" style=\"font-size:{}px\">{}</text>",
            line.x,
            line.y,
            line.size,
            escape(&line.text)
        );
    }
    out.push_str("</g>");
}
