//! Addresses as mail, chats, print and hands make them: every mangling of the table below, alone and in pairs, of any address of an
//! invented dataset leads to the page that was meant, or to one that says what is odd; never to another page in silence.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

#[path = "support/datasets.rs"]
mod datasets;
#[path = "support/manglings.rs"]
mod manglings;

use atlas::model::Table;
use atlas::{AsOf, Dataset};
use leptos::prelude::*;
use manglings::{MANGLINGS, encoded, in_bar};
use partnership_atlas::place_at;
use partnership_atlas::route::{LONGEST, Notice, Page, Url};
use proptest::prelude::*;

/// What the app makes of a fragment over a dataset.
fn arriving(d: &Dataset, fragment: &str) -> (Url, Vec<Notice>) {
    let owner = Owner::new();
    owner.with(|| {
        let place = place_at(fragment, d);
        (place.url.get_untracked(), place.notices.get_untracked())
    })
}

/// Pages of everything that the dataset has.
fn pages(d: &Dataset) -> Vec<Page> {
    let mut out: Vec<Page> = Page::kinds().cloned().collect();
    let ids = |table| d.table(table).map(|ix| d.entity(ix).id.clone());
    out.extend(ids(Table::Country).map(Page::Country));
    out.extend(ids(Table::Programme).map(Page::Programme));
    out.extend(ids(Table::Programme).map(|id| Page::Brief(Some(id))));
    out.extend(ids(Table::Actor).map(|id| Page::Actors(Some(id))));
    out.extend(ids(Table::Theme).map(|id| Page::Themes(Some(id))));
    out.extend(d.statements().map(|ix| Page::Statement(d.statement(ix).id.clone())));
    out.extend(d.paragraphs().map(|ix| Page::Source(Some(d.paragraph(ix).id.clone()))));
    out.retain(|page| arriving(d, &Url::of(page.clone()).href()).1.is_empty());
    out
}

/// A dataset, its pages, and ids for what is chosen on them.
struct World {
    d: Dataset,
    pages: Vec<Page>,
    units: Vec<String>,
    notes: Vec<String>,
}

impl World {
    fn new() -> Self {
        let d = datasets::ferries();
        let pages = pages(&d);
        let pages = pages
            .into_iter()
            .filter(|page| page.href(partnership_atlas::route::LinkStyle::App).len() > 2);
        let (pages, units) = (
            pages.collect(),
            d.table(Table::Country).map(|ix| d.entity(ix).id.clone()).collect(),
        );
        let notes = d.statements().map(|ix| d.statement(ix).id.clone()).collect();
        Self { d, pages, units, notes }
    }

    /// An address by its numbers.
    fn url(&self, page: usize, note: Option<usize>, date: Option<u16>, of: bool, q: &str) -> Url {
        let mut url = Url::of(self.pages[page % self.pages.len()].clone());
        url.note = note.map(|n| self.notes[n % self.notes.len()].clone());
        url.as_of = date.and_then(AsOf::year);
        url.vs = date.and_then(|year| AsOf::month(year - 1, 6));
        if of {
            url.of = self.units.clone();
        }
        url.q = q.to_owned();
        url
    }
}

/// What a search looks for, whatever surrounds it: a query is the reader's own, and is left as it came.
fn bare(url: &Url) -> Url {
    let mut letters = url.q.to_lowercase().replace("%25", "%").replace("%25", "%");
    letters = letters.replace("%c2%ad", "").replace("%e2%80%8b", "");
    // What is still encoded is no letter.
    while let Some(at) = letters
        .find('%')
        .filter(|at| letters.is_char_boundary((at + 3).min(letters.len())))
    {
        letters.replace_range(at..(at + 3).min(letters.len()), " ");
    }
    let letters = letters.replace(['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}', '\n'], "");
    let letters = letters
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !matches!(*word, "" | "quot" | "gt" | "amp"));
    Url {
        q: letters.collect::<Vec<_>>().join(" "),
        ..url.clone()
    }
}

/// Whether a mangled address leads where it was meant to, without a word.
fn is_meant(d: &Dataset, mangled: &str, meant: &Url) -> Result<(), String> {
    for fragment in [format!("#{mangled}"), format!("#{}", in_bar(mangled))] {
        let (url, notices) = arriving(d, &fragment);
        if bare(&url) != bare(meant) || !notices.is_empty() {
            return Err(format!(
                "{fragment} leads to {} with {notices:?}, not to {}",
                url.href(),
                meant.href()
            ));
        }
    }
    Ok(())
}

#[test]
fn every_mangling_of_every_page_leads_to_the_page_meant() {
    let world = World::new();
    assert!(world.pages.len() > 30);
    let mut wrong = Vec::new();
    for n in 0..world.pages.len() {
        let urls = [
            world.url(n, None, None, false, ""),
            world.url(n, Some(n), Some(2005), false, ""),
            world.url(n, None, Some(2004), true, "salt and rope"),
        ];
        for url in &urls {
            let href = url.href();
            let plain = &href[1..];
            for (name, mangle) in MANGLINGS {
                wrong.extend(
                    is_meant(&world.d, &mangle(plain), url)
                        .err()
                        .map(|why| format!("{name}: {why}")),
                );
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong, such as:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(30)].join("\n")
    );
}

#[test]
fn the_start_page_is_where_nothing_is_asked_for() {
    let d = datasets::ferries();
    for fragment in [
        "",
        "#",
        "#!",
        "#/.",
        "#/?fbclid=x",
        "#fbclid=x",
        "#utm_source=a&utm_medium=b",
        "#%2F",
        "#/%20",
        "#//",
        "#content",
        "#top",
    ] {
        let (url, notices) = arriving(&d, fragment);
        assert_eq!(url, Url::of(Page::Overview), "{fragment}");
        assert!(notices.is_empty(), "{fragment}: {notices:?}");
    }
}

#[test]
fn what_is_no_page_says_so_and_keeps_its_name() {
    let d = datasets::ferries();
    for (fragment, path) in [
        ("#gibberish", "gibberish"),
        ("#/no/such/page.", "no/such/page."),
        ("#section-2", "section-2"),
        ("#/Казань", "Казань"),
        ("#Казань", "Казань"),
        ("#/about/us", "about/us"),
    ] {
        let (url, _) = arriving(&d, fragment);
        let Page::NotFound(found) = url.page else {
            panic!("{fragment} leads to {}", url.href());
        };
        assert!(
            found.contains(path) || found == encoded(path, |c| !c.is_ascii()),
            "{fragment}: {found}"
        );
    }
    // An id in another script is no id, and the page of all is not what was meant.
    for fragment in ["#/countries/Казань", "#/countries/%D0%9A%D0%B0%D0%B7"] {
        let (url, _) = arriving(&d, fragment);
        assert!(matches!(url.page, Page::Country(_)), "{fragment}: {}", url.href());
    }
}

#[test]
fn text_after_an_address_is_cut_off_and_told() {
    let world = World::new();
    let meant = world.url(0, None, Some(2005), false, "");
    for after in ["|Label", " is where it stands", "<br>", "](https:", "是", "’s"] {
        let (url, notices) = arriving(&world.d, &format!("{}{after}", meant.href()));
        assert_eq!(url, meant, "{after}");
        assert_eq!(notices.len(), 1, "{after}: {notices:?}");
        assert_eq!(notices[0].key, "address");
    }
}

#[test]
fn what_is_odd_beside_what_was_mended_is_said() {
    let world = World::new();
    let unit = &world.units[0];
    for (query, keys) in [
        ("as-of=soon", vec!["as-of"]),
        ("AS-OF=soon&fbclid=x", vec!["as-of"]),
        ("wild=1&utm_source=x", vec!["wild"]),
        ("as-of=2005.&wild=1", vec!["wild"]),
    ] {
        let (url, notices) = arriving(&world.d, &format!("#/Countries/{}?{query}", unit.to_uppercase()));
        assert_eq!(url.page, Page::Country(unit.clone()), "{query}");
        let found: Vec<&str> = notices.iter().map(|notice| notice.key.as_str()).collect();
        assert_eq!(found, keys, "{query}");
    }
}

#[test]
fn an_address_that_this_atlas_wrote_is_read_as_it_stands() {
    let world = World::new();
    for n in 0..world.pages.len() {
        let url = world.url(n, Some(n), Some(2007), true, "“salt?” & 100% rope.");
        assert_eq!(arriving(&world.d, &url.href()), (url, Vec::new()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    /// Two manglings of one address, in either order: the page meant. Where a value itself holds separators and two layers of
    /// encoding have been mixed, what is odd may be said instead.
    #[test]
    fn two_manglings_lead_to_the_page_meant_or_are_told(
        page in 0..1_000_usize,
        note in prop::option::of(0..1_000_usize),
        date in prop::option::of(1990..2020_u16),
        of in any::<bool>(),
        q in prop::sample::select(vec!["", "salt", "salt rope", "salt & rope"]),
        one in 0..MANGLINGS.len(),
        other in 0..MANGLINGS.len(),
    ) {
        thread_local! { static WORLD: World = World::new(); }
        WORLD.with(|world| {
            let url = world.url(page, note, date, of, q);
            let href = url.href();
            let mangled = MANGLINGS[other].1(&MANGLINGS[one].1(&href[1..]));
            prop_assume!(mangled.len() < 2 * LONGEST);
            let names = format!("{}, then {}", MANGLINGS[one].0, MANGLINGS[other].0);
            let outcome = is_meant(&world.d, &mangled, &url);
            if let Err(why) = outcome {
                let (read, notices) = arriving(&world.d, &format!("#{}", in_bar(&mangled)));
                // Ids that the dataset does not have are told by the page.
                let unknown = read.of.iter().any(|id| !world.units.contains(id))
                    || read.note.iter().any(|id| !world.notes.contains(id));
                let told = (unknown || !notices.is_empty()) && read.page == url.page;
                prop_assert!(q.contains('&') && told, "{}: {}", names, why);
            }
            Ok(())
        })?;
    }

    /// Any text: never a page of one thing that the text does not name.
    #[test]
    fn any_fragment_is_read_once_and_for_all(fragment in "#?[!/]{0,2}[a-z./%&=?#,+\\PC]{0,40}([?&](of|note|q|[a-zA-Z.]{0,6})=[,%a-z\\PC]{0,20}){0,3}") {
        thread_local! { static WORLD: World = World::new(); }
        WORLD.with(|world| {
            let (url, _) = arriving(&world.d, &fragment);
            let href = url.href();
            if href.len() <= LONGEST && url.page != Page::Overview {
                let (again, _) = arriving(&world.d, &href);
                prop_assert_eq!(again.page, url.page, "{}", href);
            }
            Ok(())
        })?;
    }
}
