//! What stands in a view by its name alone: a closure is made anew when what it read has changed and leaves that when it ends, as one
//! that is written in the view; anything else is a view as it is.
//!
//! Which of the two it is, only the type says. The compiler looks for a method by value first, and finds it for closures; for
//! everything else it goes on to the method by reference.

use leptos::prelude::*;

use super::{Live, any, reactive};

/// Something named in a view.
pub struct Named<T>(Option<T>);

impl<T> Named<T> {
    /// What the name stands for.
    pub fn new(named: T) -> Self {
        Self(Some(named))
    }
}

/// Names of closures.
pub trait NamedClosure {
    /// It as a view.
    fn view(self) -> Live;
}

impl<F, V> NamedClosure for Named<F>
where
    F: FnMut() -> V + Send + 'static,
    V: IntoView + 'static,
{
    fn view(self) -> Live {
        match self.0 {
            Some(view) => reactive(view),
            None => reactive(|| ()),
        }
    }
}

/// Names of everything else.
pub trait NamedView {
    /// It as a view.
    fn view(self) -> AnyView;
}

impl<V: IntoView + 'static> NamedView for &mut Named<V> {
    fn view(self) -> AnyView {
        self.0.take().map_or_else(|| ().into_any(), any)
    }
}
