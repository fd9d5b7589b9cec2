//! The same figure asked again in a group: one line that links to the answer, as long as it stands there.

use crate::support::bot_api::Call;
use crate::support::{GROUP, LI, Talk, WANG, group_chat, person, phone, private_chat};
use serde_json::{Value, json};

const QUESTION: &str = "@judge_bot 理论宣讲多少场";

async fn ask(talk: &Talk, who: i64, extra: Value) -> Call {
    let mut message = json!({"chat": group_chat(), "from": person(who), "text": QUESTION});
    for (key, value) in extra.as_object().expect("fields") {
        message[key] = value.clone();
    }
    talk.reply_to(talk.write(message)).await
}

fn is_a_link(call: &Call) -> bool {
    phone(call).ends_with("刚答过，看这里")
}

fn link(call: &Call) -> &str {
    let html = call.body["text"].as_str().unwrap_or_default();
    html.split_once("href=\"").and_then(|it| it.1.split_once('"')).map_or("", |it| it.0)
}

#[tokio::test]
async fn the_line_tells_the_figure_and_links_to_the_first_answer_each_time() {
    let talk = Talk::start().await;
    let first = ask(&talk, WANG, json!({})).await;
    let expected = format!("https://t.me/c/1234567890/{}", talk.number_of(&first));
    for who in [LI, WANG, LI] {
        let again = ask(&talk, who, json!({})).await;
        insta::allow_duplicates! { insta::assert_snapshot!(phone(&again), @"339 场 · 面对面理论宣讲活动 · 刚答过，看这里"); }
        assert_eq!(link(&again), expected);
    }
}

#[tokio::test]
async fn a_public_group_is_linked_by_its_name_and_a_topic_has_its_own_answer() {
    let talk = Talk::start().await;
    let public = json!({"id": GROUP, "type": "supergroup", "title": "群", "username": "the_group"});
    let first = ask(&talk, WANG, json!({"chat": public})).await;
    let again = ask(&talk, LI, json!({"chat": public})).await;
    assert_eq!(link(&again), format!("https://t.me/the_group/{}", talk.number_of(&first)));
    let topic = json!({"message_thread_id": 7, "is_topic_message": true});
    assert!(!is_a_link(&ask(&talk, LI, topic.clone()).await), "nobody has read it in this topic");
    assert!(is_a_link(&ask(&talk, WANG, topic).await));
}

#[tokio::test]
async fn what_a_tap_has_changed_is_told_again() {
    let talk = Talk::start().await;
    let first = ask(&talk, WANG, json!({})).await;
    let section = talk.tap(WANG, &first, "本节").await;
    let second = ask(&talk, LI, json!({})).await;
    assert!(!is_a_link(&second), "the answer is not to be seen any more");
    talk.tap(WANG, &section, "返回").await;
    assert!(is_a_link(&ask(&talk, LI, json!({})).await));
}

#[tokio::test]
async fn where_there_is_no_link_the_answer_is_told_again() {
    let talk = Talk::start().await;
    let basic = json!({"id": -4_242, "type": "group", "title": "小群"});
    for chat in [basic, private_chat()] {
        for _ in 0..2 {
            assert!(!is_a_link(&ask(&talk, WANG, json!({"chat": chat})).await));
        }
    }
}

#[tokio::test]
async fn a_follow_up_to_the_line_goes_on_with_its_figure() {
    let talk = Talk::start().await;
    talk.reply_to(talk.group("@judge_bot 青马多少人")).await;
    let by_li = |text: &str, extra: Value| {
        let mut message = json!({"chat": group_chat(), "from": person(LI), "text": text});
        if !extra.is_null() {
            message["reply_to_message"] = extra;
        }
        talk.write(message)
    };
    let line = talk.reply_to(by_li("@judge_bot 青马多少人", Value::Null)).await;
    assert!(is_a_link(&line));
    let answer = crate::support::of_bot(talk.number_of(&line));
    let more = talk.reply_to(by_li("那多少期", answer)).await;
    insta::assert_snapshot!(phone(&more), @"
    13 期 · 举办的青马工程培训班
    送团干部外出受训，自办青马培训，经验获团刊推介。
    出处：2024 年报告·第四部分·一·团的骨干队伍不断巩固增强
    （接「团的骨干队伍」）
    [参加上级培训的团干部][青马工程培训覆盖青年]
    [本节][复制]
    ");
}
