//! Every sentence that only Telegram says, one small function each. The answers themselves are the engine's.
//! Decides nothing: no markup, no figures.

/// Said when a handler failed: nobody is left without a word.
pub(super) fn sorry() -> &'static str {
    "抱歉,这一句没答上来。请再问一次,或换个说法。"
}

/// Said when somebody calls the bot by name and asks nothing.
pub(super) fn here() -> &'static str {
    "在的。想查什么?例如:/ask 青年大学习多少期"
}

/// The last line of an answer that was cut to the length of a message.
pub(super) fn cut() -> &'static str {
    "……(太长,其余从略)"
}

/// Said once to somebody who asks too often.
pub(super) fn too_many() -> &'static str {
    "问得太快啦,请一分钟后再问。"
}

/// Under the bot's name, before the first message.
pub(super) fn short_description() -> &'static str {
    "问年度报告里的数字:多少人、多少场、多少钱,马上答,并告诉你出处。"
}

/// The commands as a private chat shows them.
pub(super) fn commands_in_private() -> &'static [(&'static str, &'static str)] {
    &[("help", "怎么问,举几个例子"), ("list", "报告里有什么"), ("ask", "提问:/ask 后面接问题")]
}

/// The commands as a group shows them.
pub(super) fn commands_in_groups() -> &'static [(&'static str, &'static str)] {
    &[("ask", "提问:/ask 后面接问题"), ("list", "报告里有什么"), ("help", "怎么问,举几个例子")]
}
