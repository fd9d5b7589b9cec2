//! The facts: a report as written, as meant, and what is wrong with it.
//! Knows nothing of questions.

mod build;
mod builtin;
mod check;
mod document;
mod files;
mod form;
mod identify;
mod json;
mod kind;
mod load;
mod model;
mod place;
mod problem;
pub mod qualifier;
mod review;
pub mod schema;
mod slug;
mod source;
mod threads;
mod words;
pub mod written;

pub use build::build;
pub use document::parse;
pub use files::{Stamps, read_text, stamps};
pub use load::{LexiconText, Loaded, load, load_builtin};
pub use model::{Fact, Figure, Initiative, Named, Nature, Part, Place, Report, Section};
pub use problem::{Problem, Severity};
pub use review::{Review, review};
pub use slug::slug;
pub use source::counted_in_words;
