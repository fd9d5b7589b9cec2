//! What administrators read: the bot's state, what became of a reload, the questions without an answer.
//! Counts nothing itself.

use super::ago;
use crate::answer::{Kind, html};
use crate::operations::Kept;
use crate::report::Report;
use std::time::Duration;

/// So many problems are told at once; the log has all.
const PROBLEMS: usize = 8;
/// A problem is cut to so many characters, so that all fit into a message.
const LONGEST: usize = 300;

/// What `/status` tells.
pub(in crate::telegram) struct State<'a> {
    pub(in crate::telegram) reports: &'a [Report],
    /// Since the reports were loaded, and since the start.
    pub(in crate::telegram) ages: (Duration, Duration),
    pub(in crate::telegram) reload_failures: u64,
    /// Questions by the kind of their answer, without those that nobody asked.
    pub(in crate::telegram) questions: Vec<(Kind, u64)>,
    pub(in crate::telegram) unanswered: u64,
    pub(in crate::telegram) keeps: bool,
    pub(in crate::telegram) queue: i64,
    pub(in crate::telegram) retries: u64,
    pub(in crate::telegram) dropped: u64,
}

/// The bot's state, line by line.
pub(in crate::telegram) fn status(state: &State<'_>) -> String {
    let (version, (loaded, started)) = (env!("CARGO_PKG_VERSION"), state.ages);
    let all: u64 = state.questions.iter().map(|it| it.1).sum();
    let kinds = state.questions.iter().map(|(kind, count)| format!("{} {count}", named(*kind)));
    let kinds = match kinds.collect::<Vec<_>>().join("，") {
        none if none.is_empty() => none,
        some => format!("（{some}）"),
    };
    let failed = match state.reload_failures {
        0 => String::new(),
        times => format!("，没能载入 {times} 次"),
    };
    let kept = if state.keeps { "有记录，见 /unanswered" } else { "只计数" };
    format!(
        "<b>league-bot {version}</b>\n启动：{}\n{}\n载入：{}{}\n\
         提问：{all}{kinds}\n没答上：{}（{kept}）\n排队：{} · 重发：{} · 丢弃：{}",
        ago(started),
        titles(state.reports),
        ago(loaded),
        failed,
        state.unanswered,
        state.queue,
        state.retries,
        state.dropped
    )
}

/// The data was loaded anew.
pub(in crate::telegram) fn reloaded(reports: &[Report]) -> String {
    format!("已重新载入\n{}", titles(reports))
}

/// There is nothing to load anew.
pub(in crate::telegram) fn built_in() -> &'static str {
    "用的是内置报告，没有可以重新载入的文件。"
}

/// The data cannot be used: what is wrong.
pub(in crate::telegram) fn refused(problems: &[String]) -> String {
    let cut = |it: &String| html::escape(&it.chars().take(LONGEST).collect::<String>());
    let mut lines: Vec<String> = problems.iter().take(PROBLEMS).map(cut).collect();
    if problems.len() > PROBLEMS {
        lines.push(format!("……共 {} 处，全部在日志里", problems.len()));
    }
    format!("没有载入，仍用原来的报告：\n{}", lines.join("\n"))
}

/// The program broke over the data.
pub(in crate::telegram) fn broken() -> &'static str {
    "没有载入，仍用原来的报告：程序出错，请看日志。"
}

/// Questions without an answer.
pub(in crate::telegram) fn kept(questions: &[Kept]) -> String {
    let said = |it: &Kept| if it.kind == Kind::Absent.name() { "没写这个数" } else { "没找到" };
    let row = |it: &Kept| format!("{} {}({})", it.day, html::escape(&it.question), said(it));
    format!("最近没答上来的问题：\n{}", questions.iter().map(row).collect::<Vec<_>>().join("\n"))
}

/// None so far.
pub(in crate::telegram) fn nothing_kept() -> &'static str {
    "还没有记下答不上来的问题。"
}

/// They are only counted.
pub(in crate::telegram) fn not_kept(count: u64) -> String {
    format!("没有记录，只计数：{count} 个。要记录，启动时加上 --unanswered-file。")
}

fn titles(reports: &[Report]) -> String {
    let title = |it: &Report| format!("报告：{}（{} 年）", html::escape(&it.title), it.year);
    let mut titles: Vec<String> = reports.iter().take(super::ABOUT).map(title).collect();
    if reports.len() > super::ABOUT {
        titles.push(format!("共 {} 份报告", reports.len()));
    }
    titles.join("\n")
}

fn named(kind: Kind) -> &'static str {
    match kind {
        Kind::Figure => "数字",
        Kind::Initiative => "工作",
        Kind::List => "列表",
        Kind::Compare => "比较",
        Kind::Rank => "排名",
        Kind::Number => "查数",
        Kind::Choose => "请选",
        Kind::Absent => "没写",
        Kind::Unknown => "没有",
        Kind::Help => "帮助",
    }
}
