//! What Telegram's words come to.

use super::*;

fn meaning(code: u16, description: &str) -> Failure {
    let reply = format!(r#"{{"ok":false,"error_code":{code},"description":"{description}"}}"#);
    serde_json::from_str::<Reply<bool>>(&reply).unwrap().meaning(code)
}

#[test]
fn however_it_is_worded_a_chat_that_shuts_the_bot_out_is_known() {
    for (code, description) in [
        (403, "Forbidden: bot was kicked from the supergroup chat"),
        (403, "Forbidden: bot is not a member of the supergroup chat"),
        (403, "Forbidden: bot was blocked by the user"),
        (403, "Forbidden: user is deactivated"),
        (403, "Forbidden: the group chat was deleted"),
        (400, "Bad Request: chat not found"),
        (400, "Bad Request: not enough rights to send text messages to the chat"),
        (400, "Bad Request: have no rights to send a message"),
        (400, "Bad Request: CHAT_WRITE_FORBIDDEN"),
        (400, "Bad Request: CHAT_RESTRICTED"),
        (400, "Bad Request: TOPIC_CLOSED"),
        (400, "Bad Request: USER_IS_BLOCKED"),
        (400, "Bad Request: group chat was deactivated"),
    ] {
        assert_eq!(meaning(code, description), Failure::Shut, "{description}");
    }
}

#[test]
fn what_is_refused_for_another_reason_says_nothing_of_the_chat() {
    assert_eq!(meaning(400, "Bad Request: message is too long"), Failure::Refused(400));
    assert_eq!(meaning(400, "Bad Request: message to edit not found"), Failure::Refused(400));
    let same = "Bad Request: message is not modified: specified new message content and reply markup are exactly the same";
    assert_eq!(meaning(400, same), Failure::Unchanged);
}
