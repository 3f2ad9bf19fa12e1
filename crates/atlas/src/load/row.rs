//! `row!`: the shapes of rows. Who calls it has `Json`, `FromJson`, `Reading` and serde's `Serialize` in scope.

/// A row: a struct, how it is read from JSON, and how serde writes it. An attribute in brackets stands before an optional field.
macro_rules! row {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $([$($attr:tt)*])? $field:ident: $ty:ty,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Serialize)]
        pub struct $name { $($(#[$field_doc])* $(#[$($attr)*])? pub $field: $ty,)+ }

        impl FromJson for $name {
            const EXPECTED: &'static str = concat!("an object with the fields", $(" ", stringify!($field)),+);

            fn from_json(json: Json, at: &mut Reading) -> Self {
                let mut fields = at.object(json, Self::EXPECTED);
                $(let $field = at.field(&mut fields, row!(name $field), row!(optional $($($attr)*)?));)+
                at.rest(fields);
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
pub(crate) use row;
