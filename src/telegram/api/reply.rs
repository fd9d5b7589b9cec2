//! The Bot API's reply to a call: what it means.
//! Sends nothing.

use super::Failure;
use serde::Deserialize;
use std::time::Duration;
use teloxide_core::types::ChatId;

/// How a reply begins when the call was carried out, even where the rest of it is lost.
pub(super) const CARRIED_OUT: &[u8] = br#"{"ok":true"#;

#[derive(Deserialize)]
pub(super) struct Reply<T> {
    pub(super) ok: bool,
    pub(super) result: Option<T>,
    error_code: Option<u16>,
    #[serde(default)]
    description: String,
    #[serde(default)]
    parameters: Parameters,
}

#[derive(Deserialize, Default)]
struct Parameters {
    retry_after: Option<u64>,
    migrate_to_chat_id: Option<ChatId>,
}

/// How Telegram words it that a bot may not speak in a chat; it has no code of its own. Some come in capitals, with `_`.
const SHUT: [&str; 10] = [
    "bot was",
    "not enough rights",
    "have no rights",
    "user is deactivated",
    "user is blocked",
    "chat not found",
    "chat was deactivated",
    "chat restricted",
    "write forbidden",
    "topic closed",
];

/// How Telegram words it that a topic of a forum is gone.
const NO_TOPIC: [&str; 3] = ["message thread not found", "topic not found", "topic deleted"];

impl<T> Reply<T> {
    pub(super) fn meaning(&self, status: u16) -> Failure {
        let said = self.description.to_lowercase().replace('_', " ");
        if let Some(seconds) = self.parameters.retry_after {
            return Failure::Wait(Duration::from_secs(seconds));
        }
        if let Some(chat) = self.parameters.migrate_to_chat_id {
            return Failure::Moved(chat);
        }
        match self.error_code.unwrap_or(status) {
            401 => Failure::Unauthorised,
            404 => Failure::NotFound,
            409 => Failure::Conflict,
            429 => Failure::Wait(Duration::from_secs(1)),
            code if code >= 500 => Failure::Server(code),
            403 => Failure::Shut,
            _ if SHUT.iter().any(|words| said.contains(words)) => Failure::Shut,
            _ if NO_TOPIC.iter().any(|words| said.contains(words)) => Failure::NoTopic,
            _ if said.contains("message is not modified") => Failure::Unchanged,
            code => Failure::Refused(code),
        }
    }
}
