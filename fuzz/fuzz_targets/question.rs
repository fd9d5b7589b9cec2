//! Any text as a talk, a line a turn: no panic, always an answer, nothing shown that is not whole.
#![no_main]

use league_bot::answer::{html, plain};
use league_bot::engine::{Engine, Topic};
use league_bot::report::load_builtin;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> =
    LazyLock::new(|| Engine::load(load_builtin().expect("the built-in report")).expect("the word lists"));

fuzz_target!(|text: &str| {
    let mut topic = Topic::default();
    for question in text.split('\n').take(4) {
        let (answer, next) = ENGINE.ask(question, &topic);
        topic = next;
        assert!(!plain::render(&answer).lines().next().unwrap_or_default().is_empty());
        assert!(!html::render(&answer).contains("<script"));
        for target in &answer.targets {
            assert_eq!(ENGINE.target_of(&ENGINE.id_of(*target)), Some(*target));
        }
    }
});
