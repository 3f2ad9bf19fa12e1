//! Names and words on the map: each wholly within its land and clear of all others, or else with a halo over the border.
//!
//! What is said in a land is tried from the fullest wording to the shortest, and the first that has room is taken. Left out: how
//! labels are drawn; places, which are led out (`leads`).

use super::super::text_width::{Face, text_width};
use super::ground::{CELL, Ground, Room, Spot, height, lines_at};
use super::land::{Land, Tone};
use super::outline::Rect;

/// Sizes of type in one drawing, in its pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// Names of units that have much room, in serif.
    pub large: i32,
    /// From how many pixels of land on a unit is one of them.
    pub large_from: i32,
    /// Names of other units, in serif.
    pub name: i32,
    /// Names of other lands that are spoken of, in bold sans.
    pub other: i32,
    /// Names of neighbours.
    pub neighbour: i32,
    /// Words.
    pub word: i32,
    /// Whether samples of lines are shown.
    pub samples: bool,
}

/// Side of a sign, in pixels of the drawing.
pub const SIGN: i32 = 12;
/// Width of a sample of a line.
pub const SAMPLE: i32 = 36;
/// Height of a sample of a line.
const SAMPLE_HIGH: i32 = 11;
/// Between a word and a sign.
const SPACE: i32 = 5;
/// What is kept free around a line of text.
const CLEAR: i32 = 3;
/// The smallest type.
const LEAST: i32 = 12;
/// A distance to the border at which a label does not look squeezed: every wording is tried with it before any with less.
const COMFORTABLE: i32 = 5;

/// What a line of a label is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// The name.
    Name,
    /// A sample of the line style of an arrangement.
    Sample,
    /// What is said.
    Word,
}

/// A line of a label in its place, in pixels of the drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelLine {
    /// What it is.
    pub kind: LineKind,
    /// The text; the name of the line style for a sample.
    pub text: String,
    /// Size of type.
    pub size: i32,
    /// Middle of the text or the sample.
    pub x: i32,
    /// Baseline of the text, middle of the sample.
    pub y: i32,
    /// Signs before and after the text: their names and upper left corners.
    pub signs: Vec<(String, i32, i32)>,
    /// What it covers.
    pub covers: Rect,
}

/// A label in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Place of its land in the map's list.
    pub land: usize,
    /// The tone it stands on.
    pub tone: Tone,
    /// Whether it lies wholly in its land; else it needs a halo.
    pub is_inside: bool,
    /// Its lines, from the top.
    pub lines: Vec<LabelLine>,
}

impl Label {
    /// The rectangle that holds all its lines.
    pub fn covers(&self) -> Rect {
        let all = self
            .lines
            .iter()
            .map(|line| line.covers)
            .reduce(|all, line| all.with(&line));
        all.unwrap_or(Rect::at(0, 0, 0, 0))
    }
}

/// A line that a label wishes for.
#[derive(Clone, Debug)]
struct Wish {
    kind: LineKind,
    text: String,
    before: Option<String>,
    after: Vec<String>,
}

impl Wish {
    fn word(text: impl Into<String>) -> Self {
        Self {
            kind: LineKind::Word,
            text: text.into(),
            before: None,
            after: Vec::new(),
        }
    }
}

/// Labels of some of the lands: of units from the smallest on, then of other lands that are spoken of, then of neighbours. What
/// covers `ground` already stays clear.
pub(super) fn labels(lands: &[Land], wanted: &[usize], ground: &mut Ground, sizes: Sizes) -> Vec<Label> {
    let areas = ground.areas();
    let area = |at: usize| areas.get(at).copied().unwrap_or_default() * CELL * CELL;
    let mut order: Vec<(usize, &Land)> = wanted.iter().filter_map(|&at| Some((at, lands.get(at)?))).collect();
    order.retain(|(at, _)| area(*at) > 0);
    crate::order::sort_by_key(&mut order, |(at, land)| match (land.is_unit, land.tone) {
        (true, _) => (0, area(*at)),
        (false, Tone::Ground) => (2, i32::try_from(*at).unwrap_or_default()),
        (false, _) => (1, area(*at)),
    });
    let mut out = Vec::new();
    for (at, land) in order {
        let Some(room) = ground.room(at) else { continue };
        if let Some(label) = label(at, land, ground, &room, area(at), sizes) {
            for line in &label.lines {
                ground.take(&line.covers.grown(CLEAR));
            }
            out.push(label);
        }
    }
    out
}

fn label(at: usize, land: &Land, ground: &Ground, room: &Room, area: i32, sizes: Sizes) -> Option<Label> {
    let is_neighbour = !land.is_unit && land.tone == Tone::Ground;
    let size = match (land.is_unit, is_neighbour) {
        (true, _) if area >= sizes.large_from => sizes.large,
        (true, _) => sizes.name,
        (false, true) => sizes.neighbour,
        (false, false) => sizes.other,
    };
    let face = if land.is_unit {
        Face::Serif
    } else if is_neighbour {
        Face::Sans
    } else {
        Face::Bold
    };
    let name = Wish {
        kind: LineKind::Name,
        ..Wish::word(land.name.as_str())
    };
    if is_neighbour {
        let drawn = Drawn {
            size,
            word: sizes.word,
            face,
        };
        let (margin, spot) = room.spot(&drawn.stack(std::slice::from_ref(&name)))?;
        return (margin >= COMFORTABLE).then(|| drawn.label(at, land.tone, &[name], spot));
    }
    let wordings: Vec<Vec<Wish>> = wordings(land, sizes.samples)
        .into_iter()
        .map(|words| std::iter::once(name.clone()).chain(words).collect())
        .collect();
    let word = sizes.word;
    // Smaller type is tried before fewer words, down to the size of the words, and no smaller than can be read.
    let smaller = (size - (size + 6) / 8).max(word);
    let steps = [(size, word), (smaller, word), (word, word), (word, word.min(LEAST))];
    let mut tight = None;
    for wording in &wordings {
        for (size, word) in steps {
            let drawn = Drawn { size, word, face };
            let Some((margin, spot)) = room.spot(&drawn.stack(wording)) else {
                continue;
            };
            if margin >= COMFORTABLE {
                return Some(drawn.label(at, land.tone, wording, spot));
            }
            tight = tight.or(Some((drawn, wording, spot)));
        }
    }
    if let Some((drawn, wording, spot)) = tight {
        return Some(drawn.label(at, land.tone, wording, spot));
    }
    // Nothing has room: what lies farthest within its land, the name alone only where nothing else is clear of other labels.
    let drawn = Drawn {
        size: word,
        word: word.min(LEAST),
        face,
    };
    let with_words = wordings.iter().filter(|wording| land.is_unit && wording.len() > 1);
    let tried = with_words.filter_map(|wording| Some((wording, ground.spot_anyway(room, &drawn.stack(wording))?)));
    let best = tried.max_by_key(|(wording, (share, _))| (*share, std::cmp::Reverse(wording.len())));
    if let Some((wording, (_, spot))) = best {
        return Some(drawn.label(at, land.tone, wording, spot));
    }
    let alone = [name];
    let (_, spot) = ground.spot_anyway(room, &drawn.stack(&alone))?;
    Some(drawn.label(at, land.tone, &alone, spot))
}

/// What may stand under a name, from the fullest to the shortest; nothing at last for lands that are no units, and where nothing is
/// said.
fn wordings(land: &Land, samples: bool) -> Vec<Vec<Wish>> {
    let own = |text: String| Wish {
        after: Some(land.sign.clone())
            .filter(|sign| !sign.is_empty())
            .into_iter()
            .collect(),
        ..Wish::word(text)
    };
    let (dated, short) = (own(land.dated()), own(land.starred()));
    let mut out: Vec<Vec<Wish>> = Vec::new();
    if land.word.is_empty() {
        return vec![Vec::new()];
    }
    if let Some(beyond) = land.beyond.first() {
        let signed = |text: &str| Wish {
            before: Some(beyond.sign.clone()),
            ..Wish::word(text)
        };
        for words in [&beyond.words, &beyond.word] {
            out.push(vec![dated.clone(), signed(words)]);
        }
        out.push(vec![short.clone(), signed(&beyond.word)]);
        if let Some((first, second)) = halves(&beyond.word) {
            out.push(vec![short.clone(), signed(first), Wish::word(second)]);
        }
        for mut line in [dated, short] {
            line.after.push(beyond.sign.clone());
            out.push(vec![line]);
        }
        return out;
    }
    let sample = Some(land.line.as_str())
        .filter(|line| samples && !line.is_empty())
        .map(|line| Wish {
            kind: LineKind::Sample,
            ..Wish::word(line)
        });
    for word in [&dated, &short] {
        out.extend(sample.clone().map(|sample| vec![sample, word.clone()]));
        out.push(vec![word.clone()]);
    }
    if let Some((first, second)) = halves(&land.starred()) {
        let two = vec![Wish::word(first), own(second.to_owned())];
        // A word that is longer than the name makes the label wide: two lines lie better in most lands.
        let is_long = short.text.chars().count() > land.name.chars().count() + 2;
        let at = if is_long {
            out.len().saturating_sub(1)
        } else {
            out.len()
        };
        out.insert(at, two);
    }
    if !land.is_unit {
        out.push(Vec::new());
    }
    out
}

/// A text in two lines, broken at the space nearest to its middle.
fn halves(text: &str) -> Option<(&str, &str)> {
    let spaces = text.match_indices(' ').map(|(at, _)| at);
    let at = spaces.min_by_key(|at| (2 * at).abs_diff(text.len()))?;
    let (first, second) = text.split_at_checked(at)?;
    Some((first, second.trim_start()))
}

/// How wishes are drawn.
#[derive(Clone, Copy)]
struct Drawn {
    /// Size of the name.
    size: i32,
    /// Size of the words.
    word: i32,
    /// Face of the name.
    face: Face,
}

impl Drawn {
    /// Width of the text alone.
    fn text(&self, wish: &Wish) -> i32 {
        match wish.kind {
            LineKind::Name => text_width(&wish.text, self.size, self.face),
            LineKind::Sample => SAMPLE,
            LineKind::Word => text_width(&wish.text, self.word, Face::Sans),
        }
    }

    fn width(&self, wish: &Wish) -> i32 {
        let signs = i32::try_from(wish.after.len() + usize::from(wish.before.is_some())).unwrap_or_default();
        self.text(wish) + signs * (SIGN + SPACE)
    }

    fn high(&self, wish: &Wish) -> i32 {
        match wish.kind {
            LineKind::Name => self.size + 3,
            LineKind::Sample => SAMPLE_HIGH,
            LineKind::Word => self.word + 3,
        }
    }

    fn stack(&self, wording: &[Wish]) -> Vec<(i32, i32)> {
        wording.iter().map(|wish| (self.width(wish), self.high(wish))).collect()
    }

    fn label(&self, land: usize, tone: Tone, wording: &[Wish], spot: Spot) -> Label {
        let stack = self.stack(wording);
        debug_assert!(height(&stack) > 0, "a label has a line");
        let lines = wording.iter().zip(lines_at(&stack, spot.x, spot.top));
        let lines = lines.map(|(wish, covers)| self.line(wish, covers)).collect();
        Label {
            land,
            tone,
            is_inside: spot.is_inside,
            lines,
        }
    }

    fn line(&self, wish: &Wish, covers: Rect) -> LabelLine {
        let size = match wish.kind {
            LineKind::Name => self.size,
            LineKind::Sample | LineKind::Word => self.word,
        };
        let before = if wish.before.is_some() { SIGN + SPACE } else { 0 };
        let text = self.text(wish);
        let sign_top = (covers.top + covers.bottom - SIGN) / 2;
        let mut signs: Vec<(String, i32, i32)> = Vec::new();
        signs.extend(wish.before.iter().map(|name| (name.clone(), covers.left, sign_top)));
        let after = covers.left + before + text + SPACE;
        let steps = (0..).map(|n| after + n * (SIGN + SPACE));
        signs.extend(
            wish.after
                .iter()
                .zip(steps)
                .map(|(name, x)| (name.clone(), x, sign_top)),
        );
        LabelLine {
            kind: wish.kind,
            text: wish.text.clone(),
            size,
            x: covers.left + before + text / 2,
            y: match wish.kind {
                LineKind::Sample => (covers.top + covers.bottom) / 2,
                // From the top of the line to its baseline: the ascent of capitals, and half of what is left.
                LineKind::Name | LineKind::Word => covers.top + (covers.height() + size * 7 / 10) / 2,
            },
            signs,
            covers,
        }
    }
}
