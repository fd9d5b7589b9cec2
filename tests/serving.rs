//! The real binary as a service: signals, files that change, metrics, health, the token file. Against a server on loopback.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test may stop where something is not as it was made")]

mod binary;
#[allow(dead_code, reason = "other tests use more of it")]
#[path = "support/bot_api.rs"]
mod bot_api;

use binary::{SETTINGS, command, finish, folder, run, small};
use bot_api::{BotApi, Fault, LIMIT, TOKEN};
use serde_json::json;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// A bot that runs, and what it logs.
struct Service {
    child: Child,
    log: Arc<Mutex<String>>,
}

impl Service {
    async fn start(settings: &[(&str, &str)], arguments: &[&str]) -> (Self, Arc<BotApi>) {
        let (api, url) = BotApi::start().await;
        let mut command = command(&[&["telegram"], arguments].concat());
        command.env("TELOXIDE_API_URL", url).env("TELOXIDE_TOKEN", TOKEN);
        command.env("LEAGUE_BOT_METRICS_LISTEN", "off").envs(settings.iter().copied());
        let mut child = command.spawn().unwrap();
        let (log, errors) = (Arc::new(Mutex::new(String::new())), child.stderr.take().unwrap());
        let written = Arc::clone(&log);
        std::thread::spawn(move || {
            for line in BufReader::new(errors).lines().map_while(Result::ok) {
                written.lock().unwrap().push_str(&(line + "\n"));
            }
        });
        (Self { child, log }, api)
    }

    fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    /// Waits until something was logged so often.
    async fn logs(&self, words: &str, times: usize) {
        let end = Instant::now() + LIMIT;
        while self.log().matches(words).count() < times {
            assert!(Instant::now() < end, "{words:?} is not in\n{}", self.log());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([&format!("-{name}"), &self.child.id().to_string()]).status();
        assert!(sent.unwrap().success());
    }

    async fn stop(mut self) -> String {
        self.signal("TERM");
        let end = Instant::now() + LIMIT;
        while self.child.try_wait().unwrap().is_none() {
            assert!(Instant::now() < end, "it does not end:\n{}", self.log());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(self.child.wait().unwrap().code(), Some(0), "{}", self.log());
        self.log()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_address() -> String {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}

/// Head and body of a page.
fn get(address: &str, path: &str) -> String {
    get_accepting(address, path, "*/*")
}

/// The same, where this form is asked for.
fn get_accepting(address: &str, path: &str, accept: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(LIMIT)).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nhost: x\r\naccept: {accept}\r\nconnection: close\r\n\r\n")
        .unwrap();
    let mut page = String::new();
    stream.read_to_string(&mut page).unwrap();
    page
}

/// Somebody writes to the bot in private.
fn ask(api: &BotApi, text: &str) {
    let chat = json!({"id": 11, "type": "private", "first_name": "secret-name"});
    let from = json!({"id": 11, "is_bot": false, "first_name": "secret-name"});
    let id = api.message_id();
    api.push(
        "message",
        json!({"message_id": id, "date": 1_700_000_000, "chat": chat, "from": from, "text": text}),
    );
}

// Chats

#[tokio::test(flavor = "multi_thread")]
async fn a_chat_that_shuts_the_bot_out_is_logged_once_until_it_is_let_in_again() {
    let (service, api) = Service::start(&[], &[]).await;
    for words in ["Forbidden: bot was blocked by the user", "Bad Request: CHAT_WRITE_FORBIDDEN"] {
        api.fail("sendMessage", Fault::Refused(if words.starts_with('F') { 403 } else { 400 }, words));
    }
    for _ in 0..3 {
        ask(&api, "/help");
    }
    service.logs("a chat lets the bot in again", 1).await;
    let log = service.stop().await;
    assert_eq!(log.matches("a chat has shut the bot out").count(), 1, "{log}");
    assert!(!log.contains("could not be sent"), "{log}");
}

// Reload

#[tokio::test(flavor = "multi_thread")]
async fn a_hangup_reloads_and_so_does_a_change() {
    let report = folder("serving-reload").join("report.json");
    let good = fs::read_to_string(small().join("report.json")).unwrap();
    fs::write(&report, &good).unwrap();
    let address = free_address();
    let data = report.parent().unwrap().to_str().unwrap();
    let settings = [("LEAGUE_BOT_DATA", data), ("LEAGUE_BOT_METRICS_LISTEN", &address)];
    let (service, _api) = Service::start(&settings, &[]).await;
    service.logs("@judge_bot hears", 1).await;
    service.signal("HUP");
    service.logs("the report data has been loaded anew", 1).await;
    // A change is seen by itself, told once, and the old report stays.
    fs::write(&report, good.replacen("\"yunqi-2023\",", "\"yunqi-2023\"", 1)).unwrap();
    service.logs("the report data cannot be used; the one loaded before stays", 1).await;
    service.logs("report.json:3:21: 这里少了逗号", 1).await;
    fs::write(&report, &good).unwrap();
    service.logs("the report data has been loaded anew", 2).await;
    let metrics = get(&address, "/metrics");
    assert!(metrics.contains("\nleague_bot_report_reload_failures_total 1\n"), "{metrics}");
    let log = service.stop().await;
    assert_eq!(log.matches("cannot be used").count(), 1, "{log}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hangup_ends_nothing_where_the_report_is_built_in() {
    let (service, _api) = Service::start(&[], &[]).await;
    service.logs("@judge_bot hears", 1).await;
    service.signal("HUP");
    service.logs("nothing to reload: the report is built in", 1).await;
    service.stop().await;
}

// Health and metrics

#[tokio::test(flavor = "multi_thread")]
async fn health_and_metrics_are_served() {
    let address = free_address();
    let (service, api) = Service::start(&[], &["--metrics-listen", &address]).await;
    service.logs("@judge_bot hears", 1).await;
    ask(&api, "天气");
    api.wait_for("a reply", |it| it.method == "sendMessage").await;
    api.all_confirmed().await;
    assert!(get(&address, "/healthz").starts_with("HTTP/1.1 200"));
    assert!(get(&address, "/readyz").starts_with("HTTP/1.1 200"));
    assert!(get(&address, "/in").starts_with("HTTP/1.1 404"));
    let metrics = get(&address, "/metrics");
    assert!(metrics.contains("content-type: application/openmetrics-text"), "{metrics}");
    assert!(
        metrics.contains("league_bot_questions_total{kind=\"unknown\",channel=\"private\"} 1\n"),
        "{metrics}"
    );
    assert!(metrics.ends_with("# EOF\n"));
    let probe = || run(&["telegram", "--probe", "--metrics-listen", &address], b"");
    assert_eq!((probe().code, probe().err), (0, String::new()));
    let log = service.stop().await;
    assert_eq!(probe().code, 1, "nobody is there any more");
    assert!(!log.contains("天气") && !log.contains("secret-name"), "{log}");
    let nothing = run(&["telegram", "--probe", "--metrics-listen", "off"], b"");
    assert!(nothing.code == 2 && nothing.err.contains("nothing to probe"), "{nothing:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn metrics_come_in_the_form_that_is_asked_for() {
    let address = free_address();
    let (service, _api) = Service::start(&[], &["--metrics-listen", &address]).await;
    service.logs("@judge_bot hears", 1).await;
    let old = get_accepting(&address, "/metrics", "text/plain;version=0.0.4;q=1,*/*;q=0.1");
    assert!(old.contains("content-type: text/plain; version=0.0.4"), "{old}");
    assert!(old.contains("\n# TYPE league_bot_questions_total counter\n"), "{old}");
    assert!(old.contains("\n# TYPE league_bot_build_info gauge\n"), "{old}");
    assert!(!old.contains("# EOF") && !old.contains("# UNIT"), "{old}");
    let new = "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.1";
    assert!(get_accepting(&address, "/metrics", new).ends_with("# EOF\n"));
    service.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_connects_and_says_nothing_keeps_nobody_out() {
    let address = free_address();
    let (service, _api) = Service::start(&[], &["--metrics-listen", &address]).await;
    service.logs("@judge_bot hears", 1).await;
    let mut open: Vec<TcpStream> = (0..400).map(|_| TcpStream::connect(&address).unwrap()).collect();
    // Half of them begin a request and never end it.
    for stream in open.iter_mut().step_by(2) {
        // The server may have closed it by then.
        let _ = stream.write_all(b"GET /healthz HTTP/1.1\r\nhost:");
    }
    for path in ["/healthz", "/metrics", "/healthz"] {
        let begun = Instant::now();
        assert!(get(&address, path).starts_with("HTTP/1.1 200"));
        assert!(begun.elapsed() < Duration::from_secs(1), "{path}: {:?}", begun.elapsed());
    }
    drop(open);
    service.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_port_that_is_taken() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let mut wanted = command(&["telegram", "--metrics-listen", &address]);
    let ended = finish(wanted.env("TELOXIDE_TOKEN", TOKEN).spawn().unwrap(), b"");
    assert!(
        ended.code == 2 && ended.err.contains(&format!("metrics cannot be served at {address}")),
        "{ended:?}"
    );
    // It may be taken already, by whatever runs here: that is as good.
    let _usual = TcpListener::bind("127.0.0.1:9464");
    let (service, _api) = Service::start(&[("LEAGUE_BOT_METRICS_LISTEN", "")], &[]).await;
    service.logs("@judge_bot hears", 1).await;
    let log = service.stop().await;
    assert_eq!(log.matches("no metrics: 127.0.0.1:9464 cannot be used").count(), 1, "{log}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_kept_is_in_its_file_at_the_end() {
    let file = folder("serving-unanswered").join("list.jsonl");
    let settings = [("LEAGUE_BOT_UNANSWERED_FILE", file.to_str().unwrap()), ("RUST_LOG", "trace")];
    let (service, api) = Service::start(&settings, &[]).await;
    service.logs("@judge_bot hears", 1).await;
    ask(&api, "成都今天下雨吗");
    api.wait_for("a reply", |it| it.method == "sendMessage").await;
    let log = service.stop().await;
    let kept = fs::read_to_string(&file).unwrap();
    assert!(kept.starts_with("{\"question\":\"成都今天下雨吗\",\"kind\":\"unknown\",\"day\":\""), "{kept}");
    assert!(!log.contains("下雨"), "the question is logged");
    // A file that cannot be written is told, and the bot serves on.
    let nowhere = file.with_file_name("no/such/folder");
    let settings = [("LEAGUE_BOT_UNANSWERED_FILE", nowhere.to_str().unwrap())];
    let (service, api) = Service::start(&settings, &[]).await;
    service.logs("@judge_bot hears", 1).await;
    ask(&api, "成都今天下雨吗");
    api.wait_for("a reply", |it| it.method == "sendMessage").await;
    assert_eq!(service.stop().await.matches("unanswered questions cannot be written").count(), 1);
}

// Settings

#[tokio::test(flavor = "multi_thread")]
async fn the_token_comes_from_a_file_and_is_shown_nowhere() {
    let file = folder("serving-token").join("token");
    fs::write(&file, format!("{TOKEN}\r\n")).unwrap();
    let path = file.to_str().unwrap();
    let settings = [("TELOXIDE_TOKEN", "1:another"), ("RUST_LOG", "trace")];
    let (service, api) = Service::start(&settings, &["--token-file", path]).await;
    service.logs("@judge_bot hears", 1).await;
    api.fail("sendMessage", bot_api::Fault::Status(502, json!({})));
    ask(&api, "天气");
    api.wait_for("a reply", |it| it.method == "sendMessage").await;
    let log = service.stop().await;
    let secret = TOKEN.split(':').nth(1).unwrap();
    assert!(log.contains("tried again"), "it logs all that it can: {log}");
    assert!(!log.contains(secret), "the token is logged");
}

#[test]
fn a_token_file_that_cannot_be_used() {
    let folder = folder("serving-no-token");
    let (empty, secret) = (folder.join("empty"), "7012345678:AAF-mistaken-for-a-path");
    fs::write(&empty, "\n").unwrap();
    for (file, expected) in [
        (folder.join("missing").to_str().unwrap(), "the token file cannot be read"),
        (folder.to_str().unwrap(), "--token-file names a file that holds the token alone"),
        (empty.to_str().unwrap(), "the bot token is malformed"),
        (secret, "the token file cannot be read"),
    ] {
        for arguments in [&["telegram", "--token-file", file][..], &["telegram"]] {
            let mut command = command(arguments);
            command.env("LEAGUE_BOT_METRICS_LISTEN", "off").env("LEAGUE_BOT_TOKEN_FILE", file);
            let ended = finish(command.spawn().unwrap(), b"");
            assert!(ended.code == 2 && ended.err.contains(expected), "{ended:?}");
            assert!(!ended.err.contains("mistaken") && !ended.err.contains("backtrace"), "{ended:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_variable_that_is_set_to_nothing_is_not_set() {
    // Without these it would not reach the server of this test.
    let needed = ["TELOXIDE_TOKEN", "TELOXIDE_API_URL", "LEAGUE_BOT_METRICS_LISTEN"];
    let empty: Vec<_> = SETTINGS.into_iter().filter(|it| !needed.contains(it)).map(|it| (it, "")).collect();
    let (service, _api) = Service::start(&empty, &[]).await;
    service.logs("@judge_bot hears", 1).await;
    service.stop().await;
}

#[test]
fn settings_that_cannot_be_meant() {
    for (setting, value, expected) in [
        ("--admins", "@wang", "numbers of accounts"),
        ("--metrics-listen", "9464", "an address with its port"),
    ] {
        let mut command = command(&["telegram", setting, value]);
        let ended = finish(command.env("TELOXIDE_TOKEN", TOKEN).spawn().unwrap(), b"");
        assert!(ended.code == 2 && ended.err.contains(expected), "{ended:?}");
    }
}
