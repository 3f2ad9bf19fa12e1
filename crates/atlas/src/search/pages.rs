//! Pages of the atlas that a query means: a fixed list with words for them, the same for every dataset.

use super::names::names_of;
use super::words::{is_empty_word, stem, words};
use crate::model::{Dataset, Table};

/// A page that a query means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageHit {
    /// Its word: that of the page's address, or what stands at the foot of every page (`cite`, `embed`, `download`, `plain`,
    /// `appearance`) or at its head (`keys`).
    pub key: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// Whether it stands before what the dataset has: the query speaks of nothing else, or names the page outright.
    pub first: bool,
}

/// Key, title, and words for it, divided by commas; a mark before those that name the page whatever else is said.
const PAGES: &[(&str, &str, &str)] = &[
    (
        "compare",
        "Compare side by side",
        "!compare,!comparison,!comparing,!versus,!vs,!side by side,!contrast,differences between countries,common and different",
    ),
    (
        "timeline",
        "Timeline",
        "!timeline,!chronology,!chronological,dates,history,sequence of events,calendar,events,all events,order of events,key dates",
    ),
    (
        "glossary",
        "Glossary",
        "!glossary,!abbreviations,!acronyms,definitions,terms,terminology,dictionary,key terms,vocabulary,short forms,jargon",
    ),
    (
        "briefs",
        "Handouts to print",
        "!handout,!print,!printing,!printable,!factsheet,!fact sheet,brief,briefs,briefing note,one pager,cheat sheet,pdf,summary of a country",
    ),
    (
        "teaching",
        "Sheets for teaching",
        "!worksheet,!teaching,!lesson,!lessons,!classroom,!quiz,!homework,class,pupils,seminar questions,discussion questions,for students,teacher,teachers,school lesson",
    ),
    (
        "download",
        "Take the dataset away",
        "!download,!downloads,!dataset,!csv,!json,!excel,!spreadsheet,data,raw data,export,save,data file,open data,api,database,tables",
    ),
    (
        "cite",
        "Cite this",
        "!cite,!citing,!citation,!bibtex,!ris,!zotero,reference,references,bibliography,doi,quote this,footnote this,how to reference",
    ),
    (
        "embed",
        "Embed a view",
        "!embed,!embedding,!iframe,widget,put on website,include in website,share,link to page",
    ),
    (
        "about",
        "How it was made: method and licence",
        "!method,!methodology,!codebook,!reliability,about,about this site,about this atlas,how was this made,coded,coding,trust,trustworthy,reliable,accuracy,accurate,who made this,licence,license,copyright,sources,agreement of coders,contact,imprint,limitations",
    ),
    (
        "source",
        "The article by paragraph",
        "article,full text,read the article,original text,paragraphs,source text,source,text,original",
    ),
    (
        "",
        "Overview",
        "overview,!summary,!abstract,main points,main point,key findings,main findings,finding,conclusion,conclusions,thesis,main argument,home,start page,introduction,in short,tldr",
    ),
    (
        "gaps",
        "What it doesn’t say",
        "!gaps,!doesnt say,!doesn t say,!does not say,not said,missing,what is missing,unanswered questions,open questions,limits,omissions,silence,unknown,unsaid,left out,research questions",
    ),
    (
        "tray",
        "Your notes",
        "notes,my notes,your notes,bookmark,bookmarks,favourites,favorites,collection,collected,saved statements,remember",
    ),
    (
        "open",
        "Open a dataset",
        "!open a dataset,!own dataset,!my own article,another article,other article,other dataset,load a file,upload,import,example dataset",
    ),
    (
        "plain",
        "Plain edition",
        "!plain edition,!plain,!without script,!no javascript,javascript,text only,accessible version,screen reader,accessibility,low bandwidth,old browser,html version,simple version",
    ),
    (
        "appearance",
        "Light or dark",
        "!dark mode,!light mode,!night mode,dark,light,theme,colours,colors,appearance,brightness",
    ),
    (
        "keys",
        "Keys of the keyboard",
        "!shortcuts,!shortcut,keyboard,keys,hotkeys,key bindings",
    ),
    (
        "changes",
        "What changed between two dates",
        "!changes,!what changed,changed,before and after,between two dates,development over time",
    ),
    (
        "routes",
        "Supply lines and permissions",
        "map,map of routes,routes,lines,map of supply lines,show map",
    ),
    (
        "tension",
        "Reasons",
        "lenses,tension,reasons given,interests and values,security interests values",
    ),
    (
        "countries",
        "Units, one by one",
        "countries,all countries,list of countries,country profiles,profiles,units",
    ),
    (
        "programmes",
        "Programmes: steps and table",
        "programmes,programs,all programmes,list of programmes,tiers,ladder,steps,matrix",
    ),
    (
        "statements",
        "All statements as a table",
        "statements,all statements,table of statements,claims,facts,list of facts,evidence",
    ),
    (
        "actors",
        "Actors",
        "actors,all actors,people,persons,organisations,organizations,who is who",
    ),
    ("themes", "Themes", "themes,topics,subjects,issues,list of topics"),
];

/// Words that add nothing where a page is meant.
const ADDING_NOTHING: &str = "page pages show find see open use want need something anything make made get atlas site website this out where how \
                              view go look looking help list of two all up";

/// The page of units side by side: it is meant outright where no more is said than which units.
const OF_UNITS: &str = "compare";

/// The pages that a query means, those that stand first first; as listed otherwise.
pub fn pages(d: &Dataset, text: &str) -> Vec<PageHit> {
    let adds = |word: &String| !ADDING_NOTHING.split_whitespace().any(|other| other == word) && !is_empty_word(word);
    let typed = words(text);
    let unit = stem(&d.texts().names.unit.to_lowercase());
    let is_of_unit = |word: &String| {
        let mut names = d.table(Table::Country).flat_map(|ix| names_of(d, ix));
        stem(word) == unit || names.any(|name| words(name).contains(word))
    };
    let stems: Vec<String> = typed.iter().map(|word| stem(word)).collect();
    let telling = typed.iter().filter(|word| adds(word)).count();
    if typed.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(bool, usize, PageHit)> = Vec::new();
    for &(key, title, phrases) in PAGES {
        let mut best: Option<(bool, usize)> = None;
        for phrase in phrases.split(',') {
            let (outright, phrase) = phrase.strip_prefix('!').map_or((false, phrase), |rest| (true, rest));
            let of_phrase = words(phrase);
            let has = |word: &String| stems.contains(&stem(word));
            if !of_phrase.iter().all(has) {
                continue;
            }
            let covered = of_phrase.iter().filter(|word| adds(word)).count();
            let others = typed
                .iter()
                .filter(|word| adds(word) && !of_phrase.iter().any(|own| stem(own) == stem(word)));
            let outright = outright && (key != OF_UNITS || others.into_iter().all(is_of_unit));
            let alone = covered >= telling && (covered > 0 || of_phrase.len() >= typed.len());
            let fit = (outright || alone, covered);
            best = Some(best.map_or(fit, |best| best.max(fit)));
        }
        if let Some((first, covered)) = best {
            found.push((first, covered, PageHit { key, title, first }));
        }
    }
    crate::order::sort_by_key(&mut found, |(first, covered, _)| std::cmp::Reverse((*first, *covered)));
    found.into_iter().map(|(.., page)| page).collect()
}
