//! Addresses: made and parsed by one table, both ways, whatever stands in them.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; its helpers stand outside the test functions"
)]

use atlas::AsOf;
use partnership_atlas::route::{LONGEST, LinkStyle, Page, Url};
use proptest::prelude::*;

/// Reads a fragment that is a route.
#[track_caller]
fn read(fragment: &str) -> Url {
    let (url, notices) = Url::parse(fragment).unwrap_or_else(|| panic!("{fragment} is no route"));
    assert!(notices.is_empty(), "{fragment}: {notices:?}");
    url
}

#[track_caller]
fn round_trips(href: &str, url: &Url) {
    assert_eq!(url.href(), href);
    assert_eq!(&read(href), url);
}

fn id(text: &str) -> String {
    text.to_owned()
}

#[test]
fn every_page_has_one_address() {
    for (href, page) in [
        ("#/", Page::Overview),
        ("#/countries", Page::Countries),
        ("#/countries/examplia", Page::Country(id("examplia"))),
        ("#/programmes", Page::Programmes),
        ("#/programmes/lantern-review", Page::Programme(id("lantern-review"))),
        ("#/routes", Page::Routes),
        ("#/timeline", Page::Timeline),
        ("#/changes", Page::Changes),
        ("#/tension", Page::Tension),
        ("#/actors", Page::Actors(None)),
        ("#/actors/tide-league", Page::Actors(Some(id("tide-league")))),
        ("#/themes", Page::Themes(None)),
        ("#/themes/lights", Page::Themes(Some(id("lights")))),
        ("#/statements", Page::Statements),
        ("#/statements/a-statement", Page::Statement(id("a-statement"))),
        ("#/source", Page::Source(None)),
        ("#/source/1.lights.2", Page::Source(Some(id("1.lights.2")))),
        ("#/gaps", Page::Gaps),
        ("#/compare", Page::Compare),
        ("#/glossary", Page::Glossary),
        ("#/about", Page::About),
        ("#/no/such/page", Page::NotFound(id("no/such/page"))),
        ("#/elsewhere", Page::NotFound(id("elsewhere"))),
        ("#/about/us", Page::NotFound(id("about/us"))),
    ] {
        round_trips(href, &Url::of(page.clone()));
        assert_eq!(page.href(LinkStyle::App), href);
    }
}

#[test]
fn each_kind_of_page_is_listed_once() {
    let mut kinds: Vec<&str> = Page::kinds().map(Page::kind).collect();
    let all = kinds.len();
    for page in Page::kinds() {
        assert_eq!(&read(&page.href(LinkStyle::App)).page, page);
        assert!(!matches!(page, Page::NotFound(_)));
    }
    assert_eq!(Page::kinds().next(), Some(&Page::Overview));
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds.len(), all);
}

#[test]
fn a_page_of_one_thing_has_the_kind_of_the_page_of_all() {
    for page in [
        Page::Country(id("x")),
        Page::Programme(id("x")),
        Page::Statement(id("x")),
        Page::Actors(Some(id("x"))),
    ] {
        assert!(Page::kinds().any(|all| all.kind() == page.kind()), "{page:?}");
    }
}

#[test]
fn what_is_chosen_round_trips() {
    let date = |text: &str| Some(AsOf::parse(text).expect("a date"));
    for (href, url) in [
        (
            "#/?as-of=2005-06",
            Url {
                as_of: date("2005-06"),
                ..Url::of(Page::Overview)
            },
        ),
        (
            "#/changes?as-of=2008&vs=2007",
            Url {
                as_of: date("2008"),
                vs: date("2007"),
                ..Url::of(Page::Changes)
            },
        ),
        (
            "#/compare?diff=1&of=aldhaven,brackmouth",
            Url {
                of: vec![id("aldhaven"), id("brackmouth")],
                diff: true,
                ..Url::of(Page::Compare)
            },
        ),
        (
            "#/routes?closed=a-leg&counts=agreed,in-effect",
            Url {
                closed: vec![id("a-leg")],
                counts: vec![id("agreed"), id("in-effect")],
                ..Url::of(Page::Routes)
            },
        ),
        (
            "#/routes?map=moorings&note=a-note",
            Url {
                map: Some(id("moorings")),
                note: Some(id("a-note")),
                ..Url::of(Page::Routes)
            },
        ),
        (
            "#/countries/examplia?note=a-note",
            Url {
                note: Some(id("a-note")),
                ..Url::of(Page::Country(id("examplia")))
            },
        ),
        (
            "#/statements?f.modality=act,plan&f.theme=lights&q=salt%20%26%20rope&sort=date",
            Url {
                facets: vec![
                    (id("modality"), vec![id("act"), id("plan")]),
                    (id("theme"), vec![id("lights")]),
                ],
                q: id("salt & rope"),
                sort: id("date"),
                ..Url::of(Page::Statements)
            },
        ),
        (
            "#/?d=two-harbours%400.3.0&data=harbours.json&embed=1",
            Url {
                d: Some(id("two-harbours@0.3.0")),
                data: Some(id("harbours.json")),
                embed: true,
                ..Url::of(Page::Overview)
            },
        ),
    ] {
        round_trips(href, &url);
    }
}

#[test]
fn keys_are_sorted_and_defaults_left_out() {
    assert_eq!(
        read("#/routes?vs=2004&q=&as-of=2005&closed=&note=a").href(),
        "#/routes?as-of=2005&note=a&vs=2004"
    );
    assert_eq!(read("#/statements?f.b=2&f.a=1").href(), "#/statements?f.a=1&f.b=2");
    assert_eq!(read("#/statements?f.a=&f.b=,"), Url::of(Page::Statements));
    for fragment in ["", "#", "#/", "#/?", "#/?q=", "#//", "#/?&&"] {
        assert_eq!(read(fragment), Url::of(Page::Overview), "{fragment}");
    }
}

#[test]
fn bad_values_leave_the_default_and_a_notice() {
    for (fragment, key) in [
        ("#/?as-of=soon", "as-of"),
        ("#/?as-of=2005-13", "as-of"),
        ("#/?vs=", "vs"),
        ("#/?of=a,b,c,d,e,f", "of"),
        ("#/?diff=yes", "diff"),
        ("#/?embed=0", "embed"),
        ("#/?map=", "map"),
        ("#/?note=", "note"),
        ("#/?data=", "data"),
        ("#/?f.=a", "f."),
        ("#/?nonsense=1", "nonsense"),
        ("#/?NOTE=a", "NOTE"),
        ("#/?alone", "alone"),
    ] {
        let (url, notices) = Url::parse(fragment).expect("a route");
        assert_eq!(url, Url::of(Page::Overview), "{fragment}");
        let keys: Vec<&str> = notices.iter().map(|notice| notice.key.as_str()).collect();
        assert_eq!(keys, [key], "{fragment}");
        assert!(!notices[0].expected.is_empty());
    }
}

#[test]
fn one_bad_value_does_not_cost_the_others() {
    let (url, notices) = Url::parse("#/countries/examplia?as-of=soon&note=a-note&wild=1").expect("a route");
    assert_eq!(
        url,
        Url {
            note: Some(id("a-note")),
            ..Url::of(Page::Country(id("examplia")))
        }
    );
    assert_eq!(notices.len(), 2);
}

#[test]
fn what_is_no_route_is_left_alone() {
    for fragment in ["#content", "content", "#note", "# /", "#%2Fcountries", "#!/countries"] {
        assert!(Url::parse(fragment).is_none(), "{fragment}");
    }
}

#[test]
fn the_longest_address_is_read_and_no_longer_one() {
    let fits = format!("#/?q={}", "x".repeat(LONGEST - 3));
    assert_eq!(read(&fits).q.len(), LONGEST - 3);
    let (url, notices) = Url::parse(&format!("{fits}x")).expect("a route");
    assert_eq!(url, Url::of(Page::Overview));
    assert_eq!(notices.len(), 1);
    assert_eq!(notices[0].key, "address");
}

#[test]
fn another_page_keeps_the_setting_and_not_the_choice() {
    let url = read("#/countries/examplia?as-of=2005&d=x%401&data=x.json&embed=1&map=tiers&note=a&q=b&vs=2004");
    assert_eq!(
        url.to(Page::Gaps).href(),
        "#/gaps?as-of=2005&d=x%401&data=x.json&embed=1&vs=2004"
    );
    assert_eq!(
        read("#/gaps?as-of=2005").with_note("b/c").href(),
        "#/gaps?as-of=2005&note=b%2Fc"
    );
    let chosen = read("#/?note=a").with_map(Some("moor/ings"));
    assert_eq!(chosen.href(), "#/?map=moor%2Fings&note=a");
    assert_eq!(chosen.with_note("b").href(), "#/?map=moor%2Fings&note=b");
    assert_eq!(chosen.with_map(None).href(), "#/?note=a");
}

#[test]
fn the_plain_edition_links_to_its_own_files_and_else_to_the_app() {
    for (page, href) in [
        (Page::Overview, "index.html"),
        (Page::Country(id("examplia")), "country-examplia.html"),
        (Page::Source(Some(id("1.lights.2"))), "source.html#1.lights.2"),
        (Page::Timeline, "../#/timeline"),
    ] {
        assert_eq!(page.href(LinkStyle::Plain), href);
    }
}

/// Any text but an empty one: letters of any script, separators, escapes, signs.
fn part() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}",
        "[/?&=#%+,.;: ~\"'<>@]{1,6}",
        "\\PC{1,8}",
        "(%[0-9a-fA-F]{2}){1,3}",
        "[Åé中я🙂\u{0}\n\t]{1,4}"
    ]
}

fn date() -> impl Strategy<Value = Option<AsOf>> {
    prop::option::of(
        (1900..2100_u16, prop::option::of(1..=12_u8)).prop_filter_map("a date", |(y, m)| match m {
            Some(m) => AsOf::month(y, m),
            None => AsOf::year(y),
        }),
    )
}

fn page() -> impl Strategy<Value = Page> {
    let plain: Vec<Page> = Page::kinds().cloned().collect();
    prop_oneof![
        prop::sample::select(plain),
        part().prop_map(Page::Country),
        part().prop_map(Page::Programme),
        part().prop_map(Page::Statement),
        part().prop_map(|id| Page::Actors(Some(id))),
        part().prop_map(|id| Page::Themes(Some(id))),
        part().prop_map(|id| Page::Source(Some(id))),
    ]
}

fn url() -> impl Strategy<Value = Url> {
    let list = |most: usize| prop::collection::vec(part(), 0..=most);
    let facets = prop::collection::btree_map(part(), prop::collection::vec(part(), 1..3), 0..3);
    let notes = prop::array::uniform2(prop::option::of(part()));
    let choice = (list(5), list(3), list(3), facets, notes, part());
    (
        page(),
        date(),
        date(),
        any::<[bool; 2]>(),
        choice,
        prop::option::of(part()),
    )
        .prop_map(
            |(page, as_of, vs, [diff, embed], (of, closed, counts, facets, [map, note], q), data)| Url {
                as_of,
                vs,
                of,
                diff,
                closed,
                counts,
                map,
                note,
                sort: q.chars().rev().collect(),
                q,
                facets: facets.into_iter().collect(),
                embed,
                d: data.clone(),
                data,
                ..Url::of(page)
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn any_address_round_trips(url in url()) {
        let href = url.href();
        prop_assume!(href.len() <= LONGEST);
        let (read, notices) = Url::parse(&href).expect("a route");
        prop_assert_eq!(&read, &url, "{}", href);
        prop_assert!(notices.is_empty(), "{:?}", notices);
        let query = href.split_once('?').map_or("", |(_, query)| query);
        let keys: Vec<&str> = query.split('&').map(|pair| pair.split('=').next().unwrap_or_default()).collect();
        prop_assert!(keys.is_sorted(), "{}", href);
        prop_assert!(href.is_ascii() && !href.chars().any(|c| c.is_ascii_whitespace() || c.is_ascii_control()), "{}", href);
    }

    #[test]
    fn a_hostile_fragment_is_read_once_and_for_all(fragment in "#?/?[a-z./%&=?#,+\\PC]{0,40}([?&](f\\.a|of|note|q|[a-z.]{0,6})=[,%a-z\\PC]{0,20}){0,3}") {
        if let Some((url, _)) = Url::parse(&fragment) {
            let href = url.href();
            prop_assert!(href.starts_with("#/"));
            if href.len() <= LONGEST {
                let (again, _) = Url::parse(&href).expect("a route");
                prop_assert_eq!(again.href(), href);
                prop_assert_eq!(again, url);
            }
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_read(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        let escaped: String = bytes.iter().map(|b| format!("%{b:02X}")).collect();
        let url = read(&format!("#/countries/{escaped}"));
        let empty = bytes.is_empty();
        prop_assert_eq!(matches!(url.page, Page::Countries), empty);
        if let Page::Country(id) = url.page {
            prop_assert_eq!(id, String::from_utf8_lossy(&bytes).into_owned());
        }
    }
}
