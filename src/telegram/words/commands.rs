//! The commands as Telegram shows them, each with a word on what it does.
//! What they do is decided elsewhere.

type Commands = &'static [(&'static str, &'static str)];

/// The commands as a private chat shows them.
pub(in crate::telegram) fn commands_in_private() -> Commands {
    &[
        ("help", "怎么问，举几个例子"),
        ("list", "报告里有什么"),
        ("top", "排名：/top 场、/top 人"),
        ("number", "一个数字指什么"),
        ("about", "数据来源、年份、版本"),
        ("home", "这里查哪个地方的报告"),
        ("ask", "提问：/ask 后面接问题"),
    ]
}

/// The commands as a group shows them.
pub(in crate::telegram) fn commands_in_groups() -> Commands {
    &[
        ("ask", "提问：/ask 后面接问题"),
        ("list", "报告里有什么"),
        ("top", "排名：/top 场、/top 人"),
        ("number", "一个数字指什么"),
        ("help", "怎么问，举几个例子"),
        ("about", "数据来源、年份、版本"),
        ("home", "这里查哪个地方的报告"),
    ]
}

/// The commands as the private chat of an administrator shows them.
pub(in crate::telegram) fn commands_of_admins() -> Vec<(&'static str, &'static str)> {
    let more = [("status", "运行情况"), ("reload", "重新载入报告数据"), ("unanswered", "没答上来的问题")];
    commands_in_private().iter().copied().chain(more).collect()
}
