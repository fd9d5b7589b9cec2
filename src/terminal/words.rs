//! Every sentence that the terminal says by itself; answers come from the engine.
//! Decides nothing.

use crate::draft::Found;
use std::io::{self, ErrorKind};
use std::path::Path;

/// The first lines of a chat: what can be asked, with an example, and how to leave.
pub(super) fn greeting(report: &str, example: &str) -> String {
    format!(
        "《{report}》里的数字，问我就行。比如：{example}\n（输入 1、2、3 选下面列出的问题，按 Ctrl-D 离开）"
    )
}

/// An example question, where the engine offers none.
pub(super) fn example(label: &str, unit: &str) -> String {
    format!("{label}有多少{unit}？")
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
