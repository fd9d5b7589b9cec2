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
    direct_messages_topic: Option<DirectTopic>,
    via_bot: Option<User>,
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
    quote: Option<Quote>,
    media_group_id: Option<String>,
    animation: Option<IgnoredAny>,
    audio: Option<IgnoredAny>,
    checklist: Option<IgnoredAny>,
    contact: Option<IgnoredAny>,
    dice: Option<IgnoredAny>,
    document: Option<IgnoredAny>,
    location: Option<IgnoredAny>,
    photo: Option<IgnoredAny>,
    poll: Option<IgnoredAny>,
    sticker: Option<IgnoredAny>,
    story: Option<IgnoredAny>,
    video: Option<IgnoredAny>,
    video_note: Option<IgnoredAny>,
    voice: Option<IgnoredAny>,
}

/// The part of another message that somebody has selected to reply to; the message may stand in another chat.
#[derive(Debug, Deserialize)]
struct Quote {
    #[serde(default)]
    text: String,
}

/// One person's talk in the direct messages of a channel.
#[derive(Debug, Deserialize)]
struct DirectTopic {
    topic_id: i64,
}

/// The part of a chat in which a message stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::telegram) enum Topic {
    /// A topic of a forum.
    Forum(ThreadId),
    /// One person's talk in the direct messages of a channel.
    Direct(i64),
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

    /// The topic; the General topic of a forum has a number too, which must not be used.
    pub(in crate::telegram) fn topic(&self) -> Option<Topic> {
        let direct = self.direct_messages_topic.as_ref().map(|it| Topic::Direct(it.topic_id));
        let forum = || self.message_thread_id.filter(|_| self.is_topic_message).map(Topic::Forum);
        direct.or_else(forum)
    }

    /// The message that this one replies to; a topic's first message is no reply.
    pub(in crate::telegram) fn replied_to(&self) -> Option<&Self> {
        let reply = self.reply_to_message.as_deref()?;
        (Some(Topic::Forum(ThreadId(reply.id()))) != self.topic()).then_some(reply)
    }

    /// The part of another message that it replies to, where its writer has selected one.
    pub(in crate::telegram) fn quote(&self) -> Option<&str> {
        self.quote.as_ref().map(|it| it.text.as_str())
    }

    /// The album of which it is one picture.
    pub(in crate::telegram) fn album(&self) -> Option<&str> {
        self.media_group_id.as_deref()
    }

    /// True where somebody sent something other than text; a notice of Telegram's, such as a new photo of the group, is none.
    pub(in crate::telegram) fn has_media(&self) -> bool {
        let heard = [&self.voice, &self.audio, &self.video_note, &self.video, &self.animation];
        let seen = [&self.photo, &self.sticker, &self.document, &self.story, &self.dice];
        let filled_in = [&self.contact, &self.location, &self.poll, &self.checklist];
        heard.iter().chain(&seen).chain(&filled_in).any(|it| it.is_some())
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

    /// True where a person sent it, be it in a channel's name or with the help of another bot: in private nobody else is there.
    /// What the bot itself has put into the chat by inline mode asks nothing.
    pub(in crate::telegram) fn is_from_somebody_but(&self, me: UserId) -> bool {
        self.from.as_ref().is_some_and(|it| !it.is_bot) && self.via_bot.as_ref().is_none_or(|it| it.id != me)
    }
}
