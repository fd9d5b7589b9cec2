//! A small strict Bot API server on loopback: hands out updates, checks calls as Telegram would, fails on demand.
//! Knows nothing of the bot but what comes over HTTP.

use serde_json::{Value, json};
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::time::{Instant, sleep, timeout_at};

pub(crate) const TOKEN: &str = "7012345678:AAF4keT0k3n-ForTheTests_abcdefghijk";
/// No wait of a test is longer.
pub(crate) const LIMIT: Duration = Duration::from_secs(8);

/// What goes wrong with a call.
#[derive(Clone, Debug)]
pub(crate) enum Fault {
    /// An answer of this status with these `parameters`.
    Status(u16, Value),
    /// Refused with these words.
    Refused(u16, &'static str),
    /// The connection breaks before an answer.
    Reset,
    /// An answer that is no JSON.
    Garbage,
    /// The call is carried out, and its result is of another form than it should be.
    Odd,
    /// The call is carried out, and the connection breaks in the middle of the answer.
    Cut,
    /// The answer comes only after this.
    Slow(Duration),
    /// The call is not carried out, and its result is this: what a server of some years ago says.
    Instead(Value),
}

/// A call as it was made.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub(crate) method: String,
    pub(crate) body: Value,
    /// What Telegram refused it for; empty where it succeeded.
    pub(crate) refusal: String,
    /// How many updates were confirmed when it came.
    pub(crate) confirmed: usize,
    /// The number of the message that it sent; 0 where it sent none.
    pub(crate) message: i64,
}

#[derive(Default)]
pub(crate) struct State {
    updates: VecDeque<Value>,
    next_update: i64,
    next_message: i64,
    calls: Vec<Call>,
    faults: Vec<(String, Fault)>,
    confirmed: usize,
    commands: HashMap<String, Value>,
    description: String,
}

/// Stands for 200 with half of its text.
const CUT: u16 = 0;

#[derive(Default)]
pub(crate) struct BotApi {
    state: Mutex<State>,
    changed: Notify,
}

impl BotApi {
    /// Listens on a free port; returns the address too.
    pub(crate) async fn start() -> (Arc<Self>, String) {
        let api = Arc::new(Self::default());
        api.lock().next_update = 1000;
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let served = Arc::clone(&api);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(Arc::clone(&served), stream));
            }
        });
        (api, format!("http://{address}"))
    }

    pub(crate) fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no panic in the server")
    }

    /// The next calls of a method fail so, in this order.
    pub(crate) fn fail(&self, method: &str, fault: Fault) {
        self.lock().faults.push((method.to_owned(), fault));
    }

    /// A number for a message that somebody writes.
    pub(crate) fn message_id(&self) -> i64 {
        let mut state = self.lock();
        state.next_message += 1;
        state.next_message
    }

    /// Hands out an update of this kind.
    pub(crate) fn push(&self, kind: &str, content: Value) {
        let mut state = self.lock();
        let id = state.next_update;
        state.next_update += 1;
        state.updates.push_back(json!({"update_id": id, kind: content}));
        drop(state);
        self.changed.notify_waiters();
    }

    /// Updates that are not confirmed.
    pub(crate) fn unconfirmed(&self) -> usize {
        self.lock().updates.len()
    }

    /// Nothing goes wrong from now on; returns how many faults were left.
    pub(crate) fn drop_faults(&self) -> usize {
        std::mem::take(&mut self.lock().faults).len()
    }

    /// How many updates were confirmed when the reply to this message was sent.
    pub(crate) fn confirmed_when_answered(&self, id: i64) -> usize {
        let state = self.lock();
        let is_reply = |it: &&Call| it.body["reply_parameters"]["message_id"] == id;
        state.calls.iter().find(is_reply).map_or(0, |it| it.confirmed)
    }

    /// The calls of a method so far.
    pub(crate) fn calls(&self, method: &str) -> Vec<Call> {
        self.lock().calls.iter().filter(|it| it.method == method).cloned().collect()
    }

    /// Waits until a call is as wanted.
    pub(crate) async fn wait_for(&self, what: &str, wanted: impl Fn(&Call) -> bool) -> Call {
        let end = Instant::now() + LIMIT;
        loop {
            let changed = self.changed.notified();
            if let Some(call) = self.lock().calls.iter().find(|it| wanted(it)) {
                return call.clone();
            }
            if timeout_at(end, changed).await.is_err() {
                panic!("{what} did not come; calls: {:#?}", self.lock().calls);
            }
        }
    }

    /// Waits until all updates are confirmed.
    pub(crate) async fn all_confirmed(&self) {
        let end = Instant::now() + LIMIT;
        while self.unconfirmed() > 0 {
            assert!(Instant::now() < end, "{} updates are not confirmed", self.unconfirmed());
            sleep(Duration::from_millis(5)).await;
        }
    }

    /// Somebody else sets this scope's commands meanwhile.
    pub(crate) fn change_commands(&self, scope: &str) {
        let commands = json!([{"command": "old", "description": "old"}]);
        self.lock().commands.insert(json!(scope).to_string(), commands);
    }

    fn fault(&self, method: &str) -> Option<Fault> {
        let mut state = self.lock();
        let at = state.faults.iter().position(|(it, _)| it == method)?;
        Some(state.faults.remove(at).1)
    }

    async fn answer(&self, token: &str, method: &str, body: Value) -> Option<(u16, String)> {
        let fault = self.fault(method);
        let (is_odd, is_cut) = (matches!(fault, Some(Fault::Odd)), matches!(fault, Some(Fault::Cut)));
        match fault {
            Some(Fault::Reset) => return None,
            Some(Fault::Garbage) => return Some((200, "<html>".to_owned())),
            Some(Fault::Status(code, parameters)) => {
                let text = json!({"ok": false, "error_code": code, "description": "fault", "parameters": parameters});
                return Some((code, text.to_string()));
            }
            Some(Fault::Refused(code, description)) => {
                let text = json!({"ok": false, "error_code": code, "description": description});
                return Some((code, text.to_string()));
            }
            Some(Fault::Instead(result)) => {
                return Some((200, json!({"ok": true, "result": result}).to_string()));
            }
            Some(Fault::Slow(time)) => sleep(time).await,
            Some(Fault::Odd | Fault::Cut) | None => {}
        }
        let result = match token == TOKEN {
            false => Err((401, "Unauthorized".to_owned())),
            true if method == "getUpdates" => self.get_updates(&body).await,
            true => self.lock().carry_out(method, &body).map_err(|it| (400, format!("Bad Request: {it}"))),
        };
        let refusal = result.as_ref().err().map(|it| it.1.clone()).unwrap_or_default();
        let message = result.as_ref().ok().and_then(|it| it["message_id"].as_i64()).unwrap_or_default();
        let mut state = self.lock();
        let confirmed = state.confirmed;
        state.calls.push(Call { method: method.to_owned(), body, refusal, confirmed, message });
        drop(state);
        self.changed.notify_waiters();
        Some(match result {
            // No status of HTTP: `serve` breaks off.
            Ok(result) if is_cut => (CUT, json!({"ok": true, "result": result}).to_string()),
            Ok(_) if is_odd => (200, r#"{"ok":true,"result":"quantum"}"#.to_owned()),
            Ok(result) => (200, json!({"ok": true, "result": result}).to_string()),
            Err((code, text)) => {
                (code, json!({"ok": false, "error_code": code, "description": text}).to_string())
            }
        })
    }

    fn confirm(&self, offset: i64) {
        let mut state = self.lock();
        let before = state.updates.len();
        state.updates.retain(|it| it["update_id"].as_i64().is_some_and(|id| id >= offset));
        state.confirmed += before - state.updates.len();
    }

    async fn get_updates(&self, body: &Value) -> Result<Value, (u16, String)> {
        if body["allowed_updates"].as_array().is_none_or(Vec::is_empty) {
            return Err((400, "allowed_updates must go with every call".to_owned()));
        }
        let end = Instant::now() + Duration::from_secs(body["timeout"].as_u64().unwrap_or(0));
        let offset = body["offset"].as_i64().unwrap_or(0);
        let limit = usize::try_from(body["limit"].as_u64().unwrap_or(100)).unwrap_or(100);
        self.confirm(offset);
        loop {
            let changed = self.changed.notified();
            let batch: Vec<Value> = self.lock().updates.iter().take(limit).cloned().collect();
            if !batch.is_empty() || timeout_at(end, changed).await.is_err() {
                return Ok(json!(batch));
            }
        }
    }
}

/// The owner of every group.
pub(crate) const ADMINISTRATOR: i64 = 12;

impl State {
    fn carry_out(&mut self, method: &str, body: &Value) -> Result<Value, String> {
        match method {
            "getMe" => Ok(
                json!({"id": 7_012_345_678_i64, "is_bot": true, "first_name": "小团", "username": "judge_bot",
                "can_join_groups": true, "can_read_all_group_messages": false, "supports_inline_queries": true,
                "has_main_web_app": false}),
            ),
            "sendMessage" | "editMessageText" => {
                check_text(body["text"].as_str().unwrap_or_default())?;
                check_keyboard(&body["reply_markup"])?;
                self.next_message += 1;
                Ok(
                    json!({"message_id": self.next_message, "date": 0, "chat": {"id": body["chat_id"], "type": "private"}}),
                )
            }
            "setMyCommands" => {
                self.commands.insert(body["scope"]["type"].to_string(), body["commands"].clone());
                Ok(json!(true))
            }
            "getMyCommands" => {
                Ok(self.commands.get(&body["scope"]["type"].to_string()).cloned().unwrap_or(json!([])))
            }
            "setMyShortDescription" => {
                self.description = body["short_description"].as_str().unwrap_or_default().to_owned();
                Ok(json!(true))
            }
            // Only one person of a group may choose for it.
            "getChatMember" => {
                let status = if body["user_id"] == ADMINISTRATOR { "creator" } else { "member" };
                let user = json!({"id": body["user_id"], "is_bot": false, "first_name": "某"});
                Ok(json!({"status": status, "user": user, "is_anonymous": false}))
            }
            "getMyShortDescription" => Ok(json!({"short_description": self.description})),
            _ => Ok(json!(true)),
        }
    }
}

fn check_text(html: &str) -> Result<(), String> {
    let mut text = String::new();
    let mut open: Vec<&str> = Vec::new();
    for piece in html.split_inclusive('>') {
        let Some((before, tag)) = piece.split_once('<') else {
            text.push_str(piece);
            continue;
        };
        text.push_str(before);
        let tag = tag.trim_end_matches('>');
        match tag.strip_prefix('/') {
            Some(name) if open.pop() != Some(name) => {
                return Err(format!("can't parse entities: unmatched end tag {name}"));
            }
            Some(_) => {}
            None => open.push(tag.split(' ').next().unwrap_or_default()),
        }
    }
    let known = |it: &&str| ["b", "i", "a", "code", "pre", "blockquote", "u", "s"].contains(it);
    if let Some(tag) = open.first() {
        return Err(format!("can't parse entities: can't find end tag of {tag}, known: {}", known(tag)));
    }
    match text.trim().encode_utf16().count() {
        0 => Err("message text is empty".to_owned()),
        1..=4096 => Ok(()),
        _ => Err("message is too long".to_owned()),
    }
}

fn check_keyboard(markup: &Value) -> Result<(), String> {
    let rows = markup["inline_keyboard"].as_array().cloned().unwrap_or_default();
    if rows.len() > 2 || rows.iter().any(|it| it.as_array().is_none_or(|it| it.is_empty() || it.len() > 8)) {
        return Err("more buttons than a phone shows well".to_owned());
    }
    for button in rows.iter().filter_map(Value::as_array).flatten() {
        let copied = button["copy_text"]["text"].as_str().unwrap_or("-");
        if !(1..=256).contains(&copied.encode_utf16().count()) {
            return Err("BUTTON_COPY_TEXT_INVALID".to_owned());
        }
        let data = button["callback_data"].as_str().unwrap_or("-");
        if !(1..=64).contains(&data.len()) || button["text"].as_str().is_none_or(str::is_empty) {
            return Err("BUTTON_DATA_INVALID".to_owned());
        }
    }
    Ok(())
}

async fn serve(api: Arc<BotApi>, stream: TcpStream) {
    let mut stream = BufReader::new(stream);
    while let Some((path, body)) = request(&mut stream).await {
        let (token, method) = path.trim_start_matches("/bot").split_once('/').unwrap_or_default();
        // Telegram does not mind capitals; the library writes GetMe.
        let (first, others) = method.split_at(method.len().min(1));
        let method = format!("{}{others}", first.to_lowercase());
        let Some((status, text)) = api.answer(token, &method, body).await else { return };
        let (status, sent) = if status == CUT { (200, text.len() / 2) } else { (status, text.len()) };
        let head = format!(
            "HTTP/1.1 {status} -\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
            text.len()
        );
        let reply = [head.as_bytes(), &text.as_bytes()[..sent]].concat();
        if stream.get_mut().write_all(&reply).await.is_err() || sent < text.len() {
            return;
        }
    }
}

async fn request(stream: &mut BufReader<TcpStream>) -> Option<(String, Value)> {
    let mut line = String::new();
    stream.read_line(&mut line).await.ok()?;
    let path = line.split(' ').nth(1)?.to_owned();
    let mut length = 0;
    loop {
        let mut header = String::new();
        stream.read_line(&mut header).await.ok()?;
        let header = header.trim().to_lowercase();
        if header.is_empty() {
            break;
        }
        if let Some(value) = header.strip_prefix("content-length:") {
            length = value.trim().parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await.ok()?;
    Some((path, serde_json::from_slice(&body).unwrap_or(Value::Null)))
}
