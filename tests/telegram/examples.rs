//! What the bot proposes is of the report that is loaded, and leads to an answer.

use crate::support::bot_api::{BotApi, Call};
use crate::support::{Talk, engine, phone, settings};
use league_bot::engine::Engine;
use league_bot::report::load;
use std::path::Path;
use std::sync::Arc;
use tokio::sync::watch;

fn other(report: &str) -> Arc<Engine> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(report);
    Arc::new(Engine::load(load(&path).expect("data")).expect("word lists"))
}

async fn over(engine: Arc<Engine>) -> Talk {
    let (api, url) = BotApi::start().await;
    Talk::over(api, settings(url), watch::channel(engine).1)
}

async fn private(talk: &Talk, text: &str) -> String {
    let call: Call = talk.reply_to(talk.private(text)).await;
    phone(&call)
}

fn tells_a_figure(said: &str) -> bool {
    let first = said.lines().next().unwrap_or_default();
    first.split_once(" · ").is_some_and(|it| it.0.contains(|it: char| it.is_ascii_digit()))
}

#[tokio::test]
async fn what_the_bot_proposes_is_answered_whatever_report_is_loaded() {
    for engine in [engine(), other("qinghe-2023"), other("small")] {
        let talk = over(Arc::clone(&engine)).await;
        for (asked, before) in
            [("团团", "例如："), ("/ask", "例如："), ("/number", "例如："), ("/top", "直接发：")]
        {
            let said = private(&talk, asked).await;
            let Some((_, example)) = said.lines().next().and_then(|it| it.split_once(before)) else {
                assert_eq!((asked, engine.units().len()), ("/top", 0), "{said}");
                insta::assert_snapshot!(said, @"报告里没有可以排名的数");
                insta::assert_snapshot!(private(&talk, "/top 期").await, @"报告里没有可以排名的数");
                continue;
            };
            let answer = private(&talk, example).await;
            assert!(tells_a_figure(&answer), "{asked}: {example}\n{answer}");
        }
    }
}

#[tokio::test]
async fn every_example_of_the_help_is_answered() {
    let talk = Talk::start().await;
    let help = private(&talk, "/help").await;
    let examples: Vec<&str> = help.lines().filter_map(|it| it.strip_prefix("· ")).collect();
    assert_eq!(examples.len(), 3, "{help}");
    for example in examples {
        let answer = private(&talk, example).await;
        assert!(tells_a_figure(&answer), "{example}\n{answer}");
    }
}

#[tokio::test]
async fn who_is_only_called_is_shown_an_example() {
    let talk = Talk::start().await;
    let called = talk.reply_to(talk.group("团团")).await;
    insta::assert_snapshot!(phone(&called), @"在的。想查什么？例如：/ask 重点项目青年突击队有多少支");
}
