//! What is forgotten, and when: told with times that the tests make up.

use super::*;
use crate::engine::Topic;
use crate::telegram::update;
use serde_json::json;

/// A message of this number in the group.
fn message(id: i32) -> Message {
    let chat = json!({"id": -1_001, "type": "supergroup", "title": "g"});
    let from = json!({"id": 1, "is_bot": false, "first_name": "a"});
    let message = json!({"message_id": id, "date": 1_700_000_000, "chat": chat, "from": from, "text": "?"});
    let update = json!({"update_id": 1, "message": message}).to_string();
    match update::read(serde_json::from_str(&update).unwrap()).unwrap().kind {
        update::Kind::Message(message) => message,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_oldest_is_forgotten_first() {
    let (mut memory, now, last) = (Memory::default(), Instant::now(), i32::try_from(REPLIES).unwrap());
    for id in 0..=last {
        memory.replies.insert((ChatId(-1_001), MessageId(id)), MessageId(id), now);
    }
    memory.replied(&message(last), MessageId(0), now);
    let replies = [0, 1, last].map(|id| memory.reply(&message(id), now));
    assert_eq!(replies, [None, Some(MessageId(1)), Some(MessageId(0))]);
    assert_eq!(memory.replies.len(), REPLIES);
}

#[test]
fn what_was_told_ten_minutes_ago_is_told_again() {
    let (mut memory, begun, figure) = (Memory::default(), Instant::now(), Target::Figure(0, 1));
    let topic = || Topic::of(vec![figure]);
    memory.remember(&message(1), MessageId(2), topic(), "", begun);
    let told = |memory: &Memory, seconds| {
        memory.told(ChatId(-1_001), None, figure, begun + Duration::from_secs(seconds))
    };
    assert_eq!((told(&memory, 599), told(&memory, 600)), (Some(MessageId(2)), None));
    // The line that linked to it is not what a later one links to; a new answer is.
    memory.remember(&message(3), MessageId(4), topic(), "", begun + Duration::from_secs(300));
    assert_eq!((told(&memory, 599), told(&memory, 600)), (Some(MessageId(2)), None));
    memory.remember(&message(5), MessageId(6), topic(), "", begun + Duration::from_secs(700));
    assert_eq!((told(&memory, 1_299), told(&memory, 1_300)), (Some(MessageId(6)), None));
}
