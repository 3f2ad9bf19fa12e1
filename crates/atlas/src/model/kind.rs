//! What an id may name where it stands, by the tables that each field is for.

use super::Table;

/// What an id may name where it stands.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// A row of one of these tables.
    Entity(&'static [Table]),
    /// A statement.
    Statement,
    /// A statement or an event.
    Node,
    /// A paragraph of the source.
    Paragraph,
    /// A permission.
    Permission,
}

/// All tables of entities.
pub(super) const ANY: &[Table] = &[
    Table::Country,
    Table::Programme,
    Table::Actor,
    Table::Place,
    Table::Document,
    Table::Theme,
    Table::Event,
    Table::Line,
];
/// Who can speak, grant and hold territory.
pub(super) const STATES: &[Table] = &[Table::Country, Table::Actor];

impl Kind {
    /// What may stand there, for messages.
    pub(super) fn words(self) -> String {
        match self {
            Self::Entity(tables) if tables.len() == ANY.len() => {
                "an entity (a country, programme, actor, place, document, theme, event or line)".to_owned()
            }
            Self::Entity(tables) => {
                let names: Vec<&str> = tables.iter().map(|&table| file(table)).collect();
                format!("a row of {}", names.join(" or "))
            }
            Self::Statement => "a statement".to_owned(),
            Self::Node => "a statement or an event".to_owned(),
            Self::Paragraph => "a paragraph of the source".to_owned(),
            Self::Permission => "a permission".to_owned(),
        }
    }
}

/// The name of a table, as files and bundles have it.
pub(super) fn file(table: Table) -> &'static str {
    match table {
        Table::Country => "countries",
        Table::Programme => "programmes",
        Table::Actor => "actors",
        Table::Place => "places",
        Table::Document => "documents",
        Table::Theme => "themes",
        Table::Event => "events",
        Table::Line => "lines",
    }
}
