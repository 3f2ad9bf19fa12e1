//! The table of units and programmes, with a column for what is said of a group without names.

use atlas::model::Dataset;
use atlas::roles::AnswerWord;
use atlas::views::{Cell, MatrixRow, RowCells, Value, matrix, within};
use atlas::{Claim, EntityIx, Matter, When, said_of_groups};
use leptos::prelude::*;
use markup::view;

use super::claim::value_marks;
use super::mark::Marks;
use super::stair::worked_out;
use super::value::EntityLink;
use crate::state::{use_atlas, use_place};
use crate::ui::Sign;

/// Who takes part in what.
#[component]
pub fn Matrix() -> impl IntoView {
    let (atlas, place) = (use_atlas(), use_place());
    let d = atlas.data();
    let units = d.countries();
    let heads = units
        .iter()
        .map(|&unit| view! { <th scope="col"><EntityLink ix=unit /></th> })
        .collect_view();
    let (ranked, others): (Vec<_>, Vec<_>) = matrix(&d, place.day(&d))
        .into_iter()
        .partition(|row| d.entity(row.programme).rung.is_some());
    let marked = ranked.iter().chain(&others).any(|row| row.of_group.is_some());
    let span = units.len() + 1 + usize::from(marked);
    let group = |name: String, mut rows: Vec<MatrixRow>, reversed: bool| {
        if reversed {
            rows.reverse();
        }
        let body = rows
            .iter()
            .map(|row| matrix_row(&d, row, &units, marked))
            .collect_view();
        (!rows.is_empty()).then(|| view! { <tbody><tr class="group"><th scope="colgroup" colspan=span.to_string()>{name}</th></tr>{body}</tbody> })
    };
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-label="Who takes part in what">
            <table class="matrix" aria-label="Who takes part in what">
                <thead><tr><th scope="col">"Programme"</th>{heads}{marked.then(|| view! { <th scope="col">"Said of a group"</th> })}</tr></thead>
                {group(d.texts().names.tiers.clone(), ranked, true)}
                {group("Other programmes".to_owned(), others, false)}
            </table>
        </div>
    }
}

fn matrix_row(d: &Dataset, row: &MatrixRow, units: &[EntityIx], marked: bool) -> impl IntoView + use<> {
    let programme = d.entity(row.programme);
    let acronym = programme.acronym.clone();
    let span = units.len().to_string();
    let cells = match &row.cells {
        RowCells::Each(cells) => cells.iter().map(|cell| view! { <td class=cell_class(cell) data-label=d.entity(cell.country).name.clone()>{matrix_cell(d, cell)}</td> }).collect_view().into_any(),
        RowCells::OfAll(cell) => view! { <td class="cell is-merged" colspan=span data-label="All">{matrix_cell(d, cell)}</td> }.into_any(),
        RowCells::NoneNamed => view! { <td class="cell is-silent" colspan=span data-label="Each">"None mentioned by name"</td> }.into_any(),
    };
    let of_group =
        marked.then(|| view! { <td class="of-group" data-label="Said of a group">{group_mark(d, row).unwrap_or_else(|| group_said(d, row))}</td> });
    view! {
        <tr data-line="">
            <th scope="row"><EntityLink ix=row.programme />{acronym.map(|acronym| view! { " "<span class="acronym">{acronym}</span> })}</th>
            {cells}
            {of_group}
        </tr>
    }
}

fn cell_class(cell: &Cell) -> &'static str {
    match &cell.value {
        Value::Claimed(claim) if claim.is_active() => "cell is-active",
        Value::Claimed(_) => "cell",
        Value::Mentioned(mention) if mention.is_silent() => "cell is-silent",
        Value::Mentioned(_) => "cell",
    }
}

fn matrix_cell(d: &Dataset, cell: &Cell) -> impl IntoView + use<> {
    let word = cell.value.word(d).word.clone();
    let claim = cell.value.claim();
    let date = claim
        .filter(|claim| claim.when().is_given())
        .map(|claim| claim.when().words());
    let star = claim.is_some_and(Claim::is_worked_out).then(worked_out);
    // Worked out is said by the asterisk.
    let basis = claim.filter(|claim| claim.basis() != atlas::roles::Basis::Inferred);
    let basis = basis
        .and_then(|claim| claim.basis_word(d))
        .map(|word| word.word.clone());
    let small: Vec<String> = date.into_iter().chain(basis).collect();
    let small = (!small.is_empty()).then(|| view! { <span class="minor">{small.join("; ")}</span> });
    let of = format!(
        "{} in {}: {}",
        d.entity(cell.country).name,
        d.entity(cell.programme).short(),
        within(&word)
    );
    view! {
        <span class="shown">
            <Sign name=cell.value.sign(d).to_owned() />
            <span class="cell-words"><span class="word">{word}</span>{star}{small}</span>
            {value_marks(d, &cell.value, of)}
        </span>
    }
}

/// Where no group is said to take part: of which group the source speaks in connection with the programme, or of none.
fn group_said(d: &Dataset, row: &MatrixRow) -> AnyView {
    let said = said_of_groups(d, Matter::Programme(row.programme));
    let Some(first) = said.first() else {
        let word = d.word(d.answer_word(AnswerWord::NotSaid)).word.clone();
        return view! { <span class="is-silent">{word}</span> }.into_any();
    };
    let word = d.word_for("scope", d.statement(*first).scope.as_str());
    let word = word.map(|word| word.word.clone()).unwrap_or_default();
    let of = format!("{word}, {}", d.entity(row.programme).short());
    view! { <span class="shown"><span class="cell-words"><span class="word">{word}</span></span><Marks statements=said of=of /></span> }
        .into_any()
}

/// "“Some”, not named", since when, and where it says so.
fn group_mark(d: &Dataset, row: &MatrixRow) -> Option<AnyView> {
    let (ix, scope) = row.of_group?;
    let participation = d.participation(ix);
    let word = d
        .word_for("scope", scope.as_str())
        .map(|w| w.word.clone())
        .unwrap_or_default();
    let history = participation.history.first();
    let what = history.map(|row| within(&d.word(row.word).word)).unwrap_or_default();
    let date = history
        .map(|row| When::of(d, row))
        .filter(When::is_given)
        .map(|when| when.words());
    let of = format!("{word} in {}: {what}", d.entity(row.programme).short());
    let marked = view! {
        <span class="shown">
            <span class="cell-words"><span class="word">{word}</span><span class="minor">{what}{date.map(|date| format!("; {date}"))}</span></span>
            <Marks id=participation.id.clone() of=of />
        </span>
    };
    Some(marked.into_any())
}
