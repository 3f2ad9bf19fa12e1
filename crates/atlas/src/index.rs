//! Typed places in the dataset's tables: `Copy`, cheap, and meaningless for any other dataset, which refuses them.

use crate::bundle::Bundle;

/// Which dataset an index belongs to: a digest of its id, its version and the lengths of its tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Owner(u32);

impl Owner {
    /// The owner of the indexes into a bundle's tables.
    pub(crate) fn of(b: &Bundle) -> Self {
        let lengths = [
            b.statements.len(),
            b.vocabularies.len(),
            b.source.paragraphs.len(),
            b.gaps.len(),
        ];
        let lengths = lengths.into_iter().flat_map(|n| n.to_le_bytes().into_iter().take(4));
        let bytes = b
            .dataset
            .id
            .bytes()
            .chain([0])
            .chain(b.dataset.version.bytes())
            .chain(lengths);
        // FNV-1a: well spread, and a line long.
        Self(bytes.fold(0x811c_9dc5, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        }))
    }
}

#[cfg(test)]
impl Owner {
    /// Of no dataset, for tests of what never looks anything up.
    pub(crate) fn none() -> Self {
        Self(0)
    }
}

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident,)+) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name {
            place: u32,
            owner: Owner,
        }

        impl $name {
            pub(crate) fn at(owner: Owner, place: usize) -> Self {
                // Tables are capped far below this (`limits`).
                Self { place: u32::try_from(place).unwrap_or(u32::MAX), owner }
            }

            pub(crate) fn get(self) -> usize {
                self.place as usize
            }

            pub(crate) fn owner(self) -> Owner {
                self.owner
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
