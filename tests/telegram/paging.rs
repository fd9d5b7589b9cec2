//! Lists longer than a page: turned in one message, both ways, with buttons that Telegram takes from anybody.

use crate::support::bot_api::{BotApi, Call};
use crate::support::{Talk, phone, private_chat, settings};
use league_bot::engine::{Engine, lexicon};
use league_bot::report::{Initiative, Report, load};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use tokio::sync::watch;

/// The largest number that an account can have.
const FAR: i64 = (1 << 52) - 1;

/// The small report and, behind it, one with a section of so many initiatives.
fn long(initiatives: usize) -> Arc<Engine> {
    let small = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/small");
    let loaded = load(&small).expect("data");
    let words = lexicon(&loaded.lexicons).expect("word lists");
    let mut long: Report = loaded.reports[0].clone();
    long.sections.push(long.sections[0].clone());
    let more = |at: usize| {
        let mut initiative: Initiative = long.initiatives[0].clone();
        initiative.section = Some(1);
        initiative.id = format!("work-{at}");
        initiative.name.name = format!("办好第{at}件实事");
        initiative.figures.clear();
        initiative
    };
    let more: Vec<Initiative> = (1..=initiatives).map(more).collect();
    long.initiatives.extend(more);
    Arc::new(Engine::new(vec![loaded.reports[0].clone(), long], words))
}

async fn talk(initiatives: usize) -> Talk {
    let (api, url) = BotApi::start().await;
    Talk::over(api, settings(url), watch::channel(long(initiatives)).1)
}

/// The numbers that the buttons carry.
fn labels(call: &Call) -> Vec<Vec<String>> {
    let rows: Vec<Vec<Value>> =
        serde_json::from_value(call.body["reply_markup"]["inline_keyboard"].clone()).expect("buttons");
    let label = |it: &Value| it["text"].as_str().unwrap_or_default().to_owned();
    rows.iter().map(|row| row.iter().map(label).collect()).collect()
}

async fn asked_by_the_farthest(talk: &Talk, text: &str) -> Call {
    let far = json!({"id": FAR, "is_bot": false, "first_name": "远"});
    talk.reply_to(talk.write(json!({"chat": crate::support::group_chat(), "from": far, "text": text}))).await
}

#[tokio::test]
async fn a_long_list_is_turned_forth_and_back_in_one_message() {
    let talk = talk(14).await;
    let first = asked_by_the_farthest(&talk, "/start section-2").await;
    insta::assert_snapshot!(phone(&first), @"
    青年成长 · 共十四项工作
    1. 办好第1件实事
    2. 办好第2件实事
    3. 办好第3件实事
    4. 办好第4件实事
    5. 办好第5件实事
    6. 办好第6件实事
    第 1 页，共 3 页
    [1][2][3][4][5][6]
    [‹ 返回][下一页 »]
    ");
    let second = talk.tap(FAR, &first, "下一页").await;
    insta::assert_snapshot!(phone(&second), @"
    青年成长 · 共十四项工作
    7. 办好第7件实事
    8. 办好第8件实事
    9. 办好第9件实事
    10. 办好第10件实事
    11. 办好第11件实事
    12. 办好第12件实事
    第 2 页，共 3 页
    [7][8][9][10][11][12]
    [« 上一页][‹ 返回][下一页 »]
    ");
    let last = talk.tap(FAR, &second, "下一页").await;
    insta::assert_snapshot!(phone(&last), @"
    青年成长 · 共十四项工作
    13. 办好第13件实事
    14. 办好第14件实事
    第 3 页，共 3 页
    [13][14]
    [« 上一页][‹ 返回]
    ");
    let back = talk.tap(FAR, &last, "上一页").await;
    assert_eq!(back.body["text"], second.body["text"]);
    let start = talk.tap(FAR, &back, "上一页").await;
    assert_eq!(start.body["text"], first.body["text"]);
    assert_eq!(labels(&start), labels(&first));
    assert_eq!(talk.api.calls("sendMessage").len(), 1, "all in one message");
    assert!(talk.api.calls("editMessageText").iter().all(|it| it.refusal.is_empty()));
}

#[tokio::test]
async fn an_entry_of_a_later_page_leads_back_to_its_page() {
    let talk = talk(14).await;
    let first = asked_by_the_farthest(&talk, "/start section-2").await;
    let second = talk.tap(FAR, &first, "下一页").await;
    let entry = talk.tap(FAR, &second, "9").await;
    insta::assert_snapshot!(phone(&entry), @"
    办好第9件实事
    晚上开课，年轻人下班来学。
    出处：2023 年报告·第一部分·一·办好第9件实事
    [本节][‹ 返回]
    ");
    let back = talk.tap(FAR, &entry, "返回").await;
    assert_eq!(back.body["text"], second.body["text"]);
    assert_eq!(labels(&back), labels(&second));
}

#[tokio::test]
async fn a_full_page_has_none_behind_it() {
    for (initiatives, turns) in [(6, false), (7, true)] {
        let talk = talk(initiatives).await;
        let asked = talk.write(
            json!({"chat": private_chat(), "from": crate::support::person(11), "text": "/start section-2"}),
        );
        let first = talk.reply_to(asked).await;
        assert_eq!(labels(&first)[0].len(), 6);
        assert_eq!(phone(&first).contains("下一页"), turns, "{initiatives}");
    }
}
