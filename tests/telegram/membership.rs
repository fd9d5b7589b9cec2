//! Chats that let the bot in and shut it out.

use crate::support::bot_api::Fault;
use crate::support::{Talk, WANG, group_chat, person};
use serde_json::json;

#[tokio::test]
async fn to_be_removed_blocked_or_muted_changes_nothing_for_the_others() {
    let talk = Talk::start().await;
    let me =
        json!({"id": crate::support::BOT, "is_bot": true, "first_name": "小团", "username": "judge_bot"});
    let rights = json!({"user": me, "status": "restricted", "is_member": true, "until_date": 0,
        "can_send_messages": false, "can_send_audios": false, "can_send_documents": false, "can_send_photos": false,
        "can_send_videos": false, "can_send_video_notes": false, "can_send_voice_notes": false,
        "can_send_polls": false, "can_send_other_messages": false, "can_add_web_page_previews": false,
        "can_change_info": false, "can_invite_users": false, "can_pin_messages": false, "can_manage_topics": false});
    for status in [
        json!({"user": me, "status": "kicked", "until_date": 0}),
        json!({"user": me, "status": "left"}),
        rights,
        json!({"user": me, "status": "quantum"}),
        json!({"user": me, "status": "member"}),
    ] {
        talk.api.push(
            "my_chat_member",
            json!({"chat": group_chat(), "from": person(WANG), "date": 1_700_000_000,
                "old_chat_member": {"user": me, "status": "member"}, "new_chat_member": status}),
        );
    }
    talk.api.fail("sendMessage", Fault::Status(403, json!({})));
    talk.group("/help");
    talk.api.all_confirmed().await;
    talk.reply_to(talk.private("在吗")).await;
    talk.api.all_confirmed().await;
    assert_eq!(talk.api.calls("leaveChat").len(), 0);
}
