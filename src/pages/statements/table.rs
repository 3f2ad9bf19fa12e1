//! All statements as a table: facets with counts, orders, and a window of rows, so that a large dataset is as quick as a small one.

use atlas::StatementIx;
use atlas::model::{Dataset, Target};
use atlas::search::Group;
use atlas::views::{ListedValue, Listing, Sort, StatementFacet, listing};
use leptos::prelude::*;
use markup::view;

use crate::components::{CopyTable, FacetBox, FacetChoice, Marks, NothingFound, Sheet, chosen_facets, found_in};
use crate::route::Url;
use crate::search_state::use_search;
use crate::state::{use_atlas, use_place};

/// Rows drawn at a time.
const WINDOW: usize = 80;

/// The page; it follows the facets, the order and the query of the address.
pub fn all(_: &Dataset) -> AnyView {
    let (atlas, place, searching) = (use_atlas(), use_place(), use_search());
    // Where the window begins; `None` draws all rows, for printing.
    let (from, set_from) = signal(Some(0));
    let found = crate::ui::memo(move || {
        let d = atlas.data();
        let url = place.setting.get();
        set_from.set(Some(0));
        let hits = (!url.q.trim().is_empty()).then(|| searching.find(&url.q)).flatten();
        let of: Option<Vec<StatementIx>> = hits.map(|hits| {
            // Those with all the words narrow the table; where none has them all, those that come nearest.
            let any_whole = hits.of(Group::Statements).any(|hit| hit.whole);
            let narrow = hits.of(Group::Statements).filter(|hit| hit.whole || !any_whole);
            let statements = narrow.filter_map(|hit| match hit.target {
                Target::Statement(ix) => Some(ix),
                _ => None,
            });
            statements.collect()
        });
        let sort = Sort::parse(&url.sort).unwrap_or(Sort::Source);
        listing(&d, &url.facets, sort, of.as_deref())
    });
    let headline = move || {
        let all = atlas.data().statements().len();
        let query = place.setting.with(|url| url.q.trim().to_owned());
        found.with(|listing| said(listing.rows.len(), all, &query))
    };
    let empty = move || {
        let query = place.setting.with(|url| url.q.clone());
        let none = found.with(|listing| listing.rows.is_empty());
        none.then(|| match place.setting.with(|url| url.facets.is_empty()) {
            true => view! { <NothingFound query=query /> }.into_any(),
            false => {
                view! { <p class="lead">"No statement has all of these. Take one away above, or clear them all."</p> }
                    .into_any()
            }
        })
    };
    let wanted = move || {
        let query = place.setting.with(|url| url.q.clone());
        let results = (!query.trim().is_empty()).then(|| searching.find(&query)).flatten();
        results.map(|results| results.wanted).unwrap_or_default()
    };
    let body = move || found.with(|listing| table(&atlas.data(), listing, &wanted(), from, set_from));
    let rows = move |d: &Dataset| found.with_untracked(|listing| sheet(d, &listing.rows));
    // On a phone what narrows the list is folded.
    let (open, set_open) = signal(false);
    view! {
        <div class="listing-page">
            <h1 tabindex="-1"><span role="status">{headline}</span></h1>
            <div class="facets" class:is-open=move || open.get()>
                <button type="button" class="narrow-list" aria-expanded=move || open.get().to_string() on:click=move |_| set_open.update(|open| *open = !*open)>"Narrow the list"</button>
                <div class="facet-groups" role="group" aria-label="Filter">{move || found.with(facets)}</div>
            </div>
            <div class="listing-body">
                {move || found.with(chosen)}
                {empty}
                {body}
                {move || found.with(|listing| !listing.rows.is_empty()).then(|| view! { <section aria-labelledby="take-heading"><h2 id="take-heading">"Take these away"</h2><CopyTable sheet=Box::new(rows) name=Some("statements") /></section> })}
            </div>
        </div>
    }
    .into_any()
}

/// "10 statements with “tide”", "12 of 93 statements".
fn said(found: usize, all: usize, query: &str) -> String {
    let with = match query.is_empty() {
        true => String::new(),
        false => format!(" with “{query}”"),
    };
    match (found, query.is_empty()) {
        (0, true) => "No statement has all of these".to_owned(),
        (0, false) => format!("No statement has “{query}”"),
        (1, _) => format!("1 statement{with}"),
        (n, true) if n == all => format!("All {n} statements"),
        (n, true) => format!("{n} of {all} statements"),
        (n, false) => format!("{n} statements{with}"),
    }
}

/// The facets: values that occur, or are chosen.
fn facets(listing: &Listing) -> AnyView {
    let url = use_place().setting.get_untracked();
    let groups: Vec<_> = listing.facets.iter().filter_map(|facet| group(&url, facet)).collect();
    match groups.is_empty() {
        true => view! { <p class="minor">"Nothing to narrow."</p> }.into_any(),
        false => groups.collect_view().into_any(),
    }
}

/// What is chosen of the facets, and the order of the rows.
fn chosen(listing: &Listing) -> impl IntoView + use<> {
    let url = use_place().setting.get_untracked();
    let name = |key: &str, id: &str| {
        let facet = listing.facets.iter().find(|facet| facet.key == key);
        let value = facet.and_then(|facet| facet.values.iter().find(|value| value.id == id));
        value.map_or_else(|| id.to_owned(), |value| value.word.clone())
    };
    // Where a search alone finds nothing, the words for that have the ways out.
    let tags = (!listing.rows.is_empty() || !url.facets.is_empty()).then(|| chosen_facets(&url, &name));
    let orders = Sort::ALL
        .iter()
        .map(|&(_, key, word)| {
            let href = Url {
                sort: key.to_owned(),
                ..url.clone()
            }
            .href();
            let current = (url.sort == key).then_some("true");
            view! { <li><a href=href aria-current=current>{word}</a></li> }
        })
        .collect_view();
    let some = listing.rows.len() > 1;
    view! {
        {tags}
        {some.then(|| view! { <nav class="orders" aria-label="Order"><span class="label">"Order: "</span><ul>{orders}</ul></nav> })}
    }
}

/// A facet with the values that occur, or are chosen; nothing where it narrows nothing.
fn group(url: &Url, facet: &StatementFacet) -> Option<impl IntoView + use<>> {
    let on = |value: &&ListedValue| url.has_facet(facet.key, &value.id);
    let shown: Vec<&ListedValue> = facet
        .values
        .iter()
        .filter(|value| value.count > 0 || on(value))
        .collect();
    let open = shown.iter().any(on);
    let rows: Vec<AnyView> = shown
        .into_iter()
        .map(|value| {
            let (href, on) = (
                url.toggling(facet.key, &value.id).href(),
                url.has_facet(facet.key, &value.id),
            );
            view! { <FacetChoice name=value.word.clone() count=value.count href=Signal::stored(href) on=Signal::stored(on) /> }.into_any()
        })
        .collect();
    (!rows.is_empty()).then(|| view! { <FacetBox name=facet.name.clone() rows=rows open=open /> })
}

/// The window of rows, with the way to the next, and to all for printing.
fn table(
    d: &Dataset,
    listing: &Listing,
    wanted: &[String],
    from: ReadSignal<Option<usize>>,
    set_from: WriteSignal<Option<usize>>,
) -> Option<impl IntoView + use<>> {
    let total = listing.rows.len();
    if total == 0 {
        return None;
    }
    let (start, count) = from.get().map_or((0, total), |start| (start, WINDOW));
    let shown = || listing.rows.iter().enumerate().skip(start).take(count);
    // A column in which nothing stands is none.
    let dated = shown().any(|(_, &ix)| when(d, ix).is_some());
    let rows = shown().map(|(n, &ix)| row(d, n, ix, wanted, dated)).collect_view();
    let end = (start + count).min(total);
    let step = (total > WINDOW).then(|| {
        let back = start.checked_sub(WINDOW);
        let windowed = from.get().is_some();
        view! {
            <nav class="window" aria-label="Rows">
                <span>{format!("Rows {} to {end} of {total}", start + 1)}</span>
                {(windowed && back.is_some()).then(|| view! { <button type="button" on:click=move |_| set_from.set(back)>{format!("The {WINDOW} before")}</button> })}
                {(windowed && end < total).then(|| view! { <button type="button" on:click=move |_| set_from.set(Some(start + WINDOW))>{format!("The next {WINDOW}")}</button> })}
                {windowed.then(|| view! { <button type="button" on:click=move |_| set_from.set(None)>"All rows, to print"</button> })}
            </nav>
        }
    });
    Some(view! {
        <table class="listing" aria-label="Statements" aria-rowcount=(total + 1).to_string()>
            <thead><tr aria-rowindex="1"><th scope="col">"Statement"</th><th scope="col">"How certain"</th>{dated.then(|| view! { <th scope="col">"When"</th> })}<th scope="col">"Where"</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
        {step}
    })
}

fn row(d: &Dataset, n: usize, ix: StatementIx, wanted: &[String], dated: bool) -> impl IntoView + use<> {
    let s = d.statement(ix);
    let when = when(d, ix);
    view! {
        <tr data-line="" data-says=s.id.clone() aria-rowindex=(n + 2).to_string()>
            <th scope="row">{found_in(&s.text, wanted)}</th>
            <td>{d.word(s.modality_word).word.clone()}</td>
            {dated.then(|| view! { <td class="date">{when}</td> })}
            <td class="where"><Marks statements=vec![ix] of=s.text.clone() /></td>
        </tr>
    }
}

/// When, in the article's words where it has some, else as a date.
fn when(d: &Dataset, ix: StatementIx) -> Option<String> {
    let s = d.statement(ix);
    let quoted = s.date_words.as_ref().map(|words| format!("“{words}”"));
    quoted.or_else(|| s.when.as_ref().map(atlas::dates::in_words))
}

/// What the columns say of a statement.
fn cells(d: &Dataset, ix: StatementIx) -> [String; 4] {
    let s = d.statement(ix);
    let date = s
        .date_words
        .clone()
        .or_else(|| s.when.as_ref().map(atlas::dates::in_words));
    let places = atlas::cite::places_of(d, ix);
    [
        s.text.clone(),
        d.word(s.modality_word).word.clone(),
        date.unwrap_or_default(),
        places.join("; "),
    ]
}

/// The rows as a table of plain texts, each with its evidence.
fn sheet(d: &Dataset, rows: &[StatementIx]) -> Sheet {
    let head = [
        "id",
        "statement",
        "modality",
        "voice",
        "date",
        "when_edtf",
        "about",
        "themes",
        "places",
        "locators",
        "link",
    ];
    let names = |list: &[atlas::EntityIx]| {
        list.iter()
            .map(|&e| d.entity(e).name.as_str())
            .collect::<Vec<_>>()
            .join("; ")
    };
    let base = crate::browser::base();
    let body = rows.iter().map(|&ix| {
        let s = d.statement(ix);
        let [text, firmly, date, places] = cells(d, ix);
        let locators = s
            .evidence
            .iter()
            .map(|e| format!("{}#{}", d.paragraph(e.paragraph).id, e.sentence));
        let when = s.when.as_ref().map(|w| w.as_str().to_owned()).unwrap_or_default();
        let page = crate::route::Page::Statement(s.id.clone());
        vec![
            s.id.clone(),
            text,
            firmly,
            format!("{}, {}", d.entity(s.who).name, d.word(s.how).word),
            date,
            when,
            names(&s.about),
            names(&s.themes),
            places,
            locators.collect::<Vec<_>>().join("; "),
            format!("{base}{}", Url::of(page).href()),
        ]
    });
    Sheet::new(head.map(str::to_owned).to_vec(), body)
}
