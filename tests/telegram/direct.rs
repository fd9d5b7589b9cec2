//! The direct messages of a channel: each person's talk is a topic of its own, and an answer must name it.

use crate::support::{LI, Talk, WANG, person, phone};
use serde_json::{Value, json};

/// Somebody's message, in the topic of that person.
fn message(who: i64, topic: i64, text: &str) -> Value {
    let chat = json!({"id": -1_007, "type": "supergroup", "title": "c", "is_direct_messages": true});
    let topic = json!({"topic_id": topic, "user": person(who)});
    json!({"chat": chat, "from": person(who), "text": text, "direct_messages_topic": topic})
}

#[tokio::test]
async fn an_answer_goes_into_the_topic_of_who_asked() {
    let talk = Talk::start().await;
    // The numbers are those of accounts, which take more than 32 bits.
    for topic in [11, 7_012_345_678] {
        let reply = talk.reply_to(talk.write(message(WANG, topic, "@judge_bot 青马几期"))).await;
        assert_eq!(reply.body["direct_messages_topic_id"], topic);
        assert_eq!(reply.body["message_thread_id"], Value::Null);
        assert_eq!(reply.body["parse_mode"], "HTML");
        assert_eq!(phone(&reply).lines().next(), Some("13 期 · 举办的青马工程培训班"));
    }
}

#[tokio::test]
async fn one_persons_talk_is_not_anothers() {
    let talk = Talk::start().await;
    for (who, text) in [(WANG, "@judge_bot 青马几期"), (LI, "@judge_bot 青马几期")] {
        // Who asks second is not sent to an answer in the first one's talk.
        let reply = talk.reply_to(talk.write(message(who, who, text))).await;
        assert!(!phone(&reply).contains("刚答过"), "{}", phone(&reply));
    }
    let reply = talk.reply_to(talk.write(message(WANG, WANG, "@judge_bot 多少人"))).await;
    assert_eq!(phone(&reply).lines().next(), Some("1269 人 · 青马工程培训覆盖青年"));
}
