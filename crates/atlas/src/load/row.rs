//! `row!` and `document!`: the shapes of rows, and of the document that carries them. Who calls them has `Json`, `FromJson`,
//! `Reading` and serde's `Serialize` in scope. The same lists describe the shapes for `schema`, in native builds alone.

/// A row: a struct, how it is read from JSON, and how serde writes it. An attribute in brackets stands before an optional field.
macro_rules! row {
    ($(#[doc = $doc:literal])* $name:ident { $($(#[doc = $field_doc:literal])* $([$($attr:tt)*])? $field:ident: $ty:ty,)+ }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, Serialize)]
        pub struct $name { $($(#[doc = $field_doc])* $(#[$($attr)*])? pub $field: $ty,)+ }

        #[cfg(not(target_arch = "wasm32"))]
        impl crate::schema::Described for $name {
            fn described(at: &mut crate::schema::Definitions) -> Json {
                at.row(stringify!($name), &[$($doc),*], |at| vec![$(crate::schema::Field {
                    name: row!(name $field),
                    about: &[$($field_doc),*],
                    optional: row!(optional $($($attr)*)?),
                    shape: <$ty as crate::schema::Described>::described(at),
                }),+])
            }
        }

        impl FromJson for $name {
            const EXPECTED: &'static str = concat!("an object with the fields", $(" ", row!(name $field)),+);

            fn from_json(json: Json, at: &mut Reading) -> Self {
                let mut fields = at.object(json, Self::EXPECTED);
                $(let $field = at.field(&mut fields, row!(name $field), row!(optional $($($attr)*)?));)+
                at.rest(fields, Self::EXPECTED);
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
            pub(crate) fn tables(at: &mut crate::schema::Definitions) -> Vec<crate::schema::Field> {
                vec![$(crate::schema::Field {
                    name: stringify!($field),
                    about: &[$($field_doc),*],
                    optional: <$ty as crate::schema::Described>::MAY_BE_MISSING,
                    shape: at.table::<$ty>(stringify!($field)),
                }),+]
            }
        }
    };
}
pub(crate) use {document, row};
