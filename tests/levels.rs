//! Reports of one, two and three levels of headings, without identifiers, with any identifiers, with periods: how they answer.
//! What is wrong with data is tried in `check.rs`.
#![expect(clippy::unwrap_used, reason = "a test may stop where something is not as it was made")]

mod binary;

use binary::{folder, run};
use league_bot::report::{Report, load};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn initiatives() -> Value {
    json!([
        {"title": "办好青年夜校", "description": "晚上开课。", "figures": [
            {"label": "夜校开课", "value": "46", "unit": "期", "printed": "46期", "nature": "flow"},
            {"label": "夜校学员", "value": "1200", "unit": "人次", "qualifiers": ["余"], "printed": "1200余人次",
             "nature": "stock", "period": "五年来"}]},
        {"title": "守护母亲河", "description": "沿河捡拾垃圾。", "figures": [
            {"label": "护河行动", "value": "18", "unit": "场", "printed": "18场", "nature": "flow"},
            {"label": "话题阅读量", "value": "百万", "unit": "", "qualifiers": ["破"], "printed": "破百万", "nature": "flow"}]}
    ])
}

/// A report whose initiatives stand below these levels, in a folder of its own.
fn report(name: &str, levels: Value) -> PathBuf {
    let mut report = json!({"title": "云溪县工作盘点", "year": 2023, "body": {"name": "共青团云溪县委"},
        "place": {"name": "云溪", "aliases": ["云溪县"], "contains": ["青山镇"]}, "source": "虚构"});
    report.as_object_mut().unwrap().extend(levels.as_object().unwrap().clone());
    let path = folder(name).join("report.json");
    fs::write(&path, serde_json::to_string_pretty(&report).unwrap()).unwrap();
    path
}

fn rows() -> Vec<(&'static str, PathBuf, &'static str)> {
    let section = || json!([{"title": "青年成长", "initiatives": initiatives()}]);
    vec![
        (
            "three",
            report("three", json!({"parts": [{"title": "服务青年", "sections": section()}]})),
            "出处：2023 年报告·第一部分·一·",
        ),
        (
            "part",
            report("part", json!({"parts": [{"title": "服务青年", "initiatives": initiatives()}]})),
            "出处：2023 年报告·第一部分·",
        ),
        ("section", report("section", json!({"sections": section()})), "出处：2023 年报告·第一节·"),
        ("flat", report("flat", json!({"initiatives": initiatives()})), "出处：2023 年报告·"),
    ]
}

fn ask(path: &Path, question: &str) -> String {
    let ended = run(&["ask", question, "--data", path.to_str().unwrap()], b"");
    assert_eq!(ended.err, "");
    ended.out
}

fn loaded(path: &Path) -> Report {
    load(path).unwrap().reports.remove(0)
}

#[test]
fn every_form_of_headings_answers_with_the_headings_that_it_has() {
    for (name, path, source) in rows() {
        let ended = run(&["check", path.to_str().unwrap()], b"");
        assert_eq!((ended.code, ended.err.as_str()), (0, ""), "{name}: {}", ended.out);
        let answer = ask(&path, "护河行动几场");
        assert!(answer.starts_with("18 场 · 护河行动\n"), "{name}: {answer}");
        assert!(answer.contains(&format!("\n{source}守护母亲河")), "{name}: {answer}");
        let outline = ask(&path, "这份报告有哪些内容");
        let first = if name == "three" || name == "part" { "服务青年" } else { "青年成长" };
        let first = if name == "flat" { "办好青年夜校" } else { first };
        assert!(outline.contains(&format!("· {first}")), "{name}: {outline}");
        assert!(ask(&path, "青山镇办了几期夜校").contains("云溪全县"), "{name}");
    }
}

#[test]
fn a_report_has_one_kind_of_headings() {
    let two = report(
        "two-levels",
        json!({"sections": [], "parts": [{"title": "服务青年", "sections": [
        {"title": "青年成长", "initiatives": initiatives()}], "initiatives": initiatives()}]}),
    );
    let ended = run(&["check", two.to_str().unwrap()], b"");
    assert!(ended.code == 1 && ended.out.contains("sections、initiatives 只能写一种"), "{}", ended.out);
    let none = report("no-level", json!({"parts": []}));
    let ended = run(&["check", none.to_str().unwrap()], b"");
    assert!(
        ended.code == 1 && ended.out.contains("请写上 parts、sections、initiatives 其中一种"),
        "{}",
        ended.out
    );
}

#[test]
fn identifiers_are_made_from_the_texts_and_stay_in_another_order() {
    let first = loaded(&report("made", json!({"initiatives": initiatives()})));
    let mut turned = initiatives();
    turned.as_array_mut().unwrap().reverse();
    let second = loaded(&report("made-turned", json!({"initiatives": turned})));
    let ids = |report: &Report| -> Vec<String> { report.figures.iter().map(|it| it.id.clone()).collect() };
    assert_eq!(first.id, "gong-qing-tuan-yun-xi-xian-wei-2023");
    assert_eq!(ids(&first), ["ye-xiao-kai-ke", "ye-xiao-xue-yuan", "hu-he-xing-dong", "hua-ti-yue-du-liang"]);
    let (mut one, mut other) = (ids(&first), ids(&second));
    one.sort();
    other.sort();
    assert_eq!(one, other);
}

#[test]
fn any_identifier_is_given_back_as_it_was_typed() {
    let mut typed = initiatives();
    typed[1]["figures"][0]["id"] = json!("护河 1/2：“甲”");
    let path = report("typed", json!({"initiatives": typed}));
    let line = "{\"id\": 1, \"question\": \"护河行动几场\"}\n";
    let ended = run(&["ask", "--jsonl", "--data", path.to_str().unwrap()], line.as_bytes());
    let answer: Value = serde_json::from_str(&ended.out).unwrap();
    assert_eq!(answer["answers"][0]["figure"]["id"], "护河 1/2：“甲”");
    assert_eq!(
        (&answer["answers"][0]["initiative"]["part"], &answer["answers"][0]["initiative"]["section"]),
        (&json!(""), &json!(""))
    );
    let link = &loaded(&path).figures[2].link;
    assert!(link.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-'), "{link}");
}

#[test]
fn a_figure_of_several_years_shows_them_and_does_not_answer_one_year() {
    let path = report("period", json!({"initiatives": initiatives()}));
    let shown = "1200余 人次 · 夜校学员（五年来）";
    assert!(ask(&path, "夜校学员多少人次").starts_with(shown), "{}", ask(&path, "夜校学员多少人次"));
    assert!(ask(&path, "近五年夜校学员多少人次").starts_with(shown));
    for question in ["2023年夜校学员多少人次", "近三年夜校学员多少人次"] {
        let answer = ask(&path, question);
        assert!(!answer.starts_with("1200"), "{question}: {answer}");
    }
    assert!(ask(&path, "2023年夜校开课几期").starts_with("46 期"));
}

#[test]
fn a_figure_without_a_unit_is_shown_as_it_is_printed() {
    let path = report("unitless", json!({"initiatives": initiatives()}));
    assert!(
        ask(&path, "话题阅读量多少").starts_with("破百万 · 话题阅读量\n"),
        "{}",
        ask(&path, "话题阅读量多少")
    );
}
