//! Every sentence that the terminal says by itself; answers come from the engine.
//! Decides nothing.

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
