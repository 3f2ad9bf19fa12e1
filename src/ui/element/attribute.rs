//! Values of attributes: text, nothing, or a closure that gives one of both anew whenever what it read has changed.

use std::borrow::Cow;

use leptos::prelude::*;

/// The value of an attribute as it stands, where there is one.
pub type Text = Option<Cow<'static, str>>;

/// A value of any of the kinds.
pub enum Attr {
    /// It does not change.
    Still(Text),
    /// It follows what it reads.
    Reactive(Box<dyn Fn() -> Text + Send>),
}

impl Attr {
    /// What it is at this moment.
    pub fn now(&self) -> Text {
        match self {
            Self::Still(text) => text.clone(),
            Self::Reactive(value) => value(),
        }
    }
}

/// What may stand as the value of an attribute.
pub trait IntoAttr {
    /// The value.
    fn into_attr(self) -> Attr;
}

impl IntoAttr for &'static str {
    fn into_attr(self) -> Attr {
        Attr::Still(Some(Cow::Borrowed(self)))
    }
}

impl IntoAttr for String {
    fn into_attr(self) -> Attr {
        Attr::Still(Some(Cow::Owned(self)))
    }
}

macro_rules! whole_numbers {
    ($($number:ty),+) => {$(
        impl IntoAttr for $number {
            fn into_attr(self) -> Attr {
                self.to_string().into_attr()
            }
        }
    )+};
}

whole_numbers!(i32, u32, usize);

impl IntoAttr for bool {
    fn into_attr(self) -> Attr {
        Attr::Still(self.then_some(Cow::Borrowed("")))
    }
}

impl<T: IntoAttr> IntoAttr for Option<T> {
    fn into_attr(self) -> Attr {
        self.map_or(Attr::Still(None), IntoAttr::into_attr)
    }
}

impl<F, T> IntoAttr for F
where
    F: Fn() -> T + Send + 'static,
    T: IntoAttr,
{
    fn into_attr(self) -> Attr {
        Attr::Reactive(Box::new(move || self().into_attr().now()))
    }
}

impl IntoAttr for Signal<String> {
    fn into_attr(self) -> Attr {
        Attr::Reactive(Box::new(move || Some(Cow::Owned(self.get()))))
    }
}
