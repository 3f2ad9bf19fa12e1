//! Notes of what is no statement: a participation, a permission, a leg, an entity, a gap. Each shows its history or parts, latest
//! first, and under every part the statements it rests on.

use atlas::claim::{self, When};
use atlas::model::{Cited, Dataset, Node, Row, Target, Who};
use atlas::roles::{AnswerWord, Basis, HistoryValue};
use atlas::views::{leg as leg_view, marks, permission_label, permission_title, support};
use atlas::{Day, EntityIx, GapIx, LegIx, ParagraphIx, ParticipationIx, PermissionIx, StatementIx};
use leptos::prelude::*;
use markup::view;

use super::actions::Actions;
use super::{facts, place_of, statement_note};
use crate::components::claim::ClaimWords;
use crate::components::mark::Marks;
use crate::components::statements::StatementRow;
use crate::components::value::{page_of, text_link};
use crate::route::Page;
use crate::state::use_place;

/// Most statements that a note lists of an entity.
const MOST: usize = 12;

/// The note of whatever an id names.
pub(super) fn target_note(d: &Dataset, target: Target) -> AnyView {
    let day = use_place().day(d);
    match target {
        Target::Statement(ix) => statement_note(d, ix),
        Target::Participation(ix) => participation_note(d, ix, day),
        Target::Permission(ix) => permission_note(d, ix, day),
        Target::Leg(ix) => leg_note(d, ix, day),
        Target::Entity(ix) => entity_note(d, ix),
        Target::Gap(ix) => gap_note(d, ix),
        Target::Paragraph(ix) => paragraph_note(d, ix),
        Target::Term(n) => d.glossary().get(n).map(|term| {
            view! {
                <h2 class="note-heading">{term.term.clone()}</h2>
                {term.expansion.clone().map(|text| view! { <p class="note-text">{text}</p> })}
                <p>{term.meaning.clone()}</p>
            }
        })
        .into_any(),
        Target::Oddity(n) => d.oddities().get(n).map(|oddity| view! { <h2 class="note-heading">"A problem in the article’s text"</h2><p class="note-text">{oddity.text.clone()}</p> }).into_any(),
    }
}

fn participation_note(d: &Dataset, ix: ParticipationIx, day: Day) -> AnyView {
    let p = d.participation(ix);
    let programme = d.entity(p.programme);
    let who = match p.who {
        Who::Country(country) => d.entity(country).name.clone(),
        Who::RowWide(scope) => d
            .word_for("scope", scope.as_str())
            .map(|w| w.word.clone())
            .unwrap_or_default(),
    };
    let claim = claim::participation(d, ix, day);
    let sentence = claim.as_ref().map(|claim| claim.word(d).sentence.clone());
    view! {
        <h2 class="note-heading">{who}" in "{programme.long()}</h2>
        {claim.map(|claim| view! { <p class="note-answer"><ClaimWords claim=claim /></p> })}
        <p class="note-sentence">{sentence}</p>
        {changed(&p.history)}
        {history(d, &p.history, &support(d, Target::Participation(ix), day))}
        <Actions citation=citation(d, &p.history) id=p.id.clone() />
        <p class="note-way">{text_link(Page::Programme(programme.id.clone()), &format!("All of {}", programme.short()))}</p>
    }
    .into_any()
}

fn permission_note(d: &Dataset, ix: PermissionIx, day: Day) -> AnyView {
    let p = d.permission(ix);
    let claim = claim::permission(d, ix, day);
    let sentence = claim.as_ref().map(|claim| claim.word(d).sentence.clone());
    view! {
        <h2 class="note-heading">{permission_title(d, ix)}", "{d.entity(p.country).name.clone()}</h2>
        {claim.map(|claim| view! { <p class="note-answer"><ClaimWords claim=claim /></p> })}
        <p class="note-sentence">{sentence}</p>
        <p class="note-sentence">{d.word(p.kind).word.clone()}" "{permission_label(d, ix)}"."</p>
        {changed(&p.history)}
        {history(d, &p.history, &support(d, Target::Permission(ix), day))}
        <Actions citation=citation(d, &p.history) id=p.id.clone() />
    }
    .into_any()
}

fn leg_note(d: &Dataset, ix: LegIx, day: Day) -> AnyView {
    let leg = d.leg(ix);
    let view = leg_view(d, ix, day);
    let permissions = leg.permissions.iter().map(|&p| {
        let permission = d.permission(p);
        view! {
            <h3>{permission_title(d, p)}" "{permission_label(d, p)}</h3>
            {history(d, &permission.history, &support(d, Target::Permission(p), day))}
        }
    });
    let permissions = permissions.collect_view();
    let none = leg
        .permissions
        .is_empty()
        .then(|| view! { <p class="note-sentence">"The article does not say on what arrangement this leg rests."</p> });
    let uses = leg
        .uses
        .iter()
        .map(|(cited, word)| view! { <h3>{d.word(*word).word.clone()}</h3>{statements_of(cited)} })
        .collect_view();
    view! {
        <h2 class="note-heading">{d.entity(leg.territory).name.clone()}" on the "{d.entity(leg.line).name.clone()}</h2>
        <p class="note-answer">{view.in_words(d)}"."</p>
        {permissions}
        {none}
        {uses}
        <h3>"On this line"</h3>
        {rows(leg.statements.iter().copied())}
        <p class="note-sentence">"A diagram, not a map of the route: whose ground it is, not where it is crossed."</p>
    }
    .into_any()
}

fn entity_note(d: &Dataset, ix: EntityIx) -> AnyView {
    let entity = d.entity(ix);
    let own: Vec<StatementIx> = if entity.statements.is_empty() {
        d.statements_about(ix).to_vec()
    } else {
        entity.statements.clone()
    };
    let permissions = d
        .permissions()
        .filter(|&p| d.permission(p).place == Some(ix))
        .map(|p| {
            let text = format!("{} {}", permission_title(d, p), permission_label(d, p));
            view! { <li><p class="row-text">{text.clone()}</p><Marks id=d.permission(p).id.clone() of=text /></li> }
        })
        .collect_view();
    let permissions = (!permissions.is_empty()).then(|| view! { <ul class="rows">{permissions}</ul> });
    let related = d
        .relations()
        .iter()
        .filter(|r| r.from == Node::Event(ix) || r.to == Node::Event(ix))
        .count();
    let more = own.len().saturating_sub(MOST);
    view! {
        <h2 class="note-heading">{entity.long()}</h2>
        {entity.kind.map(|kind| view! { <p class="note-sentence">{d.word(kind).word.clone()}</p> })}
        {permissions}
        {rows(own.into_iter().take(MOST))}
        {(more > 0).then(|| view! { <p class="note-sentence">{format!("and {more} more")}</p> })}
        {(related > 0).then(|| view! { <p class="note-sentence">{format!("The article relates {related} statements to it.")}</p> })}
        <p class="note-way">{text_link(page_of(d, ix), "Open its page")}</p>
    }
    .into_any()
}

fn gap_note(d: &Dataset, ix: GapIx) -> AnyView {
    let gap = d.gap(ix);
    view! {
        <h2 class="note-heading">"What the article leaves open"</h2>
        <p class="note-text">{gap.question.clone()}</p>
        <p class="note-why">{gap.why.clone()}</p>
        {met_at(d, &gap.paragraphs)}
    }
    .into_any()
}

fn paragraph_note(d: &Dataset, ix: ParagraphIx) -> AnyView {
    let number = marks::number(ix);
    view! {
        <h2 class="note-heading">{format!("Paragraph {number} of {}", d.paragraphs().count())}</h2>
        <p class="note-text">{d.paragraph(ix).gist.clone()}</p>
        <p class="note-sentence">{atlas::cite::place(d, ix)}</p>
        <p class="note-way">{text_link(Page::Source(Some(d.paragraph(ix).id.clone())), "Open this paragraph")}</p>
    }
    .into_any()
}

/// The heading of a history that has more than one state.
fn changed<V>(rows: &[Row<V>]) -> Option<impl IntoView + use<V>> {
    (rows.len() > 1).then(|| view! { <h3>"How this changed"</h3> })
}

/// A history with its statements: of a value that never changed, what it rests on; of one that did, every state, latest first. The
/// one statement behind what is shown now is told in full.
fn history<V: HistoryValue + 'static>(d: &Dataset, rows: &[Row<V>], telling: &[StatementIx]) -> AnyView {
    let shown = |row: &Row<V>| match telling {
        &[told] => row.cited.statements().eq([told]),
        _ => false,
    };
    let shown = rows.iter().rposition(shown);
    let states = rows.iter().enumerate().rev().map(|(n, row)| {
        let facts = (shown == Some(n)).then(|| facts(d, row.cited.first()));
        let evidence = view! { {reasons(d, row)}{self::rows(row.cited.statements())}{facts} };
        if rows.len() == 1 {
            return evidence.into_any();
        }
        view! {
            <li>
                <p class="row-word">{word_of(d, rows, n)}<span class="date">{When::of(d, row).words()}</span></p>
                {evidence}
            </li>
        }
        .into_any()
    });
    let states = states.collect_view();
    match rows.len() {
        1 => states.into_any(),
        _ => view! { <ol class="history">{states}</ol> }.into_any(),
    }
}

/// The word of a state of a history; of one that comes back after an absence, the word for that.
fn word_of<V: HistoryValue>(d: &Dataset, rows: &[Row<V>], n: usize) -> String {
    let Some(row) = rows.get(n) else {
        return String::new();
    };
    let before: Vec<V> = rows.iter().take(n).map(|row| *row.cited.value()).collect();
    let again = row.cited.value().is_return(&before);
    let word = if again {
        d.answer_word(AnswerWord::Again)
    } else {
        row.word
    };
    d.word(word).word.clone()
}

/// Why a state is taken to be so, where it is not simply said.
fn reasons<V>(d: &Dataset, row: &Row<V>) -> impl IntoView + use<V> {
    let basis = (row.basis != Basis::Named).then(|| d.word(row.basis_word).sentence.clone());
    let reasons = [basis, row.reason.clone()].into_iter().flatten();
    reasons
        .map(|text| view! { <p class="note-sentence">{text}</p> })
        .collect_view()
}

fn statements_of<T>(cited: &Cited<T>) -> AnyView {
    rows(cited.statements())
}

/// Statements, each with its marks; nothing where there are none.
fn rows(list: impl Iterator<Item = StatementIx>) -> AnyView {
    let rows = list.map(|ix| view! { <StatementRow ix=ix /> }).collect_view();
    (!rows.is_empty())
        .then(|| view! { <ul class="rows">{rows}</ul> })
        .into_any()
}

/// Citation of everything a history rests on: the place of its latest row.
fn citation<V>(d: &Dataset, rows: &[Row<V>]) -> String {
    rows.last()
        .map(|row| atlas::cite::statement(d, row.cited.first()))
        .unwrap_or_default()
}

/// Where a reader of the source meets what it leaves open.
fn met_at(d: &Dataset, paragraphs: &[ParagraphIx]) -> AnyView {
    if paragraphs.is_empty() {
        return view! { <p class="note-sentence">"No paragraph speaks of it; the article as a whole does not say."</p> }
            .into_any();
    }
    let places = paragraphs
        .iter()
        .map(|&ix| {
            let page = Page::Source(Some(d.paragraph(ix).id.clone()));
            view! { <li>{text_link(page, &place_of(d, ix))}</li> }
        })
        .collect_view();
    view! { <h3>"Where it leaves this open"</h3><ul class="note-places">{places}</ul> }.into_any()
}
