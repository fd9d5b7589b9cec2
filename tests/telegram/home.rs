//! A group that has chosen its own league: who may, and which report answers then.

use crate::support::bot_api::BotApi;
use crate::support::{LI, Talk, WANG, group_chat, person, phone, settings};
use league_bot::engine::Engine;
use league_bot::report::load;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::watch;

/// The built-in league and another one, in a folder of their own.
fn leagues() -> PathBuf {
    let (root, folder) = (Path::new(env!("CARGO_MANIFEST_DIR")), Path::new(env!("CARGO_TARGET_TMPDIR")));
    let folder = folder.join("telegram-home");
    for (from, name) in [("data/leshan-2024", "a"), ("tests/data/several/qingping-2024", "b")] {
        fs::create_dir_all(folder.join(name)).expect("a folder");
        fs::copy(root.join(from).join("report.json"), folder.join(name).join("report.json")).expect("a file");
    }
    folder
}

async fn talk() -> Talk {
    let (api, url) = BotApi::start().await;
    let engine = Engine::load(load(&leagues()).expect("data")).expect("word lists");
    Talk::over(api, settings(url), watch::channel(Arc::new(engine)).1)
}

async fn in_group(talk: &Talk, who: i64, text: &str) -> String {
    let message: Value = json!({"chat": group_chat(), "from": person(who), "text": text});
    phone(&talk.reply_to(talk.write(message)).await)
}

#[tokio::test]
async fn a_group_is_set_to_its_own_league_by_its_administrators() {
    let talk = talk().await;
    let first = |text: String| text.lines().next().unwrap_or_default().to_owned();
    assert_eq!(first(in_group(&talk, WANG, "/ask 青马几期").await), "13 期 · 举办的青马工程培训班");
    assert_eq!(in_group(&talk, WANG, "/home 青屏").await, "这个群查哪里的报告，由群管理员来定。");
    assert_eq!(in_group(&talk, LI, "/home 玉山").await, "没有这个地方的报告。能查的有：乐山、青屏");
    assert_eq!(in_group(&talk, LI, "/home 青屏").await, "好，没说哪个地方的问题，这里都查青屏的报告。");
    assert_eq!(
        in_group(&talk, WANG, "/home").await,
        "没说哪个地方的问题，这里查青屏的报告。换一个就发：/home 地名"
    );
    // A question that names a league means that one; a talk goes on where it is.
    assert_eq!(first(in_group(&talk, LI, "/ask 青马几期").await), "9 期 · 举办的青马工程培训班");
    assert_eq!(first(in_group(&talk, LI, "/ask 乐山突击队几支").await), "48 支 · 重点项目青年突击队");
    // Other chats ask the home league of the bot.
    let private = phone(&talk.reply_to(talk.private("青马几期")).await);
    assert_eq!(first(private), "13 期 · 举办的青马工程培训班");
}

#[tokio::test]
async fn in_private_everybody_chooses_for_himself() {
    let talk = talk().await;
    let said = phone(&talk.reply_to(talk.private("/home 共青团青屏市委")).await);
    assert_eq!(said, "好，没说哪个地方的问题，这里都查青屏的报告。");
    let told = phone(&talk.reply_to(talk.private("青马几期")).await);
    assert!(told.starts_with("9 期"), "{told}");
}

#[tokio::test]
async fn the_list_begins_with_the_reports_where_there_are_several() {
    let talk = talk().await;
    let list = talk.reply_to(talk.private("/list")).await;
    assert_eq!(
        phone(&list),
        "能查 2 份报告\n1. 共青团乐山市委2024年工作盘点\n2. 共青团青屏市委2024年工作盘点（虚构，供测试）\n[1][2]"
    );
}
