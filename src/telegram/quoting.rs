//! What is asked by a message that quotes: the part of another message that its writer selected, or that message.
//! Decides nothing about whether the message is for the bot ([`super::hearing`] does).

use super::update::Message;
use crate::text::fold;

/// Words that ask nothing themselves and point at what is quoted.
const POINTING: [&str; 12] = [
    "这个",
    "这个呢",
    "这句",
    "这条",
    "这一句",
    "这是多少",
    "查一下",
    "帮查一下",
    "帮我查一下",
    "查查",
    "看一下",
    "回答一下",
];

/// The question, or what is quoted where the message itself asks nothing.
pub(super) fn meant(question: String, message: &Message) -> String {
    let selected = message.quote().map(str::trim).filter(|it| !it.is_empty());
    match selected {
        Some(selected) if asks_nothing(&question) => selected.to_owned(),
        None if question.is_empty() => replied(message).unwrap_or_default(),
        _ => question,
    }
}

/// The whole message that is replied to; the bot's own words are no question.
fn replied(message: &Message) -> Option<String> {
    let reply = message.replied_to()?;
    reply.is_from_person().then(|| reply.text().map(str::to_owned))?
}

fn asks_nothing(question: &str) -> bool {
    let letters: String = fold(question).chars().filter(|it| it.is_alphanumeric()).collect();
    letters.is_empty() || POINTING.contains(&letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_points_at_a_quotation_asks_nothing_itself() {
        for (question, expected) in [
            ("", true),
            ("？", true),
            ("這個呢？", true),
            ("查一下", true),
            ("青马几期", false),
            ("那线上呢", false),
            ("这个项目几期", false),
        ] {
            assert_eq!(asks_nothing(question), expected, "{question}");
        }
    }
}
