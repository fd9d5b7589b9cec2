//! An update as far as the bot looks at it, read from what Telegram wrote.
//! Kinds and fields that it does not look at are passed over unread: Telegram adds some every few weeks, and none of
//! them may hide a question. Decides nothing.

mod entity;
mod message;

pub(super) use entity::Mention;
pub(super) use message::{Chat, Message, Topic, User};

use serde::Deserialize;
use serde_json::value::RawValue;
use teloxide_core::types::{CallbackQueryId, ChatId, InlineQueryId};

/// What came in, and its number.
#[derive(Debug)]
pub(super) struct Update {
    pub(super) id: u32,
    pub(super) kind: Kind,
}

/// The kinds of update that the bot asks for.
#[derive(Debug)]
pub(super) enum Kind {
    /// Somebody wrote.
    Message(Message),
    /// Somebody changed what was written.
    Edited(Message),
    /// Somebody tapped a button.
    Tap(Tap),
    /// Somebody types after the bot's name.
    Typed(Typed),
    /// A chat let the bot in, or shut it out.
    Membership(Membership),
}

/// A tap on a button.
#[derive(Debug, Deserialize)]
pub(super) struct Tap {
    pub(super) id: CallbackQueryId,
    pub(super) from: User,
    message: Option<Message>,
    pub(super) data: Option<String>,
}

/// What somebody has typed after the bot's name, in whatever chat.
#[derive(Debug, Deserialize)]
pub(super) struct Typed {
    pub(super) id: InlineQueryId,
    from: User,
    pub(super) query: String,
}

/// What the bot may do in a chat from now on.
#[derive(Debug, Deserialize)]
pub(super) struct Membership {
    pub(super) chat: Chat,
    new_chat_member: Member,
}

#[derive(Debug, Deserialize)]
struct Member {
    status: String,
    #[serde(default)]
    is_member: bool,
    #[serde(default)]
    can_send_messages: bool,
}

#[derive(Deserialize)]
struct Written {
    update_id: u32,
    message: Option<Message>,
    edited_message: Option<Message>,
    callback_query: Option<Tap>,
    inline_query: Option<Typed>,
    my_chat_member: Option<Membership>,
}

#[derive(Deserialize)]
struct Numbered {
    update_id: u32,
}

/// The number of an update, which even an unknown kind has.
pub(super) fn number(raw: &RawValue) -> Option<u32> {
    leading_number(raw.get())
        .or_else(|| serde_json::from_str::<Numbered>(raw.get()).ok().map(|it| it.update_id))
}

/// The number where it stands first, as Telegram writes it: the rest, which may be long, need not be read for it.
fn leading_number(raw: &str) -> Option<u32> {
    let (number, _) = raw.strip_prefix("{\"update_id\":")?.split_once([',', '}'])?;
    number.parse().ok()
}

/// The update, if it is of a kind that the bot asks for and what the bot looks at can be read.
pub(super) fn read(raw: &RawValue) -> Option<Update> {
    let written: Written = serde_json::from_str(raw.get()).ok()?;
    let message = written.message.map(Kind::Message);
    let kind = message
        .or_else(|| written.edited_message.map(Kind::Edited))
        .or_else(|| written.callback_query.map(Kind::Tap))
        .or_else(|| written.inline_query.map(Kind::Typed))
        .or_else(|| written.my_chat_member.map(Kind::Membership))?;
    Some(Update { id: written.update_id, kind })
}

impl Update {
    /// Whose order counts: the chat's, or the person's where there is no chat.
    pub(super) fn lane(&self) -> Option<ChatId> {
        let person = |it: &User| i64::try_from(it.id.0).ok().map(ChatId);
        match &self.kind {
            Kind::Message(message) | Kind::Edited(message) => Some(message.chat.id),
            Kind::Tap(tap) => tap.message.as_ref().map(|it| it.chat.id).or_else(|| person(&tap.from)),
            Kind::Typed(typed) => person(&typed.from),
            Kind::Membership(change) => Some(change.chat.id),
        }
    }
}

impl Tap {
    /// The message that carries the button, unless it is so old that Telegram no longer shows it.
    pub(super) fn message(&self) -> Option<&Message> {
        self.message.as_ref().filter(|it| it.date > 0)
    }
}

impl Membership {
    /// True where the bot may write there.
    pub(super) fn may_speak(&self) -> bool {
        match self.new_chat_member.status.as_str() {
            "left" | "kicked" => false,
            "restricted" => self.new_chat_member.is_member && self.new_chat_member.can_send_messages,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests;
