//! One call to the Bot API: sends a payload, reads the reply, names what went wrong.
//! Retries nothing ([`super::outbox`] does). A failure holds no token and nothing that people wrote.

mod connection;
mod reply;

use super::{Error, Settings};
use crate::operations::Operations;
use connection::Connection;
use hyper::Uri;
use reply::{CARRIED_OUT, Reply};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::Arc;
use std::time::Duration;
use teloxide_core::requests::Payload;
use teloxide_core::types::ChatId;
use url::Url;

/// Most calls are no longer, in bytes: an answer with its buttons.
const USUAL: usize = 2_048;

/// Why a call failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Failure {
    #[error("Telegram asks to wait {} s", .0.as_secs())]
    Wait(Duration),
    #[error("the Bot API answers {0}")]
    Server(u16),
    #[error("the Bot API cannot be reached ({0})")]
    Network(&'static str),
    #[error("the token is refused")]
    Unauthorised,
    #[error("another program takes this bot's updates")]
    Conflict,
    #[error("there is no such method or bot at this address")]
    NotFound,
    #[error("the group has become a supergroup")]
    Moved(ChatId),
    #[error("the bot may not speak in that chat")]
    Shut,
    #[error("the topic is not there any more")]
    NoTopic,
    #[error("the message is the same already")]
    Unchanged,
    #[error("the Bot API's reply has an unknown form")]
    Odd,
    #[error("the Bot API refuses the call ({0})")]
    Refused(u16),
}

impl Failure {
    /// True where the same call may succeed a moment later.
    pub(super) fn passes(&self) -> bool {
        matches!(self, Self::Wait(_) | Self::Server(_) | Self::Network(_))
    }
}

/// The Bot API as one bot sees it.
pub(super) struct Api {
    connection: Connection,
    /// What stands before a method's name, token and all.
    base: String,
    /// Where calls are counted, and whether Telegram is reached is noted.
    pub(super) operations: Arc<Operations>,
}

impl Api {
    /// An address and a token that look right; nothing is called yet.
    pub(super) fn new(settings: &Settings) -> Result<Self, Error> {
        if !is_token(&settings.token) {
            return Err(Error::MalformedToken);
        }
        let mut url = Url::parse(&settings.api_url).map_err(|_| Error::MalformedUrl)?;
        url.path_segments_mut()
            .map_err(|()| Error::MalformedUrl)?
            .pop_if_empty()
            .extend([format!("bot{}", settings.token).as_str(), ""]);
        let base = String::from(url);
        let address = Uri::try_from(&base).map_err(|_| Error::MalformedUrl)?;
        let connection = Connection::to(&address, &settings.proxies).ok_or(Error::UnusableProxy)?;
        let operations = Arc::clone(&settings.operations);
        Ok(Self { connection, base, operations })
    }

    /// One try, over within `limit`.
    pub(super) async fn call<P, T>(&self, payload: &P, limit: Duration) -> Result<T, Failure>
    where
        P: Payload + Serialize,
        T: DeserializeOwned,
    {
        self.call_for(payload, limit, |_| None).await
    }

    /// The same, where `head` may tell from how the reply begins all that is wanted of it: the rest is not read then.
    pub(super) async fn call_for<P, T>(
        &self,
        payload: &P,
        limit: Duration,
        head: impl Fn(&[u8]) -> Option<T>,
    ) -> Result<T, Failure>
    where
        P: Payload + Serialize,
        T: DeserializeOwned,
    {
        let mut json = Vec::with_capacity(USUAL);
        serde_json::to_writer(&mut json, payload).map_err(|_| Failure::Refused(0))?;
        let to = Uri::try_from(format!("{}{}", self.base, method::<P>())).map_err(|_| Failure::NotFound)?;
        let reply = self.connection.post(to, json, limit).await.map_err(Failure::Network)?;
        let (status, body, broke) = (reply.status, reply.body, reply.broke);
        if let Some(result) = head(&body) {
            return Ok(result);
        }
        match serde_json::from_slice::<Reply<T>>(&body) {
            Ok(Reply { ok: true, result: Some(result), .. }) => Ok(result),
            Ok(reply) if !reply.ok => Err(reply.meaning(status)),
            _ if status >= 500 => Err(Failure::Server(status)),
            // It was carried out, or never will be: to try again would do it twice.
            Ok(_) => Err(Failure::Odd),
            Err(error) if error.is_data() || body.starts_with(CARRIED_OUT) => Err(Failure::Odd),
            Err(_) => Err(Failure::Network(broke.unwrap_or("a reply that is not the Bot API's"))),
        }
    }
}

/// The method's name as Telegram's documentation spells it.
pub(super) fn method<P: Payload>() -> String {
    let mut letters = P::NAME.trim_end_matches("Inline").chars();
    letters.next().map(|it| it.to_ascii_lowercase()).into_iter().chain(letters).collect()
}

fn is_token(token: &str) -> bool {
    let letters = |it: &str| it.chars().all(|it| it.is_ascii_alphanumeric() || it == '_' || it == '-');
    token.split_once(':').is_some_and(|(id, secret)| {
        !id.is_empty() && id.chars().all(|it| it.is_ascii_digit()) && secret.len() >= 3 && letters(secret)
    })
}

#[cfg(test)]
mod tests;
