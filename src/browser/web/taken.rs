//! What a reader did on the start page before the program had come, given to the program when it takes the page's place: what has
//! the focus, what stands in the search box and is selected there, which panels are open. What was chosen is in the address by then.

use wasm_bindgen::JsCast as _;
use web_sys::{Event, EventInit, HtmlElement, HtmlInputElement};

use super::{Carried, all, find};

/// The search box.
const SEARCH: &str = "#search";

/// What is taken over.
pub struct TakenOver {
    carried: Carried,
    typed: String,
    /// Selectors of the words that open a panel.
    panels: Vec<String>,
}

/// Out of the document as it came. `same` says whether the program begins with the page that the document held.
pub fn take_over(root: &HtmlElement, same: bool) -> TakenOver {
    let carried = Carried::from(&[root.clone().into()]);
    let open = all("#app details[open] > summary[id]");
    TakenOver {
        carried: if same { carried } else { carried.named() },
        typed: search_box().map(|field| field.value()).unwrap_or_default(),
        panels: open.iter().map(|summary| format!("#{}", summary.id())).collect(),
    }
}

fn search_box() -> Option<HtmlInputElement> {
    find(SEARCH)?.dyn_into().ok()
}

impl TakenOver {
    /// Gives it to the program. `types` says whether what was typed is still to be looked for.
    pub fn give(self, types: bool) {
        for panel in &self.panels {
            if let Some(word) = find(panel).and_then(|word| word.dyn_into::<HtmlElement>().ok()) {
                word.click();
            }
        }
        if let Some(field) = search_box().filter(|_| types && !self.typed.is_empty()) {
            let bubbles = EventInit::new();
            bubbles.set_bubbles(true);
            field.set_value(&self.typed);
            if let Ok(event) = Event::new_with_event_init_dict("input", &bubbles) {
                let _ = field.dispatch_event(&event);
            }
        }
        self.carried.onto(&all("#app"));
    }
}
