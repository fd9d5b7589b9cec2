//! Good manners: no answer to a group's own talk, no flood of answers, commands set once.

use crate::support::bot_api::BotApi;
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
    insta::assert_snapshot!(private[20], @r#""问得太快啦,请一分钟后再问。""#);
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
