//! What every endpoint works with: the engine, who the bot is, what conversations are about, and how to reply.
//! Decides neither whether to speak nor what to say.

use super::api::{Api, Failure};
use super::limits::Limits;
use super::memory::Memory;
use super::outbox::{self, Sent};
use super::{Engines, Settings};
use crate::engine::Engine;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use teloxide::payloads::{EditMessageText, EditMessageTextSetters, SendMessage, SendMessageSetters};
use teloxide::types::{LinkPreviewOptions, Me, Message, MessageId, ParseMode, ReplyParameters, ThreadId};

/// Shared by all handlers.
pub(super) struct Desk {
    api: Arc<Api>,
    engines: Engines,
    memory: Mutex<Memory>,
    limits: Mutex<Limits>,
    /// The bot's account.
    pub(super) me: Me,
    /// Names that call the bot at the start of a message.
    pub(super) names: Vec<String>,
    /// How many questions a person may ask within a minute, in private and in a group.
    pub(super) per_minute: (usize, usize),
}

impl Desk {
    pub(super) fn new(api: Arc<Api>, engines: Engines, me: Me, settings: &Settings) -> Self {
        let own = [me.first_name.clone(), me.username().to_owned()];
        let mut names: Vec<String> =
            settings.nicknames.iter().chain(&own).map(|it| it.trim().to_lowercase()).collect();
        names.retain(|it| !it.is_empty());
        let per_minute = (settings.per_minute_in_private, settings.per_minute_in_group);
        Self { api, engines, memory: Mutex::default(), limits: Mutex::default(), me, names, per_minute }
    }

    /// The engine over the reports as they are loaded now.
    pub(super) fn engine(&self) -> Arc<Engine> {
        self.engines.borrow().clone()
    }

    /// What conversations are about.
    pub(super) fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How often people asked.
    pub(super) fn limits(&self) -> MutexGuard<'_, Limits> {
        self.limits.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Replies to a message, in its topic, in HTML; a message that was edited gets its earlier reply changed.
    pub(super) async fn reply(&self, to: &Message, html: String) -> Result<MessageId, Failure> {
        let earlier = self.memory().reply(to);
        if let (Some(reply), Some(_)) = (earlier, to.edit_date()) {
            return self.change(to, reply, html).await;
        }
        let message = SendMessage::new(to.chat.id, html)
            .parse_mode(ParseMode::Html)
            .link_preview_options(no_preview())
            .reply_parameters(ReplyParameters::new(to.id).allow_sending_without_reply());
        let sent = outbox::send(&self.api, in_topic(message, topic(to))).await?;
        let reply = MessageId(sent.message_id);
        self.memory().replied(to, reply);
        Ok(reply)
    }

    async fn change(&self, to: &Message, reply: MessageId, html: String) -> Result<MessageId, Failure> {
        let change = EditMessageText::new(to.chat.id, reply, html)
            .parse_mode(ParseMode::Html)
            .link_preview_options(no_preview());
        match outbox::deliver::<_, Sent>(&self.api, &change).await {
            Ok(_) | Err(Failure::Unchanged) => Ok(reply),
            Err(failure) => Err(failure),
        }
    }
}

/// The forum topic of a message; the General topic has a number too, which must not be used.
pub(super) fn topic(message: &Message) -> Option<ThreadId> {
    message.thread_id.filter(|_| message.is_topic_message)
}

/// The number of the message that this one replies to; a topic's first message is no reply.
pub(super) fn replied_to(message: &Message) -> Option<(MessageId, &Message)> {
    let reply = message.reply_to_message()?;
    (Some(ThreadId(reply.id)) != topic(message)).then_some((reply.id, reply))
}

fn in_topic(message: SendMessage, topic: Option<ThreadId>) -> SendMessage {
    match topic {
        Some(topic) => message.message_thread_id(topic),
        None => message,
    }
}

fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}
