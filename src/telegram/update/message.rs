//! A message: who wrote what where, and what it answers to.
//! Tells what stands in it, not whether it is for the bot ([`crate::telegram::hearing`]).

use super::entity::{Entity, Mention, mentions};
use serde::Deserialize;
use serde::de::IgnoredAny;
use teloxide_core::types::{ChatId, MessageId, ThreadId, UserId};

/// A message of a chat; its fields are named as in Telegram's documentation.
#[derive(Debug, Deserialize)]
pub(in crate::telegram) struct Message {
    message_id: i32,
    message_thread_id: Option<ThreadId>,
    #[serde(default)]
    is_topic_message: bool,
    pub(in crate::telegram) from: Option<User>,
    pub(in crate::telegram) sender_chat: Option<Chat>,
    via_bot: Option<IgnoredAny>,
    /// In seconds since 1970; 0 where Telegram no longer shows the message.
    #[serde(default)]
    pub(in crate::telegram) date: i64,
    pub(in crate::telegram) edit_date: Option<i64>,
    pub(in crate::telegram) chat: Chat,
    text: Option<String>,
    caption: Option<String>,
    #[serde(default)]
    entities: Vec<Entity>,
    #[serde(default)]
    caption_entities: Vec<Entity>,
    forward_origin: Option<IgnoredAny>,
    #[serde(default)]
    is_automatic_forward: bool,
    reply_to_message: Option<Box<Message>>,
}

/// Who wrote or tapped.
#[derive(Debug, Deserialize)]
pub(in crate::telegram) struct User {
    pub(in crate::telegram) id: UserId,
    #[serde(default)]
    is_bot: bool,
}

/// Where it was written.
#[derive(Debug, Deserialize)]
pub(in crate::telegram) struct Chat {
    pub(in crate::telegram) id: ChatId,
    #[serde(rename = "type")]
    kind: ChatKind,
    pub(in crate::telegram) username: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum ChatKind {
    Private,
    #[serde(other)]
    Other,
}

impl Chat {
    /// True where there is nobody but one person and the bot.
    pub(in crate::telegram) fn is_private(&self) -> bool {
        self.kind == ChatKind::Private
    }
}

impl Message {
    pub(in crate::telegram) fn id(&self) -> MessageId {
        MessageId(self.message_id)
    }

    /// The text, or what is written under a picture, which asks like a text.
    pub(in crate::telegram) fn text(&self) -> Option<&str> {
        self.text.as_deref().or(self.caption.as_deref())
    }

    /// Who is called in the text, in their order.
    pub(in crate::telegram) fn mentions(&self) -> Vec<Mention<'_>> {
        let entities = if self.text.is_some() { &self.entities } else { &self.caption_entities };
        mentions(self.text().unwrap_or_default(), entities)
    }

    /// The forum topic; the General topic has a number too, which must not be used.
    pub(in crate::telegram) fn topic(&self) -> Option<ThreadId> {
        self.message_thread_id.filter(|_| self.is_topic_message)
    }

    /// The message that this one replies to; a topic's first message is no reply.
    pub(in crate::telegram) fn replied_to(&self) -> Option<&Self> {
        let reply = self.reply_to_message.as_deref()?;
        (Some(ThreadId(reply.id())) != self.topic()).then_some(reply)
    }

    /// True where it was written elsewhere before.
    pub(in crate::telegram) fn is_forwarded(&self) -> bool {
        self.forward_origin.is_some()
    }

    /// A member of the chat, or an administrator who speaks as the group; no bot, no channel, no other chat.
    pub(in crate::telegram) fn is_from_person(&self) -> bool {
        let as_group = self.sender_chat.as_ref().map(|it| it.id == self.chat.id);
        let is_bot = || self.from.as_ref().is_none_or(|it| it.is_bot);
        self.via_bot.is_none() && !self.is_automatic_forward && as_group.unwrap_or_else(|| !is_bot())
    }
}
