//! What goes wrong on the way: nothing is lost, nothing is answered twice, one trouble is not another's.

use crate::support::bot_api::{BotApi, Fault};
use crate::support::{LI, Talk, WANG, group_chat, person, phone, private_chat, settings};
use league_bot::engine::Engine;
use league_bot::matcher::Lexicon;
use league_bot::telegram::Error;
use serde_json::json;
use std::sync::Arc;
use std::time::{Duration, Instant};

// Settings

#[tokio::test]
async fn a_wrong_token_says_what_to_do() {
    for token in ["", "abc", "123", ":abc", "12:ab/c", "x1:abcdef"] {
        let (api, url) = BotApi::start().await;
        let mut settings = settings(url);
        settings.token = token.to_owned();
        assert_eq!(Talk::with(api, settings).end().await, Err(Error::MalformedToken), "{token}");
    }
    let (api, url) = BotApi::start().await;
    let mut settings = settings(url);
    settings.token = "123456:refused".to_owned();
    assert!(!format!("{settings:?}").contains("refused"));
    let error = Talk::with(api, settings).end().await.expect_err("refused");
    insta::assert_snapshot!(error, @"Telegram refuses the bot token: ask @BotFather for the current one (/mybots, API Token)");
}

#[tokio::test]
async fn a_token_refused_later_ends_the_bot() {
    let mut talk = Talk::start().await;
    talk.reply_to(talk.private("在吗")).await;
    talk.api.fail("getUpdates", Fault::Status(401, json!({})));
    talk.private("还在吗");
    assert_eq!(talk.end().await, Err(Error::RefusedToken));
}

// Coming in

#[tokio::test]
async fn it_waits_for_telegram_at_the_start() {
    let (api, url) = BotApi::start().await;
    for fault in [Fault::Status(502, json!({})), Fault::Reset, Fault::Garbage] {
        api.fail("getMe", fault);
    }
    let talk = Talk::with(api, settings(url));
    talk.reply_to(talk.private("在吗")).await;
}

/// A Bot API server of one's own may be some years old: it tells the account's number and name, and nothing newer.
#[tokio::test]
async fn an_older_server_tells_less_of_the_bot() {
    let (api, url) = BotApi::start().await;
    api.fail("getMe", Fault::Instead(json!({"id": crate::support::BOT, "username": "judge_bot"})));
    let talk = Talk::with(api, settings(url));
    let reply = talk.reply_to(talk.group("@judge_bot 青马几期")).await;
    assert_eq!(phone(&reply).lines().next(), Some("13 期 · 举办的青马工程培训班"));
}

#[tokio::test]
async fn it_hears_again_soon_after_a_fault() {
    let talk = Talk::start().await;
    talk.reply_to(talk.private("在吗")).await;
    for fault in [Fault::Status(502, json!({})), Fault::Reset, Fault::Garbage, Fault::Status(500, json!({}))]
    {
        talk.api.fail("getUpdates", fault);
    }
    let begun = Instant::now();
    talk.reply_to(talk.private("一")).await;
    talk.reply_to(talk.private("二")).await;
    assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
}

#[tokio::test]
async fn what_the_library_does_not_know_hides_nothing() {
    let talk = Talk::start().await;
    talk.api.push("quantum_message", json!({"qid": 1}));
    talk.api.push("message", json!({"broken": true}));
    let entities = json!([{"type": "quantum", "offset": 0, "length": 1}]);
    let odd = json!({"chat": private_chat(), "from": person(WANG), "text": "一", "entities": entities});
    talk.reply_to(talk.write(odd)).await;
    let odd = json!({"chat": private_chat(), "from": person(WANG), "text": "二",
        "forward_origin": {"type": "quantum", "date": 1}});
    talk.reply_to(talk.write(odd)).await;
    let odd = json!({"chat": private_chat(), "from": person(WANG), "caption": "三", "photo": "quantum",
        "caption_entities": entities, "quantum": {"a": [1]}});
    talk.reply_to(talk.write(odd)).await;
    talk.api.all_confirmed().await;
}

// Going out

#[tokio::test]
async fn an_answer_outlives_its_faults() {
    let talk = Talk::start().await;
    let faults = [
        Fault::Status(429, json!({"retry_after": 1})),
        Fault::Status(502, json!({})),
        Fault::Reset,
        Fault::Garbage,
    ];
    for fault in faults {
        talk.api.fail("sendMessage", fault);
        talk.reply_to(talk.private("在吗")).await;
    }
    talk.api.all_confirmed().await;
    assert_eq!(talk.api.calls("sendMessage").len(), 4, "each answered once");
}

#[tokio::test]
async fn what_was_sent_is_not_sent_again_because_its_reply_is_odd() {
    let talk = Talk::start().await;
    for (sent, fault) in [Fault::Odd, Fault::Cut].into_iter().enumerate() {
        talk.api.fail("sendMessage", fault);
        talk.private("在吗");
        talk.api.all_confirmed().await;
        assert_eq!(talk.api.calls("sendMessage").len(), sent + 1);
    }
}

#[tokio::test]
async fn one_chat_waits_and_the_others_do_not() {
    let talk = Talk::start().await;
    talk.api.fail("sendMessage", Fault::Status(429, json!({"retry_after": 2})));
    let first = talk.private("一");
    let second = talk.private("二");
    tokio::time::sleep(Duration::from_millis(50)).await;
    let begun = Instant::now();
    talk.reply_to(talk.group("/help")).await;
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
    assert!(talk.api.unconfirmed() > 0, "the first is not confirmed before it is answered");
    talk.reply_to(second).await;
    let order: Vec<i64> = talk
        .api
        .calls("sendMessage")
        .iter()
        .filter_map(|it| it.body["reply_parameters"]["message_id"].as_i64())
        .filter(|it| [first, second].contains(it))
        .collect();
    assert_eq!(order, [first, second]);
}

#[tokio::test]
async fn a_group_that_has_become_a_supergroup_gets_its_answer_there() {
    let talk = Talk::start().await;
    talk.api.fail("sendMessage", Fault::Status(400, json!({"migrate_to_chat_id": -1009})));
    talk.group("/help");
    let call = talk.api.wait_for("a message", |it| it.method == "sendMessage").await;
    assert_eq!(call.body["chat_id"], -1009);
}

#[tokio::test]
async fn a_chat_that_refuses_the_bot_is_let_go() {
    let talk = Talk::start().await;
    talk.api.fail("sendMessage", Fault::Status(403, json!({})));
    talk.private("在吗");
    talk.reply_to(talk.group("/help")).await;
    talk.api.all_confirmed().await;
}

// The end

#[tokio::test]
async fn what_is_in_hand_is_finished_and_confirmed_at_the_end() {
    let mut talk = Talk::start().await;
    talk.reply_to(talk.private("在吗")).await;
    for _ in 0..3 {
        talk.api.fail("sendMessage", Fault::Slow(Duration::from_millis(300)));
    }
    let ids = [talk.private("一"), talk.private("二"), talk.group("/help")];
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert_eq!(talk.stop().await, Ok(()));
    for id in ids {
        talk.reply_to(id).await;
    }
    assert_eq!(talk.api.unconfirmed(), 0);
    assert_eq!(talk.api.calls("sendMessage").len(), 4);
}

#[tokio::test]
async fn a_burst_is_answered_once_and_in_order() {
    let talk = Talk::start().await;
    let ask = |at: i64| {
        let chat = json!({"id": 100 + at % 25, "type": "private", "first_name": "人"});
        talk.write(json!({"chat": chat, "from": person(LI), "text": format!("第{at}问")}))
    };
    let ids: Vec<i64> = (0..400).map(ask).collect();
    talk.api.all_confirmed().await;
    let calls = talk.api.calls("sendMessage");
    assert_eq!(calls.len(), ids.len());
    for chat in 100..125 {
        let of_chat = calls.iter().filter(|it| it.body["chat_id"] == chat);
        let answered: Vec<i64> =
            of_chat.filter_map(|it| it.body["reply_parameters"]["message_id"].as_i64()).collect();
        assert!(answered.is_sorted(), "{answered:?}");
    }
}

// Trouble of other kinds

#[tokio::test]
async fn another_copy_is_no_reason_to_poll_without_a_pause() {
    let talk = Talk::start().await;
    talk.reply_to(talk.private("在吗")).await;
    let before = talk.api.calls("getUpdates").len();
    for _ in 0..50 {
        talk.api.fail("getUpdates", Fault::Status(409, json!({})));
    }
    talk.private("还在吗");
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    let faults = talk.api.drop_faults();
    assert!(faults >= 48, "{} polls in 1.5 s", 50 - faults);
    assert!(talk.api.calls("getUpdates").len() <= before + 2);
}

#[tokio::test]
async fn a_handler_that_panics_apologises_and_the_bot_goes_on() {
    let (api, url) = BotApi::start().await;
    // Without a report there is no outline to show: the handler breaks.
    let empty = Engine::new(Vec::new(), Lexicon::default());
    let (_sender, engines) = tokio::sync::watch::channel(Arc::new(empty));
    let talk = Talk::over(api, settings(url), engines);
    let broken = talk.reply_to(talk.private("/list")).await;
    insta::assert_snapshot!(phone(&broken), @"抱歉，这一句没答上来。请再问一次，或换个说法。");
    talk.reply_to(talk.private("/about")).await;
    talk.api.all_confirmed().await;
}

#[tokio::test]
async fn where_a_topic_is_gone_the_answer_comes_without_it() {
    for words in ["Bad Request: message thread not found", "Bad Request: TOPIC_DELETED"] {
        let talk = Talk::start().await;
        talk.api.fail("sendMessage", Fault::Refused(400, words));
        let asked = talk.write(json!({"chat": group_chat(), "from": person(WANG), "text": "/ask 青马几期",
            "message_thread_id": 7, "is_topic_message": true}));
        let reply = talk.reply_to(asked).await;
        assert_eq!(reply.body["message_thread_id"], json!(null), "{words}");
        assert_eq!(phone(&reply).lines().next(), Some("13 期 · 举办的青马工程培训班"));
        assert_eq!(talk.api.calls("sendMessage").len(), 1, "once more, and once alone");
        talk.api.all_confirmed().await;
    }
}

#[tokio::test]
async fn a_message_outside_any_topic_is_not_sent_twice() {
    let talk = Talk::start().await;
    talk.api.fail("sendMessage", Fault::Refused(400, "Bad Request: message thread not found"));
    talk.private("青马几期");
    talk.api.all_confirmed().await;
    assert_eq!(talk.api.calls("sendMessage").len(), 0);
}

#[tokio::test]
async fn a_chat_goes_on_once_its_answer_is_confirmed() {
    let talk = Talk::start().await;
    let ids: Vec<i64> = (0..6).map(|_| talk.private("/help")).collect();
    talk.api.all_confirmed().await;
    // At any answer, all earlier ones of the chat were confirmed before: a kill doubles at most one.
    for (at, id) in ids.iter().enumerate() {
        let known = talk.api.confirmed_when_answered(*id);
        assert!(known >= at, "answer {at} came when {known} were confirmed");
    }
}

#[tokio::test]
async fn of_a_flood_in_one_chat_the_oldest_are_dropped_with_one_notice() {
    let talk = Talk::start().await;
    talk.api.fail("sendMessage", Fault::Slow(Duration::from_millis(1_500)));
    let ask =
        |at: i64| talk.write(json!({"chat": group_chat(), "from": person(1_000 + at), "text": "/help"}));
    for at in 0..90 {
        ask(at);
    }
    talk.api.all_confirmed().await;
    let sent = talk.api.calls("sendMessage");
    let notices = sent.iter().filter(|it| phone(it).contains("太快")).count();
    assert_eq!(notices, 1);
    assert!((32..=60).contains(&sent.len()), "{}", sent.len());
}
