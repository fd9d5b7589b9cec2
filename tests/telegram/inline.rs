//! Inline mode: figures for a few letters, in any chat.

use crate::support::{Talk, WANG, engine, person, phone};
use serde_json::{Value, json};

async fn typed(talk: &Talk, text: &str) -> Value {
    let id = format!("q{}", talk.api.message_id());
    talk.api.push("inline_query", json!({"id": id, "from": person(WANG), "query": text, "offset": ""}));
    let call = talk.api.wait_for("results", |it| it.body["inline_query_id"] == id.as_str()).await;
    assert_eq!((call.method.as_str(), call.refusal.as_str()), ("answerInlineQuery", ""));
    call.body
}

fn titles(results: &Value) -> String {
    let rows = results["results"].as_array().cloned().unwrap_or_default();
    let row = |it: &Value| it["title"].as_str().unwrap_or_default().to_owned();
    rows.iter().map(row).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn a_name_shows_its_figures_first() {
    let talk = Talk::start().await;
    let body = typed(&talk, "青马").await;
    insta::assert_snapshot!(titles(&body), @"
    团的骨干队伍不断巩固增强
    35 名
    13 期
    1269 人
    ");
    assert_eq!(body["cache_time"], 60);
    insta::assert_snapshot!(body["results"][3]["description"].as_str().unwrap_or_default(), @"青马工程培训覆盖青年 · 团的骨干队伍不断巩固增强");
    let first = &body["results"][0];
    assert_eq!(first["input_message_content"]["parse_mode"], "HTML");
    insta::assert_snapshot!(first["description"].as_str().unwrap_or_default(), @"送团干部外出受训，自办青马培训，经验获团刊推介。");
    insta::assert_snapshot!(first["input_message_content"]["message_text"].as_str().unwrap_or_default(), @r#"
    <b>团的骨干队伍不断巩固增强</b>
    送团干部外出受训，自办青马培训，经验获团刊推介。
    <b>35 名</b> · 参加上级培训的团干部
    <b>13 期</b> · 举办的青马工程培训班
    <b>1269 人</b> · 青马工程培训覆盖青年
    青马经验文章：《创新“选育管用”机制 打造青马工程2.0》
    青马经验报道媒体：《中国共青团》
    团干部外出培训主办方：团中央、团省委
    <a href="https://t.me/judge_bot?start=backbone"><i>出处：2024 年报告·第四部分·一·团的骨干队伍不断巩固增强</i></a>
    "#);
}

#[tokio::test]
async fn letters_sounds_and_beginnings_find_too() {
    let talk = Talk::start().await;
    for text in ["qm", "tbjh", "童", "同伴计划", "理论宣", "li lun xuan jiang"] {
        assert_ne!(titles(&typed(&talk, text).await), "", "{text}");
    }
}

#[tokio::test]
async fn an_empty_query_shows_highlights_and_no_match_leads_to_the_private_chat() {
    let talk = Talk::start().await;
    let body = typed(&talk, " ").await;
    let shown = body["results"].as_array().map_or(0, Vec::len);
    assert!((5..=20).contains(&shown), "{shown}");
    let body = typed(&talk, "zzzzqqqq").await;
    assert_eq!(body["results"], json!([]));
    insta::assert_snapshot!(body["button"], @r#"{"start_parameter":"inline","text":"没有找到，点这里私聊问我"}"#);
    let opened = talk.reply_to(talk.private("/start inline")).await;
    assert!(phone(&opened).contains("第一步"), "{}", phone(&opened));
}

#[tokio::test]
async fn every_place_can_be_found_and_sent() {
    let (talk, engine) = (Talk::start().await, engine());
    let report = &engine.reports()[0];
    for at in 0..report.figures.len() {
        let label = &report.figures[at].label;
        let body = typed(&talk, label).await;
        let rows = body["results"].as_array().cloned().unwrap_or_default();
        let shows =
            |it: &&Value| it["description"].as_str().is_some_and(|it| it.starts_with(&format!("{label} · ")));
        let row = rows.iter().find(shows).unwrap_or_else(|| panic!("{label} is not in {}", titles(&body)));
        let title = row["title"].as_str().unwrap_or_default();
        assert!(title.ends_with(&report.figures[at].unit), "{label}: {title}");
        let text = row["input_message_content"]["message_text"].as_str().unwrap_or_default();
        assert!(text.starts_with(&format!("<b>{title}</b> · ")), "{label}: {text}");
    }
}

#[tokio::test]
async fn no_more_than_twenty_and_no_result_twice() {
    let talk = Talk::start().await;
    for text in ["青", "青年", "多少场", "人", "a", "1", "的", &"青年".repeat(100)] {
        let body = typed(&talk, text).await;
        let ids: Vec<&Value> = body["results"].as_array().into_iter().flatten().map(|it| &it["id"]).collect();
        let different: std::collections::HashSet<String> = ids.iter().map(|it| it.to_string()).collect();
        assert!(ids.len() <= 20 && different.len() == ids.len(), "{text}: {ids:?}");
    }
}
