//! Evidence marks: the number of the paragraph that says so, as the one link by which the note of a value is opened.
//!
//! A value is text; its marks follow it. Which paragraphs those are is computed in [`mod@atlas::views::marks`].

#[allow(dead_code, reason = "drawings take their marks one after the other")]
mod drawn;

use atlas::views::marks::Mark as Place;
use atlas::views::{marks, support};
use atlas::{Dataset, StatementIx};
use leptos::prelude::*;
use markup::view;

pub use self::drawn::SvgMark;
use super::edition::{in_app, is_first_view, note_href};
use crate::route::{LinkStyle, Page};
use crate::state::{use_atlas, use_changed, use_place};

/// The marks of a value, one a paragraph, ascending; nothing for what rests on no statement.
///
/// With `id` each opens the note of that value, and `statements` may be left out: they are then those that support the value on
/// the day shown. Without `id` each opens the note of the first of the statements that its paragraph supports.
#[component]
pub fn Marks(
    /// Id whose note they open: a participation, permission, leg, entity or statement.
    #[prop(optional, into)]
    id: Option<String>,
    /// What the value rests on.
    #[prop(optional, into)]
    statements: Option<Vec<StatementIx>>,
    /// The value in words, for those who do not see what stands beside: "Examplia in the Review: taking part". Without it, the words
    /// of the first statement that the paragraph supports.
    #[prop(optional, into)]
    of: Option<String>,
) -> impl IntoView {
    let d = use_atlas().data();
    let list = statements.unwrap_or_else(|| supporting(&d, id.as_deref()));
    let links = marks(&d, list)
        .into_iter()
        .filter_map(|mark| {
            let first = d.statement(*mark.statements.first()?);
            let id = id.clone().unwrap_or_else(|| first.id.clone());
            let of = of.clone().unwrap_or_else(|| first.text.clone());
            Some(view! { <Mark mark=mark id=id of=of /> })
        })
        .collect_view();
    (!links.is_empty()).then(|| view! { <span class="evs">{links}</span> })
}

/// What supports a value on the day shown.
fn supporting(d: &Dataset, id: Option<&str>) -> Vec<StatementIx> {
    let target = id.and_then(|id| d.find(id));
    target.map_or_else(Vec::new, |target| support(d, target, use_place().day(d)))
}

/// One mark: "¶24".
#[component]
pub fn Mark(
    /// The paragraph, with its number.
    mark: Place,
    /// Id whose note it opens.
    #[prop(into)]
    id: String,
    /// The value in words, for those who do not see what stands beside.
    #[prop(into)]
    of: String,
) -> impl IntoView {
    let link = Link::new(&mark, &id);
    let (current, differs) = (link.clone(), use_changed());
    let own = id.clone();
    view! {
        <a class="ev" class:is-changed=move || differs.has(&own) href=link.href() data-value=known(id) aria-current=move || current.is_open()>
            {mark.text()}<span class="visually-hidden">", where it says so: "{of}</span>
        </a>
    }
}

/// The attribute by which the program finds a mark again; what is only read has no use for it.
fn known(id: String) -> Option<String> {
    (in_app() && !is_first_view()).then_some(id)
}

/// Where a mark leads, and whether the note that it opens is open.
#[derive(Clone)]
struct Link {
    id: String,
    place: crate::state::Place,
    /// In the plain edition, the place of the paragraph.
    plain: Option<String>,
}

impl Link {
    fn new(mark: &Place, id: &str) -> Self {
        Self {
            id: id.to_owned(),
            place: use_place(),
            plain: (!in_app()).then(|| anchor_of(&use_atlas().data(), mark)),
        }
    }

    fn href(&self) -> impl Fn() -> String + use<> {
        let (plain, app) = (self.plain.clone(), note_href(&self.id));
        move || plain.clone().unwrap_or_else(&app)
    }

    fn is_open(&self) -> Option<&'static str> {
        let open = |note: &Option<String>| note.as_ref() == Some(&self.id);
        self.place.note.with(open).then_some("true")
    }
}

/// The anchor of a mark on the page of the source: the statement, where it stands under this very paragraph, else the paragraph.
fn anchor_of(d: &Dataset, mark: &Place) -> String {
    let stands_here = |&&ix: &&StatementIx| {
        let first = d.statement(ix).evidence.first();
        first.is_some_and(|e| e.paragraph == mark.paragraph)
    };
    let page = match mark.statements.iter().find(stands_here) {
        Some(&ix) => Page::Statement(d.statement(ix).id.clone()),
        None => Page::Source(Some(d.paragraph(mark.paragraph).id.clone())),
    };
    page.href(LinkStyle::Plain)
}
