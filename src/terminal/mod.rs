//! The terminal channel: one question, many as JSON lines, a chat, and the check of report data.
//! Understands no question; writes only to the handles it is given, reads no environment and never exits.

mod ask;
mod chat;
mod check;
mod draft;
mod examples;
mod jsonl;
mod lines;
mod look;
mod screen;
mod session;
mod wish;
mod words;

pub use ask::ask;
pub use chat::{chat, pipe};
pub use check::{Verdict, check};
pub use draft::{Drafting, draft};
pub use jsonl::answer_lines;
pub use look::Look;
