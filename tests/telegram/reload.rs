//! A report that is exchanged while people talk: nothing said about the old one is taken for the new one.

use crate::support::bot_api::{BotApi, Fault};
use crate::support::{LI, Talk, WANG, engine, group_chat, person, phone, private_chat, settings};
use league_bot::engine::{Engine, Topic};
use league_bot::report::{load, load_builtin};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// The report as it was before it was revised: a position that is taken over into the new one leads somewhere.
fn old() -> Arc<Engine> {
    let mut loaded = load_builtin().expect("data");
    loaded.reports[0].title.push_str("（征求意见稿）");
    Arc::new(Engine::load(loaded).expect("word lists"))
}

/// A smaller report of another league.
fn other() -> Arc<Engine> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/qinghe-2023");
    Arc::new(Engine::load(load(&path).expect("data")).expect("word lists"))
}

/// A talk about the old report, and what exchanges it.
async fn talk() -> (Talk, watch::Sender<Arc<Engine>>) {
    let (api, url) = BotApi::start().await;
    let (reload, engines) = watch::channel(old());
    (Talk::over(api, settings(url), engines), reload)
}

/// What a talk without any past is answered, which is not what one with a past is.
async fn without_past(question: &str) -> String {
    let fresh = Talk::start().await;
    let said = phone(&fresh.reply_to(fresh.private(question)).await);
    fresh.reply_to(fresh.private("青马去年培训了多少人")).await;
    assert_ne!(phone(&fresh.reply_to(fresh.private(question)).await), said, "the past counts");
    said
}

#[tokio::test]
async fn a_follow_up_does_not_go_on_with_the_old_report() {
    let (talk, reload) = talk().await;
    talk.reply_to(talk.private("青马去年培训了多少人")).await;
    reload.send_replace(engine());
    let later = talk.reply_to(talk.private("那多少期")).await;
    assert_eq!(phone(&later), without_past("那多少期").await);
}

#[tokio::test]
async fn a_reply_to_an_old_answer_does_not_open_the_old_report() {
    let (talk, reload) = talk().await;
    let answer = talk.reply_to(talk.group("@judge_bot 青马去年培训了多少人")).await;
    reload.send_replace(engine());
    let mut old = crate::support::of_bot(talk.number_of(&answer));
    old["date"] = json!(1_700_000_000);
    let asked = talk.write(
        json!({"chat": group_chat(), "from": person(LI), "text": "那多少期", "reply_to_message": old}),
    );
    assert_eq!(phone(&talk.reply_to(asked).await), without_past("那多少期").await);
}

#[tokio::test]
async fn an_answer_that_was_under_way_is_not_remembered_for_the_new_report() {
    let (talk, reload) = talk().await;
    talk.api.fail("sendMessage", Fault::Slow(Duration::from_millis(400)));
    let asked = talk.private("青马去年培训了多少人");
    tokio::time::sleep(Duration::from_millis(150)).await;
    reload.send_replace(engine());
    talk.reply_to(asked).await;
    assert_eq!(phone(&talk.reply_to(talk.private("那多少期")).await), without_past("那多少期").await);
}

#[tokio::test]
async fn a_button_of_the_old_report_says_so() {
    let (talk, reload) = talk().await;
    let answer = talk.reply_to(talk.private("青马去年培训了多少人")).await;
    reload.send_replace(engine());
    let told = talk.refused_tap(WANG, &answer, "本节").await;
    insta::assert_snapshot!(told, @"报告更新了，这个按钮已失效，请再问一次");
}

#[tokio::test]
async fn a_talk_goes_on_where_the_same_report_is_loaded_again() {
    let (talk, reload) = talk().await;
    talk.reply_to(talk.private("青马去年培训了多少人")).await;
    reload.send_replace(old());
    let later = talk.reply_to(talk.private("那多少期")).await;
    assert!(phone(&later).starts_with("13 期"), "{}", phone(&later));
}

/// A topic of one report, handed to the engine over another one that is smaller.
#[test]
fn an_engine_passes_over_places_that_it_does_not_have() {
    let (old, new) = (engine(), other());
    for figure in 0..old.reports()[0].figures.len() {
        let topic = Topic::of(vec![league_bot::answer::Target::Figure(0, figure)]);
        let foreign = Topic::of(vec![league_bot::answer::Target::Figure(7, figure)]);
        for question in ["那多少期", "多少人", "为什么", "还有呢"] {
            let _ = new.ask(question, &topic);
            let (answer, topic) = new.ask(question, &foreign);
            assert!(
                topic.targets.iter().chain(&topic.shown).all(|it| new.has(*it)),
                "{question}: {answer:?}"
            );
        }
    }
}

#[tokio::test]
async fn a_report_that_comes_in_the_middle_of_a_burst_loses_no_answer() {
    let (talk, reload) = talk().await;
    let ask = |at: i64| {
        let mut chat = private_chat();
        chat["id"] = json!(500 + at % 10);
        let question = if at % 2 == 0 { "青马去年培训了多少人" } else { "那多少期" };
        talk.write(json!({"chat": chat, "from": person(500 + at % 10), "text": question}))
    };
    let ids: Vec<i64> = (0..100).map(ask).collect();
    for at in 0..6 {
        tokio::time::sleep(Duration::from_millis(20)).await;
        reload.send_replace(if at % 2 == 0 { other() } else { old() });
    }
    talk.api.all_confirmed().await;
    let answered: Vec<Value> = talk.api.calls("sendMessage").into_iter().map(|it| it.body).collect();
    assert_eq!(answered.len(), ids.len());
    assert!(answered.iter().all(|it| !it["text"].as_str().unwrap_or_default().contains("抱歉")));
}
