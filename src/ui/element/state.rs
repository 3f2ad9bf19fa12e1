//! An element in the document: built, changed in place where its shape stayed, moved and removed.

use std::borrow::Cow;

use leptos::tachys::renderer::types::{Element as Node, Node as AnyNode};
use leptos::tachys::renderer::{CastFrom as _, RemoveEventHandler, Rndr};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Render as _};

use super::attribute::{Attr, Text};
use super::live::Following;
use super::{Child, Condition, Handler, Parts};

/// An element that stands in the document, or is about to.
pub struct ElementState {
    node: Node,
    tag: &'static str,
    attrs: Vec<(&'static str, AttrState)>,
    /// Kept for as long as the element is: they follow what they read.
    _classes: Vec<Following<bool>>,
    props: Vec<AttrState>,
    listeners: Vec<RemoveEventHandler<Node>>,
    children: Vec<ChildState>,
}

enum AttrState {
    Still(Text),
    Reactive(#[expect(dead_code, reason = "kept for as long as the element is")] Following<Text>),
}

enum ChildState {
    Text(&'static str),
    Element(ElementState),
    Any(AnyViewState),
}

/// How a value is put on a node: as attribute or as property.
type Put = fn(&Node, &'static str, Option<&str>);

fn put_attribute(node: &Node, name: &'static str, value: Option<&str>) {
    match value {
        Some(value) => Rndr::set_attribute(node, name, value),
        None => Rndr::remove_attribute(node, name),
    }
}

fn put_property(node: &Node, name: &'static str, value: Option<&str>) {
    // A flag is there or not; a text is itself.
    let value = match value {
        Some(text) if name == "value" || !text.is_empty() => text.into(),
        None if name == "value" => "".into(),
        other => other.is_some().into(),
    };
    Rndr::set_property(node, name, &value);
}

fn start(node: &Node, name: &'static str, value: Attr, put: Put) -> AttrState {
    match value {
        Attr::Still(text) => {
            if text.is_some() {
                put(node, name, text.as_deref());
            }
            AttrState::Still(text)
        }
        Attr::Reactive(value) => {
            let node = node.clone();
            AttrState::Reactive(Following::new(move |before: Option<Text>| {
                let text = value();
                if before.as_ref() != Some(&text) && (text.is_some() || before.is_some()) {
                    put(&node, name, text.as_deref());
                }
                text
            }))
        }
    }
}

/// The value of an element that was there before. A text that stayed is not written again.
fn go_on(state: &mut AttrState, node: &Node, name: &'static str, value: Attr, put: Put) {
    match (&*state, value) {
        (AttrState::Still(before), Attr::Still(text)) => {
            if *before != text {
                put(node, name, text.as_deref());
                *state = AttrState::Still(text);
            }
        }
        (_, value) => {
            let absent = matches!(value, Attr::Still(None));
            *state = start(node, name, value, put);
            if absent {
                put(node, name, None);
            }
        }
    }
}

impl ElementState {
    /// Makes the node with all that belongs to it.
    pub(super) fn build(element: Parts) -> Self {
        let namespace = element.svg.then_some("http://www.w3.org/2000/svg");
        let node = Rndr::create_element(element.tag, namespace);
        let attrs = element.attrs.into_iter();
        let attrs = attrs
            .map(|(name, value)| (name, start(&node, name, value, put_attribute)))
            .collect();
        let classes = follow_classes(&node, element.classes);
        let listeners = listen(&node, element.handlers);
        let children = element
            .children
            .into_iter()
            .map(|child| build_child(child, &node))
            .collect();
        // After the children: the value of a list of options is one of them.
        let props = element.props.into_iter();
        let props = props
            .map(|(name, value)| start(&node, name, value, put_property))
            .collect();
        Self {
            node,
            tag: element.tag,
            attrs,
            _classes: classes,
            props,
            listeners,
            children,
        }
    }

    /// Changes the node to a new element: in place where the shape is the same, else by a new node in its stead.
    pub(super) fn rebuild(&mut self, element: Parts) {
        if !self.has_shape_of(&element) {
            let mut new = Self::build(element);
            self.insert_before_this(&mut new);
            self.unmount();
            *self = new;
            return;
        }
        for ((name, state), (_, value)) in self.attrs.iter_mut().zip(element.attrs) {
            go_on(state, &self.node, name, value, put_attribute);
        }
        // The old listeners go first: one is removed where it is dropped.
        self.listeners.clear();
        self.listeners = listen(&self.node, element.handlers);
        self._classes = follow_classes(&self.node, element.classes);
        for (state, child) in self.children.iter_mut().zip(element.children) {
            match (state, child) {
                (ChildState::Element(state), Child::Element(child)) => state.rebuild(*child.0),
                (ChildState::Any(state), Child::Any(child)) => child.rebuild(state),
                // Texts of the view itself: `has_shape_of` has compared them.
                _ => {}
            }
        }
        for (state, (name, value)) in self.props.iter_mut().zip(element.props) {
            go_on(state, &self.node, name, value, put_property);
        }
    }

    fn has_shape_of(&self, element: &Parts) -> bool {
        let kinds = self.children.iter().zip(&element.children);
        self.tag == element.tag
            && self.attrs.len() == element.attrs.len()
            && self
                .attrs
                .iter()
                .zip(&element.attrs)
                .all(|((one, _), (other, _))| one == other)
            && self.props.len() == element.props.len()
            && self.children.len() == element.children.len()
            && kinds.into_iter().all(|kinds| match kinds {
                (ChildState::Text(one), Child::Text(other)) => one == other,
                (ChildState::Element(_), Child::Element(_)) | (ChildState::Any(_), Child::Any(_)) => true,
                _ => false,
            })
    }
}

fn build_child(child: Child, parent: &Node) -> ChildState {
    match child {
        Child::Text(text) => {
            Rndr::insert_node(parent, &Rndr::create_text_node(text), None);
            ChildState::Text(text)
        }
        Child::Element(element) => {
            let mut state = ElementState::build(*element.0);
            state.mount(parent, None);
            ChildState::Element(state)
        }
        Child::Any(view) => {
            let mut state = view.build();
            state.mount(parent, None);
            ChildState::Any(state)
        }
    }
}

fn follow_classes(node: &Node, classes: Vec<(&'static str, Condition)>) -> Vec<Following<bool>> {
    let follow = |(name, on): (&'static str, Condition)| {
        let list = Rndr::class_list(node);
        Following::new(move |before: Option<bool>| {
            let now = on();
            match now {
                true => Rndr::add_class(&list, name),
                false if before != Some(false) => Rndr::remove_class(&list, name),
                false => {}
            }
            now
        })
    };
    classes.into_iter().map(follow).collect()
}

fn listen(node: &Node, handlers: Vec<(Cow<'static, str>, Handler)>) -> Vec<RemoveEventHandler<Node>> {
    let listen = |(name, handler): (Cow<'static, str>, Handler)| {
        let handler: Box<dyn FnMut(_)> = handler;
        Rndr::add_event_listener(node, &name, handler)
    };
    handlers.into_iter().map(listen).collect()
}

impl Mountable for ElementState {
    fn unmount(&mut self) {
        Rndr::remove(&self.node);
    }

    fn mount(&mut self, parent: &Node, marker: Option<&AnyNode>) {
        Rndr::insert_node(parent, &self.node, marker);
    }

    fn try_mount(&mut self, parent: &Node, marker: Option<&AnyNode>) -> bool {
        Rndr::try_insert_node(parent, &self.node, marker)
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = Rndr::get_parent(&self.node).and_then(Node::cast_from);
        parent.is_some_and(|parent| {
            child.mount(&parent, Some(&self.node));
            true
        })
    }

    fn elements(&self) -> Vec<Node> {
        vec![self.node.clone()]
    }
}
