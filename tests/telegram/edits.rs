//! A question that is edited: its answer is edited too.

use crate::support::bot_api::{Call, Fault};
use crate::support::{GROUP, LI, Talk, WANG, group_chat, person, phone, private_chat};
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

async fn edits(talk: &Talk, count: usize) -> Call {
    talk.api.all_confirmed().await;
    let mut edits = talk.api.calls("editMessageText");
    assert_eq!(edits.len(), count);
    edits.pop().expect("an edit")
}

#[tokio::test]
async fn in_a_group_the_whole_answer_is_changed_even_where_it_stands_already() {
    let talk = Talk::start().await;
    talk.reply_to(talk.group("@judge_bot 青马多少人")).await;
    let asked =
        talk.write(json!({"chat": group_chat(), "from": person(LI), "text": "@judge_bot 宣讲多少场"}));
    let answer = talk.reply_to(asked).await;
    talk.edit(asked, 90, json!({"chat": group_chat(), "from": person(LI), "text": "@judge_bot 青马多少人"}));
    let edited = edits(&talk, 1).await;
    assert_eq!(
        (&edited.body["chat_id"], &edited.body["message_id"]),
        (&json!(GROUP), &json!(talk.number_of(&answer)))
    );
    insta::assert_snapshot!(phone(&edited), @"
    1269 人 · 青马工程培训覆盖青年
    送团干部外出受训，自办青马培训，经验获团刊推介。
    出处：2024 年报告·第四部分·一·团的骨干队伍不断巩固增强
    [参加上级培训的团干部][举办的青马工程培训班]
    [本节][复制]
    ");
    // The changed answer's buttons obey its asker, and the talk is about what it shows.
    insta::assert_snapshot!(talk.refused_tap(WANG, &edited, "本节").await, @"这是别人问的，想看请自己问一句");
    let more = talk.write(json!({"chat": group_chat(), "from": person(LI), "text": "@judge_bot 那多少期"}));
    assert!(phone(&talk.reply_to(more).await).starts_with("13 期"));
}

#[tokio::test]
async fn an_edit_that_asks_nothing_leaves_the_answer() {
    let talk = Talk::start().await;
    let asked = talk.write(group("@judge_bot 青马多少人"));
    talk.reply_to(asked).await;
    talk.edit(asked, 30, group("算了，找到了"));
    // The preview of a link, a pin: Telegram sends an edit, and the text is the same.
    talk.edit(asked, 40, group("@judge_bot 青马多少人"));
    talk.api.all_confirmed().await;
    assert!(talk.is_silent_to(&[]).await);
    assert_eq!(talk.api.calls("sendMessage").iter().filter(|it| it.body["chat_id"] == GROUP).count(), 2);
}

#[tokio::test]
async fn an_answer_that_was_deleted_cannot_be_changed_and_that_is_all() {
    let talk = Talk::start().await;
    let asked = talk.write(private("青马多少人"));
    let answer = talk.reply_to(asked).await;
    let gone =
        || talk.api.fail("editMessageText", Fault::Refused(400, "Bad Request: message to edit not found"));
    gone();
    talk.edit(asked, 30, private("宣讲多少场"));
    talk.api.all_confirmed().await;
    gone();
    insta::assert_snapshot!(talk.refused_tap(WANG, &answer, "本节").await, @"这条消息太久了，请再问一次");
    talk.reply_to(talk.private("宣讲多少场")).await;
}
