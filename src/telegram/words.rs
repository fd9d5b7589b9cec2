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
