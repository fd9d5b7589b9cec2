//! How a question is typed does not change its answer: case, width, script, blanks around it, marks behind it.

use crate::variants::Letters;
use crate::{ENGINE, ask, config, grammar, seeds};
use league_bot::answer::{Kind, Target};
use proptest::prelude::*;
use std::sync::LazyLock;

static LETTERS: LazyLock<Letters> = LazyLock::new(Letters::new);

/// The same question, typed in other ways.
fn ways(question: &str) -> [(&'static str, String); 8] {
    [
        ("capitals", question.to_uppercase()),
        ("small letters", question.to_lowercase()),
        ("full width", question.chars().map(full_width).collect()),
        ("traditional", LETTERS.traditional(question)),
        ("blanks around", format!(" \t\u{3000}{question}  \n")),
        ("a question mark", format!("{question}?")),
        ("a full stop", format!("{question}。")),
        ("many marks", format!("{question}!!!???~~")),
    ]
}

fn full_width(letter: char) -> char {
    match letter {
        '!'..='~' => char::from_u32(u32::from(letter) + 0xFEE0).unwrap_or(letter),
        ' ' => '\u{3000}',
        other => other,
    }
}

/// What an answer says, without its words.
fn gist(question: &str) -> (Kind, Vec<Target>, Vec<Option<Target>>) {
    let answer = ask(question);
    let offered = match answer.kind {
        Kind::Choose => answer.suggestions.iter().map(|it| it.target).collect(),
        _ => Vec::new(),
    };
    (answer.kind, answer.targets, offered)
}

/// The ways that change the answer.
fn changes(question: &str) -> Vec<String> {
    let usual = gist(question);
    let differ = ways(question).into_iter().filter(|(_, other)| gist(other) != usual);
    differ
        .map(|(way, other)| format!("{way}: {question:?} → {usual:?}, {other:?} → {:?}", gist(&other)))
        .collect()
}

#[test]
fn the_questions_of_the_seeds_may_be_typed_in_any_way() {
    let changed: Vec<String> = seeds().iter().flat_map(|it| changes(it)).collect();
    assert!(changed.is_empty(), "{} answers changed\n{}", changed.len(), changed.join("\n"));
}

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn any_question_may_be_typed_in_any_way(question in grammar::question(&ENGINE)) {
        let changed = changes(&question);
        prop_assert!(changed.is_empty(), "{}", changed.join("\n"));
    }
}
