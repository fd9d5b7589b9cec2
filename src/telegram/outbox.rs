//! Sending that does not give up at the first trouble: waits as Telegram asks, backs off, moves with a group.
//! Holds up nobody else: only the question that it answers waits.

use super::api::{self, Api, Failure};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::time::{Duration, Instant};
use teloxide::payloads::SendMessage;
use teloxide::requests::Payload;

/// A try that takes longer is taken for lost: ten times what a slow phone network needs.
const TRY: Duration = Duration::from_secs(10);
/// An answer later than this answers nothing any more.
const PATIENCE: Duration = Duration::from_secs(180);
/// The first pause after a failure; each later one is twice as long.
const PAUSE: Duration = Duration::from_millis(200);
/// No pause is longer, so that an answer comes soon after the trouble ends.
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

/// What we want to know of a message that was sent.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) struct Sent {
    pub(super) message_id: i32,
}

/// Calls until it succeeds, is refused for good, or is too late.
pub(super) async fn deliver<P, T>(api: &Api, payload: &P) -> Result<T, Failure>
where
    P: Payload + Serialize,
    T: DeserializeOwned,
{
    let begun = Instant::now();
    let mut pause = PAUSE;
    loop {
        let failure = match api.call(payload, TRY).await {
            Err(failure) if failure.passes() => failure,
            result => return result,
        };
        let wait = match failure {
            Failure::Wait(asked) => asked,
            _ => pause,
        };
        if begun.elapsed() + wait > PATIENCE {
            return Err(failure);
        }
        api.operations.metrics.retries.inc();
        log::debug!("{}: {failure}; tried again", api::method::<P>());
        tokio::time::sleep(wait).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

/// Sends a message, into the supergroup where its group has become one.
pub(super) async fn send(api: &Api, mut message: SendMessage) -> Result<Sent, Failure> {
    match deliver(api, &message).await {
        Err(Failure::Moved(chat)) => {
            message.chat_id = chat.into();
            // The old group's message numbers and topics mean nothing in the new one.
            message.reply_parameters = None;
            message.message_thread_id = None;
            deliver(api, &message).await
        }
        result => result,
    }
}
