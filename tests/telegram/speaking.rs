//! When the bot speaks and when it is silent, and where its reply goes.

use crate::support::{BOT, LI, Talk, WANG, group_chat, of_bot, person, private_chat};
use serde_json::{Value, json};

// Spoken to

#[tokio::test]
async fn in_private_every_text_is_answered() {
    let talk = Talk::start().await;
    let texts = [
        "宣讲活动多少场",
        "  /ASK\n宣讲",
        "／help",
        "/list",
        "/start",
        "/nonsense",
        "😀",
        "@judge_bot 宣讲",
        "团团，宣讲",
    ];
    for text in texts {
        talk.reply_to(talk.private(text)).await;
    }
}

#[tokio::test]
async fn in_a_group_it_answers_who_speaks_to_it() {
    let talk = Talk::start().await;
    let texts = [
        "/ask 青马多少人",
        "/ask@judge_bot 青马多少人",
        "/ASK@JUDGE_BOT\u{3000}青马多少人",
        "/help",
        "@judge_bot 青马多少人",
        "青马多少人 @Judge_Bot",
        "团团，青马多少人",
        "团团 青马多少人",
        "团团请问青马多少人",
        "小团：青马多少人",
        "团团",
    ];
    for text in texts {
        talk.reply_to(talk.group(text)).await;
    }
}

#[tokio::test]
async fn a_reply_to_the_bot_is_answered() {
    let talk = Talk::start().await;
    let asked = talk.write(
        json!({"chat": group_chat(), "from": person(LI), "text": "那线上呢", "reply_to_message": of_bot(5)}),
    );
    talk.reply_to(asked).await;
}

#[tokio::test]
async fn a_text_mention_and_a_caption_are_heard() {
    let talk = Talk::start().await;
    let me = json!({"id": BOT, "is_bot": true, "first_name": "小团", "username": "judge_bot"});
    let entities = json!([{"type": "text_mention", "offset": 0, "length": 2, "user": me}]);
    let named = talk.write(
        json!({"chat": group_chat(), "from": person(LI), "text": "小团青马多少人", "entities": entities}),
    );
    talk.reply_to(named).await;
    let photo = json!([{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]);
    let shown = talk.write(
        json!({"chat": private_chat(), "from": person(WANG), "photo": photo, "caption": "这是多少场"}),
    );
    talk.reply_to(shown).await;
}

#[tokio::test]
async fn an_administrator_may_speak_as_the_group() {
    let talk = Talk::start().await;
    let anonymous = json!({"id": 1_087_968_824, "is_bot": true, "first_name": "Group"});
    let asked = talk.write(
        json!({"chat": group_chat(), "from": anonymous, "sender_chat": group_chat(), "text": "/help"}),
    );
    talk.reply_to(asked).await;
}

// Not spoken to

#[tokio::test]
async fn in_a_group_it_is_silent_otherwise() {
    let talk = Talk::start().await;
    let bot = json!({"id": 99, "is_bot": true, "first_name": "b", "username": "other_bot"});
    let channel = json!({"id": -1_009, "type": "channel", "title": "c"});
    let origin = json!({"type": "hidden_user", "date": 1, "sender_user_name": "x"});
    let hers = json!({"message_id": 1, "date": 0, "chat": group_chat(), "from": person(LI), "text": "…"});
    let mut ids: Vec<i64> = [
        "我们支部也做了青马",
        "中午吃什么",
        "/ask@another_bot 青马多少人",
        "/unknown",
        "/home/x",
        "@xiaoli 你问 @judge_bot 吧",
        "团团圆圆吃月饼",
        "说的就是团团",
        "judge_bots 都关了",
        "@judge_bot2 在吗",
    ]
    .iter()
    .map(|text| talk.group(text))
    .collect();
    for extra in [
        json!({"from": bot, "text": "@judge_bot 青马"}),
        json!({"sender_chat": &channel, "text": "@judge_bot 青马"}),
        json!({"forward_origin": origin, "text": "@judge_bot 青马"}),
        json!({"via_bot": bot, "text": "@judge_bot 青马"}),
        json!({"reply_to_message": hers, "text": "青马多少人"}),
        json!({"reply_to_message": of_bot(5), "text": "@xiaoli 你看"}),
        json!({"new_chat_members": [person(LI)]}),
        json!({"pinned_message": of_bot(5)}),
        json!({"migrate_to_chat_id": -1_009}),
        json!({"migrate_from_chat_id": -1_009}),
        json!({"reply_to_message": of_bot(5), "voice": {"file_id": "v", "file_unique_id": "v", "duration": 1}}),
        json!({"reply_to_message": of_bot(5), "photo": [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]}),
        json!({"sticker": {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1,
            "is_animated": false, "is_video": false}}),
    ] {
        ids.push(talk.write(merged(json!({"chat": group_chat(), "from": person(WANG)}), extra)));
    }
    let post = json!({"chat": channel, "sender_chat": channel, "text": "@judge_bot 青马多少人",
        "message_id": talk.api.message_id(), "date": 1_700_000_000});
    talk.api.push("channel_post", post);
    assert!(talk.is_silent_to(&ids).await);
    let chats: Vec<Value> =
        talk.api.calls("sendMessage").iter().map(|it| it.body["chat_id"].clone()).collect();
    assert_eq!(chats.len(), 2, "the check itself: {chats:?}");
}

#[tokio::test]
async fn the_first_message_of_a_topic_is_no_reply() {
    let talk = Talk::start().await;
    let opened = json!({"chat": group_chat(), "from": person(WANG), "text": "青马", "message_thread_id": 5,
        "is_topic_message": true, "reply_to_message": of_bot(5)});
    let id = talk.write(opened);
    assert!(talk.is_silent_to(&[id]).await);
}

// Where the reply goes

#[tokio::test]
async fn a_reply_stays_in_its_topic_and_survives_a_deleted_question() {
    let talk = Talk::start().await;
    let ask = |extra| merged(json!({"chat": group_chat(), "from": person(WANG), "text": "/help"}), extra);
    let topic = talk.write(ask(json!({"message_thread_id": 7, "is_topic_message": true})));
    let body = talk.reply_to(topic).await.body;
    assert_eq!(body["message_thread_id"], 7);
    assert_eq!(body["reply_parameters"], json!({"message_id": topic, "allow_sending_without_reply": true}));
    assert_eq!(body["parse_mode"], "HTML");
    // A thread of replies in a group without topics has a number too, and no topic.
    let thread = talk.write(ask(json!({"message_thread_id": 7})));
    assert_eq!(talk.reply_to(thread).await.body["message_thread_id"], Value::Null);
}

fn merged(mut message: Value, extra: Value) -> Value {
    for (key, value) in extra.as_object().expect("fields") {
        message[key] = value.clone();
    }
    message
}
