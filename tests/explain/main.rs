//! What `explain` says of a hundred questions: tokens, slots, candidates, scores and the constraint that decided. A change
//! of the understanding shows here in its parts, before it shows in a score.
//!
//!     INSTA_UPDATE=always cargo test --test explain      takes what it says now; read the difference before committing it

use insta::{Settings, assert_snapshot};
use league_bot::engine::Engine;
use league_bot::report::load_builtin;

/// The classes of the questions, each with its questions.
fn classes() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut classes: Vec<(&str, Vec<&str>)> = Vec::new();
    let lines = include_str!("questions.txt").lines();
    for line in lines.filter(|it| !it.is_empty() && !it.starts_with('#')) {
        match line.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
            Some(class) => classes.push((class, Vec::new())),
            None => classes.last_mut().expect("a class stands before its questions").1.push(line),
        }
    }
    classes
}

#[test]
fn a_hundred_questions_are_understood_as_they_were() {
    let loaded = load_builtin().expect("the built-in report is sound");
    let engine = Engine::load(loaded).expect("the built-in word lists are sound");
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for (class, questions) in classes() {
        let explained: Vec<String> =
            questions.iter().map(|it| format!("## {it}\n{}", engine.explain(it))).collect();
        settings.bind(|| assert_snapshot!(class, explained.join("\n")));
    }
}
