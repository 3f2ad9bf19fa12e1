//! Effects that leave what they read when they end, and views that are made anew by them.
//!
//! Leptos's own effects stay in the lists of the signals they read. Those of the address live as long as the app: every page that
//! was left would keep its memory there, and be called in vain at every step.
//!
//! And Leptos changes what it made before, node by node. Translators and other extensions put nodes of their own in the place of
//! texts; what is changed then is a node that no reader sees. So a view that follows something is made anew whole, and whatever
//! stands where the old one stood is taken out, whoever put it there. A text among others has an element of its own.

use leptos::prelude::{ArcMemo, IntoAny as _, Memo, on_cleanup};
use leptos::reactive::effect::RenderEffect;
use leptos::reactive::graph::{AnySubscriber, Subscriber as _, ToAnySubscriber as _};
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element as Node, Node as AnyNode, Placeholder};
use leptos::tachys::renderer::{CastFrom as _, Rndr};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::any_view::{AnyView, AnyViewState};
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};

use super::Element;
use crate::browser::Carried;

/// An effect that is kept for as long as what it changes.
pub(super) struct Following<T: 'static>(RenderEffect<T>);

impl<T: 'static> Following<T> {
    pub(super) fn new(follow: impl FnMut(Option<T>) -> T + 'static) -> Self {
        Self(RenderEffect::new(follow))
    }
}

impl<T: 'static> Drop for Following<T> {
    fn drop(&mut self) {
        leave(&self.0.to_any_subscriber());
        // The effect's own task would keep it until its next turn, and by then what it follows may be gone.
        drop(self.0.take_value());
    }
}

/// Takes an effect out of the lists of its sources.
fn leave(effect: &AnySubscriber) {
    effect.clear_sources(effect);
}

/// A memo of a view that comes and goes: like the effects, it leaves what it read.
pub fn memo<T: PartialEq + Send + Sync + 'static>(value: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    let memo = ArcMemo::new(move |_| value());
    let effect = memo.to_any_subscriber();
    on_cleanup(move || leave(&effect));
    memo.into()
}

/// A closure as a view that is made anew when what it read has changed.
pub struct Live {
    pub(super) view: Box<dyn FnMut() -> AnyView + Send>,
    /// Whether it gives a text and nothing else.
    pub(super) is_text: bool,
}

impl Live {
    /// As it stands beside others: a text gets an element of its own, which is its to set.
    fn beside(self, svg: bool) -> Result<Element, Self> {
        if !self.is_text {
            return Err(self);
        }
        let own = if svg {
            Element::svg("tspan")
        } else {
            Element::html("span")
        };
        Ok(own.child(self))
    }

    /// As a child among others.
    pub(super) fn among_others(self, svg: bool) -> AnyView {
        match self.beside(svg) {
            Ok(own) => own.into_any(),
            Err(live) => Self { is_text: false, ..live }.into_any(),
        }
    }

    /// As the only child of an element.
    pub(super) fn within(mut self, whole: &Node) -> Following<Whole> {
        let of = whole.clone();
        Following::new(move |before: Option<Whole>| {
            let view = (self.view)();
            let mut made = view.build();
            if let Some(before) = before {
                let carried = Carried::from(&before.0.elements());
                Rndr::clear_children(&of);
                made.mount(&of, None);
                carried.onto(&made.elements());
            } else {
                made.mount(&of, None);
            }
            Whole(made)
        })
    }
}

/// A view that is all that its element holds.
pub struct Whole(AnyViewState);

/// A view between two marks, which are no text and stay where they are.
pub struct Held {
    view: AnyViewState,
    start: Placeholder,
    end: Placeholder,
}

impl Held {
    fn of(view: AnyView) -> Self {
        Self {
            view: view.build(),
            start: Rndr::create_placeholder(),
            end: Rndr::create_placeholder(),
        }
    }

    /// What stands between the marks; nothing where they are no longer in one place, one after the other.
    fn between(&self) -> Option<Vec<AnyNode>> {
        let mut found = Vec::new();
        let mut next = Rndr::next_sibling(&self.start);
        while let Some(node) = next {
            if node == *self.end.as_ref() {
                return Some(found);
            }
            next = Rndr::next_sibling(&node);
            found.push(node);
        }
        None
    }

    /// Puts a new view in the place of this one.
    fn turn_into(mut self, view: AnyView) -> Self {
        let mut made = view.build();
        let old = self.view.elements();
        let carried = Carried::from(&old);
        let within = self.between();
        let strayed = |node: &&Node| {
            let among = |list: &Vec<AnyNode>| list.iter().any(|other| other == node.as_ref());
            Rndr::get_parent(node).is_some() && !within.as_ref().is_some_and(among)
        };
        // What was here was put elsewhere, as some translators do with all that is in a paragraph: the new view follows it there.
        if let Some(first) = old.iter().find(strayed)
            && let Some(parent) = Rndr::get_parent(first).and_then(Node::cast_from)
        {
            Rndr::insert_node(&parent, &self.start, Some(first));
            Rndr::insert_node(&parent, &self.end, Some(first));
        }
        if let Some(parent) = Rndr::get_parent(&self.end).and_then(Node::cast_from) {
            made.mount(&parent, Some(&self.end));
        }
        within.iter().flatten().for_each(Rndr::remove);
        self.view.unmount();
        carried.onto(&made.elements());
        Self { view: made, ..self }
    }
}

impl Mountable for Held {
    fn unmount(&mut self) {
        self.between().iter().flatten().for_each(Rndr::remove);
        self.view.unmount();
        self.start.unmount();
        self.end.unmount();
    }

    fn mount(&mut self, parent: &Node, marker: Option<&AnyNode>) {
        Rndr::insert_node(parent, &self.start, marker);
        self.view.mount(parent, marker);
        Rndr::insert_node(parent, &self.end, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.start.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Node> {
        self.view.elements()
    }
}

/// Such a view in the document.
pub struct LiveState(Following<Held>);

impl Render for Live {
    type State = LiveState;

    fn build(mut self) -> LiveState {
        LiveState(Following::new(move |before: Option<Held>| {
            let view = (self.view)();
            match before {
                Some(held) => held.turn_into(view),
                None => Held::of(view),
            }
        }))
    }

    fn rebuild(self, state: &mut LiveState) {
        let mut old = std::mem::replace(state, self.build());
        old.insert_before_this(state);
        old.unmount();
    }
}

impl Mountable for LiveState {
    fn unmount(&mut self) {
        self.0.0.unmount();
    }

    fn mount(&mut self, parent: &Node, marker: Option<&AnyNode>) {
        self.0.0.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.0.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Node> {
        self.0.0.elements()
    }
}

impl RenderHtml for Live {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        mut self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        (self.view)().to_html_with_buf(buf, position, escape, mark_branches, extra_attrs);
    }

    /// The app replaces what was rendered before it came; nothing is hydrated.
    fn hydrate<const FROM_SERVER: bool>(self, _cursor: &Cursor, _position: &PositionState) -> LiveState {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl AddAnyAttr for Live {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Self {
        self
    }
}
