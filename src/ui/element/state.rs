//! An element in the document: built, moved and removed. It is never changed into another one (live.rs says why).

use std::borrow::Cow;

use leptos::tachys::renderer::types::{Element as Node, Node as AnyNode};
use leptos::tachys::renderer::{CastFrom as _, RemoveEventHandler, Rndr};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Render as _};

use super::attribute::{Attr, Text};
use super::live::{Following, Whole};
use super::{Child, Condition, Handler, Parts};

/// An element that stands in the document, or is about to.
pub struct ElementState {
    node: Node,
    /// Kept for as long as the element is: they follow what they read.
    _kept: Kept,
}

struct Kept {
    _attrs: Vec<Following<Text>>,
    _classes: Vec<Following<bool>>,
    _listeners: Vec<RemoveEventHandler<Node>>,
    _children: Vec<ChildState>,
}

#[expect(dead_code, reason = "kept for as long as the element is")]
enum ChildState {
    Element(ElementState),
    Live(Following<Whole>),
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

fn start(node: &Node, name: &'static str, value: Attr, put: Put) -> Option<Following<Text>> {
    match value {
        Attr::Still(text) => {
            if text.is_some() {
                put(node, name, text.as_deref());
            }
            None
        }
        Attr::Reactive(value) => {
            let node = node.clone();
            Some(Following::new(move |before: Option<Text>| {
                let text = value();
                if before.as_ref() != Some(&text) && (text.is_some() || before.is_some()) {
                    put(&node, name, text.as_deref());
                }
                text
            }))
        }
    }
}

impl ElementState {
    /// Makes the node with all that belongs to it.
    pub(super) fn build(mut element: Parts) -> Self {
        let namespace = element.svg.then_some("http://www.w3.org/2000/svg");
        let node = Rndr::create_element(element.tag, namespace);
        let children = element.children();
        let attrs = element.attrs.into_iter();
        let mut attrs: Vec<_> = attrs
            .filter_map(|(name, value)| start(&node, name, value, put_attribute))
            .collect();
        let classes = follow_classes(&node, element.classes);
        let listeners = listen(&node, element.handlers);
        let children = children
            .into_iter()
            .filter_map(|child| build_child(child, &node))
            .collect();
        // After the children: the value of a list of options is one of them.
        let props = element.props.into_iter();
        attrs.extend(props.filter_map(|(name, value)| start(&node, name, value, put_property)));
        Self {
            node,
            _kept: Kept {
                _attrs: attrs,
                _classes: classes,
                _listeners: listeners,
                _children: children,
            },
        }
    }
}

fn build_child(child: Child, parent: &Node) -> Option<ChildState> {
    Some(match child {
        Child::Text(text) => {
            Rndr::insert_node(parent, &Rndr::create_text_node(text), None);
            return None;
        }
        Child::Element(element) => {
            let mut state = ElementState::build(*element.0);
            state.mount(parent, None);
            ChildState::Element(state)
        }
        Child::Live(live) => ChildState::Live(live.within(parent)),
        Child::Any(view) => {
            let mut state = view.build();
            state.mount(parent, None);
            ChildState::Any(state)
        }
    })
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
