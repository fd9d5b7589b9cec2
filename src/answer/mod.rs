//! What is said: answers as plain data, every sentence in one file, and the forms they take.
//! Names no channel and finds nothing by itself.

mod model;
mod compose;
mod declining;
mod describing;
mod outline;
mod suggesting;
mod sums;
mod words;
pub mod html;
pub mod plain;

pub use compose::{compose, contents, help, open};
pub use model::{Answer, Kind, Line, Role, Suggestion, Target};
