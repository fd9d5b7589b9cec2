//! What comes in private and is no plain text of a person: it gets an answer or one line, notices of Telegram's none.

use crate::support::bot_api::Call;
use crate::support::{BOT, GROUP, Talk, WANG, group_chat, person, phone, private_chat};
use serde_json::{Value, json};

const LINE: &str = "我只看得懂文字，请把问题打成字发给我。";

fn private(more: Value) -> Value {
    let mut message = json!({"chat": private_chat(), "from": person(WANG)});
    message.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
    message
}

fn file() -> Value {
    json!({"file_id": "f", "file_unique_id": "f", "duration": 1})
}

#[tokio::test]
async fn what_holds_no_word_gets_one_line() {
    let talk = Talk::start().await;
    for kind in [
        "voice",
        "audio",
        "video_note",
        "video",
        "document",
        "sticker",
        "dice",
        "contact",
        "location",
        "poll",
        "story",
        "checklist",
    ] {
        let reply = talk.reply_to(talk.write(private(json!({kind: file()})))).await;
        assert_eq!(phone(&reply), LINE, "{kind}");
    }
    // Telegram gives an animation as a document too.
    let animation = private(json!({"animation": file(), "document": file()}));
    assert_eq!(phone(&talk.reply_to(talk.write(animation)).await), LINE);
    let photo = private(json!({"photo": [file()], "forward_origin": {"type": "hidden_user", "date": 1}}));
    assert_eq!(phone(&talk.reply_to(talk.write(photo)).await), LINE);
}

#[tokio::test]
async fn what_a_channel_or_another_bot_helped_to_send_is_answered() {
    let talk = Talk::start().await;
    let other = json!({"id": 99, "is_bot": true, "first_name": "b", "username": "other_bot"});
    let channel = json!({"id": -1_009, "type": "channel", "title": "c"});
    for more in [json!({"via_bot": other}), json!({"sender_chat": channel})] {
        let mut message = private(more);
        message["text"] = json!("青马几期");
        let reply = talk.reply_to(talk.write(message)).await;
        assert_eq!(phone(&reply).lines().next(), Some("13 期 · 举办的青马工程培训班"));
    }
    let sticker = private(json!({"via_bot": other, "sticker": file()}));
    assert_eq!(phone(&talk.reply_to(talk.write(sticker)).await), LINE);
}

#[tokio::test]
async fn an_album_gets_one_reply() {
    let talk = Talk::start().await;
    let picture = |more: Value| {
        let mut message = private(json!({"photo": [file()], "media_group_id": "17"}));
        message.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
        talk.write(message)
    };
    for _ in 0..4 {
        picture(json!({}));
    }
    // Of another album the first picture asks: it is answered, and the others need no word.
    let asks = json!({"photo": [file()], "media_group_id": "18", "caption": "青马几期"});
    let reply = talk.reply_to(talk.write(private(asks))).await;
    assert_eq!(phone(&reply).lines().next(), Some("13 期 · 举办的青马工程培训班"));
    talk.write(private(json!({"photo": [file()], "media_group_id": "18"})));
    talk.api.all_confirmed().await;
    assert_eq!(talk.api.calls("sendMessage").len(), 2);
}

#[tokio::test]
async fn notices_and_the_bots_own_cards_get_none() {
    let talk = Talk::start().await;
    let me = json!({"id": BOT, "is_bot": true, "first_name": "小团", "username": "judge_bot"});
    for more in [
        json!({"pinned_message": {"message_id": 1, "date": 0, "chat": private_chat(), "text": "…"}}),
        json!({"message_auto_delete_timer_changed": {"message_auto_delete_time": 5}}),
        json!({"text": "13 期 · 举办的青马工程培训班", "via_bot": me}),
        json!({"from": {"id": 98, "is_bot": true, "first_name": "b"}, "text": "青马几期"}),
    ] {
        talk.write(private(more));
    }
    // A place that moves is edited every few seconds.
    let place = talk.write(private(json!({"location": {"latitude": 1, "longitude": 1}})));
    talk.reply_to(place).await;
    talk.edit(place, 5, private(json!({"location": {"latitude": 2, "longitude": 1}})));
    // In a group nothing is said to a voice.
    talk.write(json!({"chat": group_chat(), "from": person(WANG), "voice": file()}));
    talk.api.all_confirmed().await;
    let sent: Vec<Call> = talk.api.calls("sendMessage");
    assert_eq!(sent.iter().map(phone).collect::<Vec<_>>(), [LINE]);
    assert!(sent.iter().all(|it| it.body["chat_id"] != GROUP));
    assert_eq!(talk.api.calls("editMessageText").len(), 0);
}
