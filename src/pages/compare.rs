//! Countries side by side, or one country at two dates: rows by theme, differences on demand, every value with its note.

use atlas::model::{Dataset, Table};
use atlas::views::{Column, CompareRow, Item, RowOf, compare, permission_label, permission_title, profile, within};
use atlas::{AsOf, EntityIx};
use leptos::prelude::*;
use markup::view;

use crate::components::{CopyTable, Legend, Sheet, StatementList, ValueWords, value_marks};
use crate::route::Url;
use crate::state::{use_atlas, use_place};
use crate::ui::Choice;

/// Most columns.
const MOST: usize = 5;

/// The page.
pub fn view(_: &Dataset) -> AnyView {
    view! {
        <Head />
        <Countries />
        <Table />
    }
    .into_any()
}

/// What is compared, and how to read it.
#[component]
fn Head() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let names = move || {
        let names: Vec<String> = columns(&atlas.data(), &place.setting.get())
            .into_iter()
            .map(|(_, name)| name)
            .collect();
        match names.as_slice() {
            [] => "Compare".to_owned(),
            [one] => format!("{one}, and what to compare it with"),
            [rest @ .., last] => format!("{} and {last}, side by side", rest.join(", ")),
        }
    };
    view! {
        <h1 tabindex="-1">{names}</h1>
        <p class="lead">"A tinted row is one in which they differ. One alone can be compared at two dates, chosen under “Date”, at the top."</p>
    }
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
    let rows = |diff: bool, words: &'static str| {
        let href = move || place.url.with(|url| Url { diff, ..url.clone() }.href());
        let current = move || place.url.with(|url| url.diff == diff).then_some("true");
        view! { <a href=href aria-current=current>{words}</a> }
    };
    view! {
        <p class="label">{format!("Up to {MOST}")}</p>
        <ul class="choices to-compare" aria-label="To compare">{boxes}</ul>
        <nav class="seg" aria-label="Rows">{rows(false, "All rows")}{rows(true, "Differences only")}</nav>
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

/// The columns, each with its heading.
fn columns(d: &Dataset, url: &Url) -> Vec<(Column, String)> {
    let day = d.day_of(url.as_of);
    let units: Vec<EntityIx> = chosen(d, url)
        .iter()
        .filter_map(|id| d.entity_in(Table::Country, id))
        .collect();
    match (units.as_slice(), url.vs) {
        (&[unit], Some(vs)) => {
            let later = url.as_of.map_or_else(|| d.about().vantage.words.clone(), AsOf::words);
            let name = &d.entity(unit).name;
            let mut both = [
                (
                    Column {
                        unit,
                        day: d.day_of(Some(vs)),
                    },
                    format!("{name}, {}", vs.words()),
                ),
                (Column { unit, day }, format!("{name}, {later}")),
            ];
            // Two dates are told in their order, however they were chosen.
            if both[0].0.day > both[1].0.day {
                both.reverse();
            }
            both.into()
        }
        _ => units
            .into_iter()
            .map(|unit| (Column { unit, day }, d.entity(unit).name.clone()))
            .collect(),
    }
}

/// The heading over a row and its own.
fn names(d: &Dataset, of: RowOf) -> (String, String) {
    match of {
        RowOf::Programme(ix) if d.entity(ix).rung.is_some() => (d.texts().names.tiers.clone(), d.entity(ix).long()),
        RowOf::Programme(ix) => ("Other programmes".to_owned(), d.entity(ix).long()),
        RowOf::Permissions(group) => ("What is allowed".to_owned(), d.word(group).word.clone()),
    }
}

#[component]
fn Table() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    crate::ui::reactive(move || {
        let d = atlas.data();
        let url = place.setting.get();
        let columns = columns(&d, &url);
        let places: Vec<Column> = columns.iter().map(|(column, _)| *column).collect();
        let (mut rows, others): (Vec<CompareRow>, Vec<CompareRow>) = compare(&d, &places)
            .into_iter()
            .filter(|row| !url.diff || row.differs(&d))
            .partition(|row| matches!(row.of, RowOf::Programme(ix) if d.entity(ix).rung.is_some()));
        // The highest step stands on top.
        rows.reverse();
        rows.extend(others);
        let heads = columns
            .iter()
            .map(|(_, label)| view! { <th scope="col">{label.clone()}</th> })
            .collect_view();
        let span = (columns.len() + 1).to_string();
        let mut last = String::new();
        let body = rows
            .iter()
            .map(|row| {
                let (theme, name) = names(&d, row.of);
                let group = (theme != last).then(
                    || view! { <tr class="group"><th scope="colgroup" colspan=span.clone()>{theme.clone()}</th></tr> },
                );
                last = theme;
                let cells = row
                    .cells
                    .iter()
                    .zip(&columns)
                    .map(|(items, (column, label))| view! { <td data-label=label.clone()>{cell_view(&d, column.unit, &name, items)}</td> })
                    .collect_view();
                let class = row.differs(&d).then_some("is-differing");
                view! { {group}<tr class=class data-line=""><th scope="row">{name.clone()}</th>{cells}</tr> }
            })
            .collect_view();
        let none = rows.is_empty();
        let empty = (none && url.diff).then(|| view! { <p class="is-gap">"Nothing of these differs."</p> });
        let statements = (!url.diff).then(|| statements(&d, &places));
        let single = columns.len() < 2;
        view! {
            {single.then(|| view! { <p class="notice">"One alone: choose another, or a date to compare with."</p> })}
            {empty}
            {(!none).then(|| view! {
                <div class="table-wrap" tabindex="0" role="region" aria-label="Compared">
                    <table class="compared" aria-label="Compared"><thead><tr><th scope="col">"Of what"</th>{heads}</tr></thead><tbody>{body}</tbody></table>
                </div>
                <Legend groups=&["state", "arrangement", "answer"] />
                <CopyTable sheet=Box::new(move |d| sheet(d, &columns, &rows)) name=Some("compared") />
            })}
            {statements}
        }
    })
}

/// The comparison as a table of plain texts.
fn sheet(d: &Dataset, columns: &[(Column, String)], rows: &[CompareRow]) -> Sheet {
    let head = ["Theme", "Of what"]
        .into_iter()
        .map(str::to_owned)
        .chain(columns.iter().map(|(_, label)| label.clone()));
    let body = rows.iter().map(|row| {
        let (theme, name) = names(d, row.of);
        let cells = row.cells.iter().map(|items| {
            let items = items.iter().map(|item| plain(d, item));
            items.collect::<Vec<_>>().join("; ")
        });
        [theme, name].into_iter().chain(cells).collect()
    });
    Sheet::new(head.collect(), body)
}

fn plain(d: &Dataset, item: &Item) -> String {
    let value = item.value.in_words(d);
    match item.permission {
        Some(ix) => format!("{}, {value}, {}", permission_title(d, ix), permission_label(d, ix)),
        None => value,
    }
}

/// What stands in a cell: sign, word, small print; and its marks.
fn cell_view(d: &Dataset, unit: EntityIx, row: &str, items: &[Item]) -> AnyView {
    let rows = items
        .iter()
        .map(|item| {
            let what = item
                .permission
                .map(|ix| view! { <span class="what">{permission_title(d, ix)}</span> });
            let label = item
                .permission
                .map(|ix| view! { <span class="minor">{permission_label(d, ix)}</span> });
            let title = item.permission.map_or_else(|| row.to_owned(), |ix| permission_title(d, ix));
            let of = format!("{}, {title}: {}", d.entity(unit).name, within(&item.value.word(d).word));
            let class = item.value.claim().is_none().then_some("is-silent");
            view! { <li class=class><span>{what}<ValueWords value=item.value.clone() />{label}</span>{value_marks(d, &item.value, of)}</li> }
        })
        .collect_view();
    view! { <ul>{rows}</ul> }.into_any()
}

/// Below the table: what else is said of each, section by section.
fn statements(d: &Dataset, columns: &[Column]) -> impl IntoView + use<> {
    let mut units: Vec<EntityIx> = columns.iter().map(|c| c.unit).collect();
    units.dedup();
    let profiles: Vec<_> = units.iter().map(|&unit| (unit, profile(d, unit))).collect();
    let sections = d
        .texts()
        .country_sections
        .iter()
        .enumerate()
        .map(|(n, section)| {
            let lists = profiles
                .iter()
                .filter_map(|(unit, profile)| Some((unit, profile.get(n)?)))
                .map(|(&unit, of_unit)| {
                    let own: Vec<_> = match of_unit.statements.is_empty() {
                        true => of_unit.elsewhere.clone(),
                        false => of_unit.statements.clone(),
                    };
                    let body = match own.is_empty() {
                        true => view! { <p class="is-gap">{of_unit.mention.word(d).word.clone()}</p> }.into_any(),
                        false => view! { <StatementList list=own /> }.into_any(),
                    };
                    view! { <div><h3>{d.entity(unit).name.clone()}</h3>{body}</div> }
                })
                .collect_view();
            let id = format!("compare-{}", section.id);
            view! { <section><h2 id=id.clone()>{section.heading.clone()}</h2><div class="compared-columns">{lists}</div></section> }
        })
        .collect_view();
    view! { {sections} }
}
