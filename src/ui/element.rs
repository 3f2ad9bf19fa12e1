//! One element for all tags: what `markup::view!` writes its calls on.
//!
//! Leptos types every element by its tag; here the tag is data, so that the program carries the code for building and changing an
//! element once. Everything else (text, closures, lists, components) is Leptos's own, held as [`AnyView`]. Left out: hydration,
//! which this app never does, and attributes spread onto an element from outside.

mod attribute;
mod live;
mod named;
mod state;

use std::any::{Any, TypeId};
use std::borrow::Cow;

use leptos::ev::EventDescriptor;
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::Event;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Position, PositionState, Render, RenderHtml};

use self::attribute::{Attr, IntoAttr};
pub use self::live::{Live, memo};
pub use self::named::{Named, NamedClosure, NamedView};
use self::state::ElementState;

/// Tags that have no children and no end.
const VOID: [&str; 8] = ["area", "br", "col", "hr", "img", "input", "meta", "wbr"];

/// An element before it is built. Behind a box: a builder is handed on with every call, and a pointer is the cheapest to hand on.
pub struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    svg: bool,
    attrs: Vec<(&'static str, Attr)>,
    /// Classes that come and go, beside the attribute `class`.
    classes: Vec<(&'static str, Condition)>,
    /// Properties of the node, which a reader's own acts change apart from the attribute.
    props: Vec<(&'static str, Attr)>,
    handlers: Vec<(Cow<'static, str>, Handler)>,
    children: Vec<Child>,
}

/// When a class is there.
type Condition = Box<dyn Fn() -> bool + Send>;

/// What a listener calls.
type Handler = Box<dyn FnMut(Event) + Send>;

enum Child {
    Text(&'static str),
    Element(Element),
    Live(Live),
    Any(AnyView),
}

/// Whether views of a type are text and nothing else.
fn is_text<V: 'static>() -> bool {
    let own = TypeId::of::<V>();
    own == TypeId::of::<String>()
        || own == TypeId::of::<Option<String>>()
        || own == TypeId::of::<&'static str>()
        || own == TypeId::of::<Option<&'static str>>()
}

// What is called from every view is kept out of line: a call is a few bytes, and there are thousands.
impl Element {
    /// An element of HTML.
    #[inline(never)]
    pub fn html(tag: &'static str) -> Self {
        Self::new(tag, false)
    }

    /// An element of SVG.
    #[inline(never)]
    pub fn svg(tag: &'static str) -> Self {
        Self::new(tag, true)
    }

    fn new(tag: &'static str, svg: bool) -> Self {
        Self(Box::new(Parts {
            tag,
            svg,
            attrs: Vec::new(),
            classes: Vec::new(),
            props: Vec::new(),
            handlers: Vec::new(),
            children: Vec::new(),
        }))
    }

    /// An attribute whose value is written in the view.
    #[inline(never)]
    pub fn attr_text(mut self, name: &'static str, value: &'static str) -> Self {
        self.0.attrs.push((name, value.into_attr()));
        self
    }

    /// An attribute; absent where the value is `None` or `false`.
    #[inline(never)]
    pub fn attr<V: IntoAttr>(mut self, name: &'static str, value: V) -> Self {
        self.0.attrs.push((name, value.into_attr()));
        self
    }

    /// A class that is there while a condition holds.
    pub fn class(mut self, name: &'static str, on: impl Fn() -> bool + Send + 'static) -> Self {
        self.0.classes.push((name, Box::new(on)));
        self
    }

    /// A property of the node.
    pub fn prop<V: IntoAttr>(mut self, name: &'static str, value: V) -> Self {
        self.0.props.push((name, value.into_attr()));
        self
    }

    /// A listener; it runs with the contexts of where it was written.
    pub fn on<E>(mut self, event: E, mut handler: impl FnMut(E::EventType) + Send + 'static) -> Self
    where
        E: EventDescriptor,
        E::EventType: From<Event>,
    {
        let owner = Owner::current();
        let handler: Handler = Box::new(move |event| {
            let event = E::EventType::from(event);
            match &owner {
                Some(owner) => owner.with(|| handler(event)),
                None => handler(event),
            }
        });
        self.0.handlers.push((event.name(), handler));
        self
    }

    /// A text that is written in the view.
    #[inline(never)]
    pub fn text(mut self, text: &'static str) -> Self {
        self.0.children.push(Child::Text(text));
        self
    }

    /// An element that is written in the view.
    #[inline(never)]
    pub fn element(mut self, child: Self) -> Self {
        self.0.children.push(Child::Element(child));
        self
    }

    /// Any other view.
    #[inline(never)]
    pub fn child<V: IntoView + 'static>(mut self, child: V) -> Self {
        let mut child = Some(child);
        // Which of the two it is, only the type says.
        let live = (&mut child as &mut dyn Any).downcast_mut::<Option<Live>>();
        let child = match live.and_then(Option::take) {
            Some(live) => Child::Live(live),
            None => Child::Any(child.map_or_else(|| ().into_any(), any)),
        };
        self.0.children.push(child);
        self
    }
}

impl Parts {
    /// Children as they are built: what follows something and stands among others is ready for that.
    fn children(&mut self) -> Vec<Child> {
        let children = std::mem::take(&mut self.children);
        if children.len() < 2 {
            return children;
        }
        let apart = |child| match child {
            Child::Live(live) => Child::Any(live.among_others(self.svg)),
            other => other,
        };
        children.into_iter().map(apart).collect()
    }

    fn write_attributes(&self, out: &mut String) {
        let mut classes: Vec<&str> = Vec::new();
        classes.extend(self.classes.iter().filter(|(_, on)| on()).map(|(name, _)| *name));
        for (name, value) in self.attrs.iter().chain(&self.props) {
            let Some(value) = value.now() else { continue };
            out.push(' ');
            out.push_str(name);
            let value = match (*name, classes.is_empty()) {
                ("class", false) => Cow::Owned(format!("{value} {}", std::mem::take(&mut classes).join(" "))),
                _ => value,
            };
            out.push_str("=\"");
            push_escaped(out, &value);
            out.push('"');
        }
        if !classes.is_empty() {
            out.push_str(" class=\"");
            push_escaped(out, &classes.join(" "));
            out.push('"');
        }
    }
}

/// A text within double quotes.
fn push_escaped(out: &mut String, text: &str) {
    for ch in text.chars() {
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(ch),
        }
    }
}

/// Any view as a type of its own.
// Not inlined: what it does is the same for all views of one type.
#[inline(never)]
pub fn any<V: IntoView + 'static>(view: V) -> AnyView {
    view.into_view().into_any()
}

/// A closure as a view that is made anew when what it read has changed. Boxed, so that all of them share one type.
pub fn reactive<V: IntoView + 'static>(mut view: impl FnMut() -> V + Send + 'static) -> Live {
    Live {
        view: Box::new(move || any(view())),
        is_text: is_text::<V>(),
    }
}

impl Render for Element {
    type State = ElementState;

    fn build(self) -> ElementState {
        ElementState::build(*self.0)
    }

    fn rebuild(self, state: &mut ElementState) {
        let mut old = std::mem::replace(state, self.build());
        old.insert_before_this(state);
        old.unmount();
    }
}

impl RenderHtml for Element {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        _escape: bool,
        mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
        let mut parts = *self.0;
        buf.push('<');
        buf.push_str(parts.tag);
        parts.write_attributes(buf);
        buf.push('>');
        if !VOID.contains(&parts.tag) {
            *position = Position::FirstChild;
            for child in parts.children() {
                match child {
                    Child::Text(text) => text.to_html_with_buf(buf, position, true, mark_branches, Vec::new()),
                    Child::Element(element) => {
                        element.to_html_with_buf(buf, position, true, mark_branches, Vec::new());
                    }
                    Child::Live(view) => view.to_html_with_buf(buf, position, true, mark_branches, Vec::new()),
                    Child::Any(view) => view.to_html_with_buf(buf, position, true, mark_branches, Vec::new()),
                }
            }
            buf.push_str("</");
            buf.push_str(parts.tag);
            buf.push('>');
        }
        *position = Position::NextChild;
    }

    /// The app replaces what was rendered before it came; nothing is hydrated.
    fn hydrate<const FROM_SERVER: bool>(self, _cursor: &Cursor, _position: &PositionState) -> ElementState {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl AddAnyAttr for Element {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Self {
        self
    }
}
