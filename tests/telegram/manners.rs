//! Good manners: no answer to a group's own talk, no flood of answers, commands set once.

use crate::support::bot_api::{BotApi, Call};
use crate::support::{GROUP, LI, Talk, group_chat, person, settings};
use serde_json::{Value, json};

/// Made-up talk of a league's group, one message a line, none of it for the bot.
const CHATTER: &str = include_str!("../data/chatter.txt");

#[tokio::test]
async fn five_hundred_lines_of_talk_get_no_reply() {
    let talk = Talk::start().await;
    let lines: Vec<&str> = CHATTER.lines().filter(|it| !it.is_empty()).collect();
    assert!(lines.len() >= 500, "{}", lines.len());
    let ids: Vec<i64> = lines.iter().map(|it| talk.group(it)).collect();
    assert!(talk.is_silent_to(&ids).await);
    let in_group = |it: &&Value| it["chat_id"] == GROUP;
    let sent: Vec<Value> = talk.api.calls("sendMessage").into_iter().map(|it| it.body).collect();
    assert_eq!(sent.iter().filter(in_group).count(), 1, "the check itself");
}

/// Questions as people put them, scored elsewhere; among them what a group says to itself.
const SEEDS: [&str; 2] = [
    include_str!("../../seeds/leshan-2024/questions.jsonl"),
    include_str!("../../seeds/leshan-2024/later/questions.jsonl"),
];

#[tokio::test]
async fn what_the_seeds_call_a_groups_own_talk_gets_no_reply() {
    let talk = Talk::start().await;
    let rows = SEEDS.iter().flat_map(|it| it.lines());
    let rows: Vec<Value> = rows.filter_map(|it| serde_json::from_str(it).ok()).collect();
    let silent = rows.iter().filter(|it| it["cls"] == "silent").filter_map(|it| it["q"].as_str());
    let ids: Vec<i64> = silent.map(|it| talk.group(it)).collect();
    assert!(ids.len() >= 40, "{}", ids.len());
    assert!(talk.is_silent_to(&ids).await);
    let in_group = |it: &&Call| it.body["chat_id"] == GROUP;
    assert_eq!(talk.api.calls("sendMessage").iter().filter(in_group).count(), 1, "the check itself");
}

#[tokio::test]
async fn questions_of_the_seeds_get_no_reply_where_the_bot_is_not_called() {
    let talk = Talk::start().await;
    let rows = SEEDS[0].lines().filter_map(|it| serde_json::from_str::<Value>(it).ok());
    let ids: Vec<i64> = rows.filter_map(|it| Some(talk.group(it["q"].as_str()?))).collect();
    assert!(talk.is_silent_to(&ids).await);
}

#[tokio::test]
async fn who_asks_too_often_is_told_once() {
    let talk = Talk::start().await;
    for _ in 0..25 {
        talk.private("宣讲多少场");
    }
    let ask = || talk.write(json!({"chat": group_chat(), "from": person(LI), "text": "/help"}));
    for _ in 0..15 {
        ask();
    }
    talk.api.all_confirmed().await;
    let texts = |chat: i64| {
        let calls = talk.api.calls("sendMessage");
        calls
            .iter()
            .filter(|it| it.body["chat_id"] == chat)
            .map(|it| it.body["text"].clone())
            .collect::<Vec<_>>()
    };
    let (private, group) = (texts(crate::support::WANG), texts(GROUP));
    assert_eq!((private.len(), group.len()), (21, 11));
    insta::assert_snapshot!(private[20], @r#""问得太快啦，请一分钟后再问。""#);
    assert_eq!(private[20], group[10]);
}

#[tokio::test]
async fn commands_are_set_once_and_for_each_kind_of_chat() {
    let (api, url) = BotApi::start().await;
    let mut first = Talk::with(api.clone(), settings(url.clone()));
    api.wait_for("a description", |it| it.method == "setMyShortDescription").await;
    assert_eq!(first.stop().await, Ok(()));
    let set = api.calls("setMyCommands");
    let scopes: Vec<&Value> = set.iter().map(|it| &it.body["scope"]["type"]).collect();
    assert_eq!(scopes, ["all_private_chats", "all_group_chats"]);
    let second = Talk::with(api.clone(), settings(url));
    second.reply_to(second.private("在吗")).await;
    assert_eq!(api.calls("setMyCommands").len(), 2);
}

#[tokio::test]
async fn only_what_was_changed_meanwhile_is_set_again() {
    let (api, url) = BotApi::start().await;
    let described = |it: &Call| it.method == "setMyShortDescription";
    let mut first = Talk::with(api.clone(), settings(url.clone()));
    api.wait_for("a description", described).await;
    first.reply_to(first.private("在吗")).await;
    assert_eq!(first.stop().await, Ok(()));
    let wanted = api.calls("setMyCommands")[1].body.clone();
    api.change_commands("all_group_chats");
    let mut second = Talk::with(api.clone(), settings(url));
    // By then the first one's message was confirmed.
    let looked = |it: &Call| it.method == "getMyShortDescription" && it.confirmed > 0;
    api.wait_for("a look at the description", looked).await;
    assert_eq!(second.stop().await, Ok(()));
    let set = api.calls("setMyCommands");
    assert_eq!((set.len(), &set[2].body), (3, &wanted));
    assert_eq!(api.calls("setMyShortDescription").len(), 1);
}
