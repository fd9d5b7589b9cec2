//! Every sentence that the terminal says by itself; answers come from the engine.
//! Decides nothing.

/// The first lines of a chat: what can be asked, with an example, and how to leave.
pub(super) fn greeting(report: &str, example: &str) -> String {
    format!("《{report}》里的数字,问我就行。比如:{example}\n(输入 1、2、3 选下面列出的问题,按 Ctrl-D 离开)")
}

/// An example question, where the engine offers none.
pub(super) fn example(label: &str, unit: &str) -> String {
    format!("{label}有多少{unit}?")
}

pub(super) fn too_long() -> &'static str {
    "这句话太长了,请短一点再问。"
}

pub(super) fn not_utf8() -> &'static str {
    "这行文字不是 UTF-8 编码,读不出来。"
}

/// What `check` says when there is nothing to mend.
pub(super) fn all_well(reports: usize, figures: usize, warnings: usize) -> String {
    let warnings = if warnings == 0 { String::new() } else { format!(",有 {warnings} 处请看一下") };
    format!("没有错误:{reports} 份报告,{figures} 个数{warnings}")
}

pub(super) fn to_mend(errors: usize) -> String {
    format!("有 {errors} 处要改")
}
