//! Rows described: the fields, their documentation and their shapes, from the lists by which rows are read.
//!
//! Native builds only. How a description is written as a JSON Schema is for `schema` to say.

/// What a value looks like.
pub(crate) enum Shape {
    /// A text.
    Text,
    /// True or false.
    Flag,
    /// A whole number between two others, both included.
    WholeNumber { least: i64, most: i64 },
    /// As many whole numbers, each of this shape.
    Numbers { count: i64, each: Box<Shape> },
    /// This, or null.
    Optional(Box<Shape>),
    /// A list of these.
    List(Box<Shape>),
    /// A row.
    Row(RowShape),
}

/// A row: its fields are a function, since a row may hold rows.
pub(crate) struct RowShape {
    /// The name of its type.
    pub(crate) name: &'static str,
    /// Lines of its documentation.
    pub(crate) about: &'static [&'static str],
    pub(crate) fields: fn() -> Vec<Field>,
}

/// A field of a row, or a table of the document.
pub(crate) struct Field {
    pub(crate) name: &'static str,
    /// Lines of its documentation.
    pub(crate) about: &'static [&'static str],
    pub(crate) optional: bool,
    pub(crate) shape: Shape,
}

/// A type whose values have one shape.
pub(crate) trait Described {
    /// Whether a table of this type may be missing from the document.
    const MAY_BE_MISSING: bool = false;

    /// The shape of its values.
    fn shape() -> Shape;
}

impl Described for String {
    fn shape() -> Shape {
        Shape::Text
    }
}

impl Described for bool {
    fn shape() -> Shape {
        Shape::Flag
    }
}

impl<T: Described> Described for Option<T> {
    const MAY_BE_MISSING: bool = true;

    fn shape() -> Shape {
        Shape::Optional(Box::new(T::shape()))
    }
}

impl<T: Described> Described for Vec<T> {
    const MAY_BE_MISSING: bool = true;

    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }
}

impl Described for [i32; 2] {
    fn shape() -> Shape {
        Shape::Numbers {
            count: 2,
            each: Box::new(i32::shape()),
        }
    }
}
