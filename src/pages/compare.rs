//! Countries side by side, or one country at two dates: rows by theme, differences on demand, every value with its note.

use atlas::model::{Dataset, Table};
use atlas::views::{
    Shown, cell, groups, matrix_programmes, permission_label, permission_shown, permission_title, permissions_of,
    statements_in,
};
use atlas::{AsOf, Day, EntityIx};
use leptos::prelude::*;
use markup::view;

use super::heading;
use crate::components::{CopyTable, Legend, Sheet, ShownValue, StatementList, Value};
use crate::route::Url;
use crate::state::{use_atlas, use_place};
use crate::ui::Choice;

/// Most columns.
const MOST: usize = 5;

/// A column: a country on a day.
#[derive(Clone)]
struct Column {
    country: EntityIx,
    day: Day,
    label: String,
}

/// One value in a cell: what it is, how it stands, and the id of its note.
#[derive(Clone)]
struct Item {
    id: Option<String>,
    what: String,
    shown: Shown,
    label: String,
    basis: Option<String>,
}

/// A row of values, one list a column.
struct CompareRow {
    theme: String,
    name: String,
    cells: Vec<Vec<Item>>,
}

impl CompareRow {
    fn differs(&self) -> bool {
        let words = |items: &Vec<Item>| {
            items
                .iter()
                .map(|i| format!("{} {} {}", i.what, i.shown.word, i.shown.date))
                .collect::<Vec<_>>()
        };
        self.cells
            .windows(2)
            .any(|pair| matches!(pair, [a, b] if words(a) != words(b)))
    }
}

/// The page.
pub fn view(_: &Dataset) -> AnyView {
    view! {
        {heading("Compare")}
        <p class="lead">"Up to five side by side, or one at two dates: both are chosen under “Date”, at the top."</p>
        <Countries />
        <Table />
    }
    .into_any()
}

/// Countries to tick, and whether only differences are shown. Each is a link: the choice is the address.
#[component]
fn Countries() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let all: Vec<String> = d.countries().iter().map(|&c| d.entity(c).id.clone()).collect();
    let boxes = d
        .countries()
        .into_iter()
        .map(|c| {
            let (id, name) = (d.entity(c).id.clone(), d.entity(c).name.clone());
            let (order, own) = (all.clone(), id.clone());
            let toggled = move || place.url.with(|url| toggle(url, &own, &order).href());
            let on = move || place.url.with(|url| chosen(&atlas.data(), url).contains(&id));
            view! { <li><Choice href=Signal::derive(toggled) on=Signal::derive(on)>{name}</Choice></li> }
        })
        .collect_view();
    let diff = move || {
        place.url.with(|url| {
            Url {
                diff: !url.diff,
                ..url.clone()
            }
            .href()
        })
    };
    view! {
        <ul class="choices" aria-label="To compare">
            {boxes}
            <li><Choice href=Signal::derive(diff) on=Signal::derive(move || place.url.with(|url| url.diff))>"Differences only"</Choice></li>
        </ul>
    }
}

/// Ids compared: those of the address that the dataset has, else the first two units (all where two dates are compared).
fn chosen(d: &Dataset, url: &Url) -> Vec<String> {
    let known: Vec<String> = url
        .of
        .iter()
        .filter(|id| d.entity_in(Table::Country, id).is_some())
        .cloned()
        .collect();
    if !known.is_empty() {
        return known;
    }
    d.countries().iter().take(2).map(|&c| d.entity(c).id.clone()).collect()
}

fn toggle(url: &Url, id: &str, order: &[String]) -> Url {
    let d = use_atlas().data();
    let now = chosen(&d, url);
    let of: Vec<String> = order
        .iter()
        .filter(|o| now.contains(o) != (o.as_str() == id))
        .take(MOST)
        .cloned()
        .collect();
    Url { of, ..url.clone() }
}

fn columns(d: &Dataset, url: &Url) -> Vec<Column> {
    let day = url.as_of.map_or_else(|| d.vantage_day(), AsOf::day);
    let countries: Vec<EntityIx> = chosen(d, url)
        .iter()
        .filter_map(|id| d.entity_in(Table::Country, id))
        .collect();
    match (countries.as_slice(), url.vs) {
        ([country], Some(vs)) => {
            let later = url.as_of.map_or_else(|| d.about().vantage.words.clone(), AsOf::words);
            let name = &d.entity(*country).name;
            vec![
                Column {
                    country: *country,
                    day: vs.day(),
                    label: format!("{name}, {}", vs.words()),
                },
                Column {
                    country: *country,
                    day,
                    label: format!("{name}, {later}"),
                },
            ]
        }
        _ => countries
            .into_iter()
            .map(|country| Column {
                country,
                day,
                label: d.entity(country).name.clone(),
            })
            .collect(),
    }
}

fn compare_rows(d: &Dataset, columns: &[Column]) -> Vec<CompareRow> {
    let programme_rows = matrix_programmes(d).into_iter().map(|p| CompareRow {
        theme: if d.entity(p).rung.is_some() {
            d.texts().names.tiers.clone()
        } else {
            "Outside the ladder".to_owned()
        },
        name: d.entity(p).long(),
        cells: columns
            .iter()
            .map(|c| {
                let cell = cell(d, c.country, p, c.day);
                let basis = cell.shown.basis.map(|b| d.word(b).word.clone());
                vec![Item {
                    id: cell.participation.map(|ix| d.participation(ix).id.clone()),
                    what: String::new(),
                    shown: cell.shown,
                    label: String::new(),
                    basis,
                }]
            })
            .collect(),
    });
    let permission_rows = groups(d).into_iter().map(|g| CompareRow {
        theme: "What is allowed".to_owned(),
        name: d.word(g).word.clone(),
        cells: columns
            .iter()
            .map(|c| {
                let items = permissions_of(d, c.country, Some(g)).into_iter().map(|ix| Item {
                    id: Some(d.permission(ix).id.clone()),
                    what: permission_title(d, ix),
                    shown: permission_shown(d, d.permission(ix), c.day),
                    label: permission_label(d, ix),
                    basis: None,
                });
                items.collect()
            })
            .collect(),
    });
    programme_rows.chain(permission_rows).collect()
}

#[component]
fn Table() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    crate::ui::reactive(move || {
        let d = atlas.data();
        let url = place.setting.get();
        let columns = columns(&d, &url);
        let rows: Vec<CompareRow> = compare_rows(&d, &columns)
            .into_iter()
            .filter(|row| !url.diff || row.differs())
            .collect();
        let heads = columns
            .iter()
            .map(|c| view! { <th scope="col">{c.label.clone()}</th> })
            .collect_view();
        let span = (columns.len() + 1).to_string();
        let mut last = String::new();
        let body = rows
            .iter()
            .map(|row| {
                let group = (row.theme != last).then(|| view! { <tr class="group"><th scope="colgroup" colspan=span.clone()>{row.theme.clone()}</th></tr> });
                last = row.theme.clone();
                let cells = row.cells.iter().map(|items| view! { <td>{cell_view(items)}</td> }).collect_view();
                view! { {group}<tr data-line=""><th scope="row">{row.name.clone()}</th>{cells}</tr> }
            })
            .collect_view();
        let none = rows.is_empty();
        let empty = (none && url.diff).then(|| view! { <p class="is-gap">"Nothing of these differs."</p> });
        let statements = (!url.diff).then(|| statements(&d, &columns));
        let single = columns.len() < 2;
        view! {
            {single.then(|| view! { <p class="notice">"One alone: choose another, or a date to compare with."</p> })}
            {empty}
            {(!none).then(|| view! {
                <div class="table-wrap wide" tabindex="0" role="region" aria-label="Compared">
                    <table class="matrix compare"><thead><tr><th scope="col">"Of what"</th>{heads}</tr></thead><tbody>{body}</tbody></table>
                </div>
                <Legend groups=&["state", "arrangement", "answer"] />
                <CopyTable sheet=Box::new(move |_| sheet(&columns, &rows)) name=Some("compared") />
            })}
            {statements}
        }
    })
}

/// The comparison as a table of plain texts.
fn sheet(columns: &[Column], rows: &[CompareRow]) -> Sheet {
    let head = ["Theme", "Of what"]
        .into_iter()
        .map(str::to_owned)
        .chain(columns.iter().map(|c| c.label.clone()));
    let body = rows.iter().map(|row| {
        [row.theme.clone(), row.name.clone()]
            .into_iter()
            .chain(row.cells.iter().map(|items| plain(items)))
            .collect()
    });
    Sheet::new(head.collect(), body)
}

fn plain(items: &[Item]) -> String {
    if items.is_empty() {
        return "Not said".to_owned();
    }
    let one = |item: &Item| {
        let parts = [
            item.what.as_str(),
            item.shown.word.as_str(),
            item.shown.date.as_str(),
            item.label.as_str(),
        ];
        parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    };
    items.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn cell_view(items: &[Item]) -> AnyView {
    if items.is_empty() {
        return view! { <span class="is-gap">"Not said"</span> }.into_any();
    }
    let rows = items
        .iter()
        .map(|item| {
            let what = (!item.what.is_empty()).then(|| view! { <span class="what">{item.what.clone()}</span> });
            let label = (!item.label.is_empty()).then(|| view! { <span class="minor">{item.label.clone()}</span> });
            let inner = view! { {what}<ShownValue shown=item.shown.clone() basis=item.basis.clone() /> };
            match item.id.clone() {
                Some(id) => view! { <li><Value id=id>{inner}</Value>{label}</li> }.into_any(),
                None => view! { <li class="is-empty">{inner}</li> }.into_any(),
            }
        })
        .collect_view();
    view! { <ul class="plain">{rows}</ul> }.into_any()
}

/// Below the table: what else is said of each, section by section.
fn statements(d: &Dataset, columns: &[Column]) -> impl IntoView + use<> {
    let mut countries: Vec<EntityIx> = columns.iter().map(|c| c.country).collect();
    countries.dedup();
    let sections = d
        .texts()
        .country_sections
        .iter()
        .map(|section| {
            let lists = countries
                .iter()
                .map(|&c| {
                    let list = statements_in(d, c, section);
                    let body = if list.is_empty() { view! { <p class="is-gap">"The article does not say."</p> }.into_any() } else { view! { <StatementList list=list /> }.into_any() };
                    view! { <div><h3>{d.entity(c).name.clone()}</h3>{body}</div> }
                })
                .collect_view();
            let id = format!("compare-{}", section.id);
            view! { <section aria-labelledby=id.clone()><h2 id=id.clone()>{section.heading.clone()}</h2><div class="compare-columns">{lists}</div></section> }
        })
        .collect_view();
    view! { {sections} }
}
