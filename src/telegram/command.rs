//! Reads commands as people type them: after a blank, full-width, in capitals, followed by a newline or nothing.
//! Knows which bot is meant, not what a command does.

/// A message that begins with a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Command {
    /// Its name in small letters, without the slash.
    pub(super) name: String,
    /// The bot that it names, in small letters.
    pub(super) bot: Option<String>,
    /// What follows it.
    pub(super) rest: String,
}

/// The command that a text begins with.
pub(super) fn parse(text: &str) -> Option<Command> {
    let text = trim(text);
    let text = text.strip_prefix('/').or_else(|| text.strip_prefix('／'))?;
    let (name, text) = word(text);
    let (bot, text) = match text.strip_prefix('@').or_else(|| text.strip_prefix('＠')) {
        Some(text) => {
            let (bot, text) = word(text);
            (Some(bot), text)
        }
        None => (None, text),
    };
    // "/home/x" is a path, "/" alone is nothing.
    let is_command = !name.is_empty() && !text.starts_with(['/', '／']);
    is_command.then(|| Command { name, bot, rest: trim(text).to_owned() })
}

/// Without blanks and invisible characters at either end.
pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(|it: char| it.is_whitespace() || matches!(it, '\u{200b}'..='\u{200f}' | '\u{feff}'))
}

/// Letters, digits and `_` at the start, made small and narrow, and what follows.
fn word(text: &str) -> (String, &str) {
    let is_part = |it: char| narrow(it).is_ascii_alphanumeric() || narrow(it) == '_';
    let rest = text.trim_start_matches(is_part);
    let word = text.chars().take_while(|it| is_part(*it));
    (word.map(|it| narrow(it).to_ascii_lowercase()).collect(), rest)
}

/// The narrow form of a full-width letter.
fn narrow(letter: char) -> char {
    match letter {
        '！'..='～' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(&str, Option<&str>, &str)>) {
        let found = parse(text);
        let found = found.as_ref().map(|it| (it.name.as_str(), it.bot.as_deref(), it.rest.as_str()));
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn commands_as_people_type_them() {
        check("/ask 青马", Some(("ask", None, "青马")));
        check("/ask\n青马", Some(("ask", None, "青马")));
        check("/ask\u{3000}青马", Some(("ask", None, "青马")));
        check("/ask青马", Some(("ask", None, "青马")));
        check("  /ASK 青马 ", Some(("ask", None, "青马")));
        check("／ａｓｋ 青马", Some(("ask", None, "青马")));
        check("/ask@Judge_Bot 青马", Some(("ask", Some("judge_bot"), "青马")));
        check("/ask＠judge_bot", Some(("ask", Some("judge_bot"), "")));
        check("\u{200b}/help", Some(("help", None, "")));
    }

    #[test]
    fn what_is_no_command() {
        check("", None);
        check("/", None);
        check("/青马", None);
        check("/home/x", None);
        check("青马 /ask", None);
    }
}
