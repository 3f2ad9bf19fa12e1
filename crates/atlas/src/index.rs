//! Typed places in the dataset's tables: `Copy`, cheap, and meaningless for any other dataset.

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident,)+) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(crate) u32);

        impl $name {
            pub(crate) fn at(index: usize) -> Self {
                // Tables are capped far below this (`load::limits`).
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }

            pub(crate) fn get(self) -> usize {
                self.0 as usize
            }
        }
    )+ };
}

index! {
    /// A statement.
    StatementIx,
    /// A country, programme, actor, place, document, theme, event or line.
    EntityIx,
    /// A vocabulary row.
    WordIx,
    /// A paragraph of the source.
    ParagraphIx,
    /// A participation: a country in a programme, with its history.
    ParticipationIx,
    /// A permission, with its history.
    PermissionIx,
    /// A leg of a line.
    LegIx,
    /// A gap.
    GapIx,
}
