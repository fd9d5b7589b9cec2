//! league-bot answers questions about a league's yearly report with the exact figure and where it stands.
//!
//! The modules stand here in the order in which they may name one another: a module names only those above
//! it, and the channels (`telegram`, `terminal`) never name each other. `tests/architecture.rs` keeps that.

pub mod text;
pub mod report;
pub mod draft;
pub mod matcher;
pub mod answer;
pub mod engine;
pub mod operations;
pub mod telegram;
pub mod terminal;
