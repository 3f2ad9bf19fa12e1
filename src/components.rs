//! Parts that know the domain and no page: values, notes, cells, stairs, strips.

mod card;
mod events;
mod hit;
mod legend;
mod map;
mod matrix;
mod movements;
pub(crate) mod note;
mod open_copy;
mod picture;
mod search_box;
mod sheet;
mod shown;
mod stair;
mod standing;
mod statements;
mod strip;
mod value;

pub use card::Cards;
pub use events::{EventList, event_line};
pub use hit::{hit_text, hit_url};
pub use legend::Legend;
pub use map::LocatorMap;
pub use matrix::Matrix;
pub use movements::Movements;
pub use open_copy::{OpenCopy, paragraph_of_copy};
pub use picture::SavePicture;
pub use search_box::{SearchBox, count_words};
pub use sheet::{CopyTable, Sheet};
pub use shown::{ShownValue, permission_label, permission_title, row_name, subject_name};
pub use stair::{LadderSteps, Stair};
pub use standing::StandingReading;
pub use statements::{CitedMarks, CitedText, StatementList};
pub use strip::{LegTable, Strips};
pub use value::{EntityLink, PageLink, Value, page_of, text_link, text_value};
