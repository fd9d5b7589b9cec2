//! Called among others, by a nickname as people write it, and with a part of another message quoted.

use crate::support::bot_api::Call;
use crate::support::{LI, Talk, WANG, group_chat, of_bot, person, phone, private_chat};
use serde_json::{Value, json};

const COURSES: &str = "13 期 · 举办的青马工程培训班";

fn first(call: &Call) -> String {
    phone(call).lines().next().unwrap_or_default().to_owned()
}

/// The first line of the reply to a message with these fields.
async fn answer(chat: Value, more: Value) -> String {
    let talk = Talk::start().await;
    let mut message = json!({"chat": chat, "from": person(WANG)});
    message.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
    first(&talk.reply_to(talk.write(message)).await)
}

// Others are mentioned too

#[tokio::test]
async fn who_mentions_somebody_else_first_is_answered() {
    for text in [
        "@alice_x 你看 @judge_bot 青马几期",
        "@alice_x @bob_x @judge_bot 青马几期",
        "@alice_x @judge_bot，青马几期？",
        "@alice_x 青马几期 @judge_bot",
        "@alice_x 你看 @团团 青马几期",
        "@judge_bot 青马几期 @alice_x",
    ] {
        assert_eq!(answer(group_chat(), json!({"text": text})).await, COURSES, "{text}");
    }
    let alice = json!({"id": 99, "is_bot": false, "first_name": "爱丽丝"});
    let entities = json!([{"type": "text_mention", "offset": 0, "length": 3, "user": alice},
        {"type": "mention", "offset": 4, "length": 10}]);
    let linked = json!({"text": "爱丽丝 @judge_bot 青马几期", "entities": entities});
    assert_eq!(answer(group_chat(), linked).await, COURSES);
}

#[tokio::test]
async fn who_sends_somebody_else_to_the_bot_asks_nothing() {
    let talk = Talk::start().await;
    let texts =
        ["@xiaoli 你问 @judge_bot 吧", "@xiaoli 去找 @judge_bot", "@xiaoli 团团在哪", "@xiaoli 青马几期"];
    let ids = texts.map(|it| talk.group(it));
    assert!(talk.is_silent_to(&ids).await);
}

// Nicknames

#[tokio::test]
async fn a_nickname_is_read_as_people_write_it() {
    for text in [
        "@团团 青马几期",
        "＠团团　青马几期",
        "團團，青馬幾期",
        "@團團 青馬幾期",
        "團團請問青馬幾期",
        "ｊｕｄｇｅ＿ｂｏｔ，青马几期",
        "青马几期 @团团",
        "青马几期＠團團",
    ] {
        assert_eq!(answer(group_chat(), json!({"text": text})).await, COURSES, "{text}");
    }
    let talk = Talk::start().await;
    let ids = ["@团团圆圆 青马几期", "團團圓圓吃月餅", "“团团”是谁"].map(|it| talk.group(it));
    assert!(talk.is_silent_to(&ids).await);
}

// Quoted

/// Three questions, of which somebody selects one.
const THREE: &str = "宣讲活动多少场\n青马几期\n突击队多少支";

fn of_li(chat: Value) -> Value {
    json!({"message_id": 1, "date": 0, "chat": chat, "from": person(LI), "text": THREE})
}

fn quote(text: &str) -> Value {
    json!({"text": text, "position": 8, "is_manual": true})
}

#[tokio::test]
async fn the_quoted_part_is_what_is_asked() {
    for text in ["@judge_bot", "团团", "/ask", "@judge_bot ？", "@judge_bot 查一下", "團團 這個呢"]
    {
        let reply =
            json!({"text": text, "reply_to_message": of_li(group_chat()), "quote": quote("青马几期")});
        assert_eq!(answer(group_chat(), reply).await, COURSES, "{text}");
    }
    let private =
        json!({"text": "？", "reply_to_message": of_li(private_chat()), "quote": quote("青马几期")});
    assert_eq!(answer(private_chat(), private).await, COURSES);
    // A label in an answer of the bot itself.
    let label =
        json!({"text": "这个呢", "reply_to_message": of_bot(5), "quote": quote("举办的青马工程培训班")});
    assert_eq!(answer(group_chat(), label).await, COURSES);
}

#[tokio::test]
async fn a_part_of_a_message_of_another_chat_is_asked_too() {
    let elsewhere = json!({"origin": {"type": "hidden_user", "date": 1, "sender_user_name": "x"},
        "chat": {"id": -1_009, "type": "supergroup", "title": "g"}, "message_id": 3});
    for chat in [group_chat(), private_chat()] {
        let reply = json!({"text": "@judge_bot", "external_reply": elsewhere, "quote": quote("青马几期")});
        assert_eq!(answer(chat, reply).await, COURSES);
    }
    // Nothing is quoted: the bot is only called.
    let reply = json!({"text": "@judge_bot", "external_reply": elsewhere});
    assert!(answer(group_chat(), reply).await.starts_with("在的。想查什么？"));
}

#[tokio::test]
async fn who_quotes_and_asks_is_asked_by_his_own_words() {
    let reply = json!({"text": "@judge_bot 青马几期", "reply_to_message": of_li(group_chat()),
        "quote": quote("宣讲活动多少场")});
    assert_eq!(answer(group_chat(), reply).await, COURSES);
}

#[tokio::test]
async fn a_quotation_alone_calls_nobody() {
    let talk = Talk::start().await;
    let message = json!({"chat": group_chat(), "from": person(WANG), "text": "这个呢",
        "reply_to_message": of_li(group_chat()), "quote": quote("青马几期")});
    let id = talk.write(message);
    assert!(talk.is_silent_to(&[id]).await);
}
