//! Addresses as they arrive: what mail, chats, print, search engines and hands make of them, undone. The one place that knows.
//!
//! | what happened | for instance | what is done |
//! |---|---|---|
//! | percent-encoded, once or several times, whole or in part | `#%2Fcountries%2Fx`, `%253F` | decoded until it can be read |
//! | another head | `#!/countries/x`, `#countries/x`, `#//x`, `#\x` | one slash |
//! | caught the text around it: full stop, bracket, quotation mark of any language, slash | `x).`, `x/`, `x»`, `x。` | ids begin and end with a letter or a figure |
//! | letters in another case | `#/Countries/X?As-Of=2005` | small ones: ids have no others |
//! | keys that measure readers | `&fbclid=…`, `?utm_source=…` | dropped without a word |
//! | separators in each other's place, or as HTML writes them | `x&as-of=2005`, `x?a=1?b=2`, `&amp;` | the first begins the choices |
//! | soft hyphens, spaces without width, other dashes, wide letters | `exam\u{ad}plia`, `a\u{2011}b` | dropped, or the plain ones |
//! | spaces and underscores | `two harbours`, `two_harbours` | hyphens, but not in a search |
//! | a line broken within | `examp lia` | white space dropped, but not in a search |
//! | text after it | `x\|Label` | cut off, with a notice |
//!
//! What reads without a mishap is never touched, so an address that this atlas wrote is read as it stands. Of all ways to read it the
//! one with the least that is odd is taken, the plainest first; what is still odd then is said. Left out: which ids there are, and what
//! is near to one that is not there: the caller is asked, and the page that says so names it.

use super::{LONGEST, Notice, Page, Url, percent};

/// How odd it is that a page is not there: more than anything else in an address can be.
pub const NO_PAGE: usize = 1_000;

/// How often an address may have been encoded: twice by one program, and again by the next.
const DEEPEST: usize = 5;

/// What an address may measure as it arrives, in bytes: one of the longest, encoded twice.
const LONGEST_ARRIVING: usize = 5 * LONGEST;

/// Fragments that name a place in the document and no page.
const PLACES: [&str; 2] = ["content", "top"];

/// Keys that others hang on links to know who follows them; those that end in an underscore begin such keys.
const TRACKING: &[&str] = &[
    "__hsfp",
    "__hssc",
    "__hstc",
    "__s",
    "__twitter_impression",
    "_branch_match_id",
    "_ga",
    "_gl",
    "_hsenc",
    "_hsmi",
    "_openstat",
    "at_",
    "cmpid",
    "dclid",
    "dm_i",
    "epik",
    "fbclid",
    "gad_source",
    "gbraid",
    "gclid",
    "gclsrc",
    "hsa_",
    "hsctatracking",
    "igsh",
    "igshid",
    "li_fat_id",
    "matomo_",
    "mc_",
    "mibextid",
    "mkt_tok",
    "msclkid",
    "mtm_",
    "oly_",
    "pk_",
    "piwik_",
    "rb_clickid",
    "ref",
    "ref_src",
    "ref_url",
    "s_cid",
    "sfnsn",
    "si",
    "spm",
    "srsltid",
    "ttclid",
    "twclid",
    "utm_",
    "vero_",
    "wbraid",
    "wt_mc",
    "xtor",
    "yclid",
    "ysclid",
];

/// What HTML writes for signs; a program that reads such an address as text leaves the names in it.
const ENTITIES: &[&str] = &[
    "amp;", "#38;", "#x26;", "quot;", "#34;", "apos;", "#39;", "gt;", "lt;", "nbsp;",
];

/// What may follow an address.
const NOTHING_AFTER: &str = "nothing after the address";

/// How much is done to a text before it is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Care {
    /// What changes nothing that an id can hold; white space within stands for a hyphen.
    Tidied,
    /// White space within is dropped.
    Joined,
    /// And what follows the first sign that no address holds.
    Cut,
}

impl Url {
    /// Reads a fragment that came from anywhere. `odd` says how many ids of an address the dataset does not have, and [`NO_PAGE`]
    /// where it lacks the page. `None` where the fragment is a place in the document.
    pub fn arriving(fragment: &str, odd: &dyn Fn(&Self) -> usize) -> Option<(Self, Vec<Notice>)> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let weigh = |(url, notices): &(Self, Vec<Notice>), swallowed: bool| {
            let found = match url.page {
                // A page that this dataset has nothing for is still a page.
                Page::NotFound(_) => 2 * NO_PAGE,
                _ => odd(url),
            };
            // What was cut off is told, and costs less than what it would have spoilt.
            let is_cut = notices.iter().any(|notice| notice.expected == NOTHING_AFTER);
            // A search takes any text, and what was hung on after it too.
            let mut hung = url.q.split(['?', '&']).skip(1).filter_map(|more| more.split_once('='));
            let is_hung = hung.any(|(key, _)| is_tracking(key));
            2 * (notices.len() + found + usize::from(is_hung)) + 3 * usize::from(swallowed) - usize::from(is_cut)
        };
        let as_it_stands = Self::parse(fragment);
        let mut best = as_it_stands.map(|read| (weigh(&read, false), read));
        if matches!(best, Some((0, _))) || fragment.len() > LONGEST_ARRIVING {
            return best.map(|(_, read)| read);
        }
        for care in [Care::Tidied, Care::Joined, Care::Cut] {
            for text in depths(fragment) {
                let Some((read, swallowed)) = read(&text, care) else {
                    continue;
                };
                let weight = weigh(&read, swallowed);
                if best.as_ref().is_none_or(|(least, _)| weight < *least) {
                    best = Some((weight, read));
                }
                if weight == 0 {
                    return best.map(|(_, read)| read);
                }
            }
        }
        let is_place = PLACES.contains(&fragment);
        best.map(|(_, read)| read)
            .filter(|(url, _)| !(is_place && matches!(url.page, Page::NotFound(_))))
    }
}

/// The text as it came and with each layer of encoding taken off; of each, the separators alone first, as a value may hold some.
fn depths(fragment: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut text = visible(fragment);
    for _ in 0..=DEEPEST {
        let next = visible(&percent::undone(&text, |_| true));
        let separated = percent::undone(&text, |byte| b"/?!#".contains(&byte));
        let is_last = next == text;
        out.extend([text, separated]);
        if is_last {
            break;
        }
        text = next;
    }
    out.dedup();
    out
}

/// Without what is not seen, and with plain signs for their wide and typeset forms.
fn visible(text: &str) -> String {
    text.chars().filter(|&c| !is_unseen(c)).map(plain).collect()
}

/// Soft hyphens, spaces without width, joiners, marks of direction, variation selectors.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

fn plain(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => '-',
        '\u{2044}' | '\u{2215}' | '\\' => '/',
        // The wide forms that keyboards of East Asia give stand in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    }
}

/// Reads a text with its separators in place, its ids tidied and what others added left out; and whether what was left out may have
/// held more than others added.
fn read(text: &str, care: Care) -> Option<((Url, Vec<Notice>), bool)> {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '?' | '&' | '%'));
    let (text, rest) = match care {
        Care::Cut => text.split_at(text.find(|c: char| !may_stand(c)).unwrap_or(text.len())),
        _ => (text, ""),
    };
    // Words of another script in an id's place are no text after an address.
    if !rest.is_empty() && !text.ends_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let (mut path, mut query) = text.split_at(text.find(['?', '&']).unwrap_or(text.len()));
    // Keys hung on an address without a page of its own.
    if path.split_once('=').is_some_and(|(key, _)| is_tracking(key)) {
        (path, query) = ("", text);
    }
    let segments = path.split('/').map(|segment| tidied(segment, care));
    let segments: Vec<String> = segments.filter(|segment| !segment.is_empty()).collect();
    let pairs: Vec<String> = query
        .split(['?', '&'])
        .filter_map(|pair| tidied_pair(pair, care))
        .collect();
    let mut tracking = query
        .split(['?', '&'])
        .filter_map(|pair| pair.split_once('='))
        .filter(|(key, _)| is_tracking(key));
    let swallowed = tracking.any(|(_, value)| holds_a_choice(value));
    let (mut url, mut notices) = Url::parse(&format!("/{}?{}", segments.join("/"), pairs.join("&")))?;
    if rest.chars().any(|c| c.is_alphanumeric()) {
        notices.push(Notice {
            key: "address".to_owned(),
            found: rest.to_owned(),
            expected: NOTHING_AFTER,
        });
    }
    // Told as it came.
    if matches!(url.page, Page::NotFound(_)) {
        url.page = Page::NotFound(segments.join("/"));
    }
    Some(((url, notices), swallowed))
}

/// Whether what follows in a value, its separators encoded, is a choice that this atlas knows.
fn holds_a_choice(value: &str) -> bool {
    let value = percent::decode(value);
    let mut pieces = value.split(['?', '&']).skip(1);
    pieces.any(|piece| {
        let read = Url::parse(&format!("/?{}", piece.to_ascii_lowercase()));
        read.is_some_and(|(url, notices)| notices.is_empty() && url != Url::of(Page::Overview))
    })
}

/// Whether a character stands in addresses that this atlas writes, or in one of the forms that are read.
fn may_stand(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~/?&=,%@+!;:".contains(c)
}

/// A key and its value, for the reader of addresses; nothing for what others have added.
fn tidied_pair(pair: &str, care: Care) -> Option<String> {
    let mut pair = pair;
    let is_at_head = |pair: &str, name: &str| {
        pair.get(..name.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(name))
    };
    while let Some(name) = ENTITIES.iter().find(|name| is_at_head(pair, name)) {
        pair = pair.get(name.len()..).unwrap_or_default();
    }
    let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
    if is_tracking(key) {
        return None;
    }
    let key = tidied(key, care);
    if key.is_empty() {
        return None;
    }
    let value = match key.as_str() {
        // What a reader has typed is the reader's: case, marks and spaces stay. It is encoded once more than all around it where a
        // program did so to what was encoded already.
        "q" => {
            let once = percent::decode(value);
            let plain = (0..DEEPEST).fold(once, |text, _| percent::undone(&text, |_| true));
            percent::encode(&visible(&plain))
        }
        // A path, in which case matters and dots may lead.
        "data" => {
            let path = percent::decode(value);
            percent::encode(path.trim_end_matches(|c: char| !c.is_alphanumeric()))
        }
        _ => {
            let ids = value.split(',').map(|id| tidied(id, care));
            ids.filter(|id| !id.is_empty()).collect::<Vec<_>>().join(",")
        }
    };
    Some(format!("{key}={value}"))
}

fn is_tracking(key: &str) -> bool {
    let key = visible(&percent::decode(key)).trim().to_ascii_lowercase();
    let is_it = |known: &str| key == known || (known.ends_with('_') && key.starts_with(known));
    TRACKING.iter().any(|known| is_it(known))
}

/// An id or a word of the tool as it was meant, encoded.
fn tidied(part: &str, care: Care) -> String {
    let text = visible(&percent::decode(part)).to_ascii_lowercase();
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    let is_gap = |c: char| c.is_whitespace() || c == '_';
    percent::encode(&text.replace(is_gap, if care == Care::Tidied { "-" } else { "" }))
}
