//! A question that is edited: its answer is edited too.

use crate::support::{Talk, WANG, group_chat, person, private_chat};
use serde_json::{Value, json};

fn private(text: &str) -> Value {
    json!({"chat": private_chat(), "from": person(WANG), "text": text})
}

fn group(text: &str) -> Value {
    json!({"chat": group_chat(), "from": person(WANG), "text": text})
}

#[tokio::test]
async fn an_edited_question_edits_its_answer() {
    let talk = Talk::start().await;
    let id = talk.write(private("宣讲多少场"));
    talk.reply_to(id).await;
    talk.edit(id, 3_600, private("大讨论多少场"));
    let edited = talk.api.wait_for("an edit", |it| it.method == "editMessageText").await;
    assert_eq!(edited.refusal, "");
    assert_eq!(edited.body["chat_id"], WANG);
    assert!(edited.body["message_id"].is_i64());
    talk.api.all_confirmed().await;
    assert_eq!(talk.api.calls("sendMessage").len(), 1);
}

#[tokio::test]
async fn a_mention_put_in_at_once_is_answered_and_one_put_in_late_is_not() {
    let talk = Talk::start().await;
    let (slip, old) = (talk.write(group("青马多少人")), talk.write(group("宣讲多少场")));
    assert!(talk.is_silent_to(&[slip, old]).await);
    talk.edit(old, 3_600, group("@judge_bot 宣讲多少场"));
    talk.edit(slip, 20, group("@judge_bot 青马多少人"));
    talk.reply_to(slip).await;
    assert!(talk.is_silent_to(&[old]).await);
}
