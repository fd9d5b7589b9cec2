//! The Telegram channel: hears what is meant for the bot, asks the engine, replies.
//! Understands no question and computes no figure; reads no environment and never exits the process.
//!
//! The way of an update: `polling` fetches it, `update` parses it, `intake` queues it behind the earlier ones
//! of its chat, `dispatching` runs the `routes`, which decide by `hearing` which of the `endpoints` answers.
//! The answer is rendered (`rendering`) and sent (`outbox`, `api`); only then is the update confirmed.

mod account;
mod api;
mod arrivals;
mod buttons;
mod command;
mod desk;
mod dispatching;
mod endpoints;
mod guard;
mod hearing;
mod home;
mod inline;
mod intake;
mod limits;
mod membership;
mod memory;
mod names;
mod office;
mod outbox;
mod page;
mod polling;
mod presence;
mod presses;
mod quoting;
mod rendering;
mod repeats;
mod routes;
mod running;
mod update;
mod view;
mod webhook;
mod words;

pub use running::{run, run_until};
pub use webhook::Webhook;

use crate::engine::Engine;
use crate::operations::Operations;
use hyper_util::client::proxy::matcher::Matcher;
use std::fmt;
use std::sync::Arc;

/// Where the channel finds the engine: a reload sends a new one, which answers from the next question on.
pub type Engines = tokio::sync::watch::Receiver<Arc<Engine>>;

/// The address of Telegram's own Bot API server.
pub const API_URL: &str = "https://api.telegram.org";

/// What the channel needs to know to run. Its `Debug` form hides the token.
#[derive(Clone)]
pub struct Settings {
    /// The bot's token from `BotFather`, such as `123456:ABC-DEF`.
    pub token: String,
    /// The Bot API server, usually [`API_URL`].
    pub api_url: String,
    /// Names that call the bot at the start of a message in a group, besides its own.
    pub nicknames: Vec<String>,
    /// How many questions a person may ask within a minute in private; one notice follows, then silence.
    pub per_minute_in_private: usize,
    /// The same for one person in one group.
    pub per_minute_in_group: usize,
    /// Updates are pushed here instead of polled for.
    pub webhook: Option<Webhook>,
    /// Who may ask for the bot's state and for a reload, by the numbers of their accounts.
    pub admins: Vec<u64>,
    /// The proxies for the way to the Bot API server.
    pub proxies: Arc<Matcher>,
    /// What counts, reloads and keeps; shared with the rest of the process.
    pub operations: Arc<Operations>,
}

impl Settings {
    /// A bot with this token at [`API_URL`], without nicknames and proxies, with the usual limits.
    #[must_use]
    pub fn new(token: String) -> Self {
        let api_url = API_URL.to_owned();
        let (nicknames, admins, webhook, operations) = Default::default();
        let (per_minute_in_private, per_minute_in_group) = (20, 10);
        Self {
            token,
            api_url,
            nicknames,
            per_minute_in_private,
            per_minute_in_group,
            webhook,
            admins,
            proxies: Arc::new(Matcher::builder().build()),
            operations,
        }
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("api_url", &self.api_url)
            .field("nicknames", &self.nicknames)
            .finish_non_exhaustive()
    }
}

/// Why the channel cannot run; the message tells what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The token does not look like one.
    #[error("the bot token is malformed: copy it whole from @BotFather; it looks like 123456:ABC-DEF")]
    MalformedToken,
    /// Telegram does not know the token.
    #[error("Telegram refuses the bot token: ask @BotFather for the current one (/mybots, API Token)")]
    RefusedToken,
    /// The address of the Bot API server is no URL.
    #[error("the Bot API address is malformed: it looks like https://api.telegram.org")]
    MalformedUrl,
    /// The address of the webhook is no URL, or its path cannot be served.
    #[error("the webhook address is malformed: it looks like https://bot.example.org/telegram")]
    MalformedWebhook,
    /// Telegram would not take the secret, or it could be guessed.
    #[error(
        "the webhook secret is malformed: 16 to 256 letters, digits, _ and -; leave it out to have one made"
    )]
    MalformedSecret,
    /// The address to listen at is taken or not ours.
    #[error("the webhook cannot listen there: is --listen an address of this machine, and its port free?")]
    CannotListen,
    /// The environment names a proxy of a kind that cannot be used.
    #[error(
        "the proxy cannot be used: HTTPS_PROXY, HTTP_PROXY or ALL_PROXY looks like http://host:port or socks5://host:port"
    )]
    UnusableProxy,
    /// The part that answers has ended, which it never should.
    #[error("the part that answers has ended by itself: start the bot again, and report the lines before")]
    Ended,
    /// The operating system lets the program wait for no signals.
    #[error("the program cannot wait for signals here")]
    NoSignals,
}
