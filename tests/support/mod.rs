//! Conversations with the real dispatcher over HTTP: who writes what where, and what the bot does.
//! Asserts nothing of wording: tests do.

pub(crate) mod bot_api;

use bot_api::{BotApi, Call, LIMIT, TOKEN};
use league_bot::engine::Engine;
use league_bot::telegram::{Error, Settings, run_until};
use serde_json::{Value, json};
use std::sync::Arc;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;

pub(crate) const GROUP: i64 = -1_001_234_567_890;
pub(crate) const BOT: i64 = 7_012_345_678;
pub(crate) const WANG: i64 = 11;
pub(crate) const LI: i64 = 12;
/// Who asks whether the bot is still there; nobody else, so that no limit stands in the way.
const CHECKER: i64 = 13;

/// A running bot and the server that it talks to.
pub(crate) struct Talk {
    pub(crate) api: Arc<BotApi>,
    stop: Option<oneshot::Sender<()>>,
    bot: JoinHandle<Result<(), Error>>,
}

pub(crate) fn settings(api_url: String) -> Settings {
    Settings { api_url, nicknames: vec!["团团".to_owned()], ..Settings::new(TOKEN.to_owned()) }
}

impl Talk {
    pub(crate) async fn start() -> Self {
        let (api, url) = BotApi::start().await;
        Self::with(api, settings(url))
    }

    /// Starts the bot against a server that is there already.
    pub(crate) fn with(api: Arc<BotApi>, settings: Settings) -> Self {
        let (stop, stopped) = oneshot::channel::<()>();
        let bot = tokio::spawn(async move {
            let (_sender, engines) = tokio::sync::watch::channel(Arc::new(Engine::new(Vec::new())));
            run_until(settings, engines, async { drop(stopped.await) }).await
        });
        Self { api, stop: Some(stop), bot }
    }

    /// Somebody writes to the bot in private.
    pub(crate) fn private(&self, text: &str) -> i64 {
        self.write(json!({"chat": private_chat(), "from": person(WANG), "text": text}))
    }

    /// Somebody writes in the group.
    pub(crate) fn group(&self, text: &str) -> i64 {
        self.write(json!({"chat": group_chat(), "from": person(WANG), "text": text}))
    }

    /// A message with these fields; mentions get their entities, as Telegram gives them.
    pub(crate) fn write(&self, mut message: Value) -> i64 {
        let id = self.api.message_id();
        complete(&mut message, id);
        self.api.push("message", message);
        id
    }

    /// Somebody changes a message, so many seconds after it was written.
    pub(crate) fn edit(&self, id: i64, seconds: i64, mut message: Value) {
        complete(&mut message, id);
        message["edit_date"] = json!(1_700_000_000 + seconds);
        self.api.push("edited_message", message);
    }

    /// The reply to a message.
    pub(crate) async fn reply_to(&self, id: i64) -> Call {
        let is_reply = |it: &Call| it.refusal.is_empty() && it.body["reply_parameters"]["message_id"] == id;
        self.api.wait_for(&format!("a reply to message {id}"), is_reply).await
    }

    /// True where none of these messages of the group got a reply: one asked after them has got its own.
    pub(crate) async fn is_silent_to(&self, ids: &[i64]) -> bool {
        let write = |chat, text| self.write(json!({"chat": chat, "from": person(CHECKER), "text": text}));
        let (group, private) = (write(group_chat(), "@judge_bot 在吗"), write(private_chat(), "在吗"));
        self.reply_to(group).await;
        self.reply_to(private).await;
        let replied = |it: &Call| {
            it.body["reply_parameters"]["message_id"].as_i64().is_some_and(|id| ids.contains(&id))
        };
        !self.api.calls("sendMessage").iter().any(replied)
    }

    /// Asks the bot to end, and waits for it.
    pub(crate) async fn stop(&mut self) -> Result<(), Error> {
        drop(self.stop.take());
        self.end().await
    }

    /// Waits for the bot's end.
    pub(crate) async fn end(&mut self) -> Result<(), Error> {
        timeout(LIMIT * 2, &mut self.bot).await.expect("an end").expect("no panic")
    }
}

pub(crate) fn person(id: i64) -> Value {
    json!({"id": id, "is_bot": false, "first_name": format!("人{id}")})
}

pub(crate) fn private_chat() -> Value {
    json!({"id": WANG, "type": "private", "first_name": "人"})
}

pub(crate) fn group_chat() -> Value {
    json!({"id": GROUP, "type": "supergroup", "title": "群"})
}

/// A message of the bot itself, as others reply to it.
pub(crate) fn of_bot(id: i64) -> Value {
    let bot = json!({"id": BOT, "is_bot": true, "first_name": "小团", "username": "judge_bot"});
    json!({"message_id": id, "date": 0, "chat": group_chat(), "from": bot, "text": "…"})
}

fn complete(message: &mut Value, id: i64) {
    message["message_id"] = json!(id);
    message["date"] = json!(1_700_000_000);
    let text = message["text"].as_str().unwrap_or_default().to_owned();
    let mentions: Vec<Value> = text.match_indices('@').map(|(at, _)| mention(&text, at)).collect();
    if !mentions.is_empty() && message["entities"].is_null() {
        message["entities"] = json!(mentions);
    }
}

fn mention(text: &str, at: usize) -> Value {
    let (before, name) = text.split_at(at);
    let length = name.chars().skip(1).take_while(|it| it.is_ascii_alphanumeric() || *it == '_').count() + 1;
    json!({"type": "mention", "offset": before.encode_utf16().count(), "length": length})
}
