//! Conversations with the bot on Telegram: the real dispatcher, over HTTP, against a strict server.

#[path = "../support/mod.rs"]
mod support;

mod buttons;
mod calling;
mod direct;
mod edits;
mod examples;
mod faults;
mod home;
mod inline;
mod manners;
mod membership;
mod office;
mod paging;
mod pictures;
mod places;
mod recall;
mod reload;
mod repeats;
mod speaking;
mod webhook;
mod wordless;
