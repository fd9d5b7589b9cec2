//! Parts of a text that are more than text: of all their kinds, who is called.

use super::message::User;
use serde::Deserialize;
use teloxide_core::types::UserId;

/// A part of a text; place and length count units of UTF-16.
#[derive(Debug, Deserialize)]
pub(super) struct Entity {
    #[serde(rename = "type")]
    kind: Kind,
    offset: usize,
    length: usize,
    user: Option<User>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Mention,
    TextMention,
    #[serde(other)]
    Other,
}

/// Somebody who is called in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum Mention<'a> {
    /// By a username, written with its `@`.
    Named(&'a str),
    /// By words that are linked to an account.
    Linked(&'a str, UserId),
}

/// Who is called in a text, in their order.
pub(super) fn mentions<'a>(text: &'a str, entities: &[Entity]) -> Vec<Mention<'a>> {
    let mention = |it: &Entity| match (it.kind, &it.user) {
        (Kind::Mention, _) => part(text, it).map(Mention::Named),
        (Kind::TextMention, Some(user)) => part(text, it).map(|it| Mention::Linked(it, user.id)),
        _ => None,
    };
    entities.iter().filter_map(mention).collect()
}

/// What an entity covers; nothing where it covers half a letter or reaches beyond the text.
fn part<'a>(text: &'a str, entity: &Entity) -> Option<&'a str> {
    let start = bytes(text, entity.offset)?;
    let rest = text.get(start..)?;
    rest.get(..bytes(rest, entity.length)?)
}

/// How many bytes the first so many units of UTF-16 take.
fn bytes(text: &str, units: usize) -> Option<usize> {
    let (mut counted, mut at) = (0, 0);
    for letter in text.chars() {
        if counted >= units {
            break;
        }
        counted += letter.len_utf16();
        at += letter.len_utf8();
    }
    (counted == units).then_some(at)
}
