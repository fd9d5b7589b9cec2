//! Every sentence that the terminal says by itself; answers come from the engine.
//! Decides nothing.

use crate::draft::Found;
use std::io::{self, ErrorKind};
use std::path::Path;

/// The first lines of a chat: what can be asked, with an example, and how to leave.
pub(super) fn greeting(report: &str, example: &str) -> String {
    format!(
        "《{report}》里的数字，问我就行。比如：{example}\n（输入 1、2、3 选列出的，“帮助”看怎么问，“退出”离开）"
    )
}

/// An example question, where the engine offers none.
pub(super) fn example(label: &str, unit: &str) -> String {
    format!("{label}有多少{unit}？")
}

/// Said at Ctrl-C.
pub(super) fn how_to_leave() -> &'static str {
    "（要离开，输入“退出”，或按 Ctrl-D）"
}

/// Said to a greeting.
pub(super) fn greets() -> &'static str {
    "你好，想查报告里的哪个数，直接问就行。"
}

/// A command that there is not.
pub(super) fn no_such_command(name: &str) -> String {
    format!("没有“/{name}”这个命令，输入“帮助”看能怎么问。")
}

/// Nothing was shown before.
pub(super) fn nothing_before() -> &'static str {
    "前面没有了，输入“目录”从头看。"
}

/// There is no more of a list.
pub(super) fn no_more() -> &'static str {
    "没有更多了，输入“目录”看全部内容。"
}

/// There is more of a list.
pub(super) fn more_waits() -> &'static str {
    "（没列完，输入“更多”接着看）"
}

/// What is meant was taken from what the talk is about.
pub(super) fn carried(name: &str) -> String {
    format!("（没说是哪一项，按刚才的「{name}」来答）")
}

// Ranks and numbers

pub(super) fn which_unit() -> &'static str {
    "按什么排名？"
}

pub(super) fn no_such_unit() -> &'static str {
    "报告里没有可以这样排的数。可以按这些排："
}

pub(super) fn no_units() -> &'static str {
    "报告里没有可以排名的数"
}

/// `/number` with a number that stands for nothing, or without one.
pub(super) fn no_number(number: &str) -> String {
    if number.is_empty() {
        "想查哪个数字？写在 /number 后面。".to_owned()
    } else {
        format!("报告里没有 {number} 这个数")
    }
}

// Help

/// Before further ways to ask.
pub(super) fn more_ways() -> &'static str {
    "还可以："
}

pub(super) fn way_on(first: &str, next: &str) -> String {
    format!("· 追问：问完“{first}”，接着问“{next}”")
}

pub(super) fn way_to_rank(unit: &str) -> String {
    format!("· 排名：/top {unit}")
}

pub(super) fn way_to_add(question: &str) -> String {
    format!("· 相加：{question}")
}

pub(super) fn way_of_numbers(question: &str) -> String {
    format!("· 查数字：{question}")
}

pub(super) fn way_about() -> &'static str {
    "· 翻看：“目录”从头看，“更多”往下看，“返回”回到上一屏，“退出”离开"
}

/// A question that goes on from another one.
pub(super) fn what_of(label: &str) -> String {
    format!("那{label}呢")
}

/// A question for what is loaded.
pub(super) fn which_reports() -> &'static str {
    "有哪些报告"
}

/// A question for two figures together.
pub(super) fn together(a: &str, b: &str, unit: &str) -> String {
    format!("{a}和{b}一共多少{unit}")
}

/// A question for what a number stands for.
pub(super) fn what_is(number: &str) -> String {
    format!("{number}是什么")
}

pub(super) fn too_long() -> &'static str {
    "这句话太长了，请短一点再问。"
}

pub(super) fn not_utf8() -> &'static str {
    "这行文字不是 UTF-8 编码，读不出来。"
}

/// The same at a keyboard: the terminal is set to another encoding.
pub(super) fn not_utf8_typed() -> &'static str {
    "刚才输入的不是 UTF-8 编码，读不出来。请把终端的编码改成 UTF-8 再输入。"
}

/// What `check` says when there is nothing to mend.
pub(super) fn all_well(reports: usize, figures: usize) -> String {
    format!("没有错误：{reports} 份报告，{figures} 个数")
}

pub(super) fn to_mend(errors: usize) -> String {
    format!("要改 {errors} 处")
}

/// What stands behind either: hints, and what the data itself marks as not yet looked at.
pub(super) fn hints_and_marks(hints: usize, marks: usize) -> String {
    format!("；提示 {hints} 处，待核 {marks} 处")
}

// Drafts

/// What a draft holds, and where it was written.
pub(super) fn drafted(found: &Found, folder: &Path) -> String {
    let levels = match (found.parts, found.sections) {
        (0, 0) => String::new(),
        (0, sections) => format!("{sections} 个小节、"),
        (parts, sections) => format!("{parts} 个部分、{sections} 个小节、"),
    };
    let head = format!("《{}》（{}，{} 年）", found.title, found.body, found.year);
    let counts = format!("{levels}{} 条举措、{} 个数", found.initiatives, found.figures);
    let waived = format!("另有 {} 处数字不算成绩，原因见 ledger.tsv", found.waived);
    format!("{head}\n{counts}；{waived}。\n已写到 {}", folder.display())
}

pub(super) fn to_review(count: usize) -> String {
    format!("待核 {count} 处（不改也能用）：")
}

pub(super) fn next_steps(folder: &Path, source: &Path) -> String {
    let (folder, source) = (folder.display(), source.display());
    format!("核对：league-bot check {folder} --source {source}\n试问：league-bot --data {folder}")
}

pub(super) fn report_is_there(folder: &Path) -> String {
    let folder = folder.display();
    format!("{folder} 里已经有 report.json，没有覆盖；要重做请加 --force，或用 -o 换一个文件夹。")
}

pub(super) fn source_is_folder(path: &Path) -> String {
    format!("{} 是文件夹，请写明是里面的哪个文件。", path.display())
}

pub(super) fn source_unreadable(path: &Path, error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => format!("找不到文件 {}，请检查路径有没有写错。", path.display()),
        ErrorKind::PermissionDenied => format!("没有权限读 {}，请检查权限，或换一个文件。", path.display()),
        _ => format!("读不了 {}（{error}），请换一个文件。", path.display()),
    }
}

pub(super) fn draft_unwritable(folder: &Path, error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::PermissionDenied => format!("没有权限写 {}，请用 -o 换一个文件夹。", folder.display()),
        _ => format!("写不了 {}（{error}），请用 -o 换一个文件夹。", folder.display()),
    }
}
