//! What a reader is at in a part of the page that is made anew: what has the focus, which lists are unfolded, which value is chosen.
//!
//! Nodes are not kept, so a place is told by its order among its like. Where another page takes the place of a page, nothing is
//! carried over: there the focus goes to the heading.

use std::cell::Cell;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement};

use super::focus::{choose_this, chosen, focus, focused};
use super::margin::is_in_note;

thread_local! {
    /// Whether another page is being put in the place of one.
    static TURNING: Cell<bool> = const { Cell::new(false) };
}

/// Says that another page takes the place of one, or that it has.
pub fn turns_page(on: bool) {
    TURNING.set(on);
}

/// An element by its tag and its order among those of the tag.
struct Spot {
    tag: String,
    id: String,
    nth: usize,
    of: usize,
    /// Where in a field's text the reader is, and what is selected.
    field: Option<(String, u32, u32)>,
}

/// What is carried from the part as it was onto the part as it is.
#[derive(Default)]
pub struct Carried {
    focus: Option<Spot>,
    folds: Vec<bool>,
    /// The id of the chosen value, and its order among those of the id.
    chosen: Option<(String, usize)>,
}

impl Carried {
    /// Without what only its order tells: for another page than the one that it was taken from.
    pub fn named(self) -> Self {
        Self {
            focus: self.focus.filter(|spot| !spot.id.is_empty()),
            ..Self::default()
        }
    }

    /// Out of the elements that go.
    pub fn from(old: &[Element]) -> Self {
        if old.is_empty() || TURNING.get() {
            return Self::default();
        }
        let holds = |element: &Element| old.iter().any(|outer| outer.contains(Some(element)));
        let own = |element: &Element| holds(element) && !is_in_note(element) || old.contains(element);
        let chosen = chosen().filter(|(value, _)| holds(value)).and_then(|(value, id)| {
            let nth = of_value(old, &id).iter().position(|other| *other == value)?;
            Some((id, nth))
        });
        Self {
            focus: focused().filter(own).and_then(|element| spot(old, &element)),
            folds: all_of(old, "details")
                .iter()
                .map(|fold| fold.has_attribute("open"))
                .collect(),
            chosen,
        }
    }

    /// Onto the elements that came.
    pub fn onto(self, new: &[Element]) {
        let folds = all_of(new, "details");
        if folds.len() == self.folds.len() {
            for (fold, open) in folds.iter().zip(self.folds) {
                // One that is unfolded from the start stays so.
                if open && !fold.has_attribute("open") {
                    let _ = fold.set_attribute("open", "");
                }
            }
        }
        if let Some(value) = self
            .chosen
            .and_then(|(id, nth)| of_value(new, &id).into_iter().nth(nth))
        {
            choose_this(value);
        }
        let Some(spot) = self.focus else { return };
        let like = all_of(new, &spot.tag);
        let by_id = like.iter().find(|other| !spot.id.is_empty() && other.id() == spot.id);
        let by_order = || like.get(spot.nth).filter(|_| like.len() == spot.of);
        // Of links that come and go, as those of what is chosen do, the nearest one; buttons that go are seen to elsewhere.
        let nearest = || like.get(spot.nth).or(like.last()).filter(|_| spot.tag == "a");
        let Some(element) = by_id.or_else(by_order).or_else(nearest).cloned() else {
            return;
        };
        focus(Some(element.clone()), false);
        if let (Some((text, from, to)), Ok(field)) = (spot.field, element.dyn_into::<HtmlInputElement>())
            && field.value() == text
        {
            let _ = field.set_selection_range(from, to);
        }
    }
}

fn spot(within: &[Element], element: &Element) -> Option<Spot> {
    let tag = element.local_name();
    let like = all_of(within, &tag);
    let field = element.dyn_ref::<HtmlInputElement>().and_then(|field| {
        let from = field.selection_start().ok().flatten()?;
        let to = field.selection_end().ok().flatten()?;
        Some((field.value(), from, to))
    });
    Some(Spot {
        nth: like.iter().position(|other| other == element)?,
        of: like.len(),
        id: element.id(),
        tag,
        field,
    })
}

fn of_value(within: &[Element], id: &str) -> Vec<Element> {
    let mut values = all_of(within, "[data-value]");
    values.retain(|value| value.get_attribute("data-value").as_deref() == Some(id) && !is_in_note(value));
    values
}

/// What a selector finds in a part, its outermost elements included.
fn all_of(within: &[Element], selector: &str) -> Vec<Element> {
    let mut found = Vec::new();
    for element in within {
        if element.matches(selector).unwrap_or_default() {
            found.push(element.clone());
        }
        if let Ok(list) = element.query_selector_all(selector) {
            found.extend((0..list.length()).filter_map(|n| list.item(n)?.dyn_into::<Element>().ok()));
        }
    }
    found
}
