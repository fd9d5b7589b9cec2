//! Every sentence that only Telegram says, one small function each. The answers themselves are the engine's.
//! Decides nothing and counts nothing. What only administrators read stands in `words/office.rs`.

mod commands;
mod office;

pub(super) use commands::{commands_in_groups, commands_in_private, commands_of_admins};
pub(super) use office::{State, broken, built_in, kept, not_kept, nothing_kept, refused, reloaded, status};

use crate::answer::{Answer, html};
use crate::report::Report;
use std::time::Duration;

/// Said when a handler failed: nobody is left without a word.
pub(super) fn sorry() -> &'static str {
    "抱歉，这一句没答上来。请再问一次，或换个说法。"
}

/// Said when somebody calls the bot by name and asks nothing; with a question that the loaded report answers.
pub(super) fn here(example: Option<&str>) -> String {
    let example = example.map(|it| format!("例如：/ask {}", html::escape(it)));
    format!("在的。想查什么？{}", example.unwrap_or_default())
}

/// Said in private to a voice message, a sticker, a picture without a word.
pub(super) fn wordless() -> &'static str {
    "我只看得懂文字，请把问题打成字发给我。"
}

/// The last line of an answer that was cut to the length of a message.
pub(super) fn cut() -> &'static str {
    "……（太长，其余从略）"
}

/// Said once to somebody who asks too often.
pub(super) fn too_many() -> &'static str {
    "问得太快啦，请一分钟后再问。"
}

/// Said once where a chat asks faster than Telegram lets the bot answer.
pub(super) fn flooded() -> &'static str {
    "问题来得太快，有几条没顾上，请稍后再问。"
}

/// Above the examples of `/start`, which are buttons.
pub(super) fn welcome(help: &str) -> String {
    format!("{help}\n\n第一步：点下面一个例子，或直接把问题发给我。\n全部内容看 /list，排名看 /top。")
}

/// The one line that says again what was said a moment ago, with a link to it.
pub(super) fn said_before(answer: &Answer, link: &str) -> String {
    let first = answer.lines.first().map(html::line).unwrap_or_default();
    format!("{first} · <a href=\"{}\">刚答过，看这里</a>", html::escape(link))
}

/// What is copied: figures, and the source, which names the year.
pub(super) fn copied(figures: &str, sources: &str) -> String {
    format!("{figures}\n{sources}")
}

/// The league that a chat has chosen.
pub(super) fn home_is(place: &str) -> String {
    format!("没说哪个地方的问题，这里查{}的报告。换一个就发：/home 地名", html::escape(place))
}

/// It was chosen just now.
pub(super) fn home_chosen(place: &str) -> String {
    format!("好，没说哪个地方的问题，这里都查{}的报告。", html::escape(place))
}

/// No league is called so.
pub(super) fn no_such_home(places: &[&str]) -> String {
    let places: Vec<String> = places.iter().map(|it| html::escape(it)).collect();
    format!("没有这个地方的报告。能查的有：{}", places.join("、"))
}

/// Only a group's administrators choose for it.
pub(super) fn home_is_for_admins() -> &'static str {
    "这个群查哪里的报告，由群管理员来定。"
}

/// The button that copies.
pub(super) fn copy() -> &'static str {
    "复制"
}

/// The button that opens the section.
pub(super) fn section() -> &'static str {
    "本节"
}

/// The button that leads back.
pub(super) fn back() -> &'static str {
    "‹ 返回"
}

/// The button of the page before.
pub(super) fn earlier() -> &'static str {
    "« 上一页"
}

/// The button of the page behind.
pub(super) fn later() -> &'static str {
    "下一页 »"
}

/// Which page of how many.
pub(super) fn page(page: usize, pages: usize) -> String {
    format!("<i>第 {page} 页，共 {pages} 页</i>")
}

/// An entry of a list.
pub(super) fn entry(number: usize, name: &str) -> String {
    format!("{number}. {name}")
}

/// A row of a choice.
pub(super) fn choice(name: &str) -> String {
    format!("· {name}")
}

/// A choice, once one comes back to it.
pub(super) fn which(rows: &[String]) -> String {
    format!("想问哪一个？\n{}", rows.join("\n"))
}

/// Above the units to rank by; with one of them as an example.
pub(super) fn which_unit(example: Option<&str>) -> String {
    let example = example.map(|it| format!("也可以直接发：/top {}", html::escape(it)));
    format!("按什么排名？{}", example.unwrap_or_default())
}

/// No two figures are counted alike.
pub(super) fn no_units() -> &'static str {
    "报告里没有可以排名的数"
}

/// No figure is counted so.
pub(super) fn no_such_unit() -> &'static str {
    "报告里没有可以这样排的数。可以按这些排："
}

/// `/number` without a number.
pub(super) fn which_number(example: &str) -> String {
    let example = html::escape(example);
    format!("想查哪个数字？例如：/number {example}")
}

/// `/number` with a number that stands for nothing.
pub(super) fn no_number() -> &'static str {
    "报告里没有这个数字"
}

/// Which reports are loaded, since when, by which version.
pub(super) fn about(reports: &[Report], age: Duration, keeps: bool) -> String {
    let rows = reports.iter().take(ABOUT).map(|it| {
        format!("<b>{}</b>（{} 年）\n来源：{}", html::escape(&it.title), it.year, html::escape(&it.source))
    });
    let rows: Vec<String> = rows.collect();
    let more =
        if reports.len() > ABOUT { format!("\n共 {} 份报告", reports.len()) } else { String::new() };
    let (version, loaded) = (env!("CARGO_PKG_VERSION"), ago(age));
    let promise = if keeps { KEPT } else { "数字照报告原文，不记录提问。" };
    format!("{}{more}\n载入：{loaded}\n版本：league-bot {version}\n{promise}", rows.join("\n"))
}

/// Where the operator has questions kept that find no answer, people are told.
const KEPT: &str = "数字照报告原文。问不到的问题会匿名记下，供整理报告用。";

/// So many reports are named by `/about`.
const ABOUT: usize = 3;

/// How long ago, as people say it.
fn ago(age: Duration) -> String {
    match age.as_secs() / 60 {
        0 => "刚刚".to_owned(),
        minutes @ 1..60 => format!("{minutes} 分钟前"),
        minutes @ 60..2_880 => format!("{} 小时前", minutes / 60),
        minutes => format!("{} 天前", minutes / 1_440),
    }
}

/// Tapped: the button belongs to an older report.
pub(super) fn outdated() -> &'static str {
    "报告更新了，这个按钮已失效，请再问一次"
}

/// Tapped: the message is too old, or not the bot's to change.
pub(super) fn too_old() -> &'static str {
    "这条消息太久了，请再问一次"
}

/// Tapped by somebody else than the one who asked.
pub(super) fn not_yours() -> &'static str {
    "这是别人问的，想看请自己问一句"
}

/// What an inline result counts, and for which initiative.
pub(super) fn counted(figure: &str, initiative: &str) -> String {
    format!("{figure} · {initiative}")
}

/// Inline mode has found nothing: the button that opens the private chat.
pub(super) fn nothing_inline() -> &'static str {
    "没有找到，点这里私聊问我"
}

/// Under the bot's name, before the first message.
pub(super) fn short_description() -> &'static str {
    "问年度报告里的数字：多少人、多少场、多少钱，马上答，并告诉你出处。"
}
