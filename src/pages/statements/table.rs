//! All statements as a table: facets with counts, orders, and a window of rows, so that a large dataset is as quick as a small one.

use atlas::StatementIx;
use atlas::model::{Dataset, Target};
use atlas::search::Group;
use atlas::views::{ListedValue, Listing, Sort, StatementFacet, listing};
use leptos::prelude::*;
use markup::view;

use crate::components::{CopyTable, Sheet, Value};
use crate::finder::use_finder;
use crate::pages::heading;
use crate::route::Url;
use crate::state::{use_atlas, use_place};
use crate::ui::Choice;

/// Rows drawn at a time.
const WINDOW: usize = 80;

/// The page; it follows the facets, the order and the query of the address.
pub fn all(_: &Dataset) -> AnyView {
    let (atlas, place, finder) = (use_atlas(), use_place(), use_finder());
    // Where the window begins; `None` draws all rows, for printing.
    let (from, set_from) = signal(Some(0));
    let found = crate::ui::memo(move || {
        let d = atlas.data();
        let url = place.setting.get();
        set_from.set(Some(0));
        let hits = (!url.q.trim().is_empty()).then(|| finder.find(&url.q)).flatten();
        let of: Option<Vec<StatementIx>> = hits.map(|hits| {
            let statements = hits.of(Group::Statements).filter_map(|hit| match hit.target {
                Target::Statement(ix) => Some(ix),
                _ => None,
            });
            statements.collect()
        });
        let sort = Sort::parse(&url.sort).unwrap_or(Sort::Source);
        listing(&d, &url.facets, sort, of.as_deref())
    });
    let said = move || {
        let all = atlas.data().statements().len();
        found.with(|listing| match listing.rows.len() {
            0 => "No statement has all of these. Take a filter away.".to_owned(),
            n if n == all => format!("{n} statements. Choose one for the place that supports it."),
            n => format!("{n} of {all} statements."),
        })
    };
    let body = move || found.with(|listing| table(&atlas.data(), listing, from, set_from));
    let rows = move |d: &Dataset| found.with_untracked(|listing| sheet(d, &listing.rows));
    view! {
        {heading("All statements")}
        <p class="lead" role="status">{said}</p>
        {move || found.with(|listing| filter(&atlas.data(), listing))}
        {body}
        <section aria-labelledby="take-heading"><h2 id="take-heading">"Take these away"</h2><CopyTable sheet=Box::new(rows) name=Some("statements") /></section>
    }
    .into_any()
}

/// Facets, what is chosen of them, and the orders.
fn filter(d: &Dataset, listing: &Listing) -> impl IntoView + use<> {
    let place = use_place();
    let url = place.setting.get_untracked();
    let groups = listing.facets.iter().map(|facet| group(&url, facet)).collect_view();
    let tags = url
        .facets
        .iter()
        .flat_map(|(key, ids)| ids.iter().map(move |id| (key, id)));
    let tags = tags
        .map(|(key, id)| {
            let facet = listing.facets.iter().find(|facet| facet.key == key);
            let value = facet.and_then(|facet| facet.values.iter().find(|value| value.id == *id));
            let name = value.map_or_else(|| id.clone(), |value| value.word.clone());
            let label = format!("Remove the filter {name}");
            view! { <li><a class="chip" href=url.toggling(key, id).href() aria-label=label>{name}" ×"</a></li> }
        })
        .collect_view();
    let query = (!url.q.is_empty()).then(|| {
        let without = Url {
            q: String::new(),
            ..url.clone()
        }
        .href();
        view! { <li><a class="chip" href=without aria-label="Remove the search">"“"{url.q.clone()}"” ×"</a></li> }
    });
    let chosen = !tags.is_empty() || query.is_some();
    let clear = Url {
        q: String::new(),
        facets: Vec::new(),
        ..url.clone()
    }
    .href();
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
    let _ = d;
    view! {
        <div class="facets" role="group" aria-label="Filter">{groups}</div>
        {chosen.then(|| view! { <ul class="choices tags" aria-label="Filters chosen">{tags}{query}<li><a href=clear>"Clear all"</a></li></ul> })}
        <nav class="orders" aria-label="Order"><span class="label">"Order: "</span><ul>{orders}</ul></nav>
    }
}

/// A facet, folded unless something of it is chosen.
fn group(url: &Url, facet: &StatementFacet) -> impl IntoView + use<> {
    let open = url.facets.iter().any(|(key, _)| key == facet.key);
    let row = |value: &ListedValue| {
        let (href, on) = (
            url.toggling(facet.key, &value.id).href(),
            url.has_facet(facet.key, &value.id),
        );
        let count = match value.count {
            0 => "none".to_owned(),
            n => n.to_string(),
        };
        let word = value.word.clone();
        view! { <li><Choice href=Signal::stored(href) on=Signal::stored(on)>{word}" "<span class="minor">{count}</span></Choice></li> }
    };
    let rows = facet.values.iter().map(row).collect_view();
    view! { <details class="facet" open=open><summary>{facet.name.clone()}</summary><ul class="choices" aria-label=facet.name.clone()>{rows}</ul></details> }
}

/// The window of rows, with the way to the next, and to all for printing.
fn table(
    d: &Dataset,
    listing: &Listing,
    from: ReadSignal<Option<usize>>,
    set_from: WriteSignal<Option<usize>>,
) -> AnyView {
    let total = listing.rows.len();
    let (start, count) = from.get().map_or((0, total), |start| (start, WINDOW));
    let rows = listing
        .rows
        .iter()
        .enumerate()
        .skip(start)
        .take(count)
        .map(|(n, &ix)| row(d, n, ix))
        .collect_view();
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
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-label="Statements">
            <table class="listing" aria-rowcount=(total + 1).to_string()>
                <thead><tr aria-rowindex="1"><th scope="col">"Statement"</th><th scope="col">"How firmly"</th><th scope="col">"When"</th><th scope="col">"Where it says so"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {step}
    }
    .into_any()
}

fn row(d: &Dataset, n: usize, ix: StatementIx) -> impl IntoView + use<> {
    let cells = cells(d, ix);
    let [text, firmly, when, place] = cells;
    let id = d.statement(ix).id.clone();
    view! {
        <tr data-line="" aria-rowindex=(n + 2).to_string()>
            <th scope="row"><Value id=id>{text}</Value></th>
            <td>{firmly}</td>
            <td class="date">{when}</td>
            <td class="minor">{place}</td>
        </tr>
    }
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
