//! What comes in, known and unknown.

use super::*;
use serde_json::{Value, json};
use teloxide_core::types::UserId;

fn read_json(update: &Value) -> Option<Update> {
    read(&serde_json::from_str::<Box<RawValue>>(&update.to_string()).unwrap())
}

/// A message in a group, with these fields too.
fn message(more: &Value) -> Message {
    let chat = json!({"id": -1_001, "type": "supergroup", "title": "g"});
    let from = json!({"id": 1, "is_bot": false, "first_name": "a"});
    let mut message = json!({"message_id": 5, "date": 1_700_000_000, "chat": chat, "from": from});
    message.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    match read_json(&json!({"update_id": 7, "message": message})).unwrap().kind {
        Kind::Message(message) => message,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_telegram_adds_hides_no_question() {
    let entities = json!([{"type": "hologram", "offset": 0, "length": 1}, {"type": "mention", "offset": 1, "length": 3}]);
    let said = message(&json!({
        "text": "问@ab 几人",
        "entities": entities,
        "forward_origin": {"type": "from_the_moon", "date": 0},
        "checklist": {"tasks": [1, {}]},
        "reply_to_message": {"message_id": 4, "date": 1, "chat": {"id": -1_001, "type": "conclave"}, "new_kind": {}},
    }));
    assert_eq!(said.text(), Some("问@ab 几人"));
    assert_eq!(said.mentions(), [Mention::Named("@ab")]);
    assert!(said.is_forwarded() && said.is_from_person() && !said.chat.is_private());
    assert_eq!(said.replied_to().map(|it| it.id().0), Some(4));
}

#[test]
fn mentions_are_counted_in_units_of_utf_16() {
    let user = json!({"id": 9, "is_bot": true, "first_name": "b"});
    let linked = |offset: usize, length: usize| {
        message(&json!({"caption": "😀团团😀",
            "caption_entities": [{"type": "text_mention", "offset": offset, "length": length, "user": user}]}))
    };
    assert_eq!(linked(2, 2).mentions(), [Mention::Linked("团团", UserId(9))]);
    assert_eq!(linked(2, 4).mentions(), [Mention::Linked("团团😀", UserId(9))]);
    for (offset, length) in [(1, 2), (2, 3), (2, 5), (7, 1), (usize::MAX, usize::MAX)] {
        assert_eq!(linked(offset, length).mentions(), [], "{offset} {length}");
    }
}

#[test]
fn who_speaks_is_told() {
    let channel = json!({"id": -1_002, "type": "channel", "title": "c"});
    let group = json!({"id": -1_001, "type": "supergroup", "title": "g"});
    let bot = json!({"id": 2, "is_bot": true, "first_name": "b"});
    assert!(message(&json!({"sender_chat": group, "from": bot})).is_from_person());
    for more in [
        json!({"sender_chat": channel}),
        json!({"from": bot}),
        json!({"via_bot": bot}),
        json!({"sender_chat": group, "is_automatic_forward": true}),
    ] {
        assert!(!message(&more).is_from_person(), "{more}");
    }
}

#[test]
fn what_cannot_be_read_is_passed_over_and_still_has_its_number() {
    let strange = json!({"update_id": 8, "quantum": {"message_id": 1}});
    let broken = json!({"message": {"message_id": "one"}, "update_id": 9});
    for (update, expected) in [(strange, 8), (broken, 9)] {
        let raw = serde_json::from_str::<Box<RawValue>>(&update.to_string()).unwrap();
        assert!(read(&raw).is_none());
        assert_eq!(number(&raw), Some(expected));
    }
}

#[test]
fn a_tap_on_a_message_that_is_shown_no_longer_has_none() {
    let tap = |date: i64| {
        let message = json!({"message_id": 3, "date": date, "chat": {"id": 5, "type": "private"}});
        let tap = json!({"id": "t", "from": {"id": 5, "is_bot": false}, "message": message, "data": "x", "chat_instance": "c"});
        read_json(&json!({"update_id": 1, "callback_query": tap})).unwrap()
    };
    for (date, is_shown) in [(0, false), (1, true)] {
        let update = tap(date);
        assert_eq!(update.lane(), Some(ChatId(5)));
        assert!(matches!(&update.kind, Kind::Tap(tap) if tap.message().is_some() == is_shown));
    }
}

#[test]
fn where_the_bot_may_speak() {
    for (member, expected) in [
        (json!({"status": "member"}), true),
        (json!({"status": "administrator"}), true),
        (json!({"status": "left"}), false),
        (json!({"status": "kicked", "until_date": 0}), false),
        (json!({"status": "restricted", "is_member": true, "can_send_messages": true}), true),
        (json!({"status": "restricted", "is_member": true, "can_send_messages": false}), false),
        (json!({"status": "restricted", "is_member": false, "can_send_messages": true}), false),
    ] {
        let change = json!({"chat": {"id": -1, "type": "group"}, "new_chat_member": member});
        let update = read_json(&json!({"update_id": 1, "my_chat_member": change})).unwrap();
        assert!(matches!(&update.kind, Kind::Membership(it) if it.may_speak() == expected), "{member}");
    }
}
