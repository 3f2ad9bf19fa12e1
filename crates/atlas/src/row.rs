//! From a JSON value to a row, shape alone. `row!` and `document!`: the shapes of rows, and of the document that carries them. Who calls them has `Json`, `FromJson`,
//! `Reading` and serde's `Serialize` in scope. The same lists describe the shapes for `schema`, in native builds alone.

#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod described;
pub(crate) mod json;
pub(crate) mod shape;

/// A row: a struct, how it is read from JSON, and how serde writes it. An attribute in brackets stands before an optional field.
macro_rules! row {
    ($(#[doc = $doc:literal])* $name:ident { $($(#[doc = $field_doc:literal])* $([$($attr:tt)*])? $field:ident: $ty:ty,)+ }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, Serialize)]
        pub struct $name { $($(#[doc = $field_doc])* $(#[$($attr)*])? pub $field: $ty,)+ }

        #[cfg(not(target_arch = "wasm32"))]
        impl crate::row::described::Described for $name {
            fn shape() -> crate::row::described::Shape {
                crate::row::described::Shape::Row(crate::row::described::RowShape {
                    name: stringify!($name),
                    about: &[$($doc),*],
                    fields: || vec![$(crate::row::described::Field {
                        name: row!(name $field),
                        about: &[$($field_doc),*],
                        optional: row!(optional $($($attr)*)?),
                        shape: <$ty as crate::row::described::Described>::shape(),
                    }),+],
                })
            }
        }

        impl FromJson for $name {
            const EXPECTED: &'static str = concat!("an object with the fields", $(" ", row!(name $field)),+);

            fn from_json(json: Json, at: &mut Reading) -> Self {
                let mut fields = at.object(json, Self::EXPECTED);
                $(let $field = at.field(&mut fields, row!(name $field), row!(optional $($($attr)*)?));)+
                at.reject_unknown_fields(fields, Self::EXPECTED);
                Self { $($field,)+ }
            }

            fn absent() -> Self {
                let mut at = Reading::aside();
                Self::from_json(Json::Null, &mut at)
            }
        }
    };
    // `use` is a word of Rust; the field of that name has another one here.
    (name use_) => { "use" };
    (name $field:ident) => { stringify!($field) };
    (optional serde(default $($rest:tt)*)) => { true };
    (optional $($rest:tt)*) => { false };
}

/// The document: a struct with a field a table. How it is read stands in `load`, which works on one row after another.
macro_rules! document {
    ($(#[doc = $doc:literal])* $name:ident { $($(#[doc = $field_doc:literal])* $field:ident: $ty:ty,)+ }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, Serialize)]
        pub struct $name { $($(#[doc = $field_doc])* pub $field: $ty,)+ }

        #[cfg(not(target_arch = "wasm32"))]
        impl $name {
            /// The tables, described.
            pub(crate) fn tables() -> Vec<crate::row::described::Field> {
                vec![$(crate::row::described::Field {
                    name: stringify!($field),
                    about: &[$($field_doc),*],
                    optional: <$ty as crate::row::described::Described>::MAY_BE_MISSING,
                    shape: <$ty as crate::row::described::Described>::shape(),
                }),+]
            }
        }
    };
}
pub(crate) use {document, row};
