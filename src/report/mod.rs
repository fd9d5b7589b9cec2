//! The facts: a report as written, as meant, and what is wrong with it.
//! Knows nothing of questions.

mod build;
mod model;
pub mod written;

pub use build::build;
pub use model::{Fact, Figure, Initiative, Named, Nature, Part, Place, Report, Section};
