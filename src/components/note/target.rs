//! Notes of what is no statement: a participation, a permission, a leg, an entity, a gap. Each shows its history or parts, and
//! under every part the statements it rests on.

use atlas::claim::{self, When};
use atlas::model::{Cited, Dataset, Node, Row, Target, Who};
use atlas::roles::HistoryValue;
use atlas::views::{firmness, leg as leg_view, permission_label, permission_title};
use atlas::{Day, EntityIx, LegIx, ParagraphIx, ParticipationIx, PermissionIx, StatementIx};
use leptos::prelude::*;
use markup::view;

use super::actions::Actions;
use super::statement_note;
use crate::components::claim::ClaimWords;
use crate::components::value::{page_of, text_link, text_value};
use crate::route::Page;
use crate::state::use_place;

/// The note of whatever an id names.
pub(super) fn target_note(d: &Dataset, target: Target) -> AnyView {
    let day = use_place().day(d);
    match target {
        Target::Statement(ix) => statement_note(d, ix),
        Target::Participation(ix) => participation_note(d, ix, day),
        Target::Permission(ix) => permission_note(d, ix, day),
        Target::Leg(ix) => leg_note(d, ix, day),
        Target::Entity(ix) => entity_note(d, ix),
        Target::Gap(ix) => {
            let gap = d.gap(ix);
            view! {
                <h2 class="note-heading">"Not said"</h2>
                <p class="note-text">{gap.question.clone()}</p>
                <p>{gap.why.clone()}</p>
                {met_at(d, &gap.paragraphs)}
            }
            .into_any()
        }
        Target::Paragraph(ix) => view! {
            <h2 class="note-heading">{atlas::cite::place(d, ix)}</h2>
            <p class="note-text">{d.paragraph(ix).gist.clone()}</p>
            <p>{text_link(Page::Source(Some(d.paragraph(ix).id.clone())), "Open this paragraph")}</p>
        }
        .into_any(),
        Target::Term(n) => d.glossary().get(n).map(|term| {
            view! {
                <h2 class="note-heading">{term.term.clone()}</h2>
                {term.expansion.clone().map(|text| view! { <p class="note-text">{text}</p> })}
                <p>{term.meaning.clone()}</p>
            }
        })
        .into_any(),
        Target::Oddity(n) => d.oddities().get(n).map(|oddity| view! { <h2 class="note-heading">"An oddity of the text"</h2><p class="note-text">{oddity.text.clone()}</p> }).into_any(),
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
    let sentence = claim.as_ref().map(|claim| {
        let word = &claim.word(d).sentence;
        claim
            .basis_word(d)
            .map_or_else(|| word.clone(), |basis| format!("{word} {}", basis.sentence))
    });
    view! {
        <h2 class="note-heading">{who}" in "{programme.long()}</h2>
        {claim.map(|claim| view! { <p class="note-answer"><ClaimWords claim=claim /></p> })}
        <p class="note-sentence">{sentence}</p>
        {history(d, &p.history)}
        <Actions citation=citation(d, &p.history) id=p.id.clone() />
        <p>{text_link(Page::Programme(programme.id.clone()), &format!("All of {}", programme.short()))}</p>
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
        <p>{d.word(p.kind).word.clone()}" "{permission_label(d, ix)}"."</p>
        {history(d, &p.history)}
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
            {history(d, &permission.history)}
        }
    });
    let permissions = permissions.collect_view();
    let none = leg
        .permissions
        .is_empty()
        .then(|| view! { <p>"The article does not say on what arrangement this leg rests."</p> });
    let uses = leg
        .uses
        .iter()
        .map(|(cited, word)| view! { <h3>{d.word(*word).word.clone()}</h3>{statements_of(d, cited)} })
        .collect_view();
    let placed = leg.statements.iter().map(|&s| source_line(d, s)).collect_view();
    view! {
        <h2 class="note-heading">{d.entity(leg.territory).name.clone()}" on the "{d.entity(leg.line).name.clone()}</h2>
        <p class="note-answer">{view.in_words(d)}"."</p>
        {permissions}
        {none}
        {uses}
        <h3>"On this line"</h3>
        <ul class="note-statements">{placed}</ul>
        <p class="note-sentence">"Drawn as a scheme: whose ground it is, not where it is crossed."</p>
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
    let permissions = d.permissions().filter(|&p| d.permission(p).place == Some(ix)).map(|p| view! { <li>{text_value(&d.permission(p).id, &format!("{} {}", permission_title(d, p), permission_label(d, p)))}</li> }).collect_view();
    let related = d
        .relations()
        .iter()
        .filter(|r| r.from == Node::Event(ix) || r.to == Node::Event(ix))
        .count();
    let shown = own.iter().take(12).map(|&s| source_line(d, s)).collect_view();
    let more = own.len().saturating_sub(12);
    view! {
        <h2 class="note-heading">{entity.long()}</h2>
        {entity.kind.map(|kind| view! { <p class="note-sentence">{d.word(kind).word.clone()}</p> })}
        {(!permissions.is_empty()).then(|| view! { <ul class="note-statements">{permissions}</ul> })}
        {(!shown.is_empty()).then(|| view! { <ul class="note-statements">{shown}</ul> })}
        {(more > 0).then(|| view! { <p>{format!("and {more} more")}</p> })}
        {(related > 0).then(|| view! { <p class="note-sentence">{format!("The article relates {related} statements to it.")}</p> })}
        <p>{text_link(page_of(d, ix), "Open its page")}</p>
    }
    .into_any()
}

/// The rows of a history, latest first, each with its statements.
fn history<V: HistoryValue + 'static>(d: &Dataset, rows: &[Row<V>]) -> impl IntoView + use<V> {
    let rows = rows
        .iter()
        .rev()
        .map(|row| {
            let date = When::of(d, row).words();
            let basis = (row.basis != atlas::roles::Basis::Named).then(|| d.word(row.basis_word).sentence.clone());
            let reason = row.reason.clone();
            view! {
                <li>
                    <p class="row-word">{d.word(row.word).word.clone()}<span class="date">{date}</span></p>
                    {basis.map(|b| view! { <p class="note-sentence">{b}</p> })}
                    {reason.map(|r| view! { <p class="note-sentence">{r}</p> })}
                    {statements_of(d, &row.cited)}
                </li>
            }
        })
        .collect_view();
    view! { <ol class="history">{rows}</ol> }
}

fn statements_of<T>(d: &Dataset, cited: &Cited<T>) -> impl IntoView + use<T> {
    let rows = cited.statements().map(|ix| source_line(d, ix)).collect_view();
    view! { <ul class="note-statements">{rows}</ul> }
}

/// A statement with its place, for a note that rests on several.
fn source_line(d: &Dataset, ix: StatementIx) -> impl IntoView + use<> {
    let s = d.statement(ix);
    let place = s.evidence.first().map(|e| atlas::cite::place(d, e.paragraph));
    view! {
        <li>
            {text_value(&s.id, &s.text)}
            {firmness(d, ix).map(|word| view! { " " <span class="firmness">{word}</span> })}
            {place.map(|place| view! { <span class="place">{place}</span> })}
        </li>
    }
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
        return view! { <p class="minor">"No paragraph speaks of it; the article as a whole does not say."</p> }
            .into_any();
    }
    let places = paragraphs
        .iter()
        .map(|&ix| view! { <li>{text_link(Page::Source(Some(d.paragraph(ix).id.clone())), &atlas::cite::place(d, ix))}</li> })
        .collect_view();
    view! { <h3>"Where it leaves this open"</h3><ul class="plain">{places}</ul> }.into_any()
}
