//! Every place of the report behind its link: opened, short enough for a phone, its source shared by a link again.

use crate::support::bot_api::{BotApi, Call};
use crate::support::{Talk, WANG, engine, person, phone, private_chat, settings};
use league_bot::answer::Target;
use league_bot::telegram::Settings;
use serde_json::{Value, json};

/// What a bubble holds in one line, in halves of a Chinese character, and what a phone shows beside the keyboard.
const LINE: usize = 36;
const SCREEN: usize = 20;
/// A quotation that is folded shows its beginning.
const FOLDED: usize = 3;

/// A bot that nobody asks too often.
async fn patient() -> Talk {
    let (api, url) = BotApi::start().await;
    Talk::with(api, Settings { per_minute_in_private: 100_000, ..settings(url) })
}

/// Every figure and every initiative.
fn places() -> Vec<Target> {
    let count = |it: &league_bot::report::Report| (it.figures.len(), it.initiatives.len());
    let (figures, initiatives) = count(&engine().reports()[0]);
    let figures = (0..figures).map(|at| Target::Figure(0, at));
    figures.chain((0..initiatives).map(|at| Target::Initiative(0, at))).collect()
}

/// How many lines a phone needs for what is shown before anything is unfolded.
fn lines_on_a_phone(call: &Call) -> usize {
    let html = call.body["text"].as_str().unwrap_or_default();
    let (before, folded) = html.split_once("<blockquote expandable>").unwrap_or((html, ""));
    let after = folded.split_once("</blockquote>").map_or("", |it| it.1);
    let mut shown = call.clone();
    shown.body["text"] = json!(format!("{before}\n{after}"));
    let width = |line: &str| line.chars().map(|it| if it.is_ascii() { 1 } else { 2 }).sum::<usize>();
    let wrapped = phone(&shown).lines().map(|it| width(it).div_ceil(LINE).max(1)).sum::<usize>();
    wrapped + if folded.is_empty() { 0 } else { FOLDED }
}

/// What the button that copies puts into the clipboard.
fn copied(call: &Call) -> String {
    let rows = call.body["reply_markup"]["inline_keyboard"].as_array();
    let mut buttons = rows.into_iter().flatten().filter_map(Value::as_array).flatten();
    buttons.find_map(|it| it["copy_text"]["text"].as_str()).unwrap_or_default().to_owned()
}

/// The addresses of a message, in their order.
fn links(call: &Call) -> Vec<String> {
    let html = call.body["text"].as_str().unwrap_or_default();
    html.split("<a href=\"").skip(1).filter_map(|it| Some(it.split_once('"')?.0.to_owned())).collect()
}

#[tokio::test]
async fn a_link_opens_every_place_and_its_answer_can_be_shared() {
    let (talk, engine) = (patient().await, engine());
    for place in places() {
        let id = engine.id_of(place);
        let reply = talk.reply_to(talk.private(&format!("/start {id}"))).await;
        let first = phone(&reply).lines().next().unwrap_or_default().to_owned();
        assert!(first.contains(engine.name_of(place)), "{id}: {first}");
        if let Target::Figure(_, at) = place {
            let figure = &engine.reports()[0].figures[at];
            assert!(first.contains(&format!("{} · ", figure.unit)), "{id}: {first}");
            assert!(first.contains(figure.printed.trim_end_matches(&figure.unit)), "{id}: {first}");
        }
        assert_eq!(links(&reply), [format!("https://t.me/judge_bot?start={id}")]);
        if let Target::Figure(..) = place {
            let source = phone(&reply).lines().find(|it| it.starts_with("出处")).map(str::to_owned);
            assert_eq!(copied(&reply), format!("{first}\n{}", source.unwrap_or_default()));
        }
    }
}

#[tokio::test]
async fn no_place_needs_more_than_a_screen() {
    let talk = patient().await;
    for place in places() {
        let id = engine().id_of(place);
        let reply = talk.reply_to(talk.private(&format!("/start {id}"))).await;
        let lines = lines_on_a_phone(&reply);
        assert!(lines <= SCREEN, "{id} needs {lines} lines:\n{}", phone(&reply));
    }
    for unit in engine().units() {
        let reply = talk.reply_to(talk.private(&format!("/top {unit}"))).await;
        assert!(lines_on_a_phone(&reply) <= SCREEN, "{}", phone(&reply));
    }
}

/// What people asked, a line each.
const ASKED: [&str; 2] = [
    include_str!("../../seeds/leshan-2024/questions.jsonl"),
    include_str!("../../seeds/leshan-2024/later/questions.jsonl"),
];

/// Every third question that can be sent: Telegram sends no blanks.
fn asked() -> Vec<String> {
    let rows = ASKED.iter().flat_map(|it| it.lines());
    let question = |it: &str| {
        let row: Value = serde_json::from_str(it).ok()?;
        // What is held out is read by nobody, not even where a test fails.
        (row["set"] == "open").then(|| row["q"].as_str().map(str::to_owned))?
    };
    rows.filter_map(question).filter(|it| !it.trim().is_empty()).step_by(3).collect()
}

/// True for "339 场 · 面对面理论宣讲活动".
fn tells_a_figure(line: &str) -> bool {
    line.split_once(" · ").is_some_and(|it| it.0.contains(|it: char| it.is_ascii_digit()))
}

#[tokio::test]
async fn every_answer_fits_the_screen_tells_its_figure_first_and_links_its_sources() {
    let (mut talk, engine) = (patient().await, engine());
    let is_title = |line: &str| engine.reports()[0].initiatives.iter().any(|it| it.name.name == line);
    assert!(asked().len() > 300, "{}", asked().len());
    for (at, question) in asked().iter().enumerate() {
        if at % 100 == 0 {
            // The server looks through all calls for each reply: a new one is quicker.
            talk = patient().await;
        }
        // Each in a chat of its own: no answer waits for another's.
        let mut chat = private_chat();
        chat["id"] = json!(100_000 + at);
        let asked = talk.write(json!({"chat": chat, "from": person(WANG), "text": question}));
        let reply = talk.reply_to(asked).await;
        let shown = phone(&reply);
        assert!(lines_on_a_phone(&reply) <= SCREEN, "{question}: {shown}");
        let first = shown.lines().next().unwrap_or_default();
        let has_figure = shown.lines().any(tells_a_figure);
        // A no says so first; the figures below it are what comes nearest.
        let is_no = ["报告没有", "没看懂", "报告提到", "这不在", "「"].iter().any(|it| first.starts_with(it));
        assert!(!has_figure || tells_a_figure(first) || is_title(first) || is_no, "{question}: {shown}");
        let sources = shown.lines().filter(|it| it.starts_with("出处")).count();
        assert_eq!(links(&reply).len(), sources, "{question}: {shown}");
    }
}
