//! Sending that does not give up at the first trouble: waits as Telegram asks, backs off, moves with a group.
//! Holds up nobody else: only the question that it answers waits.

use super::api::{self, Api, Failure};
use super::update::Topic;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::time::{Duration, Instant};
use teloxide_core::payloads::{SendMessage, SendMessageSetters};
use teloxide_core::requests::Payload;

/// A try that takes longer is taken for lost: ten times what a slow phone network needs.
const TRY: Duration = Duration::from_secs(10);
/// An answer later than this answers nothing any more.
const PATIENCE: Duration = Duration::from_secs(180);
/// The first pause after a failure; each later one is twice as long.
const PAUSE: Duration = Duration::from_millis(200);
/// No pause is longer, so that an answer comes soon after the trouble ends.
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

/// What we want to know of a message that was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(super) struct Sent {
    pub(super) message_id: i32,
}

impl Sent {
    /// The number where it stands first, as Telegram writes it: the rest repeats the message and the question, and where
    /// it is lost on the way the number is known all the same.
    fn at_the_head(reply: &[u8]) -> Option<Self> {
        let rest = reply.strip_prefix(br#"{"ok":true,"result":{"message_id":"#)?;
        let length = rest.iter().position(|it| matches!(it, b',' | b'}'))?;
        let message_id = std::str::from_utf8(rest.get(..length)?).ok()?.parse().ok()?;
        Some(Self { message_id })
    }
}

/// Calls until it succeeds, is refused for good, or is too late.
pub(super) async fn deliver<P, T>(api: &Api, payload: &P) -> Result<T, Failure>
where
    P: Payload + Serialize,
    T: DeserializeOwned,
{
    deliver_for(api, payload, |_| None).await
}

/// The same, where `head` may tell from how the reply begins all that is wanted of it.
async fn deliver_for<P, T>(api: &Api, payload: &P, head: fn(&[u8]) -> Option<T>) -> Result<T, Failure>
where
    P: Payload + Serialize,
    T: DeserializeOwned,
{
    let begun = Instant::now();
    let mut pause = PAUSE;
    loop {
        let failure = match api.call_for(payload, TRY, head).await {
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

/// Sends a message into a topic, or outside any; into the supergroup where its group has become one, and outside the topic
/// where the topic is gone meanwhile.
pub(super) async fn send(api: &Api, message: SendMessage, topic: Option<Topic>) -> Result<Sent, Failure> {
    let mut message = match topic {
        Some(Topic::Direct(topic)) => return send_directly(api, message, topic).await,
        Some(Topic::Forum(thread)) => message.message_thread_id(thread),
        None => message,
    };
    match deliver_for(api, &message, Sent::at_the_head).await {
        Err(Failure::Moved(chat)) => {
            message.chat_id = chat.into();
            // The old group's message numbers and topics mean nothing in the new one.
            message.reply_parameters = None;
        }
        Err(Failure::NoTopic) if topic.is_some() => {}
        result => return result,
    }
    message.message_thread_id = None;
    deliver_for(api, &message, Sent::at_the_head).await
}

/// Without its topic Telegram takes no message to a channel's direct messages.
async fn send_directly(api: &Api, message: SendMessage, topic: i64) -> Result<Sent, Failure> {
    let message = SendDirectly { message, direct_messages_topic_id: topic };
    deliver_for(api, &message, Sent::at_the_head).await
}

/// A message with the field that the library does not know.
#[derive(Serialize)]
struct SendDirectly {
    #[serde(flatten)]
    message: SendMessage,
    direct_messages_topic_id: i64,
}

impl Payload for SendDirectly {
    type Output = <SendMessage as Payload>::Output;
    const NAME: &'static str = SendMessage::NAME;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_message_is_known_from_the_head_of_the_reply() {
        let sent = |reply: &str| Sent::at_the_head(reply.as_bytes()).map(|it| it.message_id);
        assert_eq!(sent(r#"{"ok":true,"result":{"message_id":42,"from":{"id":1"#), Some(42));
        assert_eq!(sent(r#"{"ok":true,"result":{"message_id":42}}"#), Some(42));
        for other in [
            r#"{"ok":true,"result":{"message_id":4"#,
            r#"{"ok":true,"result":{"message_id":"4","#,
            r#"{"ok":true,"result":{"from":{},"message_id":4}}"#,
            r#"{"ok":false,"error_code":400}"#,
            "",
        ] {
            assert_eq!(sent(other), None, "{other}");
        }
    }
}
