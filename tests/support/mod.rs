//! Conversations with the real dispatcher over HTTP: who writes what where, and what the bot does.
//! Asserts nothing of wording: tests do.

pub(crate) mod bot_api;

use bot_api::{BotApi, Call, LIMIT, TOKEN};
use league_bot::engine::Engine;
use league_bot::report::load_builtin;
use league_bot::telegram::{Engines, Error, Settings, run_until};
use serde_json::{Value, json};
use std::sync::{Arc, LazyLock};
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

/// An engine over the report that is built in.
pub(crate) fn engine() -> Arc<Engine> {
    static ENGINE: LazyLock<Arc<Engine>> =
        LazyLock::new(|| Arc::new(Engine::load(load_builtin().expect("data")).expect("word lists")));
    Arc::clone(&ENGINE)
}

impl Talk {
    pub(crate) async fn start() -> Self {
        let (api, url) = BotApi::start().await;
        Self::with(api, settings(url))
    }

    /// Starts the bot against a server that is there already.
    pub(crate) fn with(api: Arc<BotApi>, settings: Settings) -> Self {
        Self::over(api, settings, tokio::sync::watch::channel(engine()).1)
    }

    /// Starts the bot over these engines.
    pub(crate) fn over(api: Arc<BotApi>, settings: Settings, engines: Engines) -> Self {
        let (stop, stopped) = oneshot::channel::<()>();
        let bot =
            tokio::spawn(async move { run_until(settings, engines, async { drop(stopped.await) }).await });
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

    /// Somebody taps a button of a message; returns what the message becomes.
    pub(crate) async fn tap(&self, who: i64, on: &Call, label: &str) -> Call {
        let before = self.api.calls("editMessageText").len();
        let id = self.push_tap(who, on, label);
        self.api.wait_for("an answer to the tap", |it| it.body["callback_query_id"] == id.as_str()).await;
        let mut edits = self.api.calls("editMessageText");
        assert_eq!(edits.len(), before + 1, "{label} changes the message");
        edits.pop().expect("a change")
    }

    /// Somebody taps a button and is only told something.
    pub(crate) async fn refused_tap(&self, who: i64, on: &Call, label: &str) -> String {
        let id = self.push_tap(who, on, label);
        let told = self.api.wait_for("a notice", |it| it.body["callback_query_id"] == id.as_str()).await;
        told.body["text"].as_str().expect("a notice").to_owned()
    }

    /// The number of the message that a call sent or changed.
    pub(crate) fn number_of(&self, call: &Call) -> i64 {
        call.body["message_id"].as_i64().unwrap_or(call.message)
    }

    fn push_tap(&self, who: i64, on: &Call, label: &str) -> String {
        let id = format!("tap{}", self.api.message_id());
        let rows = on.body["reply_markup"]["inline_keyboard"].as_array().cloned().unwrap_or_default();
        let mut buttons = rows.iter().filter_map(Value::as_array).flatten();
        let is_it = |it: &&Value| it["text"].as_str().is_some_and(|it| it.contains(label));
        let button = buttons.find(is_it).unwrap_or_else(|| panic!("no button {label} in {rows:?}"));
        let chat = if on.body["chat_id"] == GROUP { group_chat() } else { private_chat() };
        let message = json!({"message_id": self.number_of(on), "date": 1_700_000_000, "chat": chat,
            "from": of_bot(1)["from"], "text": "…"});
        let tap = json!({"id": id, "from": person(who), "message": message, "chat_instance": "1",
            "data": button["callback_data"]});
        self.api.push("callback_query", tap);
        id
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

/// A message as the phone shows it: its text, then its buttons row by row.
pub(crate) fn phone(call: &Call) -> String {
    let html = call.body["text"].as_str().unwrap_or_default();
    let mut shown = html.replace("<blockquote expandable>", "\n▾ ").replace("</blockquote>", "\n");
    for tag in ["b", "i"] {
        shown = shown.replace(&format!("<{tag}>"), "").replace(&format!("</{tag}>"), "");
    }
    while let Some((before, link)) = shown.split_once("<a href=") {
        let text = link.split_once('>').map_or("", |it| it.1).replacen("</a>", "", 1);
        shown = format!("{before}{text}");
    }
    for row in call.body["reply_markup"]["inline_keyboard"].as_array().into_iter().flatten() {
        let labels = row.as_array().into_iter().flatten().filter_map(|it| it["text"].as_str());
        shown.push_str(&labels.map(|it| format!("[{it}]")).collect::<String>().replacen('[', "\n[", 1));
    }
    shown.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
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
