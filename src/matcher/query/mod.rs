//! A question that has been read, as a frame: its tokens and what each may be, what is question, what is excluded.
//! Knows no report.

pub(crate) mod aside;
pub(crate) mod exclusion;
pub(crate) mod guess;
pub(crate) mod narrowing;
pub(crate) mod person;
pub(crate) mod noun_phrase;
pub(crate) mod numbers;
pub(crate) mod place;
pub(crate) mod polarity;
pub(crate) mod predicate;
pub(crate) mod question;
pub(crate) mod rough;
pub(crate) mod spans;
pub(crate) mod tokens;
