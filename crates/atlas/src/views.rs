//! What the pages show, computed: answers for a day, put into words and signs of the dataset's own vocabularies.
//!
//! Compute, then place, then draw: these are the first step; nothing here knows of pages, links or drawing.

mod brief;
mod changes;
mod chart;
mod compare;
mod country;
mod courses;
mod facts;
mod ladder;
mod listing;
mod map;
pub mod marks;
mod movements;
mod rail;
mod routes;
mod silhouette;
mod standing;
mod support;
mod teaching;
pub mod text_width;
mod timeline;

pub use brief::{Brief, Line, Part as BriefPart, Subject as BriefSubject, brief};
pub use changes::{Change, Changes, DatedChange, Passing, changes, claim_of, dated_changes, subjects};
pub use chart::{
    Anchor, Chart, ChartAxis, ChartBar, ChartEntry, ChartEvent, ChartGroup, ChartLabel, ChartLook, ChartMark, ChartRow,
    ChartText, ChartTick, ChartTrack, ChartWidth, EventLabel, Happened, LABEL_PX, NAME_PX, YEAR_PX, chart,
};
pub use compare::{Column, CompareRow, Item, RowOf, compare};
pub use country::{Section, open_beside, other_programmes, profile};
pub use courses::{Course, CoursePart, OffLine, Stop, StopKind, courses, off_lines};
pub use facts::{Fact, Firmness, LegFact};
pub use ladder::{
    Cell, MatrixRow, NotSaid, RowCells, Rung, StairStep, Value, asks, cell, has_ladder, ladder, matrix,
    matrix_programmes, not_said, row_wide, stair, stair_steps, stands_on,
};
pub use listing::{ListedValue, Listing, Sort, StatementFacet, is_listed, listing};
pub use map::{
    Beyond, Drawing, Frame, KeyEntry, KeyRow, LEAST_WIDTHS_PX, Label, LabelLine, Land, Layer, Lead, LineKind,
    PLACE_NAME_PX, PLACE_WORDS_PX, PlacedMap, Rect, SAMPLE, SIGN, Site, Size, TIERS, Tone, layer, layer_of_lines,
    layers, map, map_of_unit,
};
pub use marks::marks;
pub use movements::{Path, Step, movements};
pub use rail::{Rail, RailKind, RailLeg, RailStop, RailText, WIDTH as RAIL_WIDTH_PX, has_rail, is_broken};
pub use routes::{
    LegView, Permitted, Strip, groups, leg, permission_label, permission_terms, permission_title, permissions_of,
    permitted, strips,
};
pub use silhouette::{Silhouette, silhouette};
pub use standing::{Counts, Sentence, Standing, standing};
pub use support::{firmness, said, support, with_firmness, within};
pub use teaching::{SETS, Task, tasks};
pub use timeline::{
    Event, Facet, FacetValue, Form as EventForm, Lane, Mark, Name as EventName, Tick, Timeline,
    WIDTHS as TIMELINE_WIDTHS_PX, event_date, events, facets, matches, timeline,
};
