//! Effects that leave what they read when they end, and views that are made anew by them.
//!
//! Leptos's own effects stay in the lists of the signals they read. Those of the address live as long as the app: every page that
//! was left would keep its memory there, and be called in vain at every step.

use leptos::prelude::{ArcMemo, Memo, on_cleanup};
use leptos::reactive::effect::RenderEffect;
use leptos::reactive::graph::{AnySubscriber, Subscriber as _, ToAnySubscriber as _};
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element as Node, Node as AnyNode};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::any_view::{AnyView, AnyViewState};
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};

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
pub struct Live(pub(super) Box<dyn FnMut() -> AnyView + Send>);

/// Such a view in the document.
pub struct LiveState(Following<AnyViewState>);

impl Render for Live {
    type State = LiveState;

    fn build(mut self) -> LiveState {
        LiveState(Following::new(move |before: Option<AnyViewState>| {
            let view = (self.0)();
            match before {
                Some(mut state) => {
                    view.rebuild(&mut state);
                    state
                }
                None => view.build(),
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
        (self.0)().to_html_with_buf(buf, position, escape, mark_branches, extra_attrs);
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
