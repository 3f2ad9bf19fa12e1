//! The supply lines and the locator map as one picture to take away: an SVG document as text, from placed geometry.
//!
//! It carries its title, date, key, scheme note and source line with it, since a picture travels alone. Colours come in as a
//! palette; nothing is read from a page. Left out: files, bitmaps.

#[cfg(not(target_arch = "wasm32"))]
pub mod card;
mod patterns;

use std::fmt::Write as _;

use crate::cite;
use crate::dates::Day;
use crate::model::Dataset;
use crate::views::{Drawing, LegView, LineKind, PlacedMap, Strip, Tone, layer_of_lines, map, strips};

/// Width of the picture, in CSS pixels.
pub const WIDTH: i32 = 1200;
/// Space around everything.
const EDGE: i32 = 48;
/// Space for the stop at each end of a line.
const STOP: i32 = 110;
/// Height of a strip.
const STRIP: i32 = 130;
/// Space between the map and its key.
const BESIDE: i32 = 32;

/// Characters that a line of minor text holds over the whole width, by a wide estimate of a character.
const FULL_LINE: usize = 140;
/// Characters that a line of the key holds.
const KEY_LINE: usize = 44;

/// Colours of the picture, as CSS writes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Ground.
    pub paper: String,
    /// Text and lines.
    pub ink: String,
    /// Minor text and what is not said.
    pub muted: String,
    /// Fine rules.
    pub rule: String,
    /// What is stated.
    pub stated: String,
    /// What is ended or attacked.
    pub ended: String,
}

/// A finished picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The SVG document.
    pub svg: String,
    /// Width in CSS pixels.
    pub width: i32,
    /// Height in CSS pixels.
    pub height: i32,
}

/// The supply lines of a dataset for a day, with the map where it has outlines. `date` says the day in words.
pub fn routes(d: &Dataset, day: Day, date: &str, palette: &Palette) -> Picture {
    let mut pen = Pen {
        out: String::new(),
        y: EDGE,
        palette,
    };
    pen.text(EDGE, 20, "title", &format!("{}, {date}", d.texts().names.lines));
    pen.y += 52;
    let strips = strips(d, day);
    for strip in &strips {
        pen.strip(d, strip);
    }
    pen.text(
        EDGE,
        0,
        "minor",
        "Drawn as a scheme: whose ground it is, not where it is crossed.",
    );
    pen.y += 28;
    if let Some(placed) = layer_of_lines(d).and_then(|layer| map(d, day, layer, false)) {
        pen.map(d, &placed);
    }
    let about = d.about();
    for line in [
        format!("Source: {}", cite::source(d)),
        format!(
            "Drawn by {} (dataset {} {}, {}); facts in its own words, CC BY 4.0.",
            d.short_title(),
            about.id,
            about.version,
            about.date
        ),
    ] {
        pen.paragraph(&line);
    }
    let height = pen.y + EDGE - 20;
    Picture {
        svg: document(&pen.out, height, palette),
        width: WIDTH,
        height,
    }
}

fn document(body: &str, height: i32, p: &Palette) -> String {
    let style = format!(
        "text{{font-family:system-ui,sans-serif;font-size:14px;fill:{ink}}}.title{{font-family:Georgia,serif;font-size:29px}}\
         .name{{font-family:Georgia,serif;font-size:20px}}.leg{{font-family:Georgia,serif;font-size:17px}}.minor{{fill:{muted}}}.gap{{fill:{muted};font-style:italic}}\
         .line{{stroke:{ink};stroke-width:3;fill:none}}.thin{{stroke:{ink};stroke-width:1.5;fill:none}}.ended{{stroke:{ended}}}.muted{{stroke:{muted}}}\
         .label{{paint-order:stroke;stroke:{paper};stroke-width:4px}}",
        ink = p.ink,
        muted = p.muted,
        ended = p.ended,
        paper = p.paper
    );
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\"><style>{}</style><defs>{}</defs>\
         <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"{}\"/>{body}</svg>\n",
        escape(&style),
        patterns::defs(p),
        escape(&p.paper)
    )
}

struct Pen<'a> {
    out: String,
    /// Where the next thing stands.
    y: i32,
    palette: &'a Palette,
}

impl Pen<'_> {
    fn text(&mut self, x: i32, down: i32, class: &str, text: &str) {
        self.anchored(x, self.y + down, class, "start", text);
    }

    /// A paragraph in minor text over the whole width; the next thing stands below it.
    fn paragraph(&mut self, text: &str) {
        for line in lines(text, FULL_LINE) {
            self.text(EDGE, 0, "minor", &line);
            self.y += 20;
        }
    }

    fn anchored(&mut self, x: i32, y: i32, class: &str, anchor: &str, text: &str) {
        let _ = write!(
            self.out,
            "<text x=\"{x}\" y=\"{y}\" class=\"{class}\" text-anchor=\"{anchor}\">{}</text>",
            escape(text)
        );
    }

    fn strip(&mut self, d: &Dataset, strip: &Strip) {
        let line = d.entity(strip.line);
        self.text(EDGE, 16, "name", &line.name);
        let (left, right) = (EDGE + STOP, WIDTH - EDGE - STOP);
        let y = self.y + 66;
        self.stop(
            EDGE + STOP / 2,
            y,
            line.ends.0.map(|e| d.entity(e).name.as_str()),
            "origin not said",
        );
        self.stop(
            WIDTH - EDGE - STOP / 2,
            y,
            line.ends.1.map(|e| d.entity(e).name.as_str()),
            "end not said",
        );
        let count = i32::try_from(strip.legs.len()).unwrap_or(1).max(1);
        let width = (right - left) / count;
        for (n, leg) in (0..).zip(&strip.legs) {
            self.leg(d, leg, left + n * width, width, y);
        }
        let extra = strip
            .nothing_before
            .as_ref()
            .map(|date| format!("The article dates nothing on this line before {date}."));
        if let Some(text) = extra {
            self.text(EDGE + STOP, STRIP + 4, "minor", &text);
            self.y += 28;
        }
        self.y += STRIP;
    }

    fn stop(&mut self, x: i32, y: i32, name: Option<&str>, missing: &str) {
        let ink = escape(&self.palette.ink);
        let _ = match name {
            Some(_) => write!(self.out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"6\" fill=\"{ink}\"/>"),
            None => write!(
                self.out,
                "<circle cx=\"{x}\" cy=\"{y}\" r=\"6\" class=\"thin muted\" stroke-dasharray=\"3 3\"/>"
            ),
        };
        self.anchored(
            x,
            y + 24,
            if name.is_some() { "" } else { "gap" },
            "middle",
            name.unwrap_or(missing),
        );
    }

    fn leg(&mut self, d: &Dataset, l: &LegView, x: i32, width: i32, y: i32) {
        let middle = x + width / 2;
        self.anchored(middle, y - 14, "leg", "middle", &d.entity(l.territory).name);
        patterns::line(&mut self.out, l.sign(d), x + 3, x + width - 3, y);
        let date = l.date();
        let date = if date.is_empty() { date } else { format!(", {date}") };
        self.anchored(
            middle,
            y + 24,
            "",
            "middle",
            &format!("{}{date}", l.arrangement_word(d)),
        );
        self.anchored(
            middle,
            y + 43,
            if l.usage.is_some() { "" } else { "gap" },
            "middle",
            l.use_word(d),
        );
    }

    fn map(&mut self, d: &Dataset, placed: &PlacedMap<'_>) {
        let Some(drawing) = placed.drawings.first() else { return };
        let (view, plate) = (drawing.frame.view, drawing.frame.plate);
        let _ = write!(
            self.out,
            "<svg x=\"{EDGE}\" y=\"{}\" width=\"{}\" height=\"{}\" viewBox=\"{} {} {} {}\" preserveAspectRatio=\"none\">",
            self.y,
            plate.width(),
            plate.height(),
            view.left,
            view.top,
            view.width(),
            view.height()
        );
        let (rule, ink) = (escape(&self.palette.rule), escape(&self.palette.ink));
        for land in drawing.seen.iter().filter_map(|&at| placed.lands.get(at)) {
            let line = if land.tone == Tone::Ground { &rule } else { &ink };
            let _ = write!(
                self.out,
                "<path d=\"{}\" fill=\"{}\" stroke=\"{line}\" stroke-width=\"2\"/>",
                escape(land.path),
                patterns::fill(&land.line, land.tone == Tone::Ground, &rule)
            );
        }
        for line in placed.disputed {
            let _ = write!(
                self.out,
                "<path d=\"{}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"2\" stroke-dasharray=\"8 6\"/>",
                escape(line)
            );
        }
        self.out.push_str("</svg>");
        self.labels(drawing);
        self.key(placed, EDGE + plate.width() + BESIDE);
        self.y += plate.height() + 28;
        if let Some(outlines) = d.outlines() {
            self.paragraph(&outlines.note);
            self.paragraph(&format!("Outlines: {}.", outlines.source));
        }
    }

    fn labels(&mut self, drawing: &Drawing) {
        let lines = drawing.labels.iter().flat_map(|label| &label.lines);
        for line in lines.filter(|line| line.kind != LineKind::Sample) {
            let _ = write!(
                self.out,
                "<text x=\"{}\" y=\"{}\" class=\"label\" text-anchor=\"middle\" style=\"font-size:{}px\">{}</text>",
                EDGE + line.x,
                self.y + line.y,
                line.size,
                escape(&line.text)
            );
        }
    }

    fn key(&mut self, placed: &PlacedMap<'_>, x: i32) {
        let mut y = self.y + 16;
        let rule = escape(&self.palette.rule);
        for row in placed.rows() {
            let _ = write!(
                self.out,
                "<svg x=\"{x}\" y=\"{}\" width=\"44\" height=\"26\" viewBox=\"0 0 110 65\"><rect width=\"110\" height=\"65\" fill=\"{}\" stroke=\"{}\" stroke-width=\"2\"/></svg>",
                y - 16,
                patterns::fill(&row.line, false, &rule),
                escape(&self.palette.ink)
            );
            for (n, line) in lines(&row.words, KEY_LINE).iter().enumerate() {
                y += if n == 0 { 0 } else { 19 };
                self.anchored(x + 56, y, "", "start", line);
            }
            for land in row.lands.iter().filter_map(|&at| placed.lands.get(at)) {
                y += 19;
                let text = match land.date.is_empty() {
                    true => land.name.clone(),
                    false => format!("{}, {}", land.name, land.date),
                };
                self.anchored(x + 56, y, "minor", "start", &text);
            }
            y += 32;
        }
    }
}

/// A text in lines of at most so many characters, broken at spaces; a longer word has a line of its own.
fn lines(text: &str, most: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match out
            .last_mut()
            .filter(|line| line.chars().count() + 1 + word.chars().count() <= most)
        {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => out.push(word.to_owned()),
        }
    }
    out
}

/// Text made harmless for SVG, in content and attributes alike.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_leave_its_place() {
        assert_eq!(escape("<script>\"a\" & b"), "&lt;script&gt;&quot;a&quot; &amp; b");
    }

    #[test]
    fn lines_keep_every_word_and_their_length() {
        assert_eq!(lines("one two three", 7), ["one two", "three"]);
        assert_eq!(lines("unbreakable", 3), ["unbreakable"]);
    }
}
