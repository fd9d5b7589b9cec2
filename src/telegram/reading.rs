//! From an update as Telegram wrote it to one that the bot can handle; what is unknown to it is dropped.
//! A newer Telegram knows kinds and fields that the library does not: none of them may hide a question.

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use teloxide::types::{MediaKind, Message, MessageKind, Update, UpdateKind};

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

/// The update, read whole or, failing that, reduced to what the bot looks at.
pub(super) fn update(raw: &RawValue) -> Option<Update> {
    match serde_json::from_str::<Update>(raw.get()) {
        Ok(update) if is_whole(&update) => Some(update),
        _ => reduced(raw),
    }
}

fn is_whole(update: &Update) -> bool {
    match &update.kind {
        UpdateKind::Error(_) => false,
        UpdateKind::Message(message) | UpdateKind::EditedMessage(message) => !is_empty(message),
        _ => true,
    }
}

/// What the library makes of a message of which it did not understand a part.
fn is_empty(message: &Message) -> bool {
    match &message.kind {
        MessageKind::Empty {} => true,
        MessageKind::Common(common) => {
            matches!(&common.media_kind, MediaKind::Text(text) if text.text.is_empty())
        }
        _ => false,
    }
}

fn reduced(raw: &RawValue) -> Option<Update> {
    let mut update: Map<String, Value> = serde_json::from_str(raw.get()).ok()?;
    update.retain(|key, _| key == "update_id" || KINDS.contains(&key.as_str()));
    for kind in ["message", "edited_message"] {
        if let Some(Value::Object(message)) = update.get_mut(kind) {
            reduce_message(message, true);
        }
    }
    let text = serde_json::to_string(&update).ok()?;
    serde_json::from_str(&text).ok().filter(|it: &Update| !matches!(it.kind, UpdateKind::Error(_)))
}

/// The kinds of update that the bot asks for.
pub(super) const KINDS: [&str; 5] =
    ["message", "edited_message", "callback_query", "inline_query", "my_chat_member"];

/// The fields of a message that the bot looks at.
const FIELDS: [&str; 13] = [
    "message_id",
    "message_thread_id",
    "is_topic_message",
    "from",
    "sender_chat",
    "via_bot",
    "date",
    "edit_date",
    "chat",
    "text",
    "entities",
    "forward_origin",
    "reply_to_message",
];

/// The kinds of entity that decide whether a message is for the bot.
const ENTITIES: [&str; 3] = ["mention", "text_mention", "bot_command"];

fn reduce_message(message: &mut Map<String, Value>, with_reply: bool) {
    // A caption asks like a text; without its picture only a text is left to carry it.
    for (caption, text) in [("caption", "text"), ("caption_entities", "entities")] {
        if let Some(value) = message.remove(caption) {
            message.entry(text).or_insert(value);
        }
    }
    message.retain(|key, _| FIELDS.contains(&key.as_str()) && (with_reply || key != "reply_to_message"));
    if let Some(Value::Array(entities)) = message.get_mut("entities") {
        entities.retain(|it| it["type"].as_str().is_some_and(|kind| ENTITIES.contains(&kind)));
    }
    if let Some(origin) = message.get_mut("forward_origin") {
        // That it was forwarded counts, not from where.
        *origin = serde_json::json!({"type": "hidden_user", "date": 0, "sender_user_name": "?"});
    }
    if let Some(chat) = message.get_mut("chat").and_then(Value::as_object_mut) {
        chat.retain(|key, _| {
            ["id", "type", "title", "username", "is_forum", "first_name"].contains(&key.as_str())
        });
    }
    if let Some(Value::Object(reply)) = message.get_mut("reply_to_message") {
        reduce_message(reply, false);
    }
}
