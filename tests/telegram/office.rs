//! What administrators may ask for, and that nobody else may; what is counted and what is kept meanwhile.

use crate::support::bot_api::{BotApi, Fault};
use crate::support::{LI, Talk, WANG, group_chat, person, phone, private_chat, settings};
use league_bot::operations::{Metrics, Operations, Reloader, Unanswered};
use league_bot::telegram::Settings;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// Longer than any test: nobody looks by himself.
const NEVER: Duration = Duration::from_secs(3_600);

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// A talk that Wang administers, with these operations.
async fn run_by_wang(operations: Operations) -> (Talk, Arc<Operations>) {
    let (api, url) = BotApi::start().await;
    let operations = Arc::new(operations);
    let of_wang = Settings {
        admins: vec![u64::try_from(WANG).expect("a number")],
        operations: Arc::clone(&operations),
        ..settings(url)
    };
    (Talk::with(api, of_wang), operations)
}

fn by_li(talk: &Talk, text: &str) -> i64 {
    let mut chat = private_chat();
    chat["id"] = json!(LI);
    talk.write(json!({"chat": chat, "from": person(LI), "text": text}))
}

#[tokio::test]
async fn an_administrator_sees_how_the_bot_is() {
    let (talk, _) = run_by_wang(Operations::default()).await;
    talk.reply_to(talk.private("青马去年培训了多少人")).await;
    talk.api.fail("sendMessage", Fault::Status(502, json!({})));
    talk.reply_to(talk.group("@judge_bot 青马多少期")).await;
    talk.reply_to(talk.private("青马花了多少钱")).await;
    talk.reply_to(talk.private("今天天气怎么样")).await;
    insta::assert_snapshot!(phone(&talk.reply_to(talk.private("/status")).await), @"
    league-bot 0.1.0
    启动：刚刚
    报告：共青团乐山市委2024年工作盘点（2024 年）
    载入：刚刚
    提问：4（数字 2，没写 1，没有 1）
    没答上：2（只计数）
    排队：0 · 重发：1 · 丢弃：0
    ");
}

#[tokio::test]
async fn for_others_there_are_no_such_commands() {
    let (talk, _) = run_by_wang(Operations::default()).await;
    let unknown = phone(&talk.reply_to(by_li(&talk, "/nonsense")).await);
    for command in ["/status", "/reload", "/unanswered"] {
        assert_eq!(phone(&talk.reply_to(by_li(&talk, command)).await), unknown, "{command}");
    }
    // Nor are there in a group, where all would read along.
    let in_group = |who| talk.write(json!({"chat": group_chat(), "from": person(who), "text": "/status"}));
    assert!(talk.is_silent_to(&[in_group(WANG), in_group(LI)]).await);
}

#[tokio::test]
async fn only_administrators_are_shown_their_commands() {
    let (talk, _) = run_by_wang(Operations::default()).await;
    let is_of_chat = |it: &crate::support::bot_api::Call| {
        it.method == "setMyCommands" && it.body["scope"]["type"] == "chat"
    };
    let set = talk.api.wait_for("an administrator's commands", is_of_chat).await;
    assert_eq!(set.body["scope"]["chat_id"], WANG);
    let names = |body: &Value| -> Vec<String> {
        let commands = body["commands"].as_array().cloned().unwrap_or_default();
        commands.iter().filter_map(|it| it["command"].as_str().map(str::to_owned)).collect()
    };
    assert!(names(&set.body).ends_with(&["status".to_owned(), "reload".to_owned(), "unanswered".to_owned()]));
    for other in talk.api.calls("setMyCommands").iter().filter(|it| !is_of_chat(it)) {
        assert!(!names(&other.body).contains(&"status".to_owned()), "{other:?}");
    }
}

#[tokio::test]
async fn a_reload_says_what_became_of_it() {
    let (talk, _) = run_by_wang(Operations::default()).await;
    insta::assert_snapshot!(phone(&talk.reply_to(talk.private("/reload")).await), @"用的是内置报告，没有可以重新载入的文件。");
    let report = folder("office-reload").join("report.json");
    let small = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/small/report.json");
    let text = fs::read_to_string(small).expect("a report");
    fs::write(&report, &text).expect("written");
    let metrics = Metrics::default();
    let (reloader, engines) =
        Reloader::start(Some(report.clone()), NEVER, metrics.clone()).expect("good data");
    let operations = Arc::new(Operations::new(metrics, reloader, Unanswered::default()));
    let (api, url) = BotApi::start().await;
    let admins = vec![u64::try_from(WANG).expect("a number")];
    let talk = Talk::over(api, Settings { admins, operations, ..settings(url) }, engines);
    fs::write(&report, text.replacen("\"year\": 2023", "\"year\": 2022", 1)).expect("written");
    insta::assert_snapshot!(phone(&talk.reply_to(talk.private("/reload")).await), @"
    已重新载入
    报告：共青团云溪市委2023年工作盘点（2022 年）
    ");
    fs::write(&report, text.replacen("\"year\": 2023", "\"year\": \"<2023\"", 1)).expect("written");
    let refused = phone(&talk.reply_to(talk.private("/reload")).await);
    assert!(refused.contains("没有载入，仍用原来的报告") && refused.contains("report.json:"), "{refused}");
    let about = phone(&talk.reply_to(talk.private("/about")).await);
    insta::assert_snapshot!(about.lines().next().unwrap_or_default(), @"共青团云溪市委2023年工作盘点（2022 年）");
}

// Questions without an answer

async fn keeping(name: &str) -> (Talk, Arc<Operations>, PathBuf) {
    let file = folder(name).join("unanswered.jsonl");
    let kept = Unanswered::kept_in(file.clone()).expect("a thread");
    let (talk, operations) =
        run_by_wang(Operations::new(Metrics::default(), Reloader::default(), kept)).await;
    (talk, operations, file)
}

#[tokio::test]
async fn what_found_no_answer_is_kept_without_its_asker() {
    let (talk, operations, file) = keeping("office-kept").await;
    insta::assert_snapshot!(phone(&talk.reply_to(talk.private("/unanswered")).await), @"还没有记下答不上来的问题。");
    talk.reply_to(talk.private("青马去年培训了多少人")).await;
    talk.reply_to(talk.private("青马\n花了多少钱")).await;
    talk.reply_to(talk.group("@judge_bot 成都天气怎么样 13800138000")).await;
    // What was not meant for the bot, or is somebody else's.
    let chatter = talk.group("食堂今天吃什么呀");
    let hers =
        json!({"message_id": 1, "date": 0, "chat": group_chat(), "from": person(LI), "text": "小李家的猫呢"});
    let quoted =
        json!({"chat": group_chat(), "from": person(WANG), "text": "@judge_bot", "reply_to_message": hers});
    talk.reply_to(talk.write(quoted)).await;
    let origin = json!({"type": "hidden_user", "date": 1, "sender_user_name": "x"});
    let forwarded = json!({"chat": private_chat(), "from": person(WANG), "text": "明早八点开会", "forward_origin": origin});
    talk.reply_to(talk.write(forwarded)).await;
    talk.api.all_confirmed().await;
    assert!(
        talk.api.calls("sendMessage").iter().all(|it| it.body["reply_parameters"]["message_id"] != chatter)
    );
    let kept = operations.unanswered.latest(9).await;
    let lines = fs::read_to_string(file).expect("a file");
    let lines: Vec<Value> = lines.lines().map(|it| serde_json::from_str(it).expect("JSON")).collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert_eq!(lines[0].as_object().expect("an object").len(), 3);
    let of = |it: &Value| (it["question"].clone(), it["kind"].clone());
    assert_eq!(of(&lines[0]), (json!("青马 花了多少钱"), json!("absent")));
    assert_eq!(of(&lines[1]), (json!("成都天气怎么样 #"), json!("unknown")));
    let list = phone(&talk.reply_to(talk.private("/unanswered")).await).replace(&kept[0].day, "DAY");
    insta::assert_snapshot!(list, @"
    最近没答上来的问题：
    DAY 成都天气怎么样 #(没找到)
    DAY 青马 花了多少钱(没写这个数)
    ");
}

#[tokio::test]
async fn people_are_told_whether_questions_are_kept() {
    let (talk, _, _) = keeping("office-told").await;
    let about = phone(&talk.reply_to(talk.private("/about")).await);
    assert!(about.contains("问不到的问题会匿名记下，供整理报告用") && !about.contains("不记录"), "{about}");
    let (talk, _) = run_by_wang(Operations::default()).await;
    let about = phone(&talk.reply_to(talk.private("/about")).await);
    assert!(about.contains("不记录提问"), "{about}");
    insta::assert_snapshot!(phone(&talk.reply_to(talk.private("/unanswered")).await), @"没有记录，只计数：0 个。要记录，启动时加上 --unanswered-file。");
}

// What is counted

#[tokio::test]
async fn what_happens_is_counted_and_nobody_is_named() {
    let (talk, operations) = run_by_wang(Operations::default()).await;
    talk.reply_to(talk.private("青马去年培训了多少人")).await;
    talk.api.fail("sendMessage", Fault::Reset);
    talk.reply_to(talk.group("@judge_bot 今天天气怎么样")).await;
    let query = json!({"id": "i1", "from": person(LI), "query": "青马", "offset": ""});
    talk.api.push("inline_query", query);
    for _ in 0..25 {
        by_li(&talk, "青马多少期");
    }
    talk.api.all_confirmed().await;
    let page = operations.metrics.page();
    for line in [
        "league_bot_questions_total{kind=\"figure\",channel=\"private\"} 21",
        "league_bot_questions_total{kind=\"unknown\",channel=\"group\"} 1",
        "league_bot_questions_total{kind=\"list\",channel=\"inline\"} 1",
        "league_bot_questions_total{kind=\"rank\",channel=\"group\"} 0",
        "league_bot_unanswered_total 1",
        "league_bot_send_retries_total 1",
        "league_bot_updates_received_total 28",
        "league_bot_updates_dropped_total{reason=\"limit\"} 5",
        "league_bot_updates_dropped_total{reason=\"flood\"} 0",
        "league_bot_queue_depth 0",
        "league_bot_reply_seconds_count 23",
        "league_bot_engine_seconds_count 23",
        "league_bot_handler_panics_total 0",
        "league_bot_report_reload_failures_total 0",
    ] {
        assert!(page.lines().any(|it| it == line), "{line} is not in\n{page}");
    }
    assert!(operations.health.is_ready());
    let private = ["青马", "天气", "judge_bot", "人1", "11", "12", "-100", "群", "7012345678"];
    let labels: Vec<&str> = page.lines().filter_map(|it| it.split_once('{')?.1.split('}').next()).collect();
    assert!(labels.len() > 30);
    for label in labels.iter().filter(|it| !it.starts_with("le=")) {
        assert!(private.iter().all(|it| !label.contains(it)), "{label}");
    }
}
