//! Cards: the pictures that chats and networks show beside a link, one for each page of the plain edition, and what the head of a
//! page says for them. Drawn by the domain (`atlas::picture::card`), made bitmaps here, since no network shows SVG.

use crate::{Outcome, project};
use atlas::picture::{Palette, Picture, card};
use atlas::{Dataset, model::Target};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, FaceInfo, ID, Language, Source, Stretch, Style, Weight};
use resvg::usvg::{Options, Tree};
use std::path::Path;
use std::sync::Arc;

/// Their folder in the site.
pub const FOLDER: &str = "cards";

/// The face that cards are set in.
const FAMILY: &str = "Newsreader";

/// What a page says of itself to those who show links to it.
pub struct Card<'a> {
    /// The page's title.
    pub title: &'a str,
    /// What it shows, in a sentence or two.
    pub text: &'a str,
    /// The atlas.
    pub site: &'a str,
    /// `website` or `article`.
    pub kind: &'a str,
    /// Address of the picture, absolute where the site's own is known.
    pub picture: String,
    /// The page's own address, where the site's is known.
    pub address: Option<String>,
}

impl Card<'_> {
    /// Lines for the head of a page.
    pub fn head(&self) -> String {
        let (width, height) = card::SIZE;
        let mut lines = vec![
            property("og:type", self.kind),
            property("og:title", self.title),
            property("og:description", self.text),
            property("og:site_name", self.site),
            property("og:image", &self.picture),
            property("og:image:type", "image/png"),
            property("og:image:width", &width.to_string()),
            property("og:image:height", &height.to_string()),
            property(
                "og:image:alt",
                &format!("{}: title, text and map of the page", self.title),
            ),
        ];
        lines.extend(self.address.as_ref().map(|address| property("og:url", address)));
        lines.push("<meta name=\"twitter:card\" content=\"summary_large_image\">".to_owned());
        lines.join("\n")
    }
}

fn property(name: &str, content: &str) -> String {
    format!("<meta property=\"{name}\" content=\"{}\">", escaped(content))
}

/// Text made harmless for an attribute.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// The name of a page's picture.
pub fn name(page: &str) -> String {
    format!("{}.png", page.trim_end_matches(".html"))
}

/// What draws cards: the palette of the site and its serif.
pub struct Drawer {
    palette: Palette,
    options: Options<'static>,
}

impl Drawer {
    /// From the sources of the project.
    pub fn new() -> Outcome<Self> {
        let root = project::root()?;
        let mut fonts = Database::new();
        // Said, not read: the names that a browser does not need were cut out of it.
        fonts.push_face_info(FaceInfo {
            id: ID::dummy(),
            source: Source::Binary(Arc::new(serif(&root.join("public"))?)),
            index: 0,
            families: vec![(FAMILY.to_owned(), Language::English_UnitedStates)],
            post_script_name: FAMILY.to_owned(),
            style: Style::Normal,
            weight: Weight::NORMAL,
            stretch: Stretch::Normal,
            monospaced: false,
        });
        fonts.set_serif_family(FAMILY);
        Ok(Self {
            palette: palette(&project::read(&root.join("styles/tokens.css"))?)?,
            options: Options {
                fontdb: Arc::new(fonts),
                font_family: FAMILY.to_owned(),
                ..Options::default()
            },
        })
    }

    /// The picture of a page as a PNG file. `id` names what the page is of, where it is of one thing.
    pub fn png(&self, d: &Dataset, kind: &str, id: Option<&str>, title: &str, text: &str) -> Outcome<Vec<u8>> {
        let of = match (kind, id.and_then(|id| d.find(id))) {
            (_, Some(Target::Entity(ix))) => card::Of::Entity(ix),
            ("routes", _) => card::Of::Lines,
            _ => card::Of::Whole,
        };
        let Picture { svg, width, height } = card::card(d, of, title, text, &self.palette);
        let wrong = |what: String| format!("the card of \"{title}\" could not be drawn: {what}");
        let tree = Tree::from_str(&svg, &self.options).map_err(|error| wrong(error.to_string()))?;
        let (width, height) = (width.unsigned_abs(), height.unsigned_abs());
        let mut picture = Pixmap::new(width, height).ok_or_else(|| wrong("it has no size".to_owned()))?;
        resvg::render(&tree, Transform::default(), &mut picture.as_mut());
        picture.encode_png().map_err(|error| wrong(error.to_string()))
    }
}

/// The serif of the site, unpacked.
fn serif(folder: &Path) -> Outcome<Vec<u8>> {
    let font = project::hashed_file(folder, "", ".woff2")?;
    wuff::decompress_woff2(&project::read_bytes(&font)?)
        .map_err(|error| format!("{} could not be unpacked: {error:?}", font.display()))
}

/// The light colours, as the style sheet names them first.
fn palette(tokens: &str) -> Outcome<Palette> {
    let read = |name: &str| {
        let value = tokens
            .split(&format!("{name}:"))
            .nth(1)
            .and_then(|rest| rest.split(';').next());
        let value = value.map(|value| value.trim().to_owned());
        value.ok_or_else(|| format!("styles/tokens.css names no colour {name}"))
    };
    Ok(Palette {
        paper: read("--paper")?,
        ink: read("--ink")?,
        muted: read("--muted")?,
        rule: read("--rule")?,
        stated: read("--lapis")?,
        ended: read("--madder")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever the page is of, its picture is one that networks take, with something drawn in it, and its own.
    #[test]
    fn a_card_is_a_picture_of_the_size_that_networks_ask_for() {
        let d = crate::data::open().unwrap();
        let drawer = Drawer::new().unwrap();
        let unit = d.entity(d.countries()[0]).id.clone();
        let mut seen = Vec::new();
        for (kind, id, title) in [
            ("countries", Some(unit.as_str()), "One"),
            ("routes", None, "Two"),
            (
                "",
                None,
                "A title that is longer than a line of the card can hold, and goes on for two or three more",
            ),
        ] {
            let png = drawer
                .png(&d, kind, id, title, "What the page shows – “in words”.")
                .unwrap();
            let picture = Pixmap::decode_png(&png).unwrap();
            assert_eq!((picture.width(), picture.height()), (1200, 630));
            // Ink where the title stands: without its font a text is left out in silence.
            let dark = |x: u32, y: u32| picture.pixel(x, y).is_some_and(|p| p.red() < 90 && p.green() < 90);
            let title = (64..640)
                .flat_map(|x| (120..260).map(move |y| (x, y)))
                .filter(|&(x, y)| dark(x, y));
            assert!(title.count() > 300, "{kind}");
            assert!(!seen.contains(&png), "{kind}");
            seen.push(png);
        }
    }

    #[test]
    fn the_head_is_made_harmless() {
        let card = Card {
            title: "A \"b\" <c>",
            text: "x & y",
            site: "Atlas",
            kind: "article",
            picture: "cards/a.png".to_owned(),
            address: None,
        };
        let head = card.head();
        assert!(head.contains("<meta property=\"og:title\" content=\"A &quot;b&quot; &lt;c&gt;\">"));
        assert!(head.contains("content=\"x &amp; y\"") && !head.contains("og:url"));
    }
}
