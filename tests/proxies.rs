//! The real binary behind a proxy: HTTP's and SOCKS's, as the environment names them. Everything on loopback.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test may stop where something is not as it was made")]

mod binary;
#[allow(dead_code, reason = "other tests use more of it")]
#[path = "support/bot_api.rs"]
mod bot_api;

use binary::{command, finish};
use bot_api::{BotApi, LIMIT, TOKEN};
use std::process::Child;
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::time::timeout;

struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn bot(variables: &[(&str, &str)], api: &str) -> Ended {
    let mut command = command(&["telegram"]);
    command.env("TELOXIDE_API_URL", api).env("TELOXIDE_TOKEN", TOKEN);
    command.env("LEAGUE_BOT_METRICS_LISTEN", "off").envs(variables.iter().copied());
    Ended(command.spawn().unwrap())
}

/// Reads until the head of a request is over.
async fn head(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.unwrap());
    }
    String::from_utf8(head).unwrap()
}

/// Passes one connection on as an HTTP proxy does; returns what was asked of it.
async fn tunnel(mut stream: TcpStream, to: &str, asked: mpsc::UnboundedSender<String>) {
    asked.send(head(&mut stream).await).unwrap();
    stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.unwrap();
    let mut server = TcpStream::connect(to).await.unwrap();
    // The bot ends when the test does.
    let _ = copy_bidirectional(&mut stream, &mut server).await;
}

/// The same as a SOCKS 5 proxy without a password (RFC 1928).
async fn socks(mut stream: TcpStream, to: &str, asked: mpsc::UnboundedSender<String>) {
    let mut greeting = [0; 2];
    stream.read_exact(&mut greeting).await.unwrap();
    stream.read_exact(&mut vec![0; greeting[1].into()]).await.unwrap();
    stream.write_all(&[5, 0]).await.unwrap();
    let mut request = [0; 5];
    stream.read_exact(&mut request).await.unwrap();
    assert_eq!(request[..4], [5, 1, 0, 3], "a connection to a name");
    let mut name = vec![0; request[4].into()];
    stream.read_exact(&mut name).await.unwrap();
    stream.read_exact(&mut [0; 2]).await.unwrap();
    asked.send(String::from_utf8(name).unwrap()).unwrap();
    stream.write_all(&[5, 0, 0, 1, 0, 0, 0, 0, 0, 0]).await.unwrap();
    let mut server = TcpStream::connect(to).await.unwrap();
    // The bot ends when the test does.
    let _ = copy_bidirectional(&mut stream, &mut server).await;
}

/// Starts a proxy to that server; returns its address and what is asked of it.
async fn proxy(is_socks: bool, to: String) -> (String, mpsc::UnboundedReceiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let (asked, receiver) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let (to, asked) = (to.clone(), asked.clone());
            tokio::spawn(async move {
                if is_socks { socks(stream, &to, asked).await } else { tunnel(stream, &to, asked).await }
            });
        }
    });
    (address, receiver)
}

/// What the bot asks of a proxy first, which this variable names by its scheme and whoever may use it.
async fn asked(is_socks: bool, variable: &str, start: &str) -> String {
    let (api, url) = BotApi::start().await;
    let (address, mut asked) = proxy(is_socks, url.replace("http://", "")).await;
    let _bot = bot(&[(variable, &format!("{start}{address}"))], "http://bot.api.example:80");
    api.wait_for("a call through the proxy", |it| it.method == "getMe").await;
    timeout(LIMIT, asked.recv()).await.unwrap().unwrap()
}

#[tokio::test]
async fn an_http_proxy() {
    let head = asked(false, "HTTP_PROXY", "http://li:geheim@").await;
    assert!(head.starts_with("CONNECT bot.api.example:80 HTTP/1.1\r\n"), "{head}");
    assert!(head.to_lowercase().contains("proxy-authorization: basic bgk6z2vozwlt"), "{head}");
}

#[tokio::test]
async fn a_socks_proxy() {
    assert_eq!(asked(true, "ALL_PROXY", "socks5h://").await, "bot.api.example");
}

#[tokio::test]
async fn a_server_that_needs_none() {
    let (api, url) = BotApi::start().await;
    let _bot = bot(&[("HTTP_PROXY", "http://127.0.0.1:9"), ("NO_PROXY", "127.0.0.1")], &url);
    api.wait_for("a call past the proxy", |it| it.method == "getMe").await;
}

/// Without the proxy the bot would connect directly: nobody wants that who set one.
#[test]
fn a_proxy_that_cannot_be_read() {
    for variable in ["HTTP_PROXY", "https_proxy", "ALL_PROXY"] {
        let mut command = command(&["telegram"]);
        command.env("TELOXIDE_API_URL", "http://bot.api.example").env("TELOXIDE_TOKEN", TOKEN);
        command.env("LEAGUE_BOT_METRICS_LISTEN", "off").env(variable, "http://li:geheim@127.0.0.1：17892");
        let ended = finish(command.spawn().unwrap(), b"");
        assert_eq!((ended.code, ended.err.lines().count()), (2, 1), "{ended:?}");
        assert!(ended.err.contains(&format!("{variable} is set and cannot be read")), "{ended:?}");
        assert!(!ended.err.contains("geheim"), "{ended:?}");
    }
}

#[tokio::test]
async fn a_proxy_with_a_carriage_return_behind_it() {
    let (api, url) = BotApi::start().await;
    let (address, mut asked) = proxy(false, url.replace("http://", "")).await;
    let _bot = bot(&[("HTTP_PROXY", &format!("http://{address}\r"))], "http://bot.api.example:80\r");
    api.wait_for("a call through the proxy", |it| it.method == "getMe").await;
    assert!(timeout(LIMIT, asked.recv()).await.unwrap().unwrap().starts_with("CONNECT "));
}

#[test]
fn a_proxy_of_an_unknown_kind() {
    let mut command = command(&["telegram"]);
    command.env("TELOXIDE_API_URL", "http://bot.api.example").env("TELOXIDE_TOKEN", TOKEN);
    command.env("LEAGUE_BOT_METRICS_LISTEN", "off").env("HTTP_PROXY", "socks4://proxy.example");
    let ended = finish(command.spawn().unwrap(), b"");
    assert!(ended.code == 2 && ended.err.contains("the proxy cannot be used"), "{ended:?}");
}
