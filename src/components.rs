//! Parts that know the domain and no page: values, notes, cells, stairs, strips.

mod card;
mod chart;
mod cite;
mod claim;
mod contents;
mod edition;
mod embed;
mod events;
mod exports;
mod facet;
mod hit;
mod legend;
mod map;
mod mark;
mod matrix;
mod movements;
pub(crate) mod note;
mod nothing;
mod open_copy;
mod picture;
mod rail;
pub(crate) mod said;
mod save_dataset;
mod search_box;
mod sheet;
mod silhouette;
mod stair;
mod standing;
mod statements;
mod strip;
mod value;

pub use card::{Cards, permission_row, silences};
pub use chart::UnitChart;
pub use cite::Cite;
pub use claim::{ClaimWords, ValueWords, row_name, subject_name, value_marks};
pub use contents::Contents;
#[cfg(not(target_arch = "wasm32"))]
pub use edition::FirstView;
pub use edition::{anchor, beside, in_app, note_href};
pub use embed::{Embed, EmbedLine};
pub use events::event_row;
pub use exports::{events_sheet, participations_sheet, permissions_sheet};
pub use facet::{FacetBox, FacetChoice, chosen_facets};
pub use hit::{found_in, hit_text, hit_url};
pub use legend::Legend;
pub use map::{MapFigure, MapList, MapNotes, UnitMap};
#[allow(
    unused_imports,
    reason = "drawings and pages take marks in place of values one after the other"
)]
pub use mark::{Mark, Marks, SvgMark};
pub use matrix::Matrix;
pub use movements::{Movements, MovementsOf};
pub use nothing::NothingFound;
pub use open_copy::{OpenCopy, paragraph_of_copy};
pub use picture::SavePicture;
pub use said::{CopyText, Said, SaidLine};
pub use save_dataset::SaveDataset;
pub use search_box::{PagesMeant, SearchBox};
pub use sheet::{CopyTable, Sheet};
pub use silhouette::{Outlines, Silhouette};
pub use stair::{Stair, Staircase};
pub use standing::StandingReading;
#[allow(
    unused_imports,
    reason = "pages take lists with what is left open one after the other"
)]
pub use statements::{CitedMarks, CitedText, Folded, LeftOpen, StatementList, StatementRow, StatementSection};
pub use strip::{LegTable, OffLines, Strips};
pub use value::{EntityLink, PageLink, Value, page_of, text_link, text_value};
