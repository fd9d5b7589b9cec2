//! Updates that are pushed: who may push, what is confirmed when, and what else the door opens to.

use crate::support::bot_api::{BotApi, Fault};
use crate::support::{Talk, WANG, person, private_chat, settings};
use league_bot::telegram::{Error, Webhook};
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const SECRET: &str = "x-telegram-bot-api-secret-token";

struct Hooked {
    talk: Talk,
    at: SocketAddr,
    secret: String,
}

async fn hooked() -> Hooked {
    let (api, url) = BotApi::start().await;
    let at = TcpListener::bind("127.0.0.1:0").await.expect("a port").local_addr().expect("an address");
    let webhook = Webhook { url: "https://bot.example.org/in".to_owned(), listen: at, secret: String::new() };
    let talk = Talk::with(api, league_bot::telegram::Settings { webhook: Some(webhook), ..settings(url) });
    let set = talk.api.wait_for("a webhook", |it| it.method == "setWebhook").await;
    assert_eq!(set.body["url"], "https://bot.example.org/in");
    assert!(set.body["allowed_updates"].as_array().is_some_and(|it| it.len() == 5), "{set:?}");
    let secret = set.body["secret_token"].as_str().expect("a secret").to_owned();
    Hooked { talk, at, secret }
}

impl Hooked {
    /// The status of the reply to a request.
    async fn request(&self, head: &str, body: &str) -> u16 {
        let mut stream = TcpStream::connect(self.at).await.expect("a connection");
        let length = body.len();
        let text = format!(
            "{head} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{body}"
        );
        // It may be shut before all is written: that is an answer too.
        let _ = stream.write_all(text.as_bytes()).await;
        let mut reply = Vec::new();
        let _ = stream.read_to_end(&mut reply).await;
        let reply = String::from_utf8_lossy(&reply).into_owned();
        reply.split(' ').nth(1).and_then(|it| it.parse().ok()).unwrap_or_default()
    }

    async fn push(&self, update: &Value) -> u16 {
        let head = format!("POST /in HTTP/1.1\r\n{SECRET}: {}\r\nx-rest: ", self.secret);
        self.request(&head, &update.to_string()).await
    }
}

fn update(id: i64, text: &str) -> Value {
    json!({"update_id": id, "message": {"message_id": id, "date": 1_700_000_000, "chat": private_chat(),
        "from": person(WANG), "text": text}})
}

#[tokio::test]
async fn a_push_is_confirmed_once_it_is_answered_and_answered_once() {
    let mut hooked = hooked().await;
    hooked.talk.api.fail("sendMessage", Fault::Slow(Duration::from_millis(300)));
    let begun = Instant::now();
    assert_eq!(hooked.push(&update(5, "/help")).await, 200);
    assert!(begun.elapsed() >= Duration::from_millis(300));
    assert_eq!(hooked.push(&update(5, "/help")).await, 200, "it comes again");
    assert_eq!(hooked.push(&json!({"update_id": 6, "quantum": {}})).await, 200, "unknown, and passed over");
    assert_eq!(hooked.talk.api.calls("sendMessage").len(), 1);
    assert_eq!(hooked.talk.stop().await, Ok(()));
    assert_eq!(hooked.talk.api.calls("deleteWebhook").len(), 1);
    assert_eq!(hooked.talk.api.calls("getUpdates").len(), 0);
}

#[tokio::test]
async fn nobody_else_is_let_in() {
    let hooked = hooked().await;
    let body = update(7, "/help").to_string();
    let with = |header: &str| format!("POST /in HTTP/1.1\r\n{header}\r\nx-rest: ");
    assert_eq!(hooked.request("POST /in", &body).await, 401);
    assert_eq!(hooked.request(&with(&format!("{SECRET}: wrong")), &body).await, 401);
    assert_eq!(hooked.request(&with(&format!("{SECRET}: {}0", hooked.secret)), &body).await, 401);
    assert_eq!(hooked.request("GET /in", "").await, 405);
    for path in ["/", "/in/", "/inn", "/metrics", "/../in", "/in%00"] {
        assert_eq!(hooked.request(&format!("POST {path}"), &body).await, 404, "{path}");
    }
    assert_eq!(hooked.request("GET /healthz", "").await, 200);
    assert_eq!(hooked.request("GET /readyz", "").await, 200);
    let secret = with(&format!("{SECRET}: {}", hooked.secret));
    assert_eq!(hooked.request(&secret, "no json").await, 400);
    assert_eq!(hooked.request(&secret, "{}").await, 400);
    assert_eq!(hooked.request(&secret, &" ".repeat(600_000)).await, 413);
    assert_eq!(hooked.request(&with(&format!("x: {}", "y".repeat(60_000))), &body).await, 431);
    assert_eq!(hooked.talk.api.calls("sendMessage").len(), 0);
}

#[tokio::test]
async fn who_dawdles_is_shut_out() {
    let hooked = hooked().await;
    let mut stream = TcpStream::connect(hooked.at).await.expect("a connection");
    stream.write_all(b"POST /in HTTP/1.1\r\nhost:").await.expect("open");
    let begun = Instant::now();
    let mut reply = Vec::new();
    let _ = stream.read_to_end(&mut reply).await;
    assert!(begun.elapsed() < Duration::from_secs(7), "{:?}", begun.elapsed());
}

#[tokio::test]
async fn wrong_settings_say_what_to_do() {
    let taken = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let at = taken.local_addr().expect("an address");
    let free = SocketAddr::from(([127, 0, 0, 1], 0));
    for (url, listen, secret, expected) in [
        ("bot.example.org", free, "", Error::MalformedWebhook),
        ("https://bot.example.org/healthz", free, "", Error::MalformedWebhook),
        ("https://bot.example.org/{in}", free, "", Error::MalformedWebhook),
        ("https://bot.example.org/in", free, "short", Error::MalformedSecret),
        ("https://bot.example.org/in", at, "", Error::CannotListen),
    ] {
        let (api, api_url) = BotApi::start().await;
        let webhook = Webhook { url: url.to_owned(), listen, secret: secret.to_owned() };
        let settings = league_bot::telegram::Settings { webhook: Some(webhook), ..settings(api_url) };
        assert_eq!(Talk::with(api, settings).end().await, Err(expected), "{url}");
    }
}
