//! What is said: answers as plain data, every sentence in one file, and the forms they take.
//! Names no channel and finds nothing by itself.

mod model;
mod compose;
mod declining;
mod describing;
mod loaded;
mod outline;
mod side_by_side;
mod suggesting;
mod sums;
mod words;
pub mod html;
pub mod plain;

pub use compose::{Sources, compose, contents, help, open};
pub use loaded::{
    Loaded, add_loaded, add_years_not_loaded, asked_within, catalogue, not_in, open_all, ways_to_ask,
};
pub use model::{Answer, Kind, Line, Role, Suggestion, Target};
pub use side_by_side::{Apart, Asks, Side, comparable, side_by_side};
pub(crate) use sums::same_unit;
pub use words::carried_name;
